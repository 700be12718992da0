//! Numbers said in prose.

use crate::form::{CellId, Edition, official};
use crate::text::TextRange;

/// A number said in prose, with the cells whose sum it gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    pub kind: FactKind,
    /// A claim of none has value 0.
    pub value: i64,
    pub unit: Option<String>,
    pub year: Option<u16>,
    pub scope: Scope,
    pub span: TextRange,
}

/// What a fact speaks of; `subject` gives the cells.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FactKind {
    /// 收到申请N件.
    Received,
    /// 受理申请N件: new applications, or new and carried ones.
    Accepted,
    /// 行政复议N件.
    Reviews,
    /// 维持N件 and 纠正N件, of the reviews.
    ReviewsUpheld,
    ReviewsCorrected,
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
    RegulationsIssued,
    /// 废止规章N件.
    RegulationsRepealed,
    /// 现行有效规章N件.
    RegulationsInForce,
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
}

impl FactKind {
    /// The cells whose sum is meant.
    pub fn subject(self) -> Vec<CellId> {
        const TOTAL: &[&str] = &["total"];
        const DECISIONS: &[&str] = &["decisions"];
        const ORGANIZATIONS: &[&str] = &["company", "research", "nonprofit", "legal_service", "other_organization"];
        const REGULATIONS: &str = "disclosure.regulations";
        const DOCUMENTS: &str = "disclosure.normative_documents";
        const DIRECT: &str = "disputes.suit_direct";
        const AFTER_REVIEW: &str = "disputes.suit_after_review";
        // A name that ends in _ stands for all rows that begin so.
        let (rows, columns): (&[&'static str], &[&'static str]) = match self {
            FactKind::Received | FactKind::Accepted => (&["requests.received"], TOTAL),
            FactKind::FromIndividuals => (&["requests.received"], &["individual"]),
            FactKind::FromOrganizations => (&["requests.received"], ORGANIZATIONS),
            FactKind::CarriedIn => (&["requests.carried_in"], TOTAL),
            FactKind::CarriedOut => (&["requests.carried_out"], TOTAL),
            FactKind::Closed => (&["requests.closed"], TOTAL),
            FactKind::Granted => (&["requests.granted"], TOTAL),
            FactKind::GrantedInPart => (&["requests.granted_in_part"], TOTAL),
            FactKind::GrantedAtAll => (&["requests.granted", "requests.granted_in_part"], TOTAL),
            FactKind::Denied => (&["requests.denied_"], TOTAL),
            FactKind::Unavailable => (&["requests.unavailable_"], TOTAL),
            FactKind::Declined => (&["requests.declined_"], TOTAL),
            // The form of 2019 has one row, that of 2021 three.
            FactKind::OtherHandling => (&["requests.other", "requests.other_"], TOTAL),
            FactKind::Reviews => (&["disputes.review"], TOTAL),
            FactKind::ReviewsUpheld => (&["disputes.review"], &["upheld"]),
            FactKind::ReviewsCorrected => (&["disputes.review"], &["corrected"]),
            FactKind::Suits => (&[DIRECT, AFTER_REVIEW], TOTAL),
            FactKind::SuitsDirect => (&[DIRECT], TOTAL),
            FactKind::SuitsAfterReview => (&[AFTER_REVIEW], TOTAL),
            FactKind::RegulationsIssued => (&[REGULATIONS], &["issued"]),
            FactKind::RegulationsRepealed => (&[REGULATIONS], &["repealed"]),
            FactKind::RegulationsInForce => (&[REGULATIONS], &["in_force"]),
            FactKind::DocumentsIssued => (&[DOCUMENTS], &["issued"]),
            FactKind::DocumentsRepealed => (&[DOCUMENTS], &["repealed"]),
            FactKind::DocumentsInForce => (&[DOCUMENTS], &["in_force"]),
            FactKind::Licenses => (&["disclosure.licenses"], DECISIONS),
            FactKind::Penalties => (&["disclosure.penalties"], DECISIONS),
            FactKind::CompulsoryMeasures => (&["disclosure.compulsory_measures"], DECISIONS),
        };
        let mut cells = Vec::new();
        for &name in rows {
            let known = official(Edition::Of2021).rows().map(|row| row.id);
            for row in known.chain(["requests.other"]) {
                if row == name || name.ends_with('_') && row.starts_with(name) {
                    cells.extend(columns.iter().map(|&column| CellId { row, column }));
                }
            }
        }
        cells
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// The reporting body itself.
    Own,
    /// A wider or narrower circle than the reporting body.
    Other,
}
