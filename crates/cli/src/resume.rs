//! A run that was cut off, taken up again: the lines that were written whole stay, the rest is checked and written behind them.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;

use gouji::output::SettingsData;
use gouji_files::error::LARGEST_FILE;
use serde::Deserialize;

use crate::inputs::name_of;
use crate::why::{unread, unwritten};

/// A file of lines, open at its end, and what it says already.
pub struct Resumed {
    pub file: File,
    /// The files that need no second look.
    pub done: HashSet<String>,
    /// The exit code that the lines ask for, and whether all are clean.
    pub code: u8,
    pub is_clean: bool,
}

#[derive(Deserialize)]
struct Line {
    file: String,
    verdict: String,
    settings: Option<SettingsData>,
}

/// How every line begins: what was cut off is told by it from what somebody else wrote.
const BEGIN: &[u8] = b"{\"file\":\"";
/// The longest line that is read, in bytes: an answer says more than the file it is about.
const LONGEST_LINE: u64 = 8 * LARGEST_FILE as u64;

/// Opens the file, or begins it. The last source of it is done again, since it may have been cut off between two of its reports.
pub fn open(path: &Path, settings: &SettingsData) -> Result<Resumed, String> {
    let refused = |why: String| format!("{} 不能接着写：{why}", name_of(path));
    match path.symlink_metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Ok(found) if found.is_file() => {}
        Ok(_) => return Err(refused("它不是文件。".to_string())),
        Err(error) => return Err(refused(unread(&error))),
    }
    let file = OpenOptions::new().read(true).append(true).create(true).open(path);
    let file = file.map_err(|error| refused(unwritten(&error)))?;
    let kept = kept(&file, settings).map_err(refused)?;
    let mut file = file;
    let cut = file.set_len(kept.end).and_then(|()| file.seek(SeekFrom::End(0)));
    cut.map_err(|error| refused(unwritten(&error)))?;
    let Kept { lines, .. } = kept;
    let code = |verdict: &str| match verdict {
        "unreadable" => 2,
        "errors" => 1,
        _ => 0,
    };
    Ok(Resumed {
        file,
        code: lines.iter().map(|(_, verdict)| code(verdict)).max().unwrap_or(0),
        is_clean: lines.iter().all(|(_, verdict)| verdict == "clean"),
        done: lines.into_iter().map(|(file, _)| file).collect(),
    })
}

/// The lines that stay, by file and verdict, and where they end.
struct Kept {
    lines: Vec<(String, String)>,
    end: u64,
}

fn kept(file: &File, settings: &SettingsData) -> Result<Kept, String> {
    let mut reader = BufReader::new(file);
    let mut lines: Vec<(String, String, u64)> = Vec::new();
    let mut end = 0;
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = reader.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line);
        let length = read.map_err(|error| unread(&error))?;
        let is_ours = line.starts_with(BEGIN) || BEGIN.starts_with(&line);
        let not_ours = || format!("第{}行不是 --format jsonl 的结果，没有改动它。", lines.len() + 1);
        if !is_ours || length as u64 == LONGEST_LINE {
            return Err(not_ours());
        }
        if line.last() != Some(&b'\n') {
            // Nothing, or a line that was cut off.
            break;
        }
        let read: Line = serde_json::from_slice(&line).map_err(|_| not_ours())?;
        if read.settings.unwrap_or_default() != *settings {
            return Err("它是用别的设置核对的，没有改动它。".to_string());
        }
        lines.push((read.file, read.verdict, end));
        end += length as u64;
    }
    if let Some(last) = lines.last().map(|(file, ..)| file.clone()) {
        while let Some((_, _, start)) = lines.pop_if(|(file, ..)| *file == last) {
            end = start;
        }
    }
    Ok(Kept { lines: lines.into_iter().map(|(file, verdict, _)| (file, verdict)).collect(), end })
}
