//! The account of every number: what each number outside the tables was understood to be.

use super::Report;
use crate::form::CellId;
use crate::text::TextRange;

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

impl Report {
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
