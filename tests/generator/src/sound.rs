//! Reports an office could publish as they are: plausible figures, prose that agrees with them, every part the form demands.
//! What a rule says of one is a false alarm; what it does not say of one with a planted fault is a miss.

use gouji::form::{CellId, Edition, FORMS, Form};
use gouji::text::Number;

use crate::dice::Dice;
use crate::figures::{self, Figures, Size};
use crate::grid::{self, Grid};
use crate::ink::{Ink, Sheet, Shown};
use crate::layouts::{self, Layout, PLAIN};
use crate::noise::{self, Noise};
use crate::setting;
use crate::story::Block;
use crate::words::Words;
use crate::writing;

/// A report in parts, before it is set as text.
#[derive(Clone)]
pub struct Report {
    pub form: &'static Form,
    pub year: u16,
    pub organization: String,
    pub sheet: Sheet,
    /// The three tables, and what a fault puts beside them.
    pub grids: Vec<Grid>,
    /// The figures of the tables after the third.
    pub other_sheet: Sheet,
    pub blocks: Vec<Block>,
    pub seed: u64,
}

const TOWNS: [&str; 6] = ["槐安镇", "松桠镇", "云岫乡", "石楠乡", "鹿溪镇", "青荇乡"];

impl Report {
    /// The report of that seed.
    pub fn draw(seed: u64) -> Report {
        Report::with(seed, &[])
    }

    /// The report of that seed in which these cells, where the form has them, hold these numbers; the sums and the sentences follow.
    pub fn with(seed: u64, given: &[(CellId, i64)]) -> Report {
        let mut dice = Dice::new(seed ^ 0x504ed);
        let sound: Vec<&'static Form> = FORMS.iter().filter(|form| is_official(form)).collect();
        let form = sound[dice.below(sound.len())];
        let year = match form.edition {
            Edition::Of2019 => 2020,
            Edition::Of2021 => dice.between(2021, 2025) as u16,
        };
        let organization = format!("{}人民政府", dice.pick(&TOWNS));
        Report::written(seed, form, (organization, year), given, dice)
    }

    /// The report of that seed by this body for this year, with these numbers in these cells.
    pub fn of_body(seed: u64, organization: String, year: u16, given: &[(CellId, i64)]) -> Option<Report> {
        let edition = if year < 2021 { Edition::Of2019 } else { Edition::Of2021 };
        let form = FORMS.iter().find(|form| form.edition == edition && is_official(form))?;
        Some(Report::written(seed, form, (organization, year), given, Dice::new(seed ^ 0x504ed)))
    }

    fn written(
        seed: u64,
        form: &'static Form,
        (organization, year): (String, u16),
        given: &[(CellId, i64)],
        mut dice: Dice,
    ) -> Report {
        let mut figures = plausible(form, &mut dice);
        for &(cell, number) in given {
            if let Some(figure) = figures.get_mut(&cell) {
                *figure = Number::whole(number);
            }
        }
        figures::balance(form, &mut figures);
        let sheet = writing::plain(&figures);
        let blocks = Writer { year, organization: &organization, figures: &figures, form }.blocks(&mut dice);
        let grids = grid::grids(form, &Words::official()).to_vec();
        let other_sheet = sheet.clone();
        Report { form, year, organization, sheet, grids, other_sheet, blocks, seed }
    }

    /// The number in a cell.
    pub fn number(&self, cell: CellId) -> i64 {
        match self.sheet.get(&cell).map(|written| written.shown) {
            Some(Shown::Value(number)) => number.as_whole().unwrap_or_default(),
            _ => 0,
        }
    }

