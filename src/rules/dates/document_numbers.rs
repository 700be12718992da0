//! TM-15: the number of a document and its title do not belong together. TM-17: a number without its brackets.

use crate::rules::documents::{Citation, DOCUMENTS, Document};
use crate::rules::{Edit, Example, Rule, Severity, passages, sources, told};
use crate::text::{holds_any, squeezed};

const NUMBER: &str = "（国办公开办函〔2021〕30号）";

pub static TITLE: Rule = Rule {
    id: "TM-15",
    severity: Severity::Warning,
    basis: sources::EDITIONS,
    title: "文件名称与文号对不上",
    checks: told("《……》后面的文号是不是这份文件的文号；编制年度报告所依据的“国办公开办函”文号是不是已知的文号。"),
    why: told("名称和文号各说各的，读者不知道依据的是哪一份文件。"),
    bad: examples![
        Example {
            shown: "《……有关事项的通知》的后面写〔2021〕30号。",
            edits: &[Edit::Words(
                "国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知",
                "国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知",
            )],
        },
        Example {
            shown: "《……年度报告格式》的后面写〔2019〕51号。",
            edits: &[Edit::Words(NUMBER, "（国办公开办函〔2019〕51号）")],
        },
        Example {
            shown: "《……年度报告格式》的后面写〔2021〕13号。",
            edits: &[Edit::Words(NUMBER, "（国办公开办函〔2021〕13号）")],
        },
        Example {
            shown: "《……信息处理费管理办法》的后面写国办函〔2020〕190号。",
            edits: &[Edit::Words(
                "公文拟制时",
                "执行《政府信息公开信息处理费管理办法》（国办函〔2020〕190号）。公文拟制时",
            )],
        },
        Example {
            shown: "“按照国办公开办函〔2021〕13号规定的年度报告格式编制”。",
            edits: &[Edit::Words("公文拟制时", "按照国办公开办函〔2021〕13号规定的年度报告格式编制本报告。公文拟制时")],
        },
    ],
    good: examples![
        Example {
            shown: "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）。",
            edits: &[Edit::Words(
                "公文拟制时",
                "执行《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）。公文拟制时",
            )],
        },
        Example {
            shown: "只写文号：“国办公开办函〔2021〕30号规定的格式”。",
            edits: &[Edit::Words("公文拟制时", "按照国办公开办函〔2021〕30号规定的年度报告格式编制。公文拟制时")],
        },
        Example {
            shown: "党委办公厅（室）依据国办公开办函〔2019〕51号编制年度报告。",
            edits: &[Edit::Words("公文拟制时", "党委办公室依据国办公开办函〔2019〕51号编制年度报告。公文拟制时")],
        },
        Example {
            shown: "引用本地的通知：《……年度报告格式》的通知（禾政办发〔2021〕13号）。",
            edits: &[Edit::Words(
                "公文拟制时",
                "落实《转发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（禾政办发〔2021〕13号）。公文拟制时",
            )],
        },
        Example {
            shown: "另一件工作的通知：《……标准化规范化工作的通知》（国办公开办函〔2020〕61号）。",
            edits: &[Edit::Words(
                "公文拟制时",
                "落实《关于做好基层政务公开标准化规范化工作的通知》（国办公开办函〔2020〕61号）。公文拟制时",
            )],
        },
    ],
    check: |context| {
        for citation in context.citations() {
            let titled = DOCUMENTS.iter().find(|document| holds_any(&citation.title, document.title));
            let message = match (titled, citation.document()) {
                (Some(titled), Some(cited)) if titled.number != cited.number => {
                    format!("文件名称与文号不是同一份文件：“{}”是{}。", titled.title[0], titled.full)
                }
                (Some(titled), None) if citation.issuer.ends_with(titled.issuer) && !is_later(citation, titled) => {
                    format!("“{}”的文号写成了“{}”，应为{}。", titled.title[0], citation.written(), titled.full)
                }
                (None, None) if is_unknown(context.text, citation) => {
                    format!("“{}{}”不是年度报告格式的文号。", ISSUER, citation.written())
                }
                _ => continue,
            };
            context.report(message, suggestion(titled)).at(citation.span);
        }
    },
    ..Rule::ORDINARY
};

