//! `decimal`'s arithmetic where it is done most: finite numbers, in a context that lets rounding pass. The text knows the
//! rest, signals included.

mod arithmetic;
mod power;

use std::rc::Rc;

use num_bigint::BigUint;

use self::arithmetic::{FAR, Number, difference, order, product, quotient, rounded, sum};
use super::decimals_digits::Digits;
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
const NAMES: &[&str] =
    &["_sign", "_int", "_exp", "_special", "prec", "rounding", "Emin", "Emax", "flags", "traps", "clamp"];
/// A context's first one.
const SETTINGS: usize = 4;

/// `decimal.MAX_PREC`
const MAX_PRECISION: i64 = 999_999_999_999_999_999;

/// The current context.
struct Settings {
    context: Value,
    precision: i64,
    rounding: String,
    least: i64,
    most: i64,
}

impl Settings {
    /// Whether a number is no smaller and no larger than what is written with all its digits; the text knows the others.
    fn have_room_for<D: Digits>(&self, number: &Number<D>, length: i64) -> bool {
        let highest = number.exponent + length - 1;
        let normal = number.digits.is_zero() || highest >= self.lowest();
        normal && number.exponent >= self.least && highest <= self.most
    }

    /// The first digit's power of ten in the smallest normal number.
    fn lowest(&self) -> i64 {
        self.least + self.precision - 1
    }
}

fn known(i: &mut dyn Interp) -> Option<Rc<Known>> {
    shortcuts::known(i, shortcuts::DECIMALS)
}

impl Known {
    /// What a Decimal or an int says.
    fn numeral<D: Digits>(&self, value: &Value) -> Option<Number<D>> {
        match value {
            Value::Int(n) => Some(Number { negative: *n < 0, digits: D::of(value)?, exponent: 0 }),
            _ => {
                let attrs = look(&self.instance(value, DECIMAL)?.attrs);
                let part = |at: usize| attrs.at(at, self.names[at]);
                let digits = D::of(part(1)?)?;
                let exponent = part(2)?.as_int().filter(|n| (-FAR..FAR).contains(n))?;
                part(3)?.is_none().then_some(Number { negative: part(0)?.as_int()? != 0, digits, exponent })
            }
        }
    }

    fn number<D: Digits>(&self, class: &Rc<Class>, number: Number<D>) -> Value {
        let sign = Value::Int(number.negative.into());
        self.made_of(class, 0, &[sign, number.digits.value(), Value::Int(number.exponent), Value::None])
    }

    fn decimal<D: Digits>(&self, number: Number<D>) -> Option<Value> {
        match self.given.first() {
            Some(Value::Type(class)) => Some(self.number(class, number)),
            _ => None,
        }
    }

    fn settings(&self, i: &mut dyn Interp) -> Option<Settings> {
        self.settings_of(contextvars::current(i, self.given.get(VARIABLE)?)?)
    }

