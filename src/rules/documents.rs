//! The documents that reports cite, in one table: a further document is a further row.

use std::ops::RangeInclusive;

use super::{RuleContext, passages};
use crate::text::{Normalized, TextRange, is_han};

/// A document that reports cite.
pub struct Document {
    /// Who issued it, as it stands before its year and number.
    pub issuer: &'static str,
    /// Its year and number with the brackets folded, (2021)30号; of an order the number alone, 第711号.
    pub number: &'static str,
    /// The number as it is written in full.
    pub full: &'static str,
    /// Words of its title that no other document of the table has.
    pub title: &'static [&'static str],
    /// The report years whose reports rest on it.
    pub years: RangeInclusive<u16>,
    /// What a report of other years cites in its place.
    pub instead: &'static str,
    /// A sentence with one of these may cite it all the same.
    pub harmless_with: &'static [&'static str],
    /// A sentence that rests on it has one of these words.
    pub about: &'static [&'static str],
    /// It lapsed, and a report that still cites it gets advice only.
    pub lapsed: bool,
}

const NOTICE: &[&str] = &["公开办函", "格式", "通知", "年度报告"];
const REGULATION: &[&str] = &["国务院令", "条例"];
const LAPSED: &[&str] = &["废止", "失效", "停用", "代替", "修订"];

/// The regulation of 2019; its order has to have this number.
pub const REGULATION_IN_FORCE: &str = "国务院令第711号";

pub const DOCUMENTS: &[Document] = &[
    Document {
        issuer: "国办公开办函",
        number: "(2021)30号",
        full: "国办公开办函〔2021〕30号",
        title: &["工作年度报告格式"],
        years: 2021..=u16::MAX,
        instead: "国办公开办函〔2019〕60号",
        harmless_with: &["(2019)60号"],
        about: NOTICE,
        lapsed: false,
    },
    Document {
        issuer: "国办公开办函",
        number: "(2019)60号",
        full: "国办公开办函〔2019〕60号",
        title: &["工作年度报告有关事项"],
        years: 2019..=2020,
        instead: "国办公开办函〔2021〕30号",
        harmless_with: &["(2021)30号", "代替", "废止", "修订", "原格式"],
        about: NOTICE,
        lapsed: false,
    },
    Document {
        issuer: "国务院令",
        number: "第711号",
        full: REGULATION_IN_FORCE,
        title: &["政府信息公开条例"],
        years: 2018..=u16::MAX,
        instead: "国务院令第492号",
        harmless_with: &[],
        about: REGULATION,
        lapsed: false,
    },
    Document {
        issuer: "国务院令",
        number: "第492号",
        full: "国务院令第492号",
        title: &[],
        years: 2007..=2018,
        instead: REGULATION_IN_FORCE,
        harmless_with: &["711", "修订", "废止", "原"],
        about: REGULATION,
        lapsed: false,
    },
    Document {
        issuer: "国办函",
        number: "(2020)109号",
        full: "国办函〔2020〕109号",
        title: &["政府信息公开信息处理费管理办法"],
        years: 2020..=u16::MAX,
        instead: "当年的收费规定",
        harmless_with: &[],
        about: &["处理费"],
        lapsed: false,
    },
    Document {
        issuer: "国办发",
        number: "(2014)32号",
        full: "国办发〔2014〕32号",
        title: &["政府信息公开工作情况统计"],
        years: 2014..=2018,
        instead: "国办公开办函〔2021〕30号附件的表格",
        harmless_with: &["废止", "失效", "停用"],
        about: &["统计"],
        lapsed: false,
    },
    // The same form for party organs with an administrative sign.
    Document {
        issuer: "国办公开办函",
        number: "(2019)51号",
        full: "国办公开办函〔2019〕51号",
        title: &[],
        years: 2019..=u16::MAX,
        instead: "",
        harmless_with: &[],
        about: &[],
        lapsed: false,
    },
    Document {
        issuer: "国办公开办函",
        number: "(2016)201号",
        full: "国办公开办函〔2016〕201号",
        title: &[],
        years: 2016..=2018,
        instead: "国办公开办函〔2021〕30号（2019、2020年度为〔2019〕60号）",
        harmless_with: LAPSED,
        about: NOTICE,
        lapsed: true,
    },
    Document {
        issuer: "法释",
        number: "(2011)17号",
        full: "法释〔2011〕17号",
        title: &[],
        years: 2011..=2024,
        instead: "法释〔2025〕8号",
        harmless_with: LAPSED,
        about: &["法释"],
        lapsed: true,
    },
    Document {
        issuer: "法释",
        number: "(2025)8号",
        full: "法释〔2025〕8号",
        title: &[],
        years: 2019..=u16::MAX,
        instead: "",
        harmless_with: &[],
        about: &["法释"],
        lapsed: true,
    },
];

