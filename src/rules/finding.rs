//! What a rule found, and what it could not check.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Rule, Severity};
use crate::form::{CellId, Row};
use crate::report::{Held, Report};
use crate::text::{Number, TextRange, visible};

/// A place a finding speaks of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    pub span: TextRange,
    pub role: Role,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Primary,
    Related,
}

/// An exact edit that puts a finding right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    pub span: TextRange,
    pub text: String,
}

/// What is wrong, where, and what to do.
#[derive(Clone, PartialEq, Debug)]
pub struct Finding {
    pub rule: &'static str,
    pub severity: Severity,
    pub basis: Cow<'static, str>,
    pub message: String,
    pub suggestion: String,
    pub cells: Vec<CellId>,
    pub places: Vec<Place>,
    /// The two sides that should have agreed.
    pub sides: Option<(Number, Number)>,
    /// What both sides are made of, where they are sums.
    pub sum: Option<(Vec<Term>, Vec<Term>)>,
    pub fixes: Vec<Fix>,
    /// Passages that last year's report has as well.
    pub alike: Vec<Alike>,
    /// What the user did that settles it, in words for the user.
    pub settled: Option<&'static str>,
}

/// A passage of the report, and how it stands in last year's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alike {
    pub span: TextRange,
    pub last_year: String,
}

impl Finding {
    /// A finding of that rule, with its severity and no places yet.
    pub(super) fn of(rule: &Rule, message: String, suggestion: String) -> Finding {
        Finding {
            rule: rule.id,
            severity: rule.severity,
            basis: Cow::Borrowed(rule.basis),
            message,
            suggestion,
            cells: Vec::new(),
            places: Vec::new(),
            sides: None,
            sum: None,
            fixes: Vec::new(),
            alike: Vec::new(),
            settled: None,
        }
    }

    /// Puts every place through `lead`, into another text of the same words.
    pub fn lead_places(&mut self, lead: &impl Fn(TextRange) -> TextRange) {
        self.places.iter_mut().for_each(|place| place.span = lead(place.span));
        self.fixes.iter_mut().for_each(|fix| fix.span = lead(fix.span));
        self.alike.iter_mut().for_each(|alike| alike.span = lead(alike.span));
    }

    /// Cells the finding speaks of.
    pub fn cells(&mut self, cells: &[CellId]) -> &mut Finding {
        self.cells.extend_from_slice(cells);
        self
    }

    /// A whole row the finding speaks of.
    pub fn row(&mut self, row: &Row) -> &mut Finding {
        self.cells.extend(row.cells());
        self
    }

    /// Cells the finding speaks of, shown where they stand.
    pub fn at_cells(&mut self, report: &Report, cells: &[CellId]) -> &mut Finding {
        let places: Vec<TextRange> = cells.iter().filter_map(|&cell| report.cell(cell)?.place).collect();
        self.cells(cells).at_each(&places)
    }

    /// The place where the fault is seen.
    pub fn at(&mut self, span: TextRange) -> &mut Finding {
        self.places.push(Place { span, role: Role::Primary });
        self
    }

    /// A place that explains the fault.
    pub fn related(&mut self, span: TextRange) -> &mut Finding {
        self.places.push(Place { span, role: Role::Related });
        self
    }

    /// Places that explain the fault; when the finding has none yet, the first of them is where it is seen.
    pub fn at_each(&mut self, spans: &[TextRange]) -> &mut Finding {
        for &span in spans {
            let role = if self.places.is_empty() { Role::Primary } else { Role::Related };
            self.places.push(Place { span, role });
        }
        self
    }

    /// The two numbers that should have agreed.
    pub fn sides(&mut self, left: Number, right: Number) -> &mut Finding {
        self.sides = Some((left, right));
        self
    }

    /// What the two sides are made of.
    pub fn sum(&mut self, left: Vec<Term>, right: Vec<Term>) -> &mut Finding {
        self.sum = Some((left, right));
        self
    }

    /// An exact edit that puts it right.
    pub fn fix(&mut self, span: TextRange, text: impl Into<String>) -> &mut Finding {
        self.fixes.push(Fix { span, text: text.into() });
        self
    }

    /// A further basis, unless it is named already.
    pub fn ground(&mut self, ground: &str) -> &mut Finding {
        if !self.basis.ends_with(ground) {
            self.basis = format!("{}；{ground}", self.basis).into();
        }
        self
    }

    /// A basis in place of the rule's own.
    pub fn on_ground(&mut self, ground: String) -> &mut Finding {
        self.basis = ground.into();
        self
    }

    /// What the user did that settles it, if anything.
    pub fn settled(&mut self, by: Option<&'static str>) -> &mut Finding {
        self.settled = by;
        self
    }

    /// Another severity than the rule's own.
    pub fn severity(&mut self, severity: Severity) -> &mut Finding {
        self.severity = severity;
        self
    }

    /// Another severity than the rule's own, where that holds.
    pub fn severity_if(&mut self, holds: bool, severity: Severity) -> &mut Finding {
        if holds {
            self.severity = severity;
        }
        self
    }
}

/// A number in a sum: a cell's, or one that stands in no cell of this report and has a name instead.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Term {
    pub cell: Option<CellId>,
    pub name: &'static str,
    pub number: Number,
}

impl Term {
    pub fn of_cell(cell: CellId, number: Number) -> Term {
        Term { cell: Some(cell), name: "", number }
    }

    pub fn named(name: &'static str, number: Number) -> Term {
        Term { cell: None, name, number }
    }
}

/// Something that could not be judged, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unchecked {
    pub rule: &'static str,
    pub cells: Vec<CellId>,
    pub reason: String,
}

impl Findings {
    /// Names the characters in sentences that a screen does not show: the sentences quote the report.
    pub(super) fn name_unseen(&mut self) {
        let findings = self.list.iter_mut().flat_map(|finding| [&mut finding.message, &mut finding.suggestion]);
        for sentence in findings.chain(self.unchecked.iter_mut().map(|item| &mut item.reason)) {
            if let Cow::Owned(shown) = visible(sentence) {
                *sentence = shown;
            }
        }
    }
}

/// How much was compared; a pass without it says nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    pub sums: usize,
    pub facts: usize,
    pub dates: usize,
}

/// What the rules found, in the order of the registry.
#[derive(Default)]
pub struct Findings {
    pub list: Vec<Finding>,
    pub unchecked: Vec<Unchecked>,
    pub tally: Tally,
    /// What the prose says and was held against cells.
    pub held: Vec<Held>,
}
