//! A target with a count of what came of its inputs, which libFuzzer does not keep.

#![forbid(unsafe_code)]

use std::sync::Mutex;
use std::time::{Duration, Instant};

/// So often is the count told.
const BETWEEN: Duration = Duration::from_secs(1);

static COUNT: Mutex<Option<Count>> = Mutex::new(None);

#[derive(Clone, Copy)]
struct Count {
    tried: u64,
    read: u64,
    slowest: Duration,
    told: Instant,
}

/// Tries an input. `counted: TRIED READ MILLISECONDS` is told now and then: how many inputs were tried, how many of them were read as
/// documents, and how long the slowest took.
pub fn tried(name: &str, input: &[u8]) {
    let target = gouji_invariants::target(name).expect("the target is known");
    let start = Instant::now();
    let is_read = (target.run)(input);
    let took = start.elapsed();
    let mut kept = COUNT.lock().expect("one thread");
    let count = kept.get_or_insert(Count { tried: 0, read: 0, slowest: Duration::ZERO, told: start });
    count.tried += 1;
    count.read += u64::from(is_read);
    count.slowest = count.slowest.max(took);
    if count.told.elapsed() > BETWEEN {
        count.told = Instant::now();
        eprintln!("counted: {} {} {}", count.tried, count.read, count.slowest.as_millis());
    }
}
