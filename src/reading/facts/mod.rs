//! Numbers said in prose that belong to a cell of a table: how many applications came in, how many reviews and suits there were.

mod scope;
mod wordings;

use std::ops::Range;

use super::dates::{year_at, years};
use super::number::{chinese_value, is_chinese_numeral};
use super::prose::{Sentence, clauses, sentences};
use crate::report::{Fact, FactKind, Report, Scope};
use crate::text::{Normalized, Words};
use wordings::{About, COUNTS, Count, DENIALS, Denial, Nouns, Place};

/// A reason in a statement has at most so many characters.
const LONGEST_REASON: usize = 24;
/// Two years that stand closer than this are those of a period.
const LONGEST_PERIOD: usize = 16;
/// A saying has at most so many characters behind its opening.
const LONGEST_SAYING: usize = 80;
/// A number has at most so many digits.
const MOST_DIGITS: usize = 9;

/// Every fact of the report's prose, in order.
pub fn read(text: &str, report: &Report) -> Vec<Fact> {
    let organization = report.organization.as_ref().map(|name| name.text.as_str());
    let mut context =
        Context { organization, report_year: report.year, year: None, topic: false, reviews: false, cases: false };
    let mut found = Vec::new();
    for sentence in sentences(text, report) {
        context.enter(&sentence);
        found.extend(context.facts(&sentence));
        context.leave(&sentence);
    }
    found
}

/// What a sentence takes over from those before it.
struct Context<'a> {
    organization: Option<&'a str>,
    report_year: Option<u16>,
    /// The year the paragraph has come to speak of.
    year: Option<u16>,
    /// The paragraph is about applications.
    topic: bool,
    /// The sentence is about reviews against the body.
    reviews: bool,
    /// What stands before the sentence's semicolon is about cases over disclosure.
    cases: bool,
}

/// A quantity as a sentence says it.
struct Said {
    kinds: Vec<FactKind>,
    value: i64,
    unit: Option<String>,
    /// Where its clause begins.
    clause: usize,
    place: Range<usize>,
}

