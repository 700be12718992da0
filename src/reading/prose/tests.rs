//! What sentences say, and what they only seem to say.

use super::*;
use crate::form::cell;
use crate::report::{Scope, Written};
use crate::text::TextRange;

fn facts(text: &str) -> Vec<Fact> {
    let organization = Written { text: "禾川县民政局".to_string(), span: TextRange::default() };
    let report = Report {
        span: TextRange::new(0, text.len()),
        organization: Some(organization),
        year: Some(2023),
        ..Report::default()
    };
    read(text, &report).facts
}

/// What is said of the body itself in the report's year.
fn own(text: &str) -> Vec<(FactKind, i64)> {
    let own = |fact: &Fact| fact.scope == Scope::Own && fact.year == Some(2023);
    facts(text).into_iter().filter(own).map(|fact| (fact.kind, fact.value)).collect()
}

/// Of these, what is said of the number of applications.
fn applications(text: &str) -> Vec<(FactKind, i64)> {
    own(text).into_iter().filter(|(kind, _)| matches!(kind, Received | Accepted)).collect()
}

use FactKind::{
    Accepted, CarriedIn, CarriedOut, Closed, Declined, Denied, DocumentsInForce, DocumentsIssued, DocumentsRepealed,
    FromIndividuals, FromOrganizations, Granted, GrantedAtAll, GrantedInPart, Received, Reviews, RulesInForce,
    RulesIssued, RulesRepealed, Suits, SuitsAfterReview, SuitsDirect, Unavailable,
};

#[test]
fn applications_received_are_counted() {
    for (text, value) in [
        ("2023年，共收到政府信息公开申请14件。", 14),
        ("全年收到政府信息公开申请１２ 件，均按期答复，无超期答复的申请。", 12),
        ("我局新收政府信息公开申请数量3件，上年结转政府信息公开申请数量1件。", 3),
        ("接收各类政府信息公开申请共计1,024件。", 1024),
        ("共收到5份政府信息公开申请。", 5),
        ("收到群众依申请公开2件。", 2),
        ("收到公民、法人和其他组织政府信息公开申请十二件。", 12),
        ("收到申请公开件6件。", 6),
        ("（二）依申请公开\n本年度共收到申请7件，办结7件。", 7),
        ("本年度收到政府信息公开申请8宗。", 8),
        ("收到并受理政府信息公开申请4件。", 4),
        ("2022年，我局收到申请公开3件，2023年收到政府信息公开申请5件。", 5),
        ("收到政府信息公开申请9件，比2022年（6件）增加3件。", 9),
        ("收到政府信息公开申请0件。", 0),
        ("政府信息公开申请0件。", 0),
        ("2023年依申请公开为0件。", 0),
        ("通过网络、信函、当面等渠道收到政府信息公开申请6件。", 6),
    ] {
        assert_eq!(applications(text), [(Received, value)], "{text}");
    }
}

#[test]
fn another_body_is_spoken_of_until_somebody_else_is_named() {
    assert_eq!(own("县政府办公室全年收到政府信息公开申请9件，办结8件，结转下年1件。"), []);
    assert_eq!(
        own("县政府办公室收到政府信息公开申请9件，我镇收到政府信息公开申请4件，办结3件。"),
        [(Received, 4), (Closed, 3)]
    );
}

#[test]
fn a_number_with_the_carried_ones_is_told_apart() {
    assert_eq!(own("收到政府信息公开申请16件（含上年结转2件）。"), [(Accepted, 16), (CarriedIn, 2)]);
    assert_eq!(own("收到政府信息公开申请16件，含上年结转2件。"), [(Accepted, 16), (CarriedIn, 2)]);
    assert_eq!(own("收到政府信息公开申请（含结转）16件，其中网络申请3件。"), [(Accepted, 16)]);
    assert_eq!(own("收到政府信息公开申请16件，其中上年结转2件。").first(), Some(&(Accepted, 16)));
    assert_eq!(own("收到政府信息公开申请16件，上年结转2件。").first(), Some(&(Received, 16)));
    assert_eq!(own("受理政府信息公开申请16件。"), [(Accepted, 16)]);
    let text = "通过网络、信函等方式收到政府信息公开申请16件（含上年结转2件）。";
    assert_eq!(own(text), [(Accepted, 16), (CarriedIn, 2)]);
    let text = "受理政府信息公开申请16件，包括上年结转信息公开申请2件。";
    assert_eq!(own(text), [(Accepted, 16), (CarriedIn, 2)]);
}

