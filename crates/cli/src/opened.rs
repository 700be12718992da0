//! A file with its reports, to be written again: places are bytes of its text, and nothing is masked, for a copy goes to its owner.

use std::path::{Path, PathBuf};

use gouji::output::{Offsets, Places, ReportData};
use gouji::rules::Options;
use gouji::text::Source;
use gouji_files::Kind;

use crate::document;
use crate::inputs::name_of;
use crate::read;

/// A file that was read and checked.
pub struct Opened {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
    pub kind: Kind,
    pub document: Source,
    pub reports: Vec<ReportData>,
}

impl Opened {
    /// Reads a file. Fails with a sentence that names it.
    pub fn open(path: &Path, options: &Options) -> Result<Opened, String> {
        let refused = |why: String| format!("{} 读不了：{why}", name_of(path));
        let bytes = read::report(path).map_err(|refusal| refused(refusal.message))?;
        let (document, kind) = document::of_a_kind(&bytes).map_err(|error| refused(error.to_string()))?;
        let reports = reports(&document, options);
        Ok(Opened { path: path.to_path_buf(), bytes, kind, document, reports })
    }

    /// The report with that number from 1 on; without a number the only one.
    pub fn report(&self, number: Option<usize>) -> Result<&ReportData, String> {
        let all = self.reports.len();
        let name = name_of(&self.path);
        match (number, &self.reports[..]) {
            (None, [only]) => Ok(only),
            (None, _) => Err(format!("{name} 里有{all}份报告，请用 --report 写明是第几份。")),
            (Some(number), reports) => {
                let found = number.checked_sub(1).and_then(|index| reports.get(index));
                found.ok_or_else(|| format!("{name} 里只有{all}份报告，没有第{number}份。"))
            }
        }
    }

    /// The line of a place, from 1 on.
    pub fn line(&self, start: usize) -> usize {
        self.document.text.get(..start).unwrap_or_default().matches('\n').count() + 1
    }
}

/// Returns what is said of every report of a text.
pub fn reports(document: &Source, options: &Options) -> Vec<ReportData> {
    let places = Places::new(&document.text, Offsets::Utf8);
    gouji::check(document, options).iter().map(|one| ReportData::of(None, document, one, &places)).collect()
}
