//! `memoryview`: another object's bytes as a row of numbers (Objects/memoryobject.c), of one dimension.

use std::cell::Cell;

use super::memory_format::Format;
use super::{bytearray, bytes_like};
use crate::objects::args::Args;
use crate::objects::exception::{Exc, PyResult, index_error, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::{Interp, not_supported};
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::ops;
use crate::objects::symbol::Symbol;
use crate::objects::types::{Types, argument_type, type_name, type_of, types};
use crate::objects::value::Value;

/// Items of an object's bytes: the first begins at `start`, each next one `stride` bytes further. A bytearray keeps its
/// size for as long as one that is not released shows it.
struct MemoryView {
    object: Value,
    format: Format,
    start: i64,
    stride: i64,
    count: usize,
    readonly: bool,
    released: Cell<bool>,
}

impl Native for MemoryView {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.object);
    }
}

impl Drop for MemoryView {
    fn drop(&mut self) {
        self.release();
    }
}

impl MemoryView {
    fn release(&self) {
        if !self.released.replace(true)
            && let Some(array) = bytearray::of(&self.object)
        {
            array.exports.set(array.exports.get() - 1);
        }
    }

    /// The same memory seen otherwise.
    fn seen(&self, format: Format, (start, stride, count): (i64, i64, usize), readonly: bool) -> Value {
        let released = Cell::new(false);
        made(MemoryView { object: self.object.clone(), format, start, stride, count, readonly, released })
    }

    fn is_contiguous(&self) -> bool {
        self.count <= 1 || self.stride == self.format.size() as i64
    }

    /// Where an item's bytes stand.
    fn place(&self, at: usize) -> std::ops::Range<usize> {
        let start = (self.start + at as i64 * self.stride) as usize;
        start..start + self.format.size()
    }

    /// The bytes of all items, one after the other.
    fn lend(&self, f: &mut dyn FnMut(&[u8])) {
        bytes_like::lend(&self.object, &mut |data| match self.is_contiguous() {
            true => {
                let start = self.start as usize;
                f(data.get(start..start + self.count * self.format.size()).unwrap_or_default());
            }
            false => f(&(0..self.count).flat_map(|at| data[self.place(at)].iter().copied()).collect::<Vec<u8>>()),
        });
    }

    fn bytes(&self) -> Vec<u8> {
        let mut all = Vec::new();
        self.lend(&mut |data| all = data.to_vec());
        all
    }

    fn values(&self) -> Vec<Value> {
        self.bytes().chunks(self.format.size()).map(|item| self.format.value(item)).collect()
    }

    fn position(&self, i: &mut dyn Interp, index: &Value) -> PyResult<usize> {
        let at = ops::index(i, index)?;
        let at = if at < 0 { at + self.count as i64 } else { at };
        let found = usize::try_from(at).ok().filter(|at| *at < self.count);
        found.ok_or_else(|| index_error("index out of bounds on dimension 1"))
    }
}

/// Runs `f` on the bytes that a memoryview shows.
pub(super) fn lend(value: &Value, f: &mut dyn FnMut(&[u8])) {
    if let Some(view) = value.native::<MemoryView>()
        && !view.released.get()
    {
        view.lend(f);
    }
}

/// Of a memoryview: whether its memory can only be read.
pub(super) fn is_readonly(value: &Value) -> Option<bool> {
    value.native::<MemoryView>().map(|view| view.readonly)
}

fn made(view: MemoryView) -> Value {
    if let Some(array) = bytearray::of(&view.object) {
        array.exports.set(array.exports.get() + 1);
    }
    Object::with_native(types().memoryview.clone(), view)
}

