//! XT-10: the lapsed statistics sheet and the tables of the form count differently.

use super::{about, sum};
use crate::form::{cell_name, cell_named};
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, sources};
use crate::text::Number;

pub static RULE: Rule = Rule {
    id: "XT-10",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    help: help(HelpText {
        title: "统计表与正文的表不符",
        checks: "附有旧统计表的：收到申请数、行政复议数量、行政诉讼数量应与第三、第四部分的表相同。",
        why: "同一份报告里同一个数不应有两种说法。",
        bad: Example {
            shown: "统计表“收到申请数”12，第三部分新收14。",
            edits: &[Edit::Append(
                "\n政府信息公开情况统计表\n统计指标\t单位\t统计数\n三、依申请公开情况\t\t\n（一）收到申请数\t件\t12\n1.当面申请数\t件\t2\n2.传真申请数\t件\t0\n3.网络申请数\t件\t10\n4.信函申请数\t件\t0\n（二）申请办结数\t件\t12\n1.按时办结数\t件\t12\n2.延期办结数\t件\t0\n",
            )],
        },
        good: Example {
            shown: "统计表“收到申请数”14，第三部分新收14。",
            edits: &[Edit::Append(
                "\n政府信息公开情况统计表\n统计指标\t单位\t统计数\n三、依申请公开情况\t\t\n（一）收到申请数\t件\t14\n1.当面申请数\t件\t2\n2.传真申请数\t件\t0\n3.网络申请数\t件\t12\n4.信函申请数\t件\t0\n（二）申请办结数\t件\t13\n1.按时办结数\t件\t13\n2.延期办结数\t件\t0\n",
            )],
        },
    }),
    check,
};

/// An indicator of the sheet and the cells whose sum it repeats.
const SAME: [(&str, &[&str]); 3] = [
    ("statistics.applications", &["requests.received.total"]),
    ("statistics.reviews", &["disputes.review.total"]),
    ("statistics.suits", &["disputes.suit_direct.total", "disputes.suit_after_review.total"]),
];

fn check(subject: &Subject, findings: &mut Findings) {
    for (indicator, names) in SAME {
        let Some(id) = cell_named(indicator) else { continue };
        let stated = subject.report.cell(id).and_then(|cell| cell.value()?.as_whole());
        let (Some(stated), Some(in_tables)) = (stated, sum(subject, names)) else { continue };
        if stated == in_tables {
            continue;
        }
        let message = format!("统计表“{}”填{stated}，正文的表为{in_tables}。", cell_name(id));
        let finding = findings.finding(message, "核对后统一；统计表已停用，公开时建议删去。");
        let finding = finding.sides(Number::whole(stated), Number::whole(in_tables));
        findings.add(about(subject, finding.at_cells(subject.report, &[id]), names));
    }
}
