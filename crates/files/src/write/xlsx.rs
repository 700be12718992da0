//! Copies of workbooks: the values of cells changed, and what formulas make of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use quick_xml::escape::partial_escape;

use super::edit::{Edit, core, edited, edited_xml, repacked, touched};
use super::formula::{Token, evaluate, is_plain};
use super::{Change, Copy, Note, Original, Reason, Refusal, Words, WriteError, with_changes};
use crate::error::FileError;
use crate::kind::Kind;
use crate::number_format::NumberFormats;
use crate::package::Package;
use crate::source_map::{Source, SourceKeeper, SourceText};
use crate::workbook::{Cell, SheetLayout, prefix, retagged, tag_name};
use crate::xlsx::{NOT_CALCULATED, RETURN, all_sheets, shared_strings, shown};
use crate::xml::{Node, walk_ranges};

const WORKBOOK: &str = "xl/workbook.xml";
const STYLES: &str = "xl/styles.xml";
/// Formulas whose cells are looked at; of more, all are taken to depend on a change.
const MOST_FORMULAS: usize = 5_000;
/// Formulas that are calculated anew; more are left to the program that opens the copy.
const MOST_CALCULATED: usize = 2_000;

pub(super) fn copy(original: &Original, wanted: &[(usize, &Change)], words: Words) -> Result<Copy, WriteError> {
    let mut package = Package::open(original.bytes)?;
    let mut workbook = Workbook::open(&mut package)?;
    let mut refused = Vec::new();
    let mut expected = Vec::new();
    for ((sheet, row, column), changes) in by_cell(original, wanted, &mut refused) {
        let part = original.map.parts.get(sheet).map(String::as_str).unwrap_or_default();
        match workbook.change(part, (row, column), &changes, words) {
            Ok(()) => expected.extend(changes.iter().map(|edit| edit.asked.clone())),
            Err(reason) => refused.extend(changes.iter().map(|edit| Refusal { change: edit.change, reason })),
        }
    }
    expected.extend(workbook.calculate(original));
    let notes = workbook.notes(&mut package)?;
    let parts = workbook.parts()?;
    let bytes = repacked(original.bytes, &parts)?;
    let expected = with_changes(&original.content.text, expected);
    Ok(Copy { bytes, expected, parts: parts.into_keys().collect(), refused, notes })
}

/// A change within the words that a cell shows.
struct CellEdit {
    change: usize,
    range: Range<usize>,
    words: String,
    /// Start, end and words in the whole text.
    asked: (usize, usize, String),
}

/// A sheet's number, a row and a column.
type Place = (usize, u32, u32);

/// The changes of every cell, those that lie in more than one refused.
fn by_cell(
    original: &Original,
    wanted: &[(usize, &Change)],
    refused: &mut Vec<Refusal>,
) -> BTreeMap<Place, Vec<CellEdit>> {
    let mut cells: BTreeMap<Place, Vec<CellEdit>> = BTreeMap::new();
    for &(number, change) in wanted {
        let found = cell_of(original, change);
        match found {
            Ok((place, range, words)) => {
                let asked = (change.start, change.end, change.text.clone());
                cells.entry(place).or_default().push(CellEdit { change: number, range, words, asked });
            }
            Err(reason) => refused.push(Refusal { change: number, reason }),
        }
    }
    cells
}

fn cell_of(original: &Original, change: &Change) -> Result<(Place, Range<usize>, String), Reason> {
    if change.text.contains(['\n', '\r', '\t']) {
        return Err(Reason::LineBreak);
    }
    let read = &original.content.text;
    let (range, words) = core(read, change.start..change.end, &change.text);
    let touched = touched(&original.map, read, range, words)?;
    let mut all = None;
    for (source, place, words) in touched {
        let Source::Cell { part, row, column } = source else { return Err(Reason::NotInFile) };
        let cell = (usize::from(part), row, column);
        let (known, range, text) = all.get_or_insert((cell, place.clone(), String::new()));
        // Between lines of a cell there may be blanks that do not show.
        if *known != cell || range.end > place.start.max(range.start) && range.start != place.start {
            return Err(Reason::NotInFile);
        }
        range.end = place.end;
        text.push_str(&words);
    }
    all.ok_or(Reason::NotInFile)
}