impl Context<'_> {
    fn enter(&mut self, sentence: &Sentence) {
        if sentence.opens_paragraph {
            self.year = None;
        }
        if sentence.opens_topic {
            self.topic = false;
        }
        self.cases &= sentence.goes_on;
        let says = |words: Words| words.stand_in(&sentence.flat, 0..sentence.flat.len());
        self.reviews = says(Words("行政复议")) && says(wordings::OF_DISCLOSURE) && !says(wordings::NOT_REVIEWS_ALONE);
        self.topic |= wordings::TOPIC.stand_in(&sentence.flat, 0..sentence.flat.len());
    }

    /// A year at the start of a sentence or of a clause, as in 2022年，…, holds for what follows in the paragraph.
    fn leave(&mut self, sentence: &Sentence) {
        let flat = &sentence.flat;
        let holds = |place: &Range<usize>| place.start == 0 || flat.at(place.end) == Some(',');
        if let Some((year, _)) = years(flat).into_iter().rfind(|(_, place)| holds(place)) {
            self.year = Some(year);
        }
        let says = |words: Words| words.stand_in(flat, 0..flat.len());
        self.cases |= says(wordings::OF_DISCLOSURE) && says(Words("复议 诉讼"));
    }

    fn facts(&self, sentence: &Sentence) -> Vec<Fact> {
        let mut found = self.facts_in(&sentence.flat, &sentence.asides);
        for (_, aside) in &sentence.asides {
            found.extend(self.facts_in(aside, &[]));
        }
        found.sort_by_key(|fact| (fact.span.start, fact.span.end));
        found
    }

    fn facts_in(&self, flat: &Normalized, asides: &[(usize, Normalized)]) -> Vec<Fact> {
        if !wordings::MENTIONS.stand_in(flat, 0..flat.len()) {
            return Vec::new();
        }
        let mut said = Vec::new();
        for clause in clauses(flat) {
            COUNTS.iter().for_each(|count| self.count(flat, &clause, count, &mut said));
            DENIALS.iter().for_each(|denial| self.deny(flat, &clause, denial, &mut said));
        }
        drop_contradicted(flat, asides, &mut said);
        let mut scope = Scope::Own;
        let mut found = Vec::new();
        for said in &said {
            let before = scope;
            scope = scope::scope(flat, said.clause, said.place.start, self.organization);
            // 区政府办公室收到9件，办结8件: nobody else has been named.
            if before == Scope::Other && scope::names_nobody(flat, said.clause..said.place.start) {
                scope = before;
            }
            found.extend(self.facts_of(flat, asides, said, scope));
        }
        found
    }

    /// The facts of one saying; none where it speaks of two years at once.
    fn facts_of(&self, flat: &Normalized, asides: &[(usize, Normalized)], said: &Said, scope: Scope) -> Vec<Fact> {
        let to_next_year = said.kinds.contains(&FactKind::CarriedOut);
        let end = if to_next_year { said.place.start } else { said.place.end };
        let target = years(flat).into_iter().find(|(_, place)| to_next_year && said.place.contains(&place.start));
        // 结转至2024年 is what is left of 2023.
        let fits = target.is_none_or(|(target, _)| self.report_year.is_some_and(|year| year + 1 == target));
        let Some(year) = self.year_of(flat, end).filter(|_| fits) else { return Vec::new() };
        let with_carried = counts_carried(flat, asides, &said.place);
        let fact = |kind: FactKind| Fact {
            kind: if kind == FactKind::Received && with_carried { FactKind::Accepted } else { kind },
            value: said.value,
            unit: said.unit.clone(),
            year,
            scope,
            span: flat.span(said.place.clone()),
        };
        said.kinds.iter().copied().map(fact).collect()
    }

    /// The year a saying speaks of: the one named last before it, else the paragraph's, else the report's.
    fn year_of(&self, flat: &Normalized, end: usize) -> Option<Option<u16>> {
        if wordings::SEVERAL_YEARS.stand_in(flat, 0..end) {
            return None;
        }
        // 延期至2024年1月答复: that year is still to come.
        let to_come = |year: u16, place: &Range<usize>| {
            self.report_year.is_some_and(|report| year > report)
                && matches!(flat.before(place.start), Some('至' | '到'))
        };
        let mut named = years(flat);
        named.retain(|(year, place)| place.end <= end && !to_come(*year, place));
        if let [.., (first, before), (second, after)] = named.as_slice() {
            let together = after.start - before.end <= LONGEST_PERIOD;
            if first != second && together && !flat.chars()[before.end..after.start].contains(&',') {
                return None;
            }
        }
        Some(named.last().map(|&(year, _)| year).or(self.year).or(self.report_year))
    }

    /// Adds the counts of one wording in one clause.
    fn count(&self, flat: &Normalized, clause: &Range<usize>, wording: &Count, said: &mut Vec<Said>) {
        let mut read = clause.start;
        for Range { start, end: behind } in beginnings(flat, clause, wording) {
            if start < read || wordings::NEGATIONS.before(flat, start).is_some() {
                continue;
            }
            let mut walk = Walk::new(flat, behind, clause.end, wording.nouns, wording.between, wording.reasons);
            let number = walk.number_and_noun();
            // Where this way ends without a number, so does every way that begins on it.
            read = walk.index;
            let Some((value, unit)) = number else { continue };
            let place = start..walk.index;
            let whole = match wording.place {
                Place::Anywhere | Place::NumberFirst => true,
                Place::NoneAtClauseStart => value == 0 && only_time(flat, clause.start..start),
            };
            let never = wording.never.stand_in(flat, clause.start..place.end);
            let each = wordings::EACH.stand_in(flat, place.clone()) || value == 0 || walk.kinds.len() == 1;
            if whole && each && !never && !is_known(said, &place) && self.is_about(flat, &wording.about, value, &place)
            {
                let unit = Some(flat.string(unit));
                said.push(Said { kinds: walk.kinds, value, unit, clause: clause.start, place });
            }
        }
    }

    /// Adds the claims of none of one wording in one clause.
    fn deny(&self, flat: &Normalized, clause: &Range<usize>, wording: &Denial, said: &mut Vec<Said>) {
        if wording.never.stand_in(flat, clause.clone()) {
            return;
        }
        for start in clause.clone() {
            let Some(behind) = wording.openings.after(flat, start).filter(|&behind| behind <= clause.end) else {
                continue;
            };
            let conditional = wordings::CONDITIONS.before(flat, start).is_some();
            if conditional {
                continue;
            }
            let mut walk = Walk::new(flat, behind, clause.end, wording.nouns, wording.between, wording.reasons);
            walk.over_words();
            let place = start..walk.index;
            let next = wordings::CONNECTORS.after(flat, walk.index).or(wording.openings.after(flat, walk.index));
            let closed = walk.index == clause.end || next.is_some();
            if closed
                && !is_known(said, &place)
                && !walk.kinds.is_empty()
                && self.is_about(flat, &wording.about, 0, &place)
            {
                said.push(Said { kinds: walk.kinds, value: 0, unit: None, clause: clause.start, place });
            }
        }
    }

    fn is_about(&self, flat: &Normalized, about: &About, value: i64, place: &Range<usize>) -> bool {
        match about {
            About::Said(words) => words.stand_in(flat, place.clone()),
            About::SaidOrTopic(words) => {
                let cases = || Words("复议 诉讼").stand_in(flat, 0..place.start);
                let only = || self.topic && !wordings::OTHER_TOPICS.stand_in(flat, 0..flat.len()) && !cases();
                words.stand_in(flat, place.clone()) || only()
            }
            About::Reviews => self.reviews,
            About::Sentence(words) => value == 0 || self.cases || words.stand_in(flat, 0..place.end),
            About::SentenceAlone(words, others) => {
                words.stand_in(flat, 0..place.end) && !others.stand_in(flat, 0..flat.len())
            }
            About::Anything => true,
        }
    }
}

