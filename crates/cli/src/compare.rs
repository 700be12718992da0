//! `gouji compare`: two papers of one report held against each other, by meaning.

use std::io::Write;
use std::path::{Path, PathBuf};

use gouji::text::visible;
use gouji_desk::compare::{Comparison, Difference, Paper, compare};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::arguments::{Answer, Failure, Judging};
use crate::inputs::name_of;
use crate::json;
use crate::opened::Opened;

#[derive(clap::Args)]
pub struct CompareArguments {
    /// 输出格式
    #[arg(long, value_enum, value_name = "格式", default_value = "text")]
    format: Answer,
    #[command(flatten)]
    judging: Judging,
    /// 例如审定的文件
    #[arg(value_name = "文件一")]
    left: PathBuf,
    /// 例如公开的网页
    #[arg(value_name = "文件二")]
    right: PathBuf,
}

#[derive(Serialize)]
struct Compared {
    files: [Fingerprinted; 2],
    #[serde(flatten)]
    comparison: Comparison,
}

#[derive(Serialize)]
struct Fingerprinted {
    file: String,
    /// Of the file's bytes, in hexadecimal.
    sha256: String,
}

impl CompareArguments {
    /// Returns 0 where both say the same, 1 where something differs.
    pub fn run(self, out: &mut impl Write) -> Result<u8, Failure> {
        let compared = self.compared().map_err(Failure::Told)?;
        match self.format {
            Answer::Json => {
                out.write_all(&json::pretty(&compared, 0)?)?;
                writeln!(out)?;
            }
            Answer::Text => write!(out, "{}", in_words(&compared))?,
        }
        Ok(u8::from(!compared.comparison.same))
    }

    fn compared(&self) -> Result<Compared, String> {
        let options = self.judging.options()?;
        let open = |path: &Path| {
            let opened = Opened::open(path, &options)?;
            let mut hash = String::new();
            for byte in Sha256::digest(&opened.bytes) {
                hash += &format!("{byte:02x}");
            }
            let paper = serde_json::to_value(opened.report(None)?).and_then(serde_json::from_value::<Paper>);
            let paper = paper.map_err(|error| error.to_string())?;
            let paper = Paper { text: opened.document.text, ..paper };
            Ok::<_, String>((Fingerprinted { file: name_of(path), sha256: hash }, paper))
        };
        let ((left, a), (right, b)) = (open(&self.left)?, open(&self.right)?);
        Ok(Compared { files: [left, right], comparison: compare(&a, &b) })
    }
}

fn in_words(compared: &Compared) -> String {
    let Compared { files, comparison } = compared;
    let mut text = match comparison.differences.len() {
        0 => "两份内容相同。\n".to_string(),
        count => format!("两份有{count}处不同：\n"),
    };
    for (number, name) in ["一", "二"].iter().zip(files) {
        text += &format!("  文件{number}：{}  SHA-256 {}\n", visible(&name.file), name.sha256);
    }
    for (index, Difference { name, left, right, .. }) in comparison.differences.iter().enumerate() {
        text += &format!("\n{}. {}\n", index + 1, visible(name));
        for (number, side) in ["一", "二"].iter().zip([left, right]) {
            let line = side.line.map_or_else(String::new, |line| format!("第{line}行 "));
            text += &format!("  文件{number}：{line}{}\n", visible(&side.text));
        }
    }
    for said in &comparison.not_compared {
        text += &format!("\n没有比较的：{}\n", visible(said));
    }
    text
}