/// A sheet and what is changed in it.
struct Sheet {
    name: String,
    bytes: Vec<u8>,
    xml: String,
    layout: SheetLayout,
    edits: Vec<Edit>,
    /// The numbers of the cells that are changed or calculated; None where there is none now.
    numbers: HashMap<(u32, u32), Option<f64>>,
}

struct Workbook {
    xml: Vec<u8>,
    styles: Vec<u8>,
    styles_xml: String,
    strings_xml: String,
    strings: Vec<String>,
    formats: NumberFormats,
    sheets: Vec<Sheet>,
    /// For a kind of cell, the same kind with the general format.
    general: BTreeMap<usize, usize>,
    /// How many cells were given another format, were calculated, and were cleared.
    formatted: usize,
    calculated: usize,
    cleared: usize,
    parts: Vec<String>,
}

impl Workbook {
    fn open(package: &mut Package) -> Result<Workbook, FileError> {
        let xml = package.part(WORKBOOK)?.ok_or(FileError::Damaged(Kind::Xlsx))?;
        let listed = crate::xml::text_of(&xml);
        let relations = package.xml("xl/_rels/workbook.xml.rels")?.unwrap_or_default();
        let strings_xml = package.xml("xl/sharedStrings.xml")?.unwrap_or_default();
        let styles = package.part(STYLES)?.unwrap_or_default();
        let styles_xml = crate::xml::text_of(&styles);
        let formats = crate::xlsx::formats(&listed, &styles_xml);
        let strings = shared_strings(&strings_xml);
        let (mut sheets, mut parts) = (Vec::new(), Vec::new());
        for sheet in all_sheets(&listed, &relations) {
            if let Some(bytes) = package.part(&sheet.part)?.filter(|_| !parts.contains(&sheet.part)) {
                let xml = crate::xml::text_of(&bytes);
                let layout = SheetLayout::of(&xml);
                sheets.push(Sheet { name: sheet.name, bytes, xml, layout, edits: Vec::new(), numbers: HashMap::new() });
                parts.push(sheet.part);
            }
        }
        let general = BTreeMap::new();
        let (formatted, calculated, cleared) = (0, 0, 0);
        Ok(Workbook {
            xml,
            styles,
            styles_xml,
            strings_xml,
            strings,
            formats,
            sheets,
            general,
            formatted,
            calculated,
            cleared,
            parts,
        })
    }

    fn change(&mut self, part: &str, place: (u32, u32), changes: &[CellEdit], words: Words) -> Result<(), Reason> {
        let index = self.parts.iter().position(|known| known == part).ok_or(Reason::NoPlace)?;
        let cell = self.sheets[index].layout.cell(place).cloned();
        if cell.as_ref().is_some_and(|cell| cell.formula.is_some()) {
            return Err(Reason::Formula);
        }
        let old = cell.as_ref().map(|cell| self.words(cell)).unwrap_or_default();
        let ranges = changes.iter().map(|edit| Edit::new(edit.range.clone(), edit.words.as_str())).collect();
        let new = edited(&old, ranges).ok_or(Reason::ReadsOtherwise)?;
        let style = cell.as_ref().map_or(0, |cell| cell.style);
        let is_text = cell.as_ref().is_some_and(|cell| matches!(cell.kind.as_str(), "s" | "str" | "inlineStr"));
        let number = self.number_shown_as(new.trim(), style).filter(|_| !is_text || words == Words::Replaced);
        let style = number.map_or(style, |(_, style)| style);
        let is_string = !new.is_empty() && number.is_none();
        let rich = if is_string { self.rich(index, cell.as_ref(), &old, changes) } else { None };
        let content = |prefix: &str| match (&rich, number) {
            _ if new.is_empty() => String::new(),
            (_, Some((number, _))) => format!("<{prefix}v>{number}</{prefix}v>"),
            (Some((same, rich)), _) if same == prefix => format!("<{prefix}is>{rich}</{prefix}is>"),
            _ => {
                let words = partial_escape(new.as_str());
                format!("<{prefix}is><{prefix}t xml:space=\"preserve\">{words}</{prefix}t></{prefix}is>")
            }
        };
        let kind = if is_string { "inlineStr" } else { "" };
        let sheet = &mut self.sheets[index];
        let edit = sheet.layout.with_cell(&sheet.xml, place, style, kind, &content);
        let (range, words) = edit.ok_or(Reason::NotInFile)?;
        sheet.edits.push(Edit::new(range, words));
        sheet.numbers.insert(place, number.map(|(number, _)| number));
        Ok(())
    }

