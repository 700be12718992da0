//! PV: personal data and internal addresses in a text that is published. Messages show them masked.

mod applicants;
mod backend_url;
mod bank_card;
mod clerks;
mod identity_number;
mod internal_address;
mod mailbox;
mod phone;

use std::collections::BTreeSet;

use daachorse::CharwiseDoubleArrayAhoCorasick;

use super::{Finding, Rule, RuleContext};
use crate::text::TextRange;
use crate::text::{digit, holds_any, squeezed};

pub const RULES: &[&Rule] = &[
    &identity_number::RULE,
    &phone::RULE,
    &mailbox::RULE,
    &bank_card::RULE,
    &applicants::RULE,
    &clerks::RULE,
    &backend_url::RULE,
    &internal_address::RULE,
];

/// A run of digits, half- or full-width, as ASCII digits with its place.
pub struct DigitRun {
    digits: String,
    span: TextRange,
}

/// The groups in which people write mobile numbers, identity numbers and cards: 139 0000 5678.
const GROUPED: [&[usize]; 5] = [&[3, 4, 4], &[6, 8, 4], &[6, 8, 3], &[4, 4, 4, 4, 3], &[4, 4, 4, 4]];

/// Every unbroken run of digits of the report, and the runs that are written in groups.
pub fn digit_runs(context: &RuleContext) -> Vec<DigitRun> {
    let start = context.reading.span.start;
    let mut runs: Vec<DigitRun> = Vec::new();
    for (at, c) in context.reading.span.of(context.text).char_indices() {
        let Some(value) = digit(c) else { continue };
        let here = TextRange::new(start + at, start + at + c.len_utf8());
        match runs.last_mut() {
            Some(run) if run.span.end == here.start => {
                run.span.end = here.end;
                run.digits.push(char::from(b'0' + value));
            }
            _ => runs.push(DigitRun { digits: char::from(b'0' + value).to_string(), span: here }),
        }
    }
    for first in 0..runs.len() {
        let grouped = GROUPED.iter().find_map(|groups| joined(context.text, &runs, first, groups));
        runs.extend(grouped);
    }
    runs.retain(|run| !is_of_the_page(context, run.span.start));
    runs
}

/// Runs of these lengths one behind the other, with the same mark between them and no further run behind it.
fn joined(text: &str, runs: &[DigitRun], first: usize, groups: &[usize]) -> Option<DigitRun> {
    let behind = |run: usize| -> &str {
        let next = runs.get(run + 1).map_or(0, |next| next.span.start);
        let between = runs.get(run).and_then(|run| text.get(run.span.end..next)).unwrap_or_default();
        if matches!(between, " " | "\u{a0}" | "-") { between } else { "" }
    };
    let mark = behind(first);
    if mark.is_empty() || first > 0 && behind(first - 1) == mark {
        return None;
    }
    let mut whole = DigitRun { digits: String::new(), span: runs[first].span };
    for (offset, &length) in groups.iter().enumerate() {
        let run = runs.get(first + offset)?;
        let goes_on = behind(first + offset) == mark;
        if run.digits.len() != length || goes_on != (offset + 1 < groups.len()) {
            return None;
        }
        whole.digits.push_str(&run.digits);
        whole.span.end = run.span.end;
    }
    Some(whole)
}

/// Other long numbers are named before they stand.
const OTHER_NUMBERS: [&str; 11] =
    ["索引号", "信用代码", "编号", "编码", "备案", "文号", "流水", "代码", "序列", "许可证", "标识"];
/// How far before a number its name is looked for, in bytes.
const NAME_DISTANCE: usize = 36;

/// Whether the words before a number say that it is a code of some kind.
fn is_named_otherwise(text: &str, span: TextRange) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    let stop = |&(at, c): &(usize, char)| before.len() - at > NAME_DISTANCE || matches!(c, '，' | '。' | '；' | '、');
    let from = before.char_indices().rev().find(stop).map_or(0, |(at, c)| at + c.len_utf8());
    holds_any(before.get(from..).unwrap_or_default(), &OTHER_NUMBERS)
}

/// The rules that find personal data as it stands; the others of the family find addresses and names of offices.
const PERSONAL: [&str; 4] = [identity_number::RULE.id, phone::RULE.id, mailbox::RULE.id, bank_card::RULE.id];

pub fn is_personal(rule: &str) -> bool {
    PERSONAL.contains(&rule)
}

/// The personal data that was found, as written and without white space. All of it is sought in one pass: there may be thousands of
/// numbers, and as many messages.
pub struct Personal {
    words: BTreeSet<String>,
    /// None where nothing personal was found.
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
}

