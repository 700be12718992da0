//! The command line where the outside is no friend: nothing hangs, nothing is obeyed, nothing of others is overwritten, and one bad
//! input never stops the rest.
#![cfg(unix)]

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};

use crate::common::{folder, gouji, json, report, rules_of};
use serde_json::Value;

fn errors(answer: &Value) -> Vec<(String, String)> {
    let reports = answer["reports"].as_array().into_iter().flatten();
    let error =
        |report: &Value| Some((report["file"].as_str()?.to_string(), report["error"]["code"].as_str()?.to_string()));
    reports.filter_map(error).collect()
}

#[test]
fn what_is_no_file_is_named_and_not_opened() {
    let folder = folder("no-files");
    fs::write(folder.join("a.txt"), report(2023, 0, 0)).expect("a file");
    assert!(Command::new("mkfifo").arg(folder.join("b.txt")).status().expect("mkfifo").success());
    symlink("/dev/zero", folder.join("c.txt")).expect("a link");
    symlink(&folder, folder.join("d")).expect("a link");
    let _socket = std::os::unix::net::UnixListener::bind(folder.join("e.txt")).expect("a socket");
    symlink("nowhere.txt", folder.join("f.txt")).expect("a link");
    let output = gouji(&folder, &["--format", "json", "."]);
    assert_eq!(output.status.code(), Some(2));
    let answer = json(&output);
    let code = |name: &str, code: &str| (format!("./{name}"), code.to_string());
    let named = [
        code("b.txt", "not-a-file"),
        code("c.txt", "not-a-file"),
        code("d", "not-a-file"),
        code("e.txt", "not-a-file"),
        code("f.txt", "cannot-open"),
    ];
    assert_eq!(errors(&answer), named);
    assert!(rules_of(&answer["reports"][0]).contains(&("ST-01", "error")), "the rest is checked");
    for named in ["b.txt", "c.txt"] {
        assert_eq!(errors(&json(&gouji(&folder, &["--format", "json", named])))[0].1, "not-a-file");
    }
}

#[test]
fn what_only_looks_like_a_file_is_named_with_a_sentence() {
    let folder = folder("look-alikes");
    fs::create_dir(folder.join("文件夹.txt")).expect("a folder");
    fs::write(folder.join("文件夹.txt/a.txt"), report(2023, 0, 0)).expect("a file");
    fs::create_dir(folder.join("空.txt")).expect("a folder");
    symlink("圈二.txt", folder.join("圈一.txt")).expect("a link");
    symlink("圈一.txt", folder.join("圈二.txt")).expect("a link");
    symlink("nowhere.txt", folder.join("断.txt")).expect("a link");
    let below = json(&gouji(&folder, &["--format", "json", "."]));
    let named = |answer: &Value| errors(answer).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(named(&below), ["./圈一.txt", "./圈二.txt", "./断.txt"]);
    let files: Vec<&str> =
        below["reports"].as_array().into_iter().flatten().filter_map(|one| one["file"].as_str()).collect();
    assert!(files.contains(&"./文件夹.txt/a.txt"), "a folder is one whatever its name: {files:?}");
    let given = ["空.txt", "圈一.txt", "断.txt", "文件夹.txt"];
    let answer = json(&gouji(&folder, &[&["--format", "json"], &given[..]].concat()));
    assert_eq!(named(&answer), given[..3]);
    for report in
        answer["reports"].as_array().into_iter().flatten().chain(below["reports"].as_array().into_iter().flatten())
    {
        let Some(message) = report["error"]["message"].as_str() else { continue };
        assert!(message.ends_with('。') && !message.contains("系统给出的错误号"), "{message}");
    }
}

#[test]
fn ten_thousand_files_are_answered_in_order() {
    const FILES: usize = 10_000;
    let folder = folder("ten-thousand");
    for number in 0..FILES {
        fs::write(folder.join(format!("{number:05}.txt")), format!("第{number}份")).expect("a file");
    }
    let output = gouji(&folder, &["--format", "jsonl", "."]);
    let names = output.stdout.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).map(|line| {
        let answer: Value = serde_json::from_slice(line).expect("a line is JSON");
        answer["file"].as_str().map(str::to_string)
    });
    assert!(names.eq((0..FILES).map(|number| Some(format!("./{number:05}.txt")))), "each once, by name");
    fs::remove_dir_all(&folder).expect("the folder");
}

