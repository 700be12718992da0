//! NT-12: the items of a total do not add up to it.

use super::amounts::{Amount, added, amounts};
use super::lists::{self, List};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources};
use crate::text::{Number, TextRange, holds_any};

pub static RULE: Rule = Rule {
    id: "NT-12",
    severity: Severity::Warning,
    basis: sources::FIGURES_AGREE,
    title: "分项相加与总数不符",
    checks: "“共N条，其中甲a条、乙b条”：各项之和不应大于总数；写“包括”“分别为”“具体为”“共计”的应等于总数。通过几个渠道公开的不计。",
    why: "分项加不起来，读者会怀疑所有的数。",
    bad: &[
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
    good: &[
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
    check,
    ..Rule::ORDINARY
};

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
fn check(context: &mut RuleContext) {
    let sentences = passages::sentences(context, context.reading.span);
    for passage in lists::passages(context.text, sentences) {
        let Some(List { total, items, is_whole }) = lists::list(context.text, passage) else { continue };
        let Some((sum, terms)) = added(&items, total.unit).filter(|_| items.len() > 1) else { continue };
        let Some(stated) = total.count_of(total.unit) else { continue };
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
