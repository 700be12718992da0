//! One page per rule, in Markdown, as `docs/rules` has them: written from what each rule says of itself.

use std::fmt::Write as _;

use super::handbook::{RuleData, rules};

/// The list of all pages.
pub const INDEX: &str = "README.md";

/// Every page: its file name and its text, the list first.
pub fn rule_pages() -> Vec<(String, String)> {
    let rules = rules();
    let mut pages = vec![(INDEX.to_string(), index(&rules))];
    pages.extend(rules.iter().map(|rule| (format!("{}.md", rule.id), page(rule))));
    pages
}

fn index(rules: &[RuleData]) -> String {
    let mut text = "# 全部规则\n\n由 `cargo xtask docs` 按各条规则的声明生成。\n\n| 编号 | 级别 | 核对什么 |\n| --- | --- | --- |\n".to_string();
    for rule in rules {
        let off = if rule.on { "" } else { "（默认关闭）" };
        let _ = writeln!(text, "| [{0}]({0}.md) | {1}{off} | {2} |", rule.id, rule.severity.in_words(), rule.title);
    }
    text
}

fn page(rule: &RuleData) -> String {
    let state = if rule.on { "" } else { "，默认关闭" };
    let switch = if rule.on { ("不需要这条规则时", "off") } else { ("需要这条规则时", "on") };
    format!(
        "# {id} {title}\n\n级别：{severity}{state}\n\n**核对什么**　{checks}\n\n**为什么**　{why}\n\n**依据**　{basis}\n\n\
         **不对的例子**　{bad}\n\n**没有问题的例子**　{good}\n\n**怎样关闭或调整**　{when}，在网页的设置里改，或在 `gouji.toml` 里写：\n\n\
         ```toml\n[rules]\n{id} = \"{word}\"\n```\n\n也可以写 `error`、`warning`、`info`，改变它的级别。\n",
        id = rule.id,
        title = rule.title,
        severity = rule.severity.in_words(),
        checks = rule.checks,
        why = rule.why,
        basis = rule.basis,
        bad = rule.bad,
        good = rule.good,
        when = switch.0,
        word = switch.1,
    )
}
