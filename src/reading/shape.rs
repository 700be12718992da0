//! Takes the shape out of a text and keeps its places: marks that only lay the report out (HTML tags, quotes of spreadsheet cells,
//! rules between Markdown rows, page numbers) become white space of the same length, so that every byte stays where it was.

use std::borrow::Cow;

use crate::text::TextRange;
use crate::text::{lines, trimmed};

/// The text with its layout marks turned into spaces, tabs and line ends; as long as the text itself.
pub fn plain(text: &str) -> String {
    let text = &without_tags(text);
    let mut mask = Mask { bytes: text.as_bytes().to_vec() };
    mask.quoted_cells(text);
    mask.lines_without_content(text);
    mask.into_text(text)
}

/// The text with the tags and entities of a web page turned into spaces, tabs and line ends; as long as the text itself.
pub fn without_tags(text: &str) -> Cow<'_, str> {
    if !looks_like_html(text) {
        return Cow::Borrowed(text);
    }
    let mut mask = Mask { bytes: text.as_bytes().to_vec() };
    mask.tags(text);
    Cow::Owned(mask.into_text(text))
}

fn looks_like_html(text: &str) -> bool {
    let marks = ["</td>", "</TD>", "<td", "<TD", "</p>", "</P>"];
    text.match_indices('<').any(|(at, _)| marks.iter().any(|mark| text[at..].starts_with(mark)))
}

struct Mask {
    bytes: Vec<u8>,
}

impl Mask {
    /// Only whole characters are ever replaced, so this does not fail; if it did, the text itself would do.
    fn into_text(self, original: &str) -> String {
        String::from_utf8(self.bytes).unwrap_or_else(|_| original.to_string())
    }

    /// Replaces a place by `first` and spaces.
    fn blank(&mut self, span: TextRange, first: u8) {
        if let Some(bytes) = self.bytes.get_mut(span.start..span.end) {
            bytes.fill(b' ');
            if let Some(byte) = bytes.first_mut() {
                *byte = first;
            }
        }
    }

    /// Tags: a cell begins with a tab, a row and a paragraph outside a table with a line end; entities become spaces.
    fn tags(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut in_table = 0usize;
        let mut row_begins = false;
        let mut position = 0;
        while let Some(offset) = bytes[position..].iter().position(|&b| matches!(b, b'<' | b'&' | b'\n' | b'\r')) {
            let start = position + offset;
            position = start + 1;
            match bytes[start] {
                b'<' => {
                    let Some(end) = tag_end(bytes, start) else { continue };
                    let name = tag_name(&bytes[start + 1..end]);
                    match name.as_str() {
                        "table" => in_table += 1,
                        "/table" => in_table = in_table.saturating_sub(1),
                        "tr" => row_begins = true,
                        _ => {}
                    }
                    let mark = match name.as_str() {
                        // The first cell needs no mark before it.
                        "td" | "th" if std::mem::take(&mut row_begins) => b' ',
                        "td" | "th" => b'\t',
                        "tr" | "table" | "/table" => b'\n',
                        "p" | "/p" | "br" | "div" | "/div" | "li" | "h1" | "h2" | "h3" | "h4" if in_table == 0 => b'\n',
                        _ => b' ',
                    };
                    self.blank(TextRange::new(start, end + 1), mark);
                    position = end + 1;
                }
                b'&' => {
                    if let Some(length) = bytes[start..].iter().take(10).position(|&b| b == b';')
                        && bytes[start + 1..start + length].iter().all(|b| b.is_ascii_alphanumeric() || *b == b'#')
                    {
                        self.blank(TextRange::new(start, start + length + 1), b' ');
                    }
                }
                // A line end inside a cell is nothing but space.
                _ if in_table > 0 => self.blank(TextRange::new(start, start + 1), b' '),
                _ => {}
            }
        }
    }

