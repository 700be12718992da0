//! Corrected copies: what was asked for is changed and nothing else, in every kind that is written.

#[path = "../examples/mutate/damage.rs"]
mod damage;
#[path = "../examples/write_back/made.rs"]
mod made;
#[path = "../examples/write_back/trials.rs"]
mod trials;

use std::io::{Cursor, Read, Write};

use gouji_files::source_map::Source;
use gouji_files::write::{Author, Change, Comment, Note, Options, Reason, Written, annotate, can_write, write};
use gouji_files::{Kind, read, read_with_map};
use trials::{Dice, Tally, try_file};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn fixtures() -> Vec<(String, Vec<u8>)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/files");
    let entries = std::fs::read_dir(folder).expect("the fixtures are there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.display().to_string(), std::fs::read(&path).expect("a fixture"))).collect()
}

fn tracked() -> Options {
    let author = Author { name: "勾稽 <核>".to_string(), date: "2024-01-31T09:00:00Z".to_string() };
    Options { tracked: Some(author), ..Options::default() }
}

/// Writes with other words in place of each of those, which the text has once.
#[track_caller]
fn changed(bytes: &[u8], changes: &[(&str, &str)], options: &Options) -> Written {
    let text = read(bytes, None).expect("it is read").text;
    let change = |(old, new): &(&str, &str)| {
        let start = text.find(old).unwrap_or_else(|| panic!("{old} in {text}"));
        Change { start, end: start + old.len(), text: new.to_string() }
    };
    let changes: Vec<Change> = changes.iter().map(change).collect();
    write(bytes, &changes, options).expect("it is written")
}

fn text(bytes: &[u8]) -> String {
    read(bytes, None).expect("the copy is read").text
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut content = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut content).expect("text");
    content
}

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(content.as_bytes()).expect("its content");
    }
    writer.finish().expect("a package").into_inner()
}

