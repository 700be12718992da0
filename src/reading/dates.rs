//! Dates and years as they are written in a text, with their places.

use std::ops::Range;

use crate::text::{Date, TextRange};
use crate::text::{Normalized, lines};
use crate::text::{chinese_value, is_chinese_numeral};

/// Years a report can speak of.
const YEARS: std::ops::RangeInclusive<u16> = 1949..=2099;

/// What the statement of the period is called.
const PERIOD_WORDS: [&str; 6] = ["统计期限", "统计期间", "统计时限", "统计时段", "统计时间", "统计周期"];

/// How far behind its name the period may begin, in characters.
const PERIOD_REACH: usize = 60;

/// A year of four digits that begins at that index, and the index behind it: 2024, 二〇二四.
pub fn year_at(flat: &Normalized, index: usize) -> Option<(u16, usize)> {
    let first = flat.at(index)?;
    let year = if first.is_ascii_digit() {
        let follows_digit = flat.is_joined(index) && flat.before(index).is_some_and(|c| c.is_ascii_digit());
        let end = flat.after_digits(index);
        if follows_digit || end != index + 4 {
            return None;
        }
        flat.string(index..end).parse().ok()?
    } else {
        if flat.before(index).is_some_and(is_year_numeral) || flat.at(index + 4).is_some_and(is_year_numeral) {
            return None;
        }
        let digits: String = flat.chars().get(index..index + 4)?.iter().map(|&c| zero_unified(c)).collect();
        if !digits.chars().all(is_year_numeral) {
            return None;
        }
        u16::try_from(chinese_value(&digits)?).ok()?
    };
    YEARS.contains(&year).then_some((year, index + 4))
}

fn is_year_numeral(c: char) -> bool {
    matches!(zero_unified(c), '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
}

/// The circles and letters that are typed for the zero of a year in Chinese numerals.
fn zero_unified(c: char) -> char {
    if matches!(c, '○' | '◯' | 'O' | 'o' | '0') { '〇' } else { c }
}

/// Every year that is called one: 2024年, 2024度.
pub fn years(flat: &Normalized) -> Vec<(u16, Range<usize>)> {
    let year = |(end, c): (usize, &char)| {
        let start = matches!(c, '年' | '度').then(|| end.checked_sub(4)).flatten()?;
        let (year, _) = year_at(flat, start)?;
        Some((year, start..end + 1))
    };
    flat.chars().iter().enumerate().filter_map(year).collect()
}

/// A day of the calendar that begins at that index, and the index behind it: 2024年1月8日, 2024.1.8, 二〇二四年一月八日.
pub fn date_at(flat: &Normalized, index: usize) -> Option<(Date, usize)> {
    let (year, end) = year_at(flat, index)?;
    let mark = flat.at(end)?;
    let (month, end) = flat.after(end + 1, "元").map(|behind| (1, behind)).or_else(|| part_at(flat, end + 1))?;
    let second = flat.at(end)?;
    let (day, end) = part_at(flat, end + 1)?;
    let end = match (mark, second) {
        ('年', '月') if matches!(flat.at(end), Some('日' | '号')) => end + 1,
        ('年', '月') if end == flat.len() => end,
        ('.' | '-' | '/', _) if second == mark && flat.at(end) != Some(mark) => end,
        _ => return None,
    };
    Some((Date::new(year, month, day)?, end))
}

/// What a page calls the day on which it published a text.
const PUBLISHED_WORDS: [&str; 10] = [
    "发布时间",
    "发布日期",
    "公开时间",
    "公开日期",
    "公布时间",
    "公布日期",
    "发表时间",
    "上传时间",
    "更新时间",
    "发布于",
];
/// The same in the head of a page, in lower case.
const PUBLISHED_NAMES: [&str; 5] = ["pubdate", "publishdate", "publish-date", "article:published_time", "publishtime"];
/// How far behind its name the day may stand, in characters.
const PUBLISHED_REACH: usize = 30;

/// The day on which the page says that it published the text, and its place.
pub fn published(text: &str, within: TextRange) -> Option<(Date, TextRange)> {
    lines(text, within).find_map(|line| {
        let words = line.of(text);
        let (at, name) = PUBLISHED_WORDS.iter().filter_map(|name| Some((words.find(name)?, *name))).min()?;
        let flat = Normalized::of(text, TextRange::new(line.start + at + name.len(), line.end));
        let (date, range) = (0..flat.len().min(PUBLISHED_REACH)).find_map(|index| {
            let (date, end) = date_at(&flat, index)?;
            Some((date, index..end))
        })?;
        Some((date, flat.span(range)))
    })
}

/// The day on which the head of a page says that it was published: `<meta name="PubDate" content="2024-02-06">`.
pub fn published_in_head(page: &str) -> Option<Date> {
    let tags = page.split('<').filter(|tag| tag.get(..4).is_some_and(|name| name.eq_ignore_ascii_case("meta")));
    tags.filter_map(|tag| tag.split('>').next()).find_map(|tag| {
        let lower = tag.to_ascii_lowercase();
        let named = PUBLISHED_NAMES
            .iter()
            .any(|name| lower.contains(&format!("\"{name}\"")) || lower.contains(&format!("'{name}'")));
        let at = lower.find("content").filter(|_| named)?;
        let value = tag.get(at..).unwrap_or_default();
        let flat = Normalized::of(value, TextRange::new(0, value.len()));
        (0..flat.len().min(PUBLISHED_REACH)).find_map(|index| date_at(&flat, index)).map(|(date, _)| date)
    })
}

/// A month or a day: one or two digits, or a Chinese numeral.
fn part_at(flat: &Normalized, index: usize) -> Option<(u8, usize)> {
    let digits = flat.after_digits(index);
    if digits > index {
        let value = flat.string(index..digits).parse().ok()?;
        return (digits - index <= 2).then_some((value, digits));
    }
    let length = flat.chars().get(index..)?.iter().take(4).take_while(|&&c| is_chinese_numeral(c)).count();
    let value = chinese_value(&flat.string(index..index + length))?;
    Some((u8::try_from(value).ok()?, index + length))
}

/// Every day of the calendar in a stretch of text.
pub fn dates(flat: &Normalized) -> Vec<(Date, Range<usize>)> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < flat.len() {
        match date_at(flat, index) {
            Some((date, end)) => {
                found.push((date, index..end));
                index = end;
            }
            None => index += 1,
        }
    }
    found
}

