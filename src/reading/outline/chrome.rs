//! Words of the web page around a report, copied with it: breadcrumbs before the title, links and counters behind the signature.

use crate::text::TextRange;
use crate::text::{holds_any, lines, trimmed};

/// What only a page says about itself. Labels that a report may use in a sentence stand with their colon.
const PAGE_WORDS: &[&str] = &[
    "当前位置",
    "您的位置",
    "所在位置",
    "您现在的位置",
    "网站首页",
    "索引号",
    "索 引 号",
    "访问量",
    "浏览次数",
    "阅读次数",
    "浏览量",
    "点击数",
    "点击量",
    "字体：",
    "字体:",
    "字号：",
    "字号:",
    "【字体",
    "[字体",
    "扫一扫",
    "打印本页",
    "【打印",
    "打印】",
    "关闭窗口",
    "分享到",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "网站地图",
    "版权所有",
    "ICP备",
    "公网安备",
    "网站标识码",
    "主办单位",
    "技术支持",
    "发布时间：",
    "发布日期：",
    "信息来源：",
    "来源：",
    "责任编辑：",
    "附件下载",
    "相关链接",
    "返回顶部",
    "Copyright",
    "copyright",
    "無障礙",
    "无障碍浏览",
];
/// Words of the report and its tables: where they stand, it is not the page that goes on.
const REPORT_WORDS: &[&str] = &["第二十条", "信息内容", "申请人情况", "结果维持", "填报", "统计表"];

/// The text before the title, when it holds words of the page.
pub fn before(text: &str, span: TextRange) -> Option<TextRange> {
    is_page(text, span).then(|| trimmed(text, span)).filter(|span| !span.is_empty())
}

/// The text behind the report, from the first line of the page on; only the lines of the page where something of the report follows.
pub fn behind(text: &str, span: TextRange) -> Vec<TextRange> {
    let Some(first) = PAGE_WORDS.iter().filter_map(|words| span.of(text).find(words)).min() else {
        return Vec::new();
    };
    let line = span.of(text).get(..first).unwrap_or_default().rfind('\n').map_or(0, |end| end + 1);
    let rest = TextRange::new(span.start + line, span.end);
    if !holds_any(rest.of(text), REPORT_WORDS) {
        return vec![trimmed(text, rest)];
    }
    lines(text, rest).filter(|&line| is_page(text, line)).map(|line| trimmed(text, line)).collect()
}

fn is_page(text: &str, span: TextRange) -> bool {
    let words_of_span = span.of(text);
    holds_any(words_of_span, PAGE_WORDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_told_from_the_report() {
        let before_title = "当前位置：首页 > 政务公开\n字体：[大 中 小]\n";
        let span = TextRange::new(0, before_title.len());
        assert_eq!(before(before_title, span).map(|span| span.of(before_title)), Some(before_title.trim_end()));
        let letter = "禾政字〔2024〕9号\n\n";
        assert_eq!(before(letter, TextRange::new(0, letter.len())), None);

        let after = "\n\n上一篇：通知\n下一篇：无\n版权所有 某县\n";
        let found = behind(after, TextRange::new(0, after.len()));
        assert_eq!(
            found.iter().map(|span| span.of(after)).collect::<Vec<_>>(),
            ["上一篇：通知\n下一篇：无\n版权所有 某县"]
        );
        let mixed = "扫一扫在手机打开当前页\n附表\n信息内容\t采购项目数量\n";
        let found = behind(mixed, TextRange::new(0, mixed.len()));
        assert_eq!(found.iter().map(|span| span.of(mixed)).collect::<Vec<_>>(), ["扫一扫在手机打开当前页"]);
    }
}
