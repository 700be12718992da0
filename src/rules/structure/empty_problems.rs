//! ST-12: section five says nothing.

use super::prose_of;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};

pub static RULE: Rule = Rule {
    id: "ST-12",
    severity: Severity::Error,
    basis: sources::PROBLEMS,
    title: "没有写问题和改进",
    checks: told("第五部分是否空着、只写“无”，或不足20字。"),
    why: told("条例要求报告存在的主要问题和改进情况，格式要求明确具体，不得敷衍了事。"),
    bad: examples![Example {
        shown: "第五部分只写“无”。",
        edits: &[
            Edit::Words("存在的主要问题：一是部分栏目更新不够及时；二是解读材料的形式比较单一。\n", "无。\n"),
            Edit::Words(
                "改进情况：一是按月检查栏目，逾期未更新的由专人提醒；二是增加图解和问答，请村干部在入户时讲解。\n",
                "",
            ),
        ],
    }],
    good: examples![Example {
        shown: "第五部分只有一句话，但写明了问题和措施。",
        edits: &[
            Edit::Words(
                "存在的主要问题：一是部分栏目更新不够及时；二是解读材料的形式比较单一。\n",
                "部分栏目更新不够及时，今后按月检查并提醒责任人。\n",
            ),
            Edit::Words(
                "改进情况：一是按月检查栏目，逾期未更新的由专人提醒；二是增加图解和问答，请村干部在入户时讲解。\n",
                "",
            ),
        ],
    }],
    check,
    ..Rule::ORDINARY
};

/// Fewer characters cannot name a problem and a remedy.
const SHORTEST: usize = 20;

fn check(context: &mut RuleContext) {
    let Some(text) = prose_of(context, 5) else { return };
    let Some(section) = context.reading.section(5) else { return };
    let Some(heading) = section.heading.as_ref() else { return };
    let length = text.chars().count();
    // Where no section has text, the headings of a table of contents or of the blank form were read.
    let others_have_text =
        [1, 6].into_iter().filter_map(|number| prose_of(context, number)).any(|text| !text.is_empty());
    if length >= SHORTEST || !others_have_text {
        return;
    }
    let message = match length {
        0 => "“存在的主要问题及改进情况”没有内容，应写明具体问题和改进措施。".to_string(),
        _ => {
            let written = section.body().of(context.text).trim();
            format!(
                "“存在的主要问题及改进情况”只写了“{}”，应写明具体问题和改进措施。",
                passages::quoted(written, 2 * SHORTEST)
            )
        }
    };
    context.report(message, "结合本单位实际，写明问题和改进措施。").at(heading.span);
}
