//! Shapes of text whose work is counted: one thing many times over, with what stands around it.

/// A text that is mostly one thing many times over.
pub struct Shape {
    pub name: &'static str,
    /// What stands before.
    head: &'static str,
    /// What is repeated; `#` is a number that is never the same, `~` one that is.
    unit: &'static str,
    tail: &'static str,
}

const TITLE: &str = "柳溪镇2023年政府信息公开工作年度报告\n一、总体情况\n";
const TAIL: &str = "\n六、其他需要报告的事项\n无。\n柳溪镇人民政府\n2024年1月20日\n";
const DISCLOSURE: &str = "柳溪镇2023年政府信息公开工作年度报告\n一、总体情况\n好。\n二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n";
const REQUESTS: &str = "柳溪镇2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n";

const fn within(name: &'static str, unit: &'static str) -> Shape {
    Shape { name, head: TITLE, unit, tail: TAIL }
}

const fn bare(name: &'static str, unit: &'static str) -> Shape {
    Shape { name, head: "", unit, tail: "" }
}

pub const SHAPES: [Shape; 46] = [
    within("prose", "今年，本机关主动公开政府信息#条，收到申请~件，均已按期答复。\n"),
    within("one-line", "今年，本机关主动公开政府信息#条，收到申请~件，"),
    within("telephones", "139#，"),
    within("telephones-bare", "139#/"),
    within("telephones-grouped", "139 0000 567~ "),
    within("identity", "110000199003070028，"),
    within("identity-lines", "11000019900307002~\n证件号110000199003070028。\n"),
    within("cards", "6222 0000 0000 1234 560，"),
    within("mail", "a#@qq.com，"),
    within("mail-signs", "a@"),
    within("links", "http://oa.liuxi.gov.cn:8080/admin/#.html "),
    within("internal", "192.168.1.~/"),
    within("dates", "2023年~月#日"),
    within("documents", "国办发〔2023〕#号，"),
    within("leftover", "2022年#件，"),
    within("blanks", "XX#__（）"),
    within("doubled", "的的#"),
    within("enumerators", "（一）#（二）"),
    within("numerals", "一、#\n二、\n"),
    within("sections", "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"),
    within("denials", "未收到#件申请，没有行政复议。"),
    within("counts", "收到政府信息公开申请#件，其中予以公开~件、部分公开~件；"),
    within("lists", "公开机构信息#条、政策法规~条、"),
    within("quotes", "“#"),
    within("brackets", "（#"),
    within("stops", "。"),
    within("digits", "1234567890"),
    within("digit-groups", "1 "),
    within("spaces", "        \n#"),
    within("commas", "1,000,"),
    within("units", "万元件条#"),
    within("percent", "#%、增长~%，"),
    bare("titles", "柳溪镇2023年政府信息公开工作年度报告\n"),
    bare("reports", "柳溪镇2023年政府信息公开工作年度报告\n一、总体情况\n好。\n六、其他需要报告的事项\n无。\n"),
    bare("two-cells", "规章\t#\n"),
    Shape { name: "disclosure", head: DISCLOSURE, unit: "规章\t#\t~\t1\n", tail: TAIL },
    Shape { name: "two-cells-within", head: DISCLOSURE, unit: "规章\t#\n", tail: TAIL },
    Shape {
        name: "requests",
        head: REQUESTS,
        unit: "一、本年新收政府信息公开申请数量\t#\t~\t0\t0\t0\t0\t1\n",
        tail: TAIL,
    },
    Shape { name: "glued", head: DISCLOSURE, unit: "规章1234567890\n", tail: TAIL },
    Shape { name: "cells", head: DISCLOSURE, unit: "#\t", tail: TAIL },
    Shape { name: "empty-cells", head: DISCLOSURE, unit: "\t", tail: TAIL },
    Shape { name: "labels", head: DISCLOSURE, unit: "行政许可\n#\n行政处罚\n", tail: TAIL },
    bare("tags", "<td>#</td>"),
    bare("open-tags", "<a b"),
    within("unseen", "\u{200b}信\u{ad}息#"),
    within("amounts", "处理决定~万元，收费金额#元。"),
];

impl Shape {
    /// The shape in about so many bytes.
    pub fn text(&self, bytes: usize) -> String {
        let mut text = self.head.to_string();
        let mut number = 10_000_000_u32;
        while text.len() < bytes {
            number += 7;
            text += &self.unit.replace('#', &number.to_string()).replace('~', "7");
        }
        text + self.tail
    }
}
