//! Unpacking: sequences into slots, iterables and mappings into displays and calls.

use std::cell::RefCell;
use std::rc::Rc;

use super::cold::Cold;
use super::core::Vm;
use super::registers::{peek, read, write};
use crate::bytecode::{Instr, Op};
use crate::objects::builtin_types::dict::{iterates_otherwise, keys_method, keys_of, update_by, update_from};
use crate::objects::class::{Class, class_flag};
use crate::objects::cx::Taker;
use crate::objects::exception::{Exc, PyResult, type_error, value_error};
use crate::objects::frame::{After, Frame};
use crate::objects::function_names::full_name;
use crate::objects::ops;
use crate::objects::{Flow, Interp, Value, known, type_name, type_of};

/// Looks at the items of a list or tuple where they stand.
fn with_items<R>(value: &Value, look: impl FnOnce(&[Value]) -> R) -> Option<R> {
    match value {
        Value::Tuple(t) => Some(look(&t.items)),
        Value::List(l) => Some(look(&l.items.borrow())),
        _ => None,
    }
}

/// The items of a list or tuple at once.
fn items_of(value: &Value) -> Option<Vec<Value>> {
    with_items(value, <[Value]>::to_vec)
}

/// `UnpackSequence`: `count` values of `value` into slots from `first` on.
pub fn unpack(vm: &mut Vm, frame: &mut Frame, value: Value, first: u16, count: u16) -> PyResult<Cold> {
    // A subclass's (a named tuple's) that does not say itself how it is iterated is unpacked as it stands.
    let own = match &value {
        Value::Object(object) => object.with_class(|class| class.overrides(known::ITER)),
        _ => false,
    };
    let items = match value.plain() {
        tuple @ Value::Tuple(_) if !own => tuple,
        _ => &value,
    };
    let unpacked = with_items(items, |items| {
        check_count(items.len(), count)?;
        for (slot, item) in frame.slots[first as usize..].iter_mut().zip(items) {
            *slot = item.clone();
        }
        Ok(Cold::Next)
    });
    if let Some(unpacked) = unpacked {
        return unpacked;
    }
    check_iterable(&value)?;
    frame.after = After::Unpack { first, count };
    ops::iter(vm, &value)?
        .then(vm, move |i, iterator| {
            let wanted = Rc::new(Wanted { items: RefCell::default(), count: count as usize });
            ops::take_all(i, iterator, wanted.clone(), move |_, more| {
                let items = wanted.items.take();
                check_count(items.len() + more.is_some() as usize, count)?;
                Ok(Value::tuple(items).into())
            })
        })
        .map(Cold::Flow)
}

/// So many items and no more: one more than wanted is given back, to notice that there are too many.
struct Wanted {
    items: RefCell<Vec<Value>>,
    count: usize,
}

impl Taker for Wanted {
    fn take(&self, item: Value) -> Option<Value> {
        let mut items = self.items.borrow_mut();
        if items.len() == self.count {
            return Some(item);
        }
        items.push(item);
        None
    }
}

/// Puts an unpacked tuple into its slots.
pub fn store(_vm: &mut Vm, frame: &mut Frame, value: &Value, first: u16, _count: u16) -> PyResult<()> {
    for (slot, item) in frame.slots[first as usize..].iter_mut().zip(items_of(value).unwrap_or_default()) {
        *slot = item;
    }
    Ok(())
}

/// Whether a class has what iteration asks; an extension's `__iter__` that is None is none in CPython.
fn offers_items(class: &Rc<Class>) -> bool {
    match class.lookup(known::ITER) {
        Some(Value::None) => !class.flag(class_flag::EXTENSION),
        Some(_) => true,
        None => ops::has_items(class),
    }
}

fn check_iterable(value: &Value) -> PyResult<()> {
    let class = type_of(value);
    let iterable = matches!(value, Value::Iter(_)) || offers_items(&class);
    if iterable { Ok(()) } else { Err(type_error(format!("cannot unpack non-iterable {} object", class.shown_name()))) }
}

fn check_count(got: usize, count: u16) -> PyResult<()> {
    if got > count as usize {
        return Err(value_error(format!("too many values to unpack (expected {count})")));
    }
    if got < count as usize {
        return Err(value_error(format!("not enough values to unpack (expected {count}, got {got})")));
    }
    Ok(())
}

