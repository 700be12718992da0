//! Sentences and clauses with holes. `{…}` is a word of a class, `<…>` a number of that quantity (of each, where several are named),
//! `[…]` says without a number that there was none of that quantity, and `<~90>` is a number up to 90 that belongs to no table, `<+90>`
//! one that is up to 90 more than those that follow it, `<part received>` and `<rest received>` a quantity in two parts that no table has.

/// A kind of statement, and the ways to make it.
pub type Frames = &'static [&'static str];

pub const RECEIVED: Frames = &[
    "{全年}{我镇}{收到}{申请}<received>{件}",
    "{全年}{我镇}{收到}<received>{件}{申请}",
    "{我镇}{全年}{收到}{申请}{共计}<received>{件}",
    "{全年}{我镇}{申请}{共计}<received>{件}",
    "{全年}{我镇}{申请}收件量为<received>{件}",
    "{全年}共有<received>{件}{申请}{递交}",
    "{全年}向{本机关}提出的{申请}{共}<received>{件}",
    "公民、法人和其他组织{全年}向{本机关}申请公开政府信息{共}<received>{件}",
    "{据统计}，{全年}{收到}{申请}<received>{件}，{由专人负责}",
    "{据统计}，{全年}{我镇}{收到}<received>{件}{申请}，{由专人负责}",
    "{申请}情况：{全年}{收到}<received>{件}",
    "{我镇}通过{渠道}{收到}{申请}<received>{件}",
    "{全年}申请公开政府信息的{共}有<received>{件}",
    "对{全年}{收到}的<received>{件}{申请}，{由专人负责}",
    "{全年}{收到}的{申请}<received>{件}，{由专人负责}",
    "{全年}{我镇}新增{申请}<received>{件}",
    "{全年}{我镇}{申请}登记<received>{件}",
    "{全年}{我镇}共有{申请}<received>{件}",
    "政府信息公开申请渠道保持畅通，{全年}{收到}申请<received>{件}",
    "{全年}群众向{本机关}提出{申请}<received>{件}，{由专人负责}",
    "{我镇}{全年}依法接收、登记{申请}<received>{件}",
    "本年新收政府信息公开申请{共计}<received>{件}",
];

/// What follows the number received: ways by which applications came, and comparisons.
pub const ABOUT_RECEIVED: Frames = &[
    "，其中网络申请<part received>{件}、信函申请<rest received>{件}",
    "，其中当面提交<part received>{件}，邮寄<rest received>{件}",
    "（线上<part received>{件}、线下<rest received>{件}）",
    "，较上年增加<~30>{件}",
    "，同比增长<~60>%",
    "，比{last}年减少<~9>{件}",
];

/// What was received and what was carried in, together.
pub const RECEIVED_AND_CARRIED: Frames = &[
    "{全年}{我镇}{受理}{申请}<all>{件}（其中本年新收<received>{件}，上年结转<carried_in>{件}）",
    "{全年}{我镇}需办理的{申请}{共}<all>{件}，其中本年新收<received>{件}、上年结转<carried_in>{件}",
    "{全年}{我镇}{收到}{申请}<all>{件}（含上年结转<carried_in>{件}）",
];

/// Where nothing was carried in, what was accepted is what was received.
pub const ACCEPTED: Frames = &[
    "{全年}{我镇}{受理}{申请}<received>{件}",
    "{全年}{我镇}{受理}<received>{件}{申请}",
    "{全年}{我镇}{受理}{申请}{共计}<received>{件}",
    "{全年}{我镇}收到并受理{申请}<received>{件}",
];

