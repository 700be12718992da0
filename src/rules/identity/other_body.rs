//! ID-01: the signature is another body's. ID-02: the preface names another body, or the government for its office.

use std::ops::Range;

use crate::report::SignatureKind;
use crate::rules::{Edit, Example, Rule, Severity, passages, sources, told};
use crate::text::{Normalized, TextRange, is_han};

const SIGNATURE: &str = "\n禾川县柳溪镇人民政府\n";

pub static SIGNED: Rule = Rule {
    id: "ID-01",
    severity: Severity::Error,
    basis: sources::COPIED,
    title: "落款不是标题里的单位",
    checks: told("落款的乡镇、县、市与标题的是不是同一个；只比地名，机构改名、用简称的不算。"),
    why: told("套用了别处的材料，落款忘了改。"),
    bad: examples![
        Example {
            shown: "标题是柳溪镇，落款是桐河镇。", edits: &[Edit::Words(SIGNATURE, "\n禾川县桐河镇人民政府\n")]
        },
        Example {
            shown: "标题是禾川县水利局，落款是青山县水利局。",
            edits: &[
                Edit::Words("禾川县柳溪镇人民政府2023年", "禾川县水利局2023年"),
                Edit::Words(SIGNATURE, "\n青山县水利局\n"),
            ],
        },
    ],
    good: examples![
        Example {
            shown: "标题写全称，落款写“柳溪镇人民政府（印章）”“柳溪镇党政办公室”。",
            edits: &[Edit::Words(SIGNATURE, "\n柳溪镇党政办公室（盖章）\n")],
        },
        Example {
            shown: "乡改了镇：标题“柳溪镇”，落款“柳溪乡人民政府”。",
            edits: &[Edit::Words(SIGNATURE, "\n禾川县柳溪乡人民政府\n")],
        },
        Example {
            shown: "部门改了名：标题“禾川县城市管理局”，落款“禾川县综合行政执法局”。",
            edits: &[
                Edit::Words("禾川县柳溪镇人民政府2023年", "禾川县城市管理局2023年"),
                Edit::Words(SIGNATURE, "\n禾川县综合行政执法局\n"),
            ],
        },
        Example {
            shown: "落款只写上级的地名：“禾川县”。", edits: &[Edit::Words(SIGNATURE, "\n禾川县人民政府\n")]
        },
    ],
    check: |context| {
        let reading = context.reading;
        let signed = reading.signature.as_ref().is_some_and(|signature| signature.kind == SignatureKind::Signed);
        let Some((name, signer)) = reading.name().zip(reading.signer.as_ref()).filter(|_| signed) else { return };
        if is_elsewhere(name, &signer.text) {
            let message = format!("标题的单位是“{name}”，落款是“{}”。", signer.text);
            let finding = context.report(message, "改落款的单位，并检查全文是否套用了其他单位的材料。");
            finding.at(signer.span).related(reading.organization.as_ref().map_or(signer.span, |named| named.span));
        }
    },
    ..Rule::ORDINARY
};

pub static PREFACE: Rule = Rule {
    id: "ID-02",
    severity: Severity::Warning,
    basis: sources::WHOSE_REPORT,
    title: "前言说的不是标题里的单位",
    checks: told("前言“某某2023年政府信息公开工作年度报告”里的单位与标题是不是同一个，包括人民政府与它的办公室。"),
    why: told("人民政府的报告汇总所属部门，办公室的报告只是本机关的，公布期限也不同，两样不能混。"),
    bad: examples![
        Example {
            shown: "标题是“禾川县人民政府办公室”，前言写“禾川县人民政府2023年政府信息公开工作年度报告”。",
            edits: &[
                Edit::Words("禾川县柳溪镇人民政府2023年政府", "禾川县人民政府办公室2023年政府"),
                Edit::Words(SIGNATURE, "\n禾川县人民政府办公室\n"),
                Edit::Words("要求，编制本报告", "要求，编制禾川县人民政府2023年政府信息公开工作年度报告"),
            ],
        },
        Example {
            shown: "标题是“柳溪镇”，前言写“编制桐河镇2023年政府信息公开工作年度报告”。",
            edits: &[Edit::Words("要求，编制本报告", "要求，桐河镇人民政府2023年度政府信息公开工作年度报告公布如下")],
        },
    ],
    good: examples![
        Example {
            shown: "前言写“柳溪镇人民政府2023年政府信息公开工作年度报告”。",
            edits: &[Edit::Words("要求，编制本报告", "要求，编制柳溪镇人民政府2023年政府信息公开工作年度报告")],
        },
        Example {
            shown: "前言写“按照禾川县人民政府办公室关于编制2023年政府信息公开工作年度报告的通知”。",
            edits: &[Edit::Words(
                "要求，编制本报告",
                "要求，按照禾川县人民政府办公室关于编制2023年政府信息公开工作年度报告的通知编制本报告",
            )],
        },
        Example {
            shown: "前言写“禾川县2023年政府信息公开工作年度报告的组成部分”。",
            edits: &[Edit::Words(
                "要求，编制本报告",
                "要求，编制本报告，作为禾川县2023年政府信息公开工作年度报告的一部分",
            )],
        },
    ],
    check: |context| {
        let reading = context.reading;
        let (Some(name), Some(title)) = (reading.name(), &reading.title) else { return };
        let Some(first) = reading.section(1) else { return };
        let preface = TextRange::new(title.span.end, first.span.start.max(title.span.end));
        for sentence in passages::sentences(context, preface) {
            let flat = Normalized::of(context.text, sentence);
            let Some(place) = named_reporter(&flat) else { continue };
            let said = flat.string(place.clone());
            if is_elsewhere(name, &said)
                || is_government(name).zip(is_government(&said)).is_some_and(|(one, other)| one != other)
            {
                let message = format!("标题的单位是“{name}”，前言写“{said}”。");
                let finding = context.report(message, "核对这份报告是谁的，前言、标题和落款统一。");
                finding.at(flat.span(place)).related(title.span);
            }
        }
    },
    ..Rule::ORDINARY
};

