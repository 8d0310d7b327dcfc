//! Indices and slices of exact built-ins.

use std::rc::Rc;

use super::convert::{as_index, exact_slice, slice_bounds, slice_indices};
use crate::objects::builtin_types::range;
use crate::objects::containers::{List, Slice};
use crate::objects::exception::{Exc, PyResult, index_error, type_error, value_error};
use crate::objects::finalizer;
use crate::objects::function::Flow;
use crate::objects::gc;
use crate::objects::int::{Int, IntRef};
use crate::objects::interp::Interp;
use crate::objects::str::PyStr;
use crate::objects::symbol::Symbol;
use crate::objects::types::type_name;
use crate::objects::value::Value;

/// A key of a sequence.
pub(in crate::objects) enum Key<'a> {
    /// An index within the length.
    At(usize),
    Slice(&'a Rc<Slice>),
}

/// What a key means for a sequence of `len`; `noun` names the sequence in messages (`list`, `string`).
pub(in crate::objects) fn key<'a>(
    i: &mut dyn Interp,
    key: &'a Value,
    noun: &str,
    len: usize,
    assigning: bool,
) -> PyResult<Key<'a>> {
    if let Value::Slice(slice) = key {
        return Ok(Key::Slice(slice));
    }
    let at = position(i, key, noun, len as i64, assigning)?;
    Ok(Key::At(at as usize))
}

/// The key with its `__index__` methods called: they may change the sequence whose length comes next.
pub(in crate::objects) fn settled(i: &mut dyn Interp, key: &Value) -> PyResult<Value> {
    let mut number = |part: &Value| -> PyResult {
        match part {
            Value::Object(_) | Value::Type(_) => Ok(as_index(i, part)?.unwrap_or_else(|| part.clone())),
            _ => Ok(part.clone()),
        }
    };
    match key {
        Value::Slice(slice)
            if [&slice.start, &slice.stop, &slice.step]
                .iter()
                .any(|p| matches!(p, Value::Object(_) | Value::Type(_))) =>
        {
            let [start, stop, step] = [number(&slice.start)?, number(&slice.stop)?, number(&slice.step)?];
            Ok(Value::Slice(Rc::new(Slice { header: Default::default(), start, stop, step })))
        }
        _ => match number(key)? {
            Value::BigInt(_) if matches!(key, Value::Object(_) | Value::Type(_)) => Err(unfit(key)),
            number => Ok(number),
        },
    }
}

#[cold]
pub(super) fn unfit(key: &Value) -> Exc {
    index_error(format!("cannot fit '{}' into an index-sized integer", type_name(key)))
}

/// The place that an index means, from 0.
fn position(i: &mut dyn Interp, key: &Value, noun: &str, len: i64, assigning: bool) -> PyResult<i64> {
    let n = match as_index(i, key)? {
        Some(Value::Int(n)) => n,
        // A range counts further than an index reaches.
        Some(_) if noun == "range" => return Err(index_error("range object index out of range")),
        Some(_) => return Err(unfit(key)),
        None => {
            let name = type_name(key);
            return Err(type_error(match noun {
                // Only str names the class in quotes.
                "string" => format!("string indices must be integers, not '{name}'"),
                _ => format!("{noun} indices must be integers or slices, not {name}"),
            }));
        }
    };
    let at = if n < 0 { n.saturating_add(len) } else { n };
    if at < 0 || at >= len {
        return Err(index_error(match noun {
            "byte" => "index out of range".to_string(),
            "range" => "range object index out of range".to_string(),
            _ if assigning => format!("{noun} assignment index out of range"),
            _ => format!("{noun} index out of range"),
        }));
    }
    Ok(at)
}

/// The items that a slice takes.
pub(in crate::objects) fn taken<T: Clone>(items: &[T], (start, _, step, count): (i64, i64, i64, usize)) -> Vec<T> {
    if step == 1 {
        return items[start as usize..start as usize + count].to_vec();
    }
    (0..count as i64).map(|n| items[(start + n * step) as usize].clone()).collect()
}

/// `value[key]` of an exact built-in sequence; `None` if it is none.
pub(in crate::objects) fn get(i: &mut dyn Interp, value: &Value, index: &Value) -> PyResult<Option<Value>> {
    Ok(Some(match value {
        Value::List(list) => {
            let index = &settled(i, index)?;
            let len = list.items.borrow().len();
            match key(i, index, "list", len, false)? {
                Key::At(at) => list.items.borrow().get(at).cloned().unwrap_or_default(),
                Key::Slice(s) => {
                    let bounds = slice_indices(i, s, len)?;
                    reserve(i, bounds.3, 8)?;
                    Value::list(taken(&list.items.borrow(), bounds))
                }
            }
        }
        Value::Tuple(t) => match key(i, index, "tuple", t.items.len(), false)? {
            Key::At(at) => t.items[at].clone(),
            Key::Slice(s) => {
                let bounds = slice_indices(i, s, t.items.len())?;
                if bounds.3 == t.items.len() && bounds.2 == 1 {
                    return Ok(Some(value.clone()));
                }
                reserve(i, bounds.3, 8)?;
                Value::tuple(taken(&t.items, bounds))
            }
        },
        Value::Str(s) => match key(i, index, "string", s.data.len(), false)? {
            Key::At(at) => character(s.data.at(at)),
            Key::Slice(slice) => {
                let (start, _, step, count) = slice_indices(i, slice, s.data.len())?;
                if step == 1 {
                    if count == s.data.len() {
                        return Ok(Some(value.clone()));
                    }
                    match count {
                        1 => character(s.data.at(start as usize)),
                        _ => s.data.slice(start as usize, start as usize + count).into(),
                    }
                } else {
                    reserve(i, count, 1)?;
                    s.data.slice_step(start as usize, step, count).into()
                }
            }
        },
        Value::Bytes(b) => match key(i, index, "byte", b.data.len(), false)? {
            Key::At(at) => Value::Int(b.data[at].into()),
            Key::Slice(s) => {
                let bounds = slice_indices(i, s, b.data.len())?;
                Value::bytes(taken(&b.data, bounds))
            }
        },
        Value::Range(r) => {
            let len = r.len() as i64;
            if let Value::Slice(s) = index {
                let s = exact_slice(i, s)?;
                let (start, stop, _) = slice_bounds(i, &s, len)?;
                let at = |n: i64| Value::from(Int::from(i128::from(r.start) + i128::from(n) * i128::from(r.step)));
                let step =
                    super::int_ref(&s.step).map_or(Int::from(1i64), |step| IntRef::Small(r.step).mul(step)).into();
                return range::made(i, at(start), at(stop), step).map(Some);
            }
            Value::Int(r.start + position(i, index, "range", len, false)? * r.step)
        }
        _ => return Ok(None),
    }))
}

