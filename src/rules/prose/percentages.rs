//! NT-17: a percentage does not follow from the numbers beside it.

use super::amounts::{Amount, amounts};
use crate::form::{CellId, cell};
use crate::rules::arithmetic::sums::counted;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::holds_any;
use crate::text::{Number, TextRange};

pub static RULE: Rule = Rule {
    id: "NT-17",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    title: "百分比与数字不符",
    checks: told("申请办理中“N件，占P%”：P应是N除以同一句的总数或办理总数，四舍五入或舍去尾数都可以。"),
    why: told("百分比算错，说明其中一个数改过而没有全改。"),
    bad: examples![Example {
        shown: "“予以公开5件，占45.2%”，办理总数13件。",
        edits: &[Edit::Words("其中予以公开5件、", "其中予以公开的申请5件，占45.2%、")],
    }],
    good: examples![Example {
        shown: "“予以公开5件，占38.4%”：5÷13＝38.46%，舍去尾数。",
        edits: &[Edit::Words("其中予以公开5件、", "其中予以公开的申请5件，占38.4%、")],
    }],
    check,
    ..Rule::ORDINARY
};

/// Totals that a share may be of, when its sentence names none.
const TOTALS: [CellId; 2] = [cell!("requests.closed.total"), cell!("requests.received.total")];
/// 占 stands so near, in bytes.
const NEAR: usize = 24;

fn check(context: &mut RuleContext) {
    let in_table: Vec<i64> =
        TOTALS.iter().filter_map(|&cell| counted(context.reading, cell)).chain(received_and_carried(context)).collect();
    for sentence in passages::sentences(context, context.reading.span) {
        let words = sentence.of(context.text);
        if !words.contains('占') || !words.contains("申请") {
            continue;
        }
        let found = amounts(context.text, sentence);
        for pair in found.windows(2) {
            let [part, share] = pair else { continue };
            if !is_share(context.text, part, share) {
                continue;
            }
            let Some(count) = part.value.as_whole() else { continue };
            let in_sentence = found.iter().filter(|other| other.unit == part.unit && other.value > part.value);
            let bases = in_sentence.filter_map(|other| other.value.as_whole()).chain(in_table.iter().copied());
            let bases: Vec<i64> = bases.filter(|&base| base > 0).collect();
            // The base of the message: the total named first, else all that was closed.
            let Some(&base) = bases.first() else { continue };
            let Some(exact) = hundredths(count, base).filter(|_| !found.iter().any(|amount| amount.rounded)) else {
                continue;
            };
            context.findings.tally.facts += 1;
            if bases.iter().any(|&base| follows(count, base, share)) {
                continue;
            }
            let said = passages::quoted(part.span.cover(share.span).of(context.text), 30);
            let message = format!("“{said}”：{count}÷{base}＝{exact}%。");
            let finding = context.report(message, "核对件数和百分比。");
            finding.at(share.span).related(part.span);
        }
    }
}

fn received_and_carried(context: &RuleContext) -> Option<i64> {
    let count = |cell| counted(context.reading, cell);
    Some(count(cell!("requests.received.total"))? + count(cell!("requests.carried_in.total"))?)
}

/// N件，占P%: a count, then 占 and its percentage close by. 占全县的P% is of another total.
fn is_share(text: &str, part: &Amount, share: &Amount) -> bool {
    let between = TextRange::new(part.span.end, share.span.start).of(text);
    part.unit != "%"
        && share.unit == "%"
        && between.contains('占')
        && between.len() <= NEAR
        && !holds_any(between, &["全", "上年", "去年", "约"])
}

/// A quotient in percent, rounded to two decimals.
fn hundredths(part: i64, base: i64) -> Option<Number> {
    Number::decimal((part.checked_mul(20_000)? / base + 1) / 2, 2)
}

/// Whether the share is the quotient, rounded or cut at the digits shown. Numbers too large to be compared are taken to fit.
fn follows(part: i64, base: i64, share: &Amount) -> bool {
    let rest = || {
        let exact = part.checked_mul(100)?.checked_mul(10i64.checked_pow(u32::from(share.decimals))?)?;
        exact.checked_sub(share.value.in_decimals(share.decimals)?.checked_mul(base)?)
    };
    // In units of the last digit shown, times the base.
    rest().is_none_or(|rest| (-base / 2..base).contains(&rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::prose::amounts::amounts;

    #[test]
    fn shares_may_be_rounded_or_cut() {
        let fits = |part: i64, base: i64, share: &str| {
            let words = format!("占{share}");
            amounts(&words, TextRange::new(0, words.len())).iter().all(|share| follows(part, base, share))
        };
        assert!(fits(5, 13, "38.46%") && fits(5, 13, "38.4%") && fits(5, 13, "38.5%") && fits(5, 13, "38%"));
        assert!(fits(1, 2, "50.00%") && fits(2, 3, "67%") && fits(2, 3, "66%"));
        assert!(!fits(5, 13, "39%") && !fits(5, 13, "38.3%") && !fits(2, 3, "66.5%"));
        assert_eq!(hundredths(5, 13), Number::decimal(3846, 2));
    }
}
