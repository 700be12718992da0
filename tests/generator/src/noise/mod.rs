//! Noise that composes: what happens to a report on its way, whatever its layout.

mod traditional;

use gouji::form::{CellId, Edition, Form, TableId};
use gouji::text::Number;

use crate::dice::Dice;
use crate::figures::Figures;
use crate::ink::{Ink, Kind, Piece, Sheet, Shown};
use crate::layouts::{Demand, Layout, Line, Setting};
use crate::words::Words;
use crate::writing::{self, Numerals};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Noise {
    /// Figures that do not add up; the text shows them plainly.
    WrongFigures,
    Numerals,
    Units,
    CellNotes,
    Blanks,
    Placeholders,
    Signs,
    TotalsOnly,
    /// Notes in brackets behind labels.
    Notes,
    LostRow,
    /// Rows of five numbers under seven columns.
    ShortRows,
    PageNumbers,
    Traditional,
    Spam,
    /// Full-width brackets gone, and 年, 月, 件 behind digits.
    LostMarks,
    Chrome,
    /// Spaces inside labels.
    LabelSpaces,
    /// A number with a space inside its cell: one number or two, nobody can tell.
    SplitDigits,
    /// Words in the cell of a number, such as 约5: the cell holds no number.
    WordsBeside,
    /// The header once more, where a page ends.
    RepeatedHeader,
    /// A row that the form does not have.
    ExtraRow,
    /// Lines end as on Windows.
    CarriageReturns,
    TwoYears,
    TwoReports,
}

/// Noise that may come to any report, with its chance in a noisy one.
const USUAL: [(Noise, usize); 18] = [
    (Noise::WrongFigures, 25),
    (Noise::Numerals, 15),
    (Noise::Units, 10),
    (Noise::CellNotes, 10),
    (Noise::Blanks, 20),
    (Noise::Placeholders, 10),
    (Noise::Signs, 15),
    (Noise::Notes, 15),
    (Noise::LostRow, 10),
    (Noise::PageNumbers, 35),
    (Noise::Traditional, 15),
    (Noise::Spam, 8),
    (Noise::Chrome, 15),
    (Noise::LabelSpaces, 12),
    (Noise::SplitDigits, 6),
    (Noise::RepeatedHeader, 10),
    (Noise::ExtraRow, 10),
    (Noise::CarriageReturns, 12),
];

impl Noise {
    /// The noise of one report: none in half of them.
    pub fn draw(layout: &Layout, form: &Form, dice: &mut Dice) -> Vec<Noise> {
        let mut drawn: Vec<Noise> = layout.dress.into_iter().collect();
        if dice.percent(50) {
            return drawn;
        }
        for (noise, chance) in USUAL {
            if dice.percent(chance) && noise.fits(layout, form) && !drawn.contains(&noise) {
                drawn.push(noise);
            }
        }
        if layout.id == "A1" && dice.percent(4) {
            drawn.push(Noise::ShortRows);
        }
        // Only one hand writes the numbers.
        let mut written = false;
        drawn.retain(|noise| {
            let writes = matches!(
                noise,
                Noise::Numerals | Noise::Units | Noise::Placeholders | Noise::Blanks | Noise::TotalsOnly
            );
            !writes || !std::mem::replace(&mut written, true)
        });
        drawn
    }

    /// Whether a report in that layout can carry it and stay readable.
    pub fn fits(self, layout: &Layout, form: &Form) -> bool {
        let glued = matches!(layout.id, "A7" | "A8" | "A9");
        match self {
            Noise::Signs => !glued && form.edition == Edition::Of2019,
            Noise::Numerals | Noise::Units => !glued,
            Noise::CellNotes | Noise::Placeholders => !glued && layout.shows_ends,
            Noise::Blanks => layout.shows_blanks,
            Noise::LabelSpaces | Noise::SplitDigits | Noise::WordsBeside => !glued && layout.shows_ends,
            Noise::RepeatedHeader => layout.line != Line::None && layout.demand == Demand::Every,
            Noise::ExtraRow => !glued && form.edition == Edition::Of2019,
            Noise::Notes => layout.shows_ends,
            Noise::PageNumbers => ["A1", "A2", "A3", "A4", "A5", "A6", "A8", "A19", "A39"].contains(&layout.id),
            Noise::Chrome => layout.setting != Setting::Html,
            _ => true,
        }
    }
}

