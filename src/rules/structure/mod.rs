//! ST: the parts of a report, their headings and what has no place in it.

mod accountability;
mod announced_parts;
mod aspects;
mod blank_form;
mod contact;
mod edition;
mod empty_other_matters;
mod empty_problems;
mod fee_sentence;
mod fewer_improvements;
mod foreign_themes;
mod half_problems;
mod headings;
mod image_tables;
mod length;
mod letter;
mod missing_sections;
mod numbering;
mod section_order;
mod set_phrases;
mod statistics_sheet;
mod title;

pub use fee_sentence::speaks_of_fees;
pub use image_tables::stands_for_table;

use super::{Rule, RuleContext, passages};
use crate::form::SECTIONS;
use crate::report::Section;
use crate::text::TextRange;

pub const RULES: &[&Rule] = &[
    &missing_sections::RULE,
    &section_order::RULE,
    &numbering::RULE,
    &headings::RULE,
    &edition::RULE,
    &statistics_sheet::RULE,
    &letter::RULE,
    &title::RULE,
    &aspects::RULE,
    &accountability::RULE,
    &length::RULE,
    &empty_problems::RULE,
    &half_problems::RULE,
    &empty_other_matters::RULE,
    &fee_sentence::RULE,
    &image_tables::RULE,
    &announced_parts::RULE,
    &contact::RULE,
    &foreign_themes::RULE,
    &blank_form::RULE,
    &fewer_improvements::RULE,
    &set_phrases::RULE,
];

/// The rule about the lapsed statistics sheet, which is to be deleted.
pub const LAPSED_SHEET: &str = statistics_sheet::RULE.id;

const NUMERALS: [&str; 6] = ["一", "二", "三", "四", "五", "六"];

/// 一、总体情况
fn full_heading(number: u8) -> String {
    let place = usize::from(number).saturating_sub(1).min(SECTIONS.len() - 1);
    format!("{}、{}", NUMERALS[place], SECTIONS[place].heading)
}

/// The sections that were found, with the place of their heading.
fn found_sections<'a>(context: &RuleContext<'a>) -> Vec<(&'a Section, TextRange)> {
    let sections = context.reading.sections.iter();
    sections.filter_map(|section| Some((section, section.heading.as_ref()?.span))).collect()
}

/// The prose of a section as it is compared; None when the section was not found.
fn prose_of(context: &RuleContext, number: u8) -> Option<String> {
    let section = context.reading.section(number)?;
    let lines = passages::prose_lines(context, section.body());
    Some(lines.into_iter().map(|line| passages::plain(line.of(context.text))).collect())
}
