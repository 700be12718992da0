//! TC-03: rows with fewer numbers than the table has columns.

use crate::form::{FIRST_YEAR, Row, Table, TableId, row_name};
use crate::report::{Cell, Content, FoundTable};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::{TextRange, digit};

pub static RULE: Rule = Rule {
    id: "TC-03",
    severity: Severity::Error,
    basis: sources::TABLES,
    title: "一行的数不够",
    checks: told("第三部分每行7个数，第四部分15个数，第二部分各行的数与表头一样多。"),
    why: told("少了数，就不知道哪个数是哪一列的，谁也不能替填表人猜。"),
    bad: examples![Example {
        shown: "“（五）2.重复申请”只有5个数，应有7个。",
        edits: &[Edit::Words("2.重复申请\t1\t0\t0\t0\t0\t0\t1", "2.重复申请\t1\t0\t0\t0\t1")],
    }],
    good: examples![Example {
        shown: "“（五）2.重复申请”有两格空着：有7格，不算缺数。",
        edits: &[
            Edit::Cell("requests.declined_repeat.research", ""),
            Edit::Cell("requests.declined_repeat.nonprofit", ""),
        ],
    }],
    accompanied_by: &["RD-01"],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

const FILLED: &str = "这一行的缺格由您填入";

type Short = (&'static Row, usize, TextRange);

fn check(context: &mut RuleContext) {
    let Some(form) = context.reading.form else { return };
    for table in &form.tables {
        let Some(found) = context.reading.table(table.id) else { continue };
        let short: Vec<Short> = table
            .rows
            .iter()
            .filter_map(|row| {
                let found = found.rows.iter().find(|found| found.row == row.id)?;
                let figures = found.figures.filter(|&figures| figures < columns(table, row))?;
                Some((*row, figures, found.label))
            })
            .collect();
        let all_filled = short.iter().all(|(row, ..)| is_filled(context, row));
        // The groups of table four are one row.
        let (filled, open): (Vec<Short>, Vec<Short>) = short.into_iter().partition(|(row, ..)| match table.id {
            TableId::Disputes => all_filled,
            _ => is_filled(context, row),
        });
        report(context, table, found, &open, None);
        report(context, table, found, &filled, Some(FILLED));
    }
}

fn columns(table: &Table, row: &Row) -> usize {
    match table.id {
        TableId::Disputes => table.rows.iter().map(|row| row.columns.len()).sum(),
        _ => row.columns.len(),
    }
}

/// Whether the user put numbers into the row, and no cell of it lacks one.
fn is_filled(context: &RuleContext, row: &Row) -> bool {
    let cells = || row.cells().filter_map(|id| context.reading.cell(id));
    let is_known = |cell: &Cell| !matches!(cell.content, Content::Missing | Content::Uncertain);
    cells().any(|cell| cell.corrected) && cells().all(is_known)
}

/// Reports these rows of a table, if there are any, as one finding.
fn report(
    context: &mut RuleContext,
    table: &Table,
    found: &FoundTable,
    short: &[Short],
    settled: Option<&'static str>,
) {
    let Some(&(row, figures, label)) = short.first() else { return };
    let name = match table.id {
        TableId::Disputes => "复议、诉讼的一行".to_string(),
        _ => format!("“{}”", row_name(row)),
    };
    // What was counted are numbers, blanks and placeholders.
    let end = found.rows.iter().map(|row| row.label.start).filter(|&start| start > label.end).min();
    let behind = TextRange::new(label.end, end.unwrap_or(found.span.end).max(label.end)).of(context.text);
    let numbers = behind.split(|c: char| digit(c).is_none()).filter(|digits| !digits.is_empty()).count();
    let count = match (figures, numbers) {
        (0, _) => "没有数".to_string(),
        (_, 0) => format!("只有{figures}格，没有数"),
        (figures, numbers) if numbers == figures => format!("只有{figures}个数"),
        _ => format!("只有{figures}格"),
    };
    let others = match short.len() {
        1 => String::new(),
        _ if table.id == TableId::Disputes => String::new(),
        n => format!("；数不够的行共有{n}行"),
    };
    let headings: Vec<&str> = row.columns.iter().map(|column| column.label).collect();
    let columns = columns(table, row);
    let expected = match table.id {
        TableId::Disputes => format!("应有{columns}个（复议、直接起诉、复议后起诉各5个）"),
        _ => format!("应有{columns}个（{}）", headings.join("、")),
    };
    let finding = context.report(
        format!("{}：{name}{count}，{expected}{others}。", table.id.name()),
        "逐列补齐，没有的填0。空白格在复制时会丢失，也请填0再粘贴。",
    );
    let finding = short.iter().fold(finding, |finding, (row, ..)| finding.row(row)).at(label).settled(settled);
    short.iter().skip(1).fold(finding, |finding, (.., label)| finding.related(*label));
}