/// Whether another wording has read these words already.
fn is_known(said: &[Said], place: &Range<usize>) -> bool {
    said.iter().any(|known| known.place.start < place.end && place.start < known.place.end)
}

/// Where a count may begin, and where its words go on; without openings a noun begins it and is read again as one of its words.
fn beginnings(flat: &Normalized, clause: &Range<usize>, wording: &Count) -> Vec<Range<usize>> {
    if wording.place == Place::NumberFirst {
        return std::iter::once(clause.start..clause.start).collect();
    }
    if !wording.openings.is_empty() {
        return wording.openings.places(flat, clause.clone());
    }
    let nouns = wording.nouns.iter().flat_map(|(words, _)| words.places(flat, clause.clone()));
    let mut found: Vec<Range<usize>> = nouns.map(|place| place.start..place.start).collect();
    found.sort_by_key(|place| (place.start, 0));
    found
}

/// Goes over the known words of a saying and collects its nouns.
struct Walk<'a> {
    flat: &'a Normalized,
    index: usize,
    end: usize,
    nouns: Nouns,
    between: Words,
    reasons: Words,
    kinds: Vec<FactKind>,
}

impl<'a> Walk<'a> {
    fn new(flat: &'a Normalized, index: usize, end: usize, nouns: Nouns, between: Words, reasons: Words) -> Walk<'a> {
        let end = end.min(index + LONGEST_SAYING);
        Walk { flat, index, end, nouns, between, reasons, kinds: Vec::new() }
    }

    /// Goes on to the number with its unit and to the noun, whichever comes first: the number, and where its unit stands.
    fn number_and_noun(&mut self) -> Option<(i64, Range<usize>)> {
        let mut number = None;
        while number.is_none() || self.kinds.is_empty() {
            if number.is_none() {
                number = counted_at(self.flat, self.index);
                if let Some((_, unit)) = &number {
                    self.index = unit.end;
                    continue;
                }
            }
            self.step().then_some(())?;
        }
        number.filter(|_| self.index <= self.end)
    }

    fn over_words(&mut self) {
        while self.step() {}
    }

    /// Goes over one word; the longest that fits.
    fn step(&mut self) -> bool {
        let (flat, index) = (self.flat, self.index);
        let noun = self.nouns.iter().filter_map(|(words, kind)| Some((words.after(flat, index)?, *kind)));
        let noun = noun.max_by_key(|&(behind, _)| behind);
        let word = self.between.after(flat, index).max(self.reason());
        let behind = match (noun, word) {
            (Some((behind, kind)), word) if Some(behind) >= word => {
                if !self.kinds.contains(&kind) {
                    self.kinds.push(kind);
                }
                behind
            }
            (_, Some(behind)) => behind,
            _ => return false,
        };
        if behind > self.end {
            return false;
        }
        self.index = behind;
        true
    }

    /// The index behind a reason: 因…引发, 针对…的.
    fn reason(&self) -> Option<usize> {
        let start = self.reasons.after(self.flat, self.index)?;
        let reach = start..self.end.min(start + LONGEST_REASON);
        reach.into_iter().find_map(|index| wordings::REASON_ENDS.after(self.flat, index))
    }
}

/// A number with a unit at that index, and where the unit stands. A rounded number is none.
fn counted_at(flat: &Normalized, index: usize) -> Option<(i64, Range<usize>)> {
    let (value, end) = number_at(flat, index)?;
    let behind = wordings::UNITS.after(flat, end)?;
    wordings::ROUNDED.after(flat, behind).is_none().then_some((value, end..behind))
}

/// A whole number at that index and the index behind it: 12, 1,024, 十二.
fn number_at(flat: &Normalized, index: usize) -> Option<(i64, usize)> {
    let mut end = flat.after_digits(index);
    if end > index {
        let mut digits = flat.string(index..end);
        while flat.parts_thousands(end) && digits.len() <= MOST_DIGITS {
            digits.push_str(&flat.string(end + 1..end + 4));
            end += 4;
        }
        return (digits.len() <= MOST_DIGITS).then_some((digits.parse().ok()?, end));
    }
    let numerals = flat.chars().get(index..)?.iter().take(MOST_DIGITS).take_while(|&&c| is_chinese_numeral(c)).count();
    Some((chinese_value(&flat.string(index..index + numerals))?, index + numerals))
}

/// Whether there is nothing in the range but the time.
fn only_time(flat: &Normalized, range: Range<usize>) -> bool {
    let mut index = range.start;
    while index < range.end {
        let year = || year_at(flat, index).and_then(|(_, end)| Words("年度 年 度").after(flat, end));
        match wordings::TIMES.after(flat, index).or_else(year) {
            Some(behind) => index = behind,
            None => return false,
        }
    }
    index == range.end
}

/// A claim of none beside a positive number of the same thing in one sentence is about a part of it.
fn drop_contradicted(flat: &Normalized, asides: &[(usize, Normalized)], said: &mut Vec<Said>) {
    let positive: Vec<FactKind> =
        said.iter().filter(|said| said.value > 0).flat_map(|said| said.kinds.iter().copied()).collect();
    let about_applications = |kind: &FactKind| matches!(kind, FactKind::Received | FactKind::Accepted);
    let claimed = said.iter().any(|said| said.value == 0 && said.kinds.iter().any(about_applications));
    let handled = claimed && (has_handled(flat) || asides.iter().any(|(_, aside)| has_handled(aside)));
    said.retain(|said| {
        let contradicted =
            said.kinds.iter().any(|kind| positive.contains(kind) || (handled && about_applications(kind)));
        said.value > 0 || !contradicted
    });
}

/// Whether a clause speaks of a positive number of applications.
fn has_handled(flat: &Normalized) -> bool {
    clauses(flat).into_iter().any(|clause| {
        wordings::HANDLING.stand_in(flat, clause.clone())
            && clause.into_iter().any(|index| counted_at(flat, index).is_some_and(|(value, _)| value > 0))
    })
}

/// Whether a number is said to hold what was carried over from last year: in brackets, or right behind it.
fn counts_carried(flat: &Normalized, asides: &[(usize, Normalized)], said: &Range<usize>) -> bool {
    let mut asides = asides.iter().filter(|(place, _)| (said.start..=said.end).contains(place));
    let behind = if matches!(flat.at(said.end), Some(',' | '、')) { said.end + 1 } else { said.end };
    asides.any(|(_, aside)| wordings::WITH_CARRIED.stand_in(aside, 0..aside.len()))
        || wordings::WITH_CARRIED.after(flat, behind).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Scope, Written};
    use crate::text::TextRange;

