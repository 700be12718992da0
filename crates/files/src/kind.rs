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

/// The bytes from the mark of their kind on: some systems put the mark of UTF-8 or empty lines before whatever they send.
pub fn undisguised(bytes: &[u8]) -> &[u8] {
    let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let marks: [&[u8]; 4] = [ZIP, COMPOUND, RTF, b"%PDF-"];
    if marks.iter().any(|mark| bare.starts_with(mark)) { bare } else { bytes }
}

const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const RTF: &[u8] = b"{\\rtf";

pub fn outside(bytes: &[u8]) -> Result<Outside, FileError> {
    let start = &bytes[..bytes.len().min(PDF_MARK_WITHIN)];
    let has = |mark: &[u8]| start.windows(mark.len()).any(|window| window == mark);
    if bytes.is_empty() {
        return Err(FileError::Empty);
    }
    if bytes.starts_with(ZIP) || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Outside::Zip);
    }
    if bytes.starts_with(COMPOUND) {
        return Ok(Outside::Compound);
    }
    if bytes.starts_with(RTF) {
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

/// The kind of a text: HTML, an office program's XML, a table by commas, or words.
pub fn of_text(text: &str) -> Kind {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if start.starts_with('<') {
        let rest = after_head(start);
        if let Some(kind) = rest.and_then(of_root) {
            return kind;
        }
        if crate::html::holds_elements(rest.unwrap_or(start)) {
            return Kind::Html;
        }
    }
    let head = start[..start.floor_char_boundary(4096)].to_ascii_lowercase();
    if head.starts_with("mime-version:") || (head.starts_with("from:") && head.contains("\nmime-version:")) {
        return Kind::Mht;
    }
    if crate::csv::looks_like(text) { Kind::Csv } else { Kind::Text }
}

/// A text of markup from its first element on. What stands before it is passed over: the declaration, instructions, the kind of
/// document, remarks and what they hide from other programs.
fn after_head(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let after =
            |mark: &str, end: &str| rest.strip_prefix(mark).map(|inner| inner.split_once(end).map(|(_, rest)| rest));
        rest = match after("<!--", "-->").or_else(|| after("<?", ">")) {
            Some(next) => next?,
            None if rest.starts_with("<!") => after_declaration(rest)?,
            None => return Some(rest),
        };
    }
}

/// What follows `<!DOCTYPE ...>`, which may hold declarations in brackets.
fn after_declaration(text: &str) -> Option<&str> {
    let end = text.find('>')?;
    match text.find('[').filter(|bracket| *bracket < end) {
        Some(bracket) => text[bracket..].split_once(']')?.1.split_once('>').map(|(_, rest)| rest),
        None => Some(&text[end + 1..]),
    }
}

/// The kind of an office program's XML, by its first element.
fn of_root(text: &str) -> Option<Kind> {
    let tag = text.strip_prefix('<')?.split('>').next()?.to_ascii_lowercase();
    match tag.split(|c: char| c.is_whitespace() || c == '/').next()? {
        "w:worddocument" | "w:document" | "pkg:package" => Some(Kind::WordXml),
        name if name.rsplit(':').next() == Some("workbook") && tag.contains("office:spreadsheet") => Some(Kind::Xls),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_told_by_its_first_element() {
        let word = "<html xmlns:w=\"urn:schemas-microsoft-com:office:word\"><head><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body><p>总体</p>";
        let fragment =
            "<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--><p class=MsoNormal>总体</p>";
        let book = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">";
        for (text, kind) in [
            (word, Kind::Html),
            (fragment, Kind::Html),
            ("<!DOCTYPE html>\n<!-- <w:wordDocument> --><HTML>", Kind::Html),
            ("<o:p></o:p><p>总体</p>", Kind::Html),
            ("<table><tr><td>urn:schemas-microsoft-com:office:spreadsheet", Kind::Html),
            (
                "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>\n<!-- <html> --><w:wordDocument>",
                Kind::WordXml,
            ),
            ("<!DOCTYPE x [<!ENTITY a \"b>\">]><pkg:package>", Kind::WordXml),
            (book, Kind::Xls),
            ("<摘要>总体情况", Kind::Text),
            ("<w:wordDocument", Kind::WordXml),
            ("< 5件", Kind::Text),
        ] {
            assert_eq!(of_text(text), kind, "{text}");
            assert_eq!(of_text(&format!("\u{feff}\r\n{text}")), kind, "{text}");
        }
        let padded = format!("<!-- {} -->{book}", "<html> ".repeat(9000));
        assert_eq!(of_text(&padded), Kind::Xls);
    }
}
