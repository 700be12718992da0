//! The one detector of words that stand twice: 公开公开申请, 我镇镇, 认真落实认真落实.

use crate::text::is_han;

/// Words of more characters are a repeated sentence, which another rule finds.
const LONGEST: usize = 8;
/// Behind the second of two equal words these make one word of it and themselves: 信息公开公开栏, 人民政府政府信息.
const COMPOUNDS: [&str; 43] = [
    "栏", "指南", "目录", "人员", "制度", "平台", "办法", "机制", "中心", "局", "厅", "委", "办", "系统", "信息", "网",
    "公报", "采购", "规范", "能力", "水平", "部门", "机构", "场所", "方式", "形式", "渠道", "范围", "属性", "内容",
    "事项", "年报", "专栏", "专区", "站", "员", "法", "权", "要点", "任务", "条例", "复议", "诉讼",
];
/// Function words that never stand twice, and what makes the first or the second a part of another word.
const FUNCTION_WORDS: [(char, &str, &str); 10] = [
    ('的', "目标", "确士"),
    ('了', "明", "解结然如"),
    ('和', "温平缓总饱谐", "谐睦气好平解"),
    ('及', "以普涉波顾", "时格"),
    ('与', "参", "会其否"),
    ('是', "于但还就总也不凡正都若即", "非否"),
    ('在', "现存实所内正潜旨", "于"),
    ('为', "行作因认成以称", ""),
    ('对', "应针面相核校绝", "于外口照应"),
    ('并', "合归兼", "且"),
];
/// 我镇镇 has one too many; 我镇镇政府 has not.
const BODIES: &str = "镇乡县区市局委厅";
const OF_BODY: &str = "政府党委长直级域内属辖村城容纪办人干机团妇工属会领务";

/// A word that stands twice: where the first and the second begin, and how long each is, in characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Doubled {
    pub start: usize,
    pub length: usize,
}

/// Returns the words that stand twice, one right behind the other.
pub fn doubled(chars: &[char]) -> Vec<Doubled> {
    let mut found: Vec<Doubled> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let length = (1..=LONGEST).rev().find(|&length| is_doubled(chars, at, length));
        if let Some(length) = length {
            found.push(Doubled { start: at, length });
        }
        at += length.map_or(1, |length| 2 * length);
    }
    found
}

fn is_doubled(chars: &[char], at: usize, length: usize) -> bool {
    let (Some(first), Some(second)) = (chars.get(at..at + length), chars.get(at + length..at + 2 * length)) else {
        return false;
    };
    if first != second || !first.iter().all(|&c| is_han(c)) {
        return false;
    }
    let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied();
    let behind = chars.get(at + 2 * length..).unwrap_or_default();
    match length {
        1 => {
            is_doubled_character(first[0], before, behind.first().copied())
                || is_doubled_in_term(first[0], before, behind)
        }
        // 天天天天 and 事事事事 are no words.
        _ if first.iter().all(|&c| c == first[0]) => false,
        _ => {
            let rest: String = behind.iter().take(4).collect();
            !COMPOUNDS.iter().any(|compound| rest.starts_with(compound))
        }
    }
}

fn is_doubled_character(c: char, before: Option<char>, behind: Option<char>) -> bool {
    let is_in = |c: Option<char>, list: &str| c.is_some_and(|c| list.contains(c));
    if let Some((_, first_of, second_of)) = FUNCTION_WORDS.iter().find(|(word, ..)| *word == c) {
        return !is_in(before, first_of) && !is_in(behind, second_of);
    }
    BODIES.contains(c) && is_in(before, "我本") && !is_in(behind, OF_BODY)
}

/// Terms of the form whose first character is typed twice, and what follows that character.
const TERMS: [(char, &str); 4] = [('行', "政复议"), ('行', "政诉讼"), ('依', "申请公开"), ('政', "府信息公开")];
/// Behind these a term begins; behind other characters the first of the two may end another word: 执行行政复议决定.
const BEFORE_TERMS: &str = "的为和、在因被对及与请";

fn is_doubled_in_term(c: char, before: Option<char>, behind: &[char]) -> bool {
    let begins = before.is_none_or(|c| !is_han(c) || BEFORE_TERMS.contains(c));
    begins
        && TERMS
            .iter()
            .any(|(first, rest)| *first == c && behind.iter().copied().take(rest.chars().count()).eq(rest.chars()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str) -> Vec<String> {
        let chars: Vec<char> = words.chars().collect();
        doubled(&chars).iter().map(|one| chars[one.start..one.start + one.length].iter().collect()).collect()
    }

    #[test]
    fn words_that_stand_twice_are_found() {
        for (words, word) in [
            ("收到政府信息公开公开申请6件", "公开"),
            ("我镇镇认真办理", "镇"),
            ("主动公开政府政府情况", "政府"),
            ("规范的的流程", "的"),
            ("认真落实认真落实各项要求", "认真落实"),
            ("进一步进一步加强", "进一步"),
            ("因政府信息公开被申请行行政复议1件", "行"),
            ("四、政政府信息公开", "政"),
        ] {
            assert_eq!(found(words), [word], "{words}");
        }
    }

    #[test]
    fn words_of_their_own_are_not() {
        for words in [
            "柳溪镇人民政府政府信息公开指南",
            "设置政务公开公开栏",
            "从事政府信息公开工作工作人员",
            "达到目的的办法",
            "为了了解情况",
            "以及及时更新",
            "层层落实，人人参与，事事有回音",
            "清清楚楚、明明白白",
            "我镇镇政府网站",
            "本局局领导",
            "参与与公众有关的事",
            "执行行政复议决定，进行行政诉讼应诉",
            "市政政府信息公开",
        ] {
            assert_eq!(found(words), [] as [String; 0], "{words}");
        }
    }
}
