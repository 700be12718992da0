//! The one word over a report, and what was not checked. Only `clean` is ever a pass. `docs/verdicts.md` says what each combination
//! comes to, and its test reads that table.

use schemars::JsonSchema;
use serde::Serialize;

use crate::Checked;
use crate::form::{Sum, TableId};
use crate::report::{Content, Report, Standing};
use crate::rules::{Severity, is_arithmetic, needs_divisions};

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "VerdictName")]
pub enum Verdict {
    Errors,
    Warnings,
    /// No error and no warning, but something was not checked, or the user's numbers differ from the text.
    Incomplete,
    /// Nothing is open, but findings were dismissed.
    Settled,
    /// Everything was checked and nothing found.
    Clean,
    /// No table and no section recognised.
    #[default]
    Unreadable,
}

impl Verdict {
    /// Returns the sentence over the report, without its full stop.
    pub fn in_words(self) -> &'static str {
        match self {
            Verdict::Errors => "有错误，公开前请改正",
            Verdict::Warnings => "有需要核对的地方",
            Verdict::Incomplete => "没有核对完，不能算通过",
            Verdict::Settled => "没有待处理的问题，但有的发现是人工确认无误的，不算核对通过",
            Verdict::Clean => "核对通过，没有发现问题",
            Verdict::Unreadable => "没有认出年度报告，什么也没有核对",
        }
    }
}

/// What the verdict depends on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct State {
    /// A table or a section was recognised.
    pub readable: bool,
    pub errors: bool,
    pub warnings: bool,
    pub gaps: bool,
    pub differs: bool,
    pub dismissed: bool,
}

impl State {
    pub fn of(checked: &Checked, gaps: &[Gap]) -> State {
        let report = &checked.report;
        let is_there = |severity| checked.findings.list.iter().any(|finding| finding.severity == severity);
        State {
            readable: !report.tables.is_empty() || report.sections.iter().any(|section| section.heading.is_some()),
            errors: is_there(Severity::Error),
            warnings: is_there(Severity::Warning),
            gaps: !gaps.is_empty(),
            differs: checked.differs > 0,
            dismissed: !checked.dismissed.is_empty(),
        }
    }

    /// Returns the verdict: the gravest thing that holds.
    pub fn verdict(self) -> Verdict {
        match self {
            State { readable: false, .. } => Verdict::Unreadable,
            State { errors: true, .. } => Verdict::Errors,
            State { warnings: true, .. } => Verdict::Warnings,
            State { gaps: true, .. } | State { differs: true, .. } => Verdict::Incomplete,
            State { dismissed: true, .. } => Verdict::Settled,
            _ => Verdict::Clean,
        }
    }
}

/// Returns the verdict over a report.
pub fn verdict(checked: &Checked) -> Verdict {
    State::of(checked, &gaps(checked)).verdict()
}

/// Something that was not checked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Gap {
    pub kind: GapKind,
    /// How many tables, cells, sums, rules, numbers or comparisons.
    pub count: usize,
    /// The same as a sentence.
    pub message: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// No table says which form was used.
    FormUnknown,
    TablesMissing,
    CellsUncertain,
    /// Sums of the form with a cell that has no number.
    SumsUnchecked,
    /// Not one sum was checked.
    NoSums,
    /// Rules of arithmetic are switched off.
    RulesOff,
    /// Numbers in prose that were not understood, about what the tables count.
    NumbersUnread,
    /// A rule could not compare what it compares.
    NotCompared,
}

/// Returns what was not checked, most important first.
pub fn gaps(checked: &Checked) -> Vec<Gap> {
    let report = &checked.report;
    let missing = missing_tables(report);
    let uncertain = report.cells.values().filter(|cell| cell.content == Content::Uncertain).count();
    let sums = unread_sums(report);
    let off: Vec<&str> = checked.rules_off.iter().copied().filter(|rule| is_arithmetic(rule)).collect();
    // What is unchecked about sums is counted by the sums themselves; a table that was not handed in is no fault of the report.
    let is_counted = |rule: &str| !is_arithmetic(rule) && !needs_divisions(rule);
    let other = checked.findings.unchecked.iter().filter(|item| is_counted(item.rule)).count();
    let unread = report.account.unread().filter(|number| number.standing == Standing::Unread { matters: true }).count();
    let found = [
        (GapKind::FormUnknown, usize::from(report.form.is_none()), "没有认出统一格式的表格，没有核对任何表格。".into()),
        (GapKind::TablesMissing, missing.len(), format!("没有找到{}，其中的数没有核对。", missing.join("、"))),
        (GapKind::CellsUncertain, uncertain, format!("有{uncertain}格读不准，没有核对。")),
        (GapKind::SumsUnchecked, sums, format!("有{sums}个等式的数不全，没有核对。")),
        (GapKind::NoSums, usize::from(checked.findings.tally.sums == 0), "一个等式也没有核对。".into()),
        (GapKind::RulesOff, off.len(), format!("关闭了勾稽规则{}，没有核对这些等式。", off.join("、"))),
        (GapKind::NumbersUnread, unread, format!("正文里有{unread}个数没有读懂，没有与表格核对。")),
        (GapKind::NotCompared, other, format!("有{other}处没有可以比较的数，没有核对。")),
    ];
    found
        .into_iter()
        .filter(|(_, count, _)| *count > 0)
        .map(|(kind, count, message)| Gap { kind, count, message })
        .collect()
}

