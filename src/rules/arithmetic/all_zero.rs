//! AR-12: no application, in the table and in the prose: said so that a clerk need not look again.

use crate::form::TableId;
use crate::report::FactKind;
use crate::rules::prose::own_facts;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::Number;

pub static RULE: Rule = Rule {
    id: "AR-12",
    severity: Severity::Info,
    basis: sources::FIGURES_AGREE,
    title: "全部为0，与正文一致",
    checks: told("第三部分整张表为0，正文也写明没有收到申请：告知数据一致。"),
    why: told("没有申请的年份，这一句就是核对的结果，不需要修改。"),
    bad: examples![Example {
        shown: "表中全部填0，正文写“未收到政府信息公开申请”：不是错误，只是告知。",
        edits: &[
            Edit::ZeroTable("requests"),
            Edit::ZeroTable("disputes"),
            Edit::Words(
                "全年收到政府信息公开申请14件，上年结转0件。办理答复13件，其中予以公开5件、部分公开2件、不予公开1件、无法提供3件、不予处理2件；结转下年度继续办理1件。",
                "全年未收到政府信息公开申请。",
            ),
            Edit::Words("因政府信息公开被申请行政复议1件，结果维持；未发生行政诉讼。", ""),
        ],
    }],
    good: examples![Example { shown: "收到14件申请，表中填14。", edits: &[] }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let zero = |number: Option<Number>| number == Some(Number::ZERO);
    let mut cells = context.reading.cells_of(TableId::Requests);
    let Some(said) = own_facts(context.reading, &[FactKind::Received]).find(|fact| fact.value == 0) else { return };
    if context.reading.table(TableId::Requests).is_some() && cells.all(|(_, cell)| zero(cell.value())) {
        let message = "第三部分的表全部为0，正文也写明没有收到申请，数据一致。";
        context.report(message, "不需要修改。").at(said.span);
    }
}
