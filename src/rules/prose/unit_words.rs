//! NT-16: the text calls the body by another kind of township than its name, or by the name of another one.

use crate::report::is_same_body;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{is_han, occurrences_of_any};

pub static RULE: Rule = Rule {
    id: "NT-16",
    severity: Severity::Warning,
    basis: sources::PRACTICE,
    title: "称呼与单位名称不符",
    checks: told("文中的自称（我局、我镇、全乡、本街道）与单位名称是否一致；句子有没有用另一个乡镇作主语。"),
    why: told("称呼不一致，多半是套用了其他单位的材料。"),
    bad: examples![
        Example {
            shown: "镇政府的报告写“全乡干部”。",
            edits: &[Edit::Words("公文拟制时", "组织全乡干部学习。公文拟制时")],
        },
        Example {
            shown: "镇政府的报告写“我局”。",
            edits: &[Edit::Words("公文拟制时", "我局积极配合平台调整。公文拟制时")],
        },
        Example {
            shown: "水利局的报告写“我镇”。",
            edits: &[
                Edit::Words("禾川县柳溪镇人民政府2023年", "禾川县水利局2023年"),
                Edit::Words("\n禾川县柳溪镇人民政府\n", "\n禾川县水利局\n"),
                Edit::Words("公文拟制时", "我镇积极配合平台调整。公文拟制时"),
            ],
        },
    ],
    good: examples![
        Example {
            shown: "镇政府的报告写“与全县各乡镇交流”“健全乡村治理”。",
            edits: &[Edit::Words("公文拟制时", "与全县各乡镇交流，健全乡村治理制度。公文拟制时")],
        },
        Example {
            shown: "镇政府的报告写“我县”“县水利局”“当局”。",
            edits: &[Edit::Words("公文拟制时", "按照我县部署，与县水利局会商，不受人员局限。公文拟制时")],
        },
    ],
    check,
    ..Rule::ORDINARY
};

/// What a body of each kind calls itself.
const OWN_WORDS: [&str; 9] = ["全乡", "我乡", "本乡", "全镇", "我镇", "本镇", "全街道", "我街道", "本街道"];
/// 健全乡村, 安全镇, 完全镇: 全 ends another word. 成本, 基本: so does 本.
const NOT_BEFORE: &str = "健安完齐保成基根";
/// 全乡镇, 全乡村, 全镇江, 本乡本土: the kind begins another word.
const NOT_AFTER: &str = "镇村乡江静定痛压贤亲土街";

/// What a report says its own body did, right behind the name.
const DEEDS: [&str; 14] =
    ["认真", "严格", "积极", "高度重视", "坚持", "主动", "共", "按照", "收到", "始终", "切实", "深入", "全年", "不断"];
/// With these in it, words before 乡 or 镇 are no name.
const NO_NAME: &str = "全我本各该乡镇城集古小重与和及由对在向为是的到内日底年月";

/// What bodies of each kind call themselves, and the end of their names.
const KINDS: [(&str, [&str; 2]); 7] = [
    ("局", ["我局", "本局"]),
    ("委", ["我委", "本委"]),
    ("厅", ["我厅", "本厅"]),
    ("镇", ["我镇", "本镇"]),
    ("乡", ["我乡", "本乡"]),
    ("街道", ["我街道", "本街道"]),
    ("校", ["我校", "本校"]),
];
/// 我局限, 我委托: the kind begins another word.
const BEGINS_WORD: &str = "限面势部托员任堂对正";

/// The name of the kind of body, when one is known: 局 of 水利局 and 水利局办公室.
fn kind_of(name: &str) -> Option<&'static str> {
    let seat = ["人民政府", "政府", "办事处", "办公室", "员会"]
        .iter()
        .fold(name, |name, end| name.strip_suffix(end).unwrap_or(name));
    KINDS.iter().map(|&(kind, _)| kind).find(|kind| seat.ends_with(kind))
}

