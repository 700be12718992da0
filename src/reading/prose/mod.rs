//! Numbers said in prose: the quantities that belong to cells of the tables, and the account of every other number.

mod grammar;
mod lexicons;
mod numbers;
mod scope;
mod sentences;
#[cfg(test)]
mod tests;
mod tokens;

use std::ops::Range;

use super::dates::years;
use crate::report::{AccountedNumber, Explanation, Fact, FactKind, Report, Scope, Standing};
use crate::text::is_chinese_numeral;
use crate::text::{Normalized, TextRange, digit, lines_outside};
use grammar::{Context, Grammar, Reading, Rest, Saying};
use sentences::{Sentence, sentences};
use tokens::{Class, Token, tokens};

/// Two years that stand closer than this are those of a period.
const LONGEST_PERIOD: usize = 16;

/// What the prose of a report says in numbers.
#[derive(Default)]
pub struct Prose {
    pub facts: Vec<Fact>,
    /// What numbers may count that are understood only where they agree with the cells.
    pub likely: Vec<Fact>,
    pub numbers: Vec<AccountedNumber>,
}

/// Reads the report's prose.
pub fn read(text: &str, report: &Report) -> Prose {
    let mut reader = Reader {
        organization: report.organization.as_ref().map(|name| name.text.as_str()),
        report,
        year: None,
        context: Context { year: report.year, ..Context::default() },
        prose: Prose::default(),
    };
    for sentence in sentences(text, report) {
        reader.sentence(&sentence);
    }
    let mut prose = reader.prose;
    prose.numbers.extend(in_titles(text, report));
    prose.numbers.extend(bare_behind(text, report));
    prose.numbers.sort_by_cached_key(|number| (number.span.start, number.span.end));
    prose.numbers.dedup_by_key(|number| number.span.start);
    prose
}

/// The numbers of the title and of the date under the report.
fn in_titles(text: &str, report: &Report) -> Vec<AccountedNumber> {
    let title = report.title.as_ref().map(|title| (title.span, Explanation::Heading));
    let signature = report.signature.as_ref().map(|signature| (signature.span, Explanation::Date));
    let mut found = Vec::new();
    for (span, explanation) in title.into_iter().chain(signature) {
        let flat = Normalized::of(text, span);
        for token in tokens(&flat).iter().filter(|token| is_number(token.class)) {
            let standing = Standing::Explained(explanation);
            found.push(AccountedNumber { span: flat.span(token.range()), sentence: span, standing });
        }
    }
    found
}

/// Numbers alone on their lines behind the signature: what is left of a table whose labels are lost.
fn bare_behind(text: &str, report: &Report) -> Vec<AccountedNumber> {
    const FEWEST: usize = 3;
    let Some(signature) = &report.signature else { return Vec::new() };
    let behind = TextRange::new(signature.span.end.min(report.span.end), report.span.end);
    let mut lines = lines_outside(text, behind, report.off_prose());
    lines.retain(|line| line.of(text).chars().all(|c| digit(c).is_some()));
    if lines.len() < FEWEST {
        return Vec::new();
    }
    let unread = |span| AccountedNumber { span, sentence: span, standing: Standing::Unread { matters: true } };
    lines.into_iter().map(unread).collect()
}

fn is_number(class: Class) -> bool {
    matches!(class, Class::Number(_) | Class::Explained(_) | Class::Year(_))
}

/// Reads sentence by sentence.
struct Reader<'a> {
    organization: Option<&'a str>,
    report: &'a Report,
    /// The year the paragraph has come to speak of.
    year: Option<u16>,
    context: Context,
    prose: Prose,
}

/// A stretch of a sentence: the sentence itself, or what stands in its brackets.
struct Stretch<'a> {
    flat: &'a Normalized,
    tokens: &'a [Token],
    sentence: &'a Sentence,
    years: Vec<(u16, Range<usize>)>,
}

