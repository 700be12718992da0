//! XT-04: a suit after a review, and no review.

use super::count;
use crate::form::{CellId, cell};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources};

pub static RULE: Rule = Rule {
    id: "XT-04",
    severity: Severity::Info,
    basis: sources::FIGURES_AGREE,
    title: "有复议后起诉而没有复议",
    checks: "“复议后起诉”大于0时，行政复议是否为0。",
    why: "复议后起诉的案件先有复议；复议也可能在上一年。",
    bad: &[Example {
        shown: "复议后起诉1件，行政复议0件。",
        edits: &[
            Edit::Cell("disputes.suit_after_review.upheld", "1"),
            Edit::Cell("disputes.suit_after_review.total", "1"),
            Edit::Cell("disputes.review.upheld", "0"),
            Edit::Cell("disputes.review.total", "0"),
            Edit::Words("因政府信息公开被申请行政复议1件，结果维持；未发生行政诉讼。", ""),
        ],
    }],
    good: &[Example {
        shown: "复议后起诉1件，行政复议1件。",
        edits: &[
            Edit::Cell("disputes.suit_after_review.upheld", "1"),
            Edit::Cell("disputes.suit_after_review.total", "1"),
        ],
    }],
    check,
    ..Rule::ORDINARY
};

const SUITS: CellId = cell!("disputes.suit_after_review.total");
const REVIEWS: CellId = cell!("disputes.review.total");

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    let (Some(suits), Some(0)) = (count(context, SUITS), count(context, REVIEWS)) else { return };
    if suits == 0 {
        return;
    }
    let message = format!("有“复议后起诉”{suits}件，行政复议为0件。");
    let finding = context.report(message, "请核对；复议在上一年的，可以在正文说明。");
    finding.at_cells(reading, &[SUITS, REVIEWS]);
}
