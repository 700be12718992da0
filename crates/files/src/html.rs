//! Web pages and what a browser or an office program puts on the clipboard.

use html5gum::{DefaultEmitter, HtmlString, Span, StartTag, Token, Tokenizer};

use crate::encoding::{self, Decoded};
use crate::error::FileError;
use crate::flow::Flow;
use crate::source_map::{Source, SourceMap};
use crate::table::MOST_COLUMNS;

/// What shows no words of the report, with all that is in it.
const LEFT_OUT: [&str; 21] = [
    "script", "style", "noscript", "template", "title", "nav", "footer", "aside", "select", "button", "iframe", "svg",
    "object", "textarea", "video", "audio", "canvas", "xml", "del", "rt", "rp",
];
/// What Word writes beside the text: heads and feet of pages, notes and comments.
const BESIDE: [&str; 5] = ["header", "footer", "footnote-list", "endnote-list", "comment-list"];
/// Elements that begin and end a line.
const BLOCKS: [&str; 29] = [
    "address",
    "article",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "figcaption",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "section",
    "ul",
    "summary",
];
/// Elements that hold rows and items.
const HOLDERS: [&str; 4] = ["table", "ul", "ol", "dl"];
/// Elements without an end.
const VOID: [&str; 12] = ["br", "img", "hr", "input", "meta", "link", "col", "area", "base", "embed", "source", "wbr"];
/// Cells of all tables; what comes after them is read as lines.
const MOST_CELLS: usize = 200_000;
/// Words smaller than this picture are its decoration: an icon, a dot, a line.
const SMALL_PICTURE: u32 = 120;

/// What the head of a page calls the day of its publication, in lower case; the names of the sites of governments first.
const PUBLISHED_NAMES: [&str; 5] = ["pubdate", "publishdate", "publish-date", "article:published_time", "publishtime"];
/// 2024-02-06T10:37:00+08:00 is the longest way to say a moment.
const LONGEST_DAY: usize = 30;

/// Elements that lie within a line or hold what is beside the text.
const OTHERS: [&str; 34] = [
    "html", "head", "title", "meta", "link", "base", "style", "script", "noscript", "span", "font", "b", "i", "u", "s",
    "em", "strong", "a", "br", "img", "small", "big", "sub", "sup", "table", "caption", "colgroup", "thead", "tbody",
    "tfoot", "tr", "td", "th", "pre",
];

/// Whether a text of markup has, near its beginning, an element of web pages.
pub fn holds_elements(html: &str) -> bool {
    let opens = |part: &str| {
        let name = part.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        [&BLOCKS[..], &LEFT_OUT, &OTHERS].iter().any(|names| names.iter().any(|known| known.eq_ignore_ascii_case(name)))
    };
    html.split('<').skip(1).take(100).any(opens)
}

/// The text of the page in the encoding that it names, else in the one that fits.
pub fn decode(bytes: &[u8]) -> Option<Decoded> {
    let guessed = encoding::guess(bytes)?;
    let start = &bytes[..bytes.len().min(4096)];
    let head = String::from_utf8_lossy(start).to_ascii_lowercase();
    let named = head.split("charset=").nth(1).map(|rest| {
        let rest = rest.trim_start_matches(['"', '\'', ' ']);
        rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next().unwrap_or_default()
    });
    // Text that is sound UTF-8 is nothing else, whatever it says.
    match named.filter(|_| guessed.encoding == "gb18030" || guessed.text.contains('\u{fffd}')) {
        Some(label) => {
            encoding::decode_as(bytes, label).filter(|named| !named.text.contains('\u{fffd}')).or(Some(guessed))
        }
        None => Some(guessed),
    }
}

type Tag = StartTag<usize>;

#[derive(Default)]
struct Reader {
    flow: Flow,
    /// The element that is left out now, and how often it is open within itself.
    left_out: Option<LeftOut>,
    preformatted: usize,
    tables: Vec<Rows>,
    cells: usize,
    /// White space was met and not yet written; whether it broke the line.
    space: Option<bool>,
}

struct LeftOut {
    name: String,
    /// How often it is open within itself.
    depth: usize,
    /// Tables and lists that are open in it, whose parts do not end it.
    inner: usize,
}

/// Elements that need no end of their own: what begins after them, and what they lie in.
const OPEN_ENDED: [(&str, &str, &str); 9] = [
    ("p", "table", "td th tr tbody thead tfoot table"),
    ("td", "td th tr tbody thead tfoot", "tr tbody thead tfoot table"),
    ("th", "td th tr tbody thead tfoot", "tr tbody thead tfoot table"),
    ("tr", "tr tbody thead tfoot", "tbody thead tfoot table"),
    ("li", "li", "ul ol"),
    ("dd", "dd dt", "dl"),
    ("dt", "dd dt", "dl"),
    ("rt", "rt rp", "ruby"),
    ("rp", "rt rp", "ruby"),
];

