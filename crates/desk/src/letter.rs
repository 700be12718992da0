//! The letter that a reviewer sends to a body: what was found in its report, what to do about it, and what became of what was found
//! before.

use serde::Deserialize;

/// A checked report as far as a letter speaks of it, as the contract's JSON has it.
#[derive(Clone, Default, Debug, Deserialize)]
#[serde(default)]
pub struct Letter {
    pub file: Option<String>,
    pub organization: Option<String>,
    pub year: Option<u16>,
    pub error: Option<Refusal>,
    pub findings: Vec<Finding>,
    pub not_checked: Vec<Gap>,
    pub since: Option<Since>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Refusal {
    pub message: String,
}

#[derive(Clone, Default, Debug, Deserialize)]
#[serde(default)]
pub struct Finding {
    pub rule: String,
    /// `error`, `warning` or `info`.
    pub severity: String,
    pub message: String,
    pub suggestion: String,
    pub basis: String,
    pub spans: Vec<Span>,
    pub kept: Option<Kept>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Span {
    pub line: usize,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Kept {
    pub reason: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Gap {
    pub message: String,
}

/// What became of the findings of the round before.
#[derive(Clone, Default, Debug, Deserialize)]
#[serde(default)]
pub struct Since {
    pub known: bool,
    pub mended: Vec<Earlier>,
    pub still_there: Vec<usize>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Earlier {
    pub rule: String,
    pub message: String,
}

/// Severities in the order in which a letter speaks of them.
const PARTS: [(&str, &str); 3] = [("error", "须改正的问题"), ("warning", "须核实的问题"), ("info", "供参考的提示")];
const NUMERALS: [&str; 6] = ["一", "二", "三", "四", "五", "六"];

impl Letter {
    /// How the body is called.
    pub fn name(&self) -> &str {
        self.organization.as_deref().or(self.file.as_deref()).unwrap_or("（认不出单位）")
    }

    /// The letter, a paragraph per line.
    pub fn text(&self) -> String {
        let year = self.year.map_or_else(String::new, |year| format!("{year}年"));
        let mut lines = vec![
            format!("关于{}{year}政府信息公开工作年度报告的核对意见", self.name()),
            String::new(),
            format!("{}：", self.name()),
        ];
        let of_file = self.file.as_deref().map_or_else(String::new, |file| format!("（{file}）"));
        if let Some(error) = &self.error {
            lines.push(format!("你单位{year}政府信息公开工作年度报告{of_file}读不了，没有核对：{}", error.message));
        } else {
            lines.push(format!("对你单位{year}政府信息公开工作年度报告{of_file}核对如下。"));
            lines.extend(self.parts());
        }
        lines.push(String::new());
        lines.push("请于＿＿月＿＿日前改正并反馈。".to_string());
        lines.push("核对人：＿＿＿＿＿＿　　日期：＿＿＿＿年＿＿月＿＿日".to_string());
        lines.join("\n") + "\n"
    }

    fn parts(&self) -> Vec<String> {
        let mut parts: Vec<(String, Vec<String>)> = Vec::new();
        for (severity, title) in PARTS {
            let own = self.findings.iter().enumerate().filter(|(_, finding)| finding.severity == severity);
            let own: Vec<String> = own
                .enumerate()
                .flat_map(|(number, (index, finding))| self.finding(number + 1, index, finding))
                .collect();
            let count = self.findings.iter().filter(|finding| finding.severity == severity).count();
            parts.push((format!("{title}（{count}处）"), own));
        }
        let mended = self.since.iter().flat_map(|since| &since.mended);
        let mended: Vec<String> =
            mended.enumerate().map(|(index, one)| format!("{}. {}（{}）", index + 1, one.message, one.rule)).collect();
        parts.push((format!("上次指出、已经改正的（{}处）", mended.len()), mended));
        let gaps: Vec<String> = self.not_checked.iter().map(|gap| gap.message.clone()).collect();
        parts.push(("没有核对到、请自行核对的内容".to_string(), gaps));
        parts.retain(|(_, lines)| !lines.is_empty());
        let mut lines: Vec<String> = Vec::new();
        if self.findings.is_empty() {
            lines.push("没有需要改的。".to_string());
        }
        for ((title, own), numeral) in parts.into_iter().zip(NUMERALS) {
            lines.push(format!("{numeral}、{title}"));
            lines.extend(own);
        }
        lines
    }

    fn finding(&self, number: usize, index: usize, finding: &Finding) -> Vec<String> {
        let place = finding.spans.first().map_or_else(String::new, |span| format!("第{}行：", span.line));
        let state = match &self.since {
            Some(since) if since.known && since.still_there.contains(&index) => "未改",
            Some(since) if since.known => "新增",
            _ => "＿＿＿＿",
        };
        let mut lines = vec![
            format!("{number}. {place}{}", finding.message),
            format!("　　怎么改：{}", finding.suggestion),
            format!("　　依据：{}（{}）", finding.basis, finding.rule),
        ];
        lines.extend(finding.kept.iter().map(|kept| format!("　　已说明：{}", kept.reason)));
        lines.push(format!("　　整改情况：{state}"));
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(json: &str) -> String {
        serde_json::from_str::<Letter>(json).expect("a report").text()
    }

    #[test]
    fn a_letter_names_problem_basis_remedy_and_what_became_of_it() {
        let text = letter(
            r#"{"file": "a.docx", "organization": "柳溪镇", "year": 2024, "findings": [
                {"rule": "AR-01", "severity": "error", "message": "自然人一列不平。", "suggestion": "核对登记台账。", "basis": "表注", "spans": [{"line": 32}]},
                {"rule": "WD-01", "severity": "info", "message": "多一个字。", "suggestion": "删去。", "basis": "通行做法", "spans": []}],
                "not_checked": [{"message": "有1格读不准。"}],
                "since": {"known": true, "mended": [{"rule": "NT-01", "message": "文字与表不符。"}], "still_there": [0], "new": [1]}}"#,
        );
        for said in [
            "关于柳溪镇2024年政府信息公开工作年度报告的核对意见",
            "一、须改正的问题（1处）",
            "1. 第32行：自然人一列不平。",
            "怎么改：核对登记台账。",
            "依据：表注（AR-01）",
            "整改情况：未改",
            "二、供参考的提示（1处）",
            "整改情况：新增",
            "三、上次指出、已经改正的（1处）",
            "四、没有核对到、请自行核对的内容",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
    }

    #[test]
    fn a_report_without_findings_has_a_letter_too() {
        assert!(letter(r#"{"organization": "柳溪镇", "year": 2024}"#).contains("没有需要改的。"));
        let unreadable = letter(r#"{"file": "b.doc", "error": {"code": "x", "message": "文件已加密。"}}"#);
        assert!(unreadable.contains("没有核对：文件已加密。") && !unreadable.contains("没有需要改的"));
    }
}
