//! NT-16: the text calls the body by another kind of township than its name.

use crate::report::Span;
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, body, help, passages, sources};
use crate::text::occurrences;

pub static RULE: Rule = Rule {
    id: "NT-16",
    severity: Severity::Warning,
    basis: sources::PRACTICE,
    help: help(HelpText {
        title: "称呼与单位名称不符",
        checks: "乡、镇、街道在文中的自称（全乡、我镇、本街道）与单位名称是否一致。",
        why: "称呼不一致，多半是套用了其他单位的材料。",
        bad: Example {
            shown: "镇政府的报告写“全乡干部”。",
            edits: &[Edit::Words("公文拟制时", "组织全乡干部学习。公文拟制时")],
        },
        good: Example {
            shown: "镇政府的报告写“与全县各乡镇交流”“健全乡村治理”。",
            edits: &[Edit::Words("公文拟制时", "与全县各乡镇交流，健全乡村治理制度。公文拟制时")],
        },
    }),
    check,
};

const KINDS: [&str; 3] = ["乡", "镇", "街道"];
/// 全乡, 我乡, 本乡
const BEFORE: [&str; 3] = ["全", "我", "本"];
/// 健全乡村, 安全镇, 完全镇: 全 ends another word. 成本, 基本: so does 本.
const NOT_BEFORE: &str = "健安完齐保成基根";
/// 全乡镇, 全乡村, 全镇江, 本乡本土: the kind begins another word.
const NOT_AFTER: &str = "镇村乡江静定痛压贤亲土街";

fn check(subject: &Subject, findings: &mut Findings) {
    let (Some(own), Some(name)) = (body::own_word(subject), body::name(subject)) else { return };
    let mut foreign: Vec<Span> = Vec::new();
    for line in passages::prose_lines(subject, subject.report.span) {
        for kind in KINDS.into_iter().filter(|kind| *kind != own) {
            for before in BEFORE {
                let wanted = format!("{before}{kind}");
                foreign.extend(occurrences(subject.text, line, &wanted).into_iter().filter(|place| {
                    let preceding = Span::new(line.start, place.start).of(subject.text).chars().next_back();
                    let following = Span::new(place.end, line.end).of(subject.text).chars().next();
                    preceding.is_none_or(|c| !NOT_BEFORE.contains(c))
                        && following.is_none_or(|c| !NOT_AFTER.contains(c))
                }));
            }
        }
    }
    Span::sort(&mut foreign);
    let Some(&first) = foreign.first() else { return };
    let said = first.of(subject.text);
    let times = if foreign.len() == 1 { String::new() } else { format!("等{}处", foreign.len()) };
    let message = format!("单位是“{name}”，文中出现“{said}”{times}，疑似套用其他单位的材料。");
    let suggestion = format!("改为“{}{own}”，并检查这一段是否为本单位的情况。", said.chars().next().unwrap_or('本'));
    findings.add(findings.finding(message, suggestion).at_each(foreign));
}
