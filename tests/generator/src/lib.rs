//! Reports with known figures in every layout of the catalogue: the adversary of the reader.
//!
//! A `Recipe` says everything about a report: its figures, its layout, its noise, its damage. `Recipe::make` sets it as
//! text and says for every cell what a careful reader finds there.

pub mod damage;
pub mod dice;
pub mod figures;
pub mod glue;
pub mod grid;
pub mod ink;
pub mod kept;
pub mod layouts;
pub mod measure;
pub mod near_misses;
pub mod noise;
pub mod planted;
pub mod plausible;
pub mod prose;
pub mod repairs;
pub mod setting;
pub mod sound;
pub mod story;
pub mod truth;
pub mod words;
pub mod writing;

use std::fmt;

use gouji::form::{Edition, FORMS, Form};

use damage::Damage;
use dice::Dice;
use figures::{Figures, Size};
use ink::{Ink, Kind, Shown};
use layouts::{Demand, LAYOUTS, Layout, PLAIN};
use noise::Noise;
use story::Story;
use truth::{Asked, Truths};
use words::Words;

/// Everything that makes a report.
#[derive(Clone)]
pub struct Recipe {
    pub seed: u64,
    pub layout: &'static Layout,
    /// The layout a dressed report is set in; otherwise its own.
    pub set_in: &'static Layout,
    pub form: &'static Form,
    pub figures: Figures,
    pub noise: Vec<Noise>,
    pub damage: Option<Damage>,
}

/// A report as text, with what is true of it.
pub struct Sample {
    pub text: String,
    /// The truth of each report in the text.
    pub truths: Vec<Truths>,
    pub stories: Vec<Story>,
    pub damaged: bool,
}

impl fmt::Debug for Recipe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Recipe { seed, layout, set_in, form, noise, damage, .. } = self;
        write!(f, "seed {seed}, {} set in {}, form of {}", layout.id, set_in.id, form.edition.id())?;
        write!(f, "{}, noise {noise:?}, damage {damage:?}", if form.single_other { ", one row （六）" } else { "" })
    }
}

impl Recipe {
    /// The report of that seed in that layout.
    pub fn draw(seed: u64, layout: &'static Layout) -> Recipe {
        let mut dice = Dice::new(seed);
        let form = form_for(layout, &mut dice);
        let size = Size::draw(&mut dice);
        let figures = figures::draw(form, size, &mut dice);
        Recipe::with(seed, layout, form, figures)
    }

    /// A report of these figures; everything else comes from the seed.
    pub fn with(seed: u64, layout: &'static Layout, form: &'static Form, mut figures: Figures) -> Recipe {
        let mut dice = Dice::new(seed ^ 0x5eed);
        let set_in = match layout.dress {
            Some(Noise::TotalsOnly) => layouts::named(["A10", "A12"][dice.below(2)]),
            Some(_) => layouts::named(PLAIN[dice.below(PLAIN.len())]),
            None => None,
        }
        .unwrap_or(layout);
        let mut noise = Noise::draw(set_in, form, &mut dice);
        if let Some(dress) = layout.dress
            && !noise.contains(&dress)
        {
            noise.retain(|noise| *noise != Noise::Blanks && *noise != Noise::Placeholders && *noise != Noise::Numerals);
            noise.insert(0, dress);
        }
        if noise.contains(&Noise::WrongFigures) {
            noise::wrong_figures(&mut figures, &mut dice);
        }
        Recipe { seed, layout, set_in, form, figures, noise, damage: None }
    }

    /// The same report with one of these damages.
    pub fn damaged(mut self, damages: &[Damage]) -> Recipe {
        let mut dice = Dice::new(self.seed ^ 0xda3a6e);
        self.damage = Some(Damage::draw(damages, self.set_in, &mut dice));
        self
    }

