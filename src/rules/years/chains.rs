//! CY-01, CY-02, CY-04 and CY-05: a figure that follows from last year's figures and what came and went this year.

use super::{count, last_year};
use crate::form::{CellId, cell, cell_name};
use crate::report::Report;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, Term, sources, told};
use crate::text::Number;

pub static CARRIED: Rule = Rule {
    id: "CY-01",
    severity: Severity::Warning,
    basis: sources::CARRIED_LABELS,
    title: "上年结转与上年报告不符",
    checks: told("给出上年报告的：本年“上年结转”应等于上年“结转下年度继续办理”，逐列核对；总计不符的是错误。"),
    why: told("上年没有办完的申请，本年接着办，两个数说的是同一批申请。"),
    bad: examples![Example {
        shown: "上年结转下年度1件，本年“上年结转”填0。",
        edits: &[Edit::Previous(&[
            Edit::Cell("requests.carried_out.individual", "1"),
            Edit::Cell("requests.carried_out.total", "1"),
        ])],
    }],
    good: examples![Example {
        shown: "上年结转下年度0件，本年“上年结转”填0。", edits: &[Edit::Previous(&[])]
    }],
    check: |context| match last_year(context.reading, context.options) {
        Err(_) if context.options.previous.is_none() => {}
        Err(reason) => context.unchecked(Vec::new(), reason),
        Ok(last) => CARRIED_OVER.iter().for_each(|carryover| check(context, last, carryover)),
    },
    ..Rule::ORDINARY
};

pub static IN_FORCE: Rule = Rule {
    id: "CY-02",
    severity: Severity::Warning,
    basis: sources::TABLE_TWO_LABELS,
    title: "现行有效件数与上年接不上",
    checks: told("给出上年报告的（2021年起的格式）：现行有效件数应等于上年现行有效加本年制发减本年废止。"),
    why: told("接不上的，多半是漏计；文件到期失效、口径调整也会造成，请说明。"),
    bad: examples![Example {
        shown: "上年现行有效15件，本年制发3件、废止1件，本年填12件。",
        edits: &[Edit::Previous(&[Edit::Cell("disclosure.normative_documents.in_force", "15")])],
    }],
    good: examples![Example {
        shown: "上年现行有效10件，本年制发3件、废止1件，本年填12件。",
        edits: &[Edit::Previous(&[])]
    }],
    check: |context| follow(context, &DOCUMENTS_IN_FORCE),
    ..Rule::ORDINARY
};

pub static ITEMS: Rule = Rule {
    id: "CY-04",
    severity: Severity::Warning,
    basis: sources::TABLE_TWO_LABELS,
    title: "上一年项目数量与上年报告不符",
    checks: told("给出上年报告的（2019、2020年度）：“上一年项目数量”应等于上年报告的上一年项目数量加本年增/减。"),
    why: told("上年底有多少项，两份报告说的应是同一个数。"),
    bad: examples![Example {
        shown: "上年报告填5项、增1项，本年“上一年项目数量”填5。",
        edits: &[Edit::On2019, Edit::Previous(&[Edit::Cell("disclosure.licenses.change", "+1")])],
    }],
    good: examples![Example {
        shown: "上年报告填5项、增减0，本年“上一年项目数量”填5。",
        edits: &[Edit::On2019, Edit::Previous(&[])],
    }],
    check: |context| follow(context, &PRIOR_ITEMS),
    ..Rule::ORDINARY
};

pub static PUBLISHED: Rule = Rule {
    id: "CY-05",
    severity: Severity::Info,
    basis: sources::TABLE_TWO_LABELS,
    title: "对外公开总数量与上年接不上",
    checks: told("给出上年报告的（2019、2020年度）：对外公开总数量应等于上年总数量加本年新公开数量。"),
    why: told("总数逐年累计；清理、失效会造成差异。"),
    bad: examples![Example {
        shown: "上年总数量20件，本年新公开3件，本年总数量填12件。",
        edits: &[Edit::On2019, Edit::Previous(&[Edit::Cell("disclosure.normative_documents.total_published", "20")])],
    }],
    good: examples![Example {
        shown: "上年总数量9件，本年新公开3件，本年总数量填12件。",
        edits: &[Edit::On2019, Edit::Previous(&[])],
    }],
    check: |context| follow(context, &DOCUMENTS_PUBLISHED),
    ..Rule::ORDINARY
};

/// A figure, and what it follows from: last year's figures, what came and what went this year.
struct Carryover {
    cell: CellId,
    last: &'static [CellId],
    came: Option<CellId>,
    went: Option<CellId>,
}