    fn facts(text: &str) -> Vec<Fact> {
        let organization = Written { text: "禾川县民政局".to_string(), span: TextRange::default() };
        let report = Report {
            span: TextRange::new(0, text.len()),
            organization: Some(organization),
            year: Some(2023),
            ..Report::default()
        };
        read(text, &report)
    }

    /// What is said of the body itself in the report's year.
    fn own(text: &str) -> Vec<(FactKind, i64)> {
        let own = |fact: &Fact| fact.scope == Scope::Own && fact.year == Some(2023);
        facts(text).into_iter().filter(own).map(|fact| (fact.kind, fact.value)).collect()
    }

    /// Of these, what is said of the number of applications.
    fn applications(text: &str) -> Vec<(FactKind, i64)> {
        own(text).into_iter().filter(|(kind, _)| matches!(kind, Received | Accepted)).collect()
    }

    use FactKind::{
        Accepted, CarriedIn, CarriedOut, Closed, Declined, Denied, DocumentsInForce, DocumentsIssued,
        DocumentsRepealed, FromIndividuals, FromOrganizations, Granted, GrantedAtAll, GrantedInPart, Received, Reviews,
        RulesInForce, RulesIssued, RulesRepealed, Suits, SuitsAfterReview, SuitsDirect, Unavailable,
    };

