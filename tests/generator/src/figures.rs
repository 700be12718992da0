//! The figures of a report: drawn at random in the size of an office, and balanced as the form demands.

use std::collections::BTreeMap;

use gouji::form::{CellId, Form, Quantity, TableId, is_outcome};
use gouji::text::Number;

use crate::dice::Dice;

/// How much an office has to report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Size {
    /// Nothing but zeros in tables three and four.
    Quiet,
    /// A township: a few applications.
    Small,
    /// A county or a department: some hundreds.
    Middle,
    /// A city: thousands.
    Big,
    /// Figures of up to seven digits.
    Huge,
}

impl Size {
    pub fn draw(dice: &mut Dice) -> Size {
        match dice.below(100) {
            0..20 => Size::Quiet,
            20..50 => Size::Small,
            50..78 => Size::Middle,
            78..96 => Size::Big,
            _ => Size::Huge,
        }
    }

    /// The most applications one kind of applicant makes: people first, then organizations.
    fn applications(self) -> [i64; 2] {
        match self {
            Size::Quiet => [0, 0],
            Size::Small => [30, 3],
            Size::Middle => [900, 60],
            Size::Big => [16_000, 900],
            Size::Huge => [4_000_000, 900_000],
        }
    }
}

pub type Figures = BTreeMap<CellId, Number>;

/// Random figures whose sums all hold.
pub fn draw(form: &Form, size: Size, dice: &mut Dice) -> Figures {
    let mut figures = Figures::new();
    for row in form.table(TableId::Disclosure).map_or(&[][..], |table| table.rows) {
        for column in row.columns {
            let number = match (column.quantity, size) {
                (Quantity::Amount, Size::Quiet) if dice.percent(70) => Number::ZERO,
                (Quantity::Amount, _) => amount(dice),
                (Quantity::Change, _) => Number::whole(if dice.percent(60) { 0 } else { dice.between(-30, 30) }),
                (Quantity::Count, _) => Number::whole(disclosed(row.id, size, dice)),
            };
            figures.insert(CellId { row: row.id, column: column.id }, number);
        }
    }
    draw_requests(form, size, dice, &mut figures);
    let most = [0, 2, 40, 600, 200_000][size as usize];
    for row in form.table(TableId::Disputes).map_or(&[][..], |table| table.rows) {
        for cell in row.cells().take(4) {
            let number = if dice.percent(45) { dice.between(0, most) } else { 0 };
            figures.insert(cell, Number::whole(number));
        }
    }
    balance(form, &mut figures);
    figures
}

/// Numbers of documents, decisions and fees in table two.
fn disclosed(row: &str, size: Size, dice: &mut Dice) -> i64 {
    let most = match (row, size) {
        ("disclosure.rules", Size::Quiet | Size::Small) => 0,
        ("disclosure.rules", _) => 40,
        ("disclosure.normative_documents", _) => [4, 12, 150, 800, 20_000][size as usize],
        _ => [20, 900, 60_000, 900_000, 9_999_999][size as usize],
    };
    let scale = 10_i64.pow(dice.below(4) as u32);
    if dice.percent(25) { 0 } else { dice.between(0, (most / scale).max(1).min(most)) }
}

fn amount(dice: &mut Dice) -> Number {
    let digits = 1 + dice.below(6) as u32;
    let whole = dice.between(0, 10_i64.pow(digits));
    match dice.below(5) {
        0 | 1 => Number::ZERO,
        2 => Number::whole(whole),
        3 => Number::decimal(whole, 2).unwrap_or(Number::ZERO),
        _ => Number::decimal(whole, 1 + dice.below(4) as u8).unwrap_or(Number::ZERO),
    }
}

/// The figures that follow from these numbers, taken in the order of the form for every cell no sum fixes; zeros when they run out.
pub fn of(form: &Form, numbers: &[i64]) -> Figures {
    let mut numbers = numbers.iter().copied();
    let mut figures: Figures =
        form.cells().map(|cell| (cell, Number::whole(numbers.next().unwrap_or_default()))).collect();
    balance(form, &mut figures);
    figures
}

fn draw_requests(form: &Form, size: Size, dice: &mut Dice, figures: &mut Figures) {
    let Some(table) = form.table(TableId::Requests) else { return };
    let outcomes: Vec<&str> = table.rows.iter().map(|row| row.id).filter(|row| is_outcome(row)).collect();
    for (index, column) in table.rows[0].columns.iter().take(6).enumerate() {
        let most = size.applications()[usize::from(index > 0)];
        let busy = index == 0 || dice.percent(if size == Size::Small { 15 } else { 55 });
        let all = if busy { dice.between(most / 20, most) } else { 0 };
        let weights: Vec<i64> = outcomes.iter().map(|_| dice.between(0, 9).pow(2) * dice.between(0, 1)).collect();
        let sum = weights.iter().sum::<i64>().max(1);
        for (outcome, weight) in outcomes.iter().zip(weights) {
            let number = Number::whole(all * weight / sum);
            figures.insert(CellId { row: outcome, column: column.id }, number);
        }
        let left = if dice.percent(50) { 0 } else { dice.between(0, all / 12) };
        figures.insert(CellId { row: "requests.carried_out", column: column.id }, Number::whole(left));
        let carried = if dice.percent(50) { 0 } else { dice.between(0, all / 15) };
        figures.insert(CellId { row: "requests.carried_in", column: column.id }, Number::whole(carried));
    }
}

/// Works out every figure that the sums of the form fix: （七）总计, 新收 and the totals at the right.
pub fn balance(form: &Form, figures: &mut Figures) {
    let whole =
        |figures: &Figures, cell: CellId| figures.get(&cell).and_then(|number| number.as_whole()).unwrap_or_default();
    if let Some(table) = form.table(TableId::Requests) {
        for column in table.rows[0].columns.iter().take(6) {
            let cell = |row| CellId { row, column: column.id };
            let closed: i64 =
                table.rows.iter().filter(|row| is_outcome(row.id)).map(|row| whole(figures, cell(row.id))).sum();
            let handled = closed + whole(figures, cell("requests.carried_out"));
            let carried = whole(figures, cell("requests.carried_in")).min(handled);
            figures.insert(cell("requests.closed"), Number::whole(closed));
            figures.insert(cell("requests.carried_in"), Number::whole(carried));
            figures.insert(cell("requests.received"), Number::whole(handled - carried));
        }
    }
    for id in [TableId::Requests, TableId::Disputes] {
        for row in form.table(id).map_or(&[][..], |table| table.rows) {
            let (total, parts) = (row.cell(row.columns.len() - 1), row.cells().take(row.columns.len() - 1));
            let sum = parts.map(|cell| whole(figures, cell)).sum();
            figures.insert(total, Number::whole(sum));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gouji::form::FORMS;

    #[test]
    fn every_sum_of_every_drawn_report_holds() {
        let mut dice = Dice::new(1);
        for round in 0..60 {
            let form = &FORMS[round % FORMS.len()];
            let size = Size::draw(&mut dice);
            let figures = draw(form, size, &mut dice);
            assert_eq!(figures.len(), form.cells().count());
            let side = |cells: &[CellId]| cells.iter().filter_map(|cell| figures[cell].as_whole()).sum::<i64>();
            assert!(form.sums().iter().all(|sum| side(&sum.left) == side(&sum.right)));
        }
    }
}
