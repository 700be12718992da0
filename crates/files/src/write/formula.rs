//! Formulas of a sheet as far as sums go: which cells they refer to, and what plain ones give.

/// An area of a sheet, as a formula names it; one cell is an area too.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Area {
    /// None for the formula's own sheet.
    pub sheet: Option<String>,
    pub top: u32,
    pub left: u32,
    pub bottom: u32,
    pub right: u32,
}

impl Area {
    pub fn holds(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

#[derive(Clone, PartialEq, Debug)]
pub enum Token {
    Number(f64),
    Area(Area),
    /// `+ - * / ( ) , &` and the like.
    Sign(char),
    /// The name of a function, which a bracket follows.
    Function(String),
    /// A name that may stand for any cells.
    Name,
    Words,
}

/// Rows and columns that a sheet may have.
const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u32 = 16_384;
/// Tokens of a formula that is looked at.
const MOST_TOKENS: usize = 4096;
/// Brackets within one another.
const DEEPEST: usize = 32;

/// The tokens of a formula, moved by so many rows and columns where it was written for another cell.
pub fn tokens(formula: &str, down: i64, across: i64) -> Vec<Token> {
    let chars: Vec<char> = formula.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() && tokens.len() < MOST_TOKENS {
        let c = chars[at];
        match c {
            ' ' | '\n' | '\r' | '\t' => at += 1,
            '"' => {
                at = after_quoted(&chars, at, '"');
                tokens.push(Token::Words);
            }
            '\'' => {
                let end = after_quoted(&chars, at, '\'');
                let sheet: String = chars[at + 1..end.saturating_sub(1).max(at + 1)].iter().collect();
                at = end;
                let is_sheet = chars.get(at) == Some(&'!');
                at += usize::from(is_sheet);
                tokens.push(reference(&chars, &mut at, Some(sheet.replace("''", "'")), down, across));
            }
            _ if c.is_ascii_digit() || c == '.' => {
                let start = at;
                while chars.get(at).is_some_and(|c| c.is_ascii_digit() || *c == '.') {
                    at += 1;
                }
                let written: String = chars[start..at].iter().collect();
                tokens.push(written.parse().map_or(Token::Name, Token::Number));
            }
            _ if c.is_alphabetic() || c == '_' || c == '$' || c == '\\' => {
                tokens.push(word(&chars, &mut at, down, across));
            }
            _ => {
                at += 1;
                tokens.push(Token::Sign(c));
            }
        }
    }
    tokens
}

fn after_quoted(chars: &[char], start: usize, quote: char) -> usize {
    let mut at = start + 1;
    while at < chars.len() {
        if chars[at] == quote {
            if chars.get(at + 1) != Some(&quote) {
                return at + 1;
            }
            at += 1;
        }
        at += 1;
    }
    at
}

fn name_end(chars: &[char], start: usize) -> usize {
    let is_name = |c: &char| c.is_alphanumeric() || "_$.\\".contains(*c);
    start + chars[start..].iter().take_while(|c| is_name(c)).count()
}

fn word(chars: &[char], at: &mut usize, down: i64, across: i64) -> Token {
    let end = name_end(chars, *at);
    match chars.get(end) {
        Some('(') => {
            let name = chars[*at..end].iter().collect::<String>().to_ascii_uppercase();
            *at = end;
            Token::Function(name)
        }
        Some('!') => {
            let sheet: String = chars[*at..end].iter().collect();
            *at = end + 1;
            reference(chars, at, Some(sheet), down, across)
        }
        _ => reference(chars, at, None, down, across),
    }
}

/// A cell or an area; anything else is a name.
fn reference(chars: &[char], at: &mut usize, sheet: Option<String>, down: i64, across: i64) -> Token {
    let one = |at: &mut usize| {
        let end = name_end(chars, *at);
        let name: String = chars[*at..end].iter().collect();
        *at = end.max(*at + usize::from(end == *at));
        cell(&name, down, across)
    };
    let Some(first) = one(at) else { return Token::Name };
    let last = match chars.get(*at) {
        Some(':') => {
            *at += 1;
            one(at)
        }
        _ => Some(first),
    };
    let Some(last) = last else { return Token::Name };
    let (top, bottom) = (first.0.min(last.0), first.0.max(last.0));
    let (left, right) = (first.1.min(last.1), first.1.max(last.1));
    Token::Area(Area { sheet, top, left, bottom, right })
}

fn cell(name: &str, down: i64, across: i64) -> Option<(u32, u32)> {
    let bare = name.strip_prefix('$').unwrap_or(name);
    let letters = bare.find(|c: char| !c.is_ascii_alphabetic())?;
    let (column, row) = bare.split_at(letters);
    let number = row.strip_prefix('$').unwrap_or(row);
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    if column.is_empty() || column.len() > 3 || !is_number {
        return None;
    }
    let across = if bare.len() < name.len() { 0 } else { across };
    let down = if number.len() < row.len() { 0 } else { down };
    let letter = |sum: i64, c: u8| sum * 26 + i64::from(c.to_ascii_uppercase() - b'A') + 1;
    let column = column.bytes().fold(0, letter) - 1 + across;
    let row = number.parse::<i64>().ok()? - 1 + down;
    let row = u32::try_from(row).ok().filter(|row| *row < MOST_ROWS)?;
    Some((row, u32::try_from(column).ok().filter(|column| *column < MOST_COLUMNS)?))
}

/// Whether the cells that it refers to are all named in it.
pub fn is_plain(tokens: &[Token]) -> bool {
    let finds_cells = |name: &str| matches!(name, "INDIRECT" | "OFFSET" | "INDEX" | "CHOOSE");
    tokens.len() < MOST_TOKENS
        && !tokens.iter().any(|token| match token {
            Token::Name => true,
            Token::Function(name) => finds_cells(name),
            _ => false,
        })
}

/// Tells the number in a cell of a sheet: None when it is not known, `Some(None)` when the cell holds no number.
pub type Lookup<'a> = dyn Fn(&Option<String>, u32, u32) -> Option<Option<f64>> + 'a;

/// What a formula of sums, differences, products and quotients gives.
pub fn evaluate(tokens: &[Token], value: &Lookup) -> Option<f64> {
    let mut reader = Evaluation { tokens, at: 0, value };
    let result = reader.sum(0)?;
    (reader.at == tokens.len() && result.is_finite()).then_some(result)
}

struct Evaluation<'a> {
    tokens: &'a [Token],
    at: usize,
    value: &'a Lookup<'a>,
}

/// Cells that one formula adds up.
const MOST_CELLS: u64 = 10_000;

impl Evaluation<'_> {
    fn sign(&mut self, signs: &str) -> Option<char> {
        match self.tokens.get(self.at) {
            Some(Token::Sign(c)) if signs.contains(*c) => {
                self.at += 1;
                Some(*c)
            }
            _ => None,
        }
    }

