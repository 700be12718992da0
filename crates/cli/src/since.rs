//! An earlier result held against this one: what was mended, what is still there, what is new.

use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use gouji::output::{EarlierFinding, FindingData, ReportData, SinceData};
use gouji::text::key;
use serde::Deserialize;
use serde_json::Deserializer;

use crate::inputs::name_of;
use crate::read::Refusal;

/// The findings of an earlier result by report.
pub struct Earlier(HashMap<Whose, Vec<EarlierFinding>>);

/// Whose report it is: the body and the year, else the file.
#[derive(PartialEq, Eq, Hash)]
enum Whose {
    Body(String, u16),
    File(String),
}

/// As much of a result as is compared: an object around all reports, or one report a line.
#[derive(Deserialize)]
struct Read {
    reports: Option<Vec<ReadReport>>,
    #[serde(flatten)]
    report: ReadReport,
}

#[derive(Deserialize)]
struct ReadReport {
    file: Option<String>,
    organization: Option<String>,
    year: Option<u16>,
    findings: Option<Vec<EarlierFinding>>,
}

impl Earlier {
    /// Reads a result that `--format json` or `--format jsonl` wrote.
    pub fn open(path: &Path) -> Result<Earlier, String> {
        let refused = |why: String| format!("上次的结果 {} 读不了：{why}", name_of(path));
        let is_file = std::fs::metadata(path).map(|metadata| metadata.is_file());
        match is_file {
            Ok(true) => {}
            Ok(false) => return Err(refused("不是文件。".to_string())),
            Err(error) => return Err(refused(Refusal::cannot_open(&error).message)),
        }
        let file = File::open(path).map_err(|error| refused(Refusal::cannot_open(&error).message))?;
        let mut earlier = HashMap::new();
        for read in Deserializer::from_reader(BufReader::new(file)).into_iter::<Read>() {
            let read = read.map_err(|error| {
                refused(format!("第{}行起不是 --format json 或 jsonl 的结果。", error.line().max(1)))
            })?;
            let reports = read.reports.unwrap_or_else(|| vec![read.report]);
            for ReadReport { file, organization, year, findings } in reports {
                let whose = whose(organization.as_deref(), year, file.as_deref());
                earlier.entry(whose).or_insert_with(Vec::new).extend(findings.unwrap_or_default());
            }
        }
        Ok(Earlier(earlier))
    }

    /// Returns what became of the earlier findings of a report.
    pub fn compared(&self, report: &ReportData) -> SinceData {
        let found = self.0.get(&whose(report.organization.as_deref(), report.year, report.file.as_deref()));
        let mut open: Vec<&EarlierFinding> = found.into_iter().flatten().collect();
        let mut is_old = vec![false; report.findings.len()];
        let dismissed: Vec<&FindingData> = report.dismissed.iter().map(|one| &one.finding).collect();
        // The closest likeness first, so that two faults of one rule are not taken for each other.
        for likeness in [is_the_same, is_of_the_same_cells, has_the_same_words] {
            let mut take = |now: &FindingData| {
                let at = open.iter().position(|earlier| likeness(earlier, now));
                at.map(|at| open.remove(at)).is_some()
            };
            for (finding, is_old) in report.findings.iter().zip(&mut is_old) {
                *is_old = *is_old || take(finding);
            }
            // What was found right since is neither mended nor new.
            for finding in &dismissed {
                take(finding);
            }
        }
        let indexes = |old: bool| (0..is_old.len()).filter(|&index| is_old[index] == old).collect();
        SinceData {
            known: found.is_some(),
            mended: open.into_iter().cloned().collect(),
            still_there: indexes(true),
            new: indexes(false),
        }
    }
}

fn whose(organization: Option<&str>, year: Option<u16>, file: Option<&str>) -> Whose {
    match (organization, year) {
        (Some(name), Some(year)) => Whose::Body(key(name), year),
        _ => Whose::File(file.unwrap_or_default().to_string()),
    }
}

fn is_the_same(earlier: &EarlierFinding, now: &FindingData) -> bool {
    is_of_the_same_cells(earlier, now) && earlier.message == now.message
}

fn is_of_the_same_cells(earlier: &EarlierFinding, now: &FindingData) -> bool {
    earlier.rule == now.rule && earlier.cells == now.cells && !now.cells.is_empty()
        || earlier.rule == now.rule
            && now.cells.is_empty()
            && earlier.cells.is_empty()
            && earlier.message == now.message
}

/// The same sentence but for its numbers.
fn has_the_same_words(earlier: &EarlierFinding, now: &FindingData) -> bool {
    let words = |message: &str| message.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    earlier.rule == now.rule && words(&earlier.message) == words(&now.message)
}
