//! What programs do most often with dates and times, where these are instances of datetime's own classes and their zones
//! fixed ones. The text knows the rest, and words the errors.

use std::rc::Rc;

use super::calendar::{civil_from_days, days_from_civil};
use super::dates::{DAY, EPOCH, LAST_DAY, exist, small};
use super::dates_text;
use super::shortcuts::{self, Known, Text};
use crate::objects::class::Class;
use crate::objects::code::Shortcut;
use crate::objects::hash::hash_bytes;
use crate::objects::look::look;
use crate::objects::object::Object;
use crate::objects::ops::CompareOp;
use crate::objects::{Interp, Value};

/// What instances keep.
pub const NAMES: &[&str] = &[
    "_year",
    "_month",
    "_day",
    "_hour",
    "_minute",
    "_second",
    "_microsecond",
    "_tzinfo",
    "_fold",
    "_us",
    "_offset",
    "_name",
];
const US: usize = 9;
const OFFSET: usize = 10;

/// What the text gives behind the classes of [`Kind`].
const TIMEZONE: usize = 4;
const TZINFO: usize = 5;
const UTC: usize = 6;

/// Places in what the text gives.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Date,
    Moment,
    Time,
    Delta,
}

/// What an instance says.
#[derive(Clone)]
pub struct Said {
    pub kind: Kind,
    /// Year, month, day, hour, minute, second, microsecond.
    pub parts: [i64; 7],
    /// Microseconds: of a day those before it, since the day before the first one.
    pub us: i64,
    pub zone: Value,
    pub fold: bool,
}

pub fn known(i: &mut dyn Interp) -> Option<Rc<Known>> {
    shortcuts::known(i, shortcuts::DATES)
}