/// `memoryview(object)`
/// The view that an object of a program's class gives of its memory (PEP 688), if it gives any.
#[cold]
#[inline(never)]
pub(super) fn lent_by(i: &mut dyn Interp, object: &Value) -> PyResult<Option<Value>> {
    const FULL_READ_ONLY: i64 = 0x11c;
    let class = type_of(object);
    let Some(method) = class.lookup(Symbol::new("__buffer__")) else { return Ok(None) };
    if matches!(method, Value::Builtin(_)) {
        return Ok(None);
    }
    let view = i.call(&method, Args::positional([object.clone(), Value::Int(FULL_READ_ONLY)]))?;
    match view.native::<MemoryView>() {
        Some(_) => Ok(Some(view)),
        None => Err(type_error("__buffer__ returned non-memoryview object")),
    }
}

/// As [`lent_by`], as a row of bytes.
pub(super) fn lent_bytes(i: &mut dyn Interp, object: &Value) -> PyResult<Option<Value>> {
    let Some(lent) = lent_by(i, object)? else { return Ok(None) };
    let view = open(&lent)?;
    let count = view.count * view.format.size();
    Ok(Some(view.seen(Format::BYTES, (view.start, 1, count), view.readonly)))
}

fn new(i: &mut dyn Interp, args: &Args) -> PyResult {
    let [object] = args.clone().bind_in_c("memoryview", &["object"], 1)?;
    if let Value::Object(_) = &object
        && let Some(view) = lent_by(i, &object)?
    {
        return Ok(view);
    }
    if object.native::<MemoryView>().is_some() {
        let view = open(&object)?;
        return Ok(view.seen(view.format, (view.start, view.stride, view.count), view.readonly));
    }
    let Some(count) = bytes_like::with(&object, <[u8]>::len) else {
        let name = type_name(&object);
        return Err(type_error(format!("memoryview: a bytes-like object is required, not '{name}'")));
    };
    let readonly = bytearray::of(&object).is_none();
    let released = Cell::new(false);
    Ok(made(MemoryView { object, format: Format::BYTES, start: 0, stride: 1, count, readonly, released }))
}

/// The view, if it is not released.
fn open(value: &Value) -> PyResult<&MemoryView> {
    let view = receiver::<MemoryView>(value, "memoryview", "release")?;
    match view.released.get() {
        true => Err(value_error("operation forbidden on released memoryview object")),
        false => Ok(view),
    }
}

/// The receiver of a method without arguments.
fn alone(mut args: Args, method: &str) -> PyResult {
    let this = args.take_receiver();
    let [] = args.exactly(&format!("memoryview.{method}"))?;
    Ok(this)
}

/// `tobytes(order)`: of one dimension, all orders are the same.
fn to_bytes(_: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_receiver();
    let [order] = args.bind_in_c("tobytes", &["order"], 0)?;
    match (&order, order.as_str()) {
        (Value::Unset | Value::None, _) => {}
        (_, Some(order)) if matches!(&*order.text(), "C" | "F" | "A") => {}
        (_, Some(_)) => return Err(value_error("order must be 'C', 'F' or 'A'")),
        _ => {
            let kind = type_name(&order);
            return Err(type_error(format!("tobytes() argument 'order' must be str or None, not {kind}")));
        }
    }
    Ok(Value::bytes(open(&this)?.bytes()))
}

/// An index into one dimension: a tuple of one is what stands in it.
fn along_the_line(index: Value) -> PyResult {
    let Value::Tuple(indices) = &index else { return Ok(index) };
    match indices.items.as_slice() {
        [] => Err(Exc::new(&types().not_implemented_error, vec!["sub-views are not implemented".into()])),
        [Value::Slice(_)] => Err(type_error("memoryview: invalid slice key")),
        [index] => Ok(index.clone()),
        several => Err(type_error(format!("cannot index 1-dimension view with {}-element tuple", several.len()))),
    }
}

