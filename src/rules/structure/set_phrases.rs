//! ST-22: section five has nothing but set phrases.

use super::prose_of;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::holds_any;

const PROBLEMS: &str = "一是部分栏目更新不够及时；二是解读材料的形式比较单一。";
const IMPROVEMENTS: &str = "一是按月检查栏目，逾期未更新的由专人提醒；二是增加图解和问答，请村干部在入户时讲解。";

pub static RULE: Rule = Rule {
    id: "ST-22",
    severity: Severity::Info,
    basis: sources::PROBLEMS,
    title: "第五部分只有套话",
    checks: told("第五部分的每一句是不是都是“认识有待提高”“进一步加强”一类的话，没有数、时间、栏目、做法。默认不查。"),
    why: told("要求是明确具体；这样的话放在哪个单位、哪一年都可以。"),
    bad: examples![
        Example {
            shown: "“思想认识有待提高，机制不够健全。进一步提高认识，进一步加强领导，进一步完善机制。”",
            edits: &[
                Edit::Rule("ST-22", "on"),
                Edit::Words(PROBLEMS, "一是思想认识有待提高；二是工作机制不够健全。"),
                Edit::Words(IMPROVEMENTS, "一是进一步提高思想认识，加强组织领导；二是进一步完善工作机制。"),
            ],
        },
        Example {
            shown: "“公开力度还需加大，业务水平有待提升。下一步，加大工作力度，加强队伍建设，确保工作落到实处。”",
            edits: &[
                Edit::Rule("ST-22", "on"),
                Edit::Words(PROBLEMS, "公开力度还需加大，业务水平有待提升。"),
                Edit::Words(IMPROVEMENTS, "加大工作力度，不断加强队伍建设，确保各项工作落到实处。"),
            ],
        },
    ],
    good: examples![
        Example {
            shown: "套话里有一句具体的：“每季度组织一次业务学习”。",
            edits: &[
                Edit::Rule("ST-22", "on"),
                Edit::Words(PROBLEMS, "一是思想认识有待提高；二是工作机制不够健全。"),
                Edit::Words(IMPROVEMENTS, "一是进一步提高思想认识；二是每季度组织一次业务学习。"),
            ],
        },
        Example { shown: "问题和改进都是具体的。", edits: &[Edit::Rule("ST-22", "on")] },
    ],
    on: false,
    check,
    ..Rule::ORDINARY
};

/// What any office can say in any year.
const PHRASES: [&str; 22] = [
    "有待",
    "还需",
    "仍需",
    "尚需",
    "不够",
    "不足",
    "不强",
    "不高",
    "进一步",
    "加强",
    "加大",
    "提高",
    "提升",
    "完善",
    "健全",
    "强化",
    "重视",
    "落到实处",
    "狠抓",
    "抓好",
    "持续",
    "不断",
];
/// What shows that something particular is meant.
const PARTICULAR: [&str; 26] = [
    "每",
    "逐",
    "月",
    "季",
    "周",
    "栏",
    "网站",
    "公众号",
    "平台",
    "村",
    "社区",
    "图",
    "问答",
    "视频",
    "台账",
    "清单",
    "培训",
    "目录",
    "专人",
    "解读",
    "更新",
    "检索",
    "申请",
    "答复",
    "站所",
    "科室",
];
/// The section's own words.
const FRAME: [&str; 4] = ["存在的主要问题", "存在问题", "改进情况", "下一步"];

fn check(context: &mut RuleContext) {
    let Some(text) = prose_of(context, 5) else { return };
    let Some(heading) = context.reading.section(5).and_then(|section| section.heading.as_ref()) else { return };
    let is_frame = |clause: &&str| clause.chars().count() > 4 && !FRAME.iter().any(|frame| clause.ends_with(frame));
    let mut clauses = text.split(['，', ',', '。', '；', ';', '：', ':']).filter(is_frame).peekable();
    let is_phrase = |clause: &str| {
        holds_any(clause, &PHRASES)
            && !holds_any(clause, &PARTICULAR)
            && !clause.contains(|c: char| c.is_ascii_digit() || c == '《')
    };
    if clauses.peek().is_some() && clauses.all(is_phrase) {
        let message = "第五部分的每一句都是放在哪个单位都可以说的话。";
        context.report(message, "写明是哪个栏目、哪项工作、多少件，准备在什么时候怎么改。").at(heading.span);
    }
}
