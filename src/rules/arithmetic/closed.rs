//! AR-02: in each column of table three, （七）总计 is the sum of all ways of closing.

use super::sums::{self, Unread, column_in_sum, row_in_sum};
use crate::form::{Relation, TotalOf};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "AR-02",
    severity: Severity::Error,
    basis: sources::TOTAL_LABEL,
    title: "（七）总计与各项办理结果不符",
    checks: told("第三部分的表，每一列：三（一）至（六）各行相加，应等于（七）总计。"),
    why: told("每件申请只计一种办理结果，各项相加就是办理总数。"),
    bad: examples![Example {
        shown: "自然人一列：各项办理结果相加为11，（七）总计填12。",
        edits: &[
            Edit::Cell("requests.closed.individual", "12"),
            Edit::Cell("requests.closed.total", "14"),
            Edit::Cell("requests.carried_out.individual", "0"),
            Edit::Cell("requests.carried_out.total", "0"),
            Edit::Words("办理答复13件，其中", "其中"),
            Edit::Words("；结转下年度继续办理1件", ""),
        ],
    }],
    good: examples![Example {
        shown: "自然人一列：各项办理结果相加为11，（七）总计填11。", edits: &[]
    }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let unread = Unread { name: column_in_sum, unit: "列", what: "各项办理结果的合计" };
    sums::judge(context, Relation::Total(TotalOf::Closed), unread, |report, failure| {
        let parts = failure.side(report, &failure.sum.right, row_in_sum);
        let (column, end) = (failure.column(), failure.end());
        let message = format!("“{column}”列：各项办理结果相加为{parts}，（七）总计填{}，{end}", failure.left);
        (message, "核对（七）总计，或查找漏计、多计的办理结果。".to_string())
    });
}
