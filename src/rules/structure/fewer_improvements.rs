//! ST-21: more problems than improvements are listed.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::{TextRange, digit};

const PROBLEMS: &str = "一是部分栏目更新不够及时；二是解读材料的形式比较单一。";

pub static RULE: Rule = Rule {
    id: "ST-21",
    severity: Severity::Info,
    basis: sources::PROBLEMS,
    title: "问题多于改进措施",
    checks: told("第五部分用“一是……二是……”分别列出问题和改进的，改进是否少于问题。"),
    why: told("查找问题要有针对性，列出的每个问题都要有下文。"),
    bad: examples![
        Example {
            shown: "问题列了三条，改进只有两条。",
            edits: &[Edit::Words(PROBLEMS, "一是部分栏目更新不够及时；二是解读材料的形式比较单一；三是培训偏少。")],
        },
        Example {
            shown: "问题列了四条，改进只有两条。",
            edits: &[Edit::Words(
                PROBLEMS,
                "一是部分栏目更新不够及时；二是解读材料的形式比较单一；三是培训偏少；四是人员变动多。",
            )],
        },
    ],
    good: examples![
        Example {
            shown: "问题两条，改进三条。",
            edits: &[Edit::Words("请村干部在入户时讲解。", "请村干部在入户时讲解；三是每季度培训一次。")],
        },
        Example {
            shown: "改进没有分条。",
            edits: &[Edit::Words(
                "改进情况：一是按月检查栏目，逾期未更新的由专人提醒；二是增加图解和问答，请村干部在入户时讲解。",
                "改进情况：按月检查栏目，逾期未更新的由专人提醒，增加图解和问答，请村干部在入户时讲解。",
            )],
        },
        Example {
            shown: "“第一是时限”“统一是关键”不是分条。",
            edits: &[Edit::Words("请村干部在入户时讲解。", "请村干部在入户时讲解，统一是关键，第二是时限。")],
        },
    ],
    check,
    ..Rule::ORDINARY
};

const MARKS: [&str; 8] = ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是"];
/// Behind these a mark is part of a word: 第一是, 统一是, 之一是.
const IN_WORDS: &str = "第统之唯同专单万十";

fn check(context: &mut RuleContext) {
    let Some(section) = context.reading.section(5) else { return };
    let mut lists: Vec<(usize, TextRange)> = Vec::new();
    for sentence in passages::sentences(context, section.body()) {
        for (index, place) in passages::places_of_any(context.text, sentence, &MARKS) {
            let before = TextRange::new(sentence.start, place.start).of(context.text).chars().next_back();
            if before.is_some_and(|c| IN_WORDS.contains(c) || digit(c).is_some()) {
                continue;
            }
            match lists.last_mut() {
                _ if index == 0 => lists.push((1, place)),
                Some((count, whole)) if *count == index => (*count, *whole) = (index + 1, whole.cover(place)),
                // A list with a gap is another rule's.
                _ => return,
            }
        }
    }
    // Two lists alone are those of problems and of improvements.
    if let [(problems, first), (improvements, second)] = lists[..]
        && problems > improvements
        && improvements > 1
    {
        let message = format!("第五部分列了{problems}个问题，改进只有{improvements}条。");
        let finding = context.report(message, "逐个问题写明改进情况；一条措施对应几个问题的，可以在文中说明。");
        finding.at(first).related(second);
    }
}
