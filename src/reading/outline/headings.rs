//! The headings of the six sections, told from row labels, sub-headings, lists of section names and the headings of attached sheets.

use std::sync::LazyLock;

use crate::form::SECTIONS;
use crate::report::{Heading, Numeral, NumeralStyle};
use crate::text::TextRange;
use crate::text::{digit, edit_distance, folded, holds_any, is_han, is_letter, item_numeral, key, lines};

/// A line longer than this is prose, in characters.
const LONGEST_HEADING: usize = 60;
/// A line of the section names in an introduction or a table of contents has at least so many neighbours.
const SHORTEST_LIST: usize = 3;
/// 二十 and 12 are the longest numbers a heading may have.
const LONGEST_NUMERAL: usize = 2;
/// How much of a line is looked at behind a heading, in characters: the dots of a table of contents fit in.
const REST_OF_LINE: usize = 150;
/// Words longer than this are a heading even where the first sentence is glued to them.
const UNMISTAKABLE: usize = 9;

/// The words of a heading that is far from the annex's, by section: it counts only in that section's place.
const WORDS_IN_PLACE: [(u8, &[&str]); 6] = [
    (1, &["总体", "概况", "概述", "基本情况"]),
    (2, &["主动公开"]),
    (3, &["依申请公开", "公开申请"]),
    (4, &["复议", "诉讼"]),
    (5, &["问题", "不足", "改进", "建议", "下一步"]),
    (6, &["需要报告", "需要说明", "其他事项"]),
];

/// A stretch of text that may be the heading of a section.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// 1 to 6.
    pub section: u8,
    pub heading: Heading,
    likeness: Likeness,
    setting: Setting,
    /// One of several headings in a row with nothing between them.
    listed: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Likeness {
    /// Only some of the section's words, in the section's place.
    Words,
    Near,
    Exact,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Setting {
    /// Inside a line, such as a page copied without line ends.
    Inside,
    /// At the start of a line that goes on with text.
    Opening,
    /// A line of its own.
    Line,
}

impl Candidate {
    pub fn start(&self) -> usize {
        self.heading.span.start
    }

    /// The annex's words or an alias on the first level, and not in a list of names.
    pub fn is_certain(&self) -> bool {
        let first_level = self.style() != Some(NumeralStyle::Bracketed);
        self.likeness == Likeness::Exact && first_level && !self.listed
    }

    fn style(&self) -> Option<NumeralStyle> {
        self.heading.numeral.map(|numeral| numeral.style)
    }

    fn is_numbered_right(&self) -> bool {
        self.heading.numeral.is_some_and(|numeral| numeral.value == self.section)
    }

    /// How far this is a heading of the first level: a section's own heading outweighs a sub-heading with the same words.
    fn weight(&self) -> u32 {
        let style = match self.style() {
            Some(NumeralStyle::Chinese) => 5,
            Some(NumeralStyle::Arabic) => 1,
            Some(NumeralStyle::Bracketed) | None => 0,
        };
        let likeness = match self.likeness {
            Likeness::Exact => 4,
            Likeness::Near => 2,
            Likeness::Words => 0,
        };
        style + likeness + u32::from(self.is_numbered_right()) + u32::from(self.setting == Setting::Line)
    }
}

/// The headings as they are compared: section and key.
static KEYS: LazyLock<Vec<(u8, Vec<char>)>> = LazyLock::new(|| {
    let of = |section: &crate::form::Section| {
        let number = section.number;
        let names = std::iter::once(&section.heading).chain(section.aliases);
        names.map(move |name| (number, key(name).chars().collect::<Vec<_>>())).collect::<Vec<_>>()
    };
    SECTIONS.iter().flat_map(of).collect()
});

/// Everything in the text that may be the heading of a section, in order.
pub fn candidates(text: &str, span: TextRange) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut goes_on = false;
    for line in lines(text, span) {
        // A heading that was wrapped ends on the next line.
        if found.last().is_some_and(|last| line.start < last.heading.span.end) {
            continue;
        }
        let heading =
            at_line_start(text, line, span.end).filter(|heading| heading.heading.numeral.is_some() || !goes_on);
        let from = heading.as_ref().map_or(line.start, |heading| heading.heading.span.end);
        found.extend(heading);
        inside_line(text, TextRange::new(from, line.end), &mut found);
        // The names of the sections in an introduction that was wrapped: a line after 、 is no heading.
        let shown = line.of(text).trim_end();
        goes_on = shown.ends_with(is_list_mark) || (shown.is_empty() && goes_on);
    }
    mark_lists(text, &mut found);
    found
}

