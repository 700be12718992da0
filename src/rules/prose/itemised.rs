//! NT-12: the items of a total do not add up to it.

use super::amounts::{Amount, added, amounts};
use crate::gather::Gather;
use crate::report::{Number, Span};
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, passages, sources};
use crate::text::holds_any;

pub static RULE: Rule = Rule {
    id: "NT-12",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    help: help(HelpText {
        title: "分项相加与总数不符",
        checks: "“共N条，其中甲a条、乙b条”：各项之和不应大于总数；写“包括”“分别为”的应等于总数。通过几个渠道公开的不计。",
        why: "分项加不起来，读者会怀疑所有的数。",
        bad: Example {
            shown: "“公开政策文件40条，其中镇文件30条、转发文件14条”。",
            edits: &[Edit::Words("公文拟制时", "公开政策文件40条，其中本镇文件30条、转发文件14条。公文拟制时")],
        },
        good: Example {
            shown: "“公开政策文件40条，其中本镇文件30条、转发文件6条”：其中可以不全。",
            edits: &[Edit::Words("公文拟制时", "公开政策文件40条，其中本镇文件30条、转发文件6条。公文拟制时")],
        },
    }),
    check,
};

/// A list behind these may leave items out.
const PARTIAL: [&str; 2] = ["其中", "主要"];
/// A list behind these is whole.
const WHOLE: [&str; 3] = ["包括", "分别为", "分别是"];
/// One thing may go through several of these.
const CHANNELS: [&str; 17] = [
    "网站",
    "微信",
    "微博",
    "公众号",
    "公示栏",
    "公开栏",
    "新媒体",
    "公报",
    "平台",
    "抖音",
    "客户端",
    "广播",
    "显示屏",
    "信息栏",
    "窗口",
    "报刊",
    "电视",
];
/// Comparisons and a second total make the sum of another thing.
const OTHER_SUMS: [&str; 13] =
    ["较上", "比上", "同比", "环比", "增长", "增加", "减少", "去年", "上年", "累计", "合计", "等共", "不含"];

fn check(subject: &Subject, findings: &mut Findings) {
    for sentence in passages::sentences(subject, subject.report.span) {
        let found = amounts(subject.text, sentence);
        let Some((total, items, whole)) = list(subject.text, sentence, &found) else { continue };
        let Some((sum, terms)) = added(&items, total.unit).filter(|_| items.len() > 1) else { continue };
        let Some(stated) = total.count_of(total.unit) else { continue };
        findings.tally.facts += 1;
        let more = sum > stated;
        if sum == stated || !more && !whole {
            continue;
        }
        let words = sentence.of(subject.text);
        if more && holds_any(words, &CHANNELS) {
            continue;
        }
        let message = format!("分项相加{terms}＝{sum}，与总数{stated}{}不符。", total.unit);
        let finding = findings.finding(message, "核对总数和各分项。").at(total.span);
        let finding = items.iter().fold(finding, |finding, item| finding.related(item.span));
        let finding = finding.sides(Number::whole(sum), Number::whole(stated));
        findings.add(if more { finding } else { finding.severity(Severity::Info) });
    }
}

/// A total, the items behind 其中 or 包括, and whether the list is whole.
fn list<'a>(text: &str, sentence: Span, found: &[Amount<'a>]) -> Option<(Amount<'a>, Vec<Amount<'a>>, bool)> {
    let words = sentence.of(text);
    let opening = |word: &&'static str| words.find(*word).map(|at| (sentence.start + at, *word));
    let (at, word) = PARTIAL.iter().chain(&WHOLE).filter_map(opening).min()?;
    let nested = PARTIAL.iter().chain(&WHOLE).map(|word| words.matches(word).count()).sum::<usize>() > 1;
    if nested || holds_any(words, &OTHER_SUMS) {
        return None;
    }
    let total = *found.iter().rfind(|amount| amount.span.end <= at)?;
    // Between the total and the list stands nothing else.
    let between = Span::new(total.span.end, at).of(text);
    if between.chars().any(|c| !c.is_whitespace() && !"，,（(：:".contains(c)) {
        return None;
    }
    let items: Vec<Amount> =
        found.iter().filter(|amount| amount.span.start > at && amount.unit != "%").copied().gather();
    Some((total, items, WHOLE.contains(&word) && !words.trim_end_matches('。').ends_with('等')))
}
