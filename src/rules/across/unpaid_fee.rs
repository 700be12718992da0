//! XT-01: applications were closed for an unpaid fee, and section six knows of no fee notice.

use super::{about, count};
use crate::rules::structure::speaks_of_fees;
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, passages, sources};
use crate::text::holds_any;

pub static RULE: Rule = Rule {
    id: "XT-01",
    severity: Severity::Warning,
    basis: sources::FEE_REPORT,
    help: help(HelpText {
        title: "逾期未缴费与收费情况不符",
        checks: "“（六）2.逾期未按收费通知要求缴纳费用”大于0时，文中应写明发出收费通知的情况。",
        why: "没有发出收费通知，就不会有逾期未缴费的申请。",
        bad: Example {
            shown: "表中逾期未缴费1件，第六部分写“没有发出收费通知”。",
            edits: &[
                Edit::Cell("requests.other_unpaid.individual", "1"),
                Edit::Cell("requests.other_unpaid.total", "1"),
                Edit::Cell("requests.declined_repeat.individual", "0"),
                Edit::Cell("requests.declined_repeat.total", "0"),
                Edit::Words("、不予处理2件", ""),
            ],
        },
        good: Example {
            shown: "表中逾期未缴费1件，第六部分写“发出收费通知1件，未收取信息处理费”。",
            edits: &[
                Edit::Cell("requests.other_unpaid.individual", "1"),
                Edit::Cell("requests.other_unpaid.total", "1"),
                Edit::Cell("requests.declined_repeat.individual", "0"),
                Edit::Cell("requests.declined_repeat.total", "0"),
                Edit::Words("2023年没有发出政府信息公开收费通知，", "2023年发出政府信息公开收费通知1件，"),
            ],
        },
    }),
    check,
};

const UNPAID: &str = "requests.other_unpaid.total";
const NO_NOTICE: [&str; 5] = ["未发出", "没有发出", "无收费通知", "未下达", "未开具"];

fn check(subject: &Subject, findings: &mut Findings) {
    let Some(unpaid) = count(subject, UNPAID).filter(|&unpaid| unpaid > 0) else { return };
    let sentences = passages::sentences(subject, subject.report.span);
    let about_fees: Vec<&str> =
        sentences.iter().map(|sentence| sentence.of(subject.text)).filter(|words| speaks_of_fees(words)).collect();
    let denied = about_fees.iter().any(|words| words.contains("通知") && holds_any(words, &NO_NOTICE));
    let message = match (about_fees.is_empty(), denied) {
        (true, _) => format!("有{unpaid}件因逾期未按收费通知缴费不再处理，文中没有写收费通知的情况。"),
        (false, true) => format!("有{unpaid}件因逾期未按收费通知缴费不再处理，文中却写没有发出收费通知。"),
        (false, false) => return,
    };
    let finding = findings.finding(message, "核对这一行；在第六部分写明发出收费通知的件数、金额和实收金额。");
    findings.add(about(subject, finding, &[UNPAID]));
}
