//! `hash(x)`.

use std::rc::Rc;

use super::asking::Asked;
use super::special::{call_found, is_default};
use crate::objects::args::Args;
use crate::objects::containers::Tuple;
use crate::objects::exception::{Exc, PyResult, type_error};
use crate::objects::function::Flow;
use crate::objects::hash::{self, TupleHasher};
use crate::objects::identity::id;
use crate::objects::interp::{Interp, recursing};
use crate::objects::symbol::known;
use crate::objects::types::{type_name, type_of};
use crate::objects::value::Value;

/// `hash(value)`; an instance's `__hash__` runs nested.
#[inline]
pub fn hash(i: &mut dyn Interp, value: &Value) -> PyResult<i64> {
    match value {
        Value::Str(s) => Ok(s.data.hash()),
        Value::Int(n) => Ok(hash::hash_int(*n)),
        _ => general(i, value),
    }
}

/// The hash of a constant: numbers, strs, bytes, None, tuples and frozensets of such. `None` for anything else.
pub fn of_constant(value: &Value) -> Option<i64> {
    Some(match value {
        Value::Str(s) => s.data.hash(),
        Value::Int(n) => hash::hash_int(*n),
        Value::Bool(b) => *b as i64,
        Value::Float(x) => hash::hash_float(*x, id(value)),
        Value::BigInt(n) => hash::hash_bigint(n),
        Value::Complex(c) => hash::hash_complex(c.real, c.imag, id(value)),
        Value::Bytes(b) => hash::hash_bytes(&b.data),
        Value::None => hash::NONE,
        Value::Tuple(t) => {
            let mut hasher = TupleHasher::new();
            for item in &t.items {
                hasher.add(of_constant(item)?);
            }
            hasher.finish()
        }
        Value::Ellipsis | Value::NotImplemented => hash::hash_pointer(id(value)),
        _ => return None,
    })
}

/// The hash of what no method of a program is asked for: constants, and instances that are hashed by their identity.
/// `None` for anything else.
#[inline]
pub fn plain_hash(value: &Value) -> Option<i64> {
    match value {
        Value::Str(s) => Some(s.data.hash()),
        Value::Int(n) => Some(hash::hash_int(*n)),
        Value::Object(object) => {
            let method = type_of(value).lookup(known::HASH)?;
            (object.builtin().is_none() && is_default(&method)).then(|| hash::hash_pointer(id(value)))
        }
        _ => of_constant(value),
    }
}

fn general(i: &mut dyn Interp, value: &Value) -> PyResult<i64> {
    match value {
        Value::Tuple(t) => {
            let mut hasher = TupleHasher::new();
            for item in &t.items {
                hasher.add(match item {
                    Value::Tuple(inner) => tuples(i, inner)?,
                    item => hash(i, item)?,
                });
            }
            Ok(hasher.finish())
        }
        Value::Set(s) if s.frozen => Ok(s.hash()),
        Value::Code(code) => Ok(code.hash()),
        Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::Cell(_) => Err(unhashable(value)),
        Value::Slice(s) => {
            let mut hasher = TupleHasher::new();
            for part in [&s.start, &s.stop, &s.step] {
                hasher.add(recursing(i, DOING, |i| hash(i, part))?);
            }
            Ok(hasher.finish_slice())
        }
        Value::Range(r) => {
            let len = r.len();
            let parts = [
                Value::Int(len as i64),
                if len == 0 { Value::None } else { Value::Int(r.start) },
                if len < 2 { Value::None } else { Value::Int(r.step) },
            ];
            hash(i, &Value::tuple(parts))
        }
        Value::Method(m) => {
            let function = hash(i, &m.function)?;
            Ok((function ^ hash::hash_pointer(id(&m.receiver))).max(i64::MIN + 1))
        }
        Value::Object(_) => instance(i, value),
        Value::Type(class) if class.has_metaclass() => instance(i, value),
        _ => Ok(of_constant(value).unwrap_or_else(|| hash::hash_pointer(id(value)))),
    }
}

/// Tuples within each other, as deep as they are: without the host's stack.
fn tuples(i: &mut dyn Interp, outermost: &Rc<Tuple>) -> PyResult<i64> {
    let mut open = vec![(outermost, TupleHasher::new(), 0)];
    let mut last = 0;
    while let Some((tuple, hasher, at)) = open.last_mut() {
        if *at > 0 {
            hasher.add(last);
        }
        *at += 1;
        match tuple.items.get(*at - 1) {
            Some(Value::Tuple(inner)) => open.push((inner, TupleHasher::new(), 0)),
            Some(item) => {
                i.charge(1);
                last = hash(i, item)?;
            }
            None => {
                last = std::mem::take(hasher).finish();
                open.pop();
            }
        }
    }
    Ok(last)
}

const DOING: &str = " while calling a Python object";

/// RecursionError where what it holds is hashed within too many others.
fn instance(i: &mut dyn Interp, value: &Value) -> PyResult<i64> {
    recursing(i, DOING, |i| match hash_of_instance(i, value)? {
        Asked::Known(hash) => Ok(hash),
        Asked::Flow(flow) => judge_hash(&i.finish(flow)?),
    })
}

/// The hash of an instance, or a class of a metaclass; the flow's value is for [`judge_hash`].
pub(super) fn hash_of_instance(i: &mut dyn Interp, value: &Value) -> PyResult<Asked<i64>> {
    let class = type_of(value);
    match class.lookup(known::HASH) {
        Some(Value::None) => Err(unhashable(value)),
        Some(method) if !is_default(&method) && !super::special::is_wrapper(&method) => {
            match call_found(i, &method, value, Args::none())? {
                Flow::Done(answer) => judge_hash(&answer).map(Asked::Known),
                flow => Ok(Asked::Flow(flow)),
            }
        }
        _ => match value.plain() {
            Value::Object(_) | Value::Type(_) => Ok(Asked::Known(hash::hash_pointer(id(value)))),
            // What is equal to nothing is told apart by its identity.
            Value::Float(x) if x.is_nan() => Ok(Asked::Known(hash::hash_float(*x, id(value)))),
            plain => {
                let plain = plain.clone();
                general(i, &plain).map(Asked::Known)
            }
        },
    }
}

/// What a `__hash__` has given, as a hash.
pub(in crate::objects) fn judge_hash(answer: &Value) -> PyResult<i64> {
    match answer.plain() {
        Value::Int(n) => Ok(if *n == -1 { -2 } else { *n }),
        Value::Bool(b) => Ok(*b as i64),
        Value::BigInt(n) => Ok(hash::hash_bigint(n)),
        _ => Err(type_error("__hash__ method should return an integer")),
    }
}

#[cold]
fn unhashable(value: &Value) -> Exc {
    type_error(format!("unhashable type: '{}'", type_name(value)))
}
