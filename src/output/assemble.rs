//! A check put together as the contract has it.

use super::contract::*;
use super::groups::groups;
use super::places::Places;
use super::verdict::{Gap, GapKind, State, Verdict, gaps};
use crate::Checked;
use crate::form::{CellId, TableId, cell_name, locate, row_name};
use crate::repair::{Change, Repair};
use crate::report::{AccountedNumber, Cell, Content, Explanation, Fact, Report, Scope, Section, Standing};
use crate::rules::{Decision, Finding, OWN_GROUND, Options, Personal, Term};
use crate::text::{Source, SourceError, TextRange};

impl Output {
    pub fn new(offsets: Offsets, reports: Vec<ReportData>, settings: SettingsData) -> Output {
        Output { schema: SCHEMA, offsets, reports, between: Vec::new(), settings }
    }
}

/// Says once more, with the names of both files, what was found against last year's report.
pub fn between<'a>(previous: &'a str, report: &'a ReportData) -> impl Iterator<Item = BetweenData> + 'a {
    report.findings.iter().filter(|finding| finding.rule.starts_with("CY-")).map(move |finding| BetweenData {
        rule: finding.rule.clone(),
        files: [previous.to_string()].into_iter().chain(report.file.clone()).collect(),
        severity: finding.severity,
        message: finding.message.clone(),
        cells: finding.cells.clone(),
    })
}

impl SettingsData {
    /// Returns what is said of the settings; `file` is the settings file, where one was used.
    pub fn of(options: &Options, file: Option<String>) -> SettingsData {
        let rules_off = options.switched_off().into_iter().map(str::to_string).collect();
        let profile = options.profile.as_ref();
        let profile = profile.map(|profile| profile.name.clone().unwrap_or_else(|| OWN_GROUND.to_string()));
        SettingsData { file, rules_off, profile }
    }

    /// Returns the sentences about the settings; empty where there is nothing to say.
    pub fn in_words(&self) -> String {
        let file = self.file.iter().map(|file| format!("使用了设置文件 {file}。"));
        let profile = self.profile.iter().map(|name| format!("使用了“{name}”的设置。"));
        let off = (!self.rules_off.is_empty()).then(|| format!("关闭的规则：{}。", self.rules_off.join("、")));
        file.chain(profile).chain(off).collect()
    }
}

/// A file of which nothing could be read.
pub fn unreadable_file(file: Option<String>, code: &str, message: String) -> ReportData {
    let error = ErrorData { code: code.to_string(), message };
    ReportData { file, error: Some(error), gaps: true, ..ReportData::default() }
}

impl ReportData {
    pub fn of_error(file: Option<String>, error: SourceError) -> ReportData {
        unreadable_file(file, error.code(), error.to_string())
    }

    pub fn of(file: Option<String>, document: &Source, checked: &Checked, places: &Places) -> ReportData {
        let report = &checked.report;
        let text = &document.text;
        let finding = |finding: &Finding| finding_data(finding, report, places);
        let gaps = gaps(checked);
        let mut findings: Vec<FindingData> = checked.findings.list.iter().map(finding).collect();
        for kept in &checked.kept {
            findings[kept.index].kept = Some(kept.decision.clone());
        }
        ReportData {
            file,
            error: None,
            text: (!document.as_given).then(|| text.clone()),
            title: report.title.as_ref().map(|title| title.text.clone()),
            organization: report.organization.as_ref().map(|name| name.text.clone()),
            year: report.year,
            form: report.form.map(|form| form.edition.id()),
            signed: report.signature.as_ref().map(|signature| signature.date.to_string()),
            verdict: State::of(checked, &gaps).verdict(),
            gaps: !gaps.is_empty(),
            not_checked: gaps,
            differs: checked.differs,
            checked: amount(checked),
            sections: report.sections.iter().map(|section| section_data(section, text, places)).collect(),
            off_prose: report.off_prose().iter().map(|span| place_data(*span, places)).collect(),
            cells: Cells(
                report.cells.iter().map(|(id, cell)| (id.to_string(), cell_data(cell, text, places))).collect(),
            ),
            facts: report.facts.iter().map(|fact| fact_data(fact, text, places)).collect(),
            account: account_data(report, text, places),
            numbers: None,
            findings,
            repairs: checked.repairs.list.iter().map(repair_data).collect(),
            beyond_repair: checked.repairs.beyond.iter().map(|table| table.id().to_string()).collect(),
            dismissed: checked
                .dismissed
                .iter()
                .map(|one| DismissedData { finding: finding(&one.finding), decision: one.decision.clone() })
                .collect(),
            unchecked: checked
                .findings
                .unchecked
                .iter()
                .map(|item| UncheckedData {
                    rule: item.rule.to_string(),
                    cells: names(&item.cells),
                    reason: item.reason.clone(),
                })
                .collect(),
            groups: groups(report),
            since: None,
            settings: None,
        }
    }

