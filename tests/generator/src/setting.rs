//! Sets the parts of a report as text around its tables.

use crate::dice::Dice;
use crate::ink::Ink;
use crate::layouts::{Layout, Setting};
use crate::story::Block;
use crate::words::wrapped;

/// Writes a whole report; `table` writes the table with that index.
pub fn set<'a>(ink: &mut Ink<'a>, layout: &Layout, blocks: &[Block], mut table: impl FnMut(&mut Ink<'a>, usize)) {
    let hand = Hand::new(layout.setting, &mut ink.dice);
    for block in blocks {
        match block {
            Block::Table(index) => {
                hand.before_table(ink);
                ink.table(|ink| table(ink, *index));
            }
            Block::Title(lines) => lines.iter().for_each(|line| hand.line(ink, "# ", "center", line)),
            Block::Heading(_, words) => hand.line(ink, "## ", "left", words),
            Block::Paragraph(words) => hand.paragraph(ink, words),
            Block::Signature(name, date) => {
                hand.line(ink, "", "right", name);
                hand.line(ink, "", "right", date);
            }
        }
    }
}

struct Hand {
    setting: Setting,
    indent: &'static str,
    end: &'static str,
    width: usize,
}

impl Hand {
    fn new(setting: Setting, dice: &mut Dice) -> Hand {
        let indent = *dice.pick(&["", "\u{3000}\u{3000}", "    ", "\u{a0}\u{a0}"]);
        let end = match setting {
            Setting::Lines => *dice.pick(&["\n", "\n", "\n\n"]),
            Setting::Paper => "\n",
            Setting::Apart | Setting::Markdown => "\n\n",
            Setting::Run | Setting::Html => "",
        };
        let indent = if matches!(setting, Setting::Lines | Setting::Paper) { indent } else { "" };
        Hand { setting, indent, end, width: 30 + dice.below(14) }
    }

    fn before_table(&self, ink: &mut Ink) {
        if self.setting == Setting::Lines && self.end == "\n" && ink.dice.percent(40) {
            ink.gap("\n");
        }
    }

    fn line(&self, ink: &mut Ink, mark: &str, align: &str, words: &str) {
        match self.setting {
            Setting::Html => {
                ink.gap(&format!("<p style=\"text-align:{align};\"><strong>"));
                ink.prose(words);
                ink.gap("</strong></p>");
            }
            Setting::Markdown => {
                ink.gap(mark);
                ink.prose(words);
                ink.gap(self.end);
            }
            _ => {
                ink.prose(words);
                ink.gap(self.end);
            }
        }
    }

    fn paragraph(&self, ink: &mut Ink, words: &str) {
        match self.setting {
            Setting::Html => {
                ink.gap("<p style=\"text-indent:2em;\">");
                ink.prose(words);
                ink.gap("</p>");
            }
            Setting::Paper => {
                ink.gap(self.indent);
                for line in wrapped(words, self.width) {
                    ink.prose(&line);
                    ink.gap("\n");
                }
            }
            _ => {
                ink.gap(self.indent);
                ink.prose(words);
                ink.gap(self.end);
            }
        }
    }
}
