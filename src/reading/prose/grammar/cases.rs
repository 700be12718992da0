//! Reviews and suits, and what came of them.

use super::*;

impl Grammar<'_> {
    pub(super) fn result(&self, left: &[Token], clause: &[Token]) -> (Verdict, usize) {
        let from = Grammar::phrase(left, |class| matches!(class, Class::Result(_)) || is_case(class));
        let columns: Vec<&'static str> = left[from..]
            .iter()
            .filter_map(|token| if let Class::Result(column) = token.class { Some(column) } else { None })
            .collect();
        let case = left[..].iter().rev().find_map(|token| case_of(token.class)).or(self.context.case);
        (self.results(&columns, case, left, clause), from)
    }

    pub(super) fn results(
        &self,
        columns: &[&'static str],
        case: Option<Case>,
        left: &[Token],
        clause: &[Token],
    ) -> Verdict {
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

    pub(super) fn case(&mut self, left: &[Token], figure: Figure, clause: &[Token]) -> (Verdict, usize) {
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

    pub(super) fn cases(
        &mut self,
        mut kinds: Vec<FactKind>,
        figure: Figure,
        left: &[Token],
        clause: &[Token],
    ) -> Verdict {
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
}
