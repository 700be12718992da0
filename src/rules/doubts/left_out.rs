//! RD-03: words of the web page around the report were left out of the check.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "RD-03",
    severity: Severity::Info,
    basis: sources::TEXT_READER,
    title: "略去了网页文字",
    checks: told("标题之前和落款之后的导航、浏览次数、上一篇、版权等网页文字不属于报告，不核对。"),
    why: told("让人知道哪些文字没有核对。"),
    bad: examples![Example {
        shown: "落款之后带着“上一篇”“版权所有”。",
        edits: &[Edit::Append("\n上一篇：没有了\n版权所有：禾川县人民政府\n")],
    }],
    good: examples![Example {
        shown: "落款之后是报告自己的附件说明。",
        edits: &[Edit::Append("\n附件：编制说明\n本说明记录数据的来源。\n")],
    }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    if let Some((&first, others)) = context.reading.left_out.split_first() {
        let finding = context.report("已略去正文之外的网页文字，没有核对。", "下次只复制报告正文，从标题到落款。");
        others.iter().fold(finding.at(first), |finding, &span| finding.at(span));
    }
}