    fn settings_of(&self, context: Value) -> Option<Settings> {
        let own = |at: usize| self.own(context.as_object()?, SETTINGS + at);
        let number = |at: usize| own(at)?.as_int();
        let precision = number(0).filter(|n| (1..=MAX_PRECISION).contains(n))?;
        let rounding = own(1)?.text_or_empty();
        // Exponents held down are the text's.
        number(6).filter(|clamp| *clamp == 0)?;
        let (least, most) = (number(2)?.checked_sub(precision)? + 1, number(3)?);
        Some(Settings { precision, rounding, least, most, context })
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
    fn fixed<D: Digits>(&self, i: &mut dyn Interp, settings: &Settings, mut number: Number<D>) -> Option<Value> {
        let mut length = number.digits.length();
        if !number.digits.is_zero() && number.exponent + length - 1 < settings.lowest() {
            return None;
        }
        let drop = length - settings.precision;
        if drop > 0 && !number.digits.is_zero() {
            let (kept, inexact) = rounded(&number, drop, &settings.rounding)?;
            (number.digits, number.exponent) = (kept, number.exponent + drop);
            length = number.digits.length();
            if length > settings.precision {
                number =
                    Number { digits: number.digits.divided(&D::small(10)).0, exponent: number.exponent + 1, ..number };
                length -= 1;
            }
            self.signal(i, settings, ROUNDED)?;
            if inexact {
                self.signal(i, settings, INEXACT)?;
            }
        }
        if !settings.have_room_for(&number, length) {
            return None;
        }
        self.decimal(number)
    }
}

type Operation<D> = fn(Number<D>, Number<D>, &Settings) -> Option<Number<D>>;

/// An operation on few digits, and on many.
type Both = (Operation<u128>, Operation<BigUint>);

const SUM: Both = (sum, sum);
const DIFFERENCE: Both = (difference, difference);
const PRODUCT: Both = (product, product);
const QUOTIENT: Both = (quotient, quotient);

fn operate(i: &mut dyn Interp, args: &[Value], swapped: bool, (few, many): Both) -> Option<Value> {
    let (mut a, mut b) = match args {
        [a, b] | [a, b, Value::None] => (a, b),
        _ => return None,
    };
    if swapped {
        (a, b) = (b, a);
    }
    let known = known(i)?;
    let settings = known.settings(i)?;
    let small = || few(known.numeral(a)?, known.numeral(b)?, &settings);
    match small() {
        Some(number) => known.fixed(i, &settings, number),
        None => known.fixed(i, &settings, many(known.numeral(a)?, known.numeral(b)?, &settings)?),
    }
}

fn compared(i: &mut dyn Interp, args: &[Value], op: CompareOp) -> Option<Value> {
    let [a, b] = args else { return None };
    let known = known(i)?;
    let small = || order::<u128>(&known.numeral(a)?, &known.numeral(b)?);
    let found = match small() {
        Some(found) => found,
        None => order::<BigUint>(&known.numeral(a)?, &known.numeral(b)?)?,
    };
    Some(Value::Bool(op.judge(found)))
}

fn signed(i: &mut dyn Interp, args: &[Value], negative: fn(bool) -> bool) -> Option<Value> {
    fn of<D: Digits>(i: &mut dyn Interp, known: &Known, value: &Value, negative: fn(bool) -> bool) -> Option<Value> {
        let mut number = known.numeral::<D>(value)?;
        let settings = known.settings(i)?;
        number.negative = negative(number.negative);
        if number.digits.is_zero() {
            if settings.rounding == "ROUND_FLOOR" {
                return None;
            }
            number.negative = false;
        }
        known.fixed(i, &settings, number)
    }
    let (known, value) = (known(i)?, args.first()?);
    of::<u128>(i, &known, value, negative).or_else(|| of::<BigUint>(i, &known, value, negative))
}

/// `_fixed(self, context, rounding)`
fn fixed(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (this, context, rounding) = match &*args {
        [this, context] | [this, context, Value::None] => (this, context, None),
        [this, context, rounding] => (this, context, Some(rounding.text_or_empty())),
        _ => return None,
    };
    let known = known(i)?;
    let number = known.numeral::<BigUint>(this)?;
    let mut settings = known.settings_of(context.clone())?;
    settings.rounding = rounding.unwrap_or(settings.rounding);
    known.fixed(i, &settings, number)
}

/// `__new__(class, value)`
fn new(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (class, given) = match &*args {
        [Value::Type(class), given] | [Value::Type(class), given, Value::None] => (class, given),
        _ => return None,
    };
    let known = known(i)?;
    match given {
        Value::Str(text) => {
            let text = text.data.as_ascii()?;
            match parsed::<u128>(text) {
                Some(number) => Some(known.number(class, number)),
                None => Some(known.number(class, parsed::<BigUint>(text)?)),
            }
        }
        Value::Object(_) if matches!(&known.given[DECIMAL], Value::Type(own) if Rc::ptr_eq(own, class)) => {
            known.instance(given, DECIMAL).map(|_| given.clone())
        }
        _ => match known.numeral::<u128>(given) {
            Some(number) => Some(known.number(class, number)),
            None => Some(known.number(class, known.numeral::<BigUint>(given)?)),
        },
    }
}

/// Digits with a point in them or not.
fn parsed<D: Digits>(text: &str) -> Option<Number<D>> {
    let body = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, part) = body.split_once('.').unwrap_or((body, ""));
    let digits = [whole, part].concat();
    if digits.is_empty() || !digits.bytes().all(|c| c.is_ascii_digit()) {
        return None;
    }
    Some(Number { negative: text.starts_with('-'), digits: D::parse(&digits)?, exponent: -(part.len() as i64) })
}

