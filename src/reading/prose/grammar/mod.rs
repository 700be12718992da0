//! What the numbers of a sentence count, decided over the classes of its words.
//!
//! The word nearest before a number says what is counted; what stands further left says by whom and when. A number that nothing
//! stands before takes its words from behind: 5件予以公开. Where the words do not decide, the number is not understood.

mod applications;
mod cases;
mod counts;
mod denials;
mod documents;

use std::ops::Range;

use super::tokens::{Class, Figure, Token, Unit};
use crate::form::{CellId, checked_cell};
use crate::report::FactKind;
use crate::text::Normalized;

/// A column of results in the rows of reviews, of suits without a review, and of suits after one.
macro_rules! results {
    ($column:literal) => {
        [
            const { checked_cell(concat!("disputes.review.", $column)) },
            const { checked_cell(concat!("disputes.suit_direct.", $column)) },
            const { checked_cell(concat!("disputes.suit_after_review.", $column)) },
        ]
    };
}

/// Reviews and suits together.
const DISPUTES: [CellId; 3] = results!("total");

/// A saying has at most so many characters between a cause and its end.
const LONGEST_CAUSE: usize = 24;

/// What a sentence takes over from those before it in its paragraph.
#[derive(Clone, Copy, Default, Debug)]
pub struct Context {
    /// Applications for information are spoken of.
    pub applications: bool,
    /// Cases over disclosure are spoken of.
    pub cases: bool,
    /// What was received has been said.
    pub total: bool,
    /// Applications were said to be closed.
    pub closed: bool,
    /// The cases spoken of last.
    pub case: Option<Case>,
    /// The report's year.
    pub year: Option<u16>,
}

/// The cases a result belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Case {
    Reviews,
    Suits,
    Direct,
    AfterReview,
    /// Several at once, or cases of others.
    Unclear,
}

/// A quantity as a sentence says it.
#[derive(Clone, Debug)]
pub struct Saying {
    /// The value is that of each.
    pub kinds: Vec<FactKind>,
    pub value: i64,
    /// Where its clause begins.
    pub clause: usize,
    pub place: Range<usize>,
    /// The number with its unit, or the negation; as indices of characters.
    pub number: Range<usize>,
    pub unit: Option<Range<usize>>,
    /// Not certain: these are what the number may count, and it is understood only where it agrees with the cells.
    pub likely: bool,
    /// Of the year before the report's.
    pub last_year: bool,
}

/// What a number that is no saying was understood to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rest {
    Beside,
    Unread { matters: bool },
}

/// What was read of one stretch of text.
#[derive(Default, Debug)]
pub struct Reading {
    pub sayings: Vec<Saying>,
    pub others: Vec<(Range<usize>, Rest)>,
}

/// What a number counts, where its saying begins, and how many of the words after it belong to it.
type Judged = (Verdict, Option<usize>, usize);

/// What is said of one number.
enum Verdict {
    Said(Vec<FactKind>),
    /// One of these, if it agrees with the cells.
    Likely(Vec<FactKind>),
    Beside,
    Unread,
}

use Verdict::{Beside, Likely, Said, Unread};

/// Words that leave open what is counted.
fn is_transparent(class: Class) -> bool {
    matches!(
        class,
        Class::Skip
            | Class::All
            | Class::Each
            | Class::Join
            | Class::Pause
            | Class::Mark
            | Class::Own
            | Class::Person
            | Class::Year(_)
            | Class::Explained(_)
            | Class::Name
    )
}

fn is_application(class: Class) -> bool {
    matches!(class, Class::Application | Class::WeakApplication | Class::LooseApplication)
}

fn is_deed_of_applications(class: Class) -> bool {
    matches!(class, Class::Receive | Class::NewlyReceive | Class::Accept | Class::Close | Class::Handle)
}

fn is_case(class: Class) -> bool {
    matches!(class, Class::Review | Class::Suit | Class::SuitDirect | Class::SuitAfterReview)
}

fn is_decision(class: Class) -> bool {
    matches!(class, Class::License | Class::Penalty | Class::Coercion)
}

