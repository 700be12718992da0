//! The command line's door: `gouji check FILE|FOLDER|- ...`.

mod arguments;
mod document;
mod inputs;
mod print;
mod settings;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use arguments::{Arguments, Failure};
use clap::Parser;

fn main() -> ExitCode {
    let mut out = std::io::stdout().lock();
    let done = Arguments::parse().run(&mut out);
    match done.and_then(|code| out.flush().map(|()| code).map_err(Failure::Output)) {
        Ok(code) => ExitCode::from(code),
        // A reader that stops early, such as `head`, is no failure of ours.
        Err(Failure::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(error)) => failed(&format!("无法写出结果：{error}")),
        Err(Failure::Told(message)) => failed(&message),
    }
}

fn failed(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(2)
}
