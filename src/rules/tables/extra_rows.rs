//! TC-05: a row that only the other edition of the form has.

use crate::form::{Edition, FIRST_YEAR, Row, TableId, official};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;

pub static RULE: Rule = Rule {
    id: "TC-05",
    severity: Severity::Warning,
    basis: sources::TABLES,
    title: "表格里有别的格式的行",
    checks: told("2021年起的第二部分表格没有“其他对外管理服务事项”“政府集中采购”两行。"),
    why: told("新格式删去的行不再统计，留着会让读者以为漏了说明。"),
    bad: examples![Example {
        shown: "2023年的表格里还有“政府集中采购”一行。",
        edits: &[Edit::Words("行政事业性收费\t0", "行政事业性收费\t0\n政府集中采购\t2\t36.8")],
    }],
    good: examples![Example {
        shown: "正文说到政府集中采购，表格里没有这一行。",
        edits: &[Edit::Words("更新政府信息公开专栏，", "更新政府信息公开专栏，公开政府集中采购公告，")],
    }],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let Some(form) = context.reading.form else { return };
    let Some(found) = context.reading.table(TableId::Disclosure) else { return };
    let rows = |edition| official(edition).table(TableId::Disclosure).map_or(&[][..], |table| table.rows);
    let earlier = Edition::all().filter(|edition| *edition < form.edition).flat_map(rows);
    let dropped = earlier.filter(|row| !rows(form.edition).iter().any(|kept| kept.id == row.id));
    // A row after the last one still belongs to the table.
    const ROOM: usize = 120;
    let end = (found.span.end..(found.span.end + ROOM).min(context.text.len()) + 1)
        .rev()
        .find(|&end| context.text.is_char_boundary(end));
    let within = TextRange::new(found.span.start, end.unwrap_or(found.span.end));
    for row in dropped {
        let Some(place) = row_that_begins_with(context.text, within, row) else { continue };
        let finding = context.report(
            format!("{}的格式不再有“{}”一行。", form.edition.notice(), row.label()),
            "删除这一行；确需说明的写在第六部分。",
        );
        finding.at(place);
    }
}

/// A row whose first cell begins with the label of that row, its lines and spaces taken together.
fn row_that_begins_with(text: &str, within: TextRange, row: &Row) -> Option<TextRange> {
    let begins_line = |place: &TextRange| {
        let border = |c: char| matches!(c, '|' | '"') || c.is_whitespace() && c != '\n';
        let before = text.get(within.start..place.start).unwrap_or_default().trim_end_matches(border);
        before.is_empty() || before.ends_with('\n')
    };
    passages::places_of(text, within, row.label()).into_iter().find(begins_line)
}
