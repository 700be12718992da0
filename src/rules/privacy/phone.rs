//! PV-02: a mobile number.

use super::{digit_runs, masked_phone};
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, sources};

pub static RULE: Rule = Rule {
    id: "PV-02",
    severity: Severity::Warning,
    basis: sources::PERSONAL_DATA,
    help: help(HelpText {
        title: "手机号码",
        checks: "文中有没有11位手机号码。",
        why: "手机号码多是个人信息，公布以后收不回来。",
        bad: Example {
            shown: "联系电话写的是手机号。", edits: &[Edit::Words("0731-5550123", "13900005678")]
        },
        good: Example {
            shown: "联系电话写的是区号和八位座机号，中间没有横线：073155501234。",
            edits: &[Edit::Words("0731-5550123", "073155501234")],
        },
    }),
    check,
};

const LENGTH: usize = 11;

fn check(subject: &Subject, findings: &mut Findings) {
    for run in digit_runs(subject) {
        let bytes = run.digits.as_bytes();
        let mobile = bytes.len() == LENGTH && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1]);
        // Figures of a table may be glued to eleven digits.
        if !mobile || subject.report.in_table(run.span.start) {
            continue;
        }
        // Inside an address, a code or an amount the digits are no telephone number.
        let before = subject.text[..run.span.start].chars().next_back();
        let mut following = subject.text[run.span.end..].chars();
        let (after, next) = (following.next(), following.next());
        let in_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic() || "_=&@%".contains(c));
        let in_path = before.is_some_and(|c| "/.".contains(c))
            && subject.text[..run.span.start - 1].ends_with(|c: char| c.is_ascii_alphanumeric());
        let has_decimals = after == Some('.') && next.is_some_and(|c| c.is_ascii_digit());
        if in_word(before) || in_word(after) || in_path || has_decimals {
            continue;
        }
        let message = format!("文中有手机号{}。", masked_phone(&run.digits));
        let finding = findings.finding(message, "改为办公电话；确属对外公布的工作手机，可以保留。");
        findings.add(finding.at(run.span));
    }
}
