//! PV-05, off by default: the name of an applicant.

use super::is_of_the_page;
use crate::report::Span;
use crate::rules::{Edit, Example, Findings, HelpText, Rule, Severity, Subject, help, passages, sources};
use crate::text::{holds_any, is_han, occurrences};

pub static RULE: Rule = Rule {
    id: "PV-05",
    severity: Severity::Warning,
    basis: sources::PERSONAL_DATA,
    help: help(HelpText {
        title: "写出了申请人的姓名",
        checks: "表格以外，“申请人”后面是否紧跟姓名（申请人：张某某、申请人王女士），或者姓名连着住址、身份证。",
        why: "申请人是谁属于个人信息，报告只需要件数。",
        bad: Example {
            shown: "“对申请人周小川（男，住柳溪村）提出的申请”。",
            edits: &[
                Edit::Rule("PV-05", "on"),
                Edit::Words("公文拟制时", "对申请人周小川（男，住柳溪村）的来信逐一答复。公文拟制时"),
            ],
        },
        good: Example {
            shown: "“申请人无正当理由逾期不补正的，不再处理”。",
            edits: &[
                Edit::Rule("PV-05", "on"),
                Edit::Words("公文拟制时", "申请人无正当理由逾期不补正的，不再处理。公文拟制时"),
            ],
        },
    }),
    check,
};

const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
/// What follows a name that is meant to tell who somebody is.
const TELLING: [&str; 8] = ["先生", "女士", "某", "，男", "，女", "（男", "（女", "，住"];

fn check(subject: &Subject, findings: &mut Findings) {
    let text = subject.text;
    let mut places: Vec<Span> = Vec::new();
    for sentence in passages::sentences(subject, subject.report.span) {
        for word in occurrences(text, sentence, "申请人") {
            let rest = Span::new(word.end, sentence.end).of(text);
            let name = rest.trim_start_matches(['：', ':', '（', '(', ' ']);
            let length: usize = name.chars().take(3).take_while(|&c| is_han(c)).map(char::len_utf8).sum();
            if length < 6 || !name.starts_with(|c: char| SURNAMES.contains(c)) || is_of_the_page(subject, word.start) {
                continue;
            }
            // A name has two or three characters.
            let told = [6, 9]
                .into_iter()
                .any(|end| name.get(end..).is_some_and(|behind| TELLING.iter().any(|word| behind.starts_with(word))));
            let listed = rest.starts_with(['：', ':']) && name[length..].starts_with([' ', '，', ',', '、', '\t']);
            if told || listed || holds_any(rest, &["身份证", "住址"]) {
                places.push(Span::new(word.start, word.end + rest.len() - name.len() + length));
            }
        }
    }
    if !places.is_empty() {
        let finding = findings.finding("写出了申请人的姓名。", "改为“某申请人”，或者删去。");
        findings.add(finding.at_each(places));
    }
}
