//! Encodings of Unicode in units of 16 and 32 bits, and as escapes.

use super::PyStr;
use super::charset::Found;
use super::names::{self, Misnamed};

/// The order of bytes in a unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// A mark at the start says it; without one, little-endian.
    Marked,
    Little,
    Big,
}

/// A mark at the start decides the order and is not text: the order, and the bytes after it.
pub fn read_mark(bytes: &[u8], size: usize, order: Order) -> (Order, usize) {
    let unit = |order| bytes.get(..size).map(|b| join(b, order));
    match order {
        Order::Marked if unit(Order::Little) == Some(0xFEFF) => (Order::Little, size),
        Order::Marked if unit(Order::Big) == Some(0xFEFF) => (Order::Big, size),
        Order::Marked => (Order::Little, 0),
        order => (order, 0),
    }
}

fn join(bytes: &[u8], order: Order) -> u32 {
    let fold = |value: u32, byte: &u8| value << 8 | u32::from(*byte);
    match order {
        Order::Big => bytes.iter().fold(0, fold),
        _ => bytes.iter().rev().fold(0, fold),
    }
}

/// The character at the start of `bytes` (CPython's `PyUnicode_DecodeUTF16`).
pub fn utf16_at(bytes: &[u8], order: Order, surrogates_pass: bool) -> Found {
    if bytes.len() < 2 {
        return Found::Wrong(bytes.len(), "truncated data");
    }
    let unit = join(&bytes[..2], order);
    match unit {
        0xD800..0xDC00 => match bytes.get(2..4).map(|b| join(b, order)) {
            Some(low @ 0xDC00..0xE000) => Found::Point(0x10000 + ((unit & 0x3FF) << 10 | low & 0x3FF), 4),
            _ if surrogates_pass => Found::Point(unit, 2),
            Some(_) => Found::Wrong(2, "illegal UTF-16 surrogate"),
            None => Found::Wrong(bytes.len(), "unexpected end of data"),
        },
        0xDC00..0xE000 if !surrogates_pass => Found::Wrong(2, "illegal encoding"),
        unit => Found::Point(unit, 2),
    }
}

/// The character at the start of `bytes` (CPython's `PyUnicode_DecodeUTF32`).
pub fn utf32_at(bytes: &[u8], order: Order, surrogates_pass: bool) -> Found {
    if bytes.len() < 4 {
        return Found::Wrong(bytes.len(), "truncated data");
    }
    match join(&bytes[..4], order) {
        0xD800..0xE000 if !surrogates_pass => {
            Found::Wrong(4, "code point in surrogate code point range(0xd800, 0xe000)")
        }
        0x110000.. => Found::Wrong(4, "code point not in range(0x110000)"),
        point => Found::Point(point, 4),
    }
}

pub fn push_utf16(out: &mut Vec<u8>, point: u32, order: Order) {
    let mut unit = |unit: u32| match order {
        Order::Big => out.extend((unit as u16).to_be_bytes()),
        _ => out.extend((unit as u16).to_le_bytes()),
    };
    match point.checked_sub(0x10000) {
        Some(beyond) => {
            unit(0xD800 | beyond >> 10);
            unit(0xDC00 | beyond & 0x3FF);
        }
        None => unit(point),
    }
}

pub fn push_utf32(out: &mut Vec<u8>, point: u32, order: Order) {
    match order {
        Order::Big => out.extend(point.to_be_bytes()),
        _ => out.extend(point.to_le_bytes()),
    }
}

/// `text.encode('unicode_escape')`, or `'raw_unicode_escape'`.
pub fn escape(text: &PyStr, raw: bool) -> Vec<u8> {
    let mut out = Vec::new();
    for point in text.points() {
        let short = match char::from_u32(point) {
            Some('\\') => "\\\\",
            Some('\n') => "\\n",
            Some('\r') => "\\r",
            Some('\t') => "\\t",
            _ => "",
        };
        let shown = match point {
            _ if !raw && !short.is_empty() => short.to_string(),
            _ if raw && point < 0x100 => {
                out.push(point as u8);
                continue;
            }
            _ if (0x20..0x7F).contains(&point) => char::from(point as u8).to_string(),
            _ if point < 0x100 => format!("\\x{point:02x}"),
            _ if point < 0x10000 => format!("\\u{point:04x}"),
            _ => format!("\\U{point:08x}"),
        };
        out.extend(shown.bytes());
    }
    out
}

