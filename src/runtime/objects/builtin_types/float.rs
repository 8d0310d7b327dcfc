//! `float` and `complex`: making them, and their methods.

use std::rc::Rc;

use super::iterator_types::class_of;
use super::payload::make_with;
use super::{bytes_like, complex_parse};
use crate::objects::args::Args;
use crate::objects::exception::{Exc, PyResult, overflow_error, type_error, value_error};
use crate::objects::float_math;
use crate::objects::float_parse;
use crate::objects::float_repr;
use crate::objects::function::{Flow, SyncFn};
use crate::objects::int::{IntRef, float_to_int};
use crate::objects::interp::Interp;
use crate::objects::native_class::{NativeClass, wrong_receiver};
use crate::objects::ops::{self, special::own};
use crate::objects::symbol::{Symbol, known};
use crate::objects::types::{Types, type_name, type_of, types};
use crate::objects::value::Value;
use crate::objects::warnings;

fn receiver(args: &mut Args, method: &str) -> PyResult<f64> {
    let this = args.take_receiver();
    match this.plain() {
        Value::Float(x) => Ok(*x),
        _ => Err(wrong_receiver(&this, "float", method)),
    }
}

fn plain(mut args: Args, method: &str, f: fn(f64) -> PyResult) -> PyResult {
    let x = receiver(&mut args, method)?;
    let [] = args.exactly(&format!("float.{method}"))?;
    f(x)
}

fn new(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let exact = Rc::ptr_eq(&class, &types().float);
    if !class.overrides(known::INIT) {
        args.no_keywords("float")?;
    }
    args.drop_keywords();
    let [value] = args.between("float", 0)?;
    let wrap = move |x: f64| if exact { Value::Float(x) } else { make_with(&class, Value::Float(x)) };
    let x = match &value {
        Value::Unset => 0.0,
        Value::Float(x) => *x,
        Value::Int(n) => *n as f64,
        Value::Object(_) | Value::Type(_)
            if own(&type_of(&value), known::FLOAT).is_some_and(|m| !matches!(m, Value::Builtin(_))) =>
        {
            let method = type_of(&value).lookup(known::FLOAT).unwrap_or_default();
            let flow = ops::special::call_found(i, &method, &value, Args::none())?;
            return flow.then(i, move |i, result| match result.plain() {
                Value::Float(x) => {
                    if matches!(result, Value::Object(_)) {
                        let method = format!("{}.__float__", type_name(&value));
                        warnings::subclass_returned(i, &method, "float", &type_name(&result))?;
                    }
                    Ok(wrap(*x).into())
                }
                _ => Err(type_error(format!(
                    "{}.__float__ returned non-float (type {})",
                    type_name(&value),
                    type_name(&result)
                ))),
            });
        }
        // What is no number by itself may be one by its `__index__`.
        Value::Object(_) if ops::int_ref(&value).is_none() && has_own(&value, known::INDEX) => {
            ops::to_float(i, &value)?
        }
        _ => match value.plain() {
            Value::Str(s) => match (float_parse::parse_str(&s.data), &value) {
                (Err(error), Value::Object(_)) => return Err(super::payload::with_repr(i, error, &s.data, &value)?),
                (parsed, _) => parsed?,
            },
            Value::Bytes(b) => float_parse::parse_bytes(&b.data)?,
            _ => match bytes_like::lent(i, &value)? {
                Some(data) => match float_parse::parse_bytes(&data) {
                    Ok(x) => x,
                    Err(_) => {
                        let shown = ops::repr_text(i, &value)?;
                        return Err(value_error(format!("could not convert string to float: {}", shown.text())));
                    }
                },
                None => ops::real_number(i, &value)?.ok_or_else(|| no_number(&value))?,
            },
        },
    };
    Ok(Flow::Done(wrap(x)))
}

/// Whether an object's class has a method of the program's.
fn has_own(value: &Value, name: Symbol) -> bool {
    own(&type_of(value), name).is_some_and(|m| !matches!(m, Value::Builtin(_)))
}

#[cold]
fn no_number(value: &Value) -> Exc {
    type_error(format!("float() argument must be a string or a real number, not '{}'", type_name(value)))
}

/// `float.__round__(places)`
fn round(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let x = receiver(&mut args, "__round__")?;
    let [places] = args.between("__round__", 0)?;
    if places.is_unset() || places.is_none() {
        return round_to_int(x);
    }
    let places = match ops::to_int(i, &places)? {
        Value::Int(n) => n,
        huge if ops::int_ref(&huge).is_some_and(|n| n.is_negative()) => i64::MIN,
        _ => i64::MAX,
    };
    match float_repr::round_to(x, places) {
        Some(rounded) => Ok(Value::Float(rounded)),
        None => Err(overflow_error("rounded value too large to represent")),
    }
}

/// `round(x)`: half to even.
fn round_to_int(x: f64) -> PyResult {
    Ok(float_to_int(x.round_ties_even())?.into())
}

