//! CF-07: fees that look as if they were given in yuan instead of ten thousand yuan.

use crate::form::{Feature, TableId, cell};
use crate::rules::passages;
use crate::rules::wording::headings_above;
use crate::rules::{Edit, Example, Level, Rule, RuleContext, Severity, sources, told};
use crate::text::Number;

pub static RULE: Rule = Rule {
    id: "CF-07",
    severity: Severity::Warning,
    basis: sources::FEES_UNIT,
    title: "收费金额的单位可能写错",
    checks: told("“行政事业性收费”以万元为单位，乡镇、街道和县级部门一般不会超过1万（即1亿元）。"),
    why: told("按元填写，金额就大了一万倍。"),
    bad: examples![Example {
        shown: "某镇行政事业性收费填了28089，单位是万元，折合2.8亿元。",
        edits: &[Edit::Cell("disclosure.fees.amount", "28089")],
    }],
    good: examples![Example {
        shown: "某镇行政事业性收费填了2.8。",
        edits: &[Edit::Cell("disclosure.fees.amount", "2.8")]
    }],
    check,
    ..Rule::ORDINARY
};

/// In ten thousand yuan: more than this is rare for a township, and for anyone at all.
const MUCH_FOR_A_TOWNSHIP: Number = Number::whole(10_000);
const MUCH_FOR_ANYONE: Number = Number::whole(1_000_000);

fn check(context: &mut RuleContext) {
    if !context.reading.form.is_some_and(|form| form.has(Feature::FeesInTenThousandYuan)) {
        return;
    }
    let id = cell!("disclosure.fees.amount");
    let Some(cell) = context.reading.cell(id) else { return };
    let (Some(value), Some(span)) = (cell.value(), cell.place) else { return };
    let level = context.body().level;
    let small_body = matches!(level, Some(Level::Township));
    let in_yuan = cell.unit.as_deref() == Some("元");
    let headed_in_yuan = !value.is_zero() && heading_says_yuan(context);
    let too_much = value >= MUCH_FOR_ANYONE || small_body && value > MUCH_FOR_A_TOWNSHIP;
    if !in_yuan && !headed_in_yuan && !too_much {
        return;
    }
    let message = if in_yuan {
        format!("“行政事业性收费”写成{value}元，表头的单位是万元。")
    } else if headed_in_yuan {
        format!("“行政事业性收费”填了{value}，表头的单位写成元，格式规定的单位是万元。")
    } else {
        let money = value.in_hundred_millions();
        format!("“行政事业性收费”填了{value}，单位是万元，折合{money}亿元，可能误按“元”填写。")
    };
    let finding = context.report(message, "核对金额；按元填写的，除以10000后填写。").cells(&[id]).at(span);
    // The whole of a city or a province may have as much.
    let large_body = !in_yuan && !headed_in_yuan && !matches!(level, Some(Level::Township | Level::Department));
    finding.severity_if(large_body, Severity::Info);
}

fn heading_says_yuan(context: &RuleContext) -> bool {
    let Some(table) = context.reading.table(TableId::Disclosure) else { return false };
    let within = headings_above(context, table).cover(table.span);
    !passages::places_of(context.text, within, "（单位：元）").is_empty()
}
