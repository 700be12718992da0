//! gouji checks 政府信息公开工作年度报告: the sums of its three tables, its prose against them, its dates, its form.
//!
//! One direction, five steps: a `text` is read into `report`s by `reading`, judged by `rules`, and shown by `output`.

pub mod form;
pub mod output;
pub mod reading;
pub mod repair;
pub mod report;
pub mod rules;
pub mod text;

use report::Report;
use rules::{Correction, Findings, Options, Subject};
use text::Source;

/// One report with what the rules found in it.
pub struct Checked {
    pub report: Report,
    pub findings: Findings,
}

/// Reads and judges every report of a document. A document without one gives one empty report, which is unreadable.
pub fn check(document: &Source, options: &Options) -> Vec<Checked> {
    let previous = options.previous.as_ref().map_or_else(Vec::new, reading::read);
    // As long as the document: places are the same in both.
    let text = reading::without_tags(&document.text);
    reading::read(document)
        .into_iter()
        .enumerate()
        .map(|(index, mut report)| {
            let own = |correction: &&Correction| correction.report.is_none_or(|report| report == index);
            options.corrections.iter().filter(own).for_each(|own| report.correct(own.cell, own.number));
            let findings = rules::judge(&Subject::new(&text, &report, options, &previous));
            Checked { report, findings }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use text::Number;

    #[test]
    fn a_correction_is_for_its_own_report() {
        let report = |year: u32| {
            format!(
                "柳溪镇{year}年政府信息公开工作年度报告\n一、总体情况\n好。\n二、主动公开政府信息情况\n信息内容\t本年制发件数\t\
                 本年废止件数\t现行有效件数\n规章\t1\t2\t3\n行政规范性文件\t4\t5\t6\n行政许可\t7\n六、其他需要报告的事项\n无。\n"
            )
        };
        let values = |key: &str| {
            let corrections = Correction::named(key, Number::whole(9)).into_iter().collect();
            let document = Source { text: report(2022) + &report(2023), as_given: true };
            let checked = check(&document, &Options { corrections, ..Options::default() });
            let cell = form::cell_named("disclosure.licenses.decisions");
            let value = |one: &Checked| one.report.cell(cell?)?.value().map(|number| number.to_string());
            checked.iter().map(value).collect::<Vec<_>>()
        };
        let some = |first: &str, second: &str| vec![Some(first.to_string()), Some(second.to_string())];
        assert_eq!(values("1:disclosure.licenses.decisions"), some("7", "9"));
        assert_eq!(values("0:disclosure.licenses.decisions"), some("9", "7"));
        assert_eq!(values("disclosure.licenses.decisions"), some("9", "9"));
        assert_eq!(values("x:disclosure.licenses.decisions"), some("7", "7"));
    }
}
