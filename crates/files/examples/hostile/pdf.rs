//! Attacks in PDF.

use std::io::Write;

use crate::attacks::{Attack, Expected, attack};
use Expected::{Any, Read, Refused};

/// Zlib's format.
pub fn flate(content: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(content).expect("packed");
    packer.finish().expect("packed")
}

fn lzw(content: &[u8]) -> Vec<u8> {
    weezl::encode::Encoder::with_tiff_size_switch(weezl::BitOrder::Msb, 8).encode(content).expect("packed")
}

/// Spaces, packed twice.
fn spaces(megabytes: usize) -> Vec<u8> {
    flate(&flate(&vec![b' '; megabytes << 20]))
}

/// Runs of spaces that stand for so many megabytes.
fn runs(megabytes: usize) -> Vec<u8> {
    [129, b' '].repeat(megabytes << 13).into_iter().chain([128]).collect()
}

fn stream(number: usize, settings: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("{number} 0 obj\n<<{settings}/Length {}>>stream\n", content.len());
    [head.as_bytes(), content, b"\nendstream\nendobj\n"].concat()
}

const HEAD: &str =
    "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n";
const PAGE: &str =
    "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 5 0 R>>\nendobj\n";
const FONTS: &str = "5 0 obj\n<</Font<</F1 6 0 R>>/XObject<</X 7 0 R/Y 8 0 R>>>>\nendobj\n";
const FONT: &str = "6 0 obj\n<</Type/Font/Subtype/Type0/Encoding/UniGB-UCS2-H/DescendantFonts[]>>\nendobj\n";
const TRAILER: &str = "trailer\n<</Root 1 0 R>>\n";
const WORDS: &str = "BT /F1 9 Tf 72 700 Td <4e004e8c> Tj ET ";

fn file(parts: &[&[u8]]) -> Vec<u8> {
    [&[HEAD.as_bytes(), PAGE.as_bytes(), FONTS.as_bytes()], parts, &[TRAILER.as_bytes()]].concat().concat()
}

/// A page with this content.
fn content(settings: &str, packed: &[u8]) -> Vec<u8> {
    file(&[FONT.as_bytes(), &stream(4, settings, packed)])
}

/// A page that draws so many words with a font that has this map to characters.
fn mapped(settings: &str, map: &[u8], times: usize) -> Vec<u8> {
    let font = "6 0 obj\n<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[]/ToUnicode 9 0 R>>\nendobj\n";
    let words = format!("BT /F1 12 Tf 72 700 Td {} ET", "<0001> Tj ".repeat(times));
    file(&[font.as_bytes(), &stream(9, settings, map), &stream(4, "", words.as_bytes())])
}

