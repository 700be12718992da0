//! Bad input is normal input: every broken, locked, swollen or foreign file gets its own sentence.

use std::io::{Cursor, Write};

use gouji_files::{FileError, Kind, read};

const TOWN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/files/town");

fn town(kind: &str) -> Vec<u8> {
    std::fs::read(format!("{TOWN}.{kind}")).expect("the fixture is there")
}

/// Why a file is not read.
#[track_caller]
fn refused(bytes: &[u8]) -> FileError {
    let error = read(bytes, None).map(|content| content.text.len()).expect_err("the file is refused");
    let sentence = error.to_string();
    assert!(sentence.contains('。') && sentence.contains('请') || error == FileError::TooMuchPacked, "{sentence}");
    error
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        writer.start_file(*name, options).expect("a part begins");
        writer.write_all(content).expect("a part is written");
    }
    writer.finish().expect("the package is written").into_inner()
}

fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a compound file");
    for (name, content) in streams {
        file.create_stream(name).and_then(|mut stream| stream.write_all(content)).expect("a stream");
    }
    file.into_inner().into_inner()
}

fn document(body: &str) -> Vec<u8> {
    let xml = format!("<w:document><w:body>{body}</w:body></w:document>");
    package(&[("word/document.xml", xml.as_bytes())])
}

#[test]
fn an_empty_file_and_one_too_large_are_told() {
    assert_eq!(refused(b""), FileError::Empty);
    let large = vec![b'a'; 50 * 1024 * 1024];
    assert_eq!(refused(&large), FileError::TooBig { bytes: large.len() });
}

#[test]
fn locked_files_are_told() {
    assert_eq!(refused(include_bytes!("files/locked.pdf")), FileError::Encrypted(Kind::Pdf));
    assert_eq!(
        refused(&compound(&[("EncryptedPackage", b"x"), ("EncryptionInfo", b"x")])),
        FileError::Encrypted(Kind::Docx)
    );
    // It may be a workbook: the sentence does not say what it is.
    assert!(!FileError::Encrypted(Kind::Docx).to_string().contains("Word"));
    let mut header = vec![0; 2000];
    header[..4].copy_from_slice(&[0xec, 0xa5, 0xc1, 0]);
    header[0x0b] = 1;
    assert_eq!(refused(&compound(&[("WordDocument", &header)])), FileError::Encrypted(Kind::Doc));
    let workbook = [&[9, 8, 4, 0, 0, 6, 5, 0][..], &[0x2f, 0, 2, 0, 1, 0]].concat();
    assert_eq!(refused(&compound(&[("Workbook", &workbook)])), FileError::Encrypted(Kind::Xls));
}

#[test]
fn a_lock_against_printing_does_not_keep_from_reading() {
    let content = read(include_bytes!("files/printing-locked.pdf"), None);
    assert_eq!(content.map(|content| content.text).as_deref(), Ok("Report 2023\n"));
}

#[test]
fn cut_files_are_told_or_read_as_far_as_they_go() {
    for kind in ["docx", "xlsx", "ofd", "doc", "xls", "ruled.pdf", "rtf", "mht", "gbk.html", "csv"] {
        let whole = town(kind);
        for part in [1, 10, 50, 90, 99] {
            let cut = &whole[..whole.len() * part / 100];
            if let Err(error) = read(cut, None) {
                assert!(
                    matches!(error, FileError::Damaged(_) | FileError::NoWords(_) | FileError::Unknown),
                    "{kind} {part} {error:?}"
                );
            }
        }
    }
    assert_eq!(refused(&town("docx")[..3000]), FileError::Damaged(Kind::Docx));
}

