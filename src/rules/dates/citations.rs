//! TM-08: the report cites a format or a regulation that is no longer, or not yet, the one in force.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources};
use crate::text::TextRange;
use crate::text::{folded, holds_any};

pub static RULE: Rule = Rule {
    id: "TM-08",
    severity: Severity::Warning,
    basis: sources::EDITIONS,
    title: "引用的依据与年度不符",
    checks: "2021年度起不应再以〔2019〕60号为格式依据，以前的年度不应引用〔2021〕30号；2019年起不应再引用国务院令第492号和旧条例关于年度报告的条文。",
    why: "依据错了，读者会怀疑报告是不是照新格式编的。",
    bad: &[Example {
        shown: "2023年的报告写“根据国办公开办函〔2019〕60号的要求”。",
        edits: &[Edit::Words("（国办公开办函〔2021〕30号）", "（国办公开办函〔2019〕60号）")],
    }],
    good: &[Example {
        shown: "写明“国办公开办函〔2021〕30号（代替国办公开办函〔2019〕60号）”。",
        edits: &[Edit::Words(
            "（国办公开办函〔2021〕30号）",
            "（国办公开办函〔2021〕30号，代替国办公开办函〔2019〕60号）",
        )],
    }],
    check,
    ..Rule::ORDINARY
};

/// A citation, the years it does not fit, and what makes it harmless in the same sentence.
struct Outdated {
    cited: &'static str,
    years: std::ops::RangeInclusive<u16>,
    harmless_with: &'static [&'static str],
    /// Words the sentence must have as well.
    about: &'static [&'static str],
    instead: &'static str,
}

const NOTICE: &[&str] = &["公开办函", "格式", "通知"];
const YEARLY_REPORT: &[&str] = &["年度报告", "年报"];
const OUTDATED: [Outdated; 5] = [
    Outdated {
        cited: "(2019)60号",
        years: 2021..=u16::MAX,
        harmless_with: &["(2021)30号", "代替", "废止", "修订", "原格式"],
        about: NOTICE,
        instead: "国办公开办函〔2021〕30号",
    },
    Outdated {
        cited: "(2021)30号",
        years: 2019..=2020,
        harmless_with: &["(2019)60号"],
        about: NOTICE,
        instead: "国办公开办函〔2019〕60号",
    },
    Outdated {
        cited: "第492号",
        years: 2019..=u16::MAX,
        harmless_with: &["711", "修订", "废止", "原"],
        about: &["国务院令", "条例"],
        instead: "国务院令第711号",
    },
    Outdated {
        cited: "条例》第三十一条",
        years: 2019..=u16::MAX,
        harmless_with: &["收到申请", "申请之日"],
        about: YEARLY_REPORT,
        instead: "《政府信息公开条例》第四十九条",
    },
    Outdated {
        cited: "条例》第三十二条",
        years: 2019..=u16::MAX,
        harmless_with: &["第三方"],
        about: YEARLY_REPORT,
        instead: "《政府信息公开条例》第五十条",
    },
];

fn check(context: &mut RuleContext) {
    let Some(year) = context.reading.year else { return };
    for sentence in passages::sentences(context, context.reading.span) {
        let words: String = sentence.of(context.text).chars().filter(|c| !c.is_whitespace()).map(bracketed).collect();
        for outdated in OUTDATED.iter().filter(|outdated| outdated.years.contains(&year)) {
            let says = |list: &[&str]| holds_any(&words, list);
            if !words.contains(outdated.cited) || says(outdated.harmless_with) || !says(outdated.about) {
                continue;
            }
            let message = format!("{year}年的报告引用了“{}”，应为{}。", shown(outdated.cited), outdated.instead);
            let place = place_of(context.text, sentence, outdated.cited);
            context.report(message, format!("改为{}。", outdated.instead)).at(place);
        }
    }
}

fn bracketed(c: char) -> char {
    match folded(c) {
        '[' => '(',
        ']' => ')',
        // The title marks of the regulation stay as they are.
        c => c,
    }
}

/// With the brackets of document numbers, as people write them.
fn shown(cited: &str) -> String {
    cited.replace("(", "〔").replace(")", "〕")
}

fn place_of(text: &str, sentence: TextRange, cited: &str) -> TextRange {
    passages::places_of(text, sentence, cited).first().copied().unwrap_or(sentence)
}