/// `UnpackEx`: with a starred target between `counts & 255` and `counts >> 8` others.
#[inline(never)]
pub fn unpack_starred(vm: &mut Vm, frame: &mut Frame, value: Value, first: u16, counts: u16) -> PyResult<Cold> {
    let (before, after) = ((counts & 255) as usize, (counts >> 8) as usize);
    let count = before + 1 + after;
    if let Some(items) = items_of(&value) {
        let parts = split_starred(items, before, after)?;
        for (slot, item) in frame.slots[first as usize..].iter_mut().zip(parts) {
            *slot = item;
        }
        return Ok(Cold::Next);
    }
    check_iterable(&value)?;
    frame.after = After::Unpack { first, count: count as u16 };
    ops::iter(vm, &value)?
        .then(vm, move |i, iterator| {
            let first = Rc::new(Wanted { items: RefCell::default(), count: before.saturating_sub(1) });
            let rest = move |i: &mut dyn Interp, mut items: Vec<Value>, iterator: Value| {
                if items.len() < before {
                    return split_starred(items, before, after).map(|items| Value::tuple(items).into());
                }
                ops::gather(i, &iterator, move |_, rest| {
                    items.extend(rest);
                    Ok(Value::tuple(split_starred(items, before, after)?).into())
                })
            };
            if before == 0 {
                return rest(i, Vec::new(), iterator);
            }
            // The last of those before the star is given back, and nothing more is taken with it.
            ops::take_all(i, iterator.clone(), first.clone(), move |i, last| {
                let items = first.items.take().into_iter().chain(last).collect();
                rest(i, items, iterator)
            })
        })
        .map(Cold::Flow)
}

fn split_starred(mut items: Vec<Value>, before: usize, after: usize) -> PyResult<Vec<Value>> {
    if items.len() < before + after {
        let expected = before + after;
        let got = items.len();
        return Err(value_error(format!("not enough values to unpack (expected at least {expected}, got {got})")));
    }
    let tail = items.split_off(items.len() - after);
    let middle = items.split_off(before);
    items.push(Value::list(middle));
    items.extend(tail);
    Ok(items)
}

/// `ListExtend`: `[*x]`, `f(*x)`.
#[inline(never)]
pub fn list_extend(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    let iterable = read(frame, i.b);
    let target = peek(frame, i.a).clone();
    if let Some(items) = items_of(&iterable) {
        if let Value::List(list) = &target {
            list.items.borrow_mut().extend(items);
        }
        return Ok(Cold::Next);
    }
    let class = type_of(&iterable);
    if !matches!(iterable, Value::Iter(_)) && !offers_items(&class) {
        let name = class.shown_name();
        return Err(type_error(format!("Value after * must be an iterable, not {name}")));
    }
    frame.after = After::Discard;
    ops::gather(vm, &iterable, move |_, items| {
        if let Value::List(list) = &target {
            list.items.borrow_mut().extend(items);
        }
        Ok(Value::None.into())
    })
    .map(Cold::Flow)
}

/// `StarArgs`: the positional arguments of `f(*x)` as a tuple.
#[inline(never)]
pub fn star_arguments(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    let iterable = read(frame, i.b);
    let callable = peek(frame, i.c).clone();
    if let Value::Tuple(_) = &iterable {
        write(frame, i.a, iterable);
        return Ok(Cold::Next);
    }
    if let Some(items) = items_of(&iterable) {
        write(frame, i.a, Value::tuple(items));
        return Ok(Cold::Next);
    }
    let class = type_of(&iterable);
    if !matches!(iterable, Value::Iter(_)) && !offers_items(&class) {
        let function = function_text(vm, &callable)?;
        return Err(type_error(format!("{function} argument after * must be an iterable, not {}", class.shown_name())));
    }
    frame.after = After::Store(i.a);
    ops::gather(vm, &iterable, |_, items| Ok(Value::tuple(items).into())).map(Cold::Flow)
}

/// `SetUpdate`: `{*x}`.
#[inline(never)]
pub fn set_update(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    let iterable = read(frame, i.b);
    let target = peek(frame, i.a).clone();
    if let (Value::Set(target), Value::Set(source)) = (&target, &iterable) {
        target.update_with(vm, ops::BinaryOp::Or, source)?;
        return Ok(Cold::Next);
    }
    frame.after = After::Discard;
    ops::gather_unsized(vm, &iterable, move |i, items| {
        if let Value::Set(set) = &target {
            for item in items {
                set.add(i, item)?;
            }
        }
        Ok(Value::None.into())
    })
    .map(Cold::Flow)
}

