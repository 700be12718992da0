//! What a report says: plain data between the reading and the rules. Nothing here judges.

use std::cmp::Ordering;
use std::fmt;

use crate::form::{CellId, Edition, Form, TableId, official};
use crate::sorted::{SortedMap, sort_by_key};

/// A half-open range of bytes in the document's text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Span {
        Span { start, end }
    }

    /// The characters of `text` at this place; empty where the place does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    pub fn contains(self, position: usize) -> bool {
        self.start <= position && position < self.end
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Puts places in the order of the text, of two that begin together the shorter first.
    pub fn sort(places: &mut [Span]) {
        sort_by_key(places, |place| (place.start, place.end));
    }

    /// The smallest place that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A number exactly as written: `mantissa` divided by ten to the power of `decimals`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Number {
    mantissa: i64,
    decimals: u8,
}

impl Number {
    pub const ZERO: Number = Number::whole(0);

    pub const fn whole(value: i64) -> Number {
        Number { mantissa: value, decimals: 0 }
    }

    /// A number with decimals, trailing zeros dropped; None when it has more digits than can be kept exactly.
    pub fn decimal(mantissa: i64, decimals: u8) -> Option<Number> {
        let mut number = Number { mantissa, decimals };
        while number.decimals > 0 && number.mantissa % 10 == 0 {
            number.mantissa /= 10;
            number.decimals -= 1;
        }
        (number.decimals <= 6 && number.mantissa.abs() < 1_000_000_000_000_000).then_some(number)
    }

    pub fn is_whole(self) -> bool {
        self.decimals == 0
    }

    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// The value when it is whole.
    pub fn as_whole(self) -> Option<i64> {
        self.is_whole().then_some(self.mantissa)
    }

    /// A number in ASCII digits, with or without decimals.
    pub fn parse(written: &str) -> Option<Number> {
        let (whole, decimals) = written.split_once('.').unwrap_or((written, ""));
        let mut mantissa: i64 = 0;
        for digit in whole.bytes().chain(decimals.bytes()) {
            let digit = i64::from(digit.wrapping_sub(b'0'));
            mantissa = mantissa.checked_mul(10)?.checked_add(digit).filter(|_| digit < 10)?;
        }
        Number::decimal(mantissa, u8::try_from(decimals.len()).ok().filter(|_| !whole.is_empty())?)
    }

    /// Ten thousand times as much: from 万元 to 元.
    pub fn times_ten_thousand(self) -> Option<Number> {
        let missing = 4u8.saturating_sub(self.decimals);
        Number::decimal(self.mantissa.checked_mul(10i64.pow(u32::from(missing)))?, self.decimals.saturating_sub(4))
    }

    /// From 万元 to 亿元, cut to one decimal.
    pub fn in_hundred_millions(self) -> Number {
        Number::decimal(self.parts().0 / 1_000, 1).unwrap_or(self)
    }

    /// The number of units of that many decimals: 1.5 is 150 of two decimals; None where some would be cut off.
    pub fn in_decimals(self, decimals: u8) -> Option<i64> {
        self.mantissa.checked_mul(10i64.checked_pow(u32::from(decimals.checked_sub(self.decimals)?))?)
    }

    /// The part before the decimal point, and the rest in millionths.
    fn parts(self) -> (i64, i64) {
        let scale = 10i64.pow(u32::from(self.decimals));
        (self.mantissa / scale, self.mantissa % scale * (1_000_000 / scale))
    }

    pub fn as_f64(self) -> f64 {
        self.mantissa as f64 / 10f64.powi(i32::from(self.decimals))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Number) -> Ordering {
        self.parts().cmp(&other.parts())
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.decimals == 0 {
            return write!(f, "{}", self.mantissa);
        }
        let scale = 10i64.pow(u32::from(self.decimals));
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let magnitude = self.mantissa.abs();
        write!(f, "{sign}{}.{:0width$}", magnitude / scale, magnitude % scale, width = usize::from(self.decimals))
    }
}

/// What was found in a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Content {
    /// A number, as written, never converted.
    Value(Number),
    /// The cell is there and empty.
    Blank,
    /// One of `/ - — – ／ 无 无数据 N/A 不适用`.
    Placeholder,
    /// Other words, such as 公示栏9条.
    Text,
    /// The report has no such cell.
    Missing,
    /// Something is there, but which number belongs to this cell cannot be told.
    Uncertain,
}

/// A cell of the form as it was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    pub content: Content,
    /// Where it stands; None for a missing cell. For an uncertain cell the place of its whole row.
    pub place: Option<Span>,
    /// The unit written in the cell, such as 元.
    pub unit: Option<String>,
    /// Set by the user, not read.
    pub corrected: bool,
}

