//! Word documents: paragraphs, tables within tables, text boxes. Tracked changes are read as if accepted; headers, footers,
//! comments, hidden words and the codes of fields are left out.

use crate::error::FileError;
use crate::flow::Flow;
use crate::kind::Kind;
use crate::numbering::Numbering;
use crate::package::Package;
use crate::xml::{Element, Node, walk};

/// Parts of a document that are no words of it.
const LEFT_OUT: [&str; 10] = [
    "del",
    "moveFrom",
    "Fallback",
    "instrText",
    "delText",
    "rPrChange",
    "pPrChange",
    "tcPrChange",
    "trPrChange",
    "tblPrChange",
];

pub fn read(package: &mut Package) -> Result<String, FileError> {
    let main = main_part(package)?;
    let damaged = FileError::Damaged(Kind::Docx);
    let xml = package.xml(&main)?.ok_or(damaged)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let numbering = package.xml(&format!("{folder}/numbering.xml"))?.unwrap_or_default();
    let styles = package.xml(&format!("{folder}/styles.xml"))?.unwrap_or_default();
    body(&xml, Numbering::read(&numbering, &styles)).unwrap_or(Err(damaged))
}

/// Word's XML in one file holds all its parts.
pub fn read_xml(xml: &str) -> Result<String, FileError> {
    body(xml, Numbering::default()).unwrap_or(Err(FileError::Damaged(Kind::WordXml)))
}

/// The part that holds the document, as the package says.
fn main_part(package: &mut Package) -> Result<String, FileError> {
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
    /// The end of this paragraph was deleted: the next one goes on with it.
    runs_on: bool,
    row_deleted: bool,
    paragraph: Paragraph,
    column: u32,
    pictures: usize,
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

/// The words of the body. None when there is no body.
fn body(xml: &str, numbering: Numbering) -> Option<Result<String, FileError>> {
    let mut reader = Reader { numbering, ..Reader::default() };
    let mut found = false;
    walk(xml, &mut |node| match node {
        Node::Open(element) => {
            found |= element.name() == "body";
            reader.open(element);
        }
        Node::Words(words) => reader.words(words),
        Node::Close(name) => reader.close(name),
    });
    found.then(|| reader.flow.finish())
}

impl Reader {
    fn open(&mut self, element: &Element) {
        let name = element.name();
        if self.in_row_settings && name == "del" {
            self.row_deleted = true;
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
            "blip" | "imagedata" => self.pictures += 1,
            "txbxContent" => self.flow.open_box(),
            "tbl" => self.flow.open_table(),
            "tr" => {
                self.column = 0;
                self.row_deleted = false;
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

    fn add(&mut self, words: &str) {
        if self.hidden {
            return;
        }
        if !self.paragraph.begun && !words.trim().is_empty() {
            self.begin();
        }
        self.flow.text(words);
    }

    /// Writes the paragraph's number before its first words.
    fn begin(&mut self) {
        self.paragraph.begun = true;
        let Paragraph { style, number, level, shown, .. } = &self.paragraph;
        if let Some(shown) = shown {
            self.flow.text(shown);
        } else if let Some((number, level)) = self.numbering.of(style, number.as_deref(), *level) {
            let written = self.numbering.next(&number, level);
            self.flow.text(&written);
        }
    }

    fn words(&mut self, words: &str) {
        if self.in_words && self.left_out == 0 {
            self.add(words);
        }
    }

    fn close(&mut self, name: &str) {
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
            "drawing" | "pict" if std::mem::take(&mut self.pictures) > 0 => self.flow.picture(),
            "p" if !self.runs_on && self.in_body => self.flow.end_paragraph(),
            "txbxContent" => self.flow.close_box(),
            "tc" => self.flow.close_cell(),
            "tr" if self.row_deleted => self.flow.drop_row(),
            "tr" => self.flow.end_row(),
            "tbl" => self.flow.close_table(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(body_xml: &str) -> String {
        let xml = format!("<w:document><w:body>{body_xml}</w:body></w:document>");
        body(&xml, Numbering::default()).and_then(Result::ok).unwrap_or_default()
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
        assert!(text(picture).starts_with("[图片]\n"));
        let inner = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("", "内"), cell("", "1"));
        let outer = format!("<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc>{}</w:tr></w:tbl>", cell("", "旁"));
        assert_eq!(text(&outer), "内\t1\n\n\n旁\n");
    }
}
