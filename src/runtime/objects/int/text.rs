//! int to text and back: `int(text, base)` with CPython's grammar and words, the limit on digits.

use num_bigint::{BigInt, BigUint, Sign};

use super::{Int, IntRef};
use crate::objects::error_text::ErrorText;
use crate::objects::str::predicates::{decimal_value, is_space};
use crate::objects::str::{PyStr, repr_bytes};

/// `sys.get_int_max_str_digits()`: 0 means no limit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MaxStrDigits(pub usize);

impl Default for MaxStrDigits {
    fn default() -> MaxStrDigits {
        MaxStrDigits(4300)
    }
}

fn too_many_digits(digits: Option<usize>, limit: usize) -> ErrorText {
    let mut text = String::from("Exceeds the limit (") + &limit.to_string() + " digits) for integer string conversion";
    if let Some(digits) = digits {
        text += ": value has ";
        text += &digits.to_string();
        text += " digits";
    }
    ErrorText::value(text + "; use sys.set_int_max_str_digits() to increase the limit")
}

impl IntRef<'_> {
    /// `str(self)`; `limit` is `sys.get_int_max_str_digits()`.
    pub fn to_decimal(self, limit: usize) -> Result<String, ErrorText> {
        let value = match self {
            IntRef::Small(value) => return Ok(value.to_string()),
            IntRef::Big(value) => value,
        };
        // 1233/4096 is just below log10(2): at least so many digits, so that the costly conversion is not begun.
        if limit > 0 && (value.bits() - 1) / 4096 * 1233 > limit as u64 {
            return Err(too_many_digits(None, limit));
        }
        let text = value.to_str_radix(10);
        if limit > 0 && text.len() - usize::from(value.sign() == Sign::Minus) > limit {
            return Err(too_many_digits(None, limit));
        }
        Ok(text)
    }

    /// Digits in base 2, 8, 16…, in lower case, with the sign and no prefix.
    pub fn to_radix(self, radix: u32) -> String {
        match self {
            IntRef::Small(value) => {
                let mut rest = value.unsigned_abs();
                let mut out = Vec::new();
                loop {
                    out.extend(char::from_digit((rest % u64::from(radix)) as u32, radix));
                    rest /= u64::from(radix);
                    if rest == 0 {
                        break;
                    }
                }
                if value < 0 {
                    out.push('-');
                }
                out.iter().rev().collect()
            }
            IntRef::Big(value) => value.to_str_radix(radix),
        }
    }

    /// `hex`, `oct`, `bin`: the sign before the prefix.
    pub fn to_prefixed(self, radix: u32) -> String {
        let prefix = match radix {
            2 => "0b",
            8 => "0o",
            _ => "0x",
        };
        let mut text = self.to_radix(radix);
        text.insert_str(usize::from(self.is_negative()), prefix);
        text
    }
}

/// `int(text, base)` over ASCII: `Ok(None)` if it is no literal.
fn parse(text: &[u8], base: u32, limit: usize) -> Result<Option<Int>, ErrorText> {
    let mut rest = text.trim_ascii();
    // trim_ascii leaves the vertical tab, which is space in Python.
    while let [0x0B, tail @ ..] = rest {
        rest = tail.trim_ascii();
    }
    while let [head @ .., 0x0B] = rest {
        rest = head.trim_ascii();
    }
    let negative = rest.first() == Some(&b'-');
    if let [b'-' | b'+', tail @ ..] = rest {
        rest = tail;
    }
    let prefix = match rest {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    let mut radix = base;
    let mut only_zeros = false;
    if base == 0 {
        radix = if prefix == 0 { 10 } else { prefix };
        only_zeros = prefix == 0 && rest.first() == Some(&b'0');
    }
    if prefix != 0 && prefix == radix {
        rest = &rest[2..];
        // One underscore may follow the prefix.
        if let [b'_', tail @ ..] = rest {
            rest = tail;
        }
    }
    let mut digits = Vec::with_capacity(rest.len());
    let mut after_digit = false;
    for &byte in rest {
        if byte == b'_' && after_digit {
            after_digit = false;
            continue;
        }
        match char::from(byte).to_digit(radix) {
            Some(digit) => digits.push(digit as u8),
            None => return Ok(None),
        }
        after_digit = true;
    }
    if !after_digit || (only_zeros && digits.iter().any(|&d| d != 0)) {
        return Ok(None);
    }
    if limit > 0 && digits.len() > limit && !radix.is_power_of_two() {
        return Err(too_many_digits(Some(digits.len()), limit));
    }
    let small = digits.iter().try_fold(0i64, |all, &d| all.checked_mul(radix.into())?.checked_add(d.into()));
    if let Some(value) = small {
        return Ok(Some(Int::Small(if negative { -value } else { value })));
    }
    let sign = if negative { Sign::Minus } else { Sign::Plus };
    Ok(BigUint::from_radix_be(&digits, radix).map(|magnitude| Int::from(BigInt::from_biguint(sign, magnitude))))
}

/// The base of `int(text, base)`; ValueError if there is none such.
pub fn check_base(base: i64) -> Result<u32, ErrorText> {
    match base {
        0 | 2..=36 => Ok(base as u32),
        _ => Err(ErrorText::value("int() base must be >= 2 and <= 36, or 0")),
    }
}

fn invalid(base: u32, repr: &PyStr) -> ErrorText {
    // CPython's format is %.200R.
    let shown = repr.slice(0, repr.len().min(200));
    ErrorText::value(String::from("invalid literal for int() with base ") + &base.to_string() + ": " + &shown.to_text())
}

/// Digits and spaces of other scripts made ASCII; what is neither becomes `?`
/// (`_PyUnicode_TransformDecimalAndSpaceToASCII`).
pub(crate) fn to_ascii_digits(text: &PyStr) -> Vec<u8> {
    text.points()
        .map(|point| match (point, decimal_value(point)) {
            (0..0x80, _) => point as u8,
            (_, Some(digit)) => b'0' + digit as u8,
            _ if is_space(point) => b' ',
            _ => b'?',
        })
        .collect()
}

/// `int(text, base)`
pub fn parse_str(text: &PyStr, base: i64, limit: usize) -> Result<Int, ErrorText> {
    let base = check_base(base)?;
    let parsed = match text.as_ascii() {
        Some(ascii) => parse(ascii.as_bytes(), base, limit)?,
        _ => parse(&to_ascii_digits(text), base, limit)?,
    };
    parsed.ok_or_else(|| invalid(base, &text.repr()))
}

/// `int(bytes, base)`
pub fn parse_bytes(bytes: &[u8], base: i64, limit: usize) -> Result<Int, ErrorText> {
    let base = check_base(base)?;
    parse(bytes, base, limit)?.ok_or_else(|| invalid(base, &repr_bytes(bytes)))
}
