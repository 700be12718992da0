//! Several reports in one text: where each begins, and which are only copies of one before.

use super::outline::{Candidate, Title, candidates, own_lines};
use crate::text::TextRange;
use crate::text::{occurrences_of_any, squeezed};
use std::collections::BTreeMap;

/// A title that stands again begins another report only when so many sections stand before it and behind it.
const SECTIONS_OF_A_REPORT: usize = 3;
/// More than so many copies of one report are not looked for.
const MOST_COPIES: usize = 6;
/// Words that only stand in the tables.
const TABLE_WORDS: [&str; 2] = ["第二十条第", "上年结转政府信息公开申请"];

/// A part of the text that is one report.
#[derive(PartialEq, Eq, Debug)]
pub struct Part {
    pub span: TextRange,
    /// Where the same report stands again, word for word.
    pub copies: Vec<TextRange>,
}

/// The reports of a text in order; always at least one, and together they are the whole text.
pub fn reports(text: &str) -> Vec<Part> {
    let whole = TextRange::new(0, text.len());
    if let Some(repeated) = repeated(text) {
        return vec![repeated];
    }
    let titles: Vec<Title> = own_lines(text, whole).into_iter().filter(|title| !is_quoted(text, title)).collect();
    let one = || vec![Part { span: whole, copies: Vec::new() }];
    let Some(first) = titles.first().map(|title| title.written.span.start) else { return one() };
    // The usual case: one title, and nothing of a report above it.
    if titles.len() == 1 && !Contents::of(text, TextRange::new(0, first)).hold(whole) {
        return one();
    }
    let contents = Contents::of(text, whole);
    let mut starts = vec![0];
    let mut current = titles.first();
    // Where the next title with other words stands, for each title.
    let mut ends: Vec<usize> = Vec::new();
    let mut end = text.len();
    for (index, title) in titles.iter().enumerate().rev() {
        if titles.get(index + 1).is_some_and(|next| next.written.text != title.written.text) {
            end = titles[index + 1].written.span.start;
        }
        ends.push(end);
    }
    for (title, end) in titles.iter().zip(ends.into_iter().rev()) {
        let start = title.written.span.start;
        let open = TextRange::new(starts.last().copied().unwrap_or_default(), start);
        let rest = TextRange::new(start, end);
        let again = current.is_some_and(|current| current.written.text == title.written.text);
        let first = current.is_some_and(|current| current.written.span.start == start);
        let begins = match (first, title.is_full() && !again) {
            (true, _) => contents.goes_back(open, rest),
            (false, true) => contents.hold(open) && contents.hold(rest),
            (false, false) => contents.starts_over(open, rest),
        };
        if begins {
            starts.push(start);
            current = Some(title);
        }
    }
    distinct(text, starts, &titles)
}

/// A title in 《》 is only named.
fn is_quoted(text: &str, title: &Title) -> bool {
    text.get(..title.written.span.start).unwrap_or_default().trim_end().ends_with('《')
}

/// A text that is the same words over and over, such as one report pasted twice.
fn repeated(text: &str) -> Option<Part> {
    let words = || text.char_indices().filter(|(_, c)| !c.is_whitespace());
    let count = words().count();
    let length = (2..=MOST_COPIES)
        .rev()
        .filter(|times| count % times == 0)
        .map(|times| count / times)
        .find(|&length| length > 0 && words().zip(words().skip(length)).all(|(one, other)| one.1 == other.1))?;
    let starts: Vec<usize> = words().step_by(length).map(|word| word.0).collect();
    let span = TextRange::new(0, *starts.get(1)?);
    if !Contents::of(text, span).hold(span) {
        return None;
    }
    let ends = starts.iter().skip(2).copied().chain([text.len()]);
    Some(Part { span, copies: starts[1..].iter().zip(ends).map(|(&start, end)| TextRange::new(start, end)).collect() })
}

/// Where sections and tables stand in the text.
struct Contents {
    headings: Vec<Candidate>,
    /// How often each section's heading stands among the first so many headings.
    counts: Vec<[usize; 6]>,
    tables: Vec<usize>,
}

impl Contents {
    fn of(text: &str, span: TextRange) -> Contents {
        let headings: Vec<Candidate> = candidates(text, span).into_iter().filter(Candidate::is_certain).collect();
        let mut counts = vec![[0; 6]];
        for heading in &headings {
            let mut next = counts.last().copied().unwrap_or_default();
            next[usize::from(heading.section) - 1] += 1;
            counts.push(next);
        }
        let tables = occurrences_of_any(text, span, &TABLE_WORDS).iter().map(|place| place.start).collect();
        Contents { headings, counts, tables }
    }

    fn first_heading(&self, position: usize) -> usize {
        self.headings.partition_point(|heading| heading.start() < position)
    }

    /// Which sections have their heading there.
    fn sections(&self, span: TextRange) -> [bool; 6] {
        let (first, last) = (self.first_heading(span.start), self.first_heading(span.end));
        std::array::from_fn(|section| self.counts[last][section] > self.counts[first][section])
    }

    /// Whether there is anything of a report: a section or a table.
    fn hold(&self, span: TextRange) -> bool {
        let table = self.tables.partition_point(|&table| table < span.start);
        self.tables.get(table).is_some_and(|&table| table < span.end) || self.sections(span).contains(&true)
    }

