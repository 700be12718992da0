//! Who may use whom: the table in `docs/architecture.md`, held against the paths in every file of the engine.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The rooms of the table with those that each may use.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let page = fs::read_to_string(project().join("docs/architecture.md")).expect("the page is there");
    let section = page.split("\n## ").find(|section| section.starts_with("Who may use whom")).expect("the section");
    let names = |cell: &str| -> Vec<String> { cell.split('`').skip(1).step_by(2).map(str::to_string).collect() };
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.filter_map(|row| {
        let mut cells = row.trim_matches('|').split(" | ");
        let room = names(cells.next()?).pop()?;
        Some((room, names(cells.next()?).into_iter().collect()))
    })
    .collect()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the engine") {
            let path = entry.expect("an entry").path();
            match path.extension() {
                _ if path.is_dir() => folders.push(path),
                Some(kind) if kind == "rs" => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    found
}

/// The path of a module: `reading::tables::scan`; a `mod.rs` is its folder.
fn module_of(file: &Path) -> Vec<String> {
    let inside = file.strip_prefix(project().join("src")).expect("a file of the engine").with_extension("");
    let mut parts: Vec<String> = inside.iter().map(|part| part.to_string_lossy().to_string()).collect();
    if parts.last().is_some_and(|last| last == "mod") {
        parts.pop();
    }
    parts
}

/// The code without comments and without its tests, which may use anything.
fn code_of(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("source is text");
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Whether the file is a module for tests alone, by the line that names it in the file above.
fn is_for_tests(file: &Path) -> bool {
    let name = file.file_stem().expect("a file has a name").to_string_lossy();
    let above = fs::read_to_string(file.with_file_name("mod.rs")).unwrap_or_default();
    above.contains(&format!("#[cfg(test)]\nmod {name};"))
}

/// The rooms that a file names after `crate::`, in lists too.
fn rooms_named(code: &str) -> BTreeSet<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut named = BTreeSet::new();
    for (at, start) in code.match_indices("crate::") {
        let rest = &code[at + start.len()..];
        match rest.strip_prefix('{') {
            Some(list) => {
                let list = list.split(';').next().unwrap_or_default();
                named.extend(list.split(',').map(|item| word(item.trim())));
            }
            None => {
                named.insert(word(rest));
            }
        }
    }
    named
}

#[test]
fn rooms_use_only_those_below_them() {
    let table = table();
    let mut wrong = Vec::new();
    for file in files_below(&project().join("src")).into_iter().filter(|file| !is_for_tests(file)) {
        let module = module_of(&file);
        let Some(room) = module.first().filter(|room| *room != "lib") else { continue };
        let allowed = table.get(room).unwrap_or_else(|| panic!("{room} is not in the table"));
        for named in rooms_named(&code_of(&file)) {
            if table.contains_key(&named) && named != *room && !allowed.contains(&named) {
                wrong.push(format!("{} uses {named}", module.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_table_itself_has_no_circle_and_names_every_room() {
    let table = table();
    let folders = fs::read_dir(project().join("src")).expect("src").filter_map(|entry| {
        let path = entry.expect("an entry").path();
        path.is_dir().then(|| path.file_name().map(|name| name.to_string_lossy().to_string()))?
    });
    assert_eq!(folders.collect::<BTreeSet<_>>(), table.keys().cloned().collect::<BTreeSet<_>>());
    let mut placed: BTreeSet<&String> = BTreeSet::new();
    while placed.len() < table.len() {
        let next =
            table.iter().find(|(room, uses)| !placed.contains(room) && uses.iter().all(|used| placed.contains(used)));
        placed.insert(next.expect("a room that uses only rooms already placed").0);
    }
}
