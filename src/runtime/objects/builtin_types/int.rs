//! `int` and `bool`: making them, and their methods.

use std::rc::Rc;

use super::iterator_types::class_of;
use super::payload::make_with;
use super::{bytearray, bytes_like};
use crate::objects::args::Args;
use crate::objects::exception::{Exc, PyResult, overflow_error, type_error, value_error};
use crate::objects::float_math;
use crate::objects::function::Flow;
use crate::objects::int::{self, IntRef, cost};
use crate::objects::interp::Interp;
use crate::objects::native_class::{NativeClass, wrong_receiver};
use crate::objects::ops::{self, convert::as_index, special::own};
use crate::objects::symbol::known;
use crate::objects::types::{Types, argument_type, type_name, type_of, types};
use crate::objects::value::Value;
use crate::objects::warnings;

/// The int that a method is called on.
fn receiver(args: &mut Args, method: &str) -> PyResult {
    let this = args.take_receiver();
    match ops::int_ref(&this) {
        Some(n) => Ok(n.to_int().into()),
        None => Err(wrong_receiver(&this, "int", method)),
    }
}

/// A method without arguments on an int.
fn plain(mut args: Args, method: &str, f: fn(IntRef<'_>) -> Value) -> PyResult {
    let this = receiver(&mut args, method)?;
    let [] = args.exactly(&format!("int.{method}"))?;
    Ok(ops::int_ref(&this).map_or(Value::None, f))
}

/// `divmod(a, b)` of exact numbers; NotImplemented for others.
pub(super) fn divmod_exact(i: &mut dyn Interp, a: &Value, b: &Value) -> PyResult<Flow> {
    if let (Some(x), Some(y)) = (ops::int_ref(a), ops::int_ref(b)) {
        ops::afford(i, cost::quotient(x, y))?;
        let (quotient, rest) = x.divmod(y)?;
        return Ok(Flow::Done(Value::tuple([quotient.into(), rest.into()])));
    }
    let real = |v: &Value| match v.plain() {
        Value::Float(x) => Some(Ok(*x)),
        _ => ops::int_ref(v).map(|n| n.to_f64().map_err(Exc::from)),
    };
    match (real(a), real(b)) {
        (Some(x), Some(y)) => {
            let (quotient, rest) = float_math::divmod(x?, y?)?;
            Ok(Flow::Done(Value::tuple([Value::Float(quotient), Value::Float(rest)])))
        }
        _ => Ok(Flow::Done(Value::NotImplemented)),
    }
}

fn new(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    // Of a subclass it is called by another way than `int` itself.
    let parsed = args.names.is_some() || !Rc::ptr_eq(&class, &types().int);
    let [value, base] = if parsed { args.bind_in_c("int", &["", "/", "base"], 0)? } else { args.between("int", 0)? };
    let wrap = move |n: Value| if Rc::ptr_eq(&class, &types().int) { n } else { make_with(&class, n) };
    if !base.is_unset() {
        if value.is_unset() {
            return Err(type_error("int() missing string argument"));
        }
        // Beyond all bases: -1.
        let base = ops::to_int(i, &base)?.as_int().unwrap_or(-1);
        int::check_base(base)?;
        return parse(i, &value, base)?
            .map(|n| Flow::Done(wrap(n)))
            .ok_or_else(|| type_error("int() can't convert non-string with explicit base"));
    }
    let asks = matches!(value, Value::Object(_)) && says_its_int(&value);
    match value.plain() {
        Value::Unset => return Ok(Flow::Done(wrap(Value::Int(0)))),
        Value::Float(x) if matches!(value, Value::Float(_)) => {
            return Ok(Flow::Done(wrap(int::float_to_int(*x)?.into())));
        }
        Value::Object(_) | Value::Type(_) => {}
        _ if asks => {}
        plain => {
            if let Some(n) = ops::int_ref(plain) {
                return Ok(Flow::Done(wrap(n.into())));
            }
            if let Some(n) = parse(i, &value, 10)? {
                return Ok(Flow::Done(wrap(n)));
            }
            if let Some(data) = bytes_like::gapless(plain) {
                return Ok(Flow::Done(wrap(parse_bytes(i, &data, 10)?.into())));
            }
            if let Value::Float(x) = plain {
                return Ok(Flow::Done(wrap(int::float_to_int(*x)?.into())));
            }
            return Err(wrong_argument(&value));
        }
    }
    if !asks && let Some(data) = bytes_like::gapless(&value) {
        return Ok(Flow::Done(wrap(parse_bytes(i, &data, 10)?.into())));
    }
    for (name, text) in [(known::INT, "__int__"), (known::INDEX, "__index__"), (known::TRUNC, "__trunc__")] {
        let Some(method) = type_of(&value).lookup(name) else { continue };
        if name == known::TRUNC {
            warnings::warn(
                i,
                &types().deprecation_warning,
                "The delegation of int() to __trunc__ is deprecated.",
                None,
            )?;
        }
        let judge = move |i: &mut dyn Interp, result: Value| match ops::int_ref(&result) {
            Some(n) => {
                if matches!(result, Value::Object(_) | Value::Bool(_)) {
                    warnings::subclass_returned(i, text, "int", &type_name(&result))?;
                }
                Ok(wrap(n.into()))
            }
            None if name == known::TRUNC => match as_index(i, &result)? {
                Some(n) => Ok(wrap(n)),
                None => Err(type_error(format!("__trunc__ returned non-Integral (type {})", type_name(&result)))),
            },
            None => Err(type_error(format!("{text} returned non-int (type {})", type_name(&result)))),
        };
        let flow = ops::special::call_found(i, &method, &value, Args::none())?;
        return flow.then(i, move |i, result| judge(i, result).map(Flow::Done));
    }
    if let Some(data) = bytes_like::lent(i, &value)? {
        return Ok(Flow::Done(wrap(parse_bytes(i, &data, 10)?.into())));
    }
    Err(wrong_argument(&value))
}

/// Whether the class of an object that holds a built-in value has a method of the program's for it.
fn says_its_int(value: &Value) -> bool {
    let is_number = ops::int_ref(value).is_some() || matches!(value.plain(), Value::Float(_));
    let names = [known::INT, known::INDEX, known::TRUNC];
    let class = type_of(value);
    let asked = if is_number { &names[..1] } else { &names[..] };
    asked.iter().any(|name| own(&class, *name).is_some_and(|m| !ops::special::is_wrapper(&m)))
}

#[cold]
fn wrong_argument(value: &Value) -> Exc {
    let name = type_name(value);
    type_error(format!("int() argument must be a string, a bytes-like object or a real number, not '{name}'"))
}

/// `int(text, base)`; `None` if the value is no text.
fn parse(i: &mut dyn Interp, value: &Value, base: i64) -> PyResult<Option<Value>> {
    let n = match value.plain() {
        Value::Str(s) => {
            let limit = ops::max_str_digits(i, cost::bits_of(s.data.len()))?;
            match (int::parse_str(&s.data, base, limit), value) {
                (Err(error), Value::Object(_)) => return Err(super::payload::with_repr(i, error, &s.data, value)?),
                (parsed, _) => parsed?,
            }
        }
        Value::Bytes(b) => parse_bytes(i, &b.data, base)?,
        _ => match bytearray::of(value) {
            Some(array) => parse_bytes(i, &array.data.borrow(), base)?,
            None => return Ok(None),
        },
    };
    Ok(Some(n.into()))
}

fn parse_bytes(i: &mut dyn Interp, digits: &[u8], base: i64) -> PyResult<int::Int> {
    let limit = ops::max_str_digits(i, cost::bits_of(digits.len()))?;
    Ok(int::parse_bytes(digits, base, limit)?)
}

fn new_bool(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    class_of(&mut args)?;
    let [value] = args.between("bool", 0)?;
    if value.is_unset() {
        return Ok(Flow::Done(Value::Bool(false)));
    }
    ops::truth_of(i, value)
}

fn little(order: &Value, function: &str) -> PyResult<bool> {
    match order {
        Value::Unset => Ok(false),
        order => match order.as_str() {
            Some(s) if s.data == "little" => Ok(true),
            Some(s) if s.data == "big" => Ok(false),
            Some(_) => Err(value_error("byteorder must be either 'little' or 'big'")),
            None => {
                Err(type_error(format!("{function}() argument 'byteorder' must be str, not {}", argument_type(order))))
            }
        },
    }
}

fn to_bytes(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = receiver(&mut args, "to_bytes")?;
    let [length, order, signed] = args.bind_in_c("to_bytes", &["length", "byteorder", "*", "signed"], 0)?;
    let length = if length.is_unset() { 1 } else { ops::ssize(i, &length)? };
    let length = ops::natural(length).ok_or_else(|| value_error("length argument must be non-negative"))?;
    i.reserve(length)?;
    let signed = !signed.is_unset() && ops::is_true(i, &signed)?;
    let little = little(&order, "to_bytes")?;
    match ops::int_ref(&this) {
        Some(n) => Ok(Value::bytes(n.to_bytes(length, little, signed)?)),
        None => Ok(Value::None),
    }
}

fn from_bytes(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let [bytes, order, signed] = args.bind_in_c("from_bytes", &["bytes", "byteorder", "*", "signed"], 1)?;
    let signed = !signed.is_unset() && ops::is_true(i, &signed)?;
    let little = little(&order, "from_bytes")?;
    let data = match bytes_like::with_gaps(i, &bytes)? {
        Some(data) => data,
        None => {
            let name = type_name(&bytes);
            if let Some(own) = super::bytes::by_itself(i, &bytes)? {
                bytes_like::to_vec(&own).unwrap_or_default()
            } else if matches!(bytes.plain(), Value::Str(_)) || ops::iter(i, &bytes).is_err() {
                return Err(type_error(format!("cannot convert '{name}' object to bytes")));
            } else {
                let mut data = Vec::new();
                for item in ops::to_vec(i, &bytes)? {
                    let byte = bytes_like::byte(&ops::to_int(i, &item)?);
                    data.push(byte.map_err(|_| value_error("bytes must be in range(0, 256)"))?);
                }
                data
            }
        }
    };
    let n = Value::from(int::from_bytes(&data, little, signed));
    Ok(if Rc::ptr_eq(&class, &types().int) { Flow::Done(n) } else { Flow::call(Value::Type(class), Args::one(n)) })
}

/// `int.__round__(places)`
fn round(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = receiver(&mut args, "__round__")?;
    let [places] = args.between("__round__", 0)?;
    if places.is_unset() || places.is_none() {
        return Ok(this);
    }
    let places = as_index(i, &places)?
        .ok_or_else(|| type_error(format!("'{}' object cannot be interpreted as an integer", type_name(&places))))?;
    match (places.as_int(), ops::int_ref(&this)) {
        (Some(n), Some(value)) if n < 0 => {
            let places = u32::try_from(n.unsigned_abs()).map_err(|_| overflow_error("too many digits"))?;
            // Beyond the digits that it has, an int rounds to 0.
            if u64::from(places) > value.bit_length() {
                return Ok(Value::Int(0));
            }
            Ok(value.round_to_power_of_ten(places).into())
        }
        _ => Ok(this),
    }
}

/// Fills `int` and `bool`.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    let mut builder = NativeClass::extend(&t.int)
        .new_method(new)
        .sync("to_bytes", to_bytes)
        .class_method("from_bytes", from_bytes)
        .sync("__round__", round)
        .sync("bit_length", |_, args| plain(args, "bit_length", |n| Value::Int(n.bit_length() as i64)))
        .sync("bit_count", |_, args| {
            plain(args, "bit_count", |n| match n {
                IntRef::Small(n) => Value::Int(n.unsigned_abs().count_ones().into()),
                IntRef::Big(n) => Value::Int(n.iter_u64_digits().map(|d| i64::from(d.count_ones())).sum()),
            })
        })
        .sync("is_integer", |_, args| plain(args, "is_integer", |_| Value::Bool(true)))
        .sync("as_integer_ratio", |_, args| {
            plain(args, "as_integer_ratio", |n| Value::tuple([n.into(), Value::Int(1)]))
        })
        .sync("__abs__", |_, args| plain(args, "__abs__", |n| n.abs().into()))
        .sync("__float__", |_, mut args| {
            let this = receiver(&mut args, "__float__")?;
            Ok(Value::Float(ops::int_ref(&this).unwrap_or(IntRef::Small(0)).to_f64()?))
        })
        .sync("__sizeof__", |_, args| {
            plain(args, "__sizeof__", |n| Value::Int(24 + 4 * n.bit_length().div_ceil(30).max(1) as i64))
        })
        .getter("imag", |_, _| Ok(Value::Int(0)))
        .getter("denominator", |_, _| Ok(Value::Int(1)));
    for (name, code) in [
        ("__int__", (|_, args| plain(args, "__int__", |n| n.into())) as crate::objects::function::SyncFn),
        ("__index__", |_, args| plain(args, "__index__", |n| n.into())),
        ("__trunc__", |_, args| plain(args, "__trunc__", |n| n.into())),
        ("__floor__", |_, args| plain(args, "__floor__", |n| n.into())),
        ("__ceil__", |_, args| plain(args, "__ceil__", |n| n.into())),
        ("conjugate", |_, args| plain(args, "conjugate", |n| n.into())),
    ] {
        builder = builder.sync(name, code);
    }
    for name in ["real", "numerator"] {
        builder = builder.getter(name, |_, v| Ok(ops::int_ref(v).map_or(Value::None, |n| n.into())));
    }
    builder.finish();
    NativeClass::extend(&t.bool_).new_method(new_bool);
}
