//! RD-04: characters were lost in pasting, so that the digits of a date or of a document number run together.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{Normalized, Words, digit};

pub static RULE: Rule = Rule {
    id: "RD-04",
    severity: Severity::Warning,
    basis: sources::TEXT_READER,
    title: "粘贴时丢了字",
    checks: told("日期里的“年”“月”，文号里的括号，件数后的“件”，在粘贴时有没有丢失。"),
    why: told("丢了这些字，日期和件数就认不准，也无法核对。"),
    bad: examples![Example {
        shown: "“自2023年1月1日起”变成了“自202311日起”。",
        edits: &[Edit::Words("自2023年1月1日起", "自202311日起")],
    }],
    good: examples![Example {
        shown: "“自2023年1月1日起”，文中另有网址里的一串数字。",
        edits: &[Edit::Words(
            "可在禾川县人民政府网站下载",
            "可在禾川县人民政府网站（http://www.hechuan.gov.cn/t20240118_5.html）下载",
        )],
    }],
    accompanied_by: &["TM-01"],
    check,
    ..Rule::ORDINARY
};

/// What comes before the number of applications.
const APPLICATIONS_COUNTED: Words = Words("公开申请 依申请公开");
/// More places than these are only counted.
const SHOWN: usize = 3;

fn check(context: &mut RuleContext) {
    let mut lost: Vec<(TextRange, &str)> = Vec::new();
    for line in passages::prose_lines(context, context.reading.span) {
        let flat = Normalized::of(context.text, line);
        let mut index = 0;
        while index < flat.len() {
            let end = flat.after_digits(index);
            if end > index
                && let Some((first, last, characters)) = damaged(&flat, index, end)
                && (end < flat.len() || !goes_on(context.text.get(line.end..).unwrap_or_default()))
            {
                lost.push((flat.span(first..last), characters));
            }
            index = end.max(index + 1);
        }
    }
    if lost.is_empty() {
        return;
    }
    let shown: Vec<String> = lost
        .iter()
        .take(SHOWN)
        .map(|&(span, characters)| format!("“{}”缺{characters}", passages::quoted(span.of(context.text), 16)))
        .collect();
    let more = if lost.len() > SHOWN { format!("等{}处", lost.len()) } else { String::new() };
    let message = format!("{}{more}，可能是粘贴时丢了字。", shown.join("，"));
    let finding = context.report(message, "请从原文重新复制，或者对照原文补上。");
    lost.iter().fold(finding, |finding, &(span, _)| finding.at(span));
}

/// Whether something is missing in or behind these digits: from where to where, and what.
fn damaged(flat: &Normalized, start: usize, end: usize) -> Option<(usize, usize, &'static str)> {
    let digits = flat.string(start..end);
    let begins_with_year = digits.starts_with("19") || digits.starts_with("20");
    match (digits.len(), flat.at(end)) {
        (5..=8, Some('日')) if begins_with_year => Some((start, end + 1, "“年”“月”")),
        (5..=8, Some('号')) if begins_with_year && flat.before(start) == Some('(') => {
            Some((start - 1, end + 1, "括号"))
        }
        (1..=4, None | Some(',' | '。' | ';')) if !flat.parts_thousands(end) => {
            let counted = APPLICATIONS_COUNTED.before(flat, start)?;
            Some((counted, end, "“件”"))
        }
        _ => None,
    }
}

/// Whether a line that breaks off behind a number goes on with its other digits or its unit.
fn goes_on(rest: &str) -> bool {
    rest.trim_start().starts_with(|c: char| digit(c).is_some() || "件份宗起条例项".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let flat = Normalized::of(text, TextRange::new(0, text.len()));
        let at = |index| damaged(&flat, index, flat.after_digits(index));
        let starts = (0..flat.len()).filter(|&index| {
            flat.after_digits(index) > index && (index == 0 || flat.after_digits(index - 1) == index - 1)
        });
        starts.filter_map(at).map(|(start, end, _)| flat.string(start..end)).collect()
    }

    #[test]
    fn digits_that_ran_together_are_seen() {
        assert_eq!(found("自202311日起至20231230日止"), ["202311日", "20231230日"]);
        assert_eq!(found("国办公开办函〔202130号"), ["(202130号"]);
        assert_eq!(found("收到政府信息公开申请3，全年"), ["公开申请3"]);
        assert!(goes_on("\n件，全年") && !goes_on("\n\n（三）信息管理"));
    }

    #[test]
    fn whole_dates_and_numbers_are_not() {
        for text in [
            "2023年1月1日",
            "20231230",
            "国办公开办函〔2021〕30号",
            "收到政府信息公开申请3件，",
            "三、收到和处理政府信息公开申请数量 3",
            "邮编202100，",
            "第20230101号",
            "收到政府信息公开申请1,036件，",
        ] {
            assert_eq!(found(text), [] as [String; 0], "{text}");
        }
    }
}
