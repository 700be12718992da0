//! TM-07: a sentence that counts this report's things bears the year before or after.

use super::years;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{digit, holds_any};

pub static RULE: Rule = Rule {
    id: "TM-07",
    severity: Severity::Error,
    basis: sources::DATA_DAY,
    title: "文中年份不是报告年度",
    checks: told(
        "第五部分以外，写收到、受理、制发、公开了多少件（条）的句子，年份应是报告年度。打算、比较、文件名称和文号不算。",
    ),
    why: told("多半是沿用上年的稿子，年份没有改，数字也可能没有改。"),
    bad: examples![
        Example {
            shown: "2023年的报告写“2022年，全镇共制发规范性文件3件”。",
            edits: &[Edit::Words("制发行政规范性文件3件、废止1件", "2022年，全镇共制发行政规范性文件3件、废止1件")],
        },
        Example {
            shown: "2023年的报告写“1件结转至2023年继续办理”。",
            edits: &[Edit::Words("结转下年度继续办理1件", "1件结转至2023年继续办理")],
        },
    ],
    good: examples![
        Example {
            shown: "2023年的报告写“2024年将继续公开村级事务清单20条”“比2022年多公开15条”。",
            edits: &[Edit::Words("公文拟制时", "2024年将继续公开村级事务清单20条。比2022年多公开15条。公文拟制时")],
        },
        Example {
            shown: "2023年的报告写“2022年结转至2023年0件”。",
            edits: &[Edit::Words("上年结转0件", "2022年结转至2023年0件")],
        },
    ],
    check,
    ..Rule::ORDINARY
};

const COUNTED: [&str; 12] =
    ["收到", "受理", "新收", "制发", "制定", "公开", "发布", "办结", "答复", "接到", "废止", "审查"];
/// Plans, comparisons, names and histories may bear another year.
const OTHER_YEARS: [&str; 36] = [
    "将",
    "拟",
    "计划",
    "下一步",
    "下步",
    "继续",
    "力争",
    "明年",
    "今后",
    "争取",
    "较",
    "比",
    "增",
    "减",
    "上年",
    "去年",
    "上一年",
    "往年",
    "累计",
    "以来",
    "截至",
    "截止",
    "结转",
    "印发",
    "要点",
    "规划",
    "方案",
    "十四五",
    "十五五",
    "届",
    "自",
    "从",
    "历年",
    "原",
    "此前",
    "推迟",
];

/// Behind these a year belongs to another thing.
const BEFORE_ANOTHER: &str = "据照对于至到将按开布的和与及中";
/// With these the deed of a year begins, or its context.
const BEHIND_OWN: &str = "，,我本全共累主依收受新制公发办答接废审";

fn check(context: &mut RuleContext) {
    let Some(year) = context.reading.year else { return };
    carried_to_itself(context, year);
    for region in regions(context) {
        let sentences = passages::sentences(context, region);
        for (index, &sentence) in sentences.iter().enumerate() {
            // A number of four digits is a year where it is called one.
            let mut found = years(context, sentence);
            found.retain(|(_, place)| context.text.get(place.end..).unwrap_or_default().trim_start().starts_with('年'));
            let Some(&(other, place)) = found.first() else { continue };
            if belongs_elsewhere(
                context.text.get(sentence.start..place.start).unwrap_or_default(),
                context.text.get(place.end..).unwrap_or_default(),
            ) {
                continue;
            }
            let neighbour = other.checked_add(1) == Some(year) || year.checked_add(1) == Some(other);
            if !neighbour || found.iter().any(|(year, _)| *year != other) || !counts(sentence.of(context.text)) {
                continue;
            }
            // 2022年收到3件。2023年收到5件。is a comparison over two sentences.
            let compared = sentences.get(index + 1).is_some_and(|&next| {
                years(context, next).iter().any(|&(next_year, _)| next_year == year) && counts(next.of(context.text))
            });
            if !compared {
                let said = passages::quoted(sentence.of(context.text), 40);
                let message = format!("{year}年的报告中写“{said}”，疑似没有改的旧年份。");
                let finding = context.report(message, format!("核对这句的年份和数字；是本年的，改为{year}年。"));
                finding.at(place).related(sentence);
            }
        }
    }
}