/// 二、上年结转 against last year's 四、结转下年度继续办理, the total first.
const CARRIED_OVER: [Carryover; 7] = {
    const fn same(cell: CellId, last: &'static [CellId]) -> Carryover {
        Carryover { cell, last, came: None, went: None }
    }
    [
        same(cell!("requests.carried_in.total"), &[cell!("requests.carried_out.total")]),
        same(cell!("requests.carried_in.individual"), &[cell!("requests.carried_out.individual")]),
        same(cell!("requests.carried_in.company"), &[cell!("requests.carried_out.company")]),
        same(cell!("requests.carried_in.research"), &[cell!("requests.carried_out.research")]),
        same(cell!("requests.carried_in.nonprofit"), &[cell!("requests.carried_out.nonprofit")]),
        same(cell!("requests.carried_in.legal_service"), &[cell!("requests.carried_out.legal_service")]),
        same(cell!("requests.carried_in.other_organization"), &[cell!("requests.carried_out.other_organization")]),
    ]
};

const DOCUMENTS_IN_FORCE: [Carryover; 2] = [
    Carryover {
        cell: cell!("disclosure.rules.in_force"),
        last: &[cell!("disclosure.rules.in_force")],
        came: Some(cell!("disclosure.rules.issued")),
        went: Some(cell!("disclosure.rules.repealed")),
    },
    Carryover {
        cell: cell!("disclosure.normative_documents.in_force"),
        last: &[cell!("disclosure.normative_documents.in_force")],
        came: Some(cell!("disclosure.normative_documents.issued")),
        went: Some(cell!("disclosure.normative_documents.repealed")),
    },
];

const PRIOR_ITEMS: [Carryover; 5] = {
    /// The first of last year's figures is that of the same cell.
    const fn items(last: &'static [CellId; 2]) -> Carryover {
        Carryover { cell: last[0], last, came: None, went: None }
    }
    [
        items(&[cell!("disclosure.licenses.prior_items"), cell!("disclosure.licenses.change")]),
        items(&[cell!("disclosure.other_services.prior_items"), cell!("disclosure.other_services.change")]),
        items(&[cell!("disclosure.penalties.prior_items"), cell!("disclosure.penalties.change")]),
        items(&[cell!("disclosure.compulsory_measures.prior_items"), cell!("disclosure.compulsory_measures.change")]),
        items(&[cell!("disclosure.fees.prior_items"), cell!("disclosure.fees.change")]),
    ]
};

const DOCUMENTS_PUBLISHED: [Carryover; 2] = [
    Carryover {
        cell: cell!("disclosure.rules.total_published"),
        last: &[cell!("disclosure.rules.total_published")],
        came: Some(cell!("disclosure.rules.published")),
        went: None,
    },
    Carryover {
        cell: cell!("disclosure.normative_documents.total_published"),
        last: &[cell!("disclosure.normative_documents.total_published")],
        came: Some(cell!("disclosure.normative_documents.published")),
        went: None,
    },
];

fn follow(context: &mut RuleContext, carryovers: &[Carryover]) {
    if let Ok(last) = last_year(context.reading, context.options) {
        carryovers.iter().for_each(|carryover| check(context, last, carryover));
    }
}

fn check(context: &mut RuleContext, last: &Report, carryover: &Carryover) {
    let reading = context.reading;
    let cell = carryover.cell;
    let Some((expected, terms)) = expected(reading, last, carryover) else { return };
    let Some(stated) = count(reading, cell) else { return };
    context.findings.tally.sums += 1;
    if stated == expected {
        return;
    }
    let message =
        format!("“{}”填{stated}，按上年报告应为{terms}，相差{}。", cell_name(cell), (stated - expected).abs());
    let remedy = "核对两年的数。更正、机构合并、文件失效或口径调整造成的，请在第六部分说明。";
    let finding = context.report(message, remedy);
    finding.severity_if(cell == cell!("requests.carried_in.total"), Severity::Error);
    let (stated, expected) = (Number::whole(stated), Number::whole(expected));
    let (left, right) = (Term::of_cell(cell, stated), Term::named("按上年报告", expected));
    finding.at_cells(reading, &[cell]).sides(stated, expected).sum(vec![left], vec![right]);
}

/// What a figure should be, and how that comes about: 698＋77－132＝643.
fn expected(now: &Report, last: &Report, carryover: &Carryover) -> Option<(i64, String)> {
    let mut sum = 0;
    let mut terms = String::new();
    let mut add = |value: i64, sign: &str| {
        sum += if sign == "－" { -value } else { value };
        terms += &if terms.is_empty() { value.to_string() } else { format!("{sign}{value}") };
    };
    for &cell in carryover.last {
        add(count(last, cell)?, "＋");
    }
    for (cell, sign) in [(carryover.came, "＋"), (carryover.went, "－")] {
        if let Some(cell) = cell {
            add(count(now, cell)?, sign);
        }
    }
    if terms.contains(['＋', '－']) {
        terms += &format!("＝{sum}");
    }
    Some((sum, terms))
}
