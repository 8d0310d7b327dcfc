//! What programs do most often with dates and times, where these are instances of datetime's own classes and their zones
//! fixed ones. The text knows the rest, and words the errors.

use std::rc::Rc;

use super::calendar::{civil_from_days, days_from_civil};
use super::dates::{DAY, EPOCH, LAST_DAY, exist, small};
use super::dates_text as text;
use super::shortcuts::install;
use crate::objects::class::Class;
use crate::objects::code::Shortcut;
use crate::objects::exception::PyResult;
use crate::objects::look::look;
use crate::objects::object::{Object, Payload};
use crate::objects::ops::CompareOp;
use crate::objects::{Args, Interp, Symbol, Value};

/// The module's classes and the names under which their instances keep what they are.
pub struct Known {
    pub parts: [Symbol; 9],
    us: Symbol,
    zone: [Symbol; 2],
    classes: [Rc<Class>; 4],
    timezone: Rc<Class>,
    tzinfo: Rc<Class>,
    utc: Value,
}

struct State(Rc<Known>);

/// Places in [`Known::classes`].
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
    i.states().find::<State>().map(|state| state.0.clone())
}

fn microseconds(parts: &[i64; 7]) -> i64 {
    let [year, month, day, hour, minute, second, us] = *parts;
    let days = if year == 0 { 0 } else { days_from_civil(year, month, day) + EPOCH };
    (((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000_000 + us
}

impl Known {
    fn kind(&self, class: u32) -> Option<Kind> {
        let kinds = [Kind::Date, Kind::Moment, Kind::Time, Kind::Delta];
        kinds.into_iter().find(|kind| self.classes[*kind as usize].serial == class)
    }

    pub fn read(&self, value: &Value) -> Option<Said> {
        let Value::Object(object) = value else { return None };
        let kind = self.kind(object.class_serial())?;
        let attrs = look(&object.attrs);
        let mut said = Said { kind, parts: [0; 7], us: 0, zone: Value::None, fold: false };
        let (first, last) = match kind {
            Kind::Delta => {
                said.us = small(attrs.get(self.us)?)?;
                return Some(said);
            }
            Kind::Date => (0, 3),
            Kind::Moment => (0, 7),
            Kind::Time => (3, 7),
        };
        for at in first..last {
            said.parts[at] = small(attrs.at(at - first, self.parts[at])?)?;
        }
        if kind != Kind::Date {
            said.zone = attrs.at(7 - first, self.parts[7])?.clone();
            said.fold = small(attrs.at(8 - first, self.parts[8])?)? != 0;
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
        let Value::Object(zone) = zone else { return None };
        if zone.class_serial() == self.timezone.serial { zone.own(self.zone[0]) } else { None }
    }

    fn made(&self, class: Rc<Class>, said: &Said) -> Value {
        let made = Object::new(class, Payload::None);
        let (first, last) = match said.kind {
            Kind::Date => (0, 3),
            Kind::Moment => (0, 9),
            _ => (3, 9),
        };
        {
            let mut attrs = made.attrs.borrow_mut();
            for at in first..last {
                let value = match at {
                    7 => said.zone.clone(),
                    8 => Value::Int(said.fold.into()),
                    _ => Value::Int(said.parts[at]),
                };
                attrs.set(self.parts[at], value);
            }
        }
        Value::Object(made)
    }

    fn own(&self, said: &Said) -> Value {
        self.made(self.classes[said.kind as usize].clone(), said)
    }

    pub fn delta(&self, us: i64) -> Option<Value> {
        if us.abs() >= DAY * 99_999_999 {
            return None;
        }
        Some(self.with_us(self.classes[Kind::Delta as usize].clone(), us))
    }

    fn with_us(&self, class: Rc<Class>, us: i64) -> Value {
        let made = Object::new(class, Payload::None);
        made.set_own(self.us, Value::Int(us));
        Value::Object(made)
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
        Some(self.own(&Said { kind, parts, us, zone, fold: false }))
    }

    /// A zone at a distance from UTC.
    fn zone(&self, offset: i64) -> Option<Value> {
        if offset == 0 {
            return Some(self.utc.clone());
        }
        if offset.abs() >= DAY {
            return None;
        }
        let made = Object::new(self.timezone.clone(), Payload::None);
        made.set_own(self.zone[0], self.delta(offset)?);
        made.set_own(self.zone[1], Value::None);
        Some(Value::Object(made))
    }
}

fn said(i: &mut dyn Interp, value: &Value) -> Option<(Rc<Known>, Said)> {
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

const COMPARISONS: [(&str, Shortcut); 5] = [
    ("__eq__", |i, args| compared(i, args, CompareOp::Eq)),
    ("__lt__", |i, args| compared(i, args, CompareOp::Lt)),
    ("__le__", |i, args| compared(i, args, CompareOp::Le)),
    ("__gt__", |i, args| compared(i, args, CompareOp::Gt)),
    ("__ge__", |i, args| compared(i, args, CompareOp::Ge)),
];

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

const SUMS: [(&str, Shortcut); 2] = [("__add__", |i, args| sum(i, args, 1)), ("__sub__", |i, args| sum(i, args, -1))];

/// Fills in parts from arguments, of which the first is that of `first`. `keep`: what is not given stays.
fn fill(known: &Known, said: &mut Said, first: usize, args: &[Value], keep: bool) -> Option<()> {
    for (at, arg) in (first..).zip(args) {
        match (at, arg) {
            (7, Value::Bool(true)) if keep => {}
            (7, Value::None) => said.zone = Value::None,
            (7, Value::Object(zone)) if zone.with_class(|class| class.is_subclass_of(&known.tzinfo)) => {
                said.zone = arg.clone();
            }
            (_, Value::None) if keep && at != 7 => {}
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

/// `__new__(class, …)`
fn new(i: &mut dyn Interp, args: &mut [Value], kind: Kind) -> Option<Value> {
    let [Value::Type(class), rest @ ..] = args else { return None };
    let (first, least, most) = match kind {
        Kind::Date => (0, 3, 3),
        Kind::Moment => (0, 3, 9),
        _ => (3, 0, 6),
    };
    if !(least..=most).contains(&rest.len()) {
        return None;
    }
    let known = known(i)?;
    let mut said = Said { kind, parts: [0; 7], us: 0, zone: Value::None, fold: false };
    fill(&known, &mut said, first, rest, false)?;
    Some(known.made(class.clone(), &said))
}

fn replace(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, rest @ ..] = args else { return None };
    let (known, mut said) = said(i, this)?;
    let (first, count) = match said.kind {
        Kind::Date => (0, 3),
        Kind::Moment => (0, 9),
        _ => (3, 6),
    };
    if rest.len() != count {
        return None;
    }
    fill(&known, &mut said, first, rest, true)?;
    Some(known.own(&said))
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
    Some(known(i)?.with_us(class.clone(), us as i64))
}

/// `fromisoformat(class, text)`
fn from_iso(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [Value::Type(class), Value::Str(given)] = args else { return None };
    let known = known(i)?;
    let kind = known.kind(class.serial)?;
    let (parts, offset) = text::parse(given.data.as_ascii()?, kind)?;
    let zone = offset.map_or(Some(Value::None), |offset| known.zone(offset))?;
    Some(known.own(&Said { kind, parts, us: 0, zone, fold: false }))
}

/// A part of a moment as another kind.
fn part(i: &mut dyn Interp, args: &mut [Value], kind: Kind) -> Option<Value> {
    let [this] = args else { return None };
    let (known, said) = said(i, this)?;
    let part = Said { kind, zone: Value::None, ..said };
    (said.kind == Kind::Moment).then(|| known.own(&part))
}

fn number(i: &mut dyn Interp, args: &mut [Value], of: fn(&Known, &Said) -> Option<Value>) -> Option<Value> {
    let [this] = args else { return None };
    let (known, said) = said(i, this)?;
    of(&known, &said)
}

fn timestamp(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    number(i, args, |known, said| {
        let us = said.us - EPOCH * DAY - known.offset(&said.zone).ok()?.unwrap_or(0);
        (us.abs() < 1 << 53).then(|| Value::Float(us as f64 / 1e6))
    })
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
    if said.kind == Kind::Moment { known.at(said.kind, said.us + offset, said.zone) } else { None }
}

/// `astimezone(self, tz)`
fn in_zone(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, zone] = args else { return None };
    let (known, said) = said(i, this)?;
    let to = known.offset(zone).ok()??;
    if zone.is(&said.zone) || said.kind != Kind::Moment {
        return None;
    }
    let from = known.offset(&said.zone).ok()?.unwrap_or(0);
    known.at(said.kind, said.us - from + to, zone.clone())
}

/// `install(date, datetime, time, timedelta, timezone, tzinfo, utc)`
pub fn set_up(i: &mut dyn Interp, args: Args) -> PyResult {
    let [date, moment, time, delta, timezone, tzinfo, utc] = args.exactly("install")?;
    let class = |value: Value| match value {
        Value::Type(class) => class,
        other => crate::objects::type_of(&other),
    };
    let [date, moment, time, delta, timezone, tzinfo] = [date, moment, time, delta, timezone, tzinfo].map(class);
    const WEEKDAY: (&str, Shortcut) =
        ("weekday", |i, args| number(i, args, |_, said| Some(Value::Int((said.us / DAY + 6) % 7))));
    for of_day in [&date, &moment] {
        install(
            of_day,
            &[
                WEEKDAY,
                ("__hash__", |i, args| number(i, args, |_, said| said.zone.is_none().then_some(Value::Int(said.us)))),
            ],
        );
    }
    for comparable in [&date, &moment, &time, &delta] {
        install(comparable, &COMPARISONS);
        install(comparable, &SUMS);
        install(comparable, &[("replace", replace), ("fromisoformat", from_iso), ("utcoffset", utcoffset)]);
        install(comparable, &text::SHORTCUTS);
    }
    install(&date, &[("__new__", |i, args| new(i, args, Kind::Date))]);
    install(&time, &[("__new__", |i, args| new(i, args, Kind::Time))]);
    install(&delta, &[("__new__", new_delta)]);
    install(
        &moment,
        &[
            ("__new__", |i, args| new(i, args, Kind::Moment)),
            ("date", |i, args| part(i, args, Kind::Date)),
            ("time", |i, args| part(i, args, Kind::Time)),
            ("timestamp", timestamp),
            ("astimezone", in_zone),
        ],
    );
    install(&timezone, &[("utcoffset", zone_offset)]);
    install(&tzinfo, &[("fromutc", from_utc)]);
    let known = Known {
        parts: super::dates::names(i).0,
        us: Symbol::new("_us"),
        zone: ["_offset", "_name"].map(Symbol::new),
        classes: [date, moment, time, delta],
        timezone,
        tzinfo,
        utc,
    };
    i.states().set(State(Rc::new(known)));
    Ok(Value::None)
}
