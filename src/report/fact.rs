//! Numbers said in prose.

use crate::form::CellId;
use crate::text::TextRange;

/// A number said in prose, with the cells whose sum it gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    pub kind: FactKind,
    /// A claim of none has value 0. Fees are in 元.
    pub value: i64,
    pub unit: Option<String>,
    pub year: Option<u16>,
    pub scope: Scope,
    /// From the first word of the saying to its last.
    pub span: TextRange,
    /// The number itself; a claim of none without a number has its negation.
    pub number: TextRange,
}

/// What a fact speaks of; `cells` gives the cells.
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
    /// 维持N件, of the reviews: one of the columns.
    ReviewResult(&'static str),
    /// 行政诉讼N件, before or after a review.
    Suits,
    /// 未经复议直接起诉N件.
    SuitsDirect,
    /// 复议后起诉N件.
    SuitsAfterReview,
    /// 维持N件, of the suits, of those without a review, of those after one.
    SuitResult(&'static str),
    SuitDirectResult(&'static str),
    SuitAfterReviewResult(&'static str),
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
    /// 属于国家秘密N件: one row of the outcomes.
    Outcome(&'static str),
    /// 自然人N件, of the applications received.
    FromIndividuals,
    /// 法人或其他组织N件, of the applications received.
    FromOrganizations,
    /// 商业企业N件, of the applications received: one of the columns.
    FromOrganization(&'static str),
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
}

const TOTAL: &[&str] = &["total"];
const DECISIONS: &[&str] = &["decisions"];
const ORGANIZATIONS: &[&str] = &["company", "research", "nonprofit", "legal_service", "other_organization"];
const RECEIVED: &[&str] = &["requests.received"];
const DENIED: &[&str] = &[
    "requests.denied_state_secret",
    "requests.denied_by_law",
    "requests.denied_security",
    "requests.denied_third_party",
    "requests.denied_internal_affairs",
    "requests.denied_deliberative",
    "requests.denied_enforcement_file",
    "requests.denied_inquiry",
];
const UNAVAILABLE: &[&str] =
    &["requests.unavailable_not_held", "requests.unavailable_not_ready_made", "requests.unavailable_unclear"];
const DECLINED: &[&str] = &[
    "requests.declined_petition",
    "requests.declined_repeat",
    "requests.declined_publication",
    "requests.declined_excessive",
    "requests.declined_confirmation",
];
/// The form of 2019 has one row, that of 2021 three.
const OTHER_HANDLING: &[&str] =
    &["requests.other_no_correction", "requests.other_unpaid", "requests.other_rest", "requests.other"];
const REVIEW: &[&str] = &["disputes.review"];
const DIRECT: &[&str] = &["disputes.suit_direct"];
const AFTER_REVIEW: &[&str] = &["disputes.suit_after_review"];
const SUITS: &[&str] = &["disputes.suit_direct", "disputes.suit_after_review"];
const RULES: &[&str] = &["disclosure.rules"];
const DOCUMENTS: &[&str] = &["disclosure.normative_documents"];

impl FactKind {
    /// Returns the cells whose sum is meant, in any edition of the form.
    pub fn cells(self) -> Vec<CellId> {
        let row = |row| vec![row];
        let (rows, columns): (Vec<&'static str>, Vec<&'static str>) = match self {
            FactKind::Received | FactKind::Accepted => (RECEIVED.to_vec(), TOTAL.to_vec()),
            FactKind::FromIndividuals => (RECEIVED.to_vec(), vec!["individual"]),
            FactKind::FromOrganizations => (RECEIVED.to_vec(), ORGANIZATIONS.to_vec()),
            FactKind::FromOrganization(column) => (RECEIVED.to_vec(), vec![column]),
            FactKind::CarriedIn => (row("requests.carried_in"), TOTAL.to_vec()),
            FactKind::CarriedOut => (row("requests.carried_out"), TOTAL.to_vec()),
            FactKind::Closed | FactKind::Handled => (row("requests.closed"), TOTAL.to_vec()),
            FactKind::Granted => (row("requests.granted"), TOTAL.to_vec()),
            FactKind::GrantedInPart => (row("requests.granted_in_part"), TOTAL.to_vec()),
            FactKind::GrantedAtAll => (vec!["requests.granted", "requests.granted_in_part"], TOTAL.to_vec()),
            FactKind::Denied => (DENIED.to_vec(), TOTAL.to_vec()),
            FactKind::Unavailable => (UNAVAILABLE.to_vec(), TOTAL.to_vec()),
            FactKind::Declined => (DECLINED.to_vec(), TOTAL.to_vec()),
            FactKind::OtherHandling => (OTHER_HANDLING.to_vec(), TOTAL.to_vec()),
            FactKind::Outcome(outcome) => (row(outcome), TOTAL.to_vec()),
            FactKind::Reviews => (REVIEW.to_vec(), TOTAL.to_vec()),
            FactKind::ReviewResult(column) => (REVIEW.to_vec(), vec![column]),
            FactKind::Suits => (SUITS.to_vec(), TOTAL.to_vec()),
            FactKind::SuitsDirect => (DIRECT.to_vec(), TOTAL.to_vec()),
            FactKind::SuitsAfterReview => (AFTER_REVIEW.to_vec(), TOTAL.to_vec()),
            FactKind::SuitResult(column) => (SUITS.to_vec(), vec![column]),
            FactKind::SuitDirectResult(column) => (DIRECT.to_vec(), vec![column]),
            FactKind::SuitAfterReviewResult(column) => (AFTER_REVIEW.to_vec(), vec![column]),
            FactKind::RulesIssued => (RULES.to_vec(), vec!["issued"]),
            FactKind::RulesRepealed => (RULES.to_vec(), vec!["repealed"]),
            FactKind::RulesInForce => (RULES.to_vec(), vec!["in_force"]),
            FactKind::DocumentsIssued => (DOCUMENTS.to_vec(), vec!["issued"]),
            FactKind::DocumentsRepealed => (DOCUMENTS.to_vec(), vec!["repealed"]),
            FactKind::DocumentsInForce => (DOCUMENTS.to_vec(), vec!["in_force"]),
            FactKind::Licenses => (row("disclosure.licenses"), DECISIONS.to_vec()),
            FactKind::Penalties => (row("disclosure.penalties"), DECISIONS.to_vec()),
            FactKind::CompulsoryMeasures => (row("disclosure.compulsory_measures"), DECISIONS.to_vec()),
            FactKind::Fees => (row("disclosure.fees"), vec!["amount"]),
        };
        let of_row = |row: &'static str| columns.iter().map(move |&column| CellId { row, column });
        rows.iter().flat_map(|&row| of_row(row)).collect()
    }

    /// Returns the group of outcomes that a row belongs to, for 不予公开（属于国家秘密）.
    pub fn group(self) -> Option<FactKind> {
        let FactKind::Outcome(row) = self else { return None };
        let groups = [
            (DENIED, FactKind::Denied),
            (UNAVAILABLE, FactKind::Unavailable),
            (DECLINED, FactKind::Declined),
            (OTHER_HANDLING, FactKind::OtherHandling),
        ];
        groups.into_iter().find(|(rows, _)| rows.contains(&row)).map(|(_, group)| group)
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
    use crate::form::locate;

    #[test]
    fn every_quantity_has_cells_of_the_form() {
        use FactKind::*;
        let mut kinds = vec![
            Received,
            Accepted,
            Handled,
            Reviews,
            Suits,
            SuitsDirect,
            SuitsAfterReview,
            CarriedIn,
            CarriedOut,
            Closed,
            Granted,
            GrantedInPart,
            GrantedAtAll,
            Denied,
            Unavailable,
            Declined,
            OtherHandling,
            FromIndividuals,
            FromOrganizations,
            RulesIssued,
            RulesRepealed,
            RulesInForce,
            DocumentsIssued,
            DocumentsRepealed,
            DocumentsInForce,
            Licenses,
            Penalties,
            CompulsoryMeasures,
            Fees,
        ];
        for column in ["upheld", "corrected", "other_result", "pending"] {
            kinds.extend([
                ReviewResult(column),
                SuitResult(column),
                SuitDirectResult(column),
                SuitAfterReviewResult(column),
            ]);
        }
        kinds.extend(ORGANIZATIONS.iter().map(|column| FromOrganization(column)));
        for rows in [DENIED, UNAVAILABLE, DECLINED, OTHER_HANDLING] {
            kinds.extend(rows.iter().map(|row| Outcome(row)));
        }
        for kind in kinds {
            let cells = kind.cells();
            assert!(!cells.is_empty(), "{kind:?}");
            assert!(cells.iter().all(|&cell| locate(cell).is_some()), "{kind:?}: {cells:?}");
        }
    }
}