    fn words(&self, cell: &Cell) -> String {
        shown(&cell.kind, cell.value.clone(), cell.style, &self.strings, &self.formats)
    }

    /// The number that a cell of that kind shows as these words, and the kind that it needs for it.
    fn number_shown_as(&mut self, words: &str, style: usize) -> Option<(f64, usize)> {
        let bare = words.strip_suffix('%');
        let is_number = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
        let number =
            bare.unwrap_or(words).parse::<f64>().ok().filter(|_| bare.unwrap_or(words).chars().all(is_number))?;
        // A hundredth is calculated on the written digits, so that it has no trace of binary.
        let number = if bare.is_some() { format!("{number}e-2").parse().ok()? } else { number };
        if self.formats.shown(number, style) == words {
            return Some((number, style));
        }
        if crate::sheet::number(number) != words {
            return None;
        }
        let next = self.formats.cell_count() + self.general.len();
        let general = *self.general.entry(style).or_insert(next);
        self.formatted += 1;
        Some((number, general))
    }

    /// The runs of a cell with words, each looking as before, and the prefix of their elements.
    fn rich(&self, sheet: usize, cell: Option<&Cell>, old: &str, changes: &[CellEdit]) -> Option<(String, String)> {
        let cell = cell?;
        let (xml, range) = match cell.kind.as_str() {
            "s" => (&self.strings_xml, nth_string(&self.strings_xml, cell.value.trim().parse().ok()?)?),
            "inlineStr" => (&self.sheets[sheet].xml, cell.inline.clone()?),
            _ => return None,
        };
        let runs = rich(&xml[range], old, changes)?;
        Some((prefix(tag_name(runs.trim_start())).to_string(), runs))
    }

    /// Calculates what depends on the changes, and tells the changes of the text that come of it.
    fn calculate(&mut self, original: &Original) -> Vec<(usize, usize, String)> {
        let (formulas, dirty) = self.dependents();
        let results = if dirty.len() <= MOST_CALCULATED { self.results(&formulas, &dirty) } else { BTreeMap::new() };
        let mut changes = Vec::new();
        for place in dirty {
            let result = results.get(&place).copied();
            if let Some((before, after)) = self.set_result(place, result)
                && let Some(range) = range_of(original, &self.parts[place.0], place, &before)
            {
                changes.push((range.start, range.end, after));
            }
        }
        changes
    }

    /// What the formulas give that can be calculated, each after those that it refers to.
    fn results(&mut self, formulas: &BTreeMap<Place, Vec<Token>>, dirty: &BTreeSet<Place>) -> BTreeMap<Place, f64> {
        let plain =
            dirty.iter().filter_map(|place| Some((*place, formulas.get(place).filter(|tokens| is_plain(tokens))?)));
        let refers = |place: &Place, tokens: &[Token]| {
            dirty.iter().copied().filter(|other| self.refers(place.0, tokens, *other)).collect::<Vec<_>>()
        };
        let mut left: Vec<_> = plain.map(|(place, tokens)| (place, tokens, refers(&place, tokens))).collect();
        let mut results: BTreeMap<Place, f64> = BTreeMap::new();
        loop {
            let before = left.len();
            left.retain(|(place, tokens, waits)| {
                if !waits.iter().all(|other| results.contains_key(other)) {
                    return true;
                }
                let number =
                    |sheet: &Option<String>, row, column| self.number(self.sheet_of(place.0, sheet)?, row, column);
                if let Some(result) = evaluate(tokens, &number) {
                    self.sheets[place.0].numbers.insert((place.1, place.2), Some(result));
                    results.insert(*place, result);
                }
                false
            });
            if left.len() == before {
                return results;
            }
        }
    }

