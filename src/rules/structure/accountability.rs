//! ST-10: a people's government does not report on assessment, public appraisal and accountability.

use super::prose_of;
use crate::form::FIRST_YEAR;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::holds_any;

pub static RULE: Rule = Rule {
    id: "ST-10",
    severity: Severity::Warning,
    basis: sources::ACCOUNTABILITY,
    title: "没有写考核、评议和责任追究",
    checks: told("各级人民政府（含乡镇）的报告，第一或第五部分是否写到工作考核、社会评议、责任追究。"),
    why: told("条例要求各级人民政府的报告写明这三项结果。"),
    bad: examples![Example {
        shown: "镇政府的报告没有写考核、评议和责任追究。",
        edits: &[Edit::Words(
            "把政府信息公开列入年度考核，邀请群众代表开展社会评议，本年度没有发生责任追究的情形。",
            "安排专人检查公开栏，接受群众监督。",
        )],
    }],
    good: examples![Example {
        shown: "县水利局的报告没有写：部门没有这项要求。",
        edits: &[
            Edit::Words("禾川县柳溪镇人民政府2023年", "禾川县水利局2023年"),
            Edit::Words("\n禾川县柳溪镇人民政府\n", "\n禾川县水利局\n"),
            Edit::Words(
                "把政府信息公开列入年度考核，邀请群众代表开展社会评议，本年度没有发生责任追究的情形。",
                "安排专人检查公开栏，接受群众监督。",
            ),
        ],
    }],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

const RESULTS: [&str; 6] = ["考核", "评议", "责任追究", "追责", "问责", "追究责任"];

fn check(context: &mut RuleContext) {
    if !context.body().is_government() {
        return;
    }
    let Some(heading) = context.reading.section(1).and_then(|section| section.heading.as_ref()) else { return };
    let said = [1, 5].into_iter().filter_map(|number| prose_of(context, number)).any(|text| holds_any(&text, &RESULTS));
    if !said {
        let message = "各级人民政府的年度报告还应写明工作考核、社会评议和责任追究结果情况，文中没有找到。";
        let suggestion = "在总体情况的监督保障部分补充，没有的写“本年度未发生责任追究情形”。";
        context.report(message, suggestion).at(heading.span);
    }
}
