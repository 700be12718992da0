//! RD-05: the text was opened in the wrong encoding.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::occurrences_of_any;

pub static RULE: Rule = Rule {
    id: "RD-05",
    severity: Severity::Warning,
    basis: sources::TEXT_READER,
    title: "文字编码有误",
    checks: told("文中有没有乱码：替换符“\u{fffd}”，或者用错编码打开才会出现的字。"),
    why: told("乱码处的字和数都读不出来，等于没有核对。"),
    bad: examples![Example {
        shown: "“发布前逐条进行保密审查”中间有两个字成了“锟斤拷”。",
        edits: &[Edit::Words("逐条进行保密审查", "逐条进锟斤拷密审查")],
    }],
    good: examples![Example {
        shown: "文中有拼音和外文字母：“Wǒ”“é”。",
        edits: &[Edit::Words("更新政府信息公开专栏", "更新政府信息公开专栏，栏目名称加注拼音é、ü")],
    }],
    check,
    ..Rule::ORDINARY
};

/// What 政府, 信息, 情况 and the like become when UTF-8 is read as GBK, and what replacement marks and empty memory become.
const GARBLED: &[&str] =
    &["锟斤拷", "烫烫烫", "屯屯屯", "鏀垮簻", "淇℃伅", "宸ヤ綔", "鎯呭喌", "鎬讳綋", "琛屾斂", "鎶ュ憡"];
/// So many characters of a western encoding in a row, with so many letters among them, are Chinese read in that encoding.
const SHORTEST_WESTERN_RUN: usize = 4;
const WESTERN_LETTERS: usize = 2;
/// Places beyond these are only counted.
const SHOWN: usize = 20;

fn check(context: &mut RuleContext) {
    let places = garbled(context.text, context.reading.span);
    let Some(&first) = places.first() else { return };
    let count = passages::and_more(places.len());
    let sample = passages::quoted(first.of(context.text), 10);
    let message = format!("文中有乱码：“{sample}”{count}，文字编码有误。");
    let finding = context.report(message, "请换一种编码打开原文件，再重新复制。");
    places.iter().take(SHOWN).fold(finding, |finding, &place| finding.at(place));
}

/// The garbled stretches of a part of a text.
fn garbled(text: &str, within: TextRange) -> Vec<TextRange> {
    let words = within.of(text);
    let mut found = occurrences_of_any(text, within, GARBLED);
    let mut run = Run::at(within.start);
    for (at, c) in words.char_indices().chain([(words.len(), '\n')]) {
        let behind = within.start + at + c.len_utf8();
        if c == '\u{fffd}' || is_western(c) || is_sign(c) {
            run.place.end = behind;
            run.length += 1;
            run.letters += usize::from(is_western(c));
            run.damaged |= c == '\u{fffd}';
        } else {
            found.extend(run.is_garbled().then_some(run.place));
            run = Run::at(behind);
        }
    }
    TextRange::sort(&mut found);
    found
}

/// A run of characters that may be garbled.
struct Run {
    place: TextRange,
    length: usize,
    letters: usize,
    damaged: bool,
}

impl Run {
    fn at(position: usize) -> Run {
        Run { place: TextRange::new(position, position), length: 0, letters: 0, damaged: false }
    }

    fn is_garbled(&self) -> bool {
        self.damaged || (self.length >= SHORTEST_WESTERN_RUN && self.letters >= WESTERN_LETTERS)
    }
}

/// A letter that Chinese text does not use in a row.
fn is_western(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}' | 'À'..='ÿ') && !matches!(c, '×' | '÷')
        || matches!(c, 'œ' | 'Œ' | 'ž' | 'Ž' | 'Š' | 'š' | 'Ÿ' | 'ƒ' | '†' | '‡' | '™' | '‰' | 'ˆ' | '˜')
}

/// A sign of the western encodings; some of them, such as × and ·, are used in Chinese text as well.
fn is_sign(c: char) -> bool {
    matches!(c, '¡'..='¿' | '×' | '÷' | '€')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        garbled(text, TextRange::new(0, text.len())).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn wrong_encodings_are_seen() {
        assert_eq!(found("总体\u{fffd}情况"), ["\u{fffd}"]);
        assert_eq!(found("2023年鏀垮簻工作"), ["鏀垮簻"]);
        assert_eq!(found("2023 Õþ¸®ÐÅÏ¢ 1"), ["Õþ¸®ÐÅÏ¢"]);
        assert_eq!(found("政府 ä¿¡æ¯"), ["ä¿¡æ¯"]);
    }

    #[test]
    fn pinyin_and_signs_are_no_damage() {
        for text in ["××××乡", "規(guī)章、數(shù)量", "柳溪·石桥", "café", "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}1", "20°C±1"]
        {
            assert_eq!(found(text), [] as [&str; 0], "{text}");
        }
    }
}
