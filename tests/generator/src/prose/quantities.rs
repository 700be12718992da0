//! The quantities of the tables that prose can say, by short names.

use gouji::form::{CellId, Form};

use crate::sound::Report;

/// Names of quantities and the cells whose sum each one is. A row that ends in `_` stands for every row that begins so.
const NAMES: &[(&str, &[&str])] = &[
    ("individual", &["requests.received.individual"]),
    ("company", &["requests.received.company"]),
    (
        "organizations",
        &[
            "requests.received.company",
            "requests.received.research",
            "requests.received.nonprofit",
            "requests.received.legal_service",
            "requests.received.other_organization",
        ],
    ),
    ("all", &["requests.received.total", "requests.carried_in.total"]),
    ("granted_at_all", &["requests.granted.total", "requests.granted_in_part.total"]),
    ("denied", &["requests.denied_.total"]),
    ("unavailable", &["requests.unavailable_.total"]),
    ("declined", &["requests.declined_.total"]),
    ("other_handling", &["requests.other.total", "requests.other_.total"]),
    ("reviews", &["disputes.review.total"]),
    ("reviews_upheld", &["disputes.review.upheld"]),
    ("reviews_corrected", &["disputes.review.corrected"]),
    ("reviews_other", &["disputes.review.other_result"]),
    ("reviews_pending", &["disputes.review.pending"]),
    ("suits", &["disputes.suit_direct.total", "disputes.suit_after_review.total"]),
    ("suits_direct", &["disputes.suit_direct.total"]),
    ("suits_after", &["disputes.suit_after_review.total"]),
    ("disputes", &["disputes.review.total", "disputes.suit_direct.total", "disputes.suit_after_review.total"]),
    ("documents_issued", &["disclosure.normative_documents.issued"]),
    ("documents_repealed", &["disclosure.normative_documents.repealed"]),
    ("documents_in_force", &["disclosure.normative_documents.in_force"]),
    ("rules_issued", &["disclosure.rules.issued"]),
    ("licenses", &["disclosure.licenses.decisions"]),
    ("penalties", &["disclosure.penalties.decisions"]),
    ("compulsory", &["disclosure.compulsory_measures.decisions"]),
    ("fees", &["disclosure.fees.amount"]),
];

/// Returns the cells that a quantity is the sum of, in the order of the form; none where the form has no such quantity.
/// A name that is not in the list is the total of that row of table three.
pub fn cells(name: &str, form: &Form) -> Vec<CellId> {
    let own = format!("requests.{name}.total");
    let known = NAMES.iter().find(|(known, _)| *known == name).map(|(_, cells)| *cells);
    let names: Vec<&str> = known.map_or(vec![&own], <[&str]>::to_vec);
    let is_meant = |cell: &CellId| {
        names.iter().filter_map(|name| name.rsplit_once('.')).any(|(row, column)| {
            column == cell.column && (row == cell.row || row.ends_with('_') && cell.row.starts_with(row))
        })
    };
    form.cells().filter(is_meant).collect()
}

/// Returns the number the tables hold for a quantity.
pub fn number(name: &str, report: &Report) -> i64 {
    cells(name, report.form).into_iter().map(|cell| report.number(cell)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use gouji::form::FORMS;

    #[test]
    fn every_name_means_a_cell_of_some_form() {
        for (name, _) in NAMES {
            assert!(FORMS.iter().any(|form| !cells(name, form).is_empty()), "{name}");
        }
        let form = &FORMS[0];
        assert_eq!(cells("closed", form).len(), 1);
        assert!(cells("denied", form).len() > 5);
        assert!(cells("nonsense", form).is_empty());
    }
}
