//! Laying out numbers: sign, prefix, grouped digits, zeros and fill.

use super::Spec;
use crate::objects::error_text::ErrorText;
use crate::objects::float_repr::{self, Code, Layout};
use crate::objects::int::IntRef;
use crate::objects::str::PyStr;

/// The C int's greatest value, which bounds a precision.
const INT_MAX: usize = i32::MAX as usize;

/// A number's parts before they are laid out.
struct Parts<'a> {
    negative: bool,
    prefix: &'a str,
    /// Digits before the point: what grouping and zeros apply to.
    whole: &'a str,
    /// The rest: point, decimals, exponent, percent sign; or all of `inf` and `nan`.
    rest: &'a str,
}

/// Digits in groups, with zeros in front up to `width` columns (`_PyUnicode_InsertThousandsGrouping`).
fn grouped(digits: &str, group: usize, separator: u8, width: usize) -> String {
    let digits = digits.as_bytes();
    let mut out = Vec::new();
    let (mut left, mut width) = (digits.len(), width);
    loop {
        let size = left.max(width).max(1).min(group);
        let taken = left.min(size);
        out.extend(digits[left - taken..left].iter().rev());
        out.resize(out.len() + size - taken, b'0');
        left -= taken;
        width = width.saturating_sub(size);
        if left == 0 && width == 0 {
            break;
        }
        out.push(separator);
        // The separator is a column too; a group always follows it.
        width = width.saturating_sub(1);
    }
    out.iter().rev().map(|&b| char::from(b)).collect()
}

fn lay_out(parts: &Parts<'_>, spec: &Spec, group: usize) -> PyStr {
    let sign = match (parts.negative, spec.sign) {
        (true, _) => "-",
        (false, b'+') => "+",
        (false, b' ') => " ",
        _ => "",
    };
    let taken = sign.len() + parts.prefix.len() + parts.rest.len();
    let mut whole = PyStr::from(parts.whole);
    if !parts.whole.is_empty() || spec.grouping != 0 {
        // Zeros that fill after the sign belong to the groups.
        let zeros =
            if spec.fill == u32::from(b'0') && spec.align == b'=' { spec.width.saturating_sub(taken) } else { 0 };
        if parts.whole.is_empty() {
            // inf and nan have no digits to group.
        } else if spec.grouping == 0 {
            whole = PyStr::from_string(
                ["0".repeat(zeros.saturating_sub(parts.whole.len())).as_str(), parts.whole].concat(),
            );
        } else {
            whole = PyStr::from_string(grouped(parts.whole, group, spec.grouping, zeros));
        }
    }
    let mut head = PyStr::from(sign);
    head.push_str(parts.prefix);
    let mut tail = whole;
    tail.push_str(parts.rest);
    if spec.align == b'=' {
        let pad = spec.width.saturating_sub(head.len() + tail.len());
        head.push_py(&PyStr::from_point(spec.fill).repeat(pad));
        head.push_py(&tail);
        return head;
    }
    head.push_py(&tail);
    spec.pad(&head)
}

