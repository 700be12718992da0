//! NT-15: section one says nothing about the number of applications.

use crate::form::FIRST_YEAR;
use crate::report::FactKind;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::{digit, holds_any};

pub static RULE: Rule = Rule {
    id: "NT-15",
    severity: Severity::Info,
    basis: sources::ASPECTS,
    title: "正文没有写申请件数",
    checks: told("总体情况有没有写收到多少件申请，或没有收到。"),
    why: told("读者先看正文；写明件数，也便于与表格核对。"),
    bad: examples![Example {
        shown: "总体情况没有提申请件数。",
        edits: &[Edit::Words(
            "全年收到政府信息公开申请14件，上年结转0件。办理答复13件，其中予以公开5件、部分公开2件、不予公开1件、无法提供3件、不予处理2件；结转下年度继续办理1件。因政府信息公开被申请行政复议1件，结果维持；未发生行政诉讼。",
            "按照条例规定的程序办理公开申请。",
        )],
    }],
    good: examples![Example { shown: "总体情况写“收到政府信息公开申请14件”。", edits: &[] }],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

const NONE_WORDS: [&str; 6] = ["未", "没有", "无", "零", "没", "尚无"];

fn check(context: &mut RuleContext) {
    let Some(section) = context.reading.section(1) else { return };
    let Some(heading) = section.heading.as_ref() else { return };
    let body = section.body();
    let sentences = passages::sentences(context, body);
    let read = super::own_facts(context.reading, &[FactKind::Received, FactKind::Accepted]).next().is_some();
    let said = read
        || sentences.iter().any(|sentence| {
            let words = passages::plain(sentence.of(context.text));
            words.contains("申请") && (words.chars().any(|c| digit(c).is_some()) || holds_any(&words, &NONE_WORDS))
        });
    if !sentences.is_empty() && !said {
        let suggestion = "建议写明收到申请的件数；没有收到的，写“未收到政府信息公开申请”。";
        context.report("总体情况没有写申请件数。", suggestion).at(heading.span);
    }
}
