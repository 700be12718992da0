//! The title of a report, on one line or over several, and what it says: the name of the office and the year.

use std::ops::Range;

use super::names::{is_name, on_line, written};
use crate::reading::dates::{dates, year_at};
use crate::report::Written;
use crate::text::TextRange;
use crate::text::{Normalized, Words, is_han, lines, trimmed};

const LONGEST_TITLE: usize = 70;
/// A title is spread over at most so many lines.
const MOST_LINES: usize = 4;
/// What a title begins with is never one of these.
const SENTENCE_OPENINGS: Words =
    Words("现将 根据 按照 依据 本 以下 附 下载 查看 上一 下一 关于印发 关于做好 关于公布 关于发布 为 我 的 和 及");
const NEVER_IN_A_TITLE: Words = Words("如下 本报告 通知 现将 予以");
const SUBJECTS: Words = Words("信息公开 政务公开");

/// A line or several lines that read like the title of a yearly report.
#[derive(Clone, Debug)]
pub struct Title {
    pub written: Written,
    /// The office named in it.
    pub organization: Option<Written>,
    pub year: Option<u16>,
    /// It says 年度报告 or 年报.
    yearly: bool,
}

impl Title {
    /// Names the office, the year and the yearly report.
    pub fn is_full(&self) -> bool {
        self.organization.is_some() && self.year.is_some() && self.yearly
    }

    fn rank(&self) -> usize {
        [self.organization.is_some(), self.year.is_some(), self.yearly].into_iter().filter(|&said| said).count()
    }
}

/// The title of the report whose text before its first section this is: of several the fullest, of those the last one,
/// for a list of links may stand above it; where it is repeated, its first place.
pub fn find(text: &str, before_sections: TextRange) -> Option<Title> {
    let titles = own_lines(text, before_sections);
    let fullest = titles.iter().map(Title::rank).max();
    match titles.iter().rev().find(|title| Some(title.rank()) == fullest) {
        Some(best) => titles.iter().find(|title| title.written.text == best.written.text).cloned(),
        None => lines(text, before_sections)
            .find_map(|line| inside_line(text, line))
            .or_else(|| lines(text, before_sections).find_map(|line| announced(text, line))),
    }
}

/// Every title that stands on lines of its own.
pub fn own_lines(text: &str, span: TextRange) -> Vec<Title> {
    let lines: Vec<TextRange> =
        lines(text, span).map(|line| bare(text, line)).filter(|line| !line.is_empty()).collect();
    let mut found: Vec<Title> = Vec::new();
    let mut next = 0;
    for last in 0..lines.len() {
        if last < next || !may_end(text, lines[last]) {
            continue;
        }
        // The fullest title that ends here; of equals the shortest, for other lines may stand above it.
        let firsts = (next.max((last + 1).saturating_sub(MOST_LINES))..=last).rev();
        let whole = firsts.filter(|&first| is_whole(text, &lines[first..=last]));
        let titles = whole.map(|first| read_with_surroundings(text, &lines, first, last));
        let fullest = titles.reduce(|best, longer| if longer.0.rank() > best.0.rank() { longer } else { best });
        if let Some((title, behind)) = fullest {
            found.push(title);
            next = behind;
        }
    }
    found
}

/// Whether the last line of a title may end like this; most lines do not.
fn may_end(text: &str, line: TextRange) -> bool {
    is_short(line) && line.of(text).ends_with(['告', '报', '報', '）', ')'])
}

/// A line without the marks of Markdown and of table cells around it.
fn bare(text: &str, line: TextRange) -> TextRange {
    let line = trimmed(text, line);
    let marks = |c: char| matches!(c, '#' | '*' | '|' | '>' | '_' | '《' | '》') || c.is_whitespace();
    let content = line.of(text);
    let start = line.start + (content.len() - content.trim_start_matches(marks).len());
    TextRange::new(start, start + content.trim_matches(marks).len())
}

/// Whether these lines are a title from its first words to its last.
fn is_whole(text: &str, lines: &[TextRange]) -> bool {
    let opens = lines.first().is_some_and(|&first| may_begin(text, first));
    opens && lines.iter().all(|&line| is_short(line)) && is_title(&joined(text, lines))
}

