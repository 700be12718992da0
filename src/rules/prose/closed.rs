//! NT-04: the number of applications closed in the prose is not the table's.

use super::against_table;
use crate::report::FactKind;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources};

pub static RULE: Rule = Rule {
    id: "NT-04",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    title: "正文的办结件数与表不符",
    checks: "正文写的申请办结、答复件数，应等于表中三（七）总计。",
    why: "办结件数与结转件数一起决定还有多少申请没有办完。",
    bad: &[Example {
        shown: "正文写办理答复12件，表中办理结果总计13件。",
        edits: &[Edit::Words("办理答复13件", "办理答复12件")],
    }],
    good: &[Example {
        shown: "正文写按时办结12件、延期办结1件，表中办理结果总计13件。",
        edits: &[Edit::Words("办理答复13件", "按时办结12件、延期办结1件")],
    }],
    accompanied_by: &["NT-12"],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let remedy = "核对办结件数；申请人撤回等没有计入的，请在正文说明。";
    against_table(context, &[(FactKind::Closed, "办理结果总计")], remedy);
}
