//! ST-20: the official form was not filled in.

use super::{found_sections, prose_of};
use crate::form::FIRST_YEAR;
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};

pub static RULE: Rule = Rule {
    id: "ST-20",
    severity: Severity::Error,
    basis: sources::ANNEX_HEADINGS,
    title: "空白模板",
    checks: told("六个部分里是不是只有标题、空表和“（文字描述）”一类的提示。"),
    why: told("空白模板没有可核对的内容。"),
    bad: examples![Example {
        shown: "第一、五、六部分只有“（文字描述）”。",
        edits: &[
            Edit::Words(
                "（一）主动公开。围绕群众关心的事项，全年通过政府网站和公开栏主动公开政府信息230条，其中网站发布168条、公开栏张贴62条。制发行政规范性文件3件、废止1件，现行有效12件。\n",
                "（文字描述）\n",
            ),
            Edit::Words(
                "（二）依申请公开。全年收到政府信息公开申请14件，上年结转0件。办理答复13件，其中予以公开5件、部分公开2件、不予公开1件、无法提供3件、不予处理2件；结转下年度继续办理1件。因政府信息公开被申请行政复议1件，结果维持；未发生行政诉讼。\n",
                "",
            ),
            Edit::Words("（三）政府信息管理。公文拟制时同步确定公开属性，发布前逐条进行保密审查。\n", ""),
            Edit::Words("（四）平台建设。更新政府信息公开专栏，在便民服务大厅设置查阅点1处。\n", ""),
            Edit::Words(
                "（五）监督保障。把政府信息公开列入年度考核，邀请群众代表开展社会评议，本年度没有发生责任追究的情形。\n",
                "",
            ),
            Edit::Words("存在的主要问题：一是部分栏目更新不够及时；二是解读材料的形式比较单一。\n", "（文字描述）\n"),
            Edit::Words(
                "改进情况：一是按月检查栏目，逾期未更新的由专人提醒；二是增加图解和问答，请村干部在入户时讲解。\n",
                "",
            ),
            Edit::Words(
                "2023年没有发出政府信息公开收费通知，未收取信息处理费。没有其他需要报告的事项。",
                "（文字描述，收取信息处理费情况在此处报告。）",
            ),
        ],
    }],
    good: examples![Example {
        shown: "只有第六部分留着“（文字描述）”，其他部分都写了。",
        edits: &[Edit::Words("没有其他需要报告的事项。", "没有其他需要报告的事项。（文字描述）")],
    }],
    accompanied_by: &["NT-15", "ST-09", "ST-10", "ST-12", "WD-08"],
    since: FIRST_YEAR,
    check,
    ..Rule::ORDINARY
};

/// The sections that have to be written in words.
const WRITTEN: [u8; 3] = [1, 5, 6];

fn check(context: &mut RuleContext) {
    let texts: Vec<String> = WRITTEN.iter().filter_map(|&number| prose_of(context, number)).collect();
    if found_sections(context).len() < 5 || texts.len() < WRITTEN.len() || !texts.iter().all(|text| is_blank(text)) {
        return;
    }
    let message = "这是空白模板，尚未填写：总体情况、主要问题及改进情况、其他事项都没有内容。";
    let head = passages::head(context);
    context.report(message, "填写内容后再核对。").at(head);
}

/// Nothing, or the form's own hint in brackets.
fn is_blank(text: &str) -> bool {
    let hint = text.starts_with('(') && text.contains("文字描述") && text.matches('(').count() == 1;
    text.is_empty() || hint && text.ends_with(')')
}
