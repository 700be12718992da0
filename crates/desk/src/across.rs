//! What is to be said across bodies: reports that stand there twice or not at all, texts taken over, numbers unlike all others.
//! Only what hardly has another cause is said, and each note is a question.

use std::collections::{BTreeMap, HashMap, HashSet};

use gouji::form::{self, FORMS};
use gouji::report::is_same_body;
use gouji::text::{Number, key};
use serde::Serialize;

use crate::alike::{self, Alike};
use crate::report::Report;

/// Something to be looked at, with the reports that it is about.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Note {
    pub kind: NoteKind,
    /// By their index among the reports that were given.
    pub reports: Vec<usize>,
    pub message: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// Two reports of one body and year.
    Twice,
    /// A year of its own among all others.
    WrongYear,
    /// On the list of bodies, without a report.
    Missing,
    /// A report of a body that is not on the list.
    NotListed,
    /// The same telephone number in reports of many bodies.
    Telephone,
    /// Passages that another body's report has as well.
    Alike,
    /// A number many times that of all bodies of the level.
    Outlier,
}

/// Reports with a year of their own are wrong where at least so many others agree.
const MANY: usize = 5;
/// So many bodies do not share a telephone by chance of one building.
const SHARED_TELEPHONE: usize = 3;
/// An outlier is at least that large, and so many times the next.
const LARGE: i64 = 100;
const TIMES: i64 = 10;
/// Bodies of a level before one of them can stand out.
const ENOUGH_OF_A_LEVEL: usize = 8;

/// Returns what is to be said of all reports together; `list` names the bodies that should have one, and what is `prescribed` in
/// their texts is no copy of another's.
pub fn across(reports: &[Report], list: &[String], prescribed: &[String]) -> Vec<Note> {
    let mut notes = twice(reports);
    notes.extend(wrong_year(reports));
    notes.extend(listed(reports, list));
    notes.extend(telephones(reports));
    notes.extend(alike(reports, prescribed));
    notes.extend(outliers(reports));
    notes
}

fn twice(reports: &[Report]) -> Vec<Note> {
    let mut known: BTreeMap<(String, u16), Vec<usize>> = BTreeMap::new();
    for (index, report) in reports.iter().enumerate() {
        if let (Some(name), Some(year)) = (&report.organization, report.year) {
            known.entry((key(name), year)).or_default().push(index);
        }
    }
    let several = known.into_values().filter(|all| all.len() > 1);
    let note = several.map(|all| {
        let (first, last) = (&reports[all[0]], &reports[all[all.len() - 1]]);
        let differs = all.iter().any(|&index| reports[index].cells != first.cells);
        let what =
            if differs { "表里的数不同，请核实用哪一份" } else { "表里的数相同，请只留一份" };
        let year = first.year.unwrap_or_default();
        let message =
            format!("{}{year}年的报告有{}份（{}、{}），{what}。", first.name(), all.len(), first.file, last.file);
        Note { kind: NoteKind::Twice, reports: all, message }
    });
    note.collect()
}

fn wrong_year(reports: &[Report]) -> Vec<Note> {
    let mut counts: HashMap<u16, usize> = HashMap::new();
    reports.iter().filter_map(|report| report.year).for_each(|year| *counts.entry(year).or_default() += 1);
    let Some((&common, &count)) = counts.iter().max_by_key(|&(year, count)| (*count, *year)) else { return Vec::new() };
    let is_alone = |year: u16| year != common && counts.get(&year) == Some(&1) && count >= MANY;
    let has_common = |report: &Report| {
        reports.iter().any(|other| other.year == Some(common) && other.organization == report.organization)
    };
    let of = |(index, report): (usize, &Report)| {
        let year = report.year.filter(|year| is_alone(*year)).filter(|_| !has_common(report))?;
        let message = format!(
            "{}（{}）的年度是{year}，其他报告多是{common}年，请核实是不是放错了年度。",
            report.name(),
            report.file
        );
        Some(Note { kind: NoteKind::WrongYear, reports: vec![index], message })
    };
    reports.iter().enumerate().filter_map(of).collect()
}

fn listed(reports: &[Report], list: &[String]) -> Vec<Note> {
    let names: Vec<&str> = list.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let is_of = |report: &Report, name: &str| report.organization.as_deref().is_some_and(|own| is_same_body(own, name));
    let missing = names.iter().filter(|name| !reports.iter().any(|report| is_of(report, name))).map(|name| Note {
        kind: NoteKind::Missing,
        reports: Vec::new(),
        message: format!("名单上的{name}没有报告，请催报。"),
    });
    let others = reports.iter().enumerate().filter(|(_, report)| !names.iter().any(|name| is_of(report, name)));
    let others = others.map(|(index, report)| Note {
        kind: NoteKind::NotListed,
        reports: vec![index],
        message: format!("{}（{}）不在名单上，请核实单位名称或名单。", report.name(), report.file),
    });
    missing.chain(others).collect()
}

