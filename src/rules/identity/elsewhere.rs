//! ID-03: the text names a county or city that is not the body's. ID-04: the address or the telephone is of another place.

use std::collections::BTreeMap;
use std::ops::Range;

use super::other_body::{has_place, is_elsewhere};
use crate::rules::divisions::{DivisionId, Divisions, Names};
use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};
use crate::text::{Normalized, TextRange, holds_any, is_han};

const HERE: &str = "公文拟制时";
const ADDRESS: &str = "地址：禾川县柳溪镇河东路18号";

pub static NAMES: Rule = Rule {
    id: "ID-03",
    severity: Severity::Warning,
    basis: sources::COPIED,
    title: "文中有外地的地名",
    checks: told(
        "文中有没有不是本单位所在、所辖的市、县名（按县级以上行政区划表），联系的是不是另一个乡镇。考察、学习、对口协作、转办、籍贯、\
             法院、企业等的句子和书名号里的不算；与常用词同形的名称不查。",
    ),
    why: told("套用了别处的材料，地名忘了改。"),
    bad: examples![
        Example {
            shown: "“按照宜宾市政府要求”", edits: &[Edit::Words(HERE, "按照宜宾市政府要求，公文拟制时")]
        },
        Example {
            shown: "“在柳林县人民政府网站下载”",
            edits: &[Edit::Words("禾川县人民政府网站下载", "柳林县人民政府网站下载")],
        },
        Example {
            shown: "“安化县各乡镇按月更新”", edits: &[Edit::Words(HERE, "安化县各乡镇按月更新。公文拟制时")]
        },
        Example {
            shown: "“请与桐河镇党政办公室联系”",
            edits: &[Edit::Words("请与柳溪镇党政办公室联系", "请与桐河镇党政办公室联系")],
        },
        Example {
            shown: "“可以联系桐河镇人民政府办公室”",
            edits: &[Edit::Words("请与柳溪镇党政办公室联系", "可以联系桐河镇人民政府办公室")],
        },
        Example {
            shown: "翠屏区的报告写“深圳市南山区人民政府印发的清单”。",
            edits: &[
                Edit::Words("禾川县柳溪镇人民政府2023年", "四川省宜宾市翠屏区水利局2023年"),
                Edit::Words("\n禾川县柳溪镇人民政府\n", "\n宜宾市翠屏区水利局\n"),
                Edit::Words("与柳溪镇党政办公室", "与翠屏区水利局办公室"),
                Edit::Words(HERE, "对照深圳市南山区人民政府印发的清单，公文拟制时"),
                Edit::Words(
                    "地址：禾川县柳溪镇河东路18号，电话：0731-5550123",
                    "地址：翠屏区河东路18号，电话：0831-5550123"
                ),
            ],
        },
    ],
    good: examples![
        Example {
            shown: "“赴宜宾市考察学习”“柳林县企业来信”",
            edits: &[Edit::Words(HERE, "赴宜宾市考察，学习当阳市的做法。答复柳林县一家企业的来信。公文拟制时")],
        },
        Example {
            shown: "“《宜宾市政府信息公开指南》”，“行政诉讼由柳林县人民法院异地管辖”",
            edits: &[Edit::Words(
                HERE,
                "参照《宜宾市政府信息公开指南》编目。行政诉讼由柳林县人民法院集中管辖。公文拟制时",
            )],
        },
        Example {
            shown: "“会同县司法局”“财政和县级资金”“新兴城市”“东城区”：不是外地的地名。",
            edits: &[Edit::Words(
                HERE,
                "会同县司法局清理文件，公开财政和县级资金，借新兴城市建设公开东城区规划。公文拟制时"
            )],
        },
        Example {
            shown: "宜宾市的报告写四川省、翠屏区、叙州区和以前的名称。",
            edits: &[
                Edit::Words("禾川县柳溪镇人民政府2023年", "宜宾市教育局2023年"),
                Edit::Words("\n禾川县柳溪镇人民政府\n", "\n宜宾市教育局\n"),
                Edit::Words("与柳溪镇党政办公室", "与宜宾市教育局办公室"),
                Edit::Words(HERE, "按照四川省人民政府要求，督促宜宾市翠屏区人民政府、叙州区人民政府公开，公文拟制时"),
                Edit::Words(
                    "地址：禾川县柳溪镇河东路18号，电话：0731-5550123",
                    "地址：翠屏区河东路18号，电话：0831-5550123"
                ),
            ],
        },
    ],
    check: |context| {
        check_contact(context);
        check_names(context, false);
    },
    ..Rule::ORDINARY
};

