//! What is looked for in strings, compiled once: the standard library's searches are laid out anew at each place that calls them.

/// Words and single characters in a string. A list of characters is written as a string.
pub trait Search {
    /// Where a word first stands.
    fn place_of(&self, word: &str) -> Option<usize>;
    /// Whether the word stands in it.
    fn holds(&self, word: &str) -> bool;
    /// Whether the character stands in it.
    fn has(&self, c: char) -> bool;
    /// Whether one of the characters stands in it.
    fn has_any(&self, marks: &str) -> bool;
    /// How often the character stands in it.
    fn count_of(&self, c: char) -> usize;
    /// What follows these characters at the start.
    fn skip(&self, marks: &str) -> &str;
    /// What comes before these characters at the end.
    fn cut(&self, marks: &str) -> &str;
    /// What comes before the first of these characters.
    fn until(&self, marks: &str) -> &str;
    /// What lies between two places; nothing where they are no places of it. Indices would panic, with words that weigh three kilobytes.
    fn part(&self, start: usize, end: usize) -> &str;
    /// What comes before a place.
    fn ahead_of(&self, end: usize) -> &str;
    /// What follows a place.
    fn behind(&self, start: usize) -> &str;
    /// The character that begins at a place.
    fn char_at(&self, at: usize) -> Option<char>;
    /// The character that ends at a place.
    fn char_before(&self, at: usize) -> Option<char>;
    /// With another word in place of each.
    fn with(&self, word: &str, other: &str) -> String;
}

impl Search for str {
    /// The standard search prepares for each word anew, which takes longer than to look through a sentence.
    fn place_of(&self, word: &str) -> Option<usize> {
        let (text, word) = (self.as_bytes(), word.as_bytes());
        // Of the bytes of a Chinese character the last one tells most.
        let last = *word.last()?;
        let mut end = word.len();
        loop {
            end += text.get(end - 1..)?.iter().position(|&byte| byte == last)?;
            if text[..end].ends_with(word) {
                return Some(end - word.len());
            }
            end += 1;
        }
    }

    fn holds(&self, word: &str) -> bool {
        self.place_of(word).is_some()
    }

    fn has(&self, c: char) -> bool {
        self.chars().any(|one| one == c)
    }

    fn has_any(&self, marks: &str) -> bool {
        self.chars().any(|c| marks.has(c))
    }

    fn count_of(&self, c: char) -> usize {
        self.chars().filter(|&one| one == c).count()
    }

    fn skip(&self, marks: &str) -> &str {
        self.trim_start_matches(|c| marks.has(c))
    }

    fn cut(&self, marks: &str) -> &str {
        self.trim_end_matches(|c| marks.has(c))
    }

    fn until(&self, marks: &str) -> &str {
        let end = self.char_indices().find(|&(_, c)| marks.has(c)).map_or(self.len(), |(at, _)| at);
        self.ahead_of(end)
    }

    fn part(&self, start: usize, end: usize) -> &str {
        self.get(start..end).unwrap_or_default()
    }

    fn ahead_of(&self, end: usize) -> &str {
        self.part(0, end)
    }

    fn behind(&self, start: usize) -> &str {
        self.part(start, self.len())
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.behind(at).chars().next()
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.ahead_of(at).chars().next_back()
    }

    fn with(&self, word: &str, other: &str) -> String {
        let mut words = String::new();
        let mut rest = self;
        while let Some(at) = rest.place_of(word) {
            words.push_str(rest.ahead_of(at));
            words.push_str(other);
            rest = rest.behind(at + word.len());
        }
        words.push_str(rest);
        words
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn strings_are_searched_as_the_standard_library_does(text in "[一二三ab]{0,24}", word in "[一二三ab]{1,3}") {
            prop_assert_eq!(text.place_of(&word), text.find(&word));
            prop_assert_eq!(text.with(&word, "四"), text.replace(&word, "四"));
            let marks: Vec<char> = word.chars().collect();
            prop_assert_eq!(text.has_any(&word), text.contains(&marks[..]));
            prop_assert_eq!(text.count_of(marks[0]), text.matches(marks[0]).count());
            prop_assert_eq!(text.skip(&word), text.trim_start_matches(&marks[..]));
            prop_assert_eq!(text.cut(&word), text.trim_end_matches(&marks[..]));
            prop_assert_eq!(Some(text.until(&word)), text.split(&marks[..]).next());
        }
    }
}