fn telephones(reports: &[Report]) -> Vec<Note> {
    let mut seen: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, report) in reports.iter().enumerate() {
        for number in numbers_with_area(&report.text) {
            let all = seen.entry(number).or_default();
            let is_new = all.iter().all(|&other| reports[other].organization != report.organization);
            if is_new {
                all.push(index);
            }
        }
    }
    let shared = seen.into_iter().filter(|(_, all)| all.len() >= SHARED_TELEPHONE);
    let note = shared.map(|(number, all)| Note {
        kind: NoteKind::Telephone,
        message: format!(
            "{}等{}个单位的报告写的是同一个电话{number}，请核实是统一的电话，还是照抄没有改。",
            reports[all[0]].name(),
            all.len()
        ),
        reports: all,
    });
    note.collect()
}

/// Telephone numbers with their area code, as digits: 0555-1234567.
fn numbers_with_area(text: &str) -> HashSet<String> {
    let runs = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '-' | '－' | '—'));
    let number = |run: &str| {
        let mut parts = run.split(['-', '－', '—']).filter(|part| !part.is_empty());
        let (area, local) = (parts.next()?, parts.next()?);
        let is_number = area.starts_with('0') && (3..=4).contains(&area.len()) && (7..=8).contains(&local.len());
        is_number.then(|| format!("{area}-{local}"))
    };
    runs.filter_map(number).collect()
}

fn alike(reports: &[Report], prescribed: &[String]) -> Vec<Note> {
    let note = |Alike { first, second, characters, passage }: Alike| Note {
        kind: NoteKind::Alike,
        reports: vec![first, second],
        message: format!(
            "{}与{}的报告约有{characters}字相同，例如“{passage}”，请核实是否照抄。",
            reports[first].name(),
            reports[second].name()
        ),
    };
    alike::alike(reports, prescribed).into_iter().map(note).collect()
}

