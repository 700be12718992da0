//! WD-02: a label of the tables is worded otherwise than in the annex and means the same.

use super::label_meaning::report;
use super::labels::Fault;
use crate::form::FIRST_YEAR;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "WD-02",
    severity: Severity::Warning,
    basis: sources::LABELS,
    title: "表格项目名称与统一格式不同",
    checks: told("表格的行名、栏名是否逐字与统一格式相同，如“只计”写成“只记”、“总计”写成“合计”、列名少了字。"),
    why: told("名称一致，上级才能按名称汇总。"),
    bad: examples![
        Example {
            shown: "列名“本年制发件数”写成“本年发件”。", edits: &[Edit::Words("本年制发件数", "本年发件")]
        },
        Example {
            shown: "“只计这一情形”写成“只记这一情形”。", edits: &[Edit::Words("只计这一情形", "只记这一情形")]
        },
    ],
    good: examples![
        Example {
            shown: "列名换了行，字都在。",
            edits: &[Edit::Words("本年制发件数\t本年废止件数", "本年制发 件数\t本年废止 件数")],
        },
        Example {
            shown: "正文写“合计230条”，不是表格里的字。",
            edits: &[Edit::Words("主动公开政府信息230条", "主动公开政府信息合计230条")],
        },
    ],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    for word in context.wrong_words().iter().filter(|word| word.fault == Fault::Form) {
        report(context, word);
    }
}
