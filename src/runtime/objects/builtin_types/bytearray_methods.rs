//! What `bytearray` has and `bytes` has not: it can be changed.

use super::byte_buffer::ByteBuffer;
use super::bytearray::{self, ByteArray, of_class};
use super::bytes::texts_alone;
use super::bytes_items::{BYTEARRAY, Gatherer, from_source, with_items};
use super::bytes_like;
use crate::objects::args::Args;
use crate::objects::class::class_flag;
use crate::objects::exception::{PyResult, index_error, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::native_class::{NativeClass, wrong_receiver};
use crate::objects::ops::{self, BinaryOp, CompareOp, subscript, subscript::Key};
use crate::objects::str::{PyStr, repr_bytes};
use crate::objects::symbol::Symbol;
use crate::objects::types::{Types, type_name, type_of, types};
use crate::objects::value::Value;

fn take(args: &mut Args, method: &str) -> PyResult {
    let this = args.take_receiver();
    match bytearray::of(&this) {
        Some(_) => Ok(this),
        None => Err(wrong_receiver(&this, "bytearray", method)),
    }
}

/// The receiver of a method without arguments.
fn alone(mut args: Args, method: &str) -> PyResult {
    let this = take(&mut args, method)?;
    match args.values.is_empty() {
        true => Ok(this),
        false => args.exactly::<0>(&format!("bytearray.{method}")).map(|[]| this),
    }
}

/// Runs `f` on the receiver's data and the one argument.
fn change(
    i: &mut dyn Interp,
    mut args: Args,
    method: &str,
    f: fn(&mut dyn Interp, &ByteArray, &Value) -> PyResult,
) -> PyResult {
    let this = take(&mut args, method)?;
    if args.values.len() != 1 || args.names.is_some() {
        return args.exactly::<1>(&format!("bytearray.{method}")).map(|_| Value::None);
    }
    let value = args.values.remove(0);
    match bytearray::of(&this) {
        Some(array) => f(i, array, &value),
        None => Ok(Value::None),
    }
}

fn byte(i: &mut dyn Interp, value: &Value) -> PyResult<u8> {
    bytes_like::byte(&ops::to_int(i, value)?)
}

fn len_of(array: &ByteArray) -> usize {
    array.data.borrow().len()
}

fn get_item(i: &mut dyn Interp, array: &ByteArray, index: &Value) -> PyResult {
    let index = &subscript::settled(i, index)?;
    match subscript::key(i, index, "bytearray", len_of(array), false)? {
        Key::At(at) => Ok(Value::Int(array.data.borrow()[at].into())),
        Key::Slice(slice) => {
            let bounds = ops::slice_indices(i, slice, len_of(array))?;
            Ok(bytearray::new(subscript::taken(&array.data.borrow(), bounds)))
        }
    }
}

fn set_item(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = take(&mut args, "__setitem__")?;
    let [index, value] = args.exactly("bytearray.__setitem__")?;
    let Some(array) = bytearray::of(&this) else { return Ok(Value::None) };
    let index = subscript::settled(i, &index)?;
    // The value is looked at before the place is.
    let new = if ops::int_ref(&index).is_some() { byte(i, &value)? } else { 0 };
    match subscript::key(i, &index, "bytearray", len_of(array), false)? {
        Key::At(at) => match array.data.borrow_mut().get_mut(at) {
            Some(place) => *place = new,
            None => return Err(index_error("bytearray index out of range")),
        },
        Key::Slice(slice) => {
            let class = type_of(&value);
            let has = |name| class.lookup(Symbol::new(name)).is_some();
            let is_number = class.is_subclass_of(&types().complex)
                || ["__index__", "__int__", "__float__"].map(has).contains(&true);
            if value.as_str().is_some() || is_number {
                let text = "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
                return Err(type_error(text));
            }
            if bytes_like::with(&value, |_| ()).is_none() && ops::iterate::iter_or_none(i, &value)?.is_none() {
                return Err(type_error(format!("cannot convert '{}' object to bytearray", type_name(&value))));
            }
            let bytes = from_source(i, &value, &Value::Unset, &Value::Unset, BYTEARRAY)?;
            let (start, _, step, count) = ops::slice_indices(i, slice, len_of(array))?;
            let resizes = step == 1 && bytes.len() != count;
            let mut data = if resizes { array.resizing()? } else { array.data.borrow_mut() };
            if step == 1 {
                let start = start as usize;
                if start == 0 && bytes.len() <= count {
                    data.take_front(count - bytes.len());
                    data[..bytes.len()].copy_from_slice(&bytes);
                } else {
                    data.all().splice(start..start + count, bytes);
                }
            } else if bytes.len() == count {
                for (n, byte) in bytes.into_iter().enumerate() {
                    data[(start + n as i64 * step) as usize] = byte;
                }
            } else {
                return Err(value_error(format!(
                    "attempt to assign bytes of size {} to extended slice of size {count}",
                    bytes.len()
                )));
            }
        }
    }
    Ok(Value::None)
}

fn del_item(i: &mut dyn Interp, array: &ByteArray, index: &Value) -> PyResult {
    let index = &subscript::settled(i, index)?;
    match subscript::key(i, index, "bytearray", len_of(array), false)? {
        Key::At(0) => array.resizing()?.take_front(1),
        Key::At(at) => drop(array.resizing()?.all().remove(at)),
        Key::Slice(slice) => {
            let (start, _, step, count) = ops::slice_indices(i, slice, len_of(array))?;
            if count == 0 {
                return Ok(Value::None);
            }
            if step == 1 {
                let mut data = array.resizing()?;
                match start as usize {
                    // What buffers of bytes on their way do all the time.
                    0 => data.take_front(count),
                    start => drop(data.all().drain(start..start + count)),
                }
                return Ok(Value::None);
            }
            let mut at = 0;
            array.resizing()?.all().retain(|_| {
                let distance = at - start;
                at += 1;
                distance % step != 0 || !(0..count as i64).contains(&(distance / step))
            });
        }
    }
    Ok(Value::None)
}

fn pop(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = take(&mut args, "pop")?;
    let [at] = args.between("pop", 0)?;
    let at = if at.is_unset() { -1 } else { ops::ssize(i, &at)? };
    let Some(array) = bytearray::of(&this) else { return Ok(Value::None) };
    let data = array.data.borrow();
    if data.is_empty() {
        return Err(index_error("pop from empty bytearray"));
    }
    let at = if at < 0 { at + data.len() as i64 } else { at };
    if at < 0 || at >= data.len() as i64 {
        return Err(index_error("pop index out of range"));
    }
    drop(data);
    let byte = array.resizing()?.all().remove(at as usize);
    Ok(Value::Int(byte.into()))
}

fn insert(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = take(&mut args, "insert")?;
    let [at, value] = args.exactly("insert")?;
    let (at, byte) = (ops::ssize(i, &at)?, byte(i, &value)?);
    let Some(array) = bytearray::of(&this) else { return Ok(Value::None) };
    let mut data = array.resizing()?;
    let len = data.len() as i64;
    let at = if at < 0 { (at + len).max(0) } else { at.min(len) };
    data.all().insert(at as usize, byte);
    Ok(Value::None)
}

fn extend(i: &mut dyn Interp, array: &ByteArray, value: &Value) -> PyResult {
    if let Some(text) = value.as_str() {
        if text.text().is_empty() {
            return Ok(Value::None);
        }
        return Err(type_error("expected iterable of integers; got: 'str'"));
    }
    let no_bytes = bytes_like::with(value, |_| ()).is_none();
    if (no_bytes || bytes_like::without_gaps(value).is_err()) && bytes_like::is_view(value) {
        return Err(type_error(format!("can't set bytearray slice from {}", type_name(value))));
    }
    if ops::int_ref(value).is_some() || no_bytes && ops::iterate::iter_or_none(i, value)?.is_none() {
        return Err(type_error(format!("can't extend bytearray with {}", type_name(value))));
    }
    let asking = Gatherer { asks_length: true, ..BYTEARRAY };
    let more = from_source(i, value, &Value::Unset, &Value::Unset, asking)?;
    add(i, array, more)
}

/// Nothing to add is no change of its size.
fn add(i: &mut dyn Interp, array: &ByteArray, more: Vec<u8>) -> PyResult {
    i.reserve(more.len())?;
    if !more.is_empty() {
        array.resizing()?.extend(&more);
    }
    Ok(Value::None)
}

fn compared(args: Args, op: CompareOp) -> PyResult {
    let [a, b] = args.operands("bytearray", op.method())?;
    Ok(bytes_like::order(&a, &b).map_or(Value::NotImplemented, |order| Value::Bool(op.judge(order))))
}

fn operated(i: &mut dyn Interp, op: BinaryOp, inplace: bool, args: Args) -> PyResult<Flow> {
    let [a, b] = args.operands("bytearray", if inplace { op.inplace() } else { op.method() })?;
    if op == BinaryOp::Add
        && inplace
        && let (Some(array), Some(more)) = (bytearray::of(&a), bytes_like::gapless(&b))
    {
        // It is lent while it grows.
        let _lent = (a.is(&b) && !more.is_empty()).then(|| bytearray::Export::new(array));
        add(i, array, more)?;
        return Ok(Flow::Done(a.clone()));
    }
    match ops::binary::exact(i, op, inplace, &a, &b)? {
        Some(flow) => Ok(flow),
        None if op == BinaryOp::Add => Err(type_error(format!("can't concat {} to {}", type_name(&b), type_name(&a)))),
        None => Ok(Flow::Done(Value::NotImplemented)),
    }
}

fn repr(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = take(&mut args, "__repr__")?;
    let data = bytes_like::to_vec(&this).unwrap_or_default();
    i.reserve(data.len())?;
    let mut text = PyStr::from(&*type_name(&this));
    text.push_str("(");
    text.push_py(&repr_bytes(&data));
    text.push_str(")");
    Ok(text.into())
}

/// Fills `bytearray` with what it does not share with `bytes`.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    t.bytearray.make.set(|_, class, _| Ok(of_class(class.clone(), Vec::new())));
    t.bytearray.set(crate::objects::known::HASH, Value::None);
    t.bytearray.set_flag(class_flag::CONCATENATES);
    NativeClass::extend(&t.bytearray)
        .method("__init__", |i, mut args| {
            let this = take(&mut args, "__init__")?;
            let [source, encoding, errors] = args.bind_in_c("bytearray", &["source", "encoding", "errors"], 0)?;
            texts_alone("bytearray", &encoding, &errors)?;
            with_items(i, source, move |i, source| {
                let data = from_source(i, source, &encoding, &errors, BYTEARRAY)?;
                if let Some(array) = bytearray::of(&this) {
                    *array.resizing()? = data.into();
                }
                Ok(Value::None)
            })
        })
        .sync("__repr__", repr)
        .sync("__str__", repr)
        .sync("__len__", |_, mut args| {
            let this = take(&mut args, "__len__")?;
            Ok(bytes_like::with(&this, <[u8]>::len).unwrap_or(0).into())
        })
        .sync("__iter__", |_, mut args| Ok(super::iterators::of_bytes(&take(&mut args, "__iter__")?)))
        .sync("__contains__", |i, mut args| {
            let this = take(&mut args, "__contains__")?;
            let [item] = args.exactly("bytearray.__contains__")?;
            bytes_like::contains(i, &this, &item).map(Value::Bool)
        })
        .sync("__getitem__", |i, args| change(i, args, "__getitem__", get_item))
        .sync("__setitem__", set_item)
        .sync("__delitem__", |i, args| change(i, args, "__delitem__", del_item))
        .sync("append", |i, args| {
            change(i, args, "append", |i, array, value| {
                let byte = byte(i, value)?;
                array.resizing()?.extend(&[byte]);
                Ok(Value::None)
            })
        })
        .method("extend", |i, mut args| {
            let this = take(&mut args, "extend")?;
            let [more] = args.exactly("bytearray.extend")?;
            with_items(i, more, move |i, more| match bytearray::of(&this) {
                Some(array) => extend(i, array, more),
                None => Ok(Value::None),
            })
        })
        .sync("remove", |i, args| {
            change(i, args, "remove", |i, array, value| {
                let byte = byte(i, value)?;
                let data = array.data.borrow();
                match data.iter().position(|b| *b == byte) {
                    Some(at) => {
                        drop(data);
                        array.resizing()?.all().remove(at);
                    }
                    None => return Err(value_error("value not found in bytearray")),
                }
                Ok(Value::None)
            })
        })
        .sync("pop", pop)
        .sync("insert", insert)
        .sync("reverse", |_, args| {
            if let Some(array) = bytearray::of(&alone(args, "reverse")?) {
                array.data.borrow_mut().reverse();
            }
            Ok(Value::None)
        })
        .sync("clear", |_, args| {
            if let Some(array) = bytearray::of(&alone(args, "clear")?) {
                *array.resizing()? = ByteBuffer::default();
            }
            Ok(Value::None)
        })
        .sync("copy", |_, args| Ok(bytearray::new(bytes_like::to_vec(&alone(args, "copy")?).unwrap_or_default())))
        .sync("__alloc__", |_, args| {
            let len = bytes_like::to_vec(&alone(args, "__alloc__")?).map_or(0, |data| data.len() as i64);
            Ok(Value::Int(if len == 0 { 0 } else { len + 1 }))
        })
        .sync("__eq__", |_, args| compared(args, CompareOp::Eq))
        .sync("__ne__", |_, args| compared(args, CompareOp::Ne))
        .sync("__lt__", |_, args| compared(args, CompareOp::Lt))
        .sync("__le__", |_, args| compared(args, CompareOp::Le))
        .sync("__gt__", |_, args| compared(args, CompareOp::Gt))
        .sync("__ge__", |_, args| compared(args, CompareOp::Ge))
        .method("__add__", |i, args| operated(i, BinaryOp::Add, false, args))
        .method("__iadd__", |i, args| operated(i, BinaryOp::Add, true, args))
        .method("__mul__", |i, args| operated(i, BinaryOp::Mul, false, args))
        .method("__rmul__", |i, args| operated(i, BinaryOp::Mul, false, args))
        .method("__imul__", |i, args| operated(i, BinaryOp::Mul, true, args))
        .method("__mod__", |i, args| operated(i, BinaryOp::Mod, false, args));
}
