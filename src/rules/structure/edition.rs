//! ST-05: the tables are those of another year's form.

use crate::form::{Edition, TableId};
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, passages, sources};
use crate::text::TextRange;

pub static RULE: Rule = Rule {
    id: "ST-05",
    severity: Severity::Error,
    basis: sources::EDITIONS,
    help: help(HelpText {
        title: "表格版本与年度不符",
        checks: "2021年度起应使用〔2021〕30号的表格，2019、2020年度使用〔2019〕60号的表格。",
        why: "两版表格的栏目含义不同，用错版本，数据就无法与其他单位汇总。",
        bad: Example {
            shown: "2022年度的报告仍用旧表（“本年新制作数量”“政府集中采购”）。",
            edits: &[
                Edit::On2019,
                Edit::Words("柳溪镇人民政府2020年政府", "柳溪镇人民政府2022年政府"),
                Edit::Words("2020年1月1日起至2020年12月31日止", "2022年1月1日起至2022年12月31日止"),
                Edit::Words("2021年1月18日", "2023年1月18日"),
            ],
        },
        good: Example { shown: "2020年度的报告用〔2019〕60号的表格。", edits: &[Edit::On2019] },
    }),
    check,
};

/// Words that only one edition's table two has.
const WORDS_OF_2019: [&str; 4] = ["本年新制作数量", "上一年项目数量", "政府集中采购", "其他对外管理服务事项"];
const WORDS_OF_2021: [&str; 4] = ["本年制发件数", "本年废止件数", "现行有效件数", "本年处理决定数量"];

fn check(subject: &Subject, findings: &mut Findings) {
    let (Some(form), Some(year)) = (subject.report.form, subject.report.year) else { return };
    let expected = Edition::for_year(year);
    if form.edition == expected {
        return;
    }
    let words = match form.edition {
        Edition::Of2019 => WORDS_OF_2019,
        Edition::Of2021 => WORDS_OF_2021,
    };
    let table = subject.report.table(TableId::Disclosure).map(|table| table.span);
    let seen: Vec<(&str, TextRange)> = words
        .iter()
        .filter_map(|&word| Some((word, *passages::places_of(subject.text, table?, word).first()?)))
        .take(2)
        .collect();
    let quoted: String = seen.iter().map(|(word, _)| format!("“{word}”")).collect();
    let quoted = if quoted.is_empty() { String::new() } else { format!("（{quoted}）") };
    let message =
        format!("{year}年的报告用了{}的表格{quoted}，应使用{}的表格。", form.edition.notice(), expected.notice());
    let mut finding = findings.finding(message, "换用相应年度的表格，按新的栏目重新填写。");
    finding = match seen.first() {
        Some(&(_, span)) => finding.at(span),
        None => finding.at(passages::head(subject)),
    };
    for &(_, span) in seen.iter().skip(1) {
        finding = finding.related(span);
    }
    findings.add(finding);
}
