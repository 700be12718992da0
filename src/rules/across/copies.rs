//! XT-09: a table stands twice with different figures.

use crate::form::cell_name;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "XT-09",
    severity: Severity::Error,
    basis: sources::FIGURES_AGREE,
    title: "两份表的数不同",
    checks: told("同一张表在文中出现两次的，每一格的数应相同。"),
    why: told("读者不知道该信哪一份。"),
    bad: examples![Example {
        shown: "文末又附了一份第二部分的表，行政处罚填5，正文的表填4。",
        edits: &[Edit::Append(
            "\n第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t3\t1\t12\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t86\n第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t5\n行政强制\t0\n第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t0\n",
        )],
    }],
    good: examples![Example { shown: "两份表的数都相同。", edits: &[Edit::RepeatTable("disclosure")] }],
    accompanied_by: &["RD-01"],
    check,
    ..Rule::ORDINARY
};

/// So many cells are named in a message.
const NAMED: usize = 3;

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    for table in &context.reading.tables {
        let other = table.copies.iter().filter(|copy| !copy.span.overlaps(table.span));
        for copy in other.filter(|copy| !copy.differing.is_empty()) {
            let names: Vec<String> =
                copy.differing.iter().take(NAMED).map(|&cell| format!("“{}”", cell_name(cell))).collect();
            let more = if copy.differing.len() > NAMED { "等" } else { "" };
            let message = format!(
                "{}出现了两次，{}{more}{}格的数不同。",
                table.id.name(),
                names.join("、"),
                copy.differing.len()
            );
            let finding = context.report(message, "核对哪一份正确，只留一份。");
            finding.at(copy.span).at_cells(reading, &copy.differing);
        }
    }
}
