//! The lapsed statistics sheet 政府信息公开情况统计表 (国办发〔2014〕32号). No part of the form any more; offices still attach it.

use super::{Column, Quantity, Row};

/// One row per indicator; its single column has the indicator's id and, as its group, the unit.
macro_rules! indicator {
    ($id:literal, $unit:literal, $label:literal) => {
        indicator!($id, $unit, $label, Quantity::Count)
    };
    ($id:literal, $unit:literal, $label:literal, $quantity:expr) => {
        Row {
            id: "statistics",
            path: &[$label],
            variants: &[],
            columns: &[Column { id: $id, label: "统计数", group: Some($unit), quantity: $quantity }],
        }
    };
}

pub static STATISTICS: [Row; 63] = [
    indicator!("section_published", "", "一、主动公开情况"),
    indicator!("published", "条", "（一）主动公开政府信息数"),
    indicator!("published_normative", "条", "其中：主动公开规范性文件数"),
    indicator!("made_normative", "件", "制发规范性文件总数"),
    indicator!("via_all", "", "（二）通过不同渠道和方式公开政府信息的情况"),
    indicator!("via_gazette", "条", "1.政府公报公开政府信息数"),
    indicator!("via_website", "条", "2.政府网站公开政府信息数"),
    indicator!("via_new_media", "条", "3.政务新媒体公开政府信息数"),
    indicator!("via_other", "条", "4.其他方式公开政府信息数"),
    indicator!("section_responses", "", "二、回应解读情况"),
    indicator!("responses", "次", "（一）回应公众关注热点或重大舆情数"),
    indicator!("responses_all", "", "（二）通过不同渠道和方式回应解读的情况"),
    indicator!("press_conferences", "次", "1.参加或举办新闻发布会总次数"),
    indicator!("press_conferences_by_head", "次", "其中：主要负责同志参加新闻发布会次数"),
    indicator!("online_interviews", "次", "2.政府网站在线访谈次数"),
    indicator!("online_interviews_by_head", "次", "其中：主要负责同志参加政府网站在线访谈次数"),
    indicator!("policy_explanations", "篇", "3.政策解读稿件发布数"),
    indicator!("new_media_responses", "次", "4.政务新媒体回应事件数"),
    indicator!("other_responses", "次", "5.其他方式回应事件数"),
    indicator!("section_applications", "", "三、依申请公开情况"),
    indicator!("applications", "件", "（一）收到申请数"),
    indicator!("applications_in_person", "件", "1.当面申请数"),
    indicator!("applications_by_fax", "件", "2.传真申请数"),
    indicator!("applications_online", "件", "3.网络申请数"),
    indicator!("applications_by_letter", "件", "4.信函申请数"),
    indicator!("concluded", "件", "（二）申请办结数"),
    indicator!("concluded_on_time", "件", "1.按时办结数"),
    indicator!("concluded_extended", "件", "2.延期办结数"),
    indicator!("replies", "件", "（三）申请答复数"),
    indicator!("replies_already_public", "件", "1.属于已主动公开范围数"),
    indicator!("replies_granted", "件", "2.同意公开答复数"),
    indicator!("replies_granted_in_part", "件", "3.同意部分公开答复数"),
    indicator!("replies_denied", "件", "4.不同意公开答复数"),
    indicator!("denied_state_secrets", "件", "其中：涉及国家秘密"),
    indicator!("denied_trade_secrets", "件", "涉及商业秘密"),
    indicator!("denied_privacy", "件", "涉及个人隐私"),
    indicator!("denied_security", "件", "危及国家安全、公共安全、经济安全和社会稳定"),
    indicator!("denied_not_government_information", "件", "不是《条例》所指政府信息"),
    indicator!("denied_other", "件", "法律法规规定的其他情形"),
    indicator!("replies_not_this_body", "件", "5.不属于本行政机关公开数"),
    indicator!("replies_not_existing", "件", "6.申请信息不存在数"),
    indicator!("replies_amend", "件", "7.告知作出更改补充数"),
    indicator!("replies_other_channel", "件", "8.告知通过其他途径办理数"),
    indicator!("reviews", "件", "四、行政复议数量"),
    indicator!("reviews_upheld", "件", "（一）维持具体行政行为数"),
    indicator!("reviews_corrected", "件", "（二）被依法纠错数"),
    indicator!("reviews_other", "件", "（三）其他情形数"),
    indicator!("suits", "件", "五、行政诉讼数量"),
    indicator!("suits_upheld", "件", "（一）维持具体行政行为或者驳回原告诉讼请求数"),
    indicator!("suits_corrected", "件", "（二）被依法纠错数"),
    indicator!("suits_other", "件", "（三）其他情形数"),
    indicator!("complaints", "件", "六、举报投诉数量"),
    indicator!("section_staffing", "", "七、机构建设和保障经费情况"),
    indicator!("offices", "个", "（一）政府信息公开工作专门机构数"),
    indicator!("reading_points", "个", "（二）设置政府信息公开查阅点数"),
    indicator!("staff", "人", "（三）从事政府信息公开工作人员数"),
    indicator!("staff_full_time", "人", "1.专职人员数"),
    indicator!("staff_part_time", "人", "2.兼职人员数"),
    indicator!("funds", "万元", "（四）政府信息公开专项经费", Quantity::Amount),
    indicator!("section_meetings", "", "八、政府信息公开会议和培训情况"),
    indicator!("meetings", "次", "（一）召开政府信息公开工作会议或专题会议数"),
    indicator!("trainings", "次", "（二）举办各类培训班数"),
    indicator!("trainees", "人次", "（三）接受培训人员数"),
];