impl LeftOut {
    /// Whether it ends with what opens or closes now.
    fn ends_with(&self, name: &str, opens: bool) -> bool {
        let Some((own, after, around)) = OPEN_ENDED.iter().find(|(own, ..)| *own == self.name) else { return false };
        let enders = if opens { after } else { around };
        let is_block = *own == "p" && BLOCKS.contains(&name) && (opens || name != "p");
        self.inner == 0 && (is_block || enders.split(' ').any(|ender| ender == name))
    }
}

/// Which columns cells of the rows above still take.
#[derive(Default)]
struct Rows {
    column: u32,
    /// Column, columns, rows still to come; in order when a row begins.
    hanging: Vec<(u32, u32, u32)>,
    /// How many of them the row has passed.
    passed: usize,
    in_row: bool,
}

pub fn read(html: &str) -> Result<String, FileError> {
    Ok(read_into(html, Flow::default())?.0)
}

/// The words of the page by that flow, with the way back if the flow keeps it.
pub fn read_into(html: &str, mut flow: Flow) -> Result<(String, SourceMap), FileError> {
    let mut emitter = DefaultEmitter::new_with_span();
    emitter.naively_switch_states(true);
    flow.sources.begin_part("");
    let mut reader = Reader { flow, ..Reader::default() };
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => reader.open(&tag),
            Ok(Token::EndTag(tag)) => reader.close(&word(&tag.name)),
            Ok(Token::String(text)) => reader.words(&word(&text), html, text.span),
            Ok(_) => {}
            Err(never) => match never {},
        }
        if reader.flow.is_full() {
            break;
        }
    }
    reader.flow.finish_with_map()
}

fn word(text: &HtmlString) -> String {
    String::from_utf8_lossy(text).into_owned()
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned())
}

fn is_hidden(tag: &Tag) -> bool {
    let style = attribute(tag, "style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    let beside = style.split("mso-element:").nth(1).and_then(|rest| rest.split([';', '"', '\'']).next());
    attribute(tag, "hidden").is_some()
        || ["display:none", "mso-hide:all", "visibility:hidden"].iter().any(|hidden| style.contains(hidden))
        || beside.is_some_and(|beside| BESIDE.contains(&beside))
}

impl Reader {
    fn open(&mut self, tag: &Tag) {
        let name = word(&tag.name);
        if name == "meta" {
            return self.publication(tag);
        }
        if let Some(left_out) = &mut self.left_out {
            if !left_out.ends_with(&name, true) {
                left_out.depth += usize::from(left_out.name == name && !tag.self_closing);
                left_out.inner += usize::from(HOLDERS.contains(&name.as_str()));
                return;
            }
            self.left_out = None;
        }
        if VOID.contains(&name.as_str()) {
            return self.void(&name, tag);
        }
        if (LEFT_OUT.contains(&name.as_str()) || is_hidden(tag)) && !tag.self_closing {
            self.left_out = Some(LeftOut { name, depth: 1, inner: 0 });
            return;
        }
        match name.as_str() {
            "pre" => {
                self.end_line();
                self.preformatted += 1;
            }
            "table" => {
                self.space = None;
                self.flow.open_table();
                self.tables.push(Rows::default());
            }
            "tr" => self.open_row(),
            "tbody" | "thead" | "tfoot" => self.open_section(),
            "td" | "th" => self.open_cell(tag),
            "caption" => self.end_line(),
            _ if BLOCKS.contains(&name.as_str()) => self.end_line(),
            _ => {}
        }
    }

    fn void(&mut self, name: &str, tag: &Tag) {
        let size = |side: &str| {
            let digits = attribute(tag, side)?;
            digits.trim_end_matches("px").trim().parse::<f64>().ok()
        };
        match name {
            "br" | "hr" => {
                self.space = None;
                self.flow.end_paragraph();
            }
            "img"
                if !is_hidden(tag)
                    && ["width", "height"]
                        .iter()
                        .all(|side| size(side).is_none_or(|size| size >= f64::from(SMALL_PICTURE))) =>
            {
                // An empty one is said of pictures that only adorn.
                self.flow.picture(attribute(tag, "alt").is_some());
            }
            _ => {}
        }
    }

    /// The day of publication that the head of a page says, as the line in which pages show it.
    fn publication(&mut self, tag: &Tag) {
        let name =
            attribute(tag, "name").or_else(|| attribute(tag, "property")).unwrap_or_default().to_ascii_lowercase();
        let day = attribute(tag, "content").filter(|_| PUBLISHED_NAMES.contains(&name.as_str()));
        let Some(day) = day.filter(|day| day.starts_with("20") && day.len() <= LONGEST_DAY) else { return };
        self.end_line();
        self.flow.text(&format!("发布时间：{}", day.trim()));
        self.end_line();
    }