fn outliers(reports: &[Report]) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut of_level: BTreeMap<(Option<u16>, Option<&str>), Vec<usize>> = BTreeMap::new();
    for (index, report) in reports.iter().enumerate() {
        let Some(level) = report.level() else { continue };
        let id = gouji::report::Level::ALL.iter().find(|(one, _)| *one == level).map(|(_, id)| *id);
        of_level.entry((report.year, id)).or_default().push(index);
    }
    let cells: Vec<form::CellId> =
        FORMS[0].cells().filter(|cell| cell.column == "total" || cell.row.starts_with("disclosure")).collect();
    for all in of_level.into_values().filter(|all| all.len() >= ENOUGH_OF_A_LEVEL) {
        for &cell in &cells {
            let mut numbers: Vec<(Number, usize)> =
                all.iter().filter_map(|&index| Some((reports[index].number(cell)?, index))).collect();
            numbers.sort_unstable_by(|a, b| b.cmp(a));
            let [(largest, index), (next, _), ..] = numbers[..] else { continue };
            let (Some(large), Some(small)) = (largest.in_decimals(6), next.in_decimals(6)) else { continue };
            if large >= LARGE * 1_000_000 && small > 0 && large / TIMES >= small {
                notes.push(Note {
                    kind: NoteKind::Outlier,
                    reports: vec![index],
                    message: format!(
                        "{}的“{}”是{largest}，同级单位里其次的是{next}，请核实是否多写了数位。",
                        reports[index].name(),
                        form::cell_name(cell)
                    ),
                });
            }
        }
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Cell;

    const OWN: [&str; 6] = [
        "一年来本单位围绕农田灌溉和河道清淤两项重点工作主动公开资金安排与施工进度并在村部张贴公示",
        "全年组织窗口人员学习保密审查流程三次把依申请公开的登记答复归档环节逐一落实到人",
        "针对往年栏目更新不及时的情况安排专人每周巡查门户网站发现错链及时修复并记入台账",
        "下一步将把群众关心的低保救助养老服务等事项列成清单公开并接受社区居民评议监督",
        "受理群众咨询以电话和现场为主均在当日答复并把常见问题整理成册放在大厅取阅",
        "会同司法所对规范性文件开展一次全面清理废止与上位法不一致的文件并向社会公布结果",
    ];

    fn report(name: &str, text: &str) -> Report {
        let organization = Some(name.to_string());
        Report {
            file: format!("{name}.txt"),
            organization,
            year: Some(2024),
            text: text.to_string(),
            ..Report::default()
        }
    }

    fn said(reports: &[Report], list: &[&str]) -> Vec<(NoteKind, String)> {
        let list: Vec<String> = list.iter().map(ToString::to_string).collect();
        across(reports, &list, &[]).into_iter().map(|note| (note.kind, note.message)).collect()
    }

    #[test]
    fn sound_reports_give_nothing() {
        let names = ["柳溪镇", "石桥乡", "水利局", "教育局", "民政局", "财政局"];
        let reports: Vec<Report> = names.iter().zip(OWN).map(|(name, text)| report(name, text)).collect();
        assert_eq!(said(&reports, &names), []);
    }

    #[test]
    fn a_passage_that_two_have_is_found_and_one_that_all_have_is_not() {
        let common =
            "根据中华人民共和国政府信息公开条例和上级有关通知要求编制本报告现予公布欢迎社会各界监督并提出意见建议";
        let names = ["柳溪镇", "石桥乡", "水利局", "教育局", "民政局"];
        let mut reports: Vec<Report> =
            names.iter().zip(OWN).map(|(name, text)| report(name, &format!("{common}\n{text}。\n"))).collect();
        assert_eq!(said(&reports, &[]), []);
        let copied = format!("{}12件\n{}\n{}\n", OWN[1], OWN[2], OWN[4]);
        reports.push(report("石河街道", &copied));
        reports.push(report("农业局", &copied.replace("12", "7")));
        let notes = said(&reports, &[]);
        assert!(
            notes.iter().any(|(kind, message)| *kind == NoteKind::Alike && message.contains("石河街道与农业局")),
            "{notes:?}"
        );
    }

    #[test]
    fn a_prescribed_sentence_is_no_copy() {
        let common = "根据县政府办公室的统一要求对照年度重点任务清单逐项检查落实情况并按期报送办理结果同时在门户网站集中公布接受群众监督";
        let notice =
            format!("{common}，由XX县政务公开办汇总后统一在门户网站设置专栏展示并长期保留以便群众查询和下载使用。");
        let said_by = |town: &str| notice.replace("XX", town) + OWN[3];
        let reports = [report("柳溪镇", &said_by("禾川")), report("石桥乡", &said_by("禾川").replace(OWN[3], OWN[4]))];
        let kinds = |prescribed: &[String]| across(&reports, &[], prescribed).len();
        assert_eq!((kinds(&[]), kinds(std::slice::from_ref(&notice))), (1, 0));
    }

    #[test]
    fn what_is_twice_missing_or_unlisted_is_named() {
        let mut reports: Vec<Report> = ["柳溪镇", "石桥乡", "水利局"].map(|name| report(name, "")).to_vec();
        reports.push(report("柳溪镇", ""));
        let cell = form::cell_named("requests.received.total").expect("a cell");
        reports[3].cells.insert(cell, Cell::Value(Number::whole(3)));
        let notes = said(&reports, &["禾川县柳溪镇人民政府", "石桥乡", "教育局"]);
        let kinds: Vec<NoteKind> = notes.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, [NoteKind::Twice, NoteKind::Missing, NoteKind::NotListed], "{notes:?}");
        assert!(notes[0].1.contains("数不同") && notes[1].1.contains("教育局") && notes[2].1.contains("水利局"));
    }

    #[test]
    fn a_year_of_its_own_and_a_shared_telephone_are_questions() {
        let names = ["柳溪镇", "石桥乡", "水利局", "教育局", "民政局", "财政局"];
        let mut reports: Vec<Report> = names.map(|name| report(name, "")).to_vec();
        reports[5].year = Some(2023);
        for (index, report) in reports.iter_mut().enumerate() {
            report.text = format!("联系电话：{}", if index < 3 { "0555-1234567" } else { "0555-765432" });
        }
        let kinds: Vec<NoteKind> = said(&reports, &[]).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [NoteKind::WrongYear, NoteKind::Telephone]);
        // Two years of each body are two batches, none of them wrong.
        let both: Vec<Report> = reports
            .iter()
            .flat_map(|one| [2023, 2024].map(|year| Report { year: Some(year), ..one.clone() }))
            .collect();
        assert!(!said(&both, &[]).iter().any(|(kind, _)| *kind == NoteKind::WrongYear));
    }

    #[test]
    fn a_number_many_times_that_of_all_others_is_a_question() {
        let cell = form::cell_named("requests.received.total").expect("a cell");
        let number = |index: i64| if index == 4 { 1_200 } else { 12 + index };
        let reports: Vec<Report> = (0..9)
            .map(|index| {
                let mut one = report(&format!("第{index}镇"), "");
                one.cells.insert(cell, Cell::Value(Number::whole(number(index))));
                one
            })
            .collect();
        let notes = said(&reports, &[]);
        assert!(matches!(&notes[..], [(NoteKind::Outlier, message)] if message.contains("1200")), "{notes:?}");
    }
}
