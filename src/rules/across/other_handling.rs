//! XT-08: too many applications were closed as 其他.

use super::count;
use crate::form::{CellId, Feature, cell};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::Number;

pub static RULE: Rule = Rule {
    id: "XT-08",
    severity: Severity::Warning,
    basis: sources::OTHER_HANDLING,
    title: "“其他处理”偏多",
    checks: told("“（六）其他处理”（2021年起为其中“3.其他”）占办理总数两成以上，且不少于3件。2021年起只作提示。"),
    why: told("其他处理只用于过渡和罕见情形，偏多的，主管部门要了解情况。"),
    bad: examples![Example {
        shown: "2020年：其他处理4件，办理总数13件。",
        edits: &[
            Edit::On2019,
            Edit::Cell("requests.other.individual", "4"),
            Edit::Cell("requests.other.total", "4"),
            Edit::Cell("requests.granted.individual", "0"),
            Edit::Cell("requests.granted.total", "1"),
            Edit::Words("予以公开5件、部分公开2件、", ""),
        ],
    }],
    good: examples![Example {
        shown: "2020年：其他处理2件，办理总数13件。",
        edits: &[
            Edit::On2019,
            Edit::Cell("requests.other.individual", "2"),
            Edit::Cell("requests.other.total", "2"),
            Edit::Cell("requests.granted.individual", "2"),
            Edit::Cell("requests.granted.total", "3"),
        ],
    }],
    accompanied_by: &["NT-19"],
    check,
    ..Rule::ORDINARY
};

const LEAST: i64 = 3;
/// A fifth; the provision gives no number.
const SHARE: i64 = 5;
const CLOSED: CellId = cell!("requests.closed.total");

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    let Some(form) = context.reading.form else { return };
    let name = if !form.has(Feature::OtherHandlingByReason) {
        cell!("requests.other.total")
    } else {
        cell!("requests.other_rest.total")
    };
    let (Some(other), Some(closed)) = (count(context, name), count(context, CLOSED)) else { return };
    if other < LEAST || other.saturating_mul(SHARE) < closed {
        return;
    }
    let row = if !form.has(Feature::OtherHandlingByReason) { "（六）其他处理" } else { "（六）3.其他" };
    let message = format!("“{row}”{other}件，占办理总数{closed}件的{}%，偏多。", other * 100 / closed.max(1));
    let finding = context.report(message, "核对其中有没有应归入予以公开、不予公开、无法提供等方式的。");
    let finding = finding.sides(Number::whole(other), Number::whole(closed));
    let finding = finding.severity_if(form.has(Feature::OtherHandlingByReason), Severity::Info);
    finding.at_cells(reading, &[name, CLOSED]);
}
