//! `repr`, `str`, `ascii`, `format`.

use std::rc::Rc;

use super::special::{call_found, has_methods, is_default, is_wrapper};
use crate::objects::args::Args;
use crate::objects::builtin_types::repr as exact;
use crate::objects::exception::{PyResult, recursion_error, type_error};
use crate::objects::format_spec;
use crate::objects::function::Flow;
use crate::objects::interp::{Interp, recursing};
use crate::objects::object_methods::default_repr;
use crate::objects::string::Str;
use crate::objects::symbol::known;
use crate::objects::types::{type_name, type_of};
use crate::objects::value::Value;

/// `repr(value)`
pub fn repr(i: &mut dyn Interp, value: &Value) -> PyResult<Flow> {
    repr_as(i, value, "__repr__")
}

/// `repr(value)` on behalf of a method: `object.__str__` is what gives no str if `__repr__` does not.
fn repr_as(i: &mut dyn Interp, value: &Value, asked: &'static str) -> PyResult<Flow> {
    if has_methods(value)
        && let Some(method) = type_of(value).lookup(known::REPR)
        && !is_wrapper(&method)
    {
        let flow = call_found(i, &method, value, Args::none())?;
        return must_be_str(i, flow, asked);
    }
    if has_methods(value)
        && let Some(method) = type_of(value).lookup(known::REPR)
    {
        if asks_repr(&method) {
            return Err(recursion_error("maximum recursion depth exceeded while calling a Python object"));
        }
        if is_of_object(&method, "__repr__") && !std::ptr::eq(value, value.plain()) {
            return default_repr(value).map(Flow::Done);
        }
    }
    exact::repr(i, value).map(|text| Flow::Done(Value::Str(text)))
}

/// Whether a method is `object.__str__`, which calls `__repr__`: as a `__repr__` it calls itself without end.
fn asks_repr(method: &Value) -> bool {
    is_of_object(method, "__str__")
}

/// Whether it is `object`'s method of this name, by whatever name a class has it.
fn is_of_object(method: &Value, name: &str) -> bool {
    matches!(method, Value::Builtin(builtin) if is_default(method) && &*builtin.name == name)
}

/// `str(value)`
pub fn str_of(i: &mut dyn Interp, value: &Value) -> PyResult<Flow> {
    match value {
        Value::Str(_) => return Ok(Flow::Done(value.clone())),
        _ if has_methods(value) => {}
        _ => return repr(i, value),
    }
    match type_of(value).lookup(known::STR) {
        Some(method) if is_of_object(&method, "__repr__") => default_repr(value).map(Flow::Done),
        Some(method) if is_default(&method) => repr_as(i, value, "__str__"),
        Some(method) if is_wrapper(&method) => match value.plain() {
            // The text of a str's subclass is an exact str.
            Value::Str(s) => Ok(Flow::Done(Value::Str(s.clone()))),
            // `__str__ = int.__repr__`, as enumerations of ints have it.
            _ => exact::repr(i, value.plain()).map(|text| Flow::Done(Value::Str(text))),
        },
        Some(method) => {
            let flow = call_found(i, &method, value, Args::none())?;
            must_be_str(i, flow, "__str__")
        }
        None => repr(i, value),
    }
}

/// The result of a method that must give a str.
fn must_be_str(i: &mut dyn Interp, flow: Flow, method: &'static str) -> PyResult<Flow> {
    fn judge(result: Value, method: &str) -> PyResult {
        match result.plain() {
            Value::Str(_) => Ok(result),
            _ => Err(type_error(format!("{method} returned non-string (type {})", type_name(&result)))),
        }
    }
    flow.then(i, |_, result| judge(result, method).map(Flow::Done))
}

fn finish_text(i: &mut dyn Interp, flow: Flow) -> PyResult<Rc<Str>> {
    let value = match flow {
        Flow::Done(value) => value,
        flow => i.finish(flow)?,
    };
    match value.plain() {
        Value::Str(s) => Ok(s.clone()),
        _ => Err(type_error("a str is needed")),
    }
}

/// `repr(value)`, Python code nested. RecursionError where it is asked for within too many others.
pub fn repr_text(i: &mut dyn Interp, value: &Value) -> PyResult<Rc<Str>> {
    nested(i, value, repr, " while getting the repr of an object")
}

/// `str(value)`, Python code nested. RecursionError where it is asked for within too many others.
pub fn str_text(i: &mut dyn Interp, value: &Value) -> PyResult<Rc<Str>> {
    nested(i, value, str_of, " while getting the str of an object")
}

fn nested(
    i: &mut dyn Interp,
    value: &Value,
    text: fn(&mut dyn Interp, &Value) -> PyResult<Flow>,
    doing: &str,
) -> PyResult<Rc<Str>> {
    recursing(i, doing, |i| {
        let flow = text(i, value)?;
        finish_text(i, flow)
    })
}

/// `ascii(value)`
pub fn ascii(i: &mut dyn Interp, value: &Value) -> PyResult<Flow> {
    let given = recursing(i, " while getting the repr of an object", |i| {
        let flow = repr(i, value)?;
        i.finish(flow)
    })?;
    let escaped = given.as_str().filter(|text| !text.data.is_ascii()).map(|text| text.data.escape_non_ascii());
    Ok(Flow::Done(escaped.map_or(given, Value::from)))
}

/// `format(value, spec)`
pub fn format(i: &mut dyn Interp, value: &Value, spec: &Rc<Str>) -> PyResult<Flow> {
    if has_methods(value)
        && let Some(method) = type_of(value).lookup(known::FORMAT)
        && !is_wrapper(&method)
    {
        let flow = call_found(i, &method, value, Args::one(Value::Str(spec.clone())))?;
        return flow.then(i, |_, result| judge_format(result).map(Flow::Done));
    }
    exact_format(i, value, spec)
}

fn judge_format(result: Value) -> PyResult {
    match result.plain() {
        Value::Str(_) => Ok(result),
        _ => Err(type_error(format!("__format__ must return a str, not {}", type_name(&result)))),
    }
}

/// The `__format__` of exact built-ins and of `object`.
pub(in crate::objects) fn exact_format(i: &mut dyn Interp, value: &Value, spec: &Rc<Str>) -> PyResult<Flow> {
    if spec.data.is_empty() {
        return str_of(i, value);
    }
    let plain = value.plain();
    let digits = match plain {
        Value::Str(_) => false,
        Value::Float(number) => number.is_finite(),
        _ => true,
    };
    super::reserve(i, format_spec::reserved(&spec.data, digits))?;
    let name = type_name(value);
    let text = match plain {
        Value::Str(s) => format_spec::format_str(&s.data, &spec.data, &name)?,
        Value::Float(x) => format_spec::format_float(*x, &spec.data, &name)?,
        Value::Complex(c) => format_spec::format_complex(c.real, c.imag, &spec.data, &name)?,
        _ => match super::number::int_ref(plain) {
            Some(n) => {
                let limit = super::number::max_str_digits(i, n.bit_length())?;
                format_spec::format_int(n, &spec.data, &name, limit)?
            }
            None => return Err(type_error(format!("unsupported format string passed to {name}.__format__"))),
        },
    };
    Ok(Flow::Done(text.into()))
}
