//! Compound files, the package of the binary office formats: which kind lies in them, and their streams.

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use crate::error::{FileError, LARGEST_FILE};
use crate::kind::Kind;

pub struct Compound<'a> {
    file: CompoundFile<Cursor<&'a [u8]>>,
}

impl<'a> Compound<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Compound<'a>, FileError> {
        let file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| FileError::Damaged(Kind::Doc))?;
        Ok(Compound { file })
    }

    pub fn has(&self, name: &str) -> bool {
        self.file.is_stream(name)
    }

    pub fn stream(&mut self, name: &str) -> Option<Vec<u8>> {
        let stream = self.file.open_stream(name).ok()?;
        let mut content = Vec::new();
        let read = stream.take(LARGEST_FILE as u64).read_to_end(&mut content);
        (read.is_ok() || !content.is_empty()).then_some(content)
    }
}