/// The best heading of each section.
pub fn choose(candidates: &[Candidate]) -> [Option<Candidate>; 6] {
    let bracketed = are_bracketed(candidates);
    let chinese = numbered_in(candidates, NumeralStyle::Chinese) >= FIRST_LEVEL;
    // In a report that numbers its sections 一、二、三, 2. is a sub-heading unless it is the section's own to the letter.
    let is_sub_heading = |candidate: &Candidate| match candidate.style() {
        Some(NumeralStyle::Bracketed) => !bracketed,
        Some(NumeralStyle::Arabic) => {
            chinese && !(candidate.is_numbered_right() && candidate.likeness == Likeness::Exact)
        }
        Some(NumeralStyle::Chinese) | None => false,
    };
    let admitted = |candidate: &&Candidate| !is_sub_heading(candidate);
    let mut chosen: [Option<Candidate>; 6] = Default::default();
    for candidate in candidates.iter().filter(admitted).filter(|candidate| candidate.likeness > Likeness::Words) {
        let Some(best) = chosen.get_mut(usize::from(candidate.section) - 1) else { continue };
        let better = |best: &Candidate| {
            let (ours, theirs) = ((!candidate.listed, candidate.weight()), (!best.listed, best.weight()));
            // Of two lists the later one stands in the report itself: the first is a table of contents.
            ours > theirs || (ours == theirs && candidate.listed)
        };
        if best.as_ref().is_none_or(better) {
            *best = Some(candidate.clone());
        }
    }
    // （一）总体情况 in the place of a section that has no other heading is one.
    for candidate in candidates {
        let whole = candidate.likeness == Likeness::Exact && candidate.setting == Setting::Line && !candidate.listed;
        let unusual = match admitted(&candidate) {
            true => candidate.likeness == Likeness::Words,
            false => whole && candidate.is_numbered_right(),
        };
        if !unusual {
            continue;
        }
        if chosen[usize::from(candidate.section) - 1].is_none() && stands_in_place(candidate, &chosen) {
            chosen[usize::from(candidate.section) - 1] = Some(candidate.clone());
        }
    }
    chosen
}

/// Whether a report numbers its sections （一） to （六）; else bracketed numbers are those of sub-headings.
fn are_bracketed(candidates: &[Candidate]) -> bool {
    let bracketed = numbered_in(candidates, NumeralStyle::Bracketed);
    let others = [NumeralStyle::Chinese, NumeralStyle::Arabic].map(|style| numbered_in(candidates, style));
    bracketed >= FIRST_LEVEL && others.iter().all(|&other| bracketed > other)
}

/// So many sections numbered in a style show that it is that of the first level.
const FIRST_LEVEL: usize = 3;

/// How many of the six sections have a heading with their own number in that style.
fn numbered_in(candidates: &[Candidate], style: NumeralStyle) -> usize {
    let of_style = |section: u8| {
        candidates.iter().any(|candidate| {
            candidate.section == section && candidate.style() == Some(style) && candidate.is_numbered_right()
        })
    };
    (1..=6).filter(|&section| of_style(section)).count()
}

/// Whether an unusual heading stands between the headings of its neighbours.
fn stands_in_place(candidate: &Candidate, chosen: &[Option<Candidate>; 6]) -> bool {
    let section = candidate.section;
    let known = || chosen.iter().flatten().filter(|known| known.likeness > Likeness::Words);
    let before = known().filter(|known| known.section < section);
    let after = known().filter(|known| known.section > section);
    let in_order = before.clone().all(|known| known.start() < candidate.start())
        && after.clone().all(|known| candidate.start() < known.start());
    let between = match section {
        1 => after.clone().any(|known| known.section <= 3),
        2..=4 => before.clone().count() > 0 && after.clone().count() > 0,
        _ => before.clone().count() > 0,
    };
    let numbered = candidate.is_numbered_right() || section == 5;
    in_order && between && numbered && known().count() >= 2
}

/// Marks headings that follow one another with nothing between, as in a table of contents.
fn mark_lists(text: &str, candidates: &mut [Candidate]) {
    let mut first = 0;
    for index in 1..=candidates.len() {
        let goes_on = index < candidates.len() && {
            let gap = TextRange::new(candidates[index - 1].heading.span.end, candidates[index].start());
            !gap.of(text).chars().any(is_letter)
        };
        if !goes_on {
            if index - first >= SHORTEST_LIST {
                candidates[first..index].iter_mut().for_each(|candidate| candidate.listed = true);
            }
            first = index;
        }
    }
}

