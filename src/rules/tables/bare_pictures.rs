//! TC-09: a picture has no alternative text.

use crate::rules::structure::stands_for_table;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::{TextRange, occurrences};

pub static RULE: Rule = Rule {
    id: "TC-09",
    severity: Severity::Info,
    basis: sources::PRACTICE,
    title: "图片没有替代文字",
    checks: told("Word 文件（.docx）和网页里的图片有没有替代文字。表格的框线、行高由样式决定，文件里看不出来，不查。"),
    why: told("读屏软件只能读出替代文字；没有的，视障读者不知道图里写了什么。"),
    bad: examples![
        Example {
            shown: "第一部分有一张没有替代文字的图。",
            edits: &[Edit::Words("（三）政府信息管理", "[图片，无替代文字]\n（三）政府信息管理")],
        },
        Example {
            shown: "文末有一张没有替代文字的图。", edits: &[Edit::Append("\n[图片，无替代文字]\n")]
        },
    ],
    good: examples![Example {
        shown: "正文说“图片”：“图片，无替代文字的都已补上”。",
        edits: &[Edit::Words("公文拟制时", "网站上的图片，无替代文字的都已补上。公文拟制时")],
    }],
    check,
    ..Rule::ORDINARY
};

/// What the readers of files write for such a picture.
const MARK: &str = "[图片，无替代文字]";

fn check(context: &mut RuleContext) {
    let marks: Vec<TextRange> = occurrences(context.text, context.reading.span, MARK)
        .into_iter()
        // A picture in place of a table is another rule's.
        .filter(|&mark| !stands_for_table(context, mark))
        .collect();
    if !marks.is_empty() {
        let message = format!("有图片没有替代文字{}。", passages::times(marks.len()));
        let suggestion = "在 Word 里选“编辑替代文字”，网页写 alt：一句话说明图里的内容；只作装饰的标为装饰。";
        context.report(message, suggestion).at_each(&marks);
    }
}
