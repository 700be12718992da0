//! Headings that Word numbers by itself keep their numbers, in documents of today and of 97 to 2003.

use gouji_files::read;

#[test]
fn headings_have_the_numbers_that_word_shows() {
    for name in ["town.numbered.docx", "town.numbered.doc", "county.numbered.docx", "county.numbered.doc"] {
        let path = format!("{}/../../tests/fixtures/files/{name}", env!("CARGO_MANIFEST_DIR"));
        let content = read(&std::fs::read(&path).expect("the fixture is there"), None).expect("the fixture is read");
        let headings = ["一、总体情况", "二、主动公开政府信息情况", "六、其他需要报告的事项"];
        for heading in headings {
            assert!(content.text.lines().any(|line| line == heading), "{name}: {heading}");
        }
    }
}
