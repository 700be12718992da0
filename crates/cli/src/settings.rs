//! `gouji.toml`: what an office decides once for all its checks.
//!
//! ```toml
//! level = "township"
//! published = "2025-01-20"
//!
//! [rules]
//! ST-18 = "off"
//! WD-11 = "on"
//! CY-06 = "info"
//!
//! [[reviewed]]
//! rule = "PV-02"
//! text = '0731-555\d{4}'
//! ```

use std::path::Path;

use gouji::rules::{Findings, Level, Options, Setting, registry};
use gouji::text::Date;
use gouji::text::Source;
use regex::Regex;
use toml::{Table, Value};

/// The file of the current folder that is read without being named.
const NAME: &str = "gouji.toml";
pub const WRONG_DATE: &str = "请写成 2025-01-20 这样的日期";

/// What the file says.
#[derive(Default)]
pub struct Settings {
    pub options: Options,
    reviewed: Vec<Reviewed>,
}

/// Findings that were looked at and are right as they are: those of one rule at words that the pattern fits.
struct Reviewed {
    rule: String,
    text: Regex,
}

impl Settings {
    /// Takes away the findings that were looked at before, and counts them.
    pub fn set_aside(&self, document: &Source, findings: &mut Findings) {
        if self.reviewed.is_empty() {
            return;
        }
        let before = findings.list.len();
        findings.list.retain(|finding| {
            let words = finding.places.first().map_or("", |place| place.span.of(&document.text));
            !self.reviewed.iter().any(|reviewed| reviewed.rule == finding.rule && reviewed.text.is_match(words))
        });
        findings.set_aside = before - findings.list.len();
    }
}

/// The settings of that file, else of the current folder's, else none.
pub fn read(path: Option<&Path>) -> Result<Settings, String> {
    let path = match path {
        Some(path) => path,
        None if Path::new(NAME).exists() => Path::new(NAME),
        None => return Ok(Settings::default()),
    };
    let shown = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| format!("无法打开设置文件 {shown}：{error}"))?;
    parse(&text).map_err(|fault| format!("设置文件 {shown} {fault}"))
}

fn parse(text: &str) -> Result<Settings, String> {
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        let line = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        format!("第{line}行写得不对。每行写成：名称 = \"值\"。")
    })?;
    let Settings { mut options, mut reviewed } = Settings::default();
    for (name, value) in &table {
        match name.as_str() {
            "level" => {
                let ids = Level::ALL.map(|(_, id)| id).join("、");
                let level = value.as_str().and_then(Level::parse);
                options.level = Some(level.ok_or_else(|| format!("里的 level 只能是 {ids}，要加引号。"))?);
            }
            "published" => {
                // A date without quotes is one of TOML's own values.
                let written = value.as_str().map_or_else(|| value.to_string(), String::from);
                let day = Date::parse(&written);
                options.published = Some(day.ok_or_else(|| format!("里的 published 不对，{WRONG_DATE}。"))?);
            }
            "rules" => options.rules = rules(value)?,
            "reviewed" => reviewed = all_reviewed(value)?,
            _ => return Err(format!("里不认识“{name}”，可以写 level、published、[rules] 和 [[reviewed]]。")),
        }
    }
    Ok(Settings { options, reviewed })
}

fn rules(value: &Value) -> Result<Vec<(String, Setting)>, String> {
    let table = value.as_table().ok_or("里的 rules 要写成 [rules]，下面每行一条规则。")?;
    let mut rules = Vec::new();
    for (id, value) in table {
        known(id)?;
        let setting = value.as_str().and_then(Setting::parse);
        let wrong = || format!("里的 {id} 只能是 \"off\"、\"on\"、\"error\"、\"warning\" 或 \"info\"。");
        rules.push((id.clone(), setting.ok_or_else(wrong)?));
    }
    Ok(rules)
}

fn known(id: &str) -> Result<(), String> {
    let unknown = || format!("里的“{id}”不是规则的编号，编号如 ST-01。");
    registry().any(|rule| rule.id == id).then_some(()).ok_or_else(unknown)
}

fn all_reviewed(value: &Value) -> Result<Vec<Reviewed>, String> {
    let tables = value.as_array().ok_or("里的 reviewed 要写成 [[reviewed]]，下面写 rule 和 text 两行。")?;
    let mut all = Vec::new();
    for table in tables {
        let (Some(rule), Some(pattern)) =
            (table.get("rule").and_then(Value::as_str), table.get("text").and_then(Value::as_str))
        else {
            return Err("里的 [[reviewed]] 下面要写 rule 和 text 两行，值加引号。".to_string());
        };
        known(rule)?;
        // An empty pattern fits everything, and would switch the rule off unseen.
        let text = Regex::new(pattern).ok().filter(|_| !pattern.is_empty());
        let text = text.ok_or_else(|| format!("里 {rule} 的 text “{pattern}”不是正则表达式。"))?;
        all.push(Reviewed { rule: rule.to_string(), text });
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use gouji::rules::Severity;

    #[test]
    fn settings_are_read() {
        let read = parse("level = \"county\"\npublished = 2025-01-20\n[rules]\nST-18 = \"off\"\nCY-06 = \"info\"\n");
        let Settings { options, .. } = read.expect("a right file");
        assert_eq!((options.level, options.published), (Some(Level::County), Date::new(2025, 1, 20)));
        let expected =
            [("CY-06".to_string(), Setting::As(Severity::Info)), ("ST-18".to_string(), Setting::Off)].to_vec();
        assert_eq!(options.rules, expected);
    }

    #[test]
    fn a_wrong_file_is_named_in_a_sentence() {
        for (text, said) in [
            ("\n[rules\n", "第2行写得不对"),
            ("colour = 1", "不认识“colour”"),
            ("level = \"village\"", "level 只能是"),
            ("published = \"soon\"", "published 不对"),
            ("rules = 3", "要写成 [rules]"),
            ("[rules]\nST-99 = \"off\"", "“ST-99”不是规则的编号"),
            ("[rules]\nST-01 = false", "ST-01 只能是"),
            ("[reviewed]\nrule = 'PV-02'", "要写成 [[reviewed]]"),
            ("[[reviewed]]\nrule = 'PV-02'", "rule 和 text 两行"),
            ("[[reviewed]]\nrule = 'PV-02'\ntext = '('", "不是正则表达式"),
            ("[[reviewed]]\nrule = 'PV-02'\ntext = ''", "不是正则表达式"),
        ] {
            let fault = parse(text).err().expect(text);
            assert!(fault.contains(said), "{text}: {fault}");
        }
    }
}