impl Personal {
    pub fn of<'a>(text: &str, findings: impl IntoIterator<Item = &'a Finding>) -> Personal {
        let places =
            findings.into_iter().filter(|finding| is_personal(finding.rule)).flat_map(|finding| &finding.places);
        let found = places.map(|place| place.span.of(text)).flat_map(|words| [words.to_string(), squeezed(words)]);
        let mut words = BTreeSet::new();
        words.extend(found.filter(|words| !words.is_empty()));
        let automaton = CharwiseDoubleArrayAhoCorasick::new(&words).ok();
        Personal { words, automaton }
    }

    /// Whether these are the words of something personal.
    pub fn is(&self, words: &str) -> bool {
        self.words.contains(words)
    }

    /// Whether something personal stands in these words.
    pub fn stands_in(&self, words: &str) -> bool {
        self.automaton.as_ref().is_some_and(|automaton| automaton.find_iter(words).next().is_some())
    }

    /// Puts stars in the place of what is personal; where two numbers overlap, in place of both.
    pub fn star_out(&self, words: &mut String) {
        let Some(automaton) = &self.automaton else { return };
        let mut found: Vec<TextRange> =
            automaton.find_overlapping_iter(&*words).map(|found| TextRange::new(found.start(), found.end())).collect();
        TextRange::sort(&mut found);
        let mut starred = String::new();
        let mut done = 0;
        for place in found {
            if place.start >= done {
                starred += words.get(done..place.start).unwrap_or_default();
                starred += "****";
            }
            done = done.max(place.end);
        }
        starred += words.get(done..).unwrap_or_default();
        *words = starred;
    }
}

/// Stars out personal data where another rule quotes it.
pub fn mask(text: &str, list: &mut [Finding]) {
    let personal = Personal::of(text, &*list);
    for finding in list {
        personal.star_out(&mut finding.message);
        for alike in &mut finding.alike {
            personal.star_out(&mut alike.last_year);
        }
    }
}

/// Whether a place belongs to the page around the report, which the office does not publish as its own.
fn is_of_the_page(context: &RuleContext, position: usize) -> bool {
    context.reading.left_out.iter().any(|span| span.contains(position))
}

/// 139****5678
fn masked_phone(digits: &str) -> String {
    format!("{}****{}", digits.get(..3).unwrap_or_default(), digits.get(digits.len() - 4..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::Personal;
    use crate::rules::{Finding, Options};
    use crate::text::{Source, TextRange};

    /// The PV rules that speak of a sentence of a report.
    fn rules(sentence: &str) -> Vec<&'static str> {
        let text =
            format!("柳溪镇2023年政府信息公开工作年度报告\n一、总体情况\n{sentence}\n六、其他需要报告的事项\n无。\n");
        let document = Source::from_text(text).expect("a short text");
        let findings = crate::check(&document, &Options::default()).into_iter().flat_map(|one| one.findings.list);
        findings.map(|finding| finding.rule).filter(|rule| rule.starts_with("PV-")).collect()
    }

    #[test]
    fn personal_numbers_are_found_however_they_are_written() {
        for number in
            ["139 0000 5678", "139-0000-5678", "+8613900005678", "１３９００００５６７８", "13900005678/13900005679"]
        {
            assert_eq!(rules(&format!("手机{number}。")), vec!["PV-02"; number.matches('/').count() + 1], "{number}");
        }
        for number in ["110000 19900307 0028", "110000-19900307-0028", "110000199003070028"] {
            assert_eq!(rules(&format!("证件{number}。")), ["PV-01"], "{number}");
        }
        assert_eq!(rules("账户6222 0000 0000 1234 560。"), ["PV-04"]);
        assert_eq!(rules("邮箱1200345678 @qq.com。"), ["PV-03"]);
    }

    #[test]
    fn what_overlaps_is_starred_out_whole_and_once() {
        let found = |words: &[&str], text: &str| {
            let findings: Vec<Finding> = words
                .iter()
                .map(|word| {
                    let at = text.find(word).expect("the word stands there");
                    let mut finding = Finding::of(&super::phone::RULE, String::new(), String::new());
                    finding.at(TextRange::new(at, at + word.len()));
                    finding
                })
                .collect();
            let mut shown = text.to_string();
            Personal::of(text, &findings).star_out(&mut shown);
            shown
        };
        assert_eq!(found(&["13900005678"], "电话13900005678、13900005678。"), "电话****、****。");
        assert_eq!(found(&["139 0000 5678"], "139 0000 5678，13900005678"), "****，****");
        assert_eq!(found(&["1390", "9000"], "139000"), "****");
        assert_eq!(found(&[], "没有"), "没有");
    }

    #[test]
    fn other_long_numbers_are_not_personal() {
        for fine in [
            "索引号：13900005678，",
            "文件编号13900005678。",
            "累计投入13900005678元。",
            "网站访问13900005678次。",
            "http://www.hechuan.gov.cn/13900005678/index.html",
            "统一编码6222000000001234560。",
            "电话0731-5550123、5550124，热线12345。",
            "139-0000-5678-9012",
            "ISBN 978-7-5108-1234-5",
            "见《规定》第10.1.2.3条。",
            "http://www.hechuan.gov.cn/search?sid=12&page=2",
        ] {
            assert_eq!(rules(fine), [] as [&str; 0], "{fine}");
        }
    }
}
