//! HTML as source text (A20).

use crate::grid::{Content, Grid};
use crate::ink::Ink;
use crate::words::wrapped;

/// A20: a table on one line; an empty cell is `&nbsp;`, headers break with `<br />`.
pub fn table(ink: &mut Ink, grid: &Grid) {
    let paragraphs = ink.dice.percent(60);
    let widths = ink.dice.percent(60);
    let breaks = ink.dice.percent(50);
    let end = *ink.dice.pick(&["", "", "\n"]);
    ink.gap(r#"<table border="1" cellpadding="0" cellspacing="0" width="638"><tbody>"#);
    ink.gap(end);
    for row in &grid.rows {
        ink.row(row.id, |ink| {
            ink.gap("<tr>");
            for slot in &row.slots {
                let mut tag = String::from("<td nowrap=\"nowrap\"");
                if slot.columns > 1 {
                    tag.push_str(&format!(" colspan=\"{}\"", slot.columns));
                }
                if slot.rows > 1 {
                    tag.push_str(&format!(" rowspan=\"{}\"", slot.rows));
                }
                if widths {
                    tag.push_str(&format!(" style=\"width:{}px;\"", 30 + ink.dice.below(90)));
                }
                tag.push('>');
                tag.push_str(if paragraphs { "<p align=\"center\">" } else { "" });
                ink.gap(&tag);
                match &slot.content {
                    Content::Words(words) if breaks && (5..9).contains(&words.chars().count()) => {
                        for (index, part) in wrapped(words, words.chars().count() / 2).iter().enumerate() {
                            ink.gap(if index > 0 { "<br />" } else { "" });
                            ink.label(part);
                        }
                    }
                    content => {
                        ink.content(content);
                        if ink.text_of(content).is_empty() {
                            ink.gap("&nbsp;");
                        }
                    }
                }
                ink.gap(if paragraphs { "</p></td>" } else { "</td>" });
            }
            ink.gap("</tr>");
            ink.gap(end);
        });
    }
    ink.gap("</tbody></table>");
    ink.gap(end);
}
