//! Word documents: paragraphs, tables within tables, text boxes. Tracked changes are read as if accepted; headers, footers,
//! comments, hidden words and the codes of fields are left out.

use std::ops::Range;

use crate::error::{FileError, LONGEST_TEXT};
use crate::flow::Flow;
use crate::kind::Kind;
use crate::numbering::Numbering;
use crate::package::Package;
use crate::source_map::{Source, SourceMap};
use crate::xml::{Element, Node, walk, walk_ranges};

/// Parts of a document that are no words of it.
const LEFT_OUT: [&str; 11] = [
    "del",
    "moveFrom",
    "Fallback",
    "instrText",
    "delText",
    // The reading that stands above a word.
    "rt",
    "rPrChange",
    "pPrChange",
    "tcPrChange",
    "trPrChange",
    "tblPrChange",
];

/// Boxes, tables and fields within one another whose surroundings are kept.
const DEEPEST: usize = 64;

/// Packed web pages of one document.
const MOST_CHUNKS: usize = 64;

pub fn read(package: &mut Package, mut flow: Flow) -> Result<(String, SourceMap), FileError> {
    let main = main_part(package)?;
    let damaged = FileError::Damaged(Kind::Docx);
    let xml = package.xml(&main)?.ok_or(damaged)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let numbering = package.xml(&format!("{folder}/numbering.xml"))?.unwrap_or_default();
    let styles = package.xml(&format!("{folder}/styles.xml"))?.unwrap_or_default();
    let chunks = chunks(package, &xml, &main)?;
    flow.sources.begin_part(&main);
    body(&xml, Numbering::read(&numbering, &styles), chunks, flow).unwrap_or(Err(damaged))
}

/// Web pages that a program only packed, for Word to take in when it opens the document: their ids and words.
fn chunks(package: &mut Package, xml: &str, main: &str) -> Result<Vec<(String, String)>, FileError> {
    let mut chunks = Vec::new();
    if !xml.contains(":altChunk") {
        return Ok(chunks);
    }
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", main));
    let relations = package.xml(&format!("{folder}/_rels/{name}.rels"))?.unwrap_or_default();
    walk(&relations, &mut |node| {
        if let Node::Open(element) = node
            && element.attribute("Type").is_some_and(|kind| kind.ends_with("/aFChunk"))
            && let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target"))
            && chunks.len() < MOST_CHUNKS
        {
            let part = if target.starts_with('/') { target } else { format!("{folder}/{target}") };
            chunks.push((id, part));
        }
    });
    let mut taken = 0;
    for (_, part) in &mut chunks {
        if taken > LONGEST_TEXT {
            return Err(FileError::TooLong);
        }
        let bytes = package.part(part)?.unwrap_or_default();
        // A document within the document is not opened.
        *part = match crate::words(&bytes, None, false) {
            Ok((content, _)) => content.text,
            Err(error @ (FileError::TooLong | FileError::TooMuchPacked)) => return Err(error),
            Err(_) => crate::flow::PICTURE.to_string(),
        };
        taken += part.len();
    }
    Ok(chunks)
}

/// Word's XML in one file holds all its parts.
pub fn read_xml(xml: &str) -> Result<String, FileError> {
    // In the one file that today's Word can write, lists and styles are as in a package.
    let read = body(xml, Numbering::read(xml, xml), Vec::new(), Flow::default());
    Ok(read.unwrap_or(Err(FileError::Damaged(Kind::WordXml)))?.0)
}

/// The part that holds the document, as the package says.
pub fn main_part(package: &mut Package) -> Result<String, FileError> {
    let mut target = None;
    if let Some(relations) = package.xml("_rels/.rels")? {
        walk(&relations, &mut |node| {
            if let Node::Open(element) = node
                && element.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
            {
                target = element.attribute("Target");
            }
        });
    }
    Ok(target.map_or("word/document.xml".to_string(), |target| target.trim_start_matches('/').to_string()))
}

#[derive(Default)]
struct Reader {
    flow: Flow,
    numbering: Numbering,
    /// How deep in a part that is left out.
    left_out: usize,
    in_body: bool,
    in_run: bool,
    in_words: bool,
    in_mark: bool,
    in_row_settings: bool,
    hidden: bool,
    /// The fields that are open, and whether their codes are still being told.
    fields: Vec<bool>,
    /// The end of this paragraph was deleted: the next one goes on with it.
    runs_on: bool,
    row_is_dropped: bool,
    paragraph: Paragraph,
    /// Paragraphs around the text boxes that are open, and rows around the tables.
    paragraphs: Vec<(Paragraph, bool)>,
    rows: Vec<(bool, u32)>,
    column: u32,
    pictures: usize,
    /// The drawing that is open has words for those who do not see it.
    is_described: bool,
    chunks: Vec<(String, String)>,
}