/// The heading a line begins with.
fn at_line_start(text: &str, line: TextRange, limit: usize) -> Option<Candidate> {
    let body = line.of(text);
    let start = line.start + (body.len() - body.trim_start_matches(is_decoration).len());
    if start >= line.end {
        return None;
    }
    let (numeral, words) = numeral_at(text, start, line.end).map_or((None, start), |(n, end)| (Some(n), end));
    let exact =
        longest_match(text, TextRange::new(words, limit), numeral.is_some()).and_then(|(section, length, end)| {
            let setting = setting_after(text, end, length, numeral)?;
            let end = if setting == Setting::Line {
                end + rest_of_line(text, end).trim_end_matches(is_decoration).len()
            } else {
                end
            };
            Some(Candidate::new(section, TextRange::new(start, end), numeral, Likeness::Exact, setting))
        });
    exact.or_else(|| unusual(text, start, TextRange::new(words, line.end), numeral))
}

impl Candidate {
    fn new(section: u8, span: TextRange, numeral: Option<Numeral>, likeness: Likeness, setting: Setting) -> Candidate {
        let exact = likeness == Likeness::Exact;
        Candidate { section, heading: Heading { span, numeral, exact }, likeness, setting, listed: false }
    }
}

/// What stands behind the words of a heading: nothing, text, or what shows that they are no heading.
fn setting_after(text: &str, end: usize, length: usize, numeral: Option<Numeral>) -> Option<Setting> {
    let rest = rest_of_line(text, end);
    if is_nothing(rest) {
        // 包括……、总体情况。 as the last line of a wrapped sentence has no number and a stop.
        return (numeral.is_some() || !rest.contains('。')).then_some(Setting::Line);
    }
    numeral?;
    let next = rest.chars().next()?;
    let opens = next.is_whitespace() && !rest.trim_start().starts_with(is_list_mark)
        || matches!(folded(next), '。' | ':' | '(' | '|' | '*' | '<')
        || digit(next).is_some()
        || (length >= UNMISTAKABLE && !is_list_mark(next) && !matches!(next, '表' | '》' | '”' | '"'));
    opens.then_some(Setting::Opening)
}

/// What stands on the line behind a place, no more of it than `REST_OF_LINE`.
fn rest_of_line(text: &str, place: usize) -> &str {
    let rest = text.get(place..).unwrap_or_default();
    let end = rest.char_indices().take(REST_OF_LINE).find(|&(_, c)| c == '\n').map(|(index, _)| index);
    let end = end.or_else(|| rest.char_indices().nth(REST_OF_LINE).map(|(index, _)| index));
    rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
}

/// A rest of a line without content: marks, a note in brackets, or dots and the page number of a table of contents.
fn is_nothing(rest: &str) -> bool {
    let rest = rest
        .trim()
        .trim_matches(|c| is_decoration(c) || matches!(c, '。' | ':' | '：' | '.' | '…' | '、' | '，' | ';' | '；'));
    let rest = rest.trim_matches(|c: char| c.is_ascii_digit() || is_decoration(c));
    let is_note = rest.starts_with(['（', '(']) && rest.ends_with(['）', ')']);
    rest.is_empty()
        || (is_note && rest.chars().count() <= 20 && rest.chars().filter(|&c| matches!(c, '（' | '(')).count() == 1)
}

fn is_list_mark(c: char) -> bool {
    matches!(c, '、' | '，' | ',' | '；' | ';')
}

/// Marks around a heading that are no part of it: Markdown, list points, cell borders.
fn is_decoration(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '#' | '*' | '|' | '>' | '_' | '-' | '•' | '●' | '■' | '◆' | '▲' | '★' | '·' | '\u{200b}' | '\u{feff}'
        )
}

