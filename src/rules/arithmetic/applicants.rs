//! AR-03: in each row of table three, 总计 is the sum of all kinds of applicants.

use super::sums::{self, Outcome, column_in_sum};
use crate::form::{Relation, TotalOf};
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, sources};

pub static RULE: Rule = Rule {
    id: "AR-03",
    severity: Severity::Error,
    basis: sources::TOTAL_LABEL,
    help: help(HelpText {
        title: "一行的总计与各类申请人不符",
        checks: "第三部分的表，每一行：自然人和五类法人或其他组织相加，应等于最后一格总计。",
        why: "一件申请只有一类申请人，六格相加就是这一行的总数。",
        bad: Example {
            shown: "（四）1.本机关不掌握相关政府信息：各类申请人合计2，总计填3。",
            edits: &[Edit::Cell("requests.unavailable_not_held.total", "3")],
        },
        good: Example {
            shown: "（四）1.本机关不掌握相关政府信息：各类申请人合计2，总计填2。", edits: &[]
        },
    }),
    check,
};

fn check(subject: &Subject, findings: &mut Findings) {
    for sum in sums::of(subject, Relation::Total(TotalOf::Applicants)) {
        match sums::evaluate(subject, &sum) {
            Outcome::Holds => findings.tally.sums += 1,
            Outcome::Fails(failure) if failure.parts_empty => {
                findings.tally.sums += 1;
                let message = format!("“{}”一行只填了总计{}，各类申请人没有填写。", failure.row(), failure.left);
                let finding =
                    findings.finding(message, "按申请人类别逐格填写，没有的填0。").severity(Severity::Warning);
                findings.add(failure.locate(subject.report, finding));
            }
            Outcome::Fails(failure) => {
                findings.tally.sums += 1;
                let message = format!(
                    "“{}”一行：各类申请人相加为{}，总计填{}，相差{}{}。",
                    failure.row(),
                    failure.side(subject.report, &sum.right, column_in_sum),
                    failure.left,
                    failure.difference(),
                    failure.blank_note(),
                );
                let finding = findings.finding(message, "核对这一行的总计和各类申请人的数。");
                findings.add(failure.locate(subject.report, finding));
            }
            Outcome::Unreadable(cells) => {
                findings.unchecked(cells, "有单元格无法识别，这一行的合计没有核对。");
            }
            Outcome::NoTotal | Outcome::Absent => {}
        }
    }
}
