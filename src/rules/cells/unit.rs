//! CF-04: a unit or a separator written with the number.

use super::{quantity, shares_its_place, written};
use crate::form::{Quantity, cell, cell_name};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "CF-04",
    severity: Severity::Warning,
    basis: sources::CELL_PRACTICE,
    title: "数字带了单位或分隔符",
    checks: told("数据格里只写数字，不写“件”“条”，也不用逗号分隔。"),
    why: told("单位已经写在表头，重复写会妨碍汇总；逗号容易被看成小数点。"),
    bad: examples![Example {
        shown: "“行政许可”填了“86件”。",
        edits: &[Edit::Cell("disclosure.licenses.decisions", "86件")]
    }],
    good: examples![Example {
        shown: "“采购总金额”填“36.8万元”：格式没有规定单位，写明反而清楚。",
        edits: &[Edit::On2019, Edit::Cell("disclosure.procurement.amount", "36.8万元")],
    }],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    for (id, cell, span, words) in written(context) {
        let Some(value) = cell.value() else { continue };
        let separated = words.contains([',', '，']) && words.chars().any(|c| c.is_ascii_digit());
        // The form gives 采购总金额 no unit: one beside the number is welcome.
        let unit = cell.unit.is_some() && id != cell!("disclosure.procurement.amount");
        if !separated && !unit || shares_its_place(context, id, span) {
            continue;
        }
        let words = words.trim();
        // A unit that may stay goes on standing behind its number.
        let kept = if unit { None } else { cell.unit.as_deref() };
        let plain = format!("{value}{}", kept.unwrap_or_default());
        // 万元 under a heading that already says so can go; another unit may mean another number.
        let same_unit = !unit || quantity(id) == Some(Quantity::Count) || cell.unit.as_deref() == Some("万元");
        let remedy = match same_unit {
            true => format!("改为“{plain}”。"),
            false => "换算成表头写的单位，只填数字。".to_string(),
        };
        let finding = context.report(format!("“{}”填了“{words}”，格里应只写数字。", cell_name(id)), remedy);
        let finding = finding.cells(&[id]).at(span);
        let bare = words.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '，' | '.'))
            || cell.unit.is_some() && !words.contains(['（', '(']);
        if same_unit && bare {
            finding.fix(span, plain);
        }
    }
}
