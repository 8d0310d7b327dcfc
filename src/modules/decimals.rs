//! `decimal`'s arithmetic where it is done most: finite numbers of up to 38 digits, in a context that lets rounding pass.
//! The text knows the rest, signals included.

use std::cmp::Ordering;
use std::rc::Rc;

use num_bigint::BigInt;

use super::shortcuts::{self, Known, Text};
use crate::asyncio::contextvars;
use crate::objects::class::Class;
use crate::objects::code::Shortcut;
use crate::objects::look::look;
use crate::objects::ops::CompareOp;
use crate::objects::str::PyStr;
use crate::objects::{Interp, Value};

/// What the text has given: Decimal, Rounded, Inexact, the context variable.
const DECIMAL: usize = 0;
const ROUNDED: usize = 1;
const INEXACT: usize = 2;
const VARIABLE: usize = 3;

/// What numbers and contexts keep.
const NAMES: &[&str] = &["_sign", "_int", "_exp", "_special", "prec", "rounding", "Emin", "Emax", "flags", "traps"];
/// A context's first one.
const SETTINGS: usize = 4;

/// A finite number: `digits` times ten to the power of `exponent`.
#[derive(Clone, Copy)]
struct Number {
    negative: bool,
    digits: u128,
    exponent: i64,
}

/// The current context.
struct Settings {
    context: Value,
    precision: u32,
    rounding: String,
    least: i64,
    most: i64,
}

/// Exponents beyond are the text's.
const FAR: i64 = 1 << 40;

fn known(i: &mut dyn Interp) -> Option<Rc<Known>> {
    shortcuts::known(i, shortcuts::DECIMALS)
}

/// The powers of ten that 128 bits hold.
const TENS: [u128; 39] = {
    let mut all = [1; 39];
    let mut at = 1;
    while at < all.len() {
        all[at] = all[at - 1] * 10;
        at += 1;
    }
    all
};

fn ten_to(power: i64) -> Option<u128> {
    TENS.get(usize::try_from(power).ok()?).copied()
}

/// How many digits a number has.
fn length(digits: u128) -> u32 {
    TENS.partition_point(|ten| *ten <= digits).max(1) as u32
}

impl Known {
    /// What a Decimal or an int says.
    fn numeral(&self, value: &Value) -> Option<Number> {
        match value {
            Value::Int(n) => Some(Number { negative: *n < 0, digits: n.unsigned_abs().into(), exponent: 0 }),
            _ => {
                let attrs = look(&self.instance(value, DECIMAL)?.attrs);
                let part = |at: usize| attrs.at(at, self.names[at]);
                let digits = match part(1)? {
                    Value::Int(n) => u128::try_from(*n).ok()?,
                    Value::BigInt(n) => u128::try_from(&**n).ok()?,
                    _ => return None,
                };
                let exponent = part(2)?.as_int().filter(|n| n.abs() < FAR)?;
                part(3)?.is_none().then_some(Number { negative: part(0)?.as_int()? != 0, digits, exponent })
            }
        }
    }

    fn number(&self, class: &Rc<Class>, number: Number) -> Value {
        let digits = match i64::try_from(number.digits) {
            Ok(small) => Value::Int(small),
            Err(_) => BigInt::from(number.digits).into(),
        };
        let sign = Value::Int(number.negative.into());
        self.made_of(class, 0, &[sign, digits, Value::Int(number.exponent), Value::None])
    }

    fn decimal(&self, number: Number) -> Option<Value> {
        match self.given.first() {
            Some(Value::Type(class)) => Some(self.number(class, number)),
            _ => None,
        }
    }

    fn settings(&self, i: &mut dyn Interp) -> Option<Settings> {
        let context = contextvars::current(i, self.given.get(VARIABLE)?)?;
        let own = |at: usize| self.own(context.as_object()?, SETTINGS + at);
        let number = |at: usize| own(at)?.as_int();
        let precision = number(0).filter(|n| (1..FAR).contains(n))?;
        let rounding = own(1)?.text_or_empty();
        let (least, most) = (number(2)?.checked_sub(precision)? + 1, number(3)?);
        Some(Settings { precision: precision as u32, rounding, least, most, context })
    }

