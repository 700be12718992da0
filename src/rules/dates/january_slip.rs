//! TM-04: the signature bears the old year, as happens in January.

use std::ops::Range;

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::{Date, TextRange};

pub static RULE: Rule = Rule {
    id: "TM-04",
    severity: Severity::Error,
    basis: sources::DATA_DAY,
    title: "落款的年份写成了上年",
    checks: told("落款日期在报告年度当年的1至3月，应是次年。"),
    why: told("一季度不可能写出当年的年度报告，是年初的笔误。"),
    bad: examples![Example {
        shown: "2023年的报告落款为2023年1月18日。",
        edits: &[Edit::Words("2024年1月18日", "2023年1月18日")],
    }],
    good: examples![Example { shown: "2023年的报告落款为2024年1月18日。", edits: &[] }],
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
    let text = context.text;
    let message = format!("{year}年的报告落款写成{}，应为{}年。", signature.date.in_words(), u32::from(year) + 1);
    let finding = context.report(message, "改落款的年份。").at(signature.span);
    if let Some((written, right)) = next_year(signature.span.of(text), year) {
        let start = signature.span.start + written.start;
        finding.fix(TextRange::new(start, start + written.len()), right);
    }
}

/// Returns where a date has its year, and how the next year is written in its manner; None for other manners of writing.
fn next_year(date: &str, year: u16) -> Option<(Range<usize>, String)> {
    const MANNERS: [&str; 5] =
        ["0123456789", "０１２３４５６７８９", "〇一二三四五六七八九", "○一二三四五六七八九", "零一二三四五六七八九"];
    MANNERS.iter().find_map(|digits| {
        let write = |year: u16| -> String {
            year.to_string().bytes().filter_map(|digit| digits.chars().nth(usize::from(digit - b'0'))).collect()
        };
        let written = write(year);
        let start = date.find(&written)?;
        Some((start..start + written.len(), write(year + 1)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_year_is_written_as_the_old_one_was() {
        let next = |date: &str| next_year(date, 2023).map(|(place, right)| date.replacen(&date[place], &right, 1));
        assert_eq!(next("2023年1月18日").as_deref(), Some("2024年1月18日"));
        assert_eq!(next("二〇二三年一月十八日").as_deref(), Some("二〇二四年一月十八日"));
        assert_eq!(next("２０２３年１月").as_deref(), Some("２０２４年１月"));
        assert_eq!(next("贰零贰叁年"), None);
    }
}
