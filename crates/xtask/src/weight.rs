//! What a part of the page weighs, raw and gzipped, against its budget in `wasm-pack.toml`.

use std::fmt;
use std::io::Write;

use anyhow::{Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::manifest::Limit;

/// In bytes.
#[derive(Debug)]
pub struct Weight {
    pub raw: usize,
    pub gzipped: usize,
}

impl fmt::Display for Weight {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{} kB, {} kB gzipped", self.raw.div_ceil(1000), self.gzipped.div_ceil(1000))
    }
}

/// Weighs `content` and refuses it past the limit; `name` is what the refusal calls it.
pub fn check(name: &str, content: &[u8], limit: &Limit) -> Result<Weight> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;
    let weight = Weight { raw: content.len(), gzipped: gzip.finish()?.len() };
    ensure!(
        weight.raw <= limit.raw && weight.gzipped <= limit.gzipped,
        "{name} weighs {weight}; the budget is {} kB, {} kB gzipped",
        limit.raw / 1000,
        limit.gzipped / 1000,
    );
    Ok(weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_past_its_budget_is_refused() {
        let limit = Limit { raw: 10, gzipped: 100 };
        assert_eq!(check("it", &[7; 10], &limit).unwrap().raw, 10);
        check("it", &[7; 11], &limit).unwrap_err();
        check("it", &[7; 10], &Limit { gzipped: 3, ..limit }).unwrap_err();
    }
}
