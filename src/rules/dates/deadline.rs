//! TM-05: a department or township publishes after 31 January.

use crate::report::SignatureKind;
use crate::rules::{Edit, Example, Level, Rule, RuleContext, Severity, passages, sources};

pub static RULE: Rule = Rule {
    id: "TM-05",
    severity: Severity::Error,
    basis: sources::DEADLINE_OF_DEPARTMENTS,
    title: "晚于1月31日",
    checks: "部门、政府办公室和乡镇街道：公布日期不晚于次年1月31日。不知道公布日期的，看落款日期，只作提醒。",
    why: "条例规定了公布的期限，逾期的可能被通报。",
    bad: &[Example {
        shown: "镇政府2023年的报告落款为2024年2月5日。",
        edits: &[Edit::Words("2024年1月18日", "2024年2月5日")],
    }],
    good: &[Example {
        shown: "县政府汇总的报告落款为2024年2月5日，期限是2月20日。",
        edits: &[Edit::Words("2024年1月18日", "2024年2月5日"), Edit::Level("county")],
    }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let Some(level @ (Level::Township | Level::Department)) = context.body().level else { return };
    let Some(deadline) = context.reading.year.and_then(|year| level.deadline(year)) else { return };
    let signature = context.reading.signature.as_ref();
    let due = deadline.in_words();
    if let Some(published) = context.options.published {
        context.findings.tally.dates += 1;
        if published > deadline {
            let message = format!("应在{due}前公布，公布日期为{}。", published.in_words());
            let place = signature.map_or_else(|| passages::head(context), |signature| signature.span);
            context.report(message, "尽快公布，以后提前编制。").at(place);
        }
    } else if let Some(signature) = signature {
        context.findings.tally.dates += 1;
        if signature.date > deadline {
            let what = match signature.kind {
                SignatureKind::Signed => "落款日期",
                SignatureKind::Sheet => "填报日期",
            };
            let message = format!("应在{due}前公布，{what}为{}。", signature.date.in_words());
            let suggestion = "核对日期；确实晚于期限的，尽快公布，以后提前编制。";
            context.report(message, suggestion).severity(Severity::Warning).at(signature.span);
        }
    }
}
