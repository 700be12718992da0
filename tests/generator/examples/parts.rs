//! Writes a generated report part by part as JSON, for tests/fixtures/files/make.py to set in files of many kinds:
//! `cargo run -p gouji-generator --example parts -- SEED 2019|2021`.

use gouji::form::{Edition, FORMS};
use gouji_generator::dice::Dice;
use gouji_generator::figures::{self, Size};
use gouji_generator::grid::{self, Content};
use gouji_generator::ink::Shown;
use gouji_generator::layouts::Setting;
use gouji_generator::story::{Block, Story};
use gouji_generator::words::Words;
use gouji_generator::writing;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let seed = arguments.next().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let edition = if arguments.next().as_deref() == Some("2019") { Edition::Of2019 } else { Edition::Of2021 };
    let Some(form) = FORMS.iter().find(|form| form.edition == edition) else { return };
    let mut dice = Dice::new(seed);
    let sheet = writing::plain(&figures::draw(form, Size::Middle, &mut dice));
    let story = Story::draw(form, &mut dice);
    let mut parts = Vec::new();
    let mut sections = Vec::new();
    let grids = grid::grids(form, &Words::official());
    for block in story.blocks(&sheet, Setting::Lines, &mut dice) {
        parts.push(match block {
            Block::Title(lines) => format!(r#"{{"title": [{}]}}"#, list(lines.iter().map(|line| quoted(line)))),
            Block::Heading(number, words) => {
                sections.extend(
                    "一二三四五六".chars().nth(usize::from(number) - 1).map(|numeral| quoted(&numeral.to_string())),
                );
                format!(r#"{{"heading": {}}}"#, quoted(&words))
            }
            Block::Paragraph(words) => format!(r#"{{"paragraph": {}}}"#, quoted(&words)),
            Block::Signature(name, date) => format!(r#"{{"signature": [{}, {}]}}"#, quoted(&name), quoted(&date)),
            Block::Table(index) => {
                let row = |row: &grid::GridRow| {
                    let cells = row.slots.iter().map(|slot| {
                        let words = match &slot.content {
                            Content::Words(words) => words.as_str(),
                            Content::Figure(cell) => sheet.get(cell).map_or("", |written| written.text.as_str()),
                        };
                        format!("[{}, {}, {}, {}]", quoted(words), slot.column, slot.columns, slot.rows)
                    });
                    format!("[{}]", list(cells))
                };
                let grid = &grids[index];
                format!(r#"{{"table": [{}], "width": {}}}"#, list(grid.rows.iter().map(row)), grid.width)
            }
        });
    }
    let cells = sheet.iter().filter_map(|(cell, written)| match written.shown {
        Shown::Value(number) => Some(format!(r#""{cell}": {{"status": "value", "value": {}}}"#, number)),
        _ => None,
    });
    let signed = story.signed.map_or("null".to_string(), |date| quoted(&date.to_string()));
    let truth = format!(
        r#"{{"title": {}, "organization": {}, "year": {}, "form": "{}", "sections": [{}], "signed": {signed}, "cells": {{{}}}, "findings": [], "silent": []}}"#,
        quoted(&story.title()),
        quoted(&story.organization),
        story.year,
        edition.id(),
        list(sections.into_iter()),
        list(cells),
    );
    println!(r#"{{"parts": [{}], "truth": {truth}}}"#, list(parts.into_iter()));
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}
