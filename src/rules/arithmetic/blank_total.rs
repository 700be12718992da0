//! AR-04: a total is left blank although its parts are not.

use super::sums;
use crate::form::cell_name;
use crate::report::Report;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, Term, sources, told};
use crate::text::Number;

pub static RULE: Rule = Rule {
    id: "AR-04",
    severity: Severity::Warning,
    basis: sources::TOTAL_LABEL,
    title: "总计没有填",
    checks: told("各行、各组的总计和（七）总计空着，而它的各项不全是0。"),
    why: told("总计空着，读者会以为没有办理，也无法核对。"),
    bad: examples![Example {
        shown: "“（一）予以公开”各类申请人合计5，总计空着。",
        edits: &[Edit::Cell("requests.granted.total", "")],
    }],
    good: examples![Example {
        shown: "“（三）1.属于国家秘密”各格都是0，总计空着：没有可加的数，只由空白格的提示说明。",
        edits: &[Edit::Cell("requests.denied_state_secret.total", "")],
    }],
    accompanied_by: &["CF-02"],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    for sum in sums::totals(context) {
        let Some(&total) = sum.left.first() else {
            continue;
        };
        let Some(cell) = context.reading.cell(total).filter(|cell| cell.is_empty()) else {
            continue;
        };
        let Some(parts) = parts_sum(context.reading, &sum.right).filter(|&parts| parts > 0) else {
            continue;
        };
        // （七）总计 of the last column is the total of a row and of a column: one finding is enough.
        if context.findings.list.iter().any(|finding| finding.rule == RULE.id && finding.cells.first() == Some(&total))
        {
            continue;
        }
        let message = format!("“{}”没有填，各项相加应为{parts}。", cell_name(total));
        let terms = (vec![Term::of_cell(total, Number::ZERO)], sums::terms(context.reading, &sum.right));
        let finding = context.report(message, format!("填{parts}。")).cells(&[total]);
        let finding = finding.sides(Number::ZERO, Number::whole(parts));
        let finding = finding.sum(terms.0, terms.1);
        match cell.place {
            Some(span) => finding.at(span).fix(span, parts.to_string()),
            None => finding,
        };
    }
}

fn parts_sum(report: &Report, parts: &[crate::form::CellId]) -> Option<i64> {
    parts.iter().map(|&part| sums::counted(report, part)).sum()
}
