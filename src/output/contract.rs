//! The contract: what is said of a check as data, the same for the command line, the page and the npm package; only the unit of
//! places differs. Its JSON Schema and its TypeScript are made from these types; names in it stay, new ones are added.

use std::collections::BTreeSet;
use std::fmt;

use schemars::JsonSchema;
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use super::verdict::{Gap, Verdict};
use crate::form::FORMS;
use crate::repair::Kind;
use crate::rules::{Decision, Role, Severity};
use crate::text::Number;

/// Raised when a name changes its meaning or goes; a new name does not raise it.
pub const SCHEMA: u8 = 1;

/// The unit of places: bytes for the command line, UTF-16 code units for the browser.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Offsets {
    Utf8,
    Utf16,
}

/// Everything that was checked in one go.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CheckResult")]
pub struct Output {
    pub schema: u8,
    pub offsets: Offsets,
    pub reports: Vec<ReportData>,
    pub between: Vec<BetweenData>,
    pub settings: SettingsData,
}

/// The settings a check was made with.
#[derive(Clone, Default, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "UsedSettings")]
pub struct SettingsData {
    /// The settings file, as it was given or found.
    pub file: Option<String>,
    /// The rules that were switched off.
    pub rules_off: Vec<String>,
    /// The name of the office's own profile.
    pub profile: Option<String>,
}

/// One report with what was found in it.
#[derive(Serialize, JsonSchema, Default)]
#[schemars(rename = "Report")]
pub struct ReportData {
    /// The file as it was given; None where the text came without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Why nothing could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<ErrorData>,
    /// The text that places count in, where it is not byte for byte the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// As written, joined over lines, without white space.
    pub title: Option<String>,
    pub organization: Option<String>,
    pub year: Option<u16>,
    /// The edition of the form; null when no table says.
    #[schemars(schema_with = "edition_or_null")]
    pub form: Option<&'static str>,
    /// The date under the name at the end, YYYY-MM-DD.
    pub signed: Option<String>,
    pub verdict: Verdict,
    /// Something was not checked, whatever the verdict is.
    pub gaps: bool,
    /// What was not checked, in sentences; empty when `gaps` is false.
    pub not_checked: Vec<Gap>,
    /// How many cells the user gave a value that the text does not have.
    pub differs: usize,
    pub checked: CheckedData,
    /// Always six, in order.
    pub sections: Vec<SectionData>,
    /// What is no prose of the report: its tables, and the page around it.
    pub off_prose: Vec<PlaceData>,
    /// Every cell of the form by its full name.
    pub cells: Cells,
    /// Numbers said in prose.
    pub facts: Vec<FactData>,
    /// What the numbers outside the cells were understood to be.
    pub account: AccountData,
    /// Every number's account, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numbers: Option<Vec<AccountedData>>,
    pub findings: Vec<FindingData>,
    /// Proposals for the sums that do not hold, group by group, the best of each first, at most eight of a group.
    pub repairs: Vec<RepairData>,
    /// The tables with too many faults to propose anything.
    pub beyond_repair: Vec<String>,
    /// Findings that the user looked at and found right; they are not among `findings`.
    pub dismissed: Vec<DismissedData>,
    pub unchecked: Vec<UncheckedData>,
    /// Wholes of the form with their parts: what came in, what became of it, the disputes.
    pub groups: Vec<GroupData>,
    /// What became of the findings of an earlier result, where one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<SinceData>,
    /// In lines of JSON, where there is no object around the reports, the settings of the check.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<SettingsData>,
}

