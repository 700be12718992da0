//! ST-07: the text is a letter to a superior office, not the report to the public.

use super::found_sections;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{folded, holds_any};

pub static RULE: Rule = Rule {
    id: "ST-07",
    severity: Severity::Warning,
    basis: sources::TO_THE_PUBLIC,
    title: "像是报送上级的公文",
    checks: told(
        "有没有单独成行的发文字号、主送机关，有没有“予以上报”“妥否，请批示”“根据贵办通知”“汇报如下”、抄送和印发栏。",
    ),
    why: told("年度报告是向社会公布的，公文的这些要素是写给上级的。"),
    bad: examples![
        Example {
            shown: "标题上方有“柳政发〔2024〕6号”，正文前有“县政府办公室：”和“现将……予以上报”。",
            edits: &[
                Edit::Words(
                    "\n\n根据《",
                    "\n\n县政府办公室：\n现将我镇2023年政府信息公开工作年度报告予以上报。\n根据《",
                ),
                Edit::Words(
                    "禾川县柳溪镇人民政府2023年政府信息",
                    "柳政发〔2024〕6号\n\n禾川县柳溪镇人民政府2023年政府信息",
                ),
            ],
        },
        Example {
            shown: "前言写“根据贵办通知要求，现将有关情况汇报如下”。",
            edits: &[Edit::Words("编制本报告。", "编制本报告。根据贵办通知要求，现将有关情况汇报如下。")],
        },
        Example {
            shown: "前言写“按照贵局的要求，我镇编制年度报告如下”。",
            edits: &[Edit::Words("编制本报告。", "编制本报告。按照贵局的要求，我镇编制年度报告如下。")],
        },
    ],
    good: examples![Example {
        shown: "前言说“现将2023年度有关情况报告如下”，并在括号里引用通知的文号。",
        edits: &[Edit::Words("编制本报告。", "编制本报告，现将2023年度有关情况报告如下。")],
    }],
    check,
    ..Rule::ORDINARY
};

/// Phrases by which a letter is handed to a superior.
const HANDED_UP: [&str; 19] = [
    "请审阅",
    "请审示",
    "请批示",
    "请阅示",
    "请审核",
    "请审查",
    "请查收",
    "请指正",
    "请予审",
    "请予指正",
    "当否，请示",
    "贵办",
    "贵局",
    "贵委",
    "贵厅",
    "贵单位",
    "贵中心",
    "报你办",
    "汇报如下",
];
const ADDRESSEES: [&str; 8] = ["办", "办公室", "办公厅", "人民政府", "县政府", "市政府", "局", "委员会"];
const LONGEST_ADDRESS: usize = 25;

fn check(context: &mut RuleContext) {
    let text = context.text;
    let sections = found_sections(context);
    let body_start = sections.iter().map(|(_, span)| span.start).min();
    let body_end = sections.iter().map(|(_, span)| span.end).max();
    let (Some(body_start), Some(body_end)) = (body_start, body_end) else { return };
    let mut signs: Vec<TextRange> = Vec::new();
    for line in passages::prose_lines(context, context.reading.span) {
        let words = line.of(text);
        let before = line.start < body_start && (is_document_number(words) || is_address(words));
        let after = line.start > body_end && (is_printing_note(words) || words.starts_with("抄送"));
        if before || after {
            signs.push(line);
        }
    }
    for sentence in passages::sentences(context, context.reading.span) {
        let words = sentence.of(text);
        let sent_up =
            (words.contains("现将") || words.contains("现报")) && holds_any(words, &["上报", "呈报", "报送", "呈送"]);
        if sent_up && sentence.start < body_start || holds_any(words, &HANDED_UP) {
            signs.push(clause_with(text, sentence, &HANDED_UP));
        }
    }
    TextRange::sort(&mut signs);
    if signs.is_empty() {
        return;
    }
    let quotations: String = signs.iter().map(|span| format!("“{}”", passages::quoted(span.of(text), 24))).collect();
    let message = format!("这像是一份报送上级的公文：{quotations}。向社会公布的应是年度报告正文。");
    let finding = context.report(message, "去掉文号、主送机关、“予以上报”、抄送和印发栏，只公布报告正文。");
    finding.at_each(&signs);
}

/// The clause of a sentence in which one of these words stands, else the whole sentence.
fn clause_with(text: &str, sentence: TextRange, words: &[&str]) -> TextRange {
    let is_end = |c: char| matches!(c, '，' | '。' | '；' | ',' | ';' | '\n');
    let said = sentence.of(text);
    let Some(at) = words.iter().filter_map(|word| said.find(word)).min() else { return sentence };
    let start =
        said.get(..at).unwrap_or_default().rfind(is_end).map_or(0, |place| {
            place + said.get(place..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
        });
    let end = said.get(at..).unwrap_or_default().find(is_end).map_or(said.len(), |place| at + place);
    TextRange::new(sentence.start + start, sentence.start + end)
}

/// A line that is only 西政发〔2021〕234号.
fn is_document_number(line: &str) -> bool {
    let unified = |c| match folded(c) {
        '[' => '(',
        ']' => ')',
        c => c,
    };
    let folded: String = line.chars().filter(|c| !c.is_whitespace()).map(unified).collect();
    let Some((office, rest)) = folded.split_once('(') else { return false };
    let Some((year, number)) = rest.split_once(')') else { return false };
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let number = number.strip_suffix('号').unwrap_or_default();
    (1..=12).contains(&office.chars().count())
        && office.chars().all(crate::text::is_han)
        && year.len() == 4
        && digits(year)
        && digits(number.trim_start_matches('第'))
}

/// A line that is only the office written to: 县政府办公室：
fn is_address(line: &str) -> bool {
    let Some(name) = line.strip_suffix(['：', ':']) else { return false };
    name.chars().nth(LONGEST_ADDRESS).is_none()
        && !["主办", "承办", "协办", "联合主办", "编制单位"].contains(&name)
        && name.chars().all(crate::text::is_han)
        && ADDRESSEES.iter().any(|end| name.ends_with(end) && name.len() > '办'.len_utf8())
}

/// The line at the foot of a letter: 党政办公室  2021年12月23日印发
fn is_printing_note(line: &str) -> bool {
    let words = line.trim_end_matches(['。', '（', '）', ' ']);
    ["日印发", "日印"].iter().any(|end| words.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn document_numbers_stand_alone_on_their_line() {
        assert!(is_document_number("柳政发〔2021〕234号"));
        assert!(is_document_number("柳政办字 [2021] 第4号"));
        assert!(!is_document_number("根据通知（国办公开办函〔2021〕30号）要求"));
        assert!(!is_document_number("政府信息公开工作年度报告（2023年）"));
    }

    #[test]
    fn addresses_end_with_a_colon() {
        assert!(is_address("政府办："));
        assert!(is_address("县政府办公室："));
        assert!(!is_address("承办："));
        assert!(!is_address("现将有关情况报告如下："));
    }
}
