//! NT-10: the numbers of regulations and normative documents in the prose are not the table's.

use super::{FIGURES_REMEDY, against_table, listed};
use crate::form::Feature;
use crate::report::FactKind;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "NT-10",
    severity: Severity::Error,
    basis: sources::FIGURES_AGREE,
    title: "正文的规章、规范性文件数与表不符",
    checks: told("2021年度起，正文写的制发、废止、现行有效的规章和行政规范性文件件数，应等于第二部分的相应各格。"),
    why: told("规章、规范性文件的数量在正文和表格里都要写，常有一处忘了更新。"),
    bad: examples![
        Example {
            shown: "正文写制发行政规范性文件4件，表中3件。",
            edits: &[Edit::Words("制发行政规范性文件3件", "制发行政规范性文件4件")],
        },
        Example { shown: "正文写废止2件，表中1件。", edits: &[Edit::Words("废止1件", "废止2件")] },
        Example {
            shown: "正文写现行有效13件，表中12件。", edits: &[Edit::Words("现行有效12件", "现行有效13件")]
        },
        Example {
            shown: "正文写制定规章3件，表中2件。",
            edits: &[
                Edit::Cell("disclosure.rules.issued", "2"),
                Edit::Cell("disclosure.rules.repealed", "1"),
                Edit::Cell("disclosure.rules.in_force", "15"),
                Edit::Words("公文拟制时", "全年制定规章3件。公文拟制时"),
            ],
        },
        Example {
            shown: "正文写废止规章2件，表中1件。",
            edits: &[
                Edit::Cell("disclosure.rules.issued", "2"),
                Edit::Cell("disclosure.rules.repealed", "1"),
                Edit::Cell("disclosure.rules.in_force", "15"),
                Edit::Words("公文拟制时", "全年废止规章2件。公文拟制时"),
            ],
        },
        Example {
            shown: "正文写现行有效规章16件，表中15件。",
            edits: &[
                Edit::Cell("disclosure.rules.issued", "2"),
                Edit::Cell("disclosure.rules.repealed", "1"),
                Edit::Cell("disclosure.rules.in_force", "15"),
                Edit::Words("公文拟制时", "现行有效规章16件。公文拟制时"),
            ],
        },
    ],
    good: examples![
        Example {
            shown: "正文写“在网站发布规范性文件9条”，说的是发布的条数。",
            edits: &[Edit::Words("制发行政规范性文件3件、废止1件，现行有效12件。", "在网站发布规范性文件9条。")],
        },
        Example {
            shown: "正文写制定规章2件、废止规章1件、现行有效规章15件，与表相同。",
            edits: &[
                Edit::Cell("disclosure.rules.issued", "2"),
                Edit::Cell("disclosure.rules.repealed", "1"),
                Edit::Cell("disclosure.rules.in_force", "15"),
                Edit::Words("公文拟制时", "全年制定规章2件，废止规章1件。现行有效规章15件。公文拟制时"),
            ],
        },
    ],
    accompanied_by: &["XT-06"],
    check,
    ..Rule::ORDINARY
};

const QUANTITIES: [(FactKind, &str); 6] = [
    (FactKind::RulesIssued, "规章本年制发"),
    (FactKind::RulesRepealed, "规章本年废止"),
    (FactKind::RulesInForce, "规章现行有效"),
    (FactKind::DocumentsIssued, "行政规范性文件本年制发"),
    (FactKind::DocumentsRepealed, "行政规范性文件本年废止"),
    (FactKind::DocumentsInForce, "行政规范性文件现行有效"),
];

fn check(context: &mut RuleContext) {
    if context.reading.form.is_some_and(|form| form.has(Feature::DocumentsInForce)) {
        against_table(context, |kind| listed(kind, &QUANTITIES), FIGURES_REMEDY);
    }
}
