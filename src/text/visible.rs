//! Text as it is shown: what cannot be seen, or would move what stands around it, is named.

use std::borrow::Cow;

/// Returns the text with every character named that a screen does not show: control characters, which can clear a terminal or
/// forge its lines, marks that turn the direction of writing, and characters without width. White space becomes a space.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' | '\n' | '\r' => shown.push(' '),
            _ if is_unseen(c) => shown += &named(c),
            _ => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// Whether a screen does not show the character as one of its own.
pub fn is_unseen(c: char) -> bool {
    c.is_control() || name(c).is_some() || matches!(c, '\u{e0000}'..='\u{e007f}' | '\u{fff9}'..='\u{fffb}')
}

/// 〈U+202E 从右向左〉
pub fn named(c: char) -> String {
    let name = name(c).unwrap_or(if c.is_control() { "控制字符" } else { "不可见字符" });
    format!("〈U+{:04X} {name}〉", u32::from(c))
}

fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{ad}' => "软连字符",
        '\u{61c}' => "阿拉伯字母标记",
        '\u{180e}' => "蒙古文分隔符",
        '\u{200b}' => "零宽空格",
        '\u{200c}' => "零宽不连字",
        '\u{200d}' => "零宽连字",
        '\u{200e}' => "左至右标记",
        '\u{200f}' => "右至左标记",
        '\u{2028}' => "行分隔符",
        '\u{2029}' => "段分隔符",
        '\u{202a}' => "左至右嵌入",
        '\u{202b}' => "右至左嵌入",
        '\u{202c}' => "方向结束",
        '\u{202d}' => "左至右覆盖",
        '\u{202e}' => "右至左覆盖",
        '\u{2060}' => "零宽不断行",
        '\u{2061}'..='\u{2065}' => "不可见运算符",
        '\u{2066}' => "左至右隔离",
        '\u{2067}' => "右至左隔离",
        '\u{2068}' => "方向隔离",
        '\u{2069}' => "隔离结束",
        '\u{206a}'..='\u{206f}' => "已弃用的格式符",
        '\u{feff}' => "字节顺序标记",
        '\u{3164}' | '\u{115f}' | '\u{1160}' | '\u{ffa0}' => "韩文填充符",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_named() {
        assert_eq!(visible("柳溪镇 2023"), "柳溪镇 2023");
        assert_eq!(visible("\u{1b}[2J"), "〈U+001B 控制字符〉[2J");
        assert_eq!(visible("a\u{202e}b\u{200b}c"), "a〈U+202E 右至左覆盖〉b〈U+200B 零宽空格〉c");
        assert_eq!(visible("一行\r\n\t\u{9b}2J"), "一行   〈U+009B 控制字符〉2J");
    }
}
