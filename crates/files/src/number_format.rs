//! How a sheet shows its numbers, as far as it changes what they say: dates, times, percentages, and what is rounded. All others
//! are written plainly.

use std::rc::Rc;

use crate::sheet::number;

/// Formats of its own and kinds of cells that are kept of a workbook; programs allow some 250 and 65 000.
const MOST_CODES: usize = 1_000;
const MOST_CELLS: usize = 66_000;

/// The formats that programs know by number, in China.
const KNOWN: [(u32, &str); 35] = [
    (1, "0"),
    (2, "0.00"),
    (3, "#,##0"),
    (4, "#,##0.00"),
    (9, "0%"),
    (10, "0.00%"),
    (14, "yyyy/m/d"),
    (15, "d-mmm-yy"),
    (16, "d-mmm"),
    (17, "mmm-yy"),
    (18, "h:mm AM/PM"),
    (19, "h:mm:ss AM/PM"),
    (20, "h:mm"),
    (21, "h:mm:ss"),
    (22, "yyyy/m/d h:mm"),
    (27, "yyyy年m月"),
    (28, "m月d日"),
    (29, "m月d日"),
    (30, "m/d/yy"),
    (31, "yyyy年m月d日"),
    (32, "h时mm分"),
    (33, "h时mm分ss秒"),
    (34, "h时mm分"),
    (35, "h时mm分ss秒"),
    (36, "yyyy年m月"),
    (50, "yyyy年m月"),
    (51, "m月d日"),
    (52, "yyyy年m月"),
    (53, "m月d日"),
    (54, "m月d日"),
    (55, "h时mm分"),
    (56, "h时mm分ss秒"),
    (57, "yyyy年m月"),
    (58, "m月d日"),
    (45, "mm:ss"),
];

/// The formats of a workbook.
#[derive(Default)]
pub struct NumberFormats {
    own: Vec<(u32, Rc<Format>)>,
    /// The format of each kind of cell.
    cells: Vec<Rc<Format>>,
    /// Days are counted from 1904, not from 1900.
    pub from_1904: bool,
}

#[derive(Clone, PartialEq, Debug)]
enum Format {
    Plain,
    /// With so many digits behind the point.
    Rounded(usize),
    Percent(usize),
    Date(Vec<Part>),
}

#[derive(Clone, PartialEq, Debug)]
enum Part {
    /// A letter of the format and how often it stands there.
    Field(char, usize),
    Words(String),
}

impl NumberFormats {
    pub fn add_code(&mut self, id: u32, code: String) {
        if self.own.len() < MOST_CODES {
            self.own.push((id, Rc::new(format(&code))));
        }
    }

    /// How many kinds of cells there are.
    pub fn cell_count(&self) -> usize {
        self.cells.len()
    }

    /// The next kind of cell has that format.
    pub fn add_cell(&mut self, id: u32) {
        if self.cells.len() < MOST_CELLS {
            let own = self.own.iter().find(|(known, _)| *known == id).map(|(_, own)| own.clone());
            let known = || KNOWN.iter().find(|(known, _)| *known == id).map(|(_, code)| format(code));
            self.cells.push(own.unwrap_or_else(|| Rc::new(known().unwrap_or(Format::Plain))));
        }
    }

    /// A number in that kind of cell.
    pub fn shown(&self, value: f64, cell: usize) -> String {
        match self.cells.get(cell).map(Rc::as_ref) {
            Some(Format::Rounded(digits)) if value.abs() < 1e12 => {
                let scale = 10_f64.powi(*digits as i32);
                // A half is kept as a little less in binary, and rounded up all the same.
                number((value * scale * (1.0 + 1e-14)).round() / scale)
            }
            Some(Format::Percent(digits)) if value.abs() < 1e9 => {
                let scale = 10_f64.powi(*digits as i32);
                format!("{:.*}%", *digits, (value * 100.0 * scale).round() / scale)
            }
            Some(Format::Date(parts)) => date(value, parts, self.from_1904).unwrap_or_else(|| number(value)),
            _ => number(value),
        }
    }
}

/// The format that a code tells, by its part for positive numbers.
fn format(code: &str) -> Format {
    let mut parts: Vec<Part> = Vec::new();
    let mut digits = String::new();
    let mut is_percent = false;
    // Fractions, thousands left away, one format or the other: what is shown is more than rounded.
    let mut is_rounded = true;
    let mut chars = code.chars().take(255).peekable();
    let words = |parts: &mut Vec<Part>, c: char| match parts.last_mut() {
        Some(Part::Words(words)) => words.push(c),
        _ => parts.push(Part::Words(c.to_string())),
    };
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '[' => {
                is_rounded &= !matches!(chars.peek(), Some('<' | '>' | '='));
                let _ = chars.by_ref().find(|&c| c == ']');
            }
            '"' => chars.by_ref().take_while(|&c| c != '"').for_each(|c| words(&mut parts, c)),
            '\\' | '!' => chars.by_ref().take(1).for_each(|c| words(&mut parts, c)),
            '_' | '*' => drop(chars.next()),
            '0' | '#' | '?' | '.' => digits.push(c),
            ',' => {
                is_rounded &= matches!(chars.peek(), Some('0' | '#' | '?' | ' '));
                words(&mut parts, c);
            }
            '/' => {
                is_rounded = false;
                words(&mut parts, c);
            }
            '%' => is_percent = true,
            '@' => {}
            c if c.is_ascii_alphabetic() => {
                let c = c.to_ascii_lowercase();
                let mut count = 1;
                while chars.next_if(|next| next.to_ascii_lowercase() == c).is_some() {
                    count += 1;
                }
                parts.push(Part::Field(c, count));
            }
            c => words(&mut parts, c),
        }
    }
    let has = |letters: &str| parts.iter().any(|part| matches!(part, Part::Field(c, _) if letters.contains(*c)));
    let is_date = has("ymdhs") && digits.is_empty();
    match digits.split_once('.') {
        _ if is_date => Format::Date(parts),
        Some((_, behind)) if is_percent => Format::Percent(behind.len().min(10)),
        None if is_percent => Format::Percent(0),
        _ if digits.is_empty() || !is_rounded || parts.iter().any(|part| matches!(part, Part::Field(..))) => {
            Format::Plain
        }
        Some((_, behind)) => Format::Rounded(behind.len().min(10)),
        None => Format::Rounded(0),
    }
}

