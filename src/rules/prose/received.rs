//! NT-02: the number of applications in the prose is not the table's.

use super::{compared, own_facts, sum, total};
use crate::report::FactKind;
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, body, help, passages, sources};

pub static RULE: Rule = Rule {
    id: "NT-02",
    severity: Severity::Error,
    basis: sources::FIGURES_AGREE,
    help: help(HelpText {
        title: "正文的收件数与表不符",
        checks: "正文写的收到、新收、受理申请件数，应等于表中本年新收，或本年新收加上年结转。政府和政府办公室的正文可能只计本机关，只作警告。",
        why: "收件数是读者最先核对的数。",
        bad: Example {
            shown: "正文写收到申请16件，表中本年新收14件。",
            edits: &[Edit::Words("收到政府信息公开申请14件", "收到政府信息公开申请16件")],
        },
        good: Example { shown: "正文写收到申请14件，表中本年新收14件。", edits: &[] },
    }),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    let cells = vec![total("requests.received"), total("requests.carried_in")];
    for fact in own_facts(subject, &[FactKind::Received, FactKind::Accepted]).filter(|fact| fact.value > 0) {
        let Some(all) = sum(subject, findings, &cells) else { continue };
        let Some(received) = sum(subject, findings, &cells[..1]) else { continue };
        findings.tally.facts += 1;
        let accepted_with_carried = fact.kind == FactKind::Accepted && fact.value == all;
        if fact.value == received || accepted_with_carried {
            continue;
        }
        let said = passages::quoted(fact.span.of(subject.text), 30);
        let carried = all - received;
        let finding = if fact.value == all {
            let message = format!("正文写“{said}”，是表中本年新收{received}件与上年结转{carried}件之和。");
            let suggestion = format!("请写明“含上年结转{carried}件”。");
            findings.finding(message, suggestion).severity(Severity::Info)
        } else {
            let message = format!("正文写“{said}”，表中本年新收{received}件、上年结转{carried}件。");
            let finding = findings.finding(message, "对照台账核对，改正正文或表格。");
            // A government's sentence may count its own office alone, its table all departments.
            if body::has_departments(subject) { finding.severity(Severity::Warning) } else { finding }
        };
        findings.add(compared(subject, finding, fact, received, cells.clone()));
    }
}
