//! AR-03: in each row of table three, 总计 is the sum of all kinds of applicants.

use super::sums::{self, Unread, column_in_sum, name_of_row};
use crate::form::{Relation, TotalOf};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "AR-03",
    severity: Severity::Error,
    basis: sources::TOTAL_LABEL,
    title: "一行的总计与各类申请人不符",
    checks: told("第三部分的表，每一行：自然人和五类法人或其他组织相加，应等于最后一格总计。"),
    why: told("一件申请只有一类申请人，六格相加就是这一行的总数。"),
    bad: examples![Example {
        shown: "（四）1.本机关不掌握相关政府信息：各类申请人合计2，总计填3。",
        edits: &[Edit::Cell("requests.unavailable_not_held.total", "3")],
    }],
    good: examples![Example {
        shown: "（四）1.本机关不掌握相关政府信息：各类申请人合计2，总计填2。", edits: &[]
    }],
    accompanied_by: &["AR-02", "NT-07"],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let unread = Unread { name: name_of_row, unit: "行", what: "各类申请人的合计" };
    sums::judge(context, Relation::Total(TotalOf::Applicants), unread, |report, failure| {
        let (row, total) = (failure.row(), failure.left);
        if failure.parts_empty {
            let message = format!("“{row}”一行只填了总计{total}，各类申请人没有填写。");
            return (message, "按申请人类别逐格填写，没有的填0。".to_string());
        }
        let parts = failure.side(report, &failure.sum.right, column_in_sum);
        let message = format!("“{row}”一行：各类申请人相加为{parts}，总计填{total}，{}", failure.end());
        (message, "核对这一行的总计和各类申请人的数。".to_string())
    });
}
