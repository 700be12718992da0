//! How prose says a quantity, as data: a further quantity is a further row.
//!
//! Every word of a saying has to be known. What is not in these tables gives no fact, for a number that is misunderstood is worse
//! than one that is passed over.

use crate::report::FactKind;
use crate::text::Words;

/// A number of things: an opening, known words, a number and its unit. The noun stands among the words, or behind the unit.
/// 收到政府信息公开申请3件, 收到3份政府信息公开申请, 行政复议1件.
pub struct Count {
    /// What begins the saying. Empty: one of the nouns does.
    pub openings: Words,
    pub nouns: Nouns,
    pub between: Words,
    /// These open a reason in any words; it ends with one of `REASON_ENDS`.
    pub reasons: Words,
    pub about: About,
    /// Words that make it another quantity, from the start of its clause to its end.
    pub never: Words,
    pub place: Place,
}

/// A statement that there was none: an opening, then known words with a noun among them up to the end of the clause.
/// 未收到政府信息公开申请, 未发生行政复议、行政诉讼.
pub struct Denial {
    pub openings: Words,
    pub nouns: Nouns,
    pub between: Words,
    /// These open a reason in any words; it ends with one of `REASON_ENDS`.
    pub reasons: Words,
    pub about: About,
    /// Words that make it another statement, anywhere in the clause.
    pub never: Words,
}

/// What is counted, and which fact that is.
pub type Nouns = &'static [(Words, FactKind)];

/// What shows that 政府信息公开 is spoken of.
pub enum About {
    /// One of these words in the saying.
    Said(Words),
    /// One of these words in the saying; or the paragraph is about applications, and the sentence about nothing else.
    SaidOrTopic(Words),
    /// The whole sentence speaks of reviews of 政府信息公开 against the body, and of no suits.
    Reviews,
    /// One of these words in the sentence before the number. A number of 0 needs none: where there is nothing, there is none of this.
    Sentence(Words),
    /// One of the first words in the sentence before the number, and none of the others in the whole sentence.
    SentenceAlone(Words, Words),
    Anything,
}

/// Where a count may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Anywhere,
    /// Behind nothing but the time; only 0 is certain to be the whole number there.
    NoneAtClauseStart,
    /// The clause opens with the number: 2件结转下年度继续办理.
    NumberFirst,
}

/// The subject of a paragraph about applications.
pub const TOPIC: Words = Words("依申请公开 信息公开申请 申请公开");
/// Other things that people ask for or write about.
pub const OTHER_TOPICS: Words = Words("建议 提案 留言 信访 12345 热线 信箱 政务服务 咨询 来信 来访 投诉 举报 公文");
/// What a clause with a positive number of applications says.
pub const HANDLING: Words = Words("申请 受理 答复 办结 办理");
/// A number with these words behind it counts what was carried over as well.
pub const WITH_CARRIED: Words =
    Words("含上年 含上一年 含去年 含结转 包括上年 包括结转 包含上年 包含结转 其中上年 其中结转");
/// Nothing else is looked at: every saying has one of these.
pub const MENTIONS: Words = Words(
    "申请 复议 诉讼 起诉 结转 办结 答复 予以公开 部分公开 不予公开 无法提供 不予处理 其他处理 自然人 规章 规范性文件 维持 纠正 纠错 行政许可 行政处罚 行政强制",
);
/// A number behind these is that of several years.
pub const SEVERAL_YEARS: Words = Words("近三年 近两年 近五年 近几年 近3年 近2年 近5年 年来 历年 任期");
/// Before an opening these turn a count into a denial, or a denial into a condition.
pub const NEGATIONS: Words = Words("未 未曾 没 没有 不 无");
pub const CONDITIONS: Words = Words("有 若 如 凡 是否");
/// Behind the noun of a denial these begin something further.
pub const CONNECTORS: Words = Words("、 和 及 与 或 并 也 且");
/// With one of these a number is that of each thing named.
pub const EACH: Words = Words("各 均 都 分别");
/// The time before a clause's own words.
pub const TIMES: Words = Words("全年 年内 本年度 本年 今年 当年 年度 期间 共 我单位 我局 我镇 我乡 本单位 本机关 :");

pub const UNITS: Words = Words("件 份 宗 起 例");
/// Behind a unit these make a number rounded, or something else.
pub const ROUNDED: Words = Words("以上 以下 以内 左右 余 多 套");