#[test]
fn files_that_change_and_vanish_while_they_are_read_stop_nothing() {
    let folder = folder("changing");
    let name = |number: usize| folder.join(format!("{number:03}.txt"));
    for number in 0..200 {
        fs::write(name(number), report(2023, 0, 0)).expect("a file");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
    // One core is only a few files ahead of the answer that is waited for.
    command.current_dir(&folder).env("RAYON_NUM_THREADS", "1").args(["check", "--format", "jsonl", "."]);
    let mut child = command.stdout(Stdio::piped()).spawn().expect("the program starts");
    let mut answers = BufReader::new(child.stdout.take().expect("its output")).lines();
    let first = answers.next().expect("an answer").expect("a line");
    // The folder was listed before the first answer; what is taken out comes long after what is under way.
    for number in 150..200 {
        if number % 2 == 0 { fs::remove_file(name(number)) } else { fs::write(name(number), [0xff, 0x00, 0x81]) }
            .expect("the file is changed");
    }
    let answers: Vec<Value> = std::iter::once(first)
        .chain(answers.map(|line| line.expect("a line")))
        .map(|line| serde_json::from_str(&line).expect("a line is JSON"))
        .collect();
    let said = |number: usize| answers.iter().find(|one| one["file"] == format!("./{number:03}.txt"));
    assert!((0..150).all(|number| said(number).is_some_and(|one| one["year"] == 2023)));
    assert!(
        (150..200).all(|number| said(number).is_some_and(|one| one["error"]["message"].is_string())),
        "each is named"
    );
    assert_eq!((answers.len(), child.wait().expect("it ends").code()), (200, Some(2)));
}

#[test]
fn a_full_disk_is_said_and_nothing_is_half_written() {
    let folder = folder("full");
    fs::write(folder.join("a.txt"), report(2023, 2, 0)).expect("a file");
    symlink("/dev/full", folder.join("full.jsonl")).expect("a link");
    for format in ["text", "json", "jsonl", "csv", "cells-csv"] {
        let full = File::options().write(true).open("/dev/full").expect("a full disk");
        let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
        command.current_dir(&folder).args(["check", "--format", format, "a.txt"]);
        let output = command.stdout(full).output().expect("the program starts");
        assert_eq!(output.status.code(), Some(2), "{format}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "无法写出结果：磁盘满了。\n", "{format}");
    }
    let before = fs::read(folder.join("a.txt")).expect("a file");
    let resumed = gouji(&folder, &["--format", "jsonl", "--resume", "full.jsonl", "a.txt"]);
    assert_eq!(resumed.status.code(), Some(2));
    assert!(!resumed.stderr.is_empty());
    assert_eq!(fs::read(folder.join("a.txt")).expect("a file"), before);
}

#[cfg(target_os = "linux")]
#[test]
fn a_closed_standard_output_is_said() {
    let folder = folder("closed");
    fs::write(folder.join("a.txt"), report(2023, 2, 0)).expect("a file");
    let said = |line: &str| {
        let mut command = Command::new("sh");
        let output = command.current_dir(&folder).args(["-c", line, env!("CARGO_BIN_EXE_gouji")]).output();
        String::from_utf8(output.expect("the program starts").stderr).expect("text")
    };
    assert!(said("\"$0\" check a.txt >&-").contains("标准输出关着"));
    assert_eq!(said("\"$0\" check a.txt >/dev/null"), "");
    assert_eq!(said("\"$0\" check a.txt"), "");
}

#[test]
fn a_file_that_outgrows_its_room_is_not_half_written() {
    let folder = folder("no-room");
    fs::write(folder.join("a.txt"), report(2023, 2, 0)).expect("a file");
    fs::write(folder.join("b.docx"), "早先的").expect("a file");
    // No file may grow beyond a block: writing fails as it does on a full disk.
    let limited = "trap '' XFSZ; ulimit -f 1; exec \"$0\" form a.txt -o b.docx";
    let mut command = Command::new("sh");
    command.current_dir(&folder).args(["-c", limited, env!("CARGO_BIN_EXE_gouji")]);
    let output = command.output().expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("写不了 b.docx"), "{output:?}");
    assert_eq!(fs::read_to_string(folder.join("b.docx")).expect("a file"), "早先的");
    assert_eq!(fs::read_dir(&folder).expect("the folder").count(), 2, "nothing is left lying about");
}

#[test]
fn a_settings_file_that_is_a_pipe_is_refused() {
    let folder = folder("pipe-settings");
    fs::write(folder.join("a.txt"), report(2023, 0, 0)).expect("a file");
    assert!(Command::new("mkfifo").arg(folder.join("gouji.toml")).status().expect("mkfifo").success());
    let output = gouji(&folder, &["a.txt"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("gouji.toml 读不了：这是管道"));
}

#[test]
fn what_is_too_big_is_not_read() {
    let folder = folder("too-big");
    File::create(folder.join("a.txt")).and_then(|file| file.set_len(3 << 30)).expect("a file full of nothing");
    assert_eq!(errors(&json(&gouji(&folder, &["--format", "json", "a.txt"])))[0].1, "file-too-big");
    // Standard input without end.
    let endless = File::open("/dev/zero").expect("zeros");
    let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
    let output = command.args(["check", "--format", "json", "-"]).stdin(endless).output().expect("it ends");
    assert_eq!(errors(&json(&output))[0].1, "file-too-big");
}

#[test]
fn nothing_that_a_terminal_would_obey_is_printed() {
    let folder = folder("terminal");
    let escape = "\u{1b}]0;PWNED\u{7}\u{1b}[2J\u{9b}31m\u{202e}\u{200b}\r\n伪造的一行";
    let text = report(2023, 2, 0).replace("按要求公开。", &format!("按要求公开{escape}，收到申请9件{escape}。"));
    let text = text.replace("三、收到和处理", &format!("三{escape}、收到和处理"));
    fs::write(folder.join("\u{1b}[2J\u{202e}a\n核对通过.txt"), text).expect("a file");
    for format in ["text", "json", "jsonl", "csv", "cells-csv"] {
        let output = gouji(&folder, &["--format", format, "."]);
        let shown = String::from_utf8(output.stdout).expect("the answer is text");
        let obeyed: Vec<char> = shown.chars().filter(|&c| c != '\n' && gouji::text::is_unseen(c)).collect();
        assert_eq!(obeyed, [], "{format}");
        assert!(!shown.lines().any(|line| line.starts_with("核对通过")), "{format}: {shown}");
    }
    let output = gouji(&folder, &["--level", "\u{1b}[2J", "."]);
    assert!(!output.stderr.contains(&0x1b));
    let output = gouji(&folder, &["--config", "\u{1b}[2J", "."]);
    assert!(!output.stderr.contains(&0x1b));
}

#[test]
fn names_that_are_no_utf8_stay_distinct() {
    let folder = folder("names");
    for name in [&b"a\xff.txt"[..], b"a\xfe.txt"] {
        fs::write(folder.join(OsStr::from_bytes(name)), report(2023, 0, 0)).expect("a file");
    }
    let answer = json(&gouji(&folder, &["--format", "json", "."]));
    let names: Vec<&str> =
        answer["reports"].as_array().into_iter().flatten().filter_map(|one| one["file"].as_str()).collect();
    assert_eq!(names, ["./a\\xFE.txt", "./a\\xFF.txt"]);
}

#[test]
fn each_report_is_written_as_it_is_done() {
    let folder = folder("as-done");
    fs::write(folder.join("a.txt"), report(2023, 0, 0)).expect("a file");
    for format in ["text", "jsonl", "csv", "json"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
        command.current_dir(&folder).args(["check", "--format", format, "a.txt", "-"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
        // The first file is answered while the second, the standard input, is still open.
        let mut answer = BufReader::new(child.stdout.take().expect("its output"));
        let mut read = String::new();
        while !read.contains("柳溪镇") {
            assert!(answer.read_line(&mut read).expect("a line") > 0, "{format}: {read}");
        }
        drop(child.stdin.take());
        std::io::copy(&mut answer, &mut std::io::sink()).expect("the rest");
        assert_eq!(child.wait().expect("it ends").code(), Some(2), "{format}: an empty input cannot be read");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = folder("broken-pipe");
    for number in 0..50 {
        fs::write(folder.join(format!("{number}.txt")), report(2023, 0, 0)).expect("a file");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
    command.current_dir(&folder).args(["check", "--format", "jsonl", "."]);
    let mut child = command.stdout(Stdio::piped()).spawn().expect("the program starts");
    let mut answer = BufReader::new(child.stdout.take().expect("its output"));
    answer.read_line(&mut String::new()).expect("a line");
    drop(answer);
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn the_filter_ends_with_its_reader_though_its_input_is_open() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
    command.args(["check", "--format", "jsonl", "--stdin", "jsonl"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
    let mut input = child.stdin.take().expect("its input");
    drop(child.stdout.take());
    // Writing may fail once it has ended, which is what is waited for.
    while child.try_wait().expect("it can be asked").is_none() {
        let _ = input.write_all(b"{}\n");
    }
}

#[test]
fn the_filter_gives_up_an_input_that_has_no_end_of_line_or_cannot_be_read() {
    for (input, code) in [("/dev/zero", "file-too-big"), (".", "cannot-open")] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
        command.args(["check", "--format", "jsonl", "--stdin", "jsonl"]);
        let mut child = command
            .stdin(File::open(input).expect("an input"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut answers = BufReader::new(child.stdout.take().expect("its output")).lines();
        let answer: Value = serde_json::from_str(&answers.next().expect("an answer").expect("a line")).expect("JSON");
        assert_eq!(answer["error"]["code"], code, "{input}");
        assert!(answers.next().is_none(), "{input}: it is said once");
        assert_eq!(child.wait().expect("it ends").code(), Some(2), "{input}");
    }
}

#[test]
fn a_result_to_be_continued_that_is_something_else_is_left_alone() {
    let folder = folder("resume-other");
    fs::write(folder.join("a.txt"), report(2023, 0, 0)).expect("a file");
    let resumed = || gouji(&folder, &["--format", "jsonl", "--resume", "out.jsonl", "a.txt"]);
    for other in ["我的笔记", "{", "{\"file\":3", "{\"name\":\"我的笔记\"}"] {
        fs::write(folder.join("out.jsonl"), other).expect("a file");
        let output = resumed();
        let kept = fs::read_to_string(folder.join("out.jsonl")).expect("a file");
        if other == "{" {
            // It may be the beginning of a result.
            assert_eq!(output.status.code(), Some(1));
        } else {
            assert_eq!((output.status.code(), kept.as_str()), (Some(2), other));
        }
    }
    let long = 3 << 30;
    File::create(folder.join("out.jsonl")).and_then(|file| file.set_len(long)).expect("a file full of nothing");
    assert_eq!(resumed().status.code(), Some(2));
    assert_eq!(folder.join("out.jsonl").metadata().expect("a file").len(), long);
    fs::remove_file(folder.join("out.jsonl")).expect("a file");
}

#[test]
fn pages_of_the_rules_overwrite_only_themselves() {
    let folder = folder("pages");
    let handbook = |pages: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
        command.current_dir(&folder).args(["handbook", "--pages", pages]).output().expect("the program starts")
    };
    assert!(handbook("rules").status.success());
    let page = fs::read_to_string(folder.join("rules/AR-01.md")).expect("a page");
    fs::write(folder.join("rules/AR-01.md"), page.replace("列", "行")).expect("a page of an earlier version");
    assert!(handbook("rules").status.success());
    assert_eq!(fs::read_to_string(folder.join("rules/AR-01.md")).expect("a page"), page);

    fs::write(folder.join("rules/AR-02.md"), "我的笔记").expect("a file");
    let refused = handbook("rules");
    assert!(String::from_utf8_lossy(&refused.stderr).contains("AR-02.md：这里已有别的文件"));
    assert_eq!(fs::read_to_string(folder.join("rules/AR-02.md")).expect("a file"), "我的笔记");
    fs::remove_file(folder.join("rules/AR-02.md")).expect("a file");

    fs::write(folder.join("mine.md"), &page).expect("a file");
    fs::remove_file(folder.join("rules/AR-01.md")).expect("a page");
    symlink(folder.join("mine.md"), folder.join("rules/AR-01.md")).expect("a link");
    let refused = handbook("rules");
    assert!(String::from_utf8_lossy(&refused.stderr).contains("AR-01.md：这里是一个链接"));
    assert!(!folder.join("rules/AR-02.md").exists(), "nothing is written when one place is taken");
}
