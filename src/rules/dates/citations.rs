//! TM-08: the report cites a format or a regulation that is not the one in force, or cites the right one wrongly.

use crate::rules::documents::{DOCUMENTS, REGULATION_IN_FORCE};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{folded, holds_any, is_han};

pub static RULE: Rule = Rule {
    id: "TM-08",
    severity: Severity::Warning,
    basis: sources::EDITIONS,
    title: "引用的依据不对",
    checks: told(
        "2021年度起不应再以〔2019〕60号为格式依据，以前的年度不应引用〔2021〕30号；2019年起不应再引用国务院令第492号和旧条例关于年度报告的条文；《……年度报告有关事项的通知》也是2019年的文件；文号的机关代字、“号”字有没有写错。",
    ),
    why: told("依据错了，读者会怀疑报告是不是照新格式编的。"),
    bad: examples![
        Example {
            shown: "2023年的报告写“根据国办公开办函〔2019〕60号的要求”。",
            edits: &[Edit::Words("（国办公开办函〔2021〕30号）", "（国办公开办函〔2019〕60号）")],
        },
        Example {
            shown: "文号写成“国办发〔2021〕30号”。",
            edits: &[Edit::Words("（国办公开办函〔2021〕30号）", "（国办发〔2021〕30号）")],
        },
        Example {
            shown: "文号写成“国办公开办【2021】30号”。",
            edits: &[Edit::Words("（国办公开办函〔2021〕30号）", "（国办公开办【2021】30号）")],
        },
        Example {
            shown: "“国务院令第711条”。",
            edits: &[Edit::Words(
                "《中华人民共和国政府信息公开条例》",
                "《中华人民共和国政府信息公开条例》（国务院令第711条）",
            )],
        },
        Example {
            shown: "“国务院第711条令”。",
            edits: &[Edit::Words(
                "《中华人民共和国政府信息公开条例》",
                "《中华人民共和国政府信息公开条例》（国务院第711条令）",
            )],
        },
        Example {
            shown: "条例写成“国务院令第771号”。",
            edits: &[Edit::Words(
                "《中华人民共和国政府信息公开条例》",
                "《中华人民共和国政府信息公开条例》（国务院令第771号）",
            )],
        },
        Example {
            shown: "2023年的报告只写《……关于政府信息公开工作年度报告有关事项的通知》，没有文号。",
            edits: &[Edit::Words(
                "关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知》（国办公开办函〔2021〕30号）",
                "关于政府信息公开工作年度报告有关事项的通知》",
            )],
        },
    ],
    good: examples![
        Example {
            shown: "写明“国办公开办函〔2021〕30号（代替国办公开办函〔2019〕60号）”。",
            edits: &[Edit::Words(
                "（国办公开办函〔2021〕30号）",
                "（国办公开办函〔2021〕30号，代替国办公开办函〔2019〕60号）",
            )],
        },
        Example {
            shown: "引用其他机关同年同号的文件。",
            edits: &[Edit::Words("公文拟制时", "按照云政办发〔2021〕30号的分工，公文拟制时")],
        },
        Example {
            shown: "引用县里《关于做好2023年政府信息公开工作年度报告有关事项的通知》。",
            edits: &[Edit::Words(
                "公文拟制时",
                "按照县政府办公室《关于做好2023年政府信息公开工作年度报告有关事项的通知》，公文拟制时",
            )],
        },
        Example {
            shown: "“国务院令第711号”。",
            edits: &[Edit::Words(
                "《中华人民共和国政府信息公开条例》",
                "《中华人民共和国政府信息公开条例》（国务院令第711号）",
            )],
        },
    ],
    accompanied_by: &["TM-15", "TM-17"],
    check,
    ..Rule::ORDINARY
};

/// An article of the regulation before 2019 that spoke of the yearly report, what it is called now, and what makes it another one.
const OLD_ARTICLES: [(&str, &str, &[&str]); 2] = [
    ("条例》第三十一条", "《政府信息公开条例》第四十九条", &["收到申请", "申请之日"]),
    ("条例》第三十二条", "《政府信息公开条例》第五十条", &["第三方"]),
];
/// Its title with its issuer or alone; notices of other offices have words before it or a year in it.
const NOTICE_OF_2019: [&str; 3] = [
    "《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知",
    "《国务院办公厅关于政府信息公开工作年度报告有关事项的通知",
    "《关于政府信息公开工作年度报告有关事项的通知",
];
const YEARLY_REPORT: &[&str] = &["年度报告", "年报"];
const ARTICLES_CHANGED: u16 = 2019;
/// A prefix is no longer than this, in characters.
const LONGEST_ISSUER: usize = 12;
/// What wrong prefixes of the two notices have in common with the right one; offices have documents of the same number too.
const LIKE_ISSUER: [&str; 5] = ["公开办", "国办发", "国办函", "国办公开", "过半公开"];

