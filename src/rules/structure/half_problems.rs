//! ST-13: section five has problems without improvement, or improvement without problems.

use super::prose_of;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::holds_any;

pub static RULE: Rule = Rule {
    id: "ST-13",
    severity: Severity::Warning,
    basis: sources::PROBLEMS,
    title: "只有问题或只有改进",
    checks: told("第五部分是否既写了问题，又写了改进情况。"),
    why: told("标题就是“主要问题及改进情况”，两样缺一不可。"),
    bad: examples![Example {
        shown: "第五部分只写问题，没有改进情况。",
        edits: &[Edit::Words(
            "改进情况：一是按月检查栏目，逾期未更新的由专人提醒；二是增加图解和问答，请村干部在入户时讲解。\n",
            "",
        )],
    }],
    good: examples![Example {
        shown: "问题写成“差距”，改进写成“下一步打算”。",
        edits: &[
            Edit::Words("存在的主要问题：一是", "与群众期盼的差距：一是"),
            Edit::Words("改进情况：一是按月", "下一步打算：一是按月"),
        ],
    }],
    check,
    ..Rule::ORDINARY
};

const PROBLEMS: [&str; 24] = [
    "问题",
    "不足",
    "短板",
    "有待",
    "不够",
    "困难",
    "薄弱",
    "差距",
    "欠缺",
    "不高",
    "不强",
    "不全",
    "不及时",
    "滞后",
    "较弱",
    "不多",
    "不深",
    "不到位",
    "单一",
    "缺乏",
    "欠",
    "弱项",
    "较低",
    "尚需",
];
const IMPROVEMENTS: [&str; 20] = [
    "改进",
    "措施",
    "下一步",
    "下步",
    "今后",
    "将",
    "加强",
    "加大",
    "提高",
    "提升",
    "完善",
    "推进",
    "强化",
    "优化",
    "规范",
    "健全",
    "整改",
    "增加",
    "打算",
    "落实",
];
/// A shorter section is another rule's.
const SHORTEST: usize = 20;

fn check(context: &mut RuleContext) {
    let Some(text) = prose_of(context, 5).filter(|text| text.chars().count() >= SHORTEST) else { return };
    let Some(heading) = context.reading.section(5).and_then(|section| section.heading.as_ref()) else { return };
    let (problems, improvements) = (holds_any(&text, &PROBLEMS), holds_any(&text, &IMPROVEMENTS));
    let (message, suggestion) = match (problems, improvements) {
        (true, false) => ("第五部分只有问题，没有改进情况。", "补写改进措施。"),
        (false, true) => ("第五部分只有改进情况，没有写存在的问题。", "补写存在的主要问题。"),
        _ => return,
    };
    context.report(message, suggestion).at(heading.span);
}
