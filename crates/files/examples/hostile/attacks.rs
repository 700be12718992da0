//! Files of every kind that ask for much more than they hold, and honest ones of the largest size.

use std::io::{Cursor, Write};

use zip::CompressionMethod::{self, Deflated, Stored};
use zip::write::SimpleFileOptions;

/// What becomes of a file.
#[derive(Clone, Copy)]
pub enum Expected {
    /// Its words are read.
    Read,
    /// It is refused with this code.
    Refused(&'static str),
    /// Either, as long as it takes neither time nor memory.
    Any,
}

use Expected::{Any, Read, Refused};

impl Expected {
    pub fn allows(self, result: &str) -> bool {
        match self {
            Read => result.starts_with("read"),
            Refused(code) => result == format!("refused({code})"),
            Any => result.starts_with("read") || result.starts_with("refused"),
        }
    }
}

pub struct Attack {
    pub name: &'static str,
    pub expected: Expected,
    pub make: Box<dyn Fn() -> Vec<u8>>,
}

pub fn attack(name: &'static str, expected: Expected, make: impl Fn() -> Vec<u8> + 'static) -> Attack {
    Attack { name, expected, make: Box::new(make) }
}

pub fn all() -> Vec<Attack> {
    [crate::pdf::all(), packages(), documents(), workbooks(), pages(), binary(), rich_text(), web(), mail(), text()]
        .into_iter()
        .flatten()
        .collect()
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    packed(parts, Deflated)
}

/// Not packed, so that it is the words and not their packing that is looked at.
fn stored(parts: &[(&str, &[u8])]) -> Vec<u8> {
    packed(parts, Stored)
}

fn packed(parts: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = SimpleFileOptions::default().compression_method(method);
        writer.start_file(*name, options).expect("a part begins");
        writer.write_all(content).expect("a part is written");
    }
    writer.finish().expect("the package is written").into_inner()
}

fn body(body: &str) -> String {
    format!("<w:document><w:body>{body}</w:body></w:document>")
}

fn document(content: &str) -> Vec<u8> {
    stored(&[("word/document.xml", body(content).as_bytes())])
}

const WORD_XML: &str = "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>";

fn word_xml(content: &str) -> Vec<u8> {
    format!("{WORD_XML}<w:wordDocument>{}</w:wordDocument>", body(content)).into_bytes()
}

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// Digits that look drawn by chance, so that no packer gets far.
fn noise(length: usize) -> String {
    let mut state = 1_u64;
    let mut digit = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'!' + 11 + (state >> 40) as u8 % 70)
    };
    (0..length).map(|_| digit()).filter(|c| !"<>&\\{}".contains(*c)).collect()
}

/// Two bytes of UTF-16 take three of UTF-8: so much prose is a little over two megabytes.
fn prose() -> String {
    "今年，本机关主动公开政府信息三十六条，收到申请二件，均已按期答复。\n".repeat(20_000)
}

fn packages() -> Vec<Attack> {
    let swollen = Refused("too-much-packed");
    vec![
        attack("zip: one part of a gigabyte", swollen, || package(&[("word/document.xml", &vec![b' '; 1 << 30])])),
        attack("zip: 5 000 parts", swollen, || {
            let names: Vec<String> = (0..5000).map(|number| format!("word/{number}")).collect();
            package(&names.iter().map(|name| (name.as_str(), &b""[..])).collect::<Vec<_>>())
        }),
        attack("zip: 60 packed pages of 20 MB", Refused("too-long"), || {
            let page = format!("<html><p>{}", noise(16 * 1024).repeat(1280));
            let names: Vec<String> = (0..60).map(|number| format!("word/{number}.html")).collect();
            let chunks: String = (0..60).map(|number| format!("<w:altChunk r:id=\"{number}\"/>")).collect();
            let relations =
                (0..60).map(|number| format!("<R Id=\"{number}\" Type=\"x/aFChunk\" Target=\"{number}.html\"/>"));
            let (xml, relations) = (body(&chunks), format!("<R>{}</R>", relations.collect::<String>()));
            let mut parts =
                vec![("word/document.xml", xml.as_bytes()), ("word/_rels/document.xml.rels", relations.as_bytes())];
            parts.extend(names.iter().map(|name| (name.as_str(), page.as_bytes())));
            package(&parts)
        }),
        attack("zip: one packed page 64 times", Any, || {
            let page = format!("<html><p>{}", noise(1 << 20));
            let chunks: String = (0..64).map(|number| format!("<w:altChunk r:id=\"{number}\"/>")).collect();
            let relations = (0..64).map(|number| format!("<R Id=\"{number}\" Type=\"x/aFChunk\" Target=\"0.html\"/>"));
            let (xml, relations) = (body(&chunks), format!("<R>{}</R>", relations.collect::<String>()));
            package(&[
                ("word/document.xml", xml.as_bytes()),
                ("word/_rels/document.xml.rels", relations.as_bytes()),
                ("word/0.html", page.as_bytes()),
            ])
        }),
        attack("zip: a directory that points at one part", Any, || {
            let mut file = document(&paragraph(&noise(20 << 20)));
            // The same entry once more, many times over.
            let at = file.windows(4).rposition(|window| window == b"PK\x01\x02").expect("an entry");
            let end = file.windows(4).rposition(|window| window == b"PK\x05\x06").expect("an end");
            let entry = file[at..end].to_vec();
            let mut tail = file.split_off(end);
            (0..3000).for_each(|_| file.extend(&entry));
            let count = 3001_u16.to_le_bytes();
            tail[8..10].copy_from_slice(&count);
            tail[10..12].copy_from_slice(&count);
            tail[12..16].copy_from_slice(&(3001 * entry.len() as u32).to_le_bytes());
            file.extend(tail);
            file
        }),
    ]
}

