//! XT-06: a body that cannot make 规章 counts some.

use crate::form::{CellId, TableId, cell_name, row};
use crate::report::FactKind;
use crate::rules::prose::own_facts;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::TextRange;

pub static RULE: Rule = Rule {
    id: "XT-06",
    severity: Severity::Warning,
    basis: sources::RULE_MAKERS,
    title: "没有规章制定权",
    checks: told("乡镇街道、县级政府及其部门，“规章”一行应为0；正文写制定、废止规章几件的，只作提示。"),
    why: told("规章只能由国务院部门和省、设区的市、自治州政府制定；村规民约、内部制度不算规章。"),
    bad: examples![
        Example {
            shown: "镇政府“规章”本年制发1件。",
            edits: &[Edit::Cell("disclosure.rules.issued", "1"), Edit::Cell("disclosure.rules.in_force", "2")],
        },
        Example {
            shown: "镇政府正文写“制定规章4件”，表中为0：作提示。",
            edits: &[Edit::Words("制发行政规范性文件3件", "制定规章4件，制发行政规范性文件3件")],
        },
        Example {
            shown: "镇政府正文写“公开规章文件4条”：作提示。",
            edits: &[Edit::Words("公文拟制时", "公开规章文件4条。公文拟制时")],
        },
    ],
    good: examples![
        Example {
            shown: "“制定规章制度4项”不是规章。",
            edits: &[Edit::Words("公文拟制时", "制定内部规章制度4项。公文拟制时")],
        },
        Example {
            shown: "市政府“规章”本年制发1件。",
            edits: &[
                Edit::Words("禾川县柳溪镇人民政府2023年", "云山市人民政府2023年"),
                Edit::Words("\n禾川县柳溪镇人民政府\n", "\n云山市人民政府\n"),
                Edit::Cell("disclosure.rules.issued", "1"),
                Edit::Cell("disclosure.rules.in_force", "1"),
            ],
        },
    ],
    accompanied_by: &["NT-10"],
    check,
    ..Rule::ORDINARY
};

const ROW: &str = row!("disclosure.rules");

fn check(context: &mut RuleContext) {
    let reading = context.reading;
    if !context.body().cannot_make_rules() {
        return;
    }
    let mut cells: Vec<CellId> = Vec::new();
    for (id, cell) in context.reading.cells_of(TableId::Disclosure) {
        if id.row == ROW && cell.count().is_some_and(|count| count > 0) {
            cells.push(id);
        }
    }
    let Some(&first) = cells.first() else { return in_prose(context) };
    let message = format!(
        "“{}”填了{}。{}没有规章制定权，村规民约、内部制度和规范性文件都不算规章。",
        cell_name(first),
        context.reading.cell(first).and_then(|cell| cell.count()).unwrap_or_default(),
        context.reading.name().unwrap_or("本单位"),
    );
    let finding = context.report(message, "“规章”一行填0；属于规范性文件的，填在下一行。");
    finding.at_cells(reading, &cells);
}

/// 规章 that the prose counts where the table has none.
fn in_prose(context: &mut RuleContext) {
    const RULES: [FactKind; 3] = [FactKind::RulesIssued, FactKind::RulesRepealed, FactKind::RulesInForce];
    let reading = context.reading;
    let counted = own_facts(reading, &RULES).find(|fact| fact.value > 0).map(|fact| fact.span);
    let Some(place) = counted.or_else(|| documents_counted(context)) else { return };
    let said = passages::quoted(place.of(context.text), 30);
    let message = format!("正文写“{said}”。{}没有规章制定权。", reading.name().unwrap_or("本单位"));
    let remedy = "属于规范性文件或内部制度的，改成规范性文件、规章制度。";
    context.report(message, remedy).severity(Severity::Info).at(place);
}

/// 规章文件4条, among what was published.
fn documents_counted(context: &RuleContext) -> Option<TextRange> {
    const WORDS: &str = "规章文件";
    passages::normalized_sentences(context).find_map(|(_, flat)| {
        let start = flat.find(0..flat.len(), WORDS)?;
        let digits = start + WORDS.chars().count();
        let end = flat.after_digits(digits);
        let is_some = flat.string(digits..end).parse::<u32>().is_ok_and(|count| count > 0);
        let is_counted = is_some && flat.at(end).is_some_and(|unit| "条件部".contains(unit));
        is_counted.then(|| flat.span(start..end + 1))
    })
}
