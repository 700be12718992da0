//! The table of administrative divisions (`data/divisions.txt`), which a door hands in: the engine carries none.

use std::ops::Range;

use crate::text::TextRange;

/// As many characters as a name has that is looked for in running text: 横县 and the like stand within too many other words.
const SHORTEST: usize = 3;
const LONGEST: usize = 16;

/// A division in the table.
pub type DivisionId = u16;
/// Where names stand among some characters, with the divisions of that name.
pub type Names = Vec<(Range<usize>, Vec<DivisionId>)>;

/// Provinces with what lies in them, each with its name and the area codes of its telephones.
#[derive(Debug, Default)]
pub struct Divisions {
    /// As it was handed in.
    pub text: String,
    list: Vec<Division>,
    /// Every name, the short ones of autonomous areas too, in order.
    names: Vec<(TextRange, DivisionId)>,
}

#[derive(Debug)]
struct Division {
    name: TextRange,
    above: Option<DivisionId>,
    /// Dissolved or renamed since 2019.
    is_former: bool,
    /// The area codes of a province, empty for others.
    codes: TextRange,
}

impl Divisions {
    /// Reads the table; None for a text that is none.
    pub fn read(text: String) -> Option<Divisions> {
        let mut table = Divisions::default();
        let (mut province, mut at) = (None, 0);
        for line in text.split_inclusive('\n') {
            let start = at;
            at += line.len();
            let line = line.trim_end();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let mut above = province;
            let mut from = start;
            for (index, word) in line.split([' ', '\t']).enumerate() {
                let place = TextRange::new(from, from + word.len());
                from = place.end + 1;
                let of_province = index == 0;
                if of_province && !word.is_empty() {
                    let codes = TextRange::new(from.min(start + line.len()), start + line.len());
                    province = Some(table.add(&text, place, None, codes)?);
                    break;
                }
                if !word.is_empty() && word != "-" {
                    province?;
                    let added = table.add(&text, place, above, TextRange::default())?;
                    above = if index == 1 { Some(added) } else { above };
                }
            }
        }
        table.names.sort_unstable_by(|one, other| one.0.of(&text).cmp(other.0.of(&text)));
        table.text = text;
        (!table.list.is_empty()).then_some(table)
    }

    fn add(&mut self, text: &str, word: TextRange, above: Option<DivisionId>, codes: TextRange) -> Option<DivisionId> {
        let id = DivisionId::try_from(self.list.len()).ok()?;
        let is_former = word.of(text).starts_with('*');
        let start = word.start + usize::from(is_former);
        let end = word.of(text).find('=').map_or(word.end, |at| word.start + at);
        let name = TextRange::new(start, end);
        self.names.push((name, id));
        if end < word.end {
            self.names.push((TextRange::new(end + 1, word.end), id));
        }
        self.list.push(Division { name, above, is_former, codes });
        Some(id)
    }

    /// The divisions of that name.
    pub fn named(&self, name: &str) -> impl Iterator<Item = DivisionId> {
        let first = self.names.partition_point(|(place, _)| place.of(&self.text) < name);
        self.names[first..].iter().take_while(move |(place, _)| place.of(&self.text) == name).map(|&(_, id)| id)
    }

    /// The places in these characters where a name stands, the longest at each end, with the divisions of that name.
    pub fn names_in(&self, chars: &[char]) -> Names {
        let mut found = Names::new();
        for end in (SHORTEST..=chars.len()).filter(|&end| "省市县区旗州盟".contains(chars[end - 1])) {
            let start = end.saturating_sub(LONGEST).max(found.last().map_or(0, |(place, _)| place.end));
            let words: String = chars[start..end].iter().collect();
            let mut starts = (start..(end + 1).saturating_sub(SHORTEST)).zip(words.char_indices());
            let named = starts.find_map(|(start, (at, _))| {
                let ids: Vec<DivisionId> = self.named(&words[at..]).collect();
                (!ids.is_empty()).then_some((start..end, ids))
            });
            found.extend(named);
        }
        found
    }

