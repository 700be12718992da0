//! Workbooks of today's Excel and WPS: every visible sheet, in order.

use std::collections::HashMap;

use crate::error::FileError;
use crate::flow::Flow;
use crate::kind::Kind;
use crate::number_format::NumberFormats;
use crate::package::Package;
use crate::sheet::{MOST_SHEETS, Sheet};
use crate::source_map::SourceMap;
use crate::xml::{Element, Node, walk};

pub fn read(package: &mut Package, mut flow: Flow) -> Result<(String, SourceMap), FileError> {
    let workbook = package.xml("xl/workbook.xml")?.ok_or(FileError::Damaged(Kind::Xlsx))?;
    let relations = package.xml("xl/_rels/workbook.xml.rels")?.unwrap_or_default();
    let strings = package.xml("xl/sharedStrings.xml")?.map(|xml| shared_strings(&xml)).unwrap_or_default();
    let styles = package.xml("xl/styles.xml")?.unwrap_or_default();
    let formats = formats(&workbook, &styles);
    let mut any = false;
    for part in sheets(&workbook, &relations) {
        if let Some(xml) = package.xml(&part)? {
            any = true;
            let part = flow.sources.begin_part(&part);
            sheet_of(&xml, &strings, &formats).write(part, &mut flow);
        }
        if flow.is_full() {
            break;
        }
    }
    if any { flow.finish_with_map() } else { Err(FileError::Damaged(Kind::Xlsx)) }
}

pub fn formats(workbook: &str, styles: &str) -> NumberFormats {
    let mut formats = NumberFormats::default();
    walk(workbook, &mut |node| {
        if let Node::Open(element) = node
            && element.name() == "workbookPr"
        {
            formats.from_1904 = element.attribute("date1904").is_some_and(|is_on| is_on == "1" || is_on == "true");
        }
    });
    let mut of_cells = false;
    walk(styles, &mut |node| match node {
        Node::Open(element) => match element.name() {
            "cellXfs" => of_cells = true,
            "numFmt" => {
                if let (Some(id), Some(code)) = (element.number("numFmtId"), element.attribute("formatCode")) {
                    formats.add_code(id, code);
                }
            }
            "xf" if of_cells => formats.add_cell(element.number("numFmtId").unwrap_or(0)),
            _ => {}
        },
        Node::Close("cellXfs") => of_cells = false,
        _ => {}
    });
    formats
}

/// The parts that hold the visible sheets.
fn sheets(workbook: &str, relations: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for sheet in all_sheets(workbook, relations) {
        if sheet.is_visible && parts.len() < MOST_SHEETS && !parts.contains(&sheet.part) {
            parts.push(sheet.part);
        }
    }
    parts
}

/// A sheet as the workbook lists it.
pub struct SheetPart {
    pub name: String,
    pub part: String,
    pub is_visible: bool,
}

/// Every sheet of the workbook, in order.
pub fn all_sheets(workbook: &str, relations: &str) -> Vec<SheetPart> {
    let mut targets = HashMap::new();
    walk(relations, &mut |node| {
        if let Node::Open(element) = node
            && let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target"))
        {
            let part = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_string);
            targets.entry(id).or_insert(part);
        }
    });
    let mut sheets = Vec::new();
    walk(workbook, &mut |node| {
        if let Node::Open(element) = node
            && element.name() == "sheet"
            && let Some(id) = element.attribute("id")
            && let Some(part) = targets.get(&id)
            && sheets.len() < MOST_LISTED
        {
            let is_visible = element.attribute("state").is_none_or(|state| state == "visible");
            sheets.push(SheetPart {
                name: element.attribute("name").unwrap_or_default(),
                part: part.clone(),
                is_visible,
            });
        }
    });
    sheets
}