fn get_item(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, index] = args.exactly("memoryview.__getitem__")?;
    let (view, index) = (open(&this)?, along_the_line(index)?);
    match &index {
        Value::Slice(slice) => {
            let (start, _, step, count) = ops::slice_indices(i, slice, view.count)?;
            let part = (view.start + start * view.stride, view.stride * step, count);
            Ok(view.seen(view.format, part, view.readonly))
        }
        Value::Str(_) | Value::None | Value::Float(_) => Err(type_error("memoryview: invalid slice key")),
        _ => {
            let at = view.position(i, &index)?;
            let item =
                bytes_like::with(&view.object, |data| data.get(view.place(at)).map(|item| view.format.value(item)));
            item.flatten().ok_or_else(|| index_error("index out of bounds on dimension 1"))
        }
    }
}

fn set_item(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, index, value] = args.exactly("memoryview.__setitem__")?;
    let (view, index) = (open(&this)?, along_the_line(index)?);
    let Some(array) = bytearray::of(&view.object).filter(|_| !view.readonly) else {
        return Err(type_error("cannot modify read-only memory"));
    };
    let size = view.format.size();
    let (places, bytes) = match &index {
        Value::Slice(slice) => {
            let (start, _, step, count) = ops::slice_indices(i, slice, view.count)?;
            let value = match &value {
                Value::Object(_) => lent_by(i, &value)?.unwrap_or(value),
                _ => value,
            };
            let format = value.native::<MemoryView>().map_or(Format::BYTES, |other| other.format);
            let bytes = bytes_like::required(i, &value)?;
            if bytes.len() != count * size || format != view.format {
                let text = "memoryview assignment: lvalue and rvalue have different structures";
                return Err(value_error(text));
            }
            ((0..count as i64).map(|n| (start + n * step) as usize).collect(), bytes)
        }
        Value::Str(_) | Value::None | Value::Float(_) => return Err(type_error("memoryview: invalid slice key")),
        _ => {
            let at = view.position(i, &index)?;
            (vec![at], view.format.bytes(i, &value)?)
        }
    };
    open(&this)?;
    let mut data = array.data.borrow_mut();
    for (at, item) in places.into_iter().zip(bytes.chunks(size)) {
        data[view.place(at)].copy_from_slice(item);
    }
    Ok(Value::None)
}

/// `cast(format)`; other shapes than a row are not shown.
fn cast(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = args.take_receiver();
    let view = open(&this)?;
    let [format, shape] = args.bind_in_c("cast", &["format", "shape"], 1)?;
    let Some(text) = format.as_str() else {
        return Err(type_error(format!("cast() argument 'format' must be str, not {}", argument_type(&format))));
    };
    let Some(format) = Format::of(&text.text()) else {
        let text =
            "memoryview: destination format must be a native single character format prefixed with an optional '@'";
        return Err(value_error(text));
    };
    if !view.is_contiguous() {
        return Err(type_error("memoryview: casts are restricted to C-contiguous views"));
    }
    if !view.format.is_byte() && !format.is_byte() {
        return Err(type_error("memoryview: cannot cast between two non-byte formats"));
    }
    let len = view.count * view.format.size();
    if len % format.size() != 0 {
        return Err(type_error("memoryview: length is not a multiple of itemsize"));
    }
    let count = len / format.size();
    if !shape.is_unset() && ops::to_vec(i, &shape)?.iter().map(Value::as_int).ne([Some(count as i64)]) {
        return Err(not_supported(i, "memoryview of more than one dimension", None));
    }
    Ok(view.seen(format, (view.start, format.size() as i64, count), view.readonly))
}

fn equal(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, other] = args.exactly("memoryview.__eq__")?;
    let Some(view) = this.native::<MemoryView>() else { return Ok(Value::NotImplemented) };
    if view.released.get() {
        return Ok(Value::Bool(this.is(&other)));
    }
    let items = |value: &Value| match value.native::<MemoryView>() {
        Some(view) if view.released.get() => None,
        Some(view) => Some(view.values()),
        None => bytes_like::with(value, |data| data.iter().map(|byte| Value::Int((*byte).into())).collect()),
    };
    let other = match &other {
        Value::Object(_) => lent_by(i, &other)?.unwrap_or(other),
        _ => other,
    };
    match items(&other) {
        Some(others) => {
            let flow = ops::compare(i, ops::CompareOp::Eq, &Value::list(view.values()), &Value::list(others))?;
            i.finish(flow)
        }
        None => Ok(Value::NotImplemented),
    }
}

