//! TM-10: a year without its 年, or with two.

use super::years;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::{TextRange, is_han};

pub static RULE: Rule = Rule {
    id: "TM-10",
    severity: Severity::Warning,
    basis: sources::PRACTICE,
    title: "年份少字或多字",
    checks: told("“2019度”、标题里的“2019政府信息公开”少了“年”，“2021年年”多了“年”。"),
    why: told("年份写错最容易被读者看到。"),
    bad: examples![
        Example { shown: "“2023度”。", edits: &[Edit::Words("公文拟制时", "2023度，公文拟制时")] },
        Example {
            shown: "标题写成“柳溪镇2023政府信息公开工作年度报告”。",
            edits: &[Edit::Words(
                "禾川县柳溪镇人民政府2023年政府信息公开工作年度报告",
                "禾川县柳溪镇2023政府信息公开工作年度报告",
            )],
        },
        Example {
            shown: "“2023年年平稳”。", edits: &[Edit::Words("公文拟制时", "2023年年平稳，公文拟制时")]
        },
    ],
    good: examples![Example {
        shown: "“2023年年初”，是通顺的说法。",
        edits: &[Edit::Words("公文拟制时", "2023年年初起，公文拟制时")],
    }],
    check,
    ..Rule::ORDINARY
};

/// 2023年年初, 2023年年度报告: words of their own that begin with 年.
const AFTER_YEAR: &str = "初末底中终内度报间检审均味货轻龄份会景";

fn check(context: &mut RuleContext) {
    check_title(context);
    for line in passages::prose_lines(context, context.reading.span) {
        for (year, place) in years(context, line) {
            let rest = TextRange::new(place.end, line.end).of(context.text);
            if rest.starts_with('度') {
                let whole = TextRange::new(place.start, place.end + '度'.len_utf8());
                let finding = context.report(format!("“{year}度”缺“年”字。"), format!("改为“{year}年度”。"));
                finding.at(whole).fix(whole, format!("{year}年度"));
            } else if let Some(length) = doubled(rest) {
                let whole = TextRange::new(place.start, place.end + length);
                let finding = context.report(format!("“{year}年年”多了一个“年”字。"), format!("改为“{year}年”。"));
                finding.at(whole).fix(whole, format!("{year}年"));
            }
        }
    }
}

/// 柳溪镇2023政府信息公开工作年度报告: the year of a title runs into its words.
fn check_title(context: &mut RuleContext) {
    let Some(title) = context.reading.title.as_ref() else { return };
    for (year, place) in years(context, title.span) {
        let rest = TextRange::new(place.end, title.span.end).of(context.text).trim_start();
        if rest.starts_with(|c| is_han(c) && !matches!(c, '年' | '度' | '至')) {
            let end = TextRange::new(place.end, place.end);
            let finding = context.report(format!("标题里的“{year}”缺“年”字。"), format!("改为“{year}年”。"));
            finding.at(place).fix(end, "年");
        }
    }
}

/// The length of a doubled 年 that begins no other word, with the white space in it.
fn doubled(rest: &str) -> Option<usize> {
    let mut marks = rest.char_indices().filter(|(_, c)| !c.is_whitespace());
    let (first, second, third) = (marks.next()?, marks.next()?, marks.next());
    let begins_word = third.is_some_and(|(_, c)| AFTER_YEAR.contains(c));
    (first.1 == '年' && second.1 == '年' && !begins_word).then_some(second.0 + '年'.len_utf8())
}