fn reserve(i: &mut dyn Interp, count: usize, unit: usize) -> PyResult<()> {
    if count > 64 {
        i.charge(count as u64 / 16);
        i.reserve(count * unit)?;
    }
    Ok(())
}

thread_local! {
    static LATIN1: Vec<Value> =
        (0..=u8::MAX).map(|point| Symbol::new(char::from(point).encode_utf8(&mut [0; 4])).value()).collect();
}

/// The str of one character; those of Latin-1 are shared, as in CPython.
pub fn character(point: u32) -> Value {
    match point {
        0..256 => LATIN1.with(|all| all[point as usize].clone()),
        _ => PyStr::from_point(point).into(),
    }
}

/// `list[key] = value`
pub(super) fn set_list(i: &mut dyn Interp, list: &Rc<List>, index: &Value, value: Value) -> PyResult<Flow> {
    let index = &settled(i, index)?;
    let len = list.items.borrow().len();
    match key(i, index, "list", len, true)? {
        Key::At(at) => {
            gc::link(list, &value);
            let old = std::mem::replace(&mut list.items.borrow_mut()[at], value);
            finalizer::release(old);
            Ok(Flow::Done(Value::None))
        }
        Key::Slice(slice) => {
            let slice = slice.clone();
            if let Some(items) = super::iterate::at_once(i, &value)? {
                assign(i, list, &slice, items)?;
                return Ok(Flow::Done(Value::None));
            }
            if super::iterate::iter_or_none(i, &value)?.is_none() {
                return Err(type_error("must assign iterable to extended slice"));
            }
            let (cx, list) = (i.cx(), list.clone());
            Ok(Flow::frame(async move {
                let iterator = cx.run(|i| super::iter(i, &value)).await?;
                let items = super::collect_sized(&cx, &iterator).await?;
                cx.enter(|i| assign(i, &list, &slice, items))?;
                Ok(Value::None)
            }))
        }
    }
}

fn assign(i: &mut dyn Interp, list: &Rc<List>, slice: &Slice, items: Vec<Value>) -> PyResult<()> {
    gc::link_all(list, &items);
    let len = list.items.borrow().len();
    let (start, _, step, count) = slice_indices(i, slice, len)?;
    i.reserve(items.len() * 8)?;
    let old: Vec<Value> = if step == 1 {
        let start = start as usize;
        let mut old: Vec<Value> = list.items.borrow_mut().splice(start..start + count, items).collect();
        // The last item goes first, as in CPython's `list_ass_slice`.
        old.reverse();
        old
    } else if items.len() != count {
        return Err(value_error(format!(
            "attempt to assign sequence of size {} to extended slice of size {count}",
            items.len()
        )));
    } else {
        let mut all = list.items.borrow_mut();
        items
            .into_iter()
            .enumerate()
            .map(|(n, item)| std::mem::replace(&mut all[(start + n as i64 * step) as usize], item))
            .collect()
    };
    finalizer::release_all(old);
    Ok(())
}

/// `del list[key]`
pub(super) fn del_list(i: &mut dyn Interp, list: &Rc<List>, index: &Value) -> PyResult<()> {
    let index = &settled(i, index)?;
    let len = list.items.borrow().len();
    let removed = match key(i, index, "list", len, true)? {
        Key::At(at) => vec![list.items.borrow_mut().remove(at)],
        Key::Slice(slice) => {
            let (start, _, step, count) = slice_indices(i, slice, len)?;
            let mut items = list.items.borrow_mut();
            if step == 1 {
                items.drain(start as usize..start as usize + count).rev().collect()
            } else {
                let mut places: Vec<usize> = (0..count as i64).map(|n| (start + n * step) as usize).collect();
                if step < 0 {
                    places.reverse();
                }
                let mut removed = Vec::with_capacity(count);
                let mut at = 0;
                let mut next = places.into_iter().peekable();
                items.retain_mut(|item| {
                    let goes = next.next_if_eq(&at).is_some();
                    at += 1;
                    if goes {
                        removed.push(item.take());
                    }
                    !goes
                });
                removed
            }
        }
    };
    finalizer::release_all(removed);
    Ok(())
}
