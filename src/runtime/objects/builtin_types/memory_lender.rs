//! Objects of classes with `__buffer__`, whose memory memoryviews show (PEP 688).

use std::rc::Rc;

use super::memory_format::Format;
use super::memory_shape::Shape;
use super::memoryview::{MemoryView, open};
use crate::objects::args::Args;
use crate::objects::class::Class;
use crate::objects::class::class_flag::EXTENSION;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::finalizer::{self, Finalizer};
use crate::objects::interp::Interp;
use crate::objects::symbol::Symbol;
use crate::objects::types::type_of;
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
        // Another object's: it is told of the end by that one's views.
        Some(shown) if shown.released.get() || shown.lender.borrow().is_some() => Ok(Some(view)),
        Some(shown) if is_extension(&class) || class.lookup(Symbol::new("__release_buffer__")).is_some() => {
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
    let Some(lent) = lent_by(i, object)? else { return Ok(None) };
    let view = open(&lent)?;
    let count = view.count * view.size();
    Ok(Some(view.seen(Format::BYTES, &Shape::default(), (view.start, 1, count), view.readonly)))
}
