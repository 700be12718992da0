//! The end of a report: the name and the date under it, or the date of an attached sheet; and where the attached sheets begin.

use super::names::{STAMPS, is_name, on_line, unstamped, written};
use crate::reading::dates::dates;
use crate::report::{Signature, SignatureKind, Written};
use crate::text::{Date, TextRange};
use crate::text::{Normalized, Words, lines, trimmed};

/// A line longer than this is prose, in bytes.
const LONGEST_LINE: usize = 400;
/// What the date of an attached sheet is called.
const SHEET_DATES: Words = Words("填报日期 报出日期 填表日期 上报日期 填报时间 报出时间 填表时间 上报时间");
/// What may stand before the date under a report.
const DATES: Words = Words("编制日期: 报告日期: 成文日期: 日期:");
/// What the office on an attached sheet is called.
const SHEET_OFFICES: Words = Words("填报单位 填表单位 报送单位");
/// What the title of an attached sheet ends with, before its number.
const SHEET_TITLES: Words = Words("情况表 统计表 附表 分析说明 编制说明");
const ATTACHMENTS: Words = Words("附件 附表 附: 附录 附1");

/// The date under the report and the name above it.
pub struct Signed {
    pub signature: Signature,
    pub organization: Option<Written>,
    /// Where the name or the date begins.
    pub start: usize,
}

/// The first date with an office's name above it or before it; without one, the last date on a line of its own.
pub fn find(text: &str, behind_sections: TextRange) -> Option<Signed> {
    let mut alone = None;
    let mut previous: Option<TextRange> = None;
    let mut gap = false;
    for line in lines(text, behind_sections) {
        let line = trimmed(text, line);
        if line.is_empty() {
            gap = true;
            continue;
        }
        if let Some((date, place, before)) = date_line(text, line) {
            let name = before.or_else(|| previous.and_then(|previous| on_line(text, previous)));
            let signature = Signature { date, span: place, kind: SignatureKind::Signed };
            let start = name.as_ref().map_or(place.start, |name| name.span.start);
            let named = name.is_some();
            let signed = Signed { signature, organization: name, start };
            if named {
                return Some(signed);
            }
            // 截至 / 2023年12月31日: the end of a wrapped sentence is no signature.
            let closed = |previous: TextRange| previous.of(text).ends_with(['。', '！', '）', ')', '.', ';', '；']);
            if gap || previous.is_none_or(closed) {
                alone = Some(signed);
            }
        }
        previous = Some(line);
        gap = false;
    }
    alone.or_else(|| glued(text, previous?))
}

/// The signature of a text without line ends: name and date behind the last stop, whatever of the page follows.
fn glued(text: &str, last: TextRange) -> Option<Signed> {
    let words = last.of(text);
    let stop = words.rfind(['。', '！', '；']).filter(|stop| words.len() - stop <= LONGEST_LINE)?;
    let flat = Normalized::of(text, TextRange::new(last.start + stop + '。'.len_utf8(), last.end));
    let (date, place) = dates(&flat).into_iter().next()?;
    let name = unstamped(&flat, 0..place.start);
    is_name(&flat, name.clone()).then(|| Signed {
        signature: Signature { date, span: flat.span(place), kind: SignatureKind::Signed },
        start: flat.span(name.clone()).start,
        organization: Some(written(&flat, text, name)),
    })
}

/// A line that is a date and at most a name before it.
fn date_line(text: &str, line: TextRange) -> Option<(Date, TextRange, Option<Written>)> {
    if line.end - line.start > LONGEST_LINE || !line.of(text).contains(['年', '.', '．', '-', '－', '/']) {
        return None;
    }
    let flat = Normalized::of(text, line);
    let found = dates(&flat);
    let [(date, range)] = found.as_slice() else { return None };
    let closed = flat.after(range.end, ")").or_else(|| STAMPS.after(&flat, range.end)).unwrap_or(range.end);
    if closed != flat.len() {
        return None;
    }
    let before = match flat.before(range.start) {
        Some('(' | ',') => range.start - 1,
        _ => range.start,
    };
    // 编制日期：2024年1月8日, （柳溪镇人民政府 2024年1月8日）
    let opened = usize::from(closed > range.end && flat.at(0) == Some('('));
    let name = unstamped(&flat, DATES.after(&flat, 0).unwrap_or(opened).min(before)..before);
    if name.is_empty() {
        return Some((*date, flat.span(range.clone()), None));
    }
    is_name(&flat, name.clone()).then(|| (*date, flat.span(range.clone()), Some(written(&flat, text, name))))
}

/// The date on an attached sheet: 填报日期 or 报出日期.
pub fn sheet_date(text: &str, span: TextRange) -> Option<Signature> {
    labelled(text, span, SHEET_DATES).find_map(|(flat, index)| {
        let (date, range) = dates(&flat).into_iter().find(|(_, range)| range.start >= index)?;
        let near = flat.chars().get(index..range.start)?.iter().all(|c| matches!(c, ':' | '(' | ')' | '盖' | '章'));
        near.then(|| Signature { date, span: flat.span(range), kind: SignatureKind::Sheet })
    })
}

