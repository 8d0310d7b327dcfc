//! Rich comparison.

use super::CompareOp;
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::{Interp, not_supported};
use crate::objects::value::Value;

/// `a op b`
pub fn compare(i: &mut dyn Interp, op: CompareOp, a: &Value, b: &Value) -> PyResult<Flow> {
    let _ = (op, a, b);
    Err(not_supported(i, "comparison", None))
}

/// Equality as containers judge it: identity first; Python code runs nested.
pub fn equal(i: &mut dyn Interp, a: &Value, b: &Value) -> PyResult<bool> {
    let _ = (a, b);
    Err(not_supported(i, "comparison", None))
}

/// `a < b`, Python code nested.
pub fn less_than(i: &mut dyn Interp, a: &Value, b: &Value) -> PyResult<bool> {
    let _ = (a, b);
    Err(not_supported(i, "comparison", None))
}
