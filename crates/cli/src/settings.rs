//! `gouji.toml`: what an office decides once for all its checks.
//!
//! ```toml
//! level = "township"
//! published = "2025-01-20"
//! profile = "禾川县"
//!
//! [rules]
//! ST-18 = "off"
//! WD-11 = "on"
//! CY-06 = "info"
//!
//! [[reviewed]]
//! rule = "PV-02"
//! text = '0731-555\d{4}'
//! reason = "值班电话，依法公开"
//! ```

use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;

use gouji::options::{CheckOptions, unknown};
use gouji::output::SettingsData;
use gouji::rules::{DecidedBy, Decision, Dismissal, Divisions, Options, Profile, Words, registry};
use regex::Regex;
use serde::Deserialize;
use toml::{Table, Value};

use crate::inputs::name_of;
use crate::read::{self, LARGEST_LIST};

/// The file of the current folder that is read without being named.
const NAME: &str = "gouji.toml";
/// The county's profile in the current folder that is read without being named.
const PROFILE: &str = "gouji.json";
/// What the file may say.
const NAMES: [&str; 5] = ["level", "published", "[profile]", "[rules]", "[[reviewed]]"];

/// What the file says, and which file it is.
#[derive(Default)]
pub struct Settings {
    pub options: Options,
    pub file: Option<String>,
}

impl Settings {
    /// Returns what output says of them.
    pub fn data(&self) -> SettingsData {
        SettingsData::of(&self.options, self.file.clone())
    }

    /// Takes the county's profile from that file; where none is named and the settings have none, from the current folder's.
    pub fn take_profile(&mut self, path: Option<&Path>) -> Result<(), String> {
        let Some(path) = path.or_else(|| found(PROFILE).filter(|_| self.options.profile.is_none())) else {
            return Ok(());
        };
        let text = text_of(path, "本级要求")?;
        let mut profile =
            gouji_desk::profile::read(&text).map_err(|fault| format!("本级要求 {} {fault}", name_of(path)))?;
        profile.name.get_or_insert_with(|| name_of(path));
        self.options.profile = Some(profile);
        Ok(())
    }
}

/// Returns the settings of that file, else of the current folder's, else none.
pub fn read(path: Option<&Path>) -> Result<Settings, String> {
    let Some(path) = path.or_else(|| found(NAME)) else {
        return Ok(Settings { options: with_divisions(Options::default()), file: None });
    };
    let text = text_of(path, "设置文件")?;
    let options = parse(&text).map_err(|fault| format!("设置文件 {} {fault}", name_of(path)))?;
    Ok(Settings { options: with_divisions(options), file: Some(name_of(path)) })
}

/// The options with the table of divisions, which the program carries.
fn with_divisions(options: Options) -> Options {
    let table = Divisions::read(include_str!("../../../data/divisions.txt").to_string());
    Options { divisions: table.map(Arc::new), ..options }
}

/// Returns a file of the current folder, if it is there.
fn found(name: &'static str) -> Option<&'static Path> {
    Some(Path::new(name)).filter(|path| path.symlink_metadata().is_ok())
}

fn text_of(path: &Path, what: &str) -> Result<String, String> {
    let refused = |why: String| format!("{what} {} 读不了：{why}", name_of(path));
    let bytes = read::bounded(path, LARGEST_LIST).map_err(|refusal| refused(refusal.message))?;
    String::from_utf8(bytes).map_err(|_| refused("不是 UTF-8 文字。".to_string()))
}

/// The county's profile by itself, read from the text so that a fault has its line.
#[derive(Deserialize)]
struct Profiled {
    #[serde(rename = "profile", default)]
    _profile: Option<Profile>,
}

/// Returns the options that a settings file of these words asks for.
pub fn parse(text: &str) -> Result<Options, String> {
    let line = |error: &toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start.min(text.len()));
        text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1
    };
    let mut table: Table = text
        .parse()
        .map_err(|error: toml::de::Error| format!("第{}行写得不对。每行写成：名称 = \"值\"。", line(&error)))?;
    toml::from_str::<Profiled>(text).map_err(|error| format!("第{}行：{}", line(&error), error.message()))?;
    let reviewed = table.remove("reviewed").map(all_reviewed).transpose()?.unwrap_or_default();
    let is_known = |name: &String| NAMES.iter().any(|known| known.trim_matches(['[', ']']) == name);
    if let Some(name) = table.keys().find(|name| !is_known(name)) {
        return Err(format!("里{}", unknown(name, &NAMES)));
    }
    // A date without quotes is one of TOML's own values.
    for (_, value) in table.iter_mut().filter(|(_, value)| value.is_datetime()) {
        *value = Value::String(value.to_string());
    }
    let given = CheckOptions::deserialize(Value::Table(table)).map_err(|error| format!("里的 {}", error.message()))?;
    let Ok(mut options) = given.into_options(|_| -> Result<_, Infallible> { unreachable!("previous is no setting") });
    options.dismissals = reviewed;
    Ok(options)
}

