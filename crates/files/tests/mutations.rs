//! A few of the damaged files of `examples/mutate`, in every run of the tests: no panic on any bytes.

#[path = "../examples/mutate/damage.rs"]
mod damage;

use damage::{Dice, damage};

/// Of every starting file; the example takes as many as time lets.
const TRIES: u64 = 8;

#[test]
fn damaged_files_are_read_or_refused() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/files");
    let entries = std::fs::read_dir(folder).expect("the fixtures are there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let starts: Vec<Vec<u8>> = paths.iter().map(|path| std::fs::read(path).expect("a fixture")).collect();
    let mut read = 0;
    for (start, path) in starts.iter().zip(&paths).filter(|(_, path)| path.to_string_lossy().contains("town.")) {
        for number in 0..TRIES {
            let mut dice = Dice::new(number);
            let other = dice.below(starts.len());
            let damaged = damage(start, &starts[other], &mut dice);
            match std::panic::catch_unwind(|| gouji_files::read(&damaged, None).is_ok()) {
                Ok(is_read) => read += u64::from(is_read),
                Err(_) => panic!("{} with number {number}", path.display()),
            }
        }
    }
    assert!(read > TRIES, "the damage is so great that nothing is tried");
}
