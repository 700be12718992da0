//! Comments of cells, as every Excel and WPS shows them: a list of comments and a drawing of their boxes.

use std::collections::BTreeMap;

use quick_xml::escape::{escape, partial_escape};

use super::comments::{Annotated, Comment, last_closing};
use super::edit::{Edit, edited_xml, repacked};
use super::relations::{self, Relations};
use super::{Author, Original, WriteError, docx};
use crate::kind::Kind;
use crate::package::Package;
use crate::read;
use crate::source_map::Source;
use crate::workbook::{name_of, prefix, tag_name};
use crate::xml::{Node, walk_ranges};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const COMMENTS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const DRAWING: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";
/// The drawing that boxes are put into, and one such box.
const EMPTY_DRAWING: &str = include_str!("../../templates/comments.vml");
const BOX: &str = include_str!("../../templates/comment_box.vml");
/// What stands after the drawing of comments in a sheet.
const AFTER_DRAWING: [&str; 8] =
    ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

type Cell = (u32, u32);

pub(super) fn annotate(original: &Original, comments: &[Comment], author: &Author) -> Result<Annotated, WriteError> {
    let mut package = Package::open(original.bytes)?;
    let mut sheets: BTreeMap<usize, BTreeMap<Cell, Vec<&str>>> = BTreeMap::new();
    for comment in comments {
        if let Some((part, cell)) = cell_of(original, comment) {
            sheets.entry(part).or_default().entry(cell).or_default().push(&comment.text);
        }
    }
    let mut parts = BTreeMap::new();
    for (part, cells) in &sheets {
        if let Some(name) = original.map.parts.get(*part) {
            add(&mut package, &mut parts, name, cells, author)?;
        }
    }
    let notes = docx::notes(&mut package)?;
    let bytes = repacked(original.bytes, &parts)?;
    if read(&bytes, None).map(|copy| copy.text).as_ref() != Ok(&original.content.text) {
        return Err(WriteError::Package);
    }
    Ok(Annotated { bytes, kind: Kind::Xlsx, notes, parts: parts.into_keys().collect() })
}

/// The sheet's part and the cell that a comment is about: the first in its range, else the last before it.
fn cell_of(original: &Original, comment: &Comment) -> Option<(usize, Cell)> {
    let map = &original.map;
    let words = map.segments_in(&(comment.start..comment.end)).iter().find(|segment| segment.length > 0).copied();
    match map.source(words.or_else(|| map.segment_before(comment.start))?)? {
        Source::Cell { part, row, column } => Some((part.into(), (row, column))),
        _ => None,
    }
}

fn add(
    package: &mut Package,
    parts: &mut BTreeMap<String, Vec<u8>>,
    sheet: &str,
    cells: &BTreeMap<Cell, Vec<&str>>,
    author: &Author,
) -> Result<(), WriteError> {
    let broken = |_| WriteError::Package;
    let mut relations = Relations::of(package, sheet)?;
    let mut kinds = Vec::new();
    let known = relations.target("/comments");
    let list = known.clone().unwrap_or_else(|| free(package, parts, "xl/comments", "xml"));
    let before = package.part(&list)?.filter(|_| known.is_some());
    let written = match &before {
        Some(bytes) => with_more(bytes, cells, author)?,
        None => new_list(cells, author),
    };
    parts.insert(list.clone(), written);
    if before.is_none() {
        relations.add("comments", &list);
        kinds.push((list.as_str(), COMMENTS));
    }
    let bytes = package.part(sheet)?.unwrap_or_default();
    let xml = crate::xml::text_of(&bytes);
    let place = drawing_place(&xml);
    let drawn = place.id.as_ref().and_then(|id| relations.target_of(id));
    let drawing = drawn.clone().unwrap_or_else(|| free(package, parts, "xl/drawings/vmlDrawing", "vml"));
    let old = package.part(&drawing)?.filter(|_| drawn.is_some()).unwrap_or_else(|| EMPTY_DRAWING.as_bytes().to_vec());
    let boxes: String = cells.keys().enumerate().map(|(number, cell)| box_of(*cell, number, old.len())).collect();
    let at = last_closing(&crate::xml::text_of(&old)).ok_or(WriteError::Package)?;
    parts.insert(drawing.clone(), edited_xml(&old, vec![Edit::insert(at, boxes)]).map_err(broken)?);
    if drawn.is_none() {
        let id = relations.add("vmlDrawing", &drawing);
        kinds.push((drawing.as_str(), DRAWING));
        let prefix = prefix(tag_name(&xml[place.at..]));
        let element = format!("<{prefix}legacyDrawing xmlns:r=\"{OFFICE}\" r:id=\"{id}\"/>");
        parts.insert(sheet.to_string(), edited_xml(&bytes, vec![Edit::insert(place.at, element)]).map_err(broken)?);
    }
    if !kinds.is_empty() {
        relations.write(package, parts, &kinds)?;
    }
    Ok(())
}

