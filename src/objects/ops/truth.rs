//! Truth.

use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::{Interp, not_supported};
use crate::objects::value::Value;

/// Whether a value counts as true, as far as it is known at once.
pub enum Truth {
    Known(bool),
    /// The flow's value is to be judged ([`judge_truth`]).
    Flow(Flow),
}

pub fn truth(i: &mut dyn Interp, value: &Value) -> PyResult<Truth> {
    match value {
        Value::Bool(b) => Ok(Truth::Known(*b)),
        _ => Err(not_supported(i, "bool", None)),
    }
}

/// What the result of `by`'s `__bool__` or `__len__` says.
pub fn judge_truth(i: &mut dyn Interp, result: &Value, by: &Value) -> PyResult<bool> {
    let _ = (result, by);
    Err(not_supported(i, "bool", None))
}

/// `bool(value)`, Python code nested.
pub fn is_true(i: &mut dyn Interp, value: &Value) -> PyResult<bool> {
    let _ = value;
    Err(not_supported(i, "bool", None))
}
