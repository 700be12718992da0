//! TM-12: signed after it was published. TM-13: a date in two manners of writing. TM-14: a day that no calendar has.

use crate::report::SignatureKind;
use crate::rules::{Edit, Example, Rule, Severity, passages, sources, told};
use crate::text::{Date, TextRange, chinese_value, digit, is_chinese_numeral, occurrences};

pub static LATE: Rule = Rule {
    id: "TM-12",
    severity: Severity::Warning,
    basis: sources::PRACTICE,
    title: "落款晚于公布日期",
    checks: told("落款日期不应晚于公布日期；公布日期是网页上写的，只作提示。"),
    why: told("还没有签发就已经公布，两个日期至少有一个写错。"),
    bad: examples![Example {
        shown: "落款2024年1月18日，公布日期填2024年1月10日。",
        edits: &[Edit::Published("2024-01-10")]
    }],
    good: examples![
        Example { shown: "落款当天公布。", edits: &[Edit::Published("2024-01-18")] },
        Example { shown: "落款以后公布。", edits: &[Edit::Published("2024-01-25")] },
    ],
    check: |context| {
        let reading = context.reading;
        let signed = reading.signature.as_ref().filter(|signature| signature.kind == SignatureKind::Signed);
        let page = reading.published.map(|page| page.date);
        let Some((signature, published)) = signed.zip(context.options.published.or(page)) else { return };
        context.findings.tally.dates += 1;
        if signature.date > published {
            let (signed, published) = (signature.date.in_words(), published.in_words());
            let message = format!("落款日期{signed}，晚于公布日期{published}。");
            let unsure = context.options.published.is_none();
            let finding = context.report(message, "核对落款日期和公布日期。").at(signature.span);
            finding.severity_if(unsure, Severity::Info);
        }
    },
    ..Rule::ORDINARY
};

pub static MANNERS: Rule = Rule {
    id: "TM-13",
    severity: Severity::Info,
    basis: sources::DATE_DIGITS,
    title: "落款日期的写法不规范",
    checks: told("落款日期有没有汉字数字和阿拉伯数字混用，或者写成“2024.1.18”“2024-1-18”。"),
    why: told("成文日期用阿拉伯数字把年、月、日标全。"),
    bad: examples![
        Example {
            shown: "“2024年一月18日”。", edits: &[Edit::Words("2024年1月18日", "2024年一月18日")]
        },
        Example {
            shown: "“二〇二四年1月18日”。", edits: &[Edit::Words("2024年1月18日", "二〇二四年1月18日")]
        },
        Example { shown: "“2024.1.18”。", edits: &[Edit::Words("2024年1月18日", "2024.1.18")] },
    ],
    good: examples![
        Example { shown: "“2024年1月18日”。", edits: &[Edit::Words("2024年1月18日", "2024年01月18日")] },
        Example {
            shown: "“二〇二四年一月十八日”：旧的写法，前后一致。",
            edits: &[Edit::Words("2024年1月18日", "二〇二四年一月十八日")],
        },
        Example {
            shown: "“2024年元月18日”。", edits: &[Edit::Words("2024年1月18日", "2024年元月18日")]
        },
    ],
    check: |context| {
        let Some(signature) = &context.reading.signature else { return };
        let written = signature.span.of(context.text);
        let has_digits = written.contains(|c| digit(c).is_some());
        let mixed = has_digits && written.contains(is_numeral) || !written.contains('年');
        if signature.kind == SignatureKind::Signed && mixed {
            let (said, right) = (passages::quoted(written, 20), signature.date.in_words());
            let finding = context.report(format!("落款日期写成“{said}”。"), format!("改为“{right}”。"));
            finding.at(signature.span).fix(signature.span, right);
        }
    },
    ..Rule::ORDINARY
};

