//! Lists from iterators, compiled small.

/// `collect` into a list for code that counts in the browser's module: the standard one handles the first item apart and asks for
/// sizes on the way, which at two hundred places is a twentieth of the module. Elsewhere it is the standard one, which is faster.
pub trait Gather: Iterator + Sized {
    fn gather(self) -> Vec<Self::Item> {
        if cfg!(not(target_arch = "wasm32")) {
            return self.collect();
        }
        let mut list = Vec::new();
        for item in self {
            list.push(item);
        }
        list
    }
}

impl<I: Iterator> Gather for I {}