const APPLICATIONS: Words = Words(
    "依申请公开政府信息 依申请公开政务信息 依申请公开信息 依申请公开件 依申请公开 申请信息公开件 申请公开信息件 申请公开件 \
     申请书 申请表 申请件 申请",
);
const RECEIVED: Nouns = &[(APPLICATIONS, FactKind::Received)];
const ACCEPTED: Nouns = &[(APPLICATIONS, FactKind::Accepted)];
/// With 0 behind them these are a claim of none without any verb.
const APPLICATIONS_ALONE: Nouns =
    &[(Words("政府信息公开申请 信息公开申请 依申请公开申请 依申请公开政府信息 依申请公开"), FactKind::Received)];
const CASES: Nouns = &[(Words("行政复议"), FactKind::Reviews), (Words("行政诉讼"), FactKind::Suits)];
/// In a denial, 复议 and 诉讼 alone mean the same.
const CASES_DENIED: Nouns = &[(Words("行政复议 复议"), FactKind::Reviews), (Words("行政诉讼 诉讼"), FactKind::Suits)];
/// What came of the reviews.
const REVIEW_RESULTS: Nouns = &[
    (Words("结果维持 决定维持 维持原决定 维持原行政行为 维持"), FactKind::ReviewsUpheld),
    (Words("结果纠正 被纠正 纠正 被纠错 纠错"), FactKind::ReviewsCorrected),
];
/// Sentences with these speak of more than the reviews against the body.
pub const NOT_REVIEWS_ALONE: Words = Words("诉讼 起诉 判决 受理 审理 办理 同比 较上 较去 比上 比去 上年 去年 历年");
const DECISIONS: Nouns = &[
    (Words("行政许可决定 行政许可"), FactKind::Licenses),
    (Words("行政处罚决定 行政处罚"), FactKind::Penalties),
    (Words("行政强制决定 行政强制措施 行政强制"), FactKind::CompulsoryMeasures),
];
/// Decisions published, asked for or prepared are others than decisions made.
const NOT_DECISIONS_MADE: Words = Words(
    "公开 公示 公布 发布 上网 录入 归集 报送 推送 申请 受理 咨询 事项 清单 目录 信息 案例 其中 累计 同比 较上 较去 比上 比去 上年 去年 历年 \
     复议 诉讼 撤销",
);
const SUITS_BY_WAY: Nouns = &[
    (Words("未经复议直接提起行政诉讼 未经复议直接提起诉讼 未经复议直接起诉 未经复议直接诉讼"), FactKind::SuitsDirect),
    (Words("复议后提起行政诉讼 复议后提起诉讼 复议后起诉 复议后诉讼"), FactKind::SuitsAfterReview),
];

