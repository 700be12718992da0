//! NT-07: the outcomes of applications in the prose are not the table's.

use super::{FIGURES_REMEDY, against_table, listed, named_cells};
use crate::form::TableId;
use crate::report::FactKind;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};

pub static RULE: Rule = Rule {
    id: "NT-07",
    severity: Severity::Error,
    basis: sources::FIGURES_AGREE,
    title: "正文的办理结果与表不符",
    checks: told("正文写的予以公开、部分公开、不予公开、无法提供、不予处理件数，应等于表中相应各行总计之和。"),
    why: told("办理结果是申请人最关心的数，正文和表格应当一致。"),
    bad: examples![
        Example {
            shown: "正文写不予公开2件，表中不予公开各行合计1件。",
            edits: &[Edit::Words("不予公开1件", "不予公开2件")],
        },
        Example {
            shown: "正文写予以公开6件，表中5件。", edits: &[Edit::Words("予以公开5件", "予以公开6件")]
        },
        Example {
            shown: "正文写部分公开1件，表中2件。", edits: &[Edit::Words("部分公开2件", "部分公开1件")]
        },
        Example {
            shown: "正文写予以公开及部分公开8件，表中两行为5和2。",
            edits: &[Edit::Words("予以公开5件、部分公开2件", "予以公开及部分公开8件")],
        },
        Example {
            shown: "正文写无法提供2件，表中各行合计3件。", edits: &[Edit::Words("无法提供3件", "无法提供2件")]
        },
        Example {
            shown: "正文写不予处理3件，表中各行合计2件。", edits: &[Edit::Words("不予处理2件", "不予处理3件")]
        },
        Example {
            shown: "正文写其他处理1件，表中各行都是0。",
            edits: &[Edit::Words("不予处理2件", "不予处理2件、其他处理1件")],
        },
    ],
    good: examples![
        Example {
            shown: "正文写予以公开及部分公开7件，表中两行为5和2。",
            edits: &[Edit::Words("予以公开5件、部分公开2件", "予以公开及部分公开7件")],
        },
        Example {
            shown: "正文写其他处理0件，表中各行都是0。",
            edits: &[Edit::Words("不予处理2件", "不予处理2件、其他处理0件")],
        },
    ],
    accompanied_by: &["NT-12", "NT-19"],
    check,
    ..Rule::ORDINARY
};

const QUANTITIES: [(FactKind, &str); 7] = [
    (FactKind::Granted, "（一）予以公开"),
    (FactKind::GrantedInPart, "（二）部分公开"),
    (FactKind::GrantedAtAll, "（一）予以公开和（二）部分公开共"),
    (FactKind::Denied, "（三）不予公开各行合计"),
    (FactKind::Unavailable, "（四）无法提供各行合计"),
    (FactKind::Declined, "（五）不予处理各行合计"),
    (FactKind::OtherHandling, "（六）其他处理各行合计"),
];

fn check(context: &mut RuleContext) {
    against_table(
        context,
        |kind| listed(kind, &QUANTITIES).or_else(|| named_cells(kind, TableId::Requests)),
        FIGURES_REMEDY,
    );
}