/// TM-18: a basis that lapsed.
pub static LAPSED: Rule = Rule {
    id: "TM-18",
    severity: Severity::Info,
    basis: sources::LAPSED_BASIS,
    title: "引用的依据已经失效",
    checks: told(
        "2019年度起不再引用国办公开办函〔2016〕201号的填报口径；2025年度起不再引用法释〔2011〕17号。写明“废止”“代替”的不算。",
    ),
    why: told("依据已经被新的规定代替，读者会以为口径没有更新。"),
    bad: examples![
        Example {
            shown: "2023年的报告写“按照国办公开办函〔2016〕201号通知的口径填报”。",
            edits: &[Edit::Words("公文拟制时", "按照国办公开办函〔2016〕201号通知的口径填报。公文拟制时")],
        },
        Example {
            shown: "2025年的报告写“依据法释〔2011〕17号应诉”。",
            edits: &[Edit::Year(2025), Edit::Words("公文拟制时", "依据法释〔2011〕17号的规定应诉。公文拟制时")],
        },
        Example {
            shown: "2023年的报告写“格式按照国办公开办函〔2016〕201号执行”。",
            edits: &[Edit::Words("公文拟制时", "填报格式按照国办公开办函〔2016〕201号执行。公文拟制时")],
        },
    ],
    good: examples![
        Example {
            shown: "写明国办公开办函〔2016〕201号已经失效。",
            edits: &[Edit::Words("公文拟制时", "国办公开办函〔2016〕201号通知已经失效，不再参照。公文拟制时")],
        },
        Example {
            shown: "2023年的报告引用法释〔2011〕17号：当时有效。",
            edits: &[Edit::Words("公文拟制时", "依据法释〔2011〕17号的规定做好应诉。公文拟制时")],
        },
    ],
    check: |context| {
        let Some(year) = context.reading.year else { return };
        for sentence in passages::sentences(context, context.reading.span) {
            if sentence.of(context.text).contains('号') {
                let words: String =
                    sentence.of(context.text).chars().filter(|c| !c.is_whitespace()).map(bracketed).collect();
                outdated(context, year, sentence, &words, true);
            }
        }
    },
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let Some(year) = context.reading.year else { return };
    for sentence in passages::sentences(context, context.reading.span) {
        let words: String = sentence.of(context.text).chars().filter(|c| !c.is_whitespace()).map(bracketed).collect();
        outdated(context, year, sentence, &words, false);
        by_title(context, year, sentence, &words);
        miswritten(context, sentence, &words);
        regulation(context, sentence, &words);
    }
}

/// A document that reports of this year do not rest on; of those that lapsed, or of the others.
fn outdated(context: &mut RuleContext, year: u16, sentence: TextRange, words: &str, lapsed: bool) {
    let says = |list: &[&str]| holds_any(words, list);
    let late = DOCUMENTS.iter().filter(|document| !document.years.contains(&year) && year >= ARTICLES_CHANGED);
    for document in late.filter(|document| document.lapsed == lapsed) {
        if !words.contains(document.number) || says(document.harmless_with) || !says(document.about) {
            continue;
        }
        let (cited, instead) = (shown(document.number), document.instead);
        let place = place_of(context.text, sentence, document.number);
        context.report(format!("{year}年的报告引用了“{cited}”，应为{instead}。"), format!("改为{instead}。")).at(place);
    }
    if lapsed {
        return;
    }
    for (cited, instead, harmless) in OLD_ARTICLES.iter().filter(|_| year >= ARTICLES_CHANGED) {
        if words.contains(cited) && !says(harmless) && says(YEARLY_REPORT) {
            let place = place_of(context.text, sentence, cited);
            context
                .report(format!("{year}年的报告引用了“{cited}”，应为{instead}。"), format!("改为{instead}。"))
                .at(place);
        }
    }
}