fn document(body: &str) -> Vec<u8> {
    package(&[("word/document.xml", &format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"))])
}

fn workbook(rows: &str) -> Vec<u8> {
    let styles = "<styleSheet><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"1\" applyNumberFormat=\"1\"><alignment/></xf><xf numFmtId=\"10\"/></cellXfs></styleSheet>";
    package(&[
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"甲\" r:id=\"a\"/></sheets><extLst/></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<R><R Id=\"a\" Target=\"worksheets/sheet1.xml\"/></R>"),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>收件</t></si><si><r><rPr><b/></rPr><t>合</t></r><r><t>计12件</t></r></si></sst>",
        ),
        ("xl/styles.xml", styles),
    ])
}

#[test]
fn reading_with_the_way_back_gives_the_same_text() {
    for (name, bytes) in fixtures() {
        let (Ok(plain), Ok((content, map))) = (read(&bytes, None), read_with_map(&bytes, None)) else { continue };
        assert_eq!(plain, content, "{name}");
        let mut end = 0;
        for segment in map.segments() {
            assert!(segment.range().start >= end && segment.range().end <= content.text.len(), "{name}");
            end = segment.range().end;
            assert!(map.source(*segment).is_some());
        }
        assert_eq!(map.segments().is_empty(), !can_write(content.kind), "{name}");
        if content.kind == Kind::Html {
            let all =
                map.segments().iter().filter(|segment| !matches!(map.source(**segment), Some(Source::Gap { .. })));
            assert!(all.count() > 100, "{name}");
        }
    }
}

#[test]
fn twenty_numbers_of_every_fixture_are_changed_and_no_other() {
    let mut tally = Tally::default();
    for (name, bytes) in fixtures() {
        let Ok(content) = read(&bytes, None) else { continue };
        if can_write(content.kind) {
            try_file(&name, &bytes, &Options::default(), &mut Dice(11), &mut tally);
        }
        if content.kind == Kind::Docx {
            try_file(&name, &bytes, &tracked(), &mut Dice(12), &mut tally);
        }
    }
    assert_eq!(tally.wrong, Vec::<String>::new());
    assert!(tally.files >= 12 && tally.refused == 0 && tally.done == tally.files * 20, "{tally:?}");
}

#[test]
fn split_runs_revisions_and_formulas_made_by_chance_are_changed_as_asked() {
    let mut tally = Tally::default();
    for seed in 0..12 {
        let document = made::document(seed);
        try_file("docx", &document, &Options::default(), &mut Dice(seed), &mut tally);
        try_file("docx, tracked", &document, &tracked(), &mut Dice(seed), &mut tally);
        assert_eq!(tally.refused, 0);
    }
    for seed in 0..12 {
        try_file("xlsx", &made::workbook(seed), &Options::default(), &mut Dice(seed), &mut tally);
    }
    assert_eq!(tally.wrong, Vec::<String>::new());
    assert!(tally.done > 500, "{tally:?}");
}

#[test]
fn tracked_changes_strike_out_the_whole_number_and_have_ids_of_their_own() {
    let run = |look: &str, words: &str| format!("<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r>");
    let body = format!(
        "<w:p><w:ins w:id=\"7\" w:author=\"甲\">{}</w:ins>{}</w:p>",
        run("<w:b/>", "共145件，"),
        run("<w:i/><w:rPrChange w:id=\"8\"><w:rPr/></w:rPrChange>", "办结9件")
    );
    let written = changed(&document(&body), &[("145", "154"), ("9件", "10件")], &tracked());
    let xml = part(&written.bytes, "word/document.xml");
    assert_eq!(text(&written.bytes), "共154件，办结10件\n");
    assert!(xml.contains("<w:delText xml:space=\"preserve\">145</w:delText>"), "{xml}");
    assert!(xml.contains("<w:i/></w:rPr><w:delText xml:space=\"preserve\">9件</w:delText>"), "{xml}");
    assert!(xml.contains("w:author=\"勾稽 &lt;核&gt;\"") && !xml.contains("<w:ins w:id=\"7\" w:author=\"甲\"><w:ins"));
    let mut ids: Vec<&str> = xml.split("w:id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((ids.len(), count), (count, 6));
}

#[test]
fn empty_cells_are_filled_in_every_kind() {
    let cell = |inner: &str| format!("<w:tc><w:p>{inner}</w:p></w:tc>");
    let run = |words: &str| cell(&format!("<w:r><w:t>{words}</w:t></w:r>"));
    let empty = ["<w:tc><w:p/></w:tc>".to_string(), cell("<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>")].concat();
    let docx = document(&format!("<w:tbl><w:tr>{}{empty}{}</w:tr></w:tbl>", run("甲"), run("9")));
    let xlsx =
        workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"1\"/><c r=\"D1\"><v>9</v></c></row>");
    let html = "<table><tr><td>甲</td><td></td><td>&nbsp;</td><td>9</td></tr></table>".as_bytes().to_vec();
    let csv = "子,丑,寅,卯\n甲,,\"\",9\n乙,1,2,3\n".as_bytes().to_vec();
    for (bytes, options) in [
        (&docx, Options::default()),
        (&docx, tracked()),
        (&xlsx, Options::default()),
        (&html, Options::default()),
        (&csv, Options::default()),
    ] {
        let before = text(bytes);
        let at = before.find("\t\t\t9").unwrap_or_else(|| panic!("empty cells in {before}")) + 1;
        let change = |at: usize, words: &str| Change { start: at, end: at, text: words.to_string() };
        let written = write(bytes, &[change(at, "17"), change(at + 1, "8")], &options).expect("it is written");
        assert_eq!(written.refused, [], "{before}");
        assert_eq!(text(&written.bytes), before.replace("\t\t\t9", "\t17\t8\t9"));
    }
}

#[test]
fn formulas_are_kept_and_calculated_anew() {
    let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"C1\"><f>SUM(A1:B1)</f><v>3</v></c><c r=\"D1\"><f>C1*10</f><v>30</v></c><c r=\"E1\"><f>IF(A1>0,A1,0)</f><v>1</v></c><c r=\"F1\"><f>B1</f><v>2</v></c></row>";
    let bytes = workbook(rows);
    let before = text(&bytes);
    assert_eq!(before, "1\t2\t3\t30\t1\t2\n\n");
    let asked =
        [Change { start: 0, end: 1, text: "5".to_string() }, Change { start: 4, end: 5, text: "9".to_string() }];
    let written = write(&bytes, &asked, &Options::default()).expect("it is written");
    assert_eq!((written.done, written.refused[0].reason), (vec![0], Reason::Formula));
    assert_eq!(text(&written.bytes), "5\t2\t7\t70\t公式未计算\t2\n\n");
    assert_eq!(written.notes, [Note::FormulasCalculated(2), Note::FormulasCleared(1)]);
    assert_eq!(written.parts, ["xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
    let workbook = part(&written.bytes, "xl/workbook.xml");
    assert!(workbook.contains("<calcPr calcId=\"0\" fullCalcOnLoad=\"1\"/><extLst/>"), "{workbook}");
}

#[test]
fn numbers_are_shown_as_they_are_meant() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>20</v></c><c r=\"C1\" s=\"2\"><v>0.956</v></c><c r=\"D1\" t=\"s\"><v>0</v></c></row>";
    let bytes = workbook(rows);
    assert_eq!(text(&bytes), "合计12件\t20\t95.60%\t收件\n\n");
    let written = changed(&bytes, &[("20", "7.5"), ("95.60%", "96.10%"), ("12", "13")], &Options::default());
    assert_eq!(text(&written.bytes), "合计13件\t7.5\t96.10%\t收件\n\n");
    assert_eq!(written.notes, [Note::FormatsChanged(1)]);
    let sheet = part(&written.bytes, "xl/worksheets/sheet1.xml");
    assert!(
        sheet.contains("<c r=\"A1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>合</t></r><r><t>计13件</t></r></is></c>"),
        "{sheet}"
    );
    assert!(sheet.contains("<c r=\"B1\" s=\"3\"><v>7.5</v></c><c r=\"C1\" s=\"2\"><v>0.961</v></c>"), "{sheet}");
    let styles = part(&written.bytes, "xl/styles.xml");
    assert!(styles.contains("<xf numFmtId=\"0\" applyNumberFormat=\"1\"><alignment/></xf></cellXfs>"), "{styles}");
}

#[test]
fn a_page_stays_in_its_encoding() {
    let page = "<html><head><meta charset=gbk></head><body><p>收到申请12件，&#x529e;结&amp;公开</p></body></html>";
    let bytes = encoding_rs::GBK.encode(page).0.into_owned();
    let written = changed(&bytes, &[("12件", "15件𠀀<"), ("办结&", "都办结")], &Options::default());
    let expected = page.replace("12件", "15件&#131072;&lt;").replace("&#x529e;结&amp;", "都办结");
    assert_eq!(written.refused, []);
    assert_eq!(encoding_rs::GBK.decode(&written.bytes).0, expected);
}

#[test]
fn marks_and_ends_of_lines_of_a_text_are_kept() {
    let bytes = "\u{feff}一、总体情况\r\n收到3件。\r\n".as_bytes();
    let written = changed(bytes, &[("3件。", "4件。\n另有1件。")], &Options::default());
    assert_eq!(written.bytes, "\u{feff}一、总体情况\r\n收到4件。\r\n另有1件。\r\n".as_bytes());
    let big5 = encoding_rs::BIG5.encode("公開12件，本年度辦理").0.into_owned();
    let options = Options { encoding: Some("big5".to_string()), ..Options::default() };
    let change = |words: &str| [Change { start: 6, end: 8, text: words.to_string() }];
    let refused = write(&big5, &change("办"), &options).expect("it is written");
    assert_eq!((refused.refused[0].reason, refused.bytes), (Reason::Character('办'), big5.clone()));
    let written = write(&big5, &change("辦8"), &options).expect("it is written");
    assert_eq!(encoding_rs::BIG5.decode(&written.bytes).0, "公開辦8件，本年度辦理");
}

#[test]
fn fields_get_quotes_where_they_need_them() {
    let csv = "项目,数,备注\n甲, 1 ,\"a\"\"b\"\n乙,2,\"丙,丁\"\n戊,3,己\n";
    let written = changed(csv.as_bytes(), &[("1", "1,024"), ("丙,丁", "丙\"丁"), ("己", "庚")], &Options::default());
    let expected = "项目,数,备注\n甲, \"1,024\" ,\"a\"\"b\"\n乙,2,\"丙\"\"丁\"\n戊,3,庚\n";
    // A quote after a blank opens nothing.
    assert_eq!(written.refused.iter().map(|refusal| refusal.reason).collect::<Vec<_>>(), [Reason::ReadsOtherwise]);
    assert_eq!(String::from_utf8_lossy(&written.bytes), expected.replace(" \"1,024\" ", " 1 "));
}

#[test]
fn what_is_not_in_the_file_is_refused_and_the_rest_is_done() {
    let name = "town.numbered.docx";
    let (_, bytes) = fixtures().into_iter().find(|(path, _)| path.ends_with(name)).expect("the fixture");
    let written = changed(&bytes, &[("一、", "二、")], &Options::default());
    assert_eq!(written.refused.iter().map(|refusal| refusal.reason).collect::<Vec<_>>(), [Reason::NotInFile]);
    assert_eq!(written.bytes, bytes);
    let plain = "收到3件。".as_bytes();
    let change = |start, end| Change { start, end, text: "x".to_string() };
    let written =
        write(plain, &[change(0, 6), change(1, 2), change(3, 7), change(90, 99), change(6, 7)], &Options::default());
    let written = written.expect("it is written");
    assert_eq!(written.done, [0, 4]);
    let reasons: Vec<Reason> = written.refused.iter().map(|refusal| refusal.reason).collect();
    assert_eq!(reasons, [Reason::NoPlace, Reason::Overlaps, Reason::NoPlace]);
    assert_eq!(written.bytes, "xx件。".as_bytes());
    let lines = document("<w:p><w:r><w:t>前</w:t></w:r></w:p><w:p><w:r><w:t>后</w:t></w:r></w:p>");
    for (old, new) in [("前\n后", "中"), ("前", "前\n中")] {
        let written = changed(&lines, &[(old, new)], &Options::default());
        assert_eq!((written.done.len(), written.bytes), (0, lines.clone()));
    }
}

#[test]
fn a_box_says_the_same_to_every_program() {
    let inside = "<w:txbxContent><w:p><w:r><w:t>收到12件</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice>{inside}</mc:Choice><mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>框外</w:t></w:r></w:p>"
    );
    for options in [Options::default(), tracked()] {
        let written = changed(&document(&body), &[("12", "34")], &options);
        assert_eq!(text(&written.bytes), "收到34件\n框外\n");
        let xml = part(&written.bytes, "word/document.xml");
        assert_eq!(xml.matches("34").count(), 2, "{xml}");
    }
}

#[test]
fn signed_and_protected_documents_are_told_of() {
    let bytes = package(&[
        ("word/document.xml", "<w:document><w:body><w:p><w:r><w:t>12件</w:t></w:r></w:p></w:body></w:document>"),
        (
            "word/settings.xml",
            "<w:settings><w:documentProtection w:edit=\"readOnly\" w:enforcement=\"1\"/></w:settings>",
        ),
        ("_xmlsignatures/sig1.xml", "<Signature/>"),
    ]);
    let written = changed(&bytes, &[("12", "13")], &Options::default());
    assert_eq!(written.notes, [Note::SignatureBreaks, Note::Protected]);
    let pdf = fixtures().into_iter().find(|(name, _)| name.ends_with(".pdf")).expect("a PDF");
    let refused = write(&pdf.1, &[], &Options::default()).expect_err("a PDF is not written");
    assert!(refused.to_string().contains("PDF"), "{refused}");
}

fn comment(text: &str, about: &str, words: &str) -> Comment {
    let start = text.find(about).unwrap_or_else(|| panic!("{about} in {text}"));
    Comment { start, end: start + about.len(), text: words.to_string() }
}

#[test]
fn comments_stand_at_their_words_in_every_document() {
    let author = tracked().tracked.expect("an author");
    for (name, bytes) in fixtures() {
        let Ok(content) = read(&bytes, None) else { continue };
        let mut dice = Dice(5);
        let mut comments: Vec<Comment> = trials::changes(&content.text, 12, &mut dice)
            .into_iter()
            .map(|change| Comment {
                start: change.start, end: change.end, text: "合计不符 <核>\n请改。".to_string()
            })
            .collect();
        comments.push(Comment { start: 0, end: content.text.len(), text: "全文".to_string() });
        let annotated = annotate(&bytes, &comments, &author, None).unwrap_or_else(|error| panic!("{name}: {error}"));
        let copy = read(&annotated.bytes, None).expect("the copy is read");
        assert_eq!(annotated.kind, if content.kind == Kind::Xlsx { Kind::Xlsx } else { Kind::Docx }, "{name}");
        if annotated.kind == content.kind {
            assert_eq!(copy.text, content.text, "{name}");
        } else {
            assert_eq!(annotated.notes, [Note::MadeFrom(content.kind)]);
            let words = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(words(&copy.text), words(&content.text), "{name}");
        }
        if annotated.kind == Kind::Docx {
            let (list, xml) =
                (part(&annotated.bytes, "word/comments1.xml"), part(&annotated.bytes, "word/document.xml"));
            for kind in ["commentRangeStart ", "commentRangeEnd ", "commentReference "] {
                assert_eq!(xml.matches(kind).count(), comments.len(), "{name} {kind}");
            }
            assert_eq!(list.matches("<w:comment ").count(), comments.len());
        }
    }
}

#[test]
fn a_comment_parts_a_run_at_its_words_and_is_added_to_those_that_are_there() {
    let author = tracked().tracked.expect("an author");
    let body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>共收到12件，办结3件</w:t></w:r></w:p><w:p/>";
    let text = "共收到12件，办结3件\n\n";
    let all = [
        comment(text, "12件", "一"),
        comment(text, "件，", "二"),
        Comment { start: text.len() - 1, end: text.len() - 1, text: "空".to_string() },
    ];
    let once = annotate(&document(body), &all, &author, None).expect("comments are put in");
    let xml = part(&once.bytes, "word/document.xml");
    assert!(xml.contains("共收到</w:t></w:r><w:commentRangeStart w:id=\"1\"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">12</w:t>"), "{xml}");
    assert!(xml.contains("<w:p><w:commentRangeStart w:id=\"3\"/>"), "{xml}");
    let twice = annotate(&once.bytes, &all[..1], &author, None).expect("one more comment");
    let list = part(&twice.bytes, "word/comments1.xml");
    let mut ids: Vec<&str> =
        list.split("<w:comment w:id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    ids.dedup();
    assert_eq!(ids, ["1", "2", "3", "4"]);
    assert!(part(&once.bytes, "word/_rels/document.xml.rels").contains("Target=\"/word/comments1.xml\""));
}

#[test]
fn a_cell_has_one_comment_with_all_that_is_said_of_it() {
    let author = tracked().tracked.expect("an author");
    let bytes = workbook(
        "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\"><v>12</v></c><c r=\"D2\"><v>13</v></c></row>",
    );
    let text = read(&bytes, None).expect("it is read").text;
    let all = [comment(&text, "12", "一"), comment(&text, "13", "二"), comment(&text, "12", "三")];
    let once = annotate(&bytes, &all, &author, None).expect("comments are put in");
    let list = part(&once.bytes, "xl/comments1.xml");
    assert!(
        list.contains("<comment ref=\"C2\" authorId=\"0\"><text><r><t xml:space=\"preserve\">一\n三</t>"),
        "{list}"
    );
    let sheet = part(&once.bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("</sheetData><legacyDrawing ") && sheet.ends_with("/></worksheet>"), "{sheet}");
    assert_eq!(part(&once.bytes, "xl/drawings/vmlDrawing1.vml").matches("<v:shape ").count(), 2);
    let twice = annotate(&once.bytes, &all[..1], &author, None).expect("one more comment");
    let list = part(&twice.bytes, "xl/comments1.xml");
    assert_eq!((list.matches("<comment ").count(), list.matches("一").count()), (2, 2));
    assert_eq!(part(&twice.bytes, "xl/worksheets/sheet1.xml").matches("legacyDrawing").count(), 1);
}

#[test]
fn damaged_files_are_written_or_refused() {
    let author = tracked().tracked.expect("an author");
    let mut starts: Vec<Vec<u8>> = fixtures().into_iter().map(|(_, bytes)| bytes).collect();
    starts.retain(|bytes| bytes.len() < 60_000 && read(bytes, None).is_ok_and(|content| can_write(content.kind)));
    starts.extend((0..3).flat_map(|seed| [made::document(seed), made::workbook(seed)]));
    let tries = std::env::var("GOUJI_TRIES").ok().and_then(|tries| tries.parse().ok()).unwrap_or(60);
    let mut written = 0;
    for number in 0..tries {
        let mut dice = damage::Dice::new(number);
        let (start, other) = (dice.below(starts.len()), dice.below(starts.len()));
        let damaged = damage::damage(&starts[start], &starts[other], &mut dice);
        let Ok(content) = read(&damaged, None) else { continue };
        let changes = trials::changes(&content.text, 5, &mut Dice(number));
        let comment = |change: &Change| Comment { start: change.start, end: change.end, text: "改".to_string() };
        let comments: Vec<Comment> = changes.iter().map(comment).collect();
        for options in [Options::default(), tracked()] {
            written += write(&damaged, &changes, &options).map_or(0, |written| written.done.len());
        }
        let _ = annotate(&damaged, &comments, &author, None);
    }
    assert!(written > 60, "the damage is so great that nothing is tried");
}

/// What the schema of Word documents asks of the elements that are added: their order, their content, and numbers of their own.
#[track_caller]
fn is_in_order(name: &str, xml: &str) {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    // For each open element its name and how many children it has had.
    let mut open: Vec<(String, usize)> = Vec::new();
    let (mut revisions, mut started, mut ended) = (Vec::new(), Vec::new(), Vec::new());
    loop {
        let (element, is_empty) = match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
            Event::Start(element) => (element, false),
            Event::Empty(element) => (element, true),
            Event::End(_) => {
                open.pop();
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        let tag = element.name().as_ref().to_string();
        let id = element.try_get_attribute("w:id").expect("attributes").map(|id| id.value.to_string());
        let parent = open.last_mut().map(|(parent, children)| {
            *children += 1;
            (parent.clone(), *children)
        });
        let (parent, number) = parent.unwrap_or_default();
        if matches!(tag.as_str(), "w:pPr" | "w:rPr" | "w:tcPr" | "w:trPr" | "w:tblPr")
            && !matches!(parent.as_str(), "w:pPr" | "w:rPrChange")
        {
            assert!(
                number == 1 || parent == "w:tr" || tag == "w:rPr" && parent == "w:pPr",
                "{name}: {tag} is child {number} of {parent}"
            );
        }
        let within = |wanted: &str| open.iter().any(|(tag, _)| tag == wanted);
        match tag.as_str() {
            "w:t" => assert!(parent == "w:r" && !within("w:del"), "{name}: w:t in {parent}"),
            "w:delText" => assert!(parent == "w:r" && within("w:del"), "{name}: w:delText in {parent}"),
            "w:commentReference" => {
                assert!(parent == "w:r" && id.as_ref().is_some_and(|id| ended.contains(id)), "{name}: {tag}");
            }
            "w:ins" | "w:del" if parent != "w:rPr" && parent != "w:trPr" => revisions.extend(id.clone()),
            "w:commentRangeStart" => started.extend(id.clone()),
            "w:commentRangeEnd" => {
                assert!(id.as_ref().is_some_and(|id| started.contains(id)), "{name}: a comment ends before it begins");
                ended.extend(id.clone());
            }
            _ => {}
        }
        if !is_empty {
            open.push((tag, 0));
        }
    }
    for ids in [&revisions, &started, &ended] {
        let mut once = ids.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "{name}: numbers that are used twice");
    }
}

#[test]
fn corrected_and_annotated_documents_keep_the_order_of_the_schema() {
    let author = tracked().tracked.expect("an author");
    let mut tried = 0;
    for (name, bytes) in fixtures() {
        let Ok(content) = read(&bytes, None) else { continue };
        let changes = trials::changes(&content.text, 20, &mut Dice(11));
        if content.kind == Kind::Docx {
            let written = write(&bytes, &changes, &tracked()).expect("it is written");
            is_in_order(&name, &part(&written.bytes, "word/document.xml"));
        }
        let comments: Vec<Comment> = changes
            .iter()
            .map(|change| Comment { start: change.start, end: change.end, text: "请核对。".to_string() })
            .collect();
        let annotated = annotate(&bytes, &comments, &author, None).expect("it is annotated");
        if annotated.kind == Kind::Docx {
            is_in_order(&name, &part(&annotated.bytes, "word/document.xml"));
            tried += 1;
        }
    }
    assert!(tried > 10, "{tried}");
}
