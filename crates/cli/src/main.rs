//! The command line's door: `gouji check FILE|FOLDER|- ...`.

mod annotate;
mod arguments;
mod compare;
mod filter;
mod fix;
mod form;
mod help;
mod opened;
mod ordered;
mod out;
mod pages;
mod progress;
mod resume;
mod review;
mod schema;
mod sum;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use arguments::{Arguments, Failure};
use gouji::text::visible;
use gouji_cli::{document, inputs, json, outcome, pairs, print, read, settings, since, why};

fn main() -> ExitCode {
    // A fault in one source is said in its place in the answer.
    std::panic::set_hook(Box::new(|_| {}));
    let mut out = std::io::stdout().lock();
    let done = match Arguments::given() {
        Ok(arguments) => arguments.run(&mut out),
        Err(error) if error.use_stderr() => Err(Failure::Told(help::wrong(&error))),
        Err(help) => write!(out, "{help}").map(|()| 0).map_err(Failure::Output),
    };
    match done.and_then(|code| out.flush().map(|()| code).map_err(Failure::Output)) {
        Ok(code) => ExitCode::from(code),
        // A reader that stops early, such as `head`, is no failure of ours.
        Err(Failure::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(error)) => failed(&format!("无法写出结果：{}", why::unwritten(&error))),
        Err(Failure::Told(message)) => failed(&message),
    }
}

fn failed(message: &str) -> ExitCode {
    tell(message);
    ExitCode::from(2)
}

/// Says something beside the answer, with nothing in it that a terminal would obey.
fn tell(message: &str) {
    // Nobody is left to be told when this cannot be written either.
    let _ = message.lines().try_for_each(|line| writeln!(std::io::stderr(), "{}", visible(line)));
}
