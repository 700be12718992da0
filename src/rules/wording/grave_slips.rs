//! WD-17: slips that turn a meaning round or hit the country's name: a closed list.

use super::places_in_prose;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::{TextRange, holds_any};

pub static RULE: Rule = Rule {
    id: "WD-17",
    severity: Severity::Error,
    basis: sources::GRAVE_SLIPS,
    title: "严重错误的表述",
    checks: told(
        "“以公开为常态、不公开为例外”有没有写反；国家名称和“政府”有没有写错。只查这几种，不是一般的文字校对。",
    ),
    why: told("意思正好相反，或者写错国家名称，公开后影响很坏。"),
    bad: examples![
        Example {
            shown: "“公开是常态，公开是例外”。",
            edits: &[Edit::Words("公文拟制时", "坚持公开是常态，公开是例外。公文拟制时")],
        },
        Example {
            shown: "“以不公开为常态、公开为例外”。",
            edits: &[Edit::Words("公文拟制时", "坚持以不公开为常态、公开为例外的原则。公文拟制时")],
        },
        Example {
            shown: "“以公开为原则、以公开为例外”。",
            edits: &[Edit::Words("公文拟制时", "坚持以公开为原则、以公开为例外。公文拟制时")],
        },
        Example {
            shown: "“中华人民共合国”。",
            edits: &[Edit::Words("《中华人民共和国政府信息公开条例》", "《中华人民共合国政府信息公开条例》")],
        },
        Example {
            shown: "“中共人民共和国”。",
            edits: &[Edit::Words("《中华人民共和国政府信息公开条例》", "《中共人民共和国政府信息公开条例》")],
        },
        Example {
            shown: "“县人民攻府”。", edits: &[Edit::Words("公文拟制时", "按照县人民攻府的部署，公文拟制时")]
        },
    ],
    good: examples![
        Example {
            shown: "“公开为常态、不公开为例外”。",
            edits: &[Edit::Words("公文拟制时", "坚持以公开为常态、不公开为例外。公文拟制时")],
        },
        Example {
            shown: "“公开是原则，不予公开是例外”。",
            edits: &[Edit::Words("公文拟制时", "坚持公开是原则，不予公开是例外。公文拟制时")],
        },
        Example {
            shown: "“扭转不公开为常态、公开为例外的做法”。",
            edits: &[Edit::Words("公文拟制时", "扭转少数部门不公开为常态、公开为例外的做法。公文拟制时")],
        },
        Example {
            shown: "“重大和国家级项目”。",
            edits: &[Edit::Words("公文拟制时", "重大和国家级项目全部公开，无一例外。公文拟制时")],
        },
    ],
    check,
    ..Rule::ORDINARY
};

/// The country's name as it has been printed wrongly; no other words have these characters in a row.
pub const COUNTRY_SLIPS: [&str; 8] = [
    "中华人民共合国",
    "中华人民大和国",
    "中华人民共大和国",
    "中共人民共和国",
    "中国人民共和国",
    "中华人名共和国",
    "中华人民共国",
    "中华人共和国",
];
const EXCEPTION: &str = "例外";
const GOVERNMENT: [(&str, &str); 2] = [("攻府", "政府"), ("人民政付", "人民政府")];
const COUNTRY: &str = "中华人民共和国";
/// The sentence speaks against it.
const AGAINST: [&str; 10] = ["扭转", "改变", "防止", "杜绝", "避免", "纠正", "克服", "而不是", "而非", "消除"];
/// How far before the exception the rule stands that it is of, in bytes.
const REACH: usize = 60;

fn check(context: &mut RuleContext) {
    let government = GOVERNMENT.iter().map(|(wrong, _)| *wrong);
    let words: Vec<&str> = [EXCEPTION].into_iter().chain(government).chain(COUNTRY_SLIPS).collect();
    for place in places_in_prose(context, &words) {
        let said = place.of(context.text);
        if said != EXCEPTION {
            let right = GOVERNMENT.iter().find(|(wrong, _)| *wrong == said).map_or(COUNTRY, |(_, right)| right);
            let finding = context.report(format!("“{said}”应为“{right}”。"), format!("改为“{right}”。"));
            finding.at(place).fix(place, right);
        } else if let Some(whole) = turned_round(context.text, context.reading.span, place) {
            let message = format!(
                "“{}”把意思写反了，应为“公开为常态、不公开为例外”。",
                passages::quoted(whole.of(context.text), 30)
            );
            context.report(message, "改为“以公开为常态、不公开为例外”。").at(whole);
        }
    }
}

/// 公开是常态，公开是例外, from its first word to 例外.
fn turned_round(text: &str, within: TextRange, exception: TextRange) -> Option<TextRange> {
    let start = text.ceil_char_boundary(exception.start.saturating_sub(REACH).max(within.start));
    let before = TextRange::new(start, exception.start).of(text);
    let before = before.rsplit(['。', '；', '\n']).next()?;
    let rule = before.rfind("常态").or_else(|| before.rfind("原则"))?;
    let of_rule = open_or_closed(before.get(..rule)?)?;
    let of_exception = open_or_closed(before.get(rule..)?)?;
    if of_rule && !of_exception || holds_any(before, &AGAINST) {
        return None;
    }
    let length = before.len() - before.get(..rule)?.rfind(if of_rule { "公开" } else { "不" })?;
    Some(TextRange::new(exception.start - length, exception.end))
}

/// Whether a clause ends with 公开为 or 公开是, and not with 不公开为; None for other clauses.
fn open_or_closed(clause: &str) -> Option<bool> {
    let subject = ["为", "是"].iter().find_map(|verb| clause.trim_end().strip_suffix(verb))?.strip_suffix("公开")?;
    Some(!["不", "不予", "非", "不得", "不宜", "未", "限制"].iter().any(|negation| subject.ends_with(negation)))
}
