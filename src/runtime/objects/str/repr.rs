//! `repr` and `ascii` of str, `repr` of bytes.

use super::PyStr;
use super::predicates::is_printable;

const HEX: &[u8; 16] = b"0123456789abcdef";

/// Appends `\xNN`, `\uNNNN` or `\UNNNNNNNN`.
pub(super) fn push_escape(out: &mut PyStr, point: u32) {
    let (letter, digits) = match point {
        0..=0xFF => (b'x', 2),
        0x100..=0xFFFF => (b'u', 4),
        _ => (b'U', 8),
    };
    out.push(b'\\'.into());
    out.push(letter.into());
    for i in (0..digits).rev() {
        out.push(HEX[(point >> (4 * i) & 15) as usize].into());
    }
}

/// Double quotes only if the text has single ones and no double ones.
fn quote_for(points: impl Iterator<Item = u32>) -> u32 {
    let (mut single, mut double) = (false, false);
    for point in points {
        single |= point == u32::from(b'\'');
        double |= point == u32::from(b'"');
    }
    if single && !double { u32::from(b'"') } else { u32::from(b'\'') }
}

fn push_char(out: &mut PyStr, point: u32, quote: u32, printable: impl Fn(u32) -> bool) {
    let short = match point {
        0x0A => Some(b'n'),
        0x0D => Some(b'r'),
        0x09 => Some(b't'),
        0x5C => Some(b'\\'),
        _ if point == quote => Some(quote as u8),
        _ => None,
    };
    if let Some(letter) = short {
        out.push(b'\\'.into());
        out.push(letter.into());
    } else if printable(point) {
        out.push(point);
    } else {
        push_escape(out, point);
    }
}

impl PyStr {
    pub fn repr(&self) -> PyStr {
        let mut out = PyStr::new();
        if let Some(text) = self.as_ascii()
            && text.bytes().all(|b| matches!(b, 0x20..=0x7E) && b != b'\'' && b != b'\\')
        {
            out.push_str("'");
            out.push_str(text);
            out.push_str("'");
            return out;
        }
        let quote = quote_for(self.points());
        out.push(quote);
        self.points().for_each(|p| push_char(&mut out, p, quote, is_printable));
        out.push(quote);
        out
    }

    /// Text of another's repr made plain ASCII: `ascii(x)` is this over `repr(x)`.
    pub fn escape_non_ascii(&self) -> PyStr {
        if self.is_ascii() {
            return self.clone();
        }
        let mut out = PyStr::new();
        for point in self.points() {
            if point < 0x80 { out.push(point) } else { push_escape(&mut out, point) }
        }
        out
    }
}

/// `ascii(text)`
pub fn ascii_of(text: &PyStr) -> PyStr {
    text.repr().escape_non_ascii()
}

/// `repr` of a bytes object.
pub fn repr_bytes(bytes: &[u8]) -> PyStr {
    let mut out = PyStr::from("b");
    let points = || bytes.iter().map(|&b| u32::from(b));
    let quote = quote_for(points());
    out.push(quote);
    points().for_each(|p| push_char(&mut out, p, quote, |p| (0x20..0x7F).contains(&p)));
    out.push(quote);
    out
}
