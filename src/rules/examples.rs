//! Runs the example of every rule: the bad one triggers that rule, the good one does not. Both start from a sound report.

use std::collections::{BTreeMap, BTreeSet};

use super::{Edit, Example, Finding, Level, Options, Severity, registry};
use crate::document::Document;
use crate::form::{CellId, Edition, Form, Row, TableId, cell_named, official};
use crate::report::Date;
use crate::{Checked, check};

/// The prose of the sound report. Names in braces are filled in for the edition; each table stands where its name stands.
const SOUND: &str = "\
禾川县柳溪镇人民政府{year}年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》和《{notice_title}》（{notice}）的要求，编制本报告。本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。本报告电子版可在禾川县人民政府网站下载。如有疑问，请与柳溪镇党政办公室联系（地址：禾川县柳溪镇河东路18号，电话：0731-5550123）。

一、总体情况
（一）主动公开。围绕群众关心的事项，全年通过政府网站和公开栏主动公开政府信息230条，其中网站发布168条、公开栏张贴62条。制发行政规范性文件3件、废止1件，现行有效12件。
（二）依申请公开。全年收到政府信息公开申请14件，上年结转0件。办理答复13件，其中予以公开5件、部分公开2件、不予公开1件、无法提供3件、不予处理2件；结转下年度继续办理1件。因政府信息公开被申请行政复议1件，结果维持；未发生行政诉讼。
（三）政府信息管理。公文拟制时同步确定公开属性，发布前逐条进行保密审查。
（四）平台建设。更新政府信息公开专栏，在便民服务大厅设置查阅点1处。
（五）监督保障。把政府信息公开列入年度考核，邀请群众代表开展社会评议，本年度没有发生责任追究的情形。

二、主动公开政府信息情况
{disclosure}
三、收到和处理政府信息公开申请情况
{requests}
四、政府信息公开行政复议、行政诉讼情况
{disputes}
五、存在的主要问题及改进情况
存在的主要问题：一是部分栏目更新不够及时；二是解读材料的形式比较单一。
改进情况：一是按月检查栏目，逾期未更新的由专人提醒；二是增加图解和问答，请村干部在入户时讲解。

六、其他需要报告的事项
{year}年没有发出政府信息公开收费通知，未收取信息处理费。没有其他需要报告的事项。

禾川县柳溪镇人民政府
{next_year}年1月18日
";

const TITLE_OF_2019_NOTICE: &str = "国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知";
const TITLE_OF_2021_NOTICE: &str =
    "国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知";

/// The figures of the sound report that are not 0. Every sum of the form holds.
const FIGURES: &[(&str, &str)] = &[
    ("requests.received.individual", "12"),
    ("requests.received.company", "2"),
    ("requests.received.total", "14"),
    ("requests.granted.individual", "4"),
    ("requests.granted.company", "1"),
    ("requests.granted.total", "5"),
    ("requests.granted_in_part.individual", "2"),
    ("requests.granted_in_part.total", "2"),
    ("requests.denied_third_party.individual", "1"),
    ("requests.denied_third_party.total", "1"),
    ("requests.unavailable_not_held.individual", "1"),
    ("requests.unavailable_not_held.company", "1"),
    ("requests.unavailable_not_held.total", "2"),
    ("requests.unavailable_not_ready_made.individual", "1"),
    ("requests.unavailable_not_ready_made.total", "1"),
    ("requests.declined_petition.individual", "1"),
    ("requests.declined_petition.total", "1"),
    ("requests.declined_repeat.individual", "1"),
    ("requests.declined_repeat.total", "1"),
    ("requests.closed.individual", "11"),
    ("requests.closed.company", "2"),
    ("requests.closed.total", "13"),
    ("requests.carried_out.individual", "1"),
    ("requests.carried_out.total", "1"),
    ("disputes.review.upheld", "1"),
    ("disputes.review.total", "1"),
    ("disclosure.normative_documents.issued", "3"),
    ("disclosure.normative_documents.repealed", "1"),
    ("disclosure.normative_documents.in_force", "12"),
    ("disclosure.normative_documents.made", "3"),
    ("disclosure.normative_documents.published", "3"),
    ("disclosure.normative_documents.total_published", "12"),
    ("disclosure.licenses.decisions", "86"),
    ("disclosure.licenses.prior_items", "5"),
    ("disclosure.penalties.decisions", "4"),
    ("disclosure.penalties.prior_items", "3"),
    ("disclosure.procurement.items", "2"),
    ("disclosure.procurement.amount", "36.8万元"),
];

/// The sound report with the changes of an example.
struct Draft {
    form: &'static Form,
    figures: BTreeMap<CellId, &'static str>,
    left_out: BTreeSet<&'static str>,
}

