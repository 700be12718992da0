//! NT-10: the numbers of normative documents in the prose are not the table's.

use super::{compared, own_facts, sum};
use crate::form::Edition;
use crate::report::FactKind;
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, passages, sources};

pub static RULE: Rule = Rule {
    id: "NT-10",
    severity: Severity::Error,
    basis: sources::FIGURES_AGREE,
    help: help(HelpText {
        title: "正文的规范性文件数与表不符",
        checks: "2021年度起，正文写的制发、废止、现行有效行政规范性文件件数，应等于第二部分的相应各格。",
        why: "规范性文件的数量在正文和表格里都要写，常有一处忘了更新。",
        bad: Example {
            shown: "正文写制发行政规范性文件4件，表中3件。",
            edits: &[Edit::Words("制发行政规范性文件3件", "制发行政规范性文件4件")],
        },
        good: Example {
            shown: "正文写“在网站发布规范性文件9条”，说的是发布的条数。",
            edits: &[Edit::Words("制发行政规范性文件3件、废止1件，现行有效12件。", "在网站发布规范性文件9条。")],
        },
    }),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    if subject.report.form.is_none_or(|form| form.edition != Edition::Of2021) {
        return;
    }
    let kinds = &[FactKind::DocumentsIssued, FactKind::DocumentsRepealed, FactKind::DocumentsInForce];
    for fact in own_facts(subject, kinds) {
        let cells = fact.kind.subject();
        let Some(counted) = sum(subject, findings, &cells) else { continue };
        findings.tally.facts += 1;
        if fact.value == counted {
            continue;
        }
        let what = match fact.kind {
            FactKind::DocumentsIssued => "本年制发",
            FactKind::DocumentsRepealed => "本年废止",
            _ => "现行有效",
        };
        let said = passages::quoted(fact.span.of(subject.text), 24);
        let message = format!("正文写“{said}”，表中行政规范性文件{what}{counted}件。");
        let finding = findings.finding(message, "核对规范性文件的数量，改正正文或表格。");
        findings.add(compared(subject, finding, fact, counted, cells));
    }
}
