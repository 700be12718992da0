//! WD-08: places of a model text that were to be filled in.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources};
use crate::text::TextRange;
use crate::text::{occurrences, occurrences_of_any};

pub static RULE: Rule = Rule {
    id: "WD-08",
    severity: Severity::Warning,
    basis: sources::PRACTICE,
    title: "没有填写的空档",
    checks: "“XX单位”“20XX年”“某某局”“（单位名称）”“（文字描述）”“　年　月　日”等没有填写的地方。",
    why: "说明稿子是照样本写的，没有改完。",
    bad: &[Example {
        shown: "“XX镇人民政府”。", edits: &[Edit::Words("公文拟制时", "XX镇人民政府在公文拟制时")]
    }],
    good: &[Example {
        shown: "“张××”是隐去的姓名，“139XXXX5678”是隐去的号码。",
        edits: &[Edit::Words("公文拟制时", "答复申请人张××（139XXXX5678）。公文拟制时")],
    }],
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
    for line in passages::prose_lines(context, context.reading.span) {
        for place in blanks(line.of(context.text)) {
            let place = TextRange::new(line.start + place.0, line.start + place.1);
            let shown = passages::quoted(place.of(context.text), 16);
            context.report(format!("“{shown}”像是没有填写的空档。"), "填写，或删去。").at(place);
        }
    }
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
    found.extend(empty_date(line));
    found.sort_by_key(|&place| place);
    found.dedup_by(|next, kept| next.0 < kept.1);
    found
}

/// Within a title or a quotation, where names are hidden.
fn is_quoted(before: &str) -> bool {
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
