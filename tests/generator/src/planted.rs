//! One fault planted in each of many sound reports, every fault in turn: the rule that ought to find it finds it where it is.

use std::collections::BTreeMap;

use gouji::document::Document;
use gouji::form::{CellId, Edition, cell_named};
use gouji::output::{Verdict, verdict};
use gouji::report::Number;
use gouji::rules::{Options, Severity};
use rayon::prelude::*;

use crate::ink::Shown;
use crate::layouts::{Demand, LAYOUTS, Layout, Setting};
use crate::sound::Report;
use crate::story::Block;

/// What is done to a sound report so that a rule ought to speak.
enum Fault {
    /// That cell gets that much more.
    More(&'static str, i64),
    /// These words stand in that cell; some of the cells first get these numbers.
    Written(&'static str, &'static str),
    /// These numbers stand in these cells; the first is where the fault is seen.
    Numbers(&'static [(&'static str, i64)]),
    /// This sentence stands at the end of section one. {more} is a wrong number of applications, {before} last year.
    Sentence(&'static str),
    /// The section says only this, or is not there.
    Section(u8, Option<&'static str>),
    /// The table with that index is not there.
    NoTable(usize),
    /// The date at the end, years after the report year; none at all.
    Signed(u16, &'static str),
    Unsigned,
    Title(&'static str),
}

use Fault::{More, NoTable, Numbers, Section, Sentence, Signed, Title, Unsigned, Written};

/// A rule, the edition of the form it is about, and a fault for it.
const FAULTS: [(&str, Option<Edition>, Fault); 60] = [
    ("AR-01", None, More("requests.received.individual", 3)),
    ("AR-01", None, More("requests.carried_in.total", 2)),
    ("AR-02", None, More("requests.closed.company", 1)),
    ("AR-02", None, More("requests.granted.individual", 40)),
    ("AR-03", None, More("requests.denied_internal_affairs.total", 1)),
    ("AR-03", None, More("requests.carried_out.research", 1)),
    ("AR-05", None, More("disputes.review.total", 1)),
    ("AR-05", None, More("disputes.suit_after_review.pending", 2)),
    (
        "AR-06",
        Some(Edition::Of2021),
        Numbers(&[
            ("disclosure.normative_documents.in_force", 2),
            ("disclosure.normative_documents.issued", 7),
            ("disclosure.normative_documents.repealed", 1),
        ]),
    ),
    (
        "AR-07",
        Some(Edition::Of2021),
        Numbers(&[
            ("disclosure.normative_documents.in_force", 4),
            ("disclosure.normative_documents.issued", 4),
            ("disclosure.normative_documents.repealed", 0),
        ]),
    ),
    (
        "AR-08",
        Some(Edition::Of2019),
        Numbers(&[
            ("disclosure.normative_documents.total_published", 3),
            ("disclosure.normative_documents.published", 5),
        ]),
    ),
    (
        "AR-09",
        Some(Edition::Of2019),
        Numbers(&[("disclosure.compulsory_measures.prior_items", 0), ("disclosure.compulsory_measures.decisions", 12)]),
    ),
    ("XT-06", Some(Edition::Of2021), Numbers(&[("disclosure.rules.issued", 1), ("disclosure.rules.in_force", 2)])),
    ("CF-01", None, Written("requests.declined_repeat.individual", "-2")),
    ("CF-03", Some(Edition::Of2021), Written("disclosure.licenses.decisions", "网站9条")),
    ("CF-04", None, Written("disclosure.penalties.decisions", "9件")),
    ("CF-05", None, Written("disclosure.compulsory_measures.decisions", "/")),
    ("CF-06", None, Written("disclosure.penalties.decisions", "１２")),
    ("NT-02", None, Sentence("经统计，全年收到政府信息公开申请{more}件。")),
    ("NT-06", None, Sentence("政府信息公开申请结转下年度继续办理{more}件。")),
    ("NT-07", None, Sentence("对收到的政府信息公开申请，予以公开{more}件。")),
    ("NT-08", None, Sentence("因政府信息公开被申请行政复议{more}件。")),
    ("NT-09", None, Sentence("因政府信息公开被提起行政诉讼{more}件。")),
    ("NT-10", Some(Edition::Of2021), Sentence("全年制发行政规范性文件{more}件。")),
    ("NT-11", None, Sentence("全年作出行政处罚决定{more}件。")),
    ("NT-12", None, Sentence("公开政策文件40条，其中本镇文件30条、转发文件14条。")),
    ("NT-16", None, Sentence("组织全街道干部学习公开制度。")),
    ("TM-07", None, Sentence("{before}年，共制发文件3件，公开信息215条。")),
    ("TM-10", None, Sentence("{before}度以来，坚持定期检查。")),
    ("PV-01", None, Sentence("经办人身份证号11010519491231002X。")),
    ("PV-02", None, Sentence("咨询请拨打13900005678。")),
    ("PV-03", None, Sentence("材料发至1390000567@qq.com。")),
    ("PV-04", None, Sentence("退费账号6222020200112233446。")),
    ("PV-07", None, Sentence("公众号网址https://mp.weixin.qq.com/cgi-bin/home?token=1234。")),
    ("PV-08", None, Sentence("内网地址为10.12.3.4，供工作人员查询。")),
    ("WD-05", None, Sentence("[bookmark: _GoBack]信息按时发布。")),
    ("WD-06", None, Sentence("**重点领域**信息按时发布。")),
    ("WD-07", None, Sentence("进一步优化 workflows 流程。")),
    ("WD-08", None, Sentence("XX镇按时完成任务。")),
    ("WD-09", None, Sentence("一是抓学习；二是抓检查；二是抓整改；三是抓总结。")),
    ("WD-10", None, Sentence("信息按时发布。。")),
    ("WD-13", None, Sentence("截止{year}年12月31日，专栏共有信息1205条。")),
    ("ST-01", None, Section(5, None)),
    ("ST-01", None, Section(6, None)),
    ("ST-09", Some(Edition::Of2021), Section(1, Some("主动公开政府信息。考核、评议均已完成。"))),
    ("ST-10", None, Section(1, Some("主动公开、依申请公开、政府信息管理、平台建设、监督保障等各项工作有序开展。"))),
    ("ST-12", None, Section(5, Some("无。"))),
    ("ST-13", None, Section(5, Some("存在的主要问题是栏目更新不够及时，解读形式单一，村级公开力量薄弱。"))),
    ("ST-14", None, Section(6, Some(""))),
    ("ST-15", Some(Edition::Of2021), Section(6, Some("没有其他需要报告的事项。"))),
    ("ST-08", None, Title("政府信息公开工作总结报告")),
    ("TC-01", None, NoTable(0)),
    ("TC-01", None, NoTable(1)),
    ("TC-01", None, NoTable(2)),
    ("TM-03", None, Signed(0, "12月20日")),
    ("TM-04", None, Signed(0, "1月15日")),
    ("TM-05", None, Signed(1, "2月20日")),
    ("TM-09", None, Unsigned),
    ("NT-13", None, Sentence("经统计，全年收到政府信息公开申请{more}件；年底复核，收到政府信息公开申请99999件。")),
    ("NT-08", None, Sentence("未发生行政复议。政府信息公开被申请行政复议{more}件。")),
];

/// What ought to be named by the finding.
enum Seen {
    Cell(CellId),
    Words(String),
    Anything,
}

/// How often a fault was planted, found, missed where it ought to have been found, and once for example.
#[derive(Clone, Debug, Default)]
pub struct Count {
    pub planted: u64,
    pub found: u64,
    pub missed: u64,
    /// In layouts that lose cells: neither found nor in doubt.
    pub clean: u64,
    pub example: Option<(&'static str, u64)>,
}

/// Plants so many faults, the rules and the layouts in turn.
pub fn run(reports: u64, seed: u64) -> BTreeMap<&'static str, Count> {
    let counts = (0..reports).into_par_iter().filter_map(|number| one(number, seed));
    let mut all: BTreeMap<&'static str, Count> = BTreeMap::new();
    for (rule, count) in counts.collect::<Vec<_>>() {
        let known = all.entry(rule).or_default();
        known.planted += count.planted;
        known.found += count.found;
        known.missed += count.missed;
        known.clean += count.clean;
        known.example = known.example.or(count.example);
    }
    all
}

fn one(number: u64, seed: u64) -> Option<(&'static str, Count)> {
    let (rule, edition, fault) = &FAULTS[number as usize % FAULTS.len()];
    let shown = |layout: &&Layout| match fault {
        // Words on a line of their own cannot be told from a label.
        Written(_, text) if text.starts_with('网') => {
            layout.demand == Demand::Every && matches!(layout.setting, Setting::Html | Setting::Markdown)
        }
        Written(..) => layout.demand == Demand::Every && layout.shows_ends,
        More(..) | Numbers(_) => layout.demand != Demand::Nothing,
        // On one line there is no telling where a heading or a signature was.
        _ => layout.demand == Demand::Every && layout.setting == Setting::Lines,
    };
    let layouts: Vec<&'static Layout> = LAYOUTS.iter().filter(|layout| layout.dress.is_none()).filter(shown).collect();
    let layout = layouts[(number as usize / FAULTS.len()) % layouts.len()];
    let first = seed.wrapping_mul(1_000_000) + number * 16;
    let fits = |report: &Report| edition.is_none_or(|edition| report.form.edition == edition);
    let (at, mut report) =
        (first..first + 16).map(|seed| (seed, Report::draw(seed))).find(|(_, report)| fits(report))?;
    let seen = plant(&mut report, fault);
    let document = Document::from_text(report.text(layout)).ok()?;
    let checked = gouji::check(&document, &Options::default());
    let names = |finding: &gouji::rules::Finding| match &seen {
        Seen::Cell(cell) => finding.cells.contains(cell),
        Seen::Words(words) => finding.places.iter().any(|place| {
            let said: String = place.span.of(&document.text).chars().filter(|c| !c.is_whitespace()).collect();
            words.contains(&said) || said.contains(words)
        }),
        Seen::Anything => true,
    };
    let found =
        checked.iter().flat_map(|one| &one.findings.list).any(|finding| finding.rule == *rule && names(finding));
    let clean = checked.iter().all(|one| verdict(one) == Verdict::Clean);
    let every = layout.demand == Demand::Every;
    let failed = if every { !found } else { !found && clean };
    let count = Count {
        planted: 1,
        found: u64::from(found),
        missed: u64::from(every && !found),
        clean: u64::from(!every && !found && clean),
        example: failed.then_some((layout.id, at)),
    };
    Some((rule, count))
}

fn plant(report: &mut Report, fault: &Fault) -> Seen {
    let mut write = |name: &str, text: String| {
        let cell = cell_named(name).expect("a fault names a cell");
        if let Some(written) = report.sheet.get_mut(&cell) {
            written.text = text;
        }
        cell
    };
    match *fault {
        More(name, more) => {
            let cell = cell_named(name).expect("a fault names a cell");
            let value = match report.sheet.get(&cell).map(|written| written.shown) {
                Some(Shown::Value(number)) => number.as_whole().unwrap_or_default(),
                _ => 0,
            };
            report.sheet.insert(
                cell,
                crate::ink::Written {
                    text: (value + more).to_string(),
                    shown: Shown::Value(Number::whole(value + more)),
                },
            );
            Seen::Cell(cell)
        }
        Written(name, text) => Seen::Cell(write(name, text.to_string())),
        Numbers(numbers) => {
            let cells: Vec<CellId> = numbers.iter().map(|(name, number)| write(name, number.to_string())).collect();
            Seen::Cell(cells[0])
        }
        Sentence(words) => {
            let year = report.year;
            let words = words.replace("{more}", "777").replace("{year}", &year.to_string());
            let words = words.replace("{before}", &(year - 1).to_string());
            let end = report.blocks.iter().position(|block| matches!(block, Block::Heading(2, _)));
            report.blocks.insert(end.unwrap_or_default(), Block::Paragraph(words.clone()));
            Seen::Words(words.chars().filter(|c| !c.is_whitespace()).collect())
        }
        Section(number, words) => {
            let start = report.blocks.iter().position(|block| matches!(block, Block::Heading(n, _) if *n == number));
            let start = start.expect("a sound report has every section");
            let inner =
                report.blocks[start + 1..].iter().take_while(|block| matches!(block, Block::Paragraph(_))).count();
            let kept = usize::from(words.is_some());
            report.blocks.drain(start + kept..start + 1 + inner);
            if let Some(words) = words.filter(|words| !words.is_empty()) {
                report.blocks.insert(start + 1, Block::Paragraph(words.to_string()));
            }
            Seen::Anything
        }
        NoTable(index) => {
            report.blocks.retain(|block| !matches!(block, Block::Table(known) if *known == index));
            Seen::Anything
        }
        Signed(after, day) => {
            let signed = format!("{}年{day}", report.year + after);
            if let Some(Block::Signature(_, date)) = report.blocks.last_mut() {
                date.clone_from(&signed);
            }
            Seen::Words(signed)
        }
        Unsigned => {
            report.blocks.pop();
            Seen::Anything
        }
        Title(words) => {
            report.blocks[0] = Block::Title(vec![format!("{}{}年{words}", report.organization, report.year)]);
            Seen::Anything
        }
    }
}

/// What the rules say of so many sound reports, by rule: errors and warnings in layouts that lose nothing, with an example each.
pub fn alarms(reports: u64, seed: u64) -> BTreeMap<(&'static str, Severity), (u64, &'static str, u64, String)> {
    let layouts: Vec<&'static Layout> =
        LAYOUTS.iter().filter(|layout| layout.demand == Demand::Every && layout.dress.is_none()).collect();
    let of = |number: u64| {
        let (layout, seed) = (layouts[number as usize % layouts.len()], seed.wrapping_mul(1_000_000) + number);
        let document = Document::from_text(Report::draw(seed).text(layout)).ok()?;
        let list = gouji::check(&document, &Options::default()).into_iter().flat_map(|one| one.findings.list);
        Some(
            list.map(|finding| ((finding.rule, finding.severity), (1, layout.id, seed, finding.message.clone())))
                .collect::<Vec<_>>(),
        )
    };
    let mut all = BTreeMap::new();
    for (key, alarm) in (0..reports).into_par_iter().filter_map(of).flatten().collect::<Vec<_>>() {
        all.entry(key).and_modify(|known: &mut (u64, &'static str, u64, String)| known.0 += 1).or_insert(alarm);
    }
    all
}
