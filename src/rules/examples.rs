//! Runs the example of every rule: the bad one triggers that rule, the good one does not. Both start from a sound report.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Shared;
use super::{Edit, Example, Finding, Level, Options, RuleContext, Setting, Severity, registry};
use crate::form::{CellId, Edition, Form, Row, TableId, cell_named, official};
use crate::text::Date;
use crate::text::{Source, is_han};
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

/// The prose of last year's report, with sentences of its own.
const SOUND_LAST_YEAR: &str = "\
禾川县柳溪镇人民政府{year}年政府信息公开工作年度报告

一、总体情况
主动公开。在镇村两级公开栏张贴惠农补贴、项目招标、防汛值班等信息，网站专栏同步更新。
依申请公开。收到的申请都在法定期限内办理。
政府信息管理。清理了失效的文件，补录了前几年的公开目录。
平台建设。公众号开设“村务问答”专栏。
监督保障。主要负责同志每半年听取一次汇报，考核和社会评议结果在全镇通报，没有责任追究。

二、主动公开政府信息情况
{disclosure}
三、收到和处理政府信息公开申请情况
{requests}
四、政府信息公开行政复议、行政诉讼情况
{disputes}
五、存在的主要问题及改进情况
存在的主要问题：一是培训的次数偏少，有的干部对公开范围把握不准；二是群众提出的意见没有逐条反馈。
改进情况：一是每季度组织一次业务学习，邀请县司法局的同志授课；二是建立意见台账，办理结果在公开栏张贴。

六、其他需要报告的事项
未收取信息处理费。

禾川县柳溪镇人民政府
{next_year}年1月16日
";

/// The figures of last year's report that this year's follow from.
const LAST_YEAR: &[(&str, &str)] = &[
    ("requests.carried_out.individual", "0"),
    ("requests.carried_out.total", "0"),
    ("disclosure.normative_documents.in_force", "10"),
    ("disclosure.normative_documents.total_published", "9"),
];

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
    /// It is the report of the year before, with sentences of its own.
    year_before: bool,
    /// The report year, when it is not the usual one of the form.
    year: Option<u16>,
}

impl Draft {
    fn of(edition: Edition, edits: &[Edit]) -> Draft {
        let form = official(edition);
        let mut draft =
            Draft { form, figures: BTreeMap::new(), left_out: BTreeSet::new(), year_before: false, year: None };
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
                Edit::ZeroTable(table) => {
                    let cells = form.cells().filter(|id| TableId::of(*id).id() == *table);
                    draft.figures.extend(cells.map(|id| (id, "0")));
                }
                Edit::Year(year) => draft.year = Some(*year),
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
        let year = match self.form.edition {
            Edition::Of2019 => 2020,
            Edition::Of2021 => self.year.unwrap_or(2023),
            Edition::Of2026 => 2026,
        };
        if self.year_before { year - 1 } else { year }
    }