fn numbered(text: &str, levels: &str) -> String {
    format!(
        "<w:numbering><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"{levels}\"/>\
        <w:lvlText w:val=\"{text}\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"
    )
}

const NUMBERED: &str =
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>";

fn documents() -> Vec<Attack> {
    let long = Refused("too-long");
    let cell = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>";
    vec![
        attack("docx: a number of 100 000 levels, 40 000 times", Any, || {
            let xml = body(&NUMBERED.repeat(40_000));
            let numbering = numbered(&"%1".repeat(100_000), "decimal");
            package(&[("word/document.xml", xml.as_bytes()), ("word/numbering.xml", numbering.as_bytes())])
        }),
        attack("docx: a number of 1 MB, 40 000 times", Any, || {
            let (xml, numbering) = (body(&NUMBERED.repeat(40_000)), numbered(&noise(1 << 20), "decimal"));
            package(&[("word/document.xml", xml.as_bytes()), ("word/numbering.xml", numbering.as_bytes())])
        }),
        attack("docx: styles in a ring", Read, || {
            let styles: String = (0..50_000)
                .map(|style| {
                    format!("<w:style w:styleId=\"{style}\"><w:basedOn w:val=\"{}\"/></w:style>", (style + 1) % 50_000)
                })
                .collect();
            let xml = body(&"<w:p><w:pPr><w:pStyle w:val=\"7\"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>".repeat(40_000));
            package(&[("word/document.xml", xml.as_bytes()), ("word/styles.xml", styles.as_bytes())])
        }),
        attack("docx: tables 400 000 deep", Read, || {
            document(&format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(400_000), paragraph("a")))
        }),
        attack("docx: boxes 400 000 deep", Read, || {
            document(&format!("{}{}", "<w:p><w:r><w:txbxContent>".repeat(300_000), paragraph("a")))
        }),
        attack("docx: fields 400 000 deep", Any, || {
            document(&format!(
                "<w:p>{}{}</w:p>",
                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>".repeat(300_000),
                paragraph("a")
            ))
        }),
        attack("docx: a table of 300 000 cells", Any, move || {
            document(&format!("<w:tbl>{}</w:tbl>", format!("<w:tr>{}</w:tr>", cell.repeat(10)).repeat(30_000)))
        }),
        attack("docx: one row of 300 000 cells", Any, move || {
            document(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell.repeat(300_000)))
        }),
        attack("docx: cells over 100 000 columns", Any, || {
            let wide = |span: usize| {
                format!(
                    "<w:tc><w:tcPr><w:gridSpan w:val=\"{span}\"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
                )
            };
            let rows: String =
                (0..20_000).map(|row| format!("<w:tr>{}{}</w:tr>", wide(row % 1000 + 1), wide(99_999))).collect();
            document(&format!("<w:tbl>{rows}</w:tbl>"))
        }),
        attack("docx: 600 000 pictures", long, || {
            document(&format!("<w:p>{}</w:p>", "<w:pict><v:imagedata/></w:pict>".repeat(600_000)))
        }),
        attack("docx: two million empty paragraphs", long, || document(&"<w:p></w:p>".repeat(2_000_000))),
        attack("docx: an element with 500 000 attributes", Any, || {
            let attributes: String = (0..500_000).map(|number| format!(" a{number}=\"1\"")).collect();
            document(&format!(
                "<w:p{attributes}></w:p>{}",
                format!("<w:p><w:pPr><w:pStyle{}/></w:pPr></w:p>", &attributes[..2_000_000]).repeat(4)
            ))
        }),
        attack("docx: entities in entities", Read, || {
            let lies: String = (1..30).map(|n| format!("<!ENTITY l{n} \"&l{0};&l{0};&l{0};&l{0};\">", n - 1)).collect();
            let xml = format!("<!DOCTYPE d [<!ENTITY l0 \"ha\">{lies}]>{}", body(&paragraph("a&l29;b")));
            package(&[("word/document.xml", xml.as_bytes())])
        }),
        attack("docx: a tag that never ends", Any, || document(&format!("<w:p><w:t a=\"{}", "x".repeat(20 << 20)))),
        attack("docx: two million tags that never close", Any, || document(&"<w:r><w:t>".repeat(2_000_000))),
        attack("docx: a million ampersands", Any, || document(&paragraph(&"&".repeat(4 << 20)))),
        attack("docx: changes in changes", Any, || {
            document(&format!("{}{}", "<w:del>".repeat(2_000_000), paragraph("a")))
        }),
        attack("docx: a million bars in one cell", Any, move || {
            document(&format!("<w:tbl><w:tr>{cell}<w:tc>{}</w:tc></w:tr></w:tbl>", paragraph(&"|".repeat(2 << 20))))
        }),
        attack("docx honest: two megabytes of prose", Read, || {
            document(&prose().lines().map(paragraph).collect::<String>())
        }),
        attack("docx honest: twenty megabytes of pictures", Read, || {
            let (xml, picture) = (body(&paragraph("a")), noise(20 << 20));
            package(&[("word/document.xml", xml.as_bytes()), ("word/media/image1.png", picture.as_bytes())])
        }),
        attack("word xml: a number of 1 MB, 40 000 times", Any, || {
            word_xml(&(numbered(&noise(1 << 20), "decimal") + &NUMBERED.repeat(40_000)))
        }),
        attack("word xml: a number shown of 1 MB, 4 000 times", Any, || {
            let shown = format!(
                "<w:p><w:pPr><w:listPr><wx:t wx:val=\"{}\"/></w:listPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
                noise(3000)
            );
            word_xml(&shown.repeat(4000))
        }),
        attack("word xml: tables 400 000 deep", Read, || {
            word_xml(&format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(400_000), paragraph("a")))
        }),
        attack("word xml: two million empty paragraphs", long, || word_xml(&"<w:p></w:p>".repeat(2_000_000))),
    ]
}

