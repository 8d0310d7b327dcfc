//! What bytes, bytearray and memoryview have in common: a run of bytes.

use std::cell::Ref;
use std::cmp::Ordering;
use std::ops::Deref;

use super::byte_buffer::ByteBuffer;
use super::{bytearray, memory_lender, memoryview};
use crate::objects::exception::{PyResult, buffer_error, type_error, value_error};
use crate::objects::interp::Interp;
use crate::objects::ops::convert::as_index;
use crate::objects::types::type_name;
use crate::objects::value::Value;

/// Runs `f` on the bytes of a bytes-like object; `None` if it is none.
pub fn with<R>(value: &Value, f: impl FnOnce(&[u8]) -> R) -> Option<R> {
    let (mut f, mut result) = (Some(f), None);
    lend(value, &mut |data| result = f.take().map(|f| f(data)));
    result
}

pub(super) fn lend(value: &Value, f: &mut dyn FnMut(&[u8])) {
    match value.plain() {
        Value::Bytes(b) => f(&b.data),
        Value::Object(_) => match bytearray::of(value) {
            Some(array) => f(&array.data.borrow()),
            None => memoryview::lend(value, f),
        },
        _ => {}
    }
}

/// The bytes of a bytes-like object, where they lie. No Python code may run while they are held.
pub(super) enum Held<'a> {
    Shared(&'a [u8]),
    Array(Ref<'a, ByteBuffer>),
    Copied(Vec<u8>),
}

impl Deref for Held<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Shared(data) => data,
            Self::Array(data) => data,
            Self::Copied(data) => data,
        }
    }
}

pub(super) fn held(value: &Value) -> Option<Held<'_>> {
    match value.plain() {
        Value::Bytes(b) => Some(Held::Shared(&b.data)),
        Value::Object(_) => match bytearray::of(value) {
            Some(array) => Some(Held::Array(array.data.borrow())),
            None => to_vec(value).map(Held::Copied),
        },
        _ => None,
    }
}

/// The bytes of a bytes-like object.
pub fn to_vec(value: &Value) -> Option<Vec<u8>> {
    with(value, <[u8]>::to_vec)
}

/// As [`to_vec`], but `None` of a memoryview that leaves bytes out: what asks for plain memory (`PyBUF_SIMPLE`) gets none.
pub(super) fn gapless(value: &Value) -> Option<Vec<u8>> {
    if memoryview::has_gaps(value) { None } else { to_vec(value) }
}

/// ValueError of a memoryview that is released, BufferError of one that leaves bytes out.
pub fn without_gaps(value: &Value) -> PyResult<()> {
    if is_view(value) {
        memoryview::open(value)?;
    }
    match memoryview::has_gaps(value) {
        true => Err(buffer_error("memoryview: underlying buffer is not C-contiguous")),
        false => Ok(()),
    }
}

/// The bytes of an argument, or TypeError; else as [`argument`].
pub fn required(i: &mut dyn Interp, value: &Value) -> PyResult<Vec<u8>> {
    let data = argument(i, value)?;
    data.ok_or_else(|| type_error(format!("a bytes-like object is required, not '{}'", type_name(value))))
}

/// The bytes of an argument that may be something else as well; the errors of [`without_gaps`].
pub fn argument(i: &mut dyn Interp, value: &Value) -> PyResult<Option<Vec<u8>>> {
    let lent = lent_by_class(i, value, memory_lender::SIMPLE)?;
    let value = lent.as_ref().unwrap_or(value);
    without_gaps(value)?;
    Ok(to_vec(value))
}

/// As [`to_vec`], also of what an object of a program's class lends (PEP 688); `None` of a memoryview that leaves bytes out.
pub fn lent(i: &mut dyn Interp, value: &Value) -> PyResult<Option<Vec<u8>>> {
    let lent = lent_by_class(i, value, memory_lender::SIMPLE)?;
    Ok(gapless(lent.as_ref().unwrap_or(value)))
}

/// As [`lent`], also of a memoryview that leaves bytes out.
pub(super) fn with_gaps(i: &mut dyn Interp, value: &Value) -> PyResult<Option<Vec<u8>>> {
    let lent = lent_by_class(i, value, memory_lender::FULL_READ_ONLY)?;
    let value = lent.as_ref().unwrap_or(value);
    if is_view(value) {
        memoryview::open(value)?;
    }
    Ok(to_vec(value))
}

/// The view that an object of a program's class lends; `None`: the value is used as it is.
fn lent_by_class(i: &mut dyn Interp, value: &Value, flags: i64) -> PyResult<Option<Value>> {
    match value {
        Value::Object(_) if with(value, |_| ()).is_none() && !is_view(value) => memory_lender::lent_by(i, value, flags),
        _ => Ok(None),
    }
}

/// The bytes that an object of a program's class lends, as a row of bytes; `None`: the value is used as it is.
pub fn view(i: &mut dyn Interp, value: &Value) -> PyResult<Option<Value>> {
    match value {
        Value::Object(_) if with(value, |_| ()).is_none() => memory_lender::lent_bytes(i, value),
        _ => Ok(None),
    }
}

/// bytes, or a bytearray if `like` is one.
pub fn same_kind(like: &Value, data: Vec<u8>) -> Value {
    match bytearray::of(like) {
        Some(_) => bytearray::new(data),
        None => Value::bytes(data),
    }
}

pub(in crate::objects) fn concat(i: &mut dyn Interp, x: &Value, y: &Value) -> PyResult<Option<Value>> {
    if !matches!(x, Value::Bytes(_)) && bytearray::of(x).is_none() {
        return Ok(None);
    }
    let (Some(mut data), Some(more)) = (to_vec(x), lent(i, y)?) else { return Ok(None) };
    i.reserve(data.len() + more.len())?;
    data.extend(more);
    Ok(Some(same_kind(x, data)))
}

pub(in crate::objects) fn order(a: &Value, b: &Value) -> Option<Ordering> {
    with(a, |x| with(b, |y| x.cmp(y)))?
}

/// A memoryview with its format as ctypes writes it («<i»).
pub fn with_explicit_format(view: &Value) -> PyResult {
    memoryview::with_explicit_format(view)
}

/// From now on processes that are forked off have this bytearray, no copy of it.
pub fn share(value: &Value) -> PyResult<()> {
    let array = bytearray::of(value).ok_or_else(|| type_error("expected a bytearray"))?;
    array.shared.set(true);
    Ok(())
}

pub(in crate::objects) fn is_view(value: &Value) -> bool {
    memoryview::is_readonly(value).is_some()
}

/// Whether the bytes of a value can be changed in place.
pub fn is_writable(value: &Value) -> bool {
    memoryview::is_readonly(value).map_or(bytearray::of(value).is_some(), |readonly| !readonly)
}

/// `item in bytes`
pub(in crate::objects) fn contains(i: &mut dyn Interp, container: &Value, item: &Value) -> PyResult<bool> {
    let within = |part: &[u8]| with(container, |data| crate::objects::str::bytes::find(data, part).is_some());
    if let Some(part) = argument(i, item)? {
        return Ok(within(&part) == Some(true));
    }
    match as_index(i, item)? {
        Some(n) => Ok(within(&[byte(&n)?]) == Some(true)),
        None => Err(type_error(format!("a bytes-like object is required, not '{}'", type_name(item)))),
    }
}

/// An int as a byte.
pub fn byte(n: &Value) -> PyResult<u8> {
    n.as_int().and_then(|n| u8::try_from(n).ok()).ok_or_else(|| value_error("byte must be in range(0, 256)"))
}
