//! AR-06 to AR-09: figures of table two that cannot stand beside each other: what there is, what came and what went.

use crate::form::{CellId, cell, row_name};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::Number;

pub static IN_FORCE_TOO_FEW: Rule = Rule {
    id: "AR-06",
    severity: Severity::Warning,
    basis: sources::TABLE_TWO_LABELS,
    title: "现行有效少于本年净增",
    checks: told("第二部分的表（2021年起），规章和行政规范性文件：现行有效件数不少于本年制发减去本年废止。"),
    why: told("本年制发、没有废止的文件，年底都是现行有效的。"),
    bad: examples![Example {
        shown: "本年制发3件、废止1件，现行有效1件。",
        edits: &[
            Edit::Cell("disclosure.normative_documents.in_force", "1"),
            Edit::Words("现行有效12件", "现行有效1件"),
        ],
    }],
    good: examples![Example { shown: "本年制发3件、废止1件，现行有效12件。", edits: &[] }],
    check: |context| {
        for cells in DOCUMENTS {
            if let Some([issued, repealed, in_force]) = figures(context, cells)
                && in_force < issued - repealed
            {
                let message = format!("本年制发{issued}件、废止{repealed}件，现行有效只有{in_force}件");
                add(context, cells[2], message, (in_force, issued - repealed));
            }
        }
    },
    ..Rule::ORDINARY
};

pub static ONLY_NEW_IN_FORCE: Rule = Rule {
    id: "AR-07",
    severity: Severity::Info,
    basis: sources::TABLE_TWO_LABELS,
    title: "现行有效等于本年制发",
    checks: told("第二部分的表（2021年起）：没有废止、现行有效又正好等于本年制发的，提醒核对往年的文件是否漏计。"),
    why: told("现行有效件数是全部有效文件的累计，不只是本年的。"),
    bad: examples![Example {
        shown: "本年制发3件、废止0件，现行有效3件。",
        edits: &[
            Edit::Cell("disclosure.normative_documents.repealed", "0"),
            Edit::Cell("disclosure.normative_documents.in_force", "3"),
            Edit::Words("、废止1件，现行有效12件", "，现行有效3件"),
        ],
    }],
    good: examples![Example { shown: "本年制发3件、废止1件，现行有效12件。", edits: &[] }],
    check: |context| {
        for cells in DOCUMENTS {
            if let Some([issued, repealed, in_force]) = figures(context, cells)
                && issued > 0
                && repealed == 0
                && in_force == issued
            {
                let message = format!("现行有效{in_force}件，正好是本年制发的件数，往年有效的文件可能漏计");
                add(context, cells[2], message, (in_force, issued));
            }
        }
    },
    ..Rule::ORDINARY
};

pub static PUBLISHED_MORE_THAN_ALL: Rule = Rule {
    id: "AR-08",
    severity: Severity::Error,
    basis: sources::TABLE_TWO_LABELS,
    title: "本年新公开大于对外公开总数",
    checks: told("第二部分的表（2019、2020年度），规章和规范性文件：本年新公开数量不大于对外公开总数量。"),
    why: told("总数包括本年公开的。"),
    bad: examples![Example {
        shown: "规范性文件本年新公开3件，对外公开总数量2件。",
        edits: &[Edit::On2019, Edit::Cell("disclosure.normative_documents.total_published", "2")],
    }],
    good: examples![Example {
        shown: "规范性文件本年新公开3件，对外公开总数量3件。",
        edits: &[Edit::On2019, Edit::Cell("disclosure.normative_documents.total_published", "3")],
    }],
    check: |context| {
        for cells in PUBLISHED {
            if let Some([published, all]) = figures(context, cells)
                && published > all
            {
                let message = format!("本年新公开{published}件，大于对外公开总数量{all}件");
                add(context, cells[1], message, (published, all));
            }
        }
    },
    ..Rule::ORDINARY
};

