//! WD-04: half-width brackets around the numbers of labels.

use crate::form::TableId;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;

pub static RULE: Rule = Rule {
    id: "WD-04",
    severity: Severity::Info,
    basis: sources::LABELS,
    title: "项目序号用了半角括号",
    checks: told("第三部分的表，（一）到（七）是否用中文括号。"),
    why: told("只是排版问题，不影响数据。"),
    bad: examples![Example {
        shown: "“(一)予以公开”。", edits: &[Edit::Words("（一）予以公开", "(一)予以公开")]
    }],
    good: examples![Example { shown: "“（一）予以公开”。", edits: &[] }],
    check,
    ..Rule::ORDINARY
};

const NUMERALS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "七"];
const NUMBERS: [&str; 7] = ["(一)", "(二)", "(三)", "(四)", "(五)", "(六)", "(七)"];

fn check(context: &mut RuleContext) {
    let Some(table) = context.reading.table(TableId::Requests) else { return };
    let mut places: Vec<(TextRange, &str)> = Vec::new();
    for (index, place) in passages::places_of_any(context.text, table.span, &NUMBERS) {
        if place.of(context.text).contains(['(', ')']) {
            places.push((place, NUMERALS[index]));
        }
    }
    let Some(&(_, numeral)) = places.first() else { return };
    let times = passages::and_more(places.len());
    let message = format!("表中“({numeral})”{times}用了半角括号。");
    let finding = places
        .iter()
        .fold(context.report(message, "改为中文括号。"), |finding, &(place, _)| finding.at_each(&[place]));
    let fixed = |(place, numeral)| (place, format!("（{numeral}）"));
    places.into_iter().map(fixed).fold(finding, |finding, (place, text)| finding.fix(place, text));
}