pub const NONE_RECEIVED: Frames = &[
    "{全年}{我镇}{没有收到}{申请}[received]",
    "{全年}{我镇}{没有收到}公民、法人{或}其他组织{以何形式}提出的{申请}[received]",
    "{全年}{我镇}{没有收到}公民、法人{或}其他组织的依申请公开{诉求}[received]",
    "{全年}{没有收到}个人、法人{或}其他组织向{本机关}申请公开政府信息[received]",
    "{全年}{我镇}无{申请}[received]",
    "{全年}无公民、法人{或}其他组织向{本机关}提出{申请}[received]",
    "{全年}没有任何单位和个人{要求公开}政府信息[received]",
    "{全年}无任何单位和个人{要求公开}政府信息[received]",
    "{全年}{我镇}{没有收到}一件{申请}[received]",
    "{全年}{我镇}{申请}数量为零[received]",
    "{全年}{我镇}{申请}为零[received]",
    "{全年}{我镇}政府信息公开申请零受理[received]",
    "{全年}{没有收到}群众{要求公开}政府信息的{诉求}[received]",
    "{全年}{我镇}未受理{申请}[received]",
    "{全年}{我镇}{收到}{申请}<received>{件}",
    "{全年}{收到}、办结{申请}均为<received,closed>{件}",
    "{申请}<received>{件}",
    "{全年}{我镇}{申请}数量<received>{件}",
    "{全年}没有公民、企业和社会组织到{镇}政府申请公开信息[received]",
];

pub const CARRIED_IN: Frames = &[
    "上年结转<carried_in>{件}",
    "上年度结转申请<carried_in>{件}",
    "上年度结转为<carried_in>{件}",
    "{last}年结转至{year}年<carried_in>{件}",
    "另有上年结转<carried_in>{件}",
    "上一年度未办结、转入本年的申请<carried_in>{件}",
    "<carried_in>{件}为上年结转",
    "由上年度结转的申请有<carried_in>{件}",
    "结转上年度政府信息公开申请<carried_in>{件}",
    "上年结转政府信息公开申请数量<carried_in>{件}",
];

pub const NONE_CARRIED_IN: Frames = &[
    "上年无结转[carried_in]",
    "无上年结转申请[carried_in]",
    "没有上年结转的申请[carried_in]",
    "上年结转<carried_in>{件}",
    "上年度没有结转件[carried_in]",
    "上年结转为零[carried_in]",
];

pub const CLOSED: Frames = &[
    "{办结}<closed>{件}",
    "{答复}<closed>{件}",
    "{办结}申请<closed>{件}",
    "共办理{申请}<closed>{件}",
    "完成{申请}答复<closed>{件}",
    "政府信息公开申请办结<closed>{件}",
    "<closed>{件}已办结",
    "{全年}{办结}{申请}<closed>{件}",
    "{全年}{答复}{申请}<closed>{件}",
    "本年度办理结果总计<closed>{件}",
    "{全年}已办理政府信息公开申请<closed>{件}",
    "已经答复的申请<closed>{件}",
    "本年度办结的申请{共}<closed>{件}",
];

pub const GRANTED: Frames = &[
    "予以公开<granted>{件}",
    "{作出}予以公开<granted>{件}",
    "同意公开<granted>{件}",
    "“同意公开”<granted>{件}",
    "“予以公开”的<granted>{件}",
    "<granted>{件}予以公开",
    "<granted>{件}同意公开",
    "属于予以公开的<granted>{件}",
    "对<granted>{件}予以公开",
    "答复予以公开的<granted>{件}",
    "给予公开<granted>{件}",
    "申请内容予以公开的{共}<granted>{件}",
];

pub const GRANTED_IN_PART: Frames = &[
    "部分公开<granted_in_part>{件}",
    "予以部分公开<granted_in_part>{件}",
    "同意部分公开<granted_in_part>{件}",
    "“部分公开”<granted_in_part>{件}",
    "<granted_in_part>{件}部分公开",
    "区分处理后部分公开<granted_in_part>{件}",
    "属于部分公开的<granted_in_part>{件}",
];

pub const GRANTED_AT_ALL: Frames = &[
    "予以公开和部分公开共<granted_at_all>{件}",
    "予以公开及部分公开<granted_at_all>{件}",
    "<granted_at_all>{件}予以公开或部分公开",
];

