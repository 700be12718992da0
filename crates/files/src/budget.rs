//! What may be done for one file: the bytes that come out of anything packed in it, and the steps of work. Every reader spends
//! from the one budget of its file; a file that spends all of it is refused, however it came to that.

use crate::error::FileError;

/// Bytes out of all filters and all parts of a package. A report of twenty megabytes needs a third of it.
const MOST_BYTES: usize = 96 * 1024 * 1024;
/// Steps of some tenth of a microsecond. A report takes a hundredth of them.
const MOST_STEPS: usize = 10_000_000;

#[derive(Debug)]
pub struct Budget {
    bytes: usize,
    steps: usize,
}

impl Default for Budget {
    fn default() -> Budget {
        Budget { bytes: MOST_BYTES, steps: MOST_STEPS }
    }
}

impl Budget {
    pub fn spend(&mut self, steps: usize) {
        self.steps = self.steps.saturating_sub(steps);
    }

    /// Counts bytes that were unpacked.
    pub fn unpack(&mut self, bytes: usize) {
        self.bytes = self.bytes.saturating_sub(bytes);
    }

    /// Takes it that there is more than was unpacked.
    pub fn exhaust(&mut self) {
        self.bytes = 0;
    }

    /// Returns how many bytes may still be unpacked.
    pub fn bytes_left(&self) -> usize {
        self.bytes
    }

    pub fn is_spent(&self) -> bool {
        self.steps == 0 || self.bytes == 0
    }

    /// Refuses the file once the budget is spent.
    pub fn check(&self) -> Result<(), FileError> {
        if self.is_spent() { Err(FileError::TooMuchPacked) } else { Ok(()) }
    }
}
