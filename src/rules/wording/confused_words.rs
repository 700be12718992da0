//! WD-13: 截止 for 截至, 帐号 for 账号, and words that stand twice.

use super::doubled::doubled;
use super::places_in_prose;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{digit, trimmed};

pub static RULE: Rule = Rule {
    id: "WD-13",
    severity: Severity::Info,
    basis: sources::PRACTICE,
    title: "用字不当",
    checks: told(
        "后面跟着日期的“截止”应为“截至”；“帐号”“帐户”应为“账号”“账户”；有没有重复的字词，如“公开公开申请”“我镇镇”。",
    ),
    why: told("“截止”是到期停止，“截至”是算到某时。"),
    bad: examples![
        Example {
            shown: "“截止2023年12月31日”。",
            edits: &[Edit::Words("公文拟制时", "截止2023年12月31日，专栏运行正常。公文拟制时")],
        },
        Example {
            shown: "“政府信息公开公开制作公文”一类重复的词。",
            edits: &[Edit::Words("公文拟制时", "推进政府信息公开公开工作。公文拟制时")],
        },
        Example {
            shown: "“我镇镇认真办理”。", edits: &[Edit::Words("公文拟制时", "我镇镇认真办理。公文拟制时")]
        },
        Example {
            shown: "“因政府信息公开被申请行行政复议”。",
            edits: &[Edit::Words("公文拟制时", "加强信息公开，行行政复议工作平稳。公文拟制时")],
        },
        Example {
            shown: "标题写成“年度工作年度报告”。",
            edits: &[Edit::Words("公文拟制时", "编制政府信息公开年度工作年度报告。公文拟制时")],
        },
        Example {
            shown: "“帐号”。", edits: &[Edit::Words("公文拟制时", "公众号帐号运行正常。公文拟制时")]
        },
    ],
    good: examples![
        Example {
            shown: "“申请的截止日期”“截至2023年12月31日”。",
            edits: &[Edit::Words("公文拟制时", "截至2023年12月31日，没有逾期；公布报名的截止日期。公文拟制时")],
        },
        Example {
            shown: "“政务公开公开栏”“层层落实”“我镇镇政府网站”，不是重复。",
            edits: &[Edit::Words("公文拟制时", "设置政务公开公开栏，层层落实责任，更新我镇镇政府网站。公文拟制时")],
        },
        Example {
            shown: "“执行行政复议决定”“进行行政诉讼应诉培训”，不是重复。",
            edits: &[Edit::Words("公文拟制时", "执行行政复议决定，组织进行行政诉讼应诉培训。公文拟制时")],
        },
    ],
    check,
    ..Rule::ORDINARY
};

const ACCOUNTS: [(&str, &str); 3] = [("帐号", "账号"), ("帐户", "账户"), ("年度工作年度报告", "工作年度报告")];

fn check(context: &mut RuleContext) {
    for place in places_in_prose(context, &["截止"]) {
        let rest = context.text.get(place.end..context.reading.span.end).unwrap_or_default();
        let joined = rest.strip_prefix(['到', '至']).unwrap_or(rest);
        let date: String = joined.trim_start().chars().take(12).take_while(|c| !"，。；".contains(*c)).collect();
        let is_date = date.starts_with(|c: char| digit(c).is_some()) && date.contains(['年', '月'])
            || ["目前", "年底", "本年底"].iter().any(|word| date.starts_with(word));
        if is_date {
            let whole = TextRange::new(place.start, place.end + (rest.len() - joined.len()));
            let said = passages::quoted(whole.of(context.text), 4);
            let finding = context.report(format!("“{said}”后面是日期，应为“截至”。"), "改为“截至”。");
            finding.at(whole).fix(whole, "截至");
        }
    }
    check_doubled(context);
    for (wrong, right) in ACCOUNTS {
        for place in places_in_prose(context, &[wrong]) {
            let finding = context.report(format!("“{wrong}”应为“{right}”。"), format!("改为“{right}”。"));
            finding.at(place).fix(place, right);
        }
    }
}

/// Words that stand twice, one right behind the other on a line of the prose.
fn check_doubled(context: &mut RuleContext) {
    for line in passages::prose_lines(context, context.reading.span) {
        let places: Vec<(usize, char)> =
            line.of(context.text).char_indices().filter(|(_, c)| !c.is_whitespace()).collect();
        let chars: Vec<char> = places.iter().map(|&(_, c)| c).collect();
        for found in doubled(&chars) {
            // Words parted by white space are the cells of a table that was not told from the prose.
            let parted = |index: usize| {
                let from = places.get(index.wrapping_sub(1)).map_or(0, |&(at, c)| at + c.len_utf8());
                places.get(index).is_some_and(|&(at, _)| at > from)
            };
            if parted(found.start + found.length) {
                continue;
            }
            let start = |index: usize| places.get(index).map_or(line.end, |&(at, _)| line.start + at);
            let (first, second) = (start(found.start), start(found.start + found.length));
            let end = start(found.start + 2 * found.length);
            let word: String = chars.iter().skip(found.start).take(found.length).collect();
            let whole = TextRange::new(first, trimmed(context.text, TextRange::new(first, end)).end);
            let again = TextRange::new(second, whole.end);
            let finding = context.report(format!("“{word}”写了两遍。"), format!("删去一个“{word}”。"));
            finding.at(whole).fix(again, "");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::Options;
    use crate::text::Source;

    fn speaks_of(line: &str) -> bool {
        let text = format!(
            "柳溪镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n按要求公开。\n四、政府信息公开行政复议、行政诉讼情况\n\
             {line}\n五、存在的主要问题及改进情况\n公开的内容不够细。\n"
        );
        let source = Source::from_text(text).expect("a short text");
        crate::check(&source, &Options::default())[0].findings.list.iter().any(|finding| finding.rule == "WD-13")
    }

    #[test]
    fn cells_side_by_side_are_no_word_typed_twice() {
        assert!(!speaks_of("结果 结果 其他 尚未 总计 结果 结果 其他 尚未 总计"));
        assert!(!speaks_of("维持 纠正 结果 审结 维持 纠正 结果 审结"));
        assert!(speaks_of("没有政府信息公开公开方面的案件。"));
    }
}
