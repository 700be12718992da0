//! Generated reports, whole and damaged: what holds of every input holds of those that are nearly right.

#[path = "../../../crates/files/examples/mutate/damage.rs"]
mod damage;

use damage::{Dice, damage};
use gouji_generator::Recipe;
use gouji_generator::layouts::LAYOUTS;
use gouji_invariants::{answer, check};

/// One layout in so many, so that a run takes little time.
const TAKEN: usize = 5;

#[test]
fn reports_hold_whole_and_damaged() {
    let mut read = 0;
    for (number, layout) in LAYOUTS.iter().enumerate().step_by(TAKEN) {
        let seed = number as u64;
        let text = Recipe::draw(seed, layout).make().text;
        let other = Recipe::draw(seed + 1, layout).make().text;
        let damaged = damage(text.as_bytes(), other.as_bytes(), &mut Dice::new(seed));
        // Each is asked one of the two.
        let (one, another) =
            if number / TAKEN % 2 == 0 { (text.as_bytes(), &damaged[..]) } else { (&damaged[..], text.as_bytes()) };
        read += usize::from(check::text(one)) + usize::from(answer::in_a_format(another));
    }
    assert!(read > LAYOUTS.len() / TAKEN, "the damage is so great that nothing is tried: {read}");
}
