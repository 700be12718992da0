//! The provisions the rules rest on, as they are cited to the user. One name each, so that a citation is corrected in one place.

/// The tables of the annex, row by row and column by column.
pub const TABLES: &str = "国办公开办函〔2021〕30号、〔2019〕60号附件格式第二、三、四部分的表格";
/// Figures are exact and complete.
pub const EXACT_FIGURES: &str = "国办公开办函〔2021〕30号、〔2019〕60号第一条：数据准确、要素齐备";
/// Empty cells: no national rule; filling in 0 is what most offices do.
pub const EMPTY_CELLS: &str = "国家格式没有规定空白格的填法；填“0”是通行做法，各地另有规定的从其规定";
/// How a number is written in a cell: practice.
pub const CELL_PRACTICE: &str = "填表的通行做法：一格一个数，单位写在表头";
/// The unit of the fees of table two.
pub const FEES_UNIT: &str = "国办公开办函〔2021〕30号附件格式第二部分表头“本年收费金额（单位：万元）”";
/// Columns of the form of 2019.
pub const COLUMNS_2019: &str = "国办公开办函〔2019〕60号附件格式第二部分的表头";
/// What the reader itself could not decide.
pub const READER: &str = "本工具读表的结果：不能确定的数不当作已读出";
/// What the reader of the text says about itself.
pub const TEXT_READER: &str = "本工具读取文字的情况，不是对报告的要求";

/// 第一项加第二项之和，等于第三项加第四项之和: printed in the corner of table three of both forms.
pub const CORNER_NOTE: &str =
    "国办公开办函〔2021〕30号、〔2019〕60号附件格式第三部分表头：“第一项加第二项之和，等于第三项加第四项之和”";
/// What follows from a label 总计 in the annex.
pub const TOTAL_LABEL: &str = "由国办公开办函〔2021〕30号、〔2019〕60号附件格式中“总计”一栏的含义得出";

/// What follows from the labels of table two.
pub const TABLE_TWO_LABELS: &str = "由国办公开办函〔2021〕30号、〔2019〕60号附件格式第二部分各栏的含义得出";
/// What was carried out last year comes in this year.
pub const CARRIED_LABELS: &str =
    "由国办公开办函〔2021〕30号、〔2019〕60号附件格式“上年结转”“结转下年度继续办理”两栏的含义得出";
/// Reports do not repeat each other from year to year.
pub const NOT_ALIKE: &str =
    "国办公开办函〔2021〕30号、〔2019〕60号第一条：不得出现敷衍了事甚至年年雷同现象；江苏宿迁评估指标以重复率50%为界";
/// Leaps from year to year are looked at: practice.
pub const TWO_YEARS: &str = "两年数据对照的通行做法";

/// The five contents every yearly report has.
pub const CONTENTS: &str =
    "《政府信息公开条例》（国务院令第711号）第五十条；国办公开办函〔2021〕30号第一条“不能遗漏，也不宜泛化”";
/// Headings and their order in the annex.
pub const ANNEX_HEADINGS: &str = "国办公开办函〔2021〕30号、〔2019〕60号附件格式的六个部分标题及其顺序";
/// Levels of headings in official documents.
pub const HEADING_LEVELS: &str =
    "国办公开办函〔2021〕30号、〔2019〕60号附件格式；公文的层次序数依次为“一、”“（一）”“1.”“（1）”（GB/T 9704）";
/// Which tables belong to which year.
pub const EDITIONS: &str = "国办公开办函〔2021〕30号（2021年度起的格式）；〔2019〕60号（2019、2020年度的格式）";
/// How a date is written.
pub const DATE_DIGITS: &str = "成文日期用阿拉伯数字将年、月、日标全（GB/T 9704）";
/// How the number of a document is written.
pub const NUMBER_BRACKETS: &str = "发文字号的年份用六角括号“〔〕”（GB/T 9704）";
/// What took the place of two documents.
pub const LAPSED_BASIS: &str = "国办公开办函〔2021〕30号、〔2019〕60号第一条（此前的统计口径随原条例的失效而失效）；法释〔2025〕8号第十五条（法释〔2011〕17号废止）";
/// The rule of the regulation in the words everybody uses, and slips that inspections of websites name.
pub const GRAVE_SLIPS: &str = "公开工作的基本要求“以公开为常态、不公开为例外”；政府网站抽查通报列举的严重错别字";
/// The statistics of the old regulation lapsed with it.
pub const LAPSED_STATISTICS: &str =
    "国办公开办函〔2021〕30号、〔2019〕60号第一条：此前有关政府信息公开的各类报告和统计口径随原条例的失效而失效";
/// The yearly report is addressed to the public.
pub const TO_THE_PUBLIC: &str =
    "《政府信息公开条例》第四十九条（向社会公布）；福建莆田2009年度报告公开情况通报对直接发布报送公文的批评";
