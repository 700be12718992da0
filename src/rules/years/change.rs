//! CY-07: how many more or fewer applications than last year, as the prose says it.

use super::{count, last_year};
use crate::form::{CellId, cell};
use crate::report::FactKind;
use crate::rules::prose::own_facts;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources};
use crate::text::holds_any;
use crate::text::{Number, TextRange};

pub static RULE: Rule = Rule {
    id: "CY-07",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    title: "比上年增减的件数不对",
    checks: "给出上年报告的：正文紧接收到申请件数写“比上年增加（减少）几件”，应等于两年新收申请总计之差。",
    why: "两年的表都公开了，读者一减就知道。",
    bad: &[Example {
        shown: "两年都是14件，正文写“比上年增加1件”。",
        edits: &[Edit::Words("申请14件，上年结转0件", "申请14件，比上年增加1件，上年结转0件"), Edit::Previous(&[])],
    }],
    good: &[Example {
        shown: "上年13件、本年14件，正文写“比上年增加1件”。",
        edits: &[
            Edit::Words("申请14件，上年结转0件", "申请14件，比上年增加1件，上年结转0件"),
            Edit::Previous(&[Edit::Cell("requests.received.total", "13")]),
        ],
    }],
    check,
    ..Rule::ORDINARY
};

const RECEIVED: CellId = cell!("requests.received.total");
/// Between the number of applications and that of the change stands nothing but these words.
const COMPARISON: &str = "，,（(同比较与上一去年度的相";
const MORE: [&str; 3] = ["增加", "增长", "上升"];
const FEWER: [&str; 2] = ["减少", "下降"];

fn check(context: &mut RuleContext) {
    let Ok(last) = last_year(context.reading, context.options) else { return };
    let (Some(now), Some(before)) = (count(context.reading, RECEIVED), count(last, RECEIVED)) else { return };
    let last_year = last.year.map(|year| year.to_string()).unwrap_or_default();
    for fact in own_facts(context.reading, &[FactKind::Received]) {
        let behind = TextRange::new(fact.span.end, context.reading.span.end).of(context.text);
        let Some((stated, length)) = change(behind, &last_year) else { continue };
        context.findings.tally.facts += 1;
        if stated == now - before {
            continue;
        }
        let place = TextRange::new(fact.span.end, fact.span.end + length);
        let said = passages::quoted(place.of(context.text).trim_start_matches(['，', ',']), 20);
        let message = format!("正文写“{said}”，两年的表中新收申请上年{before}件、本年{now}件。");
        let finding = context.report(message, "核对增减的件数。").at(place);
        finding.sides(Number::whole(stated), Number::whole(now - before));
    }
}

/// The change said at the start of a text, as in ，比上年增加2件, and its length.
fn change(text: &str, last_year: &str) -> Option<(i64, usize)> {
    // （2022年为6件），比上年增加2件
    let aside = text.strip_prefix('（').and_then(|aside| aside.split_once('）'));
    let rest =
        aside.filter(|(aside, _)| !holds_any(aside, &MORE) && !holds_any(aside, &FEWER)).map_or(text, |(_, rest)| rest);
    let rest = rest.trim_start_matches(|c| COMPARISON.contains(c));
    let rest = rest.strip_prefix(last_year).filter(|rest| rest.starts_with('年')).unwrap_or(rest);
    let rest = rest.trim_start_matches(|c| COMPARISON.contains(c));
    let after = |words: &[&str]| words.iter().find_map(|word| rest.strip_prefix(word));
    let (sign, rest) = if let Some(rest) = after(&MORE) { (1, rest) } else { (-1, after(&FEWER)?) };
    let rest = rest.trim_start_matches(['了', ' ']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = rest.get(digits..).unwrap_or_default().trim_start_matches(' ').strip_prefix('件')?;
    let value: i64 = rest.get(..digits).unwrap_or_default().parse().ok()?;
    Some((sign * value, text.len() - behind.len()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn changes_are_read_with_their_sign() {
        let change = |text| super::change(text, "2022").map(|(value, _)| value);
        assert_eq!(change("，较上年度减少了3 件。"), Some(-3));
        assert_eq!(change("，同比增长5件"), Some(5));
        assert_eq!(change("，较2022年增加5件"), Some(5));
        assert_eq!(change("（2022年为6件），与上年相比减少5件"), Some(-5));
        assert_eq!(change("（较上年增加5件），均已答复"), Some(5));
        assert_eq!(change("，较2021年增加5件"), None);
        assert_eq!(change("，同比增长16.7%"), None);
        assert_eq!(change("，均按期答复，比上年增加1件"), None);
    }
}