/// The day that a number stands for and its time, as the format shows them. None when it stands for no day.
fn date(value: f64, parts: &[Part], from_1904: bool) -> Option<String> {
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    // Half a second more, for times are kept in binary.
    let seconds = (value * 86_400.0).round() as i64;
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    // In the count from 1900 that year has a 29th of February.
    let since_1970 = match days {
        _ if from_1904 => days - 24_107,
        ..60 => days - 25_568,
        _ => days - 25_569,
    };
    let (year, month, day) = civil(since_1970);
    let field = |c: char| parts.iter().any(|part| matches!(part, Part::Field(field, _) if *field == c));
    // Names of months and days and halves of the day are not known here.
    let strange = |part: &Part| match part {
        Part::Field('m' | 'd', count) => *count > 2,
        Part::Field(c, _) => !"yhs".contains(*c),
        Part::Words(_) => false,
    };
    if parts.iter().any(strange) {
        let day = format!("{year}-{month}-{day}");
        let time = format!("{}:{:02}", second / 3600, second / 60 % 60);
        return Some(match (field('y') || field('d'), field('h')) {
            (true, true) => format!("{day} {time}"),
            (false, true) => time,
            _ => day,
        });
    }
    let mut out = String::new();
    let mut before = ' ';
    for (index, part) in parts.iter().enumerate() {
        let (c, count) = match part {
            Part::Words(words) => {
                out.push_str(words);
                continue;
            }
            Part::Field(c, count) => (*c, *count),
        };
        let next = parts[index + 1..].iter().find_map(|part| match part {
            Part::Field(c, _) => Some(*c),
            Part::Words(_) => None,
        });
        let shown = match c {
            'y' if count < 3 => year % 100,
            'y' => year,
            'm' if before == 'h' || next == Some('s') => second / 60 % 60,
            'm' => month,
            'd' => day,
            'h' => second / 3600,
            _ => second % 60,
        };
        before = c;
        out.push_str(&format!("{shown:0width$}", width = if c == 'y' { 2 } else { count.min(2) }));
    }
    Some(out.trim().to_string())
}

/// Year, month and day of a day counted from 1970: years begin in March, so that the odd day is their last.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let month_day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (era * 400 + year + i64::from(month <= 2), month, month_day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: f64, code: &str) -> String {
        let mut formats = NumberFormats::default();
        formats.add_code(176, code.to_string());
        formats.add_cell(176);
        formats.shown(value, 0)
    }

    #[test]
    fn days_and_times_are_shown_as_in_the_sheet() {
        let codes = [
            "yyyy\"年\"m\"月\"d\"日\";@",
            "[$-804]yyyy/mm/dd",
            "yy-m-d h:mm:ss",
            "m\\月d\\日",
            "[DBNum1]yyyy年m月",
            "dddd, mmmm d",
        ];
        let expected = ["2023年1月31日", "2023/01/31", "23-1-31 18:05:09", "1月31日", "2023年1月", "2023-1-31"];
        assert_eq!(codes.map(|code| shown(44_957.753_576_4, code)), expected);
        assert_eq!(shown(0.5, "h时mm分"), "12时00分");
        assert_eq!([1.0, 59.0, 61.0].map(|day| shown(day, "yyyy-m-d")), ["1900-1-1", "1900-2-28", "1900-3-1"]);
    }

    #[test]
    fn formats_known_by_number_need_no_code() {
        let mut formats = NumberFormats::default();
        [0, 14, 31, 10, 57].into_iter().for_each(|id| formats.add_cell(id));
        let shown: Vec<String> = (0..6).map(|cell| formats.shown(44957.0, cell)).collect();
        assert_eq!(shown, ["44957", "2023/1/31", "2023年1月31日", "4495700.00%", "2023年1月", "44957"]);
        formats.from_1904 = true;
        assert_eq!(formats.shown(43495.0, 2), "2023年1月31日");
    }

    #[test]
    fn percentages_have_their_sign_and_numbers_are_rounded() {
        assert_eq!(
            [shown(0.9565, "0%"), shown(0.9565, "0.0%"), shown(-0.05, "0.00%;[Red]-0.00%")],
            ["96%", "95.7%", "-5.00%"]
        );
        let plain = ["General", "G/通用格式", "#,##0.00", "@", "0.00E+00", "# ?/?", "0,", "[>9]0;0.0", "0!.0,"];
        assert_eq!(plain.map(|code| shown(12.5, code)), [const { "12.5" }; 9].map(String::from));
        let rounded = ["0_ ", "\"共\"0\"件\"", "[Red]#,##0", "0.00_);(0.00)", "0.000"];
        assert_eq!(rounded.map(|code| shown(7.745, code)), ["8", "8", "8", "7.75", "7.745"]);
        assert_eq!([shown(1.005, "0.00"), shown(-2.5, "0"), shown(0.2, "0")], ["1.01", "-3", "0"]);
        // What stands for no day is a number.
        assert_eq!(shown(-3.0, "yyyy-m-d"), "-3");
    }
}
