//! Table two: the items of article 20 of the regulation that are published on the office's own motion.

use super::{Column, Quantity, Row};

const fn column(id: &'static str, label: &'static str, quantity: Quantity) -> Column {
    Column { id, label, group: None, quantity }
}

static DOCUMENTS_COLUMNS_2019: [Column; 3] = [
    column("made", "本年新制作数量", Quantity::Count),
    column("published", "本年新公开数量", Quantity::Count),
    column("total_published", "对外公开总数量", Quantity::Count),
];
static ITEMS_COLUMNS_2019: [Column; 3] = [
    column("prior_items", "上一年项目数量", Quantity::Count),
    column("change", "本年增/减", Quantity::Change),
    column("decisions", "处理决定数量", Quantity::Count),
];
static FEES_COLUMNS_2019: [Column; 2] =
    [column("prior_items", "上一年项目数量", Quantity::Count), column("change", "本年增/减", Quantity::Change)];
static PROCUREMENT_COLUMNS_2019: [Column; 2] =
    [column("items", "采购项目数量", Quantity::Count), column("amount", "采购总金额", Quantity::Amount)];
static DOCUMENTS_COLUMNS_2021: [Column; 3] = [
    column("issued", "本年制发件数", Quantity::Count),
    column("repealed", "本年废止件数", Quantity::Count),
    column("in_force", "现行有效件数", Quantity::Count),
];
static DECISIONS_COLUMNS_2021: [Column; 1] = [column("decisions", "本年处理决定数量", Quantity::Count)];
static FEES_COLUMNS_2021: [Column; 1] = [column("amount", "本年收费金额（单位：万元）", Quantity::Amount)];

static RULES_2019: Row = Row {
    id: "disclosure.rules",
    path: &["第二十条第（一）项", "规章"],
    variants: &[],
    columns: &DOCUMENTS_COLUMNS_2019,
};
static NORMATIVE_DOCUMENTS_2019: Row = Row {
    id: "disclosure.normative_documents",
    path: &["第二十条第（一）项", "规范性文件"],
    variants: &["行政规范性文件", "规范性档案"],
    columns: &DOCUMENTS_COLUMNS_2019,
};
static LICENSES_2019: Row = Row {
    id: "disclosure.licenses",
    path: &["第二十条第（五）项", "行政许可"],
    variants: &[],
    columns: &ITEMS_COLUMNS_2019,
};
static OTHER_SERVICES_2019: Row = Row {
    id: "disclosure.other_services",
    path: &["第二十条第（五）项", "其他对外管理服务事项"],
    variants: &[],
    columns: &ITEMS_COLUMNS_2019,
};
static PENALTIES_2019: Row = Row {
    id: "disclosure.penalties",
    path: &["第二十条第（六）项", "行政处罚"],
    variants: &[],
    columns: &ITEMS_COLUMNS_2019,
};
static COMPULSORY_MEASURES_2019: Row = Row {
    id: "disclosure.compulsory_measures",
    path: &["第二十条第（六）项", "行政强制"],
    variants: &[],
    columns: &ITEMS_COLUMNS_2019,
};
static FEES_2019: Row = Row {
    id: "disclosure.fees",
    path: &["第二十条第（八）项", "行政事业性收费"],
    variants: &[],
    columns: &FEES_COLUMNS_2019,
};
static PROCUREMENT_2019: Row = Row {
    id: "disclosure.procurement",
    path: &["第二十条第（九）项", "政府集中采购"],
    variants: &["政府集中收购"],
    columns: &PROCUREMENT_COLUMNS_2019,
};
static RULES_2021: Row = Row {
    id: "disclosure.rules",
    path: &["第二十条第（一）项", "规章"],
    variants: &[],
    columns: &DOCUMENTS_COLUMNS_2021,
};
static NORMATIVE_DOCUMENTS_2021: Row = Row {
    id: "disclosure.normative_documents",
    path: &["第二十条第（一）项", "行政规范性文件"],
    variants: &["规范性文件", "规范性档案", "行政规范性档案"],
    columns: &DOCUMENTS_COLUMNS_2021,
};
static LICENSES_2021: Row = Row {
    id: "disclosure.licenses",
    path: &["第二十条第（五）项", "行政许可"],
    variants: &[],
    columns: &DECISIONS_COLUMNS_2021,
};
static PENALTIES_2021: Row = Row {
    id: "disclosure.penalties",
    path: &["第二十条第（六）项", "行政处罚"],
    variants: &[],
    columns: &DECISIONS_COLUMNS_2021,
};
static COMPULSORY_MEASURES_2021: Row = Row {
    id: "disclosure.compulsory_measures",
    path: &["第二十条第（六）项", "行政强制"],
    variants: &[],
    columns: &DECISIONS_COLUMNS_2021,
};
static FEES_2021: Row = Row {
    id: "disclosure.fees",
    path: &["第二十条第（八）项", "行政事业性收费"],
    variants: &[],
    columns: &FEES_COLUMNS_2021,
};

pub static ROWS_2019: [&Row; 8] = [
    &RULES_2019,
    &NORMATIVE_DOCUMENTS_2019,
    &LICENSES_2019,
    &OTHER_SERVICES_2019,
    &PENALTIES_2019,
    &COMPULSORY_MEASURES_2019,
    &FEES_2019,
    &PROCUREMENT_2019,
];

pub static ROWS_2021: [&Row; 6] =
    [&RULES_2021, &NORMATIVE_DOCUMENTS_2021, &LICENSES_2021, &PENALTIES_2021, &COMPULSORY_MEASURES_2021, &FEES_2021];