pub const DENIED: Frames = &[
    "不予公开<denied>{件}",
    "{作出}不予公开<denied>{件}",
    "不同意公开<denied>{件}",
    "“不予公开”<denied>{件}",
    "<denied>{件}不予公开",
    "属于不予公开的<denied>{件}",
    "依法不予公开的<denied>{件}",
    "答复不予公开<denied>{件}",
];

pub const UNAVAILABLE: Frames = &[
    "无法提供<unavailable>{件}",
    "“无法提供”<unavailable>{件}",
    "<unavailable>{件}无法提供",
    "属于无法提供的<unavailable>{件}",
    "因故无法提供的<unavailable>{件}",
];

pub const DECLINED: Frames = &[
    "不予处理<declined>{件}",
    "作不予处理<declined>{件}",
    "“不予处理”<declined>{件}",
    "<declined>{件}不予处理",
    "属于不予处理的<declined>{件}",
];

pub const OTHER_HANDLING: Frames = &[
    "其他处理<other_handling>{件}",
    "作其他处理<other_handling>{件}",
    "“其他处理”<other_handling>{件}",
    "<other_handling>{件}作其他处理",
    "按其他处理的<other_handling>{件}",
];

/// Single rows of table three by the form's own words.
pub const ROWS: Frames = &[
    "属于国家秘密<denied_state_secret>{件}",
    "因属于国家秘密不予公开<denied_state_secret>{件}",
    "保护第三方合法权益<denied_third_party>{件}",
    "属于三类内部事务信息<denied_internal_affairs>{件}",
    "属于四类过程性信息<denied_deliberative>{件}",
    "因属于行政执法案卷不予公开<denied_enforcement_file>{件}",
    "属于行政查询事项<denied_inquiry>{件}",
    "本机关不掌握相关政府信息<unavailable_not_held>{件}",
    "“本机关不掌握相关政府信息”<unavailable_not_held>{件}",
    "没有现成信息需要另行制作<unavailable_not_ready_made>{件}",
    "补正后申请内容仍不明确<unavailable_unclear>{件}",
    "信访举报投诉类申请<declined_petition>{件}",
    "重复申请<declined_repeat>{件}",
    "<declined_repeat>{件}为重复申请",
    "要求提供公开出版物<declined_publication>{件}",
    "无正当理由大量反复申请<declined_excessive>{件}",
];

pub const CARRIED_OUT: Frames = &[
    "结转下年度继续办理<carried_out>{件}",
    "结转至{next}年<carried_out>{件}",
    "<carried_out>{件}结转下一年度{处理}",
    "转入{next}年继续办理<carried_out>{件}",
    "尚有<carried_out>{件}结转下年度",
    "结转下年度的申请<carried_out>{件}",
    "<carried_out>{件}结转到{next}年办理",
    "结转下一年度办理的有<carried_out>{件}",
    "剩余<carried_out>{件}结转下年度继续办理",
];

pub const NONE_CARRIED_OUT: Frames = &[
    "无结转下年度继续办理的申请[carried_out]",
    "没有申请结转下年度[carried_out]",
    "无结转下年度办理件[carried_out]",
    "结转下年度继续办理<carried_out>{件}",
    "结转下一年度为零[carried_out]",
];

pub const INDIVIDUALS: Frames = &[
    "自然人申请<individual>{件}",
    "<individual>{件}为自然人申请",
    "自然人提出<individual>{件}",
    "由自然人提交的<individual>{件}",
    "自然人<individual>{件}",
    "申请人为自然人的<individual>{件}",
];

pub const ORGANIZATIONS: Frames = &[
    "法人或其他组织申请<organizations>{件}",
    "法人或其他组织提出<organizations>{件}",
    "<organizations>{件}为法人或其他组织申请",
    "法人和其他组织<organizations>{件}",
    "法人及其他组织提交的<organizations>{件}",
];

pub const COMPANIES: Frames = &[
    "商业企业申请<company>{件}",
    "<company>{件}为商业企业提出",
    "商业企业<company>{件}",
    "商业企业提交申请<company>{件}",
];

