//! RD-06: one merged number stands for a whole row.

use crate::form::{CellId, TableId};
use crate::report::DoubtKind;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::TextRange;

pub static RULE: Rule = Rule {
    id: "RD-06",
    severity: Severity::Warning,
    basis: sources::TABLES,
    title: "一行合并成一个数",
    checks: told("表格的每一列各有自己的数，没有合并单元格。"),
    why: told("合并以后看不出各类申请人各有多少；只有0可以当作每格都是0。"),
    bad: examples![Example {
        shown: "“（五）3.要求提供公开出版物”一行七格合并，只写一个0。",
        edits: &[Edit::Words("3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0", "3.要求提供公开出版物 | 0 | |||||||")],
    }],
    good: examples![Example {
        shown: "“（五）3.要求提供公开出版物”一行七格各写0。", edits: &[]
    }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    for doubt in context.reading.doubts.iter().filter(|doubt| doubt.kind == DoubtKind::Merged) {
        let Some(&first) = doubt.cells.first() else { continue };
        let mut rows: Vec<&str> = doubt.cells.iter().map(|cell| cell.row).collect();
        rows.dedup();
        let place = |cell: CellId| -> Option<TextRange> { context.reading.cell(cell)?.place };
        let finding = context.report(
            format!("{}有{}行只有一个合并的数。", TableId::of(first).name(), rows.len()),
            "拆分合并的单元格，逐列填写，没有的填0。",
        );
        let finding = finding.cells(&doubt.cells);
        match place(first) {
            Some(span) => finding.at(span),
            None => finding.at(doubt.span),
        };
    }
}
