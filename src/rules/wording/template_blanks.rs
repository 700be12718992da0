//! WD-08: places of a model text that were to be filled in.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{digit, holds_any, occurrences, occurrences_of_any, occurrences_of_each, trimmed};

pub static RULE: Rule = Rule {
    id: "WD-08",
    severity: Severity::Warning,
    basis: sources::PRACTICE,
    title: "没有填写的空档",
    checks: told(
        "“XX单位”“20XX年”“某某局”“（单位名称）”“（文字描述）”“　年　月　日”“（）”“请与　联系”“电话：，”等没有填写的地方。",
    ),
    why: told("说明稿子是照样本写的，没有改完。"),
    bad: examples![
        Example {
            shown: "“废止规范性文件1件，现行有效的规范性文件。”",
            edits: &[Edit::Words("废止1件，现行有效12件。", "废止1件，现行有效的规范性文件。")],
        },
        Example {
            shown: "“主动公开政府信息条”。",
            edits: &[Edit::Words("主动公开政府信息230条，其中网站发布168条、公开栏张贴62条。", "主动公开政府信息条。")],
        },
        Example {
            shown: "“可在禾川县人民政府网站下载（）”。",
            edits: &[Edit::Words("可在禾川县人民政府网站下载。", "可在禾川县人民政府网站下载（）。")],
        },
        Example {
            shown: "“请与   联系（电话：）”。",
            edits: &[Edit::Words(
                "请与柳溪镇党政办公室联系（地址：禾川县柳溪镇河东路18号，电话：0731-5550123）。",
                "请与   联系（地址：禾川县柳溪镇河东路18号，电话：）。",
            )],
        },
        Example {
            shown: "“地址：，邮编：”。", edits: &[Edit::Words("地址：禾川县柳溪镇河东路18号，", "地址：，")]
        },
        Example {
            shown: "“XX镇人民政府”。", edits: &[Edit::Words("公文拟制时", "XX镇人民政府在公文拟制时")]
        },
    ],
    good: examples![
        Example {
            shown: "“联系方式如下：”后面换行写电话。",
            edits: &[Edit::Words("，电话：0731-5550123）。", "），联系电话：\n0731-5550123。")],
        },
        Example {
            shown: "“张××”是隐去的姓名，“139XXXX5678”是隐去的号码。",
            edits: &[Edit::Words("公文拟制时", "答复申请人张××（139XXXX5678）。公文拟制时")],
        },
    ],
    check,
    ..Rule::ORDINARY
};

/// What is left out before these is the name or the number of an office, a place, a day.
const AFTER_BLANK: [&str; 19] = [
    "单位",
    "局",
    "县",
    "镇",
    "乡",
    "市",
    "区",
    "省",
    "村",
    "街道",
    "年",
    "月",
    "日",
    "办",
    "委",
    "人民政府",
    "件",
    "条",
    "部门",
];
const HINTS: [&str; 6] = ["（单位名称）", "(单位名称)", "（文字描述", "(文字描述", "某某单位", "某单位名称"];
const UNNAMED: &str = "某某";

fn check(context: &mut RuleContext) {
    for place in lost_numbers(context) {
        let shown = passages::quoted(place.of(context.text), 20);
        context.report(format!("“{shown}”少了数。"), "补上数，没有的写0。").at(place);
    }
    for line in passages::prose_lines(context, context.reading.span) {
        for place in blanks(line.of(context.text)) {
            let place = TextRange::new(line.start + place.0, line.start + place.1);
            let shown = passages::quoted(place.of(context.text), 16);
            context.report(format!("“{shown}”像是没有填写的空档。"), "填写，或删去。").at(place);
        }
    }
}

/// What a clause of a list of counts is about when its number is lost: 废止规范性文件0件，现行有效的规范性文件。
const COUNTED: [&str; 6] = ["规范性文件", "规章", "公开申请", "行政复议", "行政诉讼", "文件"];
const COUNTING: [&str; 15] = [
    "现行有效",
    "继续有效",
    "废止",
    "制发",
    "制定",
    "收到",
    "受理",
    "办结",
    "答复",
    "结转",
    "发生",
    "予以公开",
    "部分公开",
    "无法提供",
    "不予处理",
];
/// With these a clause says that there was none, or speaks of no number.
const NO_NUMBER_NEEDED: [&str; 14] =
    ["未", "没有", "无", "不", "均", "全部", "及时", "按", "对", "做好", "关于", "等", "已", "制度"];
