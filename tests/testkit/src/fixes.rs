//! The exact edits that findings offer, tried.

use std::cmp::Reverse;

use gouji::rules::{Finding, Options, Severity};
use gouji::text::Source;

/// The text with the exact edits of a finding.
fn fixed(text: &str, finding: &Finding) -> String {
    let mut fixes: Vec<_> = finding.fixes.iter().collect();
    fixes.sort_by_key(|fix| Reverse(fix.span.start));
    let mut text = text.to_string();
    fixes.into_iter().for_each(|fix| text.replace_range(fix.span.start..fix.span.end, &fix.text));
    text
}

/// Returns the findings of a text whose exact edits leave them, or bring an error or a warning, each with what is found afterwards.
pub fn unfixed<'a>(text: &str, options: &Options, before: &'a [Finding]) -> Vec<(&'a Finding, Vec<Finding>)> {
    let loud = |list: &[Finding], rule: &str| {
        list.iter().filter(|other| other.rule == rule && other.severity != Severity::Info).count()
    };
    let with_fixes = before.iter().filter(|finding| !finding.fixes.is_empty());
    let tried = with_fixes.map(|finding| {
        let document = Source::from_text(fixed(text, finding)).expect("a text of a test is short");
        let after: Vec<Finding> =
            gouji::check(&document, options).into_iter().flat_map(|checked| checked.findings.list).collect();
        (finding, after)
    });
    let fails = |(finding, after): &(&Finding, Vec<Finding>)| {
        let stays = after.iter().any(|other| (other.rule, &other.message) == (finding.rule, &finding.message));
        stays || after.iter().any(|other| loud(after, other.rule) > loud(before, other.rule))
    };
    tried.filter(fails).collect()
}
