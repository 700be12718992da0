//! The faults that are planted: for every rule at least one, as data.

use gouji::form::Edition;
use gouji::rules::Edit;

/// What is done to a sound report so that a rule ought to speak. In words, {year}, {before} and {next} are years, {more} is a number
/// no cell holds, {received}, {closed}, {granted} are numbers of applications, {notice} is the document with the form, {long} is much prose.
pub enum Change {
    /// What the examples of the rules know as well.
    Plain(Edit),
    /// The sound report has this number in that cell, its sums and sentences agree; or only zeros in the rows that begin so.
    Sound(&'static str, i64),
    Nothing(&'static str),
    /// That cell gets that much more.
    More(&'static str, i64),
    /// These paragraphs stand at the end of a section, or are all it says.
    Says(u8, &'static [&'static str]),
    SaysOnly(u8, &'static [&'static str]),
    WithoutSection(u8),
    Heading(u8, &'static str),
    /// Two sections, one after the other, stand in the wrong order.
    Swapped(u8, u8),
    Title(&'static str),
    Preface(&'static str),
    /// These lines stand above the title.
    Above(&'static [&'static str]),
    Organization(&'static str),
    Signed(&'static str),
    Unsigned,
    /// Another office signs.
    SignedBy(&'static str),
    /// These paragraphs stand where the table with that index should.
    InPlaceOfTable(usize, &'static [&'static str]),
    /// The table stands once more at the end, these cells with that much more.
    Again(usize, &'static [(&'static str, i64)]),
    /// In the labels of the table with that index, the first words are the second.
    Label(usize, &'static str, &'static str),
    /// One more row.
    Row(usize, &'static [&'static str]),
    WithoutCell(&'static str),
    /// The user gives last year's report, with these changes.
    Previous(&'static [Change]),
}

/// What the finding ought to name.
pub enum Seen {
    Cell(&'static str),
    Words(&'static str),
    Anything,
}

/// A rule, and a fault it ought to find.
pub struct Fault {
    pub rule: &'static str,
    /// The edition of the form it is about.
    pub edition: Option<Edition>,
    pub changes: &'static [Change],
    pub seen: Seen,
    /// Other rules that see the same fault.
    pub beside: &'static [&'static str],
    /// The only layouts in which there is such a fault; otherwise all.
    pub layouts: &'static [&'static str],
}

impl Fault {
    /// Whether it is no single cell and no words.
    pub fn seen_anywhere(&self) -> bool {
        matches!(self.seen, Seen::Anything)
    }

    const fn on(mut self, edition: Edition) -> Fault {
        self.edition = Some(edition);
        self
    }

    const fn beside(mut self, rules: &'static [&'static str]) -> Fault {
        self.beside = rules;
        self
    }

    const fn only_in(mut self, layouts: &'static [&'static str]) -> Fault {
        self.layouts = layouts;
        self
    }
}

const fn fault(rule: &'static str, changes: &'static [Change], seen: Seen) -> Fault {
    Fault { rule, edition: None, changes, seen, beside: &[], layouts: &[] }
}

/// A fault seen at a cell.
const fn at(rule: &'static str, cell: &'static str, changes: &'static [Change]) -> Fault {
    fault(rule, changes, Seen::Cell(cell))
}

/// A fault of words: these paragraphs stand in that section.
const fn words(rule: &'static str, words: &'static str, changes: &'static [Change]) -> Fault {
    fault(rule, changes, Seen::Words(words))
}

/// A fault of what is not there, or of the whole report.
const fn whole(rule: &'static str, changes: &'static [Change]) -> Fault {
    fault(rule, changes, Seen::Anything)
}

use Change::*;
use Edition::{Of2019, Of2021};

pub static FAULTS: [Fault; 175] = [
    whole("ST-01", &[WithoutSection(5)]),
    whole("ST-01", &[WithoutSection(6)]),
    whole("ST-02", &[Swapped(5, 6)]),
    words("ST-03", "1、总体情况", &[Heading(1, "1、总体情况")]),
    words("ST-04", "五、存在的主要问题及改进措施", &[Heading(5, "五、存在的主要问题及改进措施")]),
    whole("ST-05", &[Plain(Edit::Year(2022))]).on(Of2019).beside(&["TM-08"]),
    whole("ST-06", &[Plain(Edit::Append("政府信息公开情况统计表\n统计指标\t单位\t统计数\n一、主动公开情况\t\t\n（一）主动公开政府信息数\t条\t300\n1.政府网站公开政府信息数\t条\t168"))]),
    words("ST-07", "槐政发〔{next}〕6号", &[Above(&["槐政发〔{next}〕6号"])]),
    whole("ST-08", &[Title("槐安镇人民政府{year}年政府信息公开工作总结报告")]).beside(&["ID-01", "ID-03"]),
    whole("ST-09", &[SaysOnly(1, &["主动公开政府信息。考核、评议均已完成。"])]).on(Of2021).beside(&["NT-15"]),
    whole("ST-10", &[SaysOnly(1, &["主动公开、依申请公开、政府信息管理、平台建设、监督保障等各项工作有序开展。"])]).beside(&["NT-15"]),
    whole("ST-11", &[Says(1, &["{long}"])]).on(Of2021),
    whole("ST-12", &[SaysOnly(5, &["无。"])]),
    whole("ST-13", &[SaysOnly(5, &["存在的主要问题是栏目更新不够及时，解读形式单一，村级公开力量薄弱。"])]),
    whole("ST-14", &[SaysOnly(6, &[])]).beside(&["ST-15"]),
    whole("ST-15", &[SaysOnly(6, &["没有其他需要报告的事项。"])]).on(Of2021),
    whole("ST-16", &[InPlaceOfTable(2, &["[图片]"])]).beside(&["TC-01"]),
    words("ST-17", "六个部分", &[Preface("根据《中华人民共和国政府信息公开条例》和{notice}的要求，编制本报告。全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。数据的统计期限自{year}年1月1日起至{year}年12月31日止。报告电子版可在政府网站下载。")]),
    whole("ST-18", &[Preface("根据《中华人民共和国政府信息公开条例》和{notice}的要求，编制本报告。数据的统计期限自{year}年1月1日起至{year}年12月31日止。")]),
    words("ST-19", "深化放管服改革优化营商环境", &[Says(1, &["（六）深化放管服改革优化营商环境", "推行一窗受理，减少办事环节。"])]),
    whole("ST-20", &[SaysOnly(1, &["（文字描述）"]), SaysOnly(5, &["（文字描述）"]), SaysOnly(6, &["（文字描述）"])]).beside(&["NT-15", "ST-09", "ST-10", "ST-12", "ST-15", "WD-08"]),
    whole("ST-22", &[Plain(Edit::Rule("ST-22", "on")), SaysOnly(5, &["存在的主要问题：思想认识有待提高，公开力度还需加大。", "改进情况：进一步提高思想认识，不断加大工作力度，健全长效机制。"])]),
    whole("TC-01", &[Plain(Edit::WithoutTable("disclosure"))]),
    whole("TC-01", &[Plain(Edit::WithoutTable("requests"))]),
    whole("TC-01", &[Plain(Edit::WithoutTable("disputes"))]),
    at("TC-02", "requests.declined_excessive.total", &[Nothing("requests.declined_excessive"), Plain(Edit::WithoutRow("requests.declined_excessive"))]),
    at("TC-02", "disclosure.penalties.decisions", &[Plain(Edit::WithoutRow("disclosure.penalties"))]),
    at("TC-03", "requests.declined_repeat.total", &[WithoutCell("requests.declined_repeat.company"), WithoutCell("requests.declined_repeat.research")]).beside(&["RD-01", "CF-02"]),
    whole("TC-04", &[Label(1, "法律服务机构", "")]),
    whole("TC-05", &[Row(0, &["政府集中采购", "2", "36.8"])]).on(Of2021),
    whole("TC-06", &[Nothing("disputes"), Plain(Edit::BlankTable("disputes"))]).beside(&["TC-01"]),
    whole("TC-07", &[Plain(Edit::RepeatTable("disclosure"))]),
    whole("TC-08", &[Label(1, "第一项加第二项之和，等于第三项", "第一项，等于第三项")]),
    words("TC-09", "[图片，无替代文字]", &[Says(1, &["[图片，无替代文字]"])]),
    at("AR-01", "requests.received.individual", &[More("requests.received.individual", 3)]),
    at("AR-01", "requests.carried_in.total", &[More("requests.carried_in.total", 2)]),
    at("AR-02", "requests.closed.company", &[More("requests.closed.company", 1)]),
    at("AR-02", "requests.granted.individual", &[More("requests.granted.individual", 40)]),
    at("AR-03", "requests.denied_internal_affairs.total", &[More("requests.denied_internal_affairs.total", 1)]),
    at("AR-03", "requests.carried_out.research", &[More("requests.carried_out.research", 1)]),
    at("AR-04", "requests.granted.total", &[Sound("requests.granted.individual", 5), Plain(Edit::Cell("requests.granted.total", ""))]),
    at("AR-05", "disputes.review.total", &[More("disputes.review.total", 1)]),
    at("AR-05", "disputes.suit_after_review.pending", &[More("disputes.suit_after_review.pending", 2)]),
    at("AR-06", "disclosure.normative_documents.in_force", &[Sound("disclosure.normative_documents.in_force", 2), Sound("disclosure.normative_documents.issued", 7), Sound("disclosure.normative_documents.repealed", 1)]).on(Of2021),
    at("AR-07", "disclosure.normative_documents.in_force", &[Sound("disclosure.normative_documents.in_force", 4), Sound("disclosure.normative_documents.issued", 4), Sound("disclosure.normative_documents.repealed", 0)]).on(Of2021),
    at("AR-08", "disclosure.normative_documents.total_published", &[Sound("disclosure.normative_documents.total_published", 3), Sound("disclosure.normative_documents.published", 5)]).on(Of2019),
    at("AR-09", "disclosure.compulsory_measures.prior_items", &[Sound("disclosure.compulsory_measures.prior_items", 0), Sound("disclosure.compulsory_measures.decisions", 12)]).on(Of2019),
    whole("AR-10", &[Plain(Edit::Append("政府信息公开情况统计表\n统计指标\t单位\t统计数\n三、依申请公开情况\t\t\n（一）收到申请数\t件\t{received}\n1.当面申请数\t件\t{received}\n2.传真申请数\t件\t7\n3.网络申请数\t件\t0\n4.信函申请数\t件\t0"))]).beside(&["ST-06"]),
    whole("AR-11", &[Plain(Edit::Append("政府信息公开情况统计表\n统计指标\t单位\t统计数\n一、主动公开情况\t\t\n（一）主动公开政府信息数\t条\t0\n（二）通过不同渠道和方式公开政府信息的情况\t\t230\n1.政府公报公开政府信息数\t条\t0\n2.政府网站公开政府信息数\t条\t168\n3.政务新媒体公开政府信息数\t条\t0\n4.其他方式公开政府信息数\t条\t62"))]).beside(&["ST-06"]),
    whole("AR-12", &[Nothing("requests"), Nothing("disputes")]),
    at("CF-01", "requests.declined_repeat.individual", &[Plain(Edit::Cell("requests.declined_repeat.individual", "-2"))]),
    at("CF-02", "requests.denied_state_secret.individual", &[Nothing("requests.denied_state_secret"), Plain(Edit::Cell("requests.denied_state_secret.individual", ""))]),
    at("CF-02", "disclosure.penalties.decisions", &[Plain(Edit::Cell("disclosure.penalties.decisions", ""))]).on(Of2021),
    at("CF-03", "disclosure.licenses.decisions", &[Plain(Edit::Cell("disclosure.licenses.decisions", "网站9条"))]).on(Of2021),
    at("CF-03", "requests.granted.company", &[Plain(Edit::Cell("requests.granted.company", "若干"))]),
    at("CF-04", "disclosure.penalties.decisions", &[Plain(Edit::Cell("disclosure.penalties.decisions", "9件"))]),
    at("CF-04", "disputes.review.other_result", &[Sound("disputes.review.other_result", 2), Plain(Edit::Cell("disputes.review.other_result", "2件"))]),
    at("CF-05", "disclosure.compulsory_measures.decisions", &[Plain(Edit::Cell("disclosure.compulsory_measures.decisions", "/"))]),
    at("CF-05", "requests.declined_petition.research", &[Nothing("requests.declined_petition"), Plain(Edit::Cell("requests.declined_petition.research", "无"))]),
    at("CF-06", "disclosure.penalties.decisions", &[Sound("disclosure.penalties.decisions", 12), Plain(Edit::Cell("disclosure.penalties.decisions", "１２"))]),
    at("CF-07", "disclosure.fees.amount", &[Sound("disclosure.fees.amount", 28090)]).on(Of2021),
    at("CF-08", "disclosure.procurement.amount", &[Plain(Edit::Cell("disclosure.procurement.amount", "368000"))]).on(Of2019),
    at("CF-09", "disclosure.licenses.change", &[Sound("disclosure.licenses.change", 2)]).on(Of2019),
    at("CF-10", "requests.granted.individual", &[Sound("requests.granted.individual", 4), Plain(Edit::Cell("requests.granted.individual", "40"))]),
    at("XT-01", "requests.other_unpaid.total", &[Sound("requests.other_unpaid.individual", 1), SaysOnly(6, &["{year}年没有发出收费通知，未收取信息处理费。没有其他需要报告的事项。"])]).on(Of2021),
    whole("XT-02", &[Sound("disclosure.fees.amount", 0), SaysOnly(6, &["发出收费通知1件，收取信息处理费400元。没有其他需要报告的事项。"])]).on(Of2021),
    whole("XT-03", &[Nothing("requests"), Nothing("disputes"), Sound("disputes.review.upheld", 1)]),
    at("XT-04", "disputes.suit_after_review.total", &[Nothing("disputes"), Sound("disputes.suit_after_review.upheld", 1)]),
    at("XT-05", "disputes.suit_after_review.total", &[Nothing("disputes"), Sound("disputes.review.upheld", 1), Sound("disputes.suit_after_review.upheld", 1), Organization("禾川县人民政府")]),
    at("XT-06", "disclosure.rules.issued", &[Sound("disclosure.rules.issued", 1), Sound("disclosure.rules.in_force", 2)]).on(Of2021),
    whole("XT-07", &[Sound("disclosure.licenses.decisions", 0), Sound("disclosure.penalties.decisions", 0), Sound("disclosure.compulsory_measures.decisions", 0), Organization("禾川县市场监督管理局")]),
    at("XT-08", "requests.other.total", &[Sound("requests.other.individual", 900000)]).on(Of2019),
    at("XT-09", "disclosure.penalties.decisions", &[Again(0, &[("disclosure.penalties.decisions", 1)])]),
    whole("XT-10", &[Plain(Edit::Append("政府信息公开情况统计表\n统计指标\t单位\t统计数\n三、依申请公开情况\t\t\n（一）收到申请数\t件\t{more}\n1.当面申请数\t件\t{more}\n2.传真申请数\t件\t0\n3.网络申请数\t件\t0\n4.信函申请数\t件\t0"))]).beside(&["ST-06"]),
    words("NT-01", "全年未收到政府信息公开申请。", &[Sound("requests.granted.individual", 5), Says(1, &["全年未收到政府信息公开申请。"])]),
    words("NT-02", "经统计，全年收到政府信息公开申请{more}件。", &[Says(1, &["经统计，全年收到政府信息公开申请{more}件。"])]),
    words("NT-03", "收到政府信息公开申请{received}件，其中自然人申请{more}件。", &[Says(1, &["收到政府信息公开申请{received}件，其中自然人申请{more}件。"])]),
    words("NT-04", "全年办结政府信息公开申请{more}件。", &[Says(1, &["全年办结政府信息公开申请{more}件。"])]),
    words("NT-05", "全年的政府信息公开申请全部办结。", &[Sound("requests.carried_out.individual", 3), Says(1, &["全年的政府信息公开申请全部办结。"])]),
    words("NT-06", "政府信息公开申请结转下年度继续办理{more}件。", &[Says(1, &["政府信息公开申请结转下年度继续办理{more}件。"])]),
    words("NT-07", "对收到的政府信息公开申请，予以公开{more}件。", &[Says(1, &["对收到的政府信息公开申请，予以公开{more}件。"])]),
    words("NT-08", "因政府信息公开被申请行政复议{more}件。", &[Says(1, &["因政府信息公开被申请行政复议{more}件。"])]),
    words("NT-08", "未发生行政复议。政府信息公开被申请行政复议{more}件。", &[Says(1, &["未发生行政复议。政府信息公开被申请行政复议{more}件。"])]),
    words("NT-09", "因政府信息公开被提起行政诉讼{more}件。", &[Says(1, &["因政府信息公开被提起行政诉讼{more}件。"])]),
    words("NT-10", "全年制发行政规范性文件{more}件。", &[Says(1, &["全年制发行政规范性文件{more}件。"])]).on(Of2021),
    words("NT-11", "全年作出行政处罚决定{more}件。", &[Says(1, &["全年作出行政处罚决定{more}件。"])]),
    words("NT-12", "公开政策文件40条，其中本镇文件30条、转发文件14条。", &[Says(1, &["公开政策文件40条，其中本镇文件30条、转发文件14条。"])]),
    words("NT-13", "经统计，全年收到政府信息公开申请{more}件；年底复核，收到政府信息公开申请99999件。", &[Says(1, &["经统计，全年收到政府信息公开申请{more}件；年底复核，收到政府信息公开申请99999件。"])]),
    words("NT-13", "本年度共主动公开信息{more}条", &[Says(1, &["全年主动公开政府信息88888条。", "本年度共主动公开信息{more}条。"])]),
    whole("NT-14", &[Says(1, &["收取政府信息公开信息处理费120元。"]), SaysOnly(6, &["{year}年没有发出收费通知，未收取信息处理费。"])]),
    whole("NT-15", &[SaysOnly(1, &["主动公开、依申请公开、政府信息管理、平台建设、监督保障等工作有序开展。考核、评议结果良好，没有责任追究的情形。"])]),
    words("NT-16", "组织全街道干部学习公开制度。", &[Says(1, &["组织全街道干部学习公开制度。"])]),
    words("NT-17", "办理政府信息公开申请{closed}件，其中予以公开的申请{granted}件，占99.7%。", &[Sound("requests.granted.individual", 5), Sound("requests.granted_in_part.individual", 5), Says(1, &["办理政府信息公开申请{closed}件，其中予以公开的申请{granted}件，占99.7%。"])]),
    words("NT-18", "收到政府信息公开申请{received}件，网络申请{more}件、信函申请1件。", &[Says(1, &["收到政府信息公开申请{received}件，网络申请{more}件、信函申请1件。"])]),
    words("TM-01", "自{before}年1月1日起至{before}年12月31日止", &[Preface("根据《中华人民共和国政府信息公开条例》和{notice}的要求，编制本报告。数据的统计期限自{before}年1月1日起至{before}年12月31日止。报告电子版可在政府网站下载。")]),
    whole("TM-02", &[Preface("根据《中华人民共和国政府信息公开条例》和{notice}的要求，编制本报告。报告电子版可在政府网站下载。")]),
    words("TM-03", "{year}年12月20日", &[Signed("{year}年12月20日")]),
    words("TM-04", "{year}年1月15日", &[Signed("{year}年1月15日")]),
    words("TM-05", "{next}年2月20日", &[Signed("{next}年2月20日")]),
    words("TM-06", "{next}年3月1日", &[Nothing("disputes"), Organization("禾川县人民政府"), Signed("{next}年3月1日")]),
    words("TM-06", "{next}年4月2日", &[Nothing("disputes"), Plain(Edit::Level("city")), Signed("{next}年4月2日")]),
    words("TM-07", "{before}年，共制发文件3件，公开信息215条。", &[Says(1, &["{before}年，共制发文件3件，公开信息215条。"])]),
    words("TM-08", "〔2019〕60号", &[Preface("根据《中华人民共和国政府信息公开条例》和国办公开办函〔2019〕60号的要求，编制本报告。数据的统计期限自{year}年1月1日起至{year}年12月31日止。报告电子版可在政府网站下载。")]).on(Of2021),
    whole("TM-09", &[Unsigned]),
    words("TM-10", "{before}度以来，坚持定期检查。", &[Says(1, &["{before}度以来，坚持定期检查。"])]),
    words("TM-11", "深入贯彻党的十八届五中全会精神，落实公开要求。", &[Says(1, &["深入贯彻党的十八届五中全会精神，落实公开要求。"])]),
    at("CY-01", "requests.carried_in.total", &[Previous(&[More("requests.carried_out.total", 3)])]),
    at("CY-01", "requests.carried_in.individual", &[Previous(&[More("requests.carried_out.individual", 1)])]),
    at("CY-02", "disclosure.normative_documents.in_force", &[Previous(&[More("disclosure.normative_documents.in_force", 3)])]).on(Of2021),
    at("CY-04", "disclosure.licenses.prior_items", &[Previous(&[More("disclosure.licenses.prior_items", 3)])]).on(Of2019),
    at("CY-05", "disclosure.normative_documents.total_published", &[Previous(&[More("disclosure.normative_documents.total_published", 3)])]).on(Of2019),
    whole("CY-06", &[SaysOnly(5, &["存在的主要问题是解读材料偏少，栏目的分类不够清楚，群众查找不便。", "改进情况：增加图解，重新划分栏目，请村干部入户时讲解查询的办法。"]), Previous(&[SaysOnly(5, &["存在的主要问题是解读材料偏少，栏目的分类不够清楚，群众查找不便。", "改进情况：增加图解，重新划分栏目，请村干部入户时讲解查询的办法。"])])]),
    words("CY-07", "收到政府信息公开申请{received}件，比上年增加{more}件。", &[Says(1, &["收到政府信息公开申请{received}件，比上年增加{more}件。"]), Previous(&[])]),
    at("CY-08", "disclosure.licenses.decisions", &[Sound("disclosure.licenses.decisions", 600), Previous(&[Plain(Edit::Cell("disclosure.licenses.decisions", "2"))])]),
    whole("CY-09", &[Nothing("disputes"), Previous(&[Plain(Edit::Cell("disputes.review.pending", "1"))])]),
    whole("PF-01", &[Plain(Edit::Asked("清廉村居观察哨"))]),
    words("TM-15", "〔2019〕51号", &[Preface("根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2019〕51号）的要求，编制本报告。数据的统计期限自{year}年1月1日起至{year}年12月31日止。报告电子版可在政府网站下载。")]),
    words("TM-16", "中华人民共和国信息公开条例", &[Preface("根据《中华人民共和国信息公开条例》和{notice}的要求，编制本报告。数据的统计期限自{year}年1月1日起至{year}年12月31日止。报告电子版可在政府网站下载。")]),
    words("TM-17", "(2022)15号", &[Says(1, &["落实县政府办公室禾政办发(2022)15号文件的分工。"])]),
    words("TM-18", "〔2016〕201号", &[Says(1, &["填报格式按照国办公开办函〔2016〕201号执行。"])]),
    words("TM-18", "〔2011〕17号", &[Plain(Edit::Year(2025)), Says(1, &["按照法释〔2011〕17号的规定做好应诉。"])]).on(Of2021).beside(&["XT-11"]),
    words("WD-17", "公开是常态，公开是例外", &[Says(1, &["坚持公开是常态，公开是例外。"])]),
    words("WD-17", "中华人民共合国", &[Says(1, &["学习《中华人民共合国政府信息公开条例》。"])]),
    words("CY-10", "同比增长999.9%", &[Sound("requests.granted.individual", 5), Says(1, &["收到政府信息公开申请{received}件，同比增长999.9%。"]), Previous(&[Plain(Edit::Cell("requests.received.total", "10"))])]).beside(&["CY-08"]),
    words("CY-11", "与去年相比有所下降", &[Sound("requests.granted.individual", 5), Says(1, &["收到政府信息公开申请{received}件，与去年相比有所下降。"]), Previous(&[Plain(Edit::Cell("requests.received.total", "1"))])]).beside(&["CY-08"]),
    words("NT-19", "收到政府信息公开申请{received}件，予以公开{granted}件、部分公开0件、不予公开0件。", &[Nothing("requests.carried_in"), Sound("requests.granted.individual", 5), Nothing("requests.granted_in_part"), Nothing("requests.denied"), Sound("requests.unavailable_not_held.individual", 3), Says(1, &["收到政府信息公开申请{received}件，予以公开{granted}件、部分公开0件、不予公开0件。"])]),
    words("NT-20", "21条", &[Says(1, &["公开信息21条，其中机构职能4条、政策文件5条、工作动态4条、财政信息1条。"])]),
    words("NT-21", "本年度依法收取了信息处理费。", &[SaysOnly(6, &["本年度依法收取了信息处理费。"])]),
    words("NT-22", "未收取任何费用", &[Sound("disclosure.fees.amount", 3), SaysOnly(6, &["{year}年未收取任何费用。"])]).on(Of2021),
    at("XT-11", "disputes.suit_direct.total", &[Plain(Edit::Year(2025)), Nothing("disputes"), Sound("disputes.suit_direct.upheld", 1)]).on(Of2021),
    words("TM-12", "{next}年1月18日", &[Signed("{next}年1月18日"), Plain(Edit::Published("{next}-01-05"))]),
    words("TM-13", "{next}年一月18日", &[Signed("{next}年一月18日")]),
    words("TM-14", "6月31日", &[Says(1, &["6月31日召开培训会。"])]),
    words("TM-01", "截至11月30日", &[Says(1, &["截至11月30日，累计公开信息230条。"])]),
    words("WD-08", "下载（）", &[Preface("根据《中华人民共和国政府信息公开条例》和{notice}的要求，编制本报告。数据的统计期限自{year}年1月1日起至{year}年12月31日止。报告电子版可在政府网站下载（）。")]),
    words("WD-13", "行行", &[Says(1, &["发布信息，行行政复议工作平稳。"])]),
    words("ST-21", "一是栏目更新慢", &[SaysOnly(5, &["存在的主要问题：一是栏目更新慢；二是解读形式单一；三是培训偏少。", "改进情况：一是按月检查栏目；二是增加图解。"])]),
    words("WD-16", "邮编：41200", &[Says(1, &["来信请寄政府办公室，邮编：41200。"])]),
    words("ID-01", "松湾县桐河镇人民政府", &[Nothing("disputes"), Organization("禾川县柳溪镇人民政府"), SignedBy("松湾县桐河镇人民政府")]),
    words("ID-02", "桐河镇人民政府", &[Nothing("disputes"), Organization("禾川县柳溪镇人民政府"), Preface("根据《中华人民共和国政府信息公开条例》和{notice}的要求，编制桐河镇人民政府{year}年政府信息公开工作年度报告。数据的统计期限自{year}年1月1日起至{year}年12月31日止。报告电子版可在政府网站下载。")]),
    words("ID-03", "宜宾市", &[Nothing("disputes"), Organization("禾川县柳溪镇人民政府"), Says(1, &["按照宜宾市政府要求，逐条审查信息。"])]),
    words("ID-03", "柳林县", &[Nothing("disputes"), Organization("禾川县柳溪镇人民政府"), Preface("根据《中华人民共和国政府信息公开条例》和{notice}的要求，编制本报告。数据的统计期限自{year}年1月1日起至{year}年12月31日止。报告电子版可在柳林县人民政府网站下载。")]),
    words("ID-03", "桐河镇", &[Nothing("disputes"), Organization("禾川县柳溪镇人民政府"), Preface("根据《中华人民共和国政府信息公开条例》和{notice}的要求，编制本报告。数据的统计期限自{year}年1月1日起至{year}年12月31日止。报告电子版可在政府网站下载，如有疑问，请与桐河镇党政办公室联系。")]),
    words("ID-04", "柳林县", &[Nothing("disputes"), Organization("禾川县柳溪镇人民政府"), Says(1, &["查阅点地址：柳林县河东路18号。"])]),
    words("ID-04", "0731", &[Nothing("disputes"), Organization("宜宾市教育局"), Says(1, &["咨询电话：0731-5550123。"])]),
    words("ID-05", "部分地区", &[SaysOnly(5, &["存在的主要问题：一是部分地区公开意识不强；二是解读形式单一。", "改进情况：一是组织业务学习；二是增加图解。"])]),
    words("PV-01", "经办人身份证号11010519491231002X。", &[Says(1, &["经办人身份证号11010519491231002X。"])]),
    words("PV-02", "咨询请拨打13900005678。", &[Says(1, &["咨询请拨打13900005678。"])]),
    words("PV-03", "材料发至1390000567@qq.com。", &[Says(1, &["材料发至1390000567@qq.com。"])]),
    words("PV-04", "退费账号6222020200112233446。", &[Says(1, &["退费账号6222020200112233446。"])]),
    words("PV-05", "对申请人周小川（男，住鹿溪村）的来信逐一答复。", &[Plain(Edit::Rule("PV-05", "on")), Says(1, &["对申请人周小川（男，住鹿溪村）的来信逐一答复。"])]),
    whole("PV-06", &[Plain(Edit::Append("审核人：周小川　填报人：吴大江\n联系电话：0999-5550182"))]),
    words("PV-07", "公众号网址https://mp.weixin.qq.com/cgi-bin/home?token=1234。", &[Says(1, &["公众号网址https://mp.weixin.qq.com/cgi-bin/home?token=1234。"])]),
    words("PV-08", "内网地址为10.12.3.4，供工作人员查询。", &[Says(1, &["内网地址为10.12.3.4，供工作人员查询。"])]),
    words("WD-01", "未接收费通知", &[Label(1, "未按收费通知", "未接收费通知")]).on(Of2021),
    words("WD-02", "只记这一情形", &[Label(1, "只计这一情形", "只记这一情形")]),
    words("WD-03", "三安全一", &[Label(1, "“三安全一稳定”", "\"三安全一稳定\"")]),
    words("WD-04", "(一)予以公开", &[Label(1, "（一）予以公开", "(一)予以公开")]),
    words("WD-05", "[bookmark: _GoBack]信息按时发布。", &[Says(1, &["[bookmark: _GoBack]信息按时发布。"])]),
    words("WD-06", "**重点领域**信息按时发布。", &[Says(1, &["**重点领域**信息按时发布。"])]),
    words("WD-07", "进一步优化 workflows 流程。", &[Says(1, &["进一步优化 workflows 流程。"])]),
    words("WD-08", "XX镇按时完成任务。", &[Says(1, &["XX镇按时完成任务。"])]),
    words("WD-09", "一是抓学习；二是抓检查；二是抓整改；三是抓总结。", &[Says(1, &["一是抓学习；二是抓检查；二是抓整改；三是抓总结。"])]),
    words("WD-10", "信息按时发布。。", &[Says(1, &["信息按时发布。。"])]),
    words("WD-11", "与县扶贫办联合公开项目清单。", &[Plain(Edit::Rule("WD-11", "on")), Says(1, &["与县扶贫办联合公开项目清单。"])]).on(Of2021),
    words("WD-12", "填报单位（盖章）", &[Plain(Edit::Append("填报单位（盖章）：槐安镇人民政府"))]),
    words("WD-13", "截止{year}年12月31日，专栏共有信息1205条。", &[Says(1, &["截止{year}年12月31日，专栏共有信息1205条。"])]),
    whole("WD-14", &[Plain(Edit::Append("上一篇：没有了\n下一篇：财政预算公开"))]).beside(&["RD-03"]),
    whole("WD-15", &[Says(1, &["各村设立信息员，每周收集群众关心的事项，由镇里统一答复并在公开栏张贴，便于群众了解办理结果。"]), Says(5, &["各村设立信息员，每周收集群众关心的事项，由镇里统一答复并在公开栏张贴，便于群众了解办理结果。"])]),
    at("RD-01", "requests.declined_repeat.company", &[WithoutCell("requests.declined_repeat.company")]).beside(&["TC-03", "CF-02"]),
    whole("RD-02", &[Plain(Edit::Append("松桠镇人民政府{before}年政府信息公开工作年度报告\n一、总体情况\n全年工作平稳有序。\n六、其他需要报告的事项\n无。"))]).beside(&["NT-15", "ST-01", "ST-09", "ST-10", "ST-15", "ST-18", "TC-01", "TM-09"]),
    whole("RD-03", &[Plain(Edit::Append("上一篇：没有了\n版权所有：禾川县人民政府"))]).beside(&["WD-14"]),
    whole("RD-04", &[Preface("根据《中华人民共和国政府信息公开条例》和{notice}的要求，编制本报告。数据的统计期限自{year}11日起至{year}年12月31日止。报告电子版可在政府网站下载。")]).beside(&["TM-01"]),
    words("RD-05", "信息发布前逐条进锟斤拷密审查。", &[Says(1, &["信息发布前逐条进锟斤拷密审查。"])]),
    whole("RD-06", &[Nothing("requests")]).only_in(&["A24"]),
];
