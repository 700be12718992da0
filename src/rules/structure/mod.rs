//! ST: the parts of a report, their headings and what has no place in it.

mod edition;
mod fee_sentence;
mod foreign_themes;
mod headings;
mod length;
mod letter;
mod missing_sections;
mod numbering;
mod section_order;
mod statistics_sheet;
mod title;

use super::{Rule, Subject};
use crate::form::SECTIONS;
use crate::report::{Section, Span};

pub const RULES: &[&Rule] = &[
    &missing_sections::RULE,
    &section_order::RULE,
    &numbering::RULE,
    &headings::RULE,
    &edition::RULE,
    &statistics_sheet::RULE,
    &letter::RULE,
    &title::RULE,
    &length::RULE,
    &fee_sentence::RULE,
    &foreign_themes::RULE,
];

const NUMERALS: [&str; 6] = ["一", "二", "三", "四", "五", "六"];

/// 一、总体情况
fn full_heading(number: u8) -> String {
    let place = usize::from(number).saturating_sub(1).min(SECTIONS.len() - 1);
    format!("{}、{}", NUMERALS[place], SECTIONS[place].heading)
}

/// The sections that were found, with the place of their heading.
fn found_sections<'a>(subject: &Subject<'a>) -> Vec<(&'a Section, Span)> {
    let sections = subject.report.sections.iter();
    sections.filter_map(|section| Some((section, section.heading.as_ref()?.span))).collect()
}
