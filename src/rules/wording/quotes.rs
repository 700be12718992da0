//! WD-03: “三安全一稳定” with other quotation marks than the form's.

use crate::form::TableId;
use crate::report::Span;
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, passages, sources};
use crate::text::folded;

pub static RULE: Rule = Rule {
    id: "WD-03",
    severity: Severity::Info,
    basis: sources::LABELS,
    help: help(HelpText {
        title: "“三安全一稳定”的引号",
        checks: "第三部分“3.危及“三安全一稳定””一行的引号是否为成对的中文双引号。",
        why: "引号缺失或方向不对，是最常见的排版小毛病。",
        bad: Example {
            shown: "引号写成英文直引号。",
            edits: &[Edit::Words("危及“三安全一稳定”", "危及\"三安全一稳定\"")],
        },
        good: Example { shown: "危及“三安全一稳定”。", edits: &[] },
    }),
    check,
};

const WORDS: &str = "三安全一稳定";

fn check(subject: &Subject, findings: &mut Findings) {
    let Some(table) = subject.report.table(TableId::Requests) else { return };
    for words in passages::places_of(subject.text, table.span, WORDS) {
        let before = subject.text[..words.start].chars().next_back();
        let after = subject.text[words.end..].chars().next();
        // Corner brackets are the quotation marks of traditional characters.
        if matches!((before, after), (Some('“' | '「' | '『'), Some('”' | '」' | '』'))) {
            continue;
        }
        let is_quote = |c: &char| matches!(folded(*c), '"' | '\'');
        let start = words.start - before.filter(is_quote).map_or(0, char::len_utf8);
        let end = words.end + after.filter(is_quote).map_or(0, char::len_utf8);
        let place = Span::new(start, end);
        let message = format!("“三安全一稳定”的引号写成了{}。", place.of(subject.text));
        let finding = findings.finding(message, "改为成对的中文双引号。").at(place);
        let fixed = format!("“{}”", words.of(subject.text));
        findings.add(finding.fix(place, fixed));
        return;
    }
}
