//! Numbers exactly as they are written.

use std::cmp::Ordering;
use std::fmt;

/// A number exactly as written: `mantissa` divided by ten to the power of `decimals`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Number {
    mantissa: i64,
    decimals: u8,
}

impl Number {
    pub const ZERO: Number = Number::whole(0);

    pub const fn whole(value: i64) -> Number {
        Number { mantissa: value, decimals: 0 }
    }

    /// A number with decimals, trailing zeros dropped; None when it has more digits than can be kept exactly.
    pub fn decimal(mantissa: i64, decimals: u8) -> Option<Number> {
        let mut number = Number { mantissa, decimals };
        while number.decimals > 0 && number.mantissa % 10 == 0 {
            number.mantissa /= 10;
            number.decimals -= 1;
        }
        (number.decimals <= 6 && number.mantissa.abs() < 1_000_000_000_000_000).then_some(number)
    }

    pub fn is_whole(self) -> bool {
        self.decimals == 0
    }

    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// The value when it is whole.
    pub fn as_whole(self) -> Option<i64> {
        self.is_whole().then_some(self.mantissa)
    }

    /// A number in ASCII digits, with or without decimals.
    pub fn parse(written: &str) -> Option<Number> {
        let (whole, decimals) = written.split_once('.').unwrap_or((written, ""));
        let mut mantissa: i64 = 0;
        for digit in whole.bytes().chain(decimals.bytes()) {
            let digit = i64::from(digit.wrapping_sub(b'0'));
            mantissa = mantissa.checked_mul(10)?.checked_add(digit).filter(|_| digit < 10)?;
        }
        Number::decimal(mantissa, u8::try_from(decimals.len()).ok().filter(|_| !whole.is_empty())?)
    }

    /// Ten thousand times as much: from 万元 to 元.
    pub fn times_ten_thousand(self) -> Option<Number> {
        let missing = 4u8.saturating_sub(self.decimals);
        Number::decimal(self.mantissa.checked_mul(10i64.pow(u32::from(missing)))?, self.decimals.saturating_sub(4))
    }

    /// From 万元 to 亿元, cut to one decimal.
    pub fn in_hundred_millions(self) -> Number {
        Number::decimal(self.parts().0 / 1_000, 1).unwrap_or(self)
    }

    /// The number of units of that many decimals: 1.5 is 150 of two decimals; None where some would be cut off.
    pub fn in_decimals(self, decimals: u8) -> Option<i64> {
        self.mantissa.checked_mul(10i64.checked_pow(u32::from(decimals.checked_sub(self.decimals)?))?)
    }

    /// The sum, exactly; None when it has more digits than can be kept.
    pub fn plus(self, other: Number) -> Option<Number> {
        let decimals = self.decimals.max(other.decimals);
        Number::decimal(self.in_decimals(decimals)?.checked_add(other.in_decimals(decimals)?)?, decimals)
    }

    /// The difference, exactly; None when it has more digits than can be kept.
    pub fn minus(self, other: Number) -> Option<Number> {
        self.plus(Number { mantissa: -other.mantissa, ..other })
    }

    /// The part before the decimal point, and the rest in millionths.
    fn parts(self) -> (i64, i64) {
        let scale = 10i64.pow(u32::from(self.decimals));
        (self.mantissa / scale, self.mantissa % scale * (1_000_000 / scale))
    }

    pub fn as_f64(self) -> f64 {
        self.mantissa as f64 / 10f64.powi(i32::from(self.decimals))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Number) -> Ordering {
        self.parts().cmp(&other.parts())
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.decimals == 0 {
            return write!(f, "{}", self.mantissa);
        }
        let scale = 10i64.pow(u32::from(self.decimals));
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let magnitude = self.mantissa.abs();
        write!(f, "{sign}{}.{:0width$}", magnitude / scale, magnitude % scale, width = usize::from(self.decimals))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_they_were_read() {
        assert_eq!(Number::decimal(43_788, 3).map(|n| n.to_string()).as_deref(), Some("43.788"));
        assert_eq!(Number::decimal(-50, 2).map(|n| n.to_string()).as_deref(), Some("-0.5"));
        assert_eq!(Number::decimal(1_200, 2), Some(Number::whole(12)));
    }

    #[test]
    fn numbers_are_compared_and_converted_exactly() {
        let number = |written: &str| Number::parse(written).unwrap_or(Number::ZERO);
        assert!(number("0.5") < number("0.51") && number("9") < number("10") && number("1.0") == Number::whole(1));
        assert_eq!(number("0.05").times_ten_thousand(), Some(Number::whole(500)));
        assert_eq!(number("1.23456").times_ten_thousand(), Some(number("12345.6")));
        assert_eq!((number("1.5").in_decimals(2), number("1.55").in_decimals(1)), (Some(150), None));
        assert_eq!(number("0.1").plus(number("0.25")), Some(number("0.35")));
        assert_eq!(number("1.5").minus(number("0.5")), Some(Number::whole(1)));
        for wrong in ["", ".5", "1.2.3", "-1", "1a", "99999999999999999999"] {
            assert_eq!(Number::parse(wrong), None, "{wrong}");
        }
    }
}
