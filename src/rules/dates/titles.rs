//! TM-16: the title of the regulation or of the format is misquoted.

use crate::rules::documents::TITLES;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told, wording};
use crate::text::{TextRange, edit_distance, holds_any};

pub static RULE: Rule = Rule {
    id: "TM-16",
    severity: Severity::Warning,
    basis: sources::EDITIONS,
    title: "文件名称引用有误",
    checks: told(
        "书名号里的名称与《中华人民共和国政府信息公开条例》《中华人民共和国政府信息公开工作年度报告格式》《政府信息公开信息处理费管理办法》只差几个字的。“以下简称”后面的不算。",
    ),
    why: told("法规和文件的名称应当原样引用，错了像是没有读过。"),
    bad: examples![
        Example {
            shown: "《中华人民共和国信息公开条例》。",
            edits: &[Edit::Words("《中华人民共和国政府信息公开条例》", "《中华人民共和国信息公开条例》")],
        },
        Example {
            shown: "《中华人民共和国政府信息公开条列》。",
            edits: &[Edit::Words("《中华人民共和国政府信息公开条例》", "《中华人民共和国政府信息公开条列》")],
        },
        Example {
            shown: "《中华人民共和国政府信息年度报告格式》。",
            edits: &[Edit::Words(
                "《中华人民共和国政府信息公开工作年度报告格式》",
                "《中华人民共和国政府信息年度报告格式》",
            )],
        },
        Example {
            shown: "《政府信息公开处理费管理办法》。",
            edits: &[Edit::Words("公文拟制时", "执行《政府信息公开处理费管理办法》。公文拟制时")],
        },
        Example {
            shown: "《政府信息公开条列》。",
            edits: &[Edit::Words("公文拟制时", "学习《政府信息公开条列》。公文拟制时")],
        },
    ],
    good: examples![
        Example {
            shown: "“以下简称《信息公开条例》”是简称。",
            edits: &[Edit::Words(
                "《中华人民共和国政府信息公开条例》",
                "《中华人民共和国政府信息公开条例》（以下简称《信息公开条例》）",
            )],
        },
        Example {
            shown: "《四川省政府信息公开条例》《中华人民共和国政府采购法实施条例》是别的法规。",
            edits: &[Edit::Words(
                "公文拟制时",
                "学习《中华人民共和国政府采购法实施条例》《四川省政府信息公开规定》《政务公开条例解读》。公文拟制时",
            )],
        },
        Example {
            shown: "《中华人民共和国政府信息公开工作年度报告格式（试行）》。",
            edits: &[Edit::Words(
                "公文拟制时",
                "对照《中华人民共和国政府信息公开工作年度报告格式（试行）》。公文拟制时",
            )],
        },
    ],
    check,
    ..Rule::ORDINARY
};

/// No title of the table is shorter or longer than that with its wrong characters, in bytes.
const LENGTHS: std::ops::Range<usize> = 18..90;
const OPENING: [char; 2] = ['《', '〈'];
const CLOSING: [char; 2] = ['》', '〉'];

fn check(context: &mut RuleContext) {
    for sentence in passages::sentences(context, context.reading.span) {
        let words = sentence.of(context.text);
        for (at, mark) in words.match_indices(OPENING) {
            let start = at + mark.len();
            let length = words[start..].find(|c| OPENING.contains(&c) || CLOSING.contains(&c));
            let Some(length) = length.filter(|length| LENGTHS.contains(length)) else { continue };
            let place = TextRange::new(sentence.start + start, sentence.start + start + length);
            if !words[..at].ends_with("简称") && words[start + length..].starts_with(CLOSING) {
                misquoted(context, place);
            }
        }
    }
}

fn misquoted(context: &mut RuleContext, place: TextRange) {
    let quoted = passages::plain(place.of(context.text));
    let title = quoted.trim_end_matches("(试行)");
    if TITLES.iter().any(|(known, _)| *known == title) || holds_any(title, &wording::COUNTRY_SLIPS) {
        return;
    }
    let chars: Vec<char> = title.chars().collect();
    let near = |known: &str, limit| edit_distance(&chars, &known.chars().collect::<Vec<_>>(), limit).is_some();
    if let Some((known, _)) = TITLES.iter().find(|(known, limit)| near(known, *limit)) {
        let message = format!("“{}”的名称引用有误，应为《{known}》。", passages::quoted(place.of(context.text), 30));
        let finding = context.report(message, format!("改为《{known}》。"));
        finding.at(place).fix(place, *known);
    }
}
