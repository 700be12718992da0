//! AR-11: figures of the lapsed statistics sheet that cannot stand beside each other.

use crate::form::{CellId, cell_name, cell_named};
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, sources};
use crate::text::Number;

pub static RULE: Rule = Rule {
    id: "AR-11",
    severity: Severity::Warning,
    basis: sources::SHEET,
    help: help(HelpText {
        title: "统计表的数互相矛盾",
        checks: "附有旧统计表的：主动公开数不小于任一渠道、不大于各渠道之和；“其中”不大于它所属的项。",
        why: "相同信息通过不同渠道公开只计1条，总数不会小于其中一个渠道。",
        bad: Example {
            shown: "主动公开政府信息数填0，政府网站公开168条。",
            edits: &[Edit::Append(
                "\n政府信息公开情况统计表\n统计指标\t单位\t统计数\n一、主动公开情况\t\t\n（一）主动公开政府信息数\t条\t0\n其中：主动公开规范性文件数\t条\t0\n制发规范性文件总数\t件\t3\n（二）通过不同渠道和方式公开政府信息的情况\t\t230\n1.政府公报公开政府信息数\t条\t0\n2.政府网站公开政府信息数\t条\t168\n3.政务新媒体公开政府信息数\t条\t0\n4.其他方式公开政府信息数\t条\t62\n",
            )],
        },
        good: Example {
            shown: "主动公开政府信息数200，政府网站168条、其他方式62条：有的信息通过两种方式公开。",
            edits: &[Edit::Append(
                "\n政府信息公开情况统计表\n统计指标\t单位\t统计数\n一、主动公开情况\t\t\n（一）主动公开政府信息数\t条\t200\n其中：主动公开规范性文件数\t条\t3\n制发规范性文件总数\t件\t3\n（二）通过不同渠道和方式公开政府信息的情况\t\t230\n1.政府公报公开政府信息数\t条\t0\n2.政府网站公开政府信息数\t条\t168\n3.政务新媒体公开政府信息数\t条\t0\n4.其他方式公开政府信息数\t条\t62\n",
            )],
        },
    }),
    check,
};

const PUBLISHED: &str = "statistics.published";
const VIA_ALL: &str = "statistics.via_all";
const CHANNELS: [&str; 4] =
    ["statistics.via_gazette", "statistics.via_website", "statistics.via_new_media", "statistics.via_other"];
/// A channel or a 其中, and what it is a part of.
const PARTS: [(&str, &str); 8] = [
    (CHANNELS[0], PUBLISHED),
    (CHANNELS[1], PUBLISHED),
    (CHANNELS[2], PUBLISHED),
    (CHANNELS[3], PUBLISHED),
    (VIA_ALL, PUBLISHED),
    ("statistics.published_normative", PUBLISHED),
    ("statistics.press_conferences_by_head", "statistics.press_conferences"),
    ("statistics.online_interviews_by_head", "statistics.online_interviews"),
];

fn check(subject: &Subject, findings: &mut Findings) {
    let mut all_channels = Some(0);
    for name in CHANNELS {
        all_channels = all_channels.zip(figure(subject, name)).map(|(sum, (_, value))| sum + value);
    }
    for (part, whole) in PARTS {
        // One thing goes through several channels: together they may be more.
        let of_channels = part == VIA_ALL && all_channels.is_some();
        if let (Some((part, some)), Some((whole, all))) = (figure(subject, part), figure(subject, whole))
            && some > all
            && !of_channels
        {
            let message = format!("“{}”填{some}，大于“{}”的{all}。", cell_name(part), cell_name(whole));
            add(subject, findings, message, &[part, whole], (some, all));
        }
    }
    let Some(sum) = all_channels else { return };
    for (name, exact) in [(PUBLISHED, false), (VIA_ALL, true)] {
        if let Some((cell, stated)) = figure(subject, name)
            && (stated > sum || exact && stated != sum)
        {
            let message = format!("“{}”填{stated}，各渠道相加为{sum}。", cell_name(cell));
            add(subject, findings, message, &[cell], (stated, sum));
        }
    }
}

fn figure(subject: &Subject, name: &str) -> Option<(CellId, i64)> {
    let id = cell_named(name)?;
    Some((id, subject.report.cell(id)?.value()?.as_whole()?))
}

fn add(subject: &Subject, findings: &mut Findings, message: String, cells: &[CellId], sides: (i64, i64)) {
    let suggestion = "核对这几个数；这张表已停用，公开时建议删去。";
    let finding = findings.finding(format!("统计表{message}"), suggestion).at_cells(subject.report, cells);
    findings.add(finding.sides(Number::whole(sides.0), Number::whole(sides.1)));
}
