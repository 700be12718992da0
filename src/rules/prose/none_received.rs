//! NT-01: the prose says that no application came in, the table counts some.

use super::{compared, own_facts, sum};
use crate::form::cell;
use crate::report::FactKind;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};

pub static RULE: Rule = Rule {
    id: "NT-01",
    severity: Severity::Error,
    basis: sources::FIGURES_AGREE,
    title: "正文说没有申请，表中有",
    checks: told("正文写“未收到政府信息公开申请”一类的话，表中本年新收应为0；只有上年结转的作提示。"),
    why: told("正文和表格互相矛盾，读者不知道该信哪一个。"),
    bad: examples![Example {
        shown: "正文写“未收到政府信息公开申请”，表中本年新收14件。",
        edits: &[Edit::Words("全年收到政府信息公开申请14件，上年结转0件。", "全年未收到政府信息公开申请。")],
    }],
    good: examples![Example {
        shown: "正文写“收到政府信息公开申请14件，没有收到当面提交的申请”。",
        edits: &[Edit::Words(
            "全年收到政府信息公开申请14件，上年结转0件。",
            "全年收到政府信息公开申请14件，没有收到当面提交的申请。",
        )],
    }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    let cells = [cell!("requests.received.total"), cell!("requests.carried_in.total")];
    for fact in own_facts(context.reading, &[FactKind::Received, FactKind::Accepted]).filter(|fact| fact.value == 0) {
        let Some(all) = sum(context, &cells) else { continue };
        let Some(received) = sum(context, &cells[..1]) else { continue };
        context.hold(fact, &cells[..1]);
        if all == 0 {
            continue;
        }
        let said = passages::quoted(fact.span.of(context.text), 30);
        let finding = if received > 0 {
            let message = format!("正文写“{said}”，表中本年新收{received}件。");
            context.report(message, "对照台账核对，改正正文或表格。")
        } else {
            let message = format!("正文写“{said}”，表中本年新收0件、上年结转{all}件。");
            context.report(message, "建议在正文写明上年结转的件数。").severity(Severity::Info)
        };
        compared(reading, finding, fact, all, &cells);
    }
}
