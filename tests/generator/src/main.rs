//! `accuracy`: how well reports of every layout are read, as a table.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use gouji_generator::damage::Damage;
use gouji_generator::measure::{self, Fault, Measured, Plan};
use gouji_generator::near_misses::garnished;
use gouji_generator::truth::Outcome;
use gouji_generator::{Recipe, kept, layouts, planted, plausible, prose, repairs};

#[derive(Parser)]
#[command(about = "Reads generated reports in every layout and counts how the cells come out")]
struct Arguments {
    /// How many sound reports are read.
    #[arg(long, default_value_t = 20_000)]
    reports: u64,
    /// How many damaged reports are read.
    #[arg(long, default_value_t = 10_000)]
    damage: u64,
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Only this layout, such as A4.
    #[arg(long)]
    layout: Option<String>,
    /// Prints the report of that seed (with --layout) and how each cell comes out, and stops.
    #[arg(long)]
    show: Option<u64>,
    /// Reads so many reports of each set of damages instead of sound ones. With --show: the damaged report of that seed.
    #[arg(long, value_name = "REPORTS", num_args = 0..=1, default_missing_value = "10000")]
    damaged: Option<u64>,
    /// With --show: the report of that seed with a torn row.
    #[arg(long)]
    torn: bool,
    /// How many faults are listed.
    #[arg(long, default_value_t = 20)]
    faults: usize,
    /// List also cells that were not read, not only wrong ones.
    #[arg(long)]
    all: bool,
    /// Plants one fault in each of so many sound reports instead, and shows which rules find them.
    #[arg(long, value_name = "REPORTS")]
    planted: Option<u64>,
    /// With --layout and --show: prints the report with that planted fault instead.
    #[arg(long, value_name = "FAULT")]
    fault: Option<usize>,
    /// Shows what the rules say of so many plausible reports without a fault instead: in layouts that lose nothing, and in the others.
    /// With --layout and --show: prints that plausible report.
    #[arg(long, value_name = "REPORTS")]
    plausible: Option<u64>,
    /// Composes the prose of so many reports by chance instead, and shows how its numbers come out. With --show: prints that report.
    #[arg(long, value_name = "REPORTS")]
    prose: Option<u64>,
    /// Breaks so many tables in each of several ways instead, and shows how the proposed repairs mend them.
    #[arg(long, value_name = "TABLES")]
    repairs: Option<u64>,
    /// Measures everything the kept table holds and writes it there.
    #[arg(long, value_name = "FILE")]
    write: Option<PathBuf>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let layout = match arguments.layout.as_deref().map(layouts::named) {
        Some(None) => {
            eprintln!("no layout of that name");
            return ExitCode::FAILURE;
        }
        Some(Some(layout)) => Some(layout),
        None => None,
    };
    if let (Some(_), Some(seed)) = (arguments.prose, arguments.show) {
        println!("{}", prose::shown(seed));
        return ExitCode::SUCCESS;
    }
    if let Some(seed) = arguments.show {
        let Some(layout) = layout else {
            eprintln!("--show needs --layout");
            return ExitCode::FAILURE;
        };
        if let Some(fault) = arguments.fault {
            println!("{}", planted::shown(fault, layout, seed).unwrap_or_default());
            return ExitCode::SUCCESS;
        }
        if arguments.plausible.is_some() {
            println!("{}", garnished(seed).text(layout));
            return ExitCode::SUCCESS;
        }
        let recipe = Recipe::draw(seed, layout);
        show(&match (arguments.damaged, arguments.torn) {
            (_, true) => recipe.damaged(Damage::TORN_ROWS),
            (Some(_), false) => recipe.damaged(Damage::LOSSES),
            (None, false) => recipe,
        });
        return ExitCode::SUCCESS;
    }
    if let Some(file) = &arguments.write {
        quiet_panics();
        return match std::fs::write(file, kept::table()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{}: {error}", file.display());
                ExitCode::FAILURE
            }
        };
    }
    if let Some(reports) = arguments.planted {
        return planted(reports, arguments.seed);
    }
    if let Some(tables) = arguments.repairs {
        return repairs(tables, arguments.seed);
    }
    if let Some(reports) = arguments.plausible {
        plausible(reports, &arguments);
        return ExitCode::SUCCESS;
    }
    if let Some(reports) = arguments.prose {
        let measured = prose::measure::run(reports, arguments.seed);
        println!("{}", prose::table(&measured, arguments.faults));
        return if measured.is_right() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    quiet_panics();
    let (reports, damage) = arguments.damaged.map_or((arguments.reports, arguments.damage), |damage| (0, damage));
    let plan = Plan { reports, seed: arguments.seed, layout: layout.map(|layout| layout.id), damages: &[] };
    let damaged = |damages| Plan { reports: damage, damages, ..plan };
    let parts = [
        ("sound", plan, ""),
        ("damaged", damaged(Damage::LOSSES), " --damaged"),
        ("with torn rows", damaged(Damage::TORN_ROWS), " --torn"),
    ];
    let mut sane = true;
    for (heading, plan, switch) in parts.into_iter().filter(|(_, plan, _)| plan.reports > 0) {
        let measured = measure::run(plan);
        println!("{heading}\n{}\n{}", measured.by_layout(), measured.by_kind());
        list(&measured, &arguments, switch);
        println!("{heading}: {} reports, {} numbers wrong\n", plan.reports, measured.wrong());
        sane &= measured.wrong() == 0 && measured.panics.is_empty();
    }
    if sane { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A reader that stops is counted, not shown.
fn quiet_panics() {
    std::panic::set_hook(Box::new(|_| {}));
}

/// Prints how the planted faults came out; a failure when one that is shown was missed, one that is lost passed as clean, or a rule spoke
/// beside it that sees nothing of it.
fn planted(reports: u64, seed: u64) -> ExitCode {
    let counts = planted::run(reports, seed);
    let line = |name: &str, cells: [String; 6]| {
        cells.iter().fold(format!("{name:<8}"), |line, cell| format!("{line} {cell:>9}"))
    };
    let heads = ["planted", "found", "elsewhere", "in doubt", "missed", "clean"].map(str::to_string);
    println!("{}  beside", line("rule", heads));
    let mut all = [0; 6];
    for (rule, count) in &counts {
        let numbers = [count.planted, count.found, count.elsewhere, count.in_doubt, count.missed, count.clean];
        all.iter_mut().zip(numbers).for_each(|(all, number)| *all += number);
        let mut text = line(rule, numbers.map(|number| number.to_string()));
        count
            .beside
            .iter()
            .for_each(|rule| text += &format!("  {rule}{}", if count.alarms.contains(rule) { "!" } else { "" }));
        if let Some((fault, layout, seed)) = count.example {
            text += &format!("  see --layout {layout} --show {seed} --fault {fault}");
        }
        println!("{text}");
    }
    println!("{}", line("all", all.map(|number| number.to_string())));
    let failed = counts.values().any(|count| count.failures() > 0);
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Prints what is said of sound reports.
fn plausible(reports: u64, arguments: &Arguments) {
    for (losing, heading) in [(false, "layouts that lose nothing"), (true, "layouts that lose something")] {
        let measured = plausible::run(reports, arguments.seed, losing);
        println!("{heading}, {reports} reports");
        for ((rule, severity), alarm) in &measured.alarms {
            let plausible::Alarm { count, layout, seed, message } = alarm;
            println!("  {rule} {severity:?} x {count}  {layout} seed {seed}  {message}");
        }
        println!(
            "  numbers not understood per report: {:.3} ({} of them about what the tables count)",
            measured.unread_per_report(),
            measured.unread_that_matter
        );
        let mut sentences: Vec<_> = measured.sentences.iter().collect();
        sentences.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        for (sentence, count) in sentences.into_iter().take(arguments.faults) {
            println!("    {count} x {sentence}");
        }
    }
}

/// Prints how broken tables are mended; a failure when a proposal does not mend its table or asks for more than was broken.
fn repairs(tables: u64, seed: u64) -> ExitCode {
    let heads =
        ["tables", "first", "of 3", "of all", "smaller", "none", "unsound", "larger", "half ms", "99% ms", "most ms"];
    let [tables_head, rest @ ..] = heads;
    let widths = [7, 7, 7, 7, 7, 8, 7, 9, 9, 9];
    let head = rest
        .iter()
        .zip(widths)
        .fold(format!("{tables_head:>7}"), |line, (head, width)| format!("{line} {head:>width$}"));
    let mut failed = false;
    let mut last = None;
    for ((table, acts, slip), count) in repairs::run(tables, seed) {
        if last.replace((table, acts)) != Some((table, acts)) {
            println!("{:<22}{head}", format!("{}, {acts}", table.id()));
        }
        let example = count.example.map_or_else(String::new, |seed| format!("  seed {seed}"));
        let fault = count.fault.map_or_else(String::new, |seed| format!("  fault at seed {seed}"));
        println!("{:<22}{count}{example}{fault}", format!("{slip:?}"));
        failed |= count.unsound + count.larger > 0;
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn list(measured: &Measured, arguments: &Arguments, damaged: &str) {
    let mut faults: Vec<&Fault> =
        measured.faults.iter().filter(|fault| arguments.all || fault.outcome == Outcome::Wrong).collect();
    faults.sort_by_key(|fault| (fault.seed, std::cmp::Reverse(fault.outcome)));
    // One line per report: its worst cell, and how many more there are.
    let mut reports: Vec<&[&Fault]> = faults.chunk_by(|a, b| a.seed == b.seed).collect();
    reports.sort_by_key(|faults| std::cmp::Reverse(faults[0].outcome));
    for faults in reports.iter().take(arguments.faults) {
        let layout = faults[0].layout;
        println!("{:>3} x {}  --layout {layout} --show {}{damaged}", faults.len(), faults[0], faults[0].seed);
    }
    if reports.len() > arguments.faults {
        println!("... and {} more reports with faults", reports.len() - arguments.faults);
    }
    for (seed, layout) in measured.panics.iter().take(arguments.faults) {
        println!("panic: --layout {layout} --show {seed}{damaged}");
    }
}

fn show(recipe: &Recipe) {
    let sample = recipe.make();
    println!("{}", sample.text);
    println!("----\nset in {}, noise {:?}, damage {:?}", recipe.set_in.id, recipe.noise, recipe.damage);
    let Some(reports) = measure::read(&sample.text) else {
        println!("the reader panicked");
        return;
    };
    for (index, cell, asked, outcome) in measure::outcomes(&sample, &reports) {
        if outcome != Outcome::Right {
            let got = reports.get(index).and_then(|report| report.cell(cell)).map(|cell| &cell.content);
            let truth = sample.truths.get(index).and_then(|truths| truths.get(&cell)).map(|truth| &truth.acceptable);
            println!("{outcome:?}  report {index}  {cell}  asked {asked:?}, acceptable {truth:?}  got {got:?}");
        }
    }
}
