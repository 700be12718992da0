//! The pages of the rules, written into a folder over their own earlier selves and over nothing else.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use gouji::output::rule_pages;

use crate::inputs::name_of;
use crate::out::{why, write_whole};

/// Writes every page into a folder. Nothing is written when one of the places is taken by something else.
pub fn write(folder: &Path) -> Result<(), String> {
    let pages = rule_pages();
    let failed = |path: &Path, why: String| format!("没有写 {}：{why}", name_of(path));
    fs::create_dir_all(folder).map_err(|error| failed(folder, error.to_string()))?;
    for (name, text) in &pages {
        let path = folder.join(name);
        is_free(&path, text).map_err(|why| failed(&path, why))?;
    }
    for (name, text) in &pages {
        let path = folder.join(name);
        write_whole(&path, text.as_bytes()).map_err(|error| failed(&path, why(&error)))?;
    }
    Ok(())
}

/// Whether nothing stands there, or a page of the same rule.
fn is_free(path: &Path, page: &str) -> Result<(), String> {
    match path.symlink_metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.to_string()),
        Ok(found) if found.is_symlink() => Err("这里是一个链接，不沿链接改写别处的文件。".to_string()),
        Ok(found) if !found.is_file() => Err("这里已有同名的文件夹或特殊文件。".to_string()),
        Ok(_) => match fs::read_to_string(path) {
            Ok(text) if is_same_page(&text, page) => Ok(()),
            _ => Err("这里已有别的文件，没有改写。".to_string()),
        },
    }
}

/// A page begins with the number of its rule, the list of all with its own heading.
fn is_same_page(text: &str, page: &str) -> bool {
    let heading = |text: &str| text.lines().next().unwrap_or_default().split(' ').take(2).collect::<Vec<_>>().join(" ");
    heading(text) == heading(page)
}