    #[test]
    fn applications_received_are_counted() {
        for (text, value) in [
            ("2023年，共收到政府信息公开申请14件。", 14),
            ("全年收到政府信息公开申请１２ 件，均按期答复，无超期答复的申请。", 12),
            ("我局新收政府信息公开申请数量3件，上年结转政府信息公开申请数量1件。", 3),
            ("接收各类政府信息公开申请共计1,024件。", 1024),
            ("共收到5份政府信息公开申请。", 5),
            ("收到群众依申请公开2件。", 2),
            ("收到公民、法人和其他组织政府信息公开申请十二件。", 12),
            ("收到申请公开件6件。", 6),
            ("（二）依申请公开\n本年度共收到申请7件，办结7件。", 7),
            ("本年度收到政府信息公开申请8宗。", 8),
            ("收到并受理政府信息公开申请4件。", 4),
            ("2022年，我局收到申请公开3件，2023年收到政府信息公开申请5件。", 5),
            ("收到政府信息公开申请9件，比2022年（6件）增加3件。", 9),
            ("收到政府信息公开申请0件。", 0),
            ("政府信息公开申请0件。", 0),
            ("2023年依申请公开为0件。", 0),
            ("通过网络、信函、当面等渠道收到政府信息公开申请6件。", 6),
        ] {
            assert_eq!(applications(text), [(Received, value)], "{text}");
        }
    }

    #[test]
    fn another_body_is_spoken_of_until_somebody_else_is_named() {
        assert_eq!(own("县政府办公室全年收到政府信息公开申请9件，办结8件，结转下年1件。"), []);
        assert_eq!(
            own("县政府办公室收到政府信息公开申请9件，我镇收到政府信息公开申请4件，办结3件。"),
            [(Received, 4), (Closed, 3)]
        );
    }

    #[test]
    fn a_number_with_the_carried_ones_is_told_apart() {
        assert_eq!(own("收到政府信息公开申请16件（含上年结转2件）。"), [(Accepted, 16), (CarriedIn, 2)]);
        assert_eq!(own("收到政府信息公开申请16件，含上年结转2件。"), [(Accepted, 16), (CarriedIn, 2)]);
        assert_eq!(own("收到政府信息公开申请（含结转）16件，其中网络申请3件。"), [(Accepted, 16)]);
        assert_eq!(own("收到政府信息公开申请16件，其中上年结转2件。").first(), Some(&(Accepted, 16)));
        assert_eq!(own("收到政府信息公开申请16件，上年结转2件。").first(), Some(&(Received, 16)));
        assert_eq!(own("受理政府信息公开申请16件。"), [(Accepted, 16)]);
        let text = "通过网络、信函等方式收到政府信息公开申请16件（含上年结转2件）。";
        assert_eq!(own(text), [(Accepted, 16), (CarriedIn, 2)]);
        let text = "受理政府信息公开申请16件，包括上年结转信息公开申请2件。";
        assert_eq!(own(text), [(Accepted, 16), (CarriedIn, 2)]);
    }

    #[test]
    fn claims_of_no_application_are_0() {
        for text in [
            "2023年，我局未收到政府信息公开申请。",
            "没有接到公民、法人或其他组织要求公开政府信息的申请。",
            "本年度无政府信息公开申请。",
            "2023年，未收到信息依申请公开。",
            "2023年未收到受理依申请公开办理件。",
            "未曾收到关于政府信息公开方面的申请，无收费。",
            "全年公开文件30件，未收到政府信息公开申请。",
            "全年无依申请公开事项。",
            "2023年没有收到公民、法人或其他组织通过当面、信函、网络等方式提出的政府信息公开申请。",
            "未收到任何形式的政府信息公开申请。",
            "全年无公民、法人或其他组织申请公开政府信息。",
        ] {
            assert_eq!(own(text), [(Received, 0)], "{text}");
        }
        assert_eq!(own("未受理政府信息公开申请。"), [(Accepted, 0)]);
    }

