//! Files are known by what they are: no mark at the start, no remark before the first element changes their kind or their words.

use gouji_files::{Kind, read};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/files");

/// A page as Word saves it, and the piece of it that it puts on the clipboard.
const WORD_PAGE: &str = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w=\"urn:schemas-microsoft-com:office:word\"><head><meta name=Generator content=\"Microsoft Word 15\">\
    <!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--></head><body lang=ZH-CN><p class=MsoNormal>收到申请5件<o:p></o:p></p></body></html>";
const WORD_PIECE: &str = "<!--[if gte mso 9]><xml><w:WordDocument><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]--><p class=MsoNormal>收到申请5件</p>";
const WORD_XML: &str = "<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"><w:body><w:p><w:r><w:t>收到申请5件</w:t></w:r></w:p></w:body></w:wordDocument>";
const FLAT_XML: &str = "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"><pkg:part><w:document><w:body><w:p><w:r><w:t>收到申请5件</w:t></w:r></w:p></w:body></w:document></pkg:part></pkg:package>";
const BOOK: &str = "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet><Table><Row><Cell><Data>收到申请5件</Data></Cell></Row></Table></Worksheet></Workbook>";
/// Words of other kinds, which a remark may well hold.
const REMARK: &str =
    "<!-- <html><w:wordDocument><pkg:package> urn:schemas-microsoft-com:office:spreadsheet MIME-Version: 1.0 -->";

fn kind_and_words(bytes: &[u8]) -> (Kind, String) {
    let content = read(bytes, None).expect("the file is read");
    (content.kind, content.text)
}

#[test]
fn a_page_that_word_saved_is_a_page() {
    for page in [WORD_PAGE, WORD_PIECE] {
        assert_eq!(kind_and_words(page.as_bytes()), (Kind::Html, "收到申请5件\n".to_string()));
    }
}

#[test]
fn markup_is_known_behind_every_disguise() {
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    let long = format!("<!-- {} -->", "x ".repeat(4000));
    let heads = ["", declaration, "\r\n\r\n ", REMARK, &long, "<!DOCTYPE x [<!ELEMENT y (z)>]>"];
    for (markup, kind) in [
        (WORD_PAGE, Kind::Html),
        (WORD_PIECE, Kind::Html),
        (WORD_XML, Kind::WordXml),
        (FLAT_XML, Kind::WordXml),
        (BOOK, Kind::Xls),
    ] {
        let plain = kind_and_words(markup.as_bytes());
        assert_eq!(plain.0, kind);
        assert!(plain.1.contains("收到申请5件"));
        // A page shows the end of such declarations.
        for head in heads.into_iter().filter(|head| kind != Kind::Html || !head.contains('[')) {
            let text = format!("{head}{markup}");
            assert_eq!(kind_and_words(text.as_bytes()), plain, "{head}");
            assert_eq!(kind_and_words(format!("\u{feff}{text}").as_bytes()), plain, "marked {head}");
            let utf16 = |text: &str| {
                [&[0xff, 0xfe][..], &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()].concat()
            };
            assert_eq!(kind_and_words(&utf16(&text)), plain, "in UTF-16 {head}");
        }
    }
}

#[test]
fn every_kind_is_known_by_its_content_alone() {
    let entries = std::fs::read_dir(FIXTURES).expect("the fixtures are there");
    let mut seen = Vec::new();
    for entry in entries {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let kind = match name.rsplit('.').next() {
            Some("docx") => Kind::Docx,
            Some("doc") => Kind::Doc,
            Some("rtf") => Kind::Rtf,
            Some("xlsx") => Kind::Xlsx,
            Some("xls") => Kind::Xls,
            Some("ofd") => Kind::Ofd,
            Some("pdf") => Kind::Pdf,
            Some("html") => Kind::Html,
            Some("mht") => Kind::Mht,
            Some("csv") => Kind::Csv,
            _ => continue,
        };
        seen.push(kind.id());
        let bytes = std::fs::read(&path).expect("the fixture is read");
        let plain = kind_and_words(&bytes);
        assert_eq!(plain.0, kind, "{name}");
        let utf8 = std::str::from_utf8(&bytes).ok();
        // A mark before what is no text, and empty lines, as some systems send them.
        let mut disguises = vec![[&b"\xef\xbb\xbf"[..], &bytes].concat()];
        if matches!(kind, Kind::Rtf | Kind::Pdf) || utf8.is_some() {
            disguises.push([&b"\r\n\r\n"[..], &bytes].concat());
            disguises.push([&b"\xef\xbb\xbf\r\n"[..], &bytes].concat());
        }
        if kind == Kind::Html && utf8.is_some() {
            disguises.push([REMARK.as_bytes(), &bytes].concat());
        }
        // A mark of UTF-8 before another encoding is a lie that the words cannot bear.
        let is_marked_falsely = utf8.is_none() && matches!(kind, Kind::Html | Kind::Mht | Kind::Csv);
        for disguise in disguises.into_iter().filter(|_| !is_marked_falsely) {
            let (kind, words) = kind_and_words(&disguise);
            assert_eq!(kind, plain.0, "{name}");
            assert!(words == plain.1, "{name}");
        }
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 10, "{seen:?}");
}
