//! `memoryview`: another object's bytes as rows of numbers (Objects/memoryobject.c).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::bytearray::ByteArray;
use super::memory_format::Format;
use super::memory_lender::{FULL_READ_ONLY, Lender, is_extension, lent_by};
use super::memory_shape::{self, Key, Shape, not_implemented, position};
use super::{bytearray, bytes_like};
use crate::objects::args::Args;
use crate::objects::exception::{PyResult, index_error, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::native_class::{self, NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::ops;
use crate::objects::types::{Types, argument_type, type_name, type_of, types};
use crate::objects::value::Value;

/// Items of an object's bytes, of which `shape` says what they are: the first begins at `start`, each next one `stride`
/// bytes further. A bytearray keeps its size for as long as one that is not released shows it.
pub(super) struct MemoryView {
    pub object: Value,
    pub format: Format,
    pub start: i64,
    stride: i64,
    pub count: usize,
    pub shape: Shape,
    pub readonly: bool,
    pub released: Cell<bool>,
    pub lender: RefCell<Option<Rc<Lender>>>,
}

impl Native for MemoryView {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.object);
        if let Some(lender) = &*self.lender.borrow() {
            visit(&lender.object);
            visit(&lender.view);
        }
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        let object = copy(&self.object);
        if let (false, Some(array)) = (self.released.get(), bytearray::of(&object)) {
            array.exports.set(array.exports.get() + 1);
        }
        let MemoryView { format, start, stride, count, readonly, .. } = *self;
        let (shape, released) = (self.shape.clone(), self.released.clone());
        let lent = self.lender.borrow().clone();
        let lender = lent.map(|lent| Rc::new(Lender { object: copy(&lent.object), view: copy(&lent.view) })).into();
        Some(Box::new(MemoryView { object, format, start, stride, count, shape, readonly, released, lender }))
    }
}

impl Drop for MemoryView {
    fn drop(&mut self) {
        self.release();
    }
}

impl MemoryView {
    pub fn release(&self) {
        if !self.released.replace(true)
            && let Some(array) = bytearray::of(&self.object)
        {
            array.exports.set(array.exports.get() - 1);
        }
        drop(self.lender.take());
    }

    /// The same memory seen otherwise.
    pub fn seen(
        &self,
        format: Format,
        shape: &Shape,
        (start, stride, count): (i64, i64, usize),
        readonly: bool,
    ) -> Value {
        let (object, shape, released, lender) =
            (self.object.clone(), shape.clone(), Cell::new(false), self.lender.clone());
        made(MemoryView { object, format, start, stride, count, shape, readonly, released, lender })
    }

    pub fn again(&self, readonly: bool) -> Value {
        self.seen(self.format, &self.shape, (self.start, self.stride, self.count), readonly)
    }

    /// The bytes of an item.
    pub fn size(&self) -> usize {
        self.format.size() * self.shape.numbers()
    }

    fn is_contiguous(&self) -> bool {
        self.count <= 1 || self.stride == self.size() as i64
    }

    fn is_contiguous_by_columns(&self) -> bool {
        let long = self.shape.lengths(self.count).into_iter().filter(|len| *len > 1).count();
        self.is_contiguous() && (self.shape.inner.is_empty() || long <= 1)
    }

    /// Where an item's bytes stand.
    fn place(&self, at: usize) -> std::ops::Range<usize> {
        let start = (self.start + at as i64 * self.stride) as usize;
        start..start + self.size()
    }

