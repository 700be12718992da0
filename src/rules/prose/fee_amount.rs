//! NT-21: a fee was taken, and no amount is given. NT-22: no fee at all was taken, and table two has charges.

use crate::form::{CellId, cell};
use crate::rules::structure::speaks_of_fees;
use crate::rules::{Edit, Example, Rule, Severity, passages, sources, told};
use crate::text::{Number, TextRange, holds_any};

pub static AMOUNT: Rule = Rule {
    id: "NT-21",
    severity: Severity::Warning,
    basis: sources::FEE_REPORT,
    title: "收取了信息处理费而没有写金额",
    checks: told("写“依法收取了信息处理费”“已收取信息处理费”的，第六部分有没有金额。"),
    why: told("收取信息处理费的情况要在第六部分专门报告，只说收了，读者不知道收了多少。"),
    bad: examples![
        Example {
            shown: "“本年度依法收取了信息处理费”。",
            edits: &[Edit::Words(NO_FEE, "本年度依法收取了信息处理费。")],
        },
        Example {
            shown: "“对1件申请已按标准收取信息处理费”。",
            edits: &[Edit::Words(NO_FEE, "发出收费通知1件，已收取信息处理费。")],
        },
    ],
    good: examples![
        Example {
            shown: "“依法收取了信息处理费120元”。",
            edits: &[Edit::Words(NO_FEE, "本年度依法收取了信息处理费120元。")],
        },
        Example {
            shown: "“未收取信息处理费”。",
            edits: &[Edit::Words(NO_FEE, "2023年未依法收取过信息处理费，不存在已收取信息处理费的情况。")],
        },
        Example {
            shown: "“严格按照规定收取信息处理费”说的是做法。",
            edits: &[Edit::Words(NO_FEE, "严格按照规定收取信息处理费，2023年未发出收费通知。")],
        },
    ],
    accompanied_by: &[],
    check: |context| {
        let Some(section) = context.reading.section(6) else { return };
        let sentences = passages::sentences(context, section.body());
        if sentences.iter().any(|sentence| sentence.of(context.text).contains('元')) {
            return;
        }
        let taken = |sentence: &&TextRange| {
            let words = passages::plain(sentence.of(context.text));
            speaks_of_fees(&words) && holds_any(&words, &TAKEN) && !holds_any(&words, &NOT_TAKEN)
        };
        if let Some(&sentence) = sentences.iter().find(taken) {
            let said = passages::quoted(sentence.of(context.text), 30);
            let message = format!("“{said}”没有写收取的金额。");
            context.report(message, "写明收费的件数和金额；没有收取的，写“未收取信息处理费”。").at(sentence);
        }
    },
    ..Rule::ORDINARY
};

pub static TWO_KINDS: Rule = Rule {
    id: "NT-22",
    severity: Severity::Info,
    basis: sources::FEE_IS_CHARGE,
    title: "“未收取任何费用”与行政事业性收费",
    checks: told("第六部分写“未收取任何费用”，而第二部分“行政事业性收费”大于0的，提示把话说清楚。"),
    why: told("信息处理费和行政事业性收费是两回事，两处可以都对，但读者会以为矛盾。"),
    bad: examples![Example {
        shown: "行政事业性收费3.5万元，第六部分写“未收取任何费用”。",
        edits: &[Edit::Cell("disclosure.fees.amount", "3.5"), Edit::Words(NO_FEE, "本年度未收取任何费用。")],
    }],
    good: examples![
        Example {
            shown: "行政事业性收费3.5万元，第六部分写“未收取信息处理费”。",
            edits: &[Edit::Cell("disclosure.fees.amount", "3.5")],
        },
        Example {
            shown: "行政事业性收费为0，第六部分写“未收取任何费用”。",
            edits: &[Edit::Words(NO_FEE, "本年度未收取任何费用。")],
        },
    ],
    check: |context| {
        let reading = context.reading;
        let amount = reading.cell(FEES).and_then(|cell| cell.value()).filter(|amount| *amount > Number::ZERO);
        let (Some(section), Some(amount)) = (reading.section(6), amount) else { return };
        let places = passages::places_of_any(context.text, section.body(), &NO_FEE_AT_ALL);
        if let Some(&(_, place)) = places.first() {
            let said = passages::quoted(place.of(context.text), 20);
            let message = format!(
                "第六部分写“{said}”，第二部分行政事业性收费{amount}万元。信息处理费与行政事业性收费不是一回事，两处可以都对。"
            );
            context.report(message, "建议写成“未收取信息处理费”。").at(place).at_cells(reading, &[FEES]);
        }
    },
    ..Rule::ORDINARY
};

const NO_FEE: &str = "2023年没有发出政府信息公开收费通知，未收取信息处理费。";
const FEES: CellId = cell!("disclosure.fees.amount");
const NO_FEE_AT_ALL: [&str; 4] = ["未收取任何费用", "没有收取任何费用", "不收取任何费用", "未收取过任何费用"];
/// A fee was taken.
const TAKEN: [&str; 6] = ["收取了", "已收取", "依法收取信息处理费", "共收取", "予以收取", "均收取"];
/// It was not, or the sentence speaks of how fees are taken.
const NOT_TAKEN: [&str; 11] = ["未", "没有", "无", "不", "免", "如", "可", "应", "将", "是否", "零"];
