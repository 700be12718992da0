//! AR-10: a total of the lapsed statistics sheet is not the sum of its parts.

use super::sums;
use crate::form::{cell_name, statistics_sums};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "AR-10",
    severity: Severity::Error,
    basis: sources::SHEET,
    title: "统计表的合计不符",
    checks: told("附有旧统计表的：收到申请数、办结数、答复数、复议、诉讼、工作人员数应等于各分项之和。"),
    why: told("附表停用前也要自相一致；数不符，读者会怀疑正文的表。"),
    bad: examples![Example {
        shown: "收到申请数3，当面1、网络1。", edits: &[Edit::Append(SHEET_WITH_WRONG_TOTAL)]
    }],
    good: examples![Example { shown: "收到申请数2，当面1、网络1。", edits: &[Edit::Append(SHEET)] }],
    accompanied_by: &["ST-06", "XT-10"],
    check,
    ..Rule::ORDINARY
};

const SHEET: &str = "\n政府信息公开情况统计表\n统计指标\t单位\t统计数\n三、依申请公开情况\t\t\n（一）收到申请数\t件\t2\n1.当面申请数\t件\t1\n2.传真申请数\t件\t0\n3.网络申请数\t件\t1\n4.信函申请数\t件\t0\n（二）申请办结数\t件\t2\n1.按时办结数\t件\t2\n2.延期办结数\t件\t0\n";
const SHEET_WITH_WRONG_TOTAL: &str = "\n政府信息公开情况统计表\n统计指标\t单位\t统计数\n三、依申请公开情况\t\t\n（一）收到申请数\t件\t3\n1.当面申请数\t件\t1\n2.传真申请数\t件\t0\n3.网络申请数\t件\t1\n4.信函申请数\t件\t0\n（二）申请办结数\t件\t2\n1.按时办结数\t件\t2\n2.延期办结数\t件\t0\n";

fn check(context: &mut RuleContext) {
    for sum in statistics_sums() {
        // An attached sheet is no part of the form: what it lacks is no gap in the check.
        sums::judge_one(context, &sum, |report, failure| {
            let total = failure.sum.left.first().map_or_else(String::new, |&total| cell_name(total));
            let parts = failure.side(report, &failure.sum.right, cell_name);
            let message = format!("统计表“{total}”：各分项{parts}，本项填{}，{}", failure.left, failure.end());
            (message, "核对分项和合计；这张表已停用，公开时建议删去。".to_string())
        });
    }
}
