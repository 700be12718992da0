//! What holds of every check.

use gouji::options::CheckOptions;
use gouji::output::{Offsets, Places, ReportData, Verdict};
use gouji::rules::{Correction, Finding, Options, Severity};
use gouji::text::{LONGEST_TEXT, Number, Source, TextRange};
use gouji::{Checked, form};
use serde_json::Value;

/// Parts the options from the text.
const BETWEEN: &str = "\n===\n";

/// Checks a text.
pub fn text(input: &[u8]) -> bool {
    Source::from_text(String::from_utf8_lossy(input)).is_ok_and(|document| holds(&document, &Options::default()))
}

/// Checks a text with options: those of the page as JSON, or those of a settings file.
pub fn with_options(input: &[u8]) -> bool {
    let input = String::from_utf8_lossy(input);
    let (given, text) = input.split_once(BETWEEN).unwrap_or((&input, ""));
    let options = match given.trim_start().starts_with('{') {
        true => serde_json::from_str::<CheckOptions>(given).map_err(|error| error.to_string()).and_then(|given| {
            let last_year = |text: String| Source::from_text(text).map(|document| gouji::last_year(&document));
            given.into_options(last_year).map_err(|error| error.to_string())
        }),
        false => gouji_cli::settings::parse(given),
    };
    match (options, Source::from_text(text)) {
        (Ok(options), Ok(document)) => holds(&document, &options),
        (Err(sentence), _) => {
            assert!(!sentence.is_empty(), "a wrong option without a sentence");
            false
        }
        _ => false,
    }
}

/// Asks everything that holds of a check; returns whether a report was recognised.
fn holds(document: &Source, options: &Options) -> bool {
    let text = &document.text;
    let checked = gouji::check(document, options);
    reports_lie_apart(&checked, text);
    let (bytes, units) = (Places::new(text, Offsets::Utf8), Places::new(text, Offsets::Utf16));
    let data =
        |one: &Checked, places: &Places| ReportData::of(None, document, one, places).with_numbers(&one.report, places);
    let value = |data: &ReportData| serde_json::to_value(data).expect("a report is data");
    let units_before = units_before(text);
    for one in &checked {
        let report = data(one, &bytes);
        let said = value(&report);
        let written = serde_json::to_string(&report).expect("a report is data");
        assert!(serde_json::from_str::<Value>(&written).is_ok_and(|read| read == said), "JSON reads otherwise");
        places_are_sound(&said, &value(&data(one, &units)), text, &units_before);
        counts_are_sound(one, &report);
        one.findings.list.iter().for_each(|finding| fixes_are_sound(finding, text));
        nothing_personal_is_left(document, one, data(one, &bytes));
    }
    // What takes another check is asked of one input in three, so that more inputs are tried.
    match text.len() % 3 {
        0 => fixes_apply(&checked, text, options),
        1 => repairs_hold(&checked, document, options),
        _ => {
            let again = gouji::check(document, options);
            let all = |checked: &[Checked]| checked.iter().map(|one| value(&data(one, &bytes))).collect::<Vec<_>>();
            assert!(all(&again) == all(&checked), "another answer the second time");
        }
    }
    checked.iter().any(|one| gouji::output::verdict(one) != Verdict::Unreadable)
}

fn reports_lie_apart(checked: &[Checked], text: &str) {
    let mut end = 0;
    for one in checked {
        let span = one.report.span;
        assert!(end <= span.start && span.end <= text.len(), "reports lie over one another");
        end = span.end;
    }
}

/// How many UTF-16 code units stand before each byte; `u32::MAX` within a character.
fn units_before(text: &str) -> Vec<u32> {
    let mut before = vec![u32::MAX; text.len() + 1];
    let mut units = 0;
    for (at, c) in text.char_indices() {
        before[at] = units;
        units += c.len_utf16() as u32;
    }
    before[text.len()] = units;
    before
}

/// Every place lies within the text, at its characters, and is the same place in the units of the page.
fn places_are_sound(bytes: &Value, units: &Value, text: &str, units_before: &[u32]) {
    let mut open = vec![(bytes, units)];
    while let Some((one, other)) = open.pop() {
        match (one, other) {
            (Value::Array(one), Value::Array(other)) => open.extend(one.iter().zip(other)),
            (Value::Object(fields), Value::Object(others)) => {
                open.extend(fields.iter().filter_map(|(name, value)| Some((value, others.get(name)?))));
                let number = |value: Option<&Value>| value.and_then(Value::as_u64).map(|number| number as usize);
                let place = |name: &str| {
                    let byte = number(fields.get(name))?;
                    let unit = units_before.get(byte).copied().filter(|unit| *unit < u32::MAX);
                    assert!(unit.is_some(), "{name} {byte} is no place of the text: {one}");
                    assert_eq!(unit.map(|unit| unit as usize), number(others.get(name)), "another place in UTF-16");
                    Some(byte)
                };
                let (start, end) = (place("start"), place("end"));
                assert!(
                    start.is_some() == end.is_some() && start <= end,
                    "half a place or a place turned round: {one}"
                );
                if let (Some(line), Some(start)) = (number(fields.get("line")), start) {
                    assert_eq!(line, text[..start].matches('\n').count() + 1, "another line");
                }
            }
            (one, other) => assert!(one == other || one.is_number(), "{one} is {other} in UTF-16"),
        }
    }
}