    /// Says of a report what kept it from being compared with something outside it.
    pub fn add_unchecked(&mut self, rule: &str, reason: String) {
        self.gaps = true;
        self.not_checked.push(Gap { kind: GapKind::NotCompared, count: 1, message: reason.clone() });
        self.unchecked.push(UncheckedData { rule: rule.to_string(), cells: Vec::new(), reason });
        if matches!(self.verdict, Verdict::Clean | Verdict::Settled) {
            self.verdict = Verdict::Incomplete;
        }
    }

    /// With the account of every single number.
    pub fn with_numbers(mut self, report: &Report, places: &Places) -> ReportData {
        self.numbers = Some(report.account.numbers.iter().map(|number| accounted_data(number, places)).collect());
        self
    }
}

fn place_data(span: TextRange, places: &Places) -> PlaceData {
    PlaceData { start: places.offset(span.start), end: places.offset(span.end) }
}

/// Returns how much was compared.
pub fn amount(checked: &Checked) -> CheckedData {
    let read = |cell: &&Cell| !matches!(cell.content, Content::Missing | Content::Uncertain);
    CheckedData {
        tables: checked.report.tables.len(),
        cells: checked.report.cells.values().filter(read).count(),
        sums: checked.findings.tally.sums,
        facts: checked.findings.tally.facts,
        dates: checked.findings.tally.dates,
    }
}

fn names(cells: &[CellId]) -> Vec<String> {
    cells.iter().map(CellId::to_string).collect()
}

fn section_data(section: &Section, text: &str, places: &Places) -> SectionData {
    let found = section.heading.as_ref();
    SectionData {
        number: section.number,
        heading: found.map(|heading| heading.span.of(text).to_string()),
        found: found.is_some(),
        start: found.map(|_| places.offset(section.span.start)),
        end: found.map(|_| places.offset(section.span.end)),
    }
}

fn cell_data(cell: &Cell, text: &str, places: &Places) -> CellData {
    CellData {
        status: match cell.content {
            Content::Value(_) => CellStatus::Value,
            Content::Blank => CellStatus::Blank,
            Content::Placeholder => CellStatus::Placeholder,
            Content::Text => CellStatus::Text,
            Content::Missing => CellStatus::Missing,
            Content::Uncertain => CellStatus::Uncertain,
        },
        value: cell.value().map(NumberData::from),
        text: cell.place.map(|span| span.of(text).trim().to_string()),
        unit: cell.unit.clone(),
        start: cell.place.map(|span| places.offset(span.start)),
        end: cell.place.map(|span| places.offset(span.end)),
        corrected: cell.corrected,
    }
}

fn repair_data(repair: &Repair) -> RepairData {
    let change = |change: &Change| ChangeData { cell: change.cell.to_string(), from: change.from, to: change.to };
    RepairData {
        changes: repair.changes.iter().map(change).collect(),
        kind: repair.kind,
        settles: repair.settles.clone(),
        because: repair.because.clone(),
        supported_by: repair.supported_by.clone(),
        group: repair.group,
        rank: repair.rank,
        acts: repair.acts,
    }
}

fn fact_data(fact: &Fact, text: &str, places: &Places) -> FactData {
    FactData {
        subject: names(&fact.kind.cells()),
        value: fact.value,
        unit: fact.unit.clone(),
        year: fact.year,
        scope: match fact.scope {
            Scope::Own => FactScope::Own,
            Scope::Other => FactScope::Other,
        },
        text: fact.span.of(text).to_string(),
        start: places.offset(fact.span.start),
        end: places.offset(fact.span.end),
    }
}

fn account_data(report: &Report, text: &str, places: &Places) -> AccountData {
    let counts = report.account.counts();
    let unread = |number: &AccountedNumber| UnreadData {
        start: places.offset(number.span.start),
        end: places.offset(number.span.end),
        text: report.sentence_of(number, text),
        matters: number.standing == Standing::Unread { matters: true },
    };
    AccountData {
        all: counts.all,
        checked: counts.checked,
        beside: counts.beside,
        explained: counts.explained,
        unread: report.account.unread().map(unread).collect(),
    }
}