fn microseconds(parts: &[i64; 7]) -> i64 {
    let [year, month, day, hour, minute, second, us] = *parts;
    let days = if year == 0 { 0 } else { days_from_civil(year, month, day) + EPOCH };
    (((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000_000 + us
}

impl Known {
    pub fn read(&self, value: &Value) -> Option<Said> {
        let object = value.as_object()?;
        let kind = *[Kind::Date, Kind::Moment, Kind::Time, Kind::Delta].get(self.place(object)?)?;
        let attrs = look(&object.attrs);
        let mut said = Said { kind, parts: [0; 7], us: 0, zone: Value::None, fold: false };
        if kind == Kind::Delta {
            said.us = small(attrs.get(self.names[US])?)?;
            return Some(said);
        }
        let (first, last) = span(kind);
        for at in first..last.min(7) {
            said.parts[at] = small(attrs.at(at - first, self.names[at])?)?;
        }
        if last == 9 {
            said.zone = attrs.at(7 - first, self.names[7])?.clone();
            said.fold = small(attrs.at(8 - first, self.names[8])?)? != 0;
        }
        said.us = microseconds(&said.parts);
        Some(said)
    }

    /// A zone's distance from UTC; an error: it is not a fixed one.
    pub fn offset(&self, zone: &Value) -> Result<Option<i64>, ()> {
        if zone.is_none() {
            return Ok(None);
        }
        self.offset_of(zone).and_then(|offset| self.read(&offset)).map(|offset| Some(offset.us)).ok_or(())
    }

    fn offset_of(&self, zone: &Value) -> Option<Value> {
        self.kept(zone, TIMEZONE, OFFSET)
    }

    /// The kind whose class just this one is.
    fn own_kind(&self, class: &Rc<Class>) -> Option<Kind> {
        let is_own =
            |kind: &Kind| matches!(self.given.get(*kind as usize), Some(Value::Type(own)) if Rc::ptr_eq(own, class));
        [Kind::Date, Kind::Moment, Kind::Time, Kind::Delta].into_iter().find(is_own)
    }

    fn said(&self, class: &Rc<Class>, said: &Said) -> Value {
        let (first, last) = span(said.kind);
        let [year, month, day, hour, minute, second, us] = said.parts.map(Value::Int);
        let values = [year, month, day, hour, minute, second, us, said.zone.clone(), Value::Int(said.fold.into())];
        self.made_of(class, first, &values[first..last])
    }

    fn own_said(&self, said: &Said) -> Option<Value> {
        match self.given.get(said.kind as usize)? {
            Value::Type(class) => Some(self.said(class, said)),
            _ => None,
        }
    }

    pub fn delta(&self, us: i64) -> Option<Value> {
        if us.abs() >= DAY * 99_999_999 { None } else { self.made(Kind::Delta as usize, US, &[Value::Int(us)]) }
    }

    /// The day or the moment of so many microseconds.
    fn at(&self, kind: Kind, us: i64, zone: Value) -> Option<Value> {
        let (days, us) = (us.div_euclid(DAY), us.rem_euclid(DAY));
        if !(1..=LAST_DAY).contains(&days) {
            return None;
        }
        let (year, month, day) = civil_from_days(days - EPOCH);
        let (seconds, rest) = (us / 1_000_000, us % 1_000_000);
        let parts = [year, month, day, seconds / 3600, seconds / 60 % 60, seconds % 60, rest];
        self.own_said(&Said { kind, parts, us, zone, fold: false })
    }

    /// A zone at a distance from UTC.
    fn zone(&self, offset: i64) -> Option<Value> {
        if offset == 0 {
            return self.given.get(UTC).cloned();
        }
        if offset.abs() >= DAY { None } else { self.made(TIMEZONE, OFFSET, &[self.delta(offset)?, Value::None]) }
    }
}

/// The places of the parts that a kind has.
fn span(kind: Kind) -> (usize, usize) {
    match kind {
        Kind::Date => (0, 3),
        Kind::Moment => (0, 9),
        _ => (3, 9),
    }
}

pub fn said(i: &mut dyn Interp, value: &Value) -> Option<(Rc<Known>, Said)> {
    let known = known(i)?;
    let said = known.read(value)?;
    Some((known, said))
}

fn compared(i: &mut dyn Interp, args: &mut [Value], op: CompareOp) -> Option<Value> {
    let [a, b] = args else { return None };
    let (known, a) = said(i, a)?;
    let b = known.read(b)?;
    if a.kind != b.kind {
        return None;
    }
    let order = if a.zone.is(&b.zone) {
        a.us.cmp(&b.us)
    } else {
        (a.us - known.offset(&a.zone).ok()??).cmp(&(b.us - known.offset(&b.zone).ok()??))
    };
    Some(Value::Bool(op.judge(order)))
}

fn sum(i: &mut dyn Interp, args: &mut [Value], sign: i64) -> Option<Value> {
    let [a, b] = args else { return None };
    let (known, mut a) = said(i, a)?;
    let mut b = known.read(b)?;
    if a.kind == Kind::Delta && sign > 0 {
        std::mem::swap(&mut a, &mut b);
    }
    match (a.kind, b.kind) {
        (Kind::Delta, Kind::Delta) => known.delta(a.us.checked_add(b.us.checked_mul(sign)?)?),
        (Kind::Moment, Kind::Delta) => known.at(a.kind, a.us.checked_add(b.us.checked_mul(sign)?)?, a.zone),
        (Kind::Date, Kind::Delta) => {
            let whole = b.us.div_euclid(DAY).checked_mul(sign * DAY)?;
            known.at(a.kind, a.us.checked_add(whole)?, Value::None)
        }
        (Kind::Date, Kind::Date) | (Kind::Moment, Kind::Moment) if sign < 0 => {
            let mut us = a.us - b.us;
            if !a.zone.is(&b.zone) {
                us += known.offset(&b.zone).ok()?? - known.offset(&a.zone).ok()??;
            }
            known.delta(us)
        }
        _ => None,
    }
}

/// Fills in parts from arguments, of which the first is that of `first`. `keep`: what is not given, `...`, stays.
fn fill(known: &Known, said: &mut Said, first: usize, args: &[Value], keep: bool) -> Option<()> {
    for (at, arg) in (first..).zip(args) {
        match (at, arg) {
            (_, Value::NotImplemented) if keep => {}
            (7, Value::None) => said.zone = Value::None,
            (7, Value::Object(zone)) if is_zone(known, zone) => {
                said.zone = arg.clone();
            }
            (8, Value::Int(fold @ (0 | 1))) => said.fold = *fold == 1,
            (..=6, Value::Int(n)) => said.parts[at] = *n,
            _ => return None,
        }
    }
    let mut whole = said.parts;
    if said.kind == Kind::Time {
        whole[..3].fill(1);
    }
    exist(&whole).then_some(())
}

fn is_zone(known: &Known, zone: &Object) -> bool {
    matches!(&known.given[TZINFO], Value::Type(zones) if zone.with_class(|class| class.is_subclass_of(zones)))
}

/// `__new__(class, …)`
fn new(i: &mut dyn Interp, args: &mut [Value], kind: Kind) -> Option<Value> {
    let [Value::Type(class), rest @ ..] = args else { return None };
    let (first, last) = span(kind);
    if rest.len() < 3 - first || rest.len() > last - first {
        return None;
    }
    let known = known(i)?;
    let mut said = Said { kind, parts: [0; 7], us: 0, zone: Value::None, fold: false };
    fill(&known, &mut said, first, rest, false)?;
    Some(known.said(class, &said))
}

fn replace(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, rest @ ..] = args else { return None };
    let (known, mut said) = said(i, this)?;
    let (first, last) = span(said.kind);
    if rest.len() != last - first {
        return None;
    }
    fill(&known, &mut said, first, rest, true)?;
    known.own_said(&said)
}

/// `timedelta.__new__(class, days, seconds, microseconds, milliseconds, minutes, hours, weeks)`
fn new_delta(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [Value::Type(class), rest @ ..] = args else { return None };
    let units = [DAY, 1_000_000, 1, 1000, 60_000_000, 3_600_000_000, 7 * DAY];
    let mut us = 0_i128;
    for (part, unit) in rest.iter().zip(units) {
        us += i128::from(small(part)?) * i128::from(unit);
    }
    if rest.len() > units.len() || us.abs() >= i128::from(DAY) * 99_999_999 {
        return None;
    }
    Some(known(i)?.made_of(class, US, &[Value::Int(us as i64)]))
}

/// `fromisoformat(class, text)`
fn from_iso(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [Value::Type(class), Value::Str(given)] = args else { return None };
    let known = known(i)?;
    let kind = known.own_kind(class)?;
    let (parts, offset) = dates_text::parse(given.data.as_ascii()?, kind)?;
    let zone = offset.map_or(Some(Value::None), |offset| known.zone(offset))?;
    known.own_said(&Said { kind, parts, us: 0, zone, fold: false })
}

/// A part of a moment as another kind.
fn part(i: &mut dyn Interp, args: &mut [Value], kind: Kind) -> Option<Value> {
    let [this] = args else { return None };
    let (known, said) = said(i, this)?;
    let part = Said { kind, zone: Value::None, ..said };
    if said.kind == Kind::Moment { known.own_said(&part) } else { None }
}

fn number(i: &mut dyn Interp, args: &mut [Value], of: fn(&Known, &Said) -> Option<Value>) -> Option<Value> {
    let [this] = args else { return None };
    let (known, said) = said(i, this)?;
    of(&known, &said)
}

fn timestamp(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this] = args else { return None };
    let (known, said) = said(i, this)?;
    let us = said.us - EPOCH * DAY - offset_here(i, &known, &said)?;
    (us.abs() < 1 << 53).then(|| Value::Float(us as f64 / 1e6))
}

/// The offset of a moment, which without a zone is local time. The text knows that of a zone that changes its clocks, and
/// what is wrong within a day of the first moment or the last.
fn offset_here(i: &mut dyn Interp, known: &Known, said: &Said) -> Option<i64> {
    let offset = known.offset(&said.zone).ok()?;
    let has_neighbours = (2 * DAY..LAST_DAY * DAY).contains(&said.us);
    offset.or_else(|| (has_neighbours && super::time::is_utc_here(i)).then_some(0))
}

/// `utcoffset(self)` of a moment or a time.
fn utcoffset(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    number(i, args, |known, said| if said.zone.is_none() { Some(Value::None) } else { known.offset_of(&said.zone) })
}

/// `timezone.utcoffset(self, dt)`
fn zone_offset(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [zone, moment] = args else { return None };
    let known = known(i)?;
    let is_moment = moment.is_none() || known.read(moment).is_some_and(|said| said.kind == Kind::Moment);
    if is_moment { known.offset_of(zone) } else { None }
}

/// `tzinfo.fromutc(self, dt)`
fn from_utc(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [zone, moment] = args else { return None };
    let (known, said) = said(i, moment)?;
    let offset = known.offset(zone).ok()??;
    if said.kind == Kind::Moment && zone.is(&said.zone) {
        known.at(said.kind, said.us + offset, said.zone)
    } else {
        None
    }
}

/// `astimezone(self, tz)`
fn in_zone(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, zone] = args else { return None };
    let (known, said) = said(i, this)?;
    let to = known.offset(zone).ok()??;
    if zone.is(&said.zone) || said.kind != Kind::Moment {
        return None;
    }
    let from = offset_here(i, &known, &said)?;
    known.at(said.kind, said.us - from + to, zone.clone())
}