fn free(package: &Package, parts: &BTreeMap<String, Vec<u8>>, stem: &str, ending: &str) -> String {
    let name = |number: usize| format!("{stem}{number}.{ending}");
    (1..).map(name).find(|name| !package.has(name) && !parts.contains_key(name)).unwrap_or_default()
}

struct DrawingPlace {
    /// The id of the drawing that is there.
    id: Option<String>,
    /// Where one that is not there belongs.
    at: usize,
}

fn drawing_place(xml: &str) -> DrawingPlace {
    let mut place = DrawingPlace { id: None, at: last_closing(xml).unwrap_or(xml.len()) };
    let mut depth = 0_usize;
    walk_ranges(xml, &mut |node, range| match node {
        Node::Open(element) => {
            if element.name() == "legacyDrawing" {
                place.id = element.attribute("id");
            } else if depth == 1 && AFTER_DRAWING.contains(&element.name()) {
                place.at = place.at.min(range.start);
            }
            depth += 1;
        }
        Node::Close(_) => depth = depth.saturating_sub(1),
        Node::Words(_) => {}
    });
    place
}

fn new_list(cells: &BTreeMap<Cell, Vec<&str>>, author: &Author) -> Vec<u8> {
    let name = escape(author.name.as_str());
    let all: String = cells.iter().map(|(cell, texts)| comment(*cell, 0, texts, "")).collect();
    let head = relations::HEAD;
    format!("{head}<comments xmlns=\"{MAIN}\"><authors><author>{name}</author></authors><commentList>{all}</commentList></comments>")
        .into_bytes()
}

fn comment(cell: Cell, author: usize, texts: &[&str], prefix: &str) -> String {
    let words = run(&texts.join("\n"), prefix);
    let at = name_of(cell);
    format!(
        "<{prefix}comment ref=\"{at}\" authorId=\"{author}\"><{prefix}text>{words}</{prefix}text></{prefix}comment>"
    )
}

fn run(words: &str, prefix: &str) -> String {
    format!("<{prefix}r><{prefix}t xml:space=\"preserve\">{}</{prefix}t></{prefix}r>", partial_escape(words))
}

/// The list with more comments; a cell that has one gets the words added to it.
fn with_more(bytes: &[u8], cells: &BTreeMap<Cell, Vec<&str>>, author: &Author) -> Result<Vec<u8>, WriteError> {
    let xml = crate::xml::text_of(bytes);
    let own =
        prefix(tag_name(xml[..last_closing(&xml).unwrap_or(0)].rsplit('<').next().unwrap_or_default())).to_string();
    let (mut authors, mut authors_end, mut list_end) = (0, None, None);
    let mut at = None;
    let mut ends: BTreeMap<Cell, usize> = BTreeMap::new();
    walk_ranges(&xml, &mut |node, range| match node {
        Node::Open(element) => match element.name() {
            "author" => authors += 1,
            "comment" => at = element.attribute("ref").and_then(|name| crate::xlsx::place(&name)),
            _ => {}
        },
        Node::Close("authors") => authors_end = Some(range.start),
        Node::Close("commentList") => list_end = Some(range.start),
        Node::Close("text") => {
            if let Some(cell) = at {
                ends.entry(cell).or_insert(range.start);
            }
        }
        _ => {}
    });
    let (Some(authors_end), Some(list_end)) = (authors_end, list_end) else { return Err(WriteError::Package) };
    let name = escape(author.name.as_str());
    let mut edits = vec![Edit::insert(authors_end, format!("<{own}author>{name}</{own}author>"))];
    for (cell, texts) in cells {
        edits.push(match ends.get(cell) {
            Some(&end) => Edit::insert(end, run(&format!("\n{}", texts.join("\n")), &own)),
            None => Edit::insert(list_end, comment(*cell, authors, texts, &own)),
        });
    }
    edited_xml(bytes, edits).map_err(|_| WriteError::Package)
}

/// The box of a comment, beside its cell.
fn box_of((row, column): Cell, number: usize, base: usize) -> String {
    let (row_end, next, last) = (row.saturating_add(5), column.saturating_add(1), column.saturating_add(5));
    BOX.replace("{id}", &format!("gouji{base}_{number}"))
        .replace("{row}", &row.to_string())
        .replace("{column}", &column.to_string())
        .replace("{anchor}", &format!("{next}, 15, {row}, 2, {last}, 15, {row_end}, 2"))
}
