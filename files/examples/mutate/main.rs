//! Damages files and reads them: no panic, nothing slower than two seconds, no more than 256 MB.
//! `cargo run --profile measure -p gouji-files --example mutate -- [--tries N] [--seed N] [--kind docx] FILE...`
//!
//! The starting files are those given, else tests/fixtures/files. Of packages and PDF streams it is mostly the unpacked content
//! that is damaged, for damage outside is soon noticed.

mod damage;

use std::alloc::{GlobalAlloc, Layout, System};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

use damage::{Dice, damage};

/// Counts what is allocated.
struct Counter;

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: the system's allocator does the work; this one only counts.
unsafe impl GlobalAlloc for Counter {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        PEAK.fetch_max(NOW.fetch_add(layout.size(), Relaxed) + layout.size(), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static COUNTER: Counter = Counter;

const MOST_MEMORY: usize = 256 * 1024 * 1024;
const LONGEST: Duration = Duration::from_secs(2);

fn main() -> ExitCode {
    let (mut tries, mut seed, mut kind, mut files) = (1000_u64, 1, None, Vec::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut number = || arguments.next().and_then(|number| number.parse().ok()).unwrap_or(1);
        match argument.as_str() {
            "--tries" => tries = number(),
            "--seed" => seed = number(),
            "--kind" => kind = arguments.next(),
            _ => files.push(PathBuf::from(argument)),
        }
    }
    if files.is_empty() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/files");
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        files = entries.map(|entry| entry.path()).filter(|path| !path.to_string_lossy().ends_with(".json")).collect();
        files.sort();
    }
    let starts: Vec<Vec<u8>> = files.iter().filter_map(|path| std::fs::read(path).ok()).collect();
    std::panic::set_hook(Box::new(|_| {}));
    let mut worst = ExitCode::SUCCESS;
    for (path, start) in files.iter().zip(&starts) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if kind.as_ref().is_some_and(|kind| !name.ends_with(kind.as_str())) || name.ends_with(".py") {
            continue;
        }
        let (mut panics, mut slowest, mut largest, mut read) = (Vec::new(), Duration::ZERO, 0, 0);
        let began = Instant::now();
        for number in 0..tries {
            let mut dice = Dice::new(seed ^ number.wrapping_mul(0x2545_f491_4f6c_dd1d));
            let other = dice.below(starts.len());
            let damaged = damage(start, &starts[other], &mut dice);
            let (before, time) = (NOW.load(Relaxed), Instant::now());
            PEAK.store(before, Relaxed);
            match catch_unwind(AssertUnwindSafe(|| gouji_files::read(&damaged, None).is_ok())) {
                Ok(ok) => read += u64::from(ok),
                Err(_) => panics.push(number),
            }
            let (mut took, peak) = (time.elapsed(), PEAK.load(Relaxed) - before);
            if took > LONGEST && panics.last() != Some(&number) {
                // Another program may have had the processor.
                let time = Instant::now();
                let _ = gouji_files::read(&damaged, None);
                took = took.min(time.elapsed());
            }
            if took > LONGEST || peak > MOST_MEMORY {
                println!("{name}: number {number} took {took:?} and {} MB", peak >> 20);
                worst = ExitCode::FAILURE;
            }
            (slowest, largest) = (slowest.max(took), largest.max(peak));
        }
        if !panics.is_empty() {
            worst = ExitCode::FAILURE;
        }
        println!(
            "{name:22} {tries} tries, {read} read, {} panics, slowest {:.0} ms, most {:.1} MB, {:.0} s {:?}",
            panics.len(),
            slowest.as_secs_f64() * 1e3,
            largest as f64 / 1_048_576.0,
            began.elapsed().as_secs_f64(),
            &panics[..panics.len().min(5)],
        );
    }
    worst
}
