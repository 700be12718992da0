//! What a door hands in beside the text, as it crosses the border: read strictly, and a wrong option is an error that names it.

mod profile;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::form::{CellId, cell_named};
use crate::rules::{
    Correction, DecidedBy, Decision, Dismissal, LastYear, Level, Options, Profile, Setting, Words, is_rule,
};
use crate::text::{Date, Number};

/// What may be said beside the text. Everything may be left out.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub struct CheckOptions {
    /// The day the report was or will be published, YYYY-MM-DD.
    #[serde(deserialize_with = "published")]
    #[schemars(with = "Option<String>")]
    published: Option<Date>,
    /// The level of the reporting body, which decides its deadline.
    #[serde(deserialize_with = "level")]
    #[schemars(schema_with = "level_ids")]
    level: Option<Level>,
    /// Numbers that the user put in, by the cell's full name, or `index:name` in a text of several reports, the first being 0.
    #[serde(deserialize_with = "corrections")]
    #[schemars(with = "BTreeMap<String, f64>")]
    corrections: Vec<Correction>,
    /// What was decided about single rules; a severity is then that of all findings of the rule.
    #[serde(deserialize_with = "rules")]
    #[schemars(with = "BTreeMap<String, Setting>")]
    rules: Vec<(String, Setting)>,
    /// The text of last year's report.
    #[serde(deserialize_with = "previous")]
    #[schemars(with = "Option<String>")]
    pub previous: Option<String>,
    /// Findings that were looked at and found right.
    #[serde(deserialize_with = "dismissals")]
    #[schemars(with = "Vec<GivenDismissal>")]
    dismissed: Vec<Dismissal>,
    /// What the office of the county asks for beside the law.
    profile: Option<Profile>,
    /// The table of administrative divisions, as `divisions.txt` of the package has it. Without it the names of other places are not
    /// looked for.
    #[serde(deserialize_with = "divisions")]
    #[schemars(with = "Option<String>")]
    pub divisions: Option<String>,
    /// Whether every number's account is asked for.
    #[serde(deserialize_with = "numbers")]
    #[schemars(with = "bool")]
    pub numbers: bool,
    #[serde(flatten)]
    #[schemars(skip)]
    _nothing_else: NothingElse,
}

/// A finding that was looked at and found right. It is known again by the words at its place, its cells, its message: all that is
/// given has to fit, and something has to be given.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Dismissal")]
struct GivenDismissal {
    rule: String,
    /// The words at the finding's first place; empty for a finding without a place.
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    cells: Option<Vec<String>>,
    #[serde(default)]
    message: Option<String>,
    /// Why it is right as it is.
    #[serde(default)]
    reason: String,
    #[serde(default = "by_page")]
    by: DecidedBy,
}

fn by_page() -> DecidedBy {
    DecidedBy::Page
}

impl CheckOptions {
    /// Returns the engine's own options; `read` reads last year's report. The table of divisions is the door's to read, and to keep.
    pub fn into_options<E>(self, read: impl FnOnce(String) -> Result<Arc<LastYear>, E>) -> Result<Options, E> {
        Ok(Options {
            published: self.published,
            level: self.level,
            corrections: self.corrections,
            rules: self.rules,
            previous: self.previous.map(read).transpose()?,
            dismissals: self.dismissed,
            profile: self.profile,
            divisions: None,
        })
    }
}

/// The names of the options, for the sentence that says which there are.
const NAMES: [&str; 9] =
    ["published", "level", "corrections", "rules", "previous", "dismissed", "profile", "divisions", "numbers"];

/// No further option: the first that comes is an error with its name.
#[derive(Default)]
struct NothingElse;

impl<'de> Deserialize<'de> for NothingElse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<NothingElse, D::Error> {
        deserializer.deserialize_map(NothingElse)
    }
}

impl<'de> Visitor<'de> for NothingElse {
    type Value = NothingElse;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", NAMES.join("、"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<NothingElse, A::Error> {
        match map.next_key::<String>()? {
            Some(name) => Err(A::Error::custom(unknown(&name, &NAMES))),
            None => Ok(NothingElse),
        }
    }
}

