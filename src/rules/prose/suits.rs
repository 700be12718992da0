//! NT-09: the number of suits in the prose is not the table's.

use super::{compared, own_facts, sum};
use crate::report::FactKind;
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, passages, sources};

pub static RULE: Rule = Rule {
    id: "NT-09",
    severity: Severity::Error,
    basis: sources::FIGURES_AGREE,
    help: help(HelpText {
        title: "正文的诉讼件数与表不符",
        checks: "正文写的政府信息公开行政诉讼件数（或没有诉讼），应等于未经复议直接起诉与复议后起诉两个总计之和；写明是哪一种的，应等于那一种的总计。",
        why: "诉讼情况是条例要求单独报告的内容。",
        bad: Example {
            shown: "正文写“未发生行政诉讼”，表中未经复议直接起诉1件。",
            edits: &[Edit::Cell("disputes.suit_direct.upheld", "1"), Edit::Cell("disputes.suit_direct.total", "1")],
        },
        good: Example { shown: "正文写“未发生行政诉讼”，表中两个总计都是0。", edits: &[] },
    }),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    for fact in own_facts(subject, &[FactKind::Suits, FactKind::SuitsDirect, FactKind::SuitsAfterReview]) {
        let cells = fact.kind.subject();
        let Some(suits) = sum(subject, findings, &cells) else { continue };
        findings.tally.facts += 1;
        if fact.value == suits {
            continue;
        }
        let what = match fact.kind {
            FactKind::SuitsDirect => "未经复议直接起诉总计",
            FactKind::SuitsAfterReview => "复议后起诉总计",
            _ => "未经复议直接起诉与复议后起诉共",
        };
        let said = passages::quoted(fact.span.of(subject.text), 30);
        let message = format!("正文写“{said}”，表中{what}{suits}件。");
        let finding = findings.finding(message, "核对行政诉讼的件数，改正正文或表格。");
        findings.add(compared(subject, finding, fact, suits, cells));
    }
}
