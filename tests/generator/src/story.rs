//! The words around the tables: an invented office, its year, and sentences that agree with its figures.

use gouji::form::{CellId, Edition, Form};
use gouji::text::Date;

use crate::dice::Dice;
use crate::ink::{Sheet, Shown};
use crate::layouts::Setting;

/// Who reports, for which year, and when it was signed.
#[derive(Clone, Debug)]
pub struct Story {
    pub year: u16,
    /// The name as the title has it.
    pub organization: String,
    /// How the office calls itself.
    pub we: &'static str,
    pub signed: Option<Date>,
}

/// A part of the report, in the order of the text.
#[derive(Clone, Debug)]
pub enum Block {
    Title(Vec<String>),
    Heading(u8, String),
    Paragraph(String),
    /// The table with that index: 0, 1 or 2.
    Table(usize),
    /// Name and date at the end.
    Signature(String, String),
}

const FIRST: [&str; 12] =
    ["槐安", "松桠", "云岫", "柳汀", "石楠", "鹿溪", "青荇", "雁栖坡", "苇塘", "杏林沟", "望鹤", "梅坞"];
const KINDS: [(&str, &str); 9] = [
    ("镇", "我镇"),
    ("乡", "我乡"),
    ("镇人民政府", "我镇"),
    ("街道办事处", "我街道"),
    ("县人民政府", "我县"),
    ("区人民政府", "我区"),
    ("市人民政府", "我市"),
    ("县财政局", "我局"),
    ("市生态环境局", "我局"),
];

impl Story {
    pub fn draw(form: &Form, dice: &mut Dice) -> Story {
        let year = match form.edition {
            Edition::Of2019 => dice.between(2019, 2020),
            Edition::Of2021 => dice.between(2021, 2025),
        } as u16;
        let (kind, we) = *dice.pick(&KINDS);
        let organization = format!("{}{kind}", dice.pick(&FIRST));
        let signed = dice.percent(85).then(|| Date::new(year + 1, 1, dice.between(4, 30) as u8)).flatten();
        Story { year, organization, we, signed }
    }

    pub fn title(&self) -> String {
        format!("{}{}年政府信息公开工作年度报告", self.organization, self.year)
    }

    /// The whole report, part by part.
    pub fn blocks(&self, sheet: &Sheet, setting: Setting, dice: &mut Dice) -> Vec<Block> {
        let counts = Counts { sheet };
        let mut blocks = vec![Block::Title(self.title_lines(dice))];
        let paragraph = |text: String| Block::Paragraph(text);
        if dice.percent(75) {
            blocks.push(paragraph(self.preface(dice)));
        }
        blocks.push(Block::Heading(1, heading(1, dice)));
        blocks.extend(self.overview(&counts, dice).into_iter().map(paragraph));
        // On one line the name of a table would run into the figures before it.
        let tables_last = dice.percent(5) && setting != Setting::Run;
        for (number, table) in [(2, 0), (3, 1), (4, 2)] {
            blocks.push(Block::Heading(number, heading(number, dice)));
            if tables_last {
                blocks.push(paragraph("详见附表。".to_string()));
            } else {
                blocks.push(Block::Table(table));
                blocks.extend(footnote(table, dice).map(paragraph));
            }
        }
        blocks.push(Block::Heading(5, heading(5, dice)));
        blocks.extend(self.problems(dice).into_iter().map(paragraph));
        blocks.push(Block::Heading(6, heading(6, dice)));
        blocks.push(paragraph(self.other_matters(dice)));
        if let Some(date) = self.signed {
            blocks.push(Block::Signature(self.organization.clone(), date.in_words()));
        }
        if tables_last {
            for (table, name) in
                ["主动公开政府信息", "收到和处理政府信息公开申请", "政府信息公开行政复议、行政诉讼"].iter().enumerate()
            {
                blocks.push(paragraph(format!("{}年{name}情况表", self.year)));
                blocks.push(Block::Table(table));
            }
        }
        blocks
    }

    fn title_lines(&self, dice: &mut Dice) -> Vec<String> {
        match dice.below(4) {
            0 => vec![self.organization.clone(), format!("{}年政府信息公开工作年度报告", self.year)],
            1 => vec![format!("{}{}年政府信息公开工作", self.organization, self.year), "年度报告".to_string()],
            _ => vec![self.title()],
        }
    }