/// Alters one or two figures, so that sums fail.
pub fn wrong_figures(figures: &mut Figures, dice: &mut Dice) {
    let cells: Vec<CellId> = figures.keys().copied().filter(|cell| TableId::of(*cell) != TableId::Disclosure).collect();
    for _ in 0..dice.between(1, 3) {
        let cell = *dice.pick(&cells);
        if let Some(whole) = figures.get(&cell).and_then(|number| number.as_whole()) {
            let wrong = match dice.below(4) {
                0 => whole + 1,
                1 => (whole - 1).max(0),
                2 => 0,
                _ => whole + dice.between(2, 60),
            };
            figures.insert(cell, Number::whole(wrong));
        }
    }
}

/// Changes the way figures are written.
pub fn write(noise: Noise, layout: &Layout, form: &Form, sheet: &mut Sheet, dice: &mut Dice) {
    match noise {
        Noise::Numerals => {
            let all = [Numerals::FullWidth, Numerals::Thousands, Numerals::LetterO, Numerals::Chinese];
            // Chinese numerals between spaces are words of the labels beside them.
            let fitting = if layout.shows_ends { &all[..] } else { &all[..3] };
            let numerals = *dice.pick(fitting);
            writing::in_numerals(sheet, numerals, dice);
        }
        Noise::Units => writing::with_units(sheet, dice),
        Noise::CellNotes => writing::with_notes(sheet, dice),
        Noise::Blanks => writing::with_blanks(sheet, form, dice),
        Noise::Placeholders => writing::with_placeholders(sheet, dice),
        Noise::Signs => writing::with_signs(sheet, dice),
        Noise::TotalsOnly => writing::totals_only(sheet, form),
        _ => {}
    }
}

pub fn reword(noise: Noise, words: &mut Words, dice: &mut Dice) {
    if noise == Noise::Notes {
        words.add_notes(dice);
    }
}

/// Changes the text once it is set.
pub fn disturb(noise: Noise, ink: &mut Ink, layout: &Layout) {
    match noise {
        Noise::LostRow => lost_row(ink),
        Noise::ShortRows => short_rows(&mut ink.pieces),
        Noise::PageNumbers => page_numbers(ink, layout),
        Noise::Traditional => traditional::write(&mut ink.pieces, &mut ink.dice),
        Noise::Spam => spam(ink),
        Noise::LostMarks => lost_marks(&mut ink.pieces),
        Noise::Chrome => chrome(ink, layout),
        Noise::LabelSpaces => label_spaces(ink),
        Noise::SplitDigits => split_digits(ink),
        Noise::WordsBeside => words_beside(ink),
        Noise::RepeatedHeader => repeated_header(ink),
        Noise::CarriageReturns => {
            ink.pieces.iter_mut().for_each(|piece| piece.text = piece.text.replace("\r\n", "\n").replace('\n', "\r\n"));
        }
        _ => {}
    }
}

fn lost_row(ink: &mut Ink) {
    let rows: Vec<usize> = (0..ink.rows.len()).filter(|row| ink.rows[*row] != "disputes").collect();
    if !rows.is_empty() {
        let lost = *ink.dice.pick(&rows);
        ink.pieces.retain(|piece| piece.row != Some(lost));
    }
}

/// Takes two zeros out of the middle of every row from 予以公开 on; which of the middle cells are left cannot be told.
fn short_rows(pieces: &mut Vec<Piece>) {
    let mut index = 0;
    while index < pieces.len() {
        if let Kind::Figure { cells, shown, sure } = &mut pieces[index].kind
            && let Some(cell) = cells.first().copied()
            && TableId::of(cell) == TableId::Requests
            && !["requests.received", "requests.carried_in"].contains(&cell.row)
        {
            *sure = false;
            match cell.column {
                "research" | "nonprofit" => {
                    remove_cell(pieces, index, Line::Cell);
                    index = index.saturating_sub(4);
                    continue;
                }
                "company" | "legal_service" | "other_organization" => *shown = Shown::Blank,
                _ => {}
            }
        }
        index += 1;
    }
}

