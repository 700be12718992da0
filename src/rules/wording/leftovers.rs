//! WD-05: what word processors, converters and templates leave in a text.

use crate::rules::structure::stands_for_table;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{holds_any, occurrences_of_each};

pub static RULE: Rule = Rule {
    id: "WD-05",
    severity: Severity::Error,
    basis: sources::PRACTICE,
    title: "软件残留的字符",
    checks: told("书签、域代码、“错误！未找到引用源”、网页标记和“[图片]”等残留。"),
    why: told("这些字符不属于报告，公布出去十分显眼。"),
    bad: examples![Example {
        shown: "“[bookmark: _GoBack]”。",
        edits: &[Edit::Words("公文拟制时", "[bookmark: _GoBack]公文拟制时")],
    }],
    good: examples![Example {
        shown: "“点击查看”“数据引用错误”是普通的话。",
        edits: &[Edit::Words("公文拟制时", "纠正数据引用错误，群众点击查看更方便。公文拟制时")],
    }],
    check,
    ..Rule::ORDINARY
};

/// What to search for, ASCII letters in lower case, and where the leftover ends.
struct Leftover {
    start: &'static str,
    /// The leftover goes on to this mark on the same line; without it, it is the words alone.
    end: Option<&'static str>,
    /// Marks of a web page: the form in which a page's source arrives, not a leftover there.
    of_page: bool,
    /// Whether it can go without a trace.
    removable: bool,
}

const fn words(start: &'static str) -> Leftover {
    Leftover { start, end: None, of_page: false, removable: false }
}

const fn bracketed(start: &'static str, end: &'static str) -> Leftover {
    Leftover { start, end: Some(end), of_page: false, removable: true }
}

const fn page_mark(start: &'static str) -> Leftover {
    Leftover { start, end: None, of_page: true, removable: true }
}

const PICTURE: &str = "[图片]";
const LEFTOVERS: [Leftover; 19] = [
    bracketed("[bookmark:", "]"),
    Leftover { start: "_goback", end: None, of_page: false, removable: true },
    words("error! reference source not found"),
    words("error! bookmark not defined"),
    words("错误!未找到引用源"),
    words("错误！未找到引用源"),
    words("错误!未定义书签"),
    words("错误！未定义书签"),
    bracketed("{ page", "}"),
    bracketed("{ hyperlink", "}"),
    words("hyperlink \""),
    words("\\* mergeformat"),
    words(PICTURE),
    words("点击输入"),
    words("单击此处输入"),
    page_mark("&nbsp;"),
    page_mark("<br>"),
    page_mark("<br/>"),
    page_mark("<br />"),
];
/// Longer than any leftover.
const LONGEST: usize = 120;

fn check(context: &mut RuleContext) {
    let body = context.reading.span.of(context.text);
    // Letters change case, bytes stay where they are.
    let lower = body.to_ascii_lowercase();
    let is_page = holds_any(&lower, &["<td", "<p>", "<div", "</", "|---", "| ---"]);
    // What was found so far, in order: [bookmark: _GoBack] holds _GoBack.
    let mut taken: Vec<TextRange> = Vec::new();
    let starts = LEFTOVERS.map(|leftover| leftover.start);
    let all = occurrences_of_each(&lower, TextRange::new(0, lower.len()), &starts);
    for (index, leftover) in LEFTOVERS.iter().enumerate().filter(|(_, leftover)| !(leftover.of_page && is_page)) {
        let mut places: Vec<TextRange> = Vec::new();
        for (_, found) in all.iter().filter(|(of, _)| *of == index) {
            let length =
                length_of(leftover, lower.get(found.start..).unwrap_or_default()).unwrap_or(leftover.start.len());
            let start = context.reading.span.start + found.start;
            let place = TextRange::new(start, start + length);
            let next = taken.partition_point(|other| other.end <= place.start);
            let is_known = taken.get(next).is_some_and(|other| other.overlaps(place));
            // A picture in place of a table is another rule's.
            let is_table = leftover.start == PICTURE && stands_for_table(context, place);
            if !is_known && !is_table {
                places.push(place);
            }
        }
        taken.extend(&places);
        TextRange::sort(&mut taken);
        let Some(&first) = places.first() else { continue };
        let shown = passages::quoted(first.of(context.text), 24);
        let times = passages::and_more(places.len());
        let message = format!("“{shown}”{times}是软件残留的字符。");
        let finding = context.report(message, "删去；如果后面本应有内容，对照原文补上。");
        let mut finding = finding.at_each(&places);
        if leftover.removable {
            finding = places.iter().fold(finding, |finding, &place| finding.fix(place, ""));
        }
    }
}

/// Up to and with its closing mark on the same line.
fn length_of(leftover: &Leftover, rest: &str) -> Option<usize> {
    let end = leftover.end?;
    let line = rest.lines().next()?;
    let at = line.find(end)?;
    (at <= LONGEST).then_some(at + end.len())
}
