//! TC-01: one of the three tables is not there.

use crate::form::{Edition, FIRST_YEAR, TableId, official};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "TC-01",
    severity: Severity::Error,
    basis: sources::TABLES,
    title: "缺少表格",
    checks: told("第二、三、四部分各有一张表；一张也没有漏。"),
    why: told("没有表格，公众看不到数据，上级也无法汇总。"),
    bad: examples![Example {
        shown: "第四部分只写“没有复议和诉讼”，没有表格。",
        edits: &[Edit::WithoutTable("disputes")]
    }],
    good: examples![Example {
        shown: "第四部分有表格，各格填0。",
        edits: &[Edit::Cell("disputes.review.upheld", "0"), Edit::Cell("disputes.review.total", "0")],
    }],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let report = context.reading;
    // A text that is no report at all is said to be unreadable, not to lack tables.
    if report.tables.is_empty() && report.sections.iter().all(|section| section.heading.is_none()) {
        return;
    }
    for table in &report.form.unwrap_or(official(Edition::latest())).tables {
        if report.table(table.id).is_some() {
            continue;
        }
        let (number, name) = match table.id {
            TableId::Disclosure => (2, "第二部分的主动公开情况表"),
            TableId::Requests => (3, "第三部分的申请办理情况表"),
            TableId::Disputes | TableId::Statistics => (4, "第四部分的行政复议、行政诉讼情况表"),
        };
        let finding = context.report(
            format!("没有找到{name}。"),
            "按格式补上表格，没有的填0。如果原文有这张表，请检查粘贴是否完整：图片里的表格无法读取。",
        );
        match report.section(number).and_then(|section| section.heading.as_ref()) {
            Some(heading) => finding.at(heading.span),
            None => finding,
        };
    }
}
