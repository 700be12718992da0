//! PV-03: a personal mailbox.

use super::is_of_the_page;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::TextRange;

pub static RULE: Rule = Rule {
    id: "PV-03",
    severity: Severity::Warning,
    basis: sources::PERSONAL_DATA,
    title: "个人邮箱",
    checks: told("邮箱名全是数字的免费邮箱当作个人邮箱；单位在免费邮箱的信箱只作提示。"),
    why: told("数字邮箱往往就是个人的QQ号或手机号。"),
    bad: examples![Example {
        shown: "电子邮箱写的是一串数字的QQ邮箱。",
        edits: &[Edit::Words("0731-5550123）", "0731-5550123，邮箱：120045678@qq.com）")],
    }],
    good: examples![Example {
        shown: "电子邮箱是单位在政府网站的邮箱。",
        edits: &[Edit::Words("0731-5550123）", "0731-5550123，邮箱：liuxizhen@hechuan.gov.cn）")],
    }],
    check,
    ..Rule::ORDINARY
};

/// Providers at which anybody may have a mailbox.
const FREE_PROVIDERS: [&str; 16] = [
    "qq.com",
    "vip.qq.com",
    "foxmail.com",
    "163.com",
    "126.com",
    "yeah.net",
    "sina.com",
    "sina.cn",
    "sohu.com",
    "139.com",
    "189.cn",
    "wo.cn",
    "gmail.com",
    "hotmail.com",
    "outlook.com",
    "aliyun.com",
];

fn check(context: &mut RuleContext) {
    let body = context.reading.span.of(context.text);
    for (at, sign) in body.char_indices().filter(|(_, c)| matches!(c, '@' | '＠')) {
        let named = body.get(..at).unwrap_or_default().trim_end_matches([' ', '\u{a0}']);
        let local = named.rsplit(|c: char| !is_local(c)).next().unwrap_or_default();
        let after = at + sign.len_utf8();
        let domain = body
            .get(after..)
            .unwrap_or_default()
            .split(|c: char| !is_domain(c))
            .next()
            .unwrap_or_default()
            .trim_end_matches('.');
        let place_in_text = context.reading.span.start + at;
        if local.is_empty()
            || is_of_the_page(context, place_in_text)
            || !FREE_PROVIDERS.contains(&domain.to_ascii_lowercase().as_str())
        {
            continue;
        }
        let start = context.reading.span.start;
        let place = TextRange::new(start + named.len() - local.len(), start + after + domain.len());
        let shown = format!("{}@{domain}", masked(local));
        let finding = if local.chars().all(|c| c.is_ascii_digit()) {
            context.report(format!("“{shown}”像个人邮箱。"), "改用单位邮箱，或删去。")
        } else {
            let message = format!("“{shown}”是免费邮箱。");
            context.report(message, "如果是个人邮箱，请改用单位邮箱。").severity(Severity::Info)
        };
        finding.at(place);
    }
}

fn is_local(c: char) -> bool {
    c.is_ascii_alphanumeric() || "._-+".contains(c)
}

fn is_domain(c: char) -> bool {
    c.is_ascii_alphanumeric() || ".-".contains(c)
}

/// The first two and the last two characters; less of a short name.
fn masked(local: &str) -> String {
    match local.len() {
        0..=4 => format!("{}****", local.get(..1).unwrap_or_default()),
        length => format!("{}****{}", local.get(..2).unwrap_or_default(), local.get(length - 2..).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mailboxes_are_masked() {
        assert_eq!(masked("1200345678"), "12****78");
        assert_eq!(masked("abc"), "a****");
    }
}
