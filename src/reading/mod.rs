//! From text to reports: the outline, the tables bound to the form, facts in prose. Knows the form, judges nothing.

mod dates;
mod number;
mod outline;
mod prose;
mod shape;
mod split;
mod tables;

pub use shape::without_tags;

use crate::report::{Account, Among, Published, Report};
use crate::text::Source;
use crate::text::TextRange;

/// Every report of a document, in order; always at least one.
pub fn read(document: &Source) -> Vec<Report> {
    let text = shape::plain(&document.text);
    let parts = split::reports(&text);
    let all = parts.len();
    let in_head = dates::published_in_head(&document.text).map(|date| Published { date, span: None });
    let among = |index, copies| Among { number: index + 1, all, copies };
    let read = |(index, part): (usize, split::Part)| {
        let read = report(&text, part.span);
        let published = read.published.or(if all == 1 { in_head } else { None });
        Report { among: among(index, part.copies), published, ..read }
    };
    parts.into_iter().enumerate().map(read).collect()
}

/// The report that this part of the text is.
fn report(text: &str, span: TextRange) -> Report {
    let outline = outline::read(text, span);
    let tables = tables::read(text, span);
    let published = published(text, span, &outline);
    let report = Report {
        span,
        title: outline.title,
        organization: outline.organization,
        signer: outline.signer,
        year: outline.year,
        published,
        signature: outline.signature,
        sections: outline.sections,
        left_out: outline.left_out,
        form: tables.form,
        tables: tables.found,
        cells: tables.cells,
        doubts: tables.doubts,
        ..Report::default()
    };
    let prose = prose::read(text, &report);
    Report { facts: prose.facts, likely: prose.likely, account: Account { numbers: prose.numbers }, ..report }
}

/// The day of publication that the page says before the first section or behind the signature.
fn published(text: &str, span: TextRange, outline: &outline::Outline) -> Option<Published> {
    let headings = outline.sections.iter().filter_map(|section| Some(section.heading.as_ref()?.span.start));
    let body = headings.min().unwrap_or(span.end);
    let end = outline.signature.as_ref().map_or(span.end, |signature| signature.span.end).clamp(body, span.end);
    let found = dates::published(text, TextRange::new(span.start, body));
    let (date, span) = found.or_else(|| dates::published(text, TextRange::new(end, span.end)))?;
    Some(Published { date, span: Some(span) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pieces that the readings look for, with characters of every width between them.
    const PIECES: [&str; 44] = [
        "一、",
        "二、",
        "总体情况",
        "主动公开政府信息情况",
        "其他需要报告的事项",
        "存在的主要问题",
        "柳溪镇",
        "人民政府",
        "2023年",
        "二〇二四年一月八日",
        "政府信息公开工作年度报告",
        "1月8日",
        "2024.1.8",
        "收到",
        "未收到",
        "政府信息公开申请",
        "3件",
        "1,024件",
        "一百零三件",
        "行政复议",
        "行政诉讼",
        "未发生",
        "因",
        "引发",
        "统计期限",
        "填报日期：",
        "填报单位：",
        "附件",
        "统计表",
        "上一篇：",
        "当前位置：",
        "第二十条第（一）项",
        "\n",
        "\n\n",
        "\t",
        "，",
        "。",
        "（",
        "）",
        "《",
        "》",
        "😀",
        "\u{301}",
        "\u{fffd}",
    ];

    proptest::proptest! {
        #[test]
        fn any_text_is_read_and_places_fit_it(
            chosen in proptest::collection::vec(0..PIECES.len(), 0..120), other in ".{0,40}",
        ) {
            let mut text: String = chosen.iter().map(|&piece| PIECES[piece]).collect();
            text.insert_str(text.floor_char_boundary(text.len() / 2), &other);
            let document = Source { text, as_given: true };
            let reports = read(&document);
            proptest::prop_assert!(!reports.is_empty());
            for report in &reports {
                let sections = report.sections.iter().map(|section| section.span);
                let places = [Some(report.span), report.title.as_ref().map(|title| title.span)].into_iter().flatten();
                let places = places.chain(report.organization.as_ref().map(|name| name.span)).chain(sections);
                let places = places.chain(report.signature.as_ref().map(|signature| signature.span));
                let places = places.chain(report.facts.iter().map(|fact| fact.span)).chain(report.left_out.iter().copied());
                for place in places {
                    proptest::prop_assert!(document.text.get(place.start..place.end).is_some(), "{place:?}");
                }
            }
        }
    }
}
