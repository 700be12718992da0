//! The result as text for people: the verdict with what was not checked, then each finding with its line, the reason and the remedy.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use gouji::output::{FindingData, Offsets, Places, ReportData, SettingsData, SinceData};
use gouji::rules::{Role, Severity};
use gouji::text::{TextRange, visible};

use crate::outcome::Outcome;

/// How many columns a line takes.
const WIDTH: usize = 120;
/// A line longer than this shows only the part around the finding.
const AROUND: usize = 40;

/// Returns what is said of a source.
pub fn of(outcome: &Outcome, settings: &SettingsData) -> String {
    let places = Places::new(&outcome.text, Offsets::Utf8);
    let reports = outcome.reports.iter().map(|report| match &report.error {
        Some(error) => format!("{}\n  读不了：{}\n\n", visible(&outcome.name), visible(&error.message)),
        None => of_report(outcome, report, &places, settings),
    });
    reports.collect()
}

fn of_report(outcome: &Outcome, report: &ReportData, places: &Places, settings: &SettingsData) -> String {
    let title = report.title.as_deref().unwrap_or("（没有标题）");
    let checked = &report.checked;
    let gaps = if report.gaps { "；另有没有核对的内容" } else { "" };
    let mut text = format!(
        "{}：{}\n  {}{gaps}。已核对：{}张表{}格、{}个等式、{}处文字数字、{}个日期。\n",
        visible(&outcome.name),
        visible(title),
        report.verdict.in_words(),
        checked.tables,
        checked.cells,
        checked.sums,
        checked.facts,
        checked.dates,
    );
    if report.differs > 0 {
        text += &format!("  有{}格填的数与文字不同。\n", report.differs);
    }
    let used = settings.in_words();
    if !used.is_empty() {
        text += &format!("  {}\n", visible(&used));
    }
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        for finding in report.findings.iter().filter(|finding| finding.severity == severity) {
            text += &of_finding(finding, outcome, places);
        }
    }
    text += &repairs(report);
    text += &report.since.as_ref().map_or_else(String::new, |since| of_since(since, report));
    text += &not_checked(report);
    text += &dismissed(report);
    text + "\n"
}

/// What became of the findings of an earlier result.
fn of_since(since: &SinceData, report: &ReportData) -> String {
    if !since.known {
        return "\n  上次的结果里没有这份报告。\n".to_string();
    }
    let now = |indexes: &[usize]| -> Vec<String> {
        let line = |finding: &FindingData| format!("{} {}", finding.rule, finding.message);
        indexes.iter().filter_map(|&index| report.findings.get(index)).map(line).collect()
    };
    let mended: Vec<String> = since.mended.iter().map(|one| format!("{} {}", one.rule, one.message)).collect();
    [("已改", mended), ("未改", now(&since.still_there)), ("新增", now(&since.new))]
        .into_iter()
        .map(|(title, lines)| list(&format!("与上次的结果相比，{title}{}处", lines.len()), lines.into_iter()))
        .collect()
}

/// What would make the sums hold that do not, with the numbers that `gouji fix --repair` takes.
fn repairs(report: &ReportData) -> String {
    let lines = report.repairs.iter().enumerate().map(|(index, repair)| format!("{}. {}", index + 1, repair.because));
    list("建议的改法，同一处错有几种可能时，按可能性大小排列（用 gouji fix --repair 序号 改）", lines)
}

fn not_checked(report: &ReportData) -> String {
    let gaps = report.not_checked.iter().map(|gap| gap.message.clone());
    let unread = report.account.unread.iter().filter(|number| number.matters);
    let unread = unread.map(|number| format!("没有读懂这句里的数：{}", number.text));
    let unchecked = report.unchecked.iter().map(|item| format!("{} {}", item.rule, item.reason));
    list("没有核对的", gaps.chain(unread).chain(unchecked))
}

fn dismissed(report: &ReportData) -> String {
    let dismissed = report.dismissed.iter().map(|one| (&one.finding, &one.decision.reason));
    let lines = dismissed.map(|(finding, reason)| {
        let reason = if reason.is_empty() { String::new() } else { format!("（{reason}）") };
        format!("{} {}{reason}", finding.rule, finding.message)
    });
    let title = format!("另有{}处发现已在设置文件里确认无误，不算核对通过", report.dismissed.len());
    list(&title, lines)
}

/// A list under its title; nothing where it is empty.
fn list(title: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: String = lines.map(|line| format!("    {}\n", visible(&line))).collect();
    if lines.is_empty() { lines } else { format!("\n  {title}：\n{lines}") }
}

fn of_finding(finding: &FindingData, outcome: &Outcome, places: &Places) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let title = visible(&finding.message);
    let title = level.with_name(finding.severity.in_words()).primary_title(title).id(&finding.rule);
    let place = finding.spans.iter().find(|span| span.role == Role::Primary).or(finding.spans.first());
    let origin = place.map(|span| Origin::path(visible(&outcome.name)).line(span.line).char_column(span.column));
    let shown = place.map(|span| {
        let Excerpt { text, marked } = excerpt(&outcome.text, places, TextRange::new(span.start, span.end));
        let annotation = AnnotationKind::Primary.span(marked.start..marked.end);
        Snippet::source(text).line_start(span.line).annotation(annotation)
    });
    let note = |name: &'static str, said: &str| Level::NOTE.with_name(name).message(visible(said).into_owned());
    let kept = finding.kept.as_ref().map(|kept| match kept.reason.as_str() {
        "" => note("已说明", "这是表内等式，仍须改正"),
        reason => note("已说明", &format!("{reason}（这是表内等式，仍须改正）")),
    });
    let group = title.elements(origin).elements(shown).elements(kept);
    let group = group.element(note("怎么办", &finding.suggestion)).element(note("依据", &finding.basis));
    let renderer = Renderer::plain().decor_style(DecorStyle::Unicode).term_width(WIDTH);
    format!("\n{}\n", renderer.render(&[group]))
}

/// A piece of a line, and what is marked in it.
struct Excerpt {
    text: String,
    marked: TextRange,
}

/// Returns the line of a place, or the part of it around the place, with everything unseen named.
fn excerpt(text: &str, places: &Places, span: TextRange) -> Excerpt {
    let line = places.line_at(span.start);
    let end = span.end.clamp(span.start, line.end);
    let piece = |range: TextRange| range.of(text).chars();
    let first = |text: &str| match text.char_indices().nth(AROUND) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_string(),
    };
    let mut before: Vec<char> = piece(TextRange::new(line.start, span.start)).rev().take(AROUND + 1).collect();
    let cut = if before.len() > AROUND { before.pop().map_or("", |_| "…") } else { "" };
    let before: String = before.into_iter().rev().collect();
    let before = format!("{cut}{}", visible(&before));
    let marked = visible(&first(TextRange::new(span.start, end).of(text))).into_owned();
    let range = TextRange::new(before.len(), before.len() + marked.len());
    let after = first(TextRange::new(end, line.end).of(text));
    Excerpt { text: format!("{before}{marked}{}", visible(&after)), marked: range }
}