    /// Every formula, and the places of those that depend on a changed cell.
    fn dependents(&self) -> (BTreeMap<Place, Vec<Token>>, BTreeSet<Place>) {
        let mut formulas = BTreeMap::new();
        for (index, sheet) in self.sheets.iter().enumerate() {
            for cell in sheet.layout.formulas() {
                formulas.insert((index, cell.row, cell.column), sheet.layout.tokens(cell));
            }
        }
        if formulas.len() > MOST_FORMULAS {
            let all = formulas.keys().copied().collect();
            return (formulas, all);
        }
        let mut dirty: BTreeSet<Place> = BTreeSet::new();
        let changed = |sheet: usize| self.sheets[sheet].numbers.keys().map(move |&(row, column)| (sheet, row, column));
        let mut news: Vec<Place> = (0..self.sheets.len()).flat_map(changed).collect();
        while !news.is_empty() {
            let depends = |&(sheet, ..): &Place, tokens: &[Token]| {
                !is_plain(tokens) || news.iter().any(|&cell| self.refers(sheet, tokens, cell))
            };
            let found = formulas.iter().filter(|(place, _)| !dirty.contains(place));
            let next: Vec<Place> =
                found.filter(|(place, tokens)| depends(place, tokens)).map(|(place, _)| *place).collect();
            dirty.extend(next.iter().copied());
            news = next;
        }
        (formulas, dirty)
    }

    fn refers(&self, own: usize, tokens: &[Token], (sheet, row, column): Place) -> bool {
        tokens.iter().any(|token| match token {
            Token::Area(area) => area.holds(row, column) && self.sheet_of(own, &area.sheet) == Some(sheet),
            _ => false,
        })
    }

    fn sheet_of(&self, own: usize, name: &Option<String>) -> Option<usize> {
        match name {
            None => Some(own),
            Some(name) => self.sheets.iter().position(|sheet| sheet.name == *name),
        }
    }

    /// The number in a cell as it is now; `Some(None)` for words, None for what cannot be told.
    fn number(&self, sheet: usize, row: u32, column: u32) -> Option<Option<f64>> {
        let sheet = &self.sheets[sheet];
        if let Some(number) = sheet.numbers.get(&(row, column)) {
            return Some(*number);
        }
        let Some(cell) = sheet.layout.cell((row, column)) else { return Some(Some(0.0)) };
        match cell.kind.as_str() {
            "" | "n" if cell.value.trim().is_empty() => cell.formula.is_none().then_some(Some(0.0)),
            "" | "n" => Some(Some(cell.value.trim().parse().ok()?)),
            "e" => None,
            _ => Some(None),
        }
    }

    /// Writes the result of a formula, or leaves it to be calculated. Returns what the cell showed and what it shows now, if that
    /// is not the same.
    fn set_result(&mut self, (index, row, column): Place, result: Option<f64>) -> Option<(String, String)> {
        let cell = self.sheets[index].layout.cell((row, column))?.clone();
        let shows = |words: String| {
            if cell.kind.is_empty() && cell.value.is_empty() { NOT_CALCULATED.to_string() } else { words }
        };
        let before = shows(self.words(&cell));
        let is_same = result.is_some_and(|result| cell.value.trim().parse() == Ok(result));
        if is_same || (result.is_none() && cell.value.is_empty()) {
            return None;
        }
        let after = match result {
            Some(result) => self.formats.shown(result, cell.style),
            None => NOT_CALCULATED.to_string(),
        };
        *(if result.is_some() { &mut self.calculated } else { &mut self.cleared }) += 1;
        let sheet = &mut self.sheets[index];
        let edits = sheet.layout.with_result(&sheet.xml, &cell, result);
        sheet.edits.extend(edits.into_iter().map(|(range, words)| Edit::new(range, words)));
        (before != after).then_some((before, after))
    }

