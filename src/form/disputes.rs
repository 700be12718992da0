//! Table four: administrative reviews and suits about open government information; three groups of five columns in one row.

use super::{Column, Quantity, Row};

const fn count(id: &'static str, label: &'static str) -> Column {
    Column { id, label, group: None, quantity: Quantity::Count }
}

static COLUMNS: [Column; 5] = [
    count("upheld", "结果维持"),
    count("corrected", "结果纠正"),
    count("other_result", "其他结果"),
    count("pending", "尚未审结"),
    count("total", "总计"),
];

static REVIEW: Row = Row { id: "disputes.review", path: &["行政复议"], variants: &[], columns: &COLUMNS };
static SUIT_DIRECT: Row =
    Row {
        id: "disputes.suit_direct", path: &["行政诉讼", "未经复议直接起诉"], variants: &[], columns: &COLUMNS
    };
static SUIT_AFTER_REVIEW: Row =
    Row {
        id: "disputes.suit_after_review", path: &["行政诉讼", "复议后起诉"], variants: &[], columns: &COLUMNS
    };

pub static ROWS: [&Row; 3] = [&REVIEW, &SUIT_DIRECT, &SUIT_AFTER_REVIEW];
