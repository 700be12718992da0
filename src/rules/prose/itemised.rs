//! NT-12: the items of a total do not add up to it. NT-20: a list of what was published leaves much of it out.

use super::amounts::{Amount, added, amounts};
use super::lists::{self, List};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::{Number, TextRange, holds_any};

pub static RULE: Rule = Rule {
    id: "NT-12",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    title: "分项相加与总数不符",
    checks: told(
        "“共N条，其中甲a条、乙b条”：各项之和不应大于总数；写“包括”“分别为”“具体为”“共计”的应等于总数。通过几个渠道公开的不计。",
    ),
    why: told("分项加不起来，读者会怀疑所有的数。"),
    bad: examples![
        Example {
            shown: "“公开政策文件40条，其中镇文件30条、转发文件14条”。",
            edits: &[Edit::Words("公文拟制时", "公开政策文件40条，其中本镇文件30条、转发文件14条。公文拟制时")],
        },
        Example {
            shown: "“累计公开政策文件40条，其中镇文件30条、转发文件14条”。",
            edits: &[Edit::Words("公文拟制时", "全年累计公开政策文件40条，其中本镇文件30条、转发文件14条。公文拟制时")],
        },
        Example {
            shown: "“公开政策文件40条，具体为镇文件30条和转发文件6条”。",
            edits: &[Edit::Words("公文拟制时", "公开政策文件40条，具体为本镇文件30条和转发文件6条。公文拟制时")],
        },
        Example {
            shown: "“在网站公开信息40条，其中政策文件6条，其他信息35条”。",
            edits: &[Edit::Words("公文拟制时", "在网站公开信息40条，其中政策文件6条，其他信息35条。公文拟制时")],
        },
        Example {
            shown: "“公开信息40条。其中，政策文件6条、其他信息35条”。",
            edits: &[Edit::Words("公文拟制时", "公开信息40条。其中，政策文件6条、其他信息35条。公文拟制时")],
        },
        Example {
            shown: "“公开信息40条（政策文件6条、其他信息35条）”。",
            edits: &[Edit::Words("公文拟制时", "公开信息40条（政策文件6条、其他信息35条）。公文拟制时")],
        },
        Example {
            shown: "“公开政策文件6条、其他信息35条，共计40条”。",
            edits: &[Edit::Words("公文拟制时", "公开政策文件6条、其他信息35条，共计40条。公文拟制时")],
        },
    ],
    good: examples![
        Example {
            shown: "“公开政策文件40条，其中本镇文件30条、转发文件6条”：其中可以不全。",
            edits: &[Edit::Words("公文拟制时", "公开政策文件40条，其中本镇文件30条、转发文件6条。公文拟制时")],
        },
        Example {
            shown: "“公开信息40条，其中网站30条、公众号25条”：一条信息可以经过几个渠道。",
            edits: &[Edit::Words("公文拟制时", "公开信息40条，其中网站30条、公众号25条。公文拟制时")],
        },
        Example {
            shown: "“公开信息40条，其中政策文件30条，累计已达300条”：后面是另一个总数。",
            edits: &[Edit::Words("公文拟制时", "公开信息40条，其中政策文件30条，累计已达300条。公文拟制时")],
        },
        Example {
            shown: "“公开信息40条（上年35条、前年28条）”：括号里是别的年份。",
            edits: &[Edit::Words("公文拟制时", "公开信息40条（上年35条、前年28条）。公文拟制时")],
        },
        Example {
            shown: "“公开信息40条，其中政策文件30条；公开解读20条”：分号后面是另一件事。",
            edits: &[Edit::Words("公文拟制时", "公开信息40条，其中政策文件30条；公开解读20条。公文拟制时")],
        },
    ],
    check: |context| judge(context, Fault::Wrong),
    ..Rule::ORDINARY
};

