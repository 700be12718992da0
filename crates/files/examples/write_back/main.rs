//! Shows that a corrected copy has the changes asked for and no other: `cargo run -p gouji-files --example write_back -- [--tries N]
//! [FILE...]`. Without files, those of `tests/fixtures/files` and documents made by chance are taken.

mod made;
mod trials;

use std::collections::BTreeMap;

use gouji_files::write::{Author, Options, can_write};
use trials::{Dice, Tally, try_file};

fn main() {
    let mut tries = 200;
    let mut paths = Vec::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--tries" => tries = arguments.next().and_then(|number| number.parse().ok()).unwrap_or(tries),
            _ => paths.push(std::path::PathBuf::from(argument)),
        }
    }
    let has_paths = !paths.is_empty();
    if !has_paths {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/files");
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        paths.extend(entries.map(|entry| entry.path()));
        paths.sort();
    }
    let author = Author { name: "勾稽".to_string(), date: "2024-01-31T09:00:00Z".to_string() };
    let tracked = Options { tracked: Some(author), ..Options::default() };
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for path in &paths {
        let Ok(bytes) = std::fs::read(path) else { continue };
        let Ok(content) = gouji_files::read(&bytes, None) else { continue };
        if can_write(content.kind) {
            let tally = tallies.entry(content.kind.id().to_string()).or_default();
            let name = path.display().to_string();
            try_file(&name, &bytes, &Options::default(), &mut Dice(7), tally);
            if content.kind == gouji_files::Kind::Docx {
                let tally = tallies.entry("docx, tracked".to_string()).or_default();
                try_file(&name, &bytes, &tracked, &mut Dice(7), tally);
            }
        }
    }
    for seed in (0..tries).take_while(|_| !has_paths) {
        let dice = &mut Dice(seed);
        let (document, workbook) = (made::document(seed), made::workbook(seed));
        let name = format!("made with seed {seed}");
        try_file(&name, &document, &Options::default(), dice, tallies.entry("docx made".to_string()).or_default());
        try_file(&name, &document, &tracked, dice, tallies.entry("docx made, tracked".to_string()).or_default());
        try_file(&name, &workbook, &Options::default(), dice, tallies.entry("xlsx made".to_string()).or_default());
    }
    for (kind, tally) in &tallies {
        let Tally { files, asked, done, refused, wrong } = tally;
        println!(
            "{kind}: {files} files, {asked} changes, {done} made, {refused} refused, {} copies wrong",
            wrong.len()
        );
        wrong.iter().take(5).for_each(|fault| println!("  {fault}"));
    }
}
