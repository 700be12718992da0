//! How far a long run is, on standard error, where somebody looks at it and the answer goes elsewhere.

use std::io::{IsTerminal, Write, stderr, stdout};

pub struct Progress {
    shown: bool,
    done: usize,
}

/// Said so often, in sources.
const STEP: usize = 10;

impl Progress {
    pub fn new() -> Progress {
        Progress { shown: stderr().is_terminal() && !stdout().is_terminal(), done: 0 }
    }

    pub fn one_more(&mut self) {
        self.done += 1;
        if self.shown && self.done.is_multiple_of(STEP) {
            self.say();
        }
    }

    pub fn end(&self) {
        if self.shown && self.done >= STEP {
            self.say();
            let _ = writeln!(stderr());
        }
    }

    fn say(&self) {
        // Nobody is left to be told when this cannot be written.
        let _ = write!(stderr(), "\r已核对{}个文件", self.done);
    }
}