/// The character at the start of `bytes`, an escape or a Latin-1 byte. A backslash before a line's end gives none:
/// `NOTHING`.
pub fn unescaped_at(bytes: &[u8], raw: bool) -> Found {
    let (first, second) = (bytes[0], bytes.get(1));
    let plain = Found::Point(first.into(), 1);
    if first != b'\\' {
        return plain;
    }
    let digits = match second {
        Some(b'u') => 4,
        Some(b'U') => 8,
        _ if raw => return plain,
        Some(b'x') => 2,
        None => return Found::Wrong(1, "\\ at end of string"),
        Some(b'0'..=b'7') => {
            let octal = bytes[1..].iter().take(3).take_while(|b| (b'0'..=b'7').contains(b));
            let (value, len) = octal.fold((0, 1), |(v, n), b| (v << 3 | u32::from(b & 7), n + 1));
            return Found::Point(value, len);
        }
        Some(b'N') => {
            return match names::braced(bytes[2..].iter().map(|b| char::from(*b))) {
                Ok((c, length)) => Found::Point(c.into(), 2 + length),
                Err(Misnamed::Wrong(length, why)) => Found::Wrong(2 + length, why),
                Err(Misnamed::Unfetched) => Found::Wrong(2, "the names of characters are not there"),
            };
        }
        Some(b'\n') => return Found::Point(NOTHING, 2),
        Some(c) => {
            let meant = match c {
                b'a' => 7,
                b'b' => 8,
                b't' => 9,
                b'n' => 10,
                b'v' => 11,
                b'f' => 12,
                b'r' => 13,
                b'\\' | b'\'' | b'"' => *c,
                _ => return plain,
            };
            return Found::Point(meant.into(), 2);
        }
    };
    let hex = bytes[2..].iter().take(digits).take_while(|b| b.is_ascii_hexdigit());
    let (value, found) = hex.fold((0u32, 0), |(v, n), b| (v << 4 | char::from(*b).to_digit(16).unwrap_or(0), n + 1));
    let reason = match digits {
        2 => "truncated \\xXX escape",
        4 => "truncated \\uXXXX escape",
        _ => "truncated \\UXXXXXXXX escape",
    };
    match found == digits {
        true if value < 0x110000 => Found::Point(value, 2 + digits),
        true => Found::Wrong(2 + digits, "illegal Unicode character"),
        false => Found::Wrong(2 + found, reason),
    }
}

/// What is told of the first escape that means nothing, or is an octal one of more than a byte, in bytes that could be
/// decoded.
pub fn invalid_escape(bytes: &[u8]) -> Option<String> {
    let mut at = 0;
    while let Some(backslash) = bytes[at..].iter().position(|b| *b == b'\\').map(|found| at + found) {
        match bytes.get(backslash + 1)? {
            b'4'..=b'7' if bytes[backslash + 2..].iter().take_while(|b| (b'0'..=b'7').contains(b)).count() >= 2 => {
                let digits = bytes[backslash + 1..backslash + 4].iter().map(|b| char::from(*b));
                return Some(format!("invalid octal escape sequence '\\{}'", digits.collect::<String>()));
            }
            b'0'..=b'7' | b'\n' | b'\\' | b'\'' | b'"' => {}
            b'a' | b'b' | b't' | b'n' | b'v' | b'f' | b'r' | b'x' | b'u' | b'U' | b'N' => {}
            other => return Some(format!("invalid escape sequence '\\{}'", char::from(*other))),
        }
        at = backslash + 2;
    }
    None
}

/// Bytes that stand for no character at all.
pub const NOTHING: u32 = u32::MAX;
