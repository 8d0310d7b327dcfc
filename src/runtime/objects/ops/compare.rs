//! Rich comparison: exact built-ins at once, instances by their methods.

use std::cmp::Ordering;
use std::collections::VecDeque;
use std::rc::Rc;

use super::alike::alike;
use super::special::{Candidate, ask, call_found, has_methods, is_default, is_wrapper};
use super::{CompareOp, binary::asked_first, number};
use crate::objects::args::Args;
use crate::objects::builtin_types::bytes_like;
use crate::objects::exception::{Exc, PyResult, type_error};
use crate::objects::function::Flow;
use crate::objects::interp::{Interp, recursing};
use crate::objects::symbol::known;
use crate::objects::types::{type_name, type_of};
use crate::objects::value::Value;

/// `a op b`
pub fn compare(i: &mut dyn Interp, op: CompareOp, a: &Value, b: &Value) -> PyResult<Flow> {
    if let Some(answer) = simple(op, a, b) {
        return Ok(Flow::Done(Value::Bool(answer)));
    }
    if has_methods(a) || has_methods(b) {
        return match first_comparison(op, a, b) {
            Some(first) => ask_first(i, op, &first, a, b),
            None => by_methods(i, op, a, b, false),
        };
    }
    if let (Value::List(_), Value::List(_)) | (Value::Tuple(_), Value::Tuple(_)) = (a, b)
        && let Some(flow) = super::comparing::sequences(i, op, a, b)?
    {
        return Ok(flow);
    }
    match exact(i, op, a, b)? {
        Some(answer) => Ok(Flow::Done(Value::Bool(answer))),
        None => default(op, a, b),
    }
}

/// The Python function that `a op b` asks first with (a, b), if it is as simple as that.
pub fn first_comparison(op: CompareOp, a: &Value, b: &Value) -> Option<Value> {
    if op == CompareOp::Ne {
        return None;
    }
    asked_first(a, b)?.lookup(op.method()).filter(|f| matches!(f, Value::Function(_)))
}

/// Asks this function first.
fn ask_first(i: &mut dyn Interp, op: CompareOp, first: &Value, a: &Value, b: &Value) -> PyResult<Flow> {
    let flow = call_found(i, first, a, Args::one(b.clone()))?;
    match flow {
        Flow::Done(Value::NotImplemented) => compare_otherwise(i, op, a, b),
        Flow::Done(answer) => Ok(answer.into()),
        flow => {
            let (a, b) = (a.clone(), b.clone());
            flow.then(i, move |i, answer| match answer {
                Value::NotImplemented => compare_otherwise(i, op, &a, &b),
                answer => Ok(answer.into()),
            })
        }
    }
}

/// `a op b` after its [`first_comparison`] has given NotImplemented.
pub fn compare_otherwise(i: &mut dyn Interp, op: CompareOp, a: &Value, b: &Value) -> PyResult<Flow> {
    by_methods(i, op, a, b, true)
}

/// Comparison of numbers, strs and None, which needs no interpreter.
#[inline]
pub(in crate::objects) fn simple(op: CompareOp, a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => Some(op.judge(x.cmp(y))),
        (Value::Str(x), Value::Str(y)) => Some(match op {
            CompareOp::Eq => Rc::ptr_eq(x, y) || x.data == y.data,
            CompareOp::Ne => !Rc::ptr_eq(x, y) && x.data != y.data,
            _ => op.judge(x.data.cmp(&y.data)),
        }),
        (Value::Float(x), Value::Float(y)) => Some(judge_partial(op, x.partial_cmp(y))),
        (Value::Bool(x), Value::Bool(y)) => Some(op.judge(x.cmp(y))),
        (Value::None, Value::None) => match op {
            CompareOp::Eq => Some(true),
            CompareOp::Ne => Some(false),
            _ => None,
        },
        _ => None,
    }
}

fn judge_partial(op: CompareOp, order: Option<Ordering>) -> bool {
    match order {
        Some(order) => op.judge(order),
        None => op == CompareOp::Ne,
    }
}

