//! Web pages saved with all that belongs to them (.mht): the page and those within it, or the sheets of a workbook.

use crate::encoding::{self, Decoded};
use crate::html;

/// Pages of one file that are read.
const MOST_PAGES: usize = 64;

/// The page in its encoding. None when there is no page in it.
pub fn decode(bytes: &[u8]) -> Option<Decoded> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    // Headers and boundaries are ASCII whatever the parts are.
    let text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
    let (head, _) = split_head(&text)?;
    let Some(boundary) = parameter(&header(head, "content-type"), "boundary") else { return page(&text) };
    let boundary = format!("--{boundary}");
    let parts = text.split(&boundary).skip(1);
    let mut pages = parts.filter_map(|part| page(part.trim_start_matches(['\r', '\n']))).take(MOST_PAGES);
    let mut all = pages.next()?;
    pages.for_each(|page| all.text.push_str(&page.text));
    Some(all)
}

/// The page that this part is.
fn page(part: &str) -> Option<Decoded> {
    let (head, body) = split_head(part)?;
    let kind = header(head, "content-type");
    if !kind.to_ascii_lowercase().contains("text/html") {
        return None;
    }
    let bytes: Vec<u8> = match header(head, "content-transfer-encoding").trim().to_ascii_lowercase().as_str() {
        "quoted-printable" => quoted_printable(body),
        "base64" => base64(body),
        _ => body.chars().map(|c| c as u8).collect(),
    };
    let named = parameter(&kind, "charset").and_then(|label| encoding::decode_as(&bytes, &label));
    named.filter(|named| !named.text.contains('\u{fffd}')).or_else(|| html::decode(&bytes))
}

fn split_head(part: &str) -> Option<(&str, &str)> {
    part.split_once("\r\n\r\n").or_else(|| part.split_once("\n\n"))
}

/// The value of a header, with the lines it goes on over.
fn header(head: &str, name: &str) -> String {
    let mut value = String::new();
    let mut within = false;
    for line in head.lines() {
        if line.starts_with([' ', '\t']) {
            if within {
                value.push_str(line);
            }
            continue;
        }
        let (found, rest) = line.split_once(':').unwrap_or((line, ""));
        within = found.trim().eq_ignore_ascii_case(name);
        if within {
            value = rest.trim().to_string();
        }
    }
    value
}

fn parameter(value: &str, name: &str) -> Option<String> {
    let at = value.to_ascii_lowercase().find(&format!("{name}="))?;
    let rest = &value[at + name.len() + 1..];
    let found = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split([';', ' ', '\t']).next(),
    };
    found.map(str::to_string).filter(|found| !found.is_empty())
}

fn quoted_printable(body: &str) -> Vec<u8> {
    let bytes: Vec<u8> = body.chars().map(|c| c as u8).collect();
    let hex = |byte: Option<&u8>| byte.and_then(|&byte| char::from(byte).to_digit(16));
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b'=' {
            out.push(bytes[at]);
            at += 1;
        } else if let (Some(high), Some(low)) = (hex(bytes.get(at + 1)), hex(bytes.get(at + 2))) {
            out.push((high * 16 + low) as u8);
            at += 3;
        } else {
            // The line goes on.
            at += 1;
            at += usize::from(bytes.get(at) == Some(&b'\r'));
            at += usize::from(bytes.get(at) == Some(&b'\n'));
        }
    }
    out
}

fn base64(body: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in body.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 1;
        if count == 4 {
            out.extend([(bits >> 16) as u8, (bits >> 8) as u8, bits as u8]);
            (bits, count) = (0, 0);
        }
    }
    match count {
        3 => out.extend([(bits >> 10) as u8, (bits >> 2) as u8]),
        2 => out.push((bits >> 4) as u8),
        _ => {}
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_found_among_the_parts() {
        let mail = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"x y\"\r\n\r\n--x y\r\nContent-Type: image/gif\r\n\r\nGIF\r\n\
            --x y\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=B9=AB=\r\n=BF=AA</p>\r\n--x y--";
        assert!(decode(mail.as_bytes()).is_some_and(|page| page.text.contains("<p>公开</p>")));
        let part = |words: &str| format!("--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>{words}</p>\r\n");
        let sheets = format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n{}{}--x--",
            part("一"),
            part("二")
        );
        let text = decode(sheets.as_bytes()).and_then(|page| html::read(&page.text).ok());
        assert_eq!(text.as_deref(), Some("一\n二\n"));
        assert_eq!(base64("5YWs\n5byA"), "公开".as_bytes());
        assert_eq!(base64("YQ=="), b"a");
    }
}
