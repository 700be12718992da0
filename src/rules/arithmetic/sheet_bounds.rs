//! AR-11: figures of the lapsed statistics sheet that cannot stand beside each other.

use crate::form::{CellId, cell_name, cell_named};
use crate::gather::Gather;
use crate::report::Number;
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, sources};

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
/// 其中 and what it is a part of.
const PARTS: [(&str, &str); 3] = [
    ("statistics.published_normative", PUBLISHED),
    ("statistics.press_conferences_by_head", "statistics.press_conferences"),
    ("statistics.online_interviews_by_head", "statistics.online_interviews"),
];

fn check(subject: &Subject, findings: &mut Findings) {
    let figure = |name: &str| {
        let id = cell_named(name)?;
        Some((id, subject.report.cell(id)?.value()?.as_whole()?))
    };
    let channels: Vec<(CellId, i64)> = CHANNELS.iter().filter_map(|name| figure(name)).gather();
    let all_channels = (channels.len() == CHANNELS.len()).then(|| channels.iter().map(|(_, value)| value).sum::<i64>());
    if let Some((published, count)) = figure(PUBLISHED) {
        let largest = channels.iter().copied().chain(figure(VIA_ALL).filter(|_| all_channels.is_none()));
        if let Some((channel, most)) = largest.max_by_key(|&(_, value)| value).filter(|&(_, most)| most > count) {
            let message = format!("统计表“{}”填{count}，小于“{}”的{most}。", cell_name(published), cell_name(channel));
            add(subject, findings, message, [published, channel], (count, most));
        }
        if let Some(sum) = all_channels.filter(|&sum| count > sum) {
            let message = format!("统计表“{}”填{count}，大于各渠道之和{sum}。", cell_name(published));
            add(subject, findings, message, [published, channels[0].0], (count, sum));
        }
    }
    if let (Some((via_all, stated)), Some(sum)) = (figure(VIA_ALL), all_channels)
        && stated != sum
    {
        let message = format!("统计表“{}”填{stated}，各渠道相加为{sum}。", cell_name(via_all));
        add(subject, findings, message, [via_all, channels[0].0], (stated, sum));
    }
    for (part, whole) in PARTS {
        if let (Some((part, some)), Some((whole, all))) = (figure(part), figure(whole))
            && some > all
        {
            let message = format!("统计表“{}”填{some}，大于“{}”的{all}。", cell_name(part), cell_name(whole));
            add(subject, findings, message, [part, whole], (some, all));
        }
    }
}

fn add(subject: &Subject, findings: &mut Findings, message: String, cells: [CellId; 2], sides: (i64, i64)) {
    let suggestion = "核对这几个数；这张表已停用，公开时建议删去。";
    let finding = findings.finding(message, suggestion).cells(cells);
    let finding = finding.sides(Number::whole(sides.0), Number::whole(sides.1));
    findings.add(finding.at_each(cells.iter().filter_map(|&id| subject.report.cell(id)?.place)));
}
