//! NT-14: one section says that no fee was taken, another gives an amount.

use crate::rules::structure::speaks_of_fees;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{digit, holds_any};

pub static RULE: Rule = Rule {
    id: "NT-14",
    severity: Severity::Warning,
    basis: sources::FEE_REPORT,
    title: "两处收费情况不一致",
    checks: told("第六部分写未收取信息处理费的，其他部分不应写收取了多少元；反过来也一样。"),
    why: told("收费情况在第六部分专门报告，前后应一致。"),
    bad: examples![Example {
        shown: "总体情况写“收取信息处理费120元”，第六部分写“未收取信息处理费”。",
        edits: &[Edit::Words("公文拟制时", "收取信息处理费120元。公文拟制时")],
    }],
    good: examples![Example {
        shown: "总体情况和第六部分都写未收取。",
        edits: &[Edit::Words("公文拟制时", "本年度未收取信息处理费。公文拟制时")],
    }],
    check,
    ..Rule::ORDINARY
};

/// What a sentence says about fees.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    None,
    Some,
}

fn check(context: &mut RuleContext) {
    let Some(section) = context.reading.section(6) else { return };
    let first = |within: TextRange| {
        let sentences = passages::sentences(context, within);
        sentences.into_iter().find_map(|sentence| Some((said(sentence.of(context.text))?, sentence)))
    };
    let elsewhere =
        first(TextRange::new(context.reading.span.start, section.span.start.max(context.reading.span.start)));
    let (Some((here, here_span)), Some((there, there_span))) = (first(section.body()), elsewhere) else { return };
    if here != there {
        let quoted = |span: TextRange| passages::quoted(span.of(context.text), 30);
        let message = format!("前文写“{}”，第六部分写“{}”，不一致。", quoted(there_span), quoted(here_span));
        context.report(message, "核对信息处理费的收取情况，前后统一。").at(here_span).related(there_span);
    }
}

/// 未收取 …费, or 收取 … with an amount above 0; None for other sentences.
fn said(sentence: &str) -> Option<Said> {
    let words = passages::plain(sentence);
    // A range of possible fees is a tariff, not what was taken.
    if !speaks_of_fees(&words) || !words.contains("收取") || words.contains("标准") {
        return None;
    }
    if holds_any(&words, &["未收取", "没有收取", "不收取", "未曾收取", "无收取"]) {
        return Some(Said::None);
    }
    let amount = words.split('元').next().filter(|before| before.len() < words.len())?;
    let digits: Vec<u8> =
        amount.trim_end_matches('万').chars().rev().map_while(|c| if c == '.' { Some(0) } else { digit(c) }).collect();
    digits.iter().any(|&digit| digit > 0).then_some(Said::Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_about_fees_say_none_or_some() {
        assert!(said("本年度未收取任何费用。") == Some(Said::None));
        assert!(said("共收取信息处理费 120 元") == Some(Said::Some));
        assert!(said("收取信息处理费0元").is_none());
        assert!(said("按标准收取信息处理费10元").is_none());
    }
}