    #[test]
    fn sentences_that_only_look_like_a_claim_of_none_are_passed_over() {
        for text in [
            "无上年结转申请。",
            "无上年结转政府信息公开申请。",
            "未收到当面申请，网络申请5件。",
            "未收到当面提交的政府信息公开申请。",
            "申请人无正当理由逾期不补正，不再处理其政府信息公开申请。",
            "未收到申请人的补正材料。",
            "未收到因政府信息公开申请引起的行政复议。",
            "没有超期答复政府信息公开申请的情况。",
            "如无政府信息公开申请，填0。",
            "未收取政府信息公开申请费用。",
            "不予公开的政府信息公开申请0件。",
            "网上依申请公开0件。",
        ] {
            assert_eq!(own(text).iter().filter(|(kind, _)| *kind == Received).count(), 0, "{text}");
        }
        let text = "共收到政府信息公开申请5件，没有收到公民信息公开申请。";
        assert_eq!(own(text), [(Received, 5)]);
    }

    #[test]
    fn numbers_of_something_else_are_no_applications() {
        for text in [
            "收到政府信息公开申请20余件。",
            "收到政府信息公开申请约20件。",
            "收到政府信息公开申请1.2万件。",
            "收到低保申请300件。",
            "收到依申请公开政务信息1条。",
            "收到网络申请3件，信函申请2件。",
            "通过网站收到政府信息公开申请3件。",
            "收到自然人政府信息公开申请3件。",
            "去年收到政府信息公开申请3件。",
            "其中收到政府信息公开申请3件。",
            "收到人大建议、政协提案5件。",
            "受理12345热线申请60件。",
            "收到政府信息公开申请补正通知3件。",
            "自2019年以来收到政府信息公开申请30件。",
            "2022年和2023年共收到政府信息公开申请8件。",
            "2022年，公开信息30条。收到政府信息公开申请3件。",
            "全县共收到政府信息公开申请80件。",
            "各乡镇收到政府信息公开申请80件。",
            "近三年我局共收到政府信息公开申请11件，其中2023年4件。",
            "三年来共收到政府信息公开申请11件。",
        ] {
            assert_eq!(applications(text), [], "{text}");
        }
    }

    #[test]
    fn another_circle_is_still_a_fact_of_its_own_scope() {
        let found = facts("全县共收到政府信息公开申请80件。");
        assert_eq!(found.iter().map(|fact| (fact.value, fact.scope)).collect::<Vec<_>>(), [(80, Scope::Other)]);
    }

    #[test]
    fn what_became_of_the_applications_is_counted() {
        let text = "（二）依申请公开。收到政府信息公开申请14件，上年结转2件。办理答复15件，其中予以公开5件、部分公开2件、不予公开1件、\
                    无法提供4件、不予处理3件；结转下年度继续办理1件。";
        let outcomes = [(Granted, 5), (GrantedInPart, 2), (Denied, 1), (Unavailable, 4), (Declined, 3)];
        let mut expected = vec![(Received, 14), (CarriedIn, 2), (Closed, 15)];
        expected.extend(outcomes);
        expected.push((CarriedOut, 1));
        assert_eq!(own(text), expected);
        let text = "政府信息公开申请办结12件，其余2件结转下年度继续办理，无上年结转。";
        assert_eq!(own(text), [(Closed, 12), (CarriedOut, 2), (CarriedIn, 0)]);
    }

    #[test]
    fn what_is_left_for_the_next_year_is_counted() {
        for (text, left) in [
            ("政府信息公开申请办结12件，2件结转下年度继续办理。", 2),
            ("政府信息公开申请办结12件，2件按规定结转到2024年办理。", 2),
            ("政府信息公开申请共办结12件，结转至2024年2件。", 2),
            ("政府信息公开申请除2件顺延至下年度办结外，均已办结。", 2),
            ("政府信息公开申请均已办结，无下年度结转。", 0),
            ("政府信息公开申请均已办结，无结转。", 0),
        ] {
            assert_eq!(own(text).into_iter().find(|(kind, _)| *kind == CarriedOut), Some((CarriedOut, left)), "{text}");
        }
        for text in [
            "收到政府信息公开申请3件，无上年结转。",
            "政府信息公开申请由上年结转至2023年的2件已经答复。",
            "收到政府信息公开申请3件，无结转。",
        ] {
            assert!(own(text).iter().all(|(kind, _)| *kind != CarriedOut), "{text}");
        }
    }