const CARRIED_IN: Nouns = &[(
    Words("上年结转 上年度结转 上一年结转 上一年度结转 去年结转 结转上年度 结转上年 结转上一年度 结转上一年"),
    FactKind::CarriedIn,
)];
const CARRIED_OUT: Nouns = &[(
    Words(
        "结转下年度继续办理 结转下年度办理 结转下年度 结转下年 结转下一年度继续办理 结转下一年度 结转下一年 结转至下年度 结转至下一年度 \
         结转到下年度 结转到下一年度 结转至 结转到 下年度结转 下一年度结转 下年结转 顺延至下年度 顺延到下年度 顺延至下一年度 顺延到下一年度 \
         顺延至 顺延到",
    ),
    FactKind::CarriedOut,
)];
/// Behind what was closed, 无结转 is about what is left.
const LEFT: Nouns = &[(Words("结转"), FactKind::CarriedOut)];
/// With nothing said of others, these were all.
const CLOSED_IN_TIME: Nouns = &[(Words("按时办结 按期办结 按时答复 按期答复"), FactKind::Closed)];
const RECEIVED_THIS_YEAR: Nouns = &[(Words("本年新收 本年度新收 当年新收"), FactKind::Received)];
const CLOSED: Nouns = &[(Words("办结 办理答复 共答复 累计答复 已答复 依法答复"), FactKind::Closed)];
/// What became of the applications, by the groups of table three.
const OUTCOMES: Nouns = &[
    (Words("予以公开"), FactKind::Granted),
    (
        Words(
            "予以公开及部分公开 予以公开和部分公开 予以公开与部分公开 予以公开或部分公开 予以公开或者部分公开 公开及部分公开 公开和部分公开 公开与部分公开 公开或部分公开 公开或者部分公开",
        ),
        FactKind::GrantedAtAll,
    ),
    (Words("部分公开 予以部分公开"), FactKind::GrantedInPart),
    (Words("不予公开"), FactKind::Denied),
    (Words("无法提供"), FactKind::Unavailable),
    (Words("不予处理"), FactKind::Declined),
    (Words("其他处理 作其他处理"), FactKind::OtherHandling),
];
const APPLICANTS: Nouns = &[
    (Words("自然人"), FactKind::FromIndividuals),
    (
        Words("法人或其他组织 法人或者其他组织 法人和其他组织 法人及其他组织 法人、其他组织"),
        FactKind::FromOrganizations,
    ),
];
const ISSUING: Words = Words("制发 制定 新制发 新制定");
const DOCUMENTS: Nouns = &[(Words("行政规范性文件 规范性文件"), FactKind::DocumentsIssued)];
const OTHER_DOCUMENTS: Nouns = &[
    (Words("废止行政规范性文件 废止规范性文件 废止"), FactKind::DocumentsRepealed),
    (
        Words("现行有效行政规范性文件 现行有效规范性文件 现行有效的行政规范性文件 现行有效的规范性文件 现行有效"),
        FactKind::DocumentsInForce,
    ),
];
const REGULATIONS: Nouns = &[(Words("规章 政府规章 部门规章"), FactKind::RulesIssued)];
const OTHER_REGULATIONS: Nouns = &[
    (Words("废止规章 废止政府规章 废止部门规章 废止"), FactKind::RulesRepealed),
    (Words("现行有效规章 现行有效政府规章 现行有效的规章 现行有效的政府规章 现行有效"), FactKind::RulesInForce),
];

const BETWEEN_APPLICATIONS: Words = Words(
    "政府信息公开 政务信息公开 政务公开 信息公开 政府信息 政务信息 信息 公开 \
     公民、法人或者其他组织 公民、法人或其他组织 公民、法人和其他组织 公民、法人及其他组织 公民、法人或其它组织 公民、法人和其它组织 \
     公众、法人或其他组织 任何形式 申请人 社会公众 公众 社会 人民群众 群众 村民 居民 市民 公民 \
     依法 各类 各种 任何 有效 书面 新的 的 : 数量 总数 总量 件数 数 共计 总计 合计 共有 共 为 有 达 到 了 过 一件 一例 1件 类 \
     关于 有关 涉及 相关 方面 要求 获取 提出 提交 递交 向 本年度 本年 \
     并受理 并办理 并答复 并办结 和受理 、受理 受理 办理件 事项 案件 情况 情形 业务",
);
/// 无 and 零 stand directly before the noun.
const BETWEEN_NONE_AND_APPLICATIONS: Words = Words(
    "政府信息公开 政务信息公开 政务公开 信息公开 政府信息 信息 公开 事项 情况 案件 任何 的 件 公民 公民、法人或者其他组织 \
         公民、法人或其他组织 公民、法人和其他组织 群众 个人 单位 人 提出",
);
const BETWEEN_OUTCOMES: Words = Words(
    "政府信息公开申请 依申请公开申请 信息公开申请 政府信息公开 申请件 办理件 申请 提出 提交 的 了 : 共 共计 为 有 数量 件数 数 类 继续 办理 答复 \
     处理 及 和 与 、 各 按规定 依法 已 明年 次年 2020年 2021年 2022年 2023年 2024年 2025年 2026年 2027年 2028年 2029年 2030年",
);
const BETWEEN_DOCUMENTS: Words = Words("数量 件数 共 共计 : 为 有 了 的");
const BETWEEN_CASES: Words = Words(
    "政府信息公开 政务信息公开 政务公开 信息公开 依申请公开 政府信息 工作 事务 方面 案件 案 申请 申诉 举报 投诉 信访 事项 数量 总数 情况 情形 事件 问题 \
     现象 行为 共计 合计 总计 共 为 有 均 各 都 分别 发生 产生 引发 引起 导致 提起 提出 被 相关 而 的 任何 一起 一例 一件 1起 1件 类 等 \
     : 、 和 以及 及 与 或者 或 了 过 件 数",
);
const REASONS: Words = Words("针对 涉及 有关 关于 因 由 对");
/// No word at all.
const NO_REASONS: Words = Words("");
pub const REASON_ENDS: Words = Words("的 被 引发 引起 导致 产生 提起 而");

