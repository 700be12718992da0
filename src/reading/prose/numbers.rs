//! The numbers of a sentence: what counts something, and what is only a date, an ordinal, a document number, an address.

use super::tokens::{Figure, Unit};
use crate::reading::dates::{date_at, year_at};
use crate::report::Explanation;
use crate::text::{Normalized, Number};
use crate::text::{chinese_value, is_chinese_numeral};

/// A number at some place.
pub enum Read {
    Year(u16),
    Figure(Figure),
    Explained(Explanation),
}

/// A counting number has at most so many digits.
const MOST_DIGITS: usize = 9;
/// Longer runs of Chinese numerals are none.
const MOST_NUMERALS: usize = 12;
/// Digits, at least as many as a telephone number has.
const TELEPHONE_DIGITS: usize = 7;

/// Units of what is handled singly; those of other things with them; the longest first.
const UNITS: &[(&str, Unit)] = &[
    ("件次", Unit::Case),
    ("人次", Unit::Loose),
    ("件", Unit::Case),
    ("份", Unit::Case),
    ("宗", Unit::Case),
    ("起", Unit::Case),
    ("例", Unit::Case),
    ("桩", Unit::Case),
    ("条次", Unit::Loose),
    ("项次", Unit::Loose),
    ("条", Unit::Loose),
    ("项", Unit::Loose),
    ("个", Unit::Loose),
    ("次", Unit::Loose),
    ("篇", Unit::Loose),
    ("部", Unit::Loose),
    ("批次", Unit::Loose),
];
/// What is measured, and never an application, a case, a document or a decision.
const MEASURES: &[&str] = &[
    "名", "场", "期", "家", "户", "位", "处", "台", "套", "块", "张", "本", "册", "幅", "类", "种", "支", "人", "批",
    "轮", "堂", "课", "字", "分", "卷", "袋", "箱", "棵", "公里", "米", "亩", "吨", "级", "层", "所", "座", "辆", "只",
    "步", "点", "对", "组", "班", "村", "镇", "乡", "县", "市", "区", "站", "栏", "版", "页", "集", "档", "科", "局",
    "方", "口", "笔", "把", "段", "盘", "款", "倍", "度", "大", "门", "扇", "道", "面", "股", "路", "线", "网", "端",
    "微", "表", "图", "节", "季", "句", "言", "词", "幢", "间", "具", "阶段", "环节", "板块", "方面", "部分", "领域",
    "群", "窗", "则", "封", "通", "趟", "趟次", "样", "遍", "回", "声", "者", "公", "体", "行", "味", "宗旨", "万",
    "千", "亿",
];

/// Returns the number that begins at that index, and the index after it.
pub fn read_at(flat: &Normalized, index: usize) -> Option<(Read, usize)> {
    let first = flat.at(index)?;
    let starts = first.is_ascii_digit() || is_chinese_numeral(first) || matches!(first, '第' | '(' | '○');
    if !starts
        || first.is_ascii_digit() && flat.before(index).is_some_and(|c| c.is_ascii_digit()) && flat.is_joined(index)
    {
        return None;
    }
    dated(flat, index)
        .or_else(|| document_number(flat, index))
        .or_else(|| ordinal(flat, index))
        .or_else(|| listed(flat, index))
        .or_else(|| digits(flat, index))
        .or_else(|| numerals(flat, index))
}

const fn explained(explanation: Explanation, end: usize) -> Option<(Read, usize)> {
    Some((Read::Explained(explanation), end))
}

