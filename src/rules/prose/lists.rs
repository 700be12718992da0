//! Lists in prose: a total and the items that it is made of.

use std::sync::LazyLock;

use super::amounts::{Amount, added, amounts};
use crate::text::{Lexicon, TextRange, holds_any, is_han};

/// A total with its items, and whether the list says that none is missing.
#[derive(Clone, PartialEq, Debug)]
pub struct List<'a> {
    pub total: Amount<'a>,
    pub items: Vec<Amount<'a>>,
    pub is_whole: bool,
}

/// What opens a list: one that may leave items out, or a whole one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Partial,
    Whole,
}

static OPENINGS: LazyLock<Lexicon<Opening>> = LazyLock::new(|| {
    Lexicon::new(&[
        (Opening::Partial, "其中 其中包括 其中包含 其中主要 主要 主要包括 主要为 主要是 主要有"),
        (Opening::Whole, "包括 具体包括 具体为 具体是 具体有 具体如下 具体情况如下 具体情况为 分别为 分别是 分类如下"),
    ])
});

/// What gives the total behind its items.
static CLOSINGS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[((), "共计 合计 总计 共计公开 合计公开 总计公开 共计主动公开 合计主动公开 共计发布 合计发布")])
});

/// A clause that begins so is no item: 其中网络申请2件，答复3件.
static DEEDS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        (),
        "已 均 全部 共 办结 审结 结案 答复 回复 采纳 整改 实际 按 并 经审 经核 经调 经协 经补 经沟 经与 回收 含 包含 另 同时 \
         此外 涉及 附 还 上年 上一年 本年 年内 今年 全年 截至",
    )])
});

/// Comparisons make the sum of another thing.
const OTHER_SUMS: [&str; 14] =
    ["较上", "比上", "同比", "环比", "增长", "增加", "减少", "去年", "上年", "前年", "同期", "等共", "等合计", "不含"];
/// So does a second total in the list.
const SECOND_TOTALS: [&str; 2] = ["累计", "合计"];

/// Items that go on behind a semicolon are none where something else is done.
const NEW_DEEDS: [&str; 24] = [
    "公开", "发布", "收到", "受理", "办理", "召开", "举办", "开展", "制发", "制定", "编制", "作出", "回应", "解读",
    "更新", "推送", "接受", "接待", "转载", "撰写", "报送", "通过", "新增", "处理",
];
const SEMICOLONS: [char; 2] = ['；', ';'];
const PARTING: [char; 9] = ['，', ',', '、', '；', ';', '。', '：', ':', '\n'];

/// The passages in which a list may stand: a sentence, with the next one where that begins with 其中 or gives one more item.
pub fn passages(text: &str, sentences: Vec<TextRange>) -> Vec<TextRange> {
    let mut found: Vec<TextRange> = Vec::new();
    for sentence in sentences {
        match found.last_mut() {
            Some(last) if goes_on(text, *last, sentence) => last.end = sentence.end,
            _ => found.push(sentence),
        }
    }
    found
}

fn goes_on(text: &str, before: TextRange, sentence: TextRange) -> bool {
    let words = before.of(text);
    if !TextRange::new(before.end, sentence.start).of(text).trim().is_empty() {
        return false;
    }
    match OPENINGS.find_all(words).next() {
        Some((_, opening)) => {
            let is_parted_by_semicolons = words.get(opening.end..).is_some_and(|rest| rest.starts_with(['：', ':']))
                || words.get(..opening.start).is_some_and(|rest| rest.trim_end().ends_with(SEMICOLONS));
            is_parted_by_semicolons && words.ends_with(SEMICOLONS) && gives_more_items(text, sentence)
        }
        None => sentence.of(text).starts_with("其中") && has_one_total(text, before),
    }
}

/// Whether the last amount of a sentence is the only one of its unit: else it is not certain what 。其中 is of.
fn has_one_total(text: &str, sentence: TextRange) -> bool {
    let found = amounts(text, sentence);
    let Some(total) = found.last() else { return false };
    found.iter().filter(|amount| amount.unit == total.unit).count() == 1
}

/// Whether a sentence has nothing but items.
fn gives_more_items(text: &str, sentence: TextRange) -> bool {
    !holds_any(sentence.of(text), &NEW_DEEDS) && bare_items(text, sentence, &amounts(text, sentence)).is_some()
}