#[test]
fn claims_of_no_application_are_0() {
    for text in [
        "2023年，我局未收到政府信息公开申请。",
        "没有接到公民、法人或其他组织要求公开政府信息的申请。",
        "本年度无政府信息公开申请。",
        "2023年，未收到信息依申请公开。",
        "2023年未收到受理依申请公开办理件。",
        "未曾收到关于政府信息公开方面的申请，无收费。",
        "全年公开文件30件，未收到政府信息公开申请。",
        "全年无依申请公开事项。",
        "2023年没有收到公民、法人或其他组织通过当面、信函、网络等方式提出的政府信息公开申请。",
        "未收到任何形式的政府信息公开申请。",
        "全年无公民、法人或其他组织申请公开政府信息。",
        "全年未收到一件政府信息公开申请。",
        "全年未发生一件政府信息公开申请。",
        "我局政府信息公开申请数量为零。",
        "没有任何单位和个人向我局申请公开政府信息。",
    ] {
        assert_eq!(own(text), [(Received, 0)], "{text}");
    }
    assert_eq!(own("未受理政府信息公开申请。"), [(Accepted, 0)]);
}

#[test]
fn sentences_that_only_look_like_a_claim_of_none_are_passed_over() {
    for text in [
        "无上年结转申请。",
        "无上年结转政府信息公开申请。",
        "未收到当面申请，网络申请5件。",
        "未收到当面提交的政府信息公开申请。",
        "申请人无正当理由逾期不补正，不再处理其政府信息公开申请。",
        "未收到申请人的补正材料。",
        "未收到因政府信息公开申请引起的行政复议。",
        "没有超期答复政府信息公开申请的情况。",
        "如无政府信息公开申请，填0。",
        "未收取政府信息公开申请费用。",
        "不予公开的政府信息公开申请0件。",
        "网上依申请公开0件。",
    ] {
        assert_eq!(own(text).iter().filter(|(kind, _)| *kind == Received).count(), 0, "{text}");
    }
    let text = "共收到政府信息公开申请5件，没有收到公民信息公开申请。";
    assert_eq!(own(text), [(Received, 5)]);
}

#[test]
fn numbers_of_something_else_are_no_applications() {
    for text in [
        "收到政府信息公开申请20余件。",
        "收到政府信息公开申请约20件。",
        "收到政府信息公开申请1.2万件。",
        "收到低保申请300件。",
        "收到依申请公开政务信息1条。",
        "收到网络申请3件，信函申请2件。",
        "通过网站收到政府信息公开申请3件。",
        "收到自然人政府信息公开申请3件。",
        "去年收到政府信息公开申请3件。",
        "其中收到政府信息公开申请3件。",
        "收到人大建议、政协提案5件。",
        "受理12345热线申请60件。",
        "收到政府信息公开申请补正通知3件。",
        "自2019年以来收到政府信息公开申请30件。",
        "2022年和2023年共收到政府信息公开申请8件。",
        "2022年，公开信息30条。收到政府信息公开申请3件。",
        "全县共收到政府信息公开申请80件。",
        "各乡镇收到政府信息公开申请80件。",
        "近三年我局共收到政府信息公开申请11件，其中2023年4件。",
        "三年来共收到政府信息公开申请11件。",
    ] {
        assert_eq!(applications(text), [], "{text}");
    }
}

#[test]
fn another_circle_is_still_a_fact_of_its_own_scope() {
    let found = facts("全县共收到政府信息公开申请80件。");
    assert_eq!(found.iter().map(|fact| (fact.value, fact.scope)).collect::<Vec<_>>(), [(80, Scope::Other)]);
}

