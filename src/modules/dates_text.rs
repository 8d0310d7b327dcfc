//! Dates and times as text: ISO 8601's usual form, read and written, and what `str` and `repr` show.

use super::dates::{DAY, exist};
use super::dates_quick::{Kind, Said, said};
use super::shortcuts::Known;
use crate::objects::str::PyStr;
use crate::objects::{Interp, Value};

/// `date.isoformat(self)`, which knows nothing of a moment's time.
pub fn isoformat_of_day(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (_, said) = said(i, args.first()?)?;
    if said.kind == Kind::Date { isoformat(i, args) } else { None }
}

/// `isoformat(self, sep, timespec)`, of a time without `sep`.
pub fn isoformat(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (this, rest) = args.split_first()?;
    let (known, said) = said(i, this)?;
    if said.kind == Kind::Date && !rest.is_empty() {
        return None;
    }
    let (separator, precision) =
        if said.kind == Kind::Time { (None, rest.first()) } else { (rest.first(), rest.get(1)) };
    let separator = match separator {
        None => 'T',
        Some(Value::Str(text)) if text.data.len() == 1 => char::from_u32(text.data.at(0))?,
        _ => return None,
    };
    let precision = match precision {
        None => "auto".into(),
        Some(Value::Str(text)) => text.text(),
        _ => return None,
    };
    iso(&known, &said, separator, &precision)
}

/// `__str__(self)`
pub fn str(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this] = args else { return None };
    let (known, said) = said(i, this)?;
    if said.kind == Kind::Delta { Some(delta(said.us)) } else { iso(&known, &said, ' ', "auto") }
}

/// A number with so many digits at least.
fn push(out: &mut String, number: i64, digits: usize) {
    let text = number.to_string();
    (text.len()..digits).for_each(|_| out.push('0'));
    out.push_str(&text);
}

/// Numbers of two digits, between colons.
fn push_clock(out: &mut String, numbers: &[i64]) {
    for (at, number) in numbers.iter().enumerate() {
        if at > 0 {
            out.push(':');
        }
        push(out, *number, 2);
    }
}

fn push_fraction(out: &mut String, number: i64, digits: usize) {
    out.push('.');
    push(out, number, digits);
}

fn iso(known: &Known, said: &Said, separator: char, precision: &str) -> Option<Value> {
    let [year, month, day, .., us] = said.parts;
    let mut out = String::with_capacity(32);
    if said.kind == Kind::Delta {
        return None;
    }
    if said.kind != Kind::Time {
        push(&mut out, year, 4);
        for number in [month, day] {
            out.push('-');
            push(&mut out, number, 2);
        }
    }
    if said.kind == Kind::Moment {
        out.push(separator);
    }
    if said.kind != Kind::Date {
        let (numbers, digits) = match precision {
            "auto" => (3, if us != 0 { 6 } else { 0 }),
            "hours" => (1, 0),
            "minutes" => (2, 0),
            "seconds" => (3, 0),
            "milliseconds" => (3, 3),
            "microseconds" => (3, 6),
            _ => return None,
        };
        push_clock(&mut out, &said.parts[3..3 + numbers]);
        if digits > 0 {
            push_fraction(&mut out, if digits == 3 { us / 1000 } else { us }, digits);
        }
        if let Some(offset) = known.offset(&said.zone).ok()? {
            let (seconds, us) = (offset.abs() / 1_000_000, offset.abs() % 1_000_000);
            out.push(if offset < 0 { '-' } else { '+' });
            let count = if seconds % 60 != 0 || us != 0 { 3 } else { 2 };
            push_clock(&mut out, &[seconds / 3600, seconds / 60 % 60, seconds % 60][..count]);
            if us != 0 {
                push_fraction(&mut out, us, 6);
            }
        }
    }
    Some(PyStr::from_string(out).into())
}

/// `str` of a timedelta.
fn delta(us: i64) -> Value {
    let (days, us) = (us.div_euclid(DAY), us.rem_euclid(DAY));
    let mut out = String::new();
    if days != 0 {
        push(&mut out, days, 1);
        out.push_str(if days.abs() == 1 { " day, " } else { " days, " });
    }
    push(&mut out, us / 3_600_000_000, 1);
    out.push(':');
    push_clock(&mut out, &[us / 60_000_000 % 60, us / 1_000_000 % 60]);
    if us % 1_000_000 != 0 {
        push_fraction(&mut out, us % 1_000_000, 6);
    }
    PyStr::from_string(out).into()
}

/// Reads numbers off a text.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take(&mut self, of: impl Fn(u8) -> bool) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        of(*first).then(|| {
            self.0 = rest;
            *first
        })
    }

    fn number(&mut self, digits: usize) -> Option<i64> {
        (0..digits).try_fold(0, |sum, _| Some(sum * 10 + i64::from(self.take(|c| c.is_ascii_digit())? - b'0')))
    }

    /// `HH[:MM[:SS[.f…]]]`
    fn clock(&mut self) -> Option<[i64; 4]> {
        let mut parts = [self.number(2)?, 0, 0, 0];
        for part in &mut parts[1..3] {
            if self.take(|c| c == b':').is_none() {
                return Some(parts);
            }
            *part = self.number(2)?;
        }
        if self.take(|c| c == b'.' || c == b',').is_some() {
            let (mut unit, mut any) = (100_000, false);
            while let Some(digit) = self.take(|c| c.is_ascii_digit()) {
                parts[3] += i64::from(digit - b'0') * unit;
                (unit, any) = (unit / 10, true);
            }
            any.then_some(())?;
        }
        Some(parts)
    }
}

/// What a text in the usual form says: the parts, and the distance from UTC if it gives one. `None`: it has another form, or
/// none.
pub fn parse(text: &str, kind: Kind) -> Option<([i64; 7], Option<i64>)> {
    let mut reader = Reader(text.as_bytes());
    let mut parts = [1, 1, 1, 0, 0, 0, 0];
    let mut offset = None;
    if kind != Kind::Time {
        for (part, digits) in parts.iter_mut().zip([4, 2, 2]) {
            if digits == 2 {
                reader.take(|c| c == b'-')?;
            }
            *part = reader.number(digits)?;
        }
    }
    if kind == Kind::Time || kind == Kind::Moment && reader.take(|_| true).is_some() {
        parts[3..].copy_from_slice(&reader.clock()?);
        if let Some(sign) = reader.take(|c| matches!(c, b'+' | b'-' | b'Z')) {
            let [hours, minutes, seconds, us] = if sign == b'Z' { [0; 4] } else { reader.clock()? };
            let us = ((hours * 60 + minutes) * 60 + seconds) * 1_000_000 + us;
            offset = Some(if sign == b'-' { -us } else { us });
        }
    }
    if !reader.0.is_empty() || kind == Kind::Delta || !exist(&parts) {
        return None;
    }
    if kind == Kind::Time {
        parts[..3].fill(0);
    }
    Some((parts, offset))
}
