//! RD-01: cells of which the reader cannot tell the number.

use crate::form::{CellId, TableId, cell_list};
use crate::report::{Doubt, DoubtKind};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;

pub static RULE: Rule = Rule {
    id: "RD-01",
    severity: Severity::Warning,
    basis: sources::READER,
    title: "有的格读不准",
    checks: told("每一格的数都能从文字里确定地读出来。"),
    why: told("读不准的数不能用来核对；本工具宁可说不知道，也不猜。"),
    bad: examples![Example {
        shown: "“（五）2.重复申请”后面有6个数，少的是哪一列看不出来。",
        edits: &[Edit::Words("2.重复申请\t1\t0\t0\t0\t0\t0\t1", "2.重复申请\t1\t0\t0\t0\t0\t1")],
    }],
    good: examples![Example {
        shown: "项目名称换行、数字对齐用空格，仍然读得准。",
        edits: &[Edit::Words("2.重复申请\t1\t0\t0\t0\t0\t0\t1", "2.重复申请  1   0   0   0   0   0   1")],
    }],
    accompanied_by: &["TC-03"],
    check,
    ..Rule::ORDINARY
};

/// More cells than this are only counted.
const SHOWN: usize = 3;
/// The piece of text that is shown, in characters.
const PIECE: usize = 40;

fn check(context: &mut RuleContext) {
    for table in [TableId::Disclosure, TableId::Requests, TableId::Disputes, TableId::Statistics] {
        let doubts: Vec<&Doubt> = context
            .reading
            .doubts
            .iter()
            .filter(|doubt| doubt.cells.first().is_some_and(|&cell| TableId::of(cell) == table))
            .filter(|doubt| doubt.cells.iter().any(|&cell| is_uncertain(context, cell)))
            .collect();
        let cells: Vec<CellId> = doubts
            .iter()
            .flat_map(|doubt| doubt.cells.iter().copied())
            .filter(|&cell| is_uncertain(context, cell))
            .collect();
        if cells.is_empty() {
            continue;
        }
        let reasons: Vec<&str> = doubts.iter().map(|doubt| reason(doubt.kind)).collect();
        let place = |cell: CellId| context.reading.cell(cell).and_then(|cell| cell.place);
        let readings = doubts.iter().find_map(|doubt| both_readings(context, doubt)).unwrap_or_default();
        let finding = context.report(
            format!(
                "{}有{}格无法确定（{}）：{}。{readings}",
                table.name(),
                cells.len(),
                cell_list(&cells, SHOWN),
                reasons.join("；")
            ),
            "对照原文，在下面的表格里填上正确的数；或者从原文件重新复制这张表。",
        );
        let mut finding = finding.cells(&cells);
        let mut places: Vec<TextRange> = cells.iter().filter_map(|&cell| place(cell)).collect();
        places.dedup();
        for (index, span) in places.into_iter().enumerate() {
            finding = if index == 0 { finding.at(span) } else { finding.related(span) };
        }
        for other in doubts.iter().filter_map(|doubt| doubt.other) {
            finding = finding.related(other);
        }
    }
}

fn is_uncertain(context: &RuleContext, cell: CellId) -> bool {
    context.reading.cell(cell).is_some_and(|cell| cell.content == crate::report::Content::Uncertain)
}

fn reason(kind: DoubtKind) -> &'static str {
    match kind {
        DoubtKind::Ambiguous => "数字属于哪一行，文字里看不出来",
        DoubtKind::WrongCount => "数字的个数与表格的列数对不上",
        DoubtKind::Glued => "数字连在一起，分不开，或者不止一种分法",
        DoubtKind::Contradicted => "同一行在文中有两处，数字不同",
        DoubtKind::Merged => "一行只有一个合并的数",
    }
}

/// Both places of a row that stands twice, in their own words.
fn both_readings(context: &RuleContext, doubt: &Doubt) -> Option<String> {
    let piece = |span: TextRange| passages::quoted(span.of(context.text), PIECE);
    let other = doubt.other?;
    Some(format!("一处是“{}”，另一处是“{}”。", piece(doubt.span), piece(other)))
}
