//! TM-01: the period of the figures is not the report year.

use crate::report::Standing;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::{Date, TextRange};
use crate::text::{digit, holds_any};

pub static RULE: Rule = Rule {
    id: "TM-01",
    severity: Severity::Error,
    basis: sources::DATA_DAY,
    title: "统计期限与年度不符",
    checks: told(
        "“统计期限”一句写的起止日期，应为报告年度的1月1日至12月31日；全年的数前面写“截至”某日的，应为12月31日。",
    ),
    why: told("期限写错，多半是沿用了上年的稿子，读者也会怀疑数据是哪一年的。"),
    bad: examples![
        Example {
            shown: "2023年的报告写“统计期限自2022年1月1日起至2022年12月31日止”。",
            edits: &[Edit::Words("2023年1月1日起至2023年12月31日止", "2022年1月1日起至2022年12月31日止")],
        },
        Example {
            shown: "“截至11月30日，共收到政府信息公开申请14件”：全年的数要算到12月31日。",
            edits: &[Edit::Words("全年收到政府信息公开申请14件", "截至11月30日，共收到政府信息公开申请14件")],
        },
        Example {
            shown: "“截至2023年12月20日，累计公开政府信息230条”。",
            edits: &[Edit::Words("全年通过政府网站和公开栏主动公开", "截至2023年12月20日，累计主动公开")],
        },
    ],
    good: examples![
        Example {
            shown: "写成“统计期限为2023年1月1日—12月31日”。",
            edits: &[Edit::Words("自2023年1月1日起至2023年12月31日止", "为2023年1月1日—12月31日")],
        },
        Example {
            shown: "“截至2023年12月31日，累计公开政府信息230条”。",
            edits: &[Edit::Words("全年通过政府网站和公开栏主动公开", "截至2023年12月31日，累计主动公开")],
        },
        Example {
            shown: "“截至2024年1月15日，结转的1件已经答复”：说的是下一年。",
            edits: &[Edit::Words("公文拟制时", "截至2024年1月15日，结转的申请共答复1件。公文拟制时")],
        },
        Example {
            shown: "“截至6月30日前完成上半年检查，整改问题共3个”：说的是整改。",
            edits: &[Edit::Words("公文拟制时", "截至6月30日，检查发现的公开栏目问题共整改3个。公文拟制时")],
        },
    ],
    check,
    ..Rule::ORDINARY
};

/// What the statement of the period is called.
pub const PERIOD_WORDS: [&str; 8] =
    ["统计期限", "统计期间", "统计时限", "统计时段", "统计周期", "统计时间", "统计数据时间", "统计期"];
/// What joins the words to the dates. 统计期间共收到3件 states no period.
const JOINTS: &str = "为自从是：:起截均（(";
/// The dates follow closely upon the words.
const WINDOW: usize = 60;

fn check(context: &mut RuleContext) {
    let Some(year) = context.reading.year else { return };
    for sentence in passages::sentences(context, context.reading.span) {
        let named = passages::places_of_any(context.text, sentence, &PERIOD_WORDS);
        let Some(start) = named.first().map(|(_, place)| place.end) else {
            ends_early(context, sentence, year);
            continue;
        };
        let rest = TextRange::new(start, sentence.end).of(context.text);
        let joined = rest.trim_start();
        if !joined.starts_with(|c| digit(c).is_some() || JOINTS.contains(c)) {
            continue;
        }
        let length: usize = rest.chars().take(WINDOW).map(char::len_utf8).sum();
        let window = TextRange::new(start, start + length);
        match period(window.of(context.text)) {
            Period::Unsaid => {}
            Period::Unreadable => unreadable(context, window),
            Period::Year(stated) => {
                context.findings.tally.dates += 1;
                if stated != year {
                    wrong(context, window, format!("{stated}年"), year);
                }
            }
            Period::Days(first, last) => {
                context.findings.tally.dates += 1;
                if Date::new(year, 1, 1) != Some(first) || Date::new(year, 12, 31) != Some(last) {
                    let stated = format!("{}至{}", first.in_words(), last.in_words());
                    wrong(context, window, stated, year);
                }
            }
        }
    }
}

