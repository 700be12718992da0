//! What holds of every file: it is read or refused, the same way twice, with a sentence.

use gouji_files::error::LONGEST_TEXT;
use gouji_files::{Kind, read, read_with_map};

use crate::package::{Packing, packed};

/// Reads a file; returns whether it was read as one of its kind.
fn holds(input: &[u8], kind: Kind) -> bool {
    let told = read(input, None);
    let with_map = read_with_map(input, None).map(|(content, _)| content);
    assert_eq!(told, with_map, "the way back changes what is read");
    match told {
        Ok(content) => {
            assert!(content.text.len() <= LONGEST_TEXT, "longer than a text may be");
            assert!(!content.text.trim().is_empty(), "read, and no words");
            content.kind == kind
        }
        Err(error) => {
            let sentence = error.to_string();
            assert!(sentence.ends_with('。') && !error.code().is_empty(), "no sentence: {sentence}");
            false
        }
    }
}

pub fn encodings(input: &[u8]) -> bool {
    holds(input, Kind::Text)
}

pub fn csv(input: &[u8]) -> bool {
    holds(input, Kind::Csv)
}

pub fn html(input: &[u8]) -> bool {
    holds(input, Kind::Html)
}

pub fn mht(input: &[u8]) -> bool {
    holds(input, Kind::Mht)
}

pub fn word_xml(input: &[u8]) -> bool {
    holds(input, Kind::WordXml)
}

pub fn sheet_xml(input: &[u8]) -> bool {
    holds(input, Kind::Xls)
}

pub fn rtf(input: &[u8]) -> bool {
    holds(input, Kind::Rtf)
}

pub fn pdf(input: &[u8]) -> bool {
    holds(input, Kind::Pdf)
}

pub fn docx(input: &[u8]) -> bool {
    holds(&packed(Packing::Zip, input, "word/document.xml"), Kind::Docx)
}

pub fn xlsx(input: &[u8]) -> bool {
    holds(&packed(Packing::Zip, input, "xl/workbook.xml"), Kind::Xlsx)
}

pub fn ofd(input: &[u8]) -> bool {
    holds(&packed(Packing::Zip, input, "OFD.xml"), Kind::Ofd)
}

pub fn doc(input: &[u8]) -> bool {
    holds(&packed(Packing::Compound, input, "WordDocument"), Kind::Doc)
}

pub fn xls(input: &[u8]) -> bool {
    holds(&packed(Packing::Compound, input, "Workbook"), Kind::Xls)
}
