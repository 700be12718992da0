//! Which words around a number decide what it counts.

use super::*;

impl Grammar<'_> {
    pub(super) fn counts(&mut self, clause: Range<usize>, reading: &mut Reading) {
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
    pub(super) fn respectively(
        &mut self,
        from: usize,
        at: usize,
        clause: Range<usize>,
        reading: &mut Reading,
    ) -> Option<usize> {
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
    pub(super) fn things_named(&self, words: &[Token]) -> Vec<(usize, FactKind)> {
        let of_applications = has(words, is_application);
        let named = |class: Class| {
            let outcome = if let Class::Outcome(kind) = class { Some(kind) } else { None };
            let thing = case_kind(class).or(decision_kind(class)).or(applicant_kind(class)).or(outcome);
            thing.or_else(|| deed_kind(class).filter(|_| of_applications))
        };
        words.iter().filter_map(|token| Some((token.start, named(token.class)?))).collect()
    }

    /// Keeps what later sayings of the sentence take over.
    pub(super) fn remember(&mut self, kinds: &[FactKind]) {
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

    /// What a number counts, where its saying begins, and how many of the words after it belong to it.
    pub(super) fn judge(&mut self, left: &[Token], figure: Figure, right: &[Token], clause: &[Token]) -> Judged {
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

    /// A number in an unknown noun: 旧闸门2件.
    pub(super) fn unknown(&mut self, left: &[Token], figure: Figure, right: &[Token], clause: &[Token]) -> Judged {
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
    pub(super) fn channel(&self, clause: &[Token], figure: Figure) -> Verdict {
        let about = has(clause, is_application) || self.speaks_of_applications() && figure.unit == Unit::Case;
        if about && !self.context.total { Unread } else { Beside }
    }

    /// A number that takes its words from behind: 5件予以公开, 2件结转下年度.
    pub(super) fn said_from_behind(&mut self, left: &[Token], right: &[Token], clause: &[Token]) -> Judged {
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
    pub(super) fn bare(&self, left: &[Token], right: &[Token], clause: &[Token]) -> Verdict {
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
}