#[test]
fn what_became_of_the_applications_is_counted() {
    let text = "（二）依申请公开。收到政府信息公开申请14件，上年结转2件。办理答复15件，其中予以公开5件、部分公开2件、不予公开1件、\
                无法提供4件、不予处理3件；结转下年度继续办理1件。";
    let outcomes = [(Granted, 5), (GrantedInPart, 2), (Denied, 1), (Unavailable, 4), (Declined, 3)];
    let mut expected = vec![(Received, 14), (CarriedIn, 2), (Closed, 15)];
    expected.extend(outcomes);
    expected.push((CarriedOut, 1));
    assert_eq!(own(text), expected);
    let text = "政府信息公开申请办结12件，其余2件结转下年度继续办理，无上年结转。";
    assert_eq!(own(text), [(Closed, 12), (CarriedOut, 2), (CarriedIn, 0)]);
}

#[test]
fn what_is_left_for_the_next_year_is_counted() {
    for (text, left) in [
        ("政府信息公开申请办结12件，2件结转下年度继续办理。", 2),
        ("政府信息公开申请办结12件，2件按规定结转到2024年办理。", 2),
        ("政府信息公开申请共办结12件，结转至2024年2件。", 2),
        ("政府信息公开申请除2件顺延至下年度办结外，均已办结。", 2),
        ("政府信息公开申请均已办结，无下年度结转。", 0),
        ("政府信息公开申请均已办结，无结转。", 0),
    ] {
        assert_eq!(own(text).into_iter().find(|(kind, _)| *kind == CarriedOut), Some((CarriedOut, left)), "{text}");
    }
    for text in [
        "收到政府信息公开申请3件，无上年结转。",
        "政府信息公开申请由上年结转至2023年的2件已经答复。",
        "收到政府信息公开申请3件，无结转。",
    ] {
        assert!(own(text).iter().all(|(kind, _)| *kind != CarriedOut), "{text}");
    }
}

#[test]
fn numbers_may_come_before_what_they_count() {
    let text = "2023年收到政府信息公开申请6件。6件政府信息公开申请中，5件予以公开，1件不予公开。";
    assert_eq!(own(text), [(Received, 6), (Granted, 5), (Denied, 1)]);
    let text = "收到网络政府信息公开申请6件，5件予以公开。";
    assert_eq!(own(text), []);
    let text = "受理政府信息公开申请9件（其中上年结转2件，本年新收7件），已按期答复8件，1件延期至2024年1月答复，结转下年度继续办理1件。";
    assert_eq!(own(text), [(Accepted, 9), (CarriedIn, 2), (Received, 7), (CarriedOut, 1)]);
    assert_eq!(own("政府信息公开申请均已按期答复8件。"), [(Closed, 8)]);
    assert_eq!(own("政府信息公开申请按期答复8件、延期答复1件。"), []);
}

#[test]
fn cases_carried_over_are_no_applications() {
    let found = own("因政府信息公开申请引发行政复议5件，2件结转下年度审理。");
    assert_eq!(found, [(Reviews, 5)]);
}

#[test]
fn parts_of_an_outcome_are_passed_over() {
    assert_eq!(own("政府信息公开申请中，予以公开及部分公开8件。"), [(GrantedAtAll, 8)]);
    assert_eq!(own("从申请的答复结果看，公开及部分公开23件，占比69.7%。"), [(GrantedAtAll, 23)]);
    for text in [
        "依申请公开。拟制公文320件，其中主动公开45件、依申请公开12件、不予公开263件。",
        "政府信息公开申请按时办结12件，延期答复1件。",
        "信函申请予以公开2件。",
        "对提案的答复予以公开5件。",
        "不予以公开2件。",
        "申请答复率100%。",
        "全年办结信访事项8件。",
    ] {
        assert_eq!(own(text), [], "{text}");
    }
}

#[test]
fn applicants_are_counted_by_kind() {
    let text = "收到政府信息公开申请9件，其中自然人申请7件，法人或其他组织申请2件。";
    assert_eq!(own(text), [(Received, 9), (FromIndividuals, 7), (FromOrganizations, 2)]);
    assert_eq!(own("公开申请中，自然人申请予以公开7件。"), []);
}

