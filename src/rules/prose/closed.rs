//! NT-04: the number of applications closed in the prose is not the table's.

use super::{against_table, compared, listed, own_facts, sum};
use crate::form::cell;
use crate::report::FactKind;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};

pub static RULE: Rule = Rule {
    id: "NT-04",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    title: "正文的办结件数与表不符",
    checks: told("正文写的申请办结、答复件数，应等于表中三（七）总计。"),
    why: told("办结件数与结转件数一起决定还有多少申请没有办完。"),
    bad: examples![Example {
        shown: "正文写办理答复12件，表中办理结果总计13件。",
        edits: &[Edit::Words("办理答复13件", "办理答复12件")],
    }],
    good: examples![Example {
        shown: "正文写按时办结12件、延期办结1件，表中办理结果总计13件。",
        edits: &[Edit::Words("办理答复13件", "按时办结12件、延期办结1件")],
    }],
    accompanied_by: &["NT-12"],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let names = |kind| listed(kind, &[(FactKind::Closed, "办理结果总计")]);
    against_table(context, names, "核对办结件数；申请人撤回等没有计入的，请在正文说明。");
    handled(context);
}

/// 共办理N件 may count all that was there to be handled.
fn handled(context: &mut RuleContext) {
    let reading = context.reading;
    let rows = [cell!("requests.closed.total"), cell!("requests.received.total"), cell!("requests.carried_in.total")];
    let may_count_less = context.body().has_departments();
    for fact in own_facts(reading, &[FactKind::Handled]) {
        let (Some(closed), Some(received), Some(all)) =
            (sum(context, &rows[..1]), sum(context, &rows[1..2]), sum(context, &rows[1..]))
        else {
            continue;
        };
        context.hold(fact, &rows);
        if [closed, received, all].contains(&fact.value) {
            continue;
        }
        let said = passages::quoted(fact.span.of(context.text), 30);
        let message = format!("正文写“{said}”，表中办理结果总计{closed}件，本年新收与上年结转共{all}件。");
        let remedy = "核对办理件数；申请人撤回等没有计入的，请在正文说明。";
        let finding = context.report(message, remedy).severity_if(may_count_less, Severity::Warning);
        compared(reading, finding, fact, closed, &rows[..1]);
    }
}