/// The ids of the editions of the form.
fn edition_or_null(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let ids: BTreeSet<&str> = FORMS.iter().map(|form| form.edition.id()).collect();
    let ids: Vec<Option<&str>> = ids.into_iter().map(Some).chain([None]).collect();
    schemars::json_schema!({ "enum": ids })
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ReadError")]
pub struct ErrorData {
    pub code: String,
    pub message: String,
}

/// How much was compared.
#[derive(Serialize, JsonSchema, Default)]
#[schemars(rename = "Checked")]
pub struct CheckedData {
    pub tables: usize,
    pub cells: usize,
    pub sums: usize,
    pub facts: usize,
    pub dates: usize,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Section")]
pub struct SectionData {
    /// 1 to 6.
    pub number: u8,
    pub heading: Option<String>,
    pub found: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Place")]
pub struct PlaceData {
    pub start: usize,
    pub end: usize,
}

/// Cells by their full names, in the order of the form.
#[derive(Default)]
pub struct Cells(pub Vec<(String, CellData)>);

impl Cells {
    pub fn get(&self, name: &str) -> Option<&CellData> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, cell)| cell)
    }
}

impl Serialize for Cells {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        self.0.iter().try_for_each(|(name, cell)| map.serialize_entry(name, cell))?;
        map.end()
    }
}

impl JsonSchema for Cells {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Cells".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<std::collections::BTreeMap<String, CellData>>()
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CellStatus {
    /// Read as a number.
    Value,
    /// The cell is there and empty.
    Blank,
    /// A mark for nothing, such as / or 无.
    Placeholder,
    /// Other words.
    Text,
    /// The report has no such cell.
    Missing,
    /// Something is there, but which number belongs to this cell cannot be told.
    Uncertain,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Cell")]
pub struct CellData {
    pub status: CellStatus,
    /// The number as written, never converted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<NumberData>,
    /// As written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The unit written in the cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    /// Set by the user, not read.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub corrected: bool,
}

/// Whole numbers are written without a decimal point.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
#[serde(untagged)]
pub enum NumberData {
    Whole(i64),
    Decimal(f64),
}

impl JsonSchema for NumberData {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<f64>()
    }
}

impl fmt::Display for NumberData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NumberData::Whole(number) => number.fmt(f),
            NumberData::Decimal(number) => number.fmt(f),
        }
    }
}

