//! NT-06: the number of applications carried over in the prose is not the table's.

use super::{compared, own_facts, sum, sum_of_wider_body};
use crate::report::FactKind;
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, passages, sources};

pub static RULE: Rule = Rule {
    id: "NT-06",
    severity: Severity::Error,
    basis: sources::FIGURES_AGREE,
    help: help(HelpText {
        title: "正文的结转件数与表不符",
        checks: "正文写的上年结转、结转下年度继续办理件数，应等于表中二、四两行的总计。",
        why: "结转件数是两年报告之间的衔接，错了明年也对不上。",
        bad: Example {
            shown: "正文写结转下年度继续办理2件，表中1件。",
            edits: &[Edit::Words("结转下年度继续办理1件", "结转下年度继续办理2件")],
        },
        good: Example {
            shown: "正文写“其余1件结转下年度继续办理”，表中1件。",
            edits: &[Edit::Words("结转下年度继续办理1件", "其余1件结转下年度继续办理")],
        },
    }),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    for fact in own_facts(subject, &[FactKind::CarriedIn, FactKind::CarriedOut]) {
        let cells = fact.kind.subject();
        let Some(carried) = sum(subject, findings, &cells) else { continue };
        findings.tally.facts += 1;
        if fact.value == carried {
            continue;
        }
        let what = if fact.kind == FactKind::CarriedIn { "上年结转" } else { "结转下年度继续办理" };
        let said = passages::quoted(fact.span.of(subject.text), 24);
        let message = format!("正文写“{said}”，表中{what}{carried}件。");
        let finding = sum_of_wider_body(subject, findings.finding(message, "对照台账核对，改正正文或表格。"));
        findings.add(compared(subject, finding, fact, carried, cells));
    }
}
