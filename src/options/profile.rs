//! A county's own profile as it crosses the border: an object, or its name alone. Every value is judged where it is read, so that
//! a reader of a file can say on which line a wrong one stands.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{known, level_named, setting, unknown};
use crate::rules::{BlankCells, Level, OwnDeadline, Profile, Setting};
use crate::text::Date;

/// What a profile may say.
const NAMES: [&str; 7] = ["name", "deadlines", "blank_cells", "figures", "prescribed", "rules", "bodies"];
/// A year in which reports of the year before are published, to try whether a day comes after the one of the law.
const TRIED_YEAR: u16 = 2023;

impl<'de> Deserialize<'de> for Profile {
    fn deserialize<D: Deserializer<'de>>(given: D) -> Result<Profile, D::Error> {
        let mut profile = Profile::default();
        given.deserialize_any(Value { profile: &mut profile, key: "", place: Place::Whole })?;
        Ok(profile)
    }
}

/// Where in a profile a value stands.
#[derive(Clone, Copy)]
enum Place<'a> {
    Whole,
    /// The value of the key itself.
    Key,
    /// One of its list.
    Item,
    /// What its object has under that name.
    Under(&'a str),
}

struct Value<'a> {
    profile: &'a mut Profile,
    key: &'a str,
    place: Place<'a>,
}

impl Value<'_> {
    /// Takes a word, or says what is wrong with it.
    fn word(self, word: &str) -> Result<(), String> {
        let Value { profile, key, place } = self;
        match (key, place) {
            ("", Place::Whole) | ("name", Place::Key) => profile.name = Some(word.trim().to_string()),
            ("blank_cells", Place::Key) => {
                profile.blank_cells = Some(BlankCells::parse(word).ok_or_else(|| shape(key))?);
            }
            ("figures", Place::Item) => profile.figures.push(said(key, word)?),
            ("prescribed", Place::Item) => profile.prescribed.push(said(key, word)?),
            ("deadlines", Place::Under(level)) => profile.deadlines.push(deadline(level, word)?),
            ("rules", Place::Under(rule)) => profile.rules.push((rule.to_string(), of_rule(rule, word)?)),
            ("bodies", Place::Under(name)) => {
                let level = level_named(word).map_err(|wrong| format!("bodies 里“{name}”的 {wrong}"))?;
                profile.bodies.push((said(key, name)?, level));
            }
            _ => return Err(shape(key)),
        }
        Ok(())
    }

    fn refused<E: Error>(&self) -> E {
        E::custom(match self.place {
            Place::Whole => "profile 要写成一个名称，或者 name、deadlines 等几项。".to_string(),
            Place::Under(name) if self.key == "rules" => of_rule(name, "").err().unwrap_or_default(),
            _ => shape(self.key),
        })
    }
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, given: D) -> Result<(), D::Error> {
        given.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shape(self.key))
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<(), E> {
        self.word(word).map_err(E::custom)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Err(self.refused())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Err(self.refused())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Err(self.refused())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Err(self.refused())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Err(self.refused())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        if !matches!(self.key, "figures" | "prescribed") || !matches!(self.place, Place::Key) {
            return Err(self.refused());
        }
        let Value { profile, key, .. } = self;
        while list.next_element_seed(Value { profile: &mut *profile, key, place: Place::Item })?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Value { profile, key, place } = self;
        match place {
            Place::Whole => {
                while let Some(key) = map.next_key::<String>()? {
                    map.next_value_seed(Value { profile: &mut *profile, key: &key, place: Place::Key })?;
                }
            }
            Place::Key if matches!(key, "deadlines" | "rules" | "bodies") => {
                while let Some(name) = map.next_key::<String>()? {
                    map.next_value_seed(Value { profile: &mut *profile, key, place: Place::Under(&name) })?;
                }
            }
            _ => return Err(Value { profile, key, place }.refused()),
        }
        Ok(())
    }
}

/// Returns the sentence about what a key wants, or that there is no such key.
fn shape(key: &str) -> String {
    match key {
        "name" => "name 要写成一个名称。".to_string(),
        "deadlines" => "deadlines 要写成级别和日期，如 {\"township\": \"01-20\"}。".to_string(),
        "blank_cells" => format!("blank_cells 只能是 {}。", BlankCells::WORDS.join("、")),
        "figures" => "figures 要写成几个词，如 [\"政策解读\"]。".to_string(),
        "prescribed" => "prescribed 要写成几句话，如 [\"本报告由……组成。\"]。".to_string(),
        "rules" => "rules 要写成规则的编号和设置，如 {\"ST-18\": \"off\"}。".to_string(),
        "bodies" => "bodies 要写成单位名称和级别，如 {\"柳溪镇人民政府\": \"township\"}。".to_string(),
        _ => unknown(key, &NAMES),
    }
}

fn said(key: &str, word: &str) -> Result<String, String> {
    let word = word.trim();
    if word.is_empty() { Err(format!("{key} 里有一项是空的。")) } else { Ok(word.to_string()) }
}

/// Returns the setting of a rule, or what is wrong with either.
fn of_rule(rule: &str, word: &str) -> Result<Setting, String> {
    known(rule).map_err(|wrong| format!("rules 里的{wrong}"))?;
    setting(rule, word).map_err(|wrong| format!("rules 里的 {wrong}"))
}

/// The law has the last day, and the office at a place may only name an earlier one.
fn deadline(level: &str, day: &str) -> Result<OwnDeadline, String> {
    let level = level_named(level).map_err(|wrong| format!("deadlines 里的 {wrong}"))?;
    let date = Date::parse(&format!("{TRIED_YEAR}-{}", day.trim()));
    let date = date.ok_or_else(|| format!("deadlines 里的“{day}”不是日期，请写成 01-20 这样的月和日。"))?;
    match level.deadline(TRIED_YEAR - 1) {
        Some(last) if date > last => Err(format!(
            "deadlines 里的“{day}”晚于{}月{}日，本级可以提前，不能推迟国家规定的期限。",
            last.month, last.day
        )),
        _ => Ok(OwnDeadline { level, month: date.month, day: date.day }),
    }
}

impl JsonSchema for Profile {
    fn schema_name() -> Cow<'static, str> {
        "Profile".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let levels = Level::ALL.map(|(_, id)| id);
        json_schema!({
            "description": "What an office asks of the reports of its county beside the law; the name alone may be given instead.",
            "type": "object",
            "properties": {
                "name": { "description": "What findings name as their basis.", "type": "string" },
                "deadlines": { "description": "The last day for a level, MM-DD; no later than the law's.", "type": "object", "additionalProperties": { "type": "string" } },
                "blank_cells": { "description": "Whether a cell without a number stays empty or has a 0.", "enum": BlankCells::WORDS },
                "figures": { "description": "What section one has to give a number of; words for the same are parted by /.", "type": "array", "items": { "type": "string" } },
                "prescribed": { "description": "Sentences that the notice itself prescribes: they are copied from nobody.", "type": "array", "items": { "type": "string" } },
                "rules": { "type": "object", "additionalProperties": generator.subschema_for::<Setting>() },
                "bodies": { "description": "The bodies that report, with their levels.", "type": "object", "additionalProperties": { "enum": levels } },
            },
            "additionalProperties": false,
        })
    }
}
