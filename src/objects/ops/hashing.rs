//! `hash(x)`.

use crate::objects::exception::PyResult;
use crate::objects::interp::{Interp, not_supported};
use crate::objects::value::Value;

/// `hash(value)`; an instance's `__hash__` runs nested.
pub fn hash(i: &mut dyn Interp, value: &Value) -> PyResult<i64> {
    let _ = value;
    Err(not_supported(i, "hash", None))
}
