//! `complex(real, imag)`, and complex literals in text.

use crate::objects::exception::{Exc, PyResult, type_error, value_error};
use crate::objects::float_parse;
use crate::objects::interp::Interp;
use crate::objects::ops;
use crate::objects::str::PyStr;
use crate::objects::symbol::known;
use crate::objects::types::type_name;
use crate::objects::value::Value;
use crate::objects::warnings;

/// The parts of `complex(first, second)`.
pub(super) fn make(i: &mut dyn Interp, first: &Value, second: &Value) -> PyResult<(f64, f64)> {
    if let Some(text) = first.as_str() {
        if !second.is_unset() {
            return Err(type_error("complex() can't take second arg if first is a string"));
        }
        if !underscores_join_digits(&text.data) {
            let shown = ops::repr_text(i, first)?;
            return Err(value_error(format!("could not convert string to complex: {}", shown.text())));
        }
        return parse(&text.data).ok_or_else(malformed);
    }
    if second.as_str().is_some() {
        return Err(type_error("complex() second arg can't be a string"));
    }
    let (real, imag, is_complex) = part(i, first, "first argument must be a string or a number")?;
    if second.is_unset() {
        return Ok((real, imag));
    }
    let (other, other_imag, second_is_complex) = part(i, second, "second argument must be a number")?;
    // real + imag * 1j, where imag may itself be complex
    // Where both are real, the sign of a zero stays.
    let real = if second_is_complex { real - other_imag } else { real };
    Ok((real, if is_complex { imag + other } else { other }))
}

/// The parts of an argument, and whether it is complex.
fn part(i: &mut dyn Interp, value: &Value, wanted: &str) -> PyResult<(f64, f64, bool)> {
    // The second argument's method is not asked.
    if wanted.starts_with("first")
        && ops::special::has_methods(value)
        && let Some(method) = ops::special(i, value, known::COMPLEX)?
    {
        let result = i.call(&method, crate::objects::Args::none())?;
        return match result.plain() {
            Value::Complex(c) => {
                if matches!(result, Value::Object(_)) {
                    warnings::subclass_returned(i, "__complex__", "complex", &type_name(&result))?;
                }
                Ok((c.real, c.imag, true))
            }
            _ => Err(type_error(format!("__complex__ returned non-complex (type {})", type_name(&result)))),
        };
    }
    match value.plain() {
        Value::Unset => return Ok((0.0, 0.0, false)),
        Value::Complex(c) => return Ok((c.real, c.imag, true)),
        _ => {}
    }
    match ops::real_number(i, value)? {
        Some(x) => Ok((x, 0.0, false)),
        None => Err(type_error(format!("complex() {wanted}, not '{}'", type_name(value)))),
    }
}

#[cold]
fn malformed() -> Exc {
    value_error("complex() arg is a malformed string")
}

/// Whether each underscore stands between digits (`_Py_string_to_number_with_underscores`).
fn underscores_join_digits(text: &PyStr) -> bool {
    let text = crate::objects::int::to_ascii_digits(text);
    let digit = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_digit);
    let mut marks = (0..text.len()).filter(|at| text[*at] == b'_');
    marks.all(|at| digit(at.checked_sub(1)) && digit(Some(at + 1)))
}

/// `3+4j`, `1e5`, `-2j`, in parentheses or not.
fn parse(text: &PyStr) -> Option<(f64, f64)> {
    let text = text.to_text();
    let mut text = text.trim();
    if let Some(inner) = text.strip_prefix('(') {
        text = inner.strip_suffix(')')?.trim();
    }
    let float = |part: &str| {
        if part.is_empty() || part.contains(char::is_whitespace) {
            return None;
        }
        float_parse::parse_str(&PyStr::from(part)).ok()
    };
    let Some(body) = text.strip_suffix(['j', 'J']) else { return float(text).map(|x| (x, 0.0)) };
    // The sign of the imaginary part: the last one that belongs to no exponent.
    let bytes = body.as_bytes();
    let split = (0..bytes.len())
        .rev()
        .find(|&n| matches!(bytes[n], b'+' | b'-') && !(n > 0 && matches!(bytes[n - 1], b'e' | b'E')));
    let imaginary = |part: &str| match part {
        "" | "+" => Some(1.0),
        "-" => Some(-1.0),
        part => float(part),
    };
    match split {
        Some(0) | None => imaginary(body).map(|imag| (0.0, imag)),
        Some(at) => Some((float(&body[..at])?, imaginary(&body[at..])?)),
    }
}
