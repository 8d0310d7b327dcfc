//! Numbers out of objects: `__index__`, `__float__`; the indices of a slice.

use super::special;
use super::special::{has_methods, is_wrapper, own};
use crate::objects::args::Args;
use crate::objects::containers::Slice;
use crate::objects::exception::{Exc, PyResult, index_error, overflow_error, type_error, value_error};
use crate::objects::int::IntRef;
use crate::objects::interp::{Interp, MACHINE_MEMORY};
use crate::objects::symbol::known;
use crate::objects::types::{type_name, type_of};
use crate::objects::value::Value;

/// `operator.index` as a machine int; IndexError when it does not fit.
#[inline]
pub fn index(i: &mut dyn Interp, value: &Value) -> PyResult<i64> {
    match value {
        Value::Int(n) => Ok(*n),
        _ => index_or(i, value, index_error),
    }
}

/// As [`index`], with another error when it does not fit (`PyNumber_AsSsize_t`).
pub fn index_or(i: &mut dyn Interp, value: &Value, error: fn(String) -> Exc) -> PyResult<i64> {
    match to_int(i, value)? {
        Value::Int(n) => Ok(n),
        _ => Err(error(format!("cannot fit '{}' into an index-sized integer", type_name(value)))),
    }
}

/// An argument that is a size or a place; OverflowError when it does not fit.
pub fn ssize(i: &mut dyn Interp, value: &Value) -> PyResult<i64> {
    match to_int(i, value)? {
        Value::Int(n) => Ok(n),
        _ => Err(overflow_error("Python int too large to convert to C ssize_t")),
    }
}

/// As [`ssize`], of what is an `int` in C.
pub fn c_int(i: &mut dyn Interp, value: &Value) -> PyResult<i64> {
    match to_int(i, value)? {
        Value::Int(n) if i32::try_from(n).is_ok() => Ok(n),
        _ => Err(overflow_error("Python int too large to convert to C int")),
    }
}

/// As [`ssize`], of what is a `long` in C.
pub fn c_long(i: &mut dyn Interp, value: &Value) -> PyResult<i64> {
    match to_int(i, value)? {
        Value::Int(n) => Ok(n),
        _ => Err(overflow_error("Python int too large to convert to C long")),
    }
}

/// As [`c_int`], in the words of what is parsed as `i` (Python/getargs.c).
pub fn parsed_int(i: &mut dyn Interp, value: &Value) -> PyResult<i64> {
    let n = c_long(i, value)?;
    match i32::try_from(n) {
        Ok(_) => Ok(n),
        Err(_) if n > 0 => Err(overflow_error("signed integer is greater than maximum")),
        Err(_) => Err(overflow_error("signed integer is less than minimum")),
    }
}

/// `operator.index`: an Int or BigInt; `__index__` runs nested.
pub fn to_int(i: &mut dyn Interp, value: &Value) -> PyResult {
    match as_index(i, value)? {
        Some(n) => Ok(n),
        None => Err(type_error(format!("'{}' object cannot be interpreted as an integer", type_name(value)))),
    }
}

/// An Int or BigInt; `None` if the value is no integer and has no `__index__`.
pub(in crate::objects) fn as_index(i: &mut dyn Interp, value: &Value) -> PyResult<Option<Value>> {
    match value.plain() {
        Value::Int(n) => return Ok(Some(Value::Int(*n))),
        Value::Bool(b) => return Ok(Some(Value::Int(*b as i64))),
        Value::BigInt(n) => return Ok(Some(Value::BigInt(n.clone()))),
        _ if !has_methods(value) => return Ok(None),
        _ => {}
    }
    let Some(method) = special(i, value, known::INDEX)? else { return Ok(None) };
    let result = i.call(&method, Args::none())?;
    match result.plain() {
        Value::Int(_) | Value::BigInt(_) => Ok(Some(result.plain().clone())),
        Value::Bool(b) => Ok(Some(Value::Int(*b as i64))),
        _ => Err(type_error(format!("__index__ returned non-int (type {})", type_name(&result)))),
    }
}

/// A number as a float: float, int, bool and what has `__float__` or `__index__` (nested).
pub fn to_float(i: &mut dyn Interp, value: &Value) -> PyResult<f64> {
    real_number(i, value)?.ok_or_else(|| must_be_real(value))
}