fn hash(_: &mut dyn Interp, args: Args) -> PyResult {
    let view = open(&args.values[0])?;
    if !view.readonly {
        return Err(value_error("cannot hash writable memoryview object"));
    }
    if !view.format.is_byte() {
        return Err(value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'"));
    }
    Ok(Value::Int(crate::objects::hash::hash_bytes(&view.bytes())))
}

/// Fills `memoryview`.
#[inline(never)]
pub(super) fn install(t: &'static Types) {
    t.memoryview.make.set(|i, _, args| new(i, args));
    NativeClass::extend(&t.memoryview)
        .sync("__len__", |_, args| Ok(open(&args.values[0])?.count.into()))
        .sync("__getitem__", get_item)
        .sync("__setitem__", set_item)
        .sync("__delitem__", |_, args| {
            Err(type_error(match open(&args.values[0])?.readonly {
                true => "cannot modify read-only memory",
                false => "cannot delete memory",
            }))
        })
        .sync("tobytes", to_bytes)
        .sync("tolist", |_, args| Ok(Value::list(open(&alone(args, "tolist")?)?.values())))
        .sync("cast", cast)
        .sync("toreadonly", |_, args| {
            let this = alone(args, "toreadonly")?;
            let view = open(&this)?;
            Ok(view.seen(view.format, (view.start, view.stride, view.count), true))
        })
        .sync("hex", |i, mut args| {
            let data = open(&args.values[0])?.bytes();
            args.values[0] = Value::bytes(data);
            super::bytes_hex::hex(i, args)
        })
        .sync("__eq__", equal)
        .sync("__hash__", hash)
        .sync("__repr__", |_, mut args| {
            let this = args.take_receiver();
            let released = receiver::<MemoryView>(&this, "memoryview", "__repr__")?.released.get();
            let word = if released { "released memory" } else { "memory" };
            Ok(format!("<{word} at {:#x}>", crate::objects::identity::id(&this)).into())
        })
        .sync("release", |_, args| {
            receiver::<MemoryView>(&alone(args, "release")?, "memoryview", "release")?.release();
            Ok(Value::None)
        })
        .method("__enter__", |_, args| {
            open(&args.values[0])?;
            Ok(Flow::Done(args.values[0].clone()))
        })
        .sync("__exit__", |_, args| {
            receiver::<MemoryView>(&args.values[0], "memoryview", "__exit__")?.release();
            Ok(Value::None)
        })
        .getter("nbytes", |_, v| open(v).map(|view| (view.count * view.format.size()).into()))
        .getter("readonly", |_, v| Ok(Value::Bool(open(v)?.readonly)))
        .getter("obj", |_, v| Ok(open(v)?.object.clone()))
        .getter("format", |_, v| Ok(open(v)?.format.name()))
        .getter("itemsize", |_, v| Ok(open(v)?.format.size().into()))
        .getter("ndim", |_, v| open(v).map(|_| Value::Int(1)))
        .getter("shape", |_, v| Ok(Value::tuple([open(v)?.count.into()])))
        .getter("strides", |_, v| Ok(Value::tuple([Value::Int(open(v)?.stride)])))
        .getter("suboffsets", |_, v| open(v).map(|_| Value::tuple([])))
        .getter("c_contiguous", |_, v| Ok(Value::Bool(open(v)?.is_contiguous())))
        .getter("f_contiguous", |_, v| Ok(Value::Bool(open(v)?.is_contiguous())))
        .getter("contiguous", |_, v| Ok(Value::Bool(open(v)?.is_contiguous())));
}
