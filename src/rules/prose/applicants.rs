//! NT-03: the kinds of applicants in the prose are not the table's.

use super::{compared, own_facts, sum};
use crate::form::CellId;
use crate::report::{Fact, FactKind};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};

pub static RULE: Rule = Rule {
    id: "NT-03",
    severity: Severity::Error,
    basis: sources::FIGURES_AGREE,
    title: "正文的申请人数与表不符",
    checks: told("正文写的自然人、法人或其他组织申请件数，应等于表中本年新收的相应各格，或再加上年结转。"),
    why: told("申请人类别是表格最前面的分栏，正文和表格应当一致。"),
    bad: examples![Example {
        shown: "正文写自然人申请11件，表中本年新收自然人12件。",
        edits: &[Edit::Words(
            "收到政府信息公开申请14件，",
            "收到政府信息公开申请14件，其中自然人申请11件、法人或其他组织申请2件，",
        )],
    }],
    good: examples![Example {
        shown: "正文写共14件（含上年结转1件），其中自然人12件，表中本年新收自然人11件、上年结转自然人1件。",
        edits: &[
            Edit::Cell("requests.received.individual", "11"),
            Edit::Cell("requests.received.total", "13"),
            Edit::Cell("requests.carried_in.individual", "1"),
            Edit::Cell("requests.carried_in.total", "1"),
            Edit::Words(
                "收到政府信息公开申请14件，上年结转0件。",
                "收到政府信息公开申请14件（含上年结转1件），其中自然人12件、法人或其他组织2件。",
            ),
        ],
    }],
    accompanied_by: &["NT-18"],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    let may_count_less = context.body().has_departments();
    for fact in reading.facts.iter().filter(|fact| reading.owns(fact) && is_of_applicants(fact.kind)) {
        let cells = fact.kind.cells();
        let carried: Vec<CellId> =
            cells.iter().map(|cell| CellId { row: "requests.carried_in", column: cell.column }).collect();
        let Some(received) = sum(context, &cells) else { continue };
        let Some(carried) = sum(context, &carried) else { continue };
        context.hold(fact, &cells);
        let with_carried = fact.value == received + carried;
        if fact.value == received || with_carried && carried_is_said_before(context, fact) {
            continue;
        }
        let said = passages::quoted(fact.span.of(context.text), 24);
        let finding = if with_carried {
            let message = format!("正文写“{said}”，是表中本年新收{received}件与上年结转{carried}件之和。");
            let suggestion = format!("请写明“含上年结转{carried}件”。");
            context.report(message, suggestion).severity(Severity::Info)
        } else {
            let message = format!("正文写“{said}”，表中本年新收为{received}件。");
            context.report(message, "对照台账核对，改正正文或表格。").severity_if(may_count_less, Severity::Warning)
        };
        compared(reading, finding, fact, received, &cells);
    }
}

/// Whether a quantity is that of one kind of applicants.
fn is_of_applicants(kind: FactKind) -> bool {
    match kind {
        FactKind::FromIndividuals | FactKind::FromOrganizations => true,
        FactKind::Cells([cell, ..]) => cell.row == "requests.received",
        _ => false,
    }
}

/// Whether what was carried over is spoken of before it: 受理15件（含上年结转2件），其中自然人14件.
fn carried_is_said_before(context: &RuleContext, part: &Fact) -> bool {
    own_facts(context.reading, &[FactKind::CarriedIn]).any(|said| {
        said.span.end <= part.span.start
            && !context.text.get(said.span.end..part.span.start).unwrap_or_default().contains('\n')
    })
}
