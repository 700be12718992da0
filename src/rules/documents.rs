//! The documents that reports cite, in one table: a further document is a further row.

use std::ops::RangeInclusive;

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
}

const NOTICE: &[&str] = &["公开办函", "格式", "通知", "年度报告"];
const REGULATION: &[&str] = &["国务院令", "条例"];

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
    },
];
