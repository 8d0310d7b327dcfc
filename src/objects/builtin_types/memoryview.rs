//! `memoryview` of bytes and bytearrays, one byte an item.

use crate::objects::args::Args;
use crate::objects::containers::Slice;
use crate::objects::exception::{PyResult, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::ops::{self, subscript};
use crate::objects::types::{Types, type_name, types};
use crate::objects::value::Value;

use super::{bytearray, bytes_like};

/// A part of another object's bytes.
struct MemoryView {
    object: Value,
    start: usize,
    len: usize,
    released: std::cell::Cell<bool>,
}

impl Native for MemoryView {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.object);
    }
}

/// Runs `f` on the bytes that a memoryview shows.
pub(super) fn lend(value: &Value, f: &mut dyn FnMut(&[u8])) {
    if let Some(view) = value.native::<MemoryView>() {
        let part = view.start..view.start + view.len;
        bytes_like::lend(&view.object, &mut |data| f(data.get(part.clone()).unwrap_or_default()));
    }
}

fn of(object: Value, start: usize, len: usize) -> Value {
    Object::with_native(types().memoryview.clone(), MemoryView { object, start, len, released: Default::default() })
}

fn this(args: &mut Args, method: &str) -> PyResult {
    let this = args.take_first().unwrap_or_default();
    let view = receiver::<MemoryView>(&this, "memoryview", method)?;
    if view.released.get() {
        return Err(value_error("operation forbidden on released memoryview object"));
    }
    Ok(this)
}

fn get_item(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = this(&mut args, "__getitem__")?;
    let [index] = args.exactly("memoryview.__getitem__")?;
    let view = receiver::<MemoryView>(&this, "memoryview", "__getitem__")?;
    if let Value::Slice(slice) = &index {
        let slice: &Slice = slice;
        let (start, _, step, count) = ops::slice_indices(i, slice, view.len)?;
        if step == 1 {
            return Ok(of(view.object.clone(), view.start + start as usize, count));
        }
        let data = bytes_like::with(&this, |data| subscript::taken(data, (start, 0, step, count))).unwrap_or_default();
        return Ok(of(Value::bytes(data), 0, count));
    }
    let at = ops::index(i, &index)?;
    let at = if at < 0 { at + view.len as i64 } else { at };
    match bytes_like::with(&this, |data| usize::try_from(at).ok().and_then(|at| data.get(at).copied())).flatten() {
        Some(byte) => Ok(Value::Int(byte.into())),
        _ => Err(crate::objects::exception::index_error("index out of bounds on dimension 1")),
    }
}

fn set_item(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = this(&mut args, "__setitem__")?;
    let [index, value] = args.exactly("memoryview.__setitem__")?;
    let view = receiver::<MemoryView>(&this, "memoryview", "__setitem__")?;
    let Some(array) = bytearray::of(&view.object) else {
        return Err(type_error("cannot modify read-only memory"));
    };
    let (at, bytes) = match &index {
        Value::Slice(slice) => {
            let (start, _, step, count) = ops::slice_indices(i, slice, view.len)?;
            let bytes = bytes_like::required(&value)?;
            if step != 1 || bytes.len() != count {
                let text = "memoryview assignment: lvalue and rvalue have different structures";
                return Err(value_error(text));
            }
            (start, bytes)
        }
        _ => {
            let at = ops::index(i, &index)?;
            let byte = bytes_like::byte(&ops::to_int(i, &value)?)
                .map_err(|_| value_error("memoryview: invalid value for format 'B'"))?;
            (if at < 0 { at + view.len as i64 } else { at }, vec![byte])
        }
    };
    let mut data = array.data.borrow_mut();
    let from = view.start.saturating_add(usize::try_from(at).unwrap_or(usize::MAX));
    match data.get_mut(from..from.saturating_add(bytes.len())) {
        Some(place) if from + bytes.len() <= view.start + view.len => place.copy_from_slice(&bytes),
        _ => return Err(crate::objects::exception::index_error("index out of bounds on dimension 1")),
    }
    Ok(Value::None)
}

fn bytes_of(args: Args, method: &str) -> PyResult<Vec<u8>> {
    let mut args = args;
    let this = this(&mut args, method)?;
    let [] = args.exactly(method)?;
    bytes_like::required(&this)
}

/// Fills `memoryview`.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    t.memoryview.make.set(|_, _, args| {
        let [object] = args.clone().bind_in_c("memoryview", &["object"], 1)?;
        match bytes_like::with(&object, <[u8]>::len) {
            Some(len) => Ok(of(object, 0, len)),
            None => {
                let name = type_name(&object);
                Err(type_error(format!("memoryview: a bytes-like object is required, not '{name}'")))
            }
        }
    });
    NativeClass::extend(&t.memoryview)
        .sync("__len__", |_, args| Ok(bytes_of(args, "__len__")?.len().into()))
        .sync("__getitem__", get_item)
        .sync("__setitem__", set_item)
        .sync("tobytes", |_, args| Ok(Value::bytes(bytes_of(args, "tobytes")?)))
        .sync("tolist", |_, args| {
            Ok(Value::list(bytes_of(args, "tolist")?.into_iter().map(|b| Value::Int(b.into())).collect()))
        })
        .sync("hex", |i, mut args| {
            let data = bytes_of(Args::one(args.take_first().unwrap_or_default()), "hex")?;
            args.values.insert(0, Value::bytes(data));
            super::bytes::hex(i, args)
        })
        .sync("__eq__", |_, mut args| {
            let this = this(&mut args, "__eq__")?;
            let [other] = args.exactly("memoryview.__eq__")?;
            Ok(bytes_like::order(&this, &other).map_or(Value::NotImplemented, |o| Value::Bool(o.is_eq())))
        })
        .sync("__repr__", |_, mut args| {
            let this = args.take_first().unwrap_or_default();
            let released = receiver::<MemoryView>(&this, "memoryview", "__repr__")?.released.get();
            let word = if released { "released memory" } else { "memory" };
            Ok(format!("<{word} at {:#x}>", crate::objects::identity::id(&this)).into())
        })
        .sync("release", |_, mut args| {
            let this = args.take_first().unwrap_or_default();
            receiver::<MemoryView>(&this, "memoryview", "release")?.released.set(true);
            Ok(Value::None)
        })
        .method("__enter__", |_, mut args| this(&mut args, "__enter__").map(Flow::Done))
        .sync("__exit__", |_, mut args| {
            let this = args.take_first().unwrap_or_default();
            receiver::<MemoryView>(&this, "memoryview", "__exit__")?.released.set(true);
            Ok(Value::None)
        })
        .getter("nbytes", |_, v| Ok(bytes_like::with(v, <[u8]>::len).unwrap_or(0).into()))
        .getter("readonly", |_, v| {
            let view = receiver::<MemoryView>(v, "memoryview", "readonly")?;
            Ok(Value::Bool(bytearray::of(&view.object).is_none()))
        })
        .getter("obj", |_, v| Ok(receiver::<MemoryView>(v, "memoryview", "obj")?.object.clone()))
        .getter("format", |_, _| Ok("B".into()))
        .getter("itemsize", |_, _| Ok(Value::Int(1)))
        .getter("ndim", |_, _| Ok(Value::Int(1)));
}