/// 我局 in the report of a township, 我镇 in that of a bureau.
fn check_kind(context: &mut RuleContext) {
    let Some((name, kind)) = context.reading.name().and_then(|name| Some((name, kind_of(name)?))) else { return };
    // Townships among themselves are told apart below.
    let township = |kind: &str| matches!(kind, "镇" | "乡" | "街道");
    let others = KINDS
        .iter()
        .filter(|(other, _)| *other != kind && !name.contains(other) && !(township(kind) && township(other)));
    let words: Vec<&str> = others.flat_map(|(_, words)| words.iter().copied()).collect();
    let mut foreign: Vec<TextRange> = Vec::new();
    for line in passages::prose_lines(context, context.reading.span) {
        for place in occurrences_of_any(context.text, line, &words) {
            let preceding = TextRange::new(line.start, place.start).of(context.text).chars().next_back();
            let following = TextRange::new(place.end, line.end).of(context.text).chars().next();
            let quoted = matches!(preceding, Some('“' | '《' | '「'));
            let part = preceding.is_some_and(|c| NOT_BEFORE.contains(c))
                || following.is_some_and(|c| BEGINS_WORD.contains(c) || NOT_AFTER.contains(c));
            if !quoted && !part {
                foreign.push(place);
            }
        }
    }
    let Some(&first) = foreign.first() else { return };
    let (said, times) = (first.of(context.text), passages::and_more(foreign.len()));
    let message = format!("单位是“{name}”，文中出现“{said}”{times}，疑似套用其他单位的材料。");
    context.report(message, "改成本单位的称呼，并检查这一段是否为本单位的情况。").at_each(&foreign);
}

fn check(context: &mut RuleContext) {
    check_kind(context);
    let (Some(own), Some(name)) = (context.body().own_word(), context.reading.name()) else { return };
    for sentence in passages::sentences(context, context.reading.span) {
        if let Some(other) = other_name(sentence.of(context.text), own, name) {
            let at = sentence.of(context.text).find(other).unwrap_or_default();
            let place = TextRange::new(sentence.start + at, sentence.start + at + other.len());
            let message = format!("单位是“{name}”，文中写“{other}”怎样做，疑似套用其他单位的材料。");
            context.report(message, "核对这一句说的是不是本单位。").at(place);
            break;
        }
    }
    let text = context.text;
    let mut foreign: Vec<TextRange> = Vec::new();
    for line in passages::prose_lines(context, context.reading.span) {
        for place in occurrences_of_any(text, line, &OWN_WORDS) {
            let preceding = TextRange::new(line.start, place.start).of(text).chars().next_back();
            let following = TextRange::new(place.end, line.end).of(text).chars().next();
            let part =
                preceding.is_some_and(|c| NOT_BEFORE.contains(c)) || following.is_some_and(|c| NOT_AFTER.contains(c));
            if !part && !place.of(text).ends_with(own) {
                foreign.push(place);
            }
        }
    }
    let Some(&first) = foreign.first() else { return };
    let said = first.of(context.text);
    let times = passages::and_more(foreign.len());
    let message = format!("单位是“{name}”，文中出现“{said}”{times}，疑似套用其他单位的材料。");
    let suggestion = format!("改为“{}{own}”，并检查这一段是否为本单位的情况。", said.chars().next().unwrap_or('本'));
    context.report(message, suggestion).at_each(&foreign);
}

/// Another township that a sentence begins with, as the one who did something: 2023年，石桥镇认真….
fn other_name<'a>(sentence: &'a str, own: &str, name: &str) -> Option<&'a str> {
    let words = sentence.trim_start_matches([
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '年', '度', '，', ',', '、', ' ', '（', '一', '二', '三',
        '四', '五', '六', '）',
    ]);
    let before = words.get(..words.find(own)?).unwrap_or_default();
    let known = words.get(..before.len() + own.len()).unwrap_or_default();
    let behind = words.get(known.len()..).unwrap_or_default();
    let behind = ["人民政府", "党委政府", "政府", "党委", "办事处"]
        .iter()
        .find_map(|seat| behind.strip_prefix(seat))
        .unwrap_or(behind);
    let length = before.chars().count();
    let is_name = (2..=6).contains(&length) && before.chars().all(is_han) && !before.contains(|c| NO_NAME.contains(c));
    let acts = DEEDS.iter().any(|deed| behind.starts_with(deed));
    (is_name && acts && !is_same_body(known, name)).then_some(known)
}

#[cfg(test)]
mod tests {
    use super::other_name;

    #[test]
    fn only_another_township_that_acts_is_another_name() {
        let found = |sentence| other_name(sentence, "镇", "禾川县柳溪镇人民政府");
        assert_eq!(found("2023年，石桥镇认真贯彻条例"), Some("石桥镇"));
        assert_eq!(found("石桥镇人民政府高度重视"), Some("石桥镇"));
        for sentence in [
            "柳溪镇认真贯彻",
            "禾川县柳溪镇人民政府按照要求",
            "与石桥镇交流",
            "全镇共收到",
            "辖区各镇认真",
            "小城镇积极建设",
        ] {
            assert_eq!(found(sentence), None, "{sentence}");
        }
    }
}
