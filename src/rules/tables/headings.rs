//! TC-04 and TC-08: the words above the figures: column headings, and the note in the corner of table three.

use crate::form::{Column, FIRST_YEAR, TableId};
use crate::report::FoundTable;
use crate::rules::wording::headings_above;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::TextRange;
use crate::text::key;

pub static COLUMNS: Rule = Rule {
    id: "TC-04",
    severity: Severity::Error,
    basis: sources::TABLES,
    title: "表头缺列名",
    checks: told(
        "每张表的表头，格式规定的各列名称都在；写法略有不同的不在这里提出；全部都没有的，多半是粘贴时丢了，只作提示。",
    ),
    why: told("没有列名，就不知道一个数是哪一列的。"),
    bad: examples![Example {
        shown: "第三部分的表头没有“法律服务机构”。",
        edits: &[Edit::Words("\t法律服务机构", "")]
    }],
    good: examples![Example {
        shown: "“法律服务机构”换了行，仍然在。",
        edits: &[Edit::Words("法律服务机构", "法律服务 机构")],
    }],
    since: FIRST_YEAR,
    check: check_columns,
    ..Rule::ORDINARY
};

pub static CORNER_NOTE: Rule = Rule {
    id: "TC-08",
    severity: Severity::Info,
    basis: sources::CORNER_NOTE,
    title: "缺少勾稽关系说明",
    checks: told("第三部分的表左上角有“第一项加第二项之和，等于第三项加第四项之和”的说明，文字与格式一致。"),
    why: told("说明是统一格式的一部分，告诉读者各项数字怎样对应。"),
    bad: examples![Example {
        shown: "左上角的说明写成“第一项等于第三项加第四项之和”。",
        edits: &[Edit::Words("第一项加第二项之和，等于第三项", "第一项，等于第三项")],
    }],
    good: examples![Example {
        shown: "说明的括号写成半角，中间换了行。",
        edits: &[Edit::Words(
            "（本列数据的勾稽关系为：第一项加第二项之和，等于",
            "(本列数据的勾稽关系为: 第一项加第二项之和，等于",
        )],
    }],
    since: FIRST_YEAR,
    check: check_corner_note,
    ..Rule::ORDINARY
};

const NOTE: &str = "本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和";
/// Shorter names, such as 总计 and 其他, stand in too many places.
const SHORTEST: usize = 3;

fn check_columns(context: &mut RuleContext) {
    let Some(form) = context.reading.form else { return };
    for table in &form.tables {
        let Some(found) = context.reading.table(table.id) else { continue };
        let mut missing: Vec<&str> = Vec::new();
        let mut looked_at: Vec<&str> = Vec::new();
        let mut columns: &[Column] = &[];
        for row in table.rows {
            // Rows with the same columns have their headings in common.
            if std::ptr::eq(row.columns, columns) {
                continue;
            }
            columns = row.columns;
            let Some(label) = found.rows.iter().find(|found| found.row == row.id).map(|row| row.label) else {
                continue;
            };
            let words = headings(context, found, label.start);
            for column in columns {
                let name = key(column.label);
                let length = name.chars().count();
                if length < SHORTEST || looked_at.contains(&column.label) {
                    continue;
                }
                looked_at.push(column.label);
                if in_order(&name, &words) * 2 <= length {
                    missing.push(column.label);
                }
            }
        }
        if !missing.is_empty() {
            let message = format!("{}的表头缺“{}”。", table.id.name(), missing.join("”“"));
            let remedy = "按格式补上表头。如果原文有表头，请检查粘贴是否完整。";
            let finding = context.report(message, remedy).at(first_label(found));
            // Headings that are all missing were most likely lost on the way here.
            let lost = missing.len() == looked_at.len();
            finding.severity_if(lost, Severity::Info);
        }
    }
}

fn check_corner_note(context: &mut RuleContext) {
    let Some(found) = context.reading.table(TableId::Requests) else { return };
    let (length, kept) = (NOTE.chars().count(), in_order(NOTE, &headings(context, found, first_label(found).start)));
    if kept < length {
        let what = if kept * 2 > length { "的勾稽关系说明与格式不同" } else { "缺少勾稽关系说明" };
        let remedy = "按格式写：（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）。";
        context.report(format!("第三部分的表左上角{what}。"), remedy).at(first_label(found));
    }
}

fn first_label(found: &FoundTable) -> TextRange {
    found.rows.iter().map(|row| row.label).min().unwrap_or(found.span)
}

/// The words between the row before, or what stands before the table, and the label of a row. Table four has its headings under
/// its labels.
fn headings(context: &RuleContext, found: &FoundTable, label: usize) -> String {
    let mut start = headings_above(context, found).start;
    let mut end = label;
    if found.id == TableId::Disputes {
        end = found.span.end;
    } else {
        for row in found.rows.iter().filter(|row| row.label.end <= label) {
            start = start.max(row.label.end);
        }
    }
    key(TextRange::new(start, end).of(context.text))
}

/// How many of the characters stand in the text one behind the other, at most: a heading wrapped within its cell stands between
/// the lines of its neighbours.
fn in_order(wanted: &str, text: &str) -> usize {
    let wanted: Vec<char> = wanted.chars().collect();
    let mut best = vec![0; wanted.len() + 1];
    for c in text.chars() {
        let mut diagonal = 0;
        for (index, &own) in wanted.iter().enumerate() {
            let above = best[index + 1];
            best[index + 1] = if own == c { diagonal + 1 } else { above.max(best[index]) };
            diagonal = above;
        }
    }
    best[wanted.len()]
}
