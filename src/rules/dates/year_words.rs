//! TM-10: a year without its 年, or with two.

use crate::report::Span;
use crate::rules::{Edit, Example, Findings, Rule, Severity, Subject, passages, sources};

pub static RULE: Rule = Rule {
    id: "TM-10",
    severity: Severity::Warning,
    title: "年份少字或多字",
    basis: sources::PRACTICE,
    checks: "“2019度”少了“年”，“2021年年”多了“年”。",
    why: "年份写错最容易被读者看到。",
    bad: Example { shown: "“2023度”。", edits: &[Edit::Words("公文拟制时", "2023度，公文拟制时")] },
    good: Example {
        shown: "“2023年年初”，是通顺的说法。",
        edits: &[Edit::Words("公文拟制时", "2023年年初起，公文拟制时")],
    },
    check,
};

/// 2023年年初, 2023年年度报告: words of their own that begin with 年.
const AFTER_YEAR: &str = "初末底中终内度报间检审均味货轻龄份会景";

fn check(subject: &Subject, findings: &mut Findings) {
    for line in passages::prose_lines(subject, subject.report.span) {
        let words = line.of(subject.text);
        for (year, end) in years(words) {
            let rest = &words[end..];
            let place = |length: usize| {
                let length: usize = rest.chars().take(length).map(char::len_utf8).sum();
                Span::new(line.start + end - 4, line.start + end + length)
            };
            let mut after = rest.chars().filter(|c| !c.is_whitespace());
            match (after.next(), after.next(), after.next()) {
                (Some('度'), ..) if rest.starts_with('度') => {
                    let finding = findings.finding(format!("“{year}度”缺“年”字。"), format!("改为“{year}年度”。"));
                    findings.add(finding.at(place(1)).fix(place(1), format!("{year}年度")));
                }
                (Some('年'), Some('年'), third) if third.is_none_or(|c| !AFTER_YEAR.contains(c)) => {
                    let length = rest
                        .char_indices()
                        .filter(|(_, c)| *c == '年')
                        .nth(1)
                        .map_or(0, |(at, _)| rest[..at].chars().count() + 1);
                    let finding =
                        findings.finding(format!("“{year}年年”多了一个“年”字。"), format!("改为“{year}年”。"));
                    findings.add(finding.at(place(length)).fix(place(length), format!("{year}年")));
                }
                _ => {}
            }
        }
    }
}

/// Years of four digits in a line, with the place where they end.
fn years(words: &str) -> Vec<(&str, usize)> {
    let bytes = words.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let run = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if run == 4 && words[at..].starts_with("20") {
            found.push((&words[at..at + 4], at + 4));
        }
        at += run.max(1);
    }
    found
}