pub static SHORT: Rule = Rule {
    id: "NT-20",
    severity: Severity::Info,
    basis: sources::FIGURES_AGREE,
    title: "主动公开的分项少了两成以上",
    checks: told(
        "“主动公开N条，其中甲a条、乙b条、丙c条”：列出三项以上、又没有“等”“主要”的，各项之和比总数少两成以上时提示还差多少。",
    ),
    why: told("“其中”可以不列全，但差得太多，多半是漏了一项或者总数写错。"),
    bad: examples![
        Example {
            shown: "“公开信息21条，其中机构职能4条、政策文件5条、工作动态4条、财政信息1条”：还差7条。",
            edits: &[Edit::Words(
                "公文拟制时",
                "公开信息21条，其中机构职能4条、政策文件5条、工作动态4条、财政信息1条。公文拟制时",
            )],
        },
        Example {
            shown: "“主动公开政府信息60条（机构职能12条、政策文件15条、工作动态18条）”：还差15条。",
            edits: &[Edit::Words(
                "公文拟制时",
                "主动公开目录信息60条（机构职能12条、政策文件15条、工作动态18条）。公文拟制时",
            )],
        },
    ],
    good: examples![
        Example {
            shown: "“公开信息21条，其中……等”：说明没有列全。",
            edits: &[Edit::Words(
                "公文拟制时",
                "公开信息21条，其中机构职能4条、政策文件5条、工作动态4条、财政信息1条等。公文拟制时",
            )],
        },
        Example {
            shown: "“公开信息21条，其中政策文件5条、财政信息1条”：只举两项。",
            edits: &[Edit::Words("公文拟制时", "公开信息21条，其中政策文件5条、财政信息1条。公文拟制时")],
        },
        Example {
            shown: "“公开信息21条，其中机构职能6条、政策文件7条、工作动态5条”：差得不多。",
            edits: &[Edit::Words("公文拟制时", "公开信息21条，其中机构职能6条、政策文件7条、工作动态5条。公文拟制时")],
        },
        Example {
            shown: "“办理建议21件，其中主办4件、协办5件、参阅3件”不是主动公开。",
            edits: &[Edit::Words("公文拟制时", "办理建议21件，其中主办4件、协办5件、参阅3件。公文拟制时")],
        },
    ],
    check: |context| judge(context, Fault::Short),
    ..Rule::ORDINARY
};

/// What is wrong with a list: its sum, or that it leaves so much out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    Wrong,
    Short,
}

/// With these a list says that it is not whole.
const NOT_WHOLE: [&str; 6] = ["等", "主要", "重点", "特别", "包括", "左右"];
/// A list that names so few leaves the others out on purpose.
const FEWEST: usize = 3;
/// What may be left out of a list, in per cent of its total.
const LEFT_OUT: i64 = 20;

/// One thing may go through several of these.
const CHANNELS: [&str; 17] = [
    "网站",
    "微信",
    "微博",
    "公众号",
    "公示栏",
    "公开栏",
    "新媒体",
    "公报",
    "平台",
    "抖音",
    "客户端",
    "广播",
    "显示屏",
    "信息栏",
    "窗口",
    "报刊",
    "电视",
];
fn judge(context: &mut RuleContext, fault: Fault) {
    let sentences = passages::sentences(context, context.reading.span);
    for passage in lists::passages(context.text, sentences) {
        let Some(List { total, items, is_whole }) = lists::list(context.text, passage) else { continue };
        let Some((sum, terms)) = added(&items, total.unit).filter(|_| items.len() > 1) else { continue };
        let Some(stated) = total.count_of(total.unit) else { continue };
        if fault == Fault::Short {
            let words = passage.of(context.text);
            let of_publicity = total.unit == "条" && words.contains("公开") && !holds_any(words, &NOT_WHOLE);
            let left_out = stated - sum;
            if of_publicity && !is_whole && items.len() >= FEWEST && left_out.saturating_mul(100) > stated * LEFT_OUT {
                let message = format!("分项相加{terms}＝{sum}，与总数{stated}{0}还差{left_out}{0}。", total.unit);
                let finding = context.report(message, "补上没有列出的分项，或核对总数；本来只举几项的，写“等”。");
                finding.at(total.span).sides(Number::whole(sum), Number::whole(stated));
            }
            continue;
        }
        context.findings.tally.facts += 1;
        let more = sum > stated;
        if sum == stated || !more && !is_whole || is_of_all(context.text, passage, &total, sum) {
            continue;
        }
        if more && holds_any(items_with_names(passage, &total, &items).of(context.text), &CHANNELS) {
            continue;
        }
        let message = format!("分项相加{terms}＝{sum}，与总数{stated}{}不符。", total.unit);
        let finding = context.report(message, "核对总数和各分项。").at(total.span);
        let finding = items.iter().fold(finding, |finding, item| finding.related(item.span));
        let finding = finding.sides(Number::whole(sum), Number::whole(stated));
        finding.severity_if(!more, Severity::Info);
    }
}

/// Whether the items are of all that was counted up to the total: 收到建议3件，提案6件，其中主办5件、协办4件.
fn is_of_all(text: &str, passage: TextRange, total: &Amount, sum: i64) -> bool {
    let found = amounts(text, passage);
    let of_all = found.iter().filter(|amount| amount.span.end <= total.span.end && amount.unit == total.unit);
    of_all.filter_map(|amount| amount.count_of(total.unit)).sum::<i64>() == sum
}

/// The items with their names: what follows the total, or what stands before it where the items do.
fn items_with_names(passage: TextRange, total: &Amount, items: &[Amount]) -> TextRange {
    match items.first().is_some_and(|item| item.span.start < total.span.start) {
        true => TextRange::new(passage.start, total.span.start),
        false => TextRange::new(total.span.end, passage.end),
    }
}
