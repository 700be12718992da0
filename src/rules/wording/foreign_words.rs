//! WD-07: a stray foreign word in a Chinese sentence.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::is_han;

pub static RULE: Rule = Rule {
    id: "WD-07",
    severity: Severity::Warning,
    basis: sources::PRACTICE,
    title: "夹杂外文单词",
    checks: told("中文句子里有没有孤立的小写外文单词。常用的app、wifi、email等不算。"),
    why: told("多半是翻译或文本生成软件留下的。"),
    bad: examples![Example {
        shown: "“对照主动公开 workflows 图”。",
        edits: &[Edit::Words("公文拟制时", "对照主动公开 workflows 图，公文拟制时")],
    }],
    good: examples![Example {
        shown: "“开发手机app，设置wifi 热点，邮箱为liuxizhen@hechuan.gov.cn”。",
        edits: &[Edit::Words(
            "公文拟制时",
            "设置wifi 热点，邮箱为liuxizhen@hechuan.gov.cn 的来信有专人答复。公文拟制时",
        )],
    }],
    check,
    ..Rule::ORDINARY
};

const SHORTEST: usize = 4;
/// Words that Chinese texts use as they are.
const USUAL: [&str; 27] = [
    "wifi", "email", "mail", "word", "excel", "http", "https", "html", "logo", "vlog", "blog", "plus", "online",
    "offline", "office", "windows", "android", "iphone", "weixin", "douyin", "weibo", "video", "live", "home",
    "deepseek", "doubao", "chatgpt",
];

fn check(context: &mut RuleContext) {
    let lines = passages::prose_lines(context, context.reading.span);
    for (index, line) in lines.iter().enumerate() {
        let words = line.of(context.text);
        let mut at = 0;
        while let Some(start) =
            words.get(at..).unwrap_or_default().find(|c: char| c.is_ascii_alphanumeric()).map(|place| at + place)
        {
            let end = words
                .get(start..)
                .unwrap_or_default()
                .find(|c: char| !is_word(c))
                .map_or(words.len(), |place| start + place);
            at = end;
            let word = words.get(start..end).unwrap_or_default().trim_end();
            let before = words.get(..start).unwrap_or_default().trim_end().chars().next_back();
            let after = words.get(end..).and_then(|rest| rest.chars().next()).or_else(|| {
                let next = lines.get(index + 1)?;
                next.of(context.text).chars().next()
            });
            let plain = word.len() >= SHORTEST && word.chars().all(|c| c.is_ascii_lowercase() || c == ' ');
            let usual = word.split(' ').any(|part| USUAL.contains(&part));
            if plain && !usual && before.is_some_and(is_han) && after.is_some_and(is_han) {
                let message = format!("中文句子里夹着外文单词“{word}”。");
                let place = TextRange::new(line.start + start, line.start + start + word.len());
                context.report(message, "改成中文，并检查前后文字是否通顺。").at(place);
            }
        }
    }
}

/// Letters of a word, and what an address or a code is made of.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || " .@/:_-&=?#%+".contains(c)
}
