//! NT-02: the number of applications in the prose is not the table's.

use super::amounts::amounts;
use super::{compared, own_facts, sum};
use crate::form::cell;
use crate::report::{Fact, FactKind};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::holds_any;

pub static RULE: Rule = Rule {
    id: "NT-02",
    severity: Severity::Error,
    basis: sources::FIGURES_AGREE,
    title: "正文的收件数与表不符",
    checks: told(
        "正文写的收到、新收、受理申请件数，应等于表中本年新收，或本年新收加上年结转。县级以上政府和政府办公室的正文可能只计本机关，只作警告。",
    ),
    why: told("收件数是读者最先核对的数。"),
    bad: examples![Example {
        shown: "正文写收到申请16件，表中本年新收14件。",
        edits: &[Edit::Words("收到政府信息公开申请14件", "收到政府信息公开申请16件")],
    }],
    good: examples![Example {
        shown: "正文写接收申请16件，其中撤回、转办各1件，实际受理14件，表中本年新收14件。",
        edits: &[Edit::Words(
            "收到政府信息公开申请14件，",
            "接收政府信息公开申请16件，其中撤回1件、转办1件，实际受理14件，",
        )],
    }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    let has_departments = context.body().has_departments();
    let cells = [cell!("requests.received.total"), cell!("requests.carried_in.total")];
    for fact in own_facts(context.reading, &[FactKind::Received, FactKind::Accepted]).filter(|fact| fact.value > 0) {
        let Some(all) = sum(context, &cells) else { continue };
        let Some(received) = sum(context, &cells[..1]) else { continue };
        context.hold(fact, &cells[..1]);
        let accepted_with_carried = fact.kind == FactKind::Accepted && fact.value == all;
        if fact.value == received || accepted_with_carried || is_brought_down(context, fact, received) {
            continue;
        }
        let said = passages::quoted(fact.span.of(context.text), 30);
        let carried = all - received;
        let finding = if fact.value == all {
            let message = format!("正文写“{said}”，是表中本年新收{received}件与上年结转{carried}件之和。");
            let suggestion = format!("请写明“含上年结转{carried}件”。");
            context.report(message, suggestion).severity(Severity::Info)
        } else {
            let message = format!("正文写“{said}”，表中本年新收{received}件、上年结转{carried}件。");
            // A government's sentence may count its own office alone, its table all departments.
            let remedy = "对照台账核对，改正正文或表格。";
            context.report(message, remedy).severity_if(has_departments, Severity::Warning)
        };
        compared(reading, finding, fact, received, &cells);
    }
}

/// Words for applications that came in and were not dealt with as such.
const FELL_AWAY: [&str; 6] = ["撤回", "撤销", "转办", "重复", "退回", "实际"];

/// Whether the sentence goes on to say how many of these were left: 接收17件，其中撤回4件，实际受理13件.
fn is_brought_down(context: &RuleContext, fact: &Fact, received: i64) -> bool {
    let sentences = passages::sentences(context, context.reading.span);
    let Some(sentence) = sentences.iter().find(|sentence| sentence.contains(fact.span.start)) else { return false };
    amounts(context.text, TextRange::new(fact.span.end, sentence.end.max(fact.span.end))).iter().any(|left| {
        let on_the_way = context.text.get(fact.span.end..left.span.start).unwrap_or_default();
        left.count_of("件") == Some(received) && on_the_way.ends_with("受理") && holds_any(on_the_way, &FELL_AWAY)
    })
}