/// With one of these the number is not this year's whole number.
const NOT_THE_WHOLE: Words = Words(
    "同比 环比 较上 较去 较20 比上 比去 比20 相比 上年 去年 前年 上一年 往年 历年 近年 年来 预计 计划 力争 其中 \
     网站 网络 网上 线上 信函 邮寄 邮件 信件 当面 现场 传真 窗口 平台",
);
const NOT_THIS_DENIAL: Words = Words(
    "结转 超期 逾期 正当理由 复议 诉讼 收费 上年 去年 当面 信函 信件 网络 传真 邮寄 网上 线上 邮件 现场 窗口 平台",
);
const COMPARED: Words = Words("同比 环比 较上 较去 较20 比上 比去 比20 相比 往年 历年 近年 预计 计划 力争");
/// Outcomes of a part of the applications, or of other things.
const OTHER_OUTCOMES: Words = Words(
    "同比 环比 较上 较去 较20 比上 比去 比20 相比 上年 去年 往年 历年 自然人 法人 企业 网络 网上 信函 邮寄 当面 现场 传真 邮件 窗口 \
     主动公开 提案 建议 留言 信访 复议 诉讼",
);
const NOT_ALL_CLOSED: Words = Words(
    "同比 环比 较上 较去 较20 比上 比去 相比 上年 去年 往年 历年 按时 按期 延期 逾期 超期 期限 期内 其中 同意 电话 口头 网络 网上 信函 当面 \
     现场 提案 建议 留言 信访 咨询 事项 复议 诉讼 许可 处罚",
);
/// Others than those closed in time, and other things that are closed.
const NOT_ONLY_IN_TIME: Words = Words("延期 逾期 超期 其余 剩余 其中 热线 许可 处罚 事项 咨询 上年 去年");
const NOT_ALL_RECEIVED: Words = Words(
    "同比 环比 较上 较去 较20 比上 比去 相比 上年 去年 往年 历年 予以 不予 无法 部分公开 办结 答复 结转 复议 诉讼 信访",
);
const NOT_DOCUMENTS_OF_THE_YEAR: Words = Words("同比 较上 较去 比上 比去 上年 去年 历年 往年 累计 规章 以来 清理");
const NOT_REGULATIONS_OF_THE_YEAR: Words =
    Words("同比 较上 较去 比上 比去 上年 去年 历年 往年 累计 规范性文件 规章制度 以来 清理");
/// Cases that the body decides or answers, and what came of them.
const OTHER_CASES: Words = Words(
    "同比 环比 较上 较去 较20 比上 比去 比20 相比 上年 去年 前年 上一年 往年 历年 近年 年来 结转 预计 力争 其中 \
     办理 受理 审理 应诉 出庭 代理 审结 办结 化解 调解 撤回 撤销 纠正 维持 终止 驳回 败诉 胜诉 答复 复议后 直接起诉 直接提起 经复议",
);
const OTHER_SUITS: Words = Words("同比 环比 较上 较去 比上 比去 上年 去年 结转 受理 审理 代理 维持 纠正 驳回");
const NOT_THIS_DENIAL_OF_CASES: Words = Words(
    "超期 逾期 纠错 纠正 败诉 撤销 违法 维持 结转 不服 尚未 未审结 决定 责任 追究 化解 受理 办理 审理 应诉 上年 去年",
);

pub const OF_DISCLOSURE: Words = Words("信息公开 政务公开 依申请公开");

