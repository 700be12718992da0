//! The help in Chinese: clap's own words replaced, and the values of an option said with what they mean.

use clap::{Arg, ArgAction, Command};

/// Returns the command with its help, and that of its subcommands, in Chinese.
pub fn in_chinese(command: Command) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help("显示这份说明");
    command
        .help_template("{about}\n\n用法：{usage}\n\n{all-args}\n")
        .subcommand_help_heading("命令")
        // Columns are aligned by counting characters, and these are twice as wide.
        .next_line_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .arg(help)
        .mut_args(|arg| {
            let heading = if arg.is_positional() { "核对什么" } else { "选项" };
            with_values(arg).help_heading(heading)
        })
        .mut_subcommands(in_chinese)
}

/// Says the values of an option and its default behind what it is.
fn with_values(arg: Arg) -> Arg {
    if !arg.get_action().takes_values() {
        return arg;
    }
    let value = |value: clap::builder::PossibleValue| match value.get_help() {
        Some(help) => format!("\n{}：{help}", value.get_name()),
        None => format!("\n{}", value.get_name()),
    };
    let values: String = arg.get_possible_values().into_iter().map(value).collect();
    let defaults: String =
        arg.get_default_values().iter().map(|value| format!("\n默认 {}", value.to_string_lossy())).collect();
    let help = format!("{}{values}{defaults}", arg.get_help().map(ToString::to_string).unwrap_or_default());
    arg.help(help).hide_possible_values(true).hide_default_value(true)
}