    fn end_line(&mut self) {
        self.space = None;
        self.flow.end_line();
    }

    fn open_row(&mut self) {
        self.close_row();
        if let Some(rows) = self.tables.last_mut() {
            rows.in_row = true;
            rows.column = 0;
            rows.passed = 0;
            rows.hanging.sort_unstable();
        }
    }

    /// No cell hangs down into another section of the table.
    fn open_section(&mut self) {
        self.close_row();
        if let Some(rows) = self.tables.last_mut() {
            rows.hanging.clear();
        }
    }

    fn close_row(&mut self) {
        self.space = None;
        let Some(rows) = self.tables.last_mut() else { return };
        if rows.in_row {
            rows.in_row = false;
            self.flow.close_cell();
            self.hang(u32::MAX);
            self.flow.end_row();
            if let Some(rows) = self.tables.last_mut() {
                rows.hanging.iter_mut().for_each(|(.., left)| *left = left.saturating_sub(1));
                rows.hanging.retain(|(.., left)| *left > 0);
            }
        }
    }

    /// Puts in what hangs down from the rows above, up to the first free column, or all of it.
    fn hang(&mut self, up_to: u32) {
        let Some(rows) = self.tables.last_mut() else { return };
        while let Some(&(column, columns, _)) = rows.hanging.get(rows.passed) {
            if column > rows.column.max(up_to) {
                break;
            }
            rows.passed += 1;
            if column >= rows.column {
                self.flow.open_cell(column, columns, true);
                self.flow.close_cell();
                rows.column = column + columns;
            }
        }
    }

    fn open_cell(&mut self, tag: &Tag) {
        self.cells += 1;
        if self.cells > MOST_CELLS {
            return self.end_line();
        }
        if self.tables.last().is_some_and(|rows| !rows.in_row) {
            self.open_row();
        }
        self.space = None;
        self.flow.close_cell();
        self.hang(0);
        let Some(rows) = self.tables.last_mut() else { return };
        let span = |name: &str| {
            let number = attribute(tag, name).and_then(|value| value.trim().parse::<u32>().ok());
            number.unwrap_or(1).clamp(1, MOST_COLUMNS)
        };
        let (columns, down) = (span("colspan"), span("rowspan"));
        let column = rows.column;
        rows.column = column.saturating_add(columns).min(MOST_COLUMNS);
        if down > 1 && column < MOST_COLUMNS {
            rows.hanging.push((column, columns, down));
        }
        self.flow.open_cell(column, columns, false);
        let at = tag.span.end as u32;
        self.flow.cell_gap(Source::Gap { part: 0, start: at, end: at });
    }

    fn words(&mut self, words: &str, html: &str, span: Span<usize>) {
        if self.left_out.is_some() {
            return;
        }
        let mut origin = Origin { html, at: span.start, end: span.end };
        if self.preformatted > 0 {
            for (number, line) in words.split('\n').enumerate() {
                if number > 0 {
                    self.flow.end_paragraph();
                }
                line.chars().for_each(|c| self.character(c, &mut origin));
                origin.source('\n');
            }
            return;
        }
        for c in words.chars() {
            if c.is_ascii_whitespace() {
                origin.source(c);
                let broke = self.space.unwrap_or(false) || c == '\n' || c == '\r';
                self.space = Some(broke);
                continue;
            }
            if let Some(broke) = self.space.take()
                && let Some(before) = self.flow.last_char()
                && !(broke && !before.is_ascii() && !c.is_ascii())
            {
                self.flow.text(" ");
            }
            self.character(c, &mut origin);
        }
    }

    fn character(&mut self, c: char, origin: &mut Origin) {
        let source = origin.source(c);
        if c != '\r' {
            self.flow.text_from(c.encode_utf8(&mut [0; 4]), source);
        }
    }

    fn close(&mut self, name: &str) {
        if let Some(left_out) = &mut self.left_out {
            if !left_out.ends_with(name, false) {
                left_out.inner = left_out.inner.saturating_sub(usize::from(HOLDERS.contains(&name)));
                left_out.depth -= usize::from(left_out.name == name);
                if left_out.depth == 0 {
                    self.left_out = None;
                }
                return;
            }
            self.left_out = None;
        }
        match name {
            "table" if !self.tables.is_empty() => {
                self.close_row();
                self.tables.pop();
                self.flow.close_table();
            }
            "tr" => self.close_row(),
            "td" | "th" => {
                self.space = None;
                self.flow.close_cell();
            }
            "pre" => {
                self.end_line();
                self.preformatted = self.preformatted.saturating_sub(1);
            }
            "caption" => self.end_line(),
            _ if BLOCKS.contains(&name) => self.end_line(),
            _ => {}
        }
    }
}

