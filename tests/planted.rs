//! Faults planted in sound reports are found where they are, and sound reports are left in peace. `cargo xtask accuracy -- --planted 2000`
//! and `--plausible 2000` do the same with more reports.

use std::collections::BTreeMap;

use gouji::rules::{Severity, registry};
use gouji_generator::{planted, plausible};

#[test]
fn every_rule_has_a_planted_fault() {
    let planted = planted::rules();
    let without: Vec<&str> = registry().map(|rule| rule.id).filter(|id| !planted.contains(id)).collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn every_planted_fault_is_found_where_it_is_shown_and_never_passed_as_clean() {
    let counts = planted::run(3 * planted::KINDS, 1);
    let wrong: BTreeMap<_, _> = counts.iter().filter(|(_, count)| count.failures() > 0).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn plausible_reports_raise_no_error_and_no_warning() {
    let alarms = plausible::run(160, 1, false).alarms;
    let loud: Vec<_> = alarms.iter().filter(|((_, severity), _)| *severity != Severity::Info).collect();
    assert!(loud.is_empty(), "{loud:?}");
}

#[test]
fn what_a_layout_loses_is_all_that_is_said_of_it() {
    let alarms = plausible::run(80, 1, true).alarms;
    // ST-16: a table of which nothing is left may be a picture. WD-02: a heading that was cut short.
    let says_a_loss =
        |rule: &str| rule.starts_with("RD-") || rule.starts_with("TC-") || ["CF-02", "ST-16", "WD-02"].contains(&rule);
    let loud = |(rule, severity): (&str, Severity)| severity != Severity::Info && !says_a_loss(rule);
    let other: Vec<_> = alarms.iter().filter(|(key, _)| loud(**key)).collect();
    assert!(other.is_empty(), "{other:?}");
}
