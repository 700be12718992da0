//! Applications: received, accepted, closed, by outcome, by applicant, carried over.

use super::*;

impl Grammar<'_> {
    /// Whether the sentence lists what became of applications.
    pub(super) fn lists_outcomes(&self) -> bool {
        !self.counts_attributes()
            && has(self.tokens, |class| matches!(class, Class::Outcome(_)))
            && self.speaks_of_applications()
    }

    /// 主动公开45件、依申请公开12件、不予公开263件: documents by what may be done with them.
    pub(super) fn counts_attributes(&self) -> bool {
        let followed = |words: &str| {
            self.tokens.windows(2).any(|pair| self.is(&pair[0], words) && matches!(pair[1].class, Class::Number(_)))
        };
        followed("主动公开") && followed("依申请公开")
    }

    pub(super) fn outcome(&self, left: &[Token], clause: &[Token]) -> (Verdict, usize) {
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
    pub(super) fn outcomes(&self, mut kinds: Vec<FactKind>, left: &[Token], clause: &[Token]) -> Verdict {
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

    /// 上年结转, 结转下年: before or after the number.
    pub(super) fn carried(&self, left: &[Token], right: &[Token], clause: &[Token]) -> (Verdict, usize) {
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
    pub(super) fn direction(&self, words: &[Token], right: &[Token], clause: &[Token]) -> Verdict {
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
    pub(super) fn last_spoken_of_is_case(&self, clause: &[Token]) -> bool {
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

    pub(super) fn applicant(&self, left: &[Token], clause: &[Token]) -> (Verdict, usize) {
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

    pub(super) fn applicants(&self, kinds: Vec<FactKind>, left: &[Token], clause: &[Token]) -> Verdict {
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
    pub(super) fn applications(&mut self, left: &[Token], figure: Figure, right: &[Token], clause: &[Token]) -> Judged {
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
    pub(super) fn noun_behind(&self, phrase: &[Token], right: &[Token]) -> usize {
        if has(phrase, is_application) {
            return 0;
        }
        let noun = right.iter().position(|token| !is_transparent(token.class) && token.class != Class::Disclosure);
        match noun {
            Some(noun) if is_application(right[noun].class) => noun + 1,
            _ => 0,
        }
    }

    pub(super) fn applications_said(
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

    pub(super) fn beside_of_case(&self) -> Verdict {
        Unread
    }

    /// Whether other things than applications are spoken of in the sentence.
    pub(super) fn sentence_is_of_others(&self) -> bool {
        has(self.tokens, |class| matches!(class, Class::Topic | Class::Affairs))
            && !has(self.tokens, |class| class == Class::Application)
    }

    /// 通过网络、信函等方式 leaves nothing out.
    pub(super) fn ways_are_whole(&self, clause: &[Token]) -> bool {
        has(clause, |class| class == Class::Ways)
    }

    /// What the deed of a saying makes of its number.
    pub(super) fn by_deed(&mut self, outer: &[Token], phrase: &[Token], figure: Figure, clause: &[Token]) -> Verdict {
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
    pub(super) fn closed(&self, kind: FactKind, outer: &[Token], phrase: &[Token], clause: &[Token]) -> Verdict {
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
}
