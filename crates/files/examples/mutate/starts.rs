//! Small files to start from, one or two of each kind: what a report has, once, and nothing else, so that a try takes little time.

use std::io::{Cursor, Read, Write};

use zip::CompressionMethod::Stored;
use zip::write::SimpleFileOptions;

/// A starting file, named as a file of its kind is.
pub struct Start {
    pub name: String,
    pub bytes: Vec<u8>,
}

const TITLE: &str = "青石镇2023年政府信息公开工作年度报告";
const WORDS: &str = "一、总体情况\n全年主动公开信息36条，收到申请2件，均已答复。\n二、主动公开政府信息情况\n";
const ROWS: [&str; 4] = ["信息内容,本年制发件数,现行有效件数", "规章,0,1", "行政规范性文件,2,15", "行政许可,128,"];

impl Start {
    /// The end of its name.
    pub fn kind(&self) -> &str {
        self.name.rsplit('.').next().unwrap_or_default()
    }
}

/// The small files; those in a compound file are the fixtures without what holds no words.
pub fn small(fixtures: &[Start]) -> Vec<Start> {
    let mut all = Vec::new();
    let mut add = |name: &str, bytes: Vec<u8>| all.push(Start { name: format!("small.{name}"), bytes });
    let text = format!("{TITLE}\n{WORDS}{}\n三、其他\n无。\n", ROWS.join("\n").replace(',', "\t"));
    add("utf8.txt", text.clone().into_bytes());
    add("gb18030.txt", encoding_rs::GB18030.encode(&text).0.into_owned());
    add("big5.txt", encoding_rs::BIG5.encode("一、公開條例\n收到申請 3 件\n").0.into_owned());
    add("utf16le.txt", text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    let marked = std::iter::once('\u{feff}').chain(text.chars()).collect::<String>();
    add("utf16be.txt", marked.encode_utf16().flat_map(u16::to_be_bytes).collect());
    add("table.md", format!("# {TITLE}\n\n|甲|乙|\n|---|---|\n|1|2|\n\n{text}").into_bytes());
    add("rows.csv", format!("{TITLE},,\n{}\n\"合,计\",\"1,024\",\n", ROWS.join("\n")).into_bytes());
    add("utf8.html", html("utf-8").into_bytes());
    add("gbk.html", encoding_rs::GB18030.encode(&html("gb2312")).0.into_owned());
    add("utf16.html", html("utf-16").encode_utf16().flat_map(u16::to_le_bytes).collect());
    add("page.mht", mht());
    add("report.rtf", rtf());
    add("word.xml", word_xml());
    add("book.xml", sheet_xml());
    add("report.docx", docx());
    add("book.xlsx", xlsx());
    add("pages.ofd", ofd());
    add("ruled.pdf", pdf(false));
    add("packed.pdf", pdf(true));
    for fixture in fixtures {
        if fixture.name.ends_with(".doc") {
            add("report.doc", lean(&fixture.bytes, &["WordDocument", "1Table", "0Table", "Data"]));
        } else if fixture.name.ends_with(".xls") {
            add("book.xls", lean(&fixture.bytes, &["Workbook"]));
        }
    }
    all
}

fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(Stored)).expect("a part begins");
        writer.write_all(content.as_bytes()).expect("a part is written");
    }
    writer.finish().expect("the package is written").into_inner()
}

/// The compound file with nothing but these of its streams.
fn lean(bytes: &[u8], names: &[&str]) -> Vec<u8> {
    let mut from = cfb::CompoundFile::open(Cursor::new(bytes)).expect("a compound file");
    let mut to = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new())).expect("a new one");
    for name in names {
        let mut content = Vec::new();
        let read = from.open_stream(name).and_then(|mut stream| stream.read_to_end(&mut content));
        if read.is_ok() {
            to.create_stream(name).and_then(|mut stream| stream.write_all(&content)).expect("a stream");
        }
    }
    to.into_inner().into_inner()
}