fn workbook(strings: &str, styles: &str, sheet: &str) -> Vec<u8> {
    stored(&[
        ("xl/workbook.xml", br#"<workbook><sheets><sheet r:id="a"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<R><R Id="a" Target="s.xml"/></R>"#),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/s.xml", format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>").as_bytes()),
    ])
}

fn workbooks() -> Vec<Attack> {
    let long = Refused("too-long");
    let book = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">";
    let sheet = move |rows: &str| format!("{book}<Worksheet><Table>{rows}</Table></Worksheet></Workbook>").into_bytes();
    vec![
        attack("xlsx: one string of 1 MB in 100 000 cells", long, || {
            workbook(
                &format!("<si><t>{}</t></si>", noise(1 << 20)),
                "",
                &format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(1000)).repeat(100),
            )
        }),
        attack("xlsx: four million strings", Any, || {
            workbook(&"<si><t>a</t></si>".repeat(1_300_000), "", "<row><c t=\"s\"><v>0</v></c></row>")
        }),
        attack("xlsx: a million cells", Any, || {
            workbook("", "", &format!("<row>{}</row>", "<c><v>1</v></c>".repeat(1000)).repeat(1000))
        }),
        attack("xlsx: cells far apart", Read, || {
            workbook("", "", "<c r=\"A1\"><v>1</v></c><c r=\"XFD1048576\"><v>2</v></c>")
        }),
        attack("xlsx: last columns of 20 000 rows", Any, || {
            let rows: String = (1..20_000)
                .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c><c r=\"AMI{row}\"><v>2</v></c></row>"))
                .collect();
            workbook("", "", &rows)
        }),
        attack("xlsx: 400 000 merged areas", Any, || {
            let merged: String = (1..400_000).map(|row| format!("<mergeCell ref=\"A{row}:XFD1048576\"/>")).collect();
            workbook(
                "",
                "",
                &format!("{}</sheetData>{merged}", "<row><c><v>1</v></c><c><v>2</v></c></row>".repeat(50_000)),
            )
        }),
        attack("xlsx: 400 000 hidden rows", Any, || {
            let rows: String =
                (1..400_000).map(|row| format!("<row r=\"{}\" hidden=\"1\"/>", (400_000 - row) * 2)).collect();
            workbook("", "", &(rows + "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"))
        }),
        attack("xlsx: 100 000 formats for 100 000 kinds", Any, || {
            let codes: String = (0..100_000)
                .map(|id| format!("<numFmt numFmtId=\"{id}\" formatCode=\"{}\"/>", "0".repeat(90)))
                .collect();
            let kinds = "<xf numFmtId=\"99999\"/>".repeat(100_000);
            workbook(
                "",
                &format!("{codes}<cellXfs>{kinds}</cellXfs>"),
                &"<row><c s=\"9\"><v>1</v></c></row>".repeat(9000),
            )
        }),
        attack("xlsx: 100 000 sheets", Any, || {
            let sheets: String = (0..100_000).map(|id| format!("<sheet r:id=\"{id}\"/>")).collect();
            let relations: String = (0..100_000).rev().map(|id| format!("<R Id=\"{id}\" Target=\"s.xml\"/>")).collect();
            package(&[
                ("xl/workbook.xml", format!("<workbook>{sheets}</workbook>").as_bytes()),
                ("xl/_rels/workbook.xml.rels", format!("<R>{relations}</R>").as_bytes()),
                ("xl/s.xml", b"<sheetData><row><c><v>1</v></c></row></sheetData>"),
            ])
        }),
        attack("xlsx: a hundred sheets of one large part", Any, || {
            let sheets: String = (0..64).map(|id| format!("<sheet r:id=\"{id}\"/>")).collect();
            let relations: String =
                (0..64).map(|id| format!("<R Id=\"{id}\" Target=\"{}s.xml\"/>", "./".repeat(id))).collect();
            package(&[
                ("xl/workbook.xml", format!("<workbook>{sheets}</workbook>").as_bytes()),
                ("xl/_rels/workbook.xml.rels", format!("<R>{relations}</R>").as_bytes()),
                (
                    "xl/s.xml",
                    format!("<sheetData>{}</sheetData>", "<row><c><v>1</v></c></row>".repeat(100_000)).as_bytes(),
                ),
            ])
        }),
        attack("xlsx: a cell with four million values", Any, || {
            workbook("", "", &format!("<row><c t=\"str\">{}</c></row>", "<v>1</v>".repeat(2_000_000)))
        }),
        attack("xls xml: cells merged over everything", Any, move || {
            sheet(&"<Row><Cell ss:MergeAcross=\"99999\" ss:MergeDown=\"99999\"><Data>1</Data></Cell><Cell><Data>2</Data></Cell></Row>".repeat(40_000))
        }),
        attack("xls xml: 200 000 sheets", Any, move || {
            format!(
                "{book}{}</Workbook>",
                "<Worksheet><Table><Row><Cell><Data>1</Data></Cell></Row></Table></Worksheet>".repeat(200_000)
            )
            .into_bytes()
        }),
        attack("xls xml: a million cells", Any, move || {
            sheet(&format!("<Row>{}</Row>", "<Cell><Data>1</Data></Cell>".repeat(100)).repeat(8000))
        }),
        attack("xls xml: 600 000 hidden columns", Any, move || {
            let columns: String =
                (0..300_000).map(|at| format!("<Column ss:Index=\"{}\" ss:Hidden=\"1\"/>", 900_000 - at * 3)).collect();
            sheet(&(columns + "<Row><Cell><Data>1</Data></Cell></Row>"))
        }),
    ]
}

