//! PV-01: an identity number.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::{Date, TextRange};

pub static RULE: Rule = Rule {
    id: "PV-01",
    severity: Severity::Error,
    basis: sources::PERSONAL_DATA,
    title: "身份证号码",
    checks: told("文中有没有18位身份证号码（出生日期和校验位都对的）。"),
    why: told("身份证号码一旦公布，可能被冒用，属于严重的个人信息泄露。"),
    bad: examples![Example {
        shown: "正文写出了一个身份证号码。",
        edits: &[Edit::Words("公文拟制时", "核验证件号110000199003070028。公文拟制时")],
    }],
    good: examples![Example {
        shown: "统一社会信用代码和校验位不对的编号不是身份证号码。",
        edits: &[Edit::Words("公文拟制时", "登记编号110000199003070021，公文拟制时")],
    }],
    check,
    ..Rule::ORDINARY
};

const LENGTH: usize = 18;
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS: &[u8; 11] = b"10X98765432";

fn check(context: &mut RuleContext) {
    for run in context.digit_runs() {
        let mut number = run.digits.clone();
        let mut span = run.span;
        if number.len() + 1 == LENGTH
            && let Some(last) = context
                .text
                .get(span.end..)
                .and_then(|rest| rest.chars().next())
                .filter(|c| matches!(c, 'x' | 'X' | 'Ｘ'))
        {
            number.push('X');
            span = TextRange::new(span.start, span.end + last.len_utf8());
        }
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let neighbours = (
            context.text.get(..span.start).and_then(|text| text.chars().next_back()),
            context.text.get(span.end..).and_then(|rest| rest.chars().next()),
        );
        if is_identity_number(&number) && !is_letter(neighbours.0) && !is_letter(neighbours.1) {
            context.report("文中有身份证号码。", "公开前必须删除。").at(span);
        }
    }
}

/// Whether 17 digits and a digit or X hold a day of birth and the right check digit.
pub fn is_identity_number(number: &str) -> bool {
    let bytes = number.as_bytes();
    if bytes.len() != LENGTH || bytes[0] == b'0' || !bytes[..17].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let part = |from: usize, to: usize| number.get(from..to).unwrap_or_default().parse::<u16>().unwrap_or(0);
    let month_and_day = (u8::try_from(part(10, 12)), u8::try_from(part(12, 14)));
    let (Ok(month), Ok(day)) = month_and_day else { return false };
    let year = part(6, 10);
    let sum: u32 = bytes.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    (1900..=2100).contains(&year)
        && Date::new(year, month, day).is_some()
        && bytes[17] == CHECK_DIGITS[(sum % 11) as usize]
}
