//! CY-01, CY-02, CY-04 and CY-05: a figure that follows from last year's figures and what came and went this year.

use super::{count, last_year};
use crate::form::{CellId, cell_name};
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, sources};
use crate::text::Number;

pub static CARRIED: Rule = Rule {
    id: "CY-01",
    severity: Severity::Warning,
    basis: sources::CARRIED_LABELS,
    help: help(HelpText {
        title: "上年结转与上年报告不符",
        checks: "给出上年报告的：本年“上年结转”应等于上年“结转下年度继续办理”，逐列核对；总计不符的是错误。",
        why: "上年没有办完的申请，本年接着办，两个数说的是同一批申请。",
        bad: Example {
            shown: "上年结转下年度1件，本年“上年结转”填0。",
            edits: &[Edit::Previous(&[
                Edit::Cell("requests.carried_out.individual", "1"),
                Edit::Cell("requests.carried_out.total", "1"),
            ])],
        },
        good: Example {
            shown: "上年结转下年度0件，本年“上年结转”填0。", edits: &[Edit::Previous(&[])]
        },
    }),
    check: |subject, findings| match last_year(subject) {
        Err(_) if subject.options.previous.is_none() => {}
        Err(reason) => findings.unchecked(Vec::new(), reason),
        Ok(last) => COLUMNS.iter().for_each(|column| {
            check(
                subject,
                &last,
                findings,
                &Chain {
                    rows: &["requests.carried_in"],
                    column,
                    last: ("requests.carried_out", &[column]),
                    came: "",
                    went: "",
                },
            )
        }),
    },
};

pub static IN_FORCE: Rule = Rule {
    id: "CY-02",
    severity: Severity::Warning,
    basis: sources::TABLE_TWO_LABELS,
    help: help(HelpText {
        title: "现行有效件数与上年接不上",
        checks: "给出上年报告的（2021年起的格式）：现行有效件数应等于上年现行有效加本年制发减本年废止。",
        why: "接不上的，多半是漏计；文件到期失效、口径调整也会造成，请说明。",
        bad: Example {
            shown: "上年现行有效15件，本年制发3件、废止1件，本年填12件。",
            edits: &[Edit::Previous(&[Edit::Cell("disclosure.normative_documents.in_force", "15")])],
        },
        good: Example {
            shown: "上年现行有效10件，本年制发3件、废止1件，本年填12件。", edits: &[Edit::Previous(&[])]
        },
    }),
    check: |subject, findings| {
        follow(
            subject,
            findings,
            &Chain {
                rows: &DOCUMENTS,
                column: "in_force",
                last: ("", &["in_force"]),
                came: "issued",
                went: "repealed",
            },
        );
    },
};

pub static ITEMS: Rule = Rule {
    id: "CY-04",
    severity: Severity::Warning,
    basis: sources::TABLE_TWO_LABELS,
    help: help(HelpText {
        title: "上一年项目数量与上年报告不符",
        checks: "给出上年报告的（2019、2020年度）：“上一年项目数量”应等于上年报告的上一年项目数量加本年增/减。",
        why: "上年底有多少项，两份报告说的应是同一个数。",
        bad: Example {
            shown: "上年报告填5项、增1项，本年“上一年项目数量”填5。",
            edits: &[Edit::On2019, Edit::Previous(&[Edit::Cell("disclosure.licenses.change", "+1")])],
        },
        good: Example {
            shown: "上年报告填5项、增减0，本年“上一年项目数量”填5。",
            edits: &[Edit::On2019, Edit::Previous(&[])],
        },
    }),
    check: |subject, findings| {
        follow(
            subject,
            findings,
            &Chain {
                rows: &SERVICES,
                column: "prior_items",
                last: ("", &["prior_items", "change"]),
                came: "",
                went: "",
            },
        );
    },
};

