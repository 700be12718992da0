//! PV-06: the clerks who filled in and checked a sheet, with a telephone number.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::TextRange;
use crate::text::{digit, holds_any, is_han, lines, trimmed};

pub static RULE: Rule = Rule {
    id: "PV-06",
    severity: Severity::Info,
    basis: sources::PERSONAL_DATA,
    title: "填报人的姓名和电话",
    checks: told("有没有“填报人：姓名”“审核人：姓名”一类的栏目，附近又有电话。"),
    why: told("这是内部报表的栏目，公众用不着；姓名加电话是个人信息。"),
    bad: examples![Example {
        shown: "文末有“审核人：周某某　填报人：吴某某　联系电话……”。",
        edits: &[Edit::Append("\n审核人：周小川　填报人：吴大江\n联系电话：0731-5550123\n")],
    }],
    good: examples![Example {
        shown: "正文说“由填报人逐项核对”，没有姓名。",
        edits: &[Edit::Words("公文拟制时", "由填报人逐项核对数据。公文拟制时")],
    }],
    check,
    ..Rule::ORDINARY
};

const ROLES: [&str; 5] = ["填报人", "填表人", "制表人", "审核人", "经办人"];
/// Digits of the shortest telephone number.
const SHORTEST_NUMBER: usize = 7;

fn check(context: &mut RuleContext) {
    let text = context.text;
    let all: Vec<TextRange> =
        lines(text, context.reading.span).map(|line| trimmed(text, line)).filter(|line| !line.is_empty()).collect();
    for (index, line) in all.iter().enumerate() {
        let Some(place) = named_role(text, *line) else { continue };
        let near = &all[index.saturating_sub(1)..(index + 2).min(all.len())];
        if near.iter().any(|line| has_telephone(line.of(text))) {
            let message = "填报人、审核人的姓名和电话属于内部报表的内容。";
            context.report(message, "公开版请删去姓名和电话。").at(place);
            return;
        }
    }
}

/// A role followed by a name: 填报人：吴大江, 填报人 吴大江.
fn named_role(text: &str, line: TextRange) -> Option<TextRange> {
    let words = line.of(text);
    // Every role ends with it, and few lines have it.
    if !words.contains('人') {
        return None;
    }
    ROLES.iter().find_map(|role| {
        let at = words.find(role)?;
        let rest = words.get(at + role.len()..).unwrap_or_default();
        let name = rest.trim_start_matches([' ', '\t', '\u{3000}', '\u{a0}', '：', ':']);
        let length = name.chars().take_while(|&c| is_han(c)).count();
        let marked = name.len() < rest.len();
        (marked && (2..=4).contains(&length)).then(|| {
            let name_length: usize = name.chars().take(length).map(char::len_utf8).sum();
            let end = at + role.len() + (rest.len() - name.len()) + name_length;
            TextRange::new(line.start + at, line.start + end)
        })
    })
}

fn has_telephone(line: &str) -> bool {
    let said = holds_any(line, &["电话", "手机", "联系方式"]);
    said && line.chars().filter(|&c| digit(c).is_some()).count() >= SHORTEST_NUMBER
}
