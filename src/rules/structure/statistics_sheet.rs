//! ST-06: the statistics sheet of the old regulation is attached.

use crate::form::TableId;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::TextRange;
use crate::text::{lines, trimmed};

pub static RULE: Rule = Rule {
    id: "ST-06",
    severity: Severity::Warning,
    basis: sources::LAPSED_STATISTICS,
    title: "附了已停用的统计表",
    checks: told("2019年度以后的报告是否仍附旧条例的《政府信息公开情况统计表》。"),
    why: told("旧统计口径已经失效，表上往往还有填报人姓名和电话。"),
    bad: examples![Example {
        shown: "报告后附“政府信息公开情况统计表”。",
        edits: &[Edit::Append(
            "\n政府信息公开情况统计表\n统计指标\t单位\t统计数\n一、主动公开情况\t\t\n（一）主动公开政府信息数\t条\t230\n其中：主动公开规范性文件数\t条\t3\n制发规范性文件总数\t件\t3\n（二）通过不同渠道和方式公开政府信息的情况\t\t230\n1.政府公报公开政府信息数\t条\t0\n2.政府网站公开政府信息数\t条\t168\n3.政务新媒体公开政府信息数\t条\t0\n4.其他方式公开政府信息数\t条\t62\n",
        )],
    }],
    good: examples![Example {
        shown: "正文说“按月汇总统计表”，没有附旧统计表。",
        edits: &[Edit::Words("公文拟制时", "按月汇总政府信息公开情况统计表。公文拟制时")],
    }],
    check,
    ..Rule::ORDINARY
};

/// Fewer labels than these may be ordinary words.
const LEAST_LABELS: usize = 3;
/// The regulation in force since 2019 ended the sheet.
const FIRST_YEAR_WITHOUT: u16 = 2019;
/// How far above the sheet its title is looked for, in bytes.
const TITLE_DISTANCE: usize = 600;

fn check(context: &mut RuleContext) {
    let Some(sheet) = context.reading.table(TableId::Statistics) else { return };
    if sheet.rows.len() < LEAST_LABELS || context.reading.year.is_some_and(|year| year < FIRST_YEAR_WITHOUT) {
        return;
    }
    let place = title_of(context, sheet.span).or_else(|| sheet.rows.first().map(|row| row.label)).unwrap_or(sheet.span);
    let message = "报告后附的“政府信息公开情况统计表”属于旧条例的统计表，已经停用。";
    let suggestion = "公开前删去这张附表，表上的姓名、电话尤其不要公开。";
    context.report(message, suggestion).at(place);
}

/// The line above the sheet that names it.
fn title_of(context: &RuleContext, sheet: TextRange) -> Option<TextRange> {
    let mut from = sheet.start.saturating_sub(TITLE_DISTANCE).max(context.reading.span.start);
    while !context.text.is_char_boundary(from) {
        from += 1;
    }
    let mut above = lines(context.text, TextRange::new(from, sheet.start)).map(|line| trimmed(context.text, line));
    above.find(|line| line.of(context.text).contains("统计表"))
}
