//! WD-12: words of an internal sheet, such as 填报单位（盖章）.

use super::places_in_prose;
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, sources};

pub static RULE: Rule = Rule {
    id: "WD-12",
    severity: Severity::Info,
    basis: sources::PRACTICE,
    help: help(HelpText {
        title: "内部报表的用语",
        checks: "文中有没有“填报单位（盖章）”“填报日期”一类报表用语。",
        why: "这些是报送用的栏目，公开版不需要。",
        bad: Example {
            shown: "文末有“填报单位（盖章）：”。",
            edits: &[Edit::Append("\n填报单位（盖章）：柳溪镇人民政府\n")],
        },
        good: Example {
            shown: "正文说“办理审批不再要求盖章”。",
            edits: &[Edit::Words("公文拟制时", "办理证明不再要求村里盖章。公文拟制时")],
        },
    }),
    check,
};

const SHEET_WORDS: [&str; 6] =
    ["填报单位（盖章）", "填报单位(盖章)", "单位（盖章）", "单位(盖章)", "填报日期：", "报出日期"];

fn check(subject: &Subject, findings: &mut Findings) {
    let places = places_in_prose(subject, &SHEET_WORDS);
    let Some(&first) = places.first() else { return };
    let message = format!("“{}”是内部报表的用语。", first.of(subject.text));
    findings.add(findings.finding(message, "公开版请删去报表的栏目。").at_each(places));
}