/// What the report is called.
pub const REPORT_NAME: &str = "《政府信息公开条例》第四十九条、第五十条“政府信息公开工作年度报告”";
/// What section one speaks of.
pub const ASPECTS: &str = "国办公开办函〔2021〕30号、〔2019〕60号第一条：总体情况主要包括主动公开、依申请公开、政府信息管理、平台建设、监督保障";
/// Governments also report assessment, appraisal and accountability.
pub const ACCOUNTABILITY: &str =
    "《政府信息公开条例》第五十条第一款第四项（工作考核、社会评议和责任追究结果情况）；国办公开办函〔2021〕30号第一条";
/// Problems and improvement, concretely.
pub const PROBLEMS: &str =
    "《政府信息公开条例》第五十条第一款第四项；国办公开办函〔2021〕30号、〔2019〕60号第一条（明确具体，不得敷衍了事）";
/// Section six is written in words.
pub const OTHER_MATTERS: &str = "国办公开办函〔2021〕30号、〔2019〕60号附件格式第六部分（文字描述）";
/// Whose report it is: every body reports for itself.
pub const COPIED: &str = "《政府信息公开条例》第四十九条（各单位公布本单位的年度报告）；国办公开办函〔2021〕30号第三条对内容雷同、敷衍塞责的追责";
/// The report of a government and that of its office.
pub const WHOSE_REPORT: &str = "国办公开办函〔2021〕30号第二条：政府办公厅（室）公布本政府机关的报告，县级以上地方人民政府的报告逐级汇总，两者期限不同";
/// Section one has at most about a thousand characters.
pub const LENGTH: &str = "国办公开办函〔2021〕30号第一条：总体情况“篇幅原则上不超过一千字”";
/// Section six says what fees were taken.
pub const FEE_REPORT: &str = "国办公开办函〔2021〕30号第一条及附件第六部分：“收取信息处理费的情况，在此处专门报告”";
/// The report is not to be widened.
pub const NOT_WIDENED: &str = "国办公开办函〔2021〕30号第一条“不能遗漏，也不宜泛化”";

/// Data are those of the whole report year.
pub const DATA_DAY: &str = "国办公开办函〔2021〕30号第一条：各项数据核定时间点为报告年度的12月31日";
/// The day by which departments and townships publish.
pub const DEADLINE_OF_DEPARTMENTS: &str =
    "《政府信息公开条例》第四十九条（1月31日前）；国办公开办函〔2021〕30号、〔2019〕60号第二条（乡镇参照部门要求）";

/// The days by which governments publish their aggregated reports.
pub const DEADLINE_OF_GOVERNMENTS: &str = "《政府信息公开条例》第四十九条（3月31日前）；国办公开办函〔2021〕30号、〔2019〕60号第二条（县级2月20日、地市级3月10日、省级3月31日前）";

/// The prose repeats the figures of the tables.
pub const FIGURES_AGREE: &str = "国办公开办函〔2021〕30号第一条：数据准确、要素齐备；正文与表格应当一致";

/// The fee for processing information is an administrative charge.
pub const FEE_IS_CHARGE: &str =
    "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）；国办公开办函〔2021〕30号第一条第六部分";
/// A reviewing body sued with the acting body does not count the case.
pub const CODEFENDANTS: &str = "国办公开办函〔2021〕30号、〔2019〕60号第一条第四部分：复议机关作共同被告的案件只计原行为主体；国办公开办函〔2016〕201号";
/// Who makes 规章.
pub const RULE_MAKERS: &str = "《立法法》：规章由国务院部门和省、自治区、直辖市、设区的市、自治州的人民政府制定";
/// Some cases are reviewed before they are sued.
pub const REVIEW_FIRST: &str = "法释〔2025〕8号第一条、第十条第一款（引《行政复议法》第二十三条第一款第四项）";
/// Decisions are counted whether published or not.
pub const ALL_DECISIONS: &str =
    "国办公开办函〔2021〕30号第一条第二部分：处理决定数量包括已公开和依法未公开的全部处理决定";
/// 其他处理 is for transition and rare cases.
pub const OTHER_HANDLING: &str =
    "国办公开办函〔2019〕60号第一条第三部分：“其他处理”用于过渡和罕见情形，数量偏高的要了解情况（两成是本工具的界限）";

/// Personal data in a published document.
pub const PERSONAL_DATA: &str = "《政府信息公开条例》第十五条（个人隐私）；《个人信息保护法》第二十五条";

/// Labels of rows and columns in the annex.
pub const LABELS: &str = "国办公开办函〔2021〕30号、〔2019〕60号附件格式的表头和项目名称";
/// What the office of the county asks for itself; a finding adds the name of its profile.
pub const OWN_PROFILE: &str = "本级要求（本地编制通知的要求，由本级写进设置）";
/// What any careful office does before publishing; no provision says it.
pub const PRACTICE: &str = "公文校对的通行做法";

/// The sheet's own headings.
pub const SHEET: &str = "由原《政府信息公开情况统计表》（国办发〔2014〕32号）各项指标的含义得出";
