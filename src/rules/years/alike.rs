//! CY-06: a section that repeats last year's.

use std::ops::Range;

use super::last_year;
use crate::report::Report;
use crate::rules::passages::Prose;
use crate::rules::{Alike, Edit, Example, Rule, RuleContext, Severity, passages, prescribed, sources, told};
use crate::text::TextRange;
use crate::text::{Normalized, is_han};

pub static RULE: Rule = Rule {
    id: "CY-06",
    severity: Severity::Info,
    basis: sources::NOT_ALIKE,
    title: "与上年雷同",
    checks: told(
        "给出上年报告的：总体情况、存在的主要问题及改进情况、其他需要报告的事项，与上年相同部分各占多少；数字、单位名称和标点不算。达到一半的提示，第五部分达到八成的警告。",
    ),
    why: told("国家格式要求不得年年雷同，有的地方按重复率扣分。"),
    bad: examples![Example {
        shown: "第五部分与上年只差几个字。",
        edits: &[Edit::Previous(&[Edit::Words(
            "存在的主要问题：一是培训的次数偏少，有的干部对公开范围把握不准；二是群众提出的意见没有逐条反馈。\n改进情况：一是每季度组织一次业务学习，邀请县司法局的同志授课；二是建立意见台账，办理结果在公开栏张贴。",
            "存在的主要问题：一是部分栏目更新不够及时；二是解读材料的形式比较单一。\n改进情况：一是按月检查栏目，逾期未更新的由专人提醒；二是增加图解和问答，请村干部在入户时讲解，",
        )])],
    }],
    good: examples![Example {
        shown: "第五部分写的是本年的问题和改进。", edits: &[Edit::Previous(&[])]
    }],
    check,
    ..Rule::ORDINARY
};

/// Shorter passages are set phrases of such reports.
const SHORTEST_PASSAGE: usize = 10;
/// Shorter sections say the same every year without fault.
const SHORTEST_SECTION: usize = 50;
/// Shares in a hundred.
const ALIKE: usize = 50;
const NEARLY_THE_SAME: usize = 80;
const PROBLEMS: u8 = 5;
/// So many places of a passage in last year's text are tried.
const TRIED: usize = 16;
/// A scrap of a sentence, in bytes.
const SCRAP: usize = 9;
/// The characters of a passage that a message quotes.
const QUOTED: usize = 24;

fn check(context: &mut RuleContext) {
    let Ok(last) = last_year(context.reading, context.options) else { return };
    let last_text = context.options.previous.as_ref().map_or("", |last| last.text.as_str());
    let last_prose = Prose::of(last_text, last);
    for (number, name) in [(1, "第一部分"), (PROBLEMS, "第五部分"), (6, "第六部分")] {
        let (now, before) = (
            words(context.text, context.reading, context.prose(), number, context.prescribed()),
            words(last_text, last, &last_prose, number, &[]),
        );
        let shared = shared(now.chars(), before.chars());
        let length: usize = shared.iter().map(|(own, _)| own.len()).sum();
        if now.len() < SHORTEST_SECTION || length * 100 < now.len() * ALIKE {
            continue;
        }
        let share = length * 100 / now.len();
        let severe = number == PROBLEMS && share >= NEARLY_THE_SAME;
        let said = shared
            .iter()
            .max_by_key(|(own, _)| own.len())
            .map_or(TextRange::default(), |(own, _)| now.span(own.clone()));
        // 件。（三）…: the end of another sentence opens no quotation.
        let said = said.of(context.text);
        let end = said.find(['。', '）', '；']).filter(|&at| at <= SCRAP).map_or(0, |at| at + '。'.len_utf8());
        let said = passages::quoted(said.get(end..).unwrap_or_default(), QUOTED);
        let message = format!("{name}与上年重复{share}%，如“{said}”。");
        let finding = context.report(message, "写本年的情况；与上年相同的问题，写明进展和没有解决的原因。");
        for (own, other) in shared {
            let span = now.span(own);
            finding.at_each(&[span]);
            finding.alike.push(Alike { span, last_year: before.span(other).of(last_text).to_string() });
        }
        finding.severity_if(severe, Severity::Warning);
    }
}

/// The Chinese characters of a section without the body's name and without what is prescribed.
fn words(text: &str, report: &Report, prose: &Prose, number: u8, prescribed: &[TextRange]) -> Normalized {
    let mut flat = Normalized::default();
    let section = report.section(number).map_or(TextRange::default(), |section| section.body());
    for line in prose.lines_within(text, section) {
        flat.extend(text, line);
    }
    let own = passages::plain(report.name().unwrap_or_default());
    let mut name_ends = 0;
    flat.filtered(|index| {
        name_ends = flat.after(index, &own).unwrap_or(name_ends).max(name_ends);
        let is_free = || !prescribed::covers(prescribed, flat.span(index..index + 1));
        index >= name_ends && flat.at(index).is_some_and(is_han) && is_free()
    })
}

/// The passages of the first text that the second has too, the longest where there is a choice, with their places in both.
fn shared(now: &[char], before: &[char]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut starts: Vec<(usize, usize, usize)> = Vec::new();
    for window in before.windows(SHORTEST_PASSAGE) {
        starts.push((hash(window), starts.len(), 0));
    }
    starts.sort_unstable();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(window) = now.get(at..at + SHORTEST_PASSAGE) {
        let wanted = hash(window);
        let first = starts.partition_point(|start| start.0 < wanted);
        let mut best = 0..0;
        for &(_, place, _) in starts[first..].iter().take(TRIED).take_while(|start| start.0 == wanted) {
            let length = now[at..].iter().zip(&before[place..]).take_while(|(a, b)| a == b).count();
            if length >= SHORTEST_PASSAGE && length > best.len() {
                best = place..place + length;
            }
        }
        let length = best.len();
        if length > 0 {
            found.push((at..at + length, best));
        }
        at += length.max(1);
    }
    found
}

fn hash(window: &[char]) -> usize {
    window.iter().fold(0, |hash: usize, &c| hash.wrapping_mul(31).wrapping_add(c as usize))
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn passages_are_found_wherever_they_stand() {
        let chars = |text: &str| text.chars().collect::<Vec<char>>();
        let now = chars("甲乙丙丁戊己庚辛壬癸子丑，另外一些话，寅卯辰巳午未申酉戌亥");
        let before = chars("寅卯辰巳午未申酉戌亥。甲乙丙丁戊己庚辛壬癸子丑寅");
        assert_eq!(shared(&now, &before), [(0..12, 11..23), (19..29, 0..10)]);
        assert_eq!(shared(&now, &chars("甲乙丙丁戊己庚辛壬")), []);
        assert_eq!(shared(&[], &before), []);
    }
}