impl From<Number> for NumberData {
    fn from(number: Number) -> NumberData {
        number.as_whole().map_or_else(|| NumberData::Decimal(number.as_f64()), NumberData::Whole)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub enum FactScope {
    /// The reporting body itself.
    #[serde(rename = "self")]
    Own,
    /// A wider or narrower circle.
    #[serde(rename = "other")]
    Other,
}

/// A number said in prose.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Fact")]
pub struct FactData {
    /// The cells whose sum is meant.
    pub subject: Vec<String>,
    /// A claim of none has value 0.
    pub value: i64,
    pub unit: Option<String>,
    pub year: Option<u16>,
    pub scope: FactScope,
    pub text: String,
    pub start: usize,
    pub end: usize,
}

/// How many numbers outside the cells were understood as what; the last four add up to `all`.
#[derive(Serialize, JsonSchema, Default)]
#[schemars(rename = "Account")]
pub struct AccountData {
    pub all: usize,
    /// Held against cells.
    pub checked: usize,
    /// Quantities that the tables have nothing for.
    pub beside: usize,
    /// Dates, document numbers, addresses, ordinals and the like.
    pub explained: usize,
    pub unread: Vec<UnreadData>,
}

/// A number that was not understood.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "UnreadNumber")]
pub struct UnreadData {
    pub start: usize,
    pub end: usize,
    /// The sentence it stands in.
    pub text: String,
    /// The sentence speaks of what the tables count, so the report is not checked through.
    pub matters: bool,
}

/// A number and what it was understood to be.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AccountedNumber")]
pub struct AccountedData {
    pub start: usize,
    pub end: usize,
    #[serde(rename = "as")]
    pub standing: StandingName,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cells: Option<Vec<String>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StandingName {
    Cell,
    Checked,
    Beside,
    Date,
    Period,
    DocumentNumber,
    Article,
    Address,
    Telephone,
    Ordinal,
    Heading,
    ListMark,
    Name,
    Percentage,
    Unread,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
pub struct FindingData {
    pub rule: String,
    pub severity: Severity,
    pub message: String,
    pub suggestion: String,
    pub basis: String,
    pub cells: Vec<String>,
    pub spans: Vec<SpanData>,
    /// The part of the report that is put right.
    pub part: Part,
    /// The section of that part, 1 to 6; null outside the six.
    pub section: Option<u8>,
    /// The two sides that should have agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<NumberData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right: Option<NumberData>,
    /// The terms of both sides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sum: Option<SumData>,
    pub fixes: Vec<FixData>,
    /// Passages that last year's report has as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alike: Option<Vec<AlikeData>>,
    /// The user found it right, and it stays all the same: the form's own arithmetic is no matter of judgement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<Decision>,
}

/// A proposal: the changes that make the sums of its group hold.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Repair")]
pub struct RepairData {
    pub changes: Vec<ChangeData>,
    pub kind: Kind,
    /// The findings that go away with it, by their index.
    pub settles: Vec<usize>,
    /// One sentence for a person.
    pub because: String,
    /// The facts that agree with it, by their index.
    pub supported_by: Vec<usize>,
    /// Proposals of one group mend the same fault; groups are independent.
    pub group: usize,
    /// Its place among those of its group; proposals with the same rank are equally likely.
    pub rank: usize,
    /// How many things were done wrong: a number, two cells exchanged, a row shifted or moved.
    pub acts: usize,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Change")]
pub struct ChangeData {
    pub cell: String,
    /// Null for a cell that has no number.
    pub from: Option<i64>,
    pub to: i64,
}

/// Where a finding is put right.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The report as a whole.
    Whole,
    /// Before the first section.
    Opening,
    /// One of the six sections.
    Section,
    /// After the last section.
    Closing,
    /// The attached statistics sheet.
    Statistics,
}

/// A sum that does not hold, as terms.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "WrittenSum")]
pub struct SumData {
    pub left: Vec<TermData>,
    pub right: Vec<TermData>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Term")]
pub struct TermData {
    /// The full name of the cell; null for a number that stands in no cell of this report.
    pub cell: Option<String>,
    /// What tells it from the other terms: its row in a column, its column in a row, else both.
    pub name: String,
    pub number: NumberData,
}

/// A passage of the report, and how it stands in last year's.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Alike")]
pub struct AlikeData {
    pub start: usize,
    pub end: usize,
    pub last_year: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Span")]
pub struct SpanData {
    pub start: usize,
    pub end: usize,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    pub role: Role,
}

/// An exact edit that puts a finding right.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Fix")]
pub struct FixData {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

/// A finding that the user looked at and found right.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "DismissedFinding")]
pub struct DismissedData {
    pub finding: FindingData,
    #[serde(flatten)]
    pub decision: Decision,
}

/// What could not be judged, and why.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Unchecked")]
pub struct UncheckedData {
    pub rule: String,
    pub cells: Vec<String>,
    pub reason: String,
}

/// A whole of the form with its parts.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Group")]
pub struct GroupData {
    /// `received`, `outcomes`, or the row of a dispute.
    pub id: String,
    pub name: String,
    pub parts: Vec<GroupPartData>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "GroupPart")]
pub struct GroupPartData {
    pub name: String,
    pub cells: Vec<String>,
    /// What the cells add up to; null where one of them cannot be told.
    pub count: Option<i64>,
}

/// What became of the findings of an earlier result.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Since")]
pub struct SinceData {
    /// Whether the earlier result has this report.
    pub known: bool,
    /// Earlier findings that are no longer there.
    pub mended: Vec<EarlierFinding>,
    /// By their index in `findings`.
    pub still_there: Vec<usize>,
    pub new: Vec<usize>,
}

/// As much of an earlier finding as is compared and shown.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
pub struct EarlierFinding {
    pub rule: String,
    pub message: String,
    pub cells: Vec<String>,
}

/// A disagreement between two files.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Between")]
pub struct BetweenData {
    pub rule: String,
    pub files: Vec<String>,
    pub severity: Severity,
    pub message: String,
    pub cells: Vec<String>,
}