/// Days, years and shorter times: 2024年1月8日, 2023年, 12月31日, 9时, 三季度.
fn dated(flat: &Normalized, index: usize) -> Option<(Read, usize)> {
    if let Some((_, end)) = date_at(flat, index) {
        return explained(Explanation::Date, end);
    }
    if let Some((year, end)) = year_at(flat, index) {
        if matches!(flat.at(end), Some('年' | '度')) {
            let end = flat.after(end, "年度").unwrap_or(end + 1);
            let month = part(flat, end).filter(|&behind| flat.at(behind) == Some('月'));
            // 2023年12月 and no day.
            return match month {
                Some(behind) => explained(Explanation::Date, behind + 1),
                None => Some((Read::Year(year), end)),
            };
        }
        // 2021-2023年, 2021至2023年
        let joined = matches!(flat.at(end), Some('-' | '至' | '~' | '—' | '到' | '、' | '.'));
        if joined && year_at(flat, end + 1).is_some() {
            return explained(Explanation::Period, end);
        }
    }
    let behind = part(flat, index)?;
    match flat.at(behind)? {
        '月' if flat.at(behind + 1) != Some('份') || flat.at(index).is_some() => {
            let day = part(flat, behind + 1).filter(|&end| matches!(flat.at(end), Some('日' | '号')));
            explained(
                if day.is_some() { Explanation::Date } else { Explanation::Period },
                day.map_or(behind + 1, |end| end + 1),
            )
        }
        '日' | '号' if flat.at(behind) == Some('日') => explained(Explanation::Date, behind + 1),
        '时' | '点' if flat.at(index).is_some_and(|c| c.is_ascii_digit()) => explained(Explanation::Date, behind + 1),
        ':' if flat.at(index).is_some_and(|c| c.is_ascii_digit()) => {
            let minutes = flat.after_digits(behind + 1);
            (minutes == behind + 3).then_some(()).and(explained(Explanation::Date, minutes))
        }
        '年' => explained(Explanation::Period, behind + 1),
        '季' => explained(Explanation::Period, flat.after(behind, "季度").unwrap_or(behind + 1)),
        '个' => {
            let words =
                ["个工作日", "个月", "个季度", "个小时", "个年度", "个自然日", "个百分点", "个交易日", "个星期"];
            let end = words.iter().find_map(|words| flat.after(behind, words))?;
            let points = flat.after(behind, "个百分点").is_some();
            explained(if points { Explanation::Percentage } else { Explanation::Period }, end)
        }
        '天' | '周' => explained(Explanation::Period, behind + 1),
        '小' => explained(Explanation::Period, flat.after(behind, "小时")?),
        '分' => explained(Explanation::Period, flat.after(behind, "分钟")?),
        '工' => explained(Explanation::Period, flat.after(behind, "工作日")?),
        _ => None,
    }
}

/// The index after a small number in digits or numerals.
fn part(flat: &Normalized, index: usize) -> Option<usize> {
    let digits = flat.after_digits(index);
    if digits > index {
        return (digits - index <= 3).then_some(digits);
    }
    let length = flat.chars().get(index..)?.iter().take(4).take_while(|&&c| is_chinese_numeral(c)).count();
    (length > 0).then_some(index + length)
}

/// 〔2021〕30号, (2023)第5号, 第711号.
fn document_number(flat: &Normalized, index: usize) -> Option<(Read, usize)> {
    if flat.at(index) != Some('(') {
        return None;
    }
    let (_, end) = year_at(flat, index + 1)?;
    let end = flat.after(end, ")")?;
    let end = flat.after(end, "第").unwrap_or(end);
    let behind = flat.after_digits(end);
    explained(Explanation::DocumentNumber, flat.after(behind, "号").unwrap_or(behind))
}

/// 第五十条, 第711号, 第三届, 第一.
fn ordinal(flat: &Normalized, index: usize) -> Option<(Read, usize)> {
    if flat.at(index) != Some('第') {
        return None;
    }
    let opened = usize::from(flat.at(index + 1) == Some('('));
    let end = part(flat, index + 1 + opened)?;
    let end = if opened == 1 { flat.after(end, ")")? } else { end };
    Some(match flat.at(end) {
        Some('条' | '款' | '项' | '章' | '节' | '目') => {
            // 第四十六条之一
            let tail = flat.after(end + 1, "之").and_then(|behind| part(flat, behind));
            explained(Explanation::Article, tail.unwrap_or(end + 1))?
        }
        Some('号') => explained(Explanation::DocumentNumber, end + 1)?,
        _ => explained(Explanation::Ordinal, end)?,
    })
}

/// (一) and (1): the mark of an item or the item of an article.
fn listed(flat: &Normalized, index: usize) -> Option<(Read, usize)> {
    if flat.at(index) != Some('(') {
        return None;
    }
    let end = flat.after(part(flat, index + 1)?, ")")?;
    let of_article =
        matches!(flat.at(end), Some('项' | '款')) || matches!(flat.before(index), Some('条' | '款' | '第'));
    explained(if of_article { Explanation::Article } else { Explanation::ListMark }, end)
}