/// An int in the presentations b c d o x X n.
pub fn int(value: IntRef<'_>, spec: &Spec, max_digits: usize) -> Result<PyStr, ErrorText> {
    if spec.precision.is_some() {
        return Err(ErrorText::value("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(ErrorText::value("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    let kind = spec.kind as u8;
    if kind == b'c' {
        if spec.sign != 0 {
            return Err(ErrorText::value("Sign not allowed with integer format specifier 'c'"));
        }
        if spec.alternate {
            return Err(ErrorText::value("Alternate form (#) not allowed with integer format specifier 'c'"));
        }
        let point = value.as_i64().ok_or_else(|| ErrorText::overflow("Python int too large to convert to C long"))?;
        let point = u32::try_from(point).ok().filter(|&p| p < 0x110000);
        let body = PyStr::from_point(point.ok_or_else(|| ErrorText::overflow("%c arg not in range(0x110000)"))?);
        // A character is padded as the rest of a number is: zeros may stand before it.
        return Ok(if spec.width > 1 { spec.pad(&body) } else { body });
    }
    let mut text = match kind {
        b'b' => value.to_radix(2),
        b'o' => value.to_radix(8),
        b'x' | b'X' => value.to_radix(16),
        _ => value.to_decimal(max_digits)?,
    };
    if kind == b'X' {
        text.make_ascii_uppercase();
    }
    let prefix = match kind {
        _ if !spec.alternate => "",
        b'b' => "0b",
        b'o' => "0o",
        b'x' => "0x",
        b'X' => "0X",
        _ => "",
    };
    let group = if matches!(kind, b'b' | b'o' | b'x' | b'X') { 4 } else { 3 };
    let whole = text.strip_prefix('-').unwrap_or(&text);
    Ok(lay_out(&Parts { negative: value.is_negative(), prefix, whole, rest: "" }, spec, group))
}

fn check_precision(precision: Option<usize>) -> Result<(), ErrorText> {
    if precision.is_some_and(|p| p > INT_MAX) { Err(ErrorText::value("precision too big")) } else { Ok(()) }
}

/// A float in the given kind (0: like `repr`), with `%` and upper case seen to.
fn float_text(value: f64, spec: &Spec, kind: u8, precision: Option<usize>) -> Result<String, ErrorText> {
    check_precision(precision)?;
    let value = if kind == b'%' { value * 100.0 } else { value };
    let code = match kind.to_ascii_lowercase() {
        b'e' => Code::E,
        b'f' | b'%' => Code::F,
        b'g' | b'n' => Code::G,
        _ if precision.is_none() => Code::R,
        _ => Code::G,
    };
    let layout = Layout {
        code,
        precision: precision.unwrap_or(6),
        alternate: spec.alternate,
        add_dot_0: kind == 0,
        no_negative_zero: spec.no_negative_zero,
    };
    let mut text = float_repr::to_text(value, &layout);
    if kind.is_ascii_uppercase() {
        text.make_ascii_uppercase();
    }
    if kind == b'%' {
        text.push('%');
    }
    Ok(text)
}

fn split_float(text: &str) -> (bool, &str, &str) {
    let negative = text.starts_with('-');
    let text = text.strip_prefix('-').unwrap_or(text);
    let (whole, rest) = text.split_at(text.bytes().take_while(u8::is_ascii_digit).count());
    (negative, whole, rest)
}

pub fn float(value: f64, spec: &Spec) -> Result<PyStr, ErrorText> {
    let text = float_text(value, spec, spec.kind as u8, spec.precision)?;
    let (negative, whole, rest) = split_float(&text);
    if whole.is_empty() && spec.fill == u32::from(b'0') && spec.align == b'=' {
        // inf and nan: the zeros that fill are plain ones.
        return Ok(lay_out(&Parts { negative, prefix: "", whole, rest }, &Spec { grouping: 0, ..spec.clone() }, 3));
    }
    Ok(lay_out(&Parts { negative, prefix: "", whole, rest }, spec, 3))
}

pub fn complex(real: f64, imag: f64, spec: &Spec) -> Result<PyStr, ErrorText> {
    check_precision(spec.precision)?;
    if spec.fill == u32::from(b'0') {
        return Err(ErrorText::value("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == b'=' {
        return Err(ErrorText::value("'=' alignment flag is not allowed in complex format specifier"));
    }
    let kind = spec.kind as u8;
    // Without a type it looks like repr: the real part only if it is not 0, and then in parentheses.
    let only_imaginary = kind == 0 && real == 0.0 && real.is_sign_positive();
    let parentheses = kind == 0 && !only_imaginary;
    let part = |value: f64, sign: u8| -> Result<PyStr, ErrorText> {
        let text = match kind {
            // No ".0" here, other than a float's.
            0 => {
                let code = if spec.precision.is_none() { Code::R } else { Code::G };
                let layout = Layout {
                    code,
                    precision: spec.precision.unwrap_or(0),
                    alternate: spec.alternate,
                    add_dot_0: false,
                    no_negative_zero: spec.no_negative_zero,
                };
                float_repr::to_text(value, &layout)
            }
            _ => float_text(value, spec, kind, spec.precision)?,
        };
        let (negative, whole, rest) = split_float(&text);
        let spec = Spec { width: 0, sign, ..spec.clone() };
        Ok(lay_out(&Parts { negative, prefix: "", whole, rest }, &spec, 3))
    };
    let mut body = PyStr::new();
    if parentheses {
        body.push_str("(");
    }
    if !only_imaginary {
        body.push_py(&part(real, spec.sign)?);
    }
    body.push_py(&part(imag, if only_imaginary { spec.sign } else { b'+' })?);
    body.push_str(if parentheses { "j)" } else { "j" });
    Ok(spec.pad(&body))
}
