//! A zip package, opened with limits: how many entries, how large each and all may become, how much a byte may swell.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::budget::Budget;
use crate::error::FileError;
use crate::kind::Kind;

pub const MOST_ENTRIES: usize = 4096;
/// A part that holds words, in bytes when unpacked.
pub const LARGEST_PART: u64 = 24 * 1024 * 1024;
/// Words and XML shrink to a tenth or a fiftieth; what shrinks more was made to swell.
pub const STEEPEST: u64 = 400;

pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    budget: Budget,
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Package<'a>, FileError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileError::Damaged(Kind::Docx))?;
        if archive.len() > MOST_ENTRIES {
            return Err(FileError::TooMuchPacked);
        }
        Ok(Package { archive, budget: Budget::default() })
    }

    pub fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// Whether a part lies in that folder.
    pub fn has_folder(&self, folder: &str) -> bool {
        self.archive.file_names().flatten().any(|name| name.starts_with(folder))
    }

    /// A part of the package. None when it is not there or cannot be unpacked.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, FileError> {
        let name = name.trim_start_matches('/');
        let Ok(entry) = self.archive.by_name(name) else { return Ok(None) };
        let packed = entry.compressed_size().max(1);
        let mut content = Vec::new();
        // What the entry says of its size may be a lie.
        if entry.take(LARGEST_PART + 1).read_to_end(&mut content).is_err() && content.is_empty() {
            return Ok(None);
        }
        let size = content.len() as u64;
        self.budget.unpack(content.len());
        let steep = size > 1024 * 1024 && size / packed > STEEPEST;
        if size > LARGEST_PART || steep {
            self.budget.exhaust();
        }
        self.budget.check()?;
        Ok(Some(content))
    }

    /// An XML part as text.
    pub fn xml(&mut self, name: &str) -> Result<Option<String>, FileError> {
        Ok(self.part(name)?.map(|bytes| crate::xml::text_of(&bytes)))
    }
}
