//! AR-11: figures of the lapsed statistics sheet that cannot stand beside each other.

use crate::form::{CellId, cell, cell_name};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::Number;

pub static RULE: Rule = Rule {
    id: "AR-11",
    severity: Severity::Warning,
    basis: sources::SHEET,
    title: "统计表的数互相矛盾",
    checks: told("附有旧统计表的：主动公开数不小于任一渠道、不大于各渠道之和；“其中”不大于它所属的项。"),
    why: told("相同信息通过不同渠道公开只计1条，总数不会小于其中一个渠道。"),
    bad: examples![Example {
        shown: "主动公开政府信息数填0，政府网站公开168条。",
        edits: &[Edit::Append(
            "\n政府信息公开情况统计表\n统计指标\t单位\t统计数\n一、主动公开情况\t\t\n（一）主动公开政府信息数\t条\t0\n其中：主动公开规范性文件数\t条\t0\n制发规范性文件总数\t件\t3\n（二）通过不同渠道和方式公开政府信息的情况\t\t230\n1.政府公报公开政府信息数\t条\t0\n2.政府网站公开政府信息数\t条\t168\n3.政务新媒体公开政府信息数\t条\t0\n4.其他方式公开政府信息数\t条\t62\n",
        )],
    }],
    good: examples![Example {
        shown: "主动公开政府信息数200，政府网站168条、其他方式62条：有的信息通过两种方式公开。",
        edits: &[Edit::Append(
            "\n政府信息公开情况统计表\n统计指标\t单位\t统计数\n一、主动公开情况\t\t\n（一）主动公开政府信息数\t条\t200\n其中：主动公开规范性文件数\t条\t3\n制发规范性文件总数\t件\t3\n（二）通过不同渠道和方式公开政府信息的情况\t\t230\n1.政府公报公开政府信息数\t条\t0\n2.政府网站公开政府信息数\t条\t168\n3.政务新媒体公开政府信息数\t条\t0\n4.其他方式公开政府信息数\t条\t62\n",
        )],
    }],
    accompanied_by: &["ST-06"],
    check,
    ..Rule::ORDINARY
};

const PUBLISHED: CellId = cell!("statistics.published");
const VIA_ALL: CellId = cell!("statistics.via_all");
const CHANNELS: [CellId; 4] = [
    cell!("statistics.via_gazette"),
    cell!("statistics.via_website"),
    cell!("statistics.via_new_media"),
    cell!("statistics.via_other"),
];
/// A channel or a 其中, and what it is a part of.
const PARTS: [(CellId, CellId); 8] = [
    (CHANNELS[0], PUBLISHED),
    (CHANNELS[1], PUBLISHED),
    (CHANNELS[2], PUBLISHED),
    (CHANNELS[3], PUBLISHED),
    (VIA_ALL, PUBLISHED),
    (cell!("statistics.published_normative"), PUBLISHED),
    (cell!("statistics.press_conferences_by_head"), cell!("statistics.press_conferences")),
    (cell!("statistics.online_interviews_by_head"), cell!("statistics.online_interviews")),
];

fn check(context: &mut RuleContext) {
    let mut all_channels = Some(0);
    for cell in CHANNELS {
        all_channels = all_channels.zip(figure(context, cell)).map(|(sum, value)| sum + value);
    }
    for (part, whole) in PARTS {
        // One thing goes through several channels: together they may be more.
        let of_channels = part == VIA_ALL && all_channels.is_some();
        if let (Some(some), Some(all)) = (figure(context, part), figure(context, whole))
            && some > all
            && !of_channels
        {
            let message = format!("“{}”填{some}，大于“{}”的{all}。", cell_name(part), cell_name(whole));
            add(context, message, &[part, whole], (some, all));
        }
    }
    let Some(sum) = all_channels else { return };
    for (cell, exact) in [(PUBLISHED, false), (VIA_ALL, true)] {
        if let Some(stated) = figure(context, cell)
            && (stated > sum || exact && stated != sum)
        {
            let message = format!("“{}”填{stated}，各渠道相加为{sum}。", cell_name(cell));
            add(context, message, &[cell], (stated, sum));
        }
    }
}

fn figure(context: &RuleContext, cell: CellId) -> Option<i64> {
    context.reading.cell(cell)?.value()?.as_whole()
}

fn add(context: &mut RuleContext, message: String, cells: &[CellId], sides: (i64, i64)) {
    let reading = context.reading;
    let suggestion = "核对这几个数；这张表已停用，公开时建议删去。";
    let finding = context.report(format!("统计表{message}"), suggestion).at_cells(reading, cells);
    finding.sides(Number::whole(sides.0), Number::whole(sides.1));
}