pub const COUNTS: &[Count] = &[
    Count {
        openings: Words("新收到 收到 接收到 接到 接收 新收 新受理"),
        nouns: RECEIVED,
        between: BETWEEN_APPLICATIONS,
        reasons: NO_REASONS,
        about: About::SaidOrTopic(Words("公开")),
        never: NOT_THE_WHOLE,
        place: Place::Anywhere,
    },
    Count {
        openings: Words("受理"),
        nouns: ACCEPTED,
        between: BETWEEN_APPLICATIONS,
        reasons: NO_REASONS,
        about: About::SaidOrTopic(Words("公开")),
        never: NOT_THE_WHOLE,
        place: Place::Anywhere,
    },
    Count {
        openings: Words(""),
        nouns: APPLICATIONS_ALONE,
        between: Words("数量 总数 总量 事项 共计 共 为 有 :"),
        reasons: NO_REASONS,
        about: About::Anything,
        never: NOT_THE_WHOLE,
        place: Place::NoneAtClauseStart,
    },
    Count {
        openings: Words(""),
        nouns: CASES,
        between: BETWEEN_CASES,
        reasons: REASONS,
        about: About::Sentence(Words("信息公开 政务公开 依申请公开 被申请 被提起 引发")),
        never: OTHER_CASES,
        place: Place::Anywhere,
    },
    Count {
        openings: Words("发生 引发 产生 引起"),
        nouns: CASES,
        between: BETWEEN_CASES,
        reasons: REASONS,
        about: About::Sentence(OF_DISCLOSURE),
        never: OTHER_CASES,
        place: Place::Anywhere,
    },
    Count {
        openings: Words(""),
        nouns: REVIEW_RESULTS,
        between: BETWEEN_DOCUMENTS,
        reasons: NO_REASONS,
        about: About::Reviews,
        never: NO_REASONS,
        place: Place::Anywhere,
    },
    Count {
        openings: Words(""),
        nouns: DECISIONS,
        between: BETWEEN_DOCUMENTS,
        reasons: NO_REASONS,
        about: About::Anything,
        never: NOT_DECISIONS_MADE,
        place: Place::Anywhere,
    },
    Count {
        openings: Words(""),
        nouns: SUITS_BY_WAY,
        between: BETWEEN_CASES,
        reasons: REASONS,
        about: About::Sentence(OF_DISCLOSURE),
        never: OTHER_SUITS,
        place: Place::Anywhere,
    },
    Count {
        openings: Words(""),
        nouns: CARRIED_IN,
        between: BETWEEN_OUTCOMES,
        reasons: NO_REASONS,
        about: About::SaidOrTopic(Words("申请")),
        never: COMPARED,
        place: Place::Anywhere,
    },
    Count {
        openings: Words(""),
        nouns: CARRIED_OUT,
        between: BETWEEN_OUTCOMES,
        reasons: NO_REASONS,
        about: About::SaidOrTopic(Words("申请")),
        never: COMPARED,
        place: Place::Anywhere,
    },
    Count {
        openings: Words("其余 剩余 余下 另有 尚有 还有 有 除"),
        nouns: CARRIED_OUT,
        between: BETWEEN_OUTCOMES,
        reasons: NO_REASONS,
        about: About::SaidOrTopic(Words("申请")),
        never: COMPARED,
        place: Place::Anywhere,
    },
    Count {
        openings: Words(""),
        nouns: CARRIED_OUT,
        between: BETWEEN_OUTCOMES,
        reasons: NO_REASONS,
        about: About::SaidOrTopic(Words("申请")),
        never: COMPARED,
        place: Place::NumberFirst,
    },
    Count {
        openings: Words(""),
        nouns: CLOSED,
        between: BETWEEN_OUTCOMES,
        reasons: NO_REASONS,
        about: About::SaidOrTopic(Words("申请")),
        never: NOT_ALL_CLOSED,
        place: Place::Anywhere,
    },
    Count {
        openings: Words(""),
        nouns: CLOSED_IN_TIME,
        between: BETWEEN_OUTCOMES,
        reasons: NO_REASONS,
        about: About::SentenceAlone(Words("公开申请"), NOT_ONLY_IN_TIME),
        never: OTHER_OUTCOMES,
        place: Place::Anywhere,
    },
    Count {
        openings: Words(""),
        nouns: RECEIVED_THIS_YEAR,
        between: BETWEEN_APPLICATIONS,
        reasons: NO_REASONS,
        about: About::SaidOrTopic(Words("公开")),
        never: COMPARED,
        place: Place::Anywhere,
    },
    Count {
        openings: Words(""),
        nouns: OUTCOMES,
        between: BETWEEN_OUTCOMES,
        reasons: NO_REASONS,
        about: About::SentenceAlone(Words("申请"), OTHER_OUTCOMES),
        never: OTHER_OUTCOMES,
        place: Place::NumberFirst,
    },
    Count {
        openings: Words(""),
        nouns: OUTCOMES,
        between: BETWEEN_OUTCOMES,
        reasons: NO_REASONS,
        about: About::SaidOrTopic(Words("申请")),
        never: OTHER_OUTCOMES,
        place: Place::Anywhere,
    },
    Count {
        openings: Words(""),
        nouns: APPLICANTS,
        between: BETWEEN_OUTCOMES,
        reasons: NO_REASONS,
        about: About::SaidOrTopic(Words("申请")),
        never: NOT_ALL_RECEIVED,
        place: Place::Anywhere,
    },
    Count {
        openings: ISSUING,
        nouns: DOCUMENTS,
        between: BETWEEN_DOCUMENTS,
        reasons: NO_REASONS,
        about: About::Anything,
        never: NOT_DOCUMENTS_OF_THE_YEAR,
        place: Place::Anywhere,
    },
    Count {
        openings: Words(""),
        nouns: OTHER_DOCUMENTS,
        between: BETWEEN_DOCUMENTS,
        reasons: NO_REASONS,
        about: About::SentenceAlone(Words("规范性文件"), Words("规章")),
        never: NOT_DOCUMENTS_OF_THE_YEAR,
        place: Place::Anywhere,
    },
    Count {
        openings: ISSUING,
        nouns: REGULATIONS,
        between: BETWEEN_DOCUMENTS,
        reasons: NO_REASONS,
        about: About::Anything,
        never: NOT_REGULATIONS_OF_THE_YEAR,
        place: Place::Anywhere,
    },
    Count {
        openings: Words(""),
        nouns: OTHER_REGULATIONS,
        between: BETWEEN_DOCUMENTS,
        reasons: NO_REASONS,
        about: About::SentenceAlone(Words("规章"), Words("规范性文件 规章制度")),
        never: NOT_REGULATIONS_OF_THE_YEAR,
        place: Place::Anywhere,
    },
];

