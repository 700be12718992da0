//! CF-10: a number that looks like two cells run together, where the row's sum breaks.

use crate::form::{CellId, Relation, TotalOf, cell_name};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "CF-10",
    severity: Severity::Warning,
    basis: sources::EXACT_FIGURES,
    title: "疑似两格的数字连在一起",
    checks: told("一行的合计不对，而其中一个数去掉末尾的0正好对得上。"),
    why: told("“20”和“0”连成“200”，数就大了十倍。"),
    bad: examples![Example {
        shown: "“（一）予以公开”：自然人40、商业企业1，总计5。",
        edits: &[Edit::Cell("requests.granted.individual", "40")],
    }],
    good: examples![Example {
        shown: "“（一）予以公开”：自然人4、商业企业1，总计5。", edits: &[]
    }],
    accompanied_by: &["AR-02", "AR-03"],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let sums = context.reading.form.map_or_else(Vec::new, |form| form.sums());
    for sum in sums.iter().filter(|sum| sum.relation == Relation::Total(TotalOf::Applicants)) {
        let count = |id: &CellId| context.reading.cell(*id).and_then(|cell| cell.count());
        let (Some(total), Some(parts)) = (
            sum.left.iter().map(count).sum::<Option<i64>>(),
            sum.right.iter().map(count).collect::<Option<Vec<i64>>>(),
        ) else {
            continue;
        };
        let sum_of_parts: i64 = parts.iter().sum();
        if total == sum_of_parts {
            continue;
        }
        // Exactly one part explains the difference when its last 0 goes to its neighbour.
        let explained = |part: i64| part >= 10 && part % 10 == 0 && sum_of_parts - part + part / 10 == total;
        let mut suspects = sum.right.iter().zip(&parts).filter(|(_, part)| explained(**part));
        let (Some((&id, part)), None) = (suspects.next(), suspects.next()) else { continue };
        let place = context.reading.cell(id).and_then(|cell| cell.place);
        let finding = context.report(
            format!("“{}”的{part}去掉末尾的0，这一行的总计就对了，疑似两格的数字连在一起。", cell_name(id)),
            format!("对照台账核对，应为{}的，分开填写。", part / 10),
        );
        let finding = finding.cells(&[id]);
        finding.at_each(place.as_slice());
    }
}