/// `_of_us(class, us, zone)`
fn of_us(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (class, us, zone) = match &*args {
        [Value::Type(class), Value::Int(us)] => (class, *us, Value::None),
        [Value::Type(class), Value::Int(us), zone] => (class, *us, zone.clone()),
        _ => return None,
    };
    let known = known(i)?;
    match known.own_kind(class)? {
        Kind::Delta => known.delta(us),
        kind => known.at(kind, us, zone),
    }
}

const OF_ALL: [(&str, Shortcut); 13] = [
    ("__eq__", |i, args| compared(i, args, CompareOp::Eq)),
    ("__lt__", |i, args| compared(i, args, CompareOp::Lt)),
    ("__le__", |i, args| compared(i, args, CompareOp::Le)),
    ("__gt__", |i, args| compared(i, args, CompareOp::Gt)),
    ("__ge__", |i, args| compared(i, args, CompareOp::Ge)),
    ("__add__", |i, args| sum(i, args, 1)),
    ("__sub__", |i, args| sum(i, args, -1)),
    ("replace", replace),
    ("fromisoformat", from_iso),
    ("utcoffset", utcoffset),
    ("weekday", |i, args| number(i, args, |_, said| Some(Value::Int((said.us / DAY + 6) % 7)))),
    ("isoformat", dates_text::isoformat),
    ("__str__", dates_text::str),
];

