//! Sorting: `list.sort` and `sorted`. Stable; without Python code at once, else in a frame.

use std::cmp::Ordering;

use super::payload::list_receiver;
use super::sort_calling::merge_sort;
use super::sort_keys::keys_of;
use super::timsort::Timsort;
use crate::objects::args::Args;
use crate::objects::bind::unexpected_keyword;
use crate::objects::cx::Cx;
use crate::objects::exception::{PyResult, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::ops::{self, CompareOp};
use crate::objects::value::Value;

/// The keywords `key` and `reverse`.
fn options(i: &mut dyn Interp, args: &Args, function: &str) -> PyResult<(Value, bool)> {
    let (mut key, mut reverse) = (Value::None, false);
    for (name, value) in args.keywords() {
        match &*name.text() {
            "key" => key = value.clone(),
            "reverse" => reverse = ops::is_true(i, value)?,
            other => return Err(unexpected_keyword(function, other, &["key", "reverse"])),
        }
    }
    Ok((key, reverse))
}

/// `list.sort(*, key=None, reverse=False)`
pub(super) fn list_sort(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let list = list_receiver(&mut args, "sort")?;
    if args.positional_count() > 0 || args.keyword_count() > 2 {
        // It says what is wrong.
        args.clone().bind_in_c::<2>("sort", &["*", "key", "reverse"], 0)?;
    }
    let (key, reverse) = options(i, &args, "sort")?;
    let mut items = list.items.take();
    if key.is_none() && items.len() <= AT_ONCE {
        i.charge(items.len() as u64);
        if let Some(result) = sort_plain(i, &mut items, reverse) {
            list.items.replace(items);
            return result.map(|()| Flow::Done(Value::None));
        }
    }
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let result = sort_items(&cx, &mut items, &key, reverse).await;
        // What has grown has a place to keep items in, also where it has been emptied again.
        let changed = list.items.borrow().capacity() > 0;
        list.items.replace(items);
        result?;
        if changed {
            return Err(value_error("list modified during sort"));
        }
        Ok(Value::None)
    }))
}

/// More than this are sorted in a frame that can be left in between.
const AT_ONCE: usize = 100_000;

/// Sorts in native async code.
pub async fn sort_items(cx: &Cx, items: &mut Vec<Value>, key: &Value, reverse: bool) -> PyResult<()> {
    if key.is_none() {
        return sort_keyed(cx, items, None, reverse).await;
    }
    let keys = keys_of(cx, items, key).await?;
    sort_keyed(cx, items, Some(keys), reverse).await
}

async fn sort_keyed(cx: &Cx, items: &mut Vec<Value>, keys: Option<Vec<Value>>, reverse: bool) -> PyResult<()> {
    let all = keys.as_ref().unwrap_or(items);
    if all.len() > AT_ONCE {
        let sorted = match one_kind(all) {
            Some(compare) => merge_total(cx, all, compare, reverse).await,
            None => merge_sort(cx, all, reverse).await,
        };
        return apply(items, sorted);
    }
    let Some(keys) = keys else {
        if let Some(result) = cx.enter(|i| sort_plain(i, items, reverse)) {
            return result;
        }
        let sorted = merge_sort(cx, items, reverse).await;
        return apply(items, sorted);
    };
    if let Some(sorted) = cx.enter(|i| plain_order(i, &keys, reverse)) {
        return apply(items, sorted);
    }
    let sorted = merge_sort(cx, &keys, reverse).await;
    apply(items, sorted)
}

/// The order in which items are to stand, and what ended the sorting before its end.
pub(super) type Sorted = (Vec<usize>, PyResult<()>);

fn apply(items: &mut Vec<Value>, (order, result): Sorted) -> PyResult<()> {
    let sorted = order.into_iter().map(|at| items[at].take()).collect();
    *items = sorted;
    result
}

/// Whether comparing these runs no Python code.
pub fn is_plain(value: &Value) -> bool {
    match value {
        Value::Tuple(t) => t.items.iter().all(is_plain),
        Value::Int(_)
        | Value::Float(_)
        | Value::Str(_)
        | Value::Bool(_)
        | Value::BigInt(_)
        | Value::Bytes(_)
        | Value::None => true,
        _ => false,
    }
}

/// Sorts values of one simple kind in place, others by [`plain_order`]; `None` if Python code must compare.
fn sort_plain(i: &mut dyn Interp, items: &mut Vec<Value>, reverse: bool) -> Option<PyResult<()>> {
    charge(i, items.len());
    if let Some(compare) = one_kind(items) {
        // What can be said of them in a word stands beside them: few comparisons then look at the values.
        let mut worded: Vec<(u64, Value)> = items.drain(..).map(|v| (word(&v), v)).collect();
        worded.sort_by(|a, b| {
            let (a, b) = if reverse { (b, a) } else { (a, b) };
            a.0.cmp(&b.0).then_with(|| compare(&a.1, &b.1))
        });
        items.extend(worded.into_iter().map(|(_, v)| v));
        return Some(Ok(()));
    }
    let sorted = plain_order(i, items, reverse)?;
    Some(apply(items, sorted))
}

