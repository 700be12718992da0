//! ST-17: the introduction announces so many parts and lists another number.

use crate::rules::passages::{self, numeral_value};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources};
use crate::text::TextRange;
use crate::text::{digit, holds_any, occurrences};

use super::found_sections;

pub static RULE: Rule = Rule {
    id: "ST-17",
    severity: Severity::Info,
    basis: sources::PRACTICE,
    title: "前言列出的部分数不对",
    checks: "前言说“由六个部分组成”的，列出的部分是否真有六个。",
    why: "少列一个部分，多半是漏了“行政复议、行政诉讼情况”。",
    bad: &[Example {
        shown: "前言说“六个部分”，只列出五个。",
        edits: &[Edit::Words(
            "编制本报告。",
            "编制本报告。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。",
        )],
    }],
    good: &[Example {
        shown: "前言说“六个部分”，列出了六个。",
        edits: &[Edit::Words(
            "编制本报告。",
            "编制本报告。本报告包括六个部分：总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项。",
        )],
    }],
    check,
    ..Rule::ORDINARY
};

/// Words by which each part is known in a list.
const PARTS: [(&str, &[&str]); 6] = [
    ("总体情况", &["总体情况", "概述"]),
    ("主动公开政府信息情况", &["主动公开"]),
    ("收到和处理政府信息公开申请情况", &["收到和处理", "依申请公开"]),
    ("行政复议、行政诉讼情况", &["复议", "诉讼"]),
    ("存在的主要问题及改进情况", &["问题"]),
    ("其他需要报告的事项", &["其他需要报告", "报告的其他", "其他事项"]),
];

fn check(context: &mut RuleContext) {
    let Some(first) = found_sections(context).iter().map(|(_, span)| span.start).min() else { return };
    for sentence in passages::sentences(context, TextRange::new(context.reading.span.start, first)) {
        let words = passages::plain(sentence.of(context.text));
        let Some(announced) = announced(&words) else { continue };
        let listed: Vec<&str> =
            PARTS.iter().filter(|(_, known)| holds_any(&words, known)).map(|&(name, _)| name).collect();
        // Other parts than these six, as before 2019, cannot be counted.
        if listed.len() < 3 || listed.len() == announced || has_foreign_part(&words) {
            continue;
        }
        let missing: Vec<&str> = PARTS.iter().map(|&(name, _)| name).filter(|name| !listed.contains(name)).collect();
        let lacks = if missing.is_empty() { String::new() } else { format!("，缺“{}”", missing.join("”“")) };
        let message = format!("前言说有{announced}个部分，列出{}个{lacks}。", listed.len());
        context.report(message, "补齐列举，或改正部分数。").at(sentence);
    }
}

/// The number before 部分: 六个部分, 6部分, 六大部分.
fn announced(words: &str) -> Option<usize> {
    occurrences(words, TextRange::new(0, words.len()), "部分").into_iter().find_map(|place| {
        let before = words.get(..place.start).unwrap_or_default().trim_end_matches(['个', '大']);
        let number = before.chars().next_back()?;
        let value = digit(number).map(u32::from).or_else(|| numeral_value(&number.to_string()))?;
        let alone = !before.get(..before.len() - number.len_utf8()).unwrap_or_default().ends_with(['第', '十']);
        (alone && (3..=9).contains(&value)).then_some(value as usize)
    })
}

/// Whether the list has a part of another form, as before 2019: 咨询处理情况.
fn has_foreign_part(words: &str) -> bool {
    words.split(|c| "、;,:。".contains(c)).any(|item| {
        let known = PARTS.iter().any(|(_, known)| holds_any(item, known));
        item.ends_with("情况") && !known
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_announced_by_a_number() {
        assert_eq!(announced("本报告共分六个部分"), Some(6));
        assert_eq!(announced("全文由6部分组成"), Some(6));
        assert_eq!(announced("第三部分"), None);
        assert_eq!(announced("部分群众"), None);
    }
}
