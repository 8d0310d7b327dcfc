//! `len`, `in`, `[]`.

use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::{Interp, not_supported};
use crate::objects::value::Value;

/// `len(value)`
pub fn len(i: &mut dyn Interp, value: &Value) -> PyResult<Flow> {
    let _ = value;
    Err(not_supported(i, "len", None))
}

/// `len(value)`, `__len__` nested.
pub fn length(i: &mut dyn Interp, value: &Value) -> PyResult<usize> {
    let _ = value;
    Err(not_supported(i, "len", None))
}

/// `operator.length_hint(value, default)`, Python code nested.
pub fn length_hint(i: &mut dyn Interp, value: &Value, default: usize) -> PyResult<usize> {
    let _ = (value, default);
    Err(not_supported(i, "len", None))
}

/// `item in container`: comes to a bool.
pub fn contains(i: &mut dyn Interp, container: &Value, item: &Value) -> PyResult<Flow> {
    let _ = (container, item);
    Err(not_supported(i, "in", None))
}

/// `object[key]`
pub fn get_item(i: &mut dyn Interp, object: &Value, key: &Value) -> PyResult<Flow> {
    let _ = (object, key);
    Err(not_supported(i, "[]", None))
}

/// `object[key] = value`
pub fn set_item(i: &mut dyn Interp, object: &Value, key: &Value, value: Value) -> PyResult<Flow> {
    let _ = (object, key, value);
    Err(not_supported(i, "[]", None))
}

/// `del object[key]`
pub fn del_item(i: &mut dyn Interp, object: &Value, key: &Value) -> PyResult<Flow> {
    let _ = (object, key);
    Err(not_supported(i, "[]", None))
}