pub fn shared_strings(xml: &str) -> Vec<String> {
    let mut strings = Vec::new();
    let (mut text, mut in_words, mut in_reading) = (String::new(), false, false);
    walk(xml, &mut |node| match node {
        Node::Open(element) => match element.name() {
            "t" => in_words = !in_reading,
            "rPh" => in_reading = true,
            _ => {}
        },
        Node::Words(words) if in_words => text.push_str(words),
        Node::Words(_) => {}
        Node::Close("t") => in_words = false,
        Node::Close("rPh") => in_reading = false,
        Node::Close("si") => strings.push(std::mem::take(&mut text).replace(RETURN, "")),
        Node::Close(_) => {}
    });
    strings
}

/// Sheets that a workbook may list.
const MOST_LISTED: usize = 4096;
/// What stands for the value of a formula that no program has calculated yet.
pub const NOT_CALCULATED: &str = "公式未计算";
/// How a workbook writes the return that Windows puts before the end of a line.
pub const RETURN: &str = "_x000D_";

/// `BC12` as row 11, column 54.
pub fn place(name: &str) -> Option<(u32, u32)> {
    let (mut row, mut column) = (0_u32, 0_u32);
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' => column = column.checked_mul(26)?.checked_add(u32::from(byte - b'A') + 1)?,
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?,
            b'$' => {}
            _ => return None,
        }
    }
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

#[derive(Default)]
struct Reader {
    sheet: Sheet,
    row: u32,
    column: u32,
    kind: String,
    format: usize,
    value: String,
    in_value: bool,
    in_reading: bool,
    has_formula: bool,
}

fn sheet_of(xml: &str, strings: &[String], formats: &NumberFormats) -> Sheet {
    let mut reader = Reader::default();
    walk(xml, &mut |node| match node {
        Node::Open(element) => reader.open(element),
        Node::Words(words) if reader.in_value => reader.value.push_str(words),
        Node::Words(_) => {}
        Node::Close("v" | "t") => reader.in_value = false,
        Node::Close("rPh") => reader.in_reading = false,
        Node::Close("c") => reader.close_cell(strings, formats),
        Node::Close("row") => reader.row = reader.row.saturating_add(1),
        Node::Close(_) => {}
    });
    reader.sheet
}

fn is_hidden(element: &Element) -> bool {
    element.attribute("hidden").is_some_and(|hidden| hidden == "1" || hidden == "true")
}

impl Reader {
    fn open(&mut self, element: &Element) {
        match element.name() {
            "row" => {
                self.row = element.number::<u32>("r").map_or(self.row, |row| row.saturating_sub(1));
                if is_hidden(element) {
                    self.sheet.hide_row(self.row);
                }
                self.column = 0;
            }
            "col" if is_hidden(element) => {
                let side = |name: &str| element.number::<u32>(name).and_then(|side| side.checked_sub(1));
                if let (Some(first), Some(last)) = (side("min"), side("max")) {
                    self.sheet.hide_columns(first, last);
                }
            }
            "c" => {
                if let Some((row, column)) = element.attribute("r").and_then(|name| place(&name)) {
                    (self.row, self.column) = (row, column);
                }
                self.kind = element.attribute("t").unwrap_or_default();
                self.format = element.number("s").unwrap_or(0);
                self.value.clear();
                self.has_formula = false;
            }
            "f" => self.has_formula = true,
            "v" => {
                self.value.clear();
                self.in_value = true;
            }
            "rPh" => self.in_reading = true,
            "t" => self.in_value = !self.in_reading,
            "mergeCell" => {
                let area = element.attribute("ref").unwrap_or_default();
                if let Some((first, last)) = area.split_once(':')
                    && let (Some((top, left)), Some((bottom, right))) = (place(first), place(last))
                {
                    self.sheet.merged.push([top, left, bottom, right]);
                }
            }
            _ => {}
        }
    }