    pub fn name(&self, id: DivisionId) -> &str {
        self.list.get(usize::from(id)).map_or("", |division| division.name.of(&self.text))
    }

    /// The division and those it lies in.
    pub fn chain(&self, id: DivisionId) -> impl Iterator<Item = DivisionId> + '_ {
        std::iter::successors(Some(id), |&id| self.list.get(usize::from(id))?.above)
    }

    /// Whether one lies in the other, or once was a part of what the other lies in, or is the other under a former name.
    pub fn is_of(&self, id: DivisionId, own: DivisionId) -> bool {
        let holds = |outer, inner| self.chain(inner).any(|one| one == outer);
        let division = |id: DivisionId| self.list.get(usize::from(id));
        let was_beside =
            division(id).is_some_and(|one| one.is_former && one.above.is_some_and(|city| holds(city, own)));
        holds(id, own) || holds(own, id) || was_beside
    }

    /// Whether an area code is one of the province that a division lies in; None where no province has it.
    pub fn has_code(&self, code: &str, own: DivisionId) -> Option<bool> {
        let has = |id: DivisionId| {
            self.list
                .get(usize::from(id))
                .is_some_and(|one| one.codes.of(&self.text).split(' ').any(|known| known == code))
        };
        let known = (0..self.list.len()).filter_map(|id| DivisionId::try_from(id).ok()).any(has);
        known.then(|| self.chain(own).any(has))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str =
        "# 表头\n甲省 0901 0902\n\t云山市 青山县 *和安县\n\t- 直辖市\n乙省 0801\n\t红水族自治州=红水州 青山县\n";

    fn table() -> Divisions {
        Divisions::read(TABLE.to_string()).expect("a table")
    }

    #[test]
    fn names_are_found_with_what_they_lie_in() {
        let table = table();
        let text: Vec<char> = "在甲省云山市青山县和红水州".chars().collect();
        let found = table.names_in(&text);
        let words: Vec<String> = found.iter().map(|(place, _)| text[place.clone()].iter().collect()).collect();
        assert_eq!(words, ["云山市", "青山县", "红水州"]);
        let chain = |name: &str| -> Vec<Vec<String>> {
            let ids = table.named(name);
            ids.map(|id| table.chain(id).map(|one| table.name(one).to_string()).collect()).collect()
        };
        assert_eq!(chain("青山县"), [vec!["青山县", "云山市", "甲省"], vec!["青山县", "红水族自治州", "乙省"]]);
        assert_eq!(chain("直辖市"), [["直辖市", "甲省"]]);
        assert_eq!(chain("红水州"), [["红水族自治州", "乙省"]]);
    }

    #[test]
    fn what_lies_in_what_and_what_once_did() {
        let table = table();
        let id = |name: &str| table.named(name).next().expect("a name");
        assert!(table.is_of(id("甲省"), id("青山县")) && table.is_of(id("青山县"), id("甲省")));
        assert!(table.is_of(id("和安县"), id("青山县")) && !table.is_of(id("直辖市"), id("青山县")));
        assert_eq!(table.has_code("0901", id("云山市")), Some(true));
        assert_eq!(table.has_code("0801", id("云山市")), Some(false));
        assert_eq!(table.has_code("0999", id("云山市")), None);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        for text in ["", "# 表头\n", "\t云山市 青山县\n"] {
            assert!(Divisions::read(text.to_string()).is_none(), "{text:?}");
        }
    }

    #[test]
    fn the_table_of_the_project_is_one() {
        let table = Divisions::read(include_str!("../../data/divisions.txt").to_string()).expect("a table");
        assert_eq!(table.list.iter().filter(|division| division.above.is_none()).count(), 34);
        assert!(table.list.len() > 3200);
        let without_code: Vec<&str> = (0..table.list.len() as DivisionId)
            .filter(|&id| table.chain(id).count() == 1 && table.list[usize::from(id)].codes.is_empty())
            .map(|id| table.name(id))
            .collect();
        assert_eq!(without_code, ["台湾省", "澳门特别行政区", "香港特别行政区"]);
    }
}