/// Units of areas, from the smallest; a body is told apart by the smallest that both names have.
const KINDS: [&str; 6] = ["镇", "乡", "街道", "县", "区", "市"];
const BOUNDARIES: [char; 6] = ['省', '市', '县', '区', '旗', '州'];

/// Whether two bodies are surely of different places: of the smallest kind of area that both names have, the two proper names share
/// no character. What was renamed or shortened shares some.
pub(super) fn is_elsewhere(name: &str, other: &str) -> bool {
    let pair = KINDS.iter().find_map(|kind| proper(name, kind).zip(proper(other, kind)));
    pair.is_some_and(|(one, two)| !one.chars().any(|c| two.contains(c)))
}

/// Whether a name says where the body lies.
pub(super) fn has_place(name: &str) -> bool {
    ["县", "区", "市", "旗", "州", "盟", "省"].iter().any(|kind| proper(name, kind).is_some()) || name.contains("自治")
}

/// The proper name before that kind of area: 柳溪 of 禾川县柳溪镇.
fn proper<'a>(name: &'a str, kind: &str) -> Option<&'a str> {
    let before = name.get(..name.find(kind)?)?;
    let start = before.rfind(BOUNDARIES).map_or(0, |at| at + '县'.len_utf8());
    let proper = before.get(start..)?;
    // 经济开发区, 城区 and the like are no areas with a name of their own.
    let is_area = !["开发", "新", "自治", "城", "园", "社", "景", "矿", "林"]
        .iter()
        .any(|end| kind == "区" && proper.ends_with(end));
    (matches!(proper.chars().count(), 2..=4) && is_area).then_some(proper)
}

/// Whether a name is that of a government above the township or of its office; None for others.
fn is_government(name: &str) -> Option<bool> {
    let seat =
        |end: &str| name.strip_suffix(end).is_some_and(|seat| seat.ends_with(['县', '市', '区', '旗', '省', '州']));
    match (seat("人民政府"), seat("人民政府办公室") || seat("人民政府办公厅")) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

/// The name right before 2023年政府信息公开工作年度报告, when that is not said to be a notice or a part.
fn named_reporter(flat: &Normalized) -> Option<Range<usize>> {
    let is_named = |end: &usize| flat.at(*end).is_none_or(|c| !"的》编格".contains(c));
    let titles = ["政府信息公开工作年度报告", "政府信息公开年度报告"];
    let at =
        titles.iter().find_map(|title| (0..flat.len()).find(|&at| flat.after(at, title).filter(is_named).is_some()))?;
    let back = |end: usize, is_part: fn(char) -> bool| {
        (0..end).rev().take_while(|&at| flat.at(at).is_some_and(is_part)).count()
    };
    let dated = at - back(at, |c| "年度".contains(c));
    let end = dated - back(dated, |c| c.is_ascii_digit());
    let name = flat.string(end - back(end, is_han)..end);
    let verbs = ["编制", "公布", "现将", "发布", "形成", "现公布", "撰写"];
    let name = verbs.iter().fold(name.as_str(), |name, verb| name.strip_prefix(verb).unwrap_or(name));
    let is_name =
        dated - end >= 4 && name.ends_with(['府', '室', '厅', '局', '镇', '乡', '处', '委']) && !name.contains('和');
    is_name.then(|| end - name.chars().count()..end)
}