    /// Sets the report as text. A dressed layout is set in one of the plain ones.
    pub fn text(&self, layout: &Layout) -> String {
        let mut ink = Ink::new(Dice::new(self.seed ^ 0x7e87), &self.sheet);
        let plain = layouts::named(PLAIN[self.seed as usize % PLAIN.len()]);
        let set_in = if layout.dress.is_some() { plain.unwrap_or(layout) } else { layout };
        let mut noted = Words::official();
        noted.add_notes(&mut ink.dice);
        let noted = (layout.dress == Some(Noise::Notes)).then(|| grid::grids(self.form, &noted).to_vec());
        let grids = noted.as_ref().unwrap_or(&self.grids);
        setting::set(&mut ink, set_in, &self.blocks, |ink, index| {
            ink.sheet = if index < 3 { &self.sheet } else { &self.other_sheet };
            (set_in.table)(ink, &grids[index]);
        });
        if let Some(dress) = layout.dress {
            noise::disturb(dress, &mut ink, set_in);
        }
        ink.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

/// The form of 2021 that kept one row of 2019 is no official one.
fn is_official(form: &Form) -> bool {
    !form.single_other || form.edition == Edition::Of2019
}

/// Figures of a township whose sums hold and which stand well beside each other.
fn plausible(form: &'static Form, dice: &mut Dice) -> Figures {
    let size = *dice.pick(&[Size::Quiet, Size::Small, Size::Small, Size::Middle]);
    let mut figures = figures::draw(form, size, dice);
    let mut put = |row, column, value: i64| {
        let cell = CellId { row, column };
        if form.cells().any(|known| known == cell) {
            figures.insert(cell, Number::whole(value));
        }
    };
    let (issued, repealed) = (dice.between(0, 9), dice.between(0, 3));
    let all = issued + dice.between(5, 60);
    let documents = "disclosure.normative_documents";
    for (column, value) in [("issued", issued), ("repealed", repealed), ("in_force", all)] {
        put("disclosure.rules", column, 0);
        put(documents, column, value);
    }
    for (column, value) in [("made", issued), ("published", issued), ("total_published", all)] {
        put("disclosure.rules", column, 0);
        put(documents, column, value);
    }
    for row in
        ["disclosure.licenses", "disclosure.other_services", "disclosure.penalties", "disclosure.compulsory_measures"]
    {
        put(row, "prior_items", dice.between(2, 40));
        put(row, "change", 0);
        put(row, "decisions", dice.between(1, 300));
    }
    put("disclosure.fees", "prior_items", dice.between(1, 9));
    put("disclosure.fees", "change", 0);
    put("disclosure.fees", "amount", dice.between(0, 90));
    put("disclosure.procurement", "items", dice.between(0, 9));
    put("disclosure.procurement", "amount", dice.between(10, 900));
    let others: Vec<CellId> = form.cells().filter(|cell| cell.row.starts_with("requests.other")).collect();
    others.iter().for_each(|cell| put(cell.row, cell.column, 0));
    figures::balance(form, &mut figures);
    figures
}

struct Writer<'a> {
    year: u16,
    organization: &'a str,
    figures: &'a Figures,
    form: &'static Form,
}

impl Writer<'_> {
    fn total(&self, row: &'static str) -> i64 {
        self.figures.get(&CellId { row, column: "total" }).and_then(|number| number.as_whole()).unwrap_or_default()
    }

    fn blocks(&self, dice: &mut Dice) -> Vec<Block> {
        let (year, name) = (self.year, self.organization);
        let paragraph = |text: String| Block::Paragraph(text);
        let mut blocks =
            vec![Block::Title(vec![format!("{name}{year}年政府信息公开工作年度报告")]), paragraph(self.preface(dice))];
        for section in &gouji::form::SECTIONS {
            let numeral = ["一", "二", "三", "四", "五", "六"][usize::from(section.number) - 1];
            blocks.push(Block::Heading(section.number, format!("{numeral}、{}", section.heading)));
            match section.number {
                1 => blocks.extend(self.overview(dice).into_iter().map(paragraph)),
                5 => blocks.extend(problems(dice).into_iter().map(paragraph)),
                6 => blocks.push(paragraph(self.other_matters(dice))),
                number => blocks.push(Block::Table(usize::from(number) - 2)),
            }
        }
        blocks.push(Block::Signature(name.to_string(), format!("{}年1月{}日", year + 1, dice.between(5, 29))));
        blocks
    }

