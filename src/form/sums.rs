//! The sums a form implies. The reader cuts glued digits by them, the arithmetic rules judge by them; they are written once, here.

use super::{CellId, Form, STATISTICS, TableId, row};

/// A sum that has to hold: the left cells add up to as much as the right cells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sum {
    pub relation: Relation,
    pub left: Vec<CellId>,
    pub right: Vec<CellId>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Relation {
    /// 第一项加第二项之和，等于第三项加第四项之和: printed in the corner of table three.
    Balance,
    /// A total, alone on the left, equals its parts on the right.
    Total(TotalOf),
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum TotalOf {
    /// （七）总计 of a column: all ways of closing.
    Closed,
    /// 总计 of a row of table three: all kinds of applicants.
    Applicants,
    /// 总计 of a group of table four: all outcomes.
    Outcomes,
    /// An indicator of the lapsed sheet and the indicators under it.
    Indicators,
}

const BEFORE_CLOSED: [&str; 2] = [row!("requests.received"), row!("requests.carried_in")];
const CLOSED: &str = row!("requests.closed");
const CARRIED_OUT: &str = row!("requests.carried_out");

/// Whether a row of table three is one of those that say what came in.
pub fn is_incoming(row: &str) -> bool {
    BEFORE_CLOSED.contains(&row)
}

/// Whether a row of table three is one of the ways an application is closed.
pub fn is_outcome(row: &str) -> bool {
    !is_incoming(row) && row != CLOSED && row != CARRIED_OUT
}

impl Form {
    /// Every sum of this form, table three first.
    pub fn sums(&self) -> Vec<Sum> {
        let mut sums = Vec::new();
        for table in &self.tables {
            match table.id {
                TableId::Requests => {
                    for column in table.rows.first().map_or(&[][..], |row| row.columns) {
                        let cell = |row| CellId { row, column: column.id };
                        sums.push(Sum {
                            relation: Relation::Balance,
                            left: BEFORE_CLOSED.map(cell).to_vec(),
                            right: vec![cell(CLOSED), cell(CARRIED_OUT)],
                        });
                        sums.push(Sum {
                            relation: Relation::Total(TotalOf::Closed),
                            left: vec![cell(CLOSED)],
                            right: table
                                .rows
                                .iter()
                                .map(|row| row.id)
                                .filter(|row| is_outcome(row))
                                .map(cell)
                                .collect(),
                        });
                    }
                    sums.extend(table.rows.iter().map(|row| last_is_total(row.cells().collect(), TotalOf::Applicants)));
                }
                TableId::Disputes => {
                    sums.extend(table.rows.iter().map(|row| last_is_total(row.cells().collect(), TotalOf::Outcomes)));
                }
                TableId::Disclosure | TableId::Statistics => {}
            }
        }
        sums
    }
}

impl Form {
    /// The parts whose sum a total cell is; None for other cells.
    pub fn parts_of(&self, total: CellId) -> Option<Vec<CellId>> {
        let table = self.table(TableId::of(total)).filter(|table| table.id != TableId::Disclosure)?;
        if total.row == CLOSED {
            let outcomes = table.rows.iter().filter(|row| is_outcome(row.id));
            return Some(outcomes.map(|row| CellId { row: row.id, column: total.column }).collect());
        }
        let row = table.rows.iter().find(|row| row.id == total.row)?;
        let mut cells: Vec<CellId> = row.cells().collect();
        (cells.pop() == Some(total)).then_some(cells)
    }
}

fn last_is_total(mut cells: Vec<CellId>, of: TotalOf) -> Sum {
    let total = cells.split_off(cells.len() - 1);
    Sum { relation: Relation::Total(of), left: total, right: cells }
}

/// Totals of the lapsed statistics sheet: an indicator and the indicators it is the sum of.
const STATISTICS_TOTALS: [(&str, &[&str]); 7] = [
    (
        "applications",
        &["applications_in_person", "applications_by_fax", "applications_online", "applications_by_letter"],
    ),
    ("concluded", &["concluded_on_time", "concluded_extended"]),
    (
        "replies",
        &[
            "replies_already_public",
            "replies_granted",
            "replies_granted_in_part",
            "replies_denied",
            "replies_not_this_body",
            "replies_not_existing",
            "replies_amend",
            "replies_other_channel",
        ],
    ),
    (
        "replies_denied",
        &[
            "denied_state_secrets",
            "denied_trade_secrets",
            "denied_privacy",
            "denied_security",
            "denied_not_government_information",
            "denied_other",
        ],
    ),
    ("reviews", &["reviews_upheld", "reviews_corrected", "reviews_other"]),
    ("suits", &["suits_upheld", "suits_corrected", "suits_other"]),
    ("staff", &["staff_full_time", "staff_part_time"]),
];

/// The sums of the lapsed statistics sheet.
pub fn statistics_sums() -> Vec<Sum> {
    let cell = |column: &str| STATISTICS.iter().flat_map(|row| row.cells()).find(|cell| cell.column == column);
    STATISTICS_TOTALS
        .iter()
        .filter_map(|(total, parts)| {
            Some(Sum {
                relation: Relation::Total(TotalOf::Indicators),
                left: vec![cell(total)?],
                right: parts.iter().filter_map(|part| cell(part)).collect(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Edition, official};
    use super::*;

    #[test]
    fn every_column_balances_and_every_row_has_a_total() {
        let of = |edition| official(edition).sums().len();
        assert_eq!(of(Edition::Of2019), 7 + 7 + 23 + 3);
        assert_eq!(of(Edition::Of2021), 7 + 7 + 25 + 3);
    }

    #[test]
    fn the_parts_of_a_total_are_those_of_its_sum() {
        let form = official(Edition::Of2021);
        let sums = form.sums();
        for cell in form.cells() {
            let sum = sums.iter().find(|sum| sum.relation != Relation::Balance && sum.left == [cell]);
            assert_eq!(form.parts_of(cell), sum.map(|sum| sum.right.clone()), "{cell}");
        }
    }

    #[test]
    fn the_sheet_names_only_indicators_it_has() {
        let sums = statistics_sums();
        assert_eq!(sums.len(), STATISTICS_TOTALS.len());
        assert!(sums.iter().zip(STATISTICS_TOTALS).all(|(sum, (_, parts))| sum.right.len() == parts.len()));
    }
}