/// `quantize(self, exp, rounding, context)`
fn quantize(i: &mut dyn Interp, args: &[Value]) -> Option<Value> {
    fn of<D: Digits>(
        i: &mut dyn Interp,
        known: &Known,
        (number, exponent): (&Value, &Value),
        rounding: Option<&Value>,
    ) -> Option<Value> {
        let (number, exponent) = (known.numeral::<D>(number)?, known.numeral::<D>(exponent)?.exponent);
        let settings = known.settings(i)?;
        let rounding = match rounding {
            None | Some(Value::None) => settings.rounding.clone(),
            // The text refuses what is no way of rounding.
            Some(given) if !given.text_or_empty().starts_with("ROUND_") => return None,
            Some(given) => given.text_or_empty(),
        };
        let (digits, inexact) = rounded(&number, exponent - number.exponent, &rounding)?;
        let (length, cut) = (digits.length(), exponent > number.exponent && !number.digits.is_zero());
        let quantized = Number { digits, exponent, ..number };
        if length > settings.precision || !settings.have_room_for(&quantized, length) {
            return None;
        }
        if cut {
            known.signal(i, &settings, ROUNDED)?;
        }
        if inexact {
            known.signal(i, &settings, INEXACT)?;
        }
        known.decimal(quantized)
    }
    let (both, rounding) = match args {
        [number, exponent] => ((number, exponent), None),
        [number, exponent, rounding] | [number, exponent, rounding, Value::None] => {
            ((number, exponent), Some(rounding))
        }
        _ => return None,
    };
    let known = known(i)?;
    of::<u128>(i, &known, both, rounding).or_else(|| of::<BigUint>(i, &known, both, rounding))
}

/// The number without a power of ten; `None` if it is shown with one.
fn written<D: Digits>(number: &Number<D>) -> Option<String> {
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
    let known = known(i)?;
    let text = match known.numeral::<u128>(this) {
        Some(number) => written(&number)?,
        None => written(&known.numeral::<BigUint>(this)?)?,
    };
    Some(PyStr::from_string([around.0, &text, around.1].concat()).into())
}

/// `__format__(self, spec, context)` for `.2f` and `,.2f`.
fn format(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let ([this, Value::Str(spec)] | [this, Value::Str(spec), Value::None]) = &*args else { return None };
    let spec = spec.data.as_ascii()?;
    let (grouped, spec) = spec.strip_prefix(',').map_or((false, spec), |rest| (true, rest));
    let places = spec.strip_prefix('.')?.strip_suffix('f').filter(|places| places.len() == 1)?.parse::<i64>().ok()?;
    let known = known(i)?;
    let number = known.numeral::<u128>(this)?;
    let settings = known.settings(i)?;
    let (digits, _) = rounded(&number, -places - number.exponent, &settings.rounding)?;
    let mut text = written(&Number { digits, exponent: -places, negative: number.negative })?;
    if grouped {
        let mut at = text.find('.').unwrap_or(text.len());
        while at > 3 + usize::from(number.negative) {
            at -= 3;
            text.insert(at, ',');
        }
    }
    Some(PyStr::from_string(text).into())
}

const METHODS: [(&str, Shortcut); 23] = [
    ("_fixed", fixed),
    ("__new__", new),
    ("__add__", |i, args| operate(i, args, false, SUM)),
    ("__radd__", |i, args| operate(i, args, true, SUM)),
    ("__sub__", |i, args| operate(i, args, false, DIFFERENCE)),
    ("__rsub__", |i, args| operate(i, args, true, DIFFERENCE)),
    ("__mul__", |i, args| operate(i, args, false, PRODUCT)),
    ("__truediv__", |i, args| operate(i, args, false, QUOTIENT)),
    ("__rtruediv__", |i, args| operate(i, args, true, QUOTIENT)),
    ("__pow__", |i, args| power::power(i, args)),
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
    ("__bool__", |i, args| Some(Value::Bool(!known(i)?.numeral::<BigUint>(args.first()?)?.digits.is_zero()))),
];

pub const TEXT: Text = Text { names: NAMES, tables: &[(DECIMAL, &METHODS)] };
