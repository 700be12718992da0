//! Test runners: their closing line, and how long each of their tests took, heard from what they print.

use std::process::Command;

use anyhow::Result;

use crate::process::run_and_hear;

/// What a test runner said.
#[derive(Default)]
pub struct Heard {
    /// The line in which it counts its tests.
    pub closing: Option<String>,
    /// The tests, with the seconds that each took.
    pub tests: Vec<(f64, String)>,
}

/// Runs the Rust tests by cargo-nextest.
pub fn nextest(command: &mut Command) -> Result<Heard> {
    hear(command, " tests run:", of_nextest)
}

/// Runs the Rust tests by cargo itself, which tells no times.
pub fn cargo_test(command: &mut Command) -> Result<Heard> {
    hear(command, "test result:", |_| None)
}

/// Runs tests by Node, or by a runner of its world that counts as it does.
pub fn node(command: &mut Command) -> Result<Heard> {
    // A group is opened by its name, and closes as a test does, with the time of all its tests.
    let mut groups = Vec::new();
    hear(command, "pass", |line| {
        groups.extend(line.trim().strip_prefix("▶ ").map(str::to_owned));
        of_node(line).filter(|(_, name)| !groups.contains(name))
    })
}

fn hear(command: &mut Command, closes: &str, mut test: impl FnMut(&str) -> Option<(f64, String)>) -> Result<Heard> {
    let mut heard = Heard::default();
    run_and_hear(command, |line| {
        heard.tests.extend(test(line));
        if line.contains(closes) {
            heard.closing = Some(line.trim().to_owned());
        }
    })?;
    Ok(heard)
}

/// `PASS [   0.561s] (1/462) gouji some::test`.
fn of_nextest(line: &str) -> Option<(f64, String)> {
    let (time, name) = line.trim().strip_prefix("PASS [")?.split_once("s] ")?;
    let name = name.split_once(") ").map_or(name, |(_, name)| name);
    Some((time.trim().parse().ok()?, name.trim().to_owned()))
}

/// `✔ a test (12.5ms)`.
fn of_node(line: &str) -> Option<(f64, String)> {
    let (name, time) = line.trim().strip_prefix("✔ ")?.rsplit_once(" (")?;
    let milliseconds: f64 = time.strip_suffix("ms)")?.parse().ok()?;
    Some((milliseconds / 1000.0, name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_times_of_tests_are_heard() {
        let said = "        PASS [   1.561s] (450/462) xtask::bin/xtask parts::tests::a_licence";
        assert_eq!(of_nextest(said), Some((1.561, "xtask::bin/xtask parts::tests::a_licence".to_owned())));
        assert_eq!(of_node("  ✔ keeps (a) text (1571.5ms)"), Some((1.5715, "keeps (a) text".to_owned())));
        assert_eq!(of_node("ℹ pass 220"), None);
        assert_eq!(of_nextest("     Summary [  85.753s] 462 tests run: 462 passed, 0 skipped"), None);
    }

    #[test]
    fn a_group_is_no_test() {
        let heard =
            node(Command::new("printf").arg("▶ files\n  ✔ one (10.0ms)\n✔ files (12.0ms)\nℹ pass 1\n")).unwrap();
        assert_eq!(heard.tests, [(0.01, "one".to_owned())]);
        assert_eq!(heard.closing.as_deref(), Some("ℹ pass 1"));
    }
}
