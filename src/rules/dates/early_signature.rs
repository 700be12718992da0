//! TM-03: the report is signed before the year it reports on was over.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, dates::january_slip, sources, told};
use crate::text::Date;

pub static RULE: Rule = Rule {
    id: "TM-03",
    severity: Severity::Warning,
    basis: sources::DATA_DAY,
    title: "落款早于年底",
    checks: told("落款日期不应早于报告年度的次年1月1日。"),
    why: told("数据统计到12月31日，年底以前还不可能有全年的数。"),
    bad: examples![
        Example {
            shown: "2023年的报告落款为2023年12月20日。",
            edits: &[Edit::Words("2024年1月18日", "2023年12月20日")],
        },
        Example {
            shown: "2023年的报告落款为2023年12月31日：只作提示。",
            edits: &[Edit::Words("2024年1月18日", "2023年12月31日")],
        },
    ],
    good: examples![Example {
        shown: "2023年的报告落款为2024年1月2日。",
        edits: &[Edit::Words("2024年1月18日", "2024年1月2日")],
    }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let (Some(year), Some(signature)) = (context.reading.year, &context.reading.signature) else { return };
    let Some(first_day) = year.checked_add(1).and_then(|next| Date::new(next, 1, 1)) else { return };
    context.findings.tally.dates += 1;
    if signature.date >= first_day || january_slip::applies(year, signature.date) {
        return;
    }
    let date = signature.date.in_words();
    let remedy = "核对落款日期；日期没有写错的，核对数据是否统计到12月31日。";
    if Date::new(year, 12, 31) == Some(signature.date) {
        let message = format!("落款日期为{date}，正是统计截止日，全年的数据当天很难核定。");
        context.report(message, remedy).severity(Severity::Info).at(signature.span);
    } else {
        let message = format!("落款日期为{date}，在统计截止日{year}年12月31日之前，全年数据还不可能确定。");
        context.report(message, remedy).at(signature.span);
    }
}