/// Findings that were looked at and are right as they are: those of one rule at words that the pattern fits.
fn all_reviewed(value: Value) -> Result<Vec<Dismissal>, String> {
    let tables = value.try_into().map_err(|_| REVIEWED.to_string())?;
    let tables: Vec<Table> = tables;
    tables.iter().map(reviewed).collect()
}

const REVIEWED: &str = "里的 reviewed 要写成 [[reviewed]]，下面写 rule 和 text 两行，还可以写 reason，值加引号。";

fn reviewed(table: &Table) -> Result<Dismissal, String> {
    let known = ["rule", "text", "reason"];
    if let Some(name) = table.keys().find(|name| !known.contains(&name.as_str())) {
        return Err(format!("里的 [[reviewed]] 下{}", unknown(name, &known)));
    }
    let word = |name: &str| match table.get(name) {
        Some(Value::String(word)) => Ok(Some(word.as_str())),
        None => Ok(None),
        Some(_) => Err(REVIEWED.to_string()),
    };
    let (Some(rule), Some(pattern)) = (word("rule")?, word("text")?) else { return Err(REVIEWED.to_string()) };
    if registry().all(|one| one.id != rule) {
        return Err(format!("里的“{rule}”不是规则的编号，编号如 ST-01。"));
    }
    // An empty pattern fits everything, and would switch the rule off unseen.
    let text = Regex::new(pattern).ok().filter(|_| !pattern.is_empty());
    let text = text.ok_or_else(|| format!("里 {rule} 的 text “{pattern}”不是正则表达式。"))?;
    Ok(Dismissal {
        rule: rule.to_string(),
        words: Some(Words::Like(Arc::new(move |words| text.is_match(words)))),
        cells: None,
        message: None,
        decision: Decision { reason: word("reason")?.unwrap_or_default().to_string(), by: DecidedBy::Settings },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use gouji::rules::{Level, Setting, Severity};
    use gouji::text::Date;

    #[test]
    fn settings_are_read() {
        let read = "level = \"county\"\npublished = 2025-01-20\nprofile = \"禾川县\"\n[rules]\nST-18 = \"off\"\nCY-06 = \"info\"\n\
            [[reviewed]]\nrule = 'PV-02'\ntext = '^138'\nreason = '值班电话'\n";
        let options = parse(read).expect("a right file");
        assert_eq!((options.level, options.published), (Some(Level::County), Date::new(2025, 1, 20)));
        let expected =
            [("CY-06".to_string(), Setting::As(Severity::Info)), ("ST-18".to_string(), Setting::Off)].to_vec();
        let name = options.profile.and_then(|profile| profile.name);
        assert_eq!((options.rules, name.as_deref()), (expected, Some("禾川县")));
        let decisions: Vec<Decision> = options.dismissals.into_iter().map(|one| one.decision).collect();
        assert_eq!(decisions, [Decision { reason: "值班电话".to_string(), by: DecidedBy::Settings }]);
    }

    #[test]
    fn a_wrong_file_is_named_in_a_sentence() {
        for (text, said) in [
            ("\n[rules\n", "第2行写得不对"),
            ("colour = 1", "不认识“colour”"),
            ("level = \"village\"", "level 只能是"),
            ("[profile]\nname = \"禾川县\"\ncolour = 1", "第3行：不认识“colour”"),
            ("[profile]\n[profile.deadlines]\ntownship = \"02-05\"", "第3行：deadlines 里的“02-05”晚于1月31日"),
            ("[profile]\nfigures = [\n\"政策解读\",\n3]", "第4行：figures 要写成"),
            ("profile = 3", "第1行：profile 要写成"),
            ("published = \"soon\"", "published 不对"),
            ("rules = 3", "rules 要写成"),
            ("previous = \"全文\"", "不认识“previous”"),
            ("[rules]\nST-99 = \"off\"", "“ST-99”不是规则的编号"),
            ("[rules]\nST-01 = false", "ST-01 只能是"),
            ("[rules]\nST-01 = 2025-01-20", "ST-01 只能是"),
            ("[rules]\nST-01 = { off = true }", "ST-01 只能是"),
            ("[reviewed]\nrule = 'PV-02'", "要写成 [[reviewed]]"),
            ("[[reviewed]]\nrule = 'PV-02'", "rule 和 text 两行"),
            ("[[reviewed]]\nrule = 'PV-02'\ntext = 3", "rule 和 text 两行"),
            ("[[reviewed]]\nrule = 'PV-99'\ntext = 'a'", "“PV-99”不是规则的编号"),
            ("[[reviewed]]\nrule = 'PV-02'\ntext = '('", "不是正则表达式"),
            ("[[reviewed]]\nrule = 'PV-02'\ntext = ''", "不是正则表达式"),
            ("[[reviewed]]\nrule = 'PV-02'\ntext = 'a'\nwhy = 'b'", "不认识“why”"),
        ] {
            let fault = parse(text).map(drop).expect_err(text);
            assert!(fault.contains(said), "{text}: {fault}");
        }
    }
}
