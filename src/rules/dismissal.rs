//! Findings that a person looked at and found right: how they are known again, and what becomes of them.

use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Finding, Findings, is_arithmetic};
use crate::form::CellId;

/// What a person decided about a finding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Decision {
    /// Why it is right as it is, in the person's own words; may be empty.
    pub reason: String,
    pub by: DecidedBy,
}

/// Where it was decided.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DecidedBy {
    Page,
    Settings,
    /// By the numbers that the user put into the cells.
    Filled,
}

/// Findings that were looked at and are right as they are. All that is given has to fit; what gives nothing fits nothing.
#[derive(Clone, Debug)]
pub struct Dismissal {
    pub rule: String,
    /// The words at the finding's first place; empty words mean a finding without a place.
    pub words: Option<Words>,
    /// All cells of the finding, in its order.
    pub cells: Option<Vec<CellId>>,
    /// The finding's sentence, so that it is shown again when a number in it changes.
    pub message: Option<String>,
    pub decision: Decision,
}

/// Words that are compared with those at a finding's place.
#[derive(Clone)]
pub enum Words {
    Exactly(String),
    /// Whatever a pattern fits; the settings file has patterns.
    Like(Arc<dyn Fn(&str) -> bool + Send + Sync>),
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Words::Exactly(words) => write!(f, "Exactly({words:?})"),
            Words::Like(_) => write!(f, "Like(…)"),
        }
    }
}

impl Dismissal {
    /// Returns the dismissal of one finding, as the page makes it.
    pub fn of(finding: &Finding, text: &str, reason: &str) -> Dismissal {
        Dismissal {
            rule: finding.rule.to_string(),
            words: Some(Words::Exactly(words_at(finding, text).to_string())),
            cells: Some(finding.cells.clone()),
            message: Some(finding.message.clone()),
            decision: Decision { reason: reason.to_string(), by: DecidedBy::Page },
        }
    }

    fn fits(&self, finding: &Finding, text: &str) -> bool {
        let says_something = self.words.is_some() || self.cells.is_some() || self.message.is_some();
        says_something
            && self.rule == finding.rule
            && self.cells.as_ref().is_none_or(|cells| *cells == finding.cells)
            && self.message.as_ref().is_none_or(|message| *message == finding.message)
            && self.words.as_ref().is_none_or(|words| match words {
                Words::Exactly(words) => words == words_at(finding, text),
                Words::Like(fits) => fits(words_at(finding, text)),
            })
    }
}

/// The words at a finding's first place.
fn words_at<'a>(finding: &Finding, text: &'a str) -> &'a str {
    finding.places.first().map_or("", |place| place.span.of(text))
}

/// A finding that is no longer in the list.
#[derive(Clone, Debug)]
pub struct Dismissed {
    pub finding: Finding,
    pub decision: Decision,
}

/// A finding of the form's own arithmetic that stays in the list, by its index there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    pub index: usize,
    pub decision: Decision,
}

/// Takes the findings that are settled or dismissed out of the list; those of the form's own arithmetic stay, and are named.
pub fn settle(findings: &mut Findings, dismissals: &[Dismissal], text: &str) -> (Vec<Dismissed>, Vec<Kept>) {
    let (mut dismissed, mut kept) = (Vec::new(), Vec::new());
    for finding in std::mem::take(&mut findings.list) {
        if let Some(reason) = finding.settled {
            let decision = Decision { reason: reason.to_string(), by: DecidedBy::Filled };
            dismissed.push(Dismissed { finding, decision });
            continue;
        }
        match dismissals.iter().find(|dismissal| dismissal.fits(&finding, text)) {
            Some(Dismissal { decision, .. }) if !is_arithmetic(finding.rule) => {
                dismissed.push(Dismissed { finding, decision: decision.clone() });
            }
            found => {
                let index = findings.list.len();
                kept.extend(found.map(|dismissal| Kept { index, decision: dismissal.decision.clone() }));
                findings.list.push(finding);
            }
        }
    }
    (dismissed, kept)
}