fn html(charset: &str) -> String {
    let cells = |row: &&str| row.split(',').map(|cell| format!("<td><p>{cell}</p></td>")).collect::<String>();
    let rows: String = ROWS.iter().map(|row| format!("<tr>{}</tr>", cells(row))).collect();
    format!(
        "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={charset}\"><style>p {{}}</style></head><body>\
        <nav><a href=/>首页</a></nav><h1>{TITLE}</h1><p>{WORDS}</p><table><tbody><tr><td colspan=3>第一项&nbsp;&#31532;</td></tr>{rows}\
        <tr><td rowspan=2>合计<td>1<td>2<tr><td>3<td style='display:none'>4</table><img src=a.png><!-- 注 --><script>var a='<p>';</script></body></html>"
    )
}

fn mht() -> Vec<u8> {
    let quoted: String =
        encoding_rs::GB18030.encode(&html("gb2312")).0.iter().map(|byte| format!("={byte:02X}")).collect();
    let lines: Vec<&str> = (0..quoted.len()).step_by(72).map(|at| &quoted[at..(at + 72).min(quoted.len())]).collect();
    format!(
        "MIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\"; boundary=\"=_P7\"\n\n--=_P7\nContent-Type: text/html; \
        charset=\"gb2312\"\nContent-Transfer-Encoding: quoted-printable\n\n{}\n--=_P7\nContent-Type: image/gif\n\
        Content-Transfer-Encoding: base64\n\nR0lGODlh\n--=_P7--\n",
        lines.join("=\n")
    )
    .into_bytes()
}

fn rtf() -> Vec<u8> {
    let by_number = |text: &str| text.encode_utf16().map(|unit| format!("\\u{}?", unit as i16)).collect::<String>();
    let in_gbk = |text: &str| {
        encoding_rs::GB18030.encode(text).0.iter().map(|byte| format!("\\'{byte:02x}")).collect::<String>()
    };
    let row = |row: &&str| {
        let cells: String = row.split(',').map(|cell| format!("{}\\cell ", in_gbk(cell))).collect();
        format!("\\trowd\\clvmgf\\cellx2000\\clvmrg\\cellx4000\\cellx6000\\pard\\intbl {cells}\\row\n")
    };
    let rows: String = ROWS.iter().map(row).collect();
    format!(
        "{{\\rtf1\\ansi\\ansicpg936\\deff0{{\\fonttbl{{\\f0 SimSun;}}}}{{\\header {}}}\\pard {}\\par\n{}\\line\\tab\\emdash\\par\n{rows}\
        \\pard{{\\*\\shpinst{{\\shptxt {}\\par}}}}{{\\v hidden}}{{\\pict\\bin4 abcd}}{{\\field{{\\*\\fldinst PAGE}}{{\\fldrslt 1}}}}\\par}}",
        by_number("页眉"),
        by_number(TITLE),
        in_gbk(&WORDS.replace('\n', "")),
        by_number("框内"),
    )
    .into_bytes()
}

/// Paragraphs and a table as Word writes them.
fn word_body() -> String {
    let run = |words: &str| format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
    let paragraph = |settings: &str, inner: &str| format!("<w:p><w:pPr>{settings}</w:pPr>{inner}</w:p>");
    let cell = |settings: &str, inner: &str| format!("<w:tc><w:tcPr>{settings}</w:tcPr>{inner}</w:tc>");
    let numbered = "<w:pStyle w:val=\"H\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"7\"/></w:numPr>";
    let mut body = paragraph("<w:jc w:val=\"center\"/>", &run(TITLE));
    for line in WORDS.lines() {
        body += &paragraph(if line.len() < 60 { numbered } else { "" }, &run(line));
    }
    let mut rows = String::new();
    for (number, row) in ROWS.iter().enumerate() {
        let merge = if number == 1 { "<w:vMerge w:val=\"restart\"/>" } else { "<w:vMerge/>" };
        let cells: String = row.split(',').map(|words| cell(merge, &paragraph("", &run(words)))).collect();
        rows += &format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>");
    }
    let inner =
        format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("<w:gridSpan w:val=\"2\"/>", &paragraph("", &run("内"))));
    body += &format!(
        "<w:tbl><w:tblGrid><w:gridCol w:w=\"9\"/></w:tblGrid>{rows}<w:tr>{}{}</w:tr></w:tbl>",
        cell("<w:gridSpan w:val=\"3\"/>", &inner),
        cell("", "")
    );
    let changed = "<w:del><w:r><w:delText>7</w:delText></w:r></w:del><w:ins><w:r><w:t>8</w:t></w:r></w:ins><w:r><w:tab/><w:br/><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>";
    let boxed = format!(
        "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{}</w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent><w:drawing><a:blip/></w:drawing></w:r>",
        paragraph("", &run("框内"))
    );
    body + &paragraph("<w:rPr><w:del/></w:rPr>", changed) + &paragraph("", &boxed) + "<w:sectPr/>"
}