/// `object`'s own comparison: by identity, or TypeError.
fn default(op: CompareOp, a: &Value, b: &Value) -> PyResult<Flow> {
    match op {
        CompareOp::Eq => Ok(Flow::Done(Value::Bool(a.is(b)))),
        CompareOp::Ne => Ok(Flow::Done(Value::Bool(!a.is(b)))),
        _ => Err(not_ordered(op, a, b)),
    }
}

#[cold]
fn not_ordered(op: CompareOp, a: &Value, b: &Value) -> Exc {
    type_error(format!(
        "'{}' not supported between instances of '{}' and '{}'",
        op.symbol(),
        type_name(a),
        type_name(b)
    ))
}

/// `do_richcompare` (Objects/object.c).
/// `asked`: the first method has been asked already and does not know.
fn by_methods(i: &mut dyn Interp, op: CompareOp, a: &Value, b: &Value, asked: bool) -> PyResult<Flow> {
    let (left, right) = (type_of(a), type_of(b));
    let forward =
        own_comparison(&left, op).map(|method| Candidate { method, receiver: a.clone(), argument: b.clone() });
    let backward = own_comparison(&right, op.swapped()).map(|method| Candidate {
        method,
        receiver: b.clone(),
        argument: a.clone(),
    });
    let right_first = !Rc::ptr_eq(&left, &right) && right.is_subclass_of(&left);
    let candidates = if right_first { [backward, forward] } else { [forward, backward] };
    let mut candidates: Vec<Candidate> = candidates.into_iter().flatten().collect();
    // `!=` without a method of its own is the contrary of `==`.
    let contrary: Vec<bool> = candidates.iter().map(|c| op == CompareOp::Ne && is_eq(c)).collect();
    // An instance of a built-in's subclass that inherits its comparison: as the built-in.
    if candidates.iter().all(|c| is_wrapper(&c.method)) {
        let found = match right_first {
            true => exact(i, op.swapped(), b.plain(), a.plain())?,
            false => exact(i, op, a.plain(), b.plain())?,
        };
        return match found {
            Some(answer) => Ok(Flow::Done(Value::Bool(answer))),
            None => default(op, a, b),
        };
    }
    if contrary.contains(&true) {
        return not_equal(i, candidates, contrary, a, b);
    }
    let (x, y) = (a.clone(), b.clone());
    if candidates.len() == 2 && candidates[0].method.is(&candidates[1].method) && a.is(b) {
        candidates.truncate(1);
    }
    if asked {
        candidates.remove(0);
    }
    ask(i, candidates, move |_| default(op, &x, &y))
}

/// Whether the method that is asked for `!=` is the class's `__eq__`.
fn is_eq(candidate: &Candidate) -> bool {
    type_of(&candidate.receiver).lookup(known::NE).is_none_or(|ne| !ne.is(&candidate.method))
}

/// The class's comparison; for `!=` its `__eq__` where it has but `object.__ne__`.
fn own_comparison(class: &Rc<crate::objects::Class>, op: CompareOp) -> Option<Value> {
    let own = |method| class.lookup(method).filter(|m| !is_default(m));
    own(op.method()).or_else(|| if op == CompareOp::Ne { own(known::EQ) } else { None })
}

/// `a != b` where some class defines only `__eq__`.
fn not_equal(
    i: &mut dyn Interp,
    candidates: Vec<Candidate>,
    contrary: Vec<bool>,
    a: &Value,
    b: &Value,
) -> PyResult<Flow> {
    let same = a.is(b);
    first_contrary(i, candidates.into_iter().zip(contrary).collect(), same)
}

fn first_contrary(i: &mut dyn Interp, mut candidates: VecDeque<(Candidate, bool)>, same: bool) -> PyResult<Flow> {
    let Some((Candidate { method, receiver, argument }, contrary)) = candidates.pop_front() else {
        return Ok(Value::Bool(!same).into());
    };
    call_found(i, &method, &receiver, Args::one(argument))?.then(i, move |i, answer| match answer {
        Value::NotImplemented => first_contrary(i, candidates, same),
        answer if contrary => super::not_(i, &answer),
        answer => Ok(answer.into()),
    })
}

