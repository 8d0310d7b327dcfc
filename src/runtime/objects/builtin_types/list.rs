//! The methods of `list` and `tuple`.

use super::iterator_types::class_of;
use super::payload::{list_receiver, make_with, tuple_receiver};
use super::sort;
use crate::objects::args::Args;
use crate::objects::containers::List;
use crate::objects::exception::{PyResult, index_error, type_error, value_error};
use crate::objects::finalizer;
use crate::objects::function::Flow;
use crate::objects::gc;
use crate::objects::interp::Interp;
use crate::objects::native_class::NativeClass;
use crate::objects::ops::{self, convert::slice_bound, scanning};
use crate::objects::symbol::known;
use crate::objects::types::{Types, type_of};
use crate::objects::value::Value;

fn quick_append(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [Value::List(list), item] = args else { return None };
    gc::link(list, item);
    let mut items = list.items.borrow_mut();
    // What is charged when a list has grown is not charged here.
    if items.len() >= 1023 && (items.len() + 1).is_power_of_two() {
        return None;
    }
    items.push(item.take());
    Some(Value::None)
}

fn append(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let list = list_receiver(&mut args, "append")?;
    let [item] = args.exactly("list.append")?;
    gc::link(&list, &item);
    let mut items = list.items.borrow_mut();
    items.push(item);
    // A list grows by doubling: charged when it does.
    let len = items.len();
    if len >= 1024 && len.is_power_of_two() {
        drop(items);
        i.reserve(len * 8)?;
    }
    Ok(Value::None)
}

fn insert(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let list = list_receiver(&mut args, "insert")?;
    let [at, item] = args.exactly("insert")?;
    let at = ops::ssize(i, &at)?;
    gc::link(&list, &item);
    let mut items = list.items.borrow_mut();
    let len = items.len() as i64;
    let at = if at < 0 { (at + len).max(0) } else { at.min(len) };
    items.insert(at as usize, item);
    drop(items);
    i.charge((len - at) as u64 / 64);
    Ok(Value::None)
}

fn quick_pop(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [Value::List(list)] = args else { return None };
    list.items.borrow_mut().pop()
}

fn pop(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let list = list_receiver(&mut args, "pop")?;
    let [at] = args.between("pop", 0)?;
    let at = if at.is_unset() { -1 } else { ops::ssize(i, &at)? };
    let mut items = list.items.borrow_mut();
    if items.is_empty() {
        return Err(index_error("pop from empty list"));
    }
    let len = items.len() as i64;
    let at = if at < 0 { at + len } else { at };
    if at < 0 || at >= len {
        return Err(index_error("pop index out of range"));
    }
    if at == len - 1 {
        return Ok(items.pop().unwrap_or_default());
    }
    let item = items.remove(at as usize);
    drop(items);
    i.charge((len - at) as u64 / 64);
    Ok(item)
}

fn remove(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let list = list_receiver(&mut args, "remove")?;
    let [item] = args.exactly("list.remove")?;
    scanning::find(i, Value::List(list), item, 0..usize::MAX, |_, scan, found| {
        let Some(at) = found else { return Err(value_error("list.remove(x): x not in list")) };
        if let Value::List(list) = &scan.sequence
            && at < list.items.borrow().len()
        {
            let removed = list.items.borrow_mut().remove(at);
            finalizer::release(removed);
        }
        Ok(Value::None.into())
    })
}

/// The optional `start` and `stop` of `index`, clipped to the length.
pub fn bounds(i: &mut dyn Interp, start: &Value, stop: &Value, len: usize) -> PyResult<(usize, usize)> {
    let clip = |n: i64| ops::size(if n < 0 { n.saturating_add(len as i64) } else { n });
    let mut bound = |value: &Value| match value {
        Value::Unset => Ok(None),
        Value::None => Err(type_error("slice indices must be integers or have an __index__ method")),
        _ => slice_bound(i, value).map_err(|exc| {
            let said = exc.first_arg().as_str().map(|text| text.text().into_owned());
            match said.as_deref() {
                Some("slice indices must be integers or None or have an __index__ method") => {
                    type_error("slice indices must be integers or have an __index__ method")
                }
                _ => exc,
            }
        }),
    };
    let start = bound(start)?.map_or(0, clip);
    let stop = bound(stop)?.map_or(usize::MAX, clip);
    Ok((start, stop))
}

