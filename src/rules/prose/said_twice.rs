//! NT-13: the prose gives the same quantity twice with different numbers.

use super::own_facts;
use crate::report::{Fact, FactKind};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources};
use crate::text::Number;
use std::collections::BTreeMap;

pub static RULE: Rule = Rule {
    id: "NT-13",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    title: "前后两处数字不同",
    checks: "正文中同一个数（收到申请、行政复议、行政诉讼）说了两次的，两次应相同。",
    why: "至少有一处是错的。",
    bad: examples![Example {
        shown: "前文“收到政府信息公开申请14件”，后文“收到政府信息公开申请12件”。",
        edits: &[Edit::Words("没有其他需要报告的事项。", "本年度共收到政府信息公开申请12件。没有其他需要报告的事项。")],
    }],
    good: examples![Example {
        shown: "两处都是14件。",
        edits: &[Edit::Words("没有其他需要报告的事项。", "本年度共收到政府信息公开申请14件。没有其他需要报告的事项。")],
    }],
    accompanied_by: &["NT-02"],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let mut seen: BTreeMap<FactKind, &Fact> = BTreeMap::new();
    // What was accepted may count what was carried over, so it is no second saying of what was received.
    for fact in own_facts(context.reading, &[FactKind::Received, FactKind::Reviews, FactKind::Suits]) {
        let first = *seen.entry(fact.kind).or_insert(fact);
        if first.value == fact.value {
            continue;
        }
        let said = |fact: &Fact| passages::quoted(fact.span.of(context.text), 24);
        let message = format!("前文写“{}”，后文写“{}”。", said(first), said(fact));
        let finding = context.report(message, "核对后统一。").at(fact.span).related(first.span);
        finding.sides(Number::whole(first.value), Number::whole(fact.value));
    }
}
