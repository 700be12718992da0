//! XT-04: a suit after a review, and no review. XT-11: a suit without one, since the review has to come first.

use super::count;
use crate::form::{CellId, cell};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "XT-04",
    severity: Severity::Info,
    basis: sources::FIGURES_AGREE,
    title: "有复议后起诉而没有复议",
    checks: told("“复议后起诉”大于0时，行政复议是否为0。"),
    why: told("复议后起诉的案件先有复议；复议也可能在上一年。"),
    bad: examples![Example {
        shown: "复议后起诉1件，行政复议0件。",
        edits: &[
            Edit::Cell("disputes.suit_after_review.upheld", "1"),
            Edit::Cell("disputes.suit_after_review.total", "1"),
            Edit::Cell("disputes.review.upheld", "0"),
            Edit::Cell("disputes.review.total", "0"),
            Edit::Words("因政府信息公开被申请行政复议1件，结果维持；未发生行政诉讼。", ""),
        ],
    }],
    good: examples![Example {
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

/// XT-11: since 2024 some cases have to be reviewed first.
pub static DIRECT: Rule = Rule {
    id: "XT-11",
    severity: Severity::Info,
    basis: sources::REVIEW_FIRST,
    title: "未经复议直接起诉",
    checks: told(
        "2024年度起，“未经复议直接起诉”大于0的，提醒核对案由：对不予公开决定不服的，应当先申请行政复议；对无法提供、不予处理或者答复内容不服的，仍可以直接起诉。",
    ),
    why: told(
        "复议前置以后，不予公开的案件一般不会出现在“未经复议直接起诉”一栏，容易与“复议后起诉”填混。只是提醒，不一定有错。",
    ),
    bad: examples![Example { shown: "2025年的报告，未经复议直接起诉1件。", edits: DIRECT_SUIT }],
    good: examples![
        Example {
            shown: "复议后起诉1件，直接起诉0件。",
            edits: &[
                Edit::Year(2025),
                Edit::Words("；未发生行政诉讼", "；行政诉讼1件"),
                Edit::Cell("disputes.suit_after_review.upheld", "1"),
                Edit::Cell("disputes.suit_after_review.total", "1"),
            ],
        },
        Example {
            shown: "2023年的报告，未经复议直接起诉1件：当时不必先复议。",
            edits: &[
                Edit::Words("；未发生行政诉讼", "；行政诉讼1件"),
                Edit::Cell("disputes.suit_direct.upheld", "1"),
                Edit::Cell("disputes.suit_direct.total", "1"),
            ],
        },
    ],
    since: 2024,
    check: |context| {
        let reading = context.reading;
        let Some(suits) = count(context, DIRECT_SUITS).filter(|suits| *suits > 0) else { return };
        let message = format!("“未经复议直接起诉”有{suits}件。2024年起，对不予公开不服的案件应当先申请行政复议。");
        let remedy = "核对案由：属于无法提供、不予处理、答复内容争议，或者以前的案件的，不需要修改；不予公开的案件，核对是否应填“复议后起诉”。";
        context.report(message, remedy).at_cells(reading, &[DIRECT_SUITS]);
    },
    ..Rule::ORDINARY
};

const DIRECT_SUITS: CellId = cell!("disputes.suit_direct.total");
const DIRECT_SUIT: &[Edit] = &[
    Edit::Year(2025),
    Edit::Words("；未发生行政诉讼", "；行政诉讼1件"),
    Edit::Cell("disputes.suit_direct.upheld", "1"),
    Edit::Cell("disputes.suit_direct.total", "1"),
];
