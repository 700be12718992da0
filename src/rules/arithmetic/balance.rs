//! AR-01: each column of table three balances.

use super::sums::{self, Unread, column_in_sum, row_in_sum};
use crate::form::Relation;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "AR-01",
    severity: Severity::Error,
    basis: sources::CORNER_NOTE,
    title: "新收、结转与办理不平",
    checks: told("第三部分的表，每一列：一、本年新收＋二、上年结转，应等于三（七）总计＋四、结转下年度。"),
    why: told("这是表格左上角印着的勾稽关系：收到和结转来的每一件申请，到年底要么办结，要么结转下年。"),
    bad: examples![Example {
        shown: "自然人一列：本年新收13、上年结转0，办理结果总计11、结转下年1。",
        edits: &[
            Edit::Cell("requests.received.individual", "13"),
            Edit::Cell("requests.received.total", "15"),
            Edit::Words("申请14件", "申请15件"),
        ],
    }],
    good: examples![Example {
        shown: "自然人一列：本年新收12、上年结转0，办理结果总计11、结转下年1。", edits: &[]
    }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let unread = Unread { name: column_in_sum, unit: "列", what: "是否平衡" };
    sums::judge(context, Relation::Balance, unread, |report, failure| {
        let left = failure.side(report, &failure.sum.left, row_in_sum);
        let right = failure.side(report, &failure.sum.right, row_in_sum);
        let message = format!("“{}”列不平：{left}，{right}，{}", failure.column(), failure.end());
        (message, "对照台账核对本年新收、上年结转、（七）总计和结转下年度这四个数，改正填错的一个。".to_string())
    });
}