/// What a yearly total is said with, and what it is of.
const TOTALS: [&str; 3] = ["共", "累计", "全年"];
const DEEDS: [&str; 5] = ["公开政府信息", "公开信息", "信息公开申请", "制发", "发布信息"];
/// The day is that of another deed.
const OTHER_DAYS: [&str; 9] = ["整改", "计划", "上半年", "检查", "反馈", "同期", "前三季度", "月底", "当日"];

/// 截至11月30日，共收到申请14件: the figures of a year end with the year.
fn ends_early(context: &mut RuleContext, sentence: TextRange, year: u16) {
    let words = sentence.of(context.text);
    let Some((_, place)) = passages::places_of_any(context.text, sentence, &["截至", "截止"]).first().copied()
    else {
        return;
    };
    let rest = TextRange::new(place.end, sentence.end).of(context.text);
    let date =
        rest.find('日').map(|at| &rest[..at + '日'.len_utf8()]).filter(|date| date.chars().count() <= LONGEST_DAY);
    let Some([Moment { year: stated, month: Some(month), day: Some(day) }]) =
        date.and_then(moments).as_deref().and_then(|found| found.first_chunk::<1>()).copied()
    else {
        return;
    };
    let of_year = stated.is_none_or(|stated| stated == year) && (month, day) != (12, 31);
    let of_total = holds_any(words, &TOTALS) && holds_any(words, &DEEDS) && !holds_any(words, &OTHER_DAYS);
    let numbers = &context.reading.account.numbers;
    let counts = numbers.iter().any(|number| {
        number.span.start > place.end
            && sentence.overlaps(number.span)
            && matches!(number.standing, Standing::Beside | Standing::Unread { .. } | Standing::Checked(_))
    });
    if of_year && of_total && counts {
        let place = place.cover(TextRange::new(place.end, place.end + date.map_or(0, str::len)));
        let message = format!(
            "全年的数写成“{}”，各项数据应统计到{year}年12月31日。",
            passages::quoted(place.of(context.text), 20)
        );
        let finding = context.report(message, "核对数据是否统计到12月31日，改日期。");
        finding.severity(Severity::Warning).at(place);
    }
}

/// A day is no longer than this, in characters.
const LONGEST_DAY: usize = 16;

fn wrong(context: &mut RuleContext, window: TextRange, stated: String, year: u16) {
    let place = dated_part(context.text, window);
    let message = format!("统计期限写成{stated}，与{year}年的报告不符。");
    let suggestion = format!("改为{year}年1月1日至{year}年12月31日；如果是标题的年份错了，改标题。");
    context.report(message, suggestion).at(place);
}

fn unreadable(context: &mut RuleContext, window: TextRange) {
    let place = dated_part(context.text, window);
    let message = "没有看懂统计期限的起止日期，可能是粘贴时丢了“年”“月”等字。";
    let suggestion = "对照原文核对统计期限。";
    context.report(message, suggestion).severity(Severity::Info).at(place);
}

/// From the first to the last digit, with the word after it.
fn dated_part(text: &str, window: TextRange) -> TextRange {
    let words = window.of(text);
    let is_part = |c: char| digit(c).is_some() || "年月日".contains(c);
    match (words.find(is_part), words.rfind(is_part)) {
        (Some(first), Some(last)) => {
            let end = last + words.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            TextRange::new(window.start + first, window.start + end)
        }
        _ => window,
    }
}

#[derive(PartialEq, Eq, Debug)]
enum Period {
    /// No digits: nothing is said.
    Unsaid,
    Unreadable,
    Year(u16),
    Days(Date, Date),
}

/// A moment as far as it was written.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
struct Moment {
    year: Option<u16>,
    month: Option<u8>,
    day: Option<u8>,
}

fn period(words: &str) -> Period {
    let Some(moments) = moments(words) else { return Period::Unreadable };
    match moments[..] {
        [] => Period::Unsaid,
        [Moment { year: Some(year), month: None, .. }] => Period::Year(year),
        [first, last, ..] => {
            // 1月1日至12月31日 without a year says nothing wrong.
            let Some(first_year) = first.year.or(last.year) else { return Period::Unsaid };
            let start = Date::new(first_year, first.month.unwrap_or(1), first.day.unwrap_or(1));
            let end_year = last.year.unwrap_or(first_year);
            let month = last.month.unwrap_or(12);
            let end = last.day.map_or_else(|| last_day(end_year, month), |day| Date::new(end_year, month, day));
            match (start, end) {
                (Some(start), Some(end)) => Period::Days(start, end),
                _ => Period::Unreadable,
            }
        }
        // One day alone: 截至2023年12月31日 gives the end only.
        [Moment { year: Some(year), month: Some(month), day: Some(day) }] => {
            match (Date::new(year, 1, 1), Date::new(year, month, day)) {
                (Some(start), Some(end)) => Period::Days(start, end),
                _ => Period::Unreadable,
            }
        }
        _ => Period::Unreadable,
    }
}

