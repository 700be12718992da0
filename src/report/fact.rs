//! Numbers said in prose.

use crate::form::{CellId, FORMS, cell};
use crate::text::{Number, TextRange};

/// A number said in prose, with the cells whose sum it gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    pub kind: FactKind,
    /// A claim of none has value 0. Fees are in 万元 where the unit says so, else in 元.
    pub value: i64,
    pub unit: Option<String>,
    pub year: Option<u16>,
    pub scope: Scope,
    /// From the first word of the saying to its last.
    pub span: TextRange,
    /// The number itself; a claim of none without a number has its negation.
    pub number: TextRange,
}

impl Fact {
    /// Returns an amount of money in 万元, as the form has it.
    pub fn in_wan(&self) -> Option<Number> {
        match self.unit.as_deref() {
            Some("万元") => Some(Number::whole(self.value)),
            _ => Number::decimal(self.value, 4),
        }
    }
}

/// What a fact speaks of; `cells` gives the cells it is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FactKind {
    /// 收到申请N件.
    Received,
    /// 受理申请N件: new applications, or new and carried ones.
    Accepted,
    /// 共办理N件: what was closed, or all that was there to be handled.
    Handled,
    /// 行政复议N件.
    Reviews,
    /// 行政诉讼N件, before or after a review.
    Suits,
    /// 未经复议直接起诉N件.
    SuitsDirect,
    /// 复议后起诉N件.
    SuitsAfterReview,
    /// 上年结转N件.
    CarriedIn,
    /// 结转下年度继续办理N件.
    CarriedOut,
    /// 办结N件, 办理答复N件.
    Closed,
    /// 予以公开N件.
    Granted,
    /// 部分公开N件.
    GrantedInPart,
    /// 予以公开及部分公开N件.
    GrantedAtAll,
    /// 不予公开N件, whatever the reason.
    Denied,
    /// 无法提供N件, whatever the reason.
    Unavailable,
    /// 不予处理N件, whatever the reason.
    Declined,
    /// 其他处理N件, whatever the reason.
    OtherHandling,
    /// 自然人N件, of the applications received.
    FromIndividuals,
    /// 法人或其他组织N件, of the applications received.
    FromOrganizations,
    /// 制定规章N件.
    RulesIssued,
    /// 废止规章N件.
    RulesRepealed,
    /// 现行有效规章N件.
    RulesInForce,
    /// 制发行政规范性文件N件.
    DocumentsIssued,
    /// 废止行政规范性文件N件.
    DocumentsRepealed,
    /// 现行有效行政规范性文件N件.
    DocumentsInForce,
    /// 行政许可, 行政处罚, 行政强制 N件: decisions.
    Licenses,
    Penalties,
    CompulsoryMeasures,
    /// 行政事业性收费N元.
    Fees,
    /// What is said by the form's own names: 属于国家秘密N件, 商业企业N件, 维持N件 of the reviews or the suits.
    Cells(&'static [CellId]),
}

const ORGANIZATIONS: &[CellId] = &[
    cell!("requests.received.company"),
    cell!("requests.received.research"),
    cell!("requests.received.nonprofit"),
    cell!("requests.received.legal_service"),
    cell!("requests.received.other_organization"),
];