fn accounted_data(number: &AccountedNumber, places: &Places) -> AccountedData {
    let (standing, cells) = match &number.standing {
        Standing::Cell(cell) => (StandingName::Cell, Some(names(&[*cell]))),
        Standing::Checked(cells) => (StandingName::Checked, Some(names(cells))),
        Standing::Beside => (StandingName::Beside, None),
        Standing::Explained(explanation) => (explanation_name(*explanation), None),
        Standing::Unread { .. } => (StandingName::Unread, None),
    };
    AccountedData { start: places.offset(number.span.start), end: places.offset(number.span.end), standing, cells }
}

fn explanation_name(explanation: Explanation) -> StandingName {
    match explanation {
        Explanation::Date => StandingName::Date,
        Explanation::Period => StandingName::Period,
        Explanation::DocumentNumber => StandingName::DocumentNumber,
        Explanation::Article => StandingName::Article,
        Explanation::Address => StandingName::Address,
        Explanation::Telephone => StandingName::Telephone,
        Explanation::Ordinal => StandingName::Ordinal,
        Explanation::Heading => StandingName::Heading,
        Explanation::ListMark => StandingName::ListMark,
        Explanation::Name => StandingName::Name,
        Explanation::Percentage => StandingName::Percentage,
    }
}

fn finding_data(finding: &Finding, report: &Report, places: &Places) -> FindingData {
    let (part, section) = part_of(finding, report);
    let range = |span: TextRange| (places.offset(span.start), places.offset(span.end));
    FindingData {
        rule: finding.rule.to_string(),
        severity: finding.severity,
        message: finding.message.clone(),
        suggestion: finding.suggestion.clone(),
        basis: finding.basis.to_string(),
        cells: names(&finding.cells),
        spans: finding
            .places
            .iter()
            .map(|place| {
                let (line, column) = places.line_and_column(place.span.start);
                let (start, end) = range(place.span);
                SpanData { start, end, line, column, role: place.role }
            })
            .collect(),
        part,
        section,
        left: finding.sides.map(|(left, _)| left.into()),
        right: finding.sides.map(|(_, right)| right.into()),
        sum: finding.sum.as_ref().map(|(left, right)| sum_data(left, right)),
        fixes: finding
            .fixes
            .iter()
            .map(|fix| {
                let (start, end) = range(fix.span);
                FixData { start, end, text: fix.text.clone() }
            })
            .collect(),
        alike: (!finding.alike.is_empty()).then(|| {
            let alike = finding.alike.iter().map(|alike| {
                let (start, end) = range(alike.span);
                AlikeData { start, end, last_year: alike.last_year.clone() }
            });
            alike.collect()
        }),
        kept: None,
    }
}

/// Where a finding is put right: what is said in prose where it is said, what stands in a table in the table's section.
fn part_of(finding: &Finding, report: &Report) -> (Part, Option<u8>) {
    let place = finding.places.first().map(|place| place.span);
    let is_said = place.is_some_and(|place| report.facts.iter().any(|fact| fact.span.overlaps(place)));
    match finding.cells.first().filter(|_| !is_said).map(|&cell| TableId::of(cell)) {
        Some(TableId::Statistics) => return (Part::Statistics, None),
        Some(table) => return (Part::Section, Some(table.section())),
        None => {}
    }
    let found = || report.sections.iter().filter(|section| section.heading.is_some());
    let Some(place) = place.filter(|_| found().next().is_some()) else { return (Part::Whole, None) };
    match found().find(|section| section.span.contains(place.start)) {
        Some(section) => (Part::Section, Some(section.number)),
        None if found().all(|section| place.start < section.span.start) => (Part::Opening, None),
        None => (Part::Closing, None),
    }
}

