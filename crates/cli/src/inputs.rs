//! The files, folders and the standard input that are checked.

use std::io::Read;
use std::path::{Path, PathBuf};

use crate::document;
use crate::settings::Settings;
use gouji::Checked;
use gouji::output::{Offsets, Places, ReportData, Verdict, unreadable_file, verdict};
use gouji::text::Source;

/// One file or the standard input, or why there is nothing to read.
pub enum Input {
    File(PathBuf),
    Standard,
    Unreadable(PathBuf, String),
}

/// Folders give the files of known kinds in them and below, in the order of their names.
pub fn expand(files: &[PathBuf]) -> Vec<Input> {
    let mut sources = Vec::new();
    for file in files {
        if file.as_os_str() == "-" {
            sources.push(Input::Standard);
        } else if file.is_dir() {
            let mut found = Vec::new();
            let mut folders = vec![file.clone()];
            while let Some(folder) = folders.pop() {
                match std::fs::read_dir(&folder) {
                    Ok(entries) => {
                        for path in entries.flatten().map(|entry| entry.path()) {
                            if path.is_dir() && !path.is_symlink() {
                                folders.push(path);
                            } else if is_readable(&path) {
                                found.push(path);
                            }
                        }
                    }
                    Err(error) => sources.push(Input::Unreadable(folder, format!("无法打开文件夹：{error}"))),
                }
            }
            found.sort();
            if found.is_empty() {
                sources.push(Input::Unreadable(file.clone(), "文件夹里没有能核对的文件。".to_string()));
            }
            sources.extend(found.into_iter().map(Input::File));
        } else {
            sources.push(Input::File(file.clone()));
        }
    }
    sources
}

/// Names that files of the kinds read usually have. Named one by one, any file is looked into.
const NAMES: [&str; 16] =
    ["txt", "md", "csv", "html", "htm", "mht", "mhtml", "docx", "doc", "wps", "rtf", "xlsx", "xls", "et", "pdf", "ofd"];

/// Whether its name says so; `~$` begins the locks of open documents.
fn is_readable(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    !name.starts_with("~$") && name.rsplit_once('.').is_some_and(|(_, end)| NAMES.contains(&end))
}

/// A source with what was found in it, or why it could not be read.
pub struct Outcome {
    pub name: String,
    pub result: Result<(Source, Vec<Checked>), Box<ReportData>>,
}

impl Outcome {
    /// 0: no error found, 1: errors found, 2: something could not be read.
    pub fn exit_code(&self) -> u8 {
        match &self.result {
            Err(_) => 2,
            Ok((_, reports)) if reports.iter().any(|report| verdict(report) == Verdict::Unreadable) => 2,
            Ok((_, reports)) if reports.iter().any(|report| verdict(report) == Verdict::Errors) => 1,
            Ok(_) => 0,
        }
    }

    /// The reports as data, personal data masked.
    pub fn data(self) -> Vec<ReportData> {
        let name = self.name;
        match self.result {
            Err(error) => vec![*error],
            Ok((document, checked)) => {
                let places = Places::new(&document.text, Offsets::Utf8);
                let data = |one| ReportData::of(Some(name.clone()), &document, one, &places).masked(&document, one);
                checked.iter().map(data).collect()
            }
        }
    }
}

pub fn outcome(source: Input, settings: &Settings) -> Outcome {
    let name = |path: &Path| path.display().to_string();
    let (name, bytes) = match source {
        Input::Standard => {
            let mut bytes = Vec::new();
            let read = std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes);
            ("-".to_string(), read.map_err(|error| format!("无法读取标准输入：{error}")))
        }
        Input::File(path) => (name(&path), std::fs::read(&path).map_err(|error| format!("无法打开文件：{error}"))),
        Input::Unreadable(path, reason) => (name(&path), Err(reason)),
    };
    let result = match bytes {
        Err(message) => Err(Box::new(unreadable_file(Some(name.clone()), "cannot-open", message))),
        Ok(bytes) => document::from_bytes(&bytes)
            .map(|document| {
                let mut checked = gouji::check(&document, &settings.options);
                checked.iter_mut().for_each(|one| settings.set_aside(&document, &mut one.findings));
                (document, checked)
            })
            .map_err(|error| Box::new(unreadable_file(Some(name.clone()), error.code(), error.to_string()))),
    };
    Outcome { name, result }
}
