//! The sound report as text, with what edits change of its figures and tables.

use std::collections::{BTreeMap, BTreeSet};

use gouji::form::{CellId, Edition, Form, Row, TableId};
use gouji::rules::Edit;

use super::apply::{self, cell};
use super::sound::{FIGURES, LAST_YEAR, SOUND, notice_title};

/// The sound report, before it is set as text.
pub struct Draft {
    form: &'static Form,
    figures: BTreeMap<CellId, &'static str>,
    left_out: BTreeSet<&'static str>,
    /// Its prose, with names in braces.
    prose: &'static str,
    /// The report year.
    year: u16,
}

impl Draft {
    /// The sound report on that form, so many years later than the years of the edits, with these edits.
    pub fn of(form: &'static Form, years_later: u16, edits: &[Edit]) -> Draft {
        let year = if form.edition == Edition::Of2019 { 2020 } else { 2023 + years_later };
        let figures = FIGURES.iter().map(|&(name, figure)| (cell(name), figure)).collect();
        let mut draft = Draft { form, figures, left_out: BTreeSet::new(), prose: SOUND, year };
        for edit in edits {
            for (id, figure) in apply::figures(form, edit) {
                assert!(form.cells().any(|known| known == id), "{}.{} is no cell of that form", id.row, id.column);
                draft.figures.insert(id, figure);
            }
            match edit {
                Edit::Year(year) => draft.year = year + years_later,
                Edit::WithoutRow(row) => {
                    assert!(form.rows().any(|known| known.id == *row), "{row} is no row of that form");
                    draft.left_out.insert(row);
                }
                _ => {}
            }
        }
        draft
    }

    /// Makes it the report of the year before, with sentences of its own.
    pub fn year_before(self) -> Draft {
        Draft { prose: LAST_YEAR, year: self.year - 1, ..self }
    }

    pub fn text(&self) -> String {
        self.prose
            .replace("{year}", &self.year.to_string())
            .replace("{next_year}", &(self.year + 1).to_string())
            .replace("{notice_title}", notice_title(self.form.edition))
            .replace("{notice}", self.form.edition.notice())
            .replace("{disclosure}", &self.disclosure())
            .replace("{requests}", &self.requests())
            .replace("{disputes}", &self.disputes())
    }

    /// Returns the table with that id.
    pub fn table(&self, id: &str) -> String {
        match id {
            "disclosure" => self.disclosure(),
            "requests" => self.requests(),
            "disputes" => self.disputes(),
            _ => panic!("{id} is no table"),
        }
    }

    fn rows(&self, table: TableId) -> impl Iterator<Item = &'static Row> + '_ {
        let rows: &[&'static Row] = self.form.table(table).map_or(&[], |table| table.rows);
        rows.iter().copied().filter(|row| !self.left_out.contains(row.id))
    }

    fn figures(&self, row: &Row) -> String {
        row.cells().map(|id| format!("\t{}", self.figures.get(&id).unwrap_or(&"0"))).collect()
    }

    /// Each article of the regulation with its own headings.
    fn disclosure(&self) -> String {
        let mut lines = Vec::new();
        let mut article = "";
        for row in self.rows(TableId::Disclosure) {
            if row.path[0] != article {
                article = row.path[0];
                lines.push(article.to_string());
                lines.push(format!("信息内容{}", headings(row)));
            }
            lines.push(format!("{}{}", row.label(), self.figures(row)));
        }
        lines.join("\n") + "\n"
    }

    /// Rows with their groups in front; a group is written once, as a merged cell is.
    fn requests(&self) -> String {
        let mut lines = vec![
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况".to_string(),
            "自然人\t法人或其他组织\t总计".to_string(),
            "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他".to_string(),
        ];
        let mut open: &[&str] = &[];
        for row in self.rows(TableId::Requests) {
            let (groups, label) = row.path.split_at(row.path.len() - 1);
            let shared = open.iter().zip(groups).take_while(|(a, b)| a == b).count();
            let mut line: Vec<&str> = groups[shared..].to_vec();
            line.extend(label);
            lines.push(format!("{}{}", line.join("\t"), self.figures(row)));
            open = groups;
        }
        lines.join("\n") + "\n"
    }

    /// One line of fifteen figures under three groups of headings.
    fn disputes(&self) -> String {
        let rows: Vec<&Row> = self.rows(TableId::Disputes).collect();
        let names: String = rows.iter().map(|row| headings(row)).collect();
        let figures: String = rows.iter().map(|row| self.figures(row)).collect();
        format!(
            "行政复议\t行政诉讼\n未经复议直接起诉\t复议后起诉\n{}\n{}\n",
            names.trim_start(),
            figures.strip_prefix('\t').unwrap_or_default()
        )
    }
}

fn headings(row: &Row) -> String {
    row.columns.iter().map(|column| format!("\t{}", column.label)).collect()
}