    fn preface(&self, dice: &mut Dice) -> String {
        let Story { year, we, .. } = self;
        let notice =
            if *year >= 2021 { "国办公开办函〔2021〕30号" } else { "国办公开办函〔2019〕60号" };
        let first = *dice.pick(&[
            "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）有关规定编制本报告。",
            "按照《中华人民共和国政府信息公开条例》第五十条的要求，现公布本年度报告。",
            "本报告依照《中华人民共和国政府信息公开条例》和国务院办公厅有关格式文件编写。",
        ]);
        let second = match dice.below(3) {
            0 => format!("所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"),
            1 => format!("报告格式依据{notice}，统计时段为{year}年1月1日至12月31日。"),
            _ => format!("数据统计截止到{year}年12月31日。"),
        };
        let third = match dice.below(3) {
            0 => format!("如对报告内容有疑问，请与{}联系（电话：0999-{}）。", self.organization, 2_000_000 + dice.below(900_000)),
            1 => format!("报告电子版可在{we}门户网站查阅。"),
            _ => "全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。".to_string(),
        };
        format!("{first}{second}{third}")
    }

    fn overview(&self, counts: &Counts, dice: &mut Dice) -> Vec<String> {
        let Story { year, we, .. } = self;
        let mut paragraphs = vec![match dice.below(3) {
            0 => format!("{year}年，{we}围绕群众关心的事情推进公开，把公开贯穿决策、执行、管理、服务、结果的全过程。"),
            1 => format!("{year}年以来，{we}在上级部门指导下，坚持以公开为常态、不公开为例外，各项工作平稳有序。"),
            _ => format!("过去一年，{we}把政府信息公开列入年度重点任务，定人、定责、定时间，较好完成了目标。"),
        }];
        let style = dice.below(3);
        let mut topics: Vec<String> = vec![
            format!("主动公开。{}", self.publicity(dice)),
            format!("依申请公开。{}", self.applications(counts, dice)),
            "政府信息管理。落实发布前的保密审查和校对，全年未发生失泄密问题，及时清理失效文件。".to_string(),
            format!("平台建设。维护好门户网站专栏和公众号，新设栏目{}个，优化检索功能。", dice.between(1, 9)),
            format!(
                "监督保障。召开专题会议{}次，举办培训{}期，参训{}人次。",
                dice.between(1, 6),
                dice.between(1, 4),
                dice.between(20, 300)
            ),
        ];
        if dice.percent(50) {
            topics.push(format!("复议诉讼。{}", counts.disputes(dice)));
        }
        if dice.percent(30) {
            topics.push(format!("行政执法公开。{}", counts.decisions()));
        }
        for (index, topic) in topics.iter().enumerate() {
            let number = ["一", "二", "三", "四", "五", "六", "七"][index];
            paragraphs.push(match style {
                0 => format!("（{number}）{topic}"),
                1 => format!("{}.{topic}", index + 1),
                _ => format!("{number}是{topic}"),
            });
        }
        paragraphs
    }

    /// Counts that belong to no table; their parts add up.
    fn publicity(&self, dice: &mut Dice) -> String {
        let (plans, notices, services) = (dice.between(3, 90), dice.between(10, 400), dice.between(5, 200));
        let all = plans + notices + services;
        match dice.below(3) {
            0 => format!(
                "全年主动公开政府信息{all}条，其中规划计划类{plans}条、通知公告类{notices}条、办事服务类{services}条。"
            ),
            1 => format!("通过网站公开信息{notices}条，通过政务新媒体公开信息{services}条，公开栏张贴{plans}次。"),
            _ => format!("累计发布各类信息{}余条，公开目录更新及时。", all / 10 * 10),
        }
    }

