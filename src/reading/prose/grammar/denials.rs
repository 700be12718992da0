//! What is said not to have been: 未收到申请, 无行政复议.

use std::collections::BTreeSet;

use super::*;

impl Grammar<'_> {
    pub(super) fn denials(&mut self, clause: Range<usize>, reading: &mut Reading) {
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
    pub(super) fn denied_until(&self, from: usize, end: usize) -> usize {
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

    pub(super) fn denial(&mut self, at: usize, end: usize, clause: Range<usize>, reading: &mut Reading) {
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
    pub(super) fn not_understood(
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
    pub(super) fn denied(&self, negation: Class, words: &[Token], clause: &[Token]) -> Vec<FactKind> {
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
        let mut kinds: Vec<FactKind> = Vec::new();
        if has(words, is_case) {
            if has(words, |class| matches!(class, Class::Accept | Class::LastYear)) {
                return Vec::new();
            }
            kinds.extend(words.iter().filter_map(|token| case_kind(token.class)));
            let mut once = BTreeSet::new();
            once.extend(kinds);
            kinds = once.into_iter().collect();
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
    pub(super) fn only_persons_before(&self, words: &[Token]) -> bool {
        words.iter().take_while(|token| !is_application(token.class)).all(|token| {
            is_transparent(token.class)
                || matches!(token.class, Class::Disclosure | Class::Ways | Class::Through | Class::Unknown)
        })
    }

    /// 未收到政府信息公开申请、行政复议、行政诉讼: all three, and no cause.
    pub(super) fn applications_come_first(&self, words: &[Token]) -> bool {
        let case = words.iter().position(|token| is_case(token.class)).unwrap_or(words.len());
        let before = &words[..case];
        let noun = before.iter().rposition(|token| is_application(token.class));
        noun.is_some_and(|noun| {
            has(&before[noun..], |class| matches!(class, Class::Pause | Class::Join))
                && !has(before, |class| matches!(class, Class::Cause | Class::EndsCause))
        })
    }

    /// A claim of none beside a positive number of the same thing in one sentence is about a part of it.
    pub(super) fn drop_contradicted(&self, reading: &mut Reading) {
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
    pub(super) fn handles_a_number(&self) -> bool {
        self.tokens.split(|token| token.class == Class::Comma).any(|clause| {
            !has(clause, |class| matches!(class, Class::Negation | Class::None))
                && has(clause, |class| is_application(class) || matches!(class, Class::Accept | Class::Close | Class::Handle))
                && has(clause, |class| matches!(class, Class::Number(Figure { value: Some(value), unit: Unit::Case, .. }) if value > 0))
        })
    }
}
