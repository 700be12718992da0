//! What much takes, printed for `cargo xtask bench`: the worst layout beside the usual one, the memory that two megabytes take, and ten
//! thousand reports on the command line. How the work grows with a text is counted by `cargo xtask growth`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs, io};

use gouji::rules::Options;
use gouji::text::Source;
use gouji_generator::Recipe;
use gouji_generator::layouts::LAYOUTS;

/// How often a time is taken; the least is kept, for others were at work too.
const RUNS: usize = 7;
const REPORTS_PER_LAYOUT: u64 = 12;
const LARGE_TEXT: usize = 2 * 1024 * 1024;
const MANY_REPORTS: usize = 10_000;
/// The argument by which this program calls itself to check a large text and say what memory that took.
const LARGE: &str = "--large";

fn main() -> io::Result<()> {
    let reports = reports();
    if env::args().any(|argument| argument == LARGE) {
        return large(&reports);
    }
    layouts();
    memory()?;
    many(&reports)
}

/// The reports of the corpus where there is one, else those of the tests.
fn reports() -> Vec<String> {
    let folder = match env::var_os("GOUJI_CORPUS") {
        Some(corpus) => Path::new(&corpus).join("seeds"),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures"),
    };
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.extension().is_some_and(|kind| kind == "txt"));
    files.sort();
    files.iter().map(|file| fs::read_to_string(file).expect("a report is text")).collect()
}

fn time(text: &str) -> Duration {
    let once = |run: usize| {
        let source = Source::from_text(format!("{text}\n{run}")).expect("the text is not too long");
        let start = Instant::now();
        std::hint::black_box(gouji::check(&source, &Options::default()));
        start.elapsed()
    };
    (0..RUNS).map(once).min().unwrap_or_default()
}

/// The time for a thousand bytes in each generated layout.
fn layouts() {
    let mut rates: Vec<(f64, &str)> = LAYOUTS
        .iter()
        .map(|layout| {
            let samples = (0..REPORTS_PER_LAYOUT).map(|seed| Recipe::draw(seed, layout).make().text);
            let (mut bytes, mut seconds) = (0, 0.0);
            for text in samples {
                bytes += text.len();
                seconds += time(&text).as_secs_f64();
            }
            (seconds * 1e6 / (bytes as f64 / 1000.0), layout.id)
        })
        .collect();
    rates.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (Some(&(worst, name)), Some(&(usual, _))) = (rates.last(), rates.get(rates.len() / 2)) else { return };
    println!(
        "\nLayouts, microseconds for a kB: usual {usual:.0}, worst {worst:.0} ({name}): {:.1} times (aim: 3)",
        worst / usual
    );
}

/// Checks a text of two megabytes and prints the most memory that it took beside the text itself.
fn large(reports: &[String]) -> io::Result<()> {
    let mut text = String::new();
    while text.len() < LARGE_TEXT {
        text += &reports[text.len() % reports.len()];
        text += "\n";
    }
    let before = peak()?;
    let source = Source::from_text(text).expect("two megabytes are not too long");
    std::hint::black_box(gouji::check(&source, &Options::default()));
    println!("\n2 MB of text: {} MB at the peak of a check, {before} MB before it (aim: at most 64 MB)", peak()?);
    Ok(())
}

fn memory() -> io::Result<()> {
    Command::new(env::current_exe()?).arg(LARGE).status().map(|_| ())
}

/// The most memory this process has had, in megabytes; 0 where the system does not say.
fn peak() -> io::Result<u64> {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    Ok(kilobytes.unwrap_or_default() / 1024)
}

/// The command line over ten thousand files.
fn many(reports: &[String]) -> io::Result<()> {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/release/gouji");
    if !program.is_file() {
        println!("\nTen thousand reports: build the command line first (cargo build --release)");
        return Ok(());
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/many-reports");
    fs::create_dir_all(&folder)?;
    for number in 0..MANY_REPORTS {
        let text = format!("{}\n{number}", reports[number % reports.len()]);
        fs::write(folder.join(format!("{number:05}.txt")), text)?;
    }
    let start = Instant::now();
    let checked = Command::new(program).args(["check", "--format", "jsonl"]).arg(&folder).output()?;
    let seconds = start.elapsed().as_secs_f64();
    let lines = checked.stdout.iter().filter(|byte| **byte == b'\n').count();
    println!("\n{lines} reports on the command line: {seconds:.1} s, {:.0} in a second", lines as f64 / seconds);
    fs::remove_dir_all(folder)
}
