//! XT-05: a government reminded that it does not count cases in which it is sued only as the reviewing body.

use super::count;
use crate::form::{CellId, cell};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "XT-05",
    severity: Severity::Info,
    basis: sources::CODEFENDANTS,
    title: "共同被告的案件",
    checks: told("县级以上政府“复议后起诉”大于0时的提醒。"),
    why: told("复议机关作共同被告的案件只计原行为主体，不计复议机关。"),
    bad: examples![Example {
        shown: "县政府的报告“复议后起诉”1件。",
        edits: &[
            Edit::Words("禾川县柳溪镇人民政府2023年", "禾川县人民政府2023年"),
            Edit::Words("\n禾川县柳溪镇人民政府\n", "\n禾川县人民政府\n"),
            Edit::Cell("disputes.suit_after_review.upheld", "1"),
            Edit::Cell("disputes.suit_after_review.total", "1"),
            Edit::Words("；未发生行政诉讼。", "。"),
        ],
    }],
    good: examples![Example {
        shown: "镇政府的报告“复议后起诉”1件：镇政府不是复议机关。",
        edits: &[
            Edit::Cell("disputes.suit_after_review.upheld", "1"),
            Edit::Cell("disputes.suit_after_review.total", "1"),
        ],
    }],
    check,
    ..Rule::ORDINARY
};

const SUITS: CellId = cell!("disputes.suit_after_review.total");

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    let Some(suits) = count(context, SUITS).filter(|&suits| suits > 0) else { return };
    if !context.body().reviews_others() {
        return;
    }
    let message = format!("“复议后起诉”填了{suits}件。作为复议机关被列为共同被告的案件，不计入本表。");
    let finding = context.report(message, "核对有没有只是作为复议机关应诉的案件，有的话减去。");
    finding.at_cells(reading, &[SUITS]);
}
