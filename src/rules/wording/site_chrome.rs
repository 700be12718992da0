//! WD-14: words of the web page around the report, pasted with it.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;
use crate::text::{holds_any, lines, trimmed};

pub static RULE: Rule = Rule {
    id: "WD-14",
    severity: Severity::Info,
    basis: sources::PRACTICE,
    title: "带进了网页的文字",
    checks: told("标题之前和落款之后，有没有“当前位置”“浏览次数”“上一篇”等网页文字。"),
    why: told("不影响核对；如果要用这份文本发布，请先删去。"),
    bad: examples![Example {
        shown: "文末有“上一篇：……　下一篇：……”。",
        edits: &[Edit::Append("\n上一篇：没有了\n下一篇：财政预算公开\n")],
    }],
    good: examples![Example {
        shown: "正文说“查阅点可以免费打印”。",
        edits: &[Edit::Words("公文拟制时", "查阅点可以免费打印。公文拟制时")],
    }],
    accompanied_by: &["RD-03"],
    check,
    ..Rule::ORDINARY
};

const CHROME: [&str; 14] = [
    "当前位置",
    "您的位置",
    "您现在的位置",
    "扫一扫",
    "打印本页",
    "【打印",
    "分享到",
    "浏览次数",
    "点击数",
    "上一篇",
    "下一篇",
    "附件下载",
    "关闭窗口",
    "字体大小",
];

/// What stands at the foot of every page of a site.
const FOOT: [&str; 5] = ["版权所有", "ICP备", "网站标识码", "公网安备", "网站地图"];

fn check(context: &mut RuleContext) {
    let report = context.reading;
    // What a page says around the report is not the office's text: a file of the page has it, and a copy with the page's foot.
    let foot = report.left_out.iter().any(|span| holds_any(span.of(context.text), &FOOT));
    if !context.as_given || foot {
        return;
    }
    let title = report.title.as_ref().map_or(report.span.start, |title| title.span.start);
    let Some(end) = report.signature.as_ref().map(|signature| signature.span.end) else { return };
    let outside = |line: &TextRange| line.end <= title || line.start >= end;
    let lines = lines(context.text, report.span).map(|line| trimmed(context.text, line)).filter(outside);
    let places: Vec<TextRange> = lines.filter(|line| holds_any(line.of(context.text), &CHROME)).collect();
    let Some(&first) = places.first() else { return };
    let message = format!("“{}”是网页上的文字，不是报告的内容。", passages::quoted(first.of(context.text), 16));
    context.report(message, "如果要用这份文本发布，请先删去。").at_each(&places);
}
