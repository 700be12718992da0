//! NT-10: the numbers of regulations and normative documents in the prose are not the table's.

use super::{FIGURES_REMEDY, against_table};
use crate::form::Edition;
use crate::report::FactKind;
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, sources};

pub static RULE: Rule = Rule {
    id: "NT-10",
    severity: Severity::Error,
    basis: sources::FIGURES_AGREE,
    help: help(HelpText {
        title: "正文的规章、规范性文件数与表不符",
        checks: "2021年度起，正文写的制发、废止、现行有效的规章和行政规范性文件件数，应等于第二部分的相应各格。",
        why: "规章、规范性文件的数量在正文和表格里都要写，常有一处忘了更新。",
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

const QUANTITIES: [(FactKind, &str); 6] = [
    (FactKind::RulesIssued, "规章本年制发"),
    (FactKind::RulesRepealed, "规章本年废止"),
    (FactKind::RulesInForce, "规章现行有效"),
    (FactKind::DocumentsIssued, "行政规范性文件本年制发"),
    (FactKind::DocumentsRepealed, "行政规范性文件本年废止"),
    (FactKind::DocumentsInForce, "行政规范性文件现行有效"),
];

fn check(subject: &Subject, findings: &mut Findings) {
    if subject.report.form.is_some_and(|form| form.edition == Edition::Of2021) {
        against_table(subject, findings, &QUANTITIES, FIGURES_REMEDY);
    }
}
