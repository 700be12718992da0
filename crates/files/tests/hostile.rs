//! Some of the attacks of `examples/hostile`, in every run of the tests; the example takes all of them and measures.

#[path = "../examples/hostile/attacks.rs"]
mod attacks;
#[path = "../examples/hostile/pdf.rs"]
mod pdf;

/// Those that are soon made.
const TRIED: [&str; 18] = [
    "pdf content: nine filters",
    "pdf content: predictor without columns",
    "pdf map: one code, two million characters",
    "pdf pages: four million in the tree",
    "pdf structure: dictionaries that never end",
    "pdf honest: 300 pages of 2 000 characters",
    "zip: one packed page 64 times",
    "docx: a number of 100 000 levels, 40 000 times",
    "docx honest: two megabytes of prose",
    "xlsx: one string of 1 MB in 100 000 cells",
    "ofd: many steps, many times",
    "doc: a number of 60 000 levels, 20 000 times",
    "xls: one string of 56 000 characters in 60 000 cells",
    "rtf honest: two megabytes of prose",
    "html honest: two megabytes of prose",
    "mht: a million heads",
    "csv: thirty million commas on one line",
    "text honest: two megabytes of prose",
];

fn result(bytes: &[u8]) -> String {
    match gouji_files::read(bytes, None) {
        Ok(content) => format!("read {}", content.kind.id()),
        Err(error) => format!("refused({})", error.code()),
    }
}

#[test]
fn attacks_are_refused_and_honest_files_are_read() {
    let all = attacks::all();
    for name in TRIED {
        let attack = all.iter().find(|attack| attack.name == name).expect("the attack is known");
        let result = result(&(attack.make)());
        assert!(attack.expected.allows(&result), "{name}: {result}");
    }
}

#[test]
fn names_of_attacks_are_their_own() {
    let mut names: Vec<&str> = attacks::all().iter().map(|attack| attack.name).collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!((names.len(), count >= 120), (count, true));
}

/// Streams that hold objects, whose two filters a look for plain names would miss, small enough for every run.
#[test]
fn objects_packed_twice_are_counted_however_they_are_named() {
    let packed = pdf::flate(&pdf::flate(&vec![b' '; 40 << 20]));
    for head in [
        "<</Type/ObjStm/N 1/First 4/Filter[/FlateDecode/FlateDecode]",
        "<</T#79pe/Obj#53tm/N 1/First 4/F[/Fl/Flate#44ecode]",
        &format!("<</Type/ObjStm/N 1/First 4/Filter[/Fl/Fl]/X({})", "x".repeat(5000)),
        "<</Type/XRef/Size 9/W[1 2 1]/Filter[/Fl/Fl]/DecodeParms[null<</Predictor 12/Columns 4>>]",
    ] {
        let head = format!("%PDF-1.5\n6 0 obj\n{head}/Length {}>> % a remark\nstream\n", packed.len());
        let file = [head.as_bytes(), &packed, b"\nendstream\nendobj\ntrailer<</Root 1 0 R>>"].concat();
        assert_eq!(result(&file), "refused(too-much-packed)", "{head:.90}");
    }
}

#[test]
fn the_samples_at_hand_are_refused() {
    let Ok(folder) = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/cases/hostile")) else {
        return;
    };
    for path in
        folder.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "pdf"))
    {
        let bytes = std::fs::read(&path).expect("the sample is read");
        assert_eq!(result(&bytes), "refused(too-much-packed)", "{}", path.display());
    }
}
