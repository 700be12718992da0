//! WD-01: a label of the tables says something else than the annex's.

use super::labels::{Fault, Wrong};
use crate::form::FIRST_YEAR;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};

pub static RULE: Rule = Rule {
    id: "WD-01",
    severity: Severity::Error,
    basis: sources::LABELS,
    title: "表格项目名称写错",
    checks: told("表格的行名、栏名与统一格式是否一致，有没有错成别的意思。"),
    why: told("项目名称写错，这一行的数就说成了别的事。"),
    bad: examples![Example {
        shown: "“未按收费通知要求缴纳费用”写成“未接收费通知要求缴纳费用”。",
        edits: &[Edit::Words("申请人逾期未按收费通知", "申请人逾期未接收费通知")],
    }],
    good: examples![Example {
        shown: "“1.信访举报投诉类申请”写成“1. 信访举报投诉类申请”，只多一个空格。",
        edits: &[Edit::Words("1.信访举报投诉类申请", "1. 信访举报投诉类申请")],
    }],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    for word in context.wrong_words().iter().filter(|word| word.fault == Fault::Meaning) {
        report(context, word);
    }
}

/// One finding for a wrong word, with all its places.
pub fn report(context: &mut RuleContext, word: &Wrong) {
    if word.places.is_empty() {
        return;
    }
    let times = passages::times(word.places.len());
    let message = format!("表中“{}”应为“{}”{times}。", passages::quoted(&word.written, 30), word.right);
    let finding = context.report(message, format!("改为统一格式的“{}”。", word.right));
    let finding = finding.at_each(&word.places);
    if word.exact {
        for &place in &word.places {
            finding.fix(place, word.right.clone());
        }
    }
}
