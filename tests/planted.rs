//! Faults planted in sound reports are found where they are, and sound reports are left in peace. `cargo xtask accuracy -- --planted 2000`
//! and `--plausible 2000` do the same with more reports.

use gouji::rules::Severity;
use gouji_generator::planted;

#[test]
fn every_planted_fault_is_found_where_it_is_shown_and_never_passed_as_clean() {
    let counts = planted::run(120, 1);
    let wrong: Vec<_> = counts.iter().filter(|(_, count)| count.missed + count.clean > 0).collect();
    assert!(counts.len() > 40 && wrong.is_empty(), "{wrong:?}");
}

#[test]
fn plausible_reports_raise_no_error_and_no_warning() {
    let alarms = planted::alarms(80, 1);
    let loud: Vec<_> = alarms.iter().filter(|((_, severity), _)| *severity != Severity::Info).collect();
    assert!(loud.is_empty(), "{loud:?}");
}