    fn preface(&self, dice: &mut Dice) -> String {
        let (year, name, notice) = (self.year, self.organization, self.form.edition.notice());
        let law = *dice.pick(&[
            "根据《中华人民共和国政府信息公开条例》",
            "按照《中华人民共和国政府信息公开条例》第五十条",
            "依据《中华人民共和国政府信息公开条例》（国务院令第711号）",
        ]);
        let period = *dice.pick(&["自{}年1月1日起至{}年12月31日止", "为{}年1月1日至{}年12月31日"]);
        let period = period.replace("{}", &year.to_string());
        let contact = *dice.pick(&["如对本报告有疑问，请联系", "需要进一步了解的，可以联系"]);
        format!(
            "{law}和{notice}的要求，编制本报告。数据的统计期限{period}。报告电子版可在政府网站下载。{contact}{name}党政办公室（电话：0999-5550182）。"
        )
    }

    fn overview(&self, dice: &mut Dice) -> Vec<String> {
        let (plans, notices) = (dice.between(3, 90), dice.between(10, 300));
        let published = plans + notices;
        let disclosure = match dice.below(4) {
            0 => format!("全年主动公开政府信息{published}条，其中规划计划{plans}条、通知公告{notices}条。"),
            1 => format!("围绕惠农补贴、工程招标等事项主动公开，网站发布{notices}条，公开栏张贴{plans}张。"),
            2 => format!("按照目录逐项公开，做到内容完整、更新及时，共发布各类信息{}余条。", published / 10 * 10 + 10),
            _ => format!("重点公开财政预决算、民生实事和村级事务，较上年多公开{plans}条。"),
        };
        let (received, carried_in) = (self.total("requests.received"), self.total("requests.carried_in"));
        let (closed, carried_out) = (self.total("requests.closed"), self.total("requests.carried_out"));
        let requests = match (received + carried_in, dice.below(3)) {
            (0, 0) => "全年未收到政府信息公开申请。".to_string(),
            (0, 1) => format!("{}年本机关没有收到公民、法人或其他组织提出的政府信息公开申请。", self.year),
            (0, _) => "收到政府信息公开申请0件。".to_string(),
            (_, 0) => format!(
                "全年收到政府信息公开申请{received}件，上年结转{carried_in}件，办结{closed}件，结转下年度继续办理{carried_out}件。"
            ),
            (_, 1) => format!("新收政府信息公开申请{received}件，逐件登记、按期答复。"),
            _ => format!("本年度收到政府信息公开申请{received}件，均由专人办理，没有超期答复的情况。"),
        };
        let (reviews, direct, after) = (
            self.total("disputes.review"),
            self.total("disputes.suit_direct"),
            self.total("disputes.suit_after_review"),
        );
        let disputes = match (reviews, direct + after) {
            (0, 0) => "没有发生因政府信息公开引起的行政复议、行政诉讼。".to_string(),
            (_, suits) => format!("因政府信息公开被申请行政复议{reviews}件，被提起行政诉讼{suits}件。"),
        };
        let management = *dice.pick(&[
            "公文拟制时确定公开属性，发布前经过保密审查和校对。",
            "清理失效文件，规范公开目录，重要信息由分管负责同志审签。",
            "落实政府信息管理制度，制作、获取的信息及时归档。",
        ]);
        let platform = *dice.pick(&[
            "更新网站专栏，在便民服务大厅设查阅点，方便群众查询。",
            "维护政务新媒体账号，答复网民提问，检索功能有所改进。",
            "整合村级公开栏，统一样式和更新时间。",
        ]);
        let supervision = *dice.pick(&[
            "把公开情况纳入年度考核，请群众代表社会评议，没有责任追究的情形。",
            "每季度通报一次，考核结果与评优挂钩；社会评议满意，没有发生责任追究。",
            "举办培训2期，参训60人次；考核、评议和责任追究结果均已在会上通报。",
        ]);
        let mut parts = [
            ("主动公开", disclosure),
            ("依申请公开", requests + &disputes),
            ("政府信息管理", management.to_string()),
            ("平台建设", platform.to_string()),
            ("监督保障", supervision.to_string()),
        ];
        for ((_, text), beside) in parts.iter_mut().zip(BESIDE) {
            if dice.percent(70) {
                let words = *dice.pick(beside);
                text.push_str(&self.dated(words));
            }
        }
        let numbered = dice.percent(60);
        let numerals = ["一", "二", "三", "四", "五"];
        let written = |(index, (name, text)): (usize, &(&str, String))| match numbered {
            true => format!("（{}）{name}。{text}", numerals[index]),
            false => format!("{name}方面。{text}"),
        };
        parts.iter().enumerate().map(written).collect()
    }