/// A unit right behind these has lost its number: 公开政府信息条，.
const UNITS_AFTER: [&str; 6] = ["信息条", "共件", "共条", "诉讼件", "复议件", "规范性文件件"];

/// The clauses of these sentences that have lost their number.
fn lost_numbers(context: &RuleContext) -> Vec<TextRange> {
    let mut found = Vec::new();
    for sentence in passages::sentences(context, context.reading.span) {
        let mut counted = 0;
        let mut bare = Vec::new();
        for clause in clauses(context.text, sentence) {
            let words = passages::plain(clause.of(context.text));
            let counts = words.char_indices().any(|(at, c)| {
                matches!(c, '件' | '条' | '项' | '次' | '份' | '宗' | '起' | '例' | '个' | '篇' | '部')
                    && words
                        .get(..at)
                        .unwrap_or_default()
                        .ends_with(|c| digit(c).is_some() || "零一二三四五六七八九十".contains(c))
            });
            counted += usize::from(counts);
            let unit = UNITS_AFTER.iter().find(|unit| clause.of(context.text).ends_with(**unit));
            let lost = unit.is_some();
            let clause = unit.map_or(clause, |unit| TextRange::new(clause.end - unit.len(), clause.end));
            let names = COUNTED.iter().any(|noun| words.ends_with(noun)) && holds_any(&words, &COUNTING);
            let short = words.chars().count() <= LONGEST_CLAUSE;
            if lost || names && short && !counts && !holds_any(&words, &NO_NUMBER_NEEDED) {
                bare.push((clause, lost));
            }
        }
        found.extend(bare.into_iter().filter(|(_, lost)| *lost || counted >= 2).map(|(clause, _)| clause));
    }
    found
}

/// A clause that counts one thing is short.
const LONGEST_CLAUSE: usize = 20;

/// The parts of a sentence between its commas and stops.
fn clauses(text: &str, sentence: TextRange) -> Vec<TextRange> {
    let mut found = Vec::new();
    let mut start = sentence.start;
    for (at, c) in sentence.of(text).char_indices() {
        if matches!(c, '，' | ',' | '；' | ';' | '。' | '、' | '：') {
            found.push(TextRange::new(start, sentence.start + at));
            start = sentence.start + at + c.len_utf8();
        }
    }
    found.push(TextRange::new(start, sentence.end.max(start)));
    found.into_iter().map(|clause| trimmed(text, clause)).filter(|clause| !clause.is_empty()).collect()
}

fn blanks(line: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let whole = TextRange::new(0, line.len());
    found.extend(occurrences_of_any(line, whole, &HINTS).iter().map(|hint| (hint.start, hint.end)));
    found.extend(
        occurrences(line, whole, UNNAMED)
            .iter()
            .filter(|word| !is_quoted(line.get(..word.start).unwrap_or_default()))
            .filter_map(|word| named(line, word.start, word.end)),
    );
    found.extend(crosses(line));
    found.extend(holes(line));
    found.extend(empty_date(line));
    found.sort_by_cached_key(|&place| place);
    found.dedup_by(|next, kept| next.0 < kept.1);
    found
}

/// In bytes: longer than any title and any quotation of a report.
const LONGEST_QUOTATION: usize = 2000;

/// Within a title or a quotation, where names are hidden.
fn is_quoted(before: &str) -> bool {
    let before =
        before.get(before.ceil_char_boundary(before.len().saturating_sub(LONGEST_QUOTATION))..).unwrap_or_default();
    let more = |open: char, close: char| before.matches(open).count() > before.matches(close).count();
    more('《', '》') || more('“', '”')
}