    fn notes(&self, package: &mut Package) -> Result<Vec<Note>, FileError> {
        let mut notes = super::docx::notes(package)?;
        if self.sheets.iter().any(|sheet| sheet.layout.is_protected) {
            notes.push(Note::Protected);
        }
        let counted = [
            (self.calculated, Note::FormulasCalculated(self.calculated)),
            (self.cleared, Note::FormulasCleared(self.cleared)),
            (self.formatted, Note::FormatsChanged(self.formatted)),
        ];
        notes.extend(counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, note)| note));
        Ok(notes)
    }

    /// The parts that are not as before.
    fn parts(&mut self) -> Result<BTreeMap<String, Vec<u8>>, WriteError> {
        let broken = |_| WriteError::Package;
        let mut parts = BTreeMap::new();
        for (sheet, part) in self.sheets.iter_mut().zip(&self.parts) {
            if !sheet.edits.is_empty() {
                let edits = std::mem::take(&mut sheet.edits);
                parts.insert(part.clone(), edited_xml(&sheet.bytes, edits).map_err(broken)?);
            }
        }
        let has_formulas = self.sheets.iter().any(|sheet| sheet.layout.formulas().next().is_some());
        if !parts.is_empty() && has_formulas {
            let edit = calculated_when_opened(&crate::xml::text_of(&self.xml));
            parts.insert(WORKBOOK.to_string(), edited_xml(&self.xml, edit.into_iter().collect()).map_err(broken)?);
        }
        if !self.general.is_empty() {
            let edits = general_kinds(&self.styles_xml, &self.general).ok_or(WriteError::Package)?;
            parts.insert(STYLES.to_string(), edited_xml(&self.styles, edits).map_err(broken)?);
        }
        Ok(parts)
    }
}

/// Where in the text the words of a cell stand, when all of them stand there together.
fn range_of(original: &Original, part: &str, (_, row, column): Place, words: &str) -> Option<Range<usize>> {
    let number = original.map.parts.iter().position(|known| known == part)?;
    let cell = Source::Cell { part: number as u16, row, column };
    let segment = original.map.segments().iter().find(|segment| original.map.source(**segment) == Some(cell))?;
    let range = segment.range();
    (original.content.text.get(range.clone()) == Some(words)).then_some(range)
}

/// Where the content of the shared string of that number stands.
fn nth_string(xml: &str, number: usize) -> Option<Range<usize>> {
    let (mut count, mut start, mut found) = (0, 0, None);
    walk_ranges(xml, &mut |node, range| match node {
        Node::Open(element) if element.name() == "si" => start = range.end,
        Node::Close("si") => {
            if count == number && start <= range.start {
                found = Some(start..range.start);
            }
            count += 1;
        }
        _ => {}
    });
    found
}

/// A string of several runs with its changes. None for one of a single run, or when its words are not simply those that show.
fn rich(xml: &str, shown: &str, changes: &[CellEdit]) -> Option<String> {
    let (mut is_rich, mut has_reading, mut in_words) = (false, false, false);
    let (mut keeper, mut words) = (SourceKeeper::new(true), SourceText::default());
    walk_ranges(xml, &mut |node, range| match node {
        Node::Open(element) => match element.name() {
            "r" => is_rich = true,
            "rPh" => has_reading = true,
            "t" => in_words = true,
            _ => {}
        },
        Node::Words(text) if in_words => {
            let (part, start, end) = (0, range.start as u32, range.end as u32);
            let source = match &xml[range] == text {
                true => Source::Verbatim { part, start, end },
                false => Source::Reference { part, start, end },
            };
            keeper.add(&mut words, text, source);
        }
        Node::Close("t") => in_words = false,
        _ => {}
    });
    let (text, map) = keeper.finish(words);
    if !is_rich || has_reading || text != shown || text.contains(RETURN) {
        return None;
    }
    let mut edits = Vec::new();
    for change in changes {
        for (_, place, words) in touched(&map, &text, change.range.clone(), &change.words).ok()? {
            edits.push(Edit::new(place, partial_escape(words.as_str())));
        }
    }
    edited(xml, edits)
}