    fn sum(&mut self, depth: usize) -> Option<f64> {
        let mut total = self.product(depth)?;
        while let Some(sign) = self.sign("+-") {
            let next = self.product(depth)?;
            total += if sign == '+' { next } else { -next };
        }
        Some(total)
    }

    fn product(&mut self, depth: usize) -> Option<f64> {
        let mut total = self.term(depth)?;
        while let Some(sign) = self.sign("*/") {
            let next = self.term(depth)?;
            total = if sign == '*' { total * next } else { total / next };
        }
        Some(total)
    }

    fn term(&mut self, depth: usize) -> Option<f64> {
        if depth > DEEPEST {
            return None;
        }
        let mut is_negative = false;
        while let Some(sign) = self.sign("+-") {
            is_negative ^= sign == '-';
        }
        let token = self.tokens.get(self.at)?.clone();
        self.at += 1;
        let result = match token {
            Token::Number(number) => number,
            Token::Area(area) if (area.top, area.left) == (area.bottom, area.right) => {
                // Words in a cell are no number, though an empty cell is nought.
                (self.value)(&area.sheet, area.top, area.left)??
            }
            Token::Sign('(') => {
                let inner = self.sum(depth + 1)?;
                self.sign(")")?;
                inner
            }
            Token::Function(name) if name == "SUM" => self.sum_of_areas(depth)?,
            _ => return None,
        };
        Some(if is_negative { -result } else { result })
    }

    /// `SUM(A1:B2, C3)`: cells without a number do not count.
    fn sum_of_areas(&mut self, depth: usize) -> Option<f64> {
        self.sign("(")?;
        let mut total = 0.0;
        loop {
            match self.tokens.get(self.at).cloned() {
                Some(Token::Area(area)) if matches!(self.tokens.get(self.at + 1), Some(Token::Sign(',' | ')'))) => {
                    self.at += 1;
                    let cells = u64::from(area.bottom - area.top + 1) * u64::from(area.right - area.left + 1);
                    if cells > MOST_CELLS {
                        return None;
                    }
                    for row in area.top..=area.bottom {
                        for column in area.left..=area.right {
                            total += (self.value)(&area.sheet, row, column)?.unwrap_or(0.0);
                        }
                    }
                }
                _ => total += self.sum(depth + 1)?,
            }
            match self.sign(",)")? {
                ')' => return Some(total),
                _ => continue,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(formula: &str) -> Option<f64> {
        // Every cell holds its row and column as `12` for B3; column E holds words.
        let number =
            |_: &Option<String>, row: u32, column: u32| Some((column != 4).then_some(f64::from(column * 10 + row)));
        evaluate(&tokens(formula, 0, 0), &number)
    }

    #[test]
    fn sums_are_calculated_and_the_rest_is_not() {
        assert_eq!(value("SUM(A1:B2)"), Some(0.0 + 1.0 + 10.0 + 11.0));
        assert_eq!(value("A2+$B$3-(C1*2)/4"), Some(1.0 + 12.0 - 10.0));
        assert_eq!(value("SUM(A1:A3, B1, 5)-1"), Some(3.0 + 10.0 + 5.0 - 1.0));
        assert_eq!(value("-SUM('表 1'!A2,Sheet2!B1)"), Some(-11.0));
        assert_eq!(value("SUM(D1:E1)"), Some(30.0));
        assert_eq!(value("A1+E1"), None);
        for other in ["IF(A1>0,1,2)", "A1&\"x\"", "收入+1", "SUM(A1", "A1 B1", "", "SUM()", "1/A1", "((((A1"] {
            assert_eq!(value(other), None, "{other}");
        }
    }

    #[test]
    fn references_are_found_and_move_with_a_shared_formula() {
        let moved = tokens("SUM(B2:$C$3)", 2, 1);
        let area = Area { sheet: None, top: 3, left: 2, bottom: 2, right: 2 };
        let Token::Area(found) = &moved[2] else { panic!("an area") };
        assert_eq!((found.top, found.left, found.bottom, found.right), (2, 2, 3, 2));
        assert!(!area.holds(0, 0) && found.holds(3, 2));
        assert!(
            is_plain(&moved) && !is_plain(&tokens("SUM(总数)", 0, 0)) && !is_plain(&tokens("OFFSET(A1,1,1)", 0, 0))
        );
        assert!(matches!(tokens("LOG10(A1)", 0, 0)[0], Token::Function(_)));
    }
}
