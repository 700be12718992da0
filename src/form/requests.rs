//! Table three: applications received and how they were closed. Every row has the same seven columns.

use super::{Column, Quantity, Row};

const ORGANIZATION: Option<&str> = Some("法人或其他组织");

const fn count(id: &'static str, label: &'static str, group: Option<&'static str>) -> Column {
    Column { id, label, group, quantity: Quantity::Count }
}

pub static COLUMNS: [Column; 7] = [
    count("individual", "自然人", None),
    count("company", "商业企业", ORGANIZATION),
    count("research", "科研机构", ORGANIZATION),
    count("nonprofit", "社会公益组织", ORGANIZATION),
    count("legal_service", "法律服务机构", ORGANIZATION),
    count("other_organization", "其他", ORGANIZATION),
    count("total", "总计", None),
];

pub(super) const fn row(id: &'static str, path: &'static [&'static str], variants: &'static [&'static str]) -> Row {
    Row { id, path, variants, columns: &COLUMNS }
}

static RECEIVED: Row = row(
    "requests.received",
    &["一、本年新收政府信息公开申请数量"],
    &["本年度新收政府信息公开申请数量", "本年新收件数", "本年新收"],
);
static CARRIED_IN: Row = row(
    "requests.carried_in",
    &["二、上年结转政府信息公开申请数量"],
    &["上年结转政府信息公开数量", "上年度结转政府信息公开申请数量", "上年结转件数", "上年结转"],
);
static GRANTED: Row = row("requests.granted", &["三、本年度办理结果", "（一）予以公开"], &[]);
static GRANTED_IN_PART: Row = row(
    "requests.granted_in_part",
    &["三、本年度办理结果", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"],
    &["（二）部分公开", "（二）部分公开（区分处理的，只记这一情形，不记其他情形）"],
);
static DENIED_STATE_SECRET: Row =
    row("requests.denied_state_secret", &["三、本年度办理结果", "（三）不予公开", "1.属于国家秘密"], &[]);
static DENIED_BY_LAW: Row = row(
    "requests.denied_by_law",
    &["三、本年度办理结果", "（三）不予公开", "2.其他法律行政法规禁止公开"],
    &["2.其他法律行政止公开"],
);
static DENIED_SECURITY: Row = row(
    "requests.denied_security",
    &["三、本年度办理结果", "（三）不予公开", "3.危及“三安全一稳定”"],
    &["3.危及三安全一稳定"],
);
static DENIED_THIRD_PARTY: Row =
    row("requests.denied_third_party", &["三、本年度办理结果", "（三）不予公开", "4.保护第三方合法权益"], &[]);
static DENIED_INTERNAL_AFFAIRS: Row =
    row("requests.denied_internal_affairs", &["三、本年度办理结果", "（三）不予公开", "5.属于三类内部事务信息"], &[]);
static DENIED_DELIBERATIVE: Row =
    row("requests.denied_deliberative", &["三、本年度办理结果", "（三）不予公开", "6.属于四类过程性信息"], &[]);
static DENIED_ENFORCEMENT_FILE: Row =
    row("requests.denied_enforcement_file", &["三、本年度办理结果", "（三）不予公开", "7.属于行政执法案卷"], &[]);
static DENIED_INQUIRY: Row =
    row("requests.denied_inquiry", &["三、本年度办理结果", "（三）不予公开", "8.属于行政查询事项"], &[]);
static UNAVAILABLE_NOT_HELD: Row =
    row("requests.unavailable_not_held", &["三、本年度办理结果", "（四）无法提供", "1.本机关不掌握相关政府信息"], &[]);
static UNAVAILABLE_NOT_READY_MADE: Row = row(
    "requests.unavailable_not_ready_made",
    &["三、本年度办理结果", "（四）无法提供", "2.没有现成信息需要另行制作"],
    &[],
);
static UNAVAILABLE_UNCLEAR: Row =
    row("requests.unavailable_unclear", &["三、本年度办理结果", "（四）无法提供", "3.补正后申请内容仍不明确"], &[]);
static DECLINED_PETITION: Row = row(
    "requests.declined_petition",
    &["三、本年度办理结果", "（五）不予处理", "1.信访举报投诉类申请"],
    &["1.信访投诉举报类申请", "1.住房举报投诉类申请"],
);
static DECLINED_REPEAT: Row =
    row("requests.declined_repeat", &["三、本年度办理结果", "（五）不予处理", "2.重复申请"], &[]);
static DECLINED_PUBLICATION: Row =
    row("requests.declined_publication", &["三、本年度办理结果", "（五）不予处理", "3.要求提供公开出版物"], &[]);
static DECLINED_EXCESSIVE: Row =
    row("requests.declined_excessive", &["三、本年度办理结果", "（五）不予处理", "4.无正当理由大量反复申请"], &[]);
static DECLINED_CONFIRMATION: Row = row(
    "requests.declined_confirmation",
    &["三、本年度办理结果", "（五）不予处理", "5.要求行政机关确认或重新出具已获取信息"],
    &[],
);
static OTHER_NO_CORRECTION: Row = row(
    "requests.other_no_correction",
    &["三、本年度办理结果", "（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"],
    &["1.逾期不补正"],
);
static OTHER_UNPAID: Row = row(
    "requests.other_unpaid",
    &[
        "三、本年度办理结果",
        "（六）其他处理",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    ],
    &["2.申请人逾期未接收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "2.逾期不缴费"],
);
static OTHER_REST: Row = row("requests.other_rest", &["三、本年度办理结果", "（六）其他处理", "3.其他"], &[]);
static OTHER: Row = row("requests.other", &["三、本年度办理结果", "（六）其他处理"], &["（六）其他"]);
static CLOSED: Row = row("requests.closed", &["三、本年度办理结果", "（七）总计"], &["（七）合计"]);
static CARRIED_OUT: Row = row(
    "requests.carried_out",
    &["四、结转下年度继续办理"],
    &["结转下年度继续办理", "四、结转下年度", "四、结转下一年度继续办理"],
);

pub static ROWS_2019: [&Row; 23] = [
    &RECEIVED,
    &CARRIED_IN,
    &GRANTED,
    &GRANTED_IN_PART,
    &DENIED_STATE_SECRET,
    &DENIED_BY_LAW,
    &DENIED_SECURITY,
    &DENIED_THIRD_PARTY,
    &DENIED_INTERNAL_AFFAIRS,
    &DENIED_DELIBERATIVE,
    &DENIED_ENFORCEMENT_FILE,
    &DENIED_INQUIRY,
    &UNAVAILABLE_NOT_HELD,
    &UNAVAILABLE_NOT_READY_MADE,
    &UNAVAILABLE_UNCLEAR,
    &DECLINED_PETITION,
    &DECLINED_REPEAT,
    &DECLINED_PUBLICATION,
    &DECLINED_EXCESSIVE,
    &DECLINED_CONFIRMATION,
    &OTHER,
    &CLOSED,
    &CARRIED_OUT,
];

pub static ROWS_2021: [&Row; 25] = [
    &RECEIVED,
    &CARRIED_IN,
    &GRANTED,
    &GRANTED_IN_PART,
    &DENIED_STATE_SECRET,
    &DENIED_BY_LAW,
    &DENIED_SECURITY,
    &DENIED_THIRD_PARTY,
    &DENIED_INTERNAL_AFFAIRS,
    &DENIED_DELIBERATIVE,
    &DENIED_ENFORCEMENT_FILE,
    &DENIED_INQUIRY,
    &UNAVAILABLE_NOT_HELD,
    &UNAVAILABLE_NOT_READY_MADE,
    &UNAVAILABLE_UNCLEAR,
    &DECLINED_PETITION,
    &DECLINED_REPEAT,
    &DECLINED_PUBLICATION,
    &DECLINED_EXCESSIVE,
    &DECLINED_CONFIRMATION,
    &OTHER_NO_CORRECTION,
    &OTHER_UNPAID,
    &OTHER_REST,
    &CLOSED,
    &CARRIED_OUT,
];