/// Reviews and suits together.
pub const DISPUTES: Frames = &[
    "因{信息公开}{引发}的行政复议<reviews>{案}、行政诉讼<suits>{案}",
    "{全年}{我镇}因{信息公开}被申请行政复议<reviews>{案}，被提起行政诉讼<suits>{案}",
    "{全年}涉及{信息公开}的行政复议案件<reviews>{案}，行政诉讼案件<suits>{案}",
    "{信息公开}行政复议、行政诉讼分别为<reviews>{案}和<suits>{案}",
    "{全年}发生{信息公开}类行政复议<reviews>{案}，行政诉讼<suits>{案}",
    "针对{信息公开}申请行政复议的<reviews>{案}，提起行政诉讼的<suits>{案}",
    "{全年}有<reviews>{案}{信息公开}行政复议、<suits>{案}{信息公开}行政诉讼",
    "申请人不服政府信息公开答复，申请行政复议<reviews>{案}，提起行政诉讼<suits>{案}",
    "{全年}{信息公开}复议案件<reviews>{案}，诉讼案件<suits>{案}",
    "{信息公开}行政复议数量为<reviews>{案}，行政诉讼数量为<suits>{案}",
    "{全年}因{信息公开}被复议<reviews>{案}、被起诉<suits>{案}",
    "{全年}{收到}{信息公开}行政复议<reviews>{案}，{信息公开}行政诉讼<suits>{案}",
    "{全年}{信息公开}行政复议、行政诉讼案件合计<disputes>{案}",
];

/// Reviews alone, then suits alone, as sentences of their own.
pub const REVIEWS: Frames = &[
    "{全年}因{信息公开}{引发}的{复议}<reviews>{案}",
    "{全年}{我镇}因{信息公开}被申请行政复议<reviews>{案}",
    "{全年}{信息公开}行政复议为<reviews>{案}",
    "{全年}收到{信息公开}行政复议<reviews>{案}",
    "{全年}涉及{信息公开}的{复议}{共}<reviews>{案}",
    "申请人不服{信息公开}答复申请行政复议<reviews>{案}",
    "{全年}发生<reviews>{案}{信息公开}行政复议",
];

pub const SUITS: Frames = &[
    "{全年}因{信息公开}{引发}的{诉讼}<suits>{案}",
    "{全年}{我镇}因{信息公开}被提起行政诉讼<suits>{案}",
    "{全年}{信息公开}行政诉讼为<suits>{案}",
    "{全年}收到{信息公开}诉讼为<suits>{案}",
    "{全年}涉及{信息公开}的{诉讼}{共}<suits>{案}",
    "{全年}{信息公开}行政应诉案件<suits>{案}",
    "{全年}发生<suits>{案}{信息公开}行政诉讼",
];

pub const NO_DISPUTES: Frames = &[
    "{全年}{没有发生}因{信息公开}{引发}的行政复议、行政诉讼[reviews][suits]",
    "{全年}{没有发生}{信息公开}复议、起诉[reviews][suits]",
    "{全年}{没有发生}{信息公开}行政复议和行政诉讼案件[reviews][suits]",
    "{全年}无因{信息公开}申请行政复议、提起行政诉讼的情况[reviews][suits]",
    "{全年}无因{信息公开}{引发}的行政复议，提起行政诉讼的情况发生[reviews][suits]",
    "{全年}无涉及{信息公开}的行政复议和行政诉讼案件[reviews][suits]",
    "{全年}{信息公开}行政复议、行政诉讼均为零[reviews][suits]",
    "{全年}{信息公开}行政复议、行政诉讼均为<reviews,suits>{案}",
    "{全年}{收到}{信息公开}行政复议、行政诉讼各<reviews,suits>{案}",
    "{全年}未因{信息公开}被申请行政复议或被提起行政诉讼[reviews][suits]",
    "{信息公开}行政复议<reviews>{案}，行政诉讼<suits>{案}",
    "{全年}{没有发生}针对{信息公开}的行政复议，也{没有发生}行政诉讼[reviews][suits]",
    "{全年}{没有发生}申请人因{信息公开}申请行政复议、提起行政诉讼的情形[reviews][suits]",
    "{全年}{信息公开}领域零复议、零诉讼[reviews][suits]",
];

