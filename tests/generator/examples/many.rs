//! Writes reports as JSON lines for the filter: so many bodies, seven years of each, one report in memory at a time.
//!
//! `many BODIES [YEARS]`. The id of a line is `province/body/year`. Every fiftieth year of a body does not carry over what the year
//! before left.

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use gouji::form::CellId;
use gouji_generator::layouts;
use gouji_generator::sound::Report;
use serde_json::json;

const LAST_YEAR: u16 = 2025;
const PROVINCES: u64 = 31;
const APPLICANTS: [&str; 6] = ["individual", "company", "research", "nonprofit", "legal_service", "other_organization"];
/// Bodies are numbered from here on, so that no name looks as if a year stood in it.
const FIRST_NAME: u64 = 10_001;
/// One pair of years in so many does not match.
const MISMATCH: u64 = 50;

fn main() -> ExitCode {
    let mut numbers = std::env::args().skip(1).map(|number| number.parse().ok());
    let (Some(Some(bodies)), years @ (None | Some(Some(1..=7)))) = (numbers.next(), numbers.next()) else {
        eprintln!("many BODIES [YEARS from 1 to 7]");
        return ExitCode::FAILURE;
    };
    match write(bodies, years.flatten().unwrap_or(7) as u16) {
        // A reader that has seen enough is no failure.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

fn write(bodies: u64, years: u16) -> io::Result<()> {
    let layout = layouts::named(layouts::PLAIN[0]).ok_or_else(|| io::Error::other("no such layout"))?;
    let mut out = BufWriter::new(io::stdout().lock());
    for body in 0..bodies {
        let mut left = None;
        for year in LAST_YEAR + 1 - years..=LAST_YEAR {
            let seed = body * 7 + u64::from(LAST_YEAR - year);
            let given = carried_in(left.as_ref(), seed % MISMATCH == 0);
            let report = Report::of_body(seed, format!("第{}镇人民政府", body + FIRST_NAME), year, &given)
                .ok_or_else(|| io::Error::other("no form of that year"))?;
            left = Some(APPLICANTS.map(|column| report.number(CellId { row: "requests.carried_out", column })));
            let id = format!("{:02}/{body:06}/{year}", body % PROVINCES + 1);
            let line = json!({"id": id, "text": report.text(layout)}).to_string();
            writeln!(out, "{line}")?;
        }
    }
    out.flush()
}

/// Returns what a report takes over from the year before; enough is closed that its sums can hold.
fn carried_in(left: Option<&[i64; 6]>, mismatch: bool) -> Vec<(CellId, i64)> {
    let Some(left) = left else { return Vec::new() };
    let mut given = Vec::new();
    for (index, (column, &number)) in APPLICANTS.into_iter().zip(left).enumerate() {
        let carried = number + i64::from(mismatch && index == 0);
        given.push((CellId { row: "requests.carried_in", column }, carried));
        given.push((CellId { row: "requests.granted", column }, carried));
    }
    given
}