/// A number in digits: a count with its unit, or part of a name, an address, a telephone number, a percentage.
fn digits(flat: &Normalized, index: usize) -> Option<(Read, usize)> {
    let mut end = flat.after_digits(index);
    if end == index {
        return None;
    }
    let mut written = flat.string(index..end);
    while flat.parts_thousands(end) && written.len() <= MOST_DIGITS {
        written.push_str(&flat.string(end + 1..end + 4));
        end += 4;
    }
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let is_web = |c: Option<char>| {
        c.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '@' | '_' | '=' | '&' | '?' | '.'))
    };
    let decimals =
        flat.after(end, ".").map(|point| (point, flat.after_digits(point))).filter(|(point, behind)| behind > point);
    // www.x2.gov.cn/a12, 4.0版, A4, 5G
    let before = flat.before(index);
    if is_letter(before) || is_web(before) && flat.is_joined(index) && index > 1 && is_web(flat.at(index - 2)) {
        return explained(Explanation::Name, decimals.map_or(end, |(_, behind)| behind));
    }
    if let Some((_, behind)) = decimals {
        // 1.2.3 is no number.
        if flat.at(behind) == Some('.') && flat.at(behind + 1).is_some_and(|c| c.is_ascii_digit()) {
            return explained(Explanation::Name, behind);
        }
        written.push_str(&flat.string(end..behind));
        end = behind;
    }
    if is_letter(flat.at(end)) {
        return explained(Explanation::Name, end);
    }
    // 0555-2345678, 12位 numbers, 邮编 123456
    let grouped = flat.after(end, "-").map(|dash| flat.after_digits(dash)).filter(|&behind| behind > end + 1);
    if let Some(behind) = grouped.filter(|behind| behind - index >= TELEPHONE_DIGITS) {
        return explained(Explanation::Telephone, behind);
    }
    if flat.before(index) == Some('-')
        && end - index >= 3
        && index > 1
        && flat.at(index - 2).is_some_and(|c| c.is_ascii_digit())
    {
        return explained(Explanation::Telephone, end);
    }
    // 电话：0999, 邮编为123456
    let named = |words: &[&str]| {
        let lead = [":", "号码", "为", "是", "号"];
        let start = lead
            .iter()
            .filter_map(|lead| index.checked_sub(lead.chars().count()).filter(|&at| flat.after(at, lead).is_some()))
            .min();
        words.iter().any(|word| {
            [Some(index), start]
                .into_iter()
                .flatten()
                .any(|end| end.checked_sub(word.chars().count()).is_some_and(|at| flat.after(at, word) == Some(end)))
        })
    };
    if decimals.is_none() && named(&["邮编", "邮政编码"]) {
        return explained(Explanation::Address, end);
    }
    if decimals.is_none() && end - index >= 5 && named(&["电话", "传真", "手机", "热线", "QQ", "微信号"]) {
        return explained(Explanation::Telephone, end);
    }
    let plain_digits = end - index;
    if decimals.is_none()
        && plain_digits >= TELEPHONE_DIGITS
        && unit(flat, end).is_none()
        && plain_digits == written.len()
    {
        return explained(Explanation::Telephone, end);
    }
    if let Some(('年' | '度', _)) = flat.at(end).zip(Some(())) {
        return explained(Explanation::Period, end + 1);
    }
    match flat.at(end) {
        Some('%' | '‰') => return explained(Explanation::Percentage, end + 1),
        Some('号') => {
            let of_place = flat.before(index).is_some_and(|c| "路街道巷村组镇乡里弄院楼区".contains(c));
            let to_place = flat.at(end + 1).is_some_and(|c| "楼院栋室".contains(c));
            let explanation = if of_place || to_place { Explanation::Address } else { Explanation::DocumentNumber };
            return explained(explanation, end + 1);
        }
        Some('楼' | '室' | '栋' | '幢') => return explained(Explanation::Address, end + 1),
        Some('.' | '、') if index == 0 || flat.before(index) == Some('#') => {
            return explained(Explanation::ListMark, end + 1);
        }
        Some(')') if index == 0 => return explained(Explanation::ListMark, end + 1),
        Some('是' | '为') if index == 0 => {}
        _ => {}
    }
    // 办结65⏎7件: of a number that a line's end tears, no part is a number.
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let torn = is_digit(flat.at(end)) || is_digit(flat.before(index));
    Some(counted(flat, index, end, Number::parse(&written).filter(|_| !torn)))
}

