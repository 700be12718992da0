//! Documents in which a program only packed a web page, and mail with several pages.

use std::io::{Cursor, Write};

use gouji_files::read;

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part begins");
        writer.write_all(content.as_bytes()).expect("a part is written");
    }
    writer.finish().expect("the package is written").into_inner()
}

const PAGE: &str = "<html><body><p>总体情况</p><table><tr><td>规章</td><td>7</td><td></td></tr><tr><td>许可</td><td>8</td><td>9</td></tr></table></body></html>";

#[test]
fn a_web_page_in_a_document_is_read_where_it_stands() {
    let mail = format!(
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"--=part\"\n\n----=part\n\
        Content-Type: text/html; charset=\"utf-8\"\n\n{PAGE}\n----=part--\n"
    );
    let xml = "<w:document><w:body><w:p><w:r><w:t>前</w:t></w:r></w:p><w:altChunk r:id=\"c\"/><w:p><w:r><w:t>后</w:t></w:r></w:p></w:body></w:document>";
    for page in [PAGE, &mail] {
        let relations = "<R><R Id=\"c\" Type=\"http://x/aFChunk\" Target=\"/word/c.mht\"/></R>";
        let file =
            package(&[("word/document.xml", xml), ("word/_rels/document.xml.rels", relations), ("word/c.mht", page)]);
        let text = read(&file, None).map(|content| content.text);
        assert_eq!(text.as_deref(), Ok("前\n总体情况\n规章\t7\t\n许可\t8\t9\n后\n"));
    }
}
