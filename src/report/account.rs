//! The account of every number: what each number outside the tables was understood to be.

use super::{Content, Fact, FactKind, Report, Scope};
use crate::form::CellId;
use crate::text::{Number, TextRange};

/// The numbers of a report in the order of the text. What is said without a number (未收到申请) is a number 0.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Account {
    pub numbers: Vec<AccountedNumber>,
}

/// A number where it stands, the sentence it stands in, and what it was understood to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AccountedNumber {
    pub span: TextRange,
    pub sentence: TextRange,
    pub standing: Standing,
}

/// What a number was understood to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Standing {
    /// A cell of a table.
    Cell(CellId),
    /// A quantity that was held against these cells.
    Checked(Vec<CellId>),
    /// A quantity that the tables have nothing for.
    Beside,
    Explained(Explanation),
    /// Not understood; `matters` where the sentence speaks of what the tables count.
    Unread {
        matters: bool,
    },
}

/// Why a number is no quantity.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Explanation {
    /// 2024年1月12日
    Date,
    /// 2023年, 一季度, 近三年
    Period,
    /// 〔2021〕30号, 国务院令第711号
    DocumentNumber,
    /// 第五十条第（一）项
    Article,
    /// 街道12号, 邮编, a place on the web
    Address,
    Telephone,
    /// 第一, 第三届, 首次
    Ordinal,
    /// 一、总体情况
    Heading,
    /// （二）, 3., 一是
    ListMark,
    /// 12345热线, 五公开, 三审三校
    Name,
    Percentage,
}

/// How many numbers outside the cells ended where; the last four add up to `all`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct AccountCounts {
    pub all: usize,
    pub checked: usize,
    pub beside: usize,
    pub explained: usize,
    pub unread: usize,
}

impl Account {
    /// Returns the numbers outside the cells.
    pub fn outside_cells(&self) -> impl Iterator<Item = &AccountedNumber> {
        self.numbers.iter().filter(|number| !matches!(number.standing, Standing::Cell(_)))
    }

    /// Returns the numbers that were not understood.
    pub fn unread(&self) -> impl Iterator<Item = &AccountedNumber> {
        self.numbers.iter().filter(|number| matches!(number.standing, Standing::Unread { .. }))
    }

    /// Returns whether a number that the tables may count was not understood.
    pub fn has_gap(&self) -> bool {
        self.numbers.iter().any(|number| number.standing == Standing::Unread { matters: true })
    }

    pub fn counts(&self) -> AccountCounts {
        let mut counts = AccountCounts::default();
        for number in self.outside_cells() {
            counts.all += 1;
            match number.standing {
                Standing::Checked(_) => counts.checked += 1,
                Standing::Beside => counts.beside += 1,
                Standing::Explained(_) => counts.explained += 1,
                Standing::Unread { .. } | Standing::Cell(_) => counts.unread += 1,
            }
        }
        counts
    }
}

/// A number of the prose that a rule held against cells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    pub number: TextRange,
    pub cells: Vec<CellId>,
}

impl Report {
    /// Returns whether a fact is of the body itself and of the report's own year.
    pub fn owns(&self, fact: &Fact) -> bool {
        fact.scope == Scope::Own && (fact.year.is_none() || self.year.is_none() || fact.year == self.year)
    }

    /// Returns the cells of a quantity that the report's form has, without those whose row the report lacks where it has others.
    pub fn cells_of_kind(&self, kind: FactKind) -> Vec<CellId> {
        let mut cells = kind.cells();
        cells.retain(|id| self.cell(*id).is_some());
        let is_there = |id: &CellId| self.cell(*id).is_some_and(|cell| cell.content != Content::Missing);
        if cells.iter().any(is_there) {
            cells.retain(is_there);
        }
        cells
    }

    /// Settles the account once the rules have held facts against cells: these are checked; so is a number that agrees with
    /// the cells it may count. Where the tables have no cell for it, a number stands beside them.
    pub fn settle(&mut self, held: &[Held]) {
        let mut numbers = std::mem::take(&mut self.account.numbers);
        for number in numbers.iter_mut().filter(|number| number.standing == Standing::Unread { matters: true }) {
            let mut cells: Vec<CellId> = Vec::new();
            for held in held.iter().filter(|held| held.number == number.span) {
                cells.extend(held.cells.iter().filter(|cell| !cells.contains(cell)).copied().collect::<Vec<_>>());
            }
            if !cells.is_empty() {
                number.standing = Standing::Checked(cells);
                continue;
            }
            let of_number = |fact: &&Fact| fact.number == number.span && self.owns(fact);
            let facts: Vec<&Fact> = self.facts.iter().chain(&self.likely).filter(of_number).collect();
            let counted: Vec<(&Fact, Vec<CellId>)> =
                facts.into_iter().map(|fact| (fact, self.cells_of_kind(fact.kind))).collect();
            if counted.is_empty() {
                continue;
            }
            let all_lack_cells = counted.iter().all(|(_, cells)| cells.is_empty());
            let agreeing = counted.into_iter().find(|(fact, cells)| self.agrees(fact, cells));
            number.standing = match agreeing {
                Some((_, cells)) => Standing::Checked(cells),
                None if all_lack_cells => Standing::Beside,
                None => continue,
            };
        }
        self.account.numbers = numbers;
    }

    /// Whether a number equals the sum of cells; money in 元, the table's fees in 万元.
    fn agrees(&self, fact: &Fact, cells: &[CellId]) -> bool {
        let in_table: Option<Vec<Number>> = cells
            .iter()
            .map(|&id| self.cell(id).and_then(|cell| cell.value().or(cell.is_empty().then_some(Number::ZERO))))
            .collect();
        match in_table.as_deref() {
            None | Some([]) => false,
            Some([amount]) if fact.kind == FactKind::Fees => Some(*amount) == fact.in_wan(),
            Some(counts) => {
                let sum: Option<i64> = counts.iter().map(|number| number.as_whole()).sum();
                sum == Some(fact.value)
            }
        }
    }

    /// Returns the text of the sentence that a number stands in, line ends and white space taken out.
    pub fn sentence_of(&self, number: &AccountedNumber, text: &str) -> String {
        number.sentence.of(text).chars().filter(|c| !c.is_whitespace()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_add_up() {
        let standings = [
            Standing::Cell(CellId { row: "requests.received", column: "total" }),
            Standing::Checked(Vec::new()),
            Standing::Beside,
            Standing::Explained(Explanation::Date),
            Standing::Unread { matters: false },
            Standing::Unread { matters: true },
        ];
        let number =
            |standing| AccountedNumber { span: TextRange::default(), sentence: TextRange::default(), standing };
        let account = Account { numbers: standings.map(number).into() };
        let counts = account.counts();
        assert_eq!(counts, AccountCounts { all: 5, checked: 1, beside: 1, explained: 1, unread: 2 });
        assert_eq!((account.has_gap(), account.unread().count()), (true, 2));
    }
}
