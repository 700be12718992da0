//! WD-11, off by default: names of bodies and tasks that were not in use any more in the report's year.

use super::places_in_prose;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "WD-11",
    severity: Severity::Info,
    basis: sources::PRACTICE,
    title: "机构或提法已经改名",
    checks: told("文中有没有报告年度已经不用的机构名称和提法，如2021年以后的“国务院扶贫办”。"),
    why: told("多半是沿用了旧稿。"),
    bad: examples![Example {
        shown: "2023年的报告写“扶贫办”。",
        edits: &[Edit::Rule("WD-11", "on"), Edit::Words("公文拟制时", "与县扶贫办联合公开项目清单。公文拟制时")],
    }],
    good: examples![Example {
        shown: "2023年的报告写“乡村振兴”。",
        edits: &[Edit::Rule("WD-11", "on"), Edit::Words("公文拟制时", "与县乡村振兴部门联合公开项目清单。公文拟制时")],
    }],
    on: false,
    check,
    ..Rule::ORDINARY
};

/// The first report year in which a name was not in use, and the name.
const OLD: [(u16, &str); 7] = [
    (2019, "国税局"),
    (2019, "地税局"),
    (2019, "工商局"),
    (2019, "国土资源局"),
    (2019, "安监局"),
    (2021, "扶贫办"),
    (2022, "脱贫攻坚战"),
];

fn check(context: &mut RuleContext) {
    let Some(year) = context.reading.year else { return };
    for (since, name) in OLD {
        let places = places_in_prose(context, &[name]);
        if year >= since && !places.is_empty() {
            let message = format!("“{name}”在{year}年已经不用。");
            context.report(message, "改为现在的名称；说的是往年的事，可以不改。").at_each(&places);
        }
    }
}