/// Takes a figure out together with the marks that set its cell apart.
pub fn remove_cell(pieces: &mut Vec<Piece>, index: usize, line: Line) {
    let gap = |piece: &&Piece| piece.kind == Kind::Gap;
    let before: Vec<&str> = pieces[..index].iter().rev().take_while(gap).map(|piece| piece.text.as_str()).collect();
    let after: Vec<&str> = pieces[index + 1..].iter().take_while(gap).map(|piece| piece.text.as_str()).collect();
    let blank = |text: &&&str| text.chars().all(|c| c != '\n' && c.is_whitespace());
    let to_end_of_line =
        |gaps: &[&str]| gaps.iter().position(|text| text.contains('\n')).map_or(gaps.len(), |at| at + 1);
    let (left, right) = match line {
        Line::Cell => (before.iter().take_while(blank).count(), to_end_of_line(&after)),
        Line::None => (before.len().min(1), after.len().min(1)),
        _ if after.first().is_some_and(|text| text.contains('|')) => {
            (before.iter().take_while(|text| text.trim().is_empty() && !text.contains('\n')).count().min(1), 1)
        }
        _ if after.first().is_none_or(|text| text.contains('\n')) => (before.len().min(1), 0),
        _ => (0, 1),
    };
    pieces.drain(index - left..=index + right);
}

fn page_numbers(ink: &mut Ink, layout: &Layout) {
    let style = ink.dice.below(if ink.damaged { 5 } else { 6 });
    let first = ink.dice.between(1, 6);
    let ends: Vec<usize> = (0..ink.pieces.len())
        .filter(|&at| {
            ink.pieces[at].in_table && ink.pieces[at].kind == Kind::Gap && ink.pieces[at].text.ends_with('\n')
        })
        .filter(|&at| ink.pieces.get(at + 1).is_some_and(|next| next.in_table))
        .collect();
    if ends.is_empty() {
        return;
    }
    let mut places: Vec<usize> = (0..ink.dice.between(1, 3)).map(|_| *ink.dice.pick(&ends)).collect();
    places.sort_unstable();
    places.dedup();
    for (offset, &at) in places.iter().enumerate().rev() {
        let number = first + offset as i64;
        let text = match style {
            0 => format!("- {number} -"),
            1 => format!("第 {number} 页"),
            2 => format!("— {number} —"),
            3 => format!("第{number}页 共{}页", first + 3),
            4 => format!("-{number}-"),
            _ => number.to_string(),
        };
        let end = if layout.setting == Setting::Apart { "\n\n" } else { "\n" };
        let (report, neighbours) = (ink.pieces[at].report, [ink.pieces[at].row, next_row(&ink.pieces, at)]);
        // A bare number among the cells cannot be told from a cell.
        if style == 5 {
            for piece in ink.pieces.iter_mut().filter(|piece| piece.row.is_some() && neighbours.contains(&piece.row)) {
                if let Kind::Figure { sure, .. } = &mut piece.kind {
                    *sure = false;
                }
            }
        }
        let page = Piece { text: format!("{text}{end}"), kind: Kind::Page, row: None, in_table: true, report };
        ink.pieces.insert(at + 1, page);
    }
}

fn next_row(pieces: &[Piece], at: usize) -> Option<usize> {
    pieces[at + 1..].iter().find_map(|piece| piece.row)
}

fn spam(ink: &mut Ink) {
    let word = *ink.dice.pick(&["某某体育官网@", "万彩在线平台", "星运娱乐app下载", "XX棋牌2024最新版"]);
    let Ink { pieces, dice, .. } = ink;
    for piece in pieces.iter_mut().filter(|piece| piece.kind == Kind::Prose && piece.text.chars().count() > 18) {
        if dice.percent(60) {
            continue;
        }
        let characters: Vec<char> = piece.text.chars().collect();
        let places: Vec<usize> = (1..characters.len())
            .filter(|&at| !characters[at - 1..=at].iter().any(|c| c.is_ascii_digit() || "年月日件".contains(*c)))
            .collect();
        if let Some(&at) = (!places.is_empty()).then(|| dice.pick(&places)) {
            piece.text =
                characters[..at].iter().chain(&word.chars().collect::<Vec<_>>()).chain(&characters[at..]).collect();
        }
    }
}

fn label_spaces(ink: &mut Ink) {
    let space = *ink.dice.pick(&[" ", "\u{3000}", "\u{a0}", "  "]);
    let share = *ink.dice.pick(&[10, 40]);
    let Ink { pieces, dice, .. } = ink;
    for piece in pieces.iter_mut().filter(|piece| piece.kind == Kind::Label) {
        let characters: Vec<(usize, char)> = piece.text.char_indices().collect();
        let inside = |pair: &&[(usize, char)]| pair.iter().all(|(_, c)| gouji::text::is_han(*c));
        let places: Vec<usize> = characters.windows(2).filter(inside).map(|pair| pair[1].0).collect();
        if !places.is_empty() && dice.percent(share) {
            piece.text.insert_str(*dice.pick(&places), space);
        }
    }
}

