//! A JSON string: its characters and escapes (`Modules/_json.c`, `scanstring_unicode`).

use crate::objects::args::Args;
use crate::objects::exception::{PyResult, type_error, value_error};
use crate::objects::str::{PyStr, Units};
use crate::objects::{Exc, Interp, Symbol, Value, ops, type_name};

/// The characters from `at` on, which is behind the opening quote, and the place behind the closing one.
pub(super) fn string(i: &mut dyn Interp, text: &PyStr, at: usize, strict: bool) -> PyResult<(PyStr, usize)> {
    let len = text.len();
    let (mut at, begin) = (at, at - 1);
    let mut out: Option<PyStr> = None;
    loop {
        let end = plain_end(text, at, strict);
        let found = if end < len { text.at(end) } else { 0 };
        if found == u32::from(b'"') {
            let all = match out {
                None => text.slice(at, end),
                Some(mut out) => {
                    out.push_range(text, at, end);
                    out
                }
            };
            return Ok((all, end + 1));
        }
        if end >= len {
            return Err(error(i, "Unterminated string starting at", text, begin));
        }
        if found != u32::from(b'\\') {
            return Err(error(i, "Invalid control character at", text, end));
        }
        let out = out.get_or_insert_default();
        out.push_range(text, at, end);
        let (point, after) = escape(i, text, end, begin)?;
        out.push(point);
        at = after;
    }
}

/// Where what stands for itself ends: at a quote, a backslash, a control character, or the end.
fn plain_end(text: &PyStr, at: usize, strict: bool) -> usize {
    fn end<T: Copy + Into<u32>>(units: &[T], at: usize, strict: bool) -> usize {
        let special = |c: u32| c == 0x22 || c == 0x5C || c < 0x20 && strict;
        units[at..].iter().position(|&unit| special(unit.into())).map_or(units.len(), |found| at + found)
    }
    match text.units() {
        Units::One(units) => end(units, at, strict),
        Units::Two(units) => end(units, at, strict),
        Units::Four(units) => end(units, at, strict),
    }
}

/// The character of the escape whose backslash is at `slash`, and the place behind it.
fn escape(i: &mut dyn Interp, text: &PyStr, slash: usize, begin: usize) -> PyResult<(u32, usize)> {
    if slash + 1 >= text.len() {
        return Err(error(i, "Unterminated string starting at", text, begin));
    }
    let point = match text.at(slash + 1) {
        0x22 => 0x22,
        0x5C => 0x5C,
        0x2F => 0x2F,
        0x62 => 0x08,
        0x66 => 0x0C,
        0x6E => 0x0A,
        0x72 => 0x0D,
        0x74 => 0x09,
        0x75 => {
            let point = hex(text, slash + 2);
            let Some(high) = point else { return Err(error(i, "Invalid \\uXXXX escape", text, slash + 1)) };
            let next = slash + 6;
            let pair = (0xD800..0xDC00).contains(&high) && next + 6 < text.len();
            if pair && text.at(next) == 0x5C && text.at(next + 1) == 0x75 {
                let Some(low) = hex(text, next + 2) else {
                    return Err(error(i, "Invalid \\uXXXX escape", text, next + 1));
                };
                if (0xDC00..0xE000).contains(&low) {
                    return Ok((0x10000 + ((high - 0xD800) << 10 | (low - 0xDC00)), next + 6));
                }
            }
            return Ok((high, next));
        }
        _ => return Err(error(i, "Invalid \\escape", text, slash)),
    };
    Ok((point, slash + 2))
}

/// Four hexadecimal digits, with something behind them.
fn hex(text: &PyStr, at: usize) -> Option<u32> {
    if at + 4 >= text.len() {
        return None;
    }
    (at..at + 4).try_fold(0, |sum, at| Some(sum << 4 | char::from_u32(text.at(at))?.to_digit(16)?))
}

/// `json.decoder.JSONDecodeError(message, text, at)`
#[cold]
pub(super) fn error(i: &mut dyn Interp, message: &str, text: &PyStr, at: usize) -> Exc {
    let mut made = || -> PyResult<Option<Exc>> {
        let Value::Module(decoder) = i.import("json.decoder")? else { return Ok(None) };
        let Some(class) = decoder.get(Symbol::new("JSONDecodeError")) else { return Ok(None) };
        let made = i.call(&class, Args::positional([message.into(), text.clone().into(), at.into()]))?;
        Ok(Exc::from_value(&made))
    };
    match made() {
        Ok(Some(error)) | Err(error) => error,
        Ok(None) => value_error(message),
    }
}

/// `scanstring(string, end, strict=True)`
pub(super) fn scanstring(i: &mut dyn Interp, args: Args) -> PyResult {
    let [text, end, strict] = args.between("scanstring", 2)?;
    let end = ops::ssize(i, &end)?;
    let strict = strict.is_unset() || ops::is_true(i, &strict)?;
    let Some(text) = text.as_str() else {
        let name = type_name(&text);
        return Err(type_error(format!("first argument must be a string, not {name}")));
    };
    match usize::try_from(end) {
        Ok(end) if end <= text.data.len() => {
            if end == 0 {
                // Its quote would stand before the text.
                let mut quoted = PyStr::from("\"");
                quoted.push_py(&text.data);
                let (found, end) = string(i, &quoted, 1, strict)?;
                return Ok(Value::pair(found.into(), (end - 1).into()));
            }
            let (found, end) = string(i, &text.data, end, strict)?;
            Ok(Value::pair(found.into(), end.into()))
        }
        _ => Err(value_error("end is out of bounds")),
    }
}