    fn dated(&self, words: &str) -> String {
        [("{last}", self.year - 1), ("{year}", self.year), ("{next}", self.year + 1)]
            .iter()
            .fold(words.to_string(), |words, (name, year)| words.replace(name, &year.to_string()))
    }

    fn other_matters(&self, dice: &mut Dice) -> String {
        let year = self.year;
        match dice.below(3) {
            0 => format!("{year}年没有发出收费通知，未收取信息处理费。没有其他需要报告的事项。"),
            1 => format!("本机关{year}年度未收取政府信息公开信息处理费，无其他需要报告的事项。"),
            _ => format!("{year}年收取信息处理费0元。其他事项无。"),
        }
    }
}

/// What offices say beside, part by part: numbers that belong to no table, to other years, or to a part of something.
const BESIDE: [&[&str]; 5] = [
    &[
        "公开{last}年度部门决算12条，根据{last}年考评反馈补充公开历史信息23条。",
        "近三年共公开惠农补贴信息486条，其中{year}年152条。",
        "公开惠民信息1,208条，其中网站986条，占81.6%，公众号222条，占18.4%。",
        "办理人大代表建议16件、政协提案23件，其中主办12件、协办27件，全部公开答复。",
        "公开文化类信息306条，其中场馆210条（开放58条、活动152条）、队伍96条。",
        "网站信息120条，占全县总量的12%，较{last}年多36条。",
    ],
    &[
        "通过网络、信函等方式前来咨询的186人次均有答复。",
        "受理低保申请412件、临时救助申请86件，均已办结并公示。",
        "{next}年将继续规范答复文书，力争平均办理时间缩短2天。",
        "12345热线转来工单15,236件，其中咨询类9,416件，已答复15,236件。",
        "群众来信9件（其中1件由县信访局转办），回复9件，登报5件。",
    ],
    &[
        "全年拟制公文320件，其中主动公开45件、依申请公开12件、不予公开263件。",
        "归档文书326件，{next}年3月移交档案馆120卷。",
        "对{last}年以来的制度逐件复核，更正错别字12处。",
    ],
    &[
        "公众号全年推送386篇，阅读量4.6万人次，关注12650人，比上年增加2300人。",
        "网站访问量106.7万次，检查栏目36次，发现问题11个，已整改11个，整改率100%。",
        "{year}年7月起启用新的栏目，{last}年的旧栏目归档备查。",
    ],
    &[
        "发放问卷200份，回收192份，占96%，满意率98.4%。",
        "参加行政诉讼应诉培训2次，旁听庭审1次，学习{last}年典型案例5个。",
        "第三方评估得分92.5分，反馈问题9条，其中已整改8条。",
    ],
];

fn problems(dice: &mut Dice) -> Vec<String> {
    let problem = *dice.pick(&[
        "存在的问题：一是个别栏目更新不够及时；二是政策解读的形式偏少。",
        "主要不足是村一级公开力量薄弱，业务水平有待提高，公开内容与群众需求还有差距。",
        "一年来的工作还有短板，主要是主动公开的深度不够，部分信息检索不便。",
    ]);
    let remedy = *dice.pick(&[
        "改进措施：一是按月检查栏目，逾期的当面提醒；二是多用图表和问答解读政策。",
        "下一步将配齐专人，组织业务培训，定期听取村民意见，及时调整公开目录。",
        "今后要加强统筹，完善检索功能，把群众关心的事项先公开、讲清楚。",
    ]);
    vec![problem.to_string(), remedy.to_string()]
}