pub static CONTACT: Rule = Rule {
    id: "ID-04",
    severity: Severity::Info,
    basis: sources::PRACTICE,
    title: "地址或区号是外地的",
    checks: told("地址里的市、县是不是本单位所在的；电话的区号是不是本省的（按县级以上行政区划表）。"),
    why: told("套用了别处的材料，群众照着联系不上。"),
    bad: examples![
        Example {
            shown: "禾川县的报告写“地址：柳林县河东路18号”。",
            edits: &[Edit::Words(ADDRESS, "地址：柳林县河东路18号")],
        },
        Example {
            shown: "宜宾市的报告写“电话：0731-5550123”。",
            edits: &[
                Edit::Words("禾川县柳溪镇人民政府2023年", "宜宾市教育局2023年"),
                Edit::Words("\n禾川县柳溪镇人民政府\n", "\n宜宾市教育局\n"),
                Edit::Words("与柳溪镇党政办公室", "与宜宾市教育局办公室"),
            ],
        },
    ],
    good: examples![
        Example {
            shown: "宜宾市的报告写“地址：翠屏区河东路18号，电话：0831-5550123”。",
            edits: &[
                Edit::Words("禾川县柳溪镇人民政府2023年", "宜宾市教育局2023年"),
                Edit::Words("\n禾川县柳溪镇人民政府\n", "\n宜宾市教育局\n"),
                Edit::Words("与柳溪镇党政办公室", "与宜宾市教育局办公室"),
                Edit::Words(
                    "地址：禾川县柳溪镇河东路18号，电话：0731-5550123",
                    "地址：翠屏区河东路18号，电话：0831-5550123"
                ),
            ],
        },
        Example {
            shown: "“地址：禾川县柳林路18号”", edits: &[Edit::Words(ADDRESS, "地址：禾川县柳溪镇柳林路18号")]
        },
    ],
    check: |context| {
        check_names(context, true);
        check_codes(context);
    },
    ..Rule::ORDINARY
};

/// Names that read as other words: 会同县司法局, 财政和县直部门, 解放区.
const WORDS: [&str; 9] = ["会同县", "政和县", "公安县", "通道县", "互助县", "民和县", "全州县", "合作市", "东方市"];
/// What goes on with a name's last character: 东方市场, 南山区域.
const GOES_ON: &str = "场域块间";
/// What a name stands behind, the last character of 在, 按照, 根据, 访问, 联系.
const BEFORE: &str = "在按照据与由和及向对到从为是经请致于以将把让给被受了的实彻行问录过系或至往";
/// Behind these the next words say what for: 到宜宾市，学习做法.
const GOES_THERE: &str = "到往与向从";
/// Whoever speaks so of another place has a reason to.
const REASONS: [&str; 58] = [
    "考察",
    "学习",
    "对口",
    "协作",
    "帮扶",
    "转办",
    "籍",
    "支援",
    "交流",
    "调研",
    "参观",
    "借鉴",
    "取经",
    "招商",
    "结对",
    "合作",
    "联合",
    "移送",
    "移交",
    "转来",
    "转送",
    "转交",
    "毗邻",
    "邻近",
    "相邻",
    "接壤",
    "交界",
    "跨",
    "之间",
    "等地",
    "先进",
    "经验",
    "做法",
    "案例",
    "异地",
    "外地",
    "申请人",
    "来信",
    "来电",
    "公司",
    "企业",
    "法院",
    "检察",
    "大学",
    "学院",
    "律师",
    "事务所",
    "铁路",
    "赴",
    "培训",
    "会议",
    "召开",
    "举办",
    "流域",
    "挂职",
    "专家",
    "原",
    "划",
];
const OFFICES: [&str; 4] = ["人民政府", "政府", "委", "政务"];