impl Draft {
    fn of(edits: &[Edit]) -> Draft {
        let on_2019 = edits.iter().any(|edit| matches!(edit, Edit::On2019));
        let form = official(if on_2019 { Edition::Of2019 } else { Edition::Of2021 });
        let mut draft = Draft { form, figures: BTreeMap::new(), left_out: BTreeSet::new() };
        for &(name, figure) in FIGURES {
            draft.figures.insert(cell(name), figure);
        }
        for edit in edits {
            match edit {
                Edit::Cell(name, figure) => {
                    let id = cell(name);
                    assert!(form.cells().any(|known| known == id), "{name} is no cell of that form");
                    draft.figures.insert(id, figure);
                }
                Edit::BlankTable(table) => {
                    let cells = form.cells().filter(|id| TableId::of(*id).id() == *table);
                    draft.figures.extend(cells.map(|id| (id, "")));
                }
                Edit::WithoutRow(row) => {
                    assert!(form.rows().any(|known| known.id == *row), "{row} is no row of that form");
                    draft.left_out.insert(row);
                }
                _ => {}
            }
        }
        draft
    }

    fn year(&self) -> u16 {
        match self.form.edition {
            Edition::Of2019 => 2020,
            Edition::Of2021 => 2023,
        }
    }

    fn text(&self) -> String {
        let notice_title = match self.form.edition {
            Edition::Of2019 => TITLE_OF_2019_NOTICE,
            Edition::Of2021 => TITLE_OF_2021_NOTICE,
        };
        SOUND
            .replace("{year}", &self.year().to_string())
            .replace("{next_year}", &(self.year() + 1).to_string())
            .replace("{notice_title}", notice_title)
            .replace("{notice}", self.form.edition.notice())
            .replace("{disclosure}", &self.disclosure())
            .replace("{requests}", &self.requests())
            .replace("{disputes}", &self.disputes())
    }

    fn table(&self, id: &str) -> String {
        match id {
            "disclosure" => self.disclosure(),
            "requests" => self.requests(),
            "disputes" => self.disputes(),
            _ => panic!("{id} is no table"),
        }
    }