/// The longest heading or alias whose characters stand at the start of the stretch: section, length in characters, and where it ends.
/// Marks between the characters do not count; a heading with a number may be wrapped.
fn longest_match(text: &str, stretch: TextRange, may_wrap: bool) -> Option<(u8, usize, usize)> {
    let matched = |wanted: &[char]| {
        let mut left = wanted.iter();
        let mut expected = left.next();
        let mut between = 0;
        let mut breaks = 0;
        for (index, c) in stretch.of(text).char_indices() {
            let simple = folded(c);
            if !is_han(simple) {
                between += 1;
                breaks += usize::from(c == '\n');
                let allowed = if may_wrap { 2 } else { 0 };
                if between > 12 || breaks > allowed || simple.is_ascii_digit() || simple == '。' {
                    return None;
                }
                continue;
            }
            if expected != Some(&simple) {
                return None;
            }
            between = 0;
            expected = left.next();
            if expected.is_none() {
                return Some(stretch.start + index + c.len_utf8());
            }
        }
        None
    };
    let first = stretch.of(text).chars().map(folded).find(|&c| is_han(c) || c.is_ascii_digit() || c == '。')?;
    let begun = KEYS.iter().filter(|(_, wanted)| wanted.first() == Some(&first));
    let found = begun.filter_map(|(section, wanted)| Some((*section, wanted.len(), matched(wanted)?)));
    found.max_by_key(|&(_, length, _)| length)
}

/// A line that is near a heading, or has its words.
fn unusual(text: &str, start: usize, words: TextRange, numeral: Option<Numeral>) -> Option<Candidate> {
    let shown = words.of(text).trim_end_matches(|c| is_decoration(c) || matches!(c, ':' | '：'));
    if shown.len() > LONGEST_HEADING * 4 || shown.ends_with(['。', '；', ';', '，', ',', '、']) {
        return None;
    }
    let bare =
        Some(shown.split(['（', '(']).next().unwrap_or_default()).filter(|bare| !bare.is_empty()).unwrap_or(shown);
    let written: Vec<char> = key(bare).chars().collect();
    if written.is_empty() || written.len() > LONGEST_HEADING {
        return None;
    }
    let span = TextRange::new(start, words.start + shown.len());
    let candidate = |section, likeness| Candidate::new(section, span, numeral, likeness, Setting::Line);
    // 主动公开政府信息情况表 is the title of a table.
    if bare.ends_with('表') {
        return None;
    }
    let part = if numeral.is_some() { 3 } else { 1 };
    let near = KEYS.iter().filter_map(|(section, wanted)| {
        let limit = wanted.len() * part / 10;
        // Most lines are much longer or shorter than a heading.
        let distance =
            (written.len().abs_diff(wanted.len()) <= limit).then(|| edit_distance(&written, wanted, limit))??;
        Some((distance * 1000 / wanted.len(), *section))
    });
    if let Some((_, section)) = near.min() {
        return Some(candidate(section, Likeness::Near));
    }
    let numeral = numeral.filter(|numeral| numeral.style == NumeralStyle::Chinese)?;
    let written: String = written.into_iter().collect();
    let own = WORDS_IN_PLACE.iter().filter(|(_, words)| holds_any(&written, words));
    let sections: Vec<u8> = own.map(|&(section, _)| section).collect();
    let section = sections.iter().copied().find(|&section| section == numeral.value).or(sections.first().copied())?;
    Some(candidate(section, Likeness::Words))
}

/// Headings with their right number inside a line, exactly as the annex has them.
fn inside_line(text: &str, stretch: TextRange, found: &mut Vec<Candidate>) {
    let body = stretch.of(text);
    let mut taken = stretch.start;
    for (index, c) in body.char_indices().skip(1) {
        let start = stretch.start + index;
        if start < taken || item_numeral(c).is_none() {
            continue;
        }
        let before = body.get(..index).unwrap_or_default().chars().rev().find(|c| !c.is_whitespace());
        if before
            .is_none_or(|c| is_list_mark(c) || matches!(c, '《' | '“' | '"' | '（' | '(' | '和' | '及' | '第' | '十'))
        {
            continue;
        }
        let Some((numeral, words)) = numeral_at(text, start, stretch.end) else { continue };
        if numeral.style != NumeralStyle::Chinese {
            continue;
        }
        let Some((section, length, end)) = longest_match(text, TextRange::new(words, stretch.end), false) else {
            continue;
        };
        // In a text without line ends even a short heading has the first sentence glued to it.
        let next = rest_of_line(text, end).chars().next();
        let goes_on = next.is_some_and(|c| is_han(c) && !"说表和及与的汇介".contains(c));
        if section != numeral.value || !(goes_on || setting_after(text, end, length, Some(numeral)).is_some()) {
            continue;
        }
        found.push(Candidate::new(
            section,
            TextRange::new(start, end),
            Some(numeral),
            Likeness::Exact,
            Setting::Inside,
        ));
        taken = end;
    }
}