/// Where the body lies, as far as its name says.
struct Home<'a> {
    table: &'a Divisions,
    name: &'a str,
    own: Vec<DivisionId>,
}

impl<'a> Home<'a> {
    /// None without a table, or where the body's name has no place in it.
    fn of(context: &RuleContext<'a>) -> Option<Home<'a>> {
        let name = context.reading.name().filter(|name| has_place(name))?;
        let table = context.options.divisions.as_deref()?;
        let chars: Vec<char> = name.chars().collect();
        let mut own: Vec<DivisionId> = Vec::new();
        for (_, ids) in table.names_in(&chars) {
            let within: Vec<DivisionId> = ids
                .iter()
                .copied()
                .filter(|&id| own.iter().any(|&above| table.chain(id).any(|one| one == above)))
                .collect();
            own = if within.is_empty() { ids } else { within };
        }
        Some(Home { table, name, own })
    }

    /// Whether a place of that name may be the body's own.
    fn has(&self, ids: &[DivisionId]) -> bool {
        let is_own = |id: DivisionId| {
            let stem = self.table.name(id).trim_end_matches(['省', '市', '县', '区']);
            self.name.contains(stem) || self.own.iter().any(|&own| self.table.is_of(id, own))
        };
        ids.iter().any(|&id| is_own(id))
    }
}

/// A place that is not the body's, and where the text names it.
#[derive(Debug)]
pub struct Elsewhere {
    name: String,
    in_address: bool,
    places: Vec<TextRange>,
}

/// Reports the names of other places, in addresses or everywhere else.
fn check_names(context: &mut RuleContext, in_addresses: bool) {
    if context.options.divisions.is_none() && context.reading.name().is_some() {
        context.unchecked(Vec::new(), "没有行政区划表，没有核对文中的地名和区号。");
    }
    let own = context.reading.name().unwrap_or_default();
    for found in context.elsewhere().iter().filter(|found| found.in_address == in_addresses) {
        let message = format!("“{}”不是{own}所在、所辖的地方。", found.name);
        context.report(message, "套用了别处的材料就改过来；确实说的是那里，写明缘由。").at_each(&found.places);
    }
}

/// Returns the names of places in the text that are not the body's, in their order.
pub fn elsewhere(context: &RuleContext) -> Vec<Elsewhere> {
    let Some(mut home) = Home::of(context) else { return Vec::new() };
    let reading = context.reading;
    let named = [&reading.title, &reading.organization, &reading.signer].into_iter().flatten().map(|named| named.span);
    let named: Vec<TextRange> = named.collect();
    let sentences: Vec<(&Normalized, Names)> = passages::normalized_sentences(context)
        .filter(|(sentence, _)| !named.iter().any(|named| named.overlaps(*sentence)))
        .map(|(_, flat)| (flat, home.table.names_in(flat.chars())))
        .collect();
    // What stands right before the body's own place is what it lies in, known to the table or not.
    let start: String = home.name.chars().take(2).collect();
    for (flat, names) in &sentences {
        let is_above = |(place, _): &&(Range<usize>, Vec<DivisionId>)| flat.after(place.end, &start).is_some();
        names.iter().filter(is_above).for_each(|(_, ids)| home.own.extend(ids));
    }
    let mut elsewhere: BTreeMap<(String, bool), Vec<TextRange>> = BTreeMap::new();
    for (flat, names) in &sentences {
        for (index, (place, ids)) in names.iter().enumerate() {
            let is_joined = index.checked_sub(1).is_some_and(|before| names[before].0.end == place.start);
            let chars = flat.chars();
            if is_place(chars, place, is_joined) && !home.has(ids) && !has_reason(chars, place) {
                let named = (flat.string(place.clone()), is_address(chars, place));
                elsewhere.entry(named).or_default().push(flat.span(place.clone()));
            }
        }
    }
    let found = elsewhere.into_iter();
    found.map(|((name, in_address), places)| Elsewhere { name, in_address, places }).collect()
}

/// Whether a name stands there by itself, and not within other words.
fn is_place(chars: &[char], place: &Range<usize>, is_joined: bool) -> bool {
    let name: String = chars[place.clone()].iter().collect();
    let before = place.start.checked_sub(1).map(|at| chars[at]);
    let behind: String = chars[place.end..].iter().take(4).collect();
    let begins = is_joined || before.is_none_or(|c| !is_han(c) || BEFORE.contains(c));
    // 东城区, 南山区 and the like are parts of many towns.
    let is_clear = !name.ends_with('区')
        || name.ends_with("自治区")
        || is_joined
        || OFFICES.iter().any(|end| behind.starts_with(end));
    begins && is_clear && !behind.starts_with(|c| GOES_ON.contains(c)) && !WORDS.contains(&name.as_str())
}

/// Whether the words around say why another place is spoken of, or cite it.
fn has_reason(chars: &[char], place: &Range<usize>) -> bool {
    let is_end = |c: &char| matches!(c, ',' | '，' | '。' | ';' | '；');
    let start = chars[..place.start].iter().rposition(is_end).map_or(0, |at| at + 1);
    let goes_there = place.start.checked_sub(1).is_some_and(|at| GOES_THERE.contains(chars[at]));
    let ends = chars.iter().enumerate().skip(place.end).filter(|(_, c)| is_end(c)).map(|(at, _)| at);
    let end = ends.take(if goes_there { 2 } else { 1 }).last().unwrap_or(chars.len());
    let clause: String = chars[start..end.max(place.end)].iter().collect();
    let open = |mark: char| chars[..place.start].iter().filter(|&&c| c == mark).count();
    holds_any(&clause, &REASONS) || open('《') > open('》')
}

/// 地址：柳林县
fn is_address(chars: &[char], place: &Range<usize>) -> bool {
    let before: String = chars[place.start.saturating_sub(5)..place.start].iter().collect();
    holds_any(&before, &["地址", "位于", "坐落"])
}

/// Reports an office of another township or county that the reader is sent to.
fn check_contact(context: &mut RuleContext) {
    let Some(name) = context.reading.name() else { return };
    for (_, flat) in passages::normalized_sentences(context) {
        if flat.find(0..flat.len(), "联系").is_none() {
            continue;
        }
        for office in ["党政办", "人民政府", "党政综合办", "街道办事处"] {
            let Some(end) = flat.find(0..flat.len(), office) else { continue };
            let is_break = |c: &char| !is_han(*c) || "与和同至到向请".contains(*c);
            let start = flat.chars()[..end].iter().rposition(is_break).map_or(0, |at| at + 1);
            let said = flat.string(start..end);
            let said = ["联系", "致电", "咨询"]
                .iter()
                .fold(said.as_str(), |said, verb| said.rsplit(verb).next().unwrap_or(said));
            let start = end - said.chars().count();
            if said.ends_with(['镇', '乡', '道']) && is_elsewhere(name, said) {
                let message = format!("联系的是“{said}”，不是{name}。");
                context.report(message, "改成本单位，并检查全文是否套用了其他单位的材料。").at(flat.span(start..end));
            }
        }
    }
}

/// Reports telephones whose area code is another province's.
fn check_codes(context: &mut RuleContext) {
    let Some(home) = Home::of(context).filter(|home| !home.own.is_empty()) else { return };
    for (_, flat) in passages::normalized_sentences(context) {
        let chars = flat.chars();
        let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
        for start in (0..chars.len()).filter(|&at| chars[at] == '0' && (at == 0 || !is_digit(at - 1))) {
            let end = flat.after_digits(start);
            let is_phone = matches!(end - start, 3..=4) && matches!(flat.at(end), Some('-' | '—' | '–' | ')' | '）'));
            let rest = flat.after_digits(end + 1).saturating_sub(end + 1);
            let code = flat.string(start..end);
            let is_elsewhere = || home.own.iter().all(|&own| home.table.has_code(&code, own) == Some(false));
            if is_phone && matches!(rest, 7..=8) && is_elsewhere() {
                let message = format!("区号{code}不是{}所在省份的。", home.name);
                context.report(message, "核对电话，并检查全文是否套用了其他单位的材料。").at(flat.span(start..end));
            }
        }
    }
}
