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

/// 第一项加第二项之和，等于第三项加第四项之和: printed in the corner of table three of both forms.
pub const CORNER_NOTE: &str =
    "国办公开办函〔2021〕30号、〔2019〕60号附件格式第三部分表头：“第一项加第二项之和，等于第三项加第四项之和”";
/// What follows from a label 总计 in the annex.
pub const TOTAL_LABEL: &str = "由国办公开办函〔2021〕30号、〔2019〕60号附件格式中“总计”一栏的含义得出";
