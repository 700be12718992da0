//! Every place of a report, to be led into another text of the same words.

use super::Report;
use crate::text::TextRange;

impl Report {
    /// Puts every place through `lead`.
    pub fn lead_places(&mut self, lead: &impl Fn(TextRange) -> TextRange) {
        self.places_mut(&mut |place| *place = lead(*place));
    }

    fn places_mut(&mut self, visit: &mut impl FnMut(&mut TextRange)) {
        visit(&mut self.span);
        self.among.copies.iter_mut().chain(&mut self.left_out).for_each(&mut *visit);
        self.title
            .iter_mut()
            .chain(&mut self.organization)
            .chain(&mut self.signer)
            .for_each(|written| visit(&mut written.span));
        self.signature.iter_mut().for_each(|signature| visit(&mut signature.span));
        self.published.iter_mut().filter_map(|published| published.span.as_mut()).for_each(&mut *visit);
        for section in &mut self.sections {
            visit(&mut section.span);
            section.heading.iter_mut().for_each(|heading| visit(&mut heading.span));
        }
        for table in &mut self.tables {
            visit(&mut table.span);
            table.rows.iter_mut().for_each(|row| visit(&mut row.label));
            table.copies.iter_mut().for_each(|copy| visit(&mut copy.span));
        }
        self.cells.values_mut().filter_map(|cell| cell.place.as_mut()).for_each(&mut *visit);
        for fact in self.facts.iter_mut().chain(&mut self.likely) {
            visit(&mut fact.span);
            visit(&mut fact.number);
        }
        for number in &mut self.account.numbers {
            visit(&mut number.span);
            visit(&mut number.sentence);
        }
        for doubt in &mut self.doubts {
            visit(&mut doubt.span);
            doubt.other.iter_mut().for_each(&mut *visit);
        }
    }
}