/// Follows the words of a token through the page as it is written.
struct Origin<'a> {
    html: &'a str,
    at: usize,
    end: usize,
}

impl Origin<'_> {
    /// Where the next character of the words stands.
    fn source(&mut self, c: char) -> Source {
        let rest = self.html.get(self.at..self.end).unwrap_or_default();
        // The end of a line is one character, however it is written.
        let rest = if c == '\n' {
            rest.strip_prefix('\r').filter(|rest| rest.starts_with('\n')).unwrap_or(rest)
        } else {
            rest
        };
        let start = self.end.saturating_sub(rest.len());
        // An ampersand may begin the reference to one.
        let is_reference = c == '&' && ["&amp", "&AMP", "&#"].iter().any(|own| rest.starts_with(own));
        let (part, is_verbatim) = (0, rest.starts_with(c) && !is_reference);
        let length = if is_verbatim { c.len_utf8() } else { reference(rest) };
        self.at = start + length;
        let (start, end) = (start as u32, self.at as u32);
        if is_verbatim { Source::Verbatim { part, start, end } } else { Source::Reference { part, start, end } }
    }
}

/// The length of the reference to a character that the text begins with.
fn reference(text: &str) -> usize {
    let name = text.find(|c: char| !c.is_ascii_alphanumeric() && !"&#".contains(c)).unwrap_or(text.len());
    name + usize::from(text[name..].starts_with(';'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_publication_in_the_head_is_a_line_of_the_page() {
        let page =
            "<html><head><title>x</title><meta name=\"PubDate\" content=\"2024-02-06 10:37\"></head><body><p>公开</p>";
        assert_eq!(read(page).unwrap().trim(), "发布时间：2024-02-06 10:37\n公开");
        let page = "<meta name=\"keywords\" content=\"2024年\"><p>公开</p>";
        assert_eq!(read(page).unwrap().trim(), "公开");
    }

    #[test]
    fn spans_leave_their_places_empty() {
        let html = "<table><tr><td rowspan=3>办理<br>结果</td><td>公开</td><td>1</td></tr><tr><td rowspan='2'>其他</td><td>2<tr><td>3</table>\
            <table><tr><th colspan=2>项目<th>数<tr><td>甲<td>乙<td>&nbsp;</table>";
        assert_eq!(read(html).as_deref(), Ok("办理结果\t公开\t1\n\t其他\t2\n\t\t3\n\n项目\t\t数\n甲\t乙\t\n\n"));
    }

    #[test]
    fn what_shows_nothing_is_left_out() {
        let html = "<title>页</title><nav><ul><li>首页</nav><script>if (a<b) x('<p>')</script><p style='display: none'>密<p>总体\n 情况</p>\
            <div>a\n b</div><img width=20 src=x><img src=y><img src=z alt=图解>";
        assert_eq!(read(html).as_deref(), Ok("总体情况\na b\n[图片，无替代文字]\n[图片]\n"));
    }

    #[test]
    fn what_is_hidden_ends_where_its_place_ends() {
        let html = "<table><tr style='display:none'><td>旧<table><tr><td>旧</table><td>9<tr><td>甲<td hidden>9<td>1<tr><td>乙<td>2<td hidden>9</table>\
            <ul><li hidden>密<li>明</ul><div><p hidden>密</div>后<ruby>公<rt>gong</ruby>开<del>7</del><ins>8</ins>\
            <div style='mso-element: comment-list'>批</div><div style='mso-element:para-border-div'>框</div><i style='visibility:hidden'>x</i>";
        assert_eq!(read(html).as_deref(), Ok("甲\t1\n乙\t2\n\n明\n后公开8\n框\n"));
        let sections = "<table><thead><tr><td rowspan=9>项<td>数</thead><tbody><tr><td>甲<td>1</tbody></table>";
        assert_eq!(read(sections).as_deref(), Ok("项\t数\n甲\t1\n\n"));
    }

    #[test]
    fn a_table_that_lays_out_the_page_is_no_table() {
        let html = "<table><tr><td>左栏<td><table><tr><td>甲<td>1</table></table>";
        assert_eq!(read(html).as_deref(), Ok("左栏\n甲\t1\n\n"));
    }

    #[test]
    fn the_encoding_named_in_the_page_is_used() {
        let page = "<meta charset=\"gb2312\"><p>公开";
        let bytes = encoding_rs::GB18030.encode(page).0;
        assert_eq!(decode(&bytes).map(|decoded| decoded.encoding), Some("gb18030"));
        assert_eq!(decode(page.as_bytes()).map(|decoded| decoded.encoding), Some("utf-8"));
    }
}
