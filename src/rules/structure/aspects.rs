//! ST-09: section one leaves out one of its five aspects.

use super::prose_of;
use crate::form::{FIRST_YEAR, Feature, year_has};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, sources, told};
use crate::text::holds_any;

pub static RULE: Rule = Rule {
    id: "ST-09",
    severity: Severity::Warning,
    basis: sources::ASPECTS,
    title: "总体情况缺少一个方面",
    checks: told(
        "第一部分是否写到主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。2020年度以前只作提示。",
    ),
    why: told("这五个方面是格式列明的内容，少一个方面就不全面。"),
    bad: examples![Example {
        shown: "总体情况没有写平台建设。",
        edits: &[
            Edit::Words(
                "（四）平台建设。更新政府信息公开专栏，在便民服务大厅设置查阅点1处。\n（五）监督保障。",
                "（四）监督保障。",
            ),
            Edit::Words(
                "通过政府网站和公开栏主动公开政府信息230条，其中网站发布168条、公开栏张贴62条。",
                "主动公开政府信息230条。",
            ),
        ],
    }],
    good: examples![Example {
        shown: "没有用“监督保障”作小标题，但写了考核和社会评议。",
        edits: &[Edit::Words("（五）监督保障。", "（五）其他。")],
    }],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

/// An aspect, words that speak of it, and words that only touch it.
struct Aspect {
    name: &'static str,
    words: &'static [&'static str],
    touching: &'static [&'static str],
}

const ASPECTS: [Aspect; 5] = [
    Aspect {
        name: "主动公开",
        words: &["主动公开", "公开政府信息", "发布信息", "公开信息", "各类信息"],
        touching: &["公开"],
    },
    Aspect {
        name: "依申请公开",
        words: &["依申请", "申请公开", "公开申请", "依法申请", "公开的申请"],
        touching: &["申请"],
    },
    Aspect {
        name: "政府信息管理",
        words: &[
            "信息管理",
            "信息的管理",
            "规范性文件",
            "公开目录",
            "信息目录",
            "公开指南",
            "事项目录",
            "清理",
            "归档",
            "台账",
            "动态更新",
            "动态管理",
            "动态调整",
            "审核",
            "校对",
            "发布流程",
        ],
        touching: &["保密审查", "公开属性", "审查"],
    },
    Aspect {
        name: "平台建设",
        words: &["平台", "网站", "公开栏", "公示栏", "新媒体", "公众号", "专栏", "微信", "查阅点", "查阅场所"],
        touching: &["渠道", "载体"],
    },
    Aspect {
        name: "监督保障",
        words: &["监督", "考核", "评议", "责任追究", "问责", "培训", "保障", "领导小组"],
        touching: &["组织领导", "责任"],
    },
];

fn check(context: &mut RuleContext) {
    let Some(text) = prose_of(context, 1).filter(|text| !text.is_empty()) else { return };
    let Some(heading) = context.reading.section(1).and_then(|section| section.heading.as_ref()) else { return };
    let missing: Vec<&Aspect> = ASPECTS.iter().filter(|aspect| !holds_any(&text, aspect.words)).collect();
    if missing.is_empty() {
        return;
    }
    let names: Vec<&str> = missing.iter().map(|aspect| aspect.name).collect();
    let names = names.join("、");
    let message =
        format!("总体情况没有写“{names}”。应包括主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。");
    let recent = year_has(context.reading.year, Feature::FiveAspects);
    let touched = missing.iter().all(|aspect| holds_any(&text, aspect.touching));
    let finding = context.report(message, format!("补写{names}的情况。")).at(heading.span);
    finding.severity_if(!recent || touched, Severity::Info);
}
