//! ST-15: section six does not say whether a fee for processing information was taken.

use crate::form::{FIRST_YEAR, Feature, year_has};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::holds_any;

pub static RULE: Rule = Rule {
    id: "ST-15",
    severity: Severity::Warning,
    basis: sources::FEE_REPORT,
    title: "没有报告信息处理费",
    checks: told("2021年度起，第六部分是否写明信息处理费的收取情况；写在其他部分的只作提示。"),
    why: told("格式要求信息处理费的情况在第六部分专门报告，没有收取的也宜写明。"),
    bad: examples![Example {
        shown: "第六部分只写“没有其他需要报告的事项”。",
        edits: &[Edit::Words("2023年没有发出政府信息公开收费通知，未收取信息处理费。没有", "没有")],
    }],
    good: examples![Example {
        shown: "第六部分写明“本年度未收取任何费用”。",
        edits: &[Edit::Words("2023年没有发出政府信息公开收费通知，未收取信息处理费。", "本年度未收取任何费用。")],
    }],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let recent = year_has(context.reading.year, Feature::FeeReport);
    let Some(section) = context.reading.section(6).filter(|_| recent) else { return };
    let says = |within: TextRange| {
        let sentences = passages::sentences(context, within);
        sentences.into_iter().find(|sentence| speaks_of_fees(sentence.of(context.text)))
    };
    if says(section.body()).is_some() {
        return;
    }
    let (Some(year), Some(heading)) = (context.reading.year, &section.heading) else { return };
    let sentence = format!("如“{year}年未收取信息处理费”");
    match says(TextRange::new(context.reading.span.start, section.span.start)) {
        Some(elsewhere) => {
            let message = "信息处理费的情况没有写在第六部分，而写在了别处。";
            let finding = context.report(message, format!("在第六部分专门写一句，{sentence}。"));
            finding.severity(Severity::Info).at(heading.span).related(elsewhere)
        }
        None => {
            let message = "第六部分没有报告信息处理费的收取情况。";
            let suggestion = format!("加一句：没有收取的也写明，{sentence}；收取了的写明件数和金额。");
            context.report(message, suggestion).at(heading.span)
        }
    };
}

/// 收取 or 未收取 …费, 信息处理费, 收费通知; not the 行政事业性收费 of table two.
pub fn speaks_of_fees(sentence: &str) -> bool {
    let words = passages::plain(sentence).replace("行政事业性收费", "");
    let fee_words = ["处理费", "收费通知", "未收费", "无收费", "没有收费"];
    holds_any(&words, &fee_words) || words.contains("收取") && words.contains('费')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_sentences_are_fee_sentences() {
        assert!(speaks_of_fees("2023年未收取任何费用。"));
        assert!(speaks_of_fees("本年度没有发出收费通知"));
        assert!(speaks_of_fees("未产生信息公开处理费"));
        assert!(!speaks_of_fees("公布行政事业性收费目录。"));
        assert!(!speaks_of_fees("无其他需要报告的事项。"));
    }
}
