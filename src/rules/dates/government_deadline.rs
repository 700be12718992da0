//! TM-06: a government's report comes later than its level allows.

use super::{is_late_for_profile, made_known};
use crate::rules::{Edit, Example, Level, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "TM-06",
    severity: Severity::Warning,
    basis: sources::DEADLINE_OF_GOVERNMENTS,
    title: "政府汇总报告晚于期限",
    checks: told("县级、地市级、省级政府汇总的报告：不晚于次年2月20日、3月10日、3月31日；晚于3月31日的是错误。"),
    why: told("条例规定县级以上地方政府的报告在3月31日前公布，格式通知对各级另有日期。"),
    bad: examples![Example {
        shown: "县政府2023年的报告落款为2024年3月1日。",
        edits: &[Edit::Words("2024年1月18日", "2024年3月1日"), Edit::Level("county")],
    }],
    good: examples![Example {
        shown: "市政府2023年的报告落款为2024年3月1日。",
        edits: &[Edit::Words("2024年1月18日", "2024年3月1日"), Edit::Level("city")],
    }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let Some(level @ (Level::County | Level::City | Level::Province)) = context.body().level else { return };
    let Some(year) = context.reading.year else { return };
    let (Some(deadline), Some(last)) = (level.deadline(year), Level::Province.deadline(year)) else {
        return;
    };
    if is_late_for_profile(context, level, year, deadline) {
        return;
    }
    let Some(made_known) = made_known(context, year, deadline) else { return };
    let (what, date) = (made_known.what, made_known.date);
    context.findings.tally.dates += 1;
    if date <= deadline {
        return;
    }
    let message = format!("本级政府的年度报告应在{}前提交并公布，{what}为{}。", deadline.in_words(), date.in_words());
    let suggestion = "尽快公布，以后提前编制。如果这是政府办公室本机关的报告，请核对单位级别。";
    let finding = context.report(message, suggestion).at(made_known.place);
    finding.severity_if(date > last, Severity::Error);
}
