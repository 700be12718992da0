//! Damages files and reads them: no panic, nothing slower than two seconds, no more than 256 MB.
//! `cargo run --profile measure -p gouji-files --example mutate -- [--tries N] [--seed N] [--kind docx] [--keep FOLDER] FILE...`
//!
//! The starting files are those given, else the small ones of `starts.rs` and, now and then, one of tests/fixtures/files. Of
//! packages and PDF streams it is mostly the unpacked content that is damaged, for damage outside is soon noticed.

mod damage;
mod starts;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use damage::{Dice, damage};
use peak_alloc::PeakAlloc;
use starts::Start;

/// Counts what is allocated.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const MOST_MEMORY: usize = 256 * 1024 * 1024;
const LONGEST: Duration = Duration::from_secs(2);

/// One try of so many takes a large file, if there are small ones too.
const LARGE: usize = 32;

fn main() -> ExitCode {
    let (mut tries, mut seed, mut kind, mut keep, mut files) = (1000_u64, 1, None, None, Vec::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut number = || arguments.next().and_then(|number| number.parse().ok()).unwrap_or(1);
        match argument.as_str() {
            "--tries" => tries = number(),
            "--seed" => seed = number(),
            "--kind" => kind = arguments.next(),
            "--keep" => keep = arguments.next().map(PathBuf::from),
            _ => files.push(PathBuf::from(argument)),
        }
    }
    let given = !files.is_empty();
    if !given {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/files");
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        files = entries.map(|entry| entry.path()).collect();
        files.sort();
    }
    let start = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        std::fs::read(path).ok().map(|bytes| Start { name, bytes })
    };
    let mut large: Vec<Start> = files.iter().filter_map(start).collect();
    large.retain(|start| !["json", "py"].contains(&start.kind()));
    let small = if given { Vec::new() } else { starts::small(&large) };
    let mut kinds: Vec<&str> = small.iter().chain(&large).map(Start::kind).collect();
    kinds.retain(|known| kind.as_ref().is_none_or(|kind| kind == known));
    kinds.sort_unstable();
    kinds.dedup();
    std::panic::set_hook(Box::new(|_| {}));
    let all_sound = kinds
        .iter()
        .map(|kind| try_kind(kind, &small, &large, tries, seed, keep.as_deref()))
        .fold(true, |one, other| one & other);
    if all_sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Damages files of a kind so many times and prints what came of it. False when anything went wrong.
fn try_kind(kind: &str, small: &[Start], large: &[Start], tries: u64, seed: u64, keep: Option<&Path>) -> bool {
    let of_kind = |starts: &'_ [Start]| -> Vec<usize> {
        (0..starts.len()).filter(|&index| starts[index].kind() == kind).collect()
    };
    let (of_small, of_large) = (of_kind(small), of_kind(large));
    let (mut panics, mut beyond, mut slowest, mut largest, mut read) = (Vec::new(), 0, Duration::ZERO, 0, 0);
    let began = Instant::now();
    for number in 0..tries {
        let mut dice = Dice::new(seed ^ number.wrapping_mul(0x2545_f491_4f6c_dd1d));
        let takes_large = of_small.is_empty() || (!of_large.is_empty() && dice.below(LARGE) == 0);
        let (starts, chosen) = if takes_large { (large, &of_large) } else { (small, &of_small) };
        let start = &starts[chosen[dice.below(chosen.len())]];
        let other = &starts[dice.below(starts.len())];
        let damaged = damage(&start.bytes, &other.bytes, &mut dice);
        let (before, time) = (MEMORY.current_usage(), Instant::now());
        MEMORY.reset_peak_usage();
        match catch_unwind(AssertUnwindSafe(|| gouji_files::read(&damaged, None).is_ok())) {
            Ok(ok) => read += u64::from(ok),
            Err(_) => panics.push(number),
        }
        let (mut took, peak) = (time.elapsed(), MEMORY.peak_usage() - before);
        if took > LONGEST && panics.last() != Some(&number) {
            // Another program may have had the processor.
            let time = Instant::now();
            let _ = gouji_files::read(&damaged, None);
            took = took.min(time.elapsed());
        }
        let is_beyond = took > LONGEST || peak > MOST_MEMORY;
        if is_beyond {
            println!("{}: number {number} took {took:?} and {} MB", start.name, peak >> 20);
            beyond += 1;
        }
        if let Some(folder) = keep.filter(|_| is_beyond || panics.last() == Some(&number)) {
            let _ = std::fs::write(folder.join(format!("{number}.{}", start.name)), &damaged);
        }
        (slowest, largest) = (slowest.max(took), largest.max(peak));
    }
    println!(
        "{kind:5} {tries} tries, {read} read, {} panics, slowest {:.0} ms, most {:.1} MB, {:.0} s {:?}",
        panics.len(),
        slowest.as_secs_f64() * 1e3,
        largest as f64 / 1_048_576.0,
        began.elapsed().as_secs_f64(),
        &panics[..panics.len().min(5)],
    );
    panics.is_empty() && beyond == 0
}
