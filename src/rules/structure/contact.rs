//! ST-18: no line says where to ask and where to get the electronic text.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::holds_any;

use super::found_sections;

pub static RULE: Rule = Rule {
    id: "ST-18",
    severity: Severity::Info,
    basis: sources::PRACTICE,
    title: "没有联系方式",
    checks: told("文中有没有联系电话、地址，或电子版下载的说明。"),
    why: told("读者有疑问时知道找谁问。没有哪条规定要求写，只是许多单位的做法。"),
    bad: examples![Example {
        shown: "前言没有联系方式，也没有电子版的说明。",
        edits: &[
            Edit::Words("本报告电子版可在禾川县人民政府网站下载。", ""),
            Edit::Words("如有疑问，请与柳溪镇党政办公室联系（地址：禾川县柳溪镇河东路18号，电话：0731-5550123）。", ""),
        ],
    }],
    good: examples![Example {
        shown: "只写了联系电话。",
        edits: &[Edit::Words("本报告电子版可在禾川县人民政府网站下载。", "")],
    }],
    check,
    ..Rule::ORDINARY
};

const CONTACT_WORDS: [&str; 7] = ["电话", "联系方式", "联系地址", "邮编", "电子版", "下载", "传真"];

fn check(context: &mut RuleContext) {
    if found_sections(context).is_empty() {
        return;
    }
    let lines = passages::prose_lines(context, context.reading.span);
    if !lines.iter().any(|line| holds_any(&passages::plain(line.of(context.text)), &CONTACT_WORDS)) {
        let suggestion = "建议在前言写明联系地址、电话和电子版的下载网址。";
        let head = passages::head(context);
        context.report("文中没有联系方式和电子版的说明。", suggestion).at(head);
    }
}
