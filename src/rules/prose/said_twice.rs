//! NT-13: the prose gives the same quantity twice with different numbers.

use super::own_facts;
use crate::report::{Fact, FactKind};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::{Number, TextRange, holds_any};
use std::collections::BTreeMap;

pub static RULE: Rule = Rule {
    id: "NT-13",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    title: "前后两处数字不同",
    checks: told(
        "正文中同一个数（收到申请、行政复议、行政诉讼、全年主动公开的总数）说了两次的，两次应相同。主动公开的总数只比说全年、\
             单位相同、不分渠道和内容的。",
    ),
    why: told("至少有一处是错的。"),
    bad: examples![
        Example {
            shown: "前文“收到政府信息公开申请14件”，后文“收到政府信息公开申请12件”。",
            edits: &[Edit::Words(
                "没有其他需要报告的事项。",
                "本年度共收到政府信息公开申请12件。没有其他需要报告的事项。"
            )],
        },
        Example {
            shown: "前文“全年主动公开政府信息230条”，后文“本年度共主动公开各类信息240条”。",
            edits: &[
                Edit::Words("全年通过政府网站和公开栏主动公开", "全年主动公开"),
                Edit::Words("没有其他需要报告的事项。", "本年度共主动公开各类信息240条。没有其他需要报告的事项。"),
            ],
        },
        Example {
            shown: "前文“2023年主动公开政府信息230条”，第五部分“全年主动公开信息203条”。",
            edits: &[
                Edit::Words("全年通过政府网站和公开栏主动公开", "2023年主动公开"),
                Edit::Words("存在的主要问题：一是", "存在的主要问题：全年主动公开信息203条，一是"),
            ],
        },
    ],
    good: examples![
        Example {
            shown: "两处都是14件。",
            edits: &[Edit::Words(
                "没有其他需要报告的事项。",
                "本年度共收到政府信息公开申请14件。没有其他需要报告的事项。",
            )],
        },
        Example {
            shown: "“全年主动公开政府信息230条”“全年通过网站主动公开168条”：后一处只说网站。",
            edits: &[
                Edit::Words("全年通过政府网站和公开栏主动公开", "全年主动公开"),
                Edit::Words("公文拟制时", "全年通过网站主动公开政府信息168条。公文拟制时"),
            ],
        },
        Example {
            shown: "“全年主动公开政府信息230条”“上半年主动公开110条”“全年主动公开财政信息20条”“上年主动公开215条”。",
            edits: &[
                Edit::Words("全年通过政府网站和公开栏主动公开", "全年主动公开"),
                Edit::Words(
                    "公文拟制时",
                    "上半年主动公开信息110条，全年主动公开财政信息20条，上年全年主动公开信息215条。公文拟制时",
                ),
            ],
        },
    ],
    accompanied_by: &["NT-02"],
    check: |context| {
        check_facts(context);
        check_published(context);
    },
    ..Rule::ORDINARY
};

fn check_facts(context: &mut RuleContext) {
    let mut seen: BTreeMap<FactKind, &Fact> = BTreeMap::new();
    // What was accepted may count what was carried over, so it is no second saying of what was received.
    for fact in own_facts(context.reading, &[FactKind::Received, FactKind::Reviews, FactKind::Suits]) {
        let first = *seen.entry(fact.kind).or_insert(fact);
        if first.value != fact.value {
            differ(context, (first.value, first.span), (fact.value, fact.span));
        }
    }
}

fn differ(context: &mut RuleContext, first: (i64, TextRange), other: (i64, TextRange)) {
    let said = |span: TextRange| passages::quoted(span.of(context.text), 24);
    let message = format!("前文写“{}”，后文写“{}”。", said(first.1), said(other.1));
    let finding = context.report(message, "核对后统一。").at(other.1).related(first.1);
    finding.sides(Number::whole(first.0), Number::whole(other.0));
}

/// What may stand between 主动公开 and the number of all that was published.
const ALL: [&str; 6] = ["政府信息", "各类信息", "各类政府信息", "信息", "政务信息", "各类政务信息"];
const WHOLE_YEAR: [&str; 3] = ["全年", "本年度", "年度共"];
/// What is counted with these is a part, or another year's.
const PARTS: [&str; 14] =
    ["通过", "网站", "平台", "公众号", "微信", "微博", "栏", "其中", "累计", "上年", "去年", "往年", "各", "在"];

/// Compares what the prose says was published in the whole year, without channels or kinds.
fn check_published(context: &mut RuleContext) {
    let this_year = context.reading.year.map(|year| format!("{year}年")).unwrap_or_default();
    let mut first: BTreeMap<char, (i64, TextRange)> = BTreeMap::new();
    for (_, flat) in passages::normalized_sentences(context) {
        let Some(start) = flat.find(0..flat.len(), "主动公开") else { continue };
        let is_end = |c: &char| matches!(c, ',' | '。' | ';' | ':' | '、');
        let clause = flat.chars()[..start].iter().rposition(is_end).map_or(0, |at| at + 1);
        let before = flat.string(clause..start);
        let is_whole = holds_any(&before, &WHOLE_YEAR) || !this_year.is_empty() && before.starts_with(&this_year);
        let Some(number) = ALL.iter().find_map(|words| flat.after(start + 4, words)) else { continue };
        let end = flat.after_digits(number);
        let Some(unit) = flat.at(end).filter(|unit| "条件".contains(*unit)) else { continue };
        let Ok(value) = flat.string(number..end).parse() else { continue };
        if !is_whole || holds_any(&before, &PARTS) {
            continue;
        }
        let said = (value, flat.span(clause..end + 1));
        let known = *first.entry(unit).or_insert(said);
        if known.0 != value {
            differ(context, known, said);
        }
    }
}