/// The elements of a workbook that stand after its settings for calculating.
const AFTER_CALCULATION: [&str; 9] = [
    "oleSize",
    "customWorkbookViews",
    "pivotCaches",
    "smartTagPr",
    "smartTagTypes",
    "webPublishing",
    "fileRecoveryPr",
    "webPublishObjects",
    "extLst",
];

/// The edit that has the workbook calculated when a program opens it.
fn calculated_when_opened(xml: &str) -> Option<Edit> {
    let mut edit = None;
    let mut depth = 0_usize;
    walk_ranges(xml, &mut |node, range| match node {
        Node::Open(element) => {
            let name = element.name();
            if name == "calcPr" {
                let tag = retagged(&xml[range.clone()], &["fullCalcOnLoad"], &[("fullCalcOnLoad", "1")]);
                edit = tag.map(|tag| Edit::new(range, tag));
            } else if depth == 1 && AFTER_CALCULATION.contains(&name) {
                edit.get_or_insert_with(|| settings_before(xml, range.start));
            }
            depth += 1;
        }
        Node::Close("workbook") => {
            edit.get_or_insert_with(|| settings_before(xml, range.start));
            depth = 0;
        }
        Node::Close(_) => depth = depth.saturating_sub(1),
        Node::Words(_) => {}
    });
    edit
}

fn settings_before(xml: &str, at: usize) -> Edit {
    let prefix = prefix(tag_name(&xml[at..]));
    Edit::insert(at, format!("<{prefix}calcPr calcId=\"0\" fullCalcOnLoad=\"1\"/>"))
}

/// The edits of the styles that add kinds of cells with the general format, in the order of their numbers.
fn general_kinds(xml: &str, kinds: &BTreeMap<usize, usize>) -> Option<Vec<Edit>> {
    let (mut of_cells, mut depth) = (None, 0_usize);
    let mut formats: Vec<Range<usize>> = Vec::new();
    let mut close = None;
    walk_ranges(xml, &mut |node, range| match node {
        Node::Open(element) => {
            match element.name() {
                "cellXfs" => (of_cells, depth) = (Some(range), 0),
                "xf" if of_cells.is_some() && close.is_none() && depth == 1 => formats.push(range),
                _ => {}
            }
            depth += 1;
        }
        Node::Close(name) => {
            depth = depth.saturating_sub(1);
            if name == "cellXfs" {
                close = Some(range.start);
            } else if name == "xf" && depth == 1 && close.is_none() {
                formats.iter_mut().last().into_iter().for_each(|format| format.end = range.end);
            }
        }
        Node::Words(_) => {}
    });
    let mut added: Vec<(usize, String)> = Vec::new();
    for (&old, &new) in kinds {
        let format = &xml[formats.get(old)?.clone()];
        let open = format.find('>')? + 1;
        let plain = [("numFmtId", "0"), ("applyNumberFormat", "1")];
        added.push((new, retagged(&format[..open], &["numFmtId", "applyNumberFormat"], &plain)? + &format[open..]));
    }
    added.sort();
    let count = (formats.len() + added.len()).to_string();
    let open = of_cells?;
    let tag = retagged(&xml[open.clone()], &["count"], &[("count", &count)])?;
    let all: String = added.into_iter().map(|(_, format)| format).collect();
    Some(vec![Edit::new(open, tag), Edit::insert(close?, all)])
}