/// Titles as they are quoted, and from how many wrong characters on it is another document's.
pub const TITLES: [(&str, usize); 5] = [
    ("中华人民共和国政府信息公开条例", 4),
    ("中华人民共和国政府信息公开工作年度报告格式", 4),
    ("政府信息公开信息处理费管理办法", 3),
    ("政府信息公开条例", 1),
    ("政府信息公开工作年度报告格式", 1),
];

/// The number of a document as a report cites it.
pub struct Citation {
    /// The Chinese characters before it, which end with its issuer.
    pub issuer: String,
    /// Year and number with the brackets folded, as in the table.
    pub number: String,
    /// From the year's bracket, or the year, to 号.
    pub span: TextRange,
    /// The characters around the year; None where one is lost.
    pub brackets: Option<(char, char)>,
    /// The title right before it, up to its closing mark.
    pub title: String,
    pub sentence: TextRange,
}

impl Citation {
    /// Year and number as they are written.
    pub fn written(&self) -> String {
        self.number.replace('(', "〔").replace(')', "〕")
    }

    /// The document of that issuer and number.
    pub fn document(&self) -> Option<&'static Document> {
        DOCUMENTS.iter().find(|document| document.number == self.number && self.issuer.ends_with(document.issuer))
    }
}

/// An issuer is no longer than this, a title read back no further than that, in characters.
const LONGEST_ISSUER: usize = 12;
const LONGEST_TITLE: usize = 60;

/// Returns the numbers with a year that the prose cites: 国办发〔2020〕17号.
pub fn citations(context: &RuleContext) -> Vec<Citation> {
    let mut found = Vec::new();
    for (sentence, flat) in passages::normalized_sentences(context) {
        let ends = (0..flat.len()).filter(|&index| flat.at(index) == Some('号'));
        found.extend(ends.filter_map(|end| citation(context.text, sentence, flat, end)));
    }
    found
}

fn citation(text: &str, sentence: TextRange, flat: &Normalized, end: usize) -> Option<Citation> {
    let digits = |end: usize| (0..end).rev().take_while(|&at| flat.at(at).is_some_and(|c| c.is_ascii_digit())).count();
    let at = |index: usize| flat.span(index..index + 1).of(text).chars().next();
    let mut number = end - digits(end);
    let close = number.checked_sub(usize::from(flat.before(number) == Some('第')))?;
    let is_closed = matches!(flat.before(close), Some(')' | ']'));
    let (start, year) = if is_closed {
        let year = close - 1 - digits(close - 1);
        (year.checked_sub(usize::from(matches!(flat.before(year), Some('(' | '['))))?, year)
    } else {
        // 国办公开办函202130号
        let year = number;
        number += 4;
        (year, year)
    };
    let is_year = flat.at(year) == Some('2') && (!is_closed || close - 1 - year == 4);
    if !is_year || end <= number || end - number > 4 {
        return None;
    }
    let issuer_start =
        start - (0..start).rev().take(LONGEST_ISSUER).take_while(|&at| flat.at(at).is_some_and(is_han)).count();
    let issuer = flat.string(issuer_start..start);
    let brackets = at(start).zip(at(close.saturating_sub(1))).filter(|_| start < year);
    // Where the brackets are lost, only an issuer of the table tells a document from another number.
    if brackets.is_none()
        && !DOCUMENTS.iter().any(|document| document.number.starts_with('(') && issuer.ends_with(document.issuer))
    {
        return None;
    }
    let known = DOCUMENTS.iter().find(|document| issuer.ends_with(document.issuer));
    let name_end = known.map_or(issuer_start, |document| start - document.issuer.chars().count());
    let named = flat.string(name_end.saturating_sub(LONGEST_TITLE)..name_end);
    let title = named.trim_end_matches(['(', ',', '》', '的', '通', '知']);
    let is_named = named.get(title.len()..).is_some_and(|rest| rest.contains(['》', '通']));
    let open = title.rfind('《').unwrap_or_default();
    Some(Citation {
        number: format!("({}){}号", flat.string(year..year + 4), flat.string(number..end)),
        span: flat.span(start..end + 1),
        title: title.get(open..).filter(|_| is_named).unwrap_or_default().to_string(),
        issuer,
        brackets,
        sentence,
    })
}
