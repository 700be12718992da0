//! TM-04: the signature bears the old year, as happens in January.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources};
use crate::text::Date;

pub static RULE: Rule = Rule {
    id: "TM-04",
    severity: Severity::Error,
    basis: sources::DATA_DAY,
    title: "落款的年份写成了上年",
    checks: "落款日期在报告年度当年的1至3月，应是次年。",
    why: "一季度不可能写出当年的年度报告，是年初的笔误。",
    bad: &[Example {
        shown: "2023年的报告落款为2023年1月18日。",
        edits: &[Edit::Words("2024年1月18日", "2023年1月18日")],
    }],
    good: &[Example { shown: "2023年的报告落款为2024年1月18日。", edits: &[] }],
    check,
    ..Rule::ORDINARY
};

/// Whether a signature in that year and month can only be a slip.
pub fn applies(report_year: u16, signed: Date) -> bool {
    signed.year == report_year && signed.month <= 3
}

fn check(context: &mut RuleContext) {
    let (Some(year), Some(signature)) = (context.reading.year, &context.reading.signature) else { return };
    if !applies(year, signature.date) {
        return;
    }
    let message = format!("{year}年的报告落款写成{}，应为{}年。", signature.date.in_words(), u32::from(year) + 1);
    context.report(message, "改落款的年份。").at(signature.span);
}