/// The same; `None` if the value is no real number.
pub fn real_number(i: &mut dyn Interp, value: &Value) -> PyResult<Option<f64>> {
    match value.plain() {
        Value::Float(x) => return Ok(Some(*x)),
        // A class of the program's may say itself what its ints are.
        _ if matches!(value, Value::Object(_)) && says_its_float(value) => {}
        Value::Int(n) => return Ok(Some(*n as f64)),
        Value::Bool(b) => return Ok(Some(*b as u8 as f64)),
        Value::BigInt(n) => return IntRef::Big(n).to_f64().map(Some).map_err(Exc::from),
        _ if !has_methods(value) => return Ok(None),
        _ => {}
    }
    if let Some(method) = special(i, value, known::FLOAT)? {
        let result = i.call(&method, Args::none())?;
        return match result.plain() {
            Value::Float(x) => Ok(Some(*x)),
            _ => Err(type_error(format!(
                "{}.__float__ returned non-float (type {})",
                type_name(value),
                type_name(&result)
            ))),
        };
    }
    match as_index(i, value)? {
        Some(n) => real_number(i, &n),
        None => Ok(None),
    }
}

/// Whether a class has a `__float__` that is not the one of the built-in class it is derived from.
fn says_its_float(value: &Value) -> bool {
    own(&type_of(value), known::FLOAT).is_some_and(|method| !is_wrapper(&method))
}

#[cold]
fn must_be_real(value: &Value) -> Exc {
    type_error(format!("must be real number, not {}", type_name(value)))
}

/// A slice's bound: `None` for None; what does not fit is clipped (`_PyEval_SliceIndex`).
pub(in crate::objects) fn slice_bound(i: &mut dyn Interp, value: &Value) -> PyResult<Option<i64>> {
    match value {
        Value::None | Value::Unset => Ok(None),
        Value::Int(n) => Ok(Some(*n)),
        _ => match as_index(i, value)? {
            Some(Value::Int(n)) => Ok(Some(n)),
            Some(Value::BigInt(n)) => Ok(Some(if n.sign() == num_bigint::Sign::Minus { i64::MIN } else { i64::MAX })),
            _ => Err(not_a_bound()),
        },
    }
}

/// A size that the program gives: negative ones count as 0, what no machine has as the greatest.
pub fn size(n: i64) -> usize {
    usize::try_from(n.max(0)).unwrap_or(usize::MAX)
}

/// As [`size`]; None: it is negative.
pub fn natural(n: i64) -> Option<usize> {
    (n >= 0).then(|| size(n))
}

/// Charges memory for an allocation whose size the program chooses; MemoryError where CPython has it too, whatever the
/// width of this machine's words.
pub fn reserve(i: &mut dyn Interp, bytes: u64) -> PyResult<()> {
    match bytes < MACHINE_MEMORY {
        true => i.reserve(usize::try_from(bytes).unwrap_or(usize::MAX - 1)),
        false => i.reserve(usize::MAX),
    }
}

/// `slice.indices`: start, stop, step and the number of indices, for a sequence of `len`.
pub fn slice_indices(i: &mut dyn Interp, slice: &Slice, len: usize) -> PyResult<(i64, i64, i64, usize)> {
    let (start, stop, step) = slice_bounds(i, slice, len as i64)?;
    Ok((start, stop, step, crate::objects::containers::range_len(start, stop, step) as usize))
}

/// The slice with ints of any size for what it has: a step, and ends where they are given.
pub(in crate::objects) fn exact_slice(i: &mut dyn Interp, slice: &Slice) -> PyResult<Slice> {
    let mut number = |value: &Value, otherwise: Value| match value {
        Value::None | Value::Unset => Ok(otherwise),
        value => as_index(i, value)?.ok_or_else(not_a_bound),
    };
    let step = number(&slice.step, Value::Int(1))?;
    if matches!(step, Value::Int(0)) {
        return Err(value_error("slice step cannot be zero"));
    }
    let (start, stop) = (number(&slice.start, Value::None)?, number(&slice.stop, Value::None)?);
    Ok(Slice { header: Default::default(), start, stop, step })
}

#[cold]
fn not_a_bound() -> Exc {
    type_error("slice indices must be integers or None or have an __index__ method")
}

/// Start, stop and step of a slice of what has `len` items; a step that does not fit is clipped.
pub(in crate::objects) fn slice_bounds(i: &mut dyn Interp, slice: &Slice, len: i64) -> PyResult<(i64, i64, i64)> {
    let step = slice_bound(i, &slice.step)?.unwrap_or(1).max(-i64::MAX);
    if step == 0 {
        return Err(value_error("slice step cannot be zero"));
    }
    let (lowest, highest) = if step < 0 { (-1, len - 1) } else { (0, len) };
    let clip = |n: i64| if n < 0 { n.saturating_add(len).max(lowest) } else { n.min(highest) };
    let start = slice_bound(i, &slice.start)?.map_or(if step < 0 { highest } else { lowest }, clip);
    let stop = slice_bound(i, &slice.stop)?.map_or(if step < 0 { lowest } else { highest }, clip);
    Ok((start, stop, step))
}
