//! PV-04: a bank card number.

use super::identity_number::is_identity_number;
use super::is_named_otherwise;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "PV-04",
    severity: Severity::Warning,
    basis: sources::PERSONAL_DATA,
    title: "银行卡号",
    checks: told("16至19位、符合银行卡校验规则的号码；索引号、信用代码、编号不算。"),
    why: told("个人银行卡号属于敏感个人信息。"),
    bad: examples![Example {
        shown: "正文写出了一个银行卡号。",
        edits: &[Edit::Words("公文拟制时", "汇至6222000000001234560。公文拟制时")],
    }],
    good: examples![Example {
        shown: "“索引号”后面的一长串数字不是银行卡号。",
        edits: &[Edit::Words("公文拟制时", "索引号：6222000000001234560。公文拟制时")],
    }],
    check,
    ..Rule::ORDINARY
};

/// First digits of the cards in use.
const FIRST_DIGITS: [&str; 6] = ["62", "4", "51", "52", "53", "54"];
fn check(context: &mut RuleContext) {
    for run in context.digit_runs() {
        let card = (16..=19).contains(&run.digits.len())
            && FIRST_DIGITS.iter().any(|first| run.digits.starts_with(first))
            && passes_luhn(&run.digits)
            && !is_identity_number(&run.digits);
        if !card || context.reading.in_table(run.span.start) {
            continue;
        }
        let in_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || "-_/=.".contains(c));
        let neighbours = (
            context.text.get(..run.span.start).and_then(|text| text.chars().next_back()),
            context.text.get(run.span.end..).and_then(|rest| rest.chars().next()),
        );
        if in_word(neighbours.0) || in_word(neighbours.1) || is_named_otherwise(context.text, run.span) {
            continue;
        }
        context.report("文中有一串数字像银行卡号。", "核对；是个人银行卡号的，公开前删除。").at(run.span);
    }
}

/// Every second digit from the right doubled, the digits added up, a multiple of ten.
fn passes_luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let value = u32::from(byte - b'0') * (1 + place as u32 % 2);
            value / 10 + value % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wrong_digit_is_no_card() {
        assert!(passes_luhn("6222000000001234560"));
        assert!(!passes_luhn("6222000000001234561"));
    }
}
