//! NT-18: the kinds or channels of applications listed in a sentence do not add up to its total.

use super::amounts::{Amount, added, amounts};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::holds_any;
use crate::text::{Number, TextRange};

pub static RULE: Rule = Rule {
    id: "NT-18",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    title: "申请渠道或申请人相加与总数不符",
    checks: told(
        "一句话里列出网络、信函、当面、传真，或自然人、法人的申请件数，相加应等于这句话的总数；写“其中”而没有列全的，只提示还差几件。",
    ),
    why: told("一件申请只有一个渠道、一类申请人。"),
    bad: examples![
        Example {
            shown: "“收到政府信息公开申请14件，网络申请9件、信函申请4件”。",
            edits: &[Edit::Words("收到政府信息公开申请14件，", "收到政府信息公开申请14件，网络申请9件、信函申请4件，")],
        },
        Example {
            shown: "“收到政府信息公开申请14件，其中网络申请10件、信函申请3件”：还差1件。",
            edits: &[Edit::Words(
                "收到政府信息公开申请14件，",
                "收到政府信息公开申请14件，其中网络申请10件、信函申请3件，",
            )],
        },
        Example {
            shown: "“收到政府信息公开申请14件，其中网络申请10件、信函申请5件”：多出1件。",
            edits: &[Edit::Words(
                "收到政府信息公开申请14件，",
                "收到政府信息公开申请14件，其中网络申请10件、信函申请5件，",
            )],
        },
    ],
    good: examples![
        Example {
            shown: "“收到政府信息公开申请14件，其中网络申请9件”：只说了一种。",
            edits: &[Edit::Words("收到政府信息公开申请14件，", "收到政府信息公开申请14件，其中网络申请9件，")],
        },
        Example {
            shown: "“其中网络申请10件、信函申请3件等”“其中主要是网络申请10件、信函申请3件”：说明没有列全。",
            edits: &[Edit::Words(
                "收到政府信息公开申请14件，",
                "收到政府信息公开申请14件，其中主要是网络申请10件、信函申请3件，",
            )],
        },
        Example {
            shown: "“其中网络申请10件、信函申请3件、当面申请1件”。",
            edits: &[Edit::Words(
                "收到政府信息公开申请14件，",
                "收到政府信息公开申请14件，其中网络申请10件、信函申请3件、当面申请1件，",
            )],
        },
    ],
    check,
    ..Rule::ORDINARY
};

const CHANNELS: [&str; 9] = ["网络", "网上", "在线", "信函", "邮寄", "当面", "现场", "传真", "邮件"];
const APPLICANTS: [&str; 4] = ["自然人", "公民", "法人", "企业"];
/// The list may be partial, or the numbers are of something else.
const PARTIAL: [&str; 8] = ["等", "主要", "较", "同比", "去年", "上年度", "办结", "答复"];

fn check(context: &mut RuleContext) {
    for sentence in passages::sentences(context, context.reading.span) {
        let words = sentence.of(context.text);
        if !words.contains("申请") || holds_any(words, &PARTIAL) {
            continue;
        }
        let found = amounts(context.text, sentence);
        let Some((total, rest)) = found.split_first() else { continue };
        for kinds in [&CHANNELS[..], &APPLICANTS[..]] {
            let items = items(context.text, sentence, rest, kinds);
            let total_is_item = names(before(context.text, sentence, total), kinds);
            let Some((sum, terms)) = added(&items, total.unit).filter(|_| items.len() > 1 && !total_is_item) else {
                continue;
            };
            let Some(stated) = total.count_of(total.unit) else { continue };
            context.findings.tally.facts += 1;
            if sum != stated {
                let partial = words.contains("其中") && sum < stated;
                let message = match partial {
                    true => format!("{terms}＝{sum}，与总数{stated}{0}还差{1}{0}。", total.unit, stated - sum),
                    false => format!("{terms}＝{sum}，与总数{stated}{}不符。", total.unit),
                };
                let finding = context.report(message, "核对总数和各项；没有列全的，补上其余的。").at(total.span);
                let finding = finding.severity_if(partial, Severity::Info);
                let finding = items.iter().fold(finding, |finding, item| finding.related(item.span));
                finding.sides(Number::whole(sum), Number::whole(stated));
            }
        }
    }
}

/// The amounts before which one of these kinds is named in the same clause.
fn items<'a>(text: &str, sentence: TextRange, found: &[Amount<'a>], kinds: &[&str]) -> Vec<Amount<'a>> {
    found.iter().filter(|amount| names(before(text, sentence, amount), kinds)).copied().collect()
}

/// The words of the clause before an amount.
fn before<'t>(text: &'t str, sentence: TextRange, amount: &Amount) -> &'t str {
    let words = TextRange::new(sentence.start, amount.span.start).of(text);
    words.rsplit(['，', '、', '：', '（', ',', ':', '(']).next().unwrap_or_default()
}

fn names(clause: &str, kinds: &[&str]) -> bool {
    holds_any(clause, kinds)
}