fn hex(_: &mut dyn Interp, args: Args) -> PyResult {
    plain(args, "hex", |x| Ok(float_repr::hex(x).into()))
}

fn from_hex(_: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let [text] = args.exactly("float.fromhex")?;
    let Some(text) = text.as_str() else {
        return Err(type_error("bad argument type for built-in operation"));
    };
    let x = Value::Float(float_parse::from_hex(&text.data)?);
    Ok(if Rc::ptr_eq(&class, &types().float) { Flow::Done(x) } else { Flow::call(Value::Type(class), Args::one(x)) })
}

fn ratio(_: &mut dyn Interp, args: Args) -> PyResult {
    plain(args, "as_integer_ratio", |x| {
        let (numerator, denominator) = IntRef::ratio_of(x)?;
        Ok(Value::tuple([numerator.into(), denominator.into()]))
    })
}

fn new_complex(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let [first, second] = args.bind_in_c("complex", &["real", "imag"], 0)?;
    if let (Value::Complex(_), Value::Unset, true) = (&first, &second, Rc::ptr_eq(&class, &types().complex)) {
        return Ok(Flow::Done(first));
    }
    let (real, imag) = complex_parse::make(i, &first, &second)?;
    let value = Value::complex(real, imag);
    Ok(Flow::Done(if Rc::ptr_eq(&class, &types().complex) { value } else { make_with(&class, value) }))
}

fn complex_receiver(value: &Value, method: &str) -> PyResult<(f64, f64)> {
    match value.plain() {
        Value::Complex(c) => Ok((c.real, c.imag)),
        _ => Err(wrong_receiver(value, "complex", method)),
    }
}

/// Fills `float` and `complex`.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    let mut builder = NativeClass::extend(&t.float)
        .new_method(new)
        .sync("__round__", round)
        .sync("hex", hex)
        .class_method("fromhex", from_hex)
        .class_method("__getformat__", |_, args| {
            let [_, kind] = args.exactly("float.__getformat__")?;
            let Some(name) = kind.as_str() else {
                let found = crate::objects::types::argument_type(&kind);
                let text = format!("__getformat__() argument must be str, not {found}");
                return Err(crate::objects::exception::type_error(text));
            };
            match Some(&*name.text()) {
                Some("double" | "float") => Ok(Flow::Done(Value::from("IEEE, little-endian"))),
                _ => Err(crate::objects::exception::value_error(
                    "__getformat__() argument 1 must be 'double' or 'float'",
                )),
            }
        })
        .sync("as_integer_ratio", ratio)
        .sync("is_integer", |_, args| plain(args, "is_integer", |x| Ok(Value::Bool(x.is_finite() && x == x.floor()))))
        .sync("__abs__", |_, args| plain(args, "__abs__", |x| Ok(Value::Float(x.abs()))))
        .sync("__float__", |_, args| plain(args, "__float__", |x| Ok(Value::Float(x))))
        .sync("conjugate", |_, args| plain(args, "conjugate", |x| Ok(Value::Float(x))))
        .getter("real", |_, v| Ok(v.plain().clone()))
        .getter("imag", |_, _| Ok(Value::Float(0.0)));
    for (name, code) in [
        ("__int__", (|_, args| plain(args, "__int__", |x| Ok(float_to_int(x)?.into()))) as SyncFn),
        ("__trunc__", |_, args| plain(args, "__trunc__", |x| Ok(float_to_int(x)?.into()))),
        ("__floor__", |_, args| plain(args, "__floor__", |x| Ok(float_to_int(x.floor())?.into()))),
        ("__ceil__", |_, args| plain(args, "__ceil__", |x| Ok(float_to_int(x.ceil())?.into()))),
    ] {
        builder = builder.sync(name, code);
    }
    builder.finish();
    NativeClass::extend(&t.complex)
        .new_method(new_complex)
        .sync("conjugate", |_, args| {
            let mut args = args;
            let this = args.take_receiver();
            let [] = args.exactly("complex.conjugate")?;
            let (real, imag) = complex_receiver(&this, "conjugate")?;
            Ok(Value::complex(real, -imag))
        })
        .sync("__abs__", |_, args| {
            let [this] = args.exactly("complex.__abs__")?;
            let (real, imag) = complex_receiver(&this, "__abs__")?;
            let size = float_math::hypot(&[real, imag]);
            if size.is_infinite() && real.is_finite() && imag.is_finite() {
                return Err(overflow_error("absolute value too large"));
            }
            Ok(Value::Float(size))
        })
        .sync("__complex__", |_, args| {
            let [this] = args.exactly("complex.__complex__")?;
            Ok(this.plain().clone())
        })
        .member("real", |_, v| complex_receiver(v, "real").map(|c| Value::Float(c.0)))
        .member("imag", |_, v| complex_receiver(v, "imag").map(|c| Value::Float(c.1)));
}