/// The number of a notice with another prefix.
fn miswritten(context: &mut RuleContext, sentence: TextRange, words: &str) {
    for document in DOCUMENTS.iter().filter(|document| document.number.starts_with('(')) {
        let Some(at) = words.find(document.number) else { continue };
        let before = words.get(..at).unwrap_or_default();
        let issuer: Vec<char> = before.chars().rev().take_while(|&c| is_han(c)).take(LONGEST_ISSUER).collect();
        let issuer: String = issuer.into_iter().rev().collect();
        let place = place_of(context.text, sentence, document.number);
        let own = issuer.ends_with(document.issuer);
        if !own && holds_any(&issuer, &LIKE_ISSUER) && document.issuer == "国办公开办函" {
            let start = LIKE_ISSUER.iter().filter_map(|like| issuer.find(like)).min().unwrap_or_default();
            let start = issuer.get(..start).unwrap_or_default().rfind("国办").unwrap_or(start);
            let written = issuer.get(start..).unwrap_or_default();
            let message = format!("文号“{written}{}”写错了，应为{}。", shown(document.number), document.full);
            context.report(message, format!("改为{}。", document.full)).at(place);
        }
    }
}

/// The notice of 2019, cited by its title without a number, in a report of a later year.
fn by_title(context: &mut RuleContext, year: u16, sentence: TextRange, words: &str) {
    let old = DOCUMENTS.iter().find(|document| document.number == "(2019)60号" && !document.years.contains(&year));
    let Some(old) = old.filter(|_| year >= ARTICLES_CHANGED) else { return };
    let cited = NOTICE_OF_2019.iter().find(|title| words.contains(**title));
    if let Some(cited) = cited.filter(|_| !words.contains(old.number) && !holds_any(words, old.harmless_with)) {
        let place = place_of(context.text, sentence, cited);
        let message =
            format!("{year}年的报告引用了2019年的通知“{}”，应为{}。", cited.trim_start_matches('《'), old.instead);
        context.report(message, format!("改为{}。", old.instead)).at(place);
    }
}

/// The order of the regulation: its number, and 号 and not 条.
fn regulation(context: &mut RuleContext, sentence: TextRange, words: &str) {
    const ORDER: &str = "国务院令第";
    if let Some(cited) =
        ["国务院第711条令", "国务院711条令", "国务院令711条", "第711条令"].iter().find(|cited| words.contains(**cited))
    {
        let place = place_of(context.text, sentence, cited);
        context.report(format!("“{cited}”的“条”应为“号”。"), format!("改为{REGULATION_IN_FORCE}。")).at(place);
        return;
    }
    let Some(at) = words.find(ORDER) else { return };
    let rest = words.get(at + ORDER.len()..).unwrap_or_default();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, behind) = rest.split_at(digits);
    let cited = format!("{ORDER}{number}{}", behind.chars().next().map(String::from).unwrap_or_default());
    let place = place_of(context.text, sentence, &cited);
    let before = words.get(..at).unwrap_or_default().trim_end_matches(['(', '中', '华', '人', '民', '共', '和', '国']);
    let of_regulation = before.ends_with("政府信息公开条例》") || before.ends_with("政府信息公开条例");
    if digits > 0 && behind.starts_with('条') {
        let finding = context.report(format!("“{cited}”的“条”应为“号”。"), format!("改为“{ORDER}{number}号”。"));
        finding.at(place).fix(place, format!("{ORDER}{number}号"));
    } else if digits > 0 && of_regulation && !["711", "492"].contains(&number) {
        let message = format!("《政府信息公开条例》的令号写成了“{cited}”，应为{REGULATION_IN_FORCE}。");
        context.report(message, format!("改为{REGULATION_IN_FORCE}。")).at(place);
    }
}

fn bracketed(c: char) -> char {
    match folded(c) {
        '[' | '【' | '〔' => '(',
        ']' | '】' | '〕' => ')',
        // The title marks of the regulation stay as they are.
        c => c,
    }
}

/// With the brackets of document numbers, as people write them.
fn shown(cited: &str) -> String {
    cited.replace("(", "〔").replace(")", "〕")
}

/// The place of these words in the sentence, whatever its brackets and white space.
fn place_of(text: &str, sentence: TextRange, cited: &str) -> TextRange {
    let mut kept: Vec<(usize, char)> = Vec::new();
    for (at, c) in sentence.of(text).char_indices().filter(|(_, c)| !c.is_whitespace()) {
        kept.push((sentence.start + at, bracketed(c)));
    }
    let wanted: Vec<char> = cited.chars().map(bracketed).collect();
    let found =
        kept.windows(wanted.len().max(1)).position(|window| window.iter().map(|&(_, c)| c).eq(wanted.iter().copied()));
    let Some((&(start, _), &(last, _))) = found.and_then(|at| kept.get(at).zip(kept.get(at + wanted.len() - 1))) else {
        return sentence;
    };
    let end = last + text.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    TextRange::new(start, end)
}
