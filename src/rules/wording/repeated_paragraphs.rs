//! WD-15: a whole paragraph stands twice.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, prescribed, sources, told};
use crate::text::TextRange;
use crate::text::{is_wrapped, key};

pub static RULE: Rule = Rule {
    id: "WD-15",
    severity: Severity::Info,
    basis: sources::PRACTICE,
    title: "段落重复",
    checks: told("有没有整段（40字以上）出现两次。"),
    why: told("多半是拼接稿子时多粘了一遍。"),
    bad: examples![Example {
        shown: "同一段话在第五部分出现了两次。",
        edits: &[Edit::Words(
            "存在的主要问题：一是部分栏目更新不够及时；二是解读材料的形式比较单一。\n改进情况：",
            "各村设立信息员，每周收集群众关心的事项，由镇里统一答复并在公开栏张贴，便于群众了解办理结果。\n存在的主要问题：一是部分栏目更新不够及时；二是解读材料的形式比较单一。\n各村设立信息员，每周收集群众关心的事项，由镇里统一答复并在公开栏张贴，便于群众了解办理结果。\n改进情况：",
        )],
    }],
    good: examples![Example {
        shown: "同一个小标题“存在的主要问题”出现两次，但很短。",
        edits: &[Edit::Words("存在的主要问题：一是", "存在的主要问题\n存在的主要问题：一是")],
    }],
    check,
    ..Rule::ORDINARY
};

/// Shorter lines may well stand twice.
const SHORTEST: usize = 40;

fn check(context: &mut RuleContext) {
    let mut paragraphs: Vec<TextRange> = Vec::new();
    let mut above = TextRange::default();
    for line in passages::prose_lines(context, context.reading.span) {
        match paragraphs.last_mut() {
            Some(paragraph) if is_wrapped(context.text, above, line) => paragraph.end = line.end,
            _ => paragraphs.push(line),
        }
        above = line;
    }
    let mut long: Vec<(usize, String, TextRange)> = Vec::new();
    for line in paragraphs {
        let words = key(line.of(context.text));
        if words.chars().nth(SHORTEST - 1).is_some() && !prescribed::holds(context, line) {
            long.push((digest(&words), words, line));
        }
    }
    long.sort_by_cached_key(|line| (line.0, 0));
    let mut repeated: Vec<(TextRange, TextRange)> = Vec::new();
    for alike in long.chunk_by(|a, b| a.0 == b.0 && a.1 == b.1) {
        repeated.extend(alike[1..].iter().map(|(_, _, line)| (*line, alike[0].2)));
    }
    repeated.sort_by_cached_key(|(line, _)| (line.start, 0));
    for (line, first) in repeated {
        let message = format!("“{}”一段出现了两次。", passages::quoted(line.of(context.text), 20));
        context.report(message, "删去多余的一段。").at(line).related(first);
    }
}

/// A number that equal words share and others hardly ever do (FNV-1a).
fn digest(words: &str) -> usize {
    words.bytes().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)) as usize
}
