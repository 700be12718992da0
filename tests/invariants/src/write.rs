//! What holds of every corrected and annotated copy: it opens again, and says what was asked for and nothing else.

use gouji_files::kind::Kind;
use gouji_files::write::{Author, Change, Comment, Options, WriteError, annotate, can_write, write};
use gouji_files::{Content, read};

use crate::package::{Packing, packed};

/// What is written in place of a number.
const WORDS: [&str; 8] = ["7", "0", "", "<&>\"'", "=1+1", "1024.5", "二十三", "\u{202e}"];

/// Takes a file behind two bytes: which number is changed, and into what.
pub fn copies(input: &[u8]) -> bool {
    let [place, word, rest @ ..] = input else { return false };
    let bytes = match rest {
        [b'=', b'=', ..] => packed(Packing::Zip, rest, ""),
        _ => rest.to_vec(),
    };
    let Ok(content) = read(&bytes, None) else { return false };
    if can_write(content.kind) {
        corrected(&bytes, &content, usize::from(*place), WORDS[usize::from(*word) % WORDS.len()], *word >= 128);
    }
    annotated(&bytes, &content, usize::from(*place));
    true
}

/// The numbers of a text.
fn numbers(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, _) in text.match_indices(|c: char| c.is_ascii_digit()) {
        match found.last_mut() {
            Some((_, end)) if *end == at => *end = at + 1,
            _ => found.push((at, at + 1)),
        }
    }
    found
}

fn author() -> Author {
    Author { name: "勾稽<>&".to_string(), date: "2024-01-31T09:30:00Z".to_string() }
}

fn corrected(bytes: &[u8], content: &Content, place: usize, word: &str, is_tracked: bool) {
    let numbers = numbers(&content.text);
    let change = |nth: usize, word: &str| {
        let (start, end) = *numbers.get(nth % numbers.len().max(1))?;
        Some(Change { start, end, text: word.to_string() })
    };
    let changes: Vec<Change> = [change(place, word), change(place / 7 + 1, "88")].into_iter().flatten().collect();
    let options = Options { encoding: None, tracked: is_tracked.then(author) };
    let written = match write(bytes, &changes, &options) {
        Ok(written) => written,
        Err(error) => return assert!(!error.to_string().is_empty(), "no sentence"),
    };
    let mut told: Vec<usize> =
        written.done.iter().copied().chain(written.refused.iter().map(|one| one.change)).collect();
    told.sort_unstable();
    assert!(told.iter().copied().eq(0..changes.len()), "each change is made or refused, once: {told:?}");
    let copy = read(&written.bytes, None).expect("a copy opens again");
    assert_eq!(copy.kind, content.kind, "the copy is of another kind");
    let mut made: Vec<&Change> = written.done.iter().map(|&number| &changes[number]).collect();
    made.sort_by_key(|change| std::cmp::Reverse(change.start));
    let mut expected = content.text.clone();
    for change in made {
        expected.replace_range(change.start..change.end, &change.text);
    }
    // Formulas that depend on a change say something else.
    if content.kind != Kind::Xlsx || written.notes.is_empty() {
        assert_eq!(copy.text, expected, "the copy says something else");
    } else {
        let shape = |text: &str| text.matches(['\n', '\t']).collect::<String>();
        assert_eq!(shape(&copy.text), shape(&expected), "the copy has other cells");
    }
}

fn annotated(bytes: &[u8], content: &Content, place: usize) {
    let at = content.text.floor_char_boundary(place * content.text.len() / 256);
    let end = content.text.ceil_char_boundary((at + 9).min(content.text.len()));
    let comments = [Comment { start: at, end, text: "请核对<此处>&\n第二行。".to_string() }];
    match annotate(bytes, &comments, &author(), None) {
        Ok(copy) => {
            let copied = read(&copy.bytes, None).expect("an annotated copy opens again");
            assert_eq!(copied.kind, copy.kind, "the copy is of another kind");
            if copy.kind == content.kind {
                assert_eq!(copied.text, content.text, "a comment changes what is read");
            }
        }
        Err(WriteError::File(_)) => panic!("what was read is not read"),
        Err(error) => assert!(!error.to_string().is_empty(), "no sentence"),
    }
}
