//! WD-12: words of an internal sheet, such as 填报单位（盖章）, and page numbers between the lines.

use super::places_in_prose;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};

pub static RULE: Rule = Rule {
    id: "WD-12",
    severity: Severity::Info,
    basis: sources::PRACTICE,
    title: "报表用语和页码",
    checks: told("文中有没有“填报单位（盖章）”“填报日期”一类报表用语，有没有单独成行的页码。"),
    why: told("这些是报送和打印用的，网页上不需要。"),
    bad: examples![Example {
        shown: "文末有“填报单位（盖章）：”。",
        edits: &[Edit::Append("\n填报单位（盖章）：柳溪镇人民政府\n")],
    }],
    good: examples![Example {
        shown: "正文说“办理审批不再要求盖章”。",
        edits: &[Edit::Words("公文拟制时", "办理证明不再要求村里盖章。公文拟制时")],
    }],
    check,
    ..Rule::ORDINARY
};

const SHEET_WORDS: [&str; 6] =
    ["填报单位（盖章）", "填报单位(盖章)", "单位（盖章）", "单位(盖章)", "填报日期：", "报出日期"];

fn check(context: &mut RuleContext) {
    let places = places_in_prose(context, &SHEET_WORDS);
    if let Some(&first) = places.first() {
        let message = format!("“{}”是内部报表的用语。", first.of(context.text));
        context.report(message, "公开版请删去报表的栏目。").at_each(&places);
    }
    let mut pages = passages::prose_lines(context, context.reading.span);
    pages.retain(|line| is_page_number(line.of(context.text)));
    if let Some(&first) = pages.first() {
        let message = format!("“{}”是页码。", first.of(context.text));
        context.report(message, "公开版请删去页码。").at_each(&pages);
    }
}

/// - 6 -, —6—, 第6页, 第6页 共9页
fn is_page_number(line: &str) -> bool {
    let words = crate::text::squeezed(line);
    let number = |words: &str| (1..=3).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit());
    let is_stroke = |c| "-—－–".contains(c);
    if let Some(page) = words.strip_prefix('第').and_then(|words| words.strip_suffix('页')) {
        let mut parts = page.split('页');
        return parts.all(|part| number(part.trim_start_matches(['，', ',', '/', '共'])));
    }
    words.starts_with(is_stroke) && words.ends_with(is_stroke) && number(words.trim_matches(is_stroke))
}

#[cfg(test)]
mod tests {
    use super::is_page_number;

    #[test]
    fn page_numbers_are_told_from_other_lines() {
        for line in ["- 6 -", "—12—", "第 6 页", "第6页 共9页"] {
            assert!(is_page_number(line), "{line}");
        }
        for line in ["6", "第6页说明", "-", "2023-01-05", "- 一 -"] {
            assert!(!is_page_number(line), "{line}");
        }
    }
}