/// Comparison of exact built-ins (of what instances carry); `None` if they do not know it. Instances within
/// containers are compared nested.
pub(in crate::objects) fn exact(i: &mut dyn Interp, op: CompareOp, a: &Value, b: &Value) -> PyResult<Option<bool>> {
    if let Some(answer) = simple(op, a, b) {
        return Ok(Some(answer));
    }
    let by_identity = |same: bool| match op {
        CompareOp::Eq => Some(same),
        CompareOp::Ne => Some(!same),
        _ => None,
    };
    if let Some(order) = numbers(a, b) {
        return Ok(Some(judge_partial(op, order)));
    }
    Ok(match (a, b) {
        (Value::List(x), Value::List(y)) => {
            if op == CompareOp::Eq || op == CompareOp::Ne {
                if Rc::ptr_eq(x, y) && x.items.borrow().is_empty() {
                    return Ok(by_identity(true));
                }
                if x.items.borrow().len() != y.items.borrow().len() {
                    return Ok(Some(op == CompareOp::Ne));
                }
            }
            let at = |list: &crate::objects::containers::List, at: usize| list.items.borrow().get(at).cloned();
            Some(sequences(i, op, |n| (at(x, n), at(y, n)))?)
        }
        (Value::Tuple(x), Value::Tuple(y)) => {
            let at = |n: usize| (x.items.get(n).cloned(), y.items.get(n).cloned());
            if op == CompareOp::Eq && x.items.len() != y.items.len() {
                return Ok(Some(false));
            }
            Some(sequences(i, op, at)?)
        }
        (Value::Dict(_), Value::Dict(_)) => match by_identity(true) {
            None => None,
            Some(_) => by_identity(guarded(i, |i| alike(i, a, b))?),
        },
        (Value::Set(x), Value::Set(y)) => Some(x.compare(i, op, y)?),
        (Value::Range(x), Value::Range(y)) => {
            let (n, m) = (x.len(), y.len());
            let same = n == m && (n == 0 || x.start == y.start && (n == 1 || x.step == y.step));
            by_identity(same)
        }
        (Value::Code(x), Value::Code(y)) => by_identity(x.is_like(y)),
        // By what they hold; an empty one comes before anything else.
        (Value::Cell(x), Value::Cell(y)) => {
            let (x, y) = (x.contents.borrow().clone(), y.contents.borrow().clone());
            match (x.is_unset(), y.is_unset()) {
                (false, false) => Some(guarded(i, |i| {
                    let flow = compare(i, op, &x, &y)?;
                    let answer = i.finish(flow)?;
                    super::is_true(i, &answer)
                })?),
                (no_x, no_y) => Some(op.judge(no_y.cmp(&no_x))),
            }
        }
        (Value::Slice(x), Value::Slice(y)) => {
            let (x, y) = ([&x.start, &x.stop, &x.step], [&y.start, &y.stop, &y.step]);
            Some(sequences(i, op, |n| (x.get(n).map(|v| (*v).clone()), y.get(n).map(|v| (*v).clone())))?)
        }
        (Value::Method(x), Value::Method(y)) => by_identity(x.function.is(&y.function) && x.receiver.is(&y.receiver)),
        (Value::Complex(_), _) | (_, Value::Complex(_)) => complexes(a, b).and_then(by_identity),
        (Value::Bytes(x), Value::Bytes(y)) => Some(op.judge(x.data.cmp(&y.data))),
        (Value::Object(_), _) | (_, Value::Object(_)) => {
            // Views are only equal or not.
            let equality = matches!(op, CompareOp::Eq | CompareOp::Ne);
            let unordered = !equality && (bytes_like::is_view(a) || bytes_like::is_view(b));
            bytes_like::order(a, b).filter(|_| !unordered).map(|order| op.judge(order))
        }
        _ => None,
    })
}