fn is_document(class: Class) -> bool {
    matches!(class, Class::Document | Class::Rule)
}

fn is_document_deed(class: Class) -> bool {
    matches!(class, Class::Issue | Class::Repeal | Class::InForce)
}

fn has(tokens: &[Token], wanted: impl Fn(Class) -> bool) -> bool {
    tokens.iter().any(|token| wanted(token.class))
}

/// A stretch of text with its words, and what it takes over.
pub struct Grammar<'a> {
    pub flat: &'a Normalized,
    pub tokens: &'a [Token],
    pub context: Context,
    /// It stands in brackets within a sentence.
    pub aside: bool,
    /// The last deed of the sentence and the last kind of document, for lists that name them once.
    deed: Option<Class>,
    document: Option<Class>,
}

impl<'a> Grammar<'a> {
    pub fn new(flat: &'a Normalized, tokens: &'a [Token], context: Context, aside: bool) -> Grammar<'a> {
        Grammar { flat, tokens, context, aside, deed: None, document: None }
    }

    /// Reads every number and every denial.
    pub fn read(&mut self) -> Reading {
        let mut reading = Reading::default();
        let mut start = 0;
        while start < self.tokens.len() {
            let length = self.tokens[start..].iter().take_while(|token| token.class != Class::Comma).count();
            let clause = start..start + length;
            self.denials(clause.clone(), &mut reading);
            self.counts(clause.clone(), &mut reading);
            start += length + 1;
        }
        self.drop_contradicted(&mut reading);
        reading.sayings.sort_by_cached_key(|saying| (saying.place.start, 0));
        reading
    }

    fn is(&self, token: &Token, words: &str) -> bool {
        self.flat.after(token.start, words) == Some(token.end)
    }

    /// Whether the sentence, outside this clause, speaks of applications for information.
    fn speaks_of_applications(&self) -> bool {
        self.context.applications
            || has(self.tokens, |class| matches!(class, Class::Application | Class::LooseApplication))
    }

    fn speaks_of_disclosure(&self, tokens: &[Token]) -> bool {
        has(tokens, |class| matches!(class, Class::Disclosure | Class::Application | Class::LooseApplication))
    }

    /// Whether what the tables count is spoken of in a clause.
    fn matters(&self, clause: &[Token]) -> bool {
        let named = |class| {
            is_application(class)
                || is_case(class)
                || is_document(class)
                || is_decision(class)
                || matches!(
                    class,
                    Class::Outcome(_) | Class::Carry | Class::AdminFee | Class::Fee | Class::NewlyReceive
                )
        };
        let deed = |class| is_deed_of_applications(class) || matches!(class, Class::Applicant(_) | Class::Result(_));
        has(clause, named)
            || self.context.applications && has(clause, deed)
            || self.context.cases && has(clause, |class| matches!(class, Class::Result(_)))
            || self.context.applications
                && clause.iter().all(|token| {
                    is_transparent(token.class) || matches!(token.class, Class::Number(_) | Class::Part | Class::Rest)
                })
    }

    /// A number of something else, unless the clause counts applications.
    fn beside(&self, clause: &[Token]) -> Verdict {
        let counts = has(clause, |class| matches!(class, Class::Receive | Class::NewlyReceive | Class::Accept))
            && (has(clause, is_application) || self.speaks_of_disclosure(clause));
        let published_documents = has(clause, is_document) && !has(clause, |class| class == Class::Thing);
        if counts || published_documents { Unread } else { Beside }
    }

    /// Where the tokens before a number that fit a quantity begin.
    fn phrase(left: &[Token], fits: impl Fn(Class) -> bool) -> usize {
        let fitting = left.iter().rev().take_while(|token| is_transparent(token.class) || fits(token.class)).count();
        let mut from = left.len() - fitting;
        // The time and the body before it are no part of the saying.
        while from < left.len() && is_transparent(left[from].class) {
            from += 1;
        }
        from.min(left.len().saturating_sub(1))
    }

    /// Whether the clause or its sentence is of another topic.
    fn of_other_topic(&self, clause: &[Token]) -> bool {
        let own = has(self.tokens, |class| class == Class::Application) || self.speaks_of_disclosure(clause);
        !own && has(self.tokens, |class| matches!(class, Class::Topic | Class::Affairs))
    }

    /// Whether a number is that of each thing named.
    fn each(&self, left: &[Token]) -> bool {
        has(left, |class| class == Class::Each)
    }
}

