//! WD-16: a telephone number, a postcode or an address on the web that cannot be right.

use super::places_in_prose;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::{TextRange, digit};

pub static RULE: Rule = Rule {
    id: "WD-16",
    severity: Severity::Info,
    basis: sources::PRACTICE,
    title: "电话、邮编或网址写错",
    checks: told("带区号的电话位数够不够，邮政编码是不是6位，网址里有没有全角冒号、空格。"),
    why: told("联系方式写错一位，读者就找不到人、打不开网页。"),
    bad: examples![
        Example {
            shown: "电话“0731-555012”少一位。",
            edits: &[Edit::Words("电话：0731-5550123", "电话：0731-555012")],
        },
        Example {
            shown: "邮编“41200”只有五位。",
            edits: &[Edit::Words("电话：0731-5550123", "邮编：41200，电话：0731-5550123")],
        },
        Example {
            shown: "网址“http：//www.hechuan.gov.cn”用了全角冒号。",
            edits: &[Edit::Words("公文拟制时", "网址为http：//www.hechuan.gov.cn。公文拟制时")],
        },
        Example {
            shown: "网址“www.hechuan.gov. cn”中间有空格。",
            edits: &[Edit::Words("公文拟制时", "网址为www.hechuan.gov. cn。公文拟制时")],
        },
    ],
    good: examples![
        Example {
            shown: "“010-55501234”“0731—5550123转802”“0731-5550123、5550124”“12345”。",
            edits: &[Edit::Words(
                "电话：0731-5550123",
                "电话：0731—5550123转802、0731-5550124，传真电话：010-55501234，热线电话：12345",
            )],
        },
        Example {
            shown: "“（0731）5550123”“邮政编码：412000”。",
            edits: &[Edit::Words("电话：0731-5550123", "邮政编码：412000，电话：（0731）5550123")],
        },
        Example {
            shown: "号码断在行末。", edits: &[Edit::Words("电话：0731-5550123", "电话：07\n31-5550123")]
        },
        Example {
            shown: "“https://www.hechuan.gov.cn/”。",
            edits: &[Edit::Words("公文拟制时", "网址为https://www.hechuan.gov.cn/。公文拟制时")],
        },
    ],
    check,
    ..Rule::ORDINARY
};

const TELEPHONES: [&str; 2] = ["电话", "传真"];
const POSTCODES: [&str; 2] = ["邮编", "邮政编码"];
/// A web address cannot have these.
const BROKEN: [&str; 6] = ["http：//", "https：//", "gov. cn", "gov .cn", "gov，cn", "gov。cn"];
/// An area code with its number has so many digits.
const WITH_AREA: std::ops::RangeInclusive<usize> = 11..=12;
const POSTCODE: usize = 6;

fn check(context: &mut RuleContext) {
    let words: Vec<&str> = TELEPHONES.iter().chain(&POSTCODES).chain(&BROKEN).copied().collect();
    for place in places_in_prose(context, &words) {
        let word = place.of(context.text);
        if BROKEN.contains(&word) {
            let message = format!("网址“{}”写错了，读者打不开。", passages::quoted(word, 12));
            context.report(message, "改为半角冒号，删去空格。").at(place);
            continue;
        }
        let rest = TextRange::new(place.end, context.reading.span.end).of(context.text);
        let Some((number, digits)) = number(rest) else { continue };
        let is_postcode = POSTCODES.contains(&word);
        let wrong = if is_postcode {
            digits.len() != POSTCODE
        } else {
            digits.starts_with('0') && !WITH_AREA.contains(&digits.len())
        };
        // A number may be broken at the end of a line.
        let goes_on = rest.get(number..).unwrap_or_default().trim_start();
        if wrong && !goes_on.starts_with(|c| digit(c).is_some() || matches!(c, '-' | '—')) {
            let (what, right) = if is_postcode {
                ("邮政编码", "邮政编码是6位。")
            } else {
                ("电话", "区号3至4位，号码7至8位。")
            };
            let whole = TextRange::new(place.start, place.end + number);
            let message = format!("{what}位数不对：“{}”。", passages::quoted(whole.of(context.text), 24));
            context.report(message, format!("核对后改正；{right}")).at(whole);
        }
    }
}

/// The digits right behind a colon, with the length of what they are read from; a number goes on behind one dash or bracket.
fn number(text: &str) -> Option<(usize, String)> {
    let rest = text.trim_start().strip_prefix(['：', ':'])?;
    let mut digits = String::new();
    let mut end = text.len() - rest.len();
    let mut parts = 0;
    for (at, c) in rest.char_indices() {
        match digit(c) {
            Some(value) => {
                digits.push(char::from(b'0' + value));
                end = text.len() - rest.len() + at + c.len_utf8();
            }
            None if matches!(c, '-' | '—' | '－' | '–' | '）' | ')') && !digits.is_empty() => parts += 1,
            None if matches!(c, '（' | '(' | ' ' | '\u{a0}') && parts == 0 && digits.len() < 5 => {}
            None => break,
        }
        // 0731-5550123-802
        if parts > 1 {
            break;
        }
    }
    (!digits.is_empty()).then_some((end, digits))
}
