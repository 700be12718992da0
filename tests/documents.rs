//! The pages of `docs` that are written from the program are those of the program.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The files of a folder of `docs` with their texts.
fn pages_in(folder: &str) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let read = |path: &Path| fs::read_to_string(path).expect("a page is text");
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().to_string();
    entries.map(|entry| entry.expect("an entry").path()).map(|path| (name(&path), read(&path))).collect()
}

#[test]
fn the_pages_of_the_rules_are_those_of_the_program() {
    let kept = pages_in("rules");
    let written: BTreeMap<String, String> = gouji::output::rule_pages().into_iter().collect();
    let stale: Vec<&String> =
        written.iter().filter(|(name, text)| kept.get(*name) != Some(text)).map(|(n, _)| n).collect();
    let surplus: Vec<&String> = kept.keys().filter(|name| !written.contains_key(*name)).collect();
    assert!(stale.is_empty() && surplus.is_empty(), "run `cargo xtask docs`: stale {stale:?}, surplus {surplus:?}");
}