fn missing_tables(report: &Report) -> Vec<&'static str> {
    let tables = report.form.map_or(&[][..], |form| &form.tables);
    tables.iter().map(|table| table.id).filter(|&id| report.table(id).is_none()).map(TableId::name).collect()
}

/// Counts the sums of the tables that were found in which a cell has no number.
fn unread_sums(report: &Report) -> usize {
    let Some(form) = report.form else { return 0 };
    let is_found = |sum: &&Sum| sum.left.first().is_some_and(|&cell| report.table(TableId::of(cell)).is_some());
    let is_read = |sum: &Sum| {
        sum.left.iter().chain(&sum.right).all(|&cell| report.cell(cell).is_some_and(|cell| cell.count().is_some()))
    };
    form.sums().iter().filter(is_found).filter(|sum| !is_read(sum)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Dismissal, Edit, Options, Setting, registry};
    use crate::testkit::sound;
    use crate::text::{Number, Source};

    /// Whether a cell of the table in the docs holds: 有, 无, or — where it does not matter.
    fn fits(cell: &str, holds: bool) -> bool {
        match cell {
            "有" => holds,
            "无" => !holds,
            "—" => true,
            _ => panic!("有, 无 or —, not {cell}"),
        }
    }

    #[test]
    fn the_table_in_the_docs_says_what_every_combination_comes_to() {
        let page = include_str!("../../docs/verdicts.md");
        let rows: Vec<Vec<&str>> = page
            .lines()
            .filter(|line| line.starts_with("| 有") || line.starts_with("| 无") || line.starts_with("| —"))
            .map(|line| line.trim_matches(['|', ' ']).split('|').map(str::trim).collect())
            .collect();
        let mut used = vec![false; rows.len()];
        for bits in 0..64_u8 {
            let bit = |place: u8| bits >> place & 1 == 1;
            let state = State {
                readable: bit(0),
                errors: bit(1),
                warnings: bit(2),
                gaps: bit(3),
                differs: bit(4),
                dismissed: bit(5),
            };
            let given = [state.readable, state.errors, state.warnings, state.gaps, state.differs, state.dismissed];
            let fitting: Vec<usize> = (0..rows.len())
                .filter(|&row| given.iter().zip(&rows[row]).all(|(&holds, cell)| fits(cell, holds)))
                .collect();
            let [row] = fitting[..] else { panic!("{state:?} fits the rows {fitting:?}") };
            used[row] = true;
            let verdict = state.verdict();
            let name = serde_json::to_value(verdict).expect("a verdict is a word");
            assert_eq!(name.as_str().map(|name| format!("`{name}`")).as_deref(), Some(rows[row][6]), "{state:?}");
            assert_eq!(verdict.in_words(), rows[row][7], "{state:?}");
        }
        assert_eq!(used, vec![true; rows.len()], "every row is needed");
    }

    /// Gives a finding about no sum, so that there is something to dismiss.
    const WARNED: Edit = Edit::Words("2023年没有发出政府信息公开收费通知，未收取信息处理费。没有", "没有");

    fn checked(text: &str, options: &Options) -> Checked {
        let source = Source::from_text(text).expect("a short text");
        crate::check(&source, options).remove(0)
    }

    fn kinds(checked: &Checked) -> Vec<GapKind> {
        gaps(checked).into_iter().map(|gap| gap.kind).collect()
    }

    fn dismiss_all(checked: &Checked, text: &str) -> Options {
        let dismissals = checked.findings.list.iter().map(|finding| Dismissal::of(finding, text, "已对照台账"));
        Options { dismissals: dismissals.collect(), ..Options::default() }
    }

    #[test]
    fn a_pass_needs_sums_that_were_checked() {
        let text = sound(&[]);
        let rules = registry().map(|rule| (rule.id.to_string(), Setting::Off)).collect();
        let all_off = checked(&text, &Options { rules, ..Options::default() });
        assert_eq!(verdict(&all_off), Verdict::Incomplete);
        assert_eq!(kinds(&all_off), [GapKind::NoSums, GapKind::RulesOff]);
        let rules = registry().filter(|rule| !is_arithmetic(rule.id)).map(|rule| (rule.id.to_string(), Setting::Off));
        let others_off = checked(&text, &Options { rules: rules.collect(), ..Options::default() });
        assert_eq!((verdict(&others_off), kinds(&others_off)), (Verdict::Clean, vec![]));
    }

    #[test]
    fn a_missing_table_and_uncertain_cells_are_gaps_beside_a_warning() {
        let text = sound(&[Edit::WithoutTable("disputes"), Edit::Words("行政许可\t86\n", "行政许可\t86\t6\n")]);
        let found = checked(&text, &Options::default());
        assert!(kinds(&found).contains(&GapKind::TablesMissing) && kinds(&found).contains(&GapKind::CellsUncertain));
        let dismissed = checked(&text, &dismiss_all(&found, &text));
        assert_eq!(verdict(&dismissed), Verdict::Incomplete, "{:?}", dismissed.findings.list);
    }

    #[test]
    fn dismissed_findings_make_no_pass_and_failed_sums_stay() {
        let text = sound(&[WARNED, Edit::Cell("requests.granted.individual", "3")]);
        let before = checked(&text, &Options::default());
        assert_eq!(verdict(&before), Verdict::Errors);
        let after = checked(&text, &dismiss_all(&before, &text));
        assert_eq!(verdict(&after), Verdict::Errors);
        assert!(after.findings.list.iter().all(|finding| is_arithmetic(finding.rule)));
        assert_eq!(after.kept.len(), after.findings.list.len());
        assert_eq!(after.dismissed.len() + after.kept.len(), before.findings.list.len());

        let text = sound(&[WARNED]);
        let before = checked(&text, &Options::default());
        let after = checked(&text, &dismiss_all(&before, &text));
        assert_eq!((verdict(&after), kinds(&after)), (Verdict::Settled, vec![]));
    }

    #[test]
    fn a_number_that_the_text_does_not_have_is_no_pass() {
        let text = sound(&[WARNED]);
        let dismissals = dismiss_all(&checked(&text, &Options::default()), &text);
        let with = |number: i64| {
            let correction = crate::rules::Correction::named("disclosure.licenses.decisions", Number::whole(number));
            checked(&text, &Options { corrections: correction.into_iter().collect(), ..dismissals.clone() })
        };
        assert_eq!((with(86).differs, verdict(&with(86))), (0, Verdict::Settled));
        assert_eq!((with(87).differs, verdict(&with(87))), (1, Verdict::Incomplete));
    }

    #[test]
    fn a_torn_row_that_the_user_filled_is_settled_and_no_pass() {
        let text = sound(&[Edit::Words("行政规范性文件\t3\t1\t12\n", "行政规范性文件\t3\t12\n")]);
        let filled = |columns: &[(&str, i64)], others: Options| {
            let correction = |(column, number): &(&str, i64)| {
                crate::rules::Correction::named(
                    &format!("disclosure.normative_documents.{column}"),
                    Number::whole(*number),
                )
            };
            checked(&text, &Options { corrections: columns.iter().filter_map(correction).collect(), ..others })
        };
        let open = |checked: &Checked| checked.findings.list.iter().any(|finding| finding.rule == "TC-03");
        let before = filled(&[], Options::default());
        assert!(open(&before) && before.dismissed.is_empty());
        assert!(open(&filled(&[("issued", 3)], Options::default())), "two cells are still in doubt");

        let row = [("issued", 3), ("repealed", 1), ("in_force", 12)];
        let after = filled(&row, Options::default());
        assert!(!open(&after));
        let settled = |one: &crate::rules::Dismissed| (one.finding.rule, one.decision.clone());
        let reason = "这一行的缺格由您填入".to_string();
        let decision = crate::rules::Decision { reason, by: crate::rules::DecidedBy::Filled };
        assert_eq!(after.dismissed.iter().map(settled).collect::<Vec<_>>(), [("TC-03", decision)]);
        let alone = filled(&row, dismiss_all(&after, &text));
        assert_eq!((alone.differs, verdict(&alone)), (1, Verdict::Incomplete));
    }
}