fn joined(text: &str, lines: &[TextRange]) -> Normalized {
    let mut flat = Normalized::default();
    lines.iter().for_each(|&line| flat.extend(text, line));
    flat
}

/// The title on these lines, and the index of the line behind it. A year in brackets below belongs to it; an office's name above it
/// does when the title has none.
fn read_with_surroundings(text: &str, lines: &[TextRange], first: usize, last: usize) -> (Title, usize) {
    let year_below = lines.get(last + 1).is_some_and(|&line| is_bracketed_year(text, line));
    let next = last + 1 + usize::from(year_below);
    let title = read(&joined(text, &lines[first..next]), text);
    let above = first.checked_sub(1).and_then(|above| on_line(text, lines[above]));
    match above {
        Some(name) if title.organization.is_none() => {
            let mut whole = Normalized::of(text, name.span);
            lines[first..next].iter().for_each(|&line| whole.extend(text, line));
            let written = written(&whole, text, 0..whole.len());
            (Title { written, organization: Some(name), ..title }, next)
        }
        _ => (title, next),
    }
}

fn is_short(line: TextRange) -> bool {
    line.end - line.start <= LONGEST_TITLE * 4
}

/// Only a line with a year or with 公开 opens a title; what stands above may still be joined to it.
fn may_begin(text: &str, line: TextRange) -> bool {
    let flat = Normalized::of(text, line);
    let says = Words("公开 政府信息 政务").stand_in(&flat, 0..flat.len());
    says || (0..flat.len()).any(|index| year_at(&flat, index).is_some())
}

/// （2023年度） below a title.
fn is_bracketed_year(text: &str, line: TextRange) -> bool {
    if !is_short(line) {
        return false;
    }
    let flat = Normalized::of(text, line);
    let year = flat.after(0, "(").and_then(|index| year_at(&flat, index)).map(|(_, end)| end);
    let end = year.and_then(|end| Words("年度) 年) 度)").after(&flat, end));
    end == Some(flat.len())
}

/// Whether these characters read like a title: the subject, then 报告 or 年报 at the end, and nothing of a sentence.
fn is_title(flat: &Normalized) -> bool {
    let end = without_note(flat);
    let whole = 0..flat.len();
    let fits = |c: &char| is_han(*c) || c.is_ascii_alphanumeric() || matches!(c, '(' | ')' | '·' | '、' | '-' | '○');
    let closes = |words: &str| end.checked_sub(2).is_some_and(|start| flat.after(start, words).is_some());
    (8..=LONGEST_TITLE).contains(&flat.len())
        && (closes("报告") || closes("年报"))
        && SUBJECTS.stand_in(flat, whole.clone())
        && flat.chars().iter().all(fits)
        && !has_document_number(flat)
        && dates(flat).is_empty()
        && SENTENCE_OPENINGS.after(flat, 0).is_none()
        && !NEVER_IN_A_TITLE.stand_in(flat, whole)
}

/// 禾政发〔2023〕12号 above the title of a letter.
fn has_document_number(flat: &Normalized) -> bool {
    flat.chars().windows(2).any(|pair| pair[0].is_ascii_digit() && pair[1] == '号')
}

/// Where a title ends when a note in brackets behind it is left out.
fn without_note(flat: &Normalized) -> usize {
    if flat.at(flat.len().wrapping_sub(1)) != Some(')') {
        return flat.len();
    }
    flat.chars().iter().rposition(|&c| c == '(').unwrap_or(flat.len())
}

fn read(flat: &Normalized, text: &str) -> Title {
    // 年 may have been lost in pasting: 2023政府信息公开.
    let is_year = |end: usize| Words("年 度 政府 政务 )").after(flat, end).is_some();
    let year = (0..flat.len()).find_map(|index| Some((index, year_at(flat, index).filter(|&(_, end)| is_year(end))?)));
    Title {
        written: written(flat, text, 0..flat.len()),
        organization: organization(flat, year.map(|(start, (_, end))| start..end))
            .map(|name| written(flat, text, name)),
        year: year.map(|(_, (year, _))| year),
        yearly: Words("年度报告 年报 年度工作报告").stand_in(flat, 0..flat.len()),
    }
}

