//! Whole answers, as `tests/fixtures/answers` keeps them: `FIXTURE.FORMAT`. `cargo xtask docs` writes them anew, and what has changed is
//! looked at before it is committed.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::run;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures")
}

#[test]
fn answers_are_as_they_were() {
    let entries = fs::read_dir(fixtures().join("answers")).expect("the answers are there");
    let mut count = 0;
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        let format = path.extension().expect("an answer ends with its format").to_string_lossy().into_owned();
        let fixture = path.file_stem().expect("an answer begins with its fixture").to_string_lossy().into_owned();
        let folder = fixtures();
        let folder = if folder.join(&fixture).is_file() { folder } else { folder.join("files") };
        let output = run(&folder, &["check", "--format", &format, &fixture]);
        let (said, kept) = (String::from_utf8(output.stdout), fs::read_to_string(&path));
        let (said, kept) = (said.expect("an answer is text"), kept.expect("an answer is text"));
        let other = said.lines().zip(kept.lines()).find(|(said, kept)| said != kept);
        assert!(said == kept, "{}: {other:#?}\nwhere that is meant: cargo xtask docs", path.display());
        count += 1;
    }
    assert!(count > 0);
}
