//! Numbers written in Chinese characters.

pub fn is_chinese_numeral(c: char) -> bool {
    matches!(
        c,
        '〇' | '零'
            | '一'
            | '二'
            | '两'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
    )
}

fn chinese_digit(c: char) -> Option<i64> {
    "〇一二三四五六七八九".chars().position(|d| d == c).map(|value| value as i64).or(match c {
        '零' => Some(0),
        '两' => Some(2),
        _ => None,
    })
}

/// The value of a Chinese numeral, by place (二〇二四) or by unit (二千零二十四); None when it is neither.
pub fn chinese_value(text: &str) -> Option<i64> {
    let characters: Vec<char> = text.chars().collect();
    if characters.is_empty() || characters.len() > 16 {
        return None;
    }
    if characters.iter().all(|&c| chinese_digit(c).is_some()) {
        if characters.len() > 1 && characters.iter().all(|&c| c != '〇' && c != '零') && characters.len() < 4 {
            return None;
        }
        return characters.iter().try_fold(0i64, |value, &c| Some(value * 10 + chinese_digit(c)?));
    }
    let (mut total, mut section, mut pending) = (0i64, 0i64, None::<i64>);
    for &c in &characters {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => 10_000,
            '亿' => 100_000_000,
            _ => {
                pending = Some(chinese_digit(c)?);
                continue;
            }
        };
        // Only ten is said without a figure before it.
        if pending.is_none() && unit != 10 && (unit < 10_000 || section == 0 && total == 0) {
            return None;
        }
        if unit >= 10_000 {
            total = (total + section + pending.take().unwrap_or(0)).checked_mul(unit)?;
            section = 0;
        } else {
            section += pending.take().unwrap_or(1) * unit;
        }
    }
    Some(total + section + pending.unwrap_or(0))
}

/// Returns the numeral of a number up to 99: 12 is 十二.
pub fn chinese_numeral(value: u32) -> String {
    const UNITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = ((value / 10 % 10) as usize, UNITS[(value % 10) as usize]);
    match tens {
        0 => ones.to_string(),
        1 => format!("十{ones}"),
        _ => format!("{}十{ones}", UNITS[tens]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_go_both_ways() {
        for value in 1..100 {
            assert_eq!(chinese_value(&chinese_numeral(value)), Some(i64::from(value)));
        }
    }
}
