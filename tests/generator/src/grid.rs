//! The three tables as grids with merged cells, the way the official form draws them.

use gouji::form::{CellId, Form, Row, TableId};

use crate::dice::Dice;
use crate::words::Words;

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Content {
    Words(String),
    Figure(CellId),
}

/// A cell of the grid: what stands in it, its first column, and how many columns and rows it takes.
#[derive(Clone, Debug)]
pub struct Slot {
    pub content: Content,
    pub column: usize,
    pub columns: usize,
    pub rows: usize,
}

#[derive(Clone, Debug)]
pub struct GridRow {
    /// The row of the form whose figures it holds; None for headers.
    pub id: Option<&'static str>,
    pub slots: Vec<Slot>,
}

impl GridRow {
    pub fn figures(&self) -> impl Iterator<Item = CellId> + '_ {
        self.slots.iter().filter_map(|slot| match slot.content {
            Content::Figure(cell) => Some(cell),
            Content::Words(_) => None,
        })
    }

    pub fn words(&self) -> impl Iterator<Item = (&Slot, &str)> + '_ {
        self.slots.iter().filter_map(|slot| match &slot.content {
            Content::Words(words) => Some((slot, words.as_str())),
            Content::Figure(_) => None,
        })
    }

    /// The words right before the figures.
    pub fn leaf(&self) -> &str {
        self.words().last().map_or("", |(_, words)| words)
    }
}

/// What stands at a place of the grid.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    Start(&'a Slot),
    /// The first column of a cell that began in a row above.
    Below,
    /// The rest of a merged cell.
    Covered,
}

#[derive(Clone, Debug)]
pub struct Grid {
    pub table: TableId,
    pub width: usize,
    pub rows: Vec<GridRow>,
}

impl Grid {
    /// Every row as its places from left to right.
    pub fn laid(&self) -> Vec<(Option<&'static str>, Vec<Place<'_>>)> {
        let mut below: Vec<(usize, bool)> = vec![(0, false); self.width];
        self.rows
            .iter()
            .map(|row| {
                let mut places = Vec::with_capacity(self.width);
                let mut column = 0;
                while column < self.width {
                    if let Some(slot) = row.slots.iter().find(|slot| slot.column == column) {
                        places.push(Place::Start(slot));
                        places.extend((1..slot.columns).map(|_| Place::Covered));
                        for (offset, left) in below[column..].iter_mut().take(slot.columns).enumerate() {
                            *left = (slot.rows - 1, offset == 0);
                        }
                        column += slot.columns;
                    } else {
                        let (left, first) = &mut below[column];
                        places.push(if *left > 0 && *first { Place::Below } else { Place::Covered });
                        *left = left.saturating_sub(1);
                        column += 1;
                    }
                }
                (row.id, places)
            })
            .collect()
    }
}

pub fn grids(form: &Form, words: &Words) -> [Grid; 3] {
    [disclosure(form, words), requests(form, words), disputes(form, words)]
}

/// Puts a row into table two that the form does not have.
pub fn add_row(disclosure: &mut Grid, dice: &mut Dice) {
    let label = *dice.pick(&["其他主动公开文件", "其他主动公开文件（含通知、公告、意见等）"]);
    if let Some(at) = disclosure.rows.iter().position(|row| row.id == Some("disclosure.normative_documents")) {
        let mut slots = vec![words(label, 0, 1, 1)];
        slots.extend((1..4).map(|column| words(&dice.between(0, 300).to_string(), column, 1, 1)));
        disclosure.rows.insert(at + 1, GridRow { id: None, slots });
    }
}

fn words(text: &str, column: usize, columns: usize, rows: usize) -> Slot {
    Slot { content: Content::Words(text.to_string()), column, columns, rows }
}

fn figures(row: &'static Row, first: usize, width: usize) -> Vec<Slot> {
    let count = row.columns.len();
    row.cells()
        .enumerate()
        .map(|(index, cell)| Slot {
            content: Content::Figure(cell),
            column: first + index,
            columns: if index + 1 == count { width - first - index } else { 1 },
            rows: 1,
        })
        .collect()
}