/// The account adds up, what is named by an index is there, and nothing passes that was not checked.
fn counts_are_sound(checked: &Checked, report: &ReportData) {
    let account = &report.account;
    let parts = account.checked + account.beside + account.explained + account.unread.len();
    assert_eq!(account.all, parts, "the account does not add up");
    assert!(report.sections.iter().map(|section| section.number).eq(1..=6), "six sections, in order");
    assert_eq!(report.gaps, !report.not_checked.is_empty(), "gaps without a sentence");
    for repair in &report.repairs {
        assert!(repair.settles.iter().all(|&index| index < report.findings.len()), "a finding that is not there");
        assert!(repair.supported_by.iter().all(|&index| index < report.facts.len()), "a fact that is not there");
        assert!(
            repair.changes.iter().all(|change| form::cell_named(&change.cell).is_some()),
            "a cell that is not there"
        );
    }
    let is_open = |severity| checked.findings.list.iter().any(|finding| finding.severity == severity);
    if report.verdict == Verdict::Clean {
        let amount = &report.checked;
        assert!(amount.tables > 0 && amount.sums > 0 && amount.cells > 0, "clean, and nothing was checked");
        assert!(!is_open(Severity::Error) && !is_open(Severity::Warning), "clean, and something is open");
        assert!(!report.gaps && report.differs == 0 && report.dismissed.is_empty(), "clean, and not all was checked");
        assert!(!account.unread.iter().any(|number| number.matters), "clean, and a number was not understood");
    }
}

fn fixes_are_sound(finding: &Finding, text: &str) {
    let mut fixes: Vec<_> = finding.fixes.iter().collect();
    fixes.sort_by_key(|fix| (fix.span.start, fix.span.end));
    assert!(fixes.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "fixes lie over one another");
    for fix in fixes {
        assert_ne!(text.get(fix.span.start..fix.span.end), Some(fix.text.as_str()), "{} changes nothing", finding.rule);
    }
}

/// The first fixes applied give a text that is checked again.
fn fixes_apply(checked: &[Checked], text: &str, options: &Options) {
    let findings = checked.iter().flat_map(|one| &one.findings.list);
    let Some(finding) = findings.into_iter().find(|finding| !finding.fixes.is_empty()) else { return };
    let mut fixes: Vec<_> = finding.fixes.iter().collect();
    fixes.sort_by_key(|fix| std::cmp::Reverse(fix.span.start));
    let mut mended = text.to_string();
    for fix in fixes {
        mended.replace_range(fix.span.start..fix.span.end, &fix.text);
    }
    if mended.len() <= LONGEST_TEXT {
        gouji::check(&Source { text: mended, as_given: true }, options);
    }
}

/// The first proposal put in: the sums that it settles hold.
fn repairs_hold(checked: &[Checked], document: &Source, options: &Options) {
    for (index, one) in checked.iter().enumerate() {
        let Some(repair) = one.repairs.list.first() else { continue };
        let correction = |change: &gouji::repair::Change| Correction {
            report: Some(index),
            cell: change.cell,
            number: Number::whole(change.to),
        };
        let corrections = options.corrections.iter().copied().chain(repair.changes.iter().map(correction)).collect();
        let mended = gouji::check(document, &Options { corrections, ..options.clone() });
        for &settled in &repair.settles {
            let before = &one.findings.list[settled];
            let is_there = mended[index]
                .findings
                .list
                .iter()
                .any(|after| after.rule == before.rule && after.cells == before.cells);
            assert!(!is_there, "{} is settled and still there: {}", before.rule, repair.because);
        }
    }
}

fn nothing_personal_is_left(document: &Source, checked: &Checked, report: ReportData) {
    let personal = checked.personal(&document.text);
    let masked = checked.masked(document.text.clone());
    assert_eq!(masked.len(), document.text.len(), "places move when personal data is masked");
    let places =
        checked.findings.list.iter().filter(|finding| finding.rule.starts_with("PV-")).flat_map(|one| &one.places);
    for TextRange { start, end } in places.map(|place| place.span) {
        let hidden = masked.get(start..end).unwrap_or_default();
        let is_starred = hidden.chars().skip(3).all(|c| c == '*');
        assert!(is_starred, "something personal can be read");
    }
    let written = serde_json::to_string(&report.masked(document, checked)).expect("a report is data");
    assert!(!personal.stands_in(&written), "personal data in the answer");
}
