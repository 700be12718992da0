//! TM-05: a department or township publishes after 31 January.

use super::{is_late_for_profile, made_known};
use crate::rules::{Edit, Example, Level, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "TM-05",
    severity: Severity::Error,
    basis: sources::DEADLINE_OF_DEPARTMENTS,
    title: "晚于1月31日",
    checks: told(
        "部门、政府办公室和乡镇街道：公布日期不晚于次年1月31日。不知道公布日期的，看网页上写的发布时间和落款日期，只作提醒。",
    ),
    why: told("条例规定了公布的期限，逾期的可能被通报。"),
    bad: examples![
        Example {
            shown: "镇政府2023年的报告落款为2024年2月5日。",
            edits: &[Edit::Words("2024年1月18日", "2024年2月5日")],
        },
        Example {
            shown: "落款为1月18日，网页上写“发布时间：2024-02-06 10:37”。",
            edits: &[Edit::Words("工作年度报告\n\n", "工作年度报告\n发布时间：2024-02-06 10:37　来源：柳溪镇\n")],
        },
        Example {
            shown: "网页的源代码里写明2024年2月6日发布。",
            edits: &[Edit::Words("\n\n根据《", "\n<meta name=\"PubDate\" content=\"2024-02-06 10:37\">\n根据《")],
        },
    ],
    good: examples![Example {
        shown: "县政府汇总的报告落款为2024年2月5日，期限是2月20日。",
        edits: &[Edit::Words("2024年1月18日", "2024年2月5日"), Edit::Level("county")],
    }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let Some(level @ (Level::Township | Level::Department)) = context.body().level else { return };
    let Some(year) = context.reading.year else { return };
    let Some(deadline) = level.deadline(year) else { return };
    if is_late_for_profile(context, level, year, deadline) {
        return;
    }
    let Some(made_known) = made_known(context, year, deadline) else { return };
    context.findings.tally.dates += 1;
    if made_known.date <= deadline {
        return;
    }
    let message = format!("应在{}前公布，{}为{}。", deadline.in_words(), made_known.what, made_known.date.in_words());
    let remedy = match made_known.certain {
        true => "尽快公布，以后提前编制。",
        false => "核对日期；确实晚于期限的，尽快公布，以后提前编制。",
    };
    context.report(message, remedy).severity_if(!made_known.certain, Severity::Warning).at(made_known.place);
}