fn disclosure(form: &Form, labels: &Words) -> Grid {
    let width = 4;
    let mut rows = Vec::new();
    let mut item = "";
    for row in form.table(TableId::Disclosure).map_or(&[][..], |table| table.rows).iter().copied() {
        if row.path[0] != item {
            item = row.path[0];
            rows.push(GridRow { id: None, slots: vec![words(&labels.of(item), 0, width, 1)] });
            let mut header = vec![words(&labels.of("信息内容"), 0, 1, 1)];
            let count = row.columns.len();
            header.extend(row.columns.iter().enumerate().map(|(index, column)| {
                let columns = if index + 1 == count { width - 1 - index } else { 1 };
                words(&labels.of(column.label), 1 + index, columns, 1)
            }));
            rows.push(GridRow { id: None, slots: header });
        }
        let mut slots = vec![words(&labels.of(row.label()), 0, 1, 1)];
        slots.extend(figures(row, 1, width));
        rows.push(GridRow { id: Some(row.id), slots });
    }
    Grid { table: TableId::Disclosure, width, rows }
}

fn requests(form: &Form, labels: &Words) -> Grid {
    let width = 10;
    let table = form.table(TableId::Requests).map_or(&[][..], |table| table.rows);
    let mut rows = header_of_requests(labels);
    let (mut first, mut second) = ("", "");
    for row in table.iter().copied() {
        let mut slots = Vec::new();
        let under = |depth: usize, name: &str| {
            table.iter().filter(|other| other.path.len() > depth + 1 && other.path[depth] == name).count()
        };
        match row.path {
            [alone] => slots.push(words(&labels.of(alone), 0, 3, 1)),
            [group, rest @ ..] => {
                if *group != first {
                    first = group;
                    slots.push(words(&labels.of(group), 0, 1, under(0, group)));
                }
                match rest {
                    [leaf] => slots.push(words(&labels.of(leaf), 1, 2, 1)),
                    [inner, leaf, ..] => {
                        if *inner != second {
                            second = inner;
                            slots.push(words(&labels.of(inner), 1, 1, under(1, inner)));
                        }
                        slots.push(words(&labels.of(leaf), 2, 1, 1));
                    }
                    [] => {}
                }
            }
            [] => {}
        }
        slots.extend(figures(row, 3, width));
        rows.push(GridRow { id: Some(row.id), slots });
    }
    Grid { table: TableId::Requests, width, rows }
}

fn header_of_requests(labels: &Words) -> Vec<GridRow> {
    let kinds = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];
    let corner = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
    vec![
        GridRow {
            id: None, slots: vec![words(&labels.of(corner), 0, 3, 3), words(&labels.of("申请人情况"), 3, 7, 1)]
        },
        GridRow {
            id: None,
            slots: vec![
                words(&labels.of("自然人"), 3, 1, 2),
                words(&labels.of("法人或其他组织"), 4, 5, 1),
                words(&labels.of("总计"), 9, 1, 2),
            ],
        },
        GridRow {
            id: None,
            slots: kinds.iter().enumerate().map(|(index, kind)| words(&labels.of(kind), 4 + index, 1, 1)).collect(),
        },
    ]
}

fn disputes(form: &Form, labels: &Words) -> Grid {
    let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    let block = |first: usize, rows: usize| {
        outcomes
            .iter()
            .enumerate()
            .map(|(index, outcome)| words(&labels.of(outcome), first + index, 1, rows))
            .collect::<Vec<_>>()
    };
    let mut middle = block(0, 2);
    middle.push(words(&labels.of("未经复议直接起诉"), 5, 5, 1));
    middle.push(words(&labels.of("复议后起诉"), 10, 5, 1));
    let cells = form.table(TableId::Disputes).map_or(&[][..], |table| table.rows).iter().flat_map(|row| row.cells());
    let figures = cells
        .enumerate()
        .map(|(column, cell)| Slot { content: Content::Figure(cell), column, columns: 1, rows: 1 })
        .collect();
    Grid {
        table: TableId::Disputes,
        width: 15,
        rows: vec![
            GridRow {
                id: None,
                slots: vec![words(&labels.of("行政复议"), 0, 5, 1), words(&labels.of("行政诉讼"), 5, 10, 1)],
            },
            GridRow { id: None, slots: middle },
            GridRow { id: None, slots: [block(5, 1), block(10, 1)].concat() },
            GridRow { id: Some("disputes"), slots: figures },
        ],
    }
}