fn last_day(year: u16, month: u8) -> Option<Date> {
    (28..=31).rev().find_map(|day| Date::new(year, month, day))
}

/// The moments of a text: 2023年1月1日, 12月31日, 2023.1.1; None where digits stand without a sense.
fn moments(words: &str) -> Option<Vec<Moment>> {
    let mut found: Vec<Moment> = Vec::new();
    let mut current = Moment::default();
    let mut number: Option<u32> = None;
    let mut dotted: Vec<u32> = Vec::new();
    let mut chars = words.chars().filter(|c| !c.is_whitespace()).chain(['。']).peekable();
    while let Some(c) = chars.next() {
        if let Some(value) = digit(c) {
            number = Some(number.unwrap_or(0).checked_mul(10)?.checked_add(u32::from(value))?);
            if number > Some(99_999_999) {
                return None;
            }
            continue;
        }
        let Some(value) = number.take() else { continue };
        let joins = matches!(c, '.' | '-' | '/' | '．') && chars.peek().is_some_and(|&next| digit(next).is_some());
        if dotted.len() < 2 && joins {
            dotted.push(value);
            continue;
        }
        if !dotted.is_empty() {
            dotted.push(value);
            let [year, month, day] = dotted[..] else { return None };
            found.push(Moment {
                year: Some(year_of(year)?),
                month: u8::try_from(month).ok(),
                day: u8::try_from(day).ok(),
            });
            dotted.clear();
            current = Moment::default();
            continue;
        }
        match c {
            '年' => {
                close(&mut found, &mut current);
                current.year = Some(year_of(value)?);
            }
            '月' => {
                if current.month.is_some() {
                    close(&mut found, &mut current);
                }
                current.month = Some(u8::try_from(value).ok().filter(|month| (1..=12).contains(month))?);
            }
            '日' | '号' => {
                current.day = Some(u8::try_from(value).ok().filter(|day| (1..=31).contains(day))?);
                close(&mut found, &mut current);
                // What follows the second day is no part of the period.
                if found.len() > 1 {
                    return Some(found);
                }
            }
            _ => return None,
        }
    }
    close(&mut found, &mut current);
    Some(found)
}

fn year_of(value: u32) -> Option<u16> {
    u16::try_from(value).ok().filter(|year| (1990..=2100).contains(year))
}

fn close(found: &mut Vec<Moment>, current: &mut Moment) {
    if *current != Moment::default() {
        found.push(std::mem::take(current));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(year: u16) -> Period {
        Period::Days(Date::new(year, 1, 1).unwrap(), Date::new(year, 12, 31).unwrap())
    }

    #[test]
    fn the_usual_ways_of_writing_a_period_are_read() {
        for words in [
            "自2023年1月1日起至2023年12月31日止",
            "为2023年1月1日—12月31日。",
            "2023 年 1 月 1 日至 12 月 31 日",
            "为2023.1.1-2023.12.31",
            "自2023-01-01至2023-12-31",
            "为2023年1月至12月",
            "２０２３年１月１日至１２月３１日",
            "截至2023年12月31日",
            "为2023年1月1日至12月31日，电话5550123",
        ] {
            assert_eq!(period(words), whole(2023), "{words}");
        }
        assert_eq!(period("为2023年度"), Period::Year(2023));
        assert_eq!(period("为全年"), Period::Unsaid);
        assert_eq!(period("为1月1日至12月31日"), Period::Unsaid);
    }

    #[test]
    fn lost_characters_are_no_other_period() {
        for words in ["自202311日到1231日", "为2023年11日至1231日", "2023年13月1日至12月31日"] {
            assert_eq!(period(words), Period::Unreadable, "{words}");
        }
    }

    #[test]
    fn another_end_is_seen() {
        let Period::Days(_, last) = period("2021年1月1日至12月30日") else { panic!("two days") };
        assert_eq!(Some(last), Date::new(2021, 12, 30));
    }
}