#[test]
fn normative_documents_are_counted() {
    let three = [(DocumentsIssued, 3), (DocumentsRepealed, 1), (DocumentsInForce, 12)];
    assert_eq!(own("制发行政规范性文件3件、废止1件，现行有效12件。"), three);
    assert_eq!(own("全年制定规范性文件3件，废止规范性文件1件，现行有效规范性文件12件。"), three);
    for text in ["发布规范性文件9条。", "废止旧闸门2件。", "累计制定规范性文件80件。"] {
        assert_eq!(own(text), [], "{text}");
    }
}

#[test]
fn regulations_are_counted() {
    let three = [(RulesIssued, 2), (RulesRepealed, 1), (RulesInForce, 15)];
    assert_eq!(own("制定规章2件、废止1件，现行有效15件。"), three);
    assert_eq!(own("全年制定政府规章2件，废止政府规章1件，现行有效政府规章15件。"), three);
    // 现行有效 may be of either.
    assert_eq!(own("制定规章2件，现行有效15件，规范性文件另计。"), [(RulesIssued, 2)]);
    assert_eq!(own("规范性文件另计，制定规章0件，现行有效0件。"), [(RulesIssued, 0)]);
    for text in ["制定规章制度3件，现行有效9件。", "累计制定规章80件。"] {
        assert_eq!(own(text), [], "{text}");
    }
}

#[test]
fn reviews_and_suits_are_counted() {
    assert_eq!(own("因政府信息公开被申请行政复议3件，结果维持；引发行政诉讼2件。"), [(Reviews, 3), (Suits, 2)]);
    assert_eq!(own("2023年，因政府信息公开引发的行政复议案件1起、行政诉讼案件2起。"), [(Reviews, 1), (Suits, 2)]);
    assert_eq!(own("因政府信息公开引发行政复议3件；行政诉讼2件。"), [(Reviews, 3), (Suits, 2)]);
    assert_eq!(own("发生2件因政府信息公开引起的行政复议。"), [(Reviews, 2)]);
    assert_eq!(own("政府信息公开行政复议、行政诉讼各1件。"), [(Reviews, 1), (Suits, 1)]);
    assert_eq!(own("政府信息公开行政复议、行政诉讼均为0件。"), [(Reviews, 0), (Suits, 0)]);
    assert_eq!(
        own("政府信息公开行政诉讼5件，其中未经复议直接起诉3件，复议后起诉2件。"),
        [(Suits, 5), (SuitsDirect, 3), (SuitsAfterReview, 2)]
    );
}

#[test]
fn claims_of_no_case_are_0() {
    let both = [(Reviews, 0), (Suits, 0)];
    for text in [
        "未发生行政复议、行政诉讼。",
        "全年没有因政府信息公开引发的行政复议和行政诉讼案件。",
        "未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。",
        "未发生针对本局信息公开事务的行政复议案和有关社区信息公开事务的行政诉讼案。",
        "没有涉及政府信息公开的行政复议、行政诉讼和申诉的情况。",
        "无行政复议、诉讼情况。",
        "全年无行政复议、无行政诉讼。",
        "未发生政府信息公开行政复议、行政诉讼及举报投诉情况。",
    ] {
        assert_eq!(own(text), both, "{text}");
    }
    assert_eq!(own("因政府信息公开被申请行政复议1件，结果维持；未发生行政诉讼。"), [(Reviews, 1), (Suits, 0)]);
}

#[test]
fn what_came_of_the_reviews_is_read() {
    let read = |text| own(text).into_iter().filter(|(kind, _)| *kind != Reviews).collect::<Vec<_>>();
    let both = [
        (FactKind::Cells(&[cell!("disputes.review.upheld")]), 1),
        (FactKind::Cells(&[cell!("disputes.review.corrected")]), 2),
    ];
    for text in
        ["因政府信息公开被申请行政复议3件，结果维持1件、结果纠正2件。", "政府信息公开行政复议3件（维持1件，纠正2件）。"]
    {
        assert_eq!(read(text), both, "{text}");
    }
    assert_eq!(
        read("政府信息公开行政复议3件中，行政复议维持2件。"),
        [(FactKind::Cells(&[cell!("disputes.review.upheld")]), 2)]
    );
    assert_eq!(read("政府信息公开行政复议、行政诉讼共3件，维持3件。"), []);
    assert_eq!(read("纠正错别字12件。"), []);
}

