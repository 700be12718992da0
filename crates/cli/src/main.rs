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
    if goes_nowhere() {
        tell("标准输出关着，或者接在空设备上：该写在那里的结果没有留下。");
    }
    match done.and_then(|code| out.flush().map(|()| code).map_err(Failure::Output)) {
        Ok(code) => ExitCode::from(code),
        // A reader that stops early, such as `head`, is no failure of ours.
        Err(Failure::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(error)) => failed(&format!("无法写出结果：{}", why::unwritten(&error))),
        Err(Failure::Told(message)) => failed(&message),
    }
}

/// Whether the standard output may have been closed: Rust then opens the null device in its place, for reading and writing. Some programs
/// that ask for the exit code alone do the same, so it is said, and is no failure. `>/dev/null` of a shell is for writing alone.
#[cfg(target_os = "linux")]
fn goes_nowhere() -> bool {
    use std::os::unix::fs::PermissionsExt;
    const READ_AND_WRITE: u32 = 0o600;
    let output = std::path::Path::new("/proc/self/fd/1");
    let both_ways =
        output.symlink_metadata().is_ok_and(|link| link.permissions().mode() & READ_AND_WRITE == READ_AND_WRITE);
    both_ways && output.read_link().is_ok_and(|device| device.as_os_str() == "/dev/null")
}

#[cfg(not(target_os = "linux"))]
fn goes_nowhere() -> bool {
    false
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
