//! `gouji annotate`: a copy with every finding as a comment at its place.

use std::io::Write;
use std::path::PathBuf;

use gouji::output::FindingData;
use gouji::rules::Role;
use gouji::text::visible;
use gouji_files::write::{self, Author, Comment};

use crate::arguments::{Failure, Judging};
use crate::fix::{AUTHOR, now};
use crate::inputs::name_of;
use crate::opened::Opened;
use crate::out::Out;

#[derive(clap::Args)]
pub struct AnnotateArguments {
    /// 批注的作者
    #[arg(long, value_name = "姓名", default_value = AUTHOR)]
    author: String,
    #[command(flatten)]
    judging: Judging,
    /// 带批注的副本，不能是原文件
    #[arg(short, long, value_name = "文件")]
    out: PathBuf,
    /// 任何能核对的文件；Word（.docx）和 Excel（.xlsx）在原样的副本里加批注，其他的另做 Word 文档
    #[arg(value_name = "文件")]
    file: PathBuf,
}

impl AnnotateArguments {
    pub fn run(self, out: &mut impl Write) -> Result<u8, Failure> {
        let said = self.written().map_err(Failure::Told)?;
        write!(out, "{said}")?;
        Ok(0)
    }

    fn written(&self) -> Result<String, String> {
        let target = Out::new(&self.out, Some(&self.file))?;
        let opened = Opened::open(&self.file, &self.judging.options()?)?;
        let findings: Vec<&FindingData> = opened.reports.iter().flat_map(|report| &report.findings).collect();
        let comments: Vec<Comment> = findings.iter().map(|finding| comment(finding)).collect();
        let author = Author { name: self.author.clone(), date: now() };
        let copy = write::annotate(&opened.bytes, &comments, &author, None).map_err(|error| error.to_string())?;
        if target.ending() != copy.kind.id() {
            return Err(format!(
                "带批注的副本是 .{}，请把 -o 的文件名改成以 .{} 结尾。",
                copy.kind.id(),
                copy.kind.id()
            ));
        }
        target.write(&copy.bytes)?;
        let notes: String = copy.notes.iter().map(|note| format!("  注意：{note}\n")).collect();
        Ok(match comments.len() {
            0 => format!("已写入 {}，没有要批注的。\n{notes}", visible(&name_of(target.path()))),
            count => format!("已写入 {}，批注{count}处。\n{notes}", visible(&name_of(target.path()))),
        })
    }
}

/// A finding as a comment at its first place; one of the whole report stands at the head.
fn comment(finding: &FindingData) -> Comment {
    let place = finding.spans.iter().find(|span| span.role == Role::Primary).or(finding.spans.first());
    let (start, end) = place.map_or((0, 0), |span| (span.start, span.end));
    let FindingData { message, suggestion, basis, rule, severity, .. } = finding;
    let kept = finding.kept.as_ref().map_or_else(String::new, |kept| format!("\n已说明：{}", kept.reason));
    let text = format!("{}：{message}\n怎么办：{suggestion}{kept}\n依据：{basis}（{rule}）", severity.in_words());
    Comment { start, end, text }
}
