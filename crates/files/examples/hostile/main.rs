//! Reads the attacks of `attacks.rs`, each in a child process: `read` or `refused(CODE)`, seconds, megabytes at the most.
//! `cargo run --profile measure -p gouji-files --example hostile -- [--keep FOLDER] [WORD...]`
//!
//! Words choose the attacks whose names hold one of them. The end is a table by kind, and says how many took more than two seconds or
//! 256 MB.

mod attacks;
mod pdf;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

const LONGEST: f64 = 2.0;
const MOST_MEMORY: f64 = 256.0;
/// A child that is not done by then is ended.
const PATIENCE: Duration = Duration::from_secs(20);

/// What became of the attacks of one kind.
#[derive(Default)]
struct OfKind {
    read: usize,
    refused: usize,
    seconds: f64,
    megabytes: f64,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [flag, path] if flag == "--read" => child(Path::new(path)),
        _ => parent(&arguments),
    }
}

/// Reads one file and tells how it went.
fn child(path: &Path) -> ExitCode {
    let Ok(bytes) = std::fs::read(path) else { return ExitCode::FAILURE };
    let (start, before) = (Instant::now(), processor_seconds());
    let result = match gouji_files::read(&bytes, None) {
        Ok(content) => format!("read {}", content.kind.id()),
        Err(error) => format!("refused({})", error.code()),
    };
    // On a busy machine only the processor's own time says how long it takes.
    let spent = processor_seconds().zip(before).map(|(after, before)| after - before);
    let seconds = spent.unwrap_or_else(|| start.elapsed().as_secs_f64());
    println!("{result}\t{seconds}\t{}", most_memory().unwrap_or(0.0));
    ExitCode::SUCCESS
}

/// Returns how long the process has had a processor, where the system tells.
fn processor_seconds() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    told.split(' ').next()?.parse::<f64>().ok().map(|nanoseconds| nanoseconds / 1e9)
}

/// Returns how many megabytes the process has had at the most, where the system tells.
fn most_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse::<f64>().ok().map(|kilobytes| kilobytes / 1024.0)
}

fn parent(arguments: &[String]) -> ExitCode {
    let (mut keep, mut words) = (None, Vec::new());
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--keep" => keep = arguments.next().map(PathBuf::from),
            _ => words.push(argument),
        }
    }
    let folder = keep.clone().unwrap_or_else(|| std::env::temp_dir().join(format!("hostile-{}", std::process::id())));
    if let Err(error) = std::fs::create_dir_all(&folder) {
        eprintln!("{}: {error}", folder.display());
        return ExitCode::FAILURE;
    }
    let all = attacks::all();
    let chosen = all.iter().filter(|attack| words.is_empty() || words.iter().any(|word| attack.name.contains(*word)));
    let (mut count, mut over, mut astray) = (0, 0, 0);
    let mut kinds: BTreeMap<&str, OfKind> = BTreeMap::new();
    println!("{:<44} {:>9}  {:<24} {:>7} {:>6}", "attack", "bytes", "result", "seconds", "MB");
    for attack in chosen {
        let bytes = (attack.make)();
        let path = folder.join(attack.name.replace([' ', '/'], "-"));
        let (result, seconds, megabytes) = match std::fs::write(&path, &bytes) {
            Ok(()) => read_apart(&path),
            Err(error) => (error.to_string(), f64::INFINITY, f64::INFINITY),
        };
        let is_over = seconds > LONGEST || megabytes > MOST_MEMORY;
        let is_astray = !attack.expected.allows(&result);
        (count, over, astray) = (count + 1, over + usize::from(is_over), astray + usize::from(is_astray));
        // The first word of a name is the kind of file.
        let kind = kinds.entry(attack.name.split([' ', ':']).next().unwrap_or_default()).or_default();
        kind.read += usize::from(result.starts_with("read"));
        kind.refused += usize::from(result.starts_with("refused"));
        (kind.seconds, kind.megabytes) = (kind.seconds.max(seconds), kind.megabytes.max(megabytes));
        let note = if is_over {
            " OVER"
        } else if is_astray {
            " NOT AS EXPECTED"
        } else {
            ""
        };
        println!("{:<44} {:>9}  {result:<24} {seconds:>7.2} {megabytes:>6.0}{note}", attack.name, bytes.len());
        if keep.is_none() {
            let _ = std::fs::remove_file(&path);
        }
    }
    if keep.is_none() {
        let _ = std::fs::remove_dir(&folder);
    }
    println!(
        "\n| kind | attacks | read | refused with a sentence | slowest | most memory |\n| --- | --- | --- | --- | --- | --- |"
    );
    for (kind, OfKind { read, refused, seconds, megabytes }) in &kinds {
        let all = read + refused;
        println!("| {kind} | {all} | {read} | {refused} | {seconds:.2} s | {megabytes:.0} MB |");
    }
    println!("\n{count} attacks: {over} over {LONGEST} s or {MOST_MEMORY} MB, {astray} not as expected");
    if over + astray == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Has a child read the file: the result, seconds, megabytes.
fn read_apart(path: &Path) -> (String, f64, f64) {
    let failed = |why: &str| (why.to_string(), f64::INFINITY, f64::INFINITY);
    let Ok(own) = std::env::current_exe() else { return failed("no child") };
    let (output, errors) = (std::process::Stdio::piped(), std::process::Stdio::null());
    let child = Command::new(own).arg("--read").arg(path).stdout(output).stderr(errors).spawn();
    let Ok(mut child) = child else { return failed("no child") };
    let start = Instant::now();
    while let Ok(None) = child.try_wait() {
        if start.elapsed() > PATIENCE {
            let _ = child.kill();
            let _ = child.wait();
            return failed("no end");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let Ok(output) = child.wait_with_output() else { return failed("died") };
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut fields = told.trim().split('\t');
    match (fields.next(), fields.next().and_then(|s| s.parse().ok()), fields.next().and_then(|s| s.parse().ok())) {
        (Some(result), Some(seconds), Some(megabytes)) => (result.to_string(), seconds, megabytes),
        _ => failed("died"),
    }
}
