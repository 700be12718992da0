//! XT-02: a fee was taken, and the table's fees are less.

use crate::form::{CellId, cell};
use crate::rules::structure::speaks_of_fees;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::{Number, TextRange};
use crate::text::{holds_any, occurrences};

pub static RULE: Rule = Rule {
    id: "XT-02",
    severity: Severity::Info,
    basis: sources::FEE_IS_CHARGE,
    title: "信息处理费与收费表不符",
    checks: told("第六部分写的信息处理费（50元以上），不应大于第二部分“行政事业性收费”的金额。"),
    why: told("信息处理费按行政事业性收费管理；由财政等其他单位统计的除外。"),
    bad: examples![Example {
        shown: "第六部分写收取信息处理费400元，“行政事业性收费”为0。",
        edits: &[Edit::Words(
            "没有发出政府信息公开收费通知，未收取信息处理费。",
            "发出收费通知1件，收取信息处理费400元。",
        )],
    }],
    good: examples![Example {
        shown: "收取信息处理费20元，“行政事业性收费”以万元为单位填0。",
        edits: &[Edit::Words(
            "没有发出政府信息公开收费通知，未收取信息处理费。",
            "发出收费通知1件，收取信息处理费20元。",
        )],
    }],
    check,
    ..Rule::ORDINARY
};

const FEES: CellId = cell!("disclosure.fees.amount");
/// Less vanishes in a figure in 万元.
const LEAST: Number = Number::whole(50);

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    let Some(section) = context.reading.section(6) else { return };
    let Some(stated) = context.reading.cell(FEES) else { return };
    let in_table = match stated.value() {
        Some(amount) => amount.times_ten_thousand(),
        None => Some(Number::ZERO).filter(|_| stated.is_empty()),
    };
    let Some(in_table) = in_table else { return };
    for sentence in passages::sentences(context, section.body()) {
        let words = sentence.of(context.text);
        // 未, 没有: none was taken; 标准, 元/件: a tariff.
        if !speaks_of_fees(words) || holds_any(words, &["未", "没有", "标准", "元/"]) {
            continue;
        }
        let Some((yuan, from, to)) = amount(words).filter(|&(yuan, ..)| yuan >= LEAST && yuan > in_table) else {
            continue;
        };
        let span = TextRange::new(sentence.start + from, sentence.start + to);
        let message = format!("第六部分写收取信息处理费{yuan}元，第二部分“行政事业性收费”折合{in_table}元。");
        let finding = context.report(message, "核对信息处理费是否应计入“行政事业性收费”（单位：万元）。");
        finding.at(span).at_cells(reading, &[FEES]);
        return;
    }
}

/// The largest amount in 元 or 万元 of a sentence, in 元, with its place.
fn amount(words: &str) -> Option<(Number, usize, usize)> {
    let mut largest: Option<(Number, usize, usize)> = None;
    for yuan in occurrences(words, TextRange::new(0, words.len()), "元") {
        let before = words.get(..yuan.start).unwrap_or_default().trim_end();
        let (before, in_wan) = before.strip_suffix('万').map_or((before, false), |rest| (rest.trim_end(), true));
        let start = before.rfind(|c: char| !c.is_ascii_digit() && c != '.').map_or(0, |place| {
            place + before.get(place..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
        });
        let value = Number::parse(before.get(start..).unwrap_or_default());
        let Some(value) = (if in_wan { value.and_then(Number::times_ten_thousand) } else { value }) else { continue };
        if largest.is_none_or(|(most, ..)| value > most) {
            largest = Some((value, start, yuan.end));
        }
    }
    largest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_in_yuan() {
        assert_eq!(amount("收取信息处理费400元").map(|(yuan, ..)| yuan), Some(Number::whole(400)));
        assert_eq!(amount("合计0.05万元，实收 120 元").map(|(yuan, ..)| yuan), Some(Number::whole(500)));
        assert_eq!(amount("单元"), None);
    }
}
