//! Looks at a PDF before the library opens it. The library unpacks two sorts of streams by itself and without a limit: those that
//! hold objects and those that say where objects lie. Here these are unpacked first, within the budget; all other streams are
//! spoilt in the copy that the library gets, whatever they say of themselves, and are unpacked from the file itself when they are
//! needed.

use std::borrow::Cow;
use std::collections::BTreeMap;

use hayro_syntax::object::{Array, Dict, FromBytes, MaybeRef, Name, Object};
use hayro_syntax::reader::{Reader, ReaderExt};

use super::unpack::{Filter, Filters, Unpacked, filters, unpack};
use crate::budget::Budget;
use crate::error::FileError;
use crate::kind::Kind;

/// What all streams that hold objects may become together.
const LARGEST_OBJECTS: usize = 32 * 1024 * 1024;
/// What a file with a lock may have packed in such streams, in bytes: how much that becomes is not known before it is unlocked.
const LARGEST_LOCKED: usize = 96 * 1024;
/// Objects that a file may list, and branches and leaves of the tree of its pages.
const MOST_OBJECTS: usize = 1_000_000;
const MOST_KIDS: usize = 50_000;
/// Dictionaries longer than this hold no object of a report.
const LONGEST_DICTIONARY: usize = 4 * 1024 * 1024;
/// With these bytes every filter ends at once: Flate and LZW know no such beginning, a run ends at its third byte, and they are no
/// digits.
const SPOILT: [u8; 3] = [0xfe, 0x00, 0x80];

/// A dictionary with a stream behind it, as the library would see it.
struct View<'a> {
    dict: Dict<'a>,
    /// Where its data begin.
    data: usize,
}

/// Returns the copy for the library.
pub fn vetted(bytes: &[u8], budget: &mut Budget) -> Result<Vec<u8>, FileError> {
    let mut scan = Scan { effort: bytes.len() * 16 + (16 << 20), kids: 0 };
    let views = scan.views(bytes)?;
    let mut copy = bytes.to_vec();
    let mut objects = Objects { left: LARGEST_OBJECTS, entries: 0, is_locked: is_locked(bytes), locked: 0 };
    // Where data are seen with two dictionaries, both must be harmless.
    let mut spoilt: BTreeMap<usize, bool> = BTreeMap::new();
    for view in views {
        let is_kept = objects.are_kept(&view, bytes, &mut scan, budget)?;
        *spoilt.entry(view.data).or_default() |= !is_kept;
    }
    if !objects.is_locked {
        for (data, _) in spoilt.into_iter().filter(|(_, is_spoilt)| *is_spoilt) {
            copy.iter_mut().skip(data).zip(SPOILT).for_each(|(byte, spoilt)| *byte = spoilt);
        }
    }
    Ok(copy)
}

struct Objects {
    left: usize,
    entries: usize,
    is_locked: bool,
    locked: usize,
}

impl Objects {
    /// Whether the library may unpack the stream: it has no filter, or was unpacked here.
    fn are_kept(&mut self, view: &View, bytes: &[u8], scan: &mut Scan, budget: &mut Budget) -> Result<bool, FileError> {
        let View { dict, data } = view;
        if !["F", "Filter"].iter().any(|key| dict.contains_key(key)) {
            return Ok(true);
        }
        let kind = dict.get::<Name>("Type");
        let kind = kind.as_ref().map(Name::as_str).filter(|kind| ["ObjStm", "XRef"].contains(kind));
        let named = filters(dict);
        let (Some(kind), Filters::Known(named)) = (kind, named) else {
            // What is locked cannot be spoilt.
            let is_plain = matches!(filters(dict), Filters::Known(named) if named.len() < 2) || is_picture(dict);
            return if self.is_locked && !is_plain { Err(FileError::TooMuchPacked) } else { Ok(false) };
        };
        if is_referred(dict) {
            return Err(FileError::Damaged(Kind::Pdf));
        }
        if self.is_locked && kind == "ObjStm" {
            let size = bytes[*data..].windows(9).position(|window| window == b"endstream");
            self.locked += size.unwrap_or(bytes.len() - data);
            return if self.locked > LARGEST_LOCKED || named.len() > 1 {
                Err(FileError::TooMuchPacked)
            } else {
                Ok(true)
            };
        }
        let Unpacked { content, is_whole } =
            unpack(Cow::Borrowed(&bytes[*data..]), &named, self.left, budget).unwrap_or_default();
        self.left = self.left.saturating_sub(content.len());
        if kind == "XRef" {
            let widths = dict.get::<Array>("W");
            let width = widths.map(|widths| widths.iter::<usize>().take(3).fold(0, usize::saturating_add));
            self.entries += content.len() / width.unwrap_or(1).max(1);
        } else {
            scan.views(&content)?;
        }
        if self.entries > MOST_OBJECTS || self.left == 0 {
            budget.exhaust();
        }
        budget.check()?;
        // Of these filters alone it is sure that the library gets no more out of them.
        let is_sure = |filter: &Filter| matches!(filter, Filter::Flate(_) | Filter::Hex | Filter::Base85);
        if is_whole && named.iter().all(is_sure) { Ok(true) } else { Err(FileError::Damaged(Kind::Pdf)) }
    }
}

/// Whether the library fails at the stream because it holds a picture.
fn is_picture(dict: &Dict) -> bool {
    filters(dict) == Filters::Other && dict.get::<Name>("Subtype").is_some_and(|kind| kind.as_str() == "Image")
}