fn ofd(page: &str, count: usize, template: &str) -> Vec<u8> {
    let pages: String = (0..count).map(|id| format!("<ofd:Page ID=\"{id}\" BaseLoc=\"p.xml\"/>")).collect();
    let root = "<ofd:OFD><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>";
    let document = format!(
        "<ofd:Document><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox><ofd:TemplatePage ID=\"T\" BaseLoc=\"t.xml\"/>{pages}</ofd:Document>"
    );
    stored(&[
        ("OFD.xml", root.as_bytes()),
        ("D.xml", document.as_bytes()),
        ("p.xml", page.as_bytes()),
        ("t.xml", template.as_bytes()),
    ])
}

fn pages() -> Vec<Attack> {
    let words = |settings: &str, words: &str| {
        format!(
            "<ofd:TextObject Boundary=\"9 9 99 9\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\" {settings}>{words}</ofd:TextCode></ofd:TextObject>"
        )
    };
    vec![
        attack("ofd: one step a billion times", Any, move || ofd(&words("DeltaX=\"g 999999999 1\"", "ab"), 1, "")),
        attack("ofd: many steps, many times", Any, move || {
            ofd(&words(&format!("DeltaX=\"{}\"", "g 999999999 1 ".repeat(9000)), &"ab".repeat(1000)).repeat(40), 1, "")
        }),
        attack("ofd: 400 pages of one large part", Any, move || ofd(&words("", "a").repeat(40_000), 400, "")),
        attack("ofd: 400 pages on one large template", Any, move || {
            let page =
                format!("<ofd:Page>{}{}</ofd:Page>", "<ofd:Template TemplateID=\"T\"/>".repeat(8), words("", "a"));
            ofd(&page, 400, &words("", &noise(200)).repeat(20_000))
        }),
        attack("ofd: four million characters", Refused("too-much-packed"), move || {
            ofd(&words("", &noise(4 << 20)), 1, "")
        }),
        attack("ofd: a path of two million lines", Any, move || {
            let path = format!(
                "<ofd:PathObject Boundary=\"0 0 9 9\"><ofd:AbbreviatedData>{}</ofd:AbbreviatedData></ofd:PathObject>",
                "M 0 0 L 9 0 L 0 9 ".repeat(600_000)
            );
            ofd(&(path + &words("", "a")), 1, "")
        }),
        attack("ofd: a million paths", Any, move || {
            let path = "<ofd:PathObject Boundary=\"0 0 9 9\"><ofd:AbbreviatedData>M 0 0 L 9 0</ofd:AbbreviatedData></ofd:PathObject>";
            ofd(&(path.repeat(200_000) + &words("", "a")), 1, "")
        }),
        attack("ofd: 100 000 pages", Any, move || ofd(&words("", "a"), 100_000, "")),
    ]
}

fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a compound file");
    for (name, content) in streams {
        file.create_stream(name).and_then(|mut stream| stream.write_all(content)).expect("a stream");
    }
    file.into_inner().into_inner()
}

/// A document of 97 whose text is read from one stretch of the file by so many pieces, with these lists.
fn doc(pieces: usize, words: &str, lists: &[u8], uses: &[u8], settings: &[u8]) -> Vec<u8> {
    let text: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let place = 2048_usize;
    let units = text.len() / 2;
    let mut main = vec![0_u8; place];
    let put =
        |main: &mut Vec<u8>, at: usize, number: usize| main[at..at + 4].copy_from_slice(&(number as u32).to_le_bytes());
    main[..4].copy_from_slice(&[0xec, 0xa5, 0xc1, 0]);
    put(&mut main, 0x4c, units * pieces);
    // A page of settings for all paragraphs.
    let mut page = vec![0_u8; 512];
    page[..4].copy_from_slice(&(place as u32).to_le_bytes());
    page[4..8].copy_from_slice(&(1_u32 << 30).to_le_bytes());
    page[8] = 20;
    page[40] = (settings.len() / 2 + 2) as u8;
    page[43..43 + settings.len()].copy_from_slice(settings);
    page[511] = 1;
    main[1536..].copy_from_slice(&page);
    main.extend(&text);
    let mut table = Vec::new();
    let mut positions: Vec<u8> = (0..=pieces).flat_map(|piece| ((piece * units) as u32).to_le_bytes()).collect();
    positions.extend((0..pieces).flat_map(|_| [&[0, 0][..], &(place as u32).to_le_bytes(), &[0, 0]].concat()));
    let all = [&[2][..], &(positions.len() as u32).to_le_bytes(), &positions].concat();
    for (at, content) in [(0x1a2, &all[..]), (0x2e2, lists), (0x2ea, uses)] {
        put(&mut main, at, table.len());
        put(&mut main, at + 4, content.len());
        table.extend(content);
    }
    let pages = [&(place as u32).to_le_bytes()[..], &(1_u32 << 30).to_le_bytes(), &3_u32.to_le_bytes()].concat();
    put(&mut main, 0x102, table.len());
    put(&mut main, 0x106, pages.len());
    table.extend(&pages);
    compound(&[("WordDocument", &main), ("0Table", &table)])
}

/// One list whose first level has this text, and one use of it.
fn lists(words: &str) -> (Vec<u8>, Vec<u8>) {
    let text: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let list = [&1_u32.to_le_bytes()[..], &[0; 22], &[1, 0]].concat();
    let level = [&1_u32.to_le_bytes()[..], &[0; 24], &((text.len() / 2) as u16).to_le_bytes(), &text].concat();
    let one_use = [&1_u32.to_le_bytes()[..], &1_u32.to_le_bytes(), &[0; 12]].concat();
    ([&1_u16.to_le_bytes()[..], &list, &level].concat(), one_use)
}