    /// Sets a signal's flag; `None`: the signal raises.
    fn signal(&self, i: &mut dyn Interp, settings: &Settings, signal: usize) -> Option<()> {
        let context = settings.context.as_object()?;
        let (flags, traps) = (self.own(context, SETTINGS + 4)?, self.own(context, SETTINGS + 5)?);
        let (Value::Dict(flags), Value::Dict(traps)) = (flags, traps) else { return None };
        let signal = self.given.get(signal)?;
        if !matches!(traps.get(i, signal).ok()??, Value::Bool(false)) {
            return None;
        }
        flags.set(i, signal.clone(), Value::Bool(true)).ok()
    }

    /// The number as the context has room for it.
    fn fixed(&self, i: &mut dyn Interp, settings: &Settings, mut number: Number) -> Option<Value> {
        let drop = length(number.digits) as i64 - i64::from(settings.precision);
        if drop > 0 && number.digits != 0 {
            let (kept, inexact) = rounded(number, drop, &settings.rounding)?;
            (number.digits, number.exponent) = (kept, number.exponent + drop);
            if length(kept) > settings.precision {
                (number.digits, number.exponent) = (kept / 10, number.exponent + 1);
            }
            self.signal(i, settings, ROUNDED)?;
            if inexact {
                self.signal(i, settings, INEXACT)?;
            }
        }
        let highest = number.exponent + length(number.digits) as i64 - 1;
        if number.exponent < settings.least || highest > settings.most {
            return None;
        }
        self.decimal(number)
    }
}

/// The digits without the last `drop` ones, and whether that lost something.
fn rounded(number: Number, drop: i64, rounding: &str) -> Option<(u128, bool)> {
    if drop <= 0 {
        return Some((if number.digits == 0 { 0 } else { number.digits.checked_mul(ten_to(-drop)?)? }, false));
    }
    let scale = ten_to(drop)?;
    let (kept, rest) = (number.digits / scale, number.digits % scale);
    if rest == 0 {
        return Some((kept, false));
    }
    let half = (rest * 2).cmp(&scale);
    let up = match rounding {
        "ROUND_DOWN" => false,
        "ROUND_UP" => true,
        "ROUND_CEILING" => !number.negative,
        "ROUND_FLOOR" => number.negative,
        "ROUND_HALF_UP" => half != Ordering::Less,
        "ROUND_HALF_DOWN" => half == Ordering::Greater,
        "ROUND_HALF_EVEN" => half == Ordering::Greater || half == Ordering::Equal && kept % 2 == 1,
        "ROUND_05UP" => kept % 5 == 0,
        _ => return None,
    };
    Some((kept + u128::from(up), true))
}

/// Both with the same exponent, signs included.
fn aligned(a: Number, b: Number) -> Option<(i128, i128, i64)> {
    let exponent = a.exponent.min(b.exponent);
    let whole = |it: Number| {
        let scaled = if it.digits == 0 { 0 } else { it.digits.checked_mul(ten_to(it.exponent - exponent)?)? };
        let scaled = i128::try_from(scaled).ok().filter(|n| *n < i128::MAX / 2)?;
        Some(if it.negative { -scaled } else { scaled })
    };
    Some((whole(a)?, whole(b)?, exponent))
}

fn sum(a: Number, b: Number, settings: &Settings) -> Option<Number> {
    let (x, y, exponent) = aligned(a, b)?;
    let total = x + y;
    let negative = match total {
        0 if a.negative == b.negative => a.negative,
        0 => settings.rounding == "ROUND_FLOOR",
        _ => total < 0,
    };
    Some(Number { negative, digits: total.unsigned_abs(), exponent })
}

fn difference(a: Number, b: Number, settings: &Settings) -> Option<Number> {
    sum(a, Number { negative: !b.negative, ..b }, settings)
}

fn product(a: Number, b: Number, _: &Settings) -> Option<Number> {
    let digits = a.digits.checked_mul(b.digits)?;
    Some(Number { negative: a.negative != b.negative, digits, exponent: a.exponent + b.exponent })
}

