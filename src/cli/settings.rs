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
//! ```

use std::path::Path;

use gouji::report::Date;
use gouji::rules::{Level, Options, Setting, registry};
use toml::{Table, Value};

/// The file of the current folder that is read without being named.
const NAME: &str = "gouji.toml";
pub const WRONG_DATE: &str = "请写成 2025-01-20 这样的日期";

/// The settings of that file, else of the current folder's, else none.
pub fn read(path: Option<&Path>) -> Result<Options, String> {
    let path = match path {
        Some(path) => path,
        None if Path::new(NAME).exists() => Path::new(NAME),
        None => return Ok(Options::default()),
    };
    let shown = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| format!("无法打开设置文件 {shown}：{error}"))?;
    parse(&text).map_err(|fault| format!("设置文件 {shown} {fault}"))
}

fn parse(text: &str) -> Result<Options, String> {
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        let line = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        format!("第{line}行写得不对。每行写成：名称 = \"值\"。")
    })?;
    let mut options = Options::default();
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
            _ => return Err(format!("里不认识“{name}”，可以写 level、published 和 [rules]。")),
        }
    }
    Ok(options)
}

fn rules(value: &Value) -> Result<Vec<(String, Setting)>, String> {
    let table = value.as_table().ok_or("里的 rules 要写成 [rules]，下面每行一条规则。")?;
    let mut rules = Vec::new();
    for (id, value) in table {
        if !registry().any(|rule| rule.id == id) {
            return Err(format!("里的“{id}”不是规则的编号，编号如 ST-01。"));
        }
        let setting = value.as_str().and_then(Setting::parse);
        let wrong = || format!("里的 {id} 只能是 \"off\"、\"on\"、\"error\"、\"warning\" 或 \"info\"。");
        rules.push((id.clone(), setting.ok_or_else(wrong)?));
    }
    Ok(rules)
}

#[cfg(test)]
mod tests {
    use super::*;
    use gouji::rules::Severity;

    #[test]
    fn settings_are_read() {
        let read = parse("level = \"county\"\npublished = 2025-01-20\n[rules]\nST-18 = \"off\"\nCY-06 = \"info\"\n");
        let options = read.expect("a right file");
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
        ] {
            let fault = parse(text).expect_err(text);
            assert!(fault.contains(said), "{text}: {fault}");
        }
    }
}