#[test]
fn decisions_made_are_told_from_decisions_published() {
    assert_eq!(own("办理行政许可86件，作出行政处罚决定4件。"), [(FactKind::Licenses, 86), (FactKind::Penalties, 4)]);
    assert_eq!(own("实施行政强制1件。"), [(FactKind::CompulsoryMeasures, 1)]);
    for text in [
        "公示行政处罚12件。",
        "公开行政许可信息86条。",
        "行政许可事项86项。",
        "受理行政许可申请30件。",
        "行政处罚案例公布3件。",
    ] {
        assert_eq!(own(text), [], "{text}");
    }
}

#[test]
fn cases_in_general_and_their_outcomes_are_passed_over() {
    for text in [
        "受理行政复议案件50件。",
        "办理行政诉讼应诉案件8件。",
        "行政复议50件。",
        "未发生行政复议被纠错、行政诉讼败诉的情况。",
        "无行政复议决定被撤销。",
        "政府信息公开行政复议、行政诉讼共3件。",
        "受理政府信息公开行政复议3件，维持2件。",
        "上年结转政府信息公开行政复议2件。",
        "行政复议后提起行政诉讼2件。",
        "申请人未提起行政诉讼。",
    ] {
        let found: Vec<_> = own(text).into_iter().filter(|&(kind, value)| (kind, value) != (Reviews, 3)).collect();
        assert_eq!(found, [], "{text}");
    }
}

#[test]
fn places_are_those_of_the_words() {
    let text = "2023年，我局按照规定，共收到政府信息公开\n申请 14 件。";
    let found = facts(text);
    assert_eq!(found[0].span.of(text), "收到政府信息公开\n申请 14 件");
    assert_eq!(found[0].unit.as_deref(), Some("件"));
}

#[test]
fn a_number_torn_by_the_end_of_a_line_is_not_understood() {
    let text =
        "2023年，我局共收到政府信息公开申请662件，上年结转政府信息公开申请28件，办结65\n7件，结转下年度继续办理33件。";
    let told = own(text);
    assert_eq!(told, [(Received, 662), (CarriedIn, 28), (CarriedOut, 33)]);
}

#[test]
fn the_year_of_a_document_number_within_brackets_is_part_of_it() {
    let text = "根据《通知》（国办公开办函〔2019〕60号）的要求编制本报告。";
    let report = Report { span: TextRange::new(0, text.len()), year: Some(2023), ..Report::default() };
    let standings: Vec<Standing> = read(text, &report).numbers.into_iter().map(|number| number.standing).collect();
    assert!(standings.iter().all(|standing| matches!(standing, Standing::Explained(_))), "{standings:?}");
}

#[test]
fn kinds_of_prose_that_whole_phrases_passed_over_are_read() {
    let denied = FactKind::Denied;
    for (text, expected) in [
        ("我局共收到依申请信息公开9件，及时回复申请人。", vec![(Received, 9)]),
        ("我局受理依申请公开政府信息数量共计9条。", vec![(Accepted, 9)]),
        ("本机关登记政府信息公开申请9件。", vec![(Received, 9)]),
        ("公民和法人向我局申请公开政府信息共9件。", vec![(Received, 9)]),
        ("共受理政府信息公开申请9件。“同意公开”5件，“不予公开”4件。", vec![(Accepted, 9), (Granted, 5), (denied, 4)]),
        ("共收到政府信息公开申请9件，对其中5件予以公开，2件不予公开。", vec![(Received, 9), (Granted, 5), (denied, 2)]),
        ("政府信息公开申请数量为9件，比2022年减少3件，答复不予公开4件。", vec![(Received, 9), (denied, 4)]),
        ("因政府信息公开被申请行政复议、提起行政诉讼分别为3件和2件。", vec![(Reviews, 3), (Suits, 2)]),
        ("收到政府信息公开行政复议、行政诉讼各0件。", vec![(Reviews, 0), (Suits, 0)]),
        ("未发生政府信息公开行政复议、起诉。", vec![(Reviews, 0), (Suits, 0)]),
        ("无因政府信息公开产生行政复议，提起行政诉讼情况发生。", vec![(Reviews, 0), (Suits, 0)]),
        ("全年未作出行政处罚、行政强制。", vec![(FactKind::Penalties, 0), (FactKind::CompulsoryMeasures, 0)]),
        ("收取行政事业性收费30万元。", vec![(FactKind::Fees, 30)]),
        ("作出行政许可、行政处罚决定分别为8件、6件。", vec![(FactKind::Licenses, 8), (FactKind::Penalties, 6)]),
        ("政府信息公开申请2022年结转至2023年2件，答复9件。", vec![(CarriedIn, 2), (Closed, 9)]),
        ("收到政府信息公开申请9件，属于国家秘密不予公开1件。", vec![(Received, 9), (STATE_SECRET, 1)]),
    ] {
        assert_eq!(own(text), expected, "{text}");
    }
}