fn quotient(a: Number, b: Number, settings: &Settings) -> Option<Number> {
    let (negative, ideal) = (a.negative != b.negative, a.exponent - b.exponent);
    if b.digits == 0 {
        return None;
    }
    if a.digits == 0 {
        return Some(Number { negative, digits: 0, exponent: ideal });
    }
    // One digit more than there is room for.
    let shift = i64::from(length(b.digits)) - i64::from(length(a.digits)) + i64::from(settings.precision) + 1;
    let (top, bottom) = if shift >= 0 {
        (a.digits.checked_mul(ten_to(shift)?)?, b.digits)
    } else {
        (a.digits, b.digits.checked_mul(ten_to(-shift)?)?)
    };
    let (mut digits, rest, mut exponent) = (top / bottom, top % bottom, ideal - shift);
    if rest != 0 {
        // A last digit of 0 or 5 must not look exact or a tie.
        digits += u128::from(digits % 5 == 0);
    } else {
        while exponent < ideal && digits % 10 == 0 {
            (digits, exponent) = (digits / 10, exponent + 1);
        }
    }
    Some(Number { negative, digits, exponent })
}

type Operation = fn(Number, Number, &Settings) -> Option<Number>;

fn operate(i: &mut dyn Interp, args: &[Value], swapped: bool, operation: Operation) -> Option<Value> {
    let (mut a, mut b) = match args {
        [a, b] | [a, b, Value::None] => (a, b),
        _ => return None,
    };
    if swapped {
        (a, b) = (b, a);
    }
    let known = known(i)?;
    let (a, b) = (known.numeral(a)?, known.numeral(b)?);
    let settings = known.settings(i)?;
    known.fixed(i, &settings, operation(a, b, &settings)?)
}

fn compared(i: &mut dyn Interp, args: &[Value], op: CompareOp) -> Option<Value> {
    let [a, b] = args else { return None };
    let known = known(i)?;
    let (a, b, _) = aligned(known.numeral(a)?, known.numeral(b)?)?;
    Some(Value::Bool(op.judge(a.cmp(&b))))
}

fn signed(i: &mut dyn Interp, args: &[Value], negative: fn(bool) -> bool) -> Option<Value> {
    let known = known(i)?;
    let mut number = known.numeral(args.first()?)?;
    let settings = known.settings(i)?;
    number.negative = negative(number.negative);
    if number.digits == 0 {
        if settings.rounding == "ROUND_FLOOR" {
            return None;
        }
        number.negative = false;
    }
    known.fixed(i, &settings, number)
}

/// `__new__(class, value)`
fn new(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (class, given) = match &*args {
        [Value::Type(class), given] | [Value::Type(class), given, Value::None] => (class, given),
        _ => return None,
    };
    let known = known(i)?;
    let number = match given {
        Value::Str(text) => parsed(text.data.as_ascii()?)?,
        Value::Object(_) if matches!(&known.given[DECIMAL], Value::Type(own) if Rc::ptr_eq(own, class)) => {
            return known.numeral(given).map(|_| given.clone());
        }
        _ => known.numeral(given)?,
    };
    Some(known.number(class, number))
}

/// Digits with a point in them or not.
fn parsed(text: &str) -> Option<Number> {
    let body = text.strip_prefix(['-', '+']).unwrap_or(text);
    let mut number = Number { negative: text.starts_with('-'), digits: 0, exponent: 0 };
    let mut point = false;
    for c in body.bytes() {
        match c {
            b'.' if !point => point = true,
            b'0'..=b'9' => {
                number.digits = number.digits.checked_mul(10)?.checked_add(u128::from(c - b'0'))?;
                number.exponent -= i64::from(point);
            }
            _ => return None,
        }
    }
    (body.len() > usize::from(point)).then_some(number)
}

/// `quantize(self, exp, rounding, context)`
fn quantize(i: &mut dyn Interp, args: &[Value]) -> Option<Value> {
    let (number, exponent, rounding) = match args {
        [number, exponent] => (number, exponent, None),
        [number, exponent, rounding] | [number, exponent, rounding, Value::None] => (number, exponent, Some(rounding)),
        _ => return None,
    };
    let known = known(i)?;
    let (number, exponent) = (known.numeral(number)?, known.numeral(exponent)?.exponent);
    let settings = known.settings(i)?;
    let rounding = match rounding {
        None | Some(Value::None) => settings.rounding.clone(),
        // The text refuses what is no way of rounding.
        Some(given) if !given.text_or_empty().starts_with("ROUND_") => return None,
        Some(given) => given.text_or_empty(),
    };
    let (digits, inexact) = rounded(number, exponent - number.exponent, &rounding)?;
    if length(digits) > settings.precision {
        return None;
    }
    if exponent > number.exponent {
        known.signal(i, &settings, ROUNDED)?;
    }
    if inexact {
        known.signal(i, &settings, INEXACT)?;
    }
    known.decimal(Number { digits, exponent, ..number })
}