/// A number in Chinese numerals; only one before a unit, or behind a word that asks for a number.
fn numerals(flat: &Normalized, index: usize) -> Option<(Read, usize)> {
    let (start, hundredths) = match flat.after(index, "百分之") {
        Some(behind) => (behind, true),
        None => (index, false),
    };
    let is_numeral = |c: &&char| is_chinese_numeral(**c);
    let length = flat.chars().get(start..)?.iter().take(MOST_NUMERALS).take_while(is_numeral).count();
    let end = start + length;
    let value = chinese_value(&flat.string(start..end));
    if hundredths {
        return (length > 0).then_some(()).and(explained(Explanation::Percentage, end));
    }
    if length > 0 && flat.at(end) == Some('%') {
        return explained(Explanation::Percentage, end + 1);
    }
    // 三、总体, 一是
    if index == 0 && matches!(flat.at(end), Some('、' | '是' | '.')) {
        return explained(Explanation::ListMark, end + 1);
    }
    if matches!(flat.before(index), Some('其')) && length == 1 && flat.at(end) == Some(',') {
        return explained(Explanation::ListMark, end);
    }
    let alone = matches!(flat.before(index), Some('为' | ':')) && flat.at(end).is_none_or(|c| matches!(c, ',' | '、'));
    let follows_numeral = flat.before(index).is_some_and(is_chinese_numeral);
    if value.is_none() || follows_numeral || !alone && unit(flat, end).is_none() {
        return None;
    }
    Some(counted(flat, index, end, value.map(Number::whole)))
}

/// A counting number from `index` to `end`, and its unit.
fn counted(flat: &Normalized, index: usize, end: usize, number: Option<Number>) -> (Read, usize) {
    let around = Rounding::around(flat, index, end);
    let (unit_at, tens_of_thousands) = match flat.at(around.end) {
        Some('万') => (around.end + 1, true),
        _ => (around.end, false),
    };
    let number = if tens_of_thousands { number.and_then(Number::times_ten_thousand) } else { number };
    let (unit, behind) = unit(flat, unit_at).unwrap_or((Unit::None, unit_at));
    let after = Rounding::after(flat, behind);
    // 1.2万件 is rounded; 30万元 is as exact as the form asks for.
    let rounded = around.rounded || after || tens_of_thousands && unit != Unit::Money;
    let value = number.and_then(Number::as_whole).filter(|_| !rounded);
    (Read::Figure(Figure { value, unit, unit_start: unit_at.min(behind) }), behind)
}

/// Words that make a number rounded.
struct Rounding {
    rounded: bool,
    end: usize,
}

impl Rounding {
    fn around(flat: &Normalized, index: usize, end: usize) -> Rounding {
        let before = flat.before(index).is_some_and(|c| matches!(c, '约' | '近' | '超' | '逾'))
            || index >= 2 && flat.after(index - 2, "超过").is_some();
        let after = flat.at(end).is_some_and(|c| matches!(c, '余' | '多' | '几' | '来'));
        Rounding { rounded: before || after, end: end + usize::from(after) }
    }

    fn after(flat: &Normalized, end: usize) -> bool {
        ["以上", "以下", "以内", "左右", "余", "多"].iter().any(|word| flat.after(end, word).is_some())
    }
}

/// The unit at that index, and the index after it.
fn unit(flat: &Normalized, index: usize) -> Option<(Unit, usize)> {
    for money in ["万元", "亿元", "千元", "元"] {
        if let Some(behind) = flat.after(index, money) {
            return Some((Unit::Money, behind));
        }
    }
    let cases = UNITS.iter().find_map(|(word, unit)| Some((*unit, flat.after(index, word)?)));
    cases.or_else(|| MEASURES.iter().find_map(|word| Some((Unit::Measure, flat.after(index, word)?))))
}
