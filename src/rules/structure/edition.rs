//! ST-05: the tables are those of another year's form.

use crate::form::{Edition, FIRST_YEAR, Form, TableId, official};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;

pub static RULE: Rule = Rule {
    id: "ST-05",
    severity: Severity::Error,
    basis: sources::EDITIONS,
    title: "表格版本与年度不符",
    checks: told("2021年度起应使用〔2021〕30号的表格，2019、2020年度使用〔2019〕60号的表格。"),
    why: told("两版表格的栏目含义不同，用错版本，数据就无法与其他单位汇总。"),
    bad: examples![Example {
        shown: "2022年度的报告仍用旧表（“本年新制作数量”“政府集中采购”）。",
        edits: &[
            Edit::On2019,
            Edit::Words("柳溪镇人民政府2020年政府", "柳溪镇人民政府2022年政府"),
            Edit::Words("2020年1月1日起至2020年12月31日止", "2022年1月1日起至2022年12月31日止"),
            Edit::Words("2021年1月18日", "2023年1月18日"),
        ],
    }],
    good: examples![Example { shown: "2020年度的报告用〔2019〕60号的表格。", edits: &[Edit::On2019] }],
    accompanied_by: &["TM-08"],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

/// More words than these show nothing further.
const SHOWN: usize = 2;

/// The words of table two that only one of the two forms has.
fn words_of_one(form: &Form, other: &Form) -> Vec<&'static str> {
    let words = |form: &Form| -> Vec<&'static str> {
        let rows = form.table(TableId::Disclosure).map_or(&[][..], |table| table.rows);
        rows.iter().flat_map(|row| row.columns.iter().map(|column| column.label).chain([row.label()])).collect()
    };
    let others = words(other);
    let mut own: Vec<&str> = Vec::new();
    for word in words(form) {
        if !own.contains(&word) && !others.iter().any(|other| other.contains(word)) {
            own.push(word);
        }
    }
    own
}

fn check(context: &mut RuleContext) {
    let (Some(form), Some(year)) = (context.reading.form, context.reading.year) else { return };
    // Before the first edition there was no form.
    let Some(expected) = Edition::for_year(year).filter(|expected| *expected != form.edition) else { return };
    let words = words_of_one(form, official(expected));
    let table = context.reading.table(TableId::Disclosure).map(|table| table.span);
    let seen: Vec<(&str, TextRange)> = words
        .iter()
        .filter_map(|&word| Some((word, *passages::places_of(context.text, table?, word).first()?)))
        .take(SHOWN)
        .collect();
    let quoted: String = seen.iter().map(|(word, _)| format!("“{word}”")).collect();
    let quoted = if quoted.is_empty() { String::new() } else { format!("（{quoted}）") };
    let message =
        format!("{year}年的报告用了{}的表格{quoted}，应使用{}的表格。", form.edition.notice(), expected.notice());
    let mut places: Vec<TextRange> = seen.iter().map(|&(_, span)| span).collect();
    if places.is_empty() {
        places.push(passages::head(context));
    }
    context.report(message, "换用相应年度的表格，按新的栏目重新填写。").at_each(&places);
}
