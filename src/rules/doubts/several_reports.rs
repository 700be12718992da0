//! RD-02: the text holds more than one report, or the same report more than once.

use crate::rules::{Edit, Example, Rule, RuleContext, Severity, passages, sources, told};

pub static RULE: Rule = Rule {
    id: "RD-02",
    severity: Severity::Warning,
    basis: sources::TEXT_READER,
    title: "文中不止一份年报",
    checks: told("粘贴的文字里只有一份年度报告。另一份要有自己的标题（单位、年份、年度报告）和自己的内容。"),
    why: told("两份报告的数混在一起，核对就没有意义；多出来的一份往往是误贴的。"),
    bad: examples![Example {
        shown: "报告后面又贴了一份上年的报告。",
        edits: &[Edit::Append(
            "\n禾川县柳溪镇人民政府2018年政府信息公开工作年度报告\n一、总体情况\n全年工作平稳有序。\n六、其他需要报告的事项\n无。\n",
        )],
    }],
    good: examples![Example {
        shown: "报告后面有上年报告的链接，没有内容。",
        edits: &[Edit::Append("\n禾川县柳溪镇人民政府2018年政府信息公开工作年度报告\n")],
    }],
    accompanied_by: &["ST-18", "TM-09"],
    check,
    ..Rule::ORDINARY
};

fn check(context: &mut RuleContext) {
    let among = &context.reading.among;
    let title = passages::head(context);
    if among.all > 1 {
        let message = format!("文中有{}份年报，已分别核对，这是第{}份。", among.all, among.number);
        let finding = context.report(message, "如果是误贴，请只留下要核对的一份。");
        finding.at(title);
    }
    if !among.copies.is_empty() {
        let message = format!("同一份年报在文中出现了{}次，内容相同，只核对第一份。", among.copies.len() + 1);
        let finding = context.report(message, "删去重复的部分。").at(title);
        among.copies.iter().fold(finding, |finding, &copy| finding.related(copy));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Options;
    use crate::text::Source;

    fn messages(text: &str) -> Vec<Vec<String>> {
        let document = Source::from_text(text).expect("a short text");
        let of_rule = |checked: crate::Checked| {
            let own = checked.findings.list.into_iter().filter(|finding| finding.rule == RULE.id);
            own.map(|finding| finding.message.clone()).collect()
        };
        crate::check(&document, &Options::default()).into_iter().map(of_rule).collect()
    }

    fn report(year: u16) -> String {
        format!(
            "柳溪镇{year}年政府信息公开工作年度报告\n一、总体情况\n平稳。\n二、主动公开政府信息情况\n见表。\n六、其他需要报告的事项\n无。\n"
        )
    }

    #[test]
    fn each_of_several_reports_says_which_it_is() {
        let found = messages(&(report(2022) + &report(2023)));
        assert_eq!(found, [["文中有2份年报，已分别核对，这是第1份。"], ["文中有2份年报，已分别核对，这是第2份。"]]);
    }

    #[test]
    fn copies_are_one_report_and_one_sentence() {
        let found = messages(&report(2023).repeat(3));
        assert_eq!(found, [["同一份年报在文中出现了3次，内容相同，只核对第一份。"]]);
        assert_eq!(messages(&report(2023)), [Vec::<String>::new()]);
    }
}
