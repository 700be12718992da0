//! The reporting body: its name, its level, the day by which it publishes, and the word it uses for itself.

use crate::text::Date;
use crate::text::holds_any;

/// Endings of the names of townships and streets.
const TOWNSHIPS: [&str; 7] = ["乡", "镇", "街道", "街道办事处", "街道办", "苏木", "镇政府"];
/// Endings of the names of departments, offices and institutions.
const DEPARTMENTS: [&str; 22] = [
    "局",
    "委",
    "委员会",
    "办公室",
    "办公厅",
    "厅",
    "办",
    "部",
    "署",
    "中心",
    "支队",
    "总队",
    "大队",
    "管委会",
    "联合会",
    "研究院",
    "馆",
    "社",
    "处",
    "所",
    "站",
    "集团",
];
/// Departments that report within their own line of command, by 31 March.
const VERTICAL: [&str; 9] =
    ["税务", "海关", "海事", "气象", "调查队", "烟草", "邮政管理", "金融监督管理", "出入境边防检查"];
/// Names with 区 that are no district of a county's rank, or no government's area at all.
const WIDER_AREAS: [&str; 8] = ["自治区", "地区", "特区", "新区", "开发区", "园区", "保护区", "灌区"];
const MUNICIPALITIES: [&str; 4] = ["北京", "上海", "天津", "重庆"];

/// The level of the reporting body, which decides its deadline.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    Township,
    Department,
    County,
    City,
    Province,
}

impl Level {
    pub const ALL: [(Level, &'static str); 5] = [
        (Level::Township, "township"),
        (Level::Department, "department"),
        (Level::County, "county"),
        (Level::City, "city"),
        (Level::Province, "province"),
    ];

    pub fn parse(name: &str) -> Option<Level> {
        Level::ALL.iter().find(|(_, id)| *id == name).map(|(level, _)| *level)
    }

    /// The last day on which a body of this level publishes the report of a year.
    /// 《政府信息公开条例》第四十九条 and, for governments, the second article of the notices on the format.
    pub fn deadline(self, report_year: u16) -> Option<Date> {
        let (month, day) = match self {
            Level::Township | Level::Department => (1, 31),
            Level::County => (2, 20),
            Level::City => (3, 10),
            Level::Province => (3, 31),
        };
        Date::new(report_year.checked_add(1)?, month, day)
    }
}

/// The reporting body: its name as written, and its level.
#[derive(Clone, Copy, Debug)]
pub struct Body<'a> {
    pub name: Option<&'a str>,
    pub level: Option<Level>,
}

impl<'a> Body<'a> {
    /// The body of that name, of the level the user named, else of the one its name shows.
    pub fn new(name: Option<&'a str>, level: Option<Level>) -> Body<'a> {
        Body { name, level: level.or_else(|| level_of_name(name?)) }
    }

    /// Whether it is a people's government, which also speaks of assessment and accountability. A street office is none.
    pub fn is_government(&self) -> bool {
        self.name.is_some_and(|name| {
            name.ends_with("人民政府") && !name.ends_with("街道人民政府")
                || ["镇", "乡"].iter().any(|ending| name.ends_with(ending))
        })
    }

    /// Whether it reports within its own line of command, not to the government of its place.
    pub fn is_vertical(&self) -> bool {
        self.name.is_some_and(|name| holds_any(name, &VERTICAL))
    }

    /// Whether it is the office of a people's government.
    pub fn is_office(&self) -> bool {
        self.name.is_some_and(|name| name.ends_with("人民政府办公室") || name.ends_with("人民政府办公厅"))
    }

    /// Whether one sentence may count a single office while the table counts all the body's departments: a government above the
    /// township, or its office. A township has no departments.
    pub fn has_departments(&self) -> bool {
        self.is_office() || self.reviews_others()
    }

    /// Whether it is a government that reviews the decisions of bodies under it.
    pub fn reviews_others(&self) -> bool {
        let above_township = matches!(self.level, Some(Level::County | Level::City | Level::Province));
        above_township && self.name.is_some_and(|name| name.ends_with("人民政府"))
    }

    /// Whether it cannot make 规章: townships, counties and their departments. The law gives that power to the departments of the
    /// State Council, to provinces and to cities with districts.
    pub fn cannot_make_rules(&self) -> bool {
        let Some(name) = self.name else { return false };
        match self.level {
            Some(Level::Township | Level::County) => true,
            Some(Level::Department) => name.contains('县') || name.contains('区') && !holds_any(name, &WIDER_AREAS),
            Some(Level::City | Level::Province) | None => false,
        }
    }

    /// What a township calls itself in 全乡, 我镇, 本街道; None for other bodies.
    pub fn own_word(&self) -> Option<&'static str> {
        let stem = stem(self.name?);
        ["街道", "乡", "镇", "苏木"].into_iter().find(|word| stem.ends_with(word))
    }
}

fn level_of_name(name: &str) -> Option<Level> {
    let seat = name.strip_suffix("人民政府").or_else(|| name.strip_suffix("政府"));
    let stem = seat.unwrap_or(name);
    let ends = |endings: &[&str]| endings.iter().any(|ending| stem.ends_with(ending));
    if ends(&TOWNSHIPS) {
        return Some(Level::Township);
    }
    if seat.is_none() && ends(&DEPARTMENTS) {
        return (!holds_any(name, &VERTICAL)).then_some(Level::Department);
    }
    if ends(&["省", "自治区"]) || MUNICIPALITIES.iter().any(|city| stem.trim_end_matches('市') == *city) {
        return Some(Level::Province);
    }
    // A city may be one of a county's rank; the later day of a city is then the lenient reading.
    if ends(&["市", "自治州", "州", "盟", "地区"]) {
        return Some(Level::City);
    }
    ends(&["县", "区", "旗"]).then_some(Level::County)
}

/// Whether two names are those of one body: without 人民政府 and the like, one ends with the other.
pub fn is_same_body(name: &str, other: &str) -> bool {
    let (name, other) = (stem(name), stem(other));
    name.ends_with(other) || other.ends_with(name)
}

fn stem(name: &str) -> &str {
    ["人民政府", "政府", "办事处", "办"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_read_from_names() {
        for (name, level) in [
            ("禾川县柳溪镇人民政府", Some(Level::Township)),
            ("柳溪乡", Some(Level::Township)),
            ("城东街道办事处", Some(Level::Township)),
            ("禾川县水利局", Some(Level::Department)),
            ("禾川县人民政府办公室", Some(Level::Department)),
            ("国家税务总局禾川县税务局", None),
            ("禾川县人民政府", Some(Level::County)),
            ("云山市人民政府", Some(Level::City)),
            ("上海市人民政府", Some(Level::Province)),
            ("某大学", None),
        ] {
            assert_eq!(level_of_name(name), level, "{name}");
        }
    }

    #[test]
    fn deadlines_are_in_the_next_year() {
        assert_eq!(Level::Township.deadline(2023), Date::new(2024, 1, 31));
        assert_eq!(Level::County.deadline(2023), Date::new(2024, 2, 20));
        assert_eq!(Level::Department.deadline(u16::MAX), None);
    }
}
