//! CY-07, CY-10, CY-11: how many applications more or fewer than last year, by how many per cent, or in words, as the prose says it.

use super::{count, last_year};
use crate::form::{CellId, cell};
use crate::report::FactKind;
use crate::rules::prose::own_facts;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::holds_any;
use crate::text::{Number, TextRange};

pub static RULE: Rule = Rule {
    id: "CY-07",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    title: "比上年增减的件数不对",
    checks: told("给出上年报告的：正文紧接收到申请件数写“比上年增加（减少）几件”，应等于两年新收申请总计之差。"),
    why: told("两年的表都公开了，读者一减就知道。"),
    bad: examples![Example {
        shown: "两年都是14件，正文写“比上年增加1件”。",
        edits: &[Edit::Words("申请14件，上年结转0件", "申请14件，比上年增加1件，上年结转0件"), Edit::Previous(&[])],
    }],
    good: examples![Example {
        shown: "上年13件、本年14件，正文写“比上年增加1件”。",
        edits: &[
            Edit::Words("申请14件，上年结转0件", "申请14件，比上年增加1件，上年结转0件"),
            Edit::Previous(&[Edit::Cell("requests.received.total", "13")]),
        ],
    }],
    check: |context| held_against_last_year(context, Said::Count),
    ..Rule::ORDINARY
};

const RECEIVED: CellId = cell!("requests.received.total");
/// Between the number of applications and that of the change stands nothing but these words.
const COMPARISON: &str = "，,（(同比较与上一去年度的相";
const MORE: [&str; 4] = ["增加", "增长", "上升", "升"];
const FEWER: [&str; 2] = ["减少", "下降"];

/// CY-10: the share of the change.
pub static SHARE: Rule = Rule {
    id: "CY-10",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    title: "比上年增减的百分比不对",
    checks: told(
        "给出上年报告的：正文紧接收到申请件数写“同比增长（下降）百分之几”，应等于两年新收申请总计之差除以上年的数，四舍五入或舍去尾数都可以。",
    ),
    why: told("两年的表都公开了，读者一算就知道。"),
    bad: examples![
        Example {
            shown: "上年10件、本年14件，正文写“同比增长28.6%”。",
            edits: &[Edit::Words("申请14件，上年结转0件", "申请14件，同比增长28.6%，上年结转0件"), TEN_LAST_YEAR],
        },
        Example {
            shown: "上年10件、本年14件，正文写“较上年下降40%”。",
            edits: &[Edit::Words("申请14件，上年结转0件", "申请14件，较上年下降40%，上年结转0件"), TEN_LAST_YEAR],
        },
    ],
    good: examples![
        Example {
            shown: "上年10件、本年14件，正文写“同比增长40%”。",
            edits: &[Edit::Words("申请14件，上年结转0件", "申请14件，同比增长40.0%，上年结转0件"), TEN_LAST_YEAR],
        },
        Example {
            shown: "上年13件、本年14件，正文写“同比增长7.6%”：7.69%舍去尾数。",
            edits: &[
                Edit::Words("申请14件，上年结转0件", "申请14件，同比增长7.6%，上年结转0件"),
                Edit::Previous(&[Edit::Cell("requests.received.total", "13")]),
            ],
        },
        Example {
            shown: "“均按期答复，同比提高12%”说的不是件数。",
            edits: &[
                Edit::Words("申请14件，上年结转0件", "申请14件，均按期答复，满意率同比提高12%，上年结转0件"),
                TEN_LAST_YEAR,
            ],
        },
    ],
    check: |context| held_against_last_year(context, Said::Share),
    ..Rule::ORDINARY
};