pub const REVIEW_RESULTS: Frames = &[
    "结果维持<reviews_upheld>{案}、结果纠正<reviews_corrected>{案}、其他结果<reviews_other>{案}、尚未审结<reviews_pending>{案}",
    "维持<reviews_upheld>{案}，纠正<reviews_corrected>{案}",
    "维持原决定<reviews_upheld>{案}，尚未审结<reviews_pending>{案}",
    "<reviews_upheld>{案}结果维持，<reviews_corrected>{案}结果纠正",
    "被纠错<reviews_corrected>{案}，其他结果<reviews_other>{案}",
];

pub const SUITS_BY_WAY: Frames = &[
    "未经复议直接起诉<suits_direct>{案}，复议后起诉<suits_after>{案}",
    "未经复议直接起诉的<suits_direct>{案}、复议后起诉的<suits_after>{案}",
    "<suits_direct>{案}未经复议直接起诉，<suits_after>{案}复议后起诉",
];

pub const DOCUMENTS: Frames = &[
    "{全年}{我镇}{制发}{规范性文件}<documents_issued>{篇}",
    "{全年}{我镇}{制发}<documents_issued>{篇}{规范性文件}",
    "{全年}{制发}{规范性文件}<documents_issued>{篇}，{废止}<documents_repealed>{篇}",
    "{全年}{制发}{规范性文件}<documents_issued>{篇}，{废止}<documents_repealed>{篇}，现行有效<documents_in_force>{篇}",
    "现行有效的{规范性文件}{共}<documents_in_force>{篇}",
    "现行有效{规范性文件}<documents_in_force>{篇}",
    "{全年}{废止}{规范性文件}<documents_repealed>{篇}",
    "{规范性文件}本年制发<documents_issued>{篇}、废止<documents_repealed>{篇}、现行有效<documents_in_force>{篇}",
    "截至年底，现行有效文件中{规范性文件}{共}<documents_in_force>{篇}",
    "{全年}{规范性文件}{制发}数为<documents_issued>{篇}",
    "按程序{制发}{规范性文件}<documents_issued>{篇}并及时公开",
];

pub const NO_DOCUMENTS: Frames = &[
    "{全年}{我镇}未{制发}{规范性文件}[documents_issued]",
    "{全年}没有{制发}{规范性文件}[documents_issued]",
    "{全年}无新{制发}的{规范性文件}[documents_issued]",
    "{全年}未出台{规范性文件}[documents_issued]",
    "{全年}未制定规章[rules_issued]，未{制发}{规范性文件}[documents_issued]",
    "{全年}{制发}{规范性文件}<documents_issued>{篇}",
];

pub const DECISIONS: Frames = &[
    "{全年}{作出行政}行政许可决定<licenses>{决定}",
    "{全年}{作出行政}行政处罚决定<penalties>{决定}",
    "{全年}{作出行政}行政处罚<penalties>{决定}、行政强制<compulsory>{决定}",
    "{全年}{作出行政}行政许可<licenses>{决定}，行政处罚<penalties>{决定}，行政强制<compulsory>{决定}",
    "{全年}{作出行政}行政许可、行政处罚、行政强制决定分别为<licenses>{决定}、<penalties>{决定}、<compulsory>{决定}",
    "行政许可处理决定<licenses>{决定}，行政处罚处理决定<penalties>{决定}",
    "{全年}实施行政强制<compulsory>{决定}",
    "{全年}{作出行政}<licenses>{决定}行政许可决定",
    "{全年}{我镇}行政处罚决定数量为<penalties>{决定}",
    "{全年}共有<penalties>{决定}行政处罚决定依法作出",
];

pub const NO_DECISIONS: Frames = &[
    "{全年}{我镇}未作出行政处罚决定[penalties]",
    "{全年}{我镇}没有作出行政许可决定[licenses]",
    "{全年}未实施行政强制[compulsory]",
    "{全年}行政强制决定为零[compulsory]",
    "{全年}{作出行政}行政处罚决定<penalties>{决定}",
    "{全年}{作出行政}行政强制决定<compulsory>{决定}",
];