/// Whether what is said of the filters stands elsewhere, and perhaps in several places.
fn is_referred(dict: &Dict) -> bool {
    let refers = |object: MaybeRef<Object>| match object {
        MaybeRef::Ref(_) => true,
        MaybeRef::NotRef(Object::Array(array)) => array.raw_iter().take(9).any(|one| one.as_obj_ref().is_some()),
        MaybeRef::NotRef(_) => false,
    };
    ["F", "Filter", "DP", "DecodeParms"].iter().any(|key| dict.get_raw::<Object>(key).is_some_and(refers))
}

/// Whether a trailer may say that the file is locked.
fn is_locked(bytes: &[u8]) -> bool {
    bytes.windows(2).enumerate().filter(|(_, two)| two[0] == b'/' && matches!(two[1], b'E' | b'#')).any(|(at, _)| {
        Name::from_bytes(&bytes[at..bytes.len().min(at + 24)]).is_some_and(|name| name.as_str() == "Encrypt")
    })
}

/// Goes through all that could be a dictionary, with the library's own parser.
struct Scan {
    /// Bytes that may still be looked at.
    effort: usize,
    kids: usize,
}

impl Scan {
    fn views<'a>(&mut self, bytes: &'a [u8]) -> Result<Vec<View<'a>>, FileError> {
        let mut views = Vec::new();
        for (start, two) in bytes.windows(2).enumerate() {
            if two == b"<<" {
                views.extend(self.view(bytes, start)?);
            } else if two == b"ob" && bytes[start..].starts_with(b"obj") {
                self.object(bytes, start + 3)?;
            }
        }
        Ok(views)
    }

    /// Counts what it costs to parse an object, which the library does when it repairs a file.
    fn object(&mut self, bytes: &[u8], start: usize) -> Result<(), FileError> {
        let (end, _) = span(bytes, start);
        self.spend(end - start)?;
        let object = bytes[start..end].trim_ascii_start();
        match Array::from_bytes(object).filter(|_| object.starts_with(b"[")) {
            Some(array) => self.count_kids(&array),
            None => Ok(()),
        }
    }

    fn view<'a>(&mut self, bytes: &'a [u8], start: usize) -> Result<Option<View<'a>>, FileError> {
        let (end, is_closed) = span(bytes, start);
        self.spend(end - start)?;
        if !is_closed {
            return Ok(None);
        }
        if end - start > LONGEST_DICTIONARY {
            return Err(FileError::TooMuchPacked);
        }
        let Some(dict) = Dict::from_bytes(&bytes[start..]) else { return Ok(None) };
        if let Some(kids) = dict.get::<Array>("Kids") {
            self.count_kids(&kids)?;
        }
        let mut reader = Reader::new_with(bytes, end);
        reader.skip_white_spaces_and_comments();
        self.spend(reader.offset() - end)?;
        let ends: [&[u8]; 3] = [b"\n", b"\r\n", b"\r"];
        let begins =
            reader.forward_tag(b"stream").and_then(|()| ends.into_iter().find_map(|end| reader.forward_tag(end)));
        Ok(begins.map(|()| View { dict, data: reader.offset() }))
    }

    fn spend(&mut self, bytes: usize) -> Result<(), FileError> {
        self.effort = self.effort.checked_sub(bytes + 8).ok_or(FileError::TooMuchPacked)?;
        Ok(())
    }

    /// Counts what may be a page.
    fn count_kids(&mut self, kids: &Array) -> Result<(), FileError> {
        self.kids += kids.raw_iter().take(MOST_KIDS + 1).count();
        if self.kids > MOST_KIDS { Err(FileError::TooMuchPacked) } else { Ok(()) }
    }
}

/// Returns where an object ends, or where it is seen to be none, and whether it is one. All that the library takes for an object
/// is one here too.
fn span(bytes: &[u8], start: usize) -> (usize, bool) {
    let run =
        |from: usize, fits: &dyn Fn(u8) -> bool| from + bytes[from..].iter().take_while(|byte| fits(**byte)).count();
    let is_space = |byte: u8| matches!(byte, 0 | 9 | 10 | 12 | 13 | 32);
    let is_regular = |byte: u8| !is_space(byte) && !b"()<>[]{}/%".contains(&byte);
    // The brackets that are open: of dictionaries, or of arrays.
    let mut open: Vec<u8> = Vec::new();
    let mut at = start;
    loop {
        let two = (bytes.get(at).copied(), bytes.get(at + 1).copied());
        at = match two {
            (Some(byte), _) if is_space(byte) => {
                at += 1;
                continue;
            }
            (Some(b'%'), _) => {
                at = run(at, &|byte| !matches!(byte, b'\r' | b'\n'));
                continue;
            }
            (Some(b'<'), Some(b'<')) => {
                open.push(b'<');
                at + 2
            }
            (Some(b'>'), Some(b'>')) if open.last() == Some(&b'<') => {
                open.pop();
                at + 2
            }
            (Some(b'['), _) => {
                open.push(b'[');
                at + 1
            }
            (Some(b']'), _) if open.last() == Some(&b'[') => {
                open.pop();
                at + 1
            }
            (Some(b'<'), _) => {
                let end = run(at + 1, &|byte| byte.is_ascii_hexdigit() || is_space(byte));
                if bytes.get(end) != Some(&b'>') {
                    return (end, false);
                }
                end + 1
            }
            (Some(b'('), _) => match end_of_string(bytes, at) {
                Some(end) => end,
                None => return (bytes.len(), false),
            },
            (Some(b'/'), _) => run(at + 1, &is_regular),
            (Some(byte), _) if is_regular(byte) => run(at, &is_regular),
            _ => return (at, false),
        };
        if open.is_empty() {
            return (at, true);
        }
    }
}

fn end_of_string(bytes: &[u8], start: usize) -> Option<usize> {
    let (mut depth, mut at) = (0_usize, start);
    loop {
        match bytes.get(at)? {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
}