pub static PUBLISHED: Rule = Rule {
    id: "CY-05",
    severity: Severity::Info,
    basis: sources::TABLE_TWO_LABELS,
    help: help(HelpText {
        title: "对外公开总数量与上年接不上",
        checks: "给出上年报告的（2019、2020年度）：对外公开总数量应等于上年总数量加本年新公开数量。",
        why: "总数逐年累计；清理、失效会造成差异。",
        bad: Example {
            shown: "上年总数量20件，本年新公开3件，本年总数量填12件。",
            edits: &[
                Edit::On2019,
                Edit::Previous(&[Edit::Cell("disclosure.normative_documents.total_published", "20")]),
            ],
        },
        good: Example {
            shown: "上年总数量9件，本年新公开3件，本年总数量填12件。",
            edits: &[Edit::On2019, Edit::Previous(&[])],
        },
    }),
    check: |subject, findings| {
        follow(
            subject,
            findings,
            &Chain {
                rows: &DOCUMENTS,
                column: "total_published",
                last: ("", &["total_published"]),
                came: "published",
                went: "",
            },
        );
    },
};

/// A figure, and what it follows from: last year's figures, what came and what went this year.
struct Chain<'a> {
    rows: &'static [&'static str],
    column: &'static str,
    /// The row of last year's figures, empty where it is the same, and their columns.
    last: (&'static str, &'a [&'static str]),
    came: &'static str,
    went: &'static str,
}

const COLUMNS: [&str; 7] =
    ["total", "individual", "company", "research", "nonprofit", "legal_service", "other_organization"];
const DOCUMENTS: [&str; 2] = ["disclosure.rules", "disclosure.normative_documents"];
const SERVICES: [&str; 5] = [
    "disclosure.licenses",
    "disclosure.other_services",
    "disclosure.penalties",
    "disclosure.compulsory_measures",
    "disclosure.fees",
];

fn follow(subject: &Subject, findings: &mut Findings, chain: &Chain) {
    if let Ok(last) = last_year(subject) {
        check(subject, &last, findings, chain);
    }
}

fn check(subject: &Subject, last: &Subject, findings: &mut Findings, chain: &Chain) {
    for &row in chain.rows {
        let cell = CellId { row, column: chain.column };
        let Some((expected, terms)) = expected(subject, last, chain, row) else { continue };
        let Some(stated) = count(subject, cell) else { continue };
        findings.tally.sums += 1;
        if stated == expected {
            continue;
        }
        let message =
            format!("“{}”填{stated}，按上年报告应为{terms}，相差{}。", cell_name(cell), (stated - expected).abs());
        let remedy = "核对两年的数。更正、机构合并、文件失效或口径调整造成的，请在第六部分说明。";
        let finding = findings.finding(message, remedy);
        let finding = if chain.column == "total" { finding.severity(Severity::Error) } else { finding };
        let finding = finding.at_cells(subject.report, &[cell]);
        findings.add(finding.sides(Number::whole(stated), Number::whole(expected)));
    }
}

/// What a figure should be, and how that comes about: 698＋77－132＝643.
fn expected(subject: &Subject, last: &Subject, chain: &Chain, row: &'static str) -> Option<(i64, String)> {
    let (last_row, columns) = chain.last;
    let last_row = if last_row.is_empty() { row } else { last_row };
    let mut sum = 0;
    let mut terms = String::new();
    let mut add = |value: i64, sign: &str| {
        sum += if sign == "－" { -value } else { value };
        terms += &if terms.is_empty() { value.to_string() } else { format!("{sign}{value}") };
    };
    for &column in columns {
        add(count(last, CellId { row: last_row, column })?, "＋");
    }
    for (column, sign) in [(chain.came, "＋"), (chain.went, "－")] {
        if !column.is_empty() {
            add(count(subject, CellId { row, column })?, sign);
        }
    }
    if terms.contains(['＋', '－']) {
        terms += &format!("＝{sum}");
    }
    Some((sum, terms))
}