fn split_digits(ink: &mut Ink) {
    spoil(ink, |text, dice| text.insert(1 + dice.below(text.len() - 1), ' '), 2);
}

fn words_beside(ink: &mut Ink) {
    let beside = |text: &mut String, dice: &mut Dice| match dice.below(4) {
        0 => text.push_str("见注"),
        1 => text.insert_str(0, "其中"),
        2 => text.insert(0, '约'),
        _ => text.insert(0, '共'),
    };
    spoil(ink, beside, 1);
}

/// Does something to a plain number of so many digits after which nobody can tell it.
fn spoil(ink: &mut Ink, change: impl Fn(&mut String, &mut Dice), digits: usize) {
    // With a number lost beside it the two halves would fill the row.
    if ink.damaged {
        return;
    }
    let plain = |piece: &Piece| piece.text.len() >= digits && piece.text.bytes().all(|byte| byte.is_ascii_digit());
    let places: Vec<usize> =
        (0..ink.pieces.len()).filter(|&at| ink.pieces[at].is_figure() && plain(&ink.pieces[at])).collect();
    if let Some(&at) = (!places.is_empty()).then(|| ink.dice.pick(&places)) {
        let piece = &mut ink.pieces[at];
        change(&mut piece.text, &mut ink.dice);
        if let Kind::Figure { shown, sure, .. } = &mut piece.kind {
            (*shown, *sure) = (Shown::Blank, false);
        }
    }
}

fn repeated_header(ink: &mut Ink) {
    let inside = |ink: &Ink, piece: &Piece| piece.row.is_some_and(|row| ink.rows[row].starts_with("requests"));
    let rows: Vec<usize> = (0..ink.pieces.len()).filter(|&at| inside(ink, &ink.pieces[at])).collect();
    let Some(&first) = rows.first() else { return };
    let header: Vec<Piece> = {
        let start = ink.pieces[..first].iter().rposition(|piece| !piece.in_table || piece.row.is_some());
        ink.pieces[start.map_or(0, |at| at + 1)..first].to_vec()
    };
    let starts: Vec<usize> =
        rows.iter().copied().skip(1).filter(|&at| ink.pieces[at - 1].row != ink.pieces[at].row).collect();
    if let Some(&at) = (!starts.is_empty()).then(|| ink.dice.pick(&starts)) {
        ink.pieces.splice(at..at, header);
    }
}

fn lost_marks(pieces: &mut [Piece]) {
    for piece in pieces.iter_mut().filter(|piece| matches!(piece.kind, Kind::Prose | Kind::Label)) {
        let mut kept = String::new();
        for c in piece.text.chars() {
            let after_digit = kept.ends_with(|last: char| last.is_ascii_digit());
            if !("（）".contains(c) || after_digit && "年月件".contains(c)) {
                kept.push(c);
            }
        }
        piece.text = kept;
    }
}

/// What stands around a report on a web page.
fn chrome(ink: &mut Ink, layout: &Layout) {
    let end = if layout.setting == Setting::Run { " " } else { "\n" };
    let number = ink.dice.between(100, 99_999);
    let before = match ink.dice.below(4) {
        0 => format!(
            "当前位置：首页{end}政务公开{end}政府信息公开年报{end}来源：本站 时间：2024-02-08 16:34 访问量：{number}{end}字体：[大 中 小]{end}"
        ),
        1 => format!(
            "索 引 号: | 01{number}/2024-00021 | 发布机构: | 办公室{end}生成日期: | 2024-01-19 | 文 号: | 无{end}"
        ),
        2 => format!("{}{end}首页 | 机构 | 公开 | 服务 | 互动{end}", "|".repeat(300)),
        _ => format!("打印 分享 微信 微博 QQ空间{end}阅读次数:{number}{end}-->{end}"),
    };
    let after = format!("{end}【打印本页】 【关闭窗口】{end}主办：办公室 ICP备{number}号 网站标识码{number}{number}");
    let piece = |text: String, report| Piece { text, kind: Kind::Prose, row: None, in_table: false, report };
    let last = ink.pieces.last().map_or(0, |piece| piece.report);
    ink.pieces.insert(0, piece(before, 0));
    ink.pieces.push(piece(after, last));
}
