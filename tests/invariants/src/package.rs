//! Packages as one readable piece: each part behind a line `=== NAME`, so that a fuzzer sees what is packed and not its packing.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use cfb::CompoundFile;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// How the parts of a file are put together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Packing {
    /// The file is one piece.
    None,
    Zip,
    Compound,
}

const MARK: &[u8] = b"=== ";

/// The parts with their names. What stands before the first mark belongs to the part of that name.
pub fn parts<'a>(input: &'a [u8], first: &'a str) -> Vec<(String, &'a [u8])> {
    let mut found = Vec::new();
    let mut name = first.to_string();
    let mut rest = input;
    loop {
        let start = match rest.starts_with(MARK) {
            true => Some(0),
            false => rest.windows(MARK.len() + 1).position(|window| window[0] == b'\n' && &window[1..] == MARK),
        };
        let Some(at) = start else { break };
        found.push((std::mem::take(&mut name), &rest[..at]));
        let head = &rest[at..].trim_ascii_start()[MARK.len()..];
        let end = head.iter().position(|byte| *byte == b'\n').unwrap_or(head.len());
        name = String::from_utf8_lossy(&head[..end]).into_owned();
        rest = head.get(end + 1..).unwrap_or_default();
    }
    found.push((name, rest));
    found.retain(|(name, content)| !(content.is_empty() && name == first));
    found
}

/// Puts the parts together as a file of that kind.
pub fn packed(packing: Packing, input: &[u8], first: &str) -> Vec<u8> {
    match packing {
        Packing::None => input.to_vec(),
        Packing::Zip => zip(&parts(input, first)),
        Packing::Compound => compound(&parts(input, first)),
    }
}

fn zip(parts: &[(String, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut known = BTreeSet::new();
    for (name, content) in parts.iter().filter(|(name, _)| known.insert(name.clone())) {
        // A name that no package can have makes no part.
        if writer.start_file(name.as_str(), stored).is_ok() {
            writer.write_all(content).expect("memory takes every byte");
        }
    }
    writer.finish().expect("memory takes every byte").into_inner()
}

fn compound(parts: &[(String, &[u8])]) -> Vec<u8> {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).expect("memory takes every byte");
    // The writer stops at some names that it should refuse; those of the streams that are read are simple.
    let is_simple = |name: &str| (1..32).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    for (name, content) in parts.iter().filter(|(name, _)| is_simple(name.trim_start_matches('/'))) {
        if let Ok(mut stream) = file.create_stream(name) {
            stream.write_all(content).expect("memory takes every byte");
        }
    }
    file.flush().expect("memory takes every byte");
    file.into_inner().into_inner()
}

/// Returns a file of that kind as its parts; None where it is no package.
pub fn unpacked(packing: Packing, bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut add = |name: &str, content: &[u8]| {
        out.extend([MARK, name.as_bytes(), b"\n", content, b"\n"].concat());
    };
    match packing {
        Packing::None => return Some(bytes.to_vec()),
        Packing::Zip => {
            let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
            for index in 0..archive.len() {
                let mut entry = archive.by_index(index).ok()?;
                let mut content = Vec::new();
                entry.read_to_end(&mut content).ok()?;
                add(&entry.name().ok()?, &content);
            }
        }
        Packing::Compound => {
            let mut file = CompoundFile::open(Cursor::new(bytes)).ok()?;
            let names: Vec<_> =
                file.walk().filter(|entry| entry.is_stream()).map(|entry| entry.path().to_owned()).collect();
            for name in names {
                let mut content = Vec::new();
                file.open_stream(&name).ok()?.read_to_end(&mut content).ok()?;
                add(&name.to_string_lossy(), &content);
            }
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_packed_and_unpacked() {
        let form = b"=== word/document.xml\n<w:p/>\n=== word/styles.xml\n<w:styles/>\n";
        for packing in [Packing::Zip, Packing::Compound] {
            let name = if packing == Packing::Zip { "word/document.xml" } else { "WordDocument" };
            let form =
                String::from_utf8_lossy(form).replace("word/document.xml", name).replace("word/styles.xml", "1Table");
            let bytes = packed(packing, form.as_bytes(), name);
            let again = unpacked(packing, &bytes).expect("a package");
            let read = |input: &[u8]| -> Vec<(String, String)> {
                let mut all: Vec<_> = parts(input, "")
                    .into_iter()
                    .map(|(name, content)| {
                        (name.trim_start_matches('/').to_string(), String::from_utf8_lossy(content).trim().to_string())
                    })
                    .collect();
                all.sort();
                all
            };
            assert_eq!(read(&again), read(form.as_bytes()));
        }
    }

    #[test]
    fn what_has_no_mark_is_the_first_part() {
        assert_eq!(parts(b"<a/>", "main"), [("main".to_string(), &b"<a/>"[..])]);
        assert_eq!(parts(b"=== b\nc", "main"), [("b".to_string(), &b"c"[..])]);
    }
}
