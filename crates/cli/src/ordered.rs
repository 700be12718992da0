//! Work done by all cores, taken in the order it was given, with a bounded number of pieces under way.

use std::collections::BTreeMap;
use std::sync::{Arc, mpsc};

/// How far the work may be ahead of the piece that is waited for, for each core.
const AHEAD: usize = 8;

/// Does the work on every input and takes the answers in the order of the inputs, each as soon as it can be taken. Inputs are asked
/// for only when there is room. The first failure to take an answer ends it.
pub fn in_order<Input, Answer, Failure>(
    inputs: impl Iterator<Item = Input> + Send + 'static,
    work: impl Fn(Input) -> Answer + Send + Sync + 'static,
    mut take: impl FnMut(Answer) -> Result<(), Failure>,
) -> Result<(), Failure>
where
    Input: Send + 'static,
    Answer: Send + 'static,
{
    let (permit, permits) = mpsc::channel();
    for _ in 0..AHEAD * rayon::current_num_threads() {
        // The receiver is still here.
        let _ = permit.send(());
    }
    let (done, answers) = mpsc::channel();
    let work = Arc::new(work);
    // Not joined: it may wait for an input that never comes when nobody takes answers any more.
    std::thread::spawn(move || {
        for (number, input) in inputs.enumerate() {
            if permits.recv().is_err() {
                break;
            }
            let (done, work) = (done.clone(), Arc::clone(&work));
            // A failed send means that nobody takes answers any more.
            rayon::spawn_fifo(move || done.send((number, work(input))).unwrap_or_default());
        }
    });
    let mut early = BTreeMap::new();
    let mut next = 0;
    for (number, answer) in answers {
        early.insert(number, answer);
        while let Some(answer) = early.remove(&next) {
            take(answer)?;
            next += 1;
            // There is nobody to permit anything once all inputs are given.
            let _ = permit.send(());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn answers_come_in_the_order_of_the_inputs() {
        let slow_first = |number: u64| {
            std::thread::sleep(Duration::from_millis(if number == 0 { 50 } else { 0 }));
            number
        };
        let mut taken = Vec::new();
        let took: Result<(), ()> = in_order(0..300, slow_first, |number| {
            taken.push(number);
            Ok(())
        });
        assert_eq!((took, taken), (Ok(()), (0..300).collect::<Vec<_>>()));
    }

    #[test]
    fn a_taker_that_fails_ends_it_though_inputs_have_no_end() {
        assert_eq!(
            in_order(0.., |number: u64| number, |number| if number < 20 { Ok(()) } else { Err(number) }),
            Err(20)
        );
    }
}