pub const DENIALS: &[Denial] = &[
    Denial {
        openings: Words(
            "未收到 没有收到 没收到 未曾收到 未接到 没有接到 没接到 未曾接到 未接收到 未接收 没有接收 未产生 没有产生",
        ),
        nouns: RECEIVED,
        between: BETWEEN_APPLICATIONS,
        reasons: NO_REASONS,
        about: About::SaidOrTopic(Words("公开")),
        never: NOT_THIS_DENIAL,
    },
    Denial {
        openings: Words("未受理 没有受理 没受理 未曾受理"),
        nouns: ACCEPTED,
        between: BETWEEN_APPLICATIONS,
        reasons: NO_REASONS,
        about: About::SaidOrTopic(Words("公开")),
        never: NOT_THIS_DENIAL,
    },
    Denial {
        openings: Words("无 零 没有 未有"),
        nouns: RECEIVED,
        between: BETWEEN_NONE_AND_APPLICATIONS,
        reasons: NO_REASONS,
        about: About::Said(Words("公开")),
        never: NOT_THIS_DENIAL,
    },
    Denial {
        openings: Words(
            "未发生 没有发生 未出现 没有出现 未产生 没有产生 未引发 没有引发 未引起 没有引起 未收到 没有收到 未接到 没有接到 未涉及 没有涉及 \
             不存在 未有 没有 无 未被 未因",
        ),
        nouns: CASES_DENIED,
        between: BETWEEN_CASES,
        reasons: REASONS,
        about: About::Anything,
        never: NOT_THIS_DENIAL_OF_CASES,
    },
    Denial {
        openings: Words("无 没有 未有"),
        nouns: CARRIED_IN,
        between: BETWEEN_OUTCOMES,
        reasons: NO_REASONS,
        about: About::SaidOrTopic(Words("申请")),
        never: COMPARED,
    },
    Denial {
        openings: Words("无 没有 未有"),
        nouns: CARRIED_OUT,
        between: BETWEEN_OUTCOMES,
        reasons: NO_REASONS,
        about: About::SaidOrTopic(Words("申请")),
        never: COMPARED,
    },
    Denial {
        openings: Words("无 没有 未有"),
        nouns: LEFT,
        between: BETWEEN_OUTCOMES,
        reasons: NO_REASONS,
        about: About::SentenceAlone(Words("办结 办理完毕 答复"), Words("上年 上一年 去年 往年")),
        never: COMPARED,
    },
];
