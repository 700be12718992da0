//! PV-02: a mobile number.

use std::collections::BTreeMap;

use super::{DigitRun, is_named_otherwise, masked_phone};
use crate::form::{CellId, Quantity, locate};
use crate::report::{Cell, Content};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::{Number, TextRange};

pub static RULE: Rule = Rule {
    id: "PV-02",
    severity: Severity::Warning,
    basis: sources::PERSONAL_DATA,
    title: "手机号码",
    checks: told("文中有没有11位手机号码。"),
    why: told("手机号码多是个人信息，公布以后收不回来。"),
    bad: examples![Example {
        shown: "联系电话写的是手机号。", edits: &[Edit::Words("0731-5550123", "13900005678")]
    }],
    good: examples![Example {
        shown: "联系电话写的是区号和八位座机号，中间没有横线：073155501234。",
        edits: &[Edit::Words("0731-5550123", "073155501234")],
    }],
    check,
    ..Rule::ORDINARY
};

const LENGTH: usize = 11;

/// What is counted is no telephone number: 13800000000元.
const COUNTED: &str = "元万亿次件条人户份字";

fn check(context: &mut RuleContext) {
    // A number that stands in several places is one finding.
    let mut numbers: Vec<(String, Vec<TextRange>)> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for run in context.digit_runs() {
        let before = context.text.get(..run.span.start).and_then(|text| text.chars().next_back());
        let national = run.digits.strip_prefix("86").filter(|digits| before == Some('+') && digits.len() == LENGTH);
        let digits = national.unwrap_or(&run.digits);
        let bytes = digits.as_bytes();
        let mobile = bytes.len() == LENGTH && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1]);
        // Figures of a table may be glued to eleven digits.
        if !mobile || is_figure(context, run) || is_named_otherwise(context.text, run.span) {
            continue;
        }
        // Inside an address, a code or an amount the digits are no telephone number.
        let mut following = context.text.get(run.span.end..).unwrap_or_default().chars();
        let (after, next) = (following.next(), following.next());
        let in_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic() || "_=&@%".contains(c));
        let has_decimals = after == Some('.') && next.is_some_and(|c| c.is_ascii_digit());
        let counted = after.is_some_and(|c| COUNTED.contains(c));
        if in_word(before) || in_word(after) || in_path(context.text, run.span.start) || has_decimals || counted {
            continue;
        }
        let index = *known.entry(digits.to_string()).or_insert(numbers.len());
        match numbers.get_mut(index) {
            // Runs are in order, and behind them those in groups, which hold other runs.
            Some((_, places)) if places.last().is_some_and(|place| place.overlaps(run.span)) => {}
            Some((_, places)) => places.push(run.span),
            None => numbers.push((digits.to_string(), vec![run.span])),
        }
    }
    for (digits, places) in numbers {
        let message = format!("文中有手机号{}{}。", masked_phone(&digits), passages::times(places.len()));
        let finding = context.report(message, "改为办公电话；确属对外公布的工作手机，可以保留。");
        finding.at_each(&places);
    }
}

/// Whether the digits are figures of a table: not the only number of a cell that counts, and not in a cell of words.
fn is_figure(context: &RuleContext, run: &DigitRun) -> bool {
    let holds = |(&id, cell): (&CellId, &Cell)| {
        let counts = || cell.value() == Number::parse(&run.digits);
        let counted = || locate(id).is_some_and(|(_, column)| column.quantity == Quantity::Count);
        cell.place.is_some_and(|place| place.overlaps(run.span))
            && (cell.content == Content::Text || counts() && counted())
    };
    context.reading.in_table(run.span.start) && !context.reading.cells.iter().any(holds)
}

/// In bytes, what is looked at of a web address.
const LONGEST_ADDRESS: usize = 2000;

/// Behind a stroke or a dot of a web address; a second number behind a stroke is none.
fn in_path(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let mut word = before.bytes().rev().take_while(u8::is_ascii_graphic).take(LONGEST_ADDRESS);
    before.ends_with(['/', '.']) && word.any(|byte| byte.is_ascii_alphabetic())
}
