//! The `is…` methods of str and the character properties behind them, by CPython's unicodedata.

use super::PyStr;
use super::tables;

/// A set of code points: sorted boundaries, membership flips at each. Planes 0 and 1 are kept in 16 bits.
pub struct Ranges {
    pub bmp: &'static [u16],
    pub plane1: &'static [u16],
    pub rest: &'static [u32],
}

impl Ranges {
    /// How many boundaries lie at or below the point, and the last of them.
    fn position(&self, point: u32) -> (usize, u32) {
        fn below<T: Copy + PartialOrd + Into<u32>>(bounds: &[T], point: u32) -> (usize, u32) {
            let n = bounds.partition_point(|&b| b.into() <= point);
            (n, if n == 0 { 0 } else { bounds[n - 1].into() })
        }
        match point {
            0..=0xFFFF => below(self.bmp, point),
            0x10000..=0x1FFFF => below(self.plane1, point - 0x10000),
            _ => below(self.rest, point),
        }
    }

    pub fn contains(&self, point: u32) -> bool {
        self.position(point).0 % 2 == 1
    }
}

fn ascii(point: u32) -> Option<u8> {
    (point < 0x80).then_some(point as u8)
}

/// `Py_UNICODE_ISSPACE`
pub fn is_space(point: u32) -> bool {
    match point {
        0..=0x7F => matches!(point, 0x09..=0x0D | 0x1C..=0x20),
        _ => matches!(point, 0x85 | 0xA0 | 0x1680 | 0x2000..=0x200A | 0x2028 | 0x2029 | 0x202F | 0x205F | 0x3000),
    }
}

pub fn is_alpha(point: u32) -> bool {
    ascii(point).map_or_else(|| tables::ALPHA.contains(point), |c| c.is_ascii_alphabetic())
}

pub fn is_printable(point: u32) -> bool {
    ascii(point).map_or_else(|| tables::PRINTABLE.contains(point), |c| (0x20..0x7F).contains(&c))
}

/// Whether an identifier may begin with the character. What is newer than the tables is not printable.
pub fn begins_identifier(point: u32) -> bool {
    point == u32::from('_') || is_printable(point) && char::from_u32(point).is_some_and(unicode_ident::is_xid_start)
}

/// Whether an identifier may go on with the character; by Unicode 15.1 alone with a joiner of no width as well.
pub fn continues_identifier(point: u32) -> bool {
    matches!(point, 0x200C | 0x200D)
        || is_printable(point) && char::from_u32(point).is_some_and(unicode_ident::is_xid_continue)
}

/// The value of a decimal digit of any script (`Py_UNICODE_TODECIMAL`).
pub fn decimal_value(point: u32) -> Option<u32> {
    if let Some(c) = ascii(point) {
        return c.is_ascii_digit().then(|| u32::from(c - b'0'));
    }
    let (n, from) = tables::DECIMAL.position(point);
    (n % 2 == 1).then(|| ((point & 0xFFFF) - from) % 10)
}

pub fn is_digit(point: u32) -> bool {
    decimal_value(point).is_some() || tables::DIGIT.contains(point)
}

pub fn is_numeric(point: u32) -> bool {
    is_digit(point) || tables::NUMERIC.contains(point)
}

pub fn is_alnum(point: u32) -> bool {
    is_alpha(point) || is_numeric(point)
}

/// Titlecase letters (category Lt): neither lower nor upper, but cased.
pub fn is_title(point: u32) -> bool {
    matches!(point, 0x1C5 | 0x1C8 | 0x1CB | 0x1F2 | 0x1F88..=0x1F8F | 0x1F98..=0x1F9F | 0x1FA8..=0x1FAF
        | 0x1FBC | 0x1FCC | 0x1FFC)
}

pub fn is_lower(point: u32) -> bool {
    point == 0x295 || char::from_u32(point).is_some_and(char::is_lowercase) && !is_unassigned_letter(point)
}

pub fn is_upper(point: u32) -> bool {
    char::from_u32(point).is_some_and(char::is_uppercase) && !is_unassigned_letter(point)
}

/// Letters with a case that Rust's newer Unicode has and Python's, 15.1, has not.
pub fn is_unassigned_letter(point: u32) -> bool {
    matches!(point, 0x1C89 | 0x1C8A | 0xA7CB..=0xA7CF | 0xA7D2 | 0xA7D4 | 0xA7DA..=0xA7DC | 0xA7F1
        | 0x10D50..=0x10D65 | 0x10D70..=0x10D85 | 0x16EA0..=0x16EB8 | 0x16EBB..=0x16ED3)
}

impl PyStr {
    fn every(&self, test: fn(u32) -> bool) -> bool {
        !self.is_empty() && self.points().all(test)
    }

    pub fn is_space(&self) -> bool {
        self.every(is_space)
    }

    pub fn is_alpha(&self) -> bool {
        self.every(is_alpha)
    }

    pub fn is_alnum(&self) -> bool {
        self.every(is_alnum)
    }

    pub fn is_decimal(&self) -> bool {
        self.every(|p| decimal_value(p).is_some())
    }

    pub fn is_digit(&self) -> bool {
        self.every(is_digit)
    }

    pub fn is_numeric(&self) -> bool {
        self.every(is_numeric)
    }

    /// True of the empty string too, as in Python.
    pub fn is_printable(&self) -> bool {
        self.points().all(is_printable)
    }

    pub fn is_identifier(&self) -> bool {
        let mut points = self.points();
        points.next().is_some_and(begins_identifier) && points.all(continues_identifier)
    }

    pub fn is_lower(&self) -> bool {
        !self.points().any(|p| is_upper(p) || is_title(p)) && self.points().any(is_lower)
    }

    pub fn is_upper(&self) -> bool {
        !self.points().any(|p| is_lower(p) || is_title(p)) && self.points().any(is_upper)
    }

    /// `istitle`: uppercase only after uncased, lowercase only after cased, and at least one cased character.
    pub fn is_title(&self) -> bool {
        let (mut cased, mut after_cased) = (false, false);
        for point in self.points() {
            if is_upper(point) || is_title(point) {
                if after_cased {
                    return false;
                }
                (cased, after_cased) = (true, true);
            } else if is_lower(point) {
                if !after_cased {
                    return false;
                }
                (cased, after_cased) = (true, true);
            } else {
                after_cased = false;
            }
        }
        cased
    }
}