    #[test]
    fn numbers_may_come_before_what_they_count() {
        let text = "2023年收到政府信息公开申请6件。6件政府信息公开申请中，5件予以公开，1件不予公开。";
        assert_eq!(own(text), [(Received, 6), (Granted, 5), (Denied, 1)]);
        let text = "收到网络政府信息公开申请6件，5件予以公开。";
        assert_eq!(own(text), []);
        let text = "受理政府信息公开申请9件（其中上年结转2件，本年新收7件），已按期答复8件，1件延期至2024年1月答复，结转下年度继续办理1件。";
        assert_eq!(own(text), [(Accepted, 9), (CarriedIn, 2), (Received, 7), (CarriedOut, 1)]);
        assert_eq!(own("政府信息公开申请均已按期答复8件。"), [(Closed, 8)]);
        assert_eq!(own("政府信息公开申请按期答复8件、延期答复1件。"), []);
    }

    #[test]
    fn cases_carried_over_are_no_applications() {
        let found = own("因政府信息公开申请引发行政复议5件，2件结转下年度审理。");
        assert_eq!(found, [(Reviews, 5)]);
    }

    #[test]
    fn parts_of_an_outcome_are_passed_over() {
        assert_eq!(own("政府信息公开申请中，予以公开及部分公开8件。"), [(GrantedAtAll, 8)]);
        assert_eq!(own("从申请的答复结果看，公开及部分公开23件，占比69.7%。"), [(GrantedAtAll, 23)]);
        for text in [
            "依申请公开。拟制公文320件，其中主动公开45件、依申请公开12件、不予公开263件。",
            "政府信息公开申请按时办结12件，延期答复1件。",
            "信函申请予以公开2件。",
            "对提案的答复予以公开5件。",
            "不予以公开2件。",
            "申请答复率100%。",
            "全年办结信访事项8件。",
        ] {
            assert_eq!(own(text), [], "{text}");
        }
    }

    #[test]
    fn applicants_are_counted_by_kind() {
        let text = "收到政府信息公开申请9件，其中自然人申请7件，法人或其他组织申请2件。";
        assert_eq!(own(text), [(Received, 9), (FromIndividuals, 7), (FromOrganizations, 2)]);
        assert_eq!(own("公开申请中，自然人申请予以公开7件。"), []);
    }

    #[test]
    fn normative_documents_are_counted() {
        let three = [(DocumentsIssued, 3), (DocumentsRepealed, 1), (DocumentsInForce, 12)];
        assert_eq!(own("制发行政规范性文件3件、废止1件，现行有效12件。"), three);
        assert_eq!(own("全年制定规范性文件3件，废止规范性文件1件，现行有效规范性文件12件。"), three);
        for text in ["发布规范性文件9条。", "废止旧闸门2件。", "累计制定规范性文件80件。"] {
            assert_eq!(own(text), [], "{text}");
        }
    }

    #[test]
    fn regulations_are_counted() {
        let three = [(RulesIssued, 2), (RulesRepealed, 1), (RulesInForce, 15)];
        assert_eq!(own("制定规章2件、废止1件，现行有效15件。"), three);
        assert_eq!(own("全年制定政府规章2件，废止政府规章1件，现行有效政府规章15件。"), three);
        // 现行有效 may be of either.
        assert_eq!(own("制定规章2件，现行有效15件，规范性文件另计。"), [(RulesIssued, 2)]);
        assert_eq!(own("规范性文件另计，制定规章0件，现行有效0件。"), [(RulesIssued, 0)]);
        for text in ["制定规章制度3件，现行有效9件。", "累计制定规章80件。"] {
            assert_eq!(own(text), [], "{text}");
        }
    }

