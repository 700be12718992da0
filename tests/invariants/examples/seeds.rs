//! Writes what a fuzzer starts from: for each target some inputs, and a dictionary of the words that the project's own sources know.
//! `cargo run -p gouji-invariants --example seeds -- FOLDER`

#[path = "../../../crates/files/examples/mutate/starts.rs"]
mod starts;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use gouji::output::rule_pages;
use gouji_generator::Recipe;
use gouji_generator::layouts::LAYOUTS;
use gouji_invariants::package::{Packing, unpacked};
use gouji_invariants::{TARGETS, Target};
use starts::Start;

/// Words longer than this are sentences.
const LONGEST_WORD: usize = 40;

fn main() -> io::Result<()> {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        return Err(io::Error::other("name a folder"));
    };
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let fixtures = fixtures(&project.join("tests/fixtures/files"))?;
    for target in &TARGETS {
        let seeds = folder.join(target.name).join("seeds");
        // Those of an earlier time would be tried for ever.
        fs::remove_dir_all(&seeds).ok();
        fs::create_dir_all(&seeds)?;
        for (number, seed) in seeds_of(target, &fixtures).iter().enumerate() {
            fs::write(seeds.join(format!("{number:03}")), seed)?;
        }
        let words = target.words.iter().map(|path| words_below(&project.join(path))).collect::<io::Result<Vec<_>>>()?;
        let words: BTreeSet<Vec<u8>> = words.into_iter().flatten().collect();
        fs::write(
            folder.join(target.name).join("words.dict"),
            words.iter().map(|word| entry(word)).collect::<String>(),
        )?;
    }
    Ok(())
}

fn fixtures(folder: &Path) -> io::Result<Vec<Start>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>()?;
    paths.sort();
    let start = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Start { name, bytes: fs::read(path)? })
    };
    paths.iter().map(start).collect()
}

fn seeds_of(target: &Target, fixtures: &[Start]) -> Vec<Vec<u8>> {
    let small = starts::small(fixtures);
    let named = |ends: &[&str]| -> Vec<Vec<u8>> {
        let fits = |start: &&Start| ends.iter().any(|end| start.name.ends_with(end));
        small.iter().filter(fits).map(|start| start.bytes.clone()).collect()
    };
    match target.name {
        "text" | "answer" => texts(),
        "options" => with_options(),
        "write" => {
            let packed = named(&[".docx", ".xlsx"]);
            let parts = packed.iter().filter_map(|bytes| unpacked(Packing::Zip, bytes));
            let files = parts.chain(named(&["utf8.txt", "gb18030.txt", ".csv", ".html"]));
            files.flat_map(|file| [[&[3, 5], &file[..]].concat(), [&[9, 130], &file[..]].concat()]).collect()
        }
        "encodings" => named(&[".txt", ".md"]),
        "csv" => named(&[".csv"]),
        "html" => named(&[".html"]),
        "mht" => named(&[".mht"]),
        "word-xml" => named(&["word.xml"]),
        "sheet-xml" => named(&["book.xml"]),
        "rtf" => named(&[".rtf"]),
        "pdf" => named(&[".pdf"]),
        name => {
            let of_kind = small.iter().filter(|start| start.kind() == name);
            of_kind.filter_map(|start| unpacked(target.packing, &start.bytes)).collect()
        }
    }
}

/// Longer reports are left out: a shorter one takes less time, and has as much in it.
const LONGEST_REPORT: usize = 6000;

/// A report in many layouts, and the short examples of the rules.
fn texts() -> Vec<Vec<u8>> {
    let reports = LAYOUTS.iter().enumerate().map(|(seed, layout)| Recipe::draw(seed as u64, layout).make().text);
    let reports = reports.filter(|report| report.len() <= LONGEST_REPORT);
    let examples = rule_pages().into_iter().map(|(_, page)| page);
    reports.chain(examples).map(String::into_bytes).collect()
}

fn with_options() -> Vec<Vec<u8>> {
    // The heads and the first table are enough to be judged with options.
    let whole = Recipe::draw(1, &LAYOUTS[0]).make().text;
    let report = &whole[..whole.floor_char_boundary(1500)];
    let last = Recipe::draw(2, &LAYOUTS[0]).make().text.replace('\n', "\\n").replace('\t', "\\t");
    let given = [
        "{\"published\":\"2024-01-20\",\"level\":\"township\",\"numbers\":true}".to_string(),
        "{\"corrections\":{\"requests.closed.total\":3,\"0:disclosure.licenses.decisions\":1.5}}".to_string(),
        "{\"rules\":{\"AR-01\":\"off\",\"ST-01\":\"warning\",\"PV-02\":\"on\"},\"profile\":\"柳溪镇\"}".to_string(),
        "{\"dismissed\":[{\"rule\":\"TX-01\",\"text\":\"的的\",\"cells\":[],\"message\":\"\",\"reason\":\"对\",\"by\":\"page\"}]}"
            .to_string(),
        format!("{{\"previous\":\"{last}\"}}"),
        "level = \"county\"\npublished = 2024-01-20\nprofile = \"甲\"\n[rules]\nAR-01 = \"off\"\n[[reviewed]]\nrule = \"TX-01\"\ntext = \"的+\"\nreason = \"对\"\n"
            .to_string(),
    ];
    given.iter().map(|given| format!("{given}\n===\n{report}").into_bytes()).collect()
}

/// The words of all sources at or below a path.
fn words_below(path: &Path) -> io::Result<Vec<Vec<u8>>> {
    let mut words = Vec::new();
    let mut open = vec![path.to_path_buf()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(
                fs::read_dir(&path)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?,
            );
        } else if path.extension().is_some_and(|end| end == "rs") {
            let source = fs::read_to_string(&path)?;
            words.extend(words_of(source.split("#[cfg(test)]\nmod ").next().unwrap_or_default()));
        }
    }
    Ok(words)
}

/// What stands between quotation marks; lists of words are parted by white space.
fn words_of(source: &str) -> Vec<Vec<u8>> {
    let mut words = Vec::new();
    for line in source.lines().filter(|line| !line.trim_start().starts_with("//")) {
        // Every second piece is quoted. A list of words goes over many lines, where each piece counts.
        let quoted: Vec<&str> = match line.contains('"') {
            true => line.split('"').skip(1).step_by(2).collect(),
            false if line.chars().any(gouji::text::is_han) => vec![line],
            false => Vec::new(),
        };
        let pieces = quoted.iter().flat_map(|piece| piece.split(|c: char| c.is_whitespace() || "\\{}".contains(c)));
        words.extend(
            pieces.filter(|word| (2..=LONGEST_WORD).contains(&word.len())).map(|word| word.as_bytes().to_vec()),
        );
    }
    words
}

/// A line of a dictionary of libFuzzer.
fn entry(word: &[u8]) -> String {
    let bytes: String = word.iter().map(|byte| format!("\\x{byte:02x}")).collect();
    format!("\"{bytes}\"\n")
}
