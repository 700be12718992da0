//! PV-07: an address of the editors' side of a site, or one with an access token.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{occurrences_of_any, trimmed};

pub static RULE: Rule = Rule {
    id: "PV-07",
    severity: Severity::Warning,
    basis: sources::PRACTICE,
    title: "后台网址",
    checks: told("网址里有没有token、sessionid等登录凭据，或是公众号后台的地址。"),
    why: told("后台网址公众打不开，带凭据的还可能被人冒用。"),
    bad: examples![Example {
        shown: "公众号网址写成“https://mp.weixin.qq.com/cgi-bin/home?t=home/index&token=……”。",
        edits: &[Edit::Words(
            "更新政府信息公开专栏",
            "公众号网址：https://mp.weixin.qq.com/cgi-bin/home?t=home/index&token=100200300&lang=zh_CN\n更新政府信息公开专栏",
        )],
    }],
    good: examples![Example {
        shown: "公众号文章的网址“https://mp.weixin.qq.com/s/AbCdEf”。",
        edits: &[Edit::Words("更新政府信息公开专栏", "见https://mp.weixin.qq.com/s/AbCdEf。更新政府信息公开专栏")],
    }],
    check,
    ..Rule::ORDINARY
};

const CREDENTIALS: [&str; 4] = ["token=", "sessionid=", "jsessionid=", "session_id="];
const BACKEND: &str = "mp.weixin.qq.com/cgi-bin/";

fn check(context: &mut RuleContext) {
    for address in addresses(context) {
        let mut words = address.of(context.text).to_ascii_lowercase();
        words.retain(|c| c != '\n');
        let query = words.split_once('?').map_or("", |(_, query)| query);
        let names_credential = query.split(['&', ';', '?']).any(|pair| {
            CREDENTIALS.iter().any(|name| pair.starts_with(name) || pair.starts_with(&format!("access_{name}")))
        });
        let credential = names_credential || words.contains(";jsessionid=");
        if !credential && !words.contains(BACKEND) {
            continue;
        }
        // The query is left out: it may hold what must not be repeated.
        let shown = passages::quoted(address.of(context.text).split(['?', ';']).next().unwrap_or_default(), usize::MAX);
        let what = if credential { "带有登录凭据的后台网址" } else { "后台网址" };
        let message = format!("“{shown}…”是{what}，误作公开网址。");
        context.report(message, "换成公开的网址、公众号名称或二维码。").at(address);
    }
}

/// Web addresses: from the scheme to the next space or Chinese character; a line of a page may end within.
fn addresses(context: &RuleContext) -> Vec<TextRange> {
    let report = context.reading.span;
    let mut found = occurrences_of_any(context.text, report, &["http://", "https://", "mp.weixin.qq.com/"]);
    for address in &mut found {
        let rest = TextRange::new(address.start, report.end).of(context.text);
        address.end = address.start + rest.find(|c: char| !c.is_ascii_graphic() && c != '\n').unwrap_or(rest.len());
        *address = trimmed(context.text, *address);
    }
    let mut covered = 0;
    found.retain(|span| {
        let new = span.start >= covered;
        covered = covered.max(span.end);
        new
    });
    found
}
