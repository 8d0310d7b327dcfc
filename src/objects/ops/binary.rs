//! Binary and unary operators.

use super::{BinaryOp, UnaryOp};
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::{Interp, not_supported};
use crate::objects::value::Value;

/// `a op b`, or `a op= b`.
pub fn binary(i: &mut dyn Interp, op: BinaryOp, inplace: bool, a: &Value, b: &Value) -> PyResult<Flow> {
    let _ = (op, inplace, a, b);
    Err(not_supported(i, "operators", None))
}

/// `pow(a, b, m)`
pub fn power_mod(i: &mut dyn Interp, a: &Value, b: &Value, m: &Value) -> PyResult<Flow> {
    let _ = (a, b, m);
    Err(not_supported(i, "pow", None))
}

pub fn unary(i: &mut dyn Interp, op: UnaryOp, value: &Value) -> PyResult<Flow> {
    let _ = (op, value);
    Err(not_supported(i, "operators", None))
}

/// `not value`
pub fn not_(i: &mut dyn Interp, value: &Value) -> PyResult<Flow> {
    let _ = value;
    Err(not_supported(i, "not", None))
}
