//! The rules in the order of the catalogue, and the way they are run.

use super::context::Shared;
use super::options::Setting;
use super::{Finding, Findings, Options, Rule, RuleContext, Severity};
use super::{
    across, arithmetic, cells, dates, doubts, identity, local, privacy, prose, structure, tables, wording, years,
};
use crate::form::{CellId, TableId};
use crate::report::Report;

/// Returns the rules in the order of the catalogue.
pub fn registry() -> impl Iterator<Item = &'static Rule> {
    GROUPS.iter().flat_map(|group| group.iter().copied())
}

/// One list per folder; a new rule is a file in its folder and its name in that folder's list.
const GROUPS: &[&[&Rule]] = &[
    structure::RULES,
    identity::RULES,
    tables::RULES,
    arithmetic::RULES,
    cells::RULES,
    across::RULES,
    prose::RULES,
    dates::RULES,
    years::RULES,
    privacy::RULES,
    wording::RULES,
    local::RULES,
    doubts::RULES,
];

const COUNT: usize = {
    let (mut count, mut group) = (0, 0);
    while group < GROUPS.len() {
        count += GROUPS[group].len();
        group += 1;
    }
    count
};

/// The ids by themselves, so that who only asks for a name need not carry the rules.
static IDS: [&str; COUNT] = {
    let mut ids = [""; COUNT];
    let (mut at, mut group) = (0, 0);
    while group < GROUPS.len() {
        let mut rule = 0;
        while rule < GROUPS[group].len() {
            ids[at] = GROUPS[group][rule].id;
            at += 1;
            rule += 1;
        }
        group += 1;
    }
    ids
};

/// Returns whether a rule has this id.
pub fn is_rule(id: &str) -> bool {
    IDS.contains(&id)
}

/// Runs every rule that is switched on over one report.
pub fn judge(text: &str, as_given: bool, report: &Report, options: &Options) -> Findings {
    let shared = Shared::default();
    let mut context = RuleContext::new(text, as_given, report, options, &shared);
    for rule in registry() {
        let setting = options.setting(rule);
        let in_force = report.year.is_none_or(|year| year >= rule.since);
        if setting == Setting::Off || !in_force {
            continue;
        }
        let profiled = options.profiled(rule.id).is_some();
        let first = context.findings.list.len();
        context.run(rule);
        for finding in &mut context.findings.list[first..] {
            match setting {
                // The form's own arithmetic is no matter of judgement: its findings may weigh more, never less.
                Setting::As(severity) if is_arithmetic(rule.id) => finding.severity = finding.severity.min(severity),
                Setting::As(severity) => finding.severity = severity,
                _ if report.year == Some(2019) => lenient_for_2019(finding),
                _ => {}
            }
            if let Some(profile) = options.profile.as_ref().filter(|_| profiled) {
                finding.ground(&profile.ground());
            }
        }
        fold_the_rest(&mut context.findings.list, first);
    }
    fold_into_lapsed_sheet(&mut context.findings.list);
    privacy::mask(text, &mut context.findings.list);
    context.findings.name_unseen();
    context.findings
}

/// As many findings of one rule as anybody reads one by one.
const MOST_OF_A_RULE: usize = 300;

/// Makes one finding of those that are too many, with all their places: nothing that was found is left out of what is counted or masked.
fn fold_the_rest(findings: &mut Vec<Finding>, first: usize) {
    let kept = first + MOST_OF_A_RULE;
    if findings.len() <= kept + 1 {
        return;
    }
    let mut rest = findings.split_off(kept).into_iter();
    let Some(mut folded) = rest.next() else { return };
    let count = rest.len() + 1;
    for finding in rest {
        folded.severity = folded.severity.min(finding.severity);
        folded.places.extend(finding.places);
    }
    folded.message = format!("这样的问题还有{count}处，没有一一列出。");
    folded.suggestion = "先改上面列出的，改好再核对一次。".to_string();
    (folded.sides, folded.sum, folded.fixes) = (None, None, Vec::new());
    findings.push(folded);
}

/// What is wrong inside a sheet that is to be deleted weighs no more than advice; personal data on it stay what they are.
fn fold_into_lapsed_sheet(findings: &mut [Finding]) {
    if !findings.iter().any(|finding| finding.rule == structure::LAPSED_SHEET) {
        return;
    }
    for finding in findings.iter_mut().filter(|finding| finding.rule != structure::LAPSED_SHEET) {
        let in_sheet = |cell: &CellId| TableId::of(*cell) == TableId::Statistics;
        if finding.cells.first().is_some_and(in_sheet) {
            finding.severity = Severity::Info;
        }
    }
}

/// Whether a rule holds the form's own arithmetic: what it finds is never dismissed, and no report passes without it.
pub fn is_arithmetic(rule: &str) -> bool {
    rule.starts_with("AR-")
}

/// Whether a rule compares with the table of divisions, which a door hands in or not.
pub fn needs_divisions(rule: &str) -> bool {
    [identity::NAMES, identity::CONTACT].contains(&rule)
}

/// 国办公开办函〔2019〕60号 第二条 only encouraged the uniform format for the report year 2019.
fn lenient_for_2019(finding: &mut Finding) {
    let of_the_format = finding.rule.starts_with("ST-") || finding.rule.starts_with("TC-") || finding.rule == "WD-01";
    if of_the_format && finding.severity == Severity::Error {
        finding.severity = Severity::Warning;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    #[test]
    fn what_is_too_much_of_one_rule_is_one_finding_with_all_its_places() {
        let finding = |at: usize| {
            let mut finding = Finding::of(&Rule::ORDINARY, String::new(), String::new());
            finding.at(TextRange::new(at, at + 1));
            finding
        };
        let mut few: Vec<Finding> = (0..MOST_OF_A_RULE + 1).map(finding).collect();
        fold_the_rest(&mut few, 0);
        assert_eq!(few.len(), MOST_OF_A_RULE + 1);
        let mut many: Vec<Finding> = (0..MOST_OF_A_RULE + 100).map(finding).collect();
        fold_the_rest(&mut many, 50);
        assert_eq!(many.len(), MOST_OF_A_RULE + 51);
        let last = many.last().unwrap();
        assert_eq!((last.places.len(), last.message.as_str()), (50, "这样的问题还有50处，没有一一列出。"));
    }

    #[test]
    fn ids_are_unique_and_texts_are_given() {
        let mut seen = std::collections::BTreeSet::new();
        for rule in registry() {
            assert!(seen.insert(rule.id), "{} stands twice", rule.id);
            for text in [rule.basis, rule.title, rule.checks, rule.why] {
                assert!(!text.is_empty(), "{} lacks a text", rule.id);
            }
            for examples in [rule.bad, rule.good] {
                assert!(!examples.is_empty(), "{} lacks an example", rule.id);
                assert!(
                    examples.iter().all(|example| !example.shown.is_empty()),
                    "{} has an example without words",
                    rule.id
                );
            }
        }
    }
}