/// In bytes, as far as a clause is looked back on.
const LONGEST_CLAUSE: usize = 600;

/// 结转至2023年继续办理 in the report of 2023: what is carried over goes to the next year.
fn carried_to_itself(context: &mut RuleContext, year: u16) {
    for sentence in passages::sentences(context, context.reading.span) {
        for (found, place) in years(context, sentence) {
            let before = TextRange::new(sentence.start, place.start).of(context.text);
            let before = before
                .get(before.ceil_char_boundary(before.len().saturating_sub(LONGEST_CLAUSE))..)
                .unwrap_or_default();
            let clause = before.rsplit(['，', ',', '；', '。', '、']).next().unwrap_or_default();
            let to = ["结转", "结转至", "结转到", "结转入", "顺延至", "顺延到", "延续至", "转至", "转入"];
            let goes_there = to.iter().any(|words| clause.trim_end().ends_with(words));
            let from_last =
                holds_any(clause, &["上年", "上一年", "去年", "往年"]) || clause.contains(&(year - 1).to_string());
            if found == year && goes_there && !from_last {
                let next = u32::from(year) + 1;
                let message = format!("{year}年的报告写结转到{year}年，结转下年度的应写{next}年。");
                context.report(message, format!("核对年份；没有办结的结转到{next}年。")).at(place);
            }
        }
    }
}

/// Whether a year is that of another thing, not of the deed: 根据2022年考评, 公开2022年决算, 2022年度决算公开.
fn belongs_elsewhere(before: &str, behind: &str) -> bool {
    let before = before.trim_end().chars().next_back();
    let behind = behind.trim_start().strip_prefix("年度").and_then(|behind| behind.chars().next());
    before.is_some_and(|c| BEFORE_ANOTHER.contains(c)) || behind.is_some_and(|c| !BEHIND_OWN.contains(c))
}

/// From the start to the end of section six, without section five, which speaks of the time to come.
fn regions(context: &RuleContext) -> Vec<TextRange> {
    let report = context.reading;
    let Some(end) = report.sections.iter().filter(|s| s.heading.is_some()).map(|s| s.span.end).max() else {
        return Vec::new();
    };
    let whole = TextRange::new(report.span.start, end);
    match report.section(5) {
        Some(five) => vec![
            TextRange::new(whole.start, five.span.start.max(whole.start)),
            TextRange::new(five.span.end.min(whole.end), whole.end),
        ],
        None => vec![whole],
    }
}

/// Whether a sentence counts things of a year: a verb, and a number before 件 or 条; nothing of plans and comparisons.
fn counts(sentence: &str) -> bool {
    let words = passages::plain(sentence);
    let quotes = sentence.contains(['《', '〔', '［', '[', '“', '「']);
    // A single day is announced, or was one of many: 于2024年1月15日前公布.
    let one_day = words.contains('月') && !words.contains("12月31日");
    let counted = words.char_indices().any(|(at, c)| {
        matches!(c, '件' | '条')
            && words.get(..at).and_then(|text| text.chars().next_back()).is_some_and(|before| digit(before).is_some())
    });
    counted && holds_any(&words, &COUNTED) && !quotes && !one_day && !holds_any(&words, &OTHER_YEARS)
}

#[cfg(test)]
mod tests {
    use super::belongs_elsewhere;

    #[test]
    fn a_year_of_another_thing_is_not_that_of_the_deed() {
        for (before, behind) in [
            ("", "年，共收到申请3件"),
            ("（一）主动公开。", "年度公开信息30条"),
            ("", "年全镇共制发文件3件"),
            ("我镇", "年度收到申请3件"),
            ("", "年柳溪镇收到申请3件"),
        ] {
            assert!(!belongs_elsewhere(before, behind), "{before}…{behind}");
        }
        for (before, behind) in
            [("根据", "年考评反馈，补充公开信息23条"), ("公开", "年度部门决算12条"), ("", "年度部门决算公开12条")]
        {
            assert!(belongs_elsewhere(before, behind), "{before}…{behind}");
        }
    }
}
