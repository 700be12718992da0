//! CY-09: cases were pending last year, and table four is all 0 this year.

use super::{count, count_named, last_year};
use crate::form::{CellId, TableId, cell_named};
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, sources};

pub static RULE: Rule = Rule {
    id: "CY-09",
    severity: Severity::Info,
    basis: sources::TWO_YEARS,
    help: help(HelpText {
        title: "上年未审结的案件没有下文",
        checks: "给出上年报告的：上年第四部分有“尚未审结”，本年第四部分全部为0的，提醒核对。",
        why: "上年没有审结的案件，本年可能有了结果。格式没有写明是否计入，所以只是提醒。",
        bad: Example {
            shown: "上年行政复议尚未审结1件，本年第四部分全部为0。",
            edits: &[
                Edit::ZeroTable("disputes"),
                Edit::Words("被申请行政复议1件，结果维持；未发生行政诉讼。", "未发生行政复议、行政诉讼。"),
                Edit::Previous(&[Edit::Cell("disputes.review.pending", "1")]),
            ],
        },
        good: Example {
            shown: "上年行政复议尚未审结1件，本年结果维持1件。",
            edits: &[Edit::Previous(&[Edit::Cell("disputes.review.pending", "1")])],
        },
    }),
    check,
};

const PENDING: [&str; 3] =
    ["disputes.review.pending", "disputes.suit_direct.pending", "disputes.suit_after_review.pending"];

fn check(subject: &Subject, findings: &mut Findings) {
    let Ok(last) = last_year(subject) else { return };
    let pending: i64 = PENDING.iter().filter_map(|name| count_named(&last, name)).sum();
    let cells: Vec<CellId> = subject.report.cells_of(TableId::Disputes).map(|(id, _)| id).collect();
    let none = !cells.is_empty() && cells.iter().all(|&id| count(subject, id) == Some(0));
    if pending > 0 && none {
        let message = format!("上年有{pending}件尚未审结，本年第四部分全部为0。");
        let finding = findings.finding(message, "核对这些案件本年的结果是否应填入。");
        let place = cell_named(PENDING[0]).and_then(|id| subject.report.cell(id)?.place);
        findings.add(finding.cells(cells.into_iter().filter(|id| id.column == "pending")).at_each(place));
    }
}
