//! The sound report: its prose, its figures, and last year's.

use gouji::form::Edition;

/// The prose of the sound report. Names in braces are filled in for the edition; each table stands where its name stands.
pub const SOUND: &str = "\
禾川县柳溪镇人民政府{year}年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》和《{notice_title}》（{notice}）的要求，编制本报告。本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。本报告电子版可在禾川县人民政府网站下载。如有疑问，请与柳溪镇党政办公室联系（地址：禾川县柳溪镇河东路18号，电话：0731-5550123）。

一、总体情况
（一）主动公开。围绕群众关心的事项，全年通过政府网站和公开栏主动公开政府信息230条，其中网站发布168条、公开栏张贴62条。制发行政规范性文件3件、废止1件，现行有效12件。
（二）依申请公开。全年收到政府信息公开申请14件，上年结转0件。办理答复13件，其中予以公开5件、部分公开2件、不予公开1件、无法提供3件、不予处理2件；结转下年度继续办理1件。因政府信息公开被申请行政复议1件，结果维持；未发生行政诉讼。
（三）政府信息管理。公文拟制时同步确定公开属性，发布前逐条进行保密审查。
（四）平台建设。更新政府信息公开专栏，在便民服务大厅设置查阅点1处。
（五）监督保障。把政府信息公开列入年度考核，邀请群众代表开展社会评议，本年度没有发生责任追究的情形。

二、主动公开政府信息情况
{disclosure}
三、收到和处理政府信息公开申请情况
{requests}
四、政府信息公开行政复议、行政诉讼情况
{disputes}
五、存在的主要问题及改进情况
存在的主要问题：一是部分栏目更新不够及时；二是解读材料的形式比较单一。
改进情况：一是按月检查栏目，逾期未更新的由专人提醒；二是增加图解和问答，请村干部在入户时讲解。

六、其他需要报告的事项
{year}年没有发出政府信息公开收费通知，未收取信息处理费。没有其他需要报告的事项。

禾川县柳溪镇人民政府
{next_year}年1月18日
";

/// The prose of last year's report, with sentences of its own.
pub const LAST_YEAR: &str = "\
禾川县柳溪镇人民政府{year}年政府信息公开工作年度报告

一、总体情况
主动公开。在镇村两级公开栏张贴惠农补贴、项目招标、防汛值班等信息，网站专栏同步更新。
依申请公开。收到的申请都在法定期限内办理。
政府信息管理。清理了失效的文件，补录了前几年的公开目录。
平台建设。公众号开设“村务问答”专栏。
监督保障。主要负责同志每半年听取一次汇报，考核和社会评议结果在全镇通报，没有责任追究。

二、主动公开政府信息情况
{disclosure}
三、收到和处理政府信息公开申请情况
{requests}
四、政府信息公开行政复议、行政诉讼情况
{disputes}
五、存在的主要问题及改进情况
存在的主要问题：一是培训的次数偏少，有的干部对公开范围把握不准；二是群众提出的意见没有逐条反馈。
改进情况：一是每季度组织一次业务学习，邀请县司法局的同志授课；二是建立意见台账，办理结果在公开栏张贴。

六、其他需要报告的事项
未收取信息处理费。

禾川县柳溪镇人民政府
{next_year}年1月16日
";

/// The figures of last year's report that this year's follow from.
pub const FIGURES_LAST_YEAR: &[(&str, &str)] = &[
    ("requests.carried_out.individual", "0"),
    ("requests.carried_out.total", "0"),
    ("disclosure.normative_documents.in_force", "10"),
    ("disclosure.normative_documents.total_published", "9"),
];

const TITLE_OF_2019_NOTICE: &str = "国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知";
const TITLE_OF_2021_NOTICE: &str =
    "国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知";

/// The figures of the sound report that are not 0. Every sum of the form holds.
pub const FIGURES: &[(&str, &str)] = &[
    ("requests.received.individual", "12"),
    ("requests.received.company", "2"),
    ("requests.received.total", "14"),
    ("requests.granted.individual", "4"),
    ("requests.granted.company", "1"),
    ("requests.granted.total", "5"),
    ("requests.granted_in_part.individual", "2"),
    ("requests.granted_in_part.total", "2"),
    ("requests.denied_third_party.individual", "1"),
    ("requests.denied_third_party.total", "1"),
    ("requests.unavailable_not_held.individual", "1"),
    ("requests.unavailable_not_held.company", "1"),
    ("requests.unavailable_not_held.total", "2"),
    ("requests.unavailable_not_ready_made.individual", "1"),
    ("requests.unavailable_not_ready_made.total", "1"),
    ("requests.declined_petition.individual", "1"),
    ("requests.declined_petition.total", "1"),
    ("requests.declined_repeat.individual", "1"),
    ("requests.declined_repeat.total", "1"),
    ("requests.closed.individual", "11"),
    ("requests.closed.company", "2"),
    ("requests.closed.total", "13"),
    ("requests.carried_out.individual", "1"),
    ("requests.carried_out.total", "1"),
    ("disputes.review.upheld", "1"),
    ("disputes.review.total", "1"),
    ("disclosure.normative_documents.issued", "3"),
    ("disclosure.normative_documents.repealed", "1"),
    ("disclosure.normative_documents.in_force", "12"),
    ("disclosure.normative_documents.made", "3"),
    ("disclosure.normative_documents.published", "3"),
    ("disclosure.normative_documents.total_published", "12"),
    ("disclosure.licenses.decisions", "86"),
    ("disclosure.licenses.prior_items", "5"),
    ("disclosure.penalties.decisions", "4"),
    ("disclosure.penalties.prior_items", "3"),
    ("disclosure.procurement.items", "2"),
    ("disclosure.procurement.amount", "36.8万元"),
];

/// Returns the title of the notice that came with that form.
pub fn notice_title(edition: Edition) -> &'static str {
    if edition == Edition::Of2019 { TITLE_OF_2019_NOTICE } else { TITLE_OF_2021_NOTICE }
}

/// Returns the paragraphs of that section in the prose of last year's report.
pub fn said_last_year(section: usize) -> Vec<&'static str> {
    let numeral = ["一、", "二、", "三、", "四、", "五、", "六、"][section - 1];
    let from_heading = LAST_YEAR.lines().skip_while(|line| !line.starts_with(numeral));
    from_heading.skip(1).take_while(|line| !line.is_empty()).collect()
}