    #[test]
    fn reviews_and_suits_are_counted() {
        assert_eq!(own("因政府信息公开被申请行政复议3件，结果维持；引发行政诉讼2件。"), [(Reviews, 3), (Suits, 2)]);
        assert_eq!(own("2023年，因政府信息公开引发的行政复议案件1起、行政诉讼案件2起。"), [(Reviews, 1), (Suits, 2)]);
        assert_eq!(own("因政府信息公开引发行政复议3件；行政诉讼2件。"), [(Reviews, 3), (Suits, 2)]);
        assert_eq!(own("发生2件因政府信息公开引起的行政复议。"), [(Reviews, 2)]);
        assert_eq!(own("政府信息公开行政复议、行政诉讼各1件。"), [(Reviews, 1), (Suits, 1)]);
        assert_eq!(own("政府信息公开行政复议、行政诉讼均为0件。"), [(Reviews, 0), (Suits, 0)]);
        assert_eq!(
            own("政府信息公开行政诉讼5件，其中未经复议直接起诉3件，复议后起诉2件。"),
            [(Suits, 5), (SuitsDirect, 3), (SuitsAfterReview, 2)]
        );
    }

    #[test]
    fn claims_of_no_case_are_0() {
        let both = [(Reviews, 0), (Suits, 0)];
        for text in [
            "未发生行政复议、行政诉讼。",
            "全年没有因政府信息公开引发的行政复议和行政诉讼案件。",
            "未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。",
            "未发生针对本局信息公开事务的行政复议案和有关社区信息公开事务的行政诉讼案。",
            "没有涉及政府信息公开的行政复议、行政诉讼和申诉的情况。",
            "无行政复议、诉讼情况。",
            "全年无行政复议、无行政诉讼。",
            "未发生政府信息公开行政复议、行政诉讼及举报投诉情况。",
        ] {
            assert_eq!(own(text), both, "{text}");
        }
        assert_eq!(own("因政府信息公开被申请行政复议1件，结果维持；未发生行政诉讼。"), [(Reviews, 1), (Suits, 0)]);
    }

    #[test]
    fn what_came_of_the_reviews_is_read() {
        let read = |text| own(text).into_iter().filter(|(kind, _)| *kind != Reviews).collect::<Vec<_>>();
        let both = [(FactKind::ReviewsUpheld, 1), (FactKind::ReviewsCorrected, 2)];
        for text in [
            "因政府信息公开被申请行政复议3件，结果维持1件、结果纠正2件。",
            "政府信息公开行政复议3件（维持1件，纠正2件）。",
        ] {
            assert_eq!(read(text), both, "{text}");
        }
        assert_eq!(read("政府信息公开行政复议3件中，行政复议维持2件。"), [(FactKind::ReviewsUpheld, 2)]);
        assert_eq!(read("政府信息公开行政复议、行政诉讼共3件，维持3件。"), []);
        assert_eq!(read("纠正错别字12件。"), []);
    }

    #[test]
    fn decisions_made_are_told_from_decisions_published() {
        assert_eq!(
            own("办理行政许可86件，作出行政处罚决定4件。"),
            [(FactKind::Licenses, 86), (FactKind::Penalties, 4)]
        );
        assert_eq!(own("实施行政强制1件。"), [(FactKind::CompulsoryMeasures, 1)]);
        for text in [
            "公示行政处罚12件。",
            "公开行政许可信息86条。",
            "行政许可事项86项。",
            "受理行政许可申请30件。",
            "行政处罚案例公布3件。",
        ] {
            assert_eq!(own(text), [], "{text}");
        }
    }

    #[test]
    fn cases_in_general_and_their_outcomes_are_passed_over() {
        for text in [
            "受理行政复议案件50件。",
            "办理行政诉讼应诉案件8件。",
            "行政复议50件。",
            "未发生行政复议被纠错、行政诉讼败诉的情况。",
            "无行政复议决定被撤销。",
            "政府信息公开行政复议、行政诉讼共3件。",
            "受理政府信息公开行政复议3件，维持2件。",
            "上年结转政府信息公开行政复议2件。",
            "行政复议后提起行政诉讼2件。",
            "申请人未提起行政诉讼。",
        ] {
            let found: Vec<_> = own(text).into_iter().filter(|&(kind, value)| (kind, value) != (Reviews, 3)).collect();
            assert_eq!(found, [], "{text}");
        }
    }

    #[test]
    fn places_are_those_of_the_words() {
        let text = "2023年，我局按照规定，共收到政府信息公开\n申请 14 件。";
        let found = facts(text);
        assert_eq!(found[0].span.of(text), "收到政府信息公开\n申请 14 件");
        assert_eq!(found[0].unit.as_deref(), Some("件"));
    }
}