/// CY-11: the change in words.
pub static WORDS: Rule = Rule {
    id: "CY-11",
    severity: Severity::Info,
    basis: sources::FIGURES_AGREE,
    title: "比上年升降的说法不对",
    checks: told(
        "给出上年报告的：正文紧接收到申请件数写“比上年有所上升”“略有下降”“持平”“大幅增加”，与两年新收申请的总计是否一致；“大幅”以一成为界，“基本持平”允许差一成。",
    ),
    why: told("升降写反了，多半是沿用了上年的稿子。"),
    bad: examples![
        Example {
            shown: "上年10件、本年14件，正文写“与去年相比略有下降”。",
            edits: &[Edit::Words("申请14件，上年结转0件", "申请14件，与去年相比略有下降，上年结转0件"), TEN_LAST_YEAR],
        },
        Example {
            shown: "上年10件、本年14件，正文写“与上年持平”。",
            edits: &[Edit::Words("申请14件，上年结转0件", "申请14件，与上年基本持平，上年结转0件"), TEN_LAST_YEAR],
        },
        Example {
            shown: "两年都是14件，正文写“较上年大幅增加”。",
            edits: &[
                Edit::Words("申请14件，上年结转0件", "申请14件，较上年大幅增加，上年结转0件"),
                Edit::Previous(&[]),
            ],
        },
    ],
    good: examples![
        Example {
            shown: "上年10件、本年14件，正文写“较上年大幅增加”。",
            edits: &[Edit::Words("申请14件，上年结转0件", "申请14件，较上年大幅增加，上年结转0件"), TEN_LAST_YEAR],
        },
        Example {
            shown: "两年都是14件，正文写“与上年持平”。",
            edits: &[Edit::Words("申请14件，上年结转0件", "申请14件，与上年持平，上年结转0件"), Edit::Previous(&[])],
        },
        Example {
            shown: "“办理效率较上年有所下降”说的不是件数。",
            edits: &[
                Edit::Words("申请14件，上年结转0件", "申请14件，办理时间较上年有所下降，上年结转0件"),
                TEN_LAST_YEAR,
            ],
        },
    ],
    check: |context| held_against_last_year(context, Said::Words),
    ..Rule::ORDINARY
};

const TEN_LAST_YEAR: Edit = Edit::Previous(&[Edit::Cell("requests.received.total", "10")]);

/// How a change is said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Count,
    Share,
    Words,
}

fn held_against_last_year(context: &mut RuleContext, manner: Said) {
    let Ok(last) = last_year(context.reading, context.options) else { return };
    let (Some(now), Some(before)) = (count(context.reading, RECEIVED), count(last, RECEIVED)) else { return };
    let last_year = last.year.map(|year| year.to_string()).unwrap_or_default();
    for fact in own_facts(context.reading, &[FactKind::Received]) {
        let behind = TextRange::new(fact.span.end, context.reading.span.end).of(context.text);
        let found = match manner {
            Said::Count => change(behind, &last_year).map(|(stated, length)| (stated == now - before, length)),
            Said::Share => share(behind, &last_year, now, before),
            Said::Words => in_words(behind, &last_year, now, before),
        };
        let Some((holds, length)) = found else { continue };
        context.findings.tally.facts += 1;
        if holds {
            continue;
        }
        let place = TextRange::new(fact.span.end, fact.span.end + length);
        let said = passages::quoted(place.of(context.text).trim_start_matches(['，', ',']), 20);
        let message = format!("正文写“{said}”，两年的表中新收申请上年{before}件、本年{now}件。");
        let finding = context.report(message, "核对增减的说法和两年的件数。").at(place);
        finding.sides(Number::whole(before), Number::whole(now));
    }
}

/// What stands behind the words that compare with last year, as in ，比上年.
fn compared<'a>(text: &'a str, last_year: &str) -> &'a str {
    // （2022年为6件），比上年增加2件
    let aside = text.strip_prefix('（').and_then(|aside| aside.split_once('）'));
    let rest =
        aside.filter(|(aside, _)| !holds_any(aside, &MORE) && !holds_any(aside, &FEWER)).map_or(text, |(_, rest)| rest);
    let rest = rest.trim_start_matches(|c| COMPARISON.contains(c));
    let rest = rest.strip_prefix(last_year).filter(|rest| rest.starts_with('年')).unwrap_or(rest);
    rest.trim_start_matches(|c| COMPARISON.contains(c))
}

