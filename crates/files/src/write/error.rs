//! Why a copy or a change was not made, each in a sentence for a clerk.

use std::fmt;

use crate::error::FileError;
use crate::kind::Kind;

/// Why there is no copy at all.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WriteError {
    /// The original cannot be read.
    File(FileError),
    /// Files of that kind are read, not written.
    Kind(Kind),
    /// The package cannot be put together again.
    Package,
}

impl From<FileError> for WriteError {
    fn from(error: FileError) -> WriteError {
        WriteError::File(error)
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::File(error) => error.fmt(f),
            WriteError::Kind(kind) => write!(
                f,
                "不能直接改{kind}（{}）。请用办公软件另存为 .docx 或 .xlsx 后再改，或按更改清单在原文件里修改。",
                kind.id()
            ),
            WriteError::Package => write!(f, "这个文件的内部结构不规范，不能写回。请用办公软件另存一份再试。"),
        }
    }
}

impl std::error::Error for WriteError {}

/// Why one change was not made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The place is not in the text, or cuts a character.
    NoPlace,
    /// Another change stands at the same place.
    Overlaps,
    /// What stands there was added in reading: an automatic number, a tab between cells, the end of a paragraph.
    NotInFile,
    /// Words for a line, a cell or a paragraph have ends of lines or tabs in them.
    LineBreak,
    /// The number comes from a formula.
    Formula,
    /// The encoding of the file has no such character.
    Character(char),
    /// The copy is read as something other than was asked for.
    ReadsOtherwise,
}

impl Reason {
    pub fn code(self) -> &'static str {
        match self {
            Reason::NoPlace => "no-place",
            Reason::Overlaps => "overlaps",
            Reason::NotInFile => "not-in-file",
            Reason::LineBreak => "line-break",
            Reason::Formula => "formula",
            Reason::Character(_) => "character",
            Reason::ReadsOtherwise => "reads-otherwise",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::NoPlace => write!(f, "文件里找不到这个位置，没有改。"),
            Reason::Overlaps => write!(f, "同一位置有两处更改，这一处没有改。"),
            Reason::NotInFile => {
                write!(f, "这里的内容是自动编号、表格分隔或换行，文件里没有对应的文字，没有改，请在原文件里修改。")
            }
            Reason::LineBreak => write!(f, "这处更改要分段或跨单元格，没有改，请在原文件里修改。"),
            Reason::Formula => write!(f, "这一格是公式算出来的，没有覆盖。请在表格软件里改公式，或改它引用的单元格。"),
            Reason::Character(c) => write!(f, "原文件的编码里没有“{c}”这个字，没有改。"),
            Reason::ReadsOtherwise => write!(f, "改后再读一遍，与要求的不一致，没有改，请在原文件里修改。"),
        }
    }
}

/// What to say beside a copy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Note {
    /// The file is signed, and a changed copy no longer is.
    SignatureBreaks,
    /// The file is protected against changes; the copy is so too.
    Protected,
    /// Formulas that depend on a change could not be calculated here.
    FormulasCleared(usize),
    /// Formulas that depend on a change were calculated anew.
    FormulasCalculated(usize),
    /// The copy is a Word document with the text, for files of that kind cannot have comments here.
    MadeFrom(Kind),
    /// Cells have another number format, for theirs would not show the number as it is meant.
    FormatsChanged(usize),
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Note::SignatureBreaks => write!(f, "原文件有电子签名，修改后的副本签名失效，需要重新签名。"),
            Note::Protected => write!(f, "原文件设有编辑保护，副本保留了这项设置。"),
            Note::FormulasCleared(count) => {
                write!(
                    f,
                    "{count}个公式引用了改动的单元格，这里算不了，用表格软件打开副本时会自动重新计算，保存后再核对。"
                )
            }
            Note::FormulasCalculated(count) => write!(f, "{count}个公式引用了改动的单元格，结果已重新计算。"),
            Note::MadeFrom(kind) => {
                write!(f, "{kind}（{}）里加不了批注，批注加在按读到的文字另做的 Word 文档里。", kind.id())
            }
            Note::FormatsChanged(count) => write!(f, "{count}个单元格原来的数字格式显示不了改后的数，改成了常规格式。"),
        }
    }
}
