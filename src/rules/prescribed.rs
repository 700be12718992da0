//! Sentences that the local notice prescribes: who writes them copies from nobody.

use super::RuleContext;
use crate::text::{Normalized, TextRange, folded, is_han};

/// Shorter pieces between two gaps say nothing of their own.
const SHORTEST: usize = 6;
/// What stands in a prescribed sentence where each body writes its own: ××县, ___件.
const GAPS: [char; 14] = ['X', 'x', 'Ｘ', 'ｘ', '×', '*', '＊', '_', '＿', '〇', '○', '…', '□', '◯'];

/// Returns the pieces of a prescribed sentence between its gaps: Chinese characters alone, for numbers and marks are each body's own.
pub fn pieces(sentence: &str) -> Vec<String> {
    let han = |piece: &str| piece.chars().map(folded).filter(|&c| is_han(c)).collect::<String>();
    sentence.split(GAPS).map(han).filter(|piece| piece.chars().nth(SHORTEST - 1).is_some()).collect()
}

/// Returns where the prose of the report has prescribed pieces, in order.
pub(super) fn places(context: &RuleContext) -> Vec<TextRange> {
    let mut places = Vec::new();
    let Some(profile) = context.profile().filter(|profile| !profile.prescribed.is_empty()) else { return places };
    let mut flat = Normalized::default();
    for line in context.prose().lines_within(context.text, context.reading.span) {
        flat.extend(context.text, line);
    }
    let flat = flat.filtered(|index| flat.at(index).is_some_and(is_han));
    for piece in profile.prescribed.iter().flat_map(|sentence| pieces(sentence)) {
        let length = piece.chars().count();
        let mut from = 0;
        while let Some(start) = flat.find(from..flat.len(), &piece) {
            places.push(flat.span(start..start + length));
            from = start + length;
        }
    }
    TextRange::sort(&mut places);
    let mut joined: Vec<TextRange> = Vec::new();
    for place in places {
        match joined.last_mut() {
            Some(last) if place.start <= last.end => *last = last.cover(place),
            _ => joined.push(place),
        }
    }
    joined
}

/// Whether one of the places, which are in order and apart, has all of that one.
pub fn covers(places: &[TextRange], place: TextRange) -> bool {
    let next = places.partition_point(|known| known.end < place.end);
    places.get(next).is_some_and(|known| known.start <= place.start)
}

/// Whether every Chinese character there is prescribed.
pub fn holds(context: &RuleContext, place: TextRange) -> bool {
    let prescribed = context.prescribed();
    let mut chars = place.of(context.text).char_indices().filter(|(_, c)| is_han(*c));
    let is_covered = |(at, c): (usize, char)| {
        let start = place.start + at;
        covers(prescribed, TextRange::new(start, start + c.len_utf8()))
    };
    !prescribed.is_empty() && chars.all(is_covered)
}
