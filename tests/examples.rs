//! Runs the examples of every rule: a bad one triggers that rule, a good one does not. Both start from the sound report.

use std::collections::{BTreeMap, BTreeSet};

use gouji::check;
use gouji::form::{FORMS, SECTIONS, STATISTICS};
use gouji::rules::{Edit, Example, Finding, Options, registry};
use gouji::text::{Source, folded, is_han};
use gouji_testkit::{build, options, sound, unfixed};
use proptest::test_runner::{Config as ProptestConfig, FileFailurePersistence};

fn found(text: &str, options: &Options) -> Vec<Finding> {
    let document = Source::from_text(text).expect("an example is short");
    check(&document, options).into_iter().flat_map(|checked| checked.findings.list).collect()
}

fn findings(example: &Example) -> Vec<Finding> {
    let (text, options) = build(example.edits);
    found(&text, &options)
}

fn shown(findings: &[Finding]) -> String {
    findings.iter().map(|finding| format!("\n    {} {}", finding.rule, finding.message)).collect()
}

/// Words as they are compared: without white space, each character in one form.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(folded).collect()
}

/// The quotations of a message that neither the text nor the form, the rule or the advice has.
fn invented(finding: &Finding, text: &str) -> Vec<String> {
    let rule = registry().find(|rule| rule.id == finding.rule).expect("a rule of the registry");
    let labels = FORMS.iter().flat_map(|form| form.rows());
    let labels = labels.flat_map(|row| row.path.iter().chain(row.columns.iter().map(|column| &column.label)).copied());
    let mut known: String = labels.chain(STATISTICS.iter().flat_map(|row| row.path.iter().copied())).collect();
    known.extend(SECTIONS.iter().map(|section| section.heading));
    known.extend([text, &finding.suggestion, rule.title, rule.checks, rule.why]);
    let known = plain(&known);
    let quoted = finding.message.split('“').skip(1).filter_map(|rest| rest.split('”').next());
    let pieces = quoted.flat_map(|words| words.split(['…', '／', '、', '*'])).map(plain);
    let unnumbered =
        |words: &String| known.contains(words.trim_start_matches(|c: char| "(一二三四五六七)".contains(c)));
    pieces.filter(|words| !known.contains(words) && !unnumbered(words)).collect()
}

/// What a finding lacks: words, or a place inside the text.
fn faults_of(finding: &Finding, text: &str) -> String {
    let mut faults = String::new();
    for words in invented(finding, text) {
        faults += &format!("\n  {}: “{words}” is no text of the report: {}", finding.rule, finding.message);
    }
    if finding.message.is_empty() || finding.suggestion.is_empty() {
        faults += &format!("\n  {}: a text is empty", finding.rule);
    }
    let spans = finding.places.iter().map(|place| place.span).chain(finding.fixes.iter().map(|fix| fix.span));
    for span in spans.filter(|span| text.get(span.start..span.end).is_none()) {
        faults += &format!("\n  {}: {span:?} is no place", finding.rule);
    }
    faults
}

#[test]
fn a_sound_report_has_no_finding() {
    for edits in [&[][..], &[Edit::On2019][..]] {
        let found = findings(&Example { shown: "", edits });
        assert!(found.is_empty(), "{}", shown(&found));
    }
}