    fn text(&self) -> String {
        let notice_title = match self.form.edition {
            Edition::Of2019 => TITLE_OF_2019_NOTICE,
            Edition::Of2021 | Edition::Of2026 => TITLE_OF_2021_NOTICE,
        };
        let sound = if self.year_before { SOUND_LAST_YEAR } else { SOUND };
        sound
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
    let on_2019 = edits.iter().any(|edit| matches!(edit, Edit::On2019));
    build_on(if on_2019 { Edition::Of2019 } else { Edition::Of2021 }, edits)
}

/// The same on the form of that edition; the years in the words of the edits are those of its report.
fn build_on(edition: Edition, edits: &[Edit]) -> (String, Options) {
    let draft = Draft::of(edition, edits);
    let later = |words: &str| if edition == Edition::Of2026 { three_years_later(words) } else { words.to_string() };
    let mut text = draft.text();
    let mut options = Options::default();
    for edit in edits {
        match edit {
            Edit::Words(from, to) => {
                let (from, to) = (later(from), later(to));
                assert_eq!(text.matches(&from).count(), 1, "“{from}” has to stand exactly once");
                text = text.replace(&from, &to);
            }
            Edit::Append(more) => text.push_str(&later(more)),
            Edit::Published(day) => options.published = Some(Date::parse(&later(day)).expect("a day of the calendar")),
            Edit::Level(name) => options.level = Some(Level::parse(name).expect("a level")),
            Edit::WithoutTable(table) => text = text.replace(&draft.table(table), ""),
            Edit::RepeatTable(table) => text += &format!("\n{}", draft.table(table)),
            Edit::Rule(rule, word) => {
                options.rules.push((rule.to_string(), Setting::parse(word).expect("a setting")));
            }
            Edit::Previous(edits) => options.previous = Some(crate::last_year(&last_year(draft.form.edition, edits))),
            Edit::On2019
            | Edit::Year(_)
            | Edit::Cell(..)
            | Edit::WithoutRow(_)
            | Edit::BlankTable(_)
            | Edit::ZeroTable(_) => {}
        }
    }
    (text, options)
}

/// The words with every year of the years of the examples three years later.
fn three_years_later(words: &str) -> String {
    (2021..=2024)
        .rev()
        .fold(words.to_string(), |words, year: u16| words.replace(&year.to_string(), &(year + 3).to_string()))
}

/// Last year's report on the same form, with these changes.
fn last_year(edition: Edition, edits: &[Edit]) -> Source {
    let mut all: Vec<Edit> = LAST_YEAR.iter().map(|&(name, figure)| Edit::Cell(name, figure)).collect();
    all.retain(
        |edit| matches!(edit, Edit::Cell(name, _) if official(edition).cells().any(|known| known == cell(name))),
    );
    all.extend(edits.iter().copied());
    let mut draft = Draft::of(edition, &all);
    draft.year_before = true;
    let mut text = draft.text();
    for edit in edits {
        if let Edit::Words(from, to) = edit {
            assert_eq!(text.matches(from).count(), 1, "“{from}” has to stand exactly once");
            text = text.replace(from, to);
        }
    }
    Source::from_text(text).expect("an example is short")
}

fn findings(example: &Example) -> Vec<Finding> {
    let (text, options) = build(example.edits);
    let document = Source::from_text(text).expect("an example is short");
    let reports = check(&document, &options);
    reports.into_iter().flat_map(|Checked { findings, .. }| findings.list).collect()
}

fn shown(findings: &[Finding]) -> String {
    findings.iter().map(|finding| format!("\n    {} {}", finding.rule, finding.message)).collect()
}

/// Advice that a sound report may get all the same.
const ADVICE: &[&str] = &[];

/// The quotations of a message that neither the text nor the form, the rule or the advice has.
fn invented(finding: &Finding, text: &str) -> Vec<String> {
    let rule = registry().find(|rule| rule.id == finding.rule).expect("a rule of the registry");
    let labels = crate::form::FORMS.iter().flat_map(|form| form.rows());
    let labels = labels.flat_map(|row| row.path.iter().chain(row.columns.iter().map(|column| &column.label)).copied());
    let mut known: String =
        labels.chain(crate::form::STATISTICS.iter().flat_map(|row| row.path.iter().copied())).collect();
    known.extend(crate::form::SECTIONS.iter().map(|section| section.heading));
    known.extend([text, &finding.suggestion, rule.title, rule.checks, rule.why]);
    let known = super::passages::plain(&known);
    let quoted = finding.message.split('“').skip(1).filter_map(|rest| rest.split('”').next());
    let pieces = quoted.flat_map(|words| words.split(['…', '／', '、', '*'])).map(super::passages::plain);
    let unnumbered =
        |words: &String| known.contains(words.trim_start_matches(|c: char| "(一二三四五六七)".contains(c)));
    pieces.filter(|words| !known.contains(words) && !unnumbered(words)).collect()
}

/// What a finding lacks: words, or a place inside the text.
fn faults_of(finding: &Finding, text: &str) -> String {
    let mut faults = String::new();
    for words in invented(finding, text) {
        faults += &format!("\n  {}: “{words}” is no text of the report: {}", finding.rule, finding.message);
    }
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
        let is_own = |finding: &Finding| finding.rule == rule.id;
        for example in rule.bad {
            let found = findings(example);
            println!("{} {}:{}", rule.id, example.shown, shown(&found));
            found.iter().for_each(|finding| wrong += &faults_of(finding, &build(example.edits).0));
            let strange = |finding: &&Finding| !is_own(finding) && !rule.accompanied_by.contains(&finding.rule);
            if let Some(other) = found.iter().find(strange) {
                wrong +=
                    &format!("\n  {} “{}”: {} is not expected{}", rule.id, example.shown, other.rule, shown(&found));
            }
            if !found.iter().any(is_own) {
                wrong += &format!("\n  {} “{}” triggers only{}", rule.id, example.shown, shown(&found));
            }
        }
        for example in rule.good {
            let found = findings(example);
            if found.iter().any(is_own) {
                wrong += &format!("\n  {} “{}”, a good example, triggers it{}", rule.id, example.shown, shown(&found));
            }
        }
        for company in rule.accompanied_by {
            if !rule.bad.iter().any(|example| findings(example).iter().any(|finding| finding.rule == *company)) {
                wrong += &format!("\n  {}: no example is accompanied by {company}", rule.id);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_line_of_what_was_not_checked_is_given_twice() {
    for cells in [
        ["requests.received.individual", "requests.granted.company"],
        ["requests.closed.total", "disputes.review.total"],
    ] {
        // Words in place of numbers: every sum through these cells is left open.
        let edits = cells.map(|cell| Edit::Cell(cell, "若干"));
        let (text, options) = build(&edits);
        for checked in check(&Source::from_text(text).expect("an example is short"), &options) {
            let lines: Vec<_> =
                checked.findings.unchecked.iter().map(|line| (line.rule, line.reason.clone())).collect();
            let distinct: BTreeSet<_> = lines.iter().cloned().collect();
            assert!(!lines.is_empty() && distinct.len() == lines.len(), "{lines:?}");
            let sums = lines.iter().filter(|(rule, _)| rule.starts_with("AR-"));
            let per_rule: BTreeSet<_> = sums.clone().map(|(rule, _)| *rule).collect();
            assert_eq!(sums.count(), per_rule.len(), "one line for each rule of arithmetic: {lines:?}");
        }
    }
}

/// Rules about things of certain years, which the years of the made-up form do not touch.
const OF_CERTAIN_YEARS: &[&str] = &["TM-08", "TM-15", "TM-16", "TM-17", "TM-18"];

#[test]
fn a_later_form_silences_no_rule() {
    let mut silent = String::new();
    for rule in registry().filter(|rule| !OF_CERTAIN_YEARS.contains(&rule.id)) {
        let of_old_form = |example: &&Example| example.edits.iter().any(|edit| matches!(edit, Edit::On2019));
        for example in rule.bad.iter().filter(|example| !of_old_form(example)) {
            let (text, options) = build_on(Edition::Of2026, example.edits);
            let reports = check(&Source::from_text(text).expect("an example is short"), &options);
            let found: Vec<Finding> = reports.into_iter().flat_map(|one| one.findings.list).collect();
            if !found.iter().any(|finding| finding.rule == rule.id) {
                silent += &format!("\n  {} “{}” triggers only{}", rule.id, example.shown, shown(&found));
            }
        }
    }
    assert!(silent.is_empty(), "{silent}");
    let (text, options) = build_on(Edition::Of2026, &[]);
    let reports = check(&Source::from_text(text).expect("an example is short"), &options);
    assert_eq!(reports[0].report.form.map(|form| form.edition), Some(Edition::Of2026));
    assert!(reports[0].findings.list.is_empty(), "{}", shown(&reports[0].findings.list));
}

/// The text with the exact edits of a finding.
fn fixed(text: &str, finding: &Finding) -> String {
    let mut fixes: Vec<_> = finding.fixes.iter().collect();
    fixes.sort_by_key(|fix| std::cmp::Reverse(fix.span.start));
    let mut text = text.to_string();
    fixes.into_iter().for_each(|fix| text.replace_range(fix.span.start..fix.span.end, &fix.text));
    text
}

#[test]
fn a_fix_removes_its_finding_and_makes_no_other() {
    let mut wrong = String::new();
    for example in registry().flat_map(|rule| rule.bad) {
        let (text, options) = build(example.edits);
        let findings = |text: &str| -> Vec<Finding> {
            let document = Source::from_text(text.to_string()).expect("an example is short");
            check(&document, &options).into_iter().flat_map(|Checked { findings, .. }| findings.list).collect()
        };
        let before = findings(&text);
        let loud = |list: &[Finding], rule: &str| {
            list.iter().filter(|other| other.rule == rule && other.severity != Severity::Info).count()
        };
        for finding in before.iter().filter(|finding| !finding.fixes.is_empty()) {
            let after = findings(&fixed(&text, finding));
            let stays = after.iter().any(|other| (other.rule, &other.message) == (finding.rule, &finding.message));
            let new = after.iter().any(|other| loud(&after, other.rule) > loud(&before, other.rule));
            if stays || new {
                wrong += &format!("\n  {} {} leaves{}", finding.rule, finding.message, shown(&after));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_rule_of_the_recipe_works_as_written() {
    let recipe = include_str!("../../docs/adding-a-rule.md");
    assert!(
        recipe.contains(include_str!("../../docs/adding-a-rule/exclamation_marks.rs")),
        "the page shows another file"
    );
    let rule = &super::recipe::RULE;
    assert!(registry().all(|known| known.id != rule.id), "{} is taken", rule.id);
    let found = |example: &Example| {
        let (text, options) = build(example.edits);
        let reports = crate::reading::read(&Source::from_text(text.clone()).expect("an example is short"));
        let shared = Shared::default();
        let mut context = RuleContext::new(&text, true, &reports[0], &options, &shared);
        context.run(rule);
        context.findings.list.len()
    };
    assert_eq!((found(&rule.bad[0]), found(&rule.good[0])), (1, 0));
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
        let document = Source::from_text(text.clone()).expect("a torn report is short");
        for checked in check(&document, &Options::default()) {
            let faults: String = checked.findings.list.iter().map(|finding| faults_of(finding, &text)).collect();
            proptest::prop_assert!(faults.is_empty(), "{}", faults);
        }
    }

    #[test]
    fn noise_is_judged_without_panic(text in "\\PC{0,200}", pieces in proptest::collection::vec(0usize..PIECES.len(), 0..60)) {
        let noise: String = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        let document = Source::from_text(format!("{text}{noise}")).expect("noise is short");
        check(&document, &Options::default());
    }
}

/// Sentences of ordinary reports, each of which comes near to breaking some rule.
const ORDINARY: &[&str] = &[
    "共收到申请的补充材料5份，均按期答复，无超期答复的情况。",
    "无上年结转申请。",
    "未收到当面提交的申请。",
    "没有因不依法履行公开义务受到责任追究的情形。",
    "申请人无正当理由逾期不补正的，不再处理其政府信息公开申请。",
    "对申请人向本机关提出的疑问，逐一当面解释。",
    "2024年，我镇将继续加大政府信息公开力度，力争再公开村级清单20条。",
    "落实《2022年政务公开工作要点》（禾政办发〔2022〕15号），公开重点领域信息。",
    "较2022年多公开信息15条。",
    "2022年，我镇公开信息215条，2023年公开信息230条。",
    "按照国务院办公厅印发的《政府信息公开信息处理费管理办法》执行收费标准。",
    "通过热线、信箱收到群众来信42件，全部办结。",
    "办理人大代表建议6件、政协提案3件，办复率100%。",
    "受理政务服务事项1386件，按期办结率100%。",
    "参加行政诉讼应诉培训2次。",
    "组织全镇干部参加政府信息公开培训3期120人次。",
    "与全县各乡镇交流经验，学习外地街道的做法。",
    "健全乡村治理信息公开制度，规范“全乡镇一张清单”的填报口径。",
    "把统一公开标准作为唯一依据，之一是事项名称，第一是时限。",
    "政务公开工作分三步走：一是梳理，二是审核，三是公布。",
    "年初制定计划，2023年年底逐项检查。",
    "2023年年度计划已经公布。",
    "微信公众号“柳溪发布”推送信息168条。",
    "开通手机APP和PDF下载，公开栏旁设置WIFI。",
    "查询网址为https://www.hechuan.gov.cn/zwgk/index.html，邮箱为lxz@hechuan.gov.cn。",
    "公开专线电话为12345，备案号为32010602010101号。",
    "公开财政预算3.5万元，占总支出的0.6%。",
    "每天上午8:30至12:00开放查阅。",
    "发布规范性文件解读9条。",
    "公布行政许可事项86项、行政处罚事项4项。",
    "截至2023年12月31日，专栏共有信息1205条。",
    "“三公”经费、惠农补贴等信息全部公开。",
    "按照公开为常态、不公开为例外的要求，做到应公开尽公开。",
    "继续做好《条例》第二十条第（一）项、第（五）项规定内容的公开。",
    "张××等人反映的问题已经答复。",
    "工作人员发现“数据引用错误”后当天更正。",
    "以下是公开的主要内容，希望对办事群众有所帮助。",
    "公开流程图、办事指南各1份，其中流程图由办公室绘制。",
    "全年公开信息230余条，其中政策类约100条、民生类约140条。",
    "公开信息90条，其中通过网站发布80条、微信公众号发布60条。",
    "培训由县政府办公室主办，邀请县司法局讲课。",
    "现将有关情况报告如下。",
    "本报告由党政综合办公室编制，抄写、校对各2次。",
    "对外出人员寄送办事提示，减少来回跑。",
    "收取卫生费、水费等情况在村务公开栏公布。",
    "深入贯彻党的二十大精神，推进政府信息公开。",
    "咨询服务台接待群众，填写咨询登记表。",
    "行政复议、行政诉讼的法律知识宣传2场。",
    "依申请公开要求写进公文办理规定，全年拟制公文320件，其中主动公开45件、依申请公开12件、不予公开263件。",
    "近三年共收到政府信息公开申请31件，其中2022年9件。",
    "三年来共办理行政许可1,086件，发送便民短信15,236条。",
    "办理人大代表建议16件、政协提案23件，其中主办12件、协办27件。",
    "收到群众留言21件，其中咨询类19件，已答复21件。",
    "收到群众来信9件（其中1件由县信访局转办），答复9件，公开5件。",
    "公开信息497条，其中文化类210条（场馆58条、活动152条），其他287条。",
    "受理低保申请412件、临时救助申请86件，均已办结并公示。",
    "根据2022年政务公开考评反馈，补充公开历史信息23条。",
    "公开2022年度部门决算信息12条。",
    "网站发布信息120条，占全县总量的12%。",
    "公开信息1208条，其中网站986条，占81.6%，公众号222条，占18.4%。",
    "没有公民通过当面、信函、网络等方式提出过信息公开的投诉。",
    "落实《禾川县政府信息公开条例实施细则》（禾政发〔2022〕8号）和《关于做好年度报告编制工作的通知》（禾政办函〔2022〕51号）。",
    "参照国办公开办函〔2019〕51号，县委办公室另行编制报告。",
    "全年公开信息36条，其中涉及民生的9条、涉农的5条、涉企的4条等。",
    "按照收费标准，对符合条件的申请依法收取信息处理费，全年没有发生。",
    "收到的政府信息公开申请中，予以公开5件、部分公开2件、不予公开1件，其余为无法提供和不予处理。",
    "坚持以公开为常态、不公开为例外，推进决策公开，无一例外。",
    "（2022）禾01行初15号案件、河东路2023号查阅点等信息全部公开。",
    "收到的政府信息公开申请中，自然人申请12件、法人或其他组织申请2件。",
];

#[test]
fn ordinary_sentences_trip_no_rule() {
    let mut wrong = String::new();
    for sentence in ORDINARY {
        let text = build(&[]).0.replace("公文拟制时", &format!("{sentence}公文拟制时"));
        let document = Source::from_text(text).expect("an example is short");
        let found: Vec<Finding> =
            check(&document, &Options::default()).into_iter().flat_map(|checked| checked.findings.list).collect();
        if !found.is_empty() {
            wrong += &format!("\n  {sentence}{}", shown(&found));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Another way to write a line.
type Manner = fn(&str) -> String;

/// Lines of prose, titles and headings with something done to each; rows of tables stay as they are.
fn rewritten(text: &str, change: Manner) -> String {
    let is_row = |line: &str| line.contains(['\t', '|']) || line.trim_end().ends_with(|c: char| c.is_ascii_digit());
    let line = |line: &str| if is_row(line) { line.to_string() } else { change(line) };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// The rules that speak, and how often.
fn voices(text: &str, options: &Options) -> BTreeMap<&'static str, usize> {
    let document = Source::from_text(text).expect("an example is short");
    let mut voices = BTreeMap::new();
    let findings = check(&document, options).into_iter().flat_map(|checked| checked.findings.list);
    findings.for_each(|finding| *voices.entry(finding.rule).or_default() += 1);
    voices
}

fn without_width(line: &str) -> String {
    line.chars().flat_map(|c| [c, '\u{200b}']).collect()
}

fn with_wide_digits(line: &str) -> String {
    let wide = |c: char| c.to_digit(10).and_then(|digit| char::from_u32('０' as u32 + digit)).unwrap_or(c);
    line.chars().map(wide).collect()
}

fn letter_spaced(line: &str) -> String {
    let chars: Vec<char> = line.chars().collect();
    let space = |index: usize, c: char| is_han(c) && chars.get(index + 1).is_some_and(|&next| is_han(next));
    chars.iter().enumerate().flat_map(|(index, &c)| [Some(c), space(index, c).then_some(' ')]).flatten().collect()
}

#[test]
fn what_a_reader_does_not_see_changes_no_finding() {
    let manners: [(&str, Manner); 3] = [
        ("characters without width", without_width),
        ("wide digits", with_wide_digits),
        ("spaces between characters", letter_spaced),
    ];
    let mut disturbed = Vec::new();
    for rule in registry() {
        for example in rule.bad.iter().chain(rule.good) {
            let (text, options) = build(example.edits);
            let plain = voices(&text, &options);
            for (manner, change) in manners {
                let other = voices(&rewritten(&text, change), &options);
                let differing = plain.keys().chain(other.keys()).filter(|rule| plain.get(*rule) != other.get(*rule));
                let differing: BTreeSet<&str> = differing.copied().collect();
                if !differing.is_empty() {
                    disturbed.push(format!("{manner}, {} {}: {differing:?}", rule.id, example.shown));
                }
            }
        }
    }
    assert!(disturbed.is_empty(), "{disturbed:#?}");
}
