//! WD-03: “三安全一稳定” with other quotation marks than the form's.

use crate::form::TableId;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::folded;

pub static RULE: Rule = Rule {
    id: "WD-03",
    severity: Severity::Info,
    basis: sources::LABELS,
    title: "“三安全一稳定”的引号",
    checks: told("第三部分“3.危及“三安全一稳定””一行的引号是否为成对的中文双引号。"),
    why: told("引号缺失或方向不对，是最常见的排版小毛病。"),
    bad: examples![Example {
        shown: "引号写成英文直引号。",
        edits: &[Edit::Words("危及“三安全一稳定”", "危及\"三安全一稳定\"")],
    }],
    good: examples![Example { shown: "危及“三安全一稳定”。", edits: &[] }],
    check,
    ..Rule::ORDINARY
};

const WORDS: &str = "三安全一稳定";
const NOT_PAIRED: &str = "“三安全一稳定”的引号不是成对的中文双引号。";

fn check(context: &mut RuleContext) {
    let Some(table) = context.reading.table(TableId::Requests) else { return };
    let suggestion = "改为成对的中文双引号。";
    let places = passages::places_of(context.text, table.span, WORDS);
    for &words in &places {
        let before = context.text.get(..words.start).and_then(|text| text.chars().next_back());
        let after = context.text.get(words.end..).and_then(|rest| rest.chars().next());
        // Corner brackets are the quotation marks of traditional characters.
        if matches!((before, after), (Some('“' | '「' | '『'), Some('”' | '」' | '』'))) {
            continue;
        }
        let width = |c: Option<char>| c.filter(|&c| is_straight(c)).map_or(0, char::len_utf8);
        let (start, end) = (words.start - width(before), words.end + width(after));
        let place = TextRange::new(start, end);
        let fixed = format!("“{}”", words.of(context.text));
        context.report(NOT_PAIRED, suggestion).at(place).fix(place, fixed);
        return;
    }
    // Where the label is wrapped around the figures of its row.
    let straight = |label: TextRange| label.of(context.text).contains(['"', '\'']);
    if let Some(row) = table.rows.iter().find(|row| places.is_empty() && straight(row.label)) {
        context.report(NOT_PAIRED, suggestion).at(row.label);
    }
}

fn is_straight(c: char) -> bool {
    matches!(folded(c), '"' | '\'')
}
