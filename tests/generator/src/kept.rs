//! The table kept in the repository, `tests/accuracy.txt`: how it is written and how a new run is held against it.

use std::fmt::Write as _;

use crate::damage::Damage;
use crate::measure::{self, Fault, Measured, Plan};

/// What the table holds: the full measure, and the small one that a test repeats.
pub const PARTS: [(&str, Plan); 6] = [
    ("20000 reports", Plan { reports: 20_000, seed: 1, layout: None, damages: &[] }),
    ("10000 damaged reports", Plan { reports: 10_000, seed: 1, layout: None, damages: Damage::LOSSES }),
    ("10000 reports with torn rows", Plan { reports: 10_000, seed: 1, layout: None, damages: Damage::TORN_ROWS }),
    ("400 reports", Plan { reports: 400, seed: 2, layout: None, damages: &[] }),
    ("400 damaged reports", Plan { reports: 400, seed: 2, layout: None, damages: Damage::LOSSES }),
    ("400 reports with torn rows", Plan { reports: 400, seed: 2, layout: None, damages: Damage::TORN_ROWS }),
];

/// The parts that a test repeats.
pub fn repeated() -> impl Iterator<Item = &'static (&'static str, Plan)> {
    PARTS.iter().filter(|(_, plan)| plan.reports < 1000)
}

/// Measures every part and sets it as text.
pub fn table() -> String {
    let mut text = String::from(
        "How the cells of generated reports are read. Written by `cargo xtask accuracy --write`, compared by tests/accuracy.rs.\n\
         wrong: a number the text does not show in that cell. untold: cells that cannot be told; given: those given, acceptably.\n",
    );
    for (heading, plan) in PARTS {
        let measured = measure::run(plan);
        let _ = write!(text, "\n## {heading}\n{}\n{}", measured.by_layout(), measured.by_kind());
    }
    text
}

/// Where a new run of a part is worse than the kept table says.
pub fn worse(kept: &str, heading: &str, measured: &Measured) -> Vec<String> {
    let part = kept.split("\n## ").find(|part| part.lines().next() == Some(heading)).unwrap_or_default();
    let right = |line: &str| -> Option<(String, u64)> {
        let mut columns = line.split_whitespace();
        let name = columns.next()?.to_string();
        let percent = columns.nth(2)?.replace('.', "").parse().ok()?;
        Some((name, percent))
    };
    let before: Vec<(String, u64)> = part.lines().filter_map(right).collect();
    let mut worse: Vec<String> =
        measured.panics.iter().map(|(seed, layout)| format!("the reader stopped at {layout} {seed}")).collect();
    for (layout, tally) in measured.tallies() {
        match before.iter().find(|(name, _)| name == layout) {
            None => worse.push(format!("{layout} is not in the table")),
            Some((_, kept)) if tally.right_in_ten_thousand() < *kept => {
                worse.push(format!(
                    "{layout}: {} of ten thousand cells right, before {kept}",
                    tally.right_in_ten_thousand()
                ));
            }
            Some(_) => {}
        }
    }
    let damaged = heading_switch(heading);
    let wrong = |fault: &Fault| format!("{fault}  --layout {} --show {}{damaged}", fault.layout, fault.seed);
    worse.extend(measured.wrong_ones().map(wrong));
    worse
}

/// What shows a report of a part again.
fn heading_switch(heading: &str) -> &'static str {
    match heading {
        _ if heading.contains("damaged") => " --damaged",
        _ if heading.contains("torn") => " --torn",
        _ => "",
    }
}