impl Cell {
    pub const MISSING: Cell = Cell { content: Content::Missing, place: None, unit: None, corrected: false };

    pub fn value(&self) -> Option<Number> {
        match self.content {
            Content::Value(number) => Some(number),
            _ => None,
        }
    }

    /// Blank cells and placeholders count as nothing in sums.
    pub fn is_empty(&self) -> bool {
        matches!(self.content, Content::Blank | Content::Placeholder)
    }

    /// The whole number that counts in a sum: the value, 0 for an empty cell, None when it cannot be told.
    pub fn count(&self) -> Option<i64> {
        match self.content {
            Content::Value(number) => number.as_whole(),
            Content::Blank | Content::Placeholder => Some(0),
            Content::Text | Content::Missing | Content::Uncertain => None,
        }
    }
}

/// One of the six sections.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// 1 to 6.
    pub number: u8,
    /// None when the section was not found.
    pub heading: Option<Heading>,
    /// From the heading to the next section or to the signature; empty when the section was not found.
    pub span: Span,
}

impl Section {
    /// The section's text after its heading.
    pub fn body(&self) -> Span {
        let start = self.heading.as_ref().map_or(self.span.start, |heading| heading.span.end);
        Span::new(start.min(self.span.end), self.span.end)
    }
}

/// A heading line as written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Heading {
    /// The whole line without white space around it.
    pub span: Span,
    /// The number before the heading, such as 一、 or 1、; None when it has none.
    pub numeral: Option<Numeral>,
    /// Whether the words are those of the annex or of a known alias.
    pub exact: bool,
}

/// The number of a heading: its value and how it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Numeral {
    pub value: u8,
    pub style: NumeralStyle,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NumeralStyle {
    /// 一、
    Chinese,
    /// 1、 or 1.
    Arabic,
    /// （一） or (1) and the like.
    Bracketed,
}

/// A day of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date {
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

impl Date {
    /// None when there is no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (year > 0 && day >= 1 && day <= days).then_some(Date { year, month, day })
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.trim().splitn(3, '-');
        let mut next = || parts.next()?.parse().ok();
        let (year, month, day): (u16, u16, u16) = (next()?, next()?, next()?);
        Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// 2021年2月3日
    pub fn in_words(self) -> String {
        format!("{}年{}月{}日", self.year, self.month, self.day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The date under the report, and whether it is the signature or only the date of an attached sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    pub date: Date,
    pub span: Span,
    pub kind: SignatureKind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SignatureKind {
    /// The date under the name at the end.
    Signed,
    /// 填报日期 or 报出日期 of an attached sheet.
    Sheet,
}

/// A title or a name as written: joined over lines, white space removed, with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    pub text: String,
    pub span: Span,
}

/// A number said in prose, with the cells whose sum it gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    pub kind: FactKind,
    /// A claim of none has value 0.
    pub value: i64,
    pub unit: Option<String>,
    pub year: Option<u16>,
    pub scope: Scope,
    pub span: Span,
}

/// What a fact speaks of; `subject` gives the cells.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FactKind {
    /// 收到申请N件.
    Received,
    /// 受理申请N件: new applications, or new and carried ones.
    Accepted,
    /// 行政复议N件.
    Reviews,
    /// 维持N件 and 纠正N件, of the reviews.
    ReviewsUpheld,
    ReviewsCorrected,
    /// 行政诉讼N件, before or after a review.
    Suits,
    /// 未经复议直接起诉N件.
    SuitsDirect,
    /// 复议后起诉N件.
    SuitsAfterReview,
    /// 上年结转N件.
    CarriedIn,
    /// 结转下年度继续办理N件.
    CarriedOut,
    /// 办结N件, 办理答复N件.
    Closed,
    /// 予以公开N件.
    Granted,
    /// 部分公开N件.
    GrantedInPart,
    /// 予以公开及部分公开N件.
    GrantedAtAll,
    /// 不予公开N件, whatever the reason.
    Denied,
    /// 无法提供N件, whatever the reason.
    Unavailable,
    /// 不予处理N件, whatever the reason.
    Declined,
    /// 其他处理N件, whatever the reason.
    OtherHandling,
    /// 自然人N件, of the applications received.
    FromIndividuals,
    /// 法人或其他组织N件, of the applications received.
    FromOrganizations,
    /// 制定规章N件.
    RegulationsIssued,
    /// 废止规章N件.
    RegulationsRepealed,
    /// 现行有效规章N件.
    RegulationsInForce,
    /// 制发行政规范性文件N件.
    DocumentsIssued,
    /// 废止行政规范性文件N件.
    DocumentsRepealed,
    /// 现行有效行政规范性文件N件.
    DocumentsInForce,
    /// 行政许可, 行政处罚, 行政强制 N件: decisions.
    Licenses,
    Penalties,
    CompulsoryMeasures,
}