#[test]
fn every_bad_example_triggers_its_rule_and_every_good_one_does_not() {
    let mut wrong = String::new();
    for rule in registry() {
        let is_own = |finding: &Finding| finding.rule == rule.id;
        for example in rule.bad {
            let found = findings(example);
            println!("{} {}:{}", rule.id, example.shown, shown(&found));
            found.iter().for_each(|finding| wrong += &faults_of(finding, &sound(example.edits)));
            let strange = |finding: &&Finding| !is_own(finding) && !rule.accompanied_by.contains(&finding.rule);
            if let Some(other) = found.iter().find(strange) {
                wrong +=
                    &format!("\n  {} “{}”: {} is not expected{}", rule.id, example.shown, other.rule, shown(&found));
            }
            if !found.iter().any(is_own) {
                wrong += &format!("\n  {} “{}” triggers only{}", rule.id, example.shown, shown(&found));
            }
        }
        for example in rule.good {
            let found = findings(example);
            if found.iter().any(is_own) {
                wrong += &format!("\n  {} “{}”, a good example, triggers it{}", rule.id, example.shown, shown(&found));
            }
        }
        for company in rule.accompanied_by {
            if !rule.bad.iter().any(|example| findings(example).iter().any(|finding| finding.rule == *company)) {
                wrong += &format!("\n  {}: no example is accompanied by {company}", rule.id);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_line_of_what_was_not_checked_is_given_twice() {
    for cells in [
        ["requests.received.individual", "requests.granted.company"],
        ["requests.closed.total", "disputes.review.total"],
    ] {
        // Words in place of numbers: every sum through these cells is left open.
        let edits = cells.map(|cell| Edit::Cell(cell, "若干"));
        let (text, options) = build(&edits);
        for checked in check(&Source::from_text(text).expect("an example is short"), &options) {
            let lines: Vec<_> =
                checked.findings.unchecked.iter().map(|line| (line.rule, line.reason.clone())).collect();
            let distinct: BTreeSet<_> = lines.iter().cloned().collect();
            assert!(!lines.is_empty() && distinct.len() == lines.len(), "{lines:?}");
            let sums = lines.iter().filter(|(rule, _)| rule.starts_with("AR-"));
            let per_rule: BTreeSet<_> = sums.clone().map(|(rule, _)| *rule).collect();
            assert_eq!(sums.count(), per_rule.len(), "one line for each rule of arithmetic: {lines:?}");
        }
    }
}

#[test]
fn a_fix_removes_its_finding_and_makes_no_other() {
    let mut wrong = String::new();
    for example in registry().flat_map(|rule| rule.bad) {
        let (text, options) = build(example.edits);
        let before = found(&text, &options);
        for (finding, after) in unfixed(&text, &options, &before) {
            wrong += &format!("\n  {} {} leaves{}", finding.rule, finding.message, shown(&after));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Pieces that rules look for, and characters of every width around which places could go wrong.
const PIECES: &[&str] = &[
    "",
    "\n",
    "\t",
    " ",
    "\u{3000}",
    "\u{a0}",
    "（",
    "）",
    "(",
    ")",
    "《",
    "》",
    "“",
    "”",
    "**",
    "__",
    "```",
    "一是",
    "二是",
    "（一）",
    "（三）",
    "1.",
    "X",
    "××",
    "20",
    "2023",
    "年",
    "月",
    "日",
    "年年",
    "度",
    "件",
    "条",
    "０",
    "１３９",
    "13900005678",
    "@",
    "qq.com",
    "https://",
    "token=",
    "10.1.1.1",
    "[bookmark:",
    "&nbsp;",
    "三安全一稳定",
    "统计期限",
    "至",
    "截止",
    "第",
    "号",
    "〔2019〕60号",
    "收到",
    "未收到",
    "申请",
    "行政复议",
    "行政诉讼",
    "六个部分",
    "填报人：",
    "é",
    "😀",
    "\u{fffd}",
    "X\u{301}",
];

proptest::proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("proptest-regressions/examples.txt"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn torn_reports_are_judged_without_panic(
        cuts in proptest::collection::vec((0usize..4000, 0usize..PIECES.len(), 0usize..40), 0..40),
        on_2019 in proptest::bool::ANY,
    ) {
        let edits: &[Edit] = if on_2019 { &[Edit::On2019] } else { &[] };
        let mut text: Vec<char> = sound(edits).chars().collect();
        for (at, piece, removed) in cuts {
            let at = at % (text.len() + 1);
            let end = (at + removed).min(text.len());
            text.splice(at..end, PIECES[piece].chars());
        }
        let text: String = text.into_iter().collect();
        let faults: String = found(&text, &options()).iter().map(|finding| faults_of(finding, &text)).collect();
        proptest::prop_assert!(faults.is_empty(), "{}", faults);
    }

    #[test]
    fn noise_is_judged_without_panic(text in "\\PC{0,200}", pieces in proptest::collection::vec(0usize..PIECES.len(), 0..60)) {
        let noise: String = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        found(&format!("{text}{noise}"), &options());
    }
}

/// Sentences of ordinary reports, each of which comes near to breaking some rule.
const ORDINARY: &[&str] = &[
    "共收到申请的补充材料5份，均按期答复，无超期答复的情况。",
    "无上年结转申请。",
    "未收到当面提交的申请。",
    "没有因不依法履行公开义务受到责任追究的情形。",
    "申请人无正当理由逾期不补正的，不再处理其政府信息公开申请。",
    "对申请人向本机关提出的疑问，逐一当面解释。",
    "2024年，我镇将继续加大政府信息公开力度，力争再公开村级清单20条。",
    "落实《2022年政务公开工作要点》（禾政办发〔2022〕15号），公开重点领域信息。",
    "较2022年多公开信息15条。",
    "2022年，我镇公开信息215条，2023年公开信息230条。",
    "按照国务院办公厅印发的《政府信息公开信息处理费管理办法》执行收费标准。",
    "通过热线、信箱收到群众来信42件，全部办结。",
    "办理人大代表建议6件、政协提案3件，办复率100%。",
    "受理政务服务事项1386件，按期办结率100%。",
    "参加行政诉讼应诉培训2次。",
    "组织全镇干部参加政府信息公开培训3期120人次。",
    "与全县各乡镇交流经验，学习外地街道的做法。",
    "健全乡村治理信息公开制度，规范“全乡镇一张清单”的填报口径。",
    "把统一公开标准作为唯一依据，之一是事项名称，第一是时限。",
    "政务公开工作分三步走：一是梳理，二是审核，三是公布。",
    "年初制定计划，2023年年底逐项检查。",
    "2023年年度计划已经公布。",
    "微信公众号“柳溪发布”推送信息168条。",
    "开通手机APP和PDF下载，公开栏旁设置WIFI。",
    "查询网址为https://www.hechuan.gov.cn/zwgk/index.html，邮箱为lxz@hechuan.gov.cn。",
    "公开专线电话为12345，备案号为32010602010101号。",
    "公开财政预算3.5万元，占总支出的0.6%。",
    "每天上午8:30至12:00开放查阅。",
    "发布规范性文件解读9条。",
    "公布行政许可事项86项、行政处罚事项4项。",
    "截至2023年12月31日，专栏共有信息1205条。",
    "“三公”经费、惠农补贴等信息全部公开。",
    "按照公开为常态、不公开为例外的要求，做到应公开尽公开。",
    "继续做好《条例》第二十条第（一）项、第（五）项规定内容的公开。",
    "张××等人反映的问题已经答复。",
    "工作人员发现“数据引用错误”后当天更正。",
    "以下是公开的主要内容，希望对办事群众有所帮助。",
    "公开流程图、办事指南各1份，其中流程图由办公室绘制。",
    "全年公开信息230余条，其中政策类约100条、民生类约140条。",
    "公开信息90条，其中通过网站发布80条、微信公众号发布60条。",
    "培训由县政府办公室主办，邀请县司法局讲课。",
    "现将有关情况报告如下。",
    "本报告由党政综合办公室编制，抄写、校对各2次。",
    "对外出人员寄送办事提示，减少来回跑。",
    "收取卫生费、水费等情况在村务公开栏公布。",
    "深入贯彻党的二十大精神，推进政府信息公开。",
    "咨询服务台接待群众，填写咨询登记表。",
    "行政复议、行政诉讼的法律知识宣传2场。",
    "依申请公开要求写进公文办理规定，全年拟制公文320件，其中主动公开45件、依申请公开12件、不予公开263件。",
    "近三年共收到政府信息公开申请31件，其中2022年9件。",
    "三年来共办理行政许可1,086件，发送便民短信15,236条。",
    "办理人大代表建议16件、政协提案23件，其中主办12件、协办27件。",
    "收到群众留言21件，其中咨询类19件，已答复21件。",
    "收到群众来信9件（其中1件由县信访局转办），答复9件，公开5件。",
    "公开信息497条，其中文化类210条（场馆58条、活动152条），其他287条。",
    "受理低保申请412件、临时救助申请86件，均已办结并公示。",
    "根据2022年政务公开考评反馈，补充公开历史信息23条。",
    "公开2022年度部门决算信息12条。",
    "网站发布信息120条，占全县总量的12%。",
    "公开信息1208条，其中网站986条，占81.6%，公众号222条，占18.4%。",
    "没有公民通过当面、信函、网络等方式提出过信息公开的投诉。",
    "落实《禾川县政府信息公开条例实施细则》（禾政发〔2022〕8号）和《关于做好年度报告编制工作的通知》（禾政办函〔2022〕51号）。",
    "参照国办公开办函〔2019〕51号，县委办公室另行编制报告。",
    "全年公开信息36条，其中涉及民生的9条、涉农的5条、涉企的4条等。",
    "按照收费标准，对符合条件的申请依法收取信息处理费，全年没有发生。",
    "收到的政府信息公开申请中，予以公开5件、部分公开2件、不予公开1件，其余为无法提供和不予处理。",
    "坚持以公开为常态、不公开为例外，推进决策公开，无一例外。",
    "（2022）禾01行初15号案件、河东路2023号查阅点等信息全部公开。",
    "收到的政府信息公开申请中，自然人申请12件、法人或其他组织申请2件。",
];

#[test]
fn ordinary_sentences_trip_no_rule() {
    let mut wrong = String::new();
    for sentence in ORDINARY {
        let text = sound(&[]).replace("公文拟制时", &format!("{sentence}公文拟制时"));
        let found = found(&text, &options());
        if !found.is_empty() {
            wrong += &format!("\n  {sentence}{}", shown(&found));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Another way to write a line.
type Manner = fn(&str) -> String;

/// Lines of prose, titles and headings with something done to each; rows of tables stay as they are.
fn rewritten(text: &str, change: Manner) -> String {
    let is_row = |line: &str| line.contains(['\t', '|']) || line.trim_end().ends_with(|c: char| c.is_ascii_digit());
    let line = |line: &str| if is_row(line) { line.to_string() } else { change(line) };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// The rules that speak, and how often.
fn voices(text: &str, options: &Options) -> BTreeMap<&'static str, usize> {
    let mut voices = BTreeMap::new();
    found(text, options).iter().for_each(|finding| *voices.entry(finding.rule).or_default() += 1);
    voices
}

fn without_width(line: &str) -> String {
    line.chars().flat_map(|c| [c, '\u{200b}']).collect()
}

fn with_wide_digits(line: &str) -> String {
    let wide = |c: char| c.to_digit(10).and_then(|digit| char::from_u32('０' as u32 + digit)).unwrap_or(c);
    line.chars().map(wide).collect()
}

fn letter_spaced(line: &str) -> String {
    let chars: Vec<char> = line.chars().collect();
    let space = |index: usize, c: char| is_han(c) && chars.get(index + 1).is_some_and(|&next| is_han(next));
    chars.iter().enumerate().flat_map(|(index, &c)| [Some(c), space(index, c).then_some(' ')]).flatten().collect()
}

#[test]
fn what_a_reader_does_not_see_changes_no_finding() {
    let manners: [(&str, Manner); 3] = [
        ("characters without width", without_width),
        ("wide digits", with_wide_digits),
        ("spaces between characters", letter_spaced),
    ];
    let mut disturbed = Vec::new();
    for rule in registry() {
        for example in rule.bad.iter().chain(rule.good) {
            let (text, options) = build(example.edits);
            let plain = voices(&text, &options);
            for (manner, change) in manners {
                let other = voices(&rewritten(&text, change), &options);
                let differing = plain.keys().chain(other.keys()).filter(|rule| plain.get(*rule) != other.get(*rule));
                let differing: BTreeSet<&str> = differing.copied().collect();
                if !differing.is_empty() {
                    disturbed.push(format!("{manner}, {} {}: {differing:?}", rule.id, example.shown));
                }
            }
        }
    }
    assert!(disturbed.is_empty(), "{disturbed:#?}");
}
