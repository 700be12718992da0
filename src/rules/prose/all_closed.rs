//! NT-05: the prose says that all applications were closed, the table carries some over.

use super::amounts::amounts;
use super::sum;
use crate::form::{TableId, cell};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::holds_any;

pub static RULE: Rule = Rule {
    id: "NT-05",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    title: "正文说全部办结，表中有结转",
    checks: told("正文写申请“办结率100%”“全部办结”“均已答复”，表中结转下年度继续办理应为0。"),
    why: told("还有结转的，就不是全部办结；按期办结率可以是100%。"),
    bad: examples![Example {
        shown: "正文写“申请全部办结”，表中结转下年度1件。",
        edits: &[Edit::Words("；结转下年度继续办理1件。", "。全年的公开申请全部办结。")],
    }],
    good: examples![Example {
        shown: "正文写“按期办结率100%”，表中结转下年度1件。",
        edits: &[Edit::Words("；结转下年度继续办理1件。", "；结转下年度继续办理1件。公开申请按期办结率100%。")],
    }],
    check,
    ..Rule::ORDINARY
};

const ALL_CLOSED: [&str; 16] = [
    "全部办结",
    "均已办结",
    "全部答复",
    "均已答复",
    "均予以答复",
    "均予答复",
    "全部按时办结",
    "全部按时答复",
    "均按时办结",
    "均已按时办结",
    "均已按时答复",
    "均按时答复",
    "均已按期答复",
    "均已办理完毕",
    "办结率100%",
    "办结率达100%",
];
/// The rate of those that were due, or of other things.
const NOT_ALL: [&str; 18] = [
    "来信",
    "来访",
    "工单",
    "建议",
    "按期办结率",
    "按时办结率",
    "按期答复率",
    "期限内",
    "期内",
    "应办结",
    "到期",
    "结转",
    "下年",
    "下一年",
    "留言",
    "信访",
    "提案",
    "信箱",
];

const APPLICATIONS: [&str; 3] = ["公开申请", "依申请公开", "申请公开"];

/// Whether a sentence speaks of applications for disclosure, not of those for a benefit or a licence.
fn counts_applications(context: &RuleContext, sentence: TextRange) -> bool {
    for fact in &context.reading.facts {
        if fact.span.overlaps(sentence)
            && fact.kind.cells().first().is_some_and(|cell| TableId::of(*cell) == TableId::Requests)
        {
            return true;
        }
    }
    holds_any(&passages::plain(sentence.of(context.text)), &APPLICATIONS)
}

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    let cells = [cell!("requests.carried_out.total")];
    let year = context.reading.year.map(|year| year.to_string());
    let sentences = passages::sentences(context, context.reading.span);
    for (index, &sentence) in sentences.iter().enumerate() {
        let words = passages::plain(sentence.of(context.text));
        // 全部办结12件 says how many, not that there were no more.
        let counted = |said: &str| {
            words.split(said).nth(1).is_some_and(|rest| {
                rest.split([',', ';', '。', ':']).next().unwrap_or_default().contains(|c: char| c.is_ascii_digit())
            })
        };
        let said = ALL_CLOSED.iter().find(|said| words.contains(**said) && (said.ends_with('%') || !counted(said)));
        let Some(said) = said else { continue };
        let before = index.checked_sub(1).map(|before| sentences[before]);
        let goes_on = || {
            before.is_some_and(|before| counts_applications(context, before))
                && (words.contains("件申请") || amounts(context.text, sentence).is_empty())
        };
        let about_applications = counts_applications(context, sentence) || goes_on();
        let another_year = words.contains("20") && year.as_ref().is_some_and(|year| !words.contains(year));
        let next = sentences.get(index + 1).map_or("", |next| next.of(context.text));
        let excused = holds_any(&words, &NOT_ALL) || next.contains("结转");
        if !about_applications || another_year || excused {
            continue;
        }
        let Some(carried_out) = sum(context, &cells) else { continue };
        context.findings.tally.facts += 1;
        if carried_out == 0 {
            continue;
        }
        let message = format!("正文写“{said}”，表中还有{carried_out}件结转下年度继续办理。");
        let suggestion = "核对结转件数；都在期限内办结的，写“按期办结率100%”。";
        context.report(message, suggestion).at(sentence).at_cells(reading, &cells);
    }
}
