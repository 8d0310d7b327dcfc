//! `'… %s …' % (a, b)` of a literal and a tuple's display is compiled as an f-string: each value becomes text where it is
//! evaluated, and what fails then fails at the value (`optimize_format`, `Python/ast_opt.c`).

use crate::bytecode::format_conversion;

/// A literal's text up to a format, and that one; behind the last there is text alone.
pub(super) struct Unit {
    pub text: String,
    /// A conversion of f-strings, and a format specifier of theirs or nothing.
    pub format: Option<(u8, String)>,
}

/// Digits of a width or a precision that CPython reads here.
const MOST_DIGITS: usize = 3;

/// The parts of a literal; `None` if it has other formats than `%s`, `%r` and `%a`, or another number of them than values.
pub(super) fn units(literal: &str, values: usize) -> Option<Vec<Unit>> {
    let mut units = Vec::new();
    let mut text = String::new();
    let mut rest = literal;
    while let Some((before, behind)) = rest.split_once('%') {
        text.push_str(before);
        if let Some(behind) = behind.strip_prefix('%') {
            text.push('%');
            rest = behind;
            continue;
        }
        let (format, behind) = format(behind)?;
        units.push(Unit { text: std::mem::take(&mut text), format: Some(format) });
        rest = behind;
    }
    text.push_str(rest);
    let fits = units.len() == values;
    units.push(Unit { text, format: None });
    fits.then_some(units)
}

/// What stands behind a percent sign, and what follows that.
fn format(text: &str) -> Option<((u8, String), &str)> {
    let unflagged = text.trim_start_matches(['-', '+', ' ', '#', '0']);
    let left = text[..text.len() - unflagged.len()].contains('-');
    let (width, rest) = digits(unflagged)?;
    let (precision, rest) = match rest.strip_prefix('.') {
        Some(rest) => digits(rest).map(|(digits, rest)| (Some(digits), rest))?,
        None => (None, rest),
    };
    let conversion = match rest.chars().next()? {
        's' => format_conversion::STR,
        'r' => format_conversion::REPR,
        'a' => format_conversion::ASCII,
        _ => return None,
    };
    let mut spec = String::new();
    if !width.is_empty() {
        spec += if left { "" } else { ">" };
        spec += width;
    }
    if let Some(precision) = precision {
        spec += ".";
        spec += if precision.is_empty() { "0" } else { precision };
    }
    Some(((conversion, spec), &rest[1..]))
}

fn digits(text: &str) -> Option<(&str, &str)> {
    let (digits, rest) = text.split_at(text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len());
    (digits.len() <= MOST_DIGITS).then_some((digits, rest))
}
