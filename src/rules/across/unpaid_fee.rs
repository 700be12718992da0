//! XT-01: applications were closed for an unpaid fee, and section six knows of no fee notice.

use super::count;
use crate::form::{CellId, cell};
use crate::rules::structure::speaks_of_fees;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::holds_any;

pub static RULE: Rule = Rule {
    id: "XT-01",
    severity: Severity::Warning,
    basis: sources::FEE_REPORT,
    title: "逾期未缴费与收费情况不符",
    checks: told("“（六）2.逾期未按收费通知要求缴纳费用”大于0时，文中应写明发出收费通知的情况。"),
    why: told("没有发出收费通知，就不会有逾期未缴费的申请。"),
    bad: examples![Example {
        shown: "表中逾期未缴费1件，第六部分写“没有发出收费通知”。",
        edits: &[
            Edit::Cell("requests.other_unpaid.individual", "1"),
            Edit::Cell("requests.other_unpaid.total", "1"),
            Edit::Cell("requests.declined_repeat.individual", "0"),
            Edit::Cell("requests.declined_repeat.total", "0"),
            Edit::Words("、不予处理2件", ""),
        ],
    }],
    good: examples![Example {
        shown: "表中逾期未缴费1件，第六部分写“发出收费通知1件，未收取信息处理费”。",
        edits: &[
            Edit::Cell("requests.other_unpaid.individual", "1"),
            Edit::Cell("requests.other_unpaid.total", "1"),
            Edit::Cell("requests.declined_repeat.individual", "0"),
            Edit::Cell("requests.declined_repeat.total", "0"),
            Edit::Words("2023年没有发出政府信息公开收费通知，", "2023年发出政府信息公开收费通知1件，"),
        ],
    }],
    accompanied_by: &["NT-19"],
    check,
    ..Rule::ORDINARY
};

const UNPAID: CellId = cell!("requests.other_unpaid.total");
const NO_NOTICE: [&str; 5] = ["未发出", "没有发出", "无收费通知", "未下达", "未开具"];

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    let Some(unpaid) = count(context, UNPAID).filter(|&unpaid| unpaid > 0) else { return };
    let sentences = passages::sentences(context, context.reading.span);
    let about_fees: Vec<&str> =
        sentences.iter().map(|sentence| sentence.of(context.text)).filter(|words| speaks_of_fees(words)).collect();
    let denied = about_fees.iter().any(|words| words.contains("通知") && holds_any(words, &NO_NOTICE));
    let message = match (about_fees.is_empty(), denied) {
        (true, _) => format!("有{unpaid}件因逾期未按收费通知缴费不再处理，文中没有写收费通知的情况。"),
        (false, true) => format!("有{unpaid}件因逾期未按收费通知缴费不再处理，文中却写没有发出收费通知。"),
        (false, false) => return,
    };
    let finding = context.report(message, "核对这一行；在第六部分写明发出收费通知的件数、金额和实收金额。");
    finding.at_cells(reading, &[UNPAID]);
}