#[test]
fn a_wrong_name_does_not_matter() {
    // The name is not even asked for: what is in the file tells its kind.
    let kinds = ["docx", "doc", "rtf", "xlsx", "xls", "ofd", "ruled.pdf", "gbk.html", "mht", "csv"];
    let read = kinds.map(|kind| read(&town(kind), None).map(|content| content.kind));
    let expected = [
        Kind::Docx,
        Kind::Doc,
        Kind::Rtf,
        Kind::Xlsx,
        Kind::Xls,
        Kind::Ofd,
        Kind::Pdf,
        Kind::Html,
        Kind::Mht,
        Kind::Csv,
    ];
    assert_eq!(read, expected.map(Ok));
}

#[test]
fn packages_that_swell_are_not_opened() {
    let swollen = document(&" ".repeat(30_000_000));
    assert!(swollen.len() < 100_000);
    assert_eq!(refused(&swollen), FileError::TooMuchPacked);
    let many: Vec<String> = (0..5000).map(|number| format!("word/{number}")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(refused(&package(&many)), FileError::TooMuchPacked);
}

#[test]
fn pdf_streams_that_swell_are_not_opened() {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(&vec![b' '; 40_000_000]).expect("packed");
    let packed = packer.finish().expect("packed");
    let head =
        format!("%PDF-1.5\n1 0 obj <</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length {}>>stream\n", packed.len());
    assert_eq!(refused(&[head.as_bytes(), &packed, b"\nendstream endobj"].concat()), FileError::TooMuchPacked);
}

/// A file of one page with this content, a font F1 and these objects, the forms among them from number 11 on as X11, X12.
fn page(content: &str, objects: &[String]) -> Vec<u8> {
    let stream = |settings: &str, content: &str| {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(content.as_bytes()).expect("packed");
        let packed = packer.finish().expect("packed");
        let head = format!("<<{settings}/Filter/FlateDecode/Length {}>>stream\n", packed.len());
        [head.as_bytes(), &packed, b"\nendstream endobj\n"].concat()
    };
    let mut file =
        b"%PDF-1.5\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 10 0 R/Resources 5 0 R>> endobj\n\
        4 0 obj <</Type/Font/Subtype/Type0/Encoding/UniGB-UCS2-H/DescendantFonts[]>> endobj\n\
        5 0 obj <</Font<</F1 4 0 R>>/XObject<</X11 11 0 R/X12 12 0 R>>>> endobj\n10 0 obj "
            .to_vec();
    file.extend(stream("", content));
    for (number, form) in (11..).zip(objects) {
        file.extend(format!("{number} 0 obj ").bytes());
        file.extend(stream("/Subtype/Form/Resources 5 0 R", form));
    }
    file.extend(b"trailer <</Root 1 0 R>>");
    file
}

#[test]
fn a_pdf_that_asks_for_too_much_work_is_not_read() {
    let words = "BT /F1 9 Tf 72 700 Td <4e004e8c> Tj ET ";
    let text = |bytes: Vec<u8>| read(&bytes, None).map(|content| content.text);
    assert_eq!(text(page(words, &[])).as_deref(), Ok("一二\n"));
    // A form within itself is drawn once.
    assert_eq!(text(page("/X11 Do", &[format!("{words}/X11 Do /X11 Do")])).as_deref(), Ok("一二\n"));
    let forms = [format!("/X12 Do {words}").repeat(1000), words.repeat(1000)];
    let length = "1 0 obj <</Length 9>>stream\nabc\n".repeat(200_000);
    for bytes in [
        page("/X11 Do", &forms),
        page(&words.repeat(400_000), &[]),
        page(&format!("BT /F1 9 Tf <{}> Tj", "4e00".repeat(2_000_000)), &[]),
        page(&format!("BI ID EI {}", "EI ( ".repeat(200_000)), &[]),
        [page(words, &[]), length.into_bytes()].concat(),
    ] {
        assert_eq!(refused(&bytes), FileError::TooMuchPacked);
    }
}

#[test]
fn more_than_any_report_holds_is_not_read() {
    let picture = "<w:pict><v:imagedata/></w:pict>";
    let head = "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>";
    let row =
        |row: u32| (0..1000).map(|cell| format!("<c><v>{}</v></c>", row * 7919 + cell * 104_729)).collect::<String>();
    let rows: String = (0..250).map(|number| format!("<row>{}</row>", row(number))).collect();
    let book = package(&[
        ("xl/workbook.xml", br#"<workbook><sheets><sheet r:id="a"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<R><R Id="a" Target="s.xml"/></R>"#),
        ("xl/s.xml", rows.as_bytes()),
    ]);
    for bytes in [
        format!("{head}<w:body><w:p>{}</w:p></w:body>", picture.repeat(600_000)).into_bytes(),
        format!("<html>{}", "<br>".repeat(2_000_000)).into_bytes(),
        format!(r"{{\rtf1 {}}}", r"{\pict}".repeat(1_000_000)).into_bytes(),
        "1,1,1,1,1\n".repeat(200_000).into_bytes(),
        book,
    ] {
        assert_eq!(refused(&bytes), FileError::TooLong);
    }
}

#[test]
fn entities_do_not_swell() {
    let lies: String = (1..20).map(|n| format!("<!ENTITY l{n} \"&l{0};&l{0};&l{0};&l{0};\">", n - 1)).collect();
    let xml = format!(
        "<!DOCTYPE d [<!ENTITY l0 \"笑\">{lies}]><w:document><w:body><w:p><w:r><w:t>一&l19;二&amp;&#19977;</w:t></w:r></w:p></w:body></w:document>"
    );
    let content = read(&package(&[("word/document.xml", xml.as_bytes())]), None);
    assert_eq!(content.map(|content| content.text).as_deref(), Ok("一二&三\n"));
}

#[test]
fn depth_and_breadth_are_limited() {
    let deep = "<w:tbl><w:tr><w:tc>".repeat(40_000);
    let content = read(&document(&format!("{deep}<w:p><w:r><w:t>底</w:t></w:r></w:p>")), None);
    assert_eq!(content.map(|content| content.text.trim().to_string()).as_deref(), Ok("底"));
    let nested = format!("{}底", "<table><tr><td>".repeat(100_000));
    assert!(read(format!("<html>{nested}").as_bytes(), None).is_ok());
    let wide = "<table><tr><td rowspan=65535 colspan=65535>甲<td rowspan=9999 colspan=9999>乙".to_string()
        + &"<tr><td>丙".repeat(20_000);
    assert!(read(wide.as_bytes(), None).is_ok());
    let far = r#"<worksheet><sheetData><c r="A1"><v>1</v></c><c r="XFD1048576"><v>2</v></c></sheetData></worksheet>"#;
    let workbook = r#"<workbook><sheets><sheet r:id="a"/></sheets></workbook>"#;
    let relations = r#"<R><R Id="a" Target="s.xml"/></R>"#;
    let book = package(&[
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/s.xml", far.as_bytes()),
    ]);
    assert!(read(&book, None).is_ok_and(|content| content.text.len() < 10_000));
}

#[test]
fn a_scan_is_told_and_never_a_pass() {
    let scan = b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>> endobj\n\
        4 0 obj <</Length 24>>stream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream endobj\n\
        5 0 obj <</Subtype/Image/Width 1/Height 1/Length 1>>stream\nx\nendstream endobj\ntrailer <</Root 1 0 R>>";
    assert_eq!(refused(scan), FileError::NoWords(Kind::Pdf));
    assert!(FileError::NoWords(Kind::Pdf).to_string().contains("扫描"));
}

#[test]
fn what_is_no_document_is_named() {
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0\0"), FileError::OtherKind("图片"));
    assert_eq!(refused(&package(&[("ppt/presentation.xml", b"")])), FileError::OtherKind("演示文稿"));
    assert_eq!(refused(&package(&[("a.txt", b"x")])), FileError::OtherKind("压缩包"));
    assert_eq!(refused(b"\0\x01\x02\x03"), FileError::Unknown);
    assert_eq!(refused(&document("")), FileError::NoWords(Kind::Docx));
}