impl Reader<'_> {
    fn sentence(&mut self, sentence: &Sentence) {
        if sentence.opens_paragraph {
            self.year = None;
            self.context.total = false;
        }
        if sentence.opens_topic {
            self.context = Context { year: self.context.year, ..Context::default() };
        }
        let (known, likely) = (self.prose.facts.len(), self.prose.likely.len());
        let main = tokens(&sentence.flat);
        let asides: Vec<(usize, Vec<Token>)> = sentence.asides.iter().map(|(at, aside)| (*at, tokens(aside))).collect();
        let all = || main.iter().chain(asides.iter().flat_map(|(_, aside)| aside));
        let says = |wanted: fn(Class) -> bool| all().any(|token| wanted(token.class));
        let applications = says(|class| matches!(class, Class::Application | Class::LooseApplication));
        self.context.applications |= applications;
        let stretch =
            Stretch { flat: &sentence.flat, tokens: &main, sentence, years: years_spoken_of(&sentence.flat, &main) };
        let mut grammar = Grammar::new(&sentence.flat, &main, self.context, false);
        let reading = grammar.read();
        self.context = grammar.context;
        let with_carried = |saying: &Saying| counts_carried(&stretch, &asides, &saying.place);
        self.keep(&stretch, &reading, with_carried);
        for ((_, aside), (at, words)) in sentence.asides.iter().zip(&asides) {
            self.aside(sentence, &main, aside, *at, words);
        }
        self.others_of(sentence);
        self.prose.facts[known..].sort_by_cached_key(|fact| (fact.span.start, fact.span.end));
        self.prose.likely[likely..].sort_by_cached_key(|fact| (fact.span.start, fact.span.end));
        let disclosure =
            says(|class| matches!(class, Class::Disclosure | Class::Application | Class::LooseApplication));
        let cases =
            says(|class| matches!(class, Class::Review | Class::Suit | Class::SuitDirect | Class::SuitAfterReview));
        self.context.cases |= disclosure && cases;
        self.leave(&stretch);
    }

    fn aside(&mut self, sentence: &Sentence, main: &[Token], aside: &Normalized, at: usize, words: &[Token]) {
        let stretch = Stretch { flat: aside, tokens: words, sentence, years: years_spoken_of(aside, words) };
        // （二）, 第二十条第（一）项
        if !aside.is_empty() && aside.chars().iter().all(|&c| is_chinese_numeral(c)) {
            let of_article = matches!(sentence.flat.before(at), Some('条' | '款' | '第'));
            let explanation = if of_article { Explanation::Article } else { Explanation::ListMark };
            self.number(&stretch, 0..aside.len(), Standing::Explained(explanation));
            return;
        }
        let before = main.iter().rfind(|token| token.end <= at).map(|token| token.class);
        let lone = words.iter().filter(|token| is_number(token.class)).count() == 1 && words.len() == 1;
        if let (true, Some(first)) = (lone, words.first()) {
            let explanation = match before {
                _ if matches!(first.class, Class::Explained(_)) => None,
                // 比2022年（6件）
                Some(Class::Year(_) | Class::LastYear) => Some(Standing::Beside),
                _ if first.end - first.start == 4 || matches!(first.class, Class::Year(_)) => {
                    Some(Standing::Explained(Explanation::DocumentNumber))
                }
                _ if at == 0 => Some(Standing::Explained(Explanation::ListMark)),
                _ => None,
            };
            if let Some(standing) = explanation {
                self.number(&stretch, first.range(), standing);
                return;
            }
        }
        let mut grammar = Grammar::new(aside, words, self.context, true);
        let reading = grammar.read();
        self.keep(&stretch, &reading, |_| false);
    }

    /// Numbers in names of documents and in ways of applying.
    fn others_of(&mut self, sentence: &Sentence) {
        for title in &sentence.titles {
            let words = tokens(title);
            let stretch = Stretch { flat: title, tokens: &words, sentence, years: Vec::new() };
            for token in words.iter().filter(|token| is_number(token.class)) {
                self.number(&stretch, token.range(), Standing::Explained(Explanation::Name));
            }
        }
    }

    fn number(&mut self, stretch: &Stretch, number: Range<usize>, standing: Standing) {
        let span = stretch.flat.span(number);
        let in_heading = |span: TextRange| {
            let headings = self.report.sections.iter().filter_map(|section| section.heading.as_ref());
            headings.into_iter().any(|heading| heading.span.overlaps(span))
        };
        let standing = match standing {
            Standing::Explained(Explanation::ListMark) if in_heading(span) => Standing::Explained(Explanation::Heading),
            standing => standing,
        };
        self.prose.numbers.push(AccountedNumber { span, sentence: stretch.sentence.span, standing });
    }

    /// Keeps the facts of a stretch and the account of its numbers.
    fn keep(&mut self, stretch: &Stretch, reading: &Reading, with_carried: impl Fn(&Saying) -> bool) {
        for token in stretch.tokens {
            let standing = match token.class {
                Class::Explained(explanation) => Standing::Explained(explanation),
                Class::Year(_) => Standing::Explained(Explanation::Period),
                Class::Number(_) => continue,
                // 12345热线
                _ if stretch.flat.chars()[token.range()].iter().any(char::is_ascii_digit) => {
                    Standing::Explained(Explanation::Name)
                }
                _ => continue,
            };
            self.number(stretch, token.range(), standing);
        }
        for (number, rest) in &reading.others {
            let standing = match rest {
                Rest::Beside => Standing::Beside,
                Rest::Unread { matters } => Standing::Unread { matters: *matters },
            };
            self.number(stretch, number.clone(), standing);
        }
        let mut scope = Scope::Own;
        for saying in &reading.sayings {
            let before = scope;
            scope = scope::scope(stretch.flat, stretch.tokens, saying.clause, saying.place.start, self.organization);
            // 区政府办公室收到9件，办结8件: nobody else has been named.
            if before == Scope::Other && scope::names_nobody(stretch.flat, saying.clause..saying.place.start) {
                scope = before;
            }
            self.saying(stretch, saying, scope, with_carried(saying));
        }
    }

    /// Keeps the facts of one saying; its number is not understood where two years are spoken of at once.
    fn saying(&mut self, stretch: &Stretch, saying: &Saying, scope: Scope, with_carried: bool) {
        let carried = saying.kinds.iter().any(|kind| matches!(kind, FactKind::CarriedOut | FactKind::CarriedIn));
        let end = if carried { saying.place.start } else { saying.place.end };
        let Some(year) = self.year_of(stretch, end) else {
            self.number(stretch, saying.number.clone(), Standing::Beside);
            return;
        };
        let year = if saying.last_year { self.report.year.map(|year| year - 1) } else { year };
        let own = scope == Scope::Own && (year.is_none() || self.report.year.is_none() || year == self.report.year);
        let unit = saying.unit.clone().map(|unit| stretch.flat.string(unit));
        // Money is read in 元; what is said in 万元 is kept so, where it is whole.
        let in_wan = unit.as_deref() == Some("元") && stretch.flat.string(saying.number.clone()).ends_with("万元");
        let (value, unit) = match in_wan && saying.value % 10_000 == 0 {
            true => (saying.value / 10_000, Some("万元".to_string())),
            false => (saying.value, unit),
        };
        let fact = |kind: FactKind| Fact {
            kind: if kind == FactKind::Received && with_carried { FactKind::Accepted } else { kind },
            value,
            unit: unit.clone(),
            year,
            scope,
            span: stretch.flat.span(saying.place.clone()),
            number: stretch.flat.span(saying.number.clone()),
        };
        let facts = saying.kinds.iter().copied().map(fact);
        if saying.likely {
            self.prose.likely.extend(facts)
        } else {
            self.prose.facts.extend(facts)
        }
        // What is the body's own is held against the cells; of others the tables have nothing.
        let standing = if own { Standing::Unread { matters: true } } else { Standing::Beside };
        self.number(stretch, saying.number.clone(), standing);
    }

    /// A year at the start of a sentence or of a clause, as in 2022年，…, holds for what follows in the paragraph.
    fn leave(&mut self, stretch: &Stretch) {
        let holds = |place: &Range<usize>| place.start == 0 || stretch.flat.at(place.end) == Some(',');
        if let Some((year, _)) = stretch.years.iter().rfind(|(_, place)| holds(place)) {
            self.year = Some(*year);
        }
    }

    /// The year a saying speaks of: the one named last before it, else the paragraph's, else the report's.
    fn year_of(&self, stretch: &Stretch, end: usize) -> Option<Option<u16>> {
        let flat = stretch.flat;
        if stretch.tokens.iter().any(|token| token.class == Class::SeveralYears && token.end <= end) {
            return None;
        }
        // 延期至2024年1月答复: that year is still to come.
        let to_come = |year: u16, place: &Range<usize>| {
            self.report.year.is_some_and(|report| year > report)
                && matches!(flat.before(place.start), Some('至' | '到'))
        };
        let named: Vec<(u16, Range<usize>)> =
            stretch.years.iter().filter(|(year, place)| place.end <= end && !to_come(*year, place)).cloned().collect();
        if let [.., (first, before), (second, after)] = named.as_slice() {
            let together = after.start - before.end <= LONGEST_PERIOD;
            if first != second && together && !flat.chars()[before.end..after.start].contains(&',') {
                return None;
            }
        }
        Some(named.last().map(|&(year, _)| year).or(self.year).or(self.report.year))
    }
}

