//! XT-10: the lapsed statistics sheet and the tables of the form count differently.

use super::super::arithmetic::sums::terms;
use super::sum;
use crate::form::{CellId, cell, cell_name};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::Number;

pub static RULE: Rule = Rule {
    id: "XT-10",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    title: "统计表与正文的表不符",
    checks: told("附有旧统计表的：收到申请数、行政复议数量、行政诉讼数量应与第三、第四部分的表相同。"),
    why: told("同一份报告里同一个数不应有两种说法。"),
    bad: examples![Example {
        shown: "统计表“收到申请数”12，第三部分新收14。",
        edits: &[Edit::Append(
            "\n政府信息公开情况统计表\n统计指标\t单位\t统计数\n三、依申请公开情况\t\t\n（一）收到申请数\t件\t12\n1.当面申请数\t件\t2\n2.传真申请数\t件\t0\n3.网络申请数\t件\t10\n4.信函申请数\t件\t0\n（二）申请办结数\t件\t12\n1.按时办结数\t件\t12\n2.延期办结数\t件\t0\n",
        )],
    }],
    good: examples![Example {
        shown: "统计表“收到申请数”14，第三部分新收14。",
        edits: &[Edit::Append(
            "\n政府信息公开情况统计表\n统计指标\t单位\t统计数\n三、依申请公开情况\t\t\n（一）收到申请数\t件\t14\n1.当面申请数\t件\t2\n2.传真申请数\t件\t0\n3.网络申请数\t件\t12\n4.信函申请数\t件\t0\n（二）申请办结数\t件\t13\n1.按时办结数\t件\t13\n2.延期办结数\t件\t0\n",
        )],
    }],
    accompanied_by: &["ST-06"],
    check,
    ..Rule::ORDINARY
};

/// An indicator of the sheet and the cells whose sum it repeats.
const SAME: [(CellId, &[CellId]); 3] = [
    (cell!("statistics.applications"), &[cell!("requests.received.total")]),
    (cell!("statistics.reviews"), &[cell!("disputes.review.total")]),
    (cell!("statistics.suits"), &[cell!("disputes.suit_direct.total"), cell!("disputes.suit_after_review.total")]),
];

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    for (id, cells) in SAME {
        let stated = context.reading.cell(id).and_then(|cell| cell.value()?.as_whole());
        let (Some(stated), Some(in_tables)) = (stated, sum(context, cells)) else { continue };
        if stated == in_tables {
            continue;
        }
        let message = format!("统计表“{}”填{stated}，正文的表为{in_tables}。", cell_name(id));
        let finding = context.report(message, "核对后统一；统计表已停用，公开时建议删去。");
        let finding = finding.sides(Number::whole(stated), Number::whole(in_tables));
        let finding = finding.sum(terms(reading, &[id]), terms(reading, cells));
        finding.at_cells(reading, &[id]).at_cells(reading, cells);
    }
}