    /// The bytes of all items, one after the other.
    fn lend(&self, f: &mut dyn FnMut(&[u8])) {
        bytes_like::lend(&self.object, &mut |data| match self.is_contiguous() {
            true => {
                let start = self.start as usize;
                f(data.get(start..start + self.count * self.size()).unwrap_or_default());
            }
            false => f(&(0..self.count)
                .flat_map(|at| data.get(self.place(at)).unwrap_or_default().iter().copied())
                .collect::<Vec<u8>>()),
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

    /// Where the bytes of a number stand.
    fn place_of(&self, (at, number): (usize, usize)) -> std::ops::Range<usize> {
        let (start, size) = (self.place(at).start, self.format.size());
        start + number * size..start + (number + 1) * size
    }

    pub(super) fn number(&self, place: (usize, usize)) -> PyResult {
        self.format.readable()?;
        let place = self.place_of(place);
        let item = bytes_like::with(&self.object, |data| data.get(place).map(|item| self.format.value(item)));
        item.flatten().ok_or_else(|| index_error("index out of bounds on dimension 1"))
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

/// Whether it is a memoryview between whose bytes others stand.
pub(super) fn has_gaps(value: &Value) -> bool {
    value.native::<MemoryView>().is_some_and(|view| !view.is_contiguous())
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

/// The same view, with its format as ctypes writes it.
pub(in crate::objects) fn with_explicit_format(view: &Value) -> PyResult {
    let view = open(view)?;
    Ok(view.seen(view.format.explicit(), &view.shape, (view.start, view.stride, view.count), view.readonly))
}

/// `memoryview(object)`
fn new(i: &mut dyn Interp, args: &Args) -> PyResult {
    let [object] = args.clone().bind_in_c("memoryview", &["object"], 1)?;
    if let Value::Object(_) = &object
        && let Some(view) = lent_by(i, &object, FULL_READ_ONLY)?
    {
        return Ok(view);
    }
    over(object)
}

/// A view of what is itself bytes, a bytearray or a view.
pub(super) fn over(object: Value) -> PyResult {
    if object.native::<MemoryView>().is_some() {
        let view = open(&object)?;
        return Ok(view.again(view.readonly));
    }
    let Some(count) = bytes_like::with(&object, <[u8]>::len) else {
        let name = type_name(&object);
        return Err(type_error(format!("memoryview: a bytes-like object is required, not '{name}'")));
    };
    let readonly = bytearray::of(&object).is_none();
    let (format, shape, released, lender) = (Format::BYTES, Shape::default(), Cell::new(false), RefCell::default());
    Ok(made(MemoryView { object, format, start: 0, stride: 1, count, shape, readonly, released, lender }))
}

/// The view, if it is not released.
pub(super) fn open(value: &Value) -> PyResult<&MemoryView> {
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

/// `tobytes(order)`
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
    let view = open(&this)?;
    let data = view.bytes();
    let by_columns = order.as_str().is_some_and(|order| &*order.text() == "F") && !view.shape.inner.is_empty();
    Ok(Value::bytes(if by_columns { view.shape.in_columns(view.count, view.format.size(), &data) } else { data }))
}

fn get_item(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, index] = args.exactly("memoryview.__getitem__")?;
    let view = open(&this)?;
    let key = memory_shape::key(i, &index);
    if view.shape.scalar {
        return match key {
            Ok(Key::Indices(none)) if none.is_empty() => view.number((0, 0)),
            Ok(Key::Ellipsis) => Ok(this),
            _ => Err(type_error("invalid indexing of 0-dim memory")),
        };
    }
    match key? {
        Key::Index(_) if !view.shape.inner.is_empty() => {
            Err(not_implemented("multi-dimensional sub-views are not implemented"))
        }
        Key::Index(index) => {
            let at = position(i, &index, view.count, 1)?;
            view.number((at, 0))
        }
        Key::Slice => {
            let Value::Slice(slice) = &index else { unreachable!("a slice") };
            let (start, _, step, count) = ops::slice_indices(i, slice, view.count)?;
            let part = (view.start + start * view.stride, view.stride * step, count);
            Ok(view.seen(view.format, &view.shape, part, view.readonly))
        }
        Key::Indices(indices) => {
            let place = view.shape.place(i, view.count, &indices)?;
            view.number(place)
        }
        Key::Slices => Err(not_implemented("multi-dimensional slicing is not implemented")),
        Key::Ellipsis => Err(type_error("memoryview: invalid slice key")),
    }
}

fn set_item(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, index, value] = args.exactly("memoryview.__setitem__")?;
    let view = open(&this)?;
    let Some(array) = bytearray::of(&view.object).filter(|_| !view.readonly) else {
        return Err(type_error("cannot modify read-only memory"));
    };
    let key = memory_shape::key(i, &index);
    let place = match key {
        Ok(Key::Indices(none)) if view.shape.scalar && none.is_empty() => (0, 0),
        Ok(Key::Ellipsis) if view.shape.scalar => (0, 0),
        _ if view.shape.scalar => return Err(type_error("invalid indexing of 0-dim memory")),
        Ok(Key::Index(_)) if !view.shape.inner.is_empty() => {
            return Err(not_implemented("sub-views are not implemented"));
        }
        Ok(Key::Index(index)) => (position(i, &index, view.count, 1)?, 0),
        Ok(Key::Slice) if view.shape.inner.is_empty() => {
            set_slice(i, &this, &index, value)?;
            return Ok(Value::None);
        }
        Ok(Key::Indices(indices)) => view.shape.place(i, view.count, &indices)?,
        Ok(Key::Slice | Key::Slices) => {
            let text = "memoryview slice assignments are currently restricted to ndim = 1";
            return Err(not_implemented(text));
        }
        Ok(Key::Ellipsis) => return Err(type_error("memoryview: invalid slice key")),
        Err(exc) => return Err(exc),
    };
    view.format.readable()?;
    let item = view.format.bytes(i, &value)?;
    open(&this)?;
    write(array, view.place_of(place), &item);
    Ok(Value::None)
}

/// `view[slice] = value`, of one dimension.
fn set_slice(i: &mut dyn Interp, this: &Value, index: &Value, value: Value) -> PyResult<()> {
    let view = open(this)?;
    let (Value::Slice(slice), Some(array)) = (index, bytearray::of(&view.object)) else { return Ok(()) };
    let size = view.format.size();
    let (start, _, step, count) = ops::slice_indices(i, slice, view.count)?;
    let value = match &value {
        Value::Object(_) => lent_by(i, &value, FULL_READ_ONLY)?.unwrap_or(value),
        _ => value,
    };
    let other = value.native::<MemoryView>();
    let format = other.map_or(Format::BYTES, |other| other.format);
    let bytes = match other {
        Some(other) => other.bytes(),
        None => bytes_like::required(i, &value)?,
    };
    let several = other.is_some_and(|other| other.shape.dimensions() != 1);
    if bytes.len() != count * size || format != view.format || several {
        return Err(value_error("memoryview assignment: lvalue and rvalue have different structures"));
    }
    open(this)?;
    for (n, item) in bytes.chunks(size).enumerate() {
        write(array, view.place((start + n as i64 * step) as usize), item);
    }
    Ok(())
}

/// Puts bytes in their place; what is shared may have become shorter since.
fn write(array: &ByteArray, place: std::ops::Range<usize>, item: &[u8]) {
    if let Some(there) = array.data.borrow_mut().get_mut(place) {
        there.copy_from_slice(item);
    }
}

/// `cast(format, shape)`
fn cast(_: &mut dyn Interp, mut args: Args) -> PyResult {
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
    if view.count == 0 && !shape.is_unset() {
        return Err(type_error("memoryview: cannot cast view with zeros in shape or strides"));
    }
    if !view.format.is_byte() && !format.is_byte() {
        return Err(type_error("memoryview: cannot cast between two non-byte formats"));
    }
    let len = view.count * view.size();
    if len % format.size() != 0 {
        return Err(type_error("memoryview: length is not a multiple of itemsize"));
    }
    let (shape, count) = match shape.is_unset() {
        true => (Shape::default(), len / format.size()),
        false => Shape::given(&shape, &view.shape, format, len)?,
    };
    let stride = (format.size() * shape.numbers()) as i64;
    Ok(view.seen(format, &shape, (view.start, stride, count), view.readonly))
}

fn equal(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, other] = args.exactly("memoryview.__eq__")?;
    let Some(view) = this.native::<MemoryView>() else { return Ok(Value::NotImplemented) };
    if view.released.get() {
        return Ok(Value::Bool(this.is(&other)));
    }
    let items = |value: &Value| match value.native::<MemoryView>() {
        Some(view) if view.released.get() => None,
        Some(view) => Some((view.shape.lengths(view.count), view.values())),
        None => bytes_like::with(value, |data| {
            (vec![data.len()], data.iter().map(|byte| Value::Int((*byte).into())).collect())
        }),
    };
    let other = match &other {
        Value::Object(_) => lent_by(i, &other, FULL_READ_ONLY)?.unwrap_or(other),
        _ => other,
    };
    match items(&other) {
        Some((lengths, _)) if lengths != view.shape.lengths(view.count) => Ok(Value::Bool(false)),
        Some((_, others)) => {
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
    super::memory_lender::install(t);
    NativeClass::extend(&t.memoryview)
        .sync("__len__", |_, args| match open(&args.values[0])? {
            view if view.shape.scalar => Err(type_error("0-dim memory has no length")),
            view => Ok(view.count.into()),
        })
        .sync("__iter__", super::memory_iterator::iter)
        .sync("__getitem__", get_item)
        .sync("__setitem__", set_item)
        .sync("__delitem__", |_, args| {
            Err(type_error(match open(&args.values[0])?.readonly {
                true => "cannot modify read-only memory",
                false => "cannot delete memory",
            }))
        })
        .sync("tobytes", to_bytes)
        .sync("tolist", |_, args| {
            let this = alone(args, "tolist")?;
            let view = open(&this)?;
            view.format.readable()?;
            Ok(view.shape.nested(view.count, view.values()))
        })
        .sync("cast", cast)
        .sync("toreadonly", |_, args| {
            let this = alone(args, "toreadonly")?;
            Ok(open(&this)?.again(true))
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
            native_class::alone(&args, "memoryview.__enter__")?;
            open(&args.values[0])?;
            Ok(Flow::Done(args.values[0].clone()))
        })
        .sync("__exit__", |_, args| {
            receiver::<MemoryView>(&args.values[0], "memoryview", "__exit__")?.release();
            Ok(Value::None)
        })
        .getter("nbytes", |_, v| open(v).map(|view| (view.count * view.size()).into()))
        .getter("readonly", |_, v| Ok(Value::Bool(open(v)?.readonly)))
        .getter("obj", |_, v| {
            let view = open(v)?;
            let lender = view.lender.borrow().as_ref().map(|lender| lender.object.clone());
            Ok(lender.filter(|lender| is_extension(&type_of(lender))).unwrap_or_else(|| view.object.clone()))
        })
        .getter("format", |_, v| Ok(open(v)?.format.name()))
        .getter("itemsize", |_, v| Ok(open(v)?.format.size().into()))
        .getter("ndim", |_, v| Ok(open(v)?.shape.dimensions().into()))
        .getter("shape", |_, v| {
            let view = open(v)?;
            Ok(Value::tuple(view.shape.lengths(view.count).into_iter().map(Value::from).collect::<Vec<_>>()))
        })
        .getter("strides", |_, v| {
            let view = open(v)?;
            let strides = view.shape.strides(view.stride, view.format.size());
            Ok(Value::tuple(strides.into_iter().map(Value::Int).collect::<Vec<_>>()))
        })
        .getter("suboffsets", |_, v| open(v).map(|_| Value::tuple([])))
        .getter("c_contiguous", |_, v| Ok(Value::Bool(open(v)?.is_contiguous())))
        .getter("f_contiguous", |_, v| Ok(Value::Bool(open(v)?.is_contiguous_by_columns())))
        .getter("contiguous", |_, v| Ok(Value::Bool(open(v)?.is_contiguous())));
}