    fn applications(&self, counts: &Counts, dice: &mut Dice) -> String {
        let Story { year, we, .. } = self;
        let received = counts.total("requests.received");
        let carried_in = counts.total("requests.carried_in");
        let carried_out = counts.total("requests.carried_out");
        let closed = counts.total("requests.closed");
        if received == 0 && carried_in == 0 {
            return match dice.below(3) {
                0 => format!("{year}年{we}未收到政府信息公开申请。"),
                1 => "全年没有收到依申请公开的申请件。".to_string(),
                _ => format!("{year}年度{we}收到政府信息公开申请0件。"),
            };
        }
        match dice.below(4) {
            0 => format!(
                "{year}年共收到政府信息公开申请{received}件，上年结转{carried_in}件，办结{closed}件，结转下年度继续办理{carried_out}件。"
            ),
            1 => format!("全年新收政府信息公开申请{received}件，均依法登记、分办、答复。"),
            2 => format!(
                "本年度新收政府信息公开申请{received}件，加上年结转{carried_in}件，共办理{}件。",
                received + carried_in
            ),
            _ => format!("收到政府信息公开申请{received}件，答复{closed}件，其余{carried_out}件顺延到下年度办理。"),
        }
    }

    fn problems(&self, dice: &mut Dice) -> Vec<String> {
        let we = self.we;
        let problem = *dice.pick(&[
            "一是公开内容的深度还不够，解读形式偏单一；二是个别栏目更新不够及时。",
            "主要问题：部分干部对公开范围把握不准；公开平台的检索不够方便。",
            "存在的不足是，基层公开力量薄弱，业务培训的次数偏少，信息报送质量参差不齐。",
        ]);
        let remedy = match dice.below(3) {
            0 => format!("下一步，{we}将充实人员，按季度检查栏目，做到应公开尽公开。"),
            1 => format!("改进措施：一是组织业务学习；二是由{we}办公室逐条核对目录；三是把公开情况纳入考核。"),
            _ => "今后将丰富解读方式，完善沟通机制，逐项整改，并在下一年度报告中说明结果。".to_string(),
        };
        vec![problem.to_string(), remedy]
    }

    fn other_matters(&self, dice: &mut Dice) -> String {
        let year = self.year;
        match dice.below(4) {
            0 => "无。".to_string(),
            1 => "本年度无其他需要报告的事项。".to_string(),
            2 => format!("{year}年{}未收取政府信息公开信息处理费。", self.we),
            _ => format!("收费情况：依据有关规定，{year}年收取信息处理费0元。"),
        }
    }
}

/// A note under a table.
fn footnote(table: usize, dice: &mut Dice) -> Option<String> {
    let note = match table {
        0 => "注：现行有效件数为截至12月31日的累计数。".to_string(),
        1 => format!("注：本表统计口径为全口径，另有{}件为重复提交，已合并计算。", dice.between(1, 9)),
        _ => "注：行政复议、行政诉讼数量含上年度结转数量。".to_string(),
    };
    dice.percent(7).then_some(note)
}

fn heading(number: u8, dice: &mut Dice) -> String {
    let numeral = ["一", "二", "三", "四", "五", "六"][usize::from(number) - 1];
    let name = gouji::form::SECTIONS[usize::from(number) - 1].heading;
    let stop = if dice.percent(6) { "、 " } else { "、" };
    format!("{numeral}{stop}{name}")
}

/// The figures the sentences speak of; what is blank or a stroke counts as none.
struct Counts<'a> {
    sheet: &'a Sheet,
}

impl Counts<'_> {
    fn of(&self, row: &'static str, column: &'static str) -> i64 {
        match self.sheet.get(&CellId { row, column }).map(|written| written.shown) {
            Some(Shown::Value(number)) => number.as_whole().unwrap_or_default(),
            _ => 0,
        }
    }

    fn total(&self, row: &'static str) -> i64 {
        self.of(row, "total")
    }

    fn disputes(&self, dice: &mut Dice) -> String {
        let reviews = self.total("disputes.review");
        let (direct, after) = (self.total("disputes.suit_direct"), self.total("disputes.suit_after_review"));
        match (reviews, direct + after) {
            (0, 0) => "未发生因政府信息公开引起的行政复议、行政诉讼。".to_string(),
            (reviews, suits) if dice.percent(50) => {
                format!("因政府信息公开引起的行政复议{reviews}件，行政诉讼{suits}件。")
            }
            (reviews, _) => format!("全年行政复议{reviews}件；未经复议直接起诉{direct}件，复议后起诉{after}件。"),
        }
    }

    fn decisions(&self) -> String {
        format!(
            "依法公示行政许可{}件、行政处罚{}件、行政强制{}件。",
            self.of("disclosure.licenses", "decisions"),
            self.of("disclosure.penalties", "decisions"),
            self.of("disclosure.compulsory_measures", "decisions"),
        )
    }
}
