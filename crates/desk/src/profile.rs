//! A county's profile as a file, `gouji.json`.

use gouji::rules::Profile;
use serde_json::error::Category;

/// Reads the text of a file, or says on which line what is wrong.
pub fn read(text: &str) -> Result<Profile, String> {
    let text = text.trim_start_matches('\u{feff}');
    serde_json::from_str(text).map_err(|error| {
        let line = error.line().max(1);
        match error.classify() {
            Category::Data => {
                let said = error.to_string();
                let place = format!(" at line {} column {}", error.line(), error.column());
                format!("第{line}行：{}", said.strip_suffix(&place).unwrap_or(&said))
            }
            Category::Syntax | Category::Eof | Category::Io => {
                format!("第{line}行写得不对。写成 JSON：名称和值都加双引号，每项之间用英文逗号隔开。")
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_profile_is_named_with_its_line_and_key() {
        for (text, said) in [
            ("", "第1行写得不对"),
            (
                "{\n \"name\": \"禾川县\",\n \"deadlines\": {\"township\": \"01-20\"}\n \"figures\": []\n}",
                "第4行写得不对",
            ),
            ("{\n \"name\": \"禾川县\",\n \"colour\": 1\n}", "第3行：不认识“colour”"),
            (
                "{\n \"deadlines\": {\n  \"county\": \"01-20\",\n  \"township\": \"13-40\"\n }\n}",
                "第4行：deadlines 里的“13-40”不是日期",
            ),
            ("{\n \"rules\": {\n  \"ST-18\": \"off\",\n  \"ST-99\": \"off\"\n }\n}", "第4行：rules 里的“ST-99”"),
            ("{\n \"figures\": [\n  \"政策解读\",\n  5\n ]\n}", "第4行：figures 要写成"),
            ("{\n \"bodies\": {\n  \"柳溪镇\": \"镇\"\n }\n}", "第3行：bodies 里“柳溪镇”"),
            ("{\"name\": \"禾川县\"} x", "第1行写得不对"),
        ] {
            let fault = read(text).map(drop).expect_err(text);
            assert!(fault.starts_with(said), "{text}: {fault}");
        }
        assert_eq!(read("\u{feff}{\"name\": \"禾川县\"}").map(|one| one.name), Ok(Some("禾川县".to_string())));
    }
}
