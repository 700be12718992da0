//! The outline of a report: its title, its office and year, the six sections, the signature, and what around it is no part of it.
//! It needs no tables, so that neither reading depends on the other.

mod chrome;
mod headings;
mod names;
mod signature;
mod title;

pub(super) use headings::{Candidate, candidates};
pub(super) use title::{Title, own_lines};

use super::dates;
use crate::report::{Section, Signature, Written};
use crate::text::TextRange;

/// What a report is made of, tables left aside.
#[derive(Debug)]
pub struct Outline {
    pub title: Option<Written>,
    pub organization: Option<Written>,
    pub year: Option<u16>,
    pub signature: Option<Signature>,
    pub signer: Option<Written>,
    /// Always six, in order.
    pub sections: Vec<Section>,
    /// Words of the web page around the report.
    pub left_out: Vec<TextRange>,
}

/// Reads the outline of the report that this part of the text is.
pub fn read(text: &str, span: TextRange) -> Outline {
    let candidates = headings::candidates(text, span);
    let closing = closing(&candidates).unwrap_or(span.start);
    let rest = TextRange::new(closing, span.end);
    let signed = signature::find(text, rest);
    let sheets = signature::attachments(text, rest).unwrap_or(span.end);
    let end = signed.as_ref().map_or(sheets, |signed| sheets.min(signed.start));

    let own: Vec<headings::Candidate> = candidates.into_iter().filter(|candidate| candidate.start() < end).collect();
    let sections = sections(headings::choose(&own), end);
    let body = sections.iter().filter(|section| section.heading.is_some()).map(|section| section.span.start).min();
    let title = title::find(text, TextRange::new(span.start, body.unwrap_or(end)));

    let (title, named, year) = match title {
        Some(title) => (Some(title.written), title.organization, title.year),
        None => (None, None, None),
    };
    let (signature, signer) = match signed {
        Some(signed) => (Some(signed.signature), signed.organization),
        None => (signature::sheet_date(text, span), None),
    };
    let mut left_out = Vec::new();
    left_out
        .extend(title.as_ref().and_then(|title| chrome::before(text, TextRange::new(span.start, title.span.start))));
    let behind = signature.as_ref().map_or(end, |signature| signature.span.end.max(end));
    left_out.extend(chrome::behind(text, TextRange::new(behind, span.end)));
    Outline {
        title,
        signer: signer.clone(),
        organization: named.or(signer).or_else(|| signature::sheet_office(text, span)),
        year: year.or_else(|| dates::period_year(text, span)).or_else(|| dates::most_frequent_year(text, span)),
        signature,
        sections,
        left_out,
    }
}

/// Where the last section begins; signature and attached sheets are looked for behind it.
fn closing(candidates: &[headings::Candidate]) -> Option<usize> {
    let chosen = headings::choose(candidates);
    let last_of_form = chosen[5].as_ref().or(chosen[4].as_ref());
    last_of_form.or_else(|| chosen.iter().flatten().max_by_key(|found| found.start())).map(|found| found.start())
}

/// The six sections, each up to the next one in the text or to the report's end.
fn sections(chosen: [Option<headings::Candidate>; 6], end: usize) -> Vec<Section> {
    let mut starts: Vec<usize> = chosen.iter().flatten().map(|found| found.start()).collect();
    starts.sort_unstable();
    let section = |(index, found): (usize, Option<headings::Candidate>)| {
        let start = found.as_ref().map(|found| found.start());
        let next = start.map(|start| starts.iter().copied().find(|&next| next > start).unwrap_or(end));
        let span = start.zip(next).map_or(TextRange::default(), |(start, next)| TextRange::new(start, next));
        Section { number: index as u8 + 1, heading: found.map(|found| found.heading), span }
    };
    chosen.into_iter().enumerate().map(section).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::SignatureKind;

    fn outline(text: &str) -> Outline {
        read(text, TextRange::new(0, text.len()))
    }

    fn found(outline: &Outline) -> Vec<u8> {
        outline.sections.iter().filter(|section| section.heading.is_some()).map(|section| section.number).collect()
    }

    #[test]
    fn a_section_goes_up_to_the_next_one_and_the_last_to_the_signature() {
        let text = "柳溪镇2023年政府信息公开工作年度报告\n一、总体情况\n好。\n六、其他需要报告的事项\n无。\n\n柳溪镇人民政府\n2024年1月8日\n";
        let outline = outline(text);
        assert_eq!(outline.sections[0].span.of(text), "一、总体情况\n好。\n");
        assert_eq!(outline.sections[5].span.of(text), "六、其他需要报告的事项\n无。\n\n");
        assert_eq!(outline.sections[5].body().of(text).trim(), "无。");
        assert_eq!(outline.signature.map(|signature| signature.kind), Some(SignatureKind::Signed));
        assert_eq!((outline.sections.len(), outline.year), (6, Some(2023)));
    }

    #[test]
    fn an_attached_sheet_has_no_sections_and_gives_only_its_date() {
        let text = "柳溪镇2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n表\n六、其他需要报告的事项\n无。\n\
                    政府信息公开情况统计表1\n填报单位（盖章）：柳溪镇人民政府\n一、主动公开情况\n填报日期：2024年2月3日\n\
                    政府信息公开情况分析说明\n一、总体情况\n好。\n";
        let outline = outline(text);
        assert_eq!(found(&outline), [2, 6]);
        assert_eq!(outline.sections[5].body().of(text).trim(), "无。");
        let signature = outline.signature.map(|signature| (signature.date.to_string(), signature.kind));
        assert_eq!(signature, Some(("2024-02-03".to_string(), SignatureKind::Sheet)));
    }

    #[test]
    fn the_office_comes_from_the_title_or_the_signature_or_the_sheet() {
        let office = |text: &str| outline(text).organization.map(|name| name.text);
        assert_eq!(
            office("关于2023年政府信息公开工作的报告\n六、其他需要报告的事项\n无。\n柳溪镇人民政府\n2024年1月8日")
                .as_deref(),
            Some("柳溪镇人民政府")
        );
        assert_eq!(
            office("六、其他需要报告的事项\n无。\n填报单位：柳溪镇人民政府 ").as_deref(),
            Some("柳溪镇人民政府")
        );
        assert_eq!(office("六、其他需要报告的事项\n无。"), None);
    }

    #[test]
    fn the_year_comes_from_the_title_or_the_period_or_the_most_frequent() {
        let year = |text: &str| outline(text).year;
        assert_eq!(year("政府信息公开工作年度报告\n2022年编制。统计期限自2021年1月1日起。2022年。"), Some(2021));
        assert_eq!(year("2021年做了准备，2022年公开，2022年总结。"), Some(2022));
    }

    #[test]
    fn a_row_label_that_stands_twice_is_no_section() {
        let text = "二、主动公开政府信息情况\n表\n三、收到和处理政府信息公开申请情况\n三、本年度办理结果\n0\n三、本年度办理结果\n0\n\
                    四、结转下年度继续办理\n0\n四、政府信息公开行政复议、行政诉讼情况\n表\n";
        let outline = outline(text);
        assert_eq!(found(&outline), [2, 3, 4]);
        assert!(outline.sections[2].span.of(text).contains("四、结转下年度"));
    }
}