/// Of the bytes that a pickle holds.
fn hash(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    number(i, args, |_, said| {
        let [year, month, day, hour, minute, second, us] = said.parts;
        let mut state = vec![(year >> 8) as u8, year as u8, month as u8, day as u8];
        if said.kind == Kind::Moment {
            state.extend([hour as u8, minute as u8, second as u8, (us >> 16) as u8, (us >> 8) as u8, us as u8]);
        }
        said.zone.is_none().then(|| Value::Int(hash_bytes(&state)))
    })
}

/// Given: date, datetime, time, timedelta, timezone, tzinfo, utc.
pub const TEXT: Text = Text {
    names: NAMES,
    tables: &[
        (0, &OF_ALL),
        (1, &OF_ALL),
        (2, &OF_ALL),
        (3, &OF_ALL),
        (
            0,
            &[
                ("__new__", |i, args| new(i, args, Kind::Date)),
                ("__hash__", hash),
                ("isoformat", dates_text::isoformat_of_day),
            ],
        ),
        (
            1,
            &[
                ("__new__", |i, args| new(i, args, Kind::Moment)),
                ("__hash__", hash),
                ("date", |i, args| part(i, args, Kind::Date)),
                ("time", |i, args| part(i, args, Kind::Time)),
                ("timestamp", timestamp),
                ("astimezone", in_zone),
                ("_of_us", of_us),
                ("_us", |i, args| number(i, args, |_, said| Some(Value::Int(said.us)))),
            ],
        ),
        (2, &[("__new__", |i, args| new(i, args, Kind::Time))]),
        (3, &[("__new__", new_delta), ("_make", of_us)]),
        (TIMEZONE, &[("utcoffset", zone_offset)]),
        (TZINFO, &[("fromutc", from_utc)]),
    ],
};
