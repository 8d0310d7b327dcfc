//! Objects of classes with `__buffer__`, whose memory memoryviews show (PEP 688).

use std::rc::Rc;

use super::bytearray;
use super::bytes_like;
use super::memory_format::Format;
use super::memory_shape::Shape;
use super::memoryview::{self, MemoryView, open};
use crate::objects::args::Args;
use crate::objects::class::Class;
use crate::objects::class::class_flag::{EXTENSION, PASSES_MEMORY};
use crate::objects::exception::{PyResult, buffer_error, overflow_error, type_error, value_error};
use crate::objects::finalizer::{self, Finalizer};
use crate::objects::interp::Interp;
use crate::objects::native_class::{NativeClass, wrong_receiver};
use crate::objects::ops;
use crate::objects::symbol::Symbol;
use crate::objects::types::{Types, type_of};
use crate::objects::value::Value;

/// An object of a class with `__buffer__`, and the view that it has given (PEP 688). Once no view of its memory is left, it
/// is told.
pub(super) struct Lender {
    pub object: Value,
    pub view: Value,
}

impl Drop for Lender {
    fn drop(&mut self) {
        let release = Symbol::new("__release_buffer__");
        if let Some(method) = type_of(&self.object).lookup(release)
            && !matches!(method, Value::Builtin(_))
        {
            let args = Args::positional([self.object.clone(), self.view.clone()]);
            finalizer::enqueue(Finalizer::Call(method, args));
        }
    }
}

/// How memory is asked for (`PyBUF_…`).
pub(super) const SIMPLE: i64 = 0;
pub(super) const FULL_READ_ONLY: i64 = 0x11c;

/// The view that an object of a program's class gives of its memory (PEP 688), if it gives any.
#[cold]
#[inline(never)]
pub(super) fn lent_by(i: &mut dyn Interp, object: &Value, flags: i64) -> PyResult<Option<Value>> {
    let class = type_of(object);
    let Some(method) = class.lookup(Symbol::new("__buffer__")) else { return Ok(None) };
    if matches!(method, Value::Builtin(_)) {
        return Ok(None);
    }
    let view = i.call(&method, Args::positional([object.clone(), Value::Int(flags)]))?;
    match view.native::<MemoryView>() {
        // Another object's: it is told of the end by that one's views.
        Some(shown) if shown.released.get() || shown.lender.borrow().is_some() => Ok(Some(view)),
        Some(shown)
            if is_extension(&class) && !class.flag(PASSES_MEMORY)
                || class.lookup(Symbol::new("__release_buffer__")).is_some() =>
        {
            let lent = shown.again(shown.readonly);
            if let Some(lent) = lent.native::<MemoryView>() {
                lent.lender.replace(Some(Rc::new(Lender { object: object.clone(), view: view.clone() })));
            }
            Ok(Some(lent))
        }
        Some(_) => Ok(Some(view)),
        None => Err(type_error("__buffer__ returned non-memoryview object")),
    }
}

/// Whether a class is one of those that are C in CPython, or derived from one.
pub(super) fn is_extension(class: &Class) -> bool {
    class.flag(EXTENSION) || class.ancestors.borrow().iter().any(|base| base.flag(EXTENSION))
}

/// As [`lent_by`], as a row of bytes.
pub(super) fn lent_bytes(i: &mut dyn Interp, object: &Value) -> PyResult<Option<Value>> {
    let Some(lent) = lent_by(i, object, SIMPLE)? else { return Ok(None) };
    bytes_like::without_gaps(&lent)?;
    let view = open(&lent)?;
    let count = view.count * view.size();
    Ok(Some(view.seen(Format::BYTES, &Shape::default(), (view.start, 1, count), view.readonly)))
}

/// The one argument of a wrapped slot, which has no name (`PyArg_UnpackTuple`).
fn one(args: Args) -> PyResult<[Value; 1]> {
    args.no_keywords("wrapper")?;
    match <[Value; 1]>::try_from(args.values.into_iter().collect::<Vec<_>>()) {
        Ok(one) => Ok(one),
        Err(values) => Err(type_error(format!(" expected 1 argument, got {}", values.len()))),
    }
}

/// `__buffer__` of the built-in types (`slot_bf_getbuffer`, `wrap_buffer`).
fn buffer(i: &mut dyn Interp, mut args: Args, class: &str) -> PyResult {
    const WRITABLE: i64 = 1;
    let this = args.take_receiver();
    if bytes_like::with(&this, |_| ()).is_none() {
        return Err(wrong_receiver(&this, class, "__buffer__"));
    }
    let [flags] = one(args)?;
    let Value::Int(flags) = ops::to_int(i, &flags)? else {
        return Err(overflow_error("cannot fit 'int' into an index-sized integer"));
    };
    if i32::try_from(flags).is_err() {
        return Err(overflow_error("buffer flags too large"));
    }
    if flags & WRITABLE != 0 && !bytes_like::is_writable(&this) {
        return Err(buffer_error(match class {
            "memoryview" => "memoryview: underlying buffer is not writable",
            _ => "Object is not writable.",
        }));
    }
    memoryview::over(this)
}

/// `__release_buffer__` of those that keep their size meanwhile (`wrap_releasebuffer`).
fn release_buffer(_: &mut dyn Interp, mut args: Args, class: &str) -> PyResult {
    let this = args.take_receiver();
    if !bytes_like::is_view(&this) && bytearray::of(&this).is_none() {
        return Err(wrong_receiver(&this, class, "__release_buffer__"));
    }
    let [given] = one(args)?;
    let Some(view) = given.native::<MemoryView>() else { return Err(type_error("expected a memoryview object")) };
    let own = this.native::<MemoryView>().map_or(&this, |this| &this.object);
    if !view.object.is(own) {
        return Err(value_error("memoryview's buffer is not this object"));
    }
    if view.released.get() {
        return Err(value_error("memoryview's buffer has already been released"));
    }
    view.release();
    Ok(Value::None)
}

/// Gives the built-in types these methods.
pub(super) fn install(t: &'static Types) {
    NativeClass::extend(&t.bytes).sync("__buffer__", |i, args| buffer(i, args, "bytes"));
    NativeClass::extend(&t.bytearray)
        .sync("__buffer__", |i, args| buffer(i, args, "bytearray"))
        .sync("__release_buffer__", |i, args| release_buffer(i, args, "bytearray"));
    NativeClass::extend(&t.memoryview)
        .sync("__buffer__", |i, args| buffer(i, args, "memoryview"))
        .sync("__release_buffer__", |i, args| release_buffer(i, args, "memoryview"));
}
