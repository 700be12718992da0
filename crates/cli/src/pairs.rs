//! Last year's reports in a folder, paired with this year's by body and year, whatever the files are called.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gouji::report::Report;
use gouji::rules::{LastYear, is_same_over_years};
use gouji::text::key;
use rayon::prelude::*;

use crate::inputs::{self, Input, name_of};
use crate::outcome::document;
use crate::read::Refusal;

/// Which file has the report of a body and a year. The files themselves are read again when they are asked for, so that a folder
/// of any size fits.
pub struct Folder {
    /// By year, then by the characters of the name.
    years: HashMap<u16, HashMap<String, Body>>,
    /// Files that could not be read, and why.
    pub refused: Vec<(String, Refusal)>,
}

struct Body {
    name: String,
    file: PathBuf,
    /// Another file has a report of the same body and year.
    twice: bool,
}

impl Folder {
    /// Looks into every report of a folder.
    pub fn open(folder: &Path) -> Folder {
        let files: Vec<Input> = inputs::expand(vec![folder.to_path_buf()]).collect();
        let read = |input: Input| {
            let name = input.name();
            match (&input, bodies(&input)) {
                (Input::File(file), Ok(bodies)) => Ok((file.clone(), bodies)),
                (_, Err(refusal)) => Err((name, refusal)),
                _ => Ok((PathBuf::new(), Vec::new())),
            }
        };
        let mut opened = Folder { years: HashMap::new(), refused: Vec::new() };
        for read in files.into_par_iter().map(read).collect::<Vec<_>>() {
            match read {
                Ok((file, bodies)) => bodies.into_iter().for_each(|body| opened.add(&file, body)),
                Err(refused) => opened.refused.push(refused),
            }
        }
        opened
    }

    fn add(&mut self, file: &Path, (name, year): (String, u16)) {
        let of_year = self.years.entry(year).or_default();
        let body = Body { name: name.clone(), file: file.to_path_buf(), twice: false };
        of_year.entry(key(&name)).and_modify(|known| known.twice |= known.file != file).or_insert(body);
    }

    /// Returns last year's report of the body, with the name of its file; or why there is none.
    pub fn of(&self, report: &Report) -> Result<(Arc<LastYear>, String), String> {
        let (Some(name), Some(year)) = (report.name(), report.year) else {
            return Err("认不出本报告的单位或年度，没有与上年对照。".to_string());
        };
        let body = year
            .checked_sub(1)
            .and_then(|last| self.find(name, last))
            .ok_or("上年的文件夹里没有这个单位上年的报告，没有与上年对照。")?;
        let shown = name_of(&body.file);
        if body.twice {
            return Err(format!(
                "上年的文件夹里，“{}”的报告不止一份（其中一份是 {shown}），没有与上年对照。",
                body.name
            ));
        }
        let read = document(Input::File(body.file.clone()));
        let read = read.map_err(|refusal| format!("上年的报告 {shown} 读不了：{}", refusal.message))?;
        Ok((gouji::last_year(&read), shown))
    }

    /// The body of that name, else the only one that may be called otherwise.
    fn find(&self, name: &str, year: u16) -> Option<&Body> {
        let of_year = self.years.get(&year)?;
        if let Some(body) = of_year.get(&key(name)) {
            return Some(body);
        }
        let mut alike = of_year.values().filter(|body| is_same_over_years(name, &body.name));
        alike.next().filter(|_| alike.next().is_none())
    }
}

/// Returns the body and the year of every report in a source.
fn bodies(input: &Input) -> Result<Vec<(String, u16)>, Refusal> {
    let read = gouji::last_year(&document(input.clone())?);
    let body = |report: &Report| Some((report.name()?.to_string(), report.year?));
    Ok(read.reports.iter().filter_map(body).collect())
}
