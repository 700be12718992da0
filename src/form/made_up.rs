//! A form of 2026 that nobody issued, as data: one row is worded otherwise, one is new. The tests ask every rule to speak on it.

use super::{Edition, Form, Row, Table, TableId, disclosure, disputes, requests};

static DENIED_INQUIRY: Row = requests::row(
    "requests.denied_inquiry",
    &["三、本年度办理结果", "（三）不予公开", "8.属于行政登记、行政查询资料"],
    &[],
);
static OTHER_WITHDRAWN: Row =
    requests::row("requests.other_withdrawn", &["三、本年度办理结果", "（六）其他处理", "4.申请人主动撤回申请"], &[]);

const PLACE_OF_INQUIRY: usize = 11;
const PLACE_OF_WITHDRAWN: usize = 23;

static REQUESTS: [&Row; 26] = {
    let mut rows = [&OTHER_WITHDRAWN; 26];
    let mut index = 0;
    while index < 25 {
        let row = if index == PLACE_OF_INQUIRY { &DENIED_INQUIRY } else { requests::ROWS_2021[index] };
        rows[if index < PLACE_OF_WITHDRAWN { index } else { index + 1 }] = row;
        index += 1;
    }
    rows
};

pub const FORM: Form = Form {
    edition: Edition::Of2026,
    single_other: false,
    tables: [
        Table { id: TableId::Disclosure, rows: &disclosure::ROWS_2021 },
        Table { id: TableId::Requests, rows: &REQUESTS },
        Table { id: TableId::Disputes, rows: &disputes::ROWS },
    ],
};
