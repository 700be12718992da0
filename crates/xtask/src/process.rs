//! Other programs, run from here: an error says what was run and how it ended.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The cargo that runs this xtask.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// What rustc answers to a question.
pub fn rustc(question: &[&str]) -> Result<String> {
    output(Command::new("rustc").args(question)).context("rustc does not answer")
}

/// What `rustc -vV` says of one thing: `host`, `commit-hash`.
pub fn rustc_says(what: &str) -> Result<String> {
    let version = rustc(&["-vV"])?;
    let said = version.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(": "));
    Ok(said.with_context(|| format!("rustc tells no {what}"))?.to_owned())
}

/// Runs a program to its end and shows what it prints.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}: is it installed?", words(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", words(command));
    }
    Ok(())
}

/// Runs a program as [`run`] does, with an ear on each line that it prints.
pub fn run_and_hear(command: &mut Command, mut hear: impl FnMut(&str)) -> Result<()> {
    // Both streams go through one pipe, so that the lines stay in their order.
    let (reader, writer) = std::io::pipe()?;
    command.stdout(writer.try_clone()?).stderr(writer).env("NO_COLOR", "1");
    let mut child = command.spawn().with_context(|| format!("cannot start {}: is it installed?", words(command)))?;
    // The command owns copies of the writing end: the reading would never end with them open.
    command.stdout(Stdio::inherit()).stderr(Stdio::inherit());
    for line in BufReader::new(reader).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        println!("{line}");
        hear(&line);
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("{} ended with {status}", words(command));
    }
    Ok(())
}

/// What a program prints, without showing it; `None` where it cannot be started or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as a person would type it.
fn words(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
