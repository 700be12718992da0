//! CY-09: cases were pending last year, and table four is all 0 this year.

use super::last_year;
use crate::form::{CellId, TableId, cell};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "CY-09",
    severity: Severity::Info,
    basis: sources::TWO_YEARS,
    title: "上年未审结的案件没有下文",
    checks: told("给出上年报告的：上年第四部分有“尚未审结”，本年第四部分全部为0的，提醒核对。"),
    why: told("上年没有审结的案件，本年可能有了结果。格式没有写明是否计入，所以只是提醒。"),
    bad: examples![Example {
        shown: "上年行政复议尚未审结1件，本年第四部分全部为0。",
        edits: &[
            Edit::ZeroTable("disputes"),
            Edit::Words("被申请行政复议1件，结果维持；未发生行政诉讼。", "未发生行政复议、行政诉讼。"),
            Edit::Previous(&[Edit::Cell("disputes.review.pending", "1")]),
        ],
    }],
    good: examples![Example {
        shown: "上年行政复议尚未审结1件，本年结果维持1件。",
        edits: &[Edit::Previous(&[Edit::Cell("disputes.review.pending", "1")])],
    }],
    check,
    ..Rule::ORDINARY
};

const PENDING: [CellId; 3] = [
    cell!("disputes.review.pending"),
    cell!("disputes.suit_direct.pending"),
    cell!("disputes.suit_after_review.pending"),
];

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    let Ok(last) = last_year(context.reading, context.options) else { return };
    let mut pending = 0;
    for id in PENDING {
        pending += last.cell(id).and_then(|cell| cell.count()).unwrap_or_default();
    }
    let mut now = context.reading.cells_of(TableId::Disputes);
    if pending > 0 && context.reading.table(TableId::Disputes).is_some() && now.all(|(_, cell)| cell.count() == Some(0))
    {
        let message = format!("上年有{pending}件尚未审结，本年第四部分全部为0。");
        let finding = context.report(message, "核对这些案件本年的结果是否应填入。");
        finding.at_cells(reading, &PENDING);
    }
}
