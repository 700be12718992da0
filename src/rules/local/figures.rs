//! PF-01: section one lacks a figure that the local notice asks for.

use crate::report::{AccountedNumber, Explanation, Standing};
use crate::rules::{Edit, Example, Rule, RuleContext, passages, sources, told};
use crate::text::{TextRange, begins_item, holds_any, trimmed};

pub static RULE: Rule = Rule {
    id: "PF-01",
    basis: sources::OWN_PROFILE,
    title: "缺少本级要求写明的数",
    checks: told("本级要求里列出的各项，第一部分是否写了数；写明没有的也算。没有打开本级要求时不核对。"),
    why: told("有的地方在编制通知里列出总体情况必须写明的数，漏写的会被退回。"),
    bad: examples![
        Example {
            shown: "通知要求写明政策解读的数，第一部分没有提到。", edits: &[Edit::Asked("政策解读")]
        },
        Example {
            shown: "写了“做好政策解读”，没有写数。",
            edits: &[Edit::Asked("政策解读"), Edit::Words("公文拟制时", "做好政策解读，认真回应关切。公文拟制时")],
        },
        Example {
            shown: "2个查阅点是另一项的数。",
            edits: &[
                Edit::Asked("政策解读"),
                Edit::Asked("查阅点"),
                Edit::Words("在便民服务大厅设置查阅点1处", "做好政策解读，设置查阅点1处"),
            ],
        },
    ],
    good: examples![
        Example {
            shown: "“发布政策解读材料6篇”。",
            edits: &[Edit::Asked("政策解读"), Edit::Words("公文拟制时", "发布政策解读材料6篇。公文拟制时")],
        },
        Example {
            shown: "“政策解读方面，全年发布图解6篇”。",
            edits: &[Edit::Asked("政策解读"), Edit::Words("公文拟制时", "政策解读方面，全年发布图解6篇。公文拟制时")],
        },
        Example {
            shown: "“本年没有开展政策解读”。",
            edits: &[Edit::Asked("政策解读"), Edit::Words("公文拟制时", "本年没有开展政策解读。公文拟制时")],
        },
        Example {
            shown: "通知要求“政务新媒体/公众号”，报告写“公众号发布41条”。",
            edits: &[Edit::Asked("政务新媒体/公众号"), Edit::Words("公文拟制时", "公众号发布41条。公文拟制时")],
        },
        Example {
            shown: "小标题“（四）平台建设”下面写了数。",
            edits: &[Edit::Asked("平台建设"), Edit::Words("更新政府信息公开专栏", "更新栏目，查漏补缺")],
        },
    ],
    check,
    ..Rule::ORDINARY
};

/// Who says that there was nothing has said how much.
const NOTHING: [&str; 6] = ["没有", "未", "无", "零", "暂不", "尚不"];

fn check(context: &mut RuleContext) {
    let Some(profile) = context.profile().filter(|profile| !profile.figures.is_empty()) else { return };
    let Some(section) = context.reading.section(1).filter(|section| section.heading.is_some()) else {
        context.unchecked(Vec::new(), "没有找到第一部分，没有核对本级要求写明的数。");
        return;
    };
    let asked: Vec<Vec<&str>> = profile.figures.iter().map(|figure| names(figure)).collect();
    let clauses = clauses(context, section.body());
    let heading = section.heading.as_ref().map_or(section.span, |heading| heading.span);
    for own in &asked {
        let others: Vec<&str> = asked.iter().filter(|other| *other != own).flatten().copied().collect();
        let mentions: Vec<usize> =
            (0..clauses.len()).filter(|&index| holds_any(clauses[index].of(context.text), own)).collect();
        if mentions.iter().any(|&index| has_figure(context, &clauses, index, &others)) {
            continue;
        }
        let name = own.first().copied().unwrap_or_default();
        let (message, place) = match mentions.first() {
            Some(&index) => (format!("第一部分写到“{name}”，没有写数。"), clauses[index]),
            None => (format!("第一部分没有写“{name}”的数。"), heading),
        };
        let finding = context.report(message, "补写具体的数；没有发生的，写明没有。");
        finding.on_ground(profile.ground()).at(place);
    }
}

/// The words for one figure, the one it is called by first.
fn names(figure: &str) -> Vec<&str> {
    figure.split(['/', '／']).map(str::trim).filter(|name| !name.is_empty()).collect()
}

/// The parts of a section between its marks, from line to line.
fn clauses(context: &RuleContext, section: TextRange) -> Vec<TextRange> {
    let mut found = Vec::new();
    for line in passages::prose_lines(context, section) {
        let mut start = line.start;
        for part in line.of(context.text).split_inclusive(['，', ',', '。', '；', ';', '：', ':', '！']) {
            found.push(trimmed(context.text, TextRange::new(start, start + part.len())));
            start += part.len();
        }
    }
    found
}

/// Whether a number stands in the clause, beside it, or, where the clause is a heading, in what the heading is over. A number that
/// stands with another figure's name is that figure's.
fn has_figure(context: &RuleContext, clauses: &[TextRange], index: usize, others: &[&str]) -> bool {
    let words = |clause: TextRange| clause.of(context.text);
    let says = |clause: TextRange| holds_any(words(clause), &NOTHING) || has_number(context, clause);
    let free = |clause: &&TextRange| !holds_any(words(**clause), others);
    let is_heading = |clause: TextRange| begins_item(words(clause));
    let before = index.checked_sub(1).and_then(|before| clauses.get(before));
    let behind = clauses.get(index + 1..).unwrap_or_default();
    let reach = if is_heading(clauses[index]) { behind.len() } else { 1 };
    let below = behind.iter().take(reach).take_while(|clause| !is_heading(**clause));
    says(clauses[index]) || before.into_iter().chain(below).filter(free).any(|clause| says(*clause))
}

fn has_number(context: &RuleContext, clause: TextRange) -> bool {
    let counts = |number: &AccountedNumber| {
        let is_share = number.standing == Standing::Explained(Explanation::Percentage);
        number.span.overlaps(clause) && (is_share || !matches!(number.standing, Standing::Explained(_)))
    };
    context.reading.account.numbers.iter().any(counts)
}
