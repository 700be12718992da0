//! PV-08: an address inside the office's own network or computer.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::TextRange;
use crate::text::occurrences_of_any;

pub static RULE: Rule = Rule {
    id: "PV-08",
    severity: Severity::Warning,
    basis: sources::PRACTICE,
    title: "内部网络地址",
    checks: told("文中有没有10.、192.168.等内网地址，或“file://”“C:\\”等本机路径。"),
    why: told("公众打不开，还暴露了内部网络的情况。"),
    bad: examples![Example {
        shown: "电子版下载网址写成“http://192.168.1.20/report”。",
        edits: &[Edit::Words("可在禾川县人民政府网站下载", "可在http://192.168.1.20/report下载")],
    }],
    good: examples![Example {
        shown: "“10.5万元”“第10.1节”不是地址。",
        edits: &[Edit::Words("公文拟制时", "安排经费10.5万元，见第10.1节。公文拟制时")],
    }],
    check,
    ..Rule::ORDINARY
};

const PATHS: [&str; 4] = ["file://", "c:\\", "d:\\", "e:\\"];

fn check(context: &mut RuleContext) {
    let body = context.reading.span.of(context.text);
    let lower = body.to_ascii_lowercase();
    let offset = context.reading.span.start;
    let paths = occurrences_of_any(&lower, TextRange::new(0, lower.len()), &PATHS);
    let mut places: Vec<TextRange> =
        paths.iter().map(|path| TextRange::new(offset + path.start, offset + path.end)).collect();
    places.extend(private_addresses(body).into_iter().map(|(start, end)| TextRange::new(offset + start, offset + end)));
    TextRange::sort(&mut places);
    for place in places {
        let message = format!("“{}”是内部地址，公众打不开。", place.of(context.text));
        context.report(message, "换成公开的网址，或删去。").at(place);
    }
}

/// Runs of digits and dots that are addresses of private networks.
fn private_addresses(body: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) =
        body.get(at..).unwrap_or_default().find(|c: char| c.is_ascii_digit()).map(|place| at + place)
    {
        let end = body
            .get(start..)
            .unwrap_or_default()
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .map_or(body.len(), |place| start + place);
        let address = body.get(start..end).unwrap_or_default().trim_end_matches('.');
        // 第10.1.2.3条 is the number of a provision.
        let preceded = body
            .get(..start)
            .and_then(|text| text.chars().next_back())
            .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '第'));
        if !preceded && is_private(address) {
            found.push((start, start + address.len()));
        }
        at = end;
    }
    found
}

fn is_private(address: &str) -> bool {
    let parts: Vec<Option<u8>> = address.split('.').map(|part| part.parse().ok()).collect();
    match parts[..] {
        [Some(first), Some(second), Some(_), Some(_)] => {
            first == 10 || (first, second) == (192, 168) || first == 172 && (16..32).contains(&second) || first == 127
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_private_networks_count() {
        assert!(is_private("10.0.0.8") && is_private("172.20.1.1") && is_private("127.0.0.1"));
        assert!(!is_private("8.8.8.8") && !is_private("10.5") && !is_private("2023.12.31"));
    }
}