/// Where the office is named: before the year, or between the year and the subject.
fn organization(flat: &Normalized, year: Option<Range<usize>>) -> Option<Range<usize>> {
    let subject = SUBJECTS.places(flat, 0..flat.len()).last()?.start;
    let begins =
        |at: usize, words: &str| at.checked_sub(words.chars().count()).filter(|&s| flat.after(s, words).is_some());
    // 人民政府信息公开: the name keeps its 政府; 人民政府政府信息公开 has it twice.
    let subject = match begins(subject, "政府") {
        Some(short) if begins(short, "人民").is_none() => short,
        _ => subject,
    };
    let tidy = |range: Range<usize>| {
        let start = flat.after(range.start, "关于").unwrap_or(range.start);
        let start = Words("年度 年 度").after(flat, start).unwrap_or(start);
        let end = flat.find(start..range.end, "关于").unwrap_or(range.end);
        Some(start..end).filter(|range| range.start < range.end && is_name(flat, range.clone()))
    };
    match year {
        Some(year) if year.start < subject => tidy(0..year.start).or_else(|| tidy(year.end.min(subject)..subject)),
        _ => tidy(0..subject),
    }
}

/// A full title that stands inside a line, between spaces or before the first sentence, as pages copied without line ends have it.
fn inside_line(text: &str, line: TextRange) -> Option<Title> {
    let body = line.of(text);
    let mut at = line.start;
    for token in body.split_inclusive(char::is_whitespace) {
        let place = TextRange::new(at, at + token.len());
        at = place.end;
        if !token.contains("报告") && !token.contains("報告") {
            continue;
        }
        let end = text.floor_char_boundary(place.end.min(place.start + LONGEST_TITLE * 3));
        let mut flat = Normalized::of(text, TextRange::new(place.start, end));
        if !is_title(&flat) {
            let Some(behind) = flat.find(0..flat.len(), "年度报告").map(|index| index + 4) else { continue };
            flat = Normalized::of(text, flat.span(0..behind));
        }
        let title = is_title(&flat).then(|| read(&flat, text)).filter(Title::is_full);
        if title.is_some() {
            return title;
        }
    }
    None
}

