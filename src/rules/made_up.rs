//! What only a test inside the engine can try: the examples of every rule on the made-up form of a later year, and the rule of
//! `docs/adding-a-rule.md`. `tests/examples.rs` runs the examples on the official forms.

use super::context::Shared;
use super::{Edit, Example, Finding, RuleContext, registry};
use crate::form::{Edition, official};
use crate::text::Source;
use crate::{check, reading, testkit};

/// Rules about things of certain years, which the years of the made-up form do not touch.
const OF_CERTAIN_YEARS: &[&str] = &["TM-08", "TM-15", "TM-16", "TM-17", "TM-18"];

fn shown(findings: &[Finding]) -> String {
    findings.iter().map(|finding| format!("\n    {} {}", finding.rule, finding.message)).collect()
}

#[test]
fn a_later_form_silences_no_rule() {
    let mut silent = String::new();
    for rule in registry().filter(|rule| !OF_CERTAIN_YEARS.contains(&rule.id)) {
        let of_old_form = |example: &&Example| example.edits.iter().any(|edit| matches!(edit, Edit::On2019));
        for example in rule.bad.iter().filter(|example| !of_old_form(example)) {
            let (text, options) = testkit::build_on(official(Edition::Of2026), 3, example.edits);
            let reports = check(&Source::from_text(text).expect("an example is short"), &options);
            let found: Vec<Finding> = reports.into_iter().flat_map(|one| one.findings.list).collect();
            if !found.iter().any(|finding| finding.rule == rule.id) {
                silent += &format!("\n  {} “{}” triggers only{}", rule.id, example.shown, shown(&found));
            }
        }
    }
    assert!(silent.is_empty(), "{silent}");
    let (text, options) = testkit::build_on(official(Edition::Of2026), 3, &[]);
    let reports = check(&Source::from_text(text).expect("an example is short"), &options);
    assert_eq!(reports[0].report.form.map(|form| form.edition), Some(Edition::Of2026));
    assert!(reports[0].findings.list.is_empty(), "{}", shown(&reports[0].findings.list));
}

#[test]
fn the_rule_of_the_recipe_works_as_written() {
    let recipe = include_str!("../../docs/adding-a-rule.md");
    assert!(
        recipe.contains(include_str!("../../docs/adding-a-rule/exclamation_marks.rs")),
        "the page shows another file"
    );
    let rule = &super::recipe::RULE;
    assert!(registry().all(|known| known.id != rule.id), "{} is taken", rule.id);
    let found = |example: &Example| {
        let (text, options) = testkit::build(example.edits);
        let reports = reading::read(&Source::from_text(text.clone()).expect("an example is short"));
        let shared = Shared::default();
        let mut context = RuleContext::new(&text, true, &reports[0], &options, &shared);
        context.run(rule);
        context.findings.list.len()
    };
    assert_eq!((found(&rule.bad[0]), found(&rule.good[0])), (1, 0));
}
