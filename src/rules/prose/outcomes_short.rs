//! NT-19: the outcomes named in a sentence fall short of its total.

use crate::report::{Fact, FactKind, Standing};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::{Number, holds_any};

pub static RULE: Rule = Rule {
    id: "NT-19",
    severity: Severity::Info,
    basis: sources::FIGURES_AGREE,
    title: "办理结果没有说全",
    checks: told(
        "一句话里说了三种以上办理结果（予以公开、部分公开、不予公开、无法提供、不予处理、其他处理）的，相加是否等于这句话里办结或收到的总数。",
    ),
    why: told("每件申请都有一个结果，加起来少了，读者会问其余的申请怎么办的。"),
    bad: examples![
        Example {
            shown: "“办理答复13件，其中予以公开5件、部分公开2件、不予公开1件、无法提供3件”：有2件没有说。",
            edits: &[Edit::Words("、不予处理2件；", "；")],
        },
        Example {
            shown: "“办理答复13件，其中予以公开5件、不予公开1件、不予处理2件”：有5件没有说。",
            edits: &[Edit::Words("、部分公开2件、不予公开1件、无法提供3件、", "、不予公开1件、")],
        },
    ],
    good: examples![
        Example {
            shown: "“办理答复13件，其中予以公开5件、部分公开2件”：只说了两种。",
            edits: &[Edit::Words("、不予公开1件、无法提供3件、不予处理2件；", "；")],
        },
        Example {
            shown: "“其中予以公开5件、部分公开2件、不予公开1件，其余均为无法提供或不予处理”。",
            edits: &[Edit::Words("、无法提供3件、不予处理2件；", "，其余为无法提供或不予处理；")],
        },
        Example {
            shown: "“其中予以公开及部分公开7件、不予公开1件、无法提供3件、不予处理2件”。",
            edits: &[Edit::Words("予以公开5件、部分公开2件、", "予以公开及部分公开7件、")],
        },
    ],
    check,
    ..Rule::ORDINARY
};

/// The outcomes of the table. Two of them are also counted together.
const OUTCOMES: [FactKind; 7] = [
    FactKind::GrantedAtAll,
    FactKind::Granted,
    FactKind::GrantedInPart,
    FactKind::Denied,
    FactKind::Unavailable,
    FactKind::Declined,
    FactKind::OtherHandling,
];
/// Fewer outcomes are examples.
const FEWEST: usize = 3;
/// With these a sentence says that there are others.
const OTHERS: [&str; 6] = ["等", "其余", "另", "主要", "其它", "分别"];

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    for sentence in passages::sentences(context, reading.span) {
        let facts: Vec<&Fact> = reading.facts.iter().filter(|fact| sentence.overlaps(fact.number)).collect();
        let value = |kind: FactKind| facts.iter().find(|fact| fact.kind == kind).map(|fact| fact.value);
        let named: Vec<i64> = OUTCOMES.iter().filter_map(|&kind| value(kind)).collect();
        let both = value(FactKind::GrantedAtAll).is_some() && value(FactKind::Granted).is_some();
        let is_own = facts.iter().all(|fact| reading.owns(fact));
        if named.len() < FEWEST || both || !is_own || holds_any(sentence.of(context.text), &OTHERS) {
            continue;
        }
        // A number that was not understood may be an outcome.
        let is_fact = |span| facts.iter().any(|fact| fact.number == span);
        let unread = |number: &&crate::report::AccountedNumber| matches!(number.standing, Standing::Unread { .. });
        let mut numbers = reading.account.numbers.iter().filter(|number| sentence.overlaps(number.span)).filter(unread);
        // So may one that stands in its own row: 属于国家秘密1件.
        let has_rows = facts.iter().any(|fact| matches!(fact.kind, FactKind::Cells(_)) && fact.kind.group().is_none());
        if has_rows || numbers.any(|number| !is_fact(number.span)) {
            continue;
        }
        let in_rows = facts.iter().filter(|fact| fact.kind.group().is_some_and(|group| value(group).is_none()));
        let sum: i64 = named.iter().chain(in_rows.map(|fact| &fact.value)).sum();
        let with_carried = sum + value(FactKind::CarriedOut).unwrap_or_default();
        let received = value(FactKind::Received).map(|count| count + value(FactKind::CarriedIn).unwrap_or_default());
        let totals = [value(FactKind::Closed), value(FactKind::Received), received];
        let Some(total) = totals.iter().flatten().next().copied() else { continue };
        let fits = |total: &i64| [sum, with_carried].contains(total);
        if totals.iter().flatten().any(fits) || sum > total || with_carried > total && value(FactKind::Closed).is_none()
        {
            continue;
        }
        let left = total - sum;
        let message = format!("列出的办理结果共{sum}件，总数{total}件，有{left}件没有说。");
        let finding = context.report(message, "补上其余的办理结果，或核对各项的件数。").at(sentence);
        finding.sides(Number::whole(sum), Number::whole(total));
    }
}
