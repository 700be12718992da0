//! CF-02: empty cells in tables two to four, once per table.

use crate::form::{CellId, TableId, cell_list};
use crate::rules::arithmetic::sums::counted;
use crate::rules::tables::is_all_blank;
use crate::rules::{BlankCells, Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::TextRange;

pub static RULE: Rule = Rule {
    id: "CF-02",
    severity: Severity::Warning,
    basis: sources::EMPTY_CELLS,
    title: "有空白格",
    checks: told("第二、三、四部分表格的数据格没有空着的；核对时空白按0计算。"),
    why: told("空白可能是0，也可能是漏填，读者分不清。"),
    bad: examples![Example {
        shown: "“（三）1.属于国家秘密”有三格空着。",
        edits: &[
            Edit::Cell("requests.denied_state_secret.individual", ""),
            Edit::Cell("requests.denied_state_secret.company", ""),
            Edit::Cell("requests.denied_state_secret.total", ""),
        ],
    }],
    good: examples![Example { shown: "没有的格都填0。", edits: &[] }],
    check,
    ..Rule::ORDINARY
};

/// Cells that are named; the others are counted.
const SHOWN: usize = 5;

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    let wanted = context.profile().and_then(|profile| Some((profile.blank_cells?, profile.ground())));
    if matches!(wanted, Some((BlankCells::Allowed, _))) {
        return;
    }
    for table in [TableId::Disclosure, TableId::Requests, TableId::Disputes] {
        let blank: Vec<(CellId, Option<TextRange>)> = reading
            .cells_of(table)
            .filter(|(_, cell)| cell.content == crate::report::Content::Blank)
            .map(|(id, cell)| (id, cell.place))
            .collect();
        let Some(&(_, place)) = blank.first() else { continue };
        if is_all_blank(context, table) {
            continue;
        }
        let harmless = sums_hold(context, table);
        let names: Vec<CellId> = blank.iter().map(|(id, _)| *id).collect();
        let finding = context.report(
            format!("{}有{}个空白格（{}），核对时按0计算。", table.name(), blank.len(), cell_list(&names, SHOWN)),
            "请确认确实没有，并填“0”，避免被认为漏填。",
        );
        let finding = match &wanted {
            Some((_, ground)) => finding.on_ground(ground.clone()),
            None => finding.severity_if(harmless, Severity::Info),
        };
        let finding = finding.cells(&names).at_each(place.as_slice());
        for &(id, place) in &blank {
            // A total is filled with the sum of its parts.
            if let (Some(span), Some(count)) = (place, counted(reading, id)) {
                finding.fix(span, count.to_string());
            }
        }
    }
}

/// Whether no sum of the table fails or stays unchecked with its blanks counted as 0.
fn sums_hold(context: &RuleContext, table: TableId) -> bool {
    let findings = &context.findings;
    let of_table = |cells: &[CellId]| cells.iter().any(|&cell| TableId::of(cell) == table);
    let has_sums = context.reading.form.is_some_and(|form| form.sums().iter().any(|sum| of_table(&sum.left)));
    has_sums
        && !findings.list.iter().any(|finding| finding.rule.starts_with("AR-") && of_table(&finding.cells))
        && !findings.unchecked.iter().any(|item| of_table(&item.cells))
}