/// The blank with the word that names what is to be filled in.
fn named(line: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let word = AFTER_BLANK.iter().find(|word| line.get(end..).unwrap_or_default().starts_with(**word))?;
    Some((start, end + word.len()))
}

/// Runs of X or ×: 20XX年, XX局; not a part of a word, a number or a hidden name.
fn crosses(line: &str) -> Vec<(usize, usize)> {
    let is_cross = |c: char| matches!(c, 'X' | 'x' | '×' | 'Ｘ' | '✕');
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = line.get(at..).unwrap_or_default().find(is_cross).map(|place| at + place) {
        let end =
            line.get(start..).unwrap_or_default().find(|c| !is_cross(c)).map_or(line.len(), |place| start + place);
        at = end;
        if line.get(start..end).unwrap_or_default().chars().count() < 2 {
            continue;
        }
        let year = line.get(..start).unwrap_or_default().ends_with("20")
            && line.get(end..).unwrap_or_default().starts_with('年');
        let in_word = line.get(..start).unwrap_or_default().ends_with(|c: char| c.is_ascii_alphanumeric());
        let quoted = is_quoted(line.get(..start).unwrap_or_default());
        if year {
            found.push((start - 2, end));
        } else if let (false, false, Some(place)) = (in_word, quoted, named(line, start, end)) {
            found.push(place);
        }
    }
    found
}

/// What something is to follow, and what shows that nothing does.
const OPEN_WORDS: [(&str, &[char], &str); 8] = [
    ("（", &['）'], ""),
    ("(", &[')'], ""),
    ("请与", &['，', ','], "联系"),
    ("请向", &['，', ','], "咨询"),
    ("电话：", &['，', '。', '；', '）', '、'], ""),
    ("地址：", &['，', '。', '；', '）', '、'], ""),
    ("网址：", &['，', '。', '；', '）', '、'], ""),
    ("邮编：", &['，', '。', '；', '）', '、'], ""),
];

/// Holes in sentences: 下载（）, 请与　联系, 电话：，.
fn holes(line: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (index, place) in occurrences_of_each(line, TextRange::new(0, line.len()), &OPEN_WORDS.map(|(word, ..)| word)) {
        let (_, stops, goes_on) = OPEN_WORDS[index];
        let rest = line.get(place.end..).unwrap_or_default();
        let behind = rest.trim_start();
        let stop = behind.starts_with(stops) || !goes_on.is_empty() && behind.starts_with(goes_on);
        let length = behind.chars().next().map_or(0, |c| {
            if goes_on.is_empty() || !behind.starts_with(goes_on) { c.len_utf8() } else { goes_on.len() }
        });
        if stop {
            found.push((place.start, place.end + (rest.len() - behind.len()) + length));
        }
    }
    found
}

/// 　年　月　日 with white space for the figures.
fn empty_date(line: &str) -> Option<(usize, usize)> {
    let gap = |from: &str| from.len() - from.trim_start().len();
    occurrences(line, TextRange::new(0, line.len()), "年").into_iter().find_map(|year| {
        let after_year = year.end;
        let month = after_year + gap(line.get(after_year..).unwrap_or_default());
        let after_month = month + line.get(month..).unwrap_or_default().strip_prefix('月').map(|_| '月'.len_utf8())?;
        let day = after_month + gap(line.get(after_month..).unwrap_or_default());
        let end = day + line.get(day..).unwrap_or_default().strip_prefix('日').map(|_| '日'.len_utf8())?;
        (month > after_year && day > after_month).then_some((year.start, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_told_from_hidden_names() {
        assert_eq!(blanks("20XX年政府信息公开").len(), 1);
        assert_eq!(blanks("××县某某局").len(), 2);
        assert_eq!(blanks("落款　　年　月　日").len(), 1);
        assert_eq!(blanks("（文字描述，收取信息处理费情况在此处报告。）").len(), 1);
        for fine in [
            "张××诉某局",
            "139XXXX5678",
            "XXL号",
            "2023年 1 月 2 日",
            "《关于XX局的通知》",
            "“李××诉某某局案”",
            "某某同志",
        ] {
            assert_eq!(blanks(fine), [], "{fine}");
        }
    }
}