fn record(id: u16, body: &[u8]) -> Vec<u8> {
    [&id.to_le_bytes()[..], &(body.len() as u16).to_le_bytes(), body].concat()
}

/// A workbook of 97 with these shared strings and these records in its sheet.
fn xls(strings: &[u8], cells: &[u8]) -> Vec<u8> {
    let begin = record(0x0809, &[0, 6, 0x10, 0]);
    let end = record(0x000a, &[]);
    let head = [&begin[..], strings].concat();
    let start = (head.len() + 4 + 8 + end.len()) as u32;
    let bound = record(0x0085, &[&start.to_le_bytes()[..], &[0, 0, 0, 0]].concat());
    compound(&[("Workbook", &[&head[..], &bound, &end, &begin, cells, &end].concat())])
}

fn binary() -> Vec<Attack> {
    // A paragraph of the first list.
    let in_list = [0x0b, 0x46, 1, 0, 0x0a, 0x26, 0, 0];
    let shared = |number: usize| {
        record(0x00fd, &[&(number as u16).to_le_bytes()[..], &[0, 0, 0, 0], &0_u32.to_le_bytes()].concat())
    };
    let string = |length: u16| {
        let text = [&length.to_le_bytes()[..], &[0], &vec![b'a'; usize::from(length.min(8000))]].concat();
        let pieces: Vec<u8> = (0..7).flat_map(|_| record(0x003c, &[&[0][..], &[b'a'; 8000]].concat())).collect();
        [record(0x00fc, &[&[0; 8][..], &text].concat()), pieces].concat()
    };
    vec![
        attack("doc: one piece of text ten thousand times", Refused("too-long"), || {
            doc(10_000, &"公开\r".repeat(10_000), &[], &[], &[])
        }),
        attack("doc: 100 000 pieces", Any, || doc(100_000, "a\r", &[], &[], &[])),
        attack("doc: a number of 60 000 characters, 200 000 times", Any, move || {
            let (lists, uses) = lists(&"a".repeat(60_000));
            doc(1, &"a\r".repeat(200_000), &lists, &uses, &in_list)
        }),
        attack("doc: a number of 60 000 levels, 20 000 times", Any, move || {
            let (lists, uses) = lists(&"\0".repeat(60_000));
            doc(1, &"a\r".repeat(20_000), &lists, &uses, &in_list)
        }),
        attack("doc honest: 400 000 characters", Read, || {
            doc(1, &"今年公开工作平稳。\r".repeat(40_000), &[], &[], &[])
        }),
        attack("doc: fields in fields", Any, || doc(1, &("\u{13}".repeat(200_000) + "a\r"), &[], &[], &[])),
        attack("xls: one string of 56 000 characters in 60 000 cells", Refused("too-long"), move || {
            xls(&string(56_000), &(0..60_000).flat_map(shared).collect::<Vec<u8>>())
        }),
        attack("xls: rows of 65 000 blanks", Any, || {
            let blanks = |row: u16| record(0x00be, &[&row.to_le_bytes()[..], &[0, 0], &[0; 8000]].concat());
            xls(&[], &(0..3000).flat_map(blanks).chain(record(0x0203, &[0; 14])).collect::<Vec<u8>>())
        }),
        attack("xls: two million merged areas", Any, || {
            let area = record(0x00e5, &[&[0xe8, 3][..], &[0, 0, 9, 0, 0, 0, 9, 0].repeat(1000)].concat());
            xls(&[], &[area.repeat(2000), record(0x0203, &[0; 14])].concat())
        }),
        attack("xls: charts in charts", Any, || {
            xls(&[], &[record(0x0809, &[0, 6, 0x20, 0]).repeat(1_000_000), record(0x0203, &[0; 14])].concat())
        }),
        attack("compound: a chain that comes back", Any, || {
            let mut file = compound(&[("WordDocument", &[b'a'; 100_000])]);
            // Every entry of the table of chains points at the same place.
            let at = file.chunks(4).position(|entry| entry == [1, 0, 0, 0]).map_or(512, |at| at * 4);
            let end = (at + 400).min(file.len());
            file[at..end]
                .chunks_mut(4)
                .for_each(|entry| entry.iter_mut().zip([5, 0, 0, 0]).for_each(|(byte, new)| *byte = new));
            file
        }),
    ]
}

