//! ST-17: the introduction announces so many parts and lists another number.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{chinese_value, digit, holds_any, occurrences};

use super::found_sections;

pub static RULE: Rule = Rule {
    id: "ST-17",
    severity: Severity::Info,
    basis: sources::PRACTICE,
    title: "前言列出的部分数不对",
    checks: told("前言说“由六个部分组成”的，列出的部分是否真有六个。"),
    why: told("少列一个部分，多半是漏了“行政复议、行政诉讼情况”。"),
    bad: examples![Example {
        shown: "前言说“六个部分”，只列出五个。",
        edits: &[Edit::Words(
            "编制本报告。",
            "编制本报告。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。",
        )],
    }],
    good: examples![Example {
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
    ("总体情况", &["总体", "概述", "概况", "基本情况"]),
    ("主动公开政府信息情况", &["主动公开"]),
    ("收到和处理政府信息公开申请情况", &["申请"]),
    ("行政复议、行政诉讼情况", &["复议", "诉讼"]),
    ("存在的主要问题及改进情况", &["问题", "不足", "改进", "建议", "下一步", "打算"]),
    ("其他需要报告的事项", &["其他", "需要说明", "需要报告", "需报告"]),
];
/// What joins the parts of a list. 及 and 和 stand within them: 主要问题及改进情况.
const JOINTS: [&str; 3] = ["以及", "、", ","];

fn check(context: &mut RuleContext) {
    let Some(first) = found_sections(context).iter().map(|(_, span)| span.start).min() else { return };
    for sentence in passages::sentences(context, TextRange::new(context.reading.span.start, first)) {
        let words = passages::plain(sentence.of(context.text));
        let Some(announced) = announced(&words) else { continue };
        let known: Vec<&str> =
            PARTS.iter().filter(|(_, known)| holds_any(&words, known)).map(|&(name, _)| name).collect();
        // What is listed counts, whether it is known or not.
        let listed = listed(&words).max(known.len());
        if known.len() < 3 || listed == announced || known.len() <= announced && listed > announced {
            continue;
        }
        let missing: Vec<&str> = PARTS.iter().map(|&(name, _)| name).filter(|name| !known.contains(name)).collect();
        let lacks = match missing[..] {
            [] => String::new(),
            _ if listed > known.len() => String::new(),
            _ => format!("，缺“{}”", missing.join("”“")),
        };
        let message = format!("前言说有{announced}个部分，列出{listed}个{lacks}。");
        context.report(message, "补齐列举，或改正部分数。").at(sentence);
    }
}

/// How many parts a sentence lists: what stands between its joints, 行政复议、行政诉讼情况 as one.
fn listed(words: &str) -> usize {
    let words = JOINTS.iter().fold(words.to_string(), |words, joint| words.replace(joint, "\n"));
    let mut count = 0;
    let mut after_review = false;
    for item in words.split(['\n', ';', ':', '。']) {
        let suits = item.contains("诉讼") && !item.contains("复议");
        let is_part = PARTS.iter().any(|(_, known)| holds_any(item, known)) || item.ends_with("情况");
        count += usize::from(is_part && !(suits && after_review));
        after_review = item.contains("复议");
    }
    count
}

/// The number before 部分: 六个部分, 6部分, 六大部分.
fn announced(words: &str) -> Option<usize> {
    occurrences(words, TextRange::new(0, words.len()), "部分").into_iter().find_map(|place| {
        let before = words.get(..place.start).unwrap_or_default().trim_end_matches(['个', '大']);
        let number = before.chars().next_back()?;
        let value = digit(number).map(i64::from).or_else(|| chinese_value(&number.to_string()))?;
        let alone = !before.get(..before.len() - number.len_utf8()).unwrap_or_default().ends_with(['第', '十']);
        (alone && (3..=9).contains(&value)).then_some(value as usize)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_counted_however_they_are_called() {
        let six = "本报告由总体情况、主动公开、依申请公开、行政复议诉讼、工作的设想、其他需要报告的事项组成";
        assert_eq!(listed(six), 5);
        assert_eq!(
            listed("包括总体情况、公开申请情况、行政复议、行政诉讼情况、主要问题及改进情况以及其他需报告的事项"),
            5
        );
        assert_eq!(listed("全文共六个部分。"), 0);
    }

    #[test]
    fn parts_are_announced_by_a_number() {
        assert_eq!(announced("本报告共分六个部分"), Some(6));
        assert_eq!(announced("全文由6部分组成"), Some(6));
        assert_eq!(announced("第三部分"), None);
        assert_eq!(announced("部分群众"), None);
    }
}
