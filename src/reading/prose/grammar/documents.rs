//! Rules, normative documents, decisions and fees.

use super::*;

impl Grammar<'_> {
    pub(super) fn money(&self, clause: &[Token]) -> Verdict {
        if has(clause, |class| class == Class::AdminFee) {
            let other = has(clause, |class| matches!(class, Class::LastYear | Class::Compare | Class::SeveralYears));
            return if other { Unread } else { Said(vec![FactKind::Fees]) };
        }
        Beside
    }

    pub(super) fn documents(&mut self, left: &[Token], right: &[Token], clause: &[Token]) -> Judged {
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
    pub(super) fn nameless(&self, left: &[Token], right: &[Token], clause: &[Token]) -> Verdict {
        let other = has(right, |class| matches!(class, Class::Unknown | Class::Thing | Class::Info | Class::Topic))
            || has(left, |class| matches!(class, Class::Thing | Class::Unknown));
        if other || !has(clause, |class| class == Class::InForce) { Beside } else { Unread }
    }

    pub(super) fn decisions(&mut self, left: &[Token], figure: Figure, right: &[Token], clause: &[Token]) -> Judged {
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
}