/// Returns the sentence about a name that no option has.
pub fn unknown(name: &str, known: &[&str]) -> String {
    format!("不认识“{name}”，可以写 {}。", known.join("、"))
}

pub const WRONG_DATE: &str = "published 不对，请写成 2025-01-20 这样的日期。";

fn published<'de, D: Deserializer<'de>>(given: D) -> Result<Option<Date>, D::Error> {
    let wrong = || D::Error::custom(WRONG_DATE);
    let written = Option::<String>::deserialize(given).map_err(|_| wrong())?;
    written.map(|day| Date::parse(&day).ok_or_else(wrong)).transpose()
}

fn level<'de, D: Deserializer<'de>>(given: D) -> Result<Option<Level>, D::Error> {
    let written =
        Option::<String>::deserialize(given).or_else(|_| level_named("").map(|_| None).map_err(D::Error::custom))?;
    written.map(|level| level_named(&level).map_err(D::Error::custom)).transpose()
}

/// Returns the level of that id, or the sentence about what a level may be.
fn level_named(id: &str) -> Result<Level, String> {
    Level::parse(id).ok_or_else(|| format!("level 只能是 {}。", Level::ALL.map(|(_, id)| id).join("、")))
}

fn corrections<'de, D: Deserializer<'de>>(given: D) -> Result<Vec<Correction>, D::Error> {
    let wrong = |_| D::Error::custom("corrections 要写成单元格的名称和数，如 {\"requests.closed.total\": 3}。");
    let written = Option::<BTreeMap<String, f64>>::deserialize(given).map_err(wrong)?.unwrap_or_default();
    let correction = |(key, value): (&String, &f64)| {
        let number = number(*value)
            .ok_or_else(|| D::Error::custom(format!("corrections 里 {key} 的数不对：最多十几位，小数不超过六位。")))?;
        Correction::named(key, number)
            .ok_or_else(|| D::Error::custom(format!("corrections 里的“{key}”不是单元格的名称。")))
    };
    written.iter().map(correction).collect()
}

fn numbers<'de, D: Deserializer<'de>>(given: D) -> Result<bool, D::Error> {
    let written = Option::<bool>::deserialize(given).map_err(|_| D::Error::custom("numbers 只能是 true 或 false。"))?;
    Ok(written.unwrap_or_default())
}

/// A number with at most six decimals.
fn number(value: f64) -> Option<Number> {
    let scaled = (value * 1e6).round();
    if !scaled.is_finite() || scaled.abs() >= 1e15 {
        return None;
    }
    Number::decimal(scaled as i64, 6)
}

fn rules<'de, D: Deserializer<'de>>(given: D) -> Result<Vec<(String, Setting)>, D::Error> {
    let wrong = |_| D::Error::custom("rules 要写成规则的编号和设置，如 {\"ST-18\": \"off\"}。");
    let written = Option::<BTreeMap<String, RuleWord>>::deserialize(given).map_err(wrong)?.unwrap_or_default();
    let read = |(rule, RuleWord(word)): (String, RuleWord)| {
        known(&rule)?;
        let setting = setting(&rule, word.as_deref().unwrap_or_default())?;
        Ok((rule, setting))
    };
    written.into_iter().map(read).collect::<Result<_, String>>().map_err(D::Error::custom)
}

/// A word, or none where something else stands, so that the rule can be named.
struct RuleWord(Option<String>);

impl<'de> Deserialize<'de> for RuleWord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<RuleWord, D::Error> {
        deserializer.deserialize_any(RuleWord(None))
    }
}

