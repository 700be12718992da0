//! What the numbers of a sentence count, decided over the classes of its words.
//!
//! The word nearest before a number says what is counted; what stands further left says by whom and when. A number that nothing
//! stands before takes its words from behind: 5件予以公开. Where the words do not decide, the number is not understood.

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
        reading.sayings.sort_by_key(|saying| saying.place.start);
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

    // Counts.

    fn counts(&mut self, clause: Range<usize>, reading: &mut Reading) {
        let tokens = self.tokens;
        let mut from = clause.start;
        for index in clause.clone() {
            let Class::Number(figure) = tokens[index].class else { continue };
            // Numbers that an earlier one said together with itself.
            if index < from {
                continue;
            }
            let number = tokens[index].range();
            let denied = reading
                .sayings
                .iter()
                .any(|saying| saying.place.start <= number.start && number.end <= saying.place.end);
            if denied {
                from = index + 1;
                continue;
            }
            // 未收到一件…: a denial that was not understood is no count of one.
            let before = tokens[clause.start..index]
                .iter()
                .rfind(|token| !is_transparent(token.class) && !matches!(token.class, Class::Receive | Class::Accept));
            if matches!(before, Some(token) if matches!(token.class, Class::Negation | Class::None)) {
                let matters = self.matters(&tokens[clause.clone()]);
                reading.others.push((number, Rest::Unread { matters }));
                from = index + 1;
                continue;
            }
            let left = &tokens[from..index];
            if let Some(end) = self.respectively(from, index, clause.clone(), reading) {
                from = end;
                continue;
            }
            let after = &tokens[index + 1..clause.end];
            let right = &after[..right_length(after)];
            let (verdict, start, used) = self.judge(left, figure, right, &tokens[clause.start..index]);
            let end = if used == 0 { number.end } else { right[used - 1].end };
            let place = start.unwrap_or(number.start).min(number.start)..end;
            let last_year = has(&tokens[clause.start..index], |class| class == Class::LastYear);
            let mut say = |kinds: Vec<FactKind>, likely: bool| match figure.value {
                Some(value) if !kinds.is_empty() => reading.sayings.push(Saying {
                    last_year: last_year && !kinds.contains(&FactKind::CarriedIn),
                    kinds,
                    value,
                    clause: tokens[clause.start].start,
                    place: place.clone(),
                    number: number.clone(),
                    unit: (figure.unit_start < number.end).then_some(figure.unit_start..number.end),
                    likely,
                }),
                _ => reading.others.push((number.clone(), Rest::Unread { matters: true })),
            };
            match verdict {
                Said(kinds) => {
                    self.remember(&kinds);
                    say(kinds, false);
                }
                Likely(kinds) => {
                    self.context.total |= kinds.contains(&FactKind::Received) || kinds.contains(&FactKind::Accepted);
                    say(kinds, true);
                }
                Beside => reading.others.push((number, Rest::Beside)),
                Unread => {
                    let matters = self.matters(&tokens[clause.clone()]);
                    reading.others.push((number, Rest::Unread { matters }));
                }
            }
            from = index + 1 + used;
        }
    }

    /// 行政许可、行政处罚分别为3件、2件: as many numbers as things, in their order. Returns the index after the last number.
    fn respectively(&mut self, from: usize, at: usize, clause: Range<usize>, reading: &mut Reading) -> Option<usize> {
        let tokens = self.tokens;
        let left = &tokens[from..at];
        left.iter()
            .rev()
            .take_while(|token| is_transparent(token.class))
            .find(|token| self.flat.string(token.range()).starts_with("分别"))?;
        let mut numbers = vec![at];
        let mut next = at + 1;
        while next < clause.end {
            match tokens[next].class {
                Class::Number(_) => numbers.push(next),
                Class::Pause | Class::Join => {}
                _ => break,
            }
            next += 1;
        }
        if numbers.len() < 2 {
            return None;
        }
        let kinds = self.things_named(left);
        let foreign = has(&tokens[clause.clone()], |class| {
            matches!(
                class,
                Class::Publish
                    | Class::Listed
                    | Class::Info
                    | Class::Thing
                    | Class::Compare
                    | Class::LastYear
                    | Class::Topic
                    | Class::Channel
                    | Class::CompulsoryWays
            )
        });
        let of_cases = kinds.iter().any(|(_, kind)| case_of_kind(*kind).is_some());
        let about = !of_cases || self.context.cases || self.speaks_of_disclosure(tokens);
        let certain = kinds.len() == numbers.len() && !foreign && about;
        for (order, &number) in numbers.iter().enumerate() {
            let Class::Number(figure) = tokens[number].class else { continue };
            let place = tokens[number].range();
            match (kinds.get(order).filter(|_| certain), figure.value) {
                (Some(&(start, kind)), Some(value)) => reading.sayings.push(Saying {
                    kinds: vec![kind],
                    value,
                    clause: tokens[clause.start].start,
                    place: if order == 0 { start..place.end } else { place.clone() },
                    number: place.clone(),
                    unit: (figure.unit_start < place.end).then_some(figure.unit_start..place.end),
                    likely: false,
                    last_year: false,
                }),
                _ => {
                    let matters = self.matters(&tokens[clause.clone()]);
                    reading.others.push((place, Rest::Unread { matters }));
                }
            }
        }
        if of_cases {
            self.context.case = Some(Case::Unclear);
            self.context.cases |= certain;
        }
        Some(next)
    }

    /// The quantities that words name one by one, with where each begins.
    fn things_named(&self, words: &[Token]) -> Vec<(usize, FactKind)> {
        let of_applications = has(words, is_application);
        let named = |class: Class| {
            let outcome = if let Class::Outcome(kind) = class { Some(kind) } else { None };
            let thing = case_kind(class).or(decision_kind(class)).or(applicant_kind(class)).or(outcome);
            thing.or_else(|| deed_kind(class).filter(|_| of_applications))
        };
        words.iter().filter_map(|token| Some((token.start, named(token.class)?))).collect()
    }

    /// Keeps what later sayings of the sentence take over.
    fn remember(&mut self, kinds: &[FactKind]) {
        for kind in kinds {
            match kind {
                FactKind::Received | FactKind::Accepted => {
                    self.context.total = true;
                    self.context.applications = true;
                }
                FactKind::Closed | FactKind::Handled => self.context.closed = true,
                FactKind::Reviews => self.context.case = Some(Case::Reviews),
                FactKind::Suits => self.context.case = Some(Case::Suits),
                FactKind::SuitsDirect => self.context.case = Some(Case::Direct),
                FactKind::SuitsAfterReview => self.context.case = Some(Case::AfterReview),
                _ => {}
            }
        }
        if kinds.contains(&FactKind::Reviews) && kinds.contains(&FactKind::Suits) {
            self.context.case = Some(Case::Unclear);
        }
        if kinds.iter().any(|kind| matches!(kind, FactKind::Reviews | FactKind::Suits | FactKind::SuitsDirect)) {
            self.context.cases = true;
        }
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

    /// What a number counts, where its saying begins, and how many of the words after it belong to it.
    fn judge(
        &mut self,
        left: &[Token],
        figure: Figure,
        right: &[Token],
        clause: &[Token],
    ) -> (Verdict, Option<usize>, usize) {
        if figure.unit == Unit::Measure {
            return (Beside, None, 0);
        }
        if figure.unit == Unit::Money {
            return (self.money(clause), clause.first().map(|token| token.start), 0);
        }
        let head = left.iter().rposition(|token| !is_transparent(token.class) && token.class != Class::Disclosure);
        let Some(head) = head else { return self.said_from_behind(left, right, clause) };
        let phrase_start = |from: usize| Some(left[from].start);
        let of_attributes = matches!(left[head].class, Class::Application | Class::Publish | Class::Outcome(_))
            && self.counts_attributes();
        if of_attributes {
            return (Beside, None, 0);
        }
        // 结转下年度继续办理1件
        let deed = |class| {
            is_transparent(class)
                || is_application(class)
                || matches!(class, Class::Handle | Class::Close | Class::Disclosure)
        };
        let before = left[..=head].iter().rfind(|token| !deed(token.class)).map(|token| token.class);
        let carried = matches!(before, Some(Class::Carry | Class::NextYear | Class::LastYear))
            && has(left, |class| class == Class::Carry);
        match left[head].class {
            _ if carried => {
                let (verdict, from) = self.carried(left, right, clause);
                (verdict, phrase_start(from), 0)
            }
            Class::Compare | Class::Rate | Class::Topic | Class::Affairs | Class::SeveralYears => (Beside, None, 0),
            Class::Part | Class::Rest | Class::Cause | Class::Through | Class::EndsCause => {
                self.said_from_behind(left, right, clause)
            }
            Class::Outcome(_) => {
                let (verdict, from) = self.outcome(left, clause);
                (verdict, phrase_start(from), 0)
            }
            Class::Result(_) => {
                let (verdict, from) = self.result(left, clause);
                (verdict, phrase_start(from), 0)
            }
            class if is_case(class) => {
                let (verdict, from) = self.case(left, figure, clause);
                (verdict, phrase_start(from), 0)
            }
            Class::Carry | Class::NextYear | Class::LastYear => {
                let (verdict, from) = self.carried(left, right, clause);
                (verdict, phrase_start(from), 0)
            }
            Class::Applicant(_) => {
                let (verdict, from) = self.applicant(left, clause);
                (verdict, phrase_start(from), 0)
            }
            class
                if is_application(class)
                    || is_deed_of_applications(class)
                    || matches!(class, Class::Timely | Class::Late) =>
            {
                self.applications(left, figure, right, clause)
            }
            class if is_document(class) || is_document_deed(class) => self.documents(left, right, clause),
            class if is_decision(class) || class == Class::Decide => self.decisions(left, figure, right, clause),
            Class::Unknown => self.unknown(left, figure, right, clause),
            Class::Channel => (self.channel(clause, figure), None, 0),
            Class::Publish => {
                // 公开5件 among outcomes may be 予以公开.
                let bare = self.is(&left[head], "公开") && head + 1 == left.len() && self.lists_outcomes();
                // 发布8篇规范性文件: what was published may be what was issued.
                let published = right
                    .iter()
                    .find(|token| !is_transparent(token.class))
                    .is_some_and(|token| is_document(token.class));
                let verdict = match (bare, published) {
                    (true, _) => Likely(vec![FactKind::Granted]),
                    (_, true) => Unread,
                    _ => self.beside(clause),
                };
                (verdict, phrase_start(head), 0)
            }
            Class::AdminFee if figure.value == Some(0) => (Said(vec![FactKind::Fees]), phrase_start(head), 0),
            Class::Thing | Class::Listed => (Beside, None, 0),
            Class::Other if self.lists_outcomes() && !has(clause, |class| class == Class::Info) => (Unread, None, 0),
            _ => (self.beside(clause), None, 0),
        }
    }

    /// Whether the sentence lists what became of applications.
    fn lists_outcomes(&self) -> bool {
        !self.counts_attributes()
            && has(self.tokens, |class| matches!(class, Class::Outcome(_)))
            && self.speaks_of_applications()
    }

    /// 主动公开45件、依申请公开12件、不予公开263件: documents by what may be done with them.
    fn counts_attributes(&self) -> bool {
        let followed = |words: &str| {
            self.tokens.windows(2).any(|pair| self.is(&pair[0], words) && matches!(pair[1].class, Class::Number(_)))
        };
        followed("主动公开") && followed("依申请公开")
    }

    /// A number of something else, unless the clause counts applications.
    fn beside(&self, clause: &[Token]) -> Verdict {
        let counts = has(clause, |class| matches!(class, Class::Receive | Class::NewlyReceive | Class::Accept))
            && (has(clause, is_application) || self.speaks_of_disclosure(clause));
        let published_documents = has(clause, is_document) && !has(clause, |class| class == Class::Thing);
        if counts || published_documents { Unread } else { Beside }
    }

    fn money(&self, clause: &[Token]) -> Verdict {
        if has(clause, |class| class == Class::AdminFee) {
            let other = has(clause, |class| matches!(class, Class::LastYear | Class::Compare | Class::SeveralYears));
            return if other { Unread } else { Said(vec![FactKind::Fees]) };
        }
        Beside
    }

    /// A number in an unknown noun: 旧闸门2件.
    fn unknown(
        &mut self,
        left: &[Token],
        figure: Figure,
        right: &[Token],
        clause: &[Token],
    ) -> (Verdict, Option<usize>, usize) {
        let behind = self.said_from_behind(&left[left.len()..], right, clause);
        if matches!(behind.0, Said(_) | Likely(_)) {
            return (Unread, None, 0);
        }
        let received = has(clause, |class| {
            matches!(class, Class::Receive | Class::NewlyReceive | Class::Accept | Class::Close | Class::Handle)
        });
        let about = has(clause, is_application)
            || received && self.context.applications
            || has(clause, is_case)
            || has(clause, is_document);
        let published = has(clause, |class| matches!(class, Class::Publish | Class::Thing | Class::Info));
        let loose = figure.unit == Unit::Loose && (!received || published);
        let unread = figure.unit == Unit::None || about && !loose;
        (if unread { Unread } else { Beside }, None, 0)
    }

    /// 网络9件: a part of what came in, by the way it came.
    fn channel(&self, clause: &[Token], figure: Figure) -> Verdict {
        let about = has(clause, is_application) || self.speaks_of_applications() && figure.unit == Unit::Case;
        if about && !self.context.total { Unread } else { Beside }
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

    fn outcome(&self, left: &[Token], clause: &[Token]) -> (Verdict, usize) {
        let fits = |class| {
            matches!(
                class,
                Class::Outcome(_) | Class::Cause | Class::Close | Class::Handle | Class::Decide | Class::Disclosure
            ) || is_application(class)
        };
        let from = Grammar::phrase(left, fits);
        let mut kinds: Vec<FactKind> = Vec::new();
        for token in &left[from..] {
            if let Class::Outcome(kind) = token.class
                && !kinds.contains(&kind)
            {
                kinds.push(kind);
            }
        }
        (self.outcomes(kinds, left, clause), from)
    }

    /// The verdict on outcomes named before or after a number.
    fn outcomes(&self, mut kinds: Vec<FactKind>, left: &[Token], clause: &[Token]) -> Verdict {
        // 属于国家秘密不予公开: the row within the group.
        let groups: Vec<FactKind> = kinds.iter().filter_map(|kind| kind.group()).collect();
        kinds.retain(|kind| !groups.contains(kind));
        if self.of_other_topic(clause) || self.counts_attributes() {
            return Beside;
        }
        let about = self.speaks_of_applications() || has(self.tokens, is_application);
        let restricted = has(clause, |class| {
            matches!(class, Class::Channel | Class::Applicant(_) | Class::Compare | Class::LastYear | Class::Publish)
                || is_case(class)
        });
        let of_a_part = has(self.tokens, |class| class == Class::Channel) && !self.context.total;
        if !about || restricted || of_a_part {
            return Unread;
        }
        match kinds.as_slice() {
            [_] => Said(kinds),
            [FactKind::Granted, FactKind::GrantedInPart] if !self.each(left) => Said(vec![FactKind::GrantedAtAll]),
            _ if self.each(left) => Said(kinds),
            _ => Unread,
        }
    }

    /// Whether a number is that of each thing named.
    fn each(&self, left: &[Token]) -> bool {
        has(left, |class| class == Class::Each)
    }

    fn result(&self, left: &[Token], clause: &[Token]) -> (Verdict, usize) {
        let from = Grammar::phrase(left, |class| matches!(class, Class::Result(_)) || is_case(class));
        let columns: Vec<&'static str> = left[from..]
            .iter()
            .filter_map(|token| if let Class::Result(column) = token.class { Some(column) } else { None })
            .collect();
        let case = left[..].iter().rev().find_map(|token| case_of(token.class)).or(self.context.case);
        (self.results(&columns, case, left, clause), from)
    }

    fn results(&self, columns: &[&'static str], case: Option<Case>, left: &[Token], clause: &[Token]) -> Verdict {
        let foreign =
            has(clause, |class| matches!(class, Class::Accept | Class::Handle | Class::LastYear | Class::Compare));
        let kind = |column: &&'static str| case.and_then(|case| result_kind(case, column));
        let kinds: Option<Vec<FactKind>> = columns.iter().map(kind).collect();
        let known = self.context.cases || self.speaks_of_disclosure(self.tokens);
        match kinds {
            Some(kinds) if known && !foreign && (kinds.len() == 1 || self.each(left)) => Said(kinds),
            None if case.is_none() && !self.context.cases => Beside,
            _ => Unread,
        }
    }

    fn case(&mut self, left: &[Token], figure: Figure, clause: &[Token]) -> (Verdict, usize) {
        let fits = |class| {
            is_case(class)
                || matches!(
                    class,
                    Class::Disclosure
                        | Class::Cause
                        | Class::EndsCause
                        | Class::Receive
                        | Class::Application
                        | Class::WeakApplication
                )
        };
        let mut from = Grammar::phrase(left, fits);
        // The saying begins with its first case, not with the deed before it.
        while from + 1 < left.len() && !is_case(left[from].class) {
            from += 1;
        }
        let kinds: Vec<FactKind> = left[from..].iter().filter_map(|token| case_kind(token.class)).collect();
        (self.cases(kinds, figure, left, clause), from)
    }

    fn cases(&mut self, mut kinds: Vec<FactKind>, figure: Figure, left: &[Token], clause: &[Token]) -> Verdict {
        kinds.dedup();
        let zero = figure.value == Some(0);
        let by_way = kinds.iter().all(|kind| matches!(kind, FactKind::SuitsDirect | FactKind::SuitsAfterReview));
        let other_year =
            has(clause, |class| matches!(class, Class::Compare | Class::LastYear | Class::Carry | Class::SeveralYears));
        if other_year && !zero {
            self.context.case = Some(Case::Unclear);
            return Beside;
        }
        let dissatisfied = clause.iter().any(|token| self.is(token, "不服"));
        let worked_on = has(clause, |class| {
            !(dissatisfied && matches!(class, Class::Close | Class::Handle))
                && matches!(
                    class,
                    Class::Accept
                        | Class::Handle
                        | Class::Close
                        | Class::CompulsoryWays
                        | Class::Result(_)
                        | Class::Topic
                )
        });
        let part = !by_way && has(left, |class| matches!(class, Class::Part | Class::Rest));
        let received = has(clause, |class| matches!(class, Class::Receive | Class::EndsCause));
        let about = zero || self.context.cases || received || self.speaks_of_disclosure(self.tokens);
        if worked_on || other_year {
            self.context.case = Some(Case::Unclear);
            return if about || !worked_on { Likely(kinds) } else { Unread };
        }
        let summed = has(left, |class| class == Class::All) && kinds == [FactKind::Reviews, FactKind::Suits];
        if kinds.len() > 1 && !self.each(left) && (summed || !zero) {
            self.context.case = Some(Case::Unclear);
            let together = kinds == [FactKind::Reviews, FactKind::Suits] && about;
            return match together {
                true if zero => Said(vec![FactKind::Cells(&DISPUTES)]),
                true => Likely(vec![FactKind::Cells(&DISPUTES)]),
                false => Unread,
            };
        }
        let related =
            zero && !by_way || self.context.cases || received && !by_way || self.speaks_of_disclosure(self.tokens);
        if !related || part {
            self.context.case = Some(Case::Unclear);
            return Likely(kinds);
        }
        Said(kinds)
    }

    /// 上年结转, 结转下年: before or after the number.
    fn carried(&self, left: &[Token], right: &[Token], clause: &[Token]) -> (Verdict, usize) {
        let fits = |class| {
            matches!(
                class,
                Class::Carry
                    | Class::LastYear
                    | Class::NextYear
                    | Class::Handle
                    | Class::Close
                    | Class::Rest
                    | Class::Disclosure
                    | Class::Part
            ) || is_application(class)
        };
        let mut from = Grammar::phrase(left, fits);
        while from + 1 < left.len() && !matches!(left[from].class, Class::Carry | Class::LastYear | Class::NextYear) {
            from += 1;
        }
        // 2022年结转至2023年
        let year_before = left[..from]
            .iter()
            .rposition(|token| !is_transparent(token.class) || matches!(token.class, Class::Year(_)));
        let from_year = year_before
            .filter(|&at| matches!(left[at].class, Class::Year(year) if self.context.year == Some(year + 1)));
        let start = from_year.unwrap_or(from);
        let carries = has(&left[from..], |class| class == Class::Carry);
        if !carries && !has(&left[from..], |class| class == Class::LastYear) {
            return (if has(right, |class| class == Class::Carry) { Unread } else { self.beside(clause) }, start);
        }
        if !carries {
            return (Beside, start);
        }
        (self.direction(&left[start..], right, clause), start)
    }

    /// The verdict on a number that was carried over, by the years named around it.
    fn direction(&self, words: &[Token], right: &[Token], clause: &[Token]) -> Verdict {
        if has(clause, is_case) || has(right, is_case) || self.last_spoken_of_is_case(clause) {
            return Beside;
        }
        if has(clause, |class| class == Class::Compare) {
            return Unread;
        }
        if !self.speaks_of_applications() && !has(self.tokens, is_application) && !self.context.total {
            return Unread;
        }
        let year = self.context.year;
        let is_year = |shift: i32| move |class| matches!((class, year), (Class::Year(named), Some(year)) if i32::from(named) == i32::from(year) + shift);
        if has(words, |class| class == Class::LastYear) || has(words, is_year(-1)) {
            return Said(vec![FactKind::CarriedIn]);
        }
        if has(words, |class| class == Class::NextYear)
            || has(words, is_year(1))
            || has(right, |class| class == Class::NextYear)
        {
            return Said(vec![FactKind::CarriedOut]);
        }
        if has(words, |class| matches!(class, Class::Year(_))) {
            return Unread;
        }
        Likely(if self.context.closed {
            vec![FactKind::CarriedOut]
        } else {
            vec![FactKind::CarriedIn, FactKind::CarriedOut]
        })
    }

    /// Whether a sentence has come from applications to cases.
    fn last_spoken_of_is_case(&self, clause: &[Token]) -> bool {
        let end = clause.last().map_or(0, |token| token.start);
        let spoken = self
            .tokens
            .iter()
            .rfind(|token| token.start <= end && (is_case(token.class) || is_application(token.class)));
        match spoken {
            Some(token) => is_case(token.class),
            None => self.context.case.is_some() && self.aside,
        }
    }

    fn applicant(&self, left: &[Token], clause: &[Token]) -> (Verdict, usize) {
        let from = Grammar::phrase(left, |class| {
            matches!(class, Class::Applicant(_) | Class::WeakApplication | Class::Application | Class::Disclosure)
        });
        (
            self.applicants(
                left[from..].iter().filter_map(|token| applicant_kind(token.class)).collect(),
                left,
                clause,
            ),
            from,
        )
    }

    fn applicants(&self, kinds: Vec<FactKind>, left: &[Token], clause: &[Token]) -> Verdict {
        let about = self.speaks_of_applications() || has(clause, is_application) && !self.of_other_topic(clause);
        let restricted = has(clause, |class| {
            matches!(
                class,
                Class::Outcome(_)
                    | Class::Close
                    | Class::Carry
                    | Class::Compare
                    | Class::LastYear
                    | Class::Topic
                    | Class::Channel
            ) || is_case(class)
        });
        match (about, restricted) {
            (true, false) if kinds.len() == 1 || self.each(left) => Said(kinds),
            (false, _) if !has(clause, is_application) => Beside,
            _ => Unread,
        }
    }

    /// Applications received, accepted, closed; with the noun before or after the number.
    fn applications(
        &mut self,
        left: &[Token],
        figure: Figure,
        right: &[Token],
        clause: &[Token],
    ) -> (Verdict, Option<usize>, usize) {
        let fits = |class| {
            is_application(class)
                || is_deed_of_applications(class)
                || matches!(
                    class,
                    Class::Disclosure
                        | Class::Timely
                        | Class::Late
                        | Class::Info
                        | Class::Cause
                        | Class::Decide
                        | Class::Ways
                        | Class::Applicant(_)
                )
        };
        let mut from = Grammar::phrase(left, fits);
        // The saying begins with its deed or its noun.
        while from + 1 < left.len()
            && !is_application(left[from].class)
            && !is_deed_of_applications(left[from].class)
            && !matches!(left[from].class, Class::Applicant(_))
        {
            from += 1;
        }
        let phrase = &left[from..];
        let outer = &left[..from];
        let used = self.noun_behind(phrase, right);
        let behind = &right[..used];
        let said = self.applications_said(outer, phrase, behind, figure, clause, right);
        (said, Some(phrase[0].start), used)
    }

    /// How many of the words after a number belong to it, where the noun stands there: 收到5份政府信息公开申请.
    fn noun_behind(&self, phrase: &[Token], right: &[Token]) -> usize {
        if has(phrase, is_application) {
            return 0;
        }
        let noun = right.iter().position(|token| !is_transparent(token.class) && token.class != Class::Disclosure);
        match noun {
            Some(noun) if is_application(right[noun].class) => noun + 1,
            _ => 0,
        }
    }

    fn applications_said(
        &mut self,
        outer: &[Token],
        phrase: &[Token],
        behind: &[Token],
        figure: Figure,
        clause: &[Token],
        right: &[Token],
    ) -> Verdict {
        let nouns = |wanted: fn(Class) -> bool| has(phrase, wanted) || has(behind, wanted);
        let named = nouns(is_application);
        let strong = nouns(|class| class == Class::Application)
            || self.speaks_of_disclosure(phrase)
            || self.speaks_of_disclosure(behind);
        if has(clause, |class| class == Class::Compare) {
            return Beside;
        }
        if let Some(kind) = phrase.iter().find_map(|token| applicant_kind(token.class)) {
            let kinds: Vec<FactKind> = phrase.iter().filter_map(|token| applicant_kind(token.class)).collect();
            let both = kinds.contains(&FactKind::FromIndividuals) && kinds.len() > 1;
            if !both {
                let restricted = has(clause, |class| {
                    matches!(class, Class::Outcome(_) | Class::Close | Class::Carry | Class::Channel | Class::Topic)
                });
                return if (strong || self.speaks_of_applications()) && !restricted {
                    Said(vec![kind])
                } else {
                    Unread
                };
            }
        }
        // 不予公开的政府信息公开申请0件
        if let Some(Token { class: Class::Outcome(kind), .. }) =
            outer.iter().rfind(|token| !is_transparent(token.class))
        {
            return if has(phrase, is_deed_of_applications) {
                Unread
            } else {
                self.outcomes(vec![*kind], outer, clause)
            };
        }
        if has(outer, is_case) {
            return if has(phrase, |class| class == Class::Application) { Unread } else { self.beside_of_case() };
        }
        let topic = strong || self.context.applications && !self.sentence_is_of_others();
        if !topic {
            let of_others = has(clause, |class| matches!(class, Class::Topic | Class::Affairs | Class::Thing));
            return if of_others {
                Beside
            } else if named {
                Unread
            } else {
                self.beside(clause)
            };
        }
        // 收到5件建议
        if !named && behind.is_empty() {
            let next = right.iter().find(|token| !is_transparent(token.class));
            match next.map(|token| token.class) {
                Some(Class::Topic | Class::Thing | Class::Affairs) => return Beside,
                Some(Class::Unknown) => return Unread,
                _ => {}
            }
            if has(clause, |class| matches!(class, Class::Topic | Class::Affairs)) {
                return Beside;
            }
        }
        if has(clause, |class| class == Class::Channel) && !self.ways_are_whole(clause) {
            return if self.context.total { Beside } else { Unread };
        }
        self.by_deed(outer, phrase, figure, clause)
    }

    fn beside_of_case(&self) -> Verdict {
        Unread
    }

    /// Whether other things than applications are spoken of in the sentence.
    fn sentence_is_of_others(&self) -> bool {
        has(self.tokens, |class| matches!(class, Class::Topic | Class::Affairs))
            && !has(self.tokens, |class| class == Class::Application)
    }

    /// 通过网络、信函等方式 leaves nothing out.
    fn ways_are_whole(&self, clause: &[Token]) -> bool {
        has(clause, |class| class == Class::Ways)
    }

    /// What the deed of a saying makes of its number.
    fn by_deed(&mut self, outer: &[Token], phrase: &[Token], figure: Figure, clause: &[Token]) -> Verdict {
        let last = phrase.iter().rfind(|token| !is_transparent(token.class)).map(|token| token.class);
        let first_deed = phrase.iter().map(|token| token.class).find(|&class| is_deed_of_applications(class));
        let deed = last.filter(|&class| is_deed_of_applications(class)).or(first_deed);
        let loose = has(phrase, |class| class == Class::LooseApplication);
        let part = has(outer, |class| matches!(class, Class::Part | Class::Rest));
        let open = outer.iter().rfind(|token| !is_transparent(token.class)).map(|token| token.class);
        let is_deed = deed.is_some();
        let kind = deed.and_then(deed_kind).unwrap_or(FactKind::Received);
        if deed.is_some() {
            self.deed = deed;
        }
        // 收到、办结申请均为0件
        if self.each(phrase) {
            let deeds = phrase.iter().map(|token| token.class);
            let mut kinds: Vec<FactKind> = deeds.filter_map(deed_kind).collect();
            kinds.dedup();
            if kinds.len() > 1 {
                return Said(kinds);
            }
        }
        // 回复9件 may be letters.
        let replies = kind == FactKind::Closed
            && !has(phrase, is_application)
            && phrase.iter().any(|token| self.is(token, "回复"))
            && !has(self.tokens, is_application);
        if replies {
            return Likely(vec![kind]);
        }
        let said = |certain: bool| if certain && !loose { Said(vec![kind]) } else { Likely(vec![kind]) };
        if kind == FactKind::Closed || kind == FactKind::Handled {
            return self.closed(kind, outer, phrase, clause);
        }
        if is_deed {
            if has(phrase, |class| matches!(class, Class::Timely | Class::Late)) {
                return Unread;
            }
            return said(!part || deed == Some(Class::NewlyReceive));
        }
        // No deed: 政府信息公开申请9件, or a further item of a list.
        let unknown = outer.iter().rposition(|token| token.class == Class::Unknown);
        let of_body = unknown.is_some_and(|at| outer.get(at + 1).is_some_and(|next| next.class == Class::Own));
        if open == Some(Class::Unknown) && !of_body || part {
            return Likely(vec![kind]);
        }
        if self.deed.is_some() && has(outer, |class| class == Class::Pause) {
            return Unread;
        }
        let named_as_number = phrase.iter().any(|token| {
            is_application(token.class)
                && self.flat.string(token.range()).contains("申请")
                && !self.is(token, "依申请公开")
                && !self.is(token, "申请公开")
        });
        if figure.value == Some(0)
            || named_as_number && !loose
            || has(phrase, |class| matches!(class, Class::All | Class::Person)) && !loose
        {
            return Said(vec![FactKind::Received]);
        }
        Likely(vec![FactKind::Received, FactKind::Closed])
    }

    /// 办结, 答复; those closed in time are all only where nothing is said of others.
    fn closed(&self, kind: FactKind, outer: &[Token], phrase: &[Token], clause: &[Token]) -> Verdict {
        let part = has(outer, |class| matches!(class, Class::Part | Class::Rest));
        let late = |class| class == Class::Late;
        let timely = |class| class == Class::Timely;
        if has(phrase, late) || has(clause, late) {
            return Unread;
        }
        if has(clause, timely) {
            let others = has(self.tokens, |class| matches!(class, Class::Late | Class::Topic));
            let strong = self.speaks_of_applications();
            return if others {
                Unread
            } else if strong {
                Said(vec![kind])
            } else {
                Likely(vec![kind])
            };
        }
        let oral = has(clause, |class| matches!(class, Class::Channel | Class::Topic | Class::Publish));
        if has(clause, |class| matches!(class, Class::Outcome(_))) {
            return Unread;
        }
        if part || oral { Likely(vec![kind]) } else { Said(vec![kind]) }
    }

    fn documents(&mut self, left: &[Token], right: &[Token], clause: &[Token]) -> (Verdict, Option<usize>, usize) {
        let from = Grammar::phrase(left, |class| is_document(class) || is_document_deed(class));
        let phrase = &left[from..];
        let mut used = 0;
        let mut nouns: Vec<Class> =
            phrase.iter().map(|token| token.class).filter(|&class| is_document(class)).collect();
        if nouns.is_empty()
            && let Some(at) = right.iter().position(|token| !is_transparent(token.class))
            && is_document(right[at].class)
        {
            nouns.push(right[at].class);
            used = at + 1;
        }
        let mut deeds: Vec<Class> =
            phrase.iter().map(|token| token.class).filter(|&class| is_document_deed(class)).collect();
        deeds.dedup();
        let inherited_noun = nouns.is_empty();
        let both = has(self.tokens, |class| class == Class::Document) && has(self.tokens, |class| class == Class::Rule);
        if inherited_noun {
            match self.document {
                Some(noun) => nouns.push(noun),
                None => match (
                    has(self.tokens, |class| class == Class::Document),
                    has(self.tokens, |class| class == Class::Rule),
                ) {
                    (true, false) => nouns.push(Class::Document),
                    (false, true) => nouns.push(Class::Rule),
                    _ => {}
                },
            }
        }
        let start = Some(phrase[0].start);
        if nouns.is_empty() {
            return (self.nameless(left, right, clause), start, 0);
        }
        let inherited_deed = deeds.is_empty();
        if inherited_deed {
            deeds.extend(self.deed.filter(|&class| is_document_deed(class)));
        }
        let published = has(&left[..from], |class| class == Class::Publish);
        let cumulative =
            left.iter().any(|token| self.is(token, "累计")) && !has(clause, |class| matches!(class, Class::Year(_)));
        let unclear = published
            || cumulative
            || inherited_noun && both
            || has(self.tokens, |class| matches!(class, Class::SeveralYears))
            || has(clause, |class| matches!(class, Class::Compare | Class::LastYear))
            || clause.iter().any(|token| self.is(token, "以来"));
        if !published && nouns.len() == 1 {
            self.document = nouns.first().copied();
        }
        if let [deed] = deeds[..] {
            self.deed = Some(deed);
        }
        let kinds: Vec<FactKind> =
            deeds.iter().flat_map(|&deed| nouns.iter().filter_map(move |&noun| document_kind(noun, deed))).collect();
        let verdict = if kinds.is_empty() {
            if published {
                Unread
            } else {
                Likely(nouns.iter().filter_map(|&noun| document_kind(noun, Class::Issue)).collect())
            }
        } else if unclear {
            if published { Unread } else { Likely(kinds) }
        } else if kinds.len() == 1 || self.each(left) {
            Said(kinds)
        } else {
            Unread
        };
        (verdict, start, used)
    }

    /// 废止2件, and no document is named.
    fn nameless(&self, left: &[Token], right: &[Token], clause: &[Token]) -> Verdict {
        let other = has(right, |class| matches!(class, Class::Unknown | Class::Thing | Class::Info | Class::Topic))
            || has(left, |class| matches!(class, Class::Thing | Class::Unknown));
        if other || !has(clause, |class| class == Class::InForce) { Beside } else { Unread }
    }

    fn decisions(
        &mut self,
        left: &[Token],
        figure: Figure,
        right: &[Token],
        clause: &[Token],
    ) -> (Verdict, Option<usize>, usize) {
        let from = Grammar::phrase(left, |class| {
            is_decision(class) || matches!(class, Class::Decide | Class::Handle | Class::Close)
        });
        let phrase = &left[from..];
        let mut kinds: Vec<FactKind> = phrase.iter().filter_map(|token| decision_kind(token.class)).collect();
        let mut used = 0;
        if kinds.is_empty()
            && let Some(at) = right.iter().position(|token| !is_transparent(token.class))
        {
            if let Some(kind) = decision_kind(right[at].class) {
                kinds.push(kind);
                used = at + 1;
            } else {
                return self.said_from_behind(left, right, clause);
            }
        }
        let start = Some(phrase[0].start);
        if kinds.is_empty() {
            return (self.beside(clause), start, 0);
        }
        let next = right.iter().find(|token| !is_transparent(token.class)).map(|token| token.class);
        let listed = has(clause, |class| matches!(class, Class::Listed | Class::Info | Class::Thing))
            || used == 0 && matches!(next, Some(Class::Publish)) && has(right, |class| class == Class::Info);
        if listed || has(clause, |class| matches!(class, Class::Compare | Class::LastYear | Class::SeveralYears)) {
            return (Beside, start, used);
        }
        if has(clause, is_case) || has(clause, |class| matches!(class, Class::CompulsoryWays)) {
            return (Unread, start, used);
        }
        if has(&left[..from], |class| {
            matches!(class, Class::Accept | Class::WeakApplication | Class::Receive | Class::Topic)
        }) {
            return (Beside, start, used);
        }
        let unclear = has(clause, |class| matches!(class, Class::Publish | Class::Part))
            || left.iter().any(|token| self.is(token, "累计")) && !has(clause, |class| matches!(class, Class::Year(_)))
            || figure.unit != Unit::Case
                && !has(clause, |class| matches!(class, Class::Decide))
                && figure.value != Some(0);
        if kinds.len() > 1 && !self.each(left) && figure.value != Some(0) {
            return (Unread, start, used);
        }
        (if unclear { Likely(kinds) } else { Said(kinds) }, start, used)
    }

    /// A number that takes its words from behind: 5件予以公开, 2件结转下年度.
    fn said_from_behind(
        &mut self,
        left: &[Token],
        right: &[Token],
        clause: &[Token],
    ) -> (Verdict, Option<usize>, usize) {
        let start = left.iter().find(|token| matches!(token.class, Class::Rest)).map(|token| token.start);
        let classes = || right.iter().enumerate().map(|(at, token)| (at, token.class));
        let clear = |at: usize| {
            right[..at].iter().all(|token| {
                is_transparent(token.class)
                    || is_application(token.class)
                    || matches!(
                        token.class,
                        Class::Disclosure
                            | Class::Close
                            | Class::Handle
                            | Class::Decide
                            | Class::Cause
                            | Class::EndsCause
                            | Class::Outcome(_)
                            | Class::Review
                            | Class::Suit
                    )
            })
        };
        let widened: Vec<Token> = clause.iter().chain(right).copied().collect();
        let both: Vec<Token> = left.iter().chain(right).copied().collect();
        if let Some((at, _)) = classes().find(|(_, class)| class == &Class::Carry) {
            let before_it = &right[..at];
            if before_it.iter().all(|token| {
                is_transparent(token.class)
                    || matches!(
                        token.class,
                        Class::NextYear
                            | Class::LastYear
                            | Class::Disclosure
                            | Class::Handle
                            | Class::Close
                            | Class::Year(_)
                    )
                    || is_application(token.class)
            }) {
                let end = right.len();
                let words: Vec<Token> =
                    left.iter().filter(|token| token.class == Class::LastYear).chain(right).copied().collect();
                let verdict = if has(right, |class| class == Class::Accept)
                    || right.iter().any(|token| self.is(token, "审理"))
                {
                    Beside
                } else {
                    self.direction(&words, &[], &widened)
                };
                return (verdict, start, end);
            }
        }
        let outcomes: Vec<(usize, FactKind)> = classes()
            .filter_map(|(at, class)| if let Class::Outcome(kind) = class { Some((at, kind)) } else { None })
            .collect();
        if let Some(&(first, _)) = outcomes.first() {
            let end = outcomes.last().map_or(0, |(at, _)| at + 1);
            if clear(first) {
                let verdict = self.outcomes(outcomes.into_iter().map(|(_, kind)| kind).collect(), &both, &widened);
                return (verdict, start, end);
            }
        }
        let case = classes().find(|(_, class)| is_case(*class)).filter(|(at, _)| clear(*at));
        let other = || {
            classes().find(|(_, class)| {
                !is_transparent(*class) && !matches!(class, Class::Disclosure | Class::Cause | Class::EndsCause)
            })
        };
        let Some((at, class)) = case.or_else(other) else {
            return (self.bare(left, right, clause), None, 0);
        };
        let verdict = match class {
            class if is_case(class) => {
                let kinds: Vec<FactKind> = right.iter().filter_map(|token| case_kind(token.class)).collect();
                let figure = Figure { value: None, unit: Unit::Case, unit_start: 0 };
                self.cases(kinds, figure, &both, &widened)
            }
            Class::Applicant(kind) => self.applicants(vec![kind], &both, &widened),
            Class::Result(column) => self.results(&[column], self.context.case, &both, &widened),
            Class::Close | Class::Timely | Class::Late => {
                let part = has(left, |class| matches!(class, Class::Part | Class::Rest));
                if !self.speaks_of_applications() || self.sentence_is_of_others() {
                    self.beside(&widened)
                } else if part || class != Class::Close {
                    Unread
                } else {
                    Said(vec![FactKind::Closed])
                }
            }
            class if is_application(class) => {
                if class == Class::WeakApplication
                    && !self.speaks_of_disclosure(right)
                    && !self.speaks_of_applications()
                {
                    Unread
                } else if left.iter().any(|token| self.is(token, "共有")) {
                    Said(vec![FactKind::Received])
                } else {
                    Likely(vec![FactKind::Received, FactKind::Closed, FactKind::Handled])
                }
            }
            class if is_decision(class) => match decision_kind(class) {
                _ if has(&widened, |class| matches!(class, Class::Listed | Class::Info | Class::Publish)) => Beside,
                Some(kind) if left.iter().all(|token| is_transparent(token.class)) => Said(vec![kind]),
                Some(kind) => Likely(vec![kind]),
                None => Beside,
            },
            class if is_document(class) => Unread,
            Class::Topic | Class::Thing | Class::Info | Class::Publish | Class::Affairs | Class::Listed => Beside,
            Class::Unknown => self.bare(left, right, clause),
            _ => self.bare(left, right, clause),
        };
        let used = if matches!(verdict, Said(_) | Likely(_)) { at + 1 } else { 0 };
        (verdict, start, used)
    }

    /// A number with no known word on either side.
    fn bare(&self, left: &[Token], right: &[Token], clause: &[Token]) -> Verdict {
        let known = |token: &Token| {
            is_transparent(token.class)
                || matches!(token.class, Class::Part | Class::Rest | Class::Disclosure | Class::Cause)
        };
        if self.context.applications && left.iter().all(known) && right.iter().all(known) && clause.iter().all(known) {
            return Unread;
        }
        if has(clause, is_application) || has(right, is_application) || has(clause, is_case) {
            return Unread;
        }
        Beside
    }

    // Denials.

    fn denials(&mut self, clause: Range<usize>, reading: &mut Reading) {
        let tokens = self.tokens;
        let mut index = clause.start;
        while index < clause.end {
            let class = tokens[index].class;
            if !matches!(class, Class::Negation | Class::None) {
                index += 1;
                continue;
            }
            let conditional = index > clause.start && tokens[index - 1].class == Class::Condition
                || tokens[index]
                    .start
                    .checked_sub(1)
                    .is_some_and(|before| self.flat.at(before) == Some('有') && class == Class::None);
            // 申请人未提起行政诉讼: it is not the body's own to have none.
            let of_others = index > clause.start && tokens[index - 1].class == Class::Person;
            let end = self.denied_until(index + 1, clause.end);
            if !conditional && !of_others {
                self.denial(index, end, clause.clone(), reading);
            }
            index = end.max(index + 1);
        }
    }

    /// The index after the words that a denial reaches over.
    fn denied_until(&self, from: usize, end: usize) -> usize {
        let fits = |class| {
            is_transparent(class)
                || is_application(class)
                || is_case(class)
                || is_document(class)
                || is_decision(class)
                || is_document_deed(class)
                || matches!(
                    class,
                    Class::Disclosure
                        | Class::Receive
                        | Class::NewlyReceive
                        | Class::Accept
                        | Class::Ways
                        | Class::Through
                        | Class::Cause
                        | Class::EndsCause
                        | Class::Carry
                        | Class::LastYear
                        | Class::NextYear
                        | Class::Decide
                        | Class::AdminFee
                        | Class::Collect
                        | Class::Other
                        | Class::Info
                        | Class::Number(_)
                )
        };
        let mut index = from;
        let mut cause: Option<usize> = None;
        while index < end {
            let token = &self.tokens[index];
            if matches!(token.class, Class::Negation | Class::None) {
                break;
            }
            if token.class == Class::Cause {
                cause = Some(token.start);
            }
            let within_cause = cause.is_some_and(|start| token.end - start <= LONGEST_CAUSE)
                && matches!(token.class, Class::Unknown | Class::Thing | Class::Topic | Class::Handle | Class::Close);
            let joined = index > from
                && self.tokens[from..index].iter().any(|token| is_case(token.class) || is_application(token.class))
                && matches!(token.class, Class::Topic)
                && (matches!(self.tokens[index - 1].class, Class::Join | Class::Pause | Class::Topic)
                    || self.is(&self.tokens[index - 1], "的"));
            let carries = matches!(token.class, Class::Handle | Class::Close)
                && self.tokens[from..index].iter().any(|token| token.class == Class::Carry);
            // 向鹿溪镇人民政府提出
            let of_body = token.class == Class::Unknown
                && (self.tokens.get(index + 1).is_some_and(|next| next.class == Class::Own)
                    || index > from && ["向", "到"].iter().any(|to| self.is(&self.tokens[index - 1], to)));
            if is_case(token.class) || token.class == Class::EndsCause || self.is(token, "的") {
                cause = None;
            }
            let published = token.class == Class::Publish
                && self.tokens[index + 1..end]
                    .iter()
                    .find(|next| !is_transparent(next.class))
                    .is_some_and(|next| is_document(next.class));
            if !(fits(token.class) || within_cause || joined || carries || of_body || published) {
                break;
            }
            index += 1;
        }
        index
    }

    fn denial(&mut self, at: usize, end: usize, clause: Range<usize>, reading: &mut Reading) {
        let tokens = self.tokens;
        let words = &tokens[at + 1..end];
        let numbers =
            words.iter().filter_map(|token| if let Class::Number(figure) = token.class { Some(figure) } else { None });
        // 未收到一例 is none; 未收到…3件 is something else.
        if numbers.into_iter().any(|figure| figure.value != Some(1)) {
            return;
        }
        let stopped_by = tokens.get(end).filter(|_| end < clause.end).map(|token| token.class);
        let mut last = end;
        while last > at + 1 && is_transparent(tokens[last - 1].class) && !matches!(tokens[last - 1].class, Class::Name)
        {
            last -= 1;
        }
        let open = last < end && matches!(tokens[last].class, Class::Join | Class::Pause);
        let closed = match stopped_by {
            None | Some(Class::Negation | Class::None | Class::Comma) => true,
            Some(_) => open,
        };
        let mut kinds = self.denied(tokens[at].class, words, &tokens[clause.clone()]);
        // 政府信息公开申请零受理
        let deed = words.first().and_then(|token| deed_kind(token.class));
        if kinds.is_empty()
            && self.is(&tokens[at], "零")
            && has(&tokens[clause.start..at], |class| class == Class::Application)
        {
            kinds.extend(deed.filter(|_| words.len() == 1));
        }
        // 无因政府信息公开产生行政复议，提起行政诉讼情况发生: half a sentence goes on.
        if closed && stopped_by.is_none() && kinds == [FactKind::Reviews] && tokens.get(clause.end).is_some() {
            let next = clause.end + 1;
            let length = tokens[next..].iter().take_while(|token| token.class != Class::Comma).count();
            let further = &tokens[next..next + length];
            let goes_on = further
                .iter()
                .all(|token| is_transparent(token.class) || is_case(token.class) || token.class == Class::Disclosure);
            if goes_on && has(further, is_case) {
                kinds.extend(further.iter().filter_map(|token| case_kind(token.class)));
                kinds.dedup();
                last = next + length;
            }
        }
        let place = tokens[at].start..tokens[last.max(at + 1) - 1].end;
        if kinds.is_empty() || !closed {
            self.not_understood(at, words, stopped_by, &kinds, reading);
            return;
        }
        if let Some(case) = kinds.iter().find_map(|kind| case_of_kind(*kind)) {
            self.context.case = Some(if kinds.len() > 1 { Case::Unclear } else { case });
        }
        reading.sayings.push(Saying {
            last_year: false,
            kinds,
            value: 0,
            clause: tokens[clause.start].start,
            number: tokens[at].range(),
            place,
            unit: None,
            likely: false,
        });
    }

    /// A denial that may be one of applications or cases, but for a word that no list knows.
    fn not_understood(
        &self,
        at: usize,
        words: &[Token],
        stopped_by: Option<Class>,
        kinds: &[FactKind],
        reading: &mut Reading,
    ) {
        let received =
            has(words, |class| matches!(class, Class::Receive | Class::NewlyReceive)) && has(words, is_application);
        let counted = received || !kinds.is_empty();
        let published = has(words, |class| class == Class::Publish) && has(words, is_document);
        if counted && stopped_by == Some(Class::Unknown) || published {
            reading.others.push((self.tokens[at].range(), Rest::Unread { matters: true }));
        }
    }

    /// What a denial says there was none of.
    fn denied(&self, negation: Class, words: &[Token], clause: &[Token]) -> Vec<FactKind> {
        let deed = words.iter().map(|token| token.class).find(|&class| {
            matches!(
                class,
                Class::Receive | Class::NewlyReceive | Class::Accept | Class::Collect | Class::Decide | Class::Carry
            ) || is_document_deed(class)
        });
        // 未发生一件政府信息公开申请
        let opens = |class: &Class| !is_transparent(*class) && !matches!(class, Class::Number(_));
        let opening = words.iter().map(|token| token.class).find(opens);
        if has(words, |class| class == Class::Carry) {
            let year = if has(words, |class| class == Class::LastYear) {
                Some(FactKind::CarriedIn)
            } else if has(words, |class| class == Class::NextYear) {
                Some(FactKind::CarriedOut)
            } else if clause.first().is_some_and(|first| {
                has(self.tokens, |class| class == Class::LastYear)
                    && has(clause, |class| class == Class::LastYear)
                    && first.start <= words[0].start
            }) {
                Some(FactKind::CarriedIn)
            } else if (self.context.closed || has(self.tokens, |class| class == Class::Close))
                && !has(self.tokens, |class| class == Class::LastYear)
            {
                Some(FactKind::CarriedOut)
            } else {
                None
            };
            let about = self.speaks_of_applications() || has(self.tokens, is_application);
            return year.filter(|_| about && !has(self.tokens, is_case)).into_iter().collect();
        }
        let mut kinds = Vec::new();
        if has(words, is_case) {
            if has(words, |class| matches!(class, Class::Accept | Class::LastYear)) {
                return Vec::new();
            }
            kinds.extend(words.iter().filter_map(|token| case_kind(token.class)));
            kinds.sort();
            kinds.dedup();
            if kinds.contains(&FactKind::Suits) {
                kinds.retain(|kind| !matches!(kind, FactKind::SuitsDirect | FactKind::SuitsAfterReview));
            }
            if deed == Some(Class::Receive) && self.applications_come_first(words) {
                kinds.insert(0, FactKind::Received);
            }
            return kinds;
        }
        match deed {
            Some(Class::Collect) => {
                return if has(words, |class| class == Class::AdminFee) { vec![FactKind::Fees] } else { kinds };
            }
            Some(deed) if is_document_deed(deed) => {
                let nouns = words.iter().map(|token| token.class).filter(|&class| is_document(class));
                return nouns.filter_map(|noun| document_kind(noun, deed)).collect();
            }
            _ => {}
        }
        if opening == Some(Class::AdminFee)
            && words.iter().all(|token| is_transparent(token.class) || token.class == Class::AdminFee)
        {
            return vec![FactKind::Fees];
        }
        if has(words, is_decision) {
            let direct = matches!(deed, Some(Class::Decide)) || opening.is_some_and(is_decision);
            let other = has(words, |class| {
                is_application(class) || matches!(class, Class::Receive | Class::Accept | Class::Info)
            });
            return if direct && !other {
                words.iter().filter_map(|token| decision_kind(token.class)).collect()
            } else {
                kinds
            };
        }
        if !has(words, is_application) || has(words, |class| class == Class::LastYear) {
            return kinds;
        }
        let strong = has(words, |class| class == Class::Application) || self.speaks_of_disclosure(words);
        let topic = strong || self.context.applications && !self.sentence_is_of_others();
        match deed {
            Some(Class::Receive | Class::NewlyReceive) if topic => kinds.push(FactKind::Received),
            Some(Class::Accept) if topic => kinds.push(FactKind::Accepted),
            None if strong
                && (negation == Class::None
                    || matches!(opening, Some(class) if is_application(class) || class == Class::Disclosure)
                    || self.only_persons_before(words)) =>
            {
                kinds.push(FactKind::Received);
            }
            _ => {}
        }
        kinds
    }

    /// 没有公民、法人申请公开政府信息
    fn only_persons_before(&self, words: &[Token]) -> bool {
        words.iter().take_while(|token| !is_application(token.class)).all(|token| {
            is_transparent(token.class)
                || matches!(token.class, Class::Disclosure | Class::Ways | Class::Through | Class::Unknown)
        })
    }

    /// 未收到政府信息公开申请、行政复议、行政诉讼: all three, and no cause.
    fn applications_come_first(&self, words: &[Token]) -> bool {
        let case = words.iter().position(|token| is_case(token.class)).unwrap_or(words.len());
        let before = &words[..case];
        let noun = before.iter().rposition(|token| is_application(token.class));
        noun.is_some_and(|noun| {
            has(&before[noun..], |class| matches!(class, Class::Pause | Class::Join))
                && !has(before, |class| matches!(class, Class::Cause | Class::EndsCause))
        })
    }

    /// A claim of none beside a positive number of the same thing in one sentence is about a part of it.
    fn drop_contradicted(&self, reading: &mut Reading) {
        let positive: Vec<FactKind> = reading
            .sayings
            .iter()
            .filter(|saying| saying.value > 0)
            .flat_map(|saying| saying.kinds.iter().copied())
            .collect();
        let of_applications = |kind: &FactKind| matches!(kind, FactKind::Received | FactKind::Accepted);
        let handled = reading.sayings.iter().any(|saying| {
            saying.value > 0
                && saying.kinds.iter().any(|kind| {
                    matches!(kind, FactKind::Closed | FactKind::Handled | FactKind::Received | FactKind::Accepted)
                })
        }) || self.handles_a_number();
        let contradicted = |saying: &Saying| {
            saying.value == 0
                && saying.kinds.iter().any(|kind| positive.contains(kind) || handled && of_applications(kind))
        };
        let (dropped, kept): (Vec<Saying>, Vec<Saying>) =
            std::mem::take(&mut reading.sayings).into_iter().partition(contradicted);
        reading.sayings = kept;
        reading.others.extend(dropped.into_iter().map(|saying| (saying.number, Rest::Unread { matters: true })));
    }

    /// Whether a clause speaks of a positive number of applications.
    fn handles_a_number(&self) -> bool {
        self.tokens.split(|token| token.class == Class::Comma).any(|clause| {
            !has(clause, |class| matches!(class, Class::Negation | Class::None))
                && has(clause, |class| is_application(class) || matches!(class, Class::Accept | Class::Close | Class::Handle))
                && has(clause, |class| matches!(class, Class::Number(Figure { value: Some(value), unit: Unit::Case, .. }) if value > 0))
        })
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