    /// Sets the report as text.
    pub fn make(&self) -> Sample {
        let mut dice = Dice::new(self.seed ^ 0x7e87);
        let mut sheet = writing::plain(&self.figures);
        let mut words = Words::draw(&mut dice);
        for noise in &self.noise {
            noise::write(*noise, self.set_in, self.form, &mut sheet, &mut dice);
            noise::reword(*noise, &mut words, &mut dice);
        }
        let mut grids = grid::grids(self.form, &words);
        if self.noise.contains(&Noise::ExtraRow) {
            grid::add_row(&mut grids[0], &mut dice);
        }
        let story = Story::draw(self.form, &mut dice);
        let mut stories = vec![story.clone()];
        let other = self.second_figures(&mut dice);
        let other_sheet = writing::plain(&other);
        let mut ink = Ink::new(dice.fork(), &sheet);
        ink.damaged = self.damage.is_some();
        let set_in = self.set_in;
        let blocks = story.blocks(&sheet, set_in.setting, &mut dice);
        if self.noise.contains(&Noise::TwoYears) {
            side_by_side(&mut ink, self, &blocks, &grids, &other_sheet, story.year);
        } else {
            setting::set(&mut ink, set_in, &blocks, |ink, index| (set_in.table)(ink, &grids[index]));
        }
        if self.noise.contains(&Noise::TwoReports) {
            let next = Story { year: story.year + 1, ..Story::draw(self.form, &mut dice) };
            let blocks = next.blocks(&other_sheet, set_in.setting, &mut dice);
            stories.push(next);
            ink.gap("\n\n");
            ink.report = 1;
            ink.sheet = &other_sheet;
            setting::set(&mut ink, set_in, &blocks, |ink, index| (set_in.table)(ink, &grids[index]));
        }
        for noise in &self.noise {
            noise::disturb(*noise, &mut ink, set_in);
        }
        if let Some(damage) = self.damage {
            damage::apply(damage, &mut ink, set_in);
        }
        let left = |report: &usize| ink.pieces.iter().any(|piece| piece.report == *report && piece.is_figure());
        let mut kept: Vec<usize> = (0..stories.len()).filter(left).collect();
        if kept.is_empty() {
            kept.push(0);
        }
        let truths = kept.into_iter().map(|report| self.truth(&ink, report)).collect();
        let text = ink.pieces.iter().map(|piece| piece.text.as_str()).collect();
        Sample { text, truths, stories, damaged: self.damage.is_some() }
    }

    /// Figures of another year or another office, drawn like the first.
    fn second_figures(&self, dice: &mut Dice) -> Figures {
        let size = Size::draw(dice);
        figures::draw(self.form, size, dice)
    }

    fn truth(&self, ink: &Ink, report: usize) -> Truths {
        let mut truths = truth::of(&ink.pieces, report, self.form);
        if !self.set_in.shows_blanks {
            // A blank leaves no trace here.
            for truth in truths.values_mut().filter(|truth| truth.asked == Asked::Shown(Shown::Blank)) {
                truth.asked = Asked::Untold;
            }
        }
        if self.set_in.demand == Demand::Determined {
            let determined = glue::determined(&ink.pieces, self.form);
            for (cell, truth) in truths.iter_mut() {
                if !determined.contains(cell) && truth.asked != Asked::Nothing {
                    truth.asked = Asked::Untold;
                }
            }
            if self.damage.is_some() {
                forced_cuts(ink, self.form, &mut truths);
            }
        }
        truths
    }
}

/// What is left of glued digits may still fit the form, and then no reader can see the damage: digits of a row of table two that
/// are as many as its cells read as one digit each, and those of table four as all cuts that satisfy its sums.
fn forced_cuts(ink: &Ink, form: &Form, truths: &mut Truths) {
    for (cell, value) in glue::shown_by_disputes(&ink.pieces, form) {
        if let Some(truth) = truths.get_mut(&cell) {
            truth.acceptable.push(gouji::text::Number::whole(value));
        }
    }
    for row in form.rows().filter(|row| row.id.starts_with("disclosure")) {
        let of_row = |piece: &&ink::Piece| matches!(&piece.kind, Kind::Figure { cells, .. } if cells[0].row == row.id);
        let digits: String = ink.pieces.iter().filter(of_row).map(|piece| piece.text.as_str()).collect();
        if digits.len() == row.columns.len() {
            for (cell, digit) in row.cells().zip(digits.chars().filter_map(|c| c.to_digit(10))) {
                if let Some(truth) = truths.get_mut(&cell) {
                    truth.acceptable.push(gouji::text::Number::whole(i64::from(digit)));
                }
            }
        }
    }
}

