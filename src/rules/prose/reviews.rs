//! NT-08: the number of administrative reviews in the prose is not the table's.

use super::{FIGURES_REMEDY, against_table};
use crate::report::FactKind;
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, sources};

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

const QUANTITIES: [(FactKind, &str); 3] = [
    (FactKind::Reviews, "行政复议总计"),
    (FactKind::ReviewResult("upheld"), "行政复议结果维持"),
    (FactKind::ReviewResult("corrected"), "行政复议结果纠正"),
];

fn check(subject: &Subject, findings: &mut Findings) {
    against_table(subject, findings, &QUANTITIES, FIGURES_REMEDY);
}
