//! Lists of words, each list with its meaning, found in one pass.

use std::ops::Range;

use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};

/// Words with what they mean. Where several words begin at one place, the longest counts.
pub struct Lexicon<T> {
    /// None only where the lists are too long to be compiled, which a test of each lexicon rules out.
    automaton: Option<AhoCorasick>,
    meanings: Vec<T>,
    longest: usize,
}

impl<T: Copy> Lexicon<T> {
    /// Builds the lexicon of these lists; the words of a list are parted by white space.
    pub fn new(lists: &[(T, &str)]) -> Lexicon<T> {
        let words =
            || lists.iter().flat_map(|&(meaning, list)| list.split_whitespace().map(move |word| (meaning, word)));
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Both)
            .build(words().map(|(_, word)| word))
            .ok();
        let longest = words().map(|(_, word)| word.len()).max().unwrap_or_default();
        Lexicon { automaton, meanings: words().map(|(meaning, _)| meaning).collect(), longest }
    }

    /// Returns the words of a text in order, without overlaps, as byte ranges.
    pub fn find_all<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (T, Range<usize>)> + 'a {
        let found = self.automaton.iter().flat_map(move |automaton| automaton.find_iter(text));
        found.map(|found| (self.meanings[found.pattern()], found.range()))
    }

    /// Returns whether one of the words stands in the text.
    pub fn occurs_in(&self, text: &str) -> bool {
        self.automaton.as_ref().is_some_and(|automaton| automaton.is_match(text))
    }

    /// Returns the meaning of the longest word at the start of the text, and its length in bytes.
    pub fn match_at(&self, text: &str) -> Option<(T, usize)> {
        let input = Input::new(text).anchored(Anchored::Yes);
        let found = self.automaton.as_ref()?.find(input)?;
        Some((self.meanings[found.pattern()], found.end()))
    }

    /// Returns the meaning of the longest word at the end of the text, and where it begins.
    pub fn match_before(&self, text: &str) -> Option<(T, usize)> {
        let from = text.ceil_char_boundary(text.len().saturating_sub(self.longest));
        let starts = (from..text.len()).filter(|&start| text.is_char_boundary(start));
        starts.into_iter().find_map(|start| {
            let rest = text.get(start..)?;
            let (meaning, length) = self.match_at(rest)?;
            (length == rest.len()).then_some((meaning, start))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_counts() {
        let lexicon = Lexicon::new(&[(1, "公开 部分公开"), (2, "公开申请 申请")]);
        let found = |text| lexicon.find_all(text).map(|(meaning, range)| (meaning, range.start)).collect::<Vec<_>>();
        assert_eq!(found("部分公开申请公开申请"), [(1, 0), (2, 12), (2, 18)]);
        assert!(lexicon.occurs_in("有公开") && !lexicon.occurs_in("没有"));
        assert_eq!(lexicon.match_at("公开申请人"), Some((2, 12)));
        assert_eq!(lexicon.match_at("人公开"), None);
        assert_eq!(lexicon.match_before("收到公开申请"), Some((2, 6)));
        assert_eq!(lexicon.match_before("公开了"), None);
    }
}