impl<'de> Visitor<'de> for RuleWord {
    type Value = RuleWord;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Setting::WORDS.join("、"))
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<RuleWord, E> {
        Ok(RuleWord(Some(word.to_string())))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<RuleWord, E> {
        Ok(self)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<RuleWord, E> {
        Ok(self)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<RuleWord, E> {
        Ok(self)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<RuleWord, E> {
        Ok(self)
    }

    fn visit_unit<E: Error>(self) -> Result<RuleWord, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<RuleWord, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RuleWord, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(self)
    }
}

/// Says when there is no such rule.
fn known(rule: &str) -> Result<(), String> {
    is_rule(rule).then_some(()).ok_or_else(|| format!("“{rule}”不是规则的编号，编号如 ST-01。"))
}

/// Returns the setting of that word, or the sentence about what a rule's setting may be.
fn setting(rule: &str, word: &str) -> Result<Setting, String> {
    Setting::parse(word).ok_or_else(|| format!("{rule} 只能是 {}。", Setting::WORDS.join("、")))
}

fn previous<'de, D: Deserializer<'de>>(given: D) -> Result<Option<String>, D::Error> {
    Option::deserialize(given).map_err(|_| D::Error::custom("previous 要写成上年年报的文字。"))
}

fn divisions<'de, D: Deserializer<'de>>(given: D) -> Result<Option<String>, D::Error> {
    Option::deserialize(given).map_err(|_| D::Error::custom("divisions 要写成行政区划表的文字。"))
}

fn dismissals<'de, D: Deserializer<'de>>(given: D) -> Result<Vec<Dismissal>, D::Error> {
    let wrong = |error| {
        D::Error::custom(format!("dismissed 不对，每项写 rule，和 text、cells、message 中的至少一个（{error}）。"))
    };
    let written = Option::<Vec<GivenDismissal>>::deserialize(given).map_err(wrong)?.unwrap_or_default();
    written.into_iter().map(dismissal).collect()
}

fn dismissal<E: Error>(given: GivenDismissal) -> Result<Dismissal, E> {
    known(&given.rule).map_err(E::custom)?;
    if given.text.is_none() && given.cells.is_none() && given.message.is_none() {
        return Err(E::custom(format!("dismissed 里 {} 要写 text、cells、message 中的至少一个。", given.rule)));
    }
    Ok(Dismissal {
        rule: given.rule,
        words: given.text.map(Words::Exactly),
        cells: given.cells.map(|names| cells(&names)).transpose()?,
        message: given.message,
        decision: Decision { reason: given.reason, by: given.by },
    })
}

/// Returns the cells with these full names.
fn cells<E: Error>(names: &[String]) -> Result<Vec<CellId>, E> {
    let cell = |name: &String| cell_named(name).ok_or_else(|| E::custom(format!("“{name}”不是单元格的名称。")));
    names.iter().map(cell).collect()
}

fn level_ids(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": Level::ALL.map(|(_, id)| id) })
}

impl JsonSchema for Setting {
    fn schema_name() -> Cow<'static, str> {
        "RuleSetting".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "enum": Setting::WORDS })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Severity;

    fn read(json: &str) -> Result<CheckOptions, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    #[test]
    fn options_are_read() {
        let given = read(
            r#"{"published": "2025-01-20", "level": "county", "corrections": {"requests.closed.total": 3},
                "rules": {"ST-18": "off", "CY-06": "info"}, "previous": null, "profile": "禾川县",
                "dismissed": [{"rule": "PV-02", "text": "13900005678", "reason": "值班电话"}]}"#,
        );
        let options = given.and_then(|given| given.into_options(|_| Err("no report of last year".to_string())));
        let options = options.expect("right options");
        assert_eq!((options.published, options.level), (Date::new(2025, 1, 20), Some(Level::County)));
        assert_eq!(options.rules[0], ("CY-06".to_string(), Setting::As(Severity::Info)));
        assert_eq!(options.corrections.len() + options.dismissals.len(), 2);
        assert_eq!(options.profile.and_then(|profile| profile.name).as_deref(), Some("禾川县"));
    }

    #[test]
    fn a_profile_is_read() {
        let given = read(
            r#"{"profile": {"name": "禾川县", "deadlines": {"township": "01-20"}, "blank_cells": "allowed",
                "figures": ["政策解读/解读材料"], "prescribed": ["本报告由总体情况等六个部分组成。"],
                "rules": {"PF-01": "warning"}, "bodies": {"柳溪镇人民政府": "township", "禾川县城投公司": "department"}}}"#,
        );
        let profile = given.expect("a right profile").profile.expect("a profile");
        assert_eq!(profile.deadlines, [crate::rules::OwnDeadline { level: Level::Township, month: 1, day: 20 }]);
        assert_eq!(profile.blank_cells, Some(crate::rules::BlankCells::Allowed));
        assert_eq!((profile.figures.len(), profile.prescribed.len(), profile.rules.len()), (1, 1, 1));
        assert_eq!(profile.bodies[1], ("禾川县城投公司".to_string(), Level::Department));
    }

    #[test]
    fn a_wrong_option_is_named() {
        for (json, said) in [
            (r#"{"colour": 1}"#, "不认识“colour”"),
            (r#"{"level": "village"}"#, "level 只能是"),
            (r#"{"level": 3}"#, "level 只能是"),
            (r#"{"published": "2025-02-30"}"#, "published 不对"),
            (r#"{"published": 20250120}"#, "published 不对"),
            (r#"{"rules": {"ST-99": "off"}}"#, "“ST-99”不是规则的编号"),
            (r#"{"rules": {"ST-01": "perhaps"}}"#, "ST-01 只能是"),
            (r#"{"rules": {"ST-01": false}}"#, "ST-01 只能是"),
            (r#"{"rules": 3}"#, "rules 要写成"),
            (r#"{"corrections": {"requests.closed": 3}}"#, "“requests.closed”不是单元格的名称"),
            (r#"{"corrections": {"requests.closed.total": 1e300}}"#, "requests.closed.total 的数不对"),
            (r#"{"corrections": {"requests.closed.total": "3"}}"#, "corrections 要写成"),
            (r#"{"previous": 3}"#, "previous 要写成"),
            (r#"{"profile": 3}"#, "profile 要写成"),
            (r#"{"profile": {"colour": 1}}"#, "不认识“colour”"),
            (r#"{"profile": {"name": ["禾川县"]}}"#, "name 要写成"),
            (r#"{"profile": {"deadlines": {"village": "01-20"}}}"#, "deadlines 里的 level 只能是"),
            (r#"{"profile": {"deadlines": {"township": "02-30"}}}"#, "“02-30”不是日期"),
            (r#"{"profile": {"deadlines": {"township": "02-05"}}}"#, "晚于1月31日"),
            (r#"{"profile": {"deadlines": ["01-20"]}}"#, "deadlines 要写成"),
            (r#"{"profile": {"blank_cells": true}}"#, "blank_cells 只能是 allowed、zero"),
            (r#"{"profile": {"figures": "政策解读"}}"#, "figures 要写成"),
            (r#"{"profile": {"figures": [""]}}"#, "figures 里有一项是空的"),
            (r#"{"profile": {"prescribed": [{}]}}"#, "prescribed 要写成"),
            (r#"{"profile": {"rules": {"ST-99": "off"}}}"#, "“ST-99”不是规则的编号"),
            (r#"{"profile": {"rules": {"ST-01": 1}}}"#, "ST-01 只能是"),
            (r#"{"profile": {"bodies": {"柳溪镇": "village"}}}"#, "“柳溪镇”的 level 只能是"),
            (r#"{"dismissed": [{"rule": "PV-02"}]}"#, "PV-02 要写 text、cells、message"),
            (r#"{"dismissed": [{"rule": "PV-99", "text": ""}]}"#, "“PV-99”不是规则的编号"),
            (r#"{"dismissed": [{"rule": "CF-01", "cells": ["requests.x.y"]}]}"#, "“requests.x.y”不是单元格的名称"),
            (r#"{"dismissed": [{"rule": "CF-01", "colour": ""}]}"#, "dismissed 不对"),
        ] {
            let fault = read(json).err().unwrap_or_else(|| panic!("{json} was taken"));
            assert!(fault.contains(said), "{json}: {fault}");
        }
    }
}
