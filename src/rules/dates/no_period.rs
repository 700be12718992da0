//! TM-02: nothing says which period the figures cover.

use super::period::PERIOD_WORDS;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::holds_any;

pub static RULE: Rule = Rule {
    id: "TM-02",
    severity: Severity::Info,
    basis: sources::PRACTICE,
    title: "没有写统计期限",
    checks: told("文中有没有“统计期限”，或写明1月1日至12月31日。"),
    why: told("写明期限，读者不用猜数据算到哪一天。没有哪条规定要求写，只是许多单位的做法。"),
    bad: examples![Example {
        shown: "前言没有统计期限。",
        edits: &[Edit::Words("本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。", "")],
    }],
    good: examples![Example {
        shown: "写成“2023年1月1日至12月31日，本镇……”。",
        edits: &[Edit::Words(
            "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。",
            "报告的是2023年1月1日至12月31日的情况。",
        )],
    }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let (Some(year), true) = (context.reading.year, context.reading.form.is_some()) else { return };
    let said = passages::sentences(context, context.reading.span).into_iter().any(|sentence| {
        let words = passages::plain(sentence.of(context.text));
        holds_any(&words, &PERIOD_WORDS) || words.contains("12月31日") && holds_any(&words, &["1月1日", "统计", "数据"])
    });
    if !said {
        let suggestion = format!("建议在前言写明“所列数据的统计期限为{year}年1月1日至12月31日”。");
        let head = passages::head(context);
        context.report("文中没有写统计期限。", suggestion).at(head);
    }
}