/// The sign of the word at the start of a text, and what follows it.
fn direction(text: &str) -> Option<(i64, &str)> {
    let after = |words: &[&str]| words.iter().find_map(|word| text.strip_prefix(word));
    after(&MORE).map(|rest| (1, rest)).or_else(|| Some((-1, after(&FEWER)?)))
}

/// Whether the share said at the start of a text, as in ，同比增长5.26%, is that of the two years, and its length.
fn share(text: &str, last_year: &str, now: i64, before: i64) -> Option<(bool, usize)> {
    let (sign, rest) = direction(compared(text, last_year))?;
    let rest = rest.trim_start_matches(['了', ' ']);
    let length = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let behind = rest.get(length..)?.trim_start_matches(' ').strip_prefix(['%', '％'])?;
    let written = rest.get(..length)?;
    let decimals = written.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let stated = sign * Number::parse(written)?.in_decimals(u8::try_from(decimals).ok()?)?;
    let digits = 10i64.checked_pow(u32::try_from(decimals).ok()?)?;
    // In units of the last digit shown, times last year's count.
    let rest = (now - before).checked_mul(100)?.checked_mul(digits)?.checked_sub(stated.checked_mul(before)?)?;
    let rest = if sign < 0 { -rest } else { rest };
    let holds = before > 0 && (-before / 2..before).contains(&rest);
    (before > 0).then_some((holds, text.len() - behind.len()))
}

/// Whether the change said in words, as in ，与去年相比略有上升, is that of the two years, and its length.
fn in_words(text: &str, last_year: &str, now: i64, before: i64) -> Option<(bool, usize)> {
    let compared = compared(text, last_year);
    if compared.len() == text.len() {
        return None;
    }
    let rest = compared.trim_start_matches(|c| DEGREES.contains(c));
    let degree = compared.get(..compared.len() - rest.len())?;
    let small = (now - before).abs().saturating_mul(10) < before;
    let (holds, behind) = match rest.strip_prefix("持平") {
        Some(behind) => (now == before || degree.contains("基本") && small, behind),
        None => {
            let (sign, behind) = direction(rest)?;
            ((now - before).signum() == sign && !(small && degree.contains('幅')), behind)
        }
    };
    // 增加5件 is a number; 增加的原因是 is no statement of its own.
    let ends = behind.trim_start_matches(['了', ' ']).starts_with(['，', '。', '；', '）', ',']);
    ends.then_some((holds, text.len() - behind.len()))
}

/// The characters of 略有, 有所, 大幅, 明显, 基本, 稳步 and the like.
const DEGREES: &str = "略有所大幅度明显著基本稳步小均呈总体的";

/// The change said at the start of a text, as in ，比上年增加2件, and its length.
fn change(text: &str, last_year: &str) -> Option<(i64, usize)> {
    let (sign, rest) = direction(compared(text, last_year))?;
    let rest = rest.trim_start_matches(['了', ' ']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = rest.get(digits..).unwrap_or_default().trim_start_matches(' ').strip_prefix('件')?;
    let value: i64 = rest.get(..digits).unwrap_or_default().parse().ok()?;
    Some((sign * value, text.len() - behind.len()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn changes_are_read_with_their_sign() {
        let change = |text| super::change(text, "2022").map(|(value, _)| value);
        assert_eq!(change("，较上年度减少了3 件。"), Some(-3));
        assert_eq!(change("，同比增长5件"), Some(5));
        assert_eq!(change("，较2022年增加5件"), Some(5));
        assert_eq!(change("（2022年为6件），与上年相比减少5件"), Some(-5));
        assert_eq!(change("（较上年增加5件），均已答复"), Some(5));
        assert_eq!(change("，较2021年增加5件"), None);
        assert_eq!(change("，同比增长16.7%"), None);
        assert_eq!(change("，均按期答复，比上年增加1件"), None);
    }
}
