//! NT-12: the items of a total do not add up to it.

use super::amounts::{Amount, added, amounts};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources};
use crate::text::{Number, TextRange};
use crate::text::{holds_any, occurrences};

pub static RULE: Rule = Rule {
    id: "NT-12",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    title: "分项相加与总数不符",
    checks: "“共N条，其中甲a条、乙b条”：各项之和不应大于总数；写“包括”“分别为”“具体为”的应等于总数。通过几个渠道公开的不计。",
    why: "分项加不起来，读者会怀疑所有的数。",
    bad: &[
        Example {
            shown: "“公开政策文件40条，其中镇文件30条、转发文件14条”。",
            edits: &[Edit::Words("公文拟制时", "公开政策文件40条，其中本镇文件30条、转发文件14条。公文拟制时")],
        },
        Example {
            shown: "“累计公开政策文件40条，其中镇文件30条、转发文件14条”。",
            edits: &[Edit::Words("公文拟制时", "全年累计公开政策文件40条，其中本镇文件30条、转发文件14条。公文拟制时")],
        },
        Example {
            shown: "“公开政策文件40条，具体为镇文件30条和转发文件6条”。",
            edits: &[Edit::Words("公文拟制时", "公开政策文件40条，具体为本镇文件30条和转发文件6条。公文拟制时")],
        },
        Example {
            shown: "“在网站公开信息40条，其中政策文件6条，其他信息35条”。",
            edits: &[Edit::Words("公文拟制时", "在网站公开信息40条，其中政策文件6条，其他信息35条。公文拟制时")],
        },
    ],
    good: &[
        Example {
            shown: "“公开政策文件40条，其中本镇文件30条、转发文件6条”：其中可以不全。",
            edits: &[Edit::Words("公文拟制时", "公开政策文件40条，其中本镇文件30条、转发文件6条。公文拟制时")],
        },
        Example {
            shown: "“公开信息40条，其中网站30条、公众号25条”：一条信息可以经过几个渠道。",
            edits: &[Edit::Words("公文拟制时", "公开信息40条，其中网站30条、公众号25条。公文拟制时")],
        },
        Example {
            shown: "“公开信息40条，其中政策文件30条，累计已达300条”：后面是另一个总数。",
            edits: &[Edit::Words("公文拟制时", "公开信息40条，其中政策文件30条，累计已达300条。公文拟制时")],
        },
    ],
    check,
    ..Rule::ORDINARY
};

/// A list behind these may leave items out.
const PARTIAL: [&str; 2] = ["其中", "主要"];
/// A list behind these is whole.
const WHOLE: [&str; 5] = ["包括", "分别为", "分别是", "具体为", "具体是"];
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
/// A clause that begins so is no item: 其中网络申请2件，答复3件.
const DEEDS: [&str; 16] = [
    "已", "均", "全部", "共", "办结", "审结", "结案", "答复", "回复", "采纳", "整改", "实际", "按", "并", "经", "回收",
];
/// Comparisons make the sum of another thing.
const OTHER_SUMS: [&str; 11] = ["较上", "比上", "同比", "环比", "增长", "增加", "减少", "去年", "上年", "等共", "不含"];
/// So does a second total in the list.
const SECOND_TOTALS: [&str; 2] = ["累计", "合计"];

fn check(context: &mut RuleContext) {
    for sentence in passages::sentences(context, context.reading.span) {
        let found = amounts(context.text, sentence);
        let Some((total, items, whole)) = list(context.text, sentence, &found) else { continue };
        let Some((sum, terms)) = added(&items, total.unit).filter(|_| items.len() > 1) else { continue };
        let Some(stated) = total.count_of(total.unit) else { continue };
        context.findings.tally.facts += 1;
        let more = sum > stated;
        let of_all = found.iter().filter(|amount| amount.span.end <= total.span.end && amount.unit == total.unit);
        if of_all.filter_map(|amount| amount.count_of(total.unit)).sum::<i64>() == sum {
            continue;
        }
        if sum == stated || !more && !whole {
            continue;
        }
        let listed = TextRange::new(total.span.end, sentence.end).of(context.text);
        if more && holds_any(listed, &CHANNELS) {
            continue;
        }
        let message = format!("分项相加{terms}＝{sum}，与总数{stated}{}不符。", total.unit);
        let finding = context.report(message, "核对总数和各分项。").at(total.span);
        let finding = items.iter().fold(finding, |finding, item| finding.related(item.span));
        let finding = finding.sides(Number::whole(sum), Number::whole(stated));
        finding.severity_if(!more, Severity::Info);
    }
}

