//! What holds of every input, whatever it is. A target takes any bytes and panics where something does not hold; ordinary tests and
//! the fuzzers of `tests/fuzz` ask the same ones.

#![forbid(unsafe_code)]

pub mod answer;
pub mod check;
pub mod contract;
pub mod file;
pub mod package;
pub mod write;

use package::Packing;

/// One way into the program.
pub struct Target {
    pub name: &'static str,
    /// Tries an input; returns whether it was read as a report or a document.
    pub run: fn(&[u8]) -> bool,
    /// How the files of the kind are packed; the fuzzer sees their parts.
    pub packing: Packing,
    /// The sources whose words make its dictionary, from the top of the project.
    pub words: &'static [&'static str],
}

const ENGINE: &[&str] = &["src/reading", "src/rules", "src/form", "src/report"];

pub const TARGETS: [Target; 17] = [
    Target { name: "text", run: check::text, packing: Packing::None, words: ENGINE },
    Target {
        name: "options",
        run: check::with_options,
        packing: Packing::None,
        words: &[
            "src/options",
            "src/form",
            "src/rules/options.rs",
            "src/rules/dismissal.rs",
            "crates/cli/src/settings.rs",
        ],
    },
    Target { name: "answer", run: answer::in_a_format, packing: Packing::None, words: ENGINE },
    Target {
        name: "write",
        run: write::copies,
        packing: Packing::None,
        words: &[
            "crates/files/src/docx.rs",
            "crates/files/src/xlsx.rs",
            "crates/files/src/html.rs",
            "crates/files/src/write",
        ],
    },
    Target {
        name: "encodings",
        run: file::encodings,
        packing: Packing::None,
        words: &["crates/files/src/encoding.rs", "crates/files/src/kind.rs"],
    },
    Target { name: "csv", run: file::csv, packing: Packing::None, words: &["crates/files/src/csv.rs"] },
    Target {
        name: "html",
        run: file::html,
        packing: Packing::None,
        words: &["crates/files/src/html.rs", "crates/files/src/encoding.rs"],
    },
    Target {
        name: "mht",
        run: file::mht,
        packing: Packing::None,
        words: &["crates/files/src/mht.rs", "crates/files/src/html.rs"],
    },
    Target {
        name: "word-xml",
        run: file::word_xml,
        packing: Packing::None,
        words: &["crates/files/src/docx.rs", "crates/files/src/numbering.rs", "crates/files/src/runs.rs"],
    },
    Target {
        name: "sheet-xml",
        run: file::sheet_xml,
        packing: Packing::None,
        words: &["crates/files/src/sheet_xml.rs", "crates/files/src/sheet.rs"],
    },
    Target { name: "rtf", run: file::rtf, packing: Packing::None, words: &["crates/files/src/rtf.rs"] },
    Target { name: "pdf", run: file::pdf, packing: Packing::None, words: &["crates/files/src/pdf"] },
    Target {
        name: "docx",
        run: file::docx,
        packing: Packing::Zip,
        words: &["crates/files/src/docx.rs", "crates/files/src/numbering.rs", "crates/files/src/runs.rs"],
    },
    Target {
        name: "xlsx",
        run: file::xlsx,
        packing: Packing::Zip,
        words: &["crates/files/src/xlsx.rs", "crates/files/src/workbook.rs", "crates/files/src/number_format.rs"],
    },
    Target { name: "ofd", run: file::ofd, packing: Packing::Zip, words: &["crates/files/src/ofd.rs"] },
    Target { name: "doc", run: file::doc, packing: Packing::Compound, words: &["crates/files/src/doc.rs"] },
    Target { name: "xls", run: file::xls, packing: Packing::Compound, words: &["crates/files/src/xls.rs"] },
];

/// Returns the target of that name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}
