//! How figures are written in the cells: digits, numerals, signs, units, notes, nothing at all.

use gouji::form::{CellId, Form, Quantity, TableId, locate};
use gouji::text::Number;

use crate::dice::Dice;
use crate::figures::Figures;
use crate::ink::{Sheet, Shown, Written};

/// A way of writing numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Numerals {
    FullWidth,
    Thousands,
    Chinese,
    LetterO,
}

pub fn plain(figures: &Figures) -> Sheet {
    figures
        .iter()
        .map(|(&cell, &number)| (cell, Written { text: number.to_string(), shown: Shown::Value(number) }))
        .collect()
}

fn rewrite(
    sheet: &mut Sheet,
    dice: &mut Dice,
    share: usize,
    write: impl Fn(CellId, Number, &mut Dice) -> Option<String>,
) {
    for (&cell, written) in sheet.iter_mut() {
        if let Shown::Value(number) = written.shown
            && dice.percent(share)
            && let Some(text) = write(cell, number, dice)
        {
            written.text = text;
        }
    }
}

/// Writes all numbers, or some of them, in that way.
pub fn in_numerals(sheet: &mut Sheet, numerals: Numerals, dice: &mut Dice) {
    let share = *dice.pick(&[100, 30]);
    rewrite(sheet, dice, share, |_, number, _| {
        let digits = number.to_string();
        match numerals {
            Numerals::FullWidth => Some(digits.chars().map(full_width).collect()),
            Numerals::Thousands => number.as_whole().filter(|whole| *whole >= 1000).map(thousands),
            Numerals::Chinese => number.as_whole().filter(|whole| (0..10_000).contains(whole)).map(chinese),
            Numerals::LetterO => digits.contains('0').then(|| digits.replace('0', "O")),
        }
    });
}

fn full_width(c: char) -> char {
    match c {
        '0'..='9' => char::from_u32(c as u32 - 0x30 + 0xff10).unwrap_or(c),
        '.' => '．',
        _ => c,
    }
}

fn thousands(number: i64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// 0 to 9999 in Chinese numerals.
pub fn chinese(number: i64) -> String {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let mut text = String::new();
    let mut gap = false;
    for (power, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = (number / power % 10) as usize;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        if !(power == 10 && digit == 1 && text.is_empty()) {
            text.push(DIGITS[digit]);
        }
        text.push_str(unit);
    }
    if text.is_empty() { "〇".to_string() } else { text }
}

/// Changes with a sign or with 增 and 减, as in the form of 2019.
pub fn with_signs(sheet: &mut Sheet, dice: &mut Dice) {
    let words = dice.percent(35);
    rewrite(sheet, dice, 100, |cell, number, _| {
        let (_, column) = locate(cell)?;
        let whole = number.as_whole().filter(|&whole| whole != 0 && column.quantity == Quantity::Change)?;
        Some(match (words, whole > 0) {
            (true, true) => format!("增{whole}"),
            (true, false) => format!("减{}", -whole),
            (false, true) => format!("+{whole}"),
            (false, false) => whole.to_string(),
        })
    });
}

/// Units behind the numbers of table two, and sometimes of table three.
pub fn with_units(sheet: &mut Sheet, dice: &mut Dice) {
    let everywhere = dice.percent(25);
    rewrite(sheet, dice, 100, |cell, number, dice| {
        let (_, column) = locate(cell)?;
        match (column.quantity, cell.column) {
            (Quantity::Amount, "amount") if cell.row == "disclosure.fees" => Some(format!("{number}万元")),
            (Quantity::Amount, _) => Some(format!("{number}元")),
            (Quantity::Count, _) if TableId::of(cell) == TableId::Disclosure && dice.percent(50) => {
                Some(format!("{number}件"))
            }
            (Quantity::Count, _) if everywhere => Some(format!("{number}件")),
            _ => None,
        }
    });
}

/// Notes behind some numbers of documents: 22（其中修订16件）.
pub fn with_notes(sheet: &mut Sheet, dice: &mut Dice) {
    rewrite(sheet, dice, 60, |cell, number, dice| {
        let whole = number.as_whole().filter(|&whole| whole > 1 && cell.row == "disclosure.normative_documents")?;
        let part = dice.between(1, whole - 1);
        Some(match dice.below(3) {
            0 => format!("{number}（其中修订{part}件）"),
            1 => format!("{number}（其中修订 {part} 件）"),
            _ => format!("{number}(含自然失效{part}件)"),
        })
    });
}

/// Leaves zeros out: whole rows of them, or every zero.
pub fn with_blanks(sheet: &mut Sheet, form: &Form, dice: &mut Dice) {
    let rows_only = dice.percent(60);
    for row in form.rows() {
        let cells: Vec<CellId> = row.cells().collect();
        let zero = |sheet: &Sheet, cell: &CellId| {
            sheet.get(cell).is_some_and(|written| written.shown == Shown::Value(Number::ZERO))
        };
        let all_zero = cells.iter().all(|cell| zero(sheet, cell));
        if if rows_only { all_zero && dice.percent(50) } else { true } {
            // A total alone at the end of a row could be a filler: it stays, unless its whole row goes.
            let kept = usize::from(!all_zero && cells.len() > 1);
            for cell in &cells[..cells.len() - kept] {
                if zero(sheet, cell) {
                    sheet.insert(*cell, Written { text: String::new(), shown: Shown::Blank });
                }
            }
        }
    }
}

/// Only the totals stay; the form's first row keeps its first number as well.
pub fn totals_only(sheet: &mut Sheet, form: &Form) {
    for row in form.table(TableId::Requests).map_or(&[][..], |table| table.rows).iter().skip(1) {
        for cell in row.cells().take(row.columns.len() - 1) {
            sheet.insert(cell, Written { text: String::new(), shown: Shown::Blank });
        }
    }
}

/// A stroke where there is nothing to report.
pub fn with_placeholders(sheet: &mut Sheet, dice: &mut Dice) {
    let stroke = *dice.pick(&["/", "-", "—", "无", "／"]);
    let share = *dice.pick(&[100, 20]);
    for written in sheet.values_mut() {
        if written.shown == Shown::Value(Number::ZERO) && dice.percent(share) {
            *written = Written { text: stroke.to_string(), shown: Shown::Placeholder };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_written_as_people_write_them() {
        let written = [0, 7, 10, 12, 30, 101, 110, 1_005, 1_050, 9_999].map(chinese);
        assert_eq!(
            written,
            ["〇", "七", "十", "十二", "三十", "一百零一", "一百一十", "一千零五", "一千零五十", "九千九百九十九"]
        );
        assert_eq!(thousands(1_234_567), "1,234,567");
    }
}
