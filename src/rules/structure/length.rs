//! ST-11: section one is longer than a thousand characters.

use crate::form::{FIRST_YEAR, Feature, year_has};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};

pub static RULE: Rule = Rule {
    id: "ST-11",
    severity: Severity::Info,
    basis: sources::LENGTH,
    title: "总体情况超过一千字",
    checks: told("2021年度起，第一部分不计空白、计标点，网址按一个字计，是否超过1000字。"),
    why: told("格式要求总体情况聚焦主题、简明客观，篇幅原则上不超过一千字。"),
    bad: examples![Example {
        shown: "总体情况有一千多字。", edits: &[Edit::Words("（四）平台建设。", LONG)]
    }],
    good: examples![Example {
        shown: "2020年度的报告，总体情况有一千多字：那时没有这条要求。",
        edits: &[Edit::On2019, Edit::Words("（四）平台建设。", LONG)],
    }],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

/// More than eight hundred characters of ordinary prose for the example.
const LONG: &str = "\
各村便民服务点安排专人接待前来查询的群众，对不熟悉网站操作的老年人，由工作人员代为检索、打印，并登记查询的事项和结果。\
对群众问得最多的宅基地审批、农机补贴、低保申请、合作医疗报销四类事项，整理成一问一答的小册子，放在村委会和卫生室，供群众随时取阅。\
镇村两级每季度碰头一次，把群众反映看不懂、找不到的内容列成清单，逐项改写、补充，并在下一次会议上说明办理的进展。\
对涉及土地、水利、道路的工程项目，从立项、招标、施工到验收，分阶段公布进度、资金和责任人，施工现场同时设立公示牌。\
对惠农补贴资金，按户列明面积、标准和金额，先在村民小组公示七天，没有异议的再上报发放，发放以后再次公布结果和查询的办法。\
对人大代表意见和政协委员提案，答复以后及时摘要公布，便于代表、委员和群众了解事情办到了哪一步，还有什么困难需要协调。\
对防汛、森林防火、道路交通等需要群众配合的事项，提前发布通知，写明时间、地点、联系人和应急电话，并通过广播反复提醒。\
对政府信息的发布，实行一事一审，由经办人、分管负责人、保密审查员依次签字，留存备查；发现错字、错链的，当天更正并记录原因。\
对公开栏的张贴，要求写明张贴日期和撤换日期，重要内容保留照片，年底装订成册，由档案员统一保管，供以后查考。\
对网站栏目，每月检查一次更新的情况，把长期没有内容的栏目合并或者取消，使群众少点几次就能找到需要的信息。\
对新任村干部，上岗前安排半天的学习，讲清哪些信息必须公开、由谁公开、什么时候公开，并当场答题，答错的内容重新讲解。\
对群众来电询问的，接听的人能当场回答的当场回答，不能当场回答的记录下来，两个工作日以内回电，并把回复的要点补充到问答里。\
对外出务工的群众，通过各村的微信群推送与他们有关的通知，请村里的联络员逐户提醒，免得错过办理社保、医保和补贴的时间。\
对企业和合作社关心的用地、用电、贷款贴息等政策，请有关站所的同志上门讲解，并把讲解的要点登在镇里的公开栏和网站上。\
对查阅点的设备，每月开机检查一次，墨盒、纸张不足的及时补充，保证群众随时可以查询和打印；查阅的人数和内容登记在册，年底统计分析，供安排明年的公开重点时参考。\n（四）平台建设。";
const LIMIT: usize = 1000;

fn check(context: &mut RuleContext) {
    let recent = year_has(context.reading.year, Feature::FiveAspects);
    let Some(section) = context.reading.section(1).filter(|_| recent) else { return };
    let lines = passages::prose_lines(context, section.body());
    let length: usize = lines.iter().map(|line| characters(line.of(context.text))).sum();
    let Some(heading) = section.heading.as_ref().filter(|_| length > LIMIT) else { return };
    let message = format!("总体情况约{length}字，超过“原则上不超过一千字”。");
    context.report(message, "精简内容，只写与政府信息公开工作直接有关的情况。").at(heading.span);
}

/// Characters without white space, a web address as one.
fn characters(text: &str) -> usize {
    let mut count = 0;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let is_address = ["http://", "https://", "www."].iter().any(|start| rest.starts_with(start));
        let step =
            if is_address { rest.find(|c: char| !c.is_ascii_graphic()).unwrap_or(rest.len()) } else { c.len_utf8() };
        count += usize::from(!c.is_whitespace());
        rest = rest.get(step..).unwrap_or_default();
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_counts_as_one_character() {
        assert_eq!(characters("见 https://www.example.cn/a?b=1 。"), 3);
        assert_eq!(characters("网站www.example.cn，电话"), 6);
    }
}