/// The number without a power of ten; `None` if it is shown with one.
fn written(number: Number) -> Option<String> {
    let mut digits = number.digits.to_string();
    let places = usize::try_from(-number.exponent).ok()?;
    if digits.len() as i64 + number.exponent <= -6 {
        return None;
    }
    if places > 0 {
        if digits.len() <= places {
            digits.insert_str(0, &"0".repeat(places + 1 - digits.len()));
        }
        digits.insert(digits.len() - places, '.');
    }
    if number.negative {
        digits.insert(0, '-');
    }
    Some(digits)
}

/// `__str__(self, eng, context)` and `__repr__(self)`
fn text(i: &mut dyn Interp, args: &[Value], around: (&str, &str)) -> Option<Value> {
    let ([this] | [this, Value::Bool(false), Value::None]) = args else { return None };
    let text = written(known(i)?.numeral(this)?)?;
    Some(PyStr::from_string([around.0, &text, around.1].concat()).into())
}

/// `__format__(self, spec, context)` for `.2f` and `,.2f`.
fn format(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let ([this, Value::Str(spec)] | [this, Value::Str(spec), Value::None]) = &*args else { return None };
    let spec = spec.data.as_ascii()?;
    let (grouped, spec) = spec.strip_prefix(',').map_or((false, spec), |rest| (true, rest));
    let places = spec.strip_prefix('.')?.strip_suffix('f').filter(|places| places.len() == 1)?.parse::<i64>().ok()?;
    let known = known(i)?;
    let number = known.numeral(this)?;
    let settings = known.settings(i)?;
    let (digits, _) = rounded(number, -places - number.exponent, &settings.rounding)?;
    let mut text = written(Number { digits, exponent: -places, negative: number.negative })?;
    if grouped {
        let mut at = text.find('.').unwrap_or(text.len());
        while at > 3 + usize::from(number.negative) {
            at -= 3;
            text.insert(at, ',');
        }
    }
    Some(PyStr::from_string(text).into())
}

const METHODS: [(&str, Shortcut); 21] = [
    ("__new__", new),
    ("__add__", |i, args| operate(i, args, false, sum)),
    ("__radd__", |i, args| operate(i, args, true, sum)),
    ("__sub__", |i, args| operate(i, args, false, difference)),
    ("__rsub__", |i, args| operate(i, args, true, difference)),
    ("__mul__", |i, args| operate(i, args, false, product)),
    ("__truediv__", |i, args| operate(i, args, false, quotient)),
    ("__rtruediv__", |i, args| operate(i, args, true, quotient)),
    ("__eq__", |i, args| compared(i, args, CompareOp::Eq)),
    ("__lt__", |i, args| compared(i, args, CompareOp::Lt)),
    ("__le__", |i, args| compared(i, args, CompareOp::Le)),
    ("__gt__", |i, args| compared(i, args, CompareOp::Gt)),
    ("__ge__", |i, args| compared(i, args, CompareOp::Ge)),
    ("__neg__", |i, args| signed(i, args, |negative| !negative)),
    ("__abs__", |i, args| signed(i, args, |_| false)),
    ("__pos__", |i, args| signed(i, args, |negative| negative)),
    ("quantize", |i, args| quantize(i, args)),
    ("__str__", |i, args| text(i, args, ("", ""))),
    ("__repr__", |i, args| text(i, args, ("Decimal('", "')"))),
    ("__format__", format),
    ("__bool__", |i, args| Some(Value::Bool(known(i)?.numeral(args.first()?)?.digits != 0))),
];

pub const TEXT: Text = Text { names: NAMES, tables: &[(DECIMAL, &METHODS)] };
