//! ST-19: section one has sub-headings on themes that do not belong to open government information.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::{holds_any, item_number};

pub static RULE: Rule = Rule {
    id: "ST-19",
    severity: Severity::Info,
    basis: sources::NOT_WIDENED,
    title: "总体情况写了其他工作",
    checks: told("第一部分的小标题是否写“放管服”改革、营商环境、招商引资等其他工作。"),
    why: told("格式要求报告内容不宜泛化，其他工作另有总结。"),
    bad: examples![Example {
        shown: "小标题“（六）深化放管服改革优化营商环境”。",
        edits: &[Edit::Words(
            "没有发生责任追究的情形。",
            "没有发生责任追究的情形。\n（六）深化放管服改革优化营商环境\n推行一窗受理，减少办事环节。",
        )],
    }],
    good: examples![Example {
        shown: "小标题“（六）营商环境政策公开”，说的是公开工作。",
        edits: &[Edit::Words(
            "没有发生责任追究的情形。",
            "没有发生责任追究的情形。\n（六）营商环境政策公开\n集中公布惠企政策。",
        )],
    }],
    check,
    ..Rule::ORDINARY
};

const FOREIGN_THEMES: [&str; 10] = [
    "放管服",
    "营商环境",
    "招商引资",
    "乡村振兴",
    "脱贫攻坚",
    "疫情防控",
    "安全生产",
    "环境保护",
    "基层党建",
    "信访维稳",
];
/// A sub-heading with these words speaks of publishing all the same.
const OWN_THEMES: [&str; 8] = ["公开", "信息", "政务", "解读", "平台", "监督", "回应", "公示"];
const LONGEST_HEADING: usize = 40;

fn check(context: &mut RuleContext) {
    let Some(section) = context.reading.section(1) else { return };
    for line in passages::prose_lines(context, section.body()) {
        let words = line.of(context.text);
        let Some((_, _, length)) = item_number(words) else { continue };
        // A run-in heading ends at its full stop.
        let heading = words.get(length..).unwrap_or_default().split('。').next().unwrap_or_default();
        let short = heading.chars().nth(LONGEST_HEADING).is_none();
        let foreign = holds_any(heading, &FOREIGN_THEMES);
        if short && foreign && !holds_any(heading, &OWN_THEMES) {
            let message = format!(
                "“{}”与政府信息公开工作关系不大。",
                passages::quoted(words.get(..length + heading.len()).unwrap_or_default(), 30)
            );
            let place = crate::text::TextRange::new(line.start, line.start + length + heading.len());
            context.report(message, "建议删减，只写政府信息公开方面的情况。").at(place);
        }
    }
}