/// The number of a heading with the marks behind it: 一、 第一部分 1. （一） and where the words begin.
fn numeral_at(text: &str, start: usize, end: usize) -> Option<(Numeral, usize)> {
    let mut chars = TextRange::new(start, end).of(text).char_indices().peekable();
    let mut next = chars.peek().map(|&(_, c)| folded(c))?;
    let bracketed = next == '(';
    let ordinal = next == '第';
    if bracketed || ordinal {
        chars.next();
        while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
        next = chars.peek().map(|&(_, c)| folded(c))?;
    }
    let mut value = 0;
    let mut style = if next.is_ascii_digit() { NumeralStyle::Arabic } else { NumeralStyle::Chinese };
    for _ in 0..LONGEST_NUMERAL {
        let arabic = style == NumeralStyle::Arabic;
        let digit = |c: char| if arabic { folded(c).to_digit(10) } else { item_numeral(c) };
        let Some(digit) = chars.next_if(|&(_, c)| digit(c).is_some()).and_then(|(_, c)| digit(c)) else { break };
        value = match digit {
            10 => value.max(1) * 10,
            _ if arabic => value * 10 + digit,
            _ => value + digit,
        };
    }
    let value = u8::try_from(value).ok().filter(|value| (1..=20).contains(value))?;
    let mut marks = 0;
    if ordinal {
        let (_, part) = chars.next()?;
        marks += 1;
        if part == '部' {
            chars.next_if(|&(_, c)| c == '分')?;
        } else if !matches!(part, '章' | '节') {
            return None;
        }
    }
    while chars.next_if(|&(_, c)| is_numeral_mark(c)).is_some() {
        marks += 1;
    }
    let words = chars.peek().map_or(end, |&(index, _)| start + index);
    if bracketed {
        style = NumeralStyle::Bracketed;
    }
    (marks > 0).then_some((Numeral { value, style }, words))
}

