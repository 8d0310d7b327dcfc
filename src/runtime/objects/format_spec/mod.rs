//! The format mini-language of `format()`, f-strings and `str.format` (Python/formatter_unicode.c).

mod number;
pub mod percent;

#[cfg(test)]
mod tests;

use super::error_text::ErrorText;
use super::int::IntRef;
use super::str::PyStr;
use super::str::predicates::decimal_value;

/// A parsed specification. `kind` is the presentation type's character, 0 if none was given.
#[derive(Clone, Debug)]
pub struct Spec {
    pub fill: u32,
    pub align: u8,
    pub sign: u8,
    pub no_negative_zero: bool,
    pub alternate: bool,
    pub width: usize,
    /// `,`, `_` or 0.
    pub grouping: u8,
    pub precision: Option<usize>,
    pub kind: u32,
}

/// A wider field than this is a MemoryError, whatever the machine has.
const MAX_WIDTH: i64 = i32::MAX as i64;

/// An upper bound of the characters that a specification asks for by itself: what to charge before formatting. A precision asks
/// for some if there are `digits`, and the form shows zeros at the end.
pub fn reserved(spec: &PyStr, digits: bool) -> u64 {
    let (mut number, mut width, mut precision) = (0u64, 0, 0);
    let (mut alternate, mut precise, mut kind) = (false, false, 0);
    let fill = usize::from(spec.len() >= 2 && is_align(spec.at(1)));
    for point in spec.points().skip(fill) {
        kind = point;
        alternate |= point == u32::from(b'#');
        precise |= point == u32::from(b'.');
        number = decimal_value(point).map_or(0, |digit| number.saturating_mul(10).saturating_add(digit.into()));
        // Numbers that no field can have are refused where they are read.
        let limit = if precise { i32::MAX as u64 } else { i64::MAX as u64 };
        if number > limit {
            return 0;
        }
        let greatest = if precise { &mut precision } else { &mut width };
        *greatest = number.max(*greatest);
    }
    let fixed = matches!(u8::try_from(kind), Ok(b'e' | b'E' | b'f' | b'F' | b'%'));
    if digits && (alternate || fixed) { width.max(precision) } else { width }
}

fn is_align(point: u32) -> bool {
    matches!(u8::try_from(point), Ok(b'<' | b'>' | b'=' | b'^'))
}

/// A character as `%c` prints it in error messages: itself if it is visible ASCII.
fn shown(kind: u32) -> String {
    if (33..128).contains(&kind) {
        return String::from(kind as u8 as char);
    }
    let mut out = String::from("\\x");
    out += &IntRef::Small(kind.into()).to_radix(16);
    out
}

fn unknown_code(kind: u32, type_name: &str) -> ErrorText {
    ErrorText::value(String::from("Unknown format code '") + &shown(kind) + "' for object of type '" + type_name + "'")
}

/// Reads digits of any script; `None` if the number is too large for Py_ssize_t.
fn integer(spec: &PyStr, at: &mut usize) -> Option<Option<usize>> {
    let start = *at;
    let mut value: i64 = 0;
    while *at < spec.len()
        && let Some(digit) = decimal_value(spec.at(*at))
    {
        value = value.checked_mul(10)?.checked_add(digit.into())?;
        *at += 1;
    }
    Some((*at > start).then_some(usize::try_from(value).unwrap_or(usize::MAX)))
}

