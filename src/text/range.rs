//! A place in a text.

/// A half-open range of bytes in the document's text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct TextRange {
    pub start: usize,
    pub end: usize,
}

impl TextRange {
    pub fn new(start: usize, end: usize) -> TextRange {
        TextRange { start, end }
    }

    /// The characters of `text` at this place; empty where the place does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    pub fn contains(self, position: usize) -> bool {
        self.start <= position && position < self.end
    }

    pub fn overlaps(self, other: TextRange) -> bool {
        self.start < other.end && other.start < self.end
    }

    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Puts places in the order of the text, of two that begin together the shorter first.
    pub fn sort(places: &mut [TextRange]) {
        places.sort_by_cached_key(|place| (place.start, place.end));
    }

    /// The smallest place that holds both.
    pub fn cover(self, other: TextRange) -> TextRange {
        TextRange { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}