impl FactKind {
    /// The cells whose sum is meant.
    pub fn subject(self) -> Vec<CellId> {
        const TOTAL: &[&str] = &["total"];
        const DECISIONS: &[&str] = &["decisions"];
        const ORGANIZATIONS: &[&str] = &["company", "research", "nonprofit", "legal_service", "other_organization"];
        const REGULATIONS: &str = "disclosure.regulations";
        const DOCUMENTS: &str = "disclosure.normative_documents";
        const DIRECT: &str = "disputes.suit_direct";
        const AFTER_REVIEW: &str = "disputes.suit_after_review";
        // A name that ends in _ stands for all rows that begin so.
        let (rows, columns): (&[&'static str], &[&'static str]) = match self {
            FactKind::Received | FactKind::Accepted => (&["requests.received"], TOTAL),
            FactKind::FromIndividuals => (&["requests.received"], &["individual"]),
            FactKind::FromOrganizations => (&["requests.received"], ORGANIZATIONS),
            FactKind::CarriedIn => (&["requests.carried_in"], TOTAL),
            FactKind::CarriedOut => (&["requests.carried_out"], TOTAL),
            FactKind::Closed => (&["requests.closed"], TOTAL),
            FactKind::Granted => (&["requests.granted"], TOTAL),
            FactKind::GrantedInPart => (&["requests.granted_in_part"], TOTAL),
            FactKind::GrantedAtAll => (&["requests.granted", "requests.granted_in_part"], TOTAL),
            FactKind::Denied => (&["requests.denied_"], TOTAL),
            FactKind::Unavailable => (&["requests.unavailable_"], TOTAL),
            FactKind::Declined => (&["requests.declined_"], TOTAL),
            // The form of 2019 has one row, that of 2021 three.
            FactKind::OtherHandling => (&["requests.other", "requests.other_"], TOTAL),
            FactKind::Reviews => (&["disputes.review"], TOTAL),
            FactKind::ReviewsUpheld => (&["disputes.review"], &["upheld"]),
            FactKind::ReviewsCorrected => (&["disputes.review"], &["corrected"]),
            FactKind::Suits => (&[DIRECT, AFTER_REVIEW], TOTAL),
            FactKind::SuitsDirect => (&[DIRECT], TOTAL),
            FactKind::SuitsAfterReview => (&[AFTER_REVIEW], TOTAL),
            FactKind::RegulationsIssued => (&[REGULATIONS], &["issued"]),
            FactKind::RegulationsRepealed => (&[REGULATIONS], &["repealed"]),
            FactKind::RegulationsInForce => (&[REGULATIONS], &["in_force"]),
            FactKind::DocumentsIssued => (&[DOCUMENTS], &["issued"]),
            FactKind::DocumentsRepealed => (&[DOCUMENTS], &["repealed"]),
            FactKind::DocumentsInForce => (&[DOCUMENTS], &["in_force"]),
            FactKind::Licenses => (&["disclosure.licenses"], DECISIONS),
            FactKind::Penalties => (&["disclosure.penalties"], DECISIONS),
            FactKind::CompulsoryMeasures => (&["disclosure.compulsory_measures"], DECISIONS),
        };
        let mut cells = Vec::new();
        for &name in rows {
            let known = official(Edition::Of2021).rows().map(|row| row.id);
            for row in known.chain(["requests.other"]) {
                if row == name || name.ends_with('_') && row.starts_with(name) {
                    cells.extend(columns.iter().map(|&column| CellId { row, column }));
                }
            }
        }
        cells
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// The reporting body itself.
    Own,
    /// A wider or narrower circle than the reporting body.
    Other,
}

/// A table as found in the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FoundTable {
    pub id: TableId,
    /// From its first to its last token.
    pub span: Span,
    /// Rows whose label was found, with the number of figures beside it.
    pub rows: Vec<FoundRow>,
    /// Further copies of the table elsewhere in the text.
    pub copies: Vec<TableCopy>,
}

/// A row's label as it stands in the text, and how many figures stand with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FoundRow {
    pub row: &'static str,
    pub label: Span,
    /// The label as written, white space removed.
    pub written: String,
    /// Numbers, empty cells and placeholders of the row, where they can be counted; those of the whole row for a group of table four.
    pub figures: Option<usize>,
}

/// A further copy of a table: its place and the cells that differ from the first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableCopy {
    pub span: Span,
    pub differing: Vec<CellId>,
}