/// Parses `spec` with the type's defaults; `type_name` is for the error messages.
fn parse(spec: &PyStr, kind: u8, align: u8, type_name: &str) -> Result<Spec, ErrorText> {
    let mut out = Spec {
        fill: b' '.into(),
        align,
        sign: 0,
        no_negative_zero: false,
        alternate: false,
        width: 0,
        grouping: 0,
        precision: None,
        kind: kind.into(),
    };
    let mut at = 0;
    let is = |at: usize, byte: u8| at < spec.len() && spec.at(at) == u32::from(byte);
    let (mut fill_given, mut align_given) = (false, false);
    if spec.len() >= 2 && is_align(spec.at(1)) {
        (out.fill, out.align) = (spec.at(0), spec.at(1) as u8);
        (fill_given, align_given) = (true, true);
        at = 2;
    } else if !spec.is_empty() && is_align(spec.at(0)) {
        out.align = spec.at(0) as u8;
        align_given = true;
        at = 1;
    }
    if is(at, b' ') || is(at, b'+') || is(at, b'-') {
        out.sign = spec.at(at) as u8;
        at += 1;
    }
    if is(at, b'z') {
        out.no_negative_zero = true;
        at += 1;
    }
    if is(at, b'#') {
        out.alternate = true;
        at += 1;
    }
    if !fill_given && is(at, b'0') {
        out.fill = b'0'.into();
        if !align_given && align == b'>' {
            out.align = b'=';
        }
        at += 1;
    }
    let too_many = || ErrorText::value("Too many decimal digits in format string");
    out.width = integer(spec, &mut at).ok_or_else(too_many)?.unwrap_or(0);
    if out.width > MAX_WIDTH as usize {
        return Err(ErrorText::memory());
    }
    if is(at, b',') {
        out.grouping = b',';
        at += 1;
    }
    let both = || ErrorText::value("Cannot specify both ',' and '_'.");
    if is(at, b'_') {
        if out.grouping != 0 {
            return Err(both());
        }
        out.grouping = b'_';
        at += 1;
    }
    if is(at, b',') && out.grouping == b'_' {
        return Err(both());
    }
    if is(at, b'.') {
        at += 1;
        out.precision = integer(spec, &mut at).ok_or_else(too_many)?;
        if out.precision.is_none() {
            return Err(ErrorText::value("Format specifier missing precision"));
        }
    }
    if spec.len() - at > 1 {
        let text =
            String::from("Invalid format specifier '") + &spec.to_text() + "' for object of type '" + type_name + "'";
        return Err(ErrorText::value(text));
    }
    if at < spec.len() {
        out.kind = spec.at(at);
    }
    if out.grouping != 0 {
        match u8::try_from(out.kind) {
            Ok(b'd' | b'e' | b'f' | b'g' | b'E' | b'G' | b'%' | b'F' | 0) => {}
            Ok(b'b' | b'o' | b'x' | b'X') if out.grouping == b'_' => {}
            _ => {
                let separator = char::from(out.grouping);
                let mut text = String::from("Cannot specify '");
                text.push(separator);
                return Err(ErrorText::value(text + "' with '" + &shown(out.kind) + "'."));
            }
        }
    }
    Ok(out)
}

impl Spec {
    /// Puts `body` into the width; `=` counts as `>` (there is no sign to pad after).
    fn pad(&self, body: &PyStr) -> PyStr {
        let pad = self.width.saturating_sub(body.len());
        if pad == 0 {
            return body.clone();
        }
        let left = match self.align {
            b'<' => 0,
            b'^' => pad / 2,
            _ => pad,
        };
        let fill = PyStr::from_point(self.fill);
        let mut out = fill.repeat(left);
        out.push_py(body);
        out.push_py(&fill.repeat(pad - left));
        out
    }
}

/// `str.__format__`; an empty specification is the caller's (it is `str(value)`).
pub fn format_str(value: &PyStr, spec: &PyStr, type_name: &str) -> Result<PyStr, ErrorText> {
    let spec = parse(spec, b's', b'<', type_name)?;
    if spec.kind != u32::from(b's') {
        return Err(unknown_code(spec.kind, type_name));
    }
    let refused = if spec.sign == b' ' {
        "Space not allowed in string format specifier"
    } else if spec.sign != 0 {
        "Sign not allowed in string format specifier"
    } else if spec.no_negative_zero {
        "Negative zero coercion (z) not allowed in string format specifier"
    } else if spec.alternate {
        "Alternate form (#) not allowed in string format specifier"
    } else if spec.align == b'=' {
        "'=' alignment not allowed in string format specifier"
    } else {
        let body = value.slice(0, value.len().min(spec.precision.unwrap_or(usize::MAX)));
        return Ok(spec.pad(&body));
    };
    Err(ErrorText::value(refused))
}

/// `int.__format__` (bool's too, under its own name); `max_digits` is `sys.get_int_max_str_digits()`.
pub fn format_int(value: IntRef<'_>, spec: &PyStr, type_name: &str, max_digits: usize) -> Result<PyStr, ErrorText> {
    let spec = parse(spec, b'd', b'>', type_name)?;
    match u8::try_from(spec.kind) {
        Ok(b'b' | b'c' | b'd' | b'o' | b'x' | b'X' | b'n') => number::int(value, &spec, max_digits),
        Ok(b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'%') => number::float(value.to_f64()?, &spec),
        _ => Err(unknown_code(spec.kind, type_name)),
    }
}

/// `float.__format__`
pub fn format_float(value: f64, spec: &PyStr, type_name: &str) -> Result<PyStr, ErrorText> {
    let spec = parse(spec, 0, b'>', type_name)?;
    match u8::try_from(spec.kind) {
        Ok(0 | b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'n' | b'%') => number::float(value, &spec),
        _ => Err(unknown_code(spec.kind, type_name)),
    }
}

/// `complex.__format__`
pub fn format_complex(real: f64, imag: f64, spec: &PyStr, type_name: &str) -> Result<PyStr, ErrorText> {
    let spec = parse(spec, 0, b'>', type_name)?;
    match u8::try_from(spec.kind) {
        Ok(0 | b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'n') => number::complex(real, imag, &spec),
        _ => Err(unknown_code(spec.kind, type_name)),
    }
}