    fn close_cell(&mut self, strings: &[String], formats: &NumberFormats) {
        if self.sheet.is_full() {
            return;
        }
        let value = std::mem::take(&mut self.value);
        let words = match self.kind.as_str() {
            "" | "n" if self.has_formula && value.is_empty() => NOT_CALCULATED.to_string(),
            kind => shown(kind, value, self.format, strings, formats),
        };
        self.sheet.put(self.row, self.column, words);
        self.column = self.column.saturating_add(1);
    }
}

/// What a cell of that type and format shows for its value.
pub fn shown(kind: &str, value: String, format: usize, strings: &[String], formats: &NumberFormats) -> String {
    match kind {
        "s" => value.trim().parse::<usize>().ok().and_then(|index| strings.get(index)).cloned().unwrap_or_default(),
        "b" => if value.trim() == "0" { "FALSE" } else { "TRUE" }.to_string(),
        "" | "n" => match value.trim().parse() {
            Ok(number) => formats.shown(number, format),
            Err(_) => value,
        },
        _ => value.replace(RETURN, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_every_type_are_read_where_they_stand() {
        let xml = r#"<worksheet><sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2"><v>7730.280000000001</v></c>
            <c r="D2" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c></row>
            <row r="3"><c r="B3" t="str"><f>A1</f><v>丙</v></c><c r="C3"><f>SUM(A1)</f><v>5</v></c><c r="D3" s="1"/></row>
            <row r="4" hidden="1"><c r="B4"><v>9</v></c></row></sheetData></worksheet>"#;
        let mut flow = Flow::default();
        sheet_of(xml, &["收费".to_string()], &NumberFormats::default()).write(0, &mut flow);
        assert_eq!(flow.finish().as_deref(), Ok("收费\t7730.28\t甲乙\n丙\t5\t\n\n"));
        assert_eq!(place("BC12"), Some((11, 54)));
    }

    #[test]
    fn what_is_not_a_number_is_shown_as_what_it_is() {
        let xml = r#"<worksheet><cols><col min="4" max="4" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="b"><v>1</v></c>
            <c r="B1"><f>SUM(A2:A3)</f></c><c r="H1"><f>A1</f><v/></c><c r="C1" t="e"><v>#DIV/0!</v></c><c r="D1"><v>9</v></c><c r="E1"><f>1+1</f><v>2</v></c>
            <c r="F1" t="inlineStr"><is><t>行_x000D_</t><rPh><t>xing</t></rPh></is></c><c r="G1" t="str"><f>""</f><v></v></c></row></sheetData></worksheet>"#;
        let mut flow = Flow::default();
        sheet_of(xml, &[], &NumberFormats::default()).write(0, &mut flow);
        assert_eq!(flow.finish().as_deref(), Ok("TRUE\t公式未计算\t#DIV/0!\t2\t行\t\t公式未计算\n\n"));
    }

    #[test]
    fn days_and_percentages_are_shown_as_in_the_sheet() {
        let styles = r#"<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
            <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="10"/></cellXfs></styleSheet>"#;
        let xml = r#"<sheetData><row r="1"><c r="A1" s="1"><v>44957</v></c><c r="B1" s="2"><v>0.956</v></c><c r="C1" s="0"><v>44957</v></c></row></sheetData>"#;
        let mut flow = Flow::default();
        sheet_of(xml, &[], &formats("<workbook/>", styles)).write(0, &mut flow);
        assert_eq!(flow.finish().as_deref(), Ok("2023年1月31日\t95.60%\t44957\n\n"));
        assert!(formats(r#"<workbookPr date1904="1"/>"#, "").from_1904);
    }

    #[test]
    fn hidden_sheets_are_left_out() {
        let workbook = r#"<workbook><sheets><sheet r:id="a"/><sheet state="hidden" r:id="b"/><sheet r:id="c"/></sheets></workbook>"#;
        let relations =
            r#"<R><R Id="c" Target="/xl/s3.xml"/><R Id="a" Target="s1.xml"/><R Id="b" Target="s2.xml"/></R>"#;
        assert_eq!(sheets(workbook, relations), ["xl/s1.xml", "xl/s3.xml"]);
    }
}
