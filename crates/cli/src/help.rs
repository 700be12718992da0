//! The help in Chinese: clap's own words replaced, and the values of an option said with what they mean.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error};

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

/// Returns what is wrong with the words of a command, as a sentence.
pub fn wrong(error: &Error) -> String {
    let all = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    };
    let some = |kind: ContextKind| Some(all(kind).join("、")).filter(|words| !words.is_empty());
    let said = |kind: ContextKind| some(kind).unwrap_or_default();
    let meant = |kind: ContextKind| some(kind).map_or_else(String::new, |word| format!("是不是 {word}？"));
    let option = said(ContextKind::InvalidArg);
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => format!("不认识 {option}。{}", meant(ContextKind::SuggestedArg)),
        ErrorKind::InvalidSubcommand => {
            let command = said(ContextKind::InvalidSubcommand);
            format!("没有 {command} 这个命令。{}", meant(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::InvalidValue => {
            let choices = some(ContextKind::ValidValue).map_or_else(String::new, |words| format!("可以写 {words}。"));
            match said(ContextKind::InvalidValue).as_str() {
                "" => format!("{option} 后面还要写一个值。{choices}"),
                value => format!("{option} 不能写成“{value}”。{choices}"),
            }
        }
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map_or_else(String::new, ToString::to_string);
            // Those of other libraries are in English.
            let why = if why.is_ascii() { String::new() } else { why };
            format!("{option} 不能写成“{}”。{why}", said(ContextKind::InvalidValue))
        }
        ErrorKind::MissingRequiredArgument => format!("还要写 {option}。"),
        ErrorKind::ArgumentConflict => match said(ContextKind::PriorArg) {
            prior if prior == option => format!("{option} 只能写一次。"),
            prior => format!("{option} 不能与 {prior} 同用。"),
        },
        ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues | ErrorKind::TooManyValues => {
            format!("{option} 后面的值多了或少了。")
        }
        // The help is in Chinese already.
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return error.to_string(),
        _ => "命令写得不对。".to_string(),
    };
    format!("{sentence}\n加上 --help 可以看怎样写。")
}
