//! Truth.

use super::special::{has_methods, is_wrapper, own};
use crate::objects::args::Args;
use crate::objects::exception::{Exc, PyResult, overflow_error, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::symbol::known;
use crate::objects::types::{type_name, type_of, types};
use crate::objects::value::Value;
use crate::objects::warnings;

/// Whether a value counts as true, as far as it is known at once.
pub enum Truth {
    Known(bool),
    /// The flow's value is to be judged ([`judge_truth`]).
    Flow(Flow),
}

#[inline]
pub fn truth(i: &mut dyn Interp, value: &Value) -> PyResult<Truth> {
    match value {
        Value::Bool(b) => Ok(Truth::Known(*b)),
        Value::None => Ok(Truth::Known(false)),
        Value::Int(n) => Ok(Truth::Known(*n != 0)),
        Value::NotImplemented => not_implemented(i),
        _ if has_methods(value) => by_methods(i, value),
        _ => exact(value).map(Truth::Known),
    }
}

/// The truth of what needs no method.
pub fn plain_truth(value: &Value) -> Option<bool> {
    match value {
        Value::NotImplemented => None,
        _ if has_methods(value) => None,
        _ => exact(value).ok(),
    }
}

/// The truth of an exact built-in.
fn exact(value: &Value) -> PyResult<bool> {
    Ok(match value {
        Value::Bool(b) => *b,
        Value::Int(n) => *n != 0,
        Value::None | Value::Unset => false,
        Value::Float(x) => *x != 0.0,
        Value::Complex(c) => c.real != 0.0 || c.imag != 0.0,
        Value::Str(s) => !s.data.is_empty(),
        Value::Bytes(b) => !b.data.is_empty(),
        Value::Tuple(t) => !t.items.is_empty(),
        Value::List(l) => !l.items.borrow().is_empty(),
        Value::Dict(d) => !d.is_empty(),
        Value::Set(s) => !s.is_empty(),
        Value::Range(r) => !r.is_empty(),
        _ => true,
    })
}

#[cold]
#[inline(never)]
fn not_implemented(i: &mut dyn Interp) -> PyResult<Truth> {
    let cx = i.cx();
    Ok(Truth::Flow(Flow::frame(async move {
        let text = "NotImplemented should not be used in a boolean context";
        cx.enter(|i| warnings::warn(i, &types().deprecation_warning, text, None)).map(|()| Value::Bool(true))
    })))
}

fn by_methods(i: &mut dyn Interp, value: &Value) -> PyResult<Truth> {
    let class = type_of(value);
    let Some(method) = own(&class, known::BOOL).or_else(|| own(&class, known::LEN)).filter(|m| !is_wrapper(m)) else {
        return exact(value.plain()).map(Truth::Known);
    };
    match super::special::call_found(i, &method, value, Args::none())? {
        Flow::Done(result) => judge_truth(i, &result, value).map(Truth::Known),
        flow => Ok(Truth::Flow(flow)),
    }
}

/// What the result of `by`'s `__bool__` or `__len__` says.
pub fn judge_truth(i: &mut dyn Interp, result: &Value, by: &Value) -> PyResult<bool> {
    if let Value::Bool(b) = result {
        return Ok(*b);
    }
    if own(&type_of(by), known::BOOL).is_some() {
        return Err(type_error(format!("__bool__ should return bool, returned {}", type_name(result))));
    }
    Ok(judge_len(i, result)? != 0)
}

/// What the result of `__len__` says: from 0, whatever this machine can have of anything.
pub(super) fn judge_len(i: &mut dyn Interp, result: &Value) -> PyResult<i64> {
    let len = match result.plain() {
        Value::Int(n) => *n,
        _ => match super::to_int(i, result)? {
            Value::Int(n) => n,
            Value::BigInt(n) if n.sign() == num_bigint::Sign::Minus => -1,
            _ => return Err(too_large()),
        },
    };
    if len < 0 { Err(value_error("__len__() should return >= 0")) } else { Ok(len) }
}

#[cold]
fn too_large() -> Exc {
    overflow_error("cannot fit 'int' into an index-sized integer")
}

/// `bool(value)`
pub fn truth_of(i: &mut dyn Interp, value: Value) -> PyResult<Flow> {
    match truth(i, &value)? {
        Truth::Known(b) => Ok(Value::Bool(b).into()),
        Truth::Flow(flow) => {
            flow.then(i, move |i, result| judge_truth(i, &result, &value).map(|b| Value::Bool(b).into()))
        }
    }
}

/// `bool(value)`, Python code nested.
pub fn is_true(i: &mut dyn Interp, value: &Value) -> PyResult<bool> {
    match truth(i, value)? {
        Truth::Known(b) => Ok(b),
        Truth::Flow(flow) => {
            let result = i.finish(flow)?;
            judge_truth(i, &result, value)
        }
    }
}
