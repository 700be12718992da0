//! Workbooks as Excel of 2003 writes them in XML, often named .xls by the systems of offices.

use crate::error::FileError;
use crate::flow::Flow;
use crate::sheet::{MOST_SHEETS, Sheet};
use crate::xml::{Element, Node, walk};

#[derive(Default)]
struct Reader {
    sheets: Vec<Sheet>,
    /// The next row and the next column.
    row: u32,
    column: u32,
    /// Columns right of the cell and rows below it that it takes.
    across: u32,
    down: u32,
    kind: String,
    words: String,
    in_words: bool,
}

pub fn read(xml: &str) -> Result<String, FileError> {
    let mut reader = Reader::default();
    walk(xml, &mut |node| match node {
        Node::Open(element) => reader.open(element),
        Node::Words(words) if reader.in_words => reader.words.push_str(words),
        Node::Words(_) => {}
        Node::Close("Data") => reader.in_words = false,
        Node::Close("Cell") => reader.close_cell(),
        Node::Close("Row") => reader.row = reader.row.saturating_add(1),
        Node::Close(_) => {}
    });
    let mut flow = Flow::default();
    reader.sheets.into_iter().for_each(|sheet| sheet.write(0, &mut flow));
    flow.finish()
}

impl Reader {
    fn open(&mut self, element: &Element) {
        // Counted from one.
        let index = |next: u32| element.number::<u32>("Index").map_or(next, |index| index.saturating_sub(1));
        let is_hidden = element.attribute("Hidden").is_some_and(|hidden| hidden == "1");
        match element.name() {
            "Worksheet" if self.sheets.len() < MOST_SHEETS => {
                self.sheets.push(Sheet::default());
                (self.row, self.column) = (0, 0);
            }
            "Column" => {
                let first = index(self.column);
                let last = first.saturating_add(element.number("Span").unwrap_or(0));
                self.column = last.saturating_add(1);
                if let Some(sheet) = self.sheets.last_mut().filter(|_| is_hidden) {
                    sheet.hide_columns(first, last);
                }
            }
            "Row" => {
                self.row = index(self.row);
                self.column = 0;
                if let Some(sheet) = self.sheets.last_mut().filter(|_| is_hidden) {
                    sheet.hide_row(self.row);
                }
            }
            "Cell" => {
                self.column = index(self.column);
                self.across = element.number("MergeAcross").unwrap_or(0);
                self.down = element.number("MergeDown").unwrap_or(0);
                self.words.clear();
            }
            "Data" => {
                self.kind = element.attribute("Type").unwrap_or_default();
                self.in_words = true;
            }
            // Said only of a sheet that is hidden.
            "Visible" => self.sheets.iter_mut().last().into_iter().for_each(|sheet| *sheet = Sheet::default()),
            _ => {}
        }
    }

    fn close_cell(&mut self) {
        let (row, column) = (self.row, self.column);
        let last = column.saturating_add(self.across);
        let words = std::mem::take(&mut self.words);
        let words = match (self.kind.as_str(), words.trim().parse()) {
            ("Number", Ok(number)) => crate::sheet::number(number),
            // A day has a time too.
            ("DateTime", _) => words.split('T').next().unwrap_or_default().to_string(),
            _ => words,
        };
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.put(row, column, words);
            if last > column || self.down > 0 {
                sheet.merged.push([row, column, row.saturating_add(self.down), last]);
            }
        }
        self.column = last.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_where_they_say() {
        let cell = |settings: &str, kind: &str, words: &str| {
            format!("<Cell {settings}><Data ss:Type=\"{kind}\">{words}</Data></Cell>")
        };
        let rows = [
            cell("ss:MergeDown=\"1\"", "String", "办理") + &cell("", "String", "公开") + &cell("", "Number", "7"),
            cell("ss:Index=\"2\"", "String", "撤回") + &cell("", "Number", "8.5"),
            cell("ss:MergeAcross=\"1\"", "String", "总计") + &cell("", "Number", "9"),
        ];
        let rows: String = rows.iter().map(|row| format!("<Row>{row}</Row>")).collect();
        let xml = format!(
            "<Workbook><Worksheet><Table><Row ss:Hidden=\"1\">{}</Row>{rows}</Table></Worksheet>\
            <Worksheet><Table><Row><Cell><Data>x</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>",
            cell("", "Number", "1")
        );
        assert_eq!(read(&xml).as_deref(), Ok("办理\t公开\t7\n\t撤回\t8.5\n总计\t\t9\n\n"));
    }
}
