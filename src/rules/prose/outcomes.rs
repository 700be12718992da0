//! NT-07: the outcomes of applications in the prose are not the table's.

use super::{compared, own_facts, sum, sum_of_wider_body};
use crate::report::FactKind;
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, passages, sources};

pub static RULE: Rule = Rule {
    id: "NT-07",
    severity: Severity::Error,
    basis: sources::FIGURES_AGREE,
    help: help(HelpText {
        title: "正文的办理结果与表不符",
        checks: "正文写的予以公开、部分公开、不予公开、无法提供、不予处理件数，应等于表中相应各行总计之和。",
        why: "办理结果是申请人最关心的数，正文和表格应当一致。",
        bad: Example {
            shown: "正文写不予公开2件，表中不予公开各行合计1件。",
            edits: &[Edit::Words("不予公开1件", "不予公开2件")],
        },
        good: Example {
            shown: "正文写予以公开及部分公开7件，表中两行为5和2。",
            edits: &[Edit::Words("予以公开5件、部分公开2件", "予以公开及部分公开7件")],
        },
    }),
    check,
};

/// The outcomes, and what the rows of the table they stand for are called.
const OUTCOMES: [(FactKind, &str); 5] = [
    (FactKind::Granted, "（一）予以公开"),
    (FactKind::GrantedInPart, "（二）部分公开"),
    (FactKind::Denied, "（三）不予公开各行合计"),
    (FactKind::Unavailable, "（四）无法提供各行合计"),
    (FactKind::Declined, "（五）不予处理各行合计"),
];
const KINDS: [FactKind; 5] =
    [FactKind::Granted, FactKind::GrantedInPart, FactKind::Denied, FactKind::Unavailable, FactKind::Declined];

fn check(subject: &Subject, findings: &mut Findings) {
    for fact in own_facts(subject, &KINDS) {
        let Some((_, rows)) = OUTCOMES.iter().find(|(kind, _)| *kind == fact.kind) else { continue };
        let cells = fact.kind.subject();
        let Some(counted) = sum(subject, findings, &cells) else { continue };
        findings.tally.facts += 1;
        if fact.value == counted {
            continue;
        }
        let said = passages::quoted(fact.span.of(subject.text), 24);
        let message = format!("正文写“{said}”，表中{rows}{counted}件。");
        let finding = sum_of_wider_body(subject, findings.finding(message, "对照台账核对，改正正文或表格。"));
        findings.add(compared(subject, finding, fact, counted, cells));
    }
}