/// A doubt of the reader itself, for the RD rules.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Doubt {
    pub kind: DoubtKind,
    pub cells: Vec<CellId>,
    pub span: Span,
    /// Where another reading of the same cells stands.
    pub other: Option<Span>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum DoubtKind {
    /// Numbers that could belong to more than one cell.
    Ambiguous,
    /// A row with fewer or more numbers than it has columns.
    WrongCount,
    /// Digits run together in a way that can be cut in several ways, or in none.
    Glued,
    /// The same row stands twice with different numbers.
    Contradicted,
    /// One merged number for a whole row.
    Merged,
}

/// Which report this is of those that stand in one text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Among {
    /// From 1.
    pub number: usize,
    /// How many different reports the text holds.
    pub all: usize,
    /// Where the same report stands again, word for word; a copy is not read.
    pub copies: Vec<Span>,
}

impl Default for Among {
    fn default() -> Among {
        Among { number: 1, all: 1, copies: Vec::new() }
    }
}

/// One report, read.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The part of the text that is this report.
    pub span: Span,
    pub among: Among,
    /// Words of the web page around the report, left out of the check.
    pub left_out: Vec<Span>,
    pub title: Option<Written>,
    pub organization: Option<Written>,
    pub year: Option<u16>,
    /// None when no table says which form was used.
    pub form: Option<&'static Form>,
    pub signature: Option<Signature>,
    /// Always six, in order.
    pub sections: Vec<Section>,
    pub tables: Vec<FoundTable>,
    /// Every cell of the form; empty when `form` is None.
    pub cells: SortedMap<CellId, Cell>,
    pub facts: Vec<Fact>,
    pub doubts: Vec<Doubt>,
}

impl Report {
    pub fn table(&self, id: TableId) -> Option<&FoundTable> {
        self.tables.iter().find(|table| table.id == id)
    }

    /// The section with that number (1 to 6), when it was found.
    pub fn section(&self, number: u8) -> Option<&Section> {
        self.sections.iter().find(|section| section.number == number && section.heading.is_some())
    }

    pub fn cell(&self, id: CellId) -> Option<&Cell> {
        self.cells.get(&id)
    }

    /// Puts in a number that the user read where the reader was not sure, or read something else.
    pub fn correct(&mut self, id: CellId, number: Number) {
        if let Some(cell) = self.cells.get_mut(&id) {
            cell.content = Content::Value(number);
            cell.corrected = true;
        }
    }

    /// What is no prose: the tables, their copies and the page around the report.
    pub fn off_prose(&self) -> Vec<Span> {
        let mut spans = self.left_out.clone();
        for table in &self.tables {
            spans.push(table.span);
            table.copies.iter().for_each(|copy| spans.push(copy.span));
        }
        spans
    }

    /// Whether a position lies inside one of the tables or one of their copies.
    pub fn in_table(&self, position: usize) -> bool {
        self.tables
            .iter()
            .any(|table| table.span.contains(position) || table.copies.iter().any(|copy| copy.span.contains(position)))
    }

    /// The cells of a table in the order of the form.
    pub fn cells_of(&self, table: TableId) -> impl Iterator<Item = (CellId, &Cell)> + '_ {
        let rows: &[&'static crate::form::Row] =
            self.form.and_then(|form| form.table(table)).map_or(&[], |table| table.rows);
        rows.iter().flat_map(|row| row.cells()).filter_map(|id| Some((id, self.cells.get(&id)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_they_were_read() {
        assert_eq!(Number::decimal(43_788, 3).map(|n| n.to_string()).as_deref(), Some("43.788"));
        assert_eq!(Number::decimal(-50, 2).map(|n| n.to_string()).as_deref(), Some("-0.5"));
        assert_eq!(Number::decimal(1_200, 2), Some(Number::whole(12)));
    }

    #[test]
    fn numbers_are_compared_and_converted_exactly() {
        let number = |written: &str| Number::parse(written).unwrap_or(Number::ZERO);
        assert!(number("0.5") < number("0.51") && number("9") < number("10") && number("1.0") == Number::whole(1));
        assert_eq!(number("0.05").times_ten_thousand(), Some(Number::whole(500)));
        assert_eq!(number("1.23456").times_ten_thousand(), Some(number("12345.6")));
        assert_eq!((number("1.5").in_decimals(2), number("1.55").in_decimals(1)), (Some(150), None));
        for wrong in ["", ".5", "1.2.3", "-1", "1a", "99999999999999999999"] {
            assert_eq!(Number::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        assert!(Date::new(2024, 2, 29).is_some());
        assert!(Date::new(2023, 2, 29).is_none());
        assert_eq!(Date::parse("2021-02-03"), Date::new(2021, 2, 3));
        assert_eq!(Date::parse("2021-13-03"), None);
    }
}
