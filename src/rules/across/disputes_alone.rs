//! XT-03: there were reviews or suits, and no application at all.

use super::sum;
use crate::form::{CellId, cell};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "XT-03",
    severity: Severity::Info,
    basis: sources::FIGURES_AGREE,
    title: "没有申请却有复议诉讼",
    checks: told("第三部分没有新收和结转的申请时，第四部分是否有复议、诉讼。"),
    why: told("复议、诉讼多由申请引起；往年的申请引起的也可能在今年。"),
    bad: examples![Example {
        shown: "新收、结转都是0，行政复议1件。",
        edits: &[
            Edit::ZeroTable("requests"),
            Edit::Words(
                "全年收到政府信息公开申请14件，上年结转0件。办理答复13件，其中予以公开5件、部分公开2件、不予公开1件、无法提供3件、不予处理2件；结转下年度继续办理1件。",
                "全年未收到政府信息公开申请。",
            ),
        ],
    }],
    good: examples![Example { shown: "新收14件，行政复议1件。", edits: &[] }],
    accompanied_by: &["AR-12"],
    check,
    ..Rule::ORDINARY
};

const REQUESTS: [CellId; 2] = [cell!("requests.received.total"), cell!("requests.carried_in.total")];
const DISPUTES: [CellId; 3] =
    [cell!("disputes.review.total"), cell!("disputes.suit_direct.total"), cell!("disputes.suit_after_review.total")];

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    let (Some(0), Some(disputes)) = (sum(context, &REQUESTS), sum(context, &DISPUTES)) else { return };
    if disputes == 0 {
        return;
    }
    let message = format!("没有收到申请，也没有上年结转，却有行政复议、行政诉讼{disputes}件。");
    let finding = context.report(message, "请核对；由往年的申请引起的，可以在正文说明。");
    let finding = finding.at_cells(reading, &DISPUTES);
    finding.at_cells(reading, &REQUESTS);
}