fn is_numeral_mark(c: char) -> bool {
    c.is_whitespace() || matches!(folded(c), '、' | ',' | '.' | '。' | ':' | '·' | ')' | '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The headings chosen, as written, by section.
    fn chosen(text: &str) -> Vec<(u8, String)> {
        let found = choose(&candidates(text, TextRange::new(0, text.len())));
        let written = |found: Candidate| (found.section, found.heading.span.of(text).to_string());
        found.into_iter().flatten().map(written).collect()
    }

    fn sections(text: &str) -> Vec<u8> {
        chosen(text).into_iter().map(|(section, _)| section).collect()
    }

    fn heading(line: &str) -> Option<(u8, Heading)> {
        let found = choose(&candidates(line, TextRange::new(0, line.len())));
        found.into_iter().flatten().next().map(|found| (found.section, found.heading))
    }

    #[test]
    fn headings_are_known_in_every_writing() {
        for (line, section) in [
            ("一、总体情况", 1),
            ("1、 总体情况", 1),
            ("一,、總體情況", 1),
            ("总体情况", 1),
            ("第一部分 总体情况", 1),
            ("一、 总 体 情 况", 1),
            ("一、概述", 1),
            ("## 一、总体情况", 1),
            ("**二、主动公开政府信息情况**", 2),
            ("| 二、主动公开政府信息情况 |", 2),
            ("二、行政机关主动公开政府信息情况", 2),
            ("三、收到和处理政府信息公开\n申请情况", 3),
            ("三、收到和处理政府信息公開申請情況：", 3),
            ("四、政府信息公开行政复议和行政诉讼情况（单位：件）", 4),
            ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", 4),
            ("七、政府信息公开工作存在的主要问题及改进情况", 5),
            ("六.需要报告的其他事项", 6),
        ] {
            let found = heading(line).map(|(section, heading)| (section, heading.exact));
            assert_eq!(found, Some((section, true)), "{line}");
        }
    }

    #[test]
    fn near_headings_are_known_and_marked() {
        for (line, section) in [
            ("二、主动公开政府信息的情况", 2),
            ("三、收到与处理政府信息公开申请的情况", 3),
            ("五、存在问题及改进措施", 5),
            ("六、其它需要报告的事项", 6),
        ] {
            let found = heading(line).map(|(section, heading)| (section, heading.exact));
            assert_eq!(found, Some((section, false)), "{line}");
        }
    }

    #[test]
    fn numbers_are_kept_as_written() {
        let numeral = |line| heading(line).and_then(|(_, heading)| heading.numeral).map(|n| (n.value, n.style));
        assert_eq!(numeral("1、 总体情况"), Some((1, NumeralStyle::Arabic)));
        assert_eq!(numeral("七、存在的主要问题及改进情况"), Some((7, NumeralStyle::Chinese)));
        assert_eq!(numeral("总体情况"), None);
    }

    #[test]
    fn rows_and_sentences_and_titles_of_tables_are_no_headings() {
        for line in [
            "一、本年新收政府信息公开申请数量",
            "二、上年结转政府信息公开申请数量",
            "三、本年度办理结果",
            "四、结转下年度继续办理",
            "2023年主动公开政府信息情况表",
            "收到和处理政府信息公开申请情况表",
            "（四）主动公开政府信息的数量",
            "（六）政府信息公开行政复议、行政诉讼情况",
            "一、提高站位，推进全面公开",
            "二、具体情况说明",
            "本报告包括总体情况、主动公开政府信息情况、其他需要报告的事项。",
            "一是总体情况良好。",
        ] {
            assert_eq!(sections(line), [] as [u8; 0], "{line}");
        }
    }

    #[test]
    fn names_of_sections_in_an_introduction_are_passed_over() {
        let report = "一、总体情况\n全年平稳。\n二、主动公开政府信息情况\n表\n六、其他需要报告的事项\n无。\n";
        for introduction in [
            "全文包括一、总体情况，二、主动公开政府信息情况，六、其他需要报告的事项。\n",
            "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、\n其他需要报告的事项。\n",
            "目录\n一、总体情况……1\n二、主动公开政府信息情况……3\n六、其他需要报告的事项……8\n",
            "本报告包括以下部分：\n一、总体情况\n二、主动公开政府信息情况\n六、其他需要报告的事项\n",
        ] {
            let text = format!("{introduction}{report}");
            let found = choose(&candidates(&text, TextRange::new(0, text.len())));
            let starts: Vec<usize> = found.iter().flatten().map(Candidate::start).collect();
            assert_eq!(starts.len(), 3, "{text}");
            assert!(starts.iter().all(|&start| start >= introduction.len()), "{text}");
        }
    }

    #[test]
    fn sections_that_are_all_pictures_still_have_their_headings() {
        let text = "一、总体情况\n全年平稳。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n\n\
                    四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n还有不足。";
        assert_eq!(sections(text), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_section_outweighs_a_sub_heading_with_its_words() {
        let text = "一、总体情况\n2.主动公开政府信息情况\n公开30条。\n（三）收到和处理政府信息公开申请情况\n无。\n\
                    二、主动公开政府信息情况\n表\n三、收到和处理政府信息公开的申请情况\n表";
        let found = chosen(text);
        assert_eq!(found[1].1, "二、主动公开政府信息情况");
        assert_eq!(found[2].1, "三、收到和处理政府信息公开的申请情况");
    }

    #[test]
    fn headings_glued_into_one_line_are_found() {
        let text = "柳溪镇2023年政府信息公开工作年度报告一、总体情况过去一年，全镇平稳。二、主动公开政府信息情况第二十条第（一）项0 0 0\
                    五、存在的主要问题及改进情况一是栏目不全。六、其他需要报告的事项无。";
        assert_eq!(sections(text), [1, 2, 5, 6]);
    }

    #[test]
    fn unusual_headings_count_in_their_place_only() {
        let text = "一、基本情况\n好。\n二、主动公开政府信息情况\n表\n三、依申请公开办理情况\n表\n四、复议诉讼情况\n表\n\
                    五、下一步工作思考\n想。\n六、其他需要报告的事项\n无";
        assert_eq!(sections(text), [1, 2, 3, 4, 5, 6]);
        let exact: Vec<bool> = choose(&candidates(text, TextRange::new(0, text.len())))
            .into_iter()
            .flatten()
            .map(|found| found.heading.exact)
            .collect();
        assert_eq!(exact, [false, true, false, false, false, true]);
        let old = "一、主动公开工作扎实\n好。\n二、依申请公开工作有序\n好。\n三、存在的主要问题及改进情况\n有。\n四、其他需要报告的事项\n无";
        assert_eq!(sections(old), [5, 6]);
    }

    #[test]
    fn bracketed_numbers_are_sections_when_the_whole_report_has_them() {
        let text = "（一）总体情况\n好。\n（二）主动公开政府信息情况\n表\n（三）收到和处理政府信息公开申请情况\n表\n";
        assert_eq!(sections(text), [1, 2, 3]);
    }
}