/// The year a text speaks of most often; of two, the one that comes first.
pub fn most_frequent_year(text: &str, span: TextRange) -> Option<u16> {
    let mut counts: Vec<(u16, usize)> = Vec::new();
    for line in lines(text, span) {
        for (year, _) in years(&Normalized::of(text, line)) {
            match counts.iter_mut().find(|(known, _)| *known == year) {
                Some((_, count)) => *count += 1,
                None => counts.push((year, 1)),
            }
        }
    }
    let most = counts.iter().map(|&(_, count)| count).max()?;
    counts.into_iter().find(|&(_, count)| count == most).map(|(year, _)| year)
}

/// The year in which the stated period of the figures begins, even where 年 or 月 were lost in pasting: 自202311日起.
pub fn period_year(text: &str, span: TextRange) -> Option<u16> {
    let body = span.of(text);
    let name = PERIOD_WORDS.iter().filter_map(|words| body.find(words)).min()?;
    let end = text.floor_char_boundary((span.start + name + 3 * PERIOD_REACH).min(span.end));
    let flat = Normalized::of(text, TextRange::new(span.start + name, end));
    (0..flat.len()).find_map(|index| {
        let written = || flat.string(index..index + 4).parse().ok().filter(|year| YEARS.contains(year));
        let begins = flat.before(index).is_none_or(|c| !c.is_ascii_digit());
        year_at(&flat, index).map(|(year, _)| year).or_else(|| written().filter(|_| begins))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(text: &str) -> Normalized {
        Normalized::of(text, TextRange::new(0, text.len()))
    }

    fn first_date(text: &str) -> Option<String> {
        dates(&flat(text)).first().map(|(date, _)| date.to_string())
    }

    #[test]
    fn dates_are_read_in_every_usual_writing() {
        for text in [
            "2024年1月8日",
            "2024 年1 月 8日",
            "２０２４年１月８日",
            "2024.1.8",
            "2024-01-08",
            "2024/1/8 9:30",
            "2024-01-08 16:34",
            "二〇二四年一月八日",
            "二○二四年一月八日",
            "二零二四年一月八号",
            "2024年元月8日",
            "2024年1月8",
        ] {
            assert_eq!(first_date(text).as_deref(), Some("2024-01-08"), "{text}");
        }
        assert_eq!(first_date("二〇二三年十二月三十一日").as_deref(), Some("2023-12-31"));
    }

    #[test]
    fn other_numbers_are_no_dates() {
        for text in [
            "12024年1月8日",
            "2024年1月",
            "2024年2月30日",
            "1.2024.3",
            "10.2.3.4",
            "2024.1.8.2",
            "2024年1月8元",
            "202411日",
            "0555-2024118",
        ] {
            assert_eq!(first_date(text), None, "{text}");
        }
    }

    #[test]
    fn years_are_numbers_called_years() {
        let found = |text| years(&flat(text)).into_iter().map(|(year, _)| year).collect::<Vec<_>>();
        assert_eq!(found("2023年、2022度，二〇二一年度，〔2020〕6号，3021年，1234567年"), [2023, 2022, 2021]);
        let text = "2022年和2023年，2023年";
        assert_eq!(most_frequent_year(text, TextRange::new(0, text.len())), Some(2023));
        assert_eq!(most_frequent_year("无", TextRange::new(0, 3)), None);
    }

    #[test]
    fn the_year_of_the_period_survives_lost_characters() {
        let year = |text: &str| period_year(text, TextRange::new(0, text.len()));
        assert_eq!(year("2024年编制。所列数据的统计期限自2023年1月1日起至2023年12月31日止。"), Some(2023));
        assert_eq!(year("统计时限为\n2023年1月1日至12月31日。"), Some(2023));
        assert_eq!(year("统计期限自202311日起至20231230日止。"), Some(2023));
        assert_eq!(year("本报告的统计期限与往年相同。"), None);
        assert_eq!(year("没有写期限，2023年"), None);
    }
}