fn index(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let list = list_receiver(&mut args, "index")?;
    let [item, start, stop] = args.between("index", 1)?;
    let len = list.items.borrow().len();
    let (start, stop) = bounds(i, &start, &stop, len)?;
    scanning::find(i, Value::List(list), item, start..stop, |i, scan, found| match found {
        Some(at) => Ok(Value::from(at).into()),
        None => {
            let text = ops::repr_text(i, &scan.item)?;
            Err(value_error(format!("{} is not in list", text.text())))
        }
    })
}

fn count(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let list = list_receiver(&mut args, "count")?;
    let [item] = args.exactly("list.count")?;
    scanning::count(i, Value::List(list), item)
}

fn extend(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let list = Value::List(list_receiver(&mut args, "extend")?);
    let [iterable] = args.exactly("list.extend")?;
    match ops::sequence::extend_in_place(i, &list, &iterable)? {
        Flow::Done(_) => Ok(Flow::Done(Value::None)),
        flow => {
            let cx = i.cx();
            Ok(Flow::frame(async move { cx.finish(Ok(flow)).await.map(|_| Value::None) }))
        }
    }
}

/// `list.__init__`
fn init(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let this = args.values.first().cloned();
    let list = list_receiver(&mut args, "__init__")?;
    // They may be for a `__new__` of the program's.
    if args.names.is_some() && this.is_none_or(|this| !type_of(&this).overrides(known::NEW)) {
        return Err(type_error("list() takes no keyword arguments"));
    }
    args.drop_keywords();
    let [iterable] = args.between("list", 0)?;
    clear(&list);
    if iterable.is_unset() {
        return Ok(Flow::Done(Value::None));
    }
    ops::gather(i, &iterable, move |_, items| {
        list.items.replace(items);
        Ok(Flow::Done(Value::None))
    })
}

fn clear(list: &List) {
    let old = list.items.take();
    // The last item first, as CPython's `list_clear` does.
    finalizer::release_all(old.into_iter().rev());
}

fn new_tuple(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    // A subclass may take keywords in its own `__init__`.
    if args.names.is_some() && !class.overrides(known::INIT) {
        return Err(type_error("tuple() takes no keyword arguments"));
    }
    args.drop_keywords();
    let [iterable] = args.between("tuple", 0)?;
    match &iterable {
        Value::Unset => return Ok(Flow::Done(make_with(&class, Value::tuple([])))),
        Value::Tuple(_) => return Ok(Flow::Done(make_with(&class, iterable))),
        _ => {}
    }
    ops::gather(i, &iterable, move |_, items| Ok(Flow::Done(make_with(&class, Value::tuple(items)))))
}

fn tuple_index(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let tuple = tuple_receiver(&mut args, "index")?;
    let [item, start, stop] = args.between("index", 1)?;
    let (start, stop) = bounds(i, &start, &stop, tuple.items.len())?;
    scanning::find(i, Value::Tuple(tuple), item, start..stop, |_, _, found| match found {
        Some(at) => Ok(Value::from(at).into()),
        None => Err(value_error("tuple.index(x): x not in tuple")),
    })
}

fn tuple_count(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let tuple = tuple_receiver(&mut args, "count")?;
    let [item] = args.exactly("tuple.count")?;
    scanning::count(i, Value::Tuple(tuple), item)
}

/// Fills `list` and `tuple`.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    t.list.make.set(|_, class, _| Ok(make_with(class, Value::list(Vec::new()))));
    NativeClass::extend(&t.list)
        .method("__init__", init)
        .quick("append", quick_append, |i, args| append(i, args).map(Flow::Done))
        .sync("insert", insert)
        .quick("pop", quick_pop, |i, args| pop(i, args).map(Flow::Done))
        .method("remove", remove)
        .method("index", index)
        .method("count", count)
        .method("extend", extend)
        .method("sort", sort::list_sort)
        .sync("reverse", |_, mut args| {
            let list = list_receiver(&mut args, "reverse")?;
            let [] = args.exactly("list.reverse")?;
            list.items.borrow_mut().reverse();
            Ok(Value::None)
        })
        .sync("clear", |_, mut args| {
            let list = list_receiver(&mut args, "clear")?;
            let [] = args.exactly("list.clear")?;
            clear(&list);
            Ok(Value::None)
        })
        .sync("copy", |i, mut args| {
            let list = list_receiver(&mut args, "copy")?;
            let [] = args.exactly("list.copy")?;
            i.reserve(list.items.borrow().len() * 8)?;
            let items = list.items.borrow().clone();
            Ok(Value::list(items))
        });
    NativeClass::extend(&t.tuple).new_method(new_tuple).method("index", tuple_index).method("count", tuple_count);
}