/// The office that issued the notices on the format.
const ISSUER: &str = "国办公开办函";

/// Whether it may be a notice that came after the one of the table: of a later year, with another number.
fn is_later(citation: &Citation, known: &Document) -> bool {
    let (year, number) = citation.number.split_once(')').unwrap_or_default();
    known.number.split_once(')').is_some_and(|known| year > known.0 && number != known.1)
}

/// Whether a report is said to be made after a notice of that office that is none of the known ones.
fn is_unknown(text: &str, citation: &Citation) -> bool {
    let words = squeezed(citation.sentence.of(text));
    let of_report = words.contains("年度报告") && holds_any(&words, &["格式", "编制", "编写"]);
    citation.issuer.ends_with(ISSUER)
        && citation.title.is_empty()
        && citation.brackets.is_some()
        && of_report
        && DOCUMENTS.iter().any(|document| document.issuer == ISSUER && !is_later(citation, document))
}

fn suggestion(titled: Option<&Document>) -> String {
    match titled {
        Some(titled) => format!("核对依据，名称和文号写同一份；“{}”是{}。", titled.title[0], titled.full),
        None => "核对文号：2021年度起的格式是国办公开办函〔2021〕30号，2019、2020年度的是国办公开办函〔2019〕60号。"
            .to_string(),
    }
}

pub static BRACKETS: Rule = Rule {
    id: "TM-17",
    severity: Severity::Info,
    basis: sources::NUMBER_BRACKETS,
    title: "文号的括号不对",
    checks: told(
        "发文字号的年份有没有放在六角括号“〔〕”里：“（2021）”“[2021]”“【2021】”或者没有括号的，改为“〔2021〕”。",
    ),
    why: told("六角括号是发文字号的固定写法，复制粘贴时最容易丢失或者变形。"),
    bad: examples![
        Example {
            shown: "文号用了“【】”。", edits: &[Edit::Words(NUMBER, "（国办公开办函【2021】30号）")]
        },
        Example {
            shown: "文号用了“[]”。", edits: &[Edit::Words(NUMBER, "（国办公开办函[2021]30号）")]
        },
        Example {
            shown: "括号丢失：“国办公开办函202130 号”。",
            edits: &[Edit::Words(NUMBER, "（国办公开办函202130 号）")],
        },
        Example {
            shown: "本地文件的文号写成“禾政办发(2022)15号”。",
            edits: &[Edit::Words("公文拟制时", "落实禾政办发(2022)15号文件。公文拟制时")],
        },
    ],
    good: examples![
        Example {
            shown: "“禾政办发〔2022〕15号”。",
            edits: &[Edit::Words("公文拟制时", "落实禾政办发〔2022〕15号文件。公文拟制时")],
        },
        Example {
            shown: "法院的案号“（2022）禾01行初15号”。",
            edits: &[Edit::Words("公文拟制时", "（2022）禾01行初15号案件已结案。公文拟制时")],
        },
        Example {
            shown: "“河东路2023号”“第2023115号提案”不是文号。",
            edits: &[Edit::Words("公文拟制时", "在河东路2023号设点，答复第2023115号提案。公文拟制时")],
        },
    ],
    check: |context| {
        let is_wrong = |citation: &&Citation| {
            citation.brackets != Some(('〔', '〕')) && citation.issuer.ends_with(|c| "函发办字规释文通电".contains(c))
        };
        let citations: Vec<&Citation> = context.citations().iter().filter(is_wrong).collect();
        let Some(first) = citations.first() else { return };
        let written = first.span.of(context.text);
        let message = format!("文号“{written}”的年份应放在六角括号“〔〕”里{}。", passages::times(citations.len()));
        let finding = context.report(message, format!("改为“{}”。", first.written()));
        for citation in &citations {
            finding.at(citation.span).fix(citation.span, citation.written());
        }
    },
    ..Rule::ORDINARY
};
