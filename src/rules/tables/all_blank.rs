//! TC-06: a table without a single number.

use crate::form::{FIRST_YEAR, TableId};
use crate::rules::{BlankCells, Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "TC-06",
    severity: Severity::Warning,
    basis: sources::EXACT_FIGURES,
    title: "整张表没有填",
    checks: told("第二、三、四部分的表格至少填了一个数。"),
    why: told("整张表空着，分不清是没有发生还是忘了填。"),
    bad: examples![Example {
        shown: "第四部分的15个格都空着。",
        edits: &[
            Edit::BlankTable("disputes"),
            Edit::Words("因政府信息公开被申请行政复议1件，结果维持；未发生行政诉讼。", ""),
        ],
    }],
    good: examples![Example {
        shown: "第四部分有几格空着，其余填了数。",
        edits: &[Edit::Cell("disputes.suit_direct.upheld", ""), Edit::Cell("disputes.suit_direct.corrected", "")],
    }],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

/// Whether every cell of a table that could be read is empty, and there are some.
pub fn is_all_blank(context: &RuleContext, table: TableId) -> bool {
    let mut cells =
        context.reading.cells_of(table).map(|(_, cell)| cell).filter(|cell| cell.place.is_some()).peekable();
    cells.peek().is_some() && cells.all(|cell| cell.is_empty())
}

fn check(context: &mut RuleContext) {
    if context.profile().is_some_and(|profile| profile.blank_cells == Some(BlankCells::Allowed)) {
        return;
    }
    for table in [TableId::Disclosure, TableId::Requests, TableId::Disputes] {
        let Some(found) = context.reading.table(table).filter(|_| is_all_blank(context, table)) else { continue };
        let remedy = match table {
            TableId::Disclosure => "没有的填0。",
            TableId::Requests => "没有收到申请的，各格填0。",
            TableId::Disputes | TableId::Statistics => "没有发生复议、诉讼的，各格填0。",
        };
        let finding = context.report(format!("{}整张没有填数。", table.name()), remedy);
        finding.at(found.rows.first().map_or(found.span, |row| row.label));
    }
}
