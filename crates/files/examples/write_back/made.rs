//! Word documents and workbooks made by chance, with all that makes a number hard to find again.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::trials::Dice;

fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part begins");
        writer.write_all(content.as_bytes()).expect("a part is written");
    }
    writer.finish().expect("the package is written").into_inner()
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#;

/// A number as Word may keep it: in one run, a digit per run, with a deleted digit beside it, put in by somebody, in a control.
fn number(value: usize, dice: &mut Dice, id: &mut usize) -> String {
    let run = |words: &str| format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r>");
    let digits: Vec<String> = value.to_string().chars().map(String::from).collect();
    *id += 1;
    let by = format!("w:id=\"{id}\" w:author=\"甲\" w:date=\"2024-01-05T08:00:00Z\"");
    match dice.below(8) {
        0 => digits.iter().map(|digit| run(digit)).collect(),
        1 => format!("<w:del {by}><w:r><w:delText>9</w:delText></w:r></w:del>{}", run(&value.to_string())),
        2 => format!("<w:ins {by}>{}</w:ins>", digits.iter().map(|digit| run(digit)).collect::<String>()),
        3 => format!("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", run(&value.to_string())),
        4 => {
            format!("<w:r><w:t>{}</w:t><w:lastRenderedPageBreak/><w:t>{}</w:t></w:r>", digits[0], digits[1..].concat())
        }
        5 => format!(
            "<w:bookmarkStart w:id=\"{id}\" w:name=\"b{id}\"/>{}<w:bookmarkEnd w:id=\"{id}\"/>",
            run(&value.to_string())
        ),
        6 => format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>=SUM(LEFT)</w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            run(&value.to_string())
        ),
        _ => run(&value.to_string()),
    }
}

/// A Word document with two tables of numbers and a sentence in a box.
pub fn document(seed: u64) -> Vec<u8> {
    let mut dice = Dice(seed);
    let mut id = 0;
    let paragraph = |inner: &str| format!("<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{inner}</w:p>");
    let words = |words: &str| paragraph(&format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>"));
    let mut body = words("一、总体情况 &amp; 其他");
    let inside = paragraph(&number(dice.below(900), &mut dice, &mut id));
    body += &paragraph(&format!(
        "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{inside}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{inside}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    ));
    for table in 0..2 {
        let mut rows = String::new();
        for row in 0..6 {
            let merge = if row == 0 { "<w:vMerge w:val=\"restart\"/>" } else { "<w:vMerge/>" };
            let group = if row == 0 { words("办理结果") } else { paragraph("") };
            let mut cells = format!("<w:tc><w:tcPr>{merge}</w:tcPr>{group}</w:tc>");
            cells += &format!("<w:tc><w:tcPr/>{}</w:tc>", words(&format!("（{table}）{}项", "甲".repeat(row + 1))));
            for _ in 0..4 {
                let inner = number(dice.below(2000), &mut dice, &mut id);
                let after = if dice.below(5) == 0 { paragraph("") } else { String::new() };
                cells += &format!("<w:tc><w:tcPr/>{}{after}</w:tc>", paragraph(&inner));
            }
            rows += &format!("<w:tr>{cells}</w:tr>");
        }
        body += &format!("<w:tbl><w:tblPr/>{rows}</w:tbl>{}", words("说明"));
    }
    let rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let types = "http://schemas.openxmlformats.org/package/2006/content-types";
    package(&[
        (
            "[Content_Types].xml",
            format!(
                "{HEAD}<Types xmlns=\"{types}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "{HEAD}<Relationships xmlns=\"{rels}\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
        ),
        ("word/document.xml", format!("{HEAD}<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>")),
        ("word/media/image1.bin", "一张图片".repeat(40)),
    ])
}

/// A workbook with shared strings, formats, sums and merged cells.
pub fn workbook(seed: u64) -> Vec<u8> {
    let mut dice = Dice(seed);
    let mut strings = vec!["办理结果".to_string(), "项".to_string()];
    let mut rows = String::new();
    for row in 1..=12 {
        let mut cells = format!("<c r=\"A{row}\" t=\"s\"><v>0</v></c><c r=\"B{row}\" t=\"s\"><v>1</v></c>");
        let mut sum = 0;
        for column in ["C", "D", "E", "F"] {
            let value = dice.below(3000);
            // A number kept as words does not count in a sum, here it is none.
            let value = if dice.below(6) == 0 { 0 } else { value };
            sum += value;
            cells += &match dice.below(5) {
                0 if value == 0 => {
                    strings.push("0".to_string());
                    format!("<c r=\"{column}{row}\" t=\"n\" s=\"1\"><v>{value}</v></c>")
                }
                1 => format!("<c r=\"{column}{row}\" s=\"1\"><v>{value}.0</v></c>"),
                2 => format!("<c r=\"{column}{row}\" s=\"2\"><v>{value}</v></c>"),
                _ => format!("<c r=\"{column}{row}\"><v>{value}</v></c>"),
            };
        }
        let formula = match (row, dice.below(3)) {
            (1, _) => "<f t=\"shared\" ref=\"G1:G12\" si=\"0\">SUM(C1:F1)</f>".to_string(),
            (_, 0) => "<f t=\"shared\" si=\"0\"/>".to_string(),
            (_, 1) => format!("<f>C{row}+D{row}+E{row}+F{row}</f>"),
            _ => format!("<f>SUM($C{row}:$F{row})</f>"),
        };
        cells += &format!("<c r=\"G{row}\">{formula}<v>{sum}</v></c>");
        rows += &format!("<row r=\"{row}\">{cells}</row>");
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let types = "http://schemas.openxmlformats.org/package/2006/content-types";
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let strings: String = strings.iter().map(|words| format!("<si><t>{words}</t></si>")).collect();
    package(&[
        (
            "[Content_Types].xml",
            format!(
                "{HEAD}<Types xmlns=\"{types}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{kind}.worksheet+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{kind}.sharedStrings+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{kind}.styles+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "{HEAD}<Relationships xmlns=\"{rels}\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "{HEAD}<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "{HEAD}<Relationships xmlns=\"{rels}\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(
                "{HEAD}<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:A12\"/></mergeCells></worksheet>"
            ),
        ),
        ("xl/sharedStrings.xml", format!("{HEAD}<sst xmlns=\"{main}\">{strings}</sst>")),
        (
            "xl/styles.xml",
            format!(
                "{HEAD}<styleSheet xmlns=\"{main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"1\"/><xf numFmtId=\"3\"/></cellXfs></styleSheet>"
            ),
        ),
    ])
}