/// What a sentence publishes where a report has no title: 现公布柳溪镇人民政府2023年政府信息公开工作年度报告.
fn announced(text: &str, line: TextRange) -> Option<Title> {
    let openings =
        Words("现公布 现予公布 现予以公布 现发布 现予发布 现予以发布 现公开 现将 现向社会公布 现向社会公开 现就");
    let flat = Normalized::of(text, line);
    let name = "年度报告";
    let end = flat.find(0..flat.len(), name)? + name.chars().count();
    let start = openings.places(&flat, 0..end).last()?.end;
    let flat = Normalized::of(text, bare(text, flat.span(start..end)));
    Some(read(&flat, text)).filter(Title::is_full)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(text: &str) -> Option<Title> {
        find(text, TextRange::new(0, text.len()))
    }

    fn said(text: &str) -> Option<(String, Option<String>, Option<u16>)> {
        title(text).map(|title| (title.written.text, title.organization.map(|name| name.text), title.year))
    }

    #[test]
    fn a_sentence_that_publishes_the_report_names_it_where_there_is_no_title() {
        let words = "根据条例的规定，现公布禾川县柳溪镇人民政府2023年政府信息公开工作年度报告。本报告共六个部分。";
        let (title, name, year) = said(words).expect("a title");
        assert_eq!(title, "禾川县柳溪镇人民政府2023年政府信息公开工作年度报告");
        assert_eq!((name.as_deref(), year), (Some("禾川县柳溪镇人民政府"), Some(2023)));
        let words = "现将《云山市水利局2022年度政府信息公开工作年度报告》予以公布。";
        assert_eq!(said(words).and_then(|(_, name, _)| name).as_deref(), Some("云山市水利局"));
        assert_eq!(said("现将2023年政府信息公开工作年度报告公布如下。"), None);
    }

    #[test]
    fn titles_name_the_office_and_the_year_in_any_order() {
        for (text, name, year) in [
            ("柳溪镇2023年政府信息公开工作年度报告", Some("柳溪镇"), Some(2023)),
            ("2023年度禾川县民政局政府信息公开工作年度报告", Some("禾川县民政局"), Some(2023)),
            ("2023年柳溪镇人民政府信息公开工作年度报告", Some("柳溪镇人民政府"), Some(2023)),
            ("柳溪镇人民政府政府信息公开工作年度报告（2023年）", Some("柳溪镇人民政府"), Some(2023)),
            ("关于2023年政府信息公开工作的报告", None, Some(2023)),
            ("柳溪镇关于2023年政府信息公开工作的报告", Some("柳溪镇"), Some(2023)),
            ("禾川县水利局关于禾川县2023年政府信息公开工作的报告", Some("禾川县水利局"), Some(2023)),
            ("二〇二三年政府信息公开工作年度报告", None, Some(2023)),
            ("柳溪鎮2023年政府信息公開工作年度報告", Some("柳溪鎮"), Some(2023)),
        ] {
            assert_eq!(said(text), Some((text.to_string(), name.map(String::from), year)), "{text}");
        }
    }

    #[test]
    fn titles_are_joined_over_lines() {
        let joined = "禾川县柳溪镇人民政府2023年政府信息公开工作年度报告";
        for text in [
            "禾川县柳溪镇人民政府\n\n2023 年政府信息公开工作年度报告",
            "禾川县柳溪镇人民政府2023年\n政府信息公开工作\n年度报告",
            "2024年1月8日\n禾川县柳溪镇人民政府\n2023年政府信息公开工作年度报告",
            "禾政发〔2024〕12号\n禾川县柳溪镇人民政府\n2023年政府信息公开工作年度报告",
            "# 禾川县柳溪镇人民政府\n# 2023年\n# 政府信息公开工作年度报告\n根据规定，编制本报告。",
        ] {
            let said = said(text).map(|(title, name, _)| (title, name));
            assert_eq!(said, Some((joined.to_string(), Some("禾川县柳溪镇人民政府".to_string()))), "{text}");
        }
        let bracketed = said("柳溪镇政府信息公开工作年度报告\n（2023年度）");
        assert_eq!(bracketed.and_then(|(_, _, year)| year), Some(2023));
    }

    #[test]
    fn a_name_above_a_full_title_is_not_part_of_it() {
        let text = "禾川县人民政府\n柳溪镇2023年政府信息公开工作年度报告\n";
        assert_eq!(said(text).map(|(title, ..)| title).as_deref(), Some("柳溪镇2023年政府信息公开工作年度报告"));
    }

    #[test]
    fn lines_above_a_title_are_not_drawn_into_it() {
        for above in ["三、收到和处理政府信息公开申请情况", "政务公开", "2023年度公开目录"] {
            let text = format!("{above}\n- 3 -\n柳溪镇2023年政府信息公开工作年度报告");
            assert_eq!(said(&text).map(|(title, ..)| title).as_deref(), Some("柳溪镇2023年政府信息公开工作年度报告"));
        }
    }

    #[test]
    fn sentences_and_links_are_no_titles() {
        for text in [
            "现将2023年政府信息公开工作年度报告公布如下：",
            "根据《条例》编制了《柳溪镇2023年政府信息公开工作年度报告》。",
            "关于做好2023年政府信息公开工作年度报告编制工作的通知",
            "上一篇：柳溪镇2022年政府信息公开工作年度报告",
            "本报告依据政府信息公开条例编制",
            "无",
        ] {
            assert!(title(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_title_is_found_in_a_page_without_line_ends() {
        let page = "当前位置： 首页政务公开政府信息公开年报 柳溪镇2023年度政府信息公开工作年度报告 来源：柳溪镇 时间：2024-01-08";
        assert_eq!(said(page).map(|(title, ..)| title).as_deref(), Some("柳溪镇2023年度政府信息公开工作年度报告"));
        let glued = "柳溪镇2023年政府信息公开工作年度报告根据《条例》的规定，编制本报告。";
        assert_eq!(said(glued).map(|(title, ..)| title).as_deref(), Some("柳溪镇2023年政府信息公开工作年度报告"));
    }

    #[test]
    fn the_title_next_to_the_text_is_taken() {
        let text = "柳溪镇2021年政府信息公开工作年度报告\n柳溪镇2022年政府信息公开工作年度报告\n来源：本站\n";
        assert_eq!(title(text).and_then(|title| title.year), Some(2022));
    }
}