fn rich_text() -> Vec<Attack> {
    let long = Refused("too-long");
    vec![
        attack("rtf: groups ten million deep", Any, || format!(r"{{\rtf1 {}a", "{".repeat(10 << 20)).into_bytes()),
        attack("rtf: a million pictures", long, || format!(r"{{\rtf1 {}}}", r"{\pict}".repeat(1_000_000)).into_bytes()),
        attack("rtf: three million paragraphs", long, || {
            format!(r"{{\rtf1 {}}}", r"\par ".repeat(3_000_000)).into_bytes()
        }),
        attack("rtf: two million cells", long, || {
            format!(r"{{\rtf1\trowd {}\row}}", r"\intbl a\cell".repeat(1_000_000)).into_bytes()
        }),
        attack("rtf: 100 000 rows of ten", Any, || {
            let edges: String = (1..11).map(|edge| format!(r"\cellx{}", edge * 900)).collect();
            format!(
                r"{{\rtf1 {}\pard\par}}",
                format!(r"\trowd{edges}\intbl {}\row ", r"1\cell ".repeat(10)).repeat(40_000)
            )
            .into_bytes()
        }),
        attack("rtf: rows with edges of their own", Any, || {
            let row =
                |row: usize| format!(r"\trowd\cellx{}\cellx{}\intbl 1\cell 2\cell\row ", row % 90_000 + 40, 90_100);
            format!(r"{{\rtf1 {}\pard\par}}", (0..60_000).map(|number| row(number * 37)).collect::<String>())
                .into_bytes()
        }),
        attack("rtf: bytes that go on for ever", Any, || br"{\rtf1 a\par\bin2147483647 a}".to_vec()),
        attack("rtf: two million characters by number", Any, || {
            format!(r"{{\rtf1 {}\par}}", r"\u20844?".repeat(2_000_000)).into_bytes()
        }),
        attack("rtf: half characters", Any, || {
            format!(r"{{\rtf1 {}\par}}", r"\u-10240 ".repeat(2_000_000)).into_bytes()
        }),
        attack("rtf honest: two megabytes of prose", Read, || {
            let words: String = prose()
                .encode_utf16()
                .map(|unit| if unit == 10 { r"\par ".to_string() } else { format!(r"\u{}?", unit as i16) })
                .collect();
            format!(r"{{\rtf1 {words}}}").into_bytes()
        }),
    ]
}

fn table(rows: &str) -> Vec<u8> {
    format!("<html><body><table>{rows}</table></body></html>").into_bytes()
}

fn web() -> Vec<Attack> {
    let long = Refused("too-long");
    vec![
        attack("html: tables 500 000 deep", Any, || {
            format!("<html>{}a", "<table><tr><td>".repeat(500_000)).into_bytes()
        }),
        attack("html: 300 000 small tables", Any, || {
            format!("<html>{}", "<table><tr><td>1<td>2</table>".repeat(100_000)).into_bytes()
        }),
        attack("html: 1 024 cells that hang down over 200 rows", Any, || {
            table(&format!("<tr>{}{}", "<td rowspan=9999>1".repeat(1000), "<tr><td>1<td>2<td>3".repeat(60_000)))
        }),
        attack("html: rows of 1 000 cells that all hang down", Any, || {
            table(&format!("<tr>{}", "<td rowspan=2>1".repeat(500) + &"<td>1".repeat(500)).repeat(190))
        }),
        attack("html: cells over 65 535 columns and rows", Any, || {
            table(&format!(
                "<tr><td rowspan=65535 colspan=65535>1<td rowspan=9999 colspan=9999>2{}",
                "<tr><td>3".repeat(190_000)
            ))
        }),
        attack("html: every cell wider than the last", Any, || {
            table(&(0..60_000).map(|row| format!("<tr><td colspan={}>1<td>2<td>3", row % 1000 + 1)).collect::<String>())
        }),
        attack("html: 3.4 MB of plain tables", Any, || {
            let row = |row: usize| format!("<tr><td>规章{row}</td><td>{}</td><td>{}</td></tr>", row % 97, row % 89);
            let one: String = (0..200).map(row).collect();
            format!("<html>{}", format!("<table>{one}</table>").repeat(340)).into_bytes()
        }),
        attack("html: one table of 3.4 MB", Any, || {
            table(
                &(0..68_000)
                    .map(|row| format!("<tr><td>规章{row}</td><td>{}</td><td>7</td></tr>", row % 97))
                    .collect::<String>(),
            )
        }),
        attack("html: a million cells", Any, || table(&format!("<tr>{}", "<td>1".repeat(10)).repeat(100_000))),
        attack("html: two million line breaks", long, || format!("<html>{}", "<br>".repeat(2_000_000)).into_bytes()),
        attack("html: hidden in hidden", Any, || {
            format!("<html>{}a", "<div style='display:none'>".repeat(300_000)).into_bytes()
        }),
        attack("html: a tag with 400 000 attributes", Any, || {
            let attributes: String = (0..400_000).map(|number| format!(" a{number}=1")).collect();
            format!("<html><p{attributes}>a").into_bytes()
        }),
        attack("html: a remark that never ends", Any, || {
            format!("<html><p>a<!-- {}", "-".repeat(20 << 20)).into_bytes()
        }),
        attack("html: two million tags that never end", Any, || {
            format!("<html><p>a{}", "<a ".repeat(2_000_000)).into_bytes()
        }),
        attack("html: four million entities", Any, || format!("<html><p>{}", "&amp;".repeat(2_000_000)).into_bytes()),
        attack("html: one cell of two million lines", Any, || {
            table(&format!("<tr><td>1<td>{}", "a<br>".repeat(700_000)))
        }),
        attack("html: script that never ends", Any, || {
            format!("<html><p>a<script>{}", "</scrip ".repeat(2_000_000)).into_bytes()
        }),
        attack("html honest: two megabytes of prose", Read, || {
            format!("<html>{}", prose().lines().map(|line| format!("<p>{line}</p>")).collect::<String>()).into_bytes()
        }),
    ]
}

