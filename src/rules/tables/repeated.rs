//! TC-07: the same table stands twice, with the same numbers.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "TC-07",
    severity: Severity::Info,
    basis: sources::TABLES,
    title: "表格重复",
    checks: told("同一张表在文中只出现一次。"),
    why: told("两份表以后只改一份，就会互相矛盾。"),
    bad: examples![Example {
        shown: "文末又附了一遍第二部分的表格。", edits: &[Edit::RepeatTable("disclosure")]
    }],
    good: examples![Example { shown: "每张表只有一份。", edits: &[] }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    for table in &context.reading.tables {
        for copy in table.copies.iter().filter(|copy| copy.differing.is_empty()) {
            let finding =
                context.report(format!("{}出现了两次，数字相同。", table.id.name()), "只留一份，删去重复的表格。");
            finding.at(copy.span).related(table.span);
        }
    }
}
