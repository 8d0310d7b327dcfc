//! The operators of `collections.deque`.

use std::collections::VecDeque;

use super::deque::{Deque, deque, with_items};
use crate::objects::class::class_flag;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::function::Flow;
use crate::objects::ops::CompareOp;
use crate::objects::{Args, Interp, Value, known, ops, type_name, type_of};

/// Whether something can stand for a place or a number of times.
pub(super) fn is_index(value: &Value) -> bool {
    ops::int_ref(value).is_some() || type_of(value).lookup(known::INDEX).is_some()
}

/// `==`, `<` and the like, of two of them.
pub(super) fn compare(i: &mut dyn Interp, args: Args, op: CompareOp) -> PyResult<Flow> {
    let [a, b] = args.operands("deque", op.method())?;
    let a = deque(&a, &op.method().text())?;
    match b.native::<Deque>() {
        Some(b) => ops::compare(i, op, &a.to_list(), &b.to_list()),
        None => Ok(Flow::Done(Value::NotImplemented)),
    }
}

/// `deque + other`
pub(super) fn add(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, other] = args.exactly("deque.__add__")?;
    deque(&this, "__add__")?;
    if other.native::<Deque>().is_none() {
        return Err(type_error(format!("can only concatenate deque (not \"{}\") to deque", type_name(&other))));
    }
    copied(i, &this, "__add__")?.then(i, move |i, result| {
        let more: Vec<Value> = deque(&other, "__add__")?.items.borrow().iter().cloned().collect();
        for item in more {
            deque(&result, "__add__")?.push(i, item, false)?;
        }
        Ok(Flow::Done(result))
    })
}

/// A copy, which a class of the program's makes itself.
pub(super) fn copied(i: &mut dyn Interp, this: &Value, method: &str) -> PyResult<Flow> {
    let state = deque(this, method)?;
    let class = type_of(this);
    if !class.flag(class_flag::HEAP) {
        return Ok(Flow::Done(with_items(&class, state.items.borrow().clone(), state.bound.get())));
    }
    let mut given = vec![this.clone()];
    given.extend(state.bound.get().map(|n| Value::Int(n as i64)));
    Flow::call(Value::Type(class.clone()), Args::positional(given)).then(i, move |_, made| {
        match made.native::<Deque>() {
            Some(_) => Ok(Flow::Done(made)),
            None => {
                let (class, made) = (class.name(), type_name(&made));
                Err(type_error(format!("{class}() must return a deque, not {made}")))
            }
        }
    })
}

/// The items so many times; the last `maxlen` of them.
fn repeated(i: &mut dyn Interp, state: &Deque, times: u64) -> PyResult<VecDeque<Value>> {
    let items = state.items.borrow();
    // What would be pushed out again is not made.
    let enough = state.bound.get().map_or(u64::MAX, |bound| bound.div_ceil(items.len().max(1)) as u64);
    let n = ops::charge_repeated(i, items.len(), times.min(enough), 8)?;
    let mut result: VecDeque<Value> = VecDeque::new();
    for _ in 0..n {
        result.extend(items.iter().cloned());
        while state.bound.get().is_some_and(|bound| result.len() > bound) {
            result.pop_front();
        }
    }
    Ok(result)
}

/// A deque, and how often it is repeated (`wrap_indexargfunc`).
fn times(i: &mut dyn Interp, args: Args, method: &str) -> PyResult<(Value, u64)> {
    if args.names.is_none() && args.values.len() != 2 {
        return Err(type_error(format!(" expected 1 argument, got {}", args.values.len() - 1)));
    }
    let [this, n] = args.exactly(method)?;
    Ok((this, ops::times(i, &n)?))
}

/// `deque * n`
pub(super) fn multiply(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let (this, times) = times(i, args, "deque.__mul__")?;
    copied(i, &this, "__mul__")?.then(i, move |i, result| {
        let state = deque(&result, "__mul__")?;
        let items = repeated(i, state, times)?;
        state.items.replace(items);
        Ok(Flow::Done(result))
    })
}

/// `deque *= n`
pub(super) fn multiply_in_place(i: &mut dyn Interp, args: Args) -> PyResult {
    let (this, times) = times(i, args, "deque.__imul__")?;
    let state = deque(&this, "__imul__")?;
    let items = repeated(i, state, times)?;
    state.items.replace(items);
    state.change();
    Ok(this)
}
