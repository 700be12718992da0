//! The inputs in `tests/fuzz/regressions`, a folder for each target: found by the fuzzers, small, and tried in every run.

use std::fs;
use std::path::{Path, PathBuf};

use gouji_invariants::{TARGETS, Target};

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz")
}

/// Tries all inputs of a target; returns how many there are, and how many are read.
fn tried(target: &Target) -> (usize, usize) {
    let folder = fuzz().join("regressions").join(target.name);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let attempt = |path: &PathBuf| {
        let input = fs::read(path).expect("an input");
        std::panic::catch_unwind(|| (target.run)(&input))
            .unwrap_or_else(|_| panic!("{} with {}", target.name, path.display()))
    };
    let read = paths.iter().filter(|path| attempt(path)).count();
    (paths.len(), read)
}

#[test]
fn what_the_fuzzers_found_holds() {
    for target in &TARGETS {
        let (all, read) = tried(target);
        assert!(read > 0, "{}: none of {all} is read, which tries nothing", target.name);
    }
}

#[test]
fn each_target_has_its_fuzzer() {
    let manifest = fs::read_to_string(fuzz().join("Cargo.toml")).expect("the fuzzers have a manifest");
    let named: Vec<&str> = manifest.lines().filter_map(|line| line.strip_prefix("path = \"fuzz_targets/")).collect();
    let known: Vec<String> = TARGETS.iter().map(|target| format!("{}.rs\"", target.name)).collect();
    assert_eq!(named, known);
    for target in &TARGETS {
        let source = fs::read_to_string(fuzz().join("fuzz_targets").join(target.name).with_extension("rs"));
        assert!(
            source.is_ok_and(|source| source.contains(&format!("tried(\"{}\", input)", target.name))),
            "{}",
            target.name
        );
    }
}
