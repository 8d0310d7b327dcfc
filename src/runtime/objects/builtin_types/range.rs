//! `range` and `slice`.

use std::rc::Rc;

use num_bigint::Sign;

use super::iterator_types::class_of;
use super::payload::range_receiver;
use crate::objects::args::Args;
use crate::objects::containers::{Range, Slice, range_len};
use crate::objects::cx::Cx;
use crate::objects::exception::{PyResult, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::module::from_library;
use crate::objects::native_class::NativeClass;
use crate::objects::ops;
use crate::objects::types::Types;
use crate::objects::value::Value;

fn new(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    class_of(&mut args)?;
    let [a, b, c] = args.between("range", 1)?;
    let (start, stop) = match b.is_unset() {
        true => (Value::Int(0), ops::to_int(i, &a)?),
        false => (ops::to_int(i, &a)?, ops::to_int(i, &b)?),
    };
    let step = if c.is_unset() { Value::Int(1) } else { ops::to_int(i, &c)? };
    made(i, start, stop, step).map(Flow::Done)
}

/// The range of these ints; one that does not fit 64 bits, or whose length does not, is a text's.
pub(in crate::objects) fn made(i: &mut dyn Interp, start: Value, stop: Value, step: Value) -> PyResult {
    match (&start, &stop, &step) {
        (_, _, Value::Int(0)) => Err(value_error("range() arg 3 must not be zero")),
        (&Value::Int(start), &Value::Int(stop), &Value::Int(step))
            if i64::try_from(range_len(start, stop, step)).is_ok() =>
        {
            Ok(Value::Range(Rc::new(Range { header: Default::default(), start, stop, step })))
        }
        _ => beyond(i, [start, stop, step]),
    }
}

#[cold]
#[inline(never)]
fn beyond(i: &mut dyn Interp, ends: [Value; 3]) -> PyResult {
    let make = from_library(i, "_long_range", "make")?;
    i.call(&make, Args::from(ends))
}

/// Where an int stands in a range.
fn place(range: &Range, n: i64) -> Option<usize> {
    let distance = i128::from(n) - i128::from(range.start);
    let at = distance / i128::from(range.step);
    let within = distance % i128::from(range.step) == 0 && at >= 0 && at < i128::from(range.len());
    within.then_some(at as usize)
}

/// The items that are equal to one: how many, up to `most`, and where the last of these stands.
async fn equal_ones(cx: &Cx, range: &Range, item: &Value, most: usize) -> PyResult<(usize, usize)> {
    // Only ints are found by computing: others, subclasses too, may equal several.
    let exact = !matches!(item, Value::Object(_));
    let known = cx.enter(|_| ops::int_ref(item).filter(|_| exact).map(|n| n.as_i64().and_then(|n| place(range, n))));
    if let Some(found) = known {
        return Ok(found.map_or((0, 0), |at| (1, at)));
    }
    let (mut count, mut last) = (0, 0);
    for at in 0..range.len() as i64 {
        if cx.enter(|i| ops::equal(i, &Value::Int(range.start + at * range.step), item))? {
            (count, last) = (count + 1, at as usize);
            if count == most {
                break;
            }
        }
        if at % CHUNK == CHUNK - 1 {
            ops::breathe(cx, CHUNK as usize).await?;
        }
    }
    Ok((count, last))
}

/// After so many comparisons others may have their turn.
const CHUNK: i64 = 64;

fn index(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let range = range_receiver(&mut args, "index")?;
    let [item] = args.exactly("range.index")?;
    let cx = i.cx();
    Ok(Flow::frame(async move {
        match equal_ones(&cx, &range, &item, 1).await? {
            (0, _) if ops::int_ref(&item).is_some() && !matches!(item, Value::Object(_)) => {
                let shown = cx.enter(|i| ops::repr_text(i, &item))?;
                Err(value_error(format!("{} is not in range", shown.text())))
            }
            (0, _) => Err(value_error("sequence.index(x): x not in sequence")),
            (_, at) => Ok(at.into()),
        }
    }))
}

fn count(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let range = range_receiver(&mut args, "count")?;
    let [item] = args.exactly("range.count")?;
    let cx = i.cx();
    Ok(Flow::frame(async move { equal_ones(&cx, &range, &item, usize::MAX).await.map(|(count, _)| count.into()) }))
}

fn new_slice(_: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    class_of(&mut args)?;
    let [a, b, c] = args.between("slice", 1)?;
    let or_none = |v: Value| v.some().unwrap_or(Value::None);
    let (start, stop) = if b.is_unset() { (Value::None, a) } else { (a, b) };
    Ok(Flow::Done(Value::Slice(Rc::new(Slice { header: Default::default(), start, stop, step: or_none(c) }))))
}

fn indices(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_receiver();
    let [len] = args.exactly("slice.indices")?;
    let len = ops::to_int(i, &len)?;
    let Value::Slice(slice) = &this else { return Err(type_error("not a slice")) };
    match len {
        Value::Int(len @ 0..) => {
            let slice = &ops::exact_slice(i, slice)?;
            let (start, stop, _) = ops::slice_bounds(i, slice, len)?;
            Ok(Value::tuple([Value::Int(start), Value::Int(stop), slice.step.clone()]))
        }
        Value::BigInt(n) if n.sign() == Sign::Plus => {
            let slice = &ops::exact_slice(i, slice)?;
            indices_beyond(i, slice, Value::BigInt(n))
        }
        _ => Err(value_error("length should not be negative")),
    }
}

/// `slice.indices` for a length beyond 64 bits.
#[cold]
#[inline(never)]
fn indices_beyond(i: &mut dyn Interp, slice: &Slice, len: Value) -> PyResult {
    let find = from_library(i, "_long_range", "indices")?;
    i.call(&find, Args::from([slice.start.clone(), slice.stop.clone(), slice.step.clone(), len]))
}

/// Fills `range` and `slice`.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    NativeClass::extend(&t.range)
        .new_method(new)
        .method("index", index)
        .method("count", count)
        .member("start", |_, v| Ok(part(v, |r| r.start)))
        .member("stop", |_, v| Ok(part(v, |r| r.stop)))
        .member("step", |_, v| Ok(part(v, |r| r.step)));
    NativeClass::extend(&t.slice)
        .new_method(new_slice)
        .sync("indices", indices)
        .member("start", |_, v| Ok(slice_part(v, |s| &s.start)))
        .member("stop", |_, v| Ok(slice_part(v, |s| &s.stop)))
        .member("step", |_, v| Ok(slice_part(v, |s| &s.step)));
}

fn part(value: &Value, f: fn(&Range) -> i64) -> Value {
    match value {
        Value::Range(r) => Value::Int(f(r)),
        _ => Value::None,
    }
}

fn slice_part(value: &Value, f: fn(&Slice) -> &Value) -> Value {
    match value {
        Value::Slice(s) => match f(s) {
            Value::Unset => Value::None,
            part => part.clone(),
        },
        _ => Value::None,
    }
}