/// What of a list is no bracket within it; it ends with the bracket it stands in, or before a clause of another deed.
fn parts(text: &str, list: TextRange) -> Vec<TextRange> {
    let words = list.of(text);
    let mut found = Vec::new();
    let (mut depth, mut start) = (0, list.start);
    for (at, c) in words.char_indices() {
        let (here, behind) = (list.start + at, list.start + at + c.len_utf8());
        match c {
            '（' | '(' => {
                if depth == 0 {
                    found.push(TextRange::new(start, here));
                }
                depth += 1;
            }
            '）' | ')' if depth > 0 => {
                depth -= 1;
                start = behind;
            }
            '）' | ')' => {
                found.push(TextRange::new(start, here));
                return found;
            }
            '，' | ','
                if depth == 0
                    && DEEDS
                        .iter()
                        .any(|deed| text.get(behind..).unwrap_or_default().trim_start().starts_with(deed)) =>
            {
                found.push(TextRange::new(start, here));
                return found;
            }
            _ => {}
        }
    }
    // A bracket left open reaches to the end.
    if depth == 0 {
        found.push(TextRange::new(start, list.end));
    }
    found
}

/// A total, the items behind 其中 or 包括, and whether the list is whole.
fn list<'a>(text: &str, sentence: TextRange, found: &[Amount<'a>]) -> Option<(Amount<'a>, Vec<Amount<'a>>, bool)> {
    let words = sentence.of(text);
    let opening = |word: &&'static str| words.find(word).map(|at| (sentence.start + at, *word));
    let (at, word) = PARTIAL.iter().chain(&WHOLE).filter_map(opening).min()?;
    let nested = PARTIAL
        .iter()
        .chain(&WHOLE)
        .map(|word| occurrences(words, TextRange::new(0, words.len()), word).len())
        .sum::<usize>()
        > 1;
    if nested || holds_any(words, &OTHER_SUMS) {
        return None;
    }
    let total = *found.iter().rfind(|amount| amount.span.end <= at)?;
    if holds_any(TextRange::new(total.span.end, sentence.end).of(text), &SECOND_TOTALS) {
        return None;
    }
    // Between the total and the list stands nothing else.
    let between = TextRange::new(total.span.end, at).of(text);
    if between.chars().any(|c| !c.is_whitespace() && !"，,（(：:".contains(c)) {
        return None;
    }
    // 16件、提案23件，其中: the list is of both.
    let of_both = found.iter().rfind(|amount| amount.span.end <= total.span.start && amount.unit == total.unit);
    if of_both.is_some_and(|other| !TextRange::new(other.span.end, total.span.start).of(text).contains(['，', ','])) {
        return None;
    }
    let parts = parts(text, TextRange::new(at, sentence.end));
    let in_list = |amount: &&Amount| parts.iter().any(|part| part.overlaps(amount.span)) && amount.unit != "%";
    let items: Vec<Amount> = found.iter().filter(in_list).copied().collect();
    Some((total, items, WHOLE.contains(&word) && !words.trim_end_matches('。').ends_with('等')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_end_with_their_bracket_and_before_another_deed() {
        let counts = |text: &str| {
            let sentence = TextRange::new(0, text.len());
            let found = amounts(text, sentence);
            let listed = list(text, sentence, &found);
            listed.map(|(_, items, _)| items.iter().filter_map(|item| item.count_of("件")).collect::<Vec<_>>())
        };
        for (text, items) in [
            ("收到申请9件，其中网络5件、信函4件，答复9件", vec![5, 4]),
            ("收到申请9件，其中网络5件，\n已答复9件", vec![5]),
            ("收到申请9件（其中1件由上级转办），答复9件，公开5件", vec![1]),
            ("公开信息9件，包括文化5件（场馆3件、活动2件），其他4件", vec![5, 4]),
            ("公开信息9件，包括文化5件（场馆3件、活动2件", vec![5]),
        ] {
            assert_eq!(counts(text), Some(items), "{text}");
        }
        assert_eq!(counts("办理建议16件、提案23件，其中主办12件、协办27件"), None);
    }
}
