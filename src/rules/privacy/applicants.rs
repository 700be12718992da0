//! PV-05, off by default: the name of an applicant.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{is_han, occurrences};

pub static RULE: Rule = Rule {
    id: "PV-05",
    severity: Severity::Warning,
    basis: sources::PERSONAL_DATA,
    title: "写出了申请人的姓名",
    checks: told("表格以外，“申请人”后面是否紧跟姓名（申请人：张某某、申请人王女士），或者姓名后面写了男女、住址。"),
    why: told("申请人是谁属于个人信息，报告只需要件数。"),
    bad: examples![Example {
        shown: "“对申请人周小川（男，住柳溪村）提出的申请”。",
        edits: &[
            Edit::Rule("PV-05", "on"),
            Edit::Words("公文拟制时", "对申请人周小川（男，住柳溪村）的来信逐一答复。公文拟制时"),
        ],
    }],
    good: examples![Example {
        shown: "“申请人无正当理由逾期不补正的，不再处理”。",
        edits: &[
            Edit::Rule("PV-05", "on"),
            Edit::Words("公文拟制时", "申请人无正当理由逾期不补正的，不再处理。公文拟制时"),
        ],
    }],
    on: false,
    check,
    ..Rule::ORDINARY
};

/// What follows a name that is meant to tell who somebody is.
const TELLING: [&str; 8] = ["先生", "女士", "某", "，男", "，女", "（男", "（女", "，住"];
/// A name has two or three characters, in bytes.
const LENGTHS: [usize; 2] = [6, 9];

fn check(context: &mut RuleContext) {
    let text = context.text;
    for line in passages::prose_lines(context, context.reading.span) {
        for word in occurrences(text, line, "申请人") {
            let rest = TextRange::new(word.end, line.end).of(text);
            let name = rest.trim_start_matches(['：', ':', '（', '(', ' ']);
            let listed = rest.starts_with(['：', ':']);
            let told = |&length: &usize| {
                let (Some(own), Some(behind)) = (name.get(..length), name.get(length..)) else { return false };
                let ends = listed && (behind.is_empty() || behind.starts_with(['，', '、', ' ', '\t']));
                own.chars().all(is_han) && (ends || TELLING.iter().any(|word| behind.starts_with(word)))
            };
            if let Some(length) = LENGTHS.iter().find(|length| told(length)) {
                let finding = context.report("写出了申请人的姓名。", "改为“某申请人”，或者删去。");
                finding.at(TextRange::new(word.start, line.end - name.len() + length));
            }
        }
    }
}
