//! ID-05: sentences that speak of nobody in particular.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, prescribed, sources, told};
use crate::text::TextRange;

pub static RULE: Rule = Rule {
    id: "ID-05",
    severity: Severity::Warning,
    basis: sources::PROBLEMS,
    title: "说的不是本单位",
    checks: told("乡镇、县级政府和县级部门的报告，有没有用“部分地区”“一些地区”“多数部门”“各级政府部门”作主语的句子。"),
    why: told("一个单位的报告写本单位的情况，这样的句子多半是从文章或者别的材料里抄来的。"),
    bad: examples![
        Example {
            shown: "镇政府写“部分地区公开意识不强”。",
            edits: &[Edit::Words("存在的主要问题：一是部分栏目", "存在的主要问题：一是部分地区公开意识不强，部分栏目")],
        },
        Example {
            shown: "镇政府写“各级政府部门高度重视”。",
            edits: &[Edit::Words("公文拟制时", "各级政府部门高度重视信息公开。公文拟制时")],
        },
    ],
    good: examples![
        Example {
            shown: "“学习一些地区的做法”“与多数部门联网”：不是主语。",
            edits: &[Edit::Words("公文拟制时", "学习一些地区的做法，系统与多数部门联网。公文拟制时")],
        },
        Example {
            shown: "市政府写“部分地区公开意识不强”。",
            edits: &[
                Edit::Words("禾川县柳溪镇人民政府2023年", "云山市人民政府2023年"),
                Edit::Words("\n禾川县柳溪镇人民政府\n", "\n云山市人民政府\n"),
                Edit::Words("存在的主要问题：一是部分栏目", "存在的主要问题：一是部分地区公开意识不强，部分栏目"),
            ],
        },
        Example {
            shown: "“部分村公开栏更新不及时”。",
            edits: &[Edit::Words("存在的主要问题：一是部分栏目", "存在的主要问题：一是部分村组公开栏更新慢，部分栏目")],
        },
    ],
    check,
    ..Rule::ORDINARY
};

const NOBODY: [&str; 8] =
    ["部分地区", "一些地区", "有些地区", "少数地区", "个别地区", "多数部门", "各级政府部门", "各级行政机关"];
/// Behind these a subject begins.
const BEFORE_SUBJECTS: &str = "，。；：、是）,;:. ";
/// 部分地区的做法 is no subject.
const NO_SUBJECT: [char; 3] = ['的', '、', '等'];

fn check(context: &mut RuleContext) {
    if !context.body().cannot_make_rules() {
        return;
    }
    for sentence in passages::sentences(context, context.reading.span) {
        for (index, place) in passages::places_of_any(context.text, sentence, &NOBODY) {
            let before = TextRange::new(sentence.start, place.start).of(context.text);
            let behind = TextRange::new(place.end, sentence.end).of(context.text);
            let is_subject = before.chars().next_back().is_none_or(|c| BEFORE_SUBJECTS.contains(c));
            if is_subject && !behind.starts_with(NO_SUBJECT) && !prescribed::holds(context, place) {
                let name = context.reading.name().unwrap_or("本单位");
                let message = format!("“{}”说的不是{name}。", NOBODY[index]);
                context.report(message, "写本单位的情况；确实是本单位的，写明是哪些村、站所、部门。").at(place);
            }
        }
    }
}