pub static NO_SUCH_DAY: Rule = Rule {
    id: "TM-14",
    severity: Severity::Warning,
    basis: sources::PRACTICE,
    title: "日历上没有这一天",
    checks: told("写到的日期有没有，如2月30日、6月31日、13月1日。"),
    why: told("日期一看就是错的；写在落款处，还会被认为没有落款日期。"),
    bad: examples![
        Example {
            shown: "落款写“2024年2月30日”。", edits: &[Edit::Words("2024年1月18日", "2024年2月30日")]
        },
        Example {
            shown: "“6月31日召开培训会”。",
            edits: &[Edit::Words("公文拟制时", "6月31日召开培训会。公文拟制时")],
        },
        Example {
            shown: "“2023年2月29日”：2023年不是闰年。",
            edits: &[Edit::Words("公文拟制时", "2023年2月29日召开培训会。公文拟制时")],
        },
        Example {
            shown: "“十一月三十一日”。",
            edits: &[Edit::Words("公文拟制时", "十一月三十一日召开培训会。公文拟制时")],
        },
    ],
    good: examples![
        Example {
            shown: "“2024年2月29日”“12月31日”“1月至12月30日”。",
            edits: &[Edit::Words(
                "公文拟制时",
                "2024年2月29日、2月29日、12月31日、1月至11月30日各检查一次。公文拟制时",
            )],
        },
        Example {
            shown: "年份断在行末：“202”换行“3年12月31日”。",
            edits: &[Edit::Words("起至2023年12月31日", "起至202\n3年12月31日")],
        },
        Example {
            shown: "“每月31日前”“第13月”不是日期。",
            edits: &[Edit::Words("公文拟制时", "每月31日前报送，近3个月30日值班。公文拟制时")],
        },
    ],
    accompanied_by: &["TM-09"],
    check: |context| {
        for line in passages::prose_lines(context, context.reading.span) {
            for month in occurrences(context.text, line, "月") {
                if let Some(day) = no_such_day(context.text, line, month) {
                    let said = passages::quoted(day.of(context.text), 20);
                    context.report(format!("日历上没有“{said}”这一天。"), "核对日期。").at(day);
                }
            }
        }
    },
    ..Rule::ORDINARY
};

fn is_numeral(c: char) -> bool {
    is_chinese_numeral(c) || c == '○'
}

/// The date around 月, when there is no such day.
fn no_such_day(text: &str, line: TextRange, month_mark: TextRange) -> Option<TextRange> {
    let before = TextRange::new(line.start, month_mark.start).of(text);
    let (month, month_start) = number_before(before)?;
    let rest = TextRange::new(month_mark.end, line.end).of(text);
    let behind = rest.trim_start();
    let unnumbered = behind.trim_start_matches(|c| digit(c).is_some());
    let unnumbered =
        if unnumbered.len() < behind.len() { unnumbered } else { behind.trim_start_matches(is_chinese_numeral) };
    let day = value(behind.get(..behind.len() - unnumbered.len())?)?;
    let end = unnumbered.trim_start().strip_prefix(['日', '号'])?;
    // Without a year, 29 February may be that of a leap year.
    let year = before.get(..month_start)?.trim_end().strip_suffix('年').and_then(number_before);
    let (year, start) = year.unwrap_or((2024, month_start));
    // A number may be broken at the end of a line.
    if start == 0 && text.get(..line.start)?.trim_end().ends_with(|c| digit(c).is_some()) {
        return None;
    }
    let parts = (u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let exists = Date::new(parts.0, parts.1, parts.2).is_some();
    (!exists).then(|| TextRange::new(line.start + start, line.end - end.len()))
}

/// The number at the end of a text, and where it begins.
fn number_before(text: &str) -> Option<(i64, usize)> {
    let text = text.trim_end();
    let start = text.trim_end_matches(|c| digit(c).is_some()).len();
    let start = if start < text.len() { start } else { text.trim_end_matches(is_chinese_numeral).len() };
    Some((value(text.get(start..)?)?, start))
}

fn value(number: &str) -> Option<i64> {
    let digits: Option<String> = number.chars().map(|c| Some(char::from(b'0' + digit(c)?))).collect();
    digits.and_then(|digits| digits.parse().ok()).or_else(|| chinese_value(number))
}
