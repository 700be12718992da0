//! Wholes of the form with their parts, as pictures beside the tables draw them: what came in, what became of it, the disputes.

use super::contract::{GroupData, GroupPartData};
use crate::form::{CellId, Row, TableId, cell_named, is_incoming, is_outcome};
use crate::report::Report;

/// Returns the wholes of the report's form; none where no table says which form was used.
pub fn groups(report: &Report) -> Vec<GroupData> {
    let rows = |table: TableId| {
        report.form.and_then(|form| form.table(table)).map_or(&[][..], |table| table.rows).iter().copied()
    };
    let total = |row: &Row| row.cells().last();
    let mut received = group("received", "收到的申请");
    let mut outcomes = group("outcomes", "办理结果");
    for row in rows(TableId::Requests) {
        let label =
            |level: usize| row.path.get(level).or(row.path.first()).map_or_else(String::new, |label| short(label));
        if is_incoming(row.id) {
            add(&mut received, &label(0), total(row));
        } else if is_outcome(row.id) || row.path.len() == 1 {
            // What was carried out is no outcome of this year, but a part of what became of the applications.
            add(&mut outcomes, &label(1), total(row));
        }
    }
    let mut groups: Vec<GroupData> = [received, outcomes].into_iter().filter(|group| !group.parts.is_empty()).collect();
    groups.extend(rows(TableId::Disputes).map(dispute));
    for part in groups.iter_mut().flat_map(|group| &mut group.parts) {
        let count = |name: &String| report.cell(cell_named(name)?)?.count();
        part.count = part.cells.iter().map(count).sum();
    }
    groups
}

fn group(id: &str, name: &str) -> GroupData {
    GroupData { id: id.to_string(), name: name.to_string(), parts: Vec::new() }
}

/// Adds a cell to the part of that name, which is the last one or a new one.
fn add(group: &mut GroupData, name: &str, cell: Option<CellId>) {
    let Some(cell) = cell.map(|cell| cell.to_string()) else { return };
    match group.parts.last_mut() {
        Some(part) if part.name == name => part.cells.push(cell),
        _ => group.parts.push(GroupPartData { name: name.to_string(), cells: vec![cell], count: None }),
    }
}

/// A kind of dispute with its results, without their total.
fn dispute(row: &Row) -> GroupData {
    let mut whole = group(row.id, &row.path.join("，"));
    let results = row.columns.len().saturating_sub(1);
    for (cell, column) in row.cells().zip(row.columns).take(results) {
        add(&mut whole, column.label, Some(cell));
    }
    whole
}

/// 予以公开 for （一）予以公开, 部分公开 without its remark, 本年新收 for 一、本年新收政府信息公开申请数量.
fn short(label: &str) -> String {
    let words = label.split_once('、').map_or(label, |(_, words)| words);
    let words = words.strip_prefix('（').and_then(|rest| rest.split_once('）')).map_or(words, |(_, words)| words);
    let words = words.split('（').next().unwrap_or(words);
    words.trim_end_matches("政府信息公开申请数量").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Edition, FORMS, official};

    #[test]
    fn every_row_but_the_total_is_part_of_one_whole() {
        for form in FORMS {
            let report = Report { form: Some(form), ..Report::default() };
            let groups = groups(&report);
            let ids: Vec<&str> = groups.iter().map(|group| group.id.as_str()).collect();
            assert_eq!(ids[..2], ["received", "outcomes"]);
            assert_eq!(ids[2..], ["disputes.review", "disputes.suit_direct", "disputes.suit_after_review"]);
            let cells = groups[..2].iter().flat_map(|group| &group.parts).map(|part| part.cells.len()).sum::<usize>();
            assert_eq!(cells + 1, form.table(TableId::Requests).map_or(0, |table| table.rows.len()));
        }
    }

    #[test]
    fn parts_have_short_names_and_no_number_where_a_cell_is_not_told() {
        let form = official(Edition::Of2021);
        let groups = groups(&Report { form: Some(form), ..Report::default() });
        let names: Vec<&str> = groups[1].parts.iter().map(|part| part.name.as_str()).collect();
        let outcomes = ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理", "结转下年度继续办理"];
        assert_eq!(names, outcomes);
        assert_eq!(groups[0].parts.iter().map(|part| part.name.as_str()).collect::<Vec<_>>(), ["本年新收", "上年结转"]);
        assert!(groups.iter().flat_map(|group| &group.parts).all(|part| part.count.is_none()));
    }
}