/// The office that filled in an attached sheet.
pub fn sheet_office(text: &str, span: TextRange) -> Option<Written> {
    labelled(text, span, SHEET_OFFICES).find_map(|(flat, index)| {
        let index = STAMPS.after(&flat, index).unwrap_or(index);
        let index = flat.after(index, ":").unwrap_or(index);
        // The name ends where white space parts it from the next label.
        let end = (index + 1..flat.len()).find(|&next| !flat.is_joined(next)).unwrap_or(flat.len());
        let name = unstamped(&flat, index..end);
        is_name(&flat, name.clone()).then(|| written(&flat, text, name))
    })
}

/// Lines with one of these labels, and where the label ends.
fn labelled(text: &str, span: TextRange, labels: Words) -> impl Iterator<Item = (Normalized, usize)> + '_ {
    // The first character alone, for the label may be written with spaces.
    let fits = move |line: &TextRange| {
        line.end - line.start <= LONGEST_LINE && line.of(text).contains(['填', '报', '上', '報'])
    };
    lines(text, span).filter(fits).filter_map(move |line| {
        let flat = Normalized::of(text, line);
        let index = labels.places(&flat, 0..flat.len()).first()?.end;
        Some((flat, index))
    })
}

/// The line where the sheets attached to a report begin: their title, or 附件.
pub fn attachments(text: &str, behind_sections: TextRange) -> Option<usize> {
    lines(text, behind_sections).find(|&line| is_attachment(text, line)).map(|line| line.start)
}

fn is_attachment(text: &str, line: TextRange) -> bool {
    if line.end - line.start > LONGEST_LINE || !line.of(text).contains(['附', '表', '说', '說']) {
        return false;
    }
    let flat = Normalized::of(text, line);
    if flat.is_empty() || flat.len() > 40 || flat.chars().iter().any(|c| "。,;!?".contains(*c)) {
        return false;
    }
    let numbered =
        flat.chars().iter().rposition(|c| !c.is_ascii_digit() && !matches!(c, '(' | ')' | '一' | '二' | '三'));
    let end = numbered.map_or(0, |last| last + 1);
    ATTACHMENTS.after(&flat, 0).is_some() || SHEET_TITLES.before(&flat, end).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> TextRange {
        TextRange::new(0, text.len())
    }

    fn signed(text: &str) -> Option<(String, Option<String>)> {
        find(text, whole(text))
            .map(|signed| (signed.signature.date.to_string(), signed.organization.map(|name| name.text)))
    }

    #[test]
    fn the_date_under_the_name_is_the_signature() {
        let name = Some("柳溪镇人民政府".to_string());
        for text in [
            "无。\n\n柳溪镇人民政府\n2024年1月8日",
            "无。\n　　　柳溪镇人民政府（盖章）\n\n　　2024 年 1 月 8 日　\n",
            "柳溪镇人民政府  二〇二四年一月八日",
            "六、其他需要报告的事项没有其他事项。柳溪镇人民政府2024年1月8日 【打印】 主办：办公室",
            "（柳溪镇人民政府 2024年1月8日）",
            "编制单位：柳溪镇人民政府\n编制日期：2024年1月8日",
            "柳溪镇人民政府\n2024.1.8\n柳溪镇党政办公室 2024年1月9日印",
        ] {
            assert_eq!(signed(text), Some(("2024-01-08".to_string(), name.clone())), "{text}");
        }
        assert_eq!(signed("没有其他事项。\n2024年1月8日"), Some(("2024-01-08".to_string(), None)));
    }

    #[test]
    fn other_dates_are_no_signature() {
        for text in [
            "发布日期：2024-01-08",
            "填报日期：2024年1月8日",
            "单位（盖章） 柳溪镇人民政府  报出日期  2024 年 1 月8 日",
            "柳溪镇党政综合办公室 2024年1月9日印",
            "统计期限为2023年1月1日至\n2023年12月31日\n的数据",
            "2023年1月1日至2023年12月31日",
            "2024年1月",
            "无。所列数据截至2023年12月31日",
        ] {
            assert_eq!(signed(text), None, "{text}");
        }
    }

    #[test]
    fn a_sheet_has_a_date_and_an_office() {
        let text = "填报单位（盖章）： 柳溪镇人民政府   2024年\n联系电话：0731-5550123　填报日期：2024年2月3日\n";
        assert_eq!(sheet_date(text, whole(text)).map(|found| found.date.to_string()).as_deref(), Some("2024-02-03"));
        assert_eq!(sheet_office(text, whole(text)).map(|name| name.text).as_deref(), Some("柳溪镇人民政府"));
        assert!(
            sheet_date("填报日期：    ，成立于2020年1月1日", whole("填报日期：    ，成立于2020年1月1日")).is_none()
        );
    }

    #[test]
    fn attached_sheets_begin_with_their_title() {
        for line in
            ["政府信息公开情况统计表1", "2023年主动公开政府信息情况表", "附件：统计表", "政府信息公开情况分析说明"]
        {
            assert_eq!(attachments(&format!("无。\n{line}\n"), TextRange::new(0, line.len() + 8)), Some(7), "{line}");
        }
        for line in ["按时报送了统计表。", "我单位无其他需要报告的事项", "柳溪镇人民政府"]
        {
            assert_eq!(attachments(line, whole(line)), None, "{line}");
        }
    }
}
