//! NT-08: the number of administrative reviews in the prose is not the table's.

use super::{compared, own_facts, sum};
use crate::report::FactKind;
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, passages, sources};

pub static RULE: Rule = Rule {
    id: "NT-08",
    severity: Severity::Error,
    basis: sources::FIGURES_AGREE,
    help: help(HelpText {
        title: "正文的复议件数与表不符",
        checks: "正文写的政府信息公开行政复议件数（或没有复议），应等于第四部分行政复议总计。",
        why: "复议情况是条例要求单独报告的内容。",
        bad: Example {
            shown: "正文写“没有发生行政复议”，表中行政复议1件。",
            edits: &[Edit::Words(
                "因政府信息公开被申请行政复议1件，结果维持；未发生行政诉讼。",
                "未发生因政府信息公开引起的行政复议、行政诉讼。",
            )],
        },
        good: Example { shown: "正文写“被申请行政复议1件”，表中行政复议1件。", edits: &[] },
    }),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    for fact in own_facts(subject, &[FactKind::Reviews]) {
        let cells = fact.kind.subject();
        let Some(reviews) = sum(subject, findings, &cells) else { continue };
        findings.tally.facts += 1;
        if fact.value == reviews {
            continue;
        }
        let said = passages::quoted(fact.span.of(subject.text), 30);
        let message = format!("正文写“{said}”，表中行政复议总计{reviews}件。");
        let finding = findings.finding(message, "核对行政复议的件数，改正正文或表格。");
        findings.add(compared(subject, finding, fact, reviews, cells));
    }
}
