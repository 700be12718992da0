//! Files of many kinds as one text with tables by tabs: `read` tells the kind by what is in the file and gives its words.
//!
//! Knows files, nothing of the form. The command line uses it as a library, the page as a WebAssembly module of its own.

pub mod budget;
pub mod bytes;
pub mod csv;
pub mod doc;
pub mod doc_lists;
pub mod docx;
pub mod encoding;
pub mod error;
pub mod flow;
pub mod html;
pub mod kind;
pub mod mht;
pub mod number_format;
pub mod numbering;
pub mod ofd;
pub mod ole;
pub mod package;
pub mod page;
pub mod pdf;
pub mod radicals;
pub mod rtf;
pub mod runs;
pub mod sheet;
pub mod sheet_xml;
pub mod source_map;
pub mod table;
pub mod template;
pub mod utf16;
pub mod workbook;
pub mod write;
pub mod xls;
pub mod xlsx;
pub mod xml;

pub use error::FileError;
pub use kind::Kind;

use encoding::Decoded;
use error::{LARGEST_FILE, LONGEST_TEXT};
use flow::Flow;
use kind::Outside;
use ole::Compound;
use package::Package;
use source_map::{SourceKeeper, SourceMap};

/// What a file says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Content {
    pub text: String,
    pub kind: Kind,
    /// The encoding of a text file; the other kinds say theirs themselves.
    pub encoding: Option<&'static str>,
}

/// Reads a file of any kind; a text file in that encoding, if one is named.
pub fn read(bytes: &[u8], encoding: Option<&str>) -> Result<Content, FileError> {
    Ok(read_as(bytes, encoding, false)?.0)
}

/// Reads a file and keeps the way back from each place of its text. The map of a kind that is not written has nothing in it.
pub fn read_with_map(bytes: &[u8], encoding: Option<&str>) -> Result<(Content, SourceMap), FileError> {
    read_as(bytes, encoding, true)
}

fn read_as(bytes: &[u8], encoding: Option<&str>, with_map: bool) -> Result<(Content, SourceMap), FileError> {
    if bytes.len() > LARGEST_FILE {
        return Err(FileError::TooBig { bytes: bytes.len() });
    }
    let bytes = kind::undisguised(bytes);
    let unmapped = |content| (content, SourceMap::default());
    let (mut content, map) = match kind::outside(bytes)? {
        Outside::Words => words(bytes, encoding, with_map)?,
        Outside::Zip => packed(bytes, with_map)?,
        Outside::Compound => unmapped(compound(bytes)?),
        Outside::Pdf => unmapped(Content { text: pdf::read(bytes)?, kind: Kind::Pdf, encoding: None }),
        Outside::Rtf => unmapped(Content { text: rtf::read(bytes)?, kind: Kind::Rtf, encoding: None }),
    };
    if content.text.len() > LONGEST_TEXT {
        return Err(FileError::TooLong);
    }
    if content.text.trim().is_empty() {
        return Err(FileError::NoWords(content.kind));
    }
    content.text = radicals::as_characters(content.text);
    Ok((content, map))
}

/// The text of a file of words in one piece, as it is kept: for a web page with its tags.
fn decoded(bytes: &[u8], encoding: Option<&str>, kind: Kind) -> Result<Decoded, FileError> {
    let named = encoding.and_then(|label| encoding::decode_as(bytes, label));
    let guess = if kind == Kind::Html { html::decode } else { encoding::guess };
    named.or_else(|| guess(bytes)).ok_or(FileError::Unknown)
}

fn words(bytes: &[u8], encoding: Option<&str>, with_map: bool) -> Result<(Content, SourceMap), FileError> {
    let label = encoding;
    let Decoded { text, encoding } = decoded(bytes, label, Kind::Text)?;
    let kind = kind::of_text(&text);
    let mapped = |(text, map), encoding| Ok((Content { text, kind, encoding: Some(encoding) }, map));
    let of = |text, encoding| mapped((text, SourceMap::default()), encoding);
    match kind {
        Kind::Csv => mapped(csv::read(&text, SourceKeeper::new(with_map))?, encoding),
        Kind::Xls => of(sheet_xml::read(&text)?, encoding),
        Kind::WordXml => of(docx::read_xml(&text)?, encoding),
        Kind::Html => {
            let page = decoded(bytes, label, kind)?;
            mapped(html::read_into(&page.text, Flow::new(with_map))?, page.encoding)
        }
        Kind::Mht => {
            let page = mht::decode(bytes).ok_or(FileError::Damaged(Kind::Mht))?;
            of(html::read(&page.text)?, page.encoding)
        }
        _ => {
            let map = if with_map { SourceMap::identity(&text) } else { SourceMap::default() };
            mapped((text, map), encoding)
        }
    }
}

fn packed(bytes: &[u8], with_map: bool) -> Result<(Content, SourceMap), FileError> {
    let mut package = Package::open(bytes)?;
    let of = |(text, map), kind| Ok((Content { text, kind, encoding: None }, map));
    if package.has_folder("word/") {
        return of(docx::read(&mut package, Flow::new(with_map))?, Kind::Docx);
    }
    if package.has("xl/workbook.xml") {
        return of(xlsx::read(&mut package, Flow::new(with_map))?, Kind::Xlsx);
    }
    if package.has("OFD.xml") {
        return of((ofd::read(&mut package)?, SourceMap::default()), Kind::Ofd);
    }
    Err(FileError::OtherKind(match () {
        () if package.has_folder("ppt/") => "演示文稿",
        () if package.has("content.xml") => "OpenDocument 文件",
        () if package.has("xl/workbook.bin") => "二进制工作簿（.xlsb）",
        () => "压缩包",
    }))
}

fn compound(bytes: &[u8]) -> Result<Content, FileError> {
    let mut compound = Compound::open(bytes)?;
    let of = |text, kind| Ok(Content { text, kind, encoding: None });
    if compound.has("WordDocument") {
        return of(doc::read(&mut compound)?, Kind::Doc);
    }
    if compound.has("EncryptedPackage") {
        return Err(FileError::Encrypted(Kind::Docx));
    }
    if let Some(stream) = compound.stream("Workbook").or_else(|| compound.stream("Book")) {
        return of(xls::read(&stream)?, Kind::Xls);
    }
    Err(FileError::OtherKind(if compound.has("PowerPoint Document") { "演示文稿" } else { "办公文件" }))
}