fn form_for(layout: &Layout, dice: &mut Dice) -> &'static Form {
    let fitting: Vec<&'static Form> = FORMS
        .iter()
        .filter(|form| match layout.id {
            "A31" => form.edition == Edition::Of2019,
            "A30" | "A32" => form.edition == Edition::Of2021,
            _ => true,
        })
        .collect();
    fitting[dice.below(fitting.len())]
}

/// A print-out that compares two years: every table twice.
fn side_by_side<'a>(
    ink: &mut Ink<'a>,
    recipe: &Recipe,
    blocks: &[story::Block],
    grids: &[grid::Grid; 3],
    other: &'a ink::Sheet,
    year: u16,
) {
    let own = ink.sheet;
    let table = recipe.set_in.table;
    setting::set(ink, recipe.set_in, blocks, |ink, index| {
        for (sheet, year) in [(other, year - 1), (own, year)] {
            ink.prose(&format!("{year} 年报告"));
            ink.gap("\n");
            ink.sheet = sheet;
            table(ink, &grids[index]);
        }
        ink.sheet = own;
    });
}

/// The layouts that were asked for by name, or all.
pub fn layouts_named(name: Option<&str>) -> Vec<&'static Layout> {
    LAYOUTS.iter().filter(|layout| name.is_none_or(|name| layout.id == name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::damage::Damage;
    use crate::layouts::Demand;

    #[test]
    fn a_seed_always_gives_the_same_report() {
        for layout in &LAYOUTS {
            let text = || Recipe::draw(11, layout).damaged(&Damage::ALL).make().text;
            assert_eq!(text(), text(), "{}", layout.id);
        }
    }

    #[test]
    fn layouts_that_show_where_a_cell_ends_show_every_cell() {
        for layout in LAYOUTS.iter().filter(|layout| layout.demand == Demand::Every && layout.dress.is_none()) {
            for seed in 0..20 {
                let mut recipe = Recipe::draw(seed, layout);
                recipe.noise.clear();
                let sample = recipe.make();
                for (cell, truth) in &sample.truths[0] {
                    let wanted = Asked::Shown(Shown::Value(recipe.figures[cell]));
                    assert_eq!(truth.asked, wanted, "{} {seed} {cell}", layout.id);
                    assert!(sample.text.contains(&recipe.figures[cell].to_string()));
                }
            }
        }
    }

    #[test]
    fn a_deleted_row_and_a_deleted_cell_are_not_asked_for() {
        let layout = &LAYOUTS[9];
        for (seed, damage) in (0..40).zip([Damage::RowDeleted, Damage::CellDeleted].into_iter().cycle()) {
            let mut recipe = Recipe::draw(seed, layout);
            recipe.noise.clear();
            recipe.damage = Some(damage);
            let truths = recipe.make().truths.remove(0);
            assert!(truths.values().any(|truth| truth.asked == Asked::Nothing && truth.acceptable.is_empty()));
        }
    }

    #[test]
    fn a_cut_number_shows_the_digits_that_are_left() {
        let shown = (0..400).filter_map(|seed| {
            let mut recipe = Recipe::draw(seed, &LAYOUTS[9]);
            recipe.noise.clear();
            recipe.damage = Some(Damage::EndCut);
            let truths = recipe.make().truths.remove(0);
            let cut = |(cell, truth): (&gouji::form::CellId, &truth::Truth)| {
                truth.acceptable.first().filter(|number| **number != recipe.figures[cell]).copied()
            };
            truths.iter().find_map(cut)
        });
        assert!(shown.count() > 3);
    }
}
