//! TM-11: the text speaks of a party congress before the latest one only.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};

pub static RULE: Rule = Rule {
    id: "TM-11",
    severity: Severity::Info,
    basis: sources::PRACTICE,
    title: "提法可能是旧的",
    checks: told("文中只提上一次党代会（如2023年起只提十九大、十九届），没有提最近的一次。"),
    why: told("多半是沿用了旧稿，别处的内容也可能没有更新。"),
    bad: examples![Example {
        shown: "2023年的报告只提“十九届五中全会精神”。",
        edits: &[Edit::Words("公文拟制时", "深入贯彻党的十九届五中全会精神，公文拟制时")],
    }],
    good: examples![Example {
        shown: "2023年的报告提“十九大、二十大精神”。",
        edits: &[Edit::Words("公文拟制时", "深入贯彻党的十九大、二十大精神，公文拟制时")],
    }],
    check,
    ..Rule::ORDINARY
};

/// Congresses by the first report year that would name them, the latest first, with their names.
const CONGRESSES: [(u16, [&str; 2]); 3] =
    [(2023, ["二十大", "二十届"]), (2018, ["十九大", "十九届"]), (2013, ["十八大", "十八届"])];

fn check(context: &mut RuleContext) {
    let Some(year) = context.reading.year else { return };
    let Some(current) = CONGRESSES.iter().position(|(first, _)| year >= *first) else { return };
    let lines = passages::prose_lines(context, context.reading.span);
    let place_of = |names: &[&str; 2]| {
        lines.iter().find_map(|&line| Some(passages::places_of_any(context.text, line, names).first()?.1))
    };
    if place_of(&CONGRESSES[current].1).is_some() {
        return;
    }
    let older = CONGRESSES[current + 1..].iter().find_map(|(_, names)| place_of(names));
    if let Some(place) = older {
        let said = passages::quoted(place.of(context.text), 10);
        let message = format!("文中只提“{said}”，没有提{}。", CONGRESSES[current].1[0]);
        context.report(message, "请核对是否沿用旧稿，更新提法。").at(place);
    }
}