/// The terms of a sum, each with the name that tells it from the others.
fn sum_data(left: &[Term], right: &[Term]) -> SumData {
    let cells: Vec<CellId> = left.iter().chain(right).filter_map(|term| term.cell).collect();
    let one_row = cells.iter().all(|cell| cell.row == cells[0].row);
    let one_column = cells.iter().all(|cell| cell.column == cells[0].column);
    let name = |cell: CellId| match locate(cell) {
        Some((_, column)) if one_row && cells.len() > 1 && !column.label.is_empty() => column.label.to_string(),
        Some((row, _)) if one_column => row_name(row),
        _ => cell_name(cell),
    };
    let terms = |terms: &[Term]| {
        let term = |term: &Term| TermData {
            cell: term.cell.map(|cell| cell.to_string()),
            name: term.cell.map_or_else(|| term.name.to_string(), name),
            number: term.number.into(),
        };
        terms.iter().map(term).collect()
    };
    SumData { left: terms(left), right: terms(right) }
}

impl ReportData {
    /// Without the personal data that was found, for output that is handed on. Places stay where they are.
    pub fn masked(mut self, document: &Source, checked: &Checked) -> ReportData {
        let personal = checked.personal(&document.text);
        let star_out = |text: &mut String| personal.star_out(text);
        self.text = self.text.map(|text| checked.masked(text));
        let headings = self.sections.iter_mut().filter_map(|section| section.heading.as_mut());
        let facts = self.facts.iter_mut().map(|fact| &mut fact.text);
        let unread = self.account.unread.iter_mut().map(|number| &mut number.text);
        let dismissed = self.dismissed.iter_mut().map(|one| &mut one.decision);
        let kept = self.findings.iter_mut().filter_map(|finding| finding.kept.as_mut());
        let reasons = dismissed.chain(kept).map(|Decision { reason, .. }| reason);
        let texts = self.title.iter_mut().chain(self.organization.as_mut());
        texts.chain(headings).chain(facts).chain(unread).chain(reasons).for_each(star_out);
        for (_, cell) in &mut self.cells.0 {
            let Some(text) = cell.text.as_mut() else { continue };
            let length = text.len();
            star_out(text);
            cell.value = cell.value.take().filter(|_| text.len() == length);
        }
        for finding in self.findings.iter_mut().chain(self.dismissed.iter_mut().map(|one| &mut one.finding)) {
            mask_numbers(finding, &personal);
            star_out(&mut finding.suggestion);
            finding.fixes.retain(|fix| !personal.stands_in(&fix.text));
        }
        let is_personal = |number: i64| personal.is(&number.to_string());
        for part in self.groups.iter_mut().flat_map(|group| &mut group.parts) {
            part.count = part.count.filter(|&count| !is_personal(count));
        }
        // A number that has to be hidden is no number of the form; a proposal about it would repeat it.
        self.repairs.retain(|repair| {
            let numbers = repair.changes.iter().flat_map(|change| change.from.into_iter().chain([change.to]));
            !numbers.into_iter().any(is_personal) && !personal.stands_in(&repair.because)
        });
        self
    }
}

/// Takes out the two sides of a finding where a number in them is personal.
fn mask_numbers(finding: &mut FindingData, personal: &Personal) {
    let is_personal = |number: &NumberData| personal.is(&number.to_string());
    for side in [&mut finding.left, &mut finding.right] {
        *side = side.take().filter(|number| !is_personal(number));
    }
    let holds_personal = |sum: &SumData| sum.left.iter().chain(&sum.right).any(|term| is_personal(&term.number));
    finding.sum = finding.sum.take().filter(|sum| !holds_personal(sum));
}

impl Checked {
    /// Every finding, open or dismissed.
    fn all(&self) -> impl Iterator<Item = &Finding> {
        self.findings.list.iter().chain(self.dismissed.iter().map(|one| &one.finding))
    }

    /// Returns the personal data that was found, as it is written.
    pub fn personal(&self, text: &str) -> Personal {
        Personal::of(text, self.all())
    }

    /// Returns the text with personal data (rules PV) starred out, as long as the text itself: what is shown to others is no place to
    /// repeat a phone number.
    pub fn masked(&self, text: String) -> String {
        const KEPT: usize = 3;
        let hidden = |span: TextRange| {
            let from = span.of(&text).char_indices().nth(KEPT).map_or(span.end, |(offset, _)| span.start + offset);
            from..span.end
        };
        let findings = self.all().filter(|finding| finding.rule.starts_with("PV-"));
        let places: Vec<_> = findings.flat_map(|finding| &finding.places).map(|place| hidden(place.span)).collect();
        let mut bytes = text.into_bytes();
        for place in places {
            if let Some(place) = bytes.get_mut(place) {
                place.fill(b'*');
            }
        }
        String::from_utf8(bytes).unwrap_or_default()
    }
}
