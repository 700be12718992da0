//! What comes near to a fault and is none: sentences, names and signatures that rules have to be silent about.

use crate::dice::Dice;
use crate::sound::Report;
use crate::story::Block;

/// What may stand before the name of a township, and what a township there says of those above it.
const PLACES: [(&str, &str); 4] = [
    ("", "按照县政府办公室要求逐条审查。"),
    ("", "县政务服务中心设置查阅点。"),
    ("禾川县", "按照禾川县人民政府要求，信息同步到禾川县人民政府网站。"),
    ("宜宾市翠屏区", "按照四川省人民政府、宜宾市人民政府要求，通过宜宾市翠屏区人民政府网站发布。"),
];

/// Sentences for section one. {year} and {next} are years, {granted} and {part} numbers of applications.
const SENTENCES: [&str; 44] = [
    // Other places, with a reason or no places at all.
    "赴宜昌市考察政务公开专区，学习当阳市的做法。",
    "到宜昌市跟班，学习公开目录的编制。",
    "与柳林县开展对口协作，互换公开目录。",
    "柳林县人民政府转办的来信已经答复。",
    "户籍在平乐县的申请人由工作人员上门核对身份。",
    "参照《宜昌市政府信息公开指南》修订目录。",
    "行政案件由柳林县人民法院异地管辖。",
    "公布辽河、沱江的水质和柳州螺蛳粉制作技艺。",
    "公开安化县一家建设公司中标的信息。",
    "邀请岳阳市的专家授课。",
    "会同县司法局清理文件，财政和县级资金分开列示。",
    "公开东城区、老城区改造和新兴城市建设的信息。",
    "扶持合作市场主体，公开南山区域规划。",
    "原芜湖县的档案目录一并公开。",
    // Nobody in particular, but not as a subject.
    "学习一些地区的做法，系统与多数部门联网。",
    "部分村组的公开栏已经更换。",
    // Citations.
    "党委办公室依据国办公开办函〔2019〕51号编制年度报告。",
    "收费执行《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）。",
    "依照《中华人民共和国政府信息公开条例》（以下简称《条例》）答复。",
    "落实禾政办发〔{year}〕15号文件的分工。",
    "（{year}）禾01行初15号案件已经结案。",
    "坚持以公开为常态、不公开为例外。",
    "落实《关于做好基层政务公开标准化规范化工作的通知》（国办公开办函〔2020〕61号）。",
    // Numbers that are parts, of other times, or not of the whole.
    "办结的政府信息公开申请中，予以公开{granted}件、部分公开{part}件。",
    "公开财政信息120条，其中预算30条、决算22条等。",
    "公开政策信息21条，其中文件9条、解读11条。",
    "上半年主动公开信息110条。",
    "全年通过公众号主动公开政府信息68条。",
    "截至6月30日，完成目录编制。",
    "制定规章制度4项。",
    "行政事业性收费按规定标准收取。",
    // Dates, doubled words, telephones, brackets.
    "{year}年12月31日前完成目录核对。",
    "2024年2月29日、2月29日、12月31日各检查一次。",
    "每月31日前报送，近3个月30日值班。",
    "常常走访，一一答复，层层把关，人人有责，执行行政复议决定。",
    "事事有回音，天天有人管，刚刚启用的系统渐渐完善。",
    "传真电话：5550182转802。",
    "热线电话：12345，邮政编码：644000。",
    "网址为https://www.hechuan.gov.cn/。",
    "目录（见附件）已经更新（含村级）。",
    "咨询窗口（一楼大厅）和（二楼）档案室均可查阅。",
    "逐村、逐户讲解，《条例》《办法》都有单行本。",
    "上下重视公开，村村有专栏。",
    "各村各户都收到了明白卡。",
];

/// The report of that seed with some of it: nothing of it is a fault.
pub fn garnished(seed: u64) -> Report {
    let mut report = Report::draw(seed);
    let mut dice = Dice::new(seed ^ 0x9ea2);
    let (place, said) = *dice.pick(&PLACES);
    rename(&mut report, place);
    for _ in 0..dice.between(1, 4) {
        let words = *dice.pick(&SENTENCES);
        say(&mut report, words, &mut dice);
    }
    say(&mut report, said, &mut dice);
    sign(&mut report, &mut dice);
    report
}

/// Puts the place before the name wherever the whole name stands.
fn rename(report: &mut Report, place: &str) {
    let name = std::mem::take(&mut report.organization);
    let longer = format!("{place}{name}");
    // A real place has an area code of its own.
    let code = if place.starts_with("宜宾") { "0831-" } else { "0999-" };
    for block in &mut report.blocks {
        match block {
            Block::Title(lines) => lines.iter_mut().for_each(|line| *line = line.replace(&name, &longer)),
            Block::Heading(_, words) | Block::Paragraph(words) | Block::Signature(words, _) => {
                *words = words.replace(&name, &longer).replace("0999-", code);
            }
            Block::Table(_) => {}
        }
    }
    report.organization = longer;
}

/// Adds a sentence to a paragraph of section one.
fn say(report: &mut Report, words: &str, dice: &mut Dice) {
    let number = |row| report.number(gouji::form::CellId { row, column: "total" }).to_string();
    let mut words = words.to_string();
    for (name, value) in [
        ("{year}", report.year.to_string()),
        ("{next}", (report.year + 1).to_string()),
        ("{granted}", number("requests.granted")),
        ("{part}", number("requests.granted_in_part")),
    ] {
        words = words.replace(name, &value);
    }
    let first = report.blocks.iter().position(|block| matches!(block, Block::Heading(1, _)));
    let last = report.blocks.iter().position(|block| matches!(block, Block::Heading(2, _)));
    let (Some(first), Some(last)) = (first, last) else { return };
    let at = dice.between(first as i64 + 1, last as i64 - 1) as usize;
    if let Some(Block::Paragraph(text)) = report.blocks.get_mut(at) {
        text.push_str(&words);
    }
}

/// Signs with less than the whole name, with a seal, or with an older way of writing the day.
fn sign(report: &mut Report, dice: &mut Dice) {
    let choice = dice.below(8);
    let Some(Block::Signature(name, date)) = report.blocks.last_mut() else { return };
    let short = name.trim_end_matches("人民政府").to_string();
    match choice {
        0 => name.push_str("（印章）"),
        1 => name.push_str("（盖章）"),
        2 => *name = format!("{short}党政办公室"),
        3 => *name = name.trim_start_matches("宜宾市").to_string(),
        4 => *date = date.replace("年1月", "年01月"),
        _ => {}
    }
}