fn word_xml() -> Vec<u8> {
    let body = word_body();
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument xmlns:w=\"w\"><w:body>{body}</w:body></w:wordDocument>").into_bytes()
}

fn docx() -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>{}</w:body></w:document>",
        word_body()
    );
    let level = |level: usize, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let levels = level(0, "chineseCounting", "%1、") + &level(1, "decimal", "%1.%2");
    let numbering = format!(
        "<w:numbering><w:abstractNum w:abstractNumId=\"4\">{levels}</w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"4\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"2\"/></w:lvlOverride></w:num></w:numbering>"
    );
    let styles = "<w:styles><w:style w:styleId=\"H\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style></w:styles>";
    let relations = "<Relationships><Relationship Id=\"r1\" Type=\"http://a/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    package(&[
        ("_rels/.rels", relations.to_string()),
        ("word/document.xml", document),
        ("word/numbering.xml", numbering),
        ("word/styles.xml", styles.to_string()),
    ])
}

fn xlsx() -> Vec<u8> {
    let strings: Vec<&str> = ROWS.iter().flat_map(|row| row.split(',')).collect();
    let shared: String =
        strings.iter().map(|words| format!("<si><r><t>{words}</t></r><rPh><t>a</t></rPh></si>")).collect();
    let mut rows = String::new();
    for (number, row) in ROWS.iter().enumerate() {
        let at = number + 2;
        let cells: String = (0..row.split(',').count())
            .map(|column| {
                format!(
                    "<c r=\"{}{at}\" t=\"s\" s=\"1\"><v>{}</v></c>",
                    ["A", "B", "C"][column % 3],
                    number * 3 + column
                )
            })
            .collect();
        rows += &format!(
            "<row r=\"{at}\">{cells}<c r=\"D{at}\" s=\"1\"><v>45292.5</v></c><c r=\"E{at}\" s=\"2\"><v>0.256</v></c><c><f>A1</f><v>7.0000000001</v></c></row>"
        );
    }
    let first = format!("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{TITLE}</t></is></c><c r=\"B1\"/></row>");
    let sheet = format!(
        "<worksheet><sheetData>{first}{rows}<row r=\"9\" hidden=\"1\"><c t=\"b\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:E1\"/><mergeCell ref=\"A3:A4\"/></mergeCells></worksheet>"
    );
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/></numFmts><cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>";
    let workbook = "<workbook><workbookPr date1904=\"0\"/><sheets><sheet name=\"a\" r:id=\"r1\"/><sheet state=\"hidden\" r:id=\"r2\"/></sheets></workbook>";
    let relations = "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Target=\"worksheets/sheet2.xml\"/></Relationships>";
    package(&[
        ("xl/workbook.xml", workbook.to_string()),
        ("xl/_rels/workbook.xml.rels", relations.to_string()),
        ("xl/styles.xml", styles.to_string()),
        ("xl/sharedStrings.xml", format!("<sst>{shared}</sst>")),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn sheet_xml() -> Vec<u8> {
    let cell = |words: &str| format!("<Cell><Data ss:Type=\"String\">{words}</Data></Cell>");
    let row = |row: &&str| format!("<Row>{}</Row>", row.split(',').map(cell).collect::<String>());
    let rows: String = ROWS.iter().map(row).collect();
    let merged = "<Row ss:Index=\"9\"><Cell ss:Index=\"2\" ss:MergeAcross=\"1\" ss:MergeDown=\"1\"><Data ss:Type=\"Number\">7</Data></Cell></Row>";
    let hidden = "<Column ss:Index=\"5\" ss:Hidden=\"1\" ss:Span=\"1\"/><Row ss:Hidden=\"1\"/>";
    format!("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"ss\"><Worksheet><Table>{rows}{merged}{hidden}</Table></Worksheet></Workbook>").into_bytes()
}

/// The rows as words at their places, in points from the left and the top.
fn placed() -> Vec<(f64, f64, String)> {
    let mut placed = vec![(150.0, 60.0, TITLE.to_string())];
    placed.extend(WORDS.lines().zip(1..).map(|(line, row)| (72.0, 60.0 + 20.0 * f64::from(row), line.to_string())));
    for (row, number) in ROWS.iter().zip(0..) {
        let cells = row.split(',').zip(0..);
        placed.extend(cells.map(|(words, column)| {
            (80.0 + 150.0 * f64::from(column), 160.0 + 20.0 * f64::from(number), words.to_string())
        }));
    }
    placed
}

/// Lines around the rows: from x, y to x, y.
fn rules() -> Vec<[f64; 4]> {
    let lying = (0..5).map(|row| [72.0, 150.0 + 20.0 * f64::from(row), 522.0, 150.0 + 20.0 * f64::from(row)]);
    let standing =
        (0..4).map(|column| [72.0 + 150.0 * f64::from(column), 150.0, 72.0 + 150.0 * f64::from(column), 230.0]);
    lying.chain(standing).collect()
}

fn ofd() -> Vec<u8> {
    let unit = 25.4 / 72.0;
    let mut objects = String::new();
    for (x, y, words) in placed() {
        objects += &format!(
            "<ofd:TextObject Boundary=\"{:.2} {:.2} 150 5\" Font=\"1\" Size=\"3.7\"><ofd:TextCode X=\"0\" Y=\"3.2\" DeltaX=\"g {} 3.7\">{words}</ofd:TextCode></ofd:TextObject>",
            x * unit,
            y * unit,
            words.chars().count()
        );
    }
    for [x0, y0, x1, y1] in rules() {
        objects += &format!(
            "<ofd:PathObject Boundary=\"{:.2} {:.2} 100 1\" CTM=\"1 0 0 1 0 0\"><ofd:AbbreviatedData>M 0 0 L {:.2} {:.2} C</ofd:AbbreviatedData></ofd:PathObject>",
            x0 * unit,
            y0 * unit,
            (x1 - x0) * unit,
            (y1 - y0) * unit
        );
    }
    let page = format!(
        "<ofd:Page><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer>{objects}<ofd:ImageObject Boundary=\"0 0 1 1\"/></ofd:Layer></ofd:Content></ofd:Page>"
    );
    let second = "<ofd:Page><ofd:Content><ofd:Layer><ofd:TextObject Boundary=\"25 20 9 9\"><ofd:TextCode X=\"0\" Y=\"3\" DeltaY=\"4 4\">竖排字</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>";
    let document = "<ofd:Document><ofd:Pages><ofd:Page BaseLoc=\"Pages/0.xml\"/><ofd:Page BaseLoc=\"/Doc/Pages/1.xml\"/></ofd:Pages></ofd:Document>";
    package(&[
        (
            "OFD.xml",
            "<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>".to_string(),
        ),
        ("Doc/Document.xml", document.to_string()),
        ("Doc/Pages/0.xml", page),
        ("Doc/Pages/1.xml", second.to_string()),
    ])
}

/// Fonts of three sorts. `is_packed` puts the objects into a stream of their own and packs all streams; else it has no rules.
fn pdf(is_packed: bool) -> Vec<u8> {
    let mut page = String::new();
    for (number, (x, y, words)) in placed().into_iter().enumerate() {
        let font = number % 2 + 1;
        let codes: String = match font {
            1 => words.encode_utf16().map(|unit| format!("{unit:04x}")).collect(),
            _ => encoding_rs::GB18030.encode(&words).0.iter().map(|byte| format!("{byte:02x}")).collect(),
        };
        page += &format!("BT /F{font} 10.5 Tf 1 0 0 1 {x} {} Tm <{codes}> Tj ET\n", 842.0 - y);
    }
    for [x0, y0, x1, y1] in rules().into_iter().filter(|_| is_packed) {
        page += &format!("{x0} {} m {x1} {} l S\n", 842.0 - y0, 842.0 - y1);
    }
    page +=
        "q 1 0 0 1 0 -300 cm BT /F3 9 Tf 80 500 Td 12 TL [(ab)-200(ba)] TJ T* (ab) ' ET Q 72 100 450 0.5 re f /X1 Do\n";
    let map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n\
        2 beginbfrange <0000> <9fff> <0000> <a000> <a001> [<4e00> <4e8c4e09>] endbfrange 1 beginbfchar <ff0c> <ff0c> endbfchar endcmap end";
    let form = "BT /F3 9 Tf 200 200 Td (ba) Tj ET /X1 Do";
    let packed = |content: &str| {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(content.as_bytes()).expect("packed");
        packer.finish().expect("packed")
    };
    let stream = |settings: &str, content: &str| {
        let (filter, bytes) =
            if is_packed { ("/Filter/FlateDecode", packed(content)) } else { ("", content.as_bytes().to_vec()) };
        [format!("<<{settings}{filter}/Length {}>>stream\n", bytes.len()).as_bytes(), &bytes, b"\nendstream"].concat()
    };
    let plain = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2/MediaBox[0 0 595 842]>>",
        "<</Type/Page/Parent 2 0 R/Contents[9 0 R]/Resources<</Font<</F1 4 0 R/F2 6 0 R/F3 8 0 R>>/XObject<</X1 11 0 R>>>>>>",
        "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 10 0 R>>",
        "<</Type/Font/Subtype/CIDFontType2/DW 1000/W[48[500 500 500] 51 57 500]>>",
        "<</Type/Font/Subtype/Type0/Encoding/GBK-EUC-H/DescendantFonts[7 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/DW 1000>>",
        "<</Type/Font/Subtype/Type1/FirstChar 97/Widths[500 500]/Encoding<</Differences[97/zero/uni4E2D]>>>>",
    ];
    let streams = [stream("", &page), stream("", map), stream("/Subtype/Form/Matrix[1 0 0 1 5 5]", form)];
    let mut file = b"%PDF-1.5\n".to_vec();
    let mut places = Vec::new();
    let object = |file: &mut Vec<u8>, number: usize, content: &[u8]| {
        let place = file.len();
        file.extend([format!("{number} 0 obj ").as_bytes(), content, b" endobj\n"].concat());
        place
    };
    if is_packed {
        let (mut heads, mut bodies) = (String::new(), String::new());
        for (number, content) in (1..).zip(plain) {
            heads += &format!("{number} {} ", bodies.len());
            bodies += &format!("{content} ");
        }
        for (number, content) in (9..).zip(&streams) {
            places.push(object(&mut file, number, content));
        }
        let held = stream(&format!("/Type/ObjStm/N {}/First {}", plain.len(), heads.len()), &(heads.clone() + &bodies));
        places.push(object(&mut file, 12, &held));
        let mut table = vec![0, 0, 0, 0];
        (0..plain.len()).for_each(|index| table.extend([2, 0, 12, index as u8]));
        places.iter().for_each(|&place| table.extend([1, (place >> 8) as u8, place as u8, 0]));
        let at = file.len();
        table.extend([1, (at >> 8) as u8, at as u8, 0]);
        let head = format!("<</Type/XRef/Size 14/W[1 2 1]/Root 1 0 R/Length {}>>stream\n", table.len());
        object(&mut file, 13, &[head.as_bytes(), &table, b"\nendstream"].concat());
        file.extend(format!("startxref\n{at}\n%%EOF").bytes());
        return file;
    }
    for (number, content) in
        (1..).zip(plain.iter().map(|content| content.as_bytes()).chain(streams.iter().map(Vec::as_slice)))
    {
        places.push(object(&mut file, number, content));
    }
    let at = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    places.iter().for_each(|place| file.extend(format!("{place:010} 00000 n \n").bytes()));
    file.extend(format!("trailer <</Root 1 0 R/Size {}>>\nstartxref\n{at}\n%%EOF", places.len() + 1).bytes());
    file
}