    /// A spreadsheet puts a cell with line ends in double quotes: they lose the quotes and the line ends.
    fn quoted_cells(&mut self, text: &str) {
        const LONGEST: usize = 600;
        let bytes = text.as_bytes();
        let mut position = 0;
        while let Some(offset) = bytes[position..].iter().position(|&b| b == b'"') {
            let start = position + offset;
            position = start + 1;
            let opens = start == 0 || matches!(bytes[start - 1], b'\t' | b'\n');
            if !opens {
                continue;
            }
            let window = &bytes[position..bytes.len().min(position + LONGEST)];
            let Some(length) = window.iter().position(|&b| b == b'"') else { continue };
            let end = position + length;
            let closes = matches!(bytes.get(end + 1), None | Some(b'\t' | b'\n' | b'\r'));
            // Several lines in one cell, and no tab: a row of its own would have one.
            if !closes || !bytes[position..end].contains(&b'\n') || bytes[position..end].contains(&b'\t') {
                continue;
            }
            self.blank(TextRange::new(start, start + 1), b' ');
            self.blank(TextRange::new(end, end + 1), b' ');
            for byte in &mut self.bytes[position..end] {
                if matches!(byte, b'\n' | b'\r') {
                    *byte = b' ';
                }
            }
            position = end + 1;
        }
    }

    /// Lines that say nothing of the report go: rules of Markdown tables, page numbers.
    fn lines_without_content(&mut self, text: &str) {
        for line in lines(text, TextRange::new(0, text.len())) {
            let content = trimmed(text, line).of(text);
            if is_table_rule(content) || is_page_number(content) {
                // The line end before it goes too, so that the lines around it become neighbours.
                self.blank(TextRange::new(line.start.saturating_sub(1), line.end), b' ');
            }
        }
    }
}

/// `|---|---|` and `-----<tab>---`.
fn is_table_rule(line: &str) -> bool {
    line.len() >= 3
        && line.contains("---")
        && line.chars().all(|c| matches!(c, '-' | '|' | ':' | '=' | '+') || c.is_whitespace())
}

/// `- 5 -`, `第 5 页`, `第 5 页 共 9 页`; a bare number may be a cell and stays.
fn is_page_number(line: &str) -> bool {
    let dash = |c: char| matches!(c, '-' | '—' | '–' | '－' | '―' | '─');
    // Most lines begin otherwise.
    if !line.starts_with(|c| dash(c) || c == '第') {
        return false;
    }
    let squeezed: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    let between_dashes = squeezed.trim_matches(dash);
    if squeezed.starts_with(dash) && squeezed.ends_with(dash) && digits(between_dashes) {
        return true;
    }
    let mut pages = squeezed.split(|c| "页，,/".contains(c)).filter(|part| !part.is_empty());
    squeezed.starts_with('第')
        && squeezed.ends_with('页')
        && pages.all(|part| digits(part.trim_start_matches(['第', '共'])))
}

fn tag_end(bytes: &[u8], start: usize) -> Option<usize> {
    const LONGEST: usize = 4000;
    let next = *bytes.get(start + 1)?;
    if !(next.is_ascii_alphabetic() || next == b'/' || next == b'!') {
        return None;
    }
    let length = bytes[start..].iter().take(LONGEST).position(|&b| b == b'>')?;
    Some(start + length)
}

fn tag_name(inside: &[u8]) -> String {
    inside
        .iter()
        .enumerate()
        .take_while(|(index, b)| b.is_ascii_alphanumeric() || (*index == 0 && **b == b'/'))
        .map(|(_, b)| b.to_ascii_lowercase() as char)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_become_cells_and_rows_of_the_same_length() {
        let html = "<table><tr><td style=\"a\">规章</td><td><p>258</p></td><td>&nbsp;</td></tr></table>";
        let shaped = plain(html);
        assert_eq!(shaped.len(), html.len());
        let cells: Vec<String> =
            shaped.trim_matches(['\n', ' ']).split('\t').map(|cell| cell.trim().to_string()).collect();
        assert_eq!(cells, ["规章", "258", ""]);
    }

    #[test]
    fn quoted_cells_come_back_on_one_line() {
        let shaped = plain("信息内容\t\"本年新\n制作数量\"\t3");
        assert_eq!(shaped, "信息内容\t 本年新 制作数量 \t3");
    }

    #[test]
    fn page_numbers_vanish_and_bare_numbers_stay() {
        let shaped = plain("0\n- 5 -\n0\n5\n|---|---|\n第 3 页 共 9 页\n7");
        assert_eq!(shaped.split_whitespace().collect::<Vec<_>>(), ["0", "0", "5", "7"]);
        assert_eq!(shaped.lines().count(), 4);
    }
}