#[derive(Default)]
struct Paragraph {
    style: String,
    number: Option<String>,
    level: Option<usize>,
    /// The number as it was last shown, which Word's XML of 2003 keeps beside it.
    shown: Option<String>,
    begun: bool,
}

type Read = Result<(String, SourceMap), FileError>;

/// The words of the body. None when there is no body.
fn body(xml: &str, numbering: Numbering, chunks: Vec<(String, String)>, flow: Flow) -> Option<Read> {
    let mut reader = Reader { flow, numbering, chunks, ..Reader::default() };
    let mut found = false;
    walk_ranges(xml, &mut |node, range| match node {
        _ if reader.flow.is_full() => {}
        Node::Open(element) => {
            found |= element.name() == "body";
            reader.open(element);
        }
        Node::Words(words) => reader.words(words, xml, range),
        Node::Close(name) => reader.close(name, range.start),
    });
    found.then(|| reader.flow.finish_with_map())
}

impl Reader {
    fn open(&mut self, element: &Element) {
        let name = element.name();
        // A row that is deleted, or hidden.
        if self.in_row_settings && matches!(name, "del" | "hidden") {
            self.row_is_dropped = true;
        }
        if self.in_mark && name == "del" {
            self.runs_on = true;
        }
        if self.left_out > 0 || LEFT_OUT.contains(&name) {
            self.left_out += usize::from(LEFT_OUT.contains(&name));
            return;
        }
        if name == "body" {
            self.in_body = true;
        }
        if !self.in_body {
            return;
        }
        let value = || element.attribute("val");
        let is_on = || value().is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off"));
        match name {
            "p" => {
                self.paragraph = Paragraph { begun: self.runs_on, ..Paragraph::default() };
                self.runs_on = false;
            }
            "pPr" => self.in_mark = true,
            "pStyle" => self.paragraph.style = value().unwrap_or_default(),
            "numId" if self.in_mark => self.paragraph.number = value(),
            "ilvl" if self.in_mark => self.paragraph.level = element.number("val"),
            "r" => {
                self.in_run = true;
                self.hidden = false;
            }
            "vanish" if self.in_run => self.hidden = is_on(),
            "t" if self.in_mark => self.paragraph.shown = value(),
            "t" => self.in_words = true,
            "tab" | "ptab" if self.in_run => self.add(if self.flow.is_line_empty() { "" } else { "\t" }),
            "br" | "cr" if self.in_run => self.add("\n"),
            "noBreakHyphen" if self.in_run => self.add("-"),
            "sym" if self.in_run => self.symbol(element),
            "fldChar" => self.field(element),
            "blip" | "imagedata" => self.pictures += 1,
            "docPr" | "shape" => {
                let words = element.attribute("descr").or_else(|| element.attribute("alt"));
                self.is_described |= words.is_some_and(|words| !words.trim().is_empty());
            }
            "decorative" => self.is_described |= element.attribute("val").is_none_or(|value| value != "0"),
            "altChunk" => {
                let id = element.attribute("id");
                if let Some((_, words)) = self.chunks.iter().find(|(known, _)| Some(known) == id.as_ref()) {
                    self.flow.text(words);
                    self.flow.end_paragraph();
                }
            }
            "txbxContent" => {
                self.flow.open_box();
                if self.paragraphs.len() < DEEPEST {
                    self.paragraphs.push((std::mem::take(&mut self.paragraph), std::mem::take(&mut self.runs_on)));
                }
            }
            "tbl" => {
                self.flow.open_table();
                if self.rows.len() < DEEPEST {
                    self.rows.push((self.row_is_dropped, self.column));
                }
            }
            "tr" => {
                self.column = 0;
                self.row_is_dropped = false;
            }
            "trPr" => self.in_row_settings = true,
            "gridBefore" => self.column = element.number("val").unwrap_or(0),
            "tc" => {
                let column = self.flow.next_column().max(self.column);
                self.flow.open_cell(column, 1, false);
            }
            "gridSpan" => self.flow.takes_columns(element.number("val").unwrap_or(1)),
            "vMerge" | "vmerge" if value().is_none_or(|value| value != "restart") => self.flow.goes_on_from_above(),
            "hMerge" | "hmerge" if value().is_none_or(|value| value != "restart") => self.flow.goes_on_from_above(),
            _ => {}
        }
    }

    /// A character of a font of symbols, whose digits are those of its codes.
    fn symbol(&mut self, element: &Element) {
        let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        let digit = code.and_then(|code| char::from_digit((code & 0xff).checked_sub(0x30)?, 10));
        let is_greek = element.attribute("font").is_some_and(|font| font == "Symbol");
        self.add(digit.filter(|_| is_greek).unwrap_or('□').encode_utf8(&mut [0; 4]));
    }

