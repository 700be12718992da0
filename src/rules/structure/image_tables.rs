//! ST-16: a picture stands where a table should be.

use super::full_heading;
use crate::form::TableId;
use crate::report::Report;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::{TextRange, holds_any, squeezed};

pub static RULE: Rule = Rule {
    id: "ST-16",
    severity: Severity::Warning,
    basis: sources::PRACTICE,
    title: "表格可能是图片",
    checks: told("第二、三、四部分没有识别到表格，却有图片的标记。"),
    why: told("图片里的数不能检索、复制，也无法核对，视障读者读不到。"),
    bad: examples![Example {
        shown: "第四部分没有表格，只有“[图片]”。",
        edits: &[
            Edit::WithoutRow("disputes.review"),
            Edit::WithoutRow("disputes.suit_direct"),
            Edit::WithoutRow("disputes.suit_after_review"),
            Edit::Words("行政复议\t行政诉讼\n未经复议直接起诉\t复议后起诉\n", "[图片]\n"),
        ],
    }],
    good: examples![Example {
        shown: "第一部分说“制作图解”，表格都在。",
        edits: &[Edit::Words("公文拟制时", "制作图解和图片说明。公文拟制时")],
    }],
    accompanied_by: &["TC-01"],
    check,
    ..Rule::ORDINARY
};

const IMAGE_MARKS: [&str; 6] = ["[图片", "［图片］", "[图像]", "[image]", "![", "<img"];
const TABLES: [(u8, TableId); 3] = [(2, TableId::Disclosure), (3, TableId::Requests), (4, TableId::Disputes)];

/// Whether a mark of a picture stands there in place of a table.
pub fn stands_for_table(context: &RuleContext, mark: TextRange) -> bool {
    sections_without_table(context.reading).any(|(_, body)| body.overlaps(mark))
}

fn sections_without_table<'a>(report: &'a Report) -> impl Iterator<Item = (u8, TextRange)> + 'a {
    TABLES.iter().filter_map(|&(number, table)| {
        let section = report.section(number)?;
        report.table(table).is_none().then(|| (number, section.body()))
    })
}

fn check(context: &mut RuleContext) {
    for (number, body) in sections_without_table(context.reading) {
        let lines = passages::prose_lines(context, body);
        let mark = lines.into_iter().find(|line| holds_any(&squeezed(line.of(context.text)), &IMAGE_MARKS));
        if let Some(place) = mark {
            let message = format!("“{}”没有识别到表格，可能是图片。", full_heading(number));
            let suggestion = "请用可复制的文字表格，便于核对和无障碍阅读。";
            context.report(message, suggestion).at(place);
        }
    }
}
