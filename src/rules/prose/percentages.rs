//! NT-17: a percentage does not follow from the numbers beside it.

use super::amounts::{Amount, amounts};
use crate::form::cell_named;
use crate::report::Span;
use crate::rules::arithmetic::sums::counted;
use crate::rules::{Edit, Example, Findings, Rule, Severity, Subject, passages, sources};

pub static RULE: Rule = Rule {
    id: "NT-17",
    severity: Severity::Warning,
    title: "百分比与数字不符",
    basis: sources::FIGURES_AGREE,
    checks: "申请办理中“N件，占P%”：P应是N除以同一句的总数或办理总数，四舍五入或舍去尾数都可以。",
    why: "百分比算错，说明其中一个数改过而没有全改。",
    bad: Example {
        shown: "“予以公开5件，占45.2%”，办理总数13件。",
        edits: &[Edit::Words("其中予以公开5件、", "其中予以公开的申请5件，占45.2%、")],
    },
    good: Example {
        shown: "“予以公开5件，占38.4%”：5÷13＝38.46%，舍去尾数。",
        edits: &[Edit::Words("其中予以公开5件、", "其中予以公开的申请5件，占38.4%、")],
    },
    check,
};

/// Totals that a share may be of, when its sentence names none.
const TOTALS: [&str; 2] = ["requests.closed.total", "requests.received.total"];
/// 占 stands so near, in bytes.
const NEAR: usize = 24;

fn check(subject: &Subject, findings: &mut Findings) {
    let in_table: Vec<f64> = TOTALS
        .iter()
        .filter_map(|name| counted(subject.report, cell_named(name)?))
        .chain(received_and_carried(subject))
        .map(|count| count as f64)
        .collect();
    for sentence in passages::sentences(subject, subject.report.span) {
        let words = sentence.of(subject.text);
        if !words.contains('占') || !words.contains("申请") {
            continue;
        }
        let found = amounts(subject.text, sentence);
        for pair in found.windows(2) {
            let [part, share] = pair else { continue };
            if !is_share(subject.text, part, share) {
                continue;
            }
            let in_sentence = found.iter().filter(|other| other.unit == part.unit && other.value > part.value);
            let bases: Vec<f64> = in_sentence.map(|other| other.value).chain(in_table.iter().copied()).collect();
            if bases.is_empty() || found.iter().any(|amount| amount.rounded) {
                continue;
            }
            findings.tally.facts += 1;
            if bases.iter().any(|&base| follows(part.value, base, share)) {
                continue;
            }
            // The base of the message: the total named first, else all that was closed.
            let base = bases[0];
            let message = format!(
                "“{}，占{}”：{}÷{base}＝{:.2}%。",
                part.span.of(subject.text),
                share.span.of(subject.text),
                part.value,
                part.value / base * 100.0
            );
            let finding = findings.finding(message, "核对件数和百分比。");
            findings.add(finding.at(share.span).related(part.span));
        }
    }
}

fn received_and_carried(subject: &Subject) -> Option<i64> {
    let count = |name| counted(subject.report, cell_named(name)?);
    Some(count("requests.received.total")? + count("requests.carried_in.total")?)
}

/// N件，占P%: a count, then 占 and its percentage close by.
fn is_share(text: &str, part: &Amount, share: &Amount) -> bool {
    let between = Span::new(part.span.end, share.span.start).of(text);
    part.unit != "%" && share.unit == "%" && between.contains('占') && between.len() <= NEAR
}

/// Whether the share is the quotient, rounded or cut at the digits shown.
fn follows(part: f64, base: f64, share: &Amount) -> bool {
    if base <= 0.0 {
        return false;
    }
    let scale = 10f64.powi(i32::try_from(share.decimals).unwrap_or(0));
    let exact = part / base * 100.0 * scale;
    let shown = share.value * scale;
    (exact - shown).abs() <= 0.5 + 1e-6 || (exact - shown >= 0.0 && exact - shown < 1.0)
}