const STATE_SECRET: FactKind = FactKind::Cells(&[cell!("requests.denied_state_secret.total")]);

/// What the numbers of a sentence were understood to be; what belongs to the body itself waits for the rules as not understood.
fn standings(text: &str) -> Vec<(String, Standing)> {
    let report = Report { span: TextRange::new(0, text.len()), year: Some(2023), ..Report::default() };
    read(text, &report)
        .numbers
        .iter()
        .map(|number| (number.span.of(text).to_string(), number.standing.clone()))
        .collect()
}

#[test]
fn numbers_of_other_things_are_explained_or_stand_beside_the_tables() {
    use Explanation::{Article, Date, DocumentNumber, ListMark, Name, Ordinal, Percentage, Period, Telephone};
    for (text, explanation) in [
        ("截至2023年12月31日。", Date),
        ("近3个月以来。", Period),
        ("国办公开办函〔2021〕30号。", DocumentNumber),
        ("依照第五十条的规定。", Article),
        ("联系电话：0999-2345678。", Telephone),
        ("（二）依申请公开。", ListMark),
        ("在全市排名第3。", Ordinal),
        ("12345热线畅通。", Name),
        ("满意率98.5%。", Percentage),
    ] {
        let found = standings(text);
        assert!(!found.is_empty(), "{text}");
        assert!(found.iter().all(|(_, standing)| *standing == Standing::Explained(explanation)), "{text} {found:?}");
    }
    for text in ["主动公开政府信息120条。", "办理人大代表建议8件。", "召开会议三次。", "公示行政许可信息86条。"]
    {
        assert!(
            standings(text).iter().all(|(_, standing)| *standing == Standing::Beside),
            "{text} {:?}",
            standings(text)
        );
    }
}

#[test]
fn numerals_within_words_are_no_numbers() {
    for text in ["进一步统一认识。", "落实三审三校。", "坚持五公开，推进一网通办。"] {
        assert_eq!(standings(text), [], "{text}");
    }
}

#[test]
fn counts_that_are_not_certain_are_not_understood() {
    for text in [
        "收到政府信息公开申请20余件。",
        "通过网站收到政府信息公开申请3件。",
        "收到关于征地补偿的政府信息公开申请3件。",
        "发布行政规范性文件7篇。",
        "政府信息公开申请按期答复8件、延期答复1件。",
    ] {
        let unread = |(_, standing): &(String, Standing)| *standing == Standing::Unread { matters: true };
        assert!(standings(text).iter().any(unread), "{text} {:?}", standings(text));
        assert_eq!(own(text), [], "{text}");
    }
}

#[test]
fn bare_numbers_behind_the_signature_are_not_understood() {
    let report = |behind: &str| {
        let text = format!(
            "柳溪镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n按要求公开。\n二、主动公开政府信息情况\n无。\n\
             六、其他需要报告的事项\n无其他需要报告的事项。\n柳溪镇人民政府\n2024年1月12日\n{behind}"
        );
        let source = crate::text::Source::from_text(text).expect("a short text");
        crate::reading::read(&source).remove(0).account.has_gap()
    };
    assert!(report("0\n12\n37\n"));
    assert!(!report("1\n2\n"), "numbers of pages");
    assert!(!report("联系电话：\n0731-5550182\n"));
}