fn mail() -> Vec<Attack> {
    let head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n";
    let part = "--x\r\nContent-Type: text/html\r\n\r\n";
    vec![
        attack("mht: a million parts", Any, move || {
            format!("{head}{}", format!("{part}<p>a\r\n").repeat(500_000)).into_bytes()
        }),
        attack("mht: a million heads", Any, move || {
            format!("{head}--x\r\n{}", "Content-Type: text/html\r\n".repeat(900_000)).into_bytes()
        }),
        attack("mht: a boundary of one letter", Any, move || {
            format!("{head}{}", "--x\n\n".repeat(4_000_000)).into_bytes()
        }),
        attack("mht: 64 pages of half a megabyte", Any, move || {
            format!("{head}{}", format!("{part}<p>{}\r\n", noise(400_000)).repeat(64)).into_bytes()
        }),
        attack("mht: thirty megabytes quoted", Any, move || {
            let part = "--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n";
            format!("{head}{part}<p>{}", "=41=\n".repeat(6_000_000)).into_bytes()
        }),
        attack("mht: thirty megabytes in base 64", Any, move || {
            let part = "--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n";
            format!("{head}{part}{}", "PHA+YWFhYTwvcD4K".repeat(1_900_000)).into_bytes()
        }),
        attack("mht: a header that goes on", Any, move || {
            format!("MIME-Version: 1.0\r\nContent-Type: text/html{}\r\n\r\n<p>a", "\r\n\t;a=b".repeat(2_000_000))
                .into_bytes()
        }),
    ]
}

fn text() -> Vec<Attack> {
    let long = Refused("too-long");
    vec![
        attack("csv: thirty million commas on one line", Any, || ",".repeat(30 << 20).into_bytes()),
        attack("csv: a thousand commas on each line", Any, || {
            format!("1{}\n", ",1".repeat(1000)).repeat(10_000).into_bytes()
        }),
        attack("csv: two million lines", long, || "1,1,1,1,1\n".repeat(2_000_000).into_bytes()),
        attack("csv: a quotation that never ends", Any, || {
            format!("a,b,c\n1,2,3\n1,2,3\n1,2,\"{}", "x".repeat(20 << 20)).into_bytes()
        }),
        attack("csv: nothing but quotation marks", Any, || "\"".repeat(30 << 20).into_bytes()),
        attack("text: thirty megabytes", long, || "公开\n".repeat(4 << 20).into_bytes()),
        attack("text: thirty megabytes of no encoding", Any, || [0xff, 0x81, 0x20].repeat(10 << 20)),
        attack("text: thirty megabytes of UTF-16", long, || {
            [&[0xff, 0xfe][..], &[0x6c, 0x51].repeat(15 << 20)].concat()
        }),
        attack("text: nothing but radicals", Any, || "⼈".repeat(2_600_000).into_bytes()),
        attack("text: nothing but spaces", Any, || b" ".repeat(30 << 20)),
        attack("text honest: two megabytes of prose", Read, || prose().into_bytes()),
    ]
}