    /// What a field shows comes after its code, in which there may be fields too.
    fn field(&mut self, element: &Element) {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") if self.fields.len() < DEEPEST => self.fields.push(true),
            Some("separate") => self.fields.iter_mut().last().into_iter().for_each(|in_code| *in_code = false),
            Some("end") => drop(self.fields.pop()),
            _ => {}
        }
    }

    fn add(&mut self, words: &str) {
        if self.shows(words) {
            self.flow.text(words);
        }
    }

    /// Whether words show here. Before the first of a paragraph its number is written.
    fn shows(&mut self, words: &str) -> bool {
        if self.hidden || self.fields.contains(&true) {
            return false;
        }
        if let Some(first) = words.trim_start().chars().next().filter(|_| !self.paragraph.begun) {
            self.begin(first);
        }
        true
    }

    /// Writes the paragraph's number before its first words.
    fn begin(&mut self, first: char) {
        self.paragraph.begun = true;
        let Paragraph { style, number, level, shown, .. } = &self.paragraph;
        let written = match (shown, self.numbering.of(style, number.as_deref(), *level)) {
            (Some(shown), _) => shown.clone(),
            (None, Some((number, level))) => self.numbering.next(&number, level),
            (None, None) => return,
        };
        self.flow.text(&written);
        // `1.` before `2023年` is no fraction.
        if first.is_ascii_digit() && written.ends_with(|c: char| c.is_ascii()) {
            self.flow.text(" ");
        }
    }

    fn words(&mut self, words: &str, xml: &str, range: Range<usize>) {
        if self.in_words && self.left_out == 0 && self.shows(words) {
            let (part, start, end) = (0, range.start as u32, range.end as u32);
            let source = match xml.get(range) == Some(words) {
                true => Source::Verbatim { part, start, end },
                false => Source::Reference { part, start, end },
            };
            self.flow.text_from(words, source);
        }
    }

    fn close(&mut self, name: &str, at: usize) {
        if self.left_out > 0 {
            self.left_out -= usize::from(LEFT_OUT.contains(&name));
            return;
        }
        match name {
            "body" => self.in_body = false,
            "t" => self.in_words = false,
            "r" => {
                self.in_run = false;
                self.hidden = false;
            }
            "pPr" => self.in_mark = false,
            "trPr" => self.in_row_settings = false,
            "drawing" | "pict" | "object" => {
                let is_described = std::mem::take(&mut self.is_described) || name == "object";
                if std::mem::take(&mut self.pictures) > 0 {
                    self.flow.picture(is_described);
                }
            }
            "p" => {
                // The code of a field does not go on over paragraphs.
                self.fields.clear();
                if !self.runs_on && self.in_body {
                    let at = at as u32;
                    self.flow.gap(Source::Gap { part: 0, start: at, end: at });
                    self.flow.end_paragraph();
                }
            }
            "txbxContent" => {
                self.flow.close_box();
                (self.paragraph, self.runs_on) = self.paragraphs.pop().unwrap_or_default();
            }
            "tc" => self.flow.close_cell(),
            "tr" if self.row_is_dropped => self.flow.drop_row(),
            "tr" => self.flow.end_row(),
            "tbl" => {
                self.flow.close_table();
                (self.row_is_dropped, self.column) = self.rows.pop().unwrap_or_default();
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(body_xml: &str) -> String {
        let xml = format!("<w:document><w:body>{body_xml}</w:body></w:document>");
        let read = body(&xml, Numbering::default(), Vec::new(), Flow::default());
        read.and_then(Result::ok).unwrap_or_default().0
    }

    fn cell(settings: &str, words: &str) -> String {
        format!("<w:tc><w:tcPr>{settings}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>")
    }

    #[test]
    fn merged_cells_leave_their_places_empty() {
        let span = "<w:gridSpan w:val=\"2\"/>";
        let (restart, below) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>");
        let rows = [
            [cell(restart, "办理结果"), cell("", "公开"), cell("", "1")].concat(),
            [cell(below, ""), cell("", "撤回"), cell("", "2")].concat(),
            [cell(span, "总计"), cell("", "3")].concat(),
        ];
        let table: String = rows.iter().map(|row| format!("<w:tr>{row}</w:tr>")).collect();
        assert_eq!(text(&format!("<w:tbl>{table}</w:tbl>")), "办理结果\t公开\t1\n\t撤回\t2\n总计\t\t3\n\n");
    }

    #[test]
    fn the_number_that_stands_beside_a_paragraph_is_taken() {
        let xml = "<w:p><w:pPr><w:listPr><w:ilvl w:val=\"0\"/><wx:t wx:val=\"一、\"/></w:listPr></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>";
        assert_eq!(text(xml), "一、总体情况\n");
    }

    #[test]
    fn changes_are_read_as_accepted() {
        let xml = "<w:p><w:r><w:t>收到</w:t></w:r><w:del><w:r><w:delText>7</w:delText></w:r></w:del><w:ins><w:r><w:t>8</w:t></w:r></w:ins>\
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:t>件</w:t></w:r></w:p>";
        assert_eq!(text(xml), "收到8件\n");
        let joined = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p><w:p><w:r><w:t>后</w:t></w:r></w:p>";
        assert_eq!(text(joined), "前后\n");
        let dropped =
            format!("<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{0}{0}</w:tr><w:tr>{0}{0}</w:tr></w:tbl>", cell("", "9"));
        assert_eq!(text(&dropped), "9\t9\n\n");
    }

    #[test]
    fn what_is_not_shown_or_shown_twice_is_left_out() {
        let words = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
        let ruby = "<w:r><w:ruby><w:rt><w:r><w:t>qi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>七</w:t></w:r></w:rubyBase></w:ruby></w:r>";
        assert_eq!(text(&format!("<w:p>{ruby}{}</w:p>", words("件"))), "七件\n");
        // A field within the code of another is no word.
        let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
        let (begin, separate, end) = (mark("begin"), mark("separate"), mark("end"));
        let inner = format!("{begin}{separate}{}{end}", words("9"));
        let field = format!("<w:p>{begin}{inner}{separate}{}{end}{}</w:p>", words("12"), words("件"));
        assert_eq!(text(&field), "12件\n");
        let hidden = format!(
            "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>{0}{0}</w:tr><w:tr>{1}{1}</w:tr></w:tbl>",
            cell("", "9"),
            cell("", "8")
        );
        assert_eq!(text(&hidden), "8\t8\n\n");
        let symbol = |font: &str, code: &str| format!("<w:r><w:sym w:font=\"{font}\" w:char=\"{code}\"/></w:r>");
        assert_eq!(text(&format!("<w:p>{}{}</w:p>", symbol("Symbol", "F037"), symbol("Wingdings", "F037"))), "7□\n");
    }

    #[test]
    fn a_deleted_row_of_a_table_within_leaves_the_row_around_it() {
        let dropped = format!("<w:tr><w:trPr><w:del/></w:trPr>{}</w:tr>", cell("", "旧"));
        let inner = format!("<w:tbl><w:tr>{0}{0}</w:tr>{dropped}</w:tbl>", cell("", "内"));
        let outer = format!("<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc>{}</w:tr></w:tbl>", cell("", "旁"));
        assert_eq!(text(&outer), "内\t内\n\n\n旁\n");
    }

    #[test]
    fn a_number_stays_beside_a_box_and_apart_from_digits() {
        let numbering = Numbering::read(
            r#"<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>"#,
            "",
        );
        let number = "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>";
        let inner = "<w:r><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:r>";
        let xml = format!(
            "<w:body><w:p>{number}{inner}<w:r><w:t>甲</w:t></w:r></w:p><w:p>{number}<w:r><w:t>2023年</w:t></w:r></w:p></w:body>"
        );
        let read = body(&xml, numbering, Vec::new(), Flow::default()).and_then(Result::ok);
        assert_eq!(read.map(|(text, _)| text).as_deref(), Some("框\n1.甲\n2. 2023年\n"));
    }

    #[test]
    fn an_embedded_sheet_shows_as_a_picture() {
        let sheet = "<w:p><w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r></w:p>";
        assert!(text(sheet).starts_with("[图片]\n"));
    }

    #[test]
    fn the_words_of_a_text_box_stand_before_the_paragraph_it_is_tied_to() {
        let inside = "<w:p><w:r><w:t>框内</w:t></w:r></w:p>";
        let choice = format!("<mc:Choice><w:txbxContent>{inside}</w:txbxContent></mc:Choice>");
        let fallback = format!("<mc:Fallback><w:txbxContent>{inside}</w:txbxContent></mc:Fallback>");
        let xml = format!(
            "<w:p><w:r><w:t>框外</w:t></w:r><w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r></w:p>"
        );
        assert_eq!(text(&xml), "框内\n框外\n");
    }

    #[test]
    fn a_picture_is_noticed_and_a_nested_table_is_read() {
        let picture = "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>";
        assert!(text(picture).starts_with("[图片，无替代文字]\n"));
        let described = picture.replace("<a:blip", "<wp:docPr id='1' descr='流程图'/><a:blip");
        assert!(text(&described).starts_with("[图片]\n"));
        let inner = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("", "内"), cell("", "1"));
        let outer = format!("<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc>{}</w:tr></w:tbl>", cell("", "旁"));
        assert_eq!(text(&outer), "内\t1\n\n\n旁\n");
    }
}
