//! The words of the form as an office writes them: official, or with the slips and habits seen in published reports.

use std::collections::BTreeMap;

use crate::dice::Dice;

/// Official words and how they are written in other reports.
const VARIANTS: [(&str, &[&str]); 29] = [
    ("规章", &["规 章", "规    章", "规\u{3000}章", "规章（设区的市、自治州人民政府填写）"]),
    ("行政规范性文件", &["规范性文件", "行政 规范性文件"]),
    ("规范性文件", &["规范性 文件"]),
    ("现行有效件数", &["现行有效件", "现行有效件数 (历年累计)"]),
    ("本年处理决定数量", &["本年处理绝对数量", "本年处理 决定数量"]),
    (
        "本年收费金额（单位：万元）",
        &["本年收费金额单位:万元", "本年收费金额(单位:万元)", "本年收费金额 （单位：万元）"],
    ),
    ("本年新制作数量", &["本年新 制作数量", "本年新"]),
    ("本年新公开数量", &["本年新 公开数量", "本年新"]),
    ("政府集中采购", &["政府集中收购"]),
    ("总计", &["合计", "总 计"]),
    ("自然人", &["自然 人"]),
    ("商业企业", &["商业 企业"]),
    ("社会公益组织", &["社会公益 组织", "社会公益"]),
    (
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        &["本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和"],
    ),
    ("一、本年新收政府信息公开申请数量", &["一、本年度新收政府信息公开申请数量", "一、 本年新收政府信息公开申请数量"]),
    ("二、上年结转政府信息公开申请数量", &["二、上年结转政府信息公开数量", "二、上年度结转政府信息公开申请数量"]),
    (
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        &[
            "（二）部分公开（区分处理的，只记这一情形，不记其他情形）",
            "（二）部分公开",
            "（二）部分公开(区分处理的, 只计这一情形, 不计其他情形)",
        ],
    ),
    ("2.其他法律行政法规禁止公开", &["2.其他法律行政止公开"]),
    ("3.危及“三安全一稳定”", &["3.危及\"三安全一稳定\"", "3.危及三安全一稳定"]),
    ("1.信访举报投诉类申请", &["1.信访投诉举报类申请", "1.住房举报投诉类申请"]),
    (
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        &["1.申请人无正当理由逾期不补正, 行政机关不再处理其政府信息公开申请", "1.逾期不补正"],
    ),
    (
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        &["2.申请人逾期未接收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "2.逾期不缴费"],
    ),
    ("（六）其他处理", &["（六）其他"]),
    ("结果维持", &["结果维护", "结 果维持", "结 果 维 持"]),
    ("结果纠正", &["结 果 纠 正"]),
    ("其他结果", &["其 他 结 果"]),
    ("尚未审结", &["尚 未 审 结"]),
    ("四、结转下年度继续办理", &["四、结转下一年度继续办理", "四、 结转下年度继续办理"]),
    ("第二十条第（一）项", &["第二十条 第（一）项", "第二十条  第(一)项"]),
];

/// Notes in brackets that offices put behind a label.
pub const NOTES: [&str; 6] = [
    "（含所属事业单位，不含垂直管理单位）",
    "(单位:件)",
    "（指以本机关名义制定并对外发布的决定、公告、意见、办法、细则等，内部管理制度不计在内）",
    "（历年累计数，含继续有效的）",
    "(不含咨询类来信)",
    "（同一事项多次办理的，按实际次数计算）",
];

/// The words chosen for one report.
#[derive(Clone, Debug, Default)]
pub struct Words {
    changed: BTreeMap<&'static str, String>,
    half_brackets: bool,
    space_after_bracket: bool,
    item_dot: &'static str,
    notes: BTreeMap<String, &'static str>,
}

impl Words {
    pub fn official() -> Words {
        Words { item_dot: ".", ..Words::default() }
    }

    pub fn draw(dice: &mut Dice) -> Words {
        if dice.percent(45) {
            return Words::official();
        }
        let often = *dice.pick(&[4, 12, 40]);
        let mut changed = BTreeMap::new();
        for (word, variants) in VARIANTS {
            if dice.percent(often) {
                changed.insert(word, dice.pick(variants).to_string());
            }
        }
        Words {
            changed,
            half_brackets: dice.percent(40),
            space_after_bracket: dice.percent(15),
            item_dot: dice.pick::<&str>(&[".", ".", ".", ". ", "、", "．"]),
            notes: BTreeMap::new(),
        }
    }

    /// Puts notes behind some labels of rows and columns.
    pub fn add_notes(&mut self, dice: &mut Dice) {
        let places = [
            "行政规范性文件",
            "规范性文件",
            "规章",
            "行政许可",
            "行政处罚",
            "现行有效件数",
            "（七）总计",
            "2.重复申请",
        ];
        for place in places {
            if dice.percent(45) {
                self.notes.insert(place.to_string(), NOTES[dice.below(NOTES.len())]);
            }
        }
    }

    /// An official word as this report writes it.
    pub fn of(&self, official: &str) -> String {
        let mut word = self.changed.get(official).cloned().unwrap_or_else(|| official.to_string());
        let mut characters = word.chars();
        if let (Some('1'..='8'), Some('.')) = (characters.next(), characters.next()) {
            word.replace_range(1..2, self.item_dot);
        }
        if self.half_brackets {
            word = word.replace('（', "(").replace('）', ")");
        }
        if self.space_after_bracket && word.starts_with(['（', '(']) && word.chars().count() < 16 {
            word = word.replacen('）', "） ", 1).replacen(')', ") ", 1);
        }
        if let Some(note) = self.notes.get(official) {
            word.push_str(note);
        }
        word
    }
}

/// Cuts a label into lines of about that many characters.
pub fn wrapped(label: &str, width: usize) -> Vec<String> {
    let characters: Vec<char> = label.chars().collect();
    let mut lines: Vec<String> = characters.chunks(width.max(2)).map(|line| line.iter().collect()).collect();
    if lines.len() > 1 && lines.last().is_some_and(|line| line.chars().count() == 1) {
        let last = lines.pop().unwrap_or_default();
        if let Some(line) = lines.last_mut() {
            line.push_str(&last);
        }
    }
    lines
}
