//! The provisions the rules rest on, as they are cited to the user. One name each, so that a citation is corrected in one place.

/// 第一项加第二项之和，等于第三项加第四项之和: printed in the corner of table three of both forms.
pub const CORNER_NOTE: &str =
    "国办公开办函〔2021〕30号、〔2019〕60号附件格式第三部分表头：“第一项加第二项之和，等于第三项加第四项之和”";
/// What follows from a label 总计 in the annex.
pub const TOTAL_LABEL: &str = "由国办公开办函〔2021〕30号、〔2019〕60号附件格式中“总计”一栏的含义得出";