pub static DECISIONS_WITHOUT_ITEMS: Rule = Rule {
    id: "AR-09",
    severity: Severity::Warning,
    basis: sources::TABLE_TWO_LABELS,
    title: "事项数与处理决定矛盾",
    checks: told(
        "第二部分的表（2019、2020年度），许可、处罚、强制等：上一年项目数量加本年增/减不小于0；等于0的不应有处理决定；两者相加正好等于较大的处理决定数量的，可能把件数填成了项目数。",
    ),
    why: told("没有这类事项，就不会作出这类决定。"),
    bad: examples![
        Example {
            shown: "行政强制上一年项目数量0、本年增/减0，处理决定12件。",
            edits: &[Edit::On2019, Edit::Cell("disclosure.compulsory_measures.decisions", "12")],
        },
        Example {
            shown: "行政许可上一年项目数量3120、本年增/减-870，处理决定2250件：三个数都是件数。",
            edits: &[
                Edit::On2019,
                Edit::Cell("disclosure.licenses.prior_items", "3120"),
                Edit::Cell("disclosure.licenses.change", "-870"),
                Edit::Cell("disclosure.licenses.decisions", "2250"),
            ],
        },
        Example {
            shown: "行政处罚上一年项目数量436、本年增/减0，处理决定436件。",
            edits: &[
                Edit::On2019,
                Edit::Cell("disclosure.penalties.prior_items", "436"),
                Edit::Cell("disclosure.penalties.decisions", "436"),
            ],
        },
    ],
    good: examples![
        Example {
            shown: "行政处罚上一年项目数量3、本年增/减0，处理决定4件。", edits: &[Edit::On2019]
        },
        Example {
            shown: "行政处罚上一年项目数量3、本年增/减1，处理决定4件：数目小，可能只是碰巧。",
            edits: &[Edit::On2019, Edit::Cell("disclosure.penalties.change", "+1")],
        },
    ],
    check: |context| {
        for (cells, decided) in ITEMS {
            let Some([prior, change]) = figures(context, cells) else { continue };
            let items = prior + change;
            let decisions = decided.and_then(|cell| figures(context, [cell])).map_or(0, |[decisions]| decisions);
            if items < 0 || items == 0 && decisions > 0 {
                let message = format!("上一年项目{prior}项、本年增减{change}，共{items}项，处理决定{decisions}件");
                add(context, cells[0], message, (items, decisions));
            } else if are_cases(prior, change, decisions) {
                let message = format!(
                    "上一年项目{prior}、本年增减{change}，合起来正好是处理决定的{decisions}件，前两栏可能填成了件数"
                );
                add(context, cells[0], message, (items, decisions));
            }
        }
    },
    ..Rule::ORDINARY
};

/// Issued, repealed and in force, of each kind of document.
const DOCUMENTS: [[CellId; 3]; 2] = [
    [cell!("disclosure.rules.issued"), cell!("disclosure.rules.repealed"), cell!("disclosure.rules.in_force")],
    [
        cell!("disclosure.normative_documents.issued"),
        cell!("disclosure.normative_documents.repealed"),
        cell!("disclosure.normative_documents.in_force"),
    ],
];
/// Published this year and in all, of each kind of document.
const PUBLISHED: [[CellId; 2]; 2] = [
    [cell!("disclosure.rules.published"), cell!("disclosure.rules.total_published")],
    [cell!("disclosure.normative_documents.published"), cell!("disclosure.normative_documents.total_published")],
];
/// The items of last year and their change, and the decisions made on them.
const ITEMS: [([CellId; 2], Option<CellId>); 5] = [
    (
        [cell!("disclosure.licenses.prior_items"), cell!("disclosure.licenses.change")],
        Some(cell!("disclosure.licenses.decisions")),
    ),
    (
        [cell!("disclosure.other_services.prior_items"), cell!("disclosure.other_services.change")],
        Some(cell!("disclosure.other_services.decisions")),
    ),
    (
        [cell!("disclosure.penalties.prior_items"), cell!("disclosure.penalties.change")],
        Some(cell!("disclosure.penalties.decisions")),
    ),
    (
        [cell!("disclosure.compulsory_measures.prior_items"), cell!("disclosure.compulsory_measures.change")],
        Some(cell!("disclosure.compulsory_measures.decisions")),
    ),
    ([cell!("disclosure.fees.prior_items"), cell!("disclosure.fees.change")], None),
];

/// Fewer decisions may be as many as the items by chance.
const FEWEST_CASES: i64 = 20;
/// A body has fewer kinds of items than this.
const MOST_ITEMS: i64 = 200;

/// Whether the items are most likely last year's cases and the change is that to this year's: items are kinds of decisions, and
/// that there are as many as there were decisions is no chance.
fn are_cases(prior: i64, change: i64, decisions: i64) -> bool {
    let of_change = change != 0 && decisions >= FEWEST_CASES;
    prior + change == decisions && (of_change || decisions >= MOST_ITEMS)
}

/// The figures of these cells, all of them written.
fn figures<const N: usize>(context: &RuleContext, cells: [CellId; N]) -> Option<[i64; N]> {
    let mut figures = [0; N];
    for (figure, cell) in figures.iter_mut().zip(cells) {
        *figure = context.reading.cell(cell)?.value()?.as_whole()?;
    }
    Some(figures)
}

fn add(context: &mut RuleContext, cell: CellId, message: String, sides: (i64, i64)) {
    let reading = context.reading;
    let name = crate::form::locate(cell).map_or_else(String::new, |(row, _)| row_name(row));
    let finding = context.report(format!("“{name}”：{message}。"), "对照文件清单和事项清单核对这几个数。");
    finding.at_cells(reading, &[cell]).sides(Number::whole(sides.0), Number::whole(sides.1));
}