fn charge(i: &mut dyn Interp, n: usize) {
    i.charge(n as u64 * (usize::BITS - n.leading_zeros()) as u64 / 4);
}

/// A total order of these values, if they have one that needs no Python: all numbers without NaN, all strs, all
/// bytes, or tuples of which each place is so.
fn one_kind(items: &[Value]) -> Option<fn(&Value, &Value) -> Ordering> {
    match items.first()? {
        Value::Int(_) if items.iter().all(|v| matches!(v, Value::Int(_))) => Some(|a, b| match (a, b) {
            (Value::Int(a), Value::Int(b)) => a.cmp(b),
            _ => Ordering::Equal,
        }),
        _ if is_uniform(&mut items.iter(), 0) => Some(total),
        _ => None,
    }
}

/// A number that orders values of one kind as they are ordered themselves, as far as it differs.
fn word(value: &Value) -> u64 {
    match value {
        Value::Str(s) => s.data.prefix(),
        _ => 0,
    }
}

/// Whether [`total`] orders all of these.
fn is_uniform(items: &mut dyn Iterator<Item = &Value>, depth: u32) -> bool {
    let mut first = None;
    let mut tuples = Vec::new();
    for item in items {
        let kind = match item {
            Value::Int(_) | Value::Bool(_) | Value::BigInt(_) => 0,
            Value::Float(x) if !x.is_nan() => 0,
            Value::Str(_) => 1,
            Value::Bytes(_) => 2,
            Value::None => 3,
            Value::Tuple(t) if depth < 3 => {
                tuples.push(&t.items[..]);
                4
            }
            _ => return false,
        };
        if *first.get_or_insert(kind) != kind {
            return false;
        }
    }
    // None is equal to None, but has no order.
    if first == Some(3) {
        return depth > 0;
    }
    let longest = tuples.iter().map(|t| t.len()).max().unwrap_or(0);
    (0..longest).all(|at| is_uniform(&mut tuples.iter().filter_map(|t| t.get(at)), depth + 1))
}

/// The order of values that [`is_uniform`] accepts.
fn total(a: &Value, b: &Value) -> Ordering {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => a.cmp(b),
        (Value::Str(a), Value::Str(b)) => a.data.cmp(&b.data),
        (Value::Bytes(a), Value::Bytes(b)) => a.data.cmp(&b.data),
        (Value::Tuple(a), Value::Tuple(b)) => {
            let differing = a.items.iter().zip(&b.items).map(|(a, b)| total(a, b)).find(|order| order.is_ne());
            differing.unwrap_or_else(|| a.items.len().cmp(&b.items.len()))
        }
        _ => ops::compare::numbers(a, b).flatten().unwrap_or(Ordering::Equal),
    }
}

/// The order of places in which the keys are sorted; `None` if Python code must compare.
fn plain_order(i: &mut dyn Interp, keys: &[Value], reverse: bool) -> Option<Sorted> {
    if let Some(compare) = one_kind(keys) {
        charge(i, keys.len());
        let mut order: Vec<usize> = (0..keys.len()).collect();
        order.sort_by(|&a, &b| if reverse { compare(&keys[b], &keys[a]) } else { compare(&keys[a], &keys[b]) });
        return Some((order, Ok(())));
    }
    if !keys.iter().all(is_plain) {
        return None;
    }
    charge(i, keys.len() * 4);
    let mut sort = Timsort::new(keys.len(), reverse);
    while let Some((a, b)) = sort.question() {
        match ops::compare::nested(i, CompareOp::Lt, &keys[a], &keys[b]) {
            Ok(less) => sort.answer(less),
            Err(exc) => return Some((sort.order(), Err(exc))),
        }
    }
    Some((sort.order(), Ok(())))
}

/// Sorts very many by a total order, with pauses.
async fn merge_total(cx: &Cx, keys: &[Value], compare: fn(&Value, &Value) -> Ordering, reverse: bool) -> Sorted {
    let mut sort = Timsort::new(keys.len(), reverse);
    let mut n = 0;
    while let Some((a, b)) = sort.question() {
        sort.answer(compare(&keys[a], &keys[b]).is_lt());
        n += 1;
        if n % ops::iterate::CHUNK == 0
            && let Err(exc) = ops::breathe(cx, ops::iterate::CHUNK / 4).await
        {
            return (sort.order(), Err(exc));
        }
    }
    (sort.order(), Ok(()))
}
