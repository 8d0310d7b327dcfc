//! `float(text)` and `float.fromhex`: CPython's grammar and words.

use std::cell::Cell;

use super::error_text::ErrorText;
use super::int::{scale_to_f64, to_ascii_digits};
use super::str::{PyStr, repr_bytes};

/// `float(text)`
pub fn parse_str(text: &PyStr) -> Result<f64, ErrorText> {
    let parsed = match text.as_ascii() {
        Some(ascii) => parse(ascii.as_bytes()),
        None => parse(&to_ascii_digits(text)),
    };
    parsed.ok_or_else(|| invalid(&text.repr()))
}

/// `float(bytes)`
pub fn parse_bytes(bytes: &[u8]) -> Result<f64, ErrorText> {
    parse(bytes).ok_or_else(|| invalid(&repr_bytes(bytes)))
}

fn invalid(repr: &PyStr) -> ErrorText {
    ErrorText::value(String::from("could not convert string to float: ") + &repr.to_text())
}

fn is_space(byte: &u8) -> bool {
    matches!(byte, 0x09..=0x0D | 0x20)
}

fn trim(mut text: &[u8]) -> &[u8] {
    while let [first, rest @ ..] = text
        && is_space(first)
    {
        text = rest;
    }
    while let [rest @ .., last] = text
        && is_space(last)
    {
        text = rest;
    }
    text
}

/// A float literal between spaces, `inf`, `infinity` or `nan`; underscores only between digits.
fn parse(text: &[u8]) -> Option<f64> {
    let text = trim(text);
    let (sign, rest) = match text {
        [b'-', rest @ ..] => (-1.0, rest),
        [b'+', rest @ ..] => (1.0, rest),
        _ => (1.0, text),
    };
    if let Some(special) = special(rest) {
        return Some(f64::copysign(special, sign));
    }
    let mut clean = String::with_capacity(rest.len());
    let mut digit_before = false;
    for (at, &byte) in rest.iter().enumerate() {
        let digit_after = rest.get(at + 1).is_some_and(u8::is_ascii_digit);
        match byte {
            b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-' => clean.push(char::from(byte)),
            b'_' if digit_before && digit_after => {}
            _ => return None,
        }
        digit_before = byte.is_ascii_digit();
    }
    // What is left of the grammar is Rust's, but for a second sign.
    if !clean.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    clean.parse::<f64>().ok().map(|value| f64::copysign(value, sign))
}

fn special(text: &[u8]) -> Option<f64> {
    if text.eq_ignore_ascii_case(b"inf") || text.eq_ignore_ascii_case(b"infinity") {
        return Some(f64::INFINITY);
    }
    text.eq_ignore_ascii_case(b"nan").then(another_nan)
}

/// A NaN that `is` no other one: its payload tells it from them, and shows nowhere.
fn another_nan() -> f64 {
    thread_local!(static NANS: Cell<u32> = const { Cell::new(0) });
    let number = NANS.get().wrapping_add(1);
    NANS.set(number);
    f64::from_bits(f64::NAN.to_bits() | u64::from(number))
}

/// `float.fromhex(text)`
pub fn from_hex(text: &PyStr) -> Result<f64, ErrorText> {
    let bad = || ErrorText::value("invalid hexadecimal floating-point string");
    let text = trim(text.as_ascii().ok_or_else(bad)?.as_bytes());
    let (sign, rest) = match text {
        [b'-', rest @ ..] => (-1.0, rest),
        [b'+', rest @ ..] => (1.0, rest),
        _ => (1.0, text),
    };
    if let Some(special) = special(rest) {
        return Ok(f64::copysign(special, sign));
    }
    let rest = match rest {
        [b'0', b'x' | b'X', rest @ ..] => rest,
        _ => rest,
    };
    let (mut mantissa, mut sticky, mut exponent, mut digits) = (0u64, false, 0i64, 0);
    let (mut point, mut at) = (false, 0);
    while let Some(&byte) = rest.get(at) {
        match (byte, char::from(byte).to_digit(16)) {
            (b'.', _) if !point => point = true,
            (_, Some(digit)) => {
                digits += 1;
                exponent -= if point { 4 } else { 0 };
                if mantissa >> 60 == 0 {
                    mantissa = mantissa << 4 | u64::from(digit);
                } else {
                    sticky |= digit != 0;
                    exponent += 4;
                }
            }
            _ => break,
        }
        at += 1;
    }
    if digits == 0 {
        return Err(bad());
    }
    if let Some(b'p' | b'P') = rest.get(at) {
        let power = std::str::from_utf8(&rest[at + 1..]).map_err(|_| bad())?;
        let whole = power.trim_start_matches(['+', '-']);
        if whole.is_empty() || power.len() > whole.len() + 1 || !whole.bytes().all(|b| b.is_ascii_digit()) {
            return Err(bad());
        }
        let magnitude = whole.parse::<i64>().unwrap_or(1 << 40).min(1 << 40);
        exponent += if power.starts_with('-') { -magnitude } else { magnitude };
    } else if at < rest.len() {
        return Err(bad());
    }
    let value = scale_to_f64(mantissa, sticky, exponent)
        .ok_or_else(|| ErrorText::overflow("hexadecimal value too large to represent as a float"))?;
    Ok(f64::copysign(value, sign))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::objects::float_repr;
    use crate::objects::str::tests::unescape;

    #[test]
    fn texts_are_read_and_refused_as_cpython_does() {
        for line in include_str!("../../../tests/tables/float.tsv").lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            let got = match fields[0] {
                "parse" => parse_str(&unescape(fields[1])),
                "fromhex" => from_hex(&unescape(fields[1])),
                _ => continue,
            };
            let got = got.map_or_else(|e| format!("! {:?}: {}", e.class, e.text), float_repr::repr);
            assert_eq!(got, fields[2], "{line}");
        }
        assert_eq!(parse_bytes(b"1x").unwrap_err().text, "could not convert string to float: b'1x'");
    }
}
