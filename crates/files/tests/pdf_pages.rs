//! Pages of PDF as many programs draw them: fonts without a map, turned pages, words behind scans, frames of many sorts.

use gouji_files::{FileError, read};

/// A file of pages with these contents. The font F1 takes UTF-16, F2 is Latin, F3 is what is given; so are the settings of the pages.
fn pdf(contents: &[&str], font: &str, settings: &str) -> Vec<u8> {
    let mut file = format!(
        "%PDF-1.5\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
        3 0 obj <</Font<</F1 4 0 R/F2 5 0 R/F3 6 0 R>>/XObject<</I 7 0 R>>>> endobj\n\
        4 0 obj <</Type/Font/Subtype/Type0/Encoding/UniGB-UCS2-H/DescendantFonts[]>> endobj\n\
        5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n\
        6 0 obj <<{font}>> endobj\n\
        7 0 obj <</Subtype/Image/Width 1/Height 1/Length 1>>stream\nx\nendstream endobj\n\
        8 0 obj <</Length 1>>stream\nx\nendstream endobj\n"
    );
    let mut kids = String::new();
    for (number, content) in (20..).step_by(2).zip(contents) {
        kids += &format!("{number} 0 R ");
        file += &format!(
            "{number} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources 3 0 R/Contents {0} 0 R{settings}>> endobj\n\
            {0} 0 obj <</Length {1}>>stream\n{content}\nendstream endobj\n",
            number + 1,
            content.len()
        );
    }
    file += &format!("2 0 obj <</Type/Pages/Kids[{kids}]/Count {}>> endobj\ntrailer <</Root 1 0 R>>", contents.len());
    file.into_bytes()
}

fn text(contents: &[&str]) -> Result<String, FileError> {
    read(&pdf(contents, "", ""), None).map(|content| content.text)
}

/// Words of ten points at a place.
fn at(x: i32, y: i32, words: &str) -> String {
    let codes: String = words.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
    format!("BT /F1 10 Tf {x} {y} Td <{codes}> Tj ET\n")
}

/// A table of two columns with these rows, whose cells are drawn by the pen.
fn table(rows: &[(&str, &str)], mut cell: impl FnMut(i32, i32) -> String) -> String {
    let mut content = String::new();
    for (row, (label, figure)) in rows.iter().enumerate() {
        let y = 700 - 20 * row as i32;
        content += &cell(100, y);
        content += &cell(200, y);
        content += &at(105, y + 5, label);
        content += &at(205, y + 5, figure);
    }
    content
}

const ROWS: [(&str, &str); 3] = [("规章", "7"), ("行政许可", "18"), ("行政处罚", "0")];
const ROWS_READ: &str = "规章\t7\n行政许可\t18\n行政处罚\t0\n\n";

#[test]
fn a_radical_is_the_character_it_looks_like() {
    assert_eq!(text(&[&at(100, 700, "⾏政许可")]).as_deref(), Ok("行政许可\n"));
    assert_eq!(read("⼈⺠政府".as_bytes(), None).map(|content| content.text).as_deref(), Ok("人民政府"));
}

#[test]
fn cells_may_be_drawn_in_many_ways() {
    let boxes = table(&ROWS, |x, y| format!("{x} {y} 100 20 re S\n"));
    let coloured = table(&ROWS, |x, y| format!("0.9 g {x} {y} 100 20 re f 0 g\n"));
    // All bars of the table filled at once, two from the same corner.
    let bars: Vec<String> = (0..4)
        .map(|line| format!("100 {} 200 0.5 re", 660 + 20 * line))
        .chain((0..3).map(|line| format!("{} 660 0.5 60 re", 100 + 100 * line)))
        .collect();
    let at_once = table(&ROWS, |_, _| String::new()) + &bars.join("\n") + " f";
    let by_lines = |(x, y, width, height): (f64, f64, f64, f64)| {
        format!("{x} {y} m {} {y} l {0} {1} l {x} {1} l h ", x + width, y + height)
    };
    let polygons = (0..4)
        .map(|line| (100.0, 660.0 + 20.0 * f64::from(line), 200.0, 0.5))
        .chain((0..3).map(|line| (100.0 + 100.0 * f64::from(line), 660.0, 0.5, 60.0)));
    let by_lines = table(&ROWS, |_, _| String::new()) + &polygons.map(by_lines).collect::<String>() + " f";
    // Thick double rules that end where the other pair begins.
    let double = table(&ROWS, |x, y| {
        format!(
            "0.75 w {0} {1} m {2} {1} l S {0} {3} m {2} {3} l S {4} {5} m {4} {6} l S {7} {5} m {7} {6} l S\n",
            f64::from(x) + 3.8,
            y,
            x + 98,
            f64::from(y) + 20.0,
            x,
            y + 2,
            y + 18,
            x + 100
        )
    });
    for content in [boxes, coloured, at_once, by_lines, double] {
        assert_eq!(text(&[&content]).as_deref(), Ok(ROWS_READ), "{content}");
    }
}