/// The words after a number that may belong to it: up to the next number, pause or bracket.
fn right_length(after: &[Token]) -> usize {
    let end =
        after.iter().position(|token| matches!(token.class, Class::Number(_) | Class::Pause)).unwrap_or(after.len());
    // 收到申请5件办结5件: without a pause the words are those of the next number.
    if after.get(end).is_some_and(|token| matches!(token.class, Class::Number(_))) {
        let parted = |token: &Token| matches!(token.class, Class::Join | Class::Mark);
        return after[..end].iter().position(parted).unwrap_or(0);
    }
    end
}

fn deed_kind(class: Class) -> Option<FactKind> {
    Some(match class {
        Class::Receive | Class::NewlyReceive => FactKind::Received,
        Class::Accept => FactKind::Accepted,
        Class::Close => FactKind::Closed,
        Class::Handle => FactKind::Handled,
        _ => return None,
    })
}

fn case_of(class: Class) -> Option<Case> {
    Some(match class {
        Class::Review => Case::Reviews,
        Class::Suit => Case::Suits,
        Class::SuitDirect => Case::Direct,
        Class::SuitAfterReview => Case::AfterReview,
        _ => return None,
    })
}

fn case_kind(class: Class) -> Option<FactKind> {
    Some(match class {
        Class::Review => FactKind::Reviews,
        Class::Suit => FactKind::Suits,
        Class::SuitDirect => FactKind::SuitsDirect,
        Class::SuitAfterReview => FactKind::SuitsAfterReview,
        _ => return None,
    })
}

fn case_of_kind(kind: FactKind) -> Option<Case> {
    Some(match kind {
        FactKind::Reviews => Case::Reviews,
        FactKind::Suits => Case::Suits,
        FactKind::SuitsDirect => Case::Direct,
        FactKind::SuitsAfterReview => Case::AfterReview,
        _ => return None,
    })
}

fn applicant_kind(class: Class) -> Option<FactKind> {
    if let Class::Applicant(kind) = class { Some(kind) } else { None }
}

fn decision_kind(class: Class) -> Option<FactKind> {
    Some(match class {
        Class::License => FactKind::Licenses,
        Class::Penalty => FactKind::Penalties,
        Class::Coercion => FactKind::CompulsoryMeasures,
        _ => return None,
    })
}

fn document_kind(noun: Class, deed: Class) -> Option<FactKind> {
    Some(match (noun, deed) {
        (Class::Document, Class::Issue) => FactKind::DocumentsIssued,
        (Class::Document, Class::Repeal) => FactKind::DocumentsRepealed,
        (Class::Document, Class::InForce) => FactKind::DocumentsInForce,
        (Class::Rule, Class::Issue) => FactKind::RulesIssued,
        (Class::Rule, Class::Repeal) => FactKind::RulesRepealed,
        (Class::Rule, Class::InForce) => FactKind::RulesInForce,
        _ => return None,
    })
}

/// The cells of a result: its column in the rows of those cases.
fn result_kind(case: Case, column: &str) -> Option<FactKind> {
    const UPHELD: [CellId; 3] = results!("upheld");
    const CORRECTED: [CellId; 3] = results!("corrected");
    const OTHER: [CellId; 3] = results!("other_result");
    const PENDING: [CellId; 3] = results!("pending");
    let cells: &'static [CellId; 3] = match column {
        "upheld" => &UPHELD,
        "corrected" => &CORRECTED,
        "other_result" => &OTHER,
        "pending" => &PENDING,
        _ => return None,
    };
    let of_case = match case {
        Case::Reviews => 0..1,
        Case::Suits => 1..3,
        Case::Direct => 1..2,
        Case::AfterReview => 2..3,
        Case::Unclear => return None,
    };
    cells.get(of_case).map(FactKind::Cells)
}