pub const FEES: Frames = &[
    "{全年}收取行政事业性收费<fees>万元",
    "{全年}{我镇}行政事业性收费<fees>万元",
    "{全年}行政事业性收费金额为<fees>万元",
    "{全年}行政事业性收费{共计}<fees>万元",
    "{全年}征收行政事业性收费<fees>万元，收费目录已公开",
];

pub const NO_FEES: Frames = &[
    "{全年}未收取行政事业性收费[fees]",
    "{全年}没有行政事业性收费[fees]",
    "{全年}行政事业性收费为<fees>万元",
    "{全年}行政事业性收费为零[fees]",
];

/// Other topics, other years, other bodies, shares, parts that the tables do not know, ranges: sentences of their own.
pub const BESIDE: Frames = &[
    "办理人大代表建议<~30>件、政协提案<~40>件，答复率100%",
    "12345政务服务便民热线转办工单<+90>件，办结<~3000>件",
    "政务服务大厅受理各类事项申请<+300>件，办结<~9000>件",
    "主动公开政府信息<+2000>条，其中政策文件<~90>条",
    "网站发布信息<~900>条，公众号推送<~400>篇",
    "近三年累计收到政府信息公开申请<~90>件",
    "与{last}年收到政府信息公开申请<~60>件相比，办理更加规范",
    "全县各部门共收到政府信息公开申请<~900>件",
    "举办政务公开培训<~6>期，参训<~200>人次",
    "答复时间由<+9>个工作日缩短为<~9>个工作日",
    "受理信访事项<+9>件，按期答复<~90>件",
    "回复网民留言<+0>条，其中咨询类<~90>条、投诉类<~40>条",
    "公开行政许可、行政处罚信息<~200>条",
    "拟制公文<+0>件，其中主动公开<~90>件、依申请公开<~40>件、不予公开<~90>件",
    "受理低保申请<~300>件、临时救助申请<~90>件，均已公示",
    "开展政策解读<~30>次，制作图解<~20>张",
    "组织行政复议法学习<~6>次",
    "更新政府信息公开指南<~4>次、目录<~9>次",
    "群众满意率<~99>%，较上年提高<~9>个百分点",
    "审核规范性文件草案<~30>件",
    "公示行政执法事项<~200>项",
    "“一网通办”办件<~900>件，电子证照签发<~300>个",
    "考核满分100分，得分<~99>分，排名第<~20>",
    "召开新闻发布会<~9>场、专题会<~9>次",
    "咨询政府信息公开事宜的群众<~90>人次",
    "梳理权责清单<~90>项、公共服务事项<~200>项",
    "依申请公开流程<~9>个环节全部上墙",
    "收到群众来信来访<~60>件，均已答复",
    "落实《政府信息公开条例》，修订制度<~5>项",
];

#[cfg(test)]
pub const ALL: &[Frames] = &[
    RECEIVED,
    ABOUT_RECEIVED,
    RECEIVED_AND_CARRIED,
    ACCEPTED,
    NONE_RECEIVED,
    CARRIED_IN,
    NONE_CARRIED_IN,
    CLOSED,
    GRANTED,
    GRANTED_IN_PART,
    GRANTED_AT_ALL,
    DENIED,
    UNAVAILABLE,
    DECLINED,
    OTHER_HANDLING,
    ROWS,
    CARRIED_OUT,
    NONE_CARRIED_OUT,
    INDIVIDUALS,
    ORGANIZATIONS,
    COMPANIES,
    DISPUTES,
    REVIEWS,
    SUITS,
    NO_DISPUTES,
    REVIEW_RESULTS,
    SUITS_BY_WAY,
    DOCUMENTS,
    NO_DOCUMENTS,
    DECISIONS,
    NO_DECISIONS,
    FEES,
    NO_FEES,
    BESIDE,
];