    fn rows(&self, table: TableId) -> impl Iterator<Item = &'static Row> + '_ {
        let rows: &[&'static Row] = self.form.table(table).map_or(&[], |table| table.rows);
        rows.iter().copied().filter(|row| !self.left_out.contains(row.id))
    }

    fn figures(&self, row: &Row) -> String {
        row.cells().map(|id| format!("\t{}", self.figures.get(&id).unwrap_or(&"0"))).collect()
    }

    /// Each article of the regulation with its own headings.
    fn disclosure(&self) -> String {
        let mut lines = Vec::new();
        let mut article = "";
        for row in self.rows(TableId::Disclosure) {
            if row.path[0] != article {
                article = row.path[0];
                lines.push(article.to_string());
                lines.push(format!("信息内容{}", headings(row)));
            }
            lines.push(format!("{}{}", row.label(), self.figures(row)));
        }
        lines.join("\n") + "\n"
    }

    /// Rows with their groups in front; a group is written once, as a merged cell is.
    fn requests(&self) -> String {
        let mut lines = vec![
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况".to_string(),
            "自然人\t法人或其他组织\t总计".to_string(),
            "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他".to_string(),
        ];
        let mut open: &[&str] = &[];
        for row in self.rows(TableId::Requests) {
            let (groups, label) = row.path.split_at(row.path.len() - 1);
            let shared = open.iter().zip(groups).take_while(|(a, b)| a == b).count();
            let mut line: Vec<&str> = groups[shared..].to_vec();
            line.extend(label);
            lines.push(format!("{}{}", line.join("\t"), self.figures(row)));
            open = groups;
        }
        lines.join("\n") + "\n"
    }

    /// One line of fifteen figures under three groups of headings.
    fn disputes(&self) -> String {
        let rows: Vec<&Row> = self.rows(TableId::Disputes).collect();
        let names: String = rows.iter().map(|row| headings(row)).collect();
        let figures: String = rows.iter().map(|row| self.figures(row)).collect();
        format!(
            "行政复议\t行政诉讼\n未经复议直接起诉\t复议后起诉\n{}\n{}\n",
            names.trim_start(),
            figures.strip_prefix('\t').unwrap_or_default()
        )
    }
}

fn headings(row: &Row) -> String {
    row.columns.iter().map(|column| format!("\t{}", column.label)).collect()
}

fn cell(name: &str) -> CellId {
    cell_named(name).unwrap_or_else(|| panic!("{name} is no cell"))
}

/// The text of an example and what the user says beside it.
fn build(edits: &[Edit]) -> (String, Options) {
    let draft = Draft::of(edits);
    let mut text = draft.text();
    let mut options = Options::default();
    for edit in edits {
        match edit {
            Edit::Words(from, to) => {
                assert_eq!(text.matches(from).count(), 1, "“{from}” has to stand exactly once");
                text = text.replace(from, to);
            }
            Edit::Append(more) => text.push_str(more),
            Edit::Published(day) => options.published = Some(Date::parse(day).expect("a day of the calendar")),
            Edit::Level(name) => options.level = Some(Level::parse(name).expect("a level")),
            Edit::WithoutTable(table) => text = text.replace(&draft.table(table), ""),
            Edit::RepeatTable(table) => text += &format!("\n{}", draft.table(table)),
            Edit::On2019 | Edit::Cell(..) | Edit::WithoutRow(_) | Edit::BlankTable(_) => {}
        }
    }
    (text, options)
}

fn findings(example: &Example) -> Vec<Finding> {
    let (text, options) = build(example.edits);
    let document = Document::from_text(text).expect("an example is short");
    let reports = check(&document, &options);
    reports.into_iter().flat_map(|Checked { findings, .. }| findings.list).collect()
}

fn shown(findings: &[Finding]) -> String {
    findings.iter().map(|finding| format!("\n    {} {}", finding.rule, finding.message)).collect()
}

/// Advice that a sound report may get all the same.
const ADVICE: &[&str] = &[];

/// What a finding lacks: words, or a place inside the text.
fn faults_of(finding: &Finding, text: &str) -> String {
    let mut faults = String::new();
    if finding.message.is_empty() || finding.suggestion.is_empty() {
        faults += &format!("\n  {}: a text is empty", finding.rule);
    }
    let spans = finding.places.iter().map(|place| place.span).chain(finding.fixes.iter().map(|fix| fix.span));
    for span in spans.filter(|span| text.get(span.start..span.end).is_none()) {
        faults += &format!("\n  {}: {span:?} is no place", finding.rule);
    }
    faults
}

#[test]
fn a_sound_report_has_no_finding() {
    for edits in [&[][..], &[Edit::On2019][..]] {
        let found = findings(&Example { shown: "", edits });
        let unexpected: Vec<Finding> = found
            .into_iter()
            .filter(|finding| finding.severity != Severity::Info || !ADVICE.contains(&finding.rule))
            .collect();
        assert!(unexpected.is_empty(), "{}", shown(&unexpected));
    }
}

#[test]
fn every_bad_example_triggers_its_rule_and_every_good_one_does_not() {
    let mut wrong = String::new();
    for rule in registry() {
        let bad = findings(&rule.bad);
        let good = findings(&rule.good);
        bad.iter().for_each(|finding| wrong += &faults_of(finding, &build(rule.bad.edits).0));
        let is_own = |finding: &&Finding| finding.rule == rule.id;
        let (own, others): (Vec<&Finding>, Vec<&Finding>) = bad.iter().partition(is_own);
        println!("{} {}", rule.id, shown(&own.iter().copied().cloned().collect::<Vec<_>>()));
        if !others.is_empty() {
            println!("  with it:{}", shown(&others.into_iter().cloned().collect::<Vec<_>>()));
        }
        if own.is_empty() {
            wrong += &format!("\n  {}: the bad example triggers only{}", rule.id, shown(&bad));
        }
        if good.iter().any(|finding| finding.rule == rule.id) {
            wrong += &format!("\n  {}: the good example triggers it{}", rule.id, shown(&good));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Pieces that rules look for, and characters of every width around which places could go wrong.
const PIECES: &[&str] = &[
    "",
    "\n",
    "\t",
    " ",
    "\u{3000}",
    "\u{a0}",
    "（",
    "）",
    "(",
    ")",
    "《",
    "》",
    "“",
    "”",
    "**",
    "__",
    "```",
    "一是",
    "二是",
    "（一）",
    "（三）",
    "1.",
    "X",
    "××",
    "20",
    "2023",
    "年",
    "月",
    "日",
    "年年",
    "度",
    "件",
    "条",
    "０",
    "１３９",
    "13900005678",
    "@",
    "qq.com",
    "https://",
    "token=",
    "10.1.1.1",
    "[bookmark:",
    "&nbsp;",
    "三安全一稳定",
    "统计期限",
    "至",
    "截止",
    "第",
    "号",
    "〔2019〕60号",
    "收到",
    "未收到",
    "申请",
    "行政复议",
    "行政诉讼",
    "六个部分",
    "填报人：",
    "é",
    "😀",
    "\u{fffd}",
    "X\u{301}",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

    #[test]
    fn torn_reports_are_judged_without_panic(
        cuts in proptest::collection::vec((0usize..4000, 0usize..PIECES.len(), 0usize..40), 0..40),
        on_2019 in proptest::bool::ANY,
    ) {
        let edits: &[Edit] = if on_2019 { &[Edit::On2019] } else { &[] };
        let mut text: Vec<char> = build(edits).0.chars().collect();
        for (at, piece, removed) in cuts {
            let at = at % (text.len() + 1);
            let end = (at + removed).min(text.len());
            text.splice(at..end, PIECES[piece].chars());
        }
        let text: String = text.into_iter().collect();
        let document = Document::from_text(text.clone()).expect("a torn report is short");
        for checked in check(&document, &Options::default()) {
            let faults: String = checked.findings.list.iter().map(|finding| faults_of(finding, &text)).collect();
            proptest::prop_assert!(faults.is_empty(), "{}", faults);
        }
    }

    #[test]
    fn noise_is_judged_without_panic(text in "\\PC{0,200}", pieces in proptest::collection::vec(0usize..PIECES.len(), 0..60)) {
        let noise: String = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        let document = Document::from_text(format!("{text}{noise}")).expect("noise is short");
        check(&document, &Options::default());
    }
}