#[test]
fn no_word_within_a_frame_is_lost() {
    // Two boxes side by side whose inner rule is missing, and cells that reach into one another's rows.
    let frame = "100 600 300 100 re S 100 650 m 200 650 l S 200 620 m 200 700 l S 300 600 m 300 650 l S 200 670 m 400 670 l S\n";
    let words: String =
        [(110, 680, "甲"), (210, 680, "乙"), (110, 630, "丙"), (210, 655, "丁"), (310, 630, "戊"), (210, 605, "己")]
            .map(|(x, y, word)| at(x, y, word))
            .concat();
    let text = text(&[&(frame.to_string() + &words)]).unwrap_or_default();
    assert!("甲乙丙丁戊己".chars().all(|c| text.matches(c).count() == 1), "{text}");
}

#[test]
fn a_page_on_its_side_is_read_upright() {
    let content = table(&ROWS, |x, y| format!("{x} {y} 100 20 re S\n"));
    for turn in [90, 180, 270] {
        let file = pdf(&[&content], "", &format!("/Rotate {turn}"));
        assert_eq!(read(&file, None).map(|content| content.text).as_deref(), Ok(ROWS_READ), "{turn}");
    }
}

#[test]
fn heads_and_feet_of_pages_are_left_out() {
    let page = |number: i32, rows: &[(&str, &str)]| {
        at(100, 810, "青溪镇年度报告")
            + &at(400, 810, "2024年度")
            + &table(rows, |_, _| String::new())
            + &at(100, 30, "青溪镇办公室")
            + &at(400, 30, &format!("第{number}页"))
    };
    let content = [page(1, &ROWS), page(2, &[("行政强制", "5"), ("行政收费", "6")])];
    let text = text(&[&content[0], &content[1]]).unwrap_or_default();
    assert!(text.contains("行政处罚\t0\n行政强制\t5\n"), "{text}");
    assert!(!text.contains("青溪镇办公室"), "{text}");
}

#[test]
fn words_far_above_and_far_below_the_page_are_read() {
    let far = |y: &str| format!("q 1 0 0 1 0 {y} cm\n{}Q\n", at(100, 0, "青溪镇年度报告"));
    let text = text(&[&(far("99999999999") + &far("-99999999999"))]);
    assert_eq!(text.as_deref(), Ok("青溪镇年度报告\n青溪镇年度报告\n"));
}

#[test]
fn two_columns_of_prose_are_read_one_after_the_other() {
    let line = |number: usize| format!("第{number:02}行的文字写满一整行直到右边为止");
    let mut content = at(100, 800, "二〇二四年政府信息公开工作年度报告横跨两栏的题目在这里");
    for row in 0..12 {
        let y = 760 - 15 * row;
        content += &at(50, y, &line(row as usize));
        content += &at(300, y, &line(row as usize + 12));
    }
    let text = text(&[&content]).unwrap_or_default();
    let places: Vec<_> = (0..24).map(|number| text.find(&line(number))).collect();
    assert!(places.is_sorted() && places[0].is_some(), "{text}");
}

#[test]
fn words_that_are_not_painted_are_no_words_of_the_page() {
    let scan = "q 595 0 0 842 0 0 cm /I Do Q\n".to_string() + &at(100, 700, "收到7件").replace("BT", "BT 3 Tr");
    assert_eq!(text(&[&scan]), Err(FileError::UnseenWords));
    assert!(FileError::UnseenWords.to_string().contains("识别"));
    let both = at(100, 700, "收到1件") + &at(100, 600, "7").replace("BT", "BT 3 Tr");
    assert_eq!(text(&[&both]).as_deref(), Ok("收到1件\n"));
}

#[test]
fn a_font_with_codes_of_its_own_gives_no_wrong_digit() {
    let content = "BT /F3 10 Tf 100 700 Td (57) Tj ET\n".to_string() + &at(100, 650, "件");
    let shown = |font: &str| read(&pdf(&[&content], font, ""), None).map(|content| content.text).unwrap_or_default();
    let embedded = "/Type/Font/Subtype/TrueType/FontDescriptor<</Flags 4/FontFile2 8 0 R>>";
    assert_eq!(shown(embedded), "\u{fffd}\u{fffd}\n件\n");
    assert_eq!(shown(&format!("{embedded}/Encoding/WinAnsiEncoding")), "57\n件\n");
    // Glyphs that are drawn have only the names they are given, and a number is no name of a digit.
    let drawn = "/Type/Font/Subtype/Type3/FontMatrix[0.001 0 0 0.001 0 0]";
    assert_eq!(shown(&format!("{drawn}/Encoding<</Differences[53/5/seven]>>")), "\u{fffd}\u{fffd}\n件\n");
    assert_eq!(shown(&format!("{drawn}/Encoding<</Differences[53/three 55/seven]>>")), "37\n件\n");
}

#[test]
fn what_was_filled_into_a_form_is_read() {
    let look = "<</Subtype/Form/BBox[0 0 60 20]/Resources 3 0 R/Length 30>>stream\nBT /F2 10 Tf 5 5 Td (42) Tj ET \nendstream endobj\n";
    let notes = "/Annots[<</Subtype/Widget/Rect[200 700 260 720]/AP<</N 90 0 R>>>><</Subtype/Widget/F 2/Rect[300 700 360 720]/AP<</N 90 0 R>>>>]";
    let file = pdf(&[&at(100, 705, "行政许可")], "", notes);
    let at_end = file.windows(7).position(|window| window == b"trailer").unwrap_or(0);
    let file = [&file[..at_end], format!("90 0 obj {look}").as_bytes(), &file[at_end..]].concat();
    assert_eq!(read(&file, None).map(|content| content.text).as_deref(), Ok("行政许可\t42\n\n"));
}
