//! Which kind of file it is, told by what is in it: names are often wrong.

use std::fmt;

use crate::error::FileError;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Text,
    Csv,
    Html,
    Mht,
    /// Word's XML of 2003, in one file.
    WordXml,
    Rtf,
    Pdf,
    Docx,
    Xlsx,
    Ofd,
    Doc,
    Xls,
}

impl Kind {
    pub const ALL: [Kind; 12] = [
        Kind::Text,
        Kind::Csv,
        Kind::Html,
        Kind::Mht,
        Kind::WordXml,
        Kind::Rtf,
        Kind::Pdf,
        Kind::Docx,
        Kind::Xlsx,
        Kind::Ofd,
        Kind::Doc,
        Kind::Xls,
    ];

    pub fn id(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Csv => "csv",
            Kind::Html => "html",
            Kind::Mht => "mht",
            Kind::WordXml => "word-xml",
            Kind::Rtf => "rtf",
            Kind::Pdf => "pdf",
            Kind::Docx => "docx",
            Kind::Xlsx => "xlsx",
            Kind::Ofd => "ofd",
            Kind::Doc => "doc",
            Kind::Xls => "xls",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Text => "文本文件",
            Kind::Csv => "CSV 表格",
            Kind::Html | Kind::Mht => "网页文件",
            Kind::WordXml | Kind::Rtf | Kind::Docx | Kind::Doc => "Word 文档",
            Kind::Pdf => "PDF 文件",
            Kind::Xlsx | Kind::Xls => "Excel 表格",
            Kind::Ofd => "OFD 文件",
        })
    }
}

/// What the first bytes say. The packed kinds are told apart by what is packed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outside {
    Zip,
    Compound,
    Pdf,
    Rtf,
    /// Perhaps text.
    Words,
}

/// How far a PDF's mark may stand from the start.
const PDF_MARK_WITHIN: usize = 1024;

const OTHERS: [(&[u8], &str); 10] = [
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"BM", "图片"),
    (b"II*\0", "图片"),
    (b"MM\0*", "图片"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"MZ", "程序"),
];

pub fn outside(bytes: &[u8]) -> Result<Outside, FileError> {
    let start = &bytes[..bytes.len().min(PDF_MARK_WITHIN)];
    let has = |mark: &[u8]| start.windows(mark.len()).any(|window| window == mark);
    if bytes.is_empty() {
        return Err(FileError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Outside::Zip);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(Outside::Compound);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Ok(Outside::Rtf);
    }
    if has(b"%PDF-") {
        return Ok(Outside::Pdf);
    }
    // The short marks could begin a text, where no byte is zero.
    let binary = start.contains(&0);
    match OTHERS.iter().find(|(mark, _)| bytes.starts_with(mark) && (mark.len() > 2 || binary)) {
        Some(&(_, name)) => Err(FileError::OtherKind(name)),
        None => Ok(Outside::Words),
    }
}

/// The kind of a text: HTML, a table by commas, or words.
pub fn of_text(text: &str) -> Kind {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let cut = start.floor_char_boundary(4096);
    let head = start[..cut].to_ascii_lowercase();
    if head.starts_with('<') {
        if head.contains("<w:worddocument") || head.contains("<pkg:package") {
            return Kind::WordXml;
        }
        if head.contains("urn:schemas-microsoft-com:office:spreadsheet") && !head.contains("<html") {
            return Kind::Xls;
        }
        let tags = ["<html", "<!doctype html", "<table", "<body", "<head", "<div", "<meta", "<p", "<span"];
        if tags.iter().any(|tag| head.contains(tag)) {
            return Kind::Html;
        }
    }
    if head.starts_with("mime-version:") || (head.starts_with("from:") && head.contains("\nmime-version:")) {
        return Kind::Mht;
    }
    if crate::csv::looks_like(text) { Kind::Csv } else { Kind::Text }
}