/// The years that what follows may be of: not 比2022年减少9件, and not 2022年结转至2023年2件.
fn years_spoken_of(flat: &Normalized, words: &[Token]) -> Vec<(u16, Range<usize>)> {
    let compared = |place: &Range<usize>| matches!(flat.before(place.start), Some('比' | '较'));
    let said = |token: &&Token| !matches!(token.class, Class::Skip);
    let carried = |place: &Range<usize>| {
        let next = words.iter().filter(said).find(|token| token.start >= place.end);
        let before = words.iter().filter(said).rfind(|token| token.end <= place.start);
        [next, before].into_iter().flatten().any(|token| token.class == Class::Carry)
    };
    years(flat).into_iter().filter(|(_, place)| !compared(place) && !carried(place)).collect()
}

/// Whether a number is said to hold what was carried over from last year: in brackets, or right after it.
fn counts_carried(stretch: &Stretch, asides: &[(usize, Vec<Token>)], said: &Range<usize>) -> bool {
    let carries = |words: &[Token]| {
        let clause = words.split(|token| token.class == Class::Comma).next().unwrap_or_default();
        let carry = clause.iter().position(|token| token.class == Class::Carry);
        words.first().is_some_and(|first| first.class == Class::Part)
            && carry.is_some_and(|at| clause.get(at + 1).is_none_or(|next| next.class != Class::NextYear))
    };
    let mut asides = asides.iter().filter(|(place, _)| (said.start..=said.end).contains(place));
    let after = stretch.tokens.iter().position(|token| token.start >= said.end).unwrap_or(stretch.tokens.len());
    let behind = &stretch.tokens[after..];
    let behind = match behind.first() {
        Some(token) if matches!(token.class, Class::Comma | Class::Pause) => &behind[1..],
        _ => behind,
    };
    asides.any(|(_, aside)| carries(aside)) || carries(behind)
}