/// Returns the list of a passage.
pub fn list(text: &str, passage: TextRange) -> Option<List<'_>> {
    let words = passage.of(text);
    let found = amounts(text, passage);
    let first = found.first()?;
    if holds_any(words, &OTHER_SUMS) {
        return None;
    }
    let behind = TextRange::new(first.span.end, passage.end);
    let mut openings = OPENINGS.find_all(behind.of(text));
    match (openings.next(), openings.next()) {
        (Some((opening, range)), None) => opened(text, passage, &found, opening, behind.start + range.start),
        (None, _) => in_brackets(text, &found).or_else(|| closed(text, passage, &found)),
        // A list within a list.
        _ => None,
    }
}

/// The list behind a total and 其中 or 具体为.
fn opened<'a>(text: &str, passage: TextRange, found: &[Amount<'a>], opening: Opening, at: usize) -> Option<List<'a>> {
    let total = *found.iter().rfind(|amount| amount.span.end <= at)?;
    if holds_any(TextRange::new(total.span.end, passage.end).of(text), &SECOND_TOTALS) {
        return None;
    }
    // Between the total and the list stands nothing else.
    let between = TextRange::new(total.span.end, at).of(text);
    if between.chars().any(|c| !c.is_whitespace() && !"，,（(：:。；;".contains(c)) {
        return None;
    }
    // 16件、提案23件，其中: the list is of both.
    let of_both = found.iter().rfind(|amount| amount.span.end <= total.span.start && amount.unit == total.unit);
    if of_both.is_some_and(|other| !TextRange::new(other.span.end, total.span.start).of(text).contains(['，', ','])) {
        return None;
    }
    let parts = parts(text, TextRange::new(at, passage.end));
    let in_list = |amount: &&Amount| parts.iter().any(|part| part.overlaps(amount.span)) && amount.unit != "%";
    let items = found.iter().filter(in_list).copied().collect();
    let is_whole = opening == Opening::Whole && !passage.of(text).trim_end_matches('。').ends_with('等');
    Some(List { total, items, is_whole })
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
            '，' | ',' if depth == 0 && begins_deed(TextRange::new(behind, list.end).of(text)) => {
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

fn begins_deed(words: &str) -> bool {
    DEEDS.match_at(words.trim_start()).is_some()
}

/// The items in the brackets right behind a total: 53条（组织机构2条、部门文件51条）.
fn in_brackets<'a>(text: &str, found: &[Amount<'a>]) -> Option<List<'a>> {
    found.iter().find_map(|&total| {
        let rest = text.get(total.span.end..)?;
        let inner = rest.trim_start().strip_prefix(['（', '('])?;
        let start = total.span.end + (rest.len() - inner.len());
        let inner = inner.get(..inner.find(['）', ')'])?)?;
        let items = bare_items(text, TextRange::new(start, start + inner.len()), found)?;
        (items.len() > 1).then_some(List { total, items, is_whole: false })
    })
}

/// The items before a total that is said behind them: 组织机构2条、部门文件51条，共计53条.
fn closed<'a>(text: &str, passage: TextRange, found: &[Amount<'a>]) -> Option<List<'a>> {
    let mut closings = CLOSINGS.find_all(passage.of(text));
    let ((), range) = closings.next()?;
    let (start, end) = (passage.start + range.start, passage.start + range.end);
    let total = *found.iter().find(|amount| amount.span.start >= end)?;
    let between = TextRange::new(end, total.span.start).of(text).trim();
    let intro = TextRange::new(passage.start, found.first()?.span.start).of(text);
    let first =
        passage.start + intro.rfind(PARTING).map_or(0, |at| at + intro[at..].chars().next().map_or(0, char::len_utf8));
    let before = TextRange::new(first, start);
    if closings.next().is_some() || !matches!(between, "" | "为") || before.of(text).contains('等') {
        return None;
    }
    let items = bare_items(text, before, found)?;
    // 发布公告8条，公开文件2条、动态5条，共计7条: the total may be of the last ones.
    let of_last =
        |last: &[Amount]| added(last, total.unit).is_some_and(|(sum, _)| Some(sum) == total.count_of(total.unit));
    let may_be_of_last = (1..items.len()).any(|from| of_last(&items[from..]));
    (items.len() > 1 && !may_be_of_last).then_some(List { total, items, is_whole: true })
}

