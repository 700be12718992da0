//! TM-09: no unit and date stand at the end.

use crate::report::SignatureKind;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};

pub static RULE: Rule = Rule {
    id: "TM-09",
    severity: Severity::Warning,
    basis: sources::PRACTICE,
    title: "没有落款",
    checks: told("文末是否写有单位名称和日期。"),
    why: told("没有日期，读者看不出报告是否按期公布。"),
    bad: examples![Example {
        shown: "文末没有单位名称和日期。",
        edits: &[Edit::Words("\n禾川县柳溪镇人民政府\n2024年1月18日\n", "")],
    }],
    good: examples![Example {
        shown: "日期写成“二〇二四年一月十八日”。",
        edits: &[Edit::Words("2024年1月18日", "二〇二四年一月十八日")],
    }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let report = context.reading;
    let is_report = report.form.is_some() || report.sections.iter().any(|section| section.heading.is_some());
    let signed = report.signature.as_ref().is_some_and(|signature| signature.kind == SignatureKind::Signed);
    if signed || !is_report {
        return;
    }
    let message = "文末没有找到单位名称和完整的日期（年、月、日）。";
    let suggestion = "补上单位名称和成文日期。网页上另有发布日期的，也建议在文中写明。";
    let last_line = passages::last_line(context);
    let finding = context.report(message, suggestion).at(last_line);
    // A sheet's date below the report shows at least when it was made.
    finding.severity_if(report.signature.is_some(), Severity::Info);
}