/// Two real numbers, compared exactly. `None` within: not ordered (NaN).
pub(in crate::objects) fn numbers(a: &Value, b: &Value) -> Option<Option<Ordering>> {
    match (a, b) {
        (Value::Float(x), _) => Some(match b {
            Value::Float(y) => x.partial_cmp(y),
            _ => number::int_ref(b)?.compare_float(*x).map(Ordering::reverse),
        }),
        (_, Value::Float(y)) => Some(number::int_ref(a)?.compare_float(*y)),
        _ => Some(Some(number::int_ref(a)?.compare(number::int_ref(b)?))),
    }
}

/// Whether two numbers are equal; `false` for what is no number.
pub(in crate::objects) fn numbers_equal(a: &Value, b: &Value) -> bool {
    numbers(a, b).map_or_else(|| complexes(a, b), |order| Some(order == Some(Ordering::Equal))).unwrap_or(false)
}

fn complexes(a: &Value, b: &Value) -> Option<bool> {
    let parts = |v: &Value| match v {
        Value::Complex(c) => Some((Value::Float(c.real), c.imag)),
        Value::Float(_) => Some((v.clone(), 0.0)),
        _ => number::int_ref(v).map(|_| (v.clone(), 0.0)),
    };
    let ((real, imag), (other, other_imag)) = (parts(a)?, parts(b)?);
    Some(imag == other_imag && numbers(&real, &other).flatten() == Some(Ordering::Equal))
}

/// The lexicographical order of `list_richcompare`, over sequences that may change meanwhile.
fn sequences(
    i: &mut dyn Interp,
    op: CompareOp,
    at: impl Fn(usize) -> (Option<Value>, Option<Value>),
) -> PyResult<bool> {
    guarded(i, |i| {
        let mut n = 0;
        loop {
            match at(n) {
                (Some(x), Some(y)) => {
                    // Items that are gone meanwhile do not decide.
                    if !alike(i, &x, &y)? && matches!(at(n), (Some(_), Some(_))) {
                        return match op {
                            CompareOp::Eq => Ok(false),
                            CompareOp::Ne => Ok(true),
                            _ => nested(i, op, &x, &y),
                        };
                    }
                }
                (None, None) => return Ok(op.judge(Ordering::Equal)),
                (None, Some(_)) => return Ok(op.judge(Ordering::Less)),
                (Some(_), None) => return Ok(op.judge(Ordering::Greater)),
            }
            n += 1;
            if n % 64 == 0 {
                i.charge(16);
            }
        }
    })
}

/// Bounds the depth of comparing containers in containers.
pub(super) fn guarded<T>(i: &mut dyn Interp, f: impl FnOnce(&mut dyn Interp) -> PyResult<T>) -> PyResult<T> {
    recursing(i, " in comparison", f)
}

/// `bool(a op b)`, Python code nested.
pub(in crate::objects) fn nested(i: &mut dyn Interp, op: CompareOp, a: &Value, b: &Value) -> PyResult<bool> {
    if let Some(answer) = simple(op, a, b) {
        return Ok(answer);
    }
    guarded(i, |i| {
        // A Python function is called as it stands.
        let first = match first_comparison(op, a, b) {
            None => compare(i, op, a, b)?,
            Some(first) => match i.call(&first, Args::from([a.clone(), b.clone()]))? {
                Value::NotImplemented => compare_otherwise(i, op, a, b)?,
                answer => answer.into(),
            },
        };
        match first {
            Flow::Done(Value::Bool(answer)) => Ok(answer),
            flow => {
                let answer = i.finish(flow)?;
                super::is_true(i, &answer)
            }
        }
    })
}

/// Equality as containers judge it: identity first; Python code runs nested.
#[inline]
pub fn equal(i: &mut dyn Interp, a: &Value, b: &Value) -> PyResult<bool> {
    if a.is(b) {
        return Ok(true);
    }
    nested(i, CompareOp::Eq, a, b)
}

/// `a < b`, Python code nested.
pub fn less_than(i: &mut dyn Interp, a: &Value, b: &Value) -> PyResult<bool> {
    nested(i, CompareOp::Lt, a, b)
}