/// The cells a quantity is the sum of: some by name, or the totals of all rows that begin so, whatever the edition has.
enum Counted {
    Cells(&'static [CellId]),
    Rows(&'static str),
}

impl FactKind {
    /// Every kind but those named by their cells.
    pub const ALL: &[FactKind] = &[
        FactKind::Received,
        FactKind::Accepted,
        FactKind::Handled,
        FactKind::Reviews,
        FactKind::Suits,
        FactKind::SuitsDirect,
        FactKind::SuitsAfterReview,
        FactKind::CarriedIn,
        FactKind::CarriedOut,
        FactKind::Closed,
        FactKind::Granted,
        FactKind::GrantedInPart,
        FactKind::GrantedAtAll,
        FactKind::Denied,
        FactKind::Unavailable,
        FactKind::Declined,
        FactKind::OtherHandling,
        FactKind::FromIndividuals,
        FactKind::FromOrganizations,
        FactKind::RulesIssued,
        FactKind::RulesRepealed,
        FactKind::RulesInForce,
        FactKind::DocumentsIssued,
        FactKind::DocumentsRepealed,
        FactKind::DocumentsInForce,
        FactKind::Licenses,
        FactKind::Penalties,
        FactKind::CompulsoryMeasures,
        FactKind::Fees,
    ];

    /// The cells whose sum is meant, in every edition.
    pub fn cells(self) -> Vec<CellId> {
        match self.counted() {
            Counted::Cells(cells) => cells.to_vec(),
            Counted::Rows(prefix) => {
                let mut cells = Vec::new();
                for row in FORMS.iter().flat_map(|form| form.rows()).filter(|row| row.id.starts_with(prefix)) {
                    cells.extend(row.total().filter(|total| !cells.contains(total)));
                }
                cells
            }
        }
    }

    /// Returns the group of outcomes that a row belongs to, for 属于国家秘密不予公开.
    pub fn group(self) -> Option<FactKind> {
        let FactKind::Cells([cell]) = self else { return None };
        let groups = [FactKind::Denied, FactKind::Unavailable, FactKind::Declined, FactKind::OtherHandling];
        let of = |group: &FactKind| matches!(group.counted(), Counted::Rows(prefix) if cell.row.starts_with(prefix));
        groups.into_iter().find(of)
    }

    fn counted(self) -> Counted {
        Counted::Cells(match self {
            FactKind::Received | FactKind::Accepted => &[cell!("requests.received.total")],
            FactKind::FromIndividuals => &[cell!("requests.received.individual")],
            FactKind::FromOrganizations => ORGANIZATIONS,
            FactKind::CarriedIn => &[cell!("requests.carried_in.total")],
            FactKind::CarriedOut => &[cell!("requests.carried_out.total")],
            FactKind::Closed | FactKind::Handled => &[cell!("requests.closed.total")],
            FactKind::Granted => &[cell!("requests.granted.total")],
            FactKind::GrantedInPart => &[cell!("requests.granted_in_part.total")],
            FactKind::GrantedAtAll => &[cell!("requests.granted.total"), cell!("requests.granted_in_part.total")],
            FactKind::Denied => return Counted::Rows("requests.denied_"),
            FactKind::Unavailable => return Counted::Rows("requests.unavailable_"),
            FactKind::Declined => return Counted::Rows("requests.declined_"),
            // The form of 2019 has one row, later ones have several.
            FactKind::OtherHandling => return Counted::Rows("requests.other"),
            FactKind::Reviews => &[cell!("disputes.review.total")],
            FactKind::Suits => &[cell!("disputes.suit_direct.total"), cell!("disputes.suit_after_review.total")],
            FactKind::SuitsDirect => &[cell!("disputes.suit_direct.total")],
            FactKind::SuitsAfterReview => &[cell!("disputes.suit_after_review.total")],
            FactKind::RulesIssued => &[cell!("disclosure.rules.issued")],
            FactKind::RulesRepealed => &[cell!("disclosure.rules.repealed")],
            FactKind::RulesInForce => &[cell!("disclosure.rules.in_force")],
            FactKind::DocumentsIssued => &[cell!("disclosure.normative_documents.issued")],
            FactKind::DocumentsRepealed => &[cell!("disclosure.normative_documents.repealed")],
            FactKind::DocumentsInForce => &[cell!("disclosure.normative_documents.in_force")],
            FactKind::Licenses => &[cell!("disclosure.licenses.decisions")],
            FactKind::Penalties => &[cell!("disclosure.penalties.decisions")],
            FactKind::CompulsoryMeasures => &[cell!("disclosure.compulsory_measures.decisions")],
            FactKind::Fees => &[cell!("disclosure.fees.amount")],
            FactKind::Cells(cells) => cells,
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// The reporting body itself.
    Own,
    /// A wider or narrower circle than the reporting body.
    Other,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Edition, official};

    #[test]
    fn every_quantity_has_cells_and_the_latest_form_has_some_of_them() {
        for &kind in FactKind::ALL {
            let cells = kind.cells();
            assert!(!cells.is_empty(), "{kind:?} counts no cell");
            for edition in Edition::all().filter(|edition| *edition != Edition::Of2019) {
                let form = official(edition);
                let known = cells.iter().filter(|cell| form.cells().any(|known| known == **cell)).count();
                assert!(known > 0, "{kind:?} counts nothing in {edition:?}");
            }
        }
    }
}