/// The amounts of a part of the text that has nothing but amounts, each behind its name: 部门文件5条、财政预算4条，占8%.
fn bare_items<'a>(text: &str, within: TextRange, found: &[Amount<'a>]) -> Option<Vec<Amount<'a>>> {
    let mut items: Vec<Amount> = found.iter().filter(|amount| within.overlaps(amount.span)).copied().collect();
    let mut from = within.start;
    for item in &items {
        let name = TextRange::new(from, item.span.start).of(text).trim_matches(is_between_items);
        let is_name = name.starts_with(is_han) && !name.contains(PARTING) && DEEDS.match_at(name).is_none();
        if !is_name {
            return None;
        }
        from = item.span.end;
    }
    items.retain(|item| item.unit != "%");
    let has_no_rest = TextRange::new(from, within.end).of(text).chars().all(is_between_items);
    (has_no_rest && !items.is_empty()).then_some(items)
}

fn is_between_items(c: char) -> bool {
    c.is_whitespace() || PARTING.contains(&c) || matches!(c, '和' | '及' | '与')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The total and the items of the first list of a text whose sentences are parted by 。 and ；.
    fn of(text: &str) -> Option<(i64, Vec<i64>, bool)> {
        let mut sentences = Vec::new();
        let mut start = 0;
        for part in text.split_inclusive(['。', '；']) {
            sentences.push(TextRange::new(start, start + part.len()));
            start += part.len();
        }
        passages(text, sentences).into_iter().find_map(|passage| {
            let List { total, items, is_whole } = list(text, passage)?;
            let count = |amount: &Amount| amount.count_of(total.unit);
            Some((count(&total)?, items.iter().filter_map(count).collect(), is_whole))
        })
    }

    #[test]
    fn lists_end_with_their_bracket_and_before_another_deed() {
        for (text, items) in [
            ("收到申请9件，其中网络5件、信函4件，答复9件", vec![5, 4]),
            ("收到申请9件，其中网络5件，\n已答复9件", vec![5]),
            ("收到申请9件（其中1件由上级转办），答复9件，公开5件", vec![1]),
            ("公开信息9件，包括文化5件（场馆3件、活动2件），其他4件", vec![5, 4]),
            ("公开信息9件，包括文化5件（场馆3件、活动2件", vec![5]),
            ("公开信息9件，具体为经济类5件、农业类4件", vec![5, 4]),
        ] {
            assert_eq!(of(text).map(|(_, items, _)| items), Some(items), "{text}");
        }
    }

    #[test]
    fn lists_are_opened_by_words_and_brackets_and_closed_by_a_total() {
        for (text, is_whole) in [
            ("公开信息9条。其中，甲类5条、乙类4条。", false),
            ("公开信息9条；其中甲类5条；乙类4条。", false),
            ("公开信息9条，其中：甲类5条，占56%；乙类4条，占44%。", false),
            ("公开信息9条，主要包括甲类5条和乙类4条。", false),
            ("公开信息9条（甲类5条、乙类4条）。", false),
            ("主要公开信息9条，其中甲类五条、乙类四条。", false),
            ("公开信息9条，具体包括甲类5条、乙类4条。", true),
            ("公开信息9条，具体如下：甲类5条、乙类4条。", true),
            ("工作扎实，公开甲类5条、乙类4条，共计9条。", true),
        ] {
            assert_eq!(of(text), Some((9, vec![5, 4], is_whole)), "{text}");
        }
    }

    #[test]
    fn other_numbers_beside_a_total_are_no_list_of_it() {
        for text in [
            "办理建议16件、提案23件，其中主办12件、协办27件",
            "召开会议3次，培训4次。其中上半年3次。",
            "公开信息9条（上年6条、前年7条）。",
            "公开信息9条（甲类5条，已答复8条）。",
            "公开文件9条，其中甲类5条；公开动态8条。",
            "发布公告8条，公开甲类5条、乙类4条，共计9条。",
            "公开甲类5条、乙类4条等，共计20条。",
            "公开甲类5条、乙类4条，全年共公开信息53条。",
        ] {
            let found = of(text);
            assert!(
                found.as_ref().is_none_or(|(total, items, _)| items.len() < 2 || items.iter().sum::<i64>() == *total),
                "{text}: {found:?}"
            );
        }
    }
}
