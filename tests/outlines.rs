//! Reads the outline and the facts of generated reports in every layout: whatever the shape, the office, the year, the signature and
//! the six sections are found, and no sentence that agrees with the tables is called wrong.

use gouji::report::Report;
use gouji::rules::Options;
use gouji::text::Source;
use gouji::text::key;
use gouji_generator::layouts::LAYOUTS;
use gouji_generator::noise::Noise;
use gouji_generator::story::Story;
use gouji_generator::{Recipe, Sample};

const SEEDS: std::ops::Range<u64> = 100..103;
/// What makes words unreadable or other words.
const UNREADABLE: [Noise; 2] = [Noise::Spam, Noise::LostMarks];

/// Every report of every layout whose words are whole.
fn samples() -> impl Iterator<Item = (String, Sample)> {
    LAYOUTS.iter().flat_map(|layout| {
        let recipes = SEEDS.map(move |seed| (format!("{} {seed}", layout.id), Recipe::draw(seed, layout)));
        let whole = recipes.filter(|(_, recipe)| !recipe.noise.iter().any(|noise| UNREADABLE.contains(noise)));
        whole.map(|(name, recipe)| (name, recipe.make()))
    })
}

/// What differs between a report and the story it was written from.
fn differences(report: &Report, story: &Story) -> Vec<String> {
    let mut found = Vec::new();
    let mut expect = |same: bool, what: String| found.extend((!same).then_some(what));
    let title = report.title.as_ref().map(|title| key(&title.text));
    expect(title == Some(key(&story.title())), format!("title {title:?}"));
    let organization = report.organization.as_ref().map(|name| key(&name.text));
    expect(organization == Some(key(&story.organization)), format!("organization {organization:?}"));
    expect(report.year == Some(story.year), format!("year {:?}", report.year));
    let signed = report.signature.as_ref().map(|signature| signature.date);
    expect(signed == story.signed, format!("signed {signed:?}, not {:?}", story.signed));
    let sections: Vec<u8> =
        report.sections.iter().filter(|section| section.heading.is_some()).map(|section| section.number).collect();
    expect(sections == [1, 2, 3, 4, 5, 6], format!("sections {sections:?}"));
    expect(report.sections.is_sorted_by_key(|section| section.span.start), "sections out of order".to_string());
    found
}

#[test]
fn outlines_are_read_in_every_layout() {
    let mut wrong = String::new();
    for (name, sample) in samples() {
        let document = Source::from_text(sample.text).expect("a report is short");
        let reports = gouji::reading::read(&document);
        if reports.len() != sample.stories.len() {
            wrong += &format!("\n{name}: {} reports", reports.len());
        }
        for (report, story) in reports.iter().zip(&sample.stories) {
            let found = differences(report, story);
            if !found.is_empty() {
                wrong += &format!("\n{name}: {}", found.join(", "));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn sentences_that_agree_with_the_tables_raise_no_alarm() {
    let mut wrong = String::new();
    for (name, sample) in samples() {
        let document = Source::from_text(sample.text).expect("a report is short");
        for checked in gouji::check(&document, &Options::default()) {
            for finding in checked.findings.list.iter().filter(|finding| finding.rule.starts_with("NT-")) {
                wrong += &format!("\n{name}: {} {}", finding.rule, finding.message);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