/// A file whose page lies in a stream that holds objects, found by a stream that says where objects lie.
fn in_stream(object_stream: &dyn Fn(usize) -> Vec<u8>, xref: &dyn Fn(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut file = HEAD.as_bytes().to_vec();
    let at = file.len();
    file.extend(object_stream(6));
    let place = file.len();
    let row = |kind: u8, one: u32, other: u16| [&[kind][..], &one.to_be_bytes(), &other.to_be_bytes()].concat();
    let rows =
        [row(0, 0, 0), row(1, 9, 0), row(1, 54, 0), row(2, 6, 0), row(0, 0, 0), row(0, 0, 0), row(1, at as u32, 0)];
    file.extend(xref(rows.concat()));
    file.extend(format!("startxref\n{place}\n%%EOF").bytes());
    file
}

fn plain_xref(rows: Vec<u8>) -> Vec<u8> {
    stream(9, "/Type/XRef/Size 7/W[1 4 2]/Root 1 0 R", &rows)
}

fn objects(settings: &'static str, packed: Vec<u8>) -> Vec<u8> {
    in_stream(&|number| stream(number, settings, &packed), &plain_xref)
}

fn page_in_stream() -> Vec<u8> {
    let page = "<</Type/Page/MediaBox[0 0 595 842]/Contents 4 0 R>>";
    [b"3 0 ", page.as_bytes(), " ".repeat(200 << 20).as_bytes()].concat()
}

fn map(entries: &str) -> Vec<u8> {
    format!("begincmap\n{entries}\nendcmap\n").into_bytes()
}

pub fn all() -> Vec<Attack> {
    let big = || vec![b' '; 400 << 20];
    let swollen = Refused("too-much-packed");
    let hidden = |inner: Vec<u8>| {
        let head = b"(6 0 obj\n<</Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]/Length 9 %)/Type/X/Filter/FlateDecode\n/A 1>>stream\n";
        [&b"<<"[..], b"/X", head, &inner, b"\nendstream\nendobj\n"].concat()
    };
    vec![
        attack("pdf content: one flate", swollen, move || content("/Filter/FlateDecode", &flate(&big()))),
        attack("pdf content: two flates", swollen, || content("/Filter[/FlateDecode/FlateDecode]", &spaces(1500))),
        attack("pdf content: three flates", swollen, || content("/Filter[/Fl/Fl/Fl]", &flate(&spaces(1500)))),
        attack("pdf content: nine filters", swollen, || {
            let packed = (0..9).fold(WORDS.as_bytes().to_vec(), |content, _| flate(&content));
            content(&format!("/Filter[{}]", "/Fl".repeat(9)), &packed)
        }),
        attack("pdf content: flate of runs", swollen, || {
            content("/Filter[/FlateDecode/RunLengthDecode]", &flate(&runs(1500)))
        }),
        attack("pdf content: runs", swollen, || content("/Filter/RL", &runs(1500))),
        attack("pdf content: LZW", swollen, || content("/Filter/LZWDecode", &lzw(&vec![b' '; 200 << 20]))),
        attack("pdf content: flate of LZW", swollen, || {
            content("/Filter[/Fl/LZW]", &flate(&lzw(&vec![b' '; 200 << 20])))
        }),
        attack("pdf content: LZW without early change", swollen, || {
            let packed = weezl::encode::Encoder::new(weezl::BitOrder::Msb, 8).encode(&vec![b' '; 200 << 20]);
            content("/Filter/LZW/DecodeParms<</EarlyChange 0>>", &packed.expect("packed"))
        }),
        attack("pdf content: zeros in base 85", swollen, || content("/Filter/A85", &vec![b'z'; 20 << 20])),
        attack("pdf content: flate of base 85", swollen, || {
            content("/Filter[/Fl/A85]", &flate(&vec![b'z'; 200 << 20]))
        }),
        attack("pdf content: flate in hexadecimal", swollen, || {
            let packed: String = spaces(1500).iter().map(|byte| format!("{byte:02x}")).collect();
            content("/Filter[/AHx/Fl/Fl]", packed.as_bytes())
        }),
        attack("pdf content: predictor", swollen, || {
            content("/Filter/Fl/DecodeParms<</Predictor 15/Columns 4>>", &flate(&vec![0; 400 << 20]))
        }),
        attack("pdf content: predictor without columns", Any, || {
            content("/Filter/Fl/DecodeParms<</Predictor 2/Columns 0>>", &flate(WORDS.as_bytes()))
        }),
        attack("pdf content: predictor with endless rows", Any, || {
            content("/Filter/Fl/DecodeParms<</Predictor 12/Columns 999999999999/Colors 255>>", &flate(WORDS.as_bytes()))
        }),
        attack("pdf content: the same stream 4000 times", swollen, || {
            let page = PAGE.replace("4 0 R", &format!("[{}]", "4 0 R ".repeat(4000)));
            let packed = stream(4, "/Filter/Fl", &flate(&vec![b' '; 4 << 20]));
            [HEAD.as_bytes(), page.as_bytes(), FONTS.as_bytes(), &packed, TRAILER.as_bytes()].concat()
        }),
        attack("pdf objects: one flate", swollen, || {
            objects("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", flate(&page_in_stream()))
        }),
        attack("pdf objects: two flates", swollen, || {
            objects("/Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]", flate(&flate(&page_in_stream())))
        }),
        attack("pdf objects: flate of runs", swollen, || {
            objects("/Type/ObjStm/N 1/First 4/Filter[/Fl/RL]", flate(&runs(900)))
        }),
        attack("pdf objects: LZW", swollen, || objects("/Type/ObjStm/N 1/First 4/Filter/LZW", lzw(&page_in_stream()))),
        attack("pdf objects: escaped names", swollen, || {
            objects(
                "/T#79pe/Obj#53tm/N 1/First 4/F#69lter[/F#6cateDecode/Flate#44ecode]",
                flate(&flate(&page_in_stream())),
            )
        }),
        attack("pdf objects: abbreviated names", swollen, || {
            objects("/Type/ObjStm/N 1/First 4/F[/Fl/Fl]", flate(&flate(&page_in_stream())))
        }),
        attack("pdf objects: far from the head", swollen, || {
            let packed = flate(&flate(&page_in_stream()));
            let far = format!("/Type/ObjStm/N 1/First 4/Filter[/Fl/Fl]/X({})", "x".repeat(100_000));
            in_stream(&|number| stream(number, &far, &packed), &plain_xref)
        }),
        attack("pdf objects: behind a remark", swollen, || {
            let packed = flate(&flate(&page_in_stream()));
            let head = format!(
                "6 0 obj % {0}\n<</Type/ObjStm/N 1/First 4/Filter[/Fl/Fl]/Length {1}>> % {0}\nstream\n",
                "x".repeat(9000),
                packed.len()
            );
            in_stream(&|_| [head.as_bytes(), &packed, b"\nendstream\nendobj\n"].concat(), &plain_xref)
        }),
        attack("pdf objects: without a type", Any, || {
            objects("/N 1/First 4/Filter[/FlateDecode/FlateDecode]", flate(&flate(&page_in_stream())))
        }),
        attack("pdf objects: of another type", Any, || {
            objects("/Type/XObject/Subtype/Image/N 1/First 4/Filter[/Fl/Fl]", flate(&flate(&page_in_stream())))
        }),
        attack("pdf objects: within a string", Any, move || {
            in_stream(&|_| hidden(flate(&flate(&page_in_stream()))), &plain_xref)
        }),
        attack("pdf objects: filter elsewhere", Any, || {
            let packed = flate(&flate(&page_in_stream()));
            let filter = b"8 0 obj [/Fl/Fl] endobj\n".to_vec();
            let container = stream(6, "/Type/ObjStm/N 1/First 4/Filter 8 0 R", &packed);
            in_stream(&|_| [container.clone(), filter.clone()].concat(), &plain_xref)
        }),
        attack("pdf objects: length elsewhere", swollen, || {
            let packed = flate(&flate(&page_in_stream()));
            let container = |_| {
                let head = b"6 0 obj\n<</Type/ObjStm/N 1/First 4/Filter[/Fl/Fl]/Length 8 0 R>>stream\n";
                [&head[..], &packed, b"\nendstream\nendobj\n"].concat()
            };
            in_stream(&container, &plain_xref)
        }),
        attack("pdf objects: no table of places", swollen, || {
            let packed = flate(&flate(&page_in_stream()));
            let container = stream(6, "/Type/ObjStm/N 1/First 4/Filter[/Fl/Fl]", &packed);
            [HEAD.as_bytes(), &container, TRAILER.as_bytes()].concat()
        }),
        attack("pdf objects: damage before the swelling", Any, || {
            // A copy from before the beginning, which one unpacker takes for the end and another for nothing.
            let packed = flate(&page_in_stream());
            let damaged = [&[0x4b, 0x04, 0xf1, 0x00][..], &packed[2..]].concat();
            objects("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", damaged)
        }),
        attack("pdf objects: 300 streams of 4 MB", swollen, || {
            let packed = flate(&vec![b' '; 4 << 20]);
            let all: Vec<u8> =
                (10..310).flat_map(|number| stream(number, "/Type/ObjStm/N 1/First 4/Filter/Fl", &packed)).collect();
            [HEAD.as_bytes(), &all, TRAILER.as_bytes()].concat()
        }),
        attack("pdf objects: locked", swollen, || {
            let packed = flate(&flate(&page_in_stream()));
            let container = stream(6, "/Type/ObjStm/N 1/First 4/Filter[/Fl/Fl]", &packed);
            let lock = "trailer\n<</Root 1 0 R/Encrypt<</Filter/Standard/V 1/R 2/O(12345678901234567890123456789012)/U(12345678901234567890123456789012)/P -4>>>>\n";
            [HEAD.as_bytes(), &container, lock.as_bytes()].concat()
        }),
        attack("pdf objects: a million of them", Any, || {
            let numbers: String = (0..1_000_000).map(|number| format!("{number} {number} ")).collect();
            let inside = format!("{numbers}{}", "1 ".repeat(1_000_000));
            let settings = format!("/Type/ObjStm/N 1000000/First {}/Filter/Fl", numbers.len());
            in_stream(&|number| stream(number, &settings, &flate(inside.as_bytes())), &plain_xref)
        }),
        attack("pdf places: two flates", swollen, || {
            let container = |number| stream(number, "/Type/ObjStm/N 1/First 4", b"3 0 <</Type/Page>>");
            let xref = |rows: Vec<u8>| {
                let packed = flate(&flate(&[rows, vec![0; 900 << 20]].concat()));
                stream(9, "/Type/XRef/Size 7/W[1 4 2]/Root 1 0 R/Filter[/Fl/Fl]", &packed)
            };
            in_stream(&container, &xref)
        }),
        attack("pdf places: without a type", Any, || {
            let container = |number| stream(number, "/Type/ObjStm/N 1/First 4", b"3 0 <</Type/Page>>");
            let xref = |rows: Vec<u8>| {
                let packed = flate(&flate(&[rows, vec![0; 900 << 20]].concat()));
                stream(9, "/Size 7/W[1 4 2]/Root 1 0 R/Filter[/Fl/Fl]", &packed)
            };
            in_stream(&container, &xref)
        }),
        attack("pdf places: ten million", swollen, || {
            let container = |number| stream(number, "/Type/ObjStm/N 1/First 4", b"3 0 <</Type/Page>>");
            let xref = |rows: Vec<u8>| {
                let packed = flate(&[rows, vec![1; 20 << 20]].concat());
                stream(9, "/Type/XRef/Size 99999999/W[0 1 1]/Root 1 0 R/Filter/Fl", &packed)
            };
            in_stream(&container, &xref)
        }),
        attack("pdf places: each before itself", Any, || {
            let table = "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Prev 140>>\n".repeat(2000);
            format!("{HEAD}{PAGE}{table}startxref\n{}\n%%EOF", HEAD.len() + PAGE.len()).into_bytes()
        }),
        attack("pdf map: one code, two million characters", swollen, || {
            let target = "0041".repeat(2_000_000);
            mapped("/Filter/FlateDecode", &flate(&map(&format!("1 beginbfchar\n<0001> <{target}>\nendbfchar"))), 20)
        }),
        attack("pdf map: one code, 400 000 characters", swollen, || {
            let target = "0041".repeat(400_000);
            mapped("/Filter/FlateDecode", &flate(&map(&format!("1 beginbfchar\n<0001> <{target}>\nendbfchar"))), 90_000)
        }),
        attack("pdf map: characters in brackets", swollen, || {
            let target = "A".repeat(1_500_000);
            mapped("/Filter/FlateDecode", &flate(&map(&format!("1 beginbfchar\n<0001> ({target})\nendbfchar"))), 90_000)
        }),
        attack("pdf map: two flates", swollen, || {
            mapped("/Filter[/Fl/Fl]", &flate(&flate(&map(&" ".repeat(600 << 20)))), 9)
        }),
        attack("pdf map: two million codes", swollen, || {
            let lines: String = (0..2_000_000).map(|code| format!("<{code:08x}><{:04x}>\n", code & 0x7fff)).collect();
            mapped("/Filter/Fl", &flate(&map(&format!("1 beginbfchar\n{lines}endbfchar"))), 9)
        }),
        attack("pdf map: a hundred characters for each code", Any, || {
            let lines = format!("1 beginbfrange\n<0000> <ffff> <{}>\nendbfrange", "0041".repeat(100));
            mapped("", &map(&lines), 300_000)
        }),
        attack("pdf map: for the bytes", Any, || {
            let ranges: String = (0..60_000).map(|code| format!("<{code:04x}><{code:04x}> {code}\n")).collect();
            let font =
                "6 0 obj\n<</Type/Font/Subtype/Type0/Encoding 9 0 R/DescendantFonts[]/ToUnicode 9 0 R>>\nendobj\n";
            let words = format!("BT /F1 9 Tf {} ET", "<0001000200030004> Tj ".repeat(100_000));
            let map = stream(9, "/Filter/Fl", &flate(&map(&format!("1 begincidrange\n{ranges}endcidrange"))));
            file(&[font.as_bytes(), &map, &stream(4, "/Filter/Fl", &flate(words.as_bytes()))])
        }),
        attack("pdf map: for 3 000 fonts", Any, || {
            let lines: String = (0..20_000).map(|code| format!("<{code:04x}><{:04x}>\n", code & 0x7fff)).collect();
            let map = stream(9, "/Filter/Fl", &flate(&map(&format!("1 beginbfchar\n{lines}endbfchar"))));
            let fonts: String = (100..3100).map(|font| format!("{font} 0 obj <</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[]/ToUnicode 9 0 R>> endobj\n")).collect();
            let names: String = (100..3100).map(|font| format!("/F{font} {font} 0 R")).collect();
            let words: String = (100..3100).map(|font| format!("/F{font} 9 Tf <0001> Tj ")).collect();
            let resources = format!("5 0 obj <</Font<<{names}>>>> endobj\n");
            [
                HEAD.as_bytes(),
                PAGE.as_bytes(),
                resources.as_bytes(),
                fonts.as_bytes(),
                &map,
                &stream(4, "", words.as_bytes()),
                TRAILER.as_bytes(),
            ]
            .concat()
        }),
        attack("pdf pages: four million in the tree", swollen, || {
            let head = HEAD.replace("3 0 R", &"<<>>".repeat(4_000_000));
            [head.as_bytes(), PAGE.as_bytes(), TRAILER.as_bytes()].concat()
        }),
        attack("pdf pages: four million in a packed tree", swollen, || {
            let tree = format!("2 0 <</Type/Pages/Kids[{}]>>", "<<>>".repeat(4_000_000));
            let container = stream(6, "/Type/ObjStm/N 1/First 4/Filter/Fl", &flate(tree.as_bytes()));
            [b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n", &container[..], TRAILER.as_bytes()].concat()
        }),
        attack("pdf pages: four million elsewhere", swollen, || {
            let head = HEAD.replace("[3 0 R]", " 8 0 R");
            let kids = format!("8 0 obj [{}] endobj\n", "<<>>".repeat(4_000_000));
            [head.as_bytes(), PAGE.as_bytes(), kids.as_bytes(), TRAILER.as_bytes()].concat()
        }),
        attack("pdf pages: 40 000", Any, || {
            let kids: String = (10..40_010).map(|number| format!("{number} 0 R ")).collect();
            let pages: String = (10..40_010)
                .map(|number| format!("{number} 0 obj <</Type/Page/Contents 4 0 R/Resources 5 0 R>> endobj\n"))
                .collect();
            let head = HEAD.replace("3 0 R", &kids);
            [
                head.as_bytes(),
                FONTS.as_bytes(),
                FONT.as_bytes(),
                pages.as_bytes(),
                &stream(4, "", WORDS.as_bytes()),
                TRAILER.as_bytes(),
            ]
            .concat()
        }),
        attack("pdf pages: a tree 100 000 deep", Any, || {
            let nodes: String = (10..100_010)
                .map(|number| format!("{number} 0 obj <</Type/Pages/Kids[{} 0 R]>> endobj\n", number + 1))
                .collect();
            [HEAD.replace("3 0 R", "10 0 R").as_bytes(), nodes.as_bytes(), TRAILER.as_bytes()].concat()
        }),
        attack("pdf structure: dictionaries that never end", swollen, || {
            [HEAD.as_bytes(), "<<(".repeat(3_000_000).as_bytes(), TRAILER.as_bytes()].concat()
        }),
        attack("pdf structure: objects that never end", swollen, || {
            [HEAD.as_bytes(), "1 0 obj(".repeat(2_000_000).as_bytes(), TRAILER.as_bytes()].concat()
        }),
        attack("pdf structure: brackets in brackets", Any, || {
            [HEAD.as_bytes(), b"9 0 obj ", "[".repeat(8 << 20).as_bytes(), TRAILER.as_bytes()].concat()
        }),
        attack("pdf structure: two million keys", swollen, || {
            let keys: String = (0..2_000_000).map(|key| format!("/{key} 1")).collect();
            file(&[FONT.as_bytes(), format!("8 0 obj <<{keys}>> endobj\n").as_bytes()])
        }),
        attack("pdf structure: streams without ends", swollen, || {
            [file(&[]), "1 0 obj <</Length 9>>stream\nabc\n".repeat(300_000).into_bytes()].concat()
        }),
        attack("pdf structure: 300 000 objects of nothing", Any, || {
            let all: String = (10..300_010).map(|number| format!("{number} 0 obj null endobj\n")).collect();
            file(&[FONT.as_bytes(), &stream(4, "", WORDS.as_bytes()), all.as_bytes()])
        }),
        attack("pdf drawing: forms in forms", swollen, || {
            let one = stream(7, "/Subtype/Form/Resources 5 0 R", format!("{WORDS}/Y Do ").repeat(2000).as_bytes());
            let other = stream(8, "/Subtype/Form/Resources 5 0 R", WORDS.repeat(2000).as_bytes());
            file(&[FONT.as_bytes(), &one, &other, &stream(4, "", "/X Do ".repeat(2000).as_bytes())])
        }),
        attack("pdf drawing: four million characters", swollen, || {
            content("/Filter/Fl", &flate(format!("BT /F1 9 Tf <{}> Tj", "4e00".repeat(4_000_000)).as_bytes()))
        }),
        attack("pdf drawing: pictures within the page", swollen, || {
            content("/Filter/Fl", &flate(format!("BI ID EI {}", "EI ( ".repeat(400_000)).as_bytes()))
        }),
        attack("pdf drawing: a grid of 4 000 by 4 000", Any, || {
            let lying = (0..4000).map(|line| format!("0 {} m 900 {0} l S ", line * 6)).collect::<String>();
            let standing = (0..4000).map(|line| format!("{} 0 m {0} 900 l S ", line * 6)).collect::<String>();
            content("/Filter/Fl", &flate((lying + &standing + WORDS).as_bytes()))
        }),
        attack("pdf drawing: 4 000 frames", Any, || {
            let frames =
                (0..1000).map(|frame| format!("{} {} 20 8 re {0} {1} 10 8 re S ", frame % 20 * 30, frame / 20 * 16));
            content("/Filter/Fl", &flate((frames.collect::<String>() + &WORDS.repeat(9000)).as_bytes()))
        }),
        attack("pdf drawing: figures in 200 000 places", Any, || {
            let words =
                (0..200_000).map(|at| format!("BT /F1 1 Tf {} {} Td <0031> Tj ET ", at % 300 * 2, at / 300 * 2));
            content("/Filter/Fl", &flate(words.collect::<String>().as_bytes()))
        }),
        attack("pdf drawing: 100 000 boxes", Any, || {
            let boxes = (0..100_000).map(|at| format!("{} {} 9 9 re f ", at % 300 * 10, at / 300 * 10));
            content("/Filter/Fl", &flate((boxes.collect::<String>() + WORDS).as_bytes()))
        }),
        attack("pdf drawing: 500 000 states kept", Read, || {
            content("/Filter/Fl", &flate(("q ".repeat(500_000) + WORDS).as_bytes()))
        }),
        attack("pdf drawing: 100 000 notes", Any, || {
            let page = PAGE.replace("/Parent", &format!("/Annots[{}]/Parent", "8 0 R ".repeat(100_000)));
            let note = "8 0 obj <</Subtype/Widget/Rect[0 0 9 9]/AP<</N 7 0 R>>>> endobj\n";
            let look = stream(7, "/Subtype/Form/BBox[0 0 9 9]/Resources 5 0 R", WORDS.repeat(1000).as_bytes());
            [
                HEAD.as_bytes(),
                page.as_bytes(),
                FONTS.as_bytes(),
                FONT.as_bytes(),
                note.as_bytes(),
                &look,
                &stream(4, "", WORDS.as_bytes()),
                TRAILER.as_bytes(),
            ]
            .concat()
        }),
        attack("pdf drawing: a large font asked for 20 000 times", Any, || {
            let keys: String = (0..200_000).map(|key| format!("/K{key} 1")).collect();
            let font = format!(
                "6 0 obj\n<</Type/Font/Subtype/Type0/Encoding/UniGB-UCS2-H/DescendantFonts[]{keys}>>\nendobj\n"
            );
            let names: String = (0..20_000).map(|name| format!("/N{name} 6 0 R")).collect();
            let words: String = (0..20_000).map(|name| format!("/N{name} 9 Tf <4e00> Tj ")).collect();
            let resources = format!("5 0 obj <</Font<<{names}>>>> endobj\n");
            [
                HEAD.as_bytes(),
                PAGE.as_bytes(),
                resources.as_bytes(),
                font.as_bytes(),
                &stream(4, "", words.as_bytes()),
                TRAILER.as_bytes(),
            ]
            .concat()
        }),
        attack("pdf drawing: a font with 60 000 widths", Any, || {
            let widths = "1[1]".repeat(60_000);
            let font = format!(
                "6 0 obj\n<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W[{widths}]>>]>>\nendobj\n"
            );
            let words = format!("BT /F1 9 Tf <{}> Tj", "4e00".repeat(400_000));
            file(&[font.as_bytes(), &stream(4, "/Filter/Fl", &flate(words.as_bytes()))])
        }),
        attack("pdf honest: twenty megabytes of pictures", Read, || {
            let noise: Vec<u8> = (0..20_u32 << 20).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
            let picture = stream(7, "/Subtype/Image/Width 9/Height 9/Filter/DCTDecode", &noise);
            file(&[
                FONT.as_bytes(),
                &stream(4, "/Filter/Fl", &flate((WORDS.to_string() + "/X Do").as_bytes())),
                &picture,
            ])
        }),
        attack("pdf honest: a picture of 200 MB unpacked", Read, || {
            let picture =
                stream(7, "/Subtype/Image/Width 9/Height 9/Filter/FlateDecode", &flate(&vec![255; 200 << 20]));
            file(&[FONT.as_bytes(), &stream(4, "", (WORDS.to_string() + "/X Do").as_bytes()), &picture])
        }),
        attack("pdf honest: 300 pages of 2 000 characters", Read, || {
            let kids: String = (0..300).map(|page| format!("{} 0 R ", 10 + page * 2)).collect();
            let head = HEAD.replace("3 0 R", &kids);
            let line = |y: usize| format!("BT /F1 9 Tf 72 {y} Td <{}> Tj ET ", "4e00".repeat(40));
            let words: String = (0..50).map(|number| line(50 + number * 14)).collect();
            let pages = (0..300).flat_map(|page| {
                let number = 10 + page * 2;
                let head = format!(
                    "{number} 0 obj <</Type/Page/MediaBox[0 0 595 842]/Contents {} 0 R/Resources 5 0 R>> endobj\n",
                    number + 1
                );
                [head.into_bytes(), stream(number + 1, "/Filter/Fl", &flate(words.as_bytes()))].concat()
            });
            [head.as_bytes(), FONTS.as_bytes(), FONT.as_bytes(), &pages.collect::<Vec<u8>>(), TRAILER.as_bytes()]
                .concat()
        }),
    ]
}
