//! What extractors lose: repeats (A26), labels (A27), whole tables (A29, A30). Here a reader has to know what it does not know.

use gouji::form::{CellId, TableId};

use crate::grid::{Content, Grid};
use crate::ink::{Ink, Shown};

fn line(ink: &mut Ink, words: &str) {
    ink.label(words);
    ink.gap("\n\n");
}

/// A26: whatever stood before is gone: repeated words, and in some texts repeated numbers or all numbers.
pub fn without_repeats(ink: &mut Ink, grid: &Grid) {
    let lost = ink.habit % 3;
    for row in &grid.rows {
        ink.row(row.id, |ink| {
            for slot in &row.slots {
                let text = ink.text_of(&slot.content);
                let figure = matches!(slot.content, Content::Figure(_));
                let repeated = ink.pieces.iter().any(|piece| piece.in_table && piece.text == text);
                let gone = match (figure, lost) {
                    (false, _) => repeated,
                    (true, 0) => false,
                    (true, 1) => repeated,
                    (true, _) => true,
                };
                if !gone {
                    ink.sure = !figure || lost == 0;
                    ink.content(&slot.content);
                    ink.sure = true;
                    ink.gap("\n\n");
                }
            }
        });
    }
}

/// A27: labels, brackets and numbers of items lost; a row without its label cannot be told.
pub fn without_labels(ink: &mut Ink, grid: &Grid) {
    for row in &grid.rows {
        ink.row(row.id, |ink| {
            let lost = row.id == Some("disclosure.rules") && ink.dice.percent(70)
                || row.id.is_some() && row.slots.len() > row.figures().count() && ink.dice.percent(6);
            ink.sure = !lost;
            for slot in &row.slots {
                match &slot.content {
                    Content::Figure(_) => {
                        ink.content(&slot.content);
                        ink.gap("\n\n");
                    }
                    Content::Words(_) if lost => ink.gap("  \n\n"),
                    Content::Words(words) if words.starts_with("第二十条") && ink.dice.percent(60) => {
                        line(ink, "第二十条第")
                    }
                    Content::Words(words) if words.starts_with("本年新") => line(ink, "本年新"),
                    Content::Words(words) => {
                        let bare = if ink.dice.percent(30) {
                            words.replace(['（', '）', '(', ')'], "")
                        } else {
                            words.clone()
                        };
                        line(ink, &bare);
                    }
                }
            }
            ink.sure = true;
        });
    }
}

/// A29: the table was an image or an attachment.
pub fn nothing(ink: &mut Ink, _: &Grid) {
    let left = *ink.dice.pick(&["", "（见附件）", "[图片]", "详见附表。"]);
    ink.prose(left);
    ink.gap("\n");
}

/// A30: sentences instead of a table.
pub fn prose(ink: &mut Ink, grid: &Grid) {
    let number = |ink: &Ink, row, column| match ink.sheet.get(&CellId { row, column }).map(|written| written.shown) {
        Some(Shown::Value(number)) => number.to_string(),
        _ => "0".to_string(),
    };
    let total = |ink: &Ink, row| number(ink, row, "total");
    let sentence = match grid.table {
        TableId::Disclosure => format!(
            "（1）本年度制发公开规范性文件{}件，作出行政许可{}件、行政处罚{}件、行政强制{}件。\n（2）本年度没有发生与政府信息公开有关的行政事业性收费。",
            number(ink, "disclosure.normative_documents", "issued"),
            number(ink, "disclosure.licenses", "decisions"),
            number(ink, "disclosure.penalties", "decisions"),
            number(ink, "disclosure.compulsory_measures", "decisions"),
        ),
        TableId::Requests => format!(
            "本年度新收政府信息公开申请{}件，上年结转{}件；予以公开{}件，部分公开{}件，办结{}件，结转下年度继续办理{}件。",
            total(ink, "requests.received"),
            total(ink, "requests.carried_in"),
            total(ink, "requests.granted"),
            total(ink, "requests.granted_in_part"),
            total(ink, "requests.closed"),
            total(ink, "requests.carried_out"),
        ),
        _ => format!(
            "因政府信息公开引起的行政复议{}件；行政诉讼中，未经复议直接起诉{}件，复议后起诉{}件。",
            total(ink, "disputes.review"),
            total(ink, "disputes.suit_direct"),
            total(ink, "disputes.suit_after_review"),
        ),
    };
    ink.prose(&sentence);
    ink.gap("\n");
}
