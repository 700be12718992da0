//! ST-08: the title does not say whose report it is, of which year, and that it is the yearly report.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::{folded, is_han};

pub static RULE: Rule = Rule {
    id: "ST-08",
    severity: Severity::Warning,
    basis: sources::REPORT_NAME,
    title: "标题不完整",
    checks: told("标题应写明单位、年度和“政府信息公开工作年度报告”。少“工作”二字的只作提示。"),
    why: told("标题不全，读者和检索的人分不清是哪个单位、哪一年的报告。"),
    bad: examples![Example {
        shown: "标题写成“关于2023年政府信息公开工作的报告”。",
        edits: &[Edit::Words("禾川县柳溪镇人民政府2023年政府信息公开工作年度报告", "关于2023年政府信息公开工作的报告")],
    }],
    good: examples![Example {
        shown: "标题写成“2023年禾川县柳溪镇人民政府政府信息公开工作年度报告”。",
        edits: &[Edit::Words(
            "禾川县柳溪镇人民政府2023年政府信息公开工作年度报告",
            "2023年禾川县柳溪镇人民政府政府信息公开工作年度报告",
        )],
    }],
    check,
    ..Rule::ORDINARY
};

const NAME: &str = "政府信息公开工作年度报告";
/// Widespread, and understood by everybody.
const SHORT_NAME: &str = "政府信息公开年度报告";

fn check(context: &mut RuleContext) {
    let Some(title) = &context.reading.title else { return };
    let words: String = title.text.chars().filter(|c| !c.is_whitespace()).map(folded).collect();
    let mut lacks = Vec::new();
    let named = |name: &str| words.contains(name) || without_year(&words).contains(name);
    if !named(NAME) && !named(SHORT_NAME) {
        lacks.push("“政府信息公开工作年度报告”");
    }
    if !has_unit(&words) {
        lacks.push("单位名称");
    }
    if !has_year(&words) {
        lacks.push("年度");
    }
    let short_only = lacks.is_empty() && !named(NAME);
    if lacks.is_empty() && !short_only {
        return;
    }
    let better = format!(
        "{}{}{NAME}",
        context.reading.name().unwrap_or("（单位名称）"),
        context.reading.year.map_or_else(|| "（年度）年".to_string(), |year| format!("{year}年")),
    );
    let what =
        if short_only { "少了“工作”二字".to_string() } else { format!("没有写{}", lacks.join("、")) };
    let message = format!("标题“{}”{what}。", passages::quoted(&title.text, 40));
    let finding = context.report(message, format!("建议改为“{better}”。")).at(title.span);
    finding.severity_if(short_only, Severity::Info);
}

/// 工作2023年度报告 and 工作2023年年度报告 are 工作年度报告 with the year inside.
fn without_year(title: &str) -> String {
    let mut words = String::new();
    for c in title.chars() {
        if !c.is_ascii_digit() {
            words.push(c);
        }
    }
    words.replace("年年度", "年度")
}

/// A year of four digits or numerals: 2023年, 二〇二三年度.
fn has_year(title: &str) -> bool {
    let chars: Vec<char> = title.chars().collect();
    let is_digit = |c: &char| c.is_ascii_digit() || "〇零一二三四五六七八九○О".contains(*c);
    chars.windows(4).any(|four| four.iter().all(is_digit))
}

/// What is left of a title without its year and the name of the report.
fn has_unit(title: &str) -> bool {
    let name_at = title.find("政府信息公开").or_else(|| title.find("信息公开")).or_else(|| title.find("政务公开"));
    let before = name_at.map_or(title, |at| title.get(..at).unwrap_or_default());
    let unit: String = before.chars().filter(|c| is_han(*c) && !"〇零一二三四五六七八九".contains(*c)).collect();
    unit.replace("关于", "").replace("年度", "").replace("年", "").chars().count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_and_years_are_seen_wherever_they_stand() {
        assert!(has_unit("2023年禾川县水利局政府信息公开工作年度报告"));
        assert!(has_unit("禾川县人民政府信息公开工作年度报告(2023年度)"));
        assert!(!has_unit("关于2021年政府信息公开工作的报告"));
        assert!(without_year("水利局政府信息公开工作2023年年度报告").contains(NAME));
        assert!(without_year("水利局政府信息公开工作2023年度报告").contains(NAME));
        assert!(has_year("禾川县二〇二三年政府信息公开工作年度报告"));
        assert!(!has_year("禾川县政府信息公开工作年度报告"));
    }
}