    /// Whether the sections behind a title do not go on from those before it, which have no title: the end of another report.
    fn goes_back(&self, before: TextRange, behind: TextRange) -> bool {
        let (first, last) = (self.headings_in(before).last(), self.headings_in(behind).first());
        first.zip(last).is_some_and(|(before, behind)| behind.section <= before.section)
    }

    fn headings_in(&self, span: TextRange) -> &[Candidate] {
        self.headings.get(self.first_heading(span.start)..self.first_heading(span.end)).unwrap_or_default()
    }

    /// Whether the sections of a report begin anew behind a title that has stood before. On the pages of a printed report the title
    /// stands again and again, and on attached sheets, but the sections go on.
    fn starts_over(&self, before: TextRange, behind: TextRange) -> bool {
        let first = |span: TextRange| self.headings_in(span).first().map(|heading| heading.section);
        let both = self.sections(before).into_iter().zip(self.sections(behind)).filter(|(a, b)| *a && *b).count();
        first(before).is_some() && first(before) == first(behind) && both >= SECTIONS_OF_A_REPORT
    }
}

/// The parts that begin there, copies put with the first of them.
fn distinct(text: &str, starts: Vec<usize>, titles: &[Title]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([text.len()]).collect();
    let titled: Vec<usize> = titles.iter().map(|title| title.written.span.start).collect();
    for (&start, &end) in starts.iter().zip(&ends) {
        let span = TextRange::new(start, end);
        // What stands above the title of the first report does not make its copy another report.
        let title = titled.get(titled.partition_point(|&title| title < start)).copied().unwrap_or(start);
        let content = squeezed(TextRange::new(title.min(end), end).of(text));
        match known.get(&content).and_then(|&first| parts.get_mut(first)) {
            Some(first) => first.copies.push(span),
            None => {
                known.insert(content, parts.len());
                parts.push(Part { span, copies: Vec::new() });
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(title: &str, number: u32) -> String {
        format!(
            "{title}\n\n一、总体情况\n全年公开信息{number}条。\n二、主动公开政府信息情况\n第二十条第（一）项\n\
             三、收到和处理政府信息公开申请情况\n上年结转政府信息公开申请数量\n六、其他需要报告的事项\n无。\n\n柳溪镇人民政府\n2024年1月8日\n"
        )
    }

    const TITLE: &str = "柳溪镇2023年政府信息公开工作年度报告";

    /// Where each report begins, and how many copies it has.
    fn split(text: &str) -> Vec<(usize, usize)> {
        let parts = reports(text);
        let whole =
            parts.iter().flat_map(|part| part.copies.iter().chain([&part.span])).map(|span| span.end - span.start);
        assert_eq!(whole.sum::<usize>(), text.len());
        parts.iter().map(|part| (part.span.start, part.copies.len())).collect()
    }

    #[test]
    fn another_title_with_a_report_begins_another_report() {
        let first = report(TITLE, 1);
        let last_year = report("柳溪镇2022年政府信息公开工作年度报告", 1);
        assert_eq!(split(&format!("{first}{last_year}")), [(0, 0), (first.len(), 0)]);
        let neighbour = report("石桥乡人民政府\n\n2023年政府信息公开工作年度报告", 1);
        assert_eq!(split(&format!("{first}{neighbour}")), [(0, 0), (first.len(), 0)]);
        let untitled = first.replace(TITLE, "");
        assert_eq!(split(&format!("{untitled}{last_year}")), [(0, 0), (untitled.len(), 0)]);
        let end = &first[first.find("三、").unwrap_or_default()..];
        assert_eq!(split(&format!("{end}{last_year}")), [(0, 0), (end.len(), 0)]);
    }

    #[test]
    fn the_same_report_again_is_a_copy() {
        let (first, second) = (report(TITLE, 1), report(TITLE, 2));
        assert_eq!(split(&format!("{first}{first}")), [(0, 1)]);
        assert_eq!(split(&format!("首页\n{first}\n\n{first}")), [(0, 1)]);
        assert_eq!(split(&format!("{first}{second}")), [(0, 0), (first.len(), 0)]);
        let untitled = format!("禾政发〔2024〕9号\n{}", first.replace(TITLE, "关于2023年政府信息公开工作的报告"));
        assert_eq!(split(&format!("{untitled}\n{untitled}{untitled}")), [(0, 2)]);
    }

    #[test]
    fn titles_without_a_report_of_their_own_begin_none() {
        let report = report(TITLE, 1);
        let sheet = "政府信息公开情况分析说明\n一、总体情况\n好。\n";
        for text in [
            report.clone(),
            format!("{TITLE}\n{report}"),
            format!("{TITLE}\n目录\n一、总体情况……1\n二、主动公开政府信息情况……2\n六、其他需要报告的事项……3\n{report}"),
            format!("{report}柳溪镇2022年政府信息公开工作年度报告\n柳溪镇2021年政府信息公开工作年度报告\n版权所有\n"),
            format!("{report}{sheet}"),
            format!("{report}{TITLE}\n附表\n第二十条第（一）项\n{sheet}"),
            report.replace("二、", &format!("- 2 -\n{TITLE}\n二、")).replace("六、", &format!("- 3 -\n{TITLE}\n六、")),
            report.replace("全年", "编制了\n《柳溪镇2022年政府信息公开工作年度报告》\n。全年"),
            "没有标题的文字。".repeat(4),
            String::new(),
        ] {
            assert_eq!(split(&text), [(0, 0)], "{text}");
        }
    }
}
