//! The official forms as files: templates that lie in this crate, with values in place of their names.
//!
//! ```
//! use gouji_files::template::{Extent, Format, Year, fill};
//!
//! let value = |name: &str| (name == "requests.received.individual").then(|| "12".to_string());
//! let form = fill(Year::Of2021, Extent::Tables, Format::Docx, &value)?;
//! assert!(gouji_files::read(&form, None)?.text.contains("一、本年新收政府信息公开申请数量\t\t\t12\t"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A template names its values in braces: `{requests.received.individual}` for a cell, `{office}` for words. What a name means is
//! the caller's business. `templates/make.py` lays the templates out.

use crate::write::{Change, WriteError, fill_in};
use crate::{FileError, read};

/// The year of the notice that set the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Year {
    Of2019,
    Of2021,
}

/// How much of a report the file has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Extent {
    /// The three tables under their headings.
    Tables,
    /// The six sections with their tables, and blanks for words.
    Report,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    Docx,
    Html,
    /// The tables alone, whatever the extent.
    Xlsx,
}

/// What stands where words are to be filled in.
const BLANK: &str = "＿＿＿＿";

/// The template as it lies in this crate.
pub fn template(year: Year, extent: Extent, format: Format) -> &'static [u8] {
    macro_rules! file {
        ($name:literal) => {
            include_bytes!(concat!("../templates/", $name))
        };
    }
    match (format, extent, year) {
        (Format::Docx, Extent::Tables, Year::Of2019) => file!("tables.2019.docx"),
        (Format::Docx, Extent::Tables, Year::Of2021) => file!("tables.2021.docx"),
        (Format::Docx, Extent::Report, Year::Of2019) => file!("report.2019.docx"),
        (Format::Docx, Extent::Report, Year::Of2021) => file!("report.2021.docx"),
        (Format::Html, Extent::Tables, Year::Of2019) => file!("tables.2019.html"),
        (Format::Html, Extent::Tables, Year::Of2021) => file!("tables.2021.html"),
        (Format::Html, Extent::Report, Year::Of2019) => file!("report.2019.html"),
        (Format::Html, Extent::Report, Year::Of2021) => file!("report.2021.html"),
        (Format::Xlsx, _, Year::Of2019) => file!("tables.2019.xlsx"),
        (Format::Xlsx, _, Year::Of2021) => file!("tables.2021.xlsx"),
    }
}

/// The names that a template has, in the order of the page; words may be named more than once.
pub fn names(year: Year, extent: Extent, format: Format) -> Result<Vec<String>, FileError> {
    let text = read(template(year, extent, format), None)?.text;
    Ok(places(&text).map(|(_, name)| name.to_string()).collect())
}

/// The form with its values. A cell without a value is empty; words without one leave a blank to fill in.
pub fn fill(
    year: Year,
    extent: Extent,
    format: Format,
    value: &dyn Fn(&str) -> Option<String>,
) -> Result<Vec<u8>, WriteError> {
    let template = template(year, extent, format);
    let text = read(template, None)?.text;
    let change = |(start, name): (usize, &str)| {
        let is_cell = name.contains('.');
        let text = value(name).unwrap_or_else(|| if is_cell { String::new() } else { BLANK.to_string() });
        Change { start, end: start + name.len() + 2, text }
    };
    fill_in(template, &places(&text).map(change).collect::<Vec<_>>())
}

/// Where each brace opens, and the name in it.
fn places(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let name = |(start, _): (usize, &str)| {
        let rest = &text[start + 1..];
        Some((start, &rest[..rest.find('}')?]))
    };
    text.match_indices('{').filter_map(name)
}

/// Numbers to be pasted into a table that is there: a row per line, a tab between cells.
pub fn block(rows: &[Vec<String>]) -> String {
    rows.iter().map(|row| row.join("\t") + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_has_its_cells_and_is_filled_as_a_whole() {
        for (year, cells) in [(Year::Of2019, 22 + 161 + 15), (Year::Of2021, 10 + 175 + 15)] {
            for (extent, format) in [
                (Extent::Tables, Format::Docx),
                (Extent::Report, Format::Docx),
                (Extent::Tables, Format::Html),
                (Extent::Report, Format::Html),
                (Extent::Tables, Format::Xlsx),
            ] {
                let names = names(year, extent, format).unwrap_or_default();
                let is_cell = |name: &&String| name.contains('.');
                assert_eq!(names.iter().filter(is_cell).count(), cells, "{year:?} {extent:?} {format:?}");
                let number =
                    |name: &str| names.iter().position(|known| known == name).map(|at| (at + 1000).to_string());
                let form = fill(year, extent, format, &number).expect("it is filled");
                let text = read(&form, None).expect("it is read").text;
                assert!(!text.contains('{'), "{text}");
                assert!(names.iter().all(|name| text.contains(&number(name).unwrap_or_default())));
                let empty = fill(year, extent, format, &|_| None).expect("it is filled");
                let text = read(&empty, None).expect("it is read").text;
                assert!(!text.contains('{') && text.contains(BLANK) == (extent == Extent::Report), "{text}");
            }
        }
    }

    #[test]
    fn a_block_has_a_tab_between_cells() {
        let rows = [["1", "2"], ["3", "4"]].map(|row| row.map(String::from).to_vec());
        assert_eq!(block(&rows), "1\t2\n3\t4\n");
    }
}