/// `DictUpdate`: `{**x}`.
#[inline(never)]
pub fn dict_update(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    let mapping = read(frame, i.b);
    let Value::Dict(target) = peek(frame, i.a).clone() else { unreachable!("a display's dict") };
    if let Value::Dict(source) = &mapping {
        target.update(vm, source)?;
        return Ok(Cold::Next);
    }
    let cx = vm.cx();
    frame.after = After::Discard;
    Ok(Cold::Flow(Flow::frame(async move {
        if let Value::Dict(_) = mapping.plain() {
            update_from(&cx, &target, &mapping).await?;
        } else if let Some(keys) = keys_method(&cx, &mapping).await? {
            update_by(&cx, &target, &mapping, &keys).await?;
        } else {
            return Err(type_error(format!("'{}' object is not a mapping", type_name(&mapping))));
        }
        Ok(Value::None)
    })))
}

/// Entries of any mapping, by its `keys` and `__getitem__`.
async fn mapping_entries(cx: &crate::objects::Cx, mapping: &Value, keys: &Value) -> PyResult<Vec<(Value, Value)>> {
    let mut entries = Vec::new();
    for key in keys_of(cx, mapping, keys).await? {
        let value = cx.run(|i| ops::get_item(i, mapping, &key)).await?;
        entries.push((key, value));
    }
    Ok(entries)
}

/// `DictMerge`: `f(**x)`; a key given twice is an error that names the function.
#[inline(never)]
pub fn dict_merge(vm: &mut Vm, frame: &mut Frame, i: Instr) -> PyResult<Cold> {
    let mapping = read(frame, i.b);
    let callable = peek(frame, i.c).clone();
    let Value::Dict(target) = peek(frame, i.a).clone() else { unreachable!("a call's keywords") };
    if let Value::Dict(source) = mapping.plain()
        && !iterates_otherwise(&mapping)
    {
        if target.is_empty() && is_called_next(frame) {
            write(frame, i.a, Value::Dict(source.clone()));
            return Ok(Cold::Next);
        }
        for (key, value) in source.entries() {
            merge_one(vm, &target, key, value, &callable)?;
        }
        return Ok(Cold::Next);
    }
    let cx = vm.cx();
    frame.after = After::Discard;
    Ok(Cold::Flow(Flow::frame(async move {
        let Some(keys) = keys_method(&cx, &mapping).await? else {
            let (function, name) = (cx.enter(|i| function_text(i, &callable))?, type_name(&mapping));
            return Err(type_error(format!("{function} argument after ** must be a mapping, not {name}")));
        };
        for (key, value) in mapping_entries(&cx, &mapping, &keys).await? {
            cx.enter(|i| merge_one(i, &target, key, value, &callable))?;
        }
        Ok(Value::None)
    })))
}

/// Whether the call to which keywords are given comes next, with nothing of the program's before it: it looks at a dict
/// where that stands.
fn is_called_next(frame: &Frame) -> bool {
    let next = frame.code.instrs[frame.pc];
    match next.op {
        Op::CallEx => true,
        Op::StarArgs => matches!(peek(frame, next.b), Value::Tuple(_) | Value::List(_)),
        _ => false,
    }
}

fn merge_one(
    i: &mut dyn Interp,
    target: &std::rc::Rc<crate::objects::containers::Dict>,
    key: Value,
    value: Value,
    callable: &Value,
) -> PyResult<()> {
    if target.contains(i, &key)? {
        let name = ops::str_text(i, &key)?;
        return Err(duplicate_keyword(i, callable, &name.text())?);
    }
    target.set(i, key, value)
}

#[cold]
#[inline(never)]
fn duplicate_keyword(i: &mut dyn Interp, callable: &Value, name: &str) -> PyResult<Exc> {
    let function = function_text(i, callable)?;
    Ok(type_error(format!("{function} got multiple values for keyword argument '{name}'")))
}

/// `PyObject_FunctionStr`: `module.qualname()` for messages.
#[cold]
#[inline(never)]
fn function_text(i: &mut dyn Interp, callable: &Value) -> PyResult<String> {
    match full_name(i, callable) {
        Some(name) => Ok(format!("{name}()")),
        // What has no name is shown as str() does.
        None => Ok(ops::str_text(i, callable)?.escaped().into_owned()),
    }
}
