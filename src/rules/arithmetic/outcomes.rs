//! AR-05: in each group of table four, 总计 is the sum of the four outcomes.

use super::sums::{self, Unread, column_in_sum, name_of_row};
use crate::form::{Relation, TotalOf};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "AR-05",
    severity: Severity::Error,
    basis: sources::TOTAL_LABEL,
    title: "复议诉讼总计与各项结果不符",
    checks: told(
        "第四部分的表，行政复议、未经复议直接起诉、复议后起诉三组：结果维持、结果纠正、其他结果、尚未审结相加，应等于总计。",
    ),
    why: told("每件案件只有一种结果，四项相加就是总数。"),
    bad: examples![Example {
        shown: "行政复议：结果维持2、其余为0，总计填1。",
        edits: &[Edit::Cell("disputes.review.upheld", "2")],
    }],
    good: examples![Example { shown: "行政复议：结果维持1、其余为0，总计填1。", edits: &[] }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let unread = Unread { name: name_of_row, unit: "组", what: "合计" };
    sums::judge(context, Relation::Total(TotalOf::Outcomes), unread, |report, failure| {
        let parts = failure.side(report, &failure.sum.right, column_in_sum);
        let message = format!("{}：{parts}，总计填{}，{}", failure.row(), failure.left, failure.end());
        (message, format!("核对各项结果；没有错的，总计应为{}。", failure.right))
    });
}
