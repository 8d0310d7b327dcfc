//! `repr`, `str`, `ascii`, `format`.

use std::rc::Rc;

use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::{Interp, not_supported};
use crate::objects::string::Str;
use crate::objects::value::Value;

pub fn repr(i: &mut dyn Interp, value: &Value) -> PyResult<Flow> {
    let _ = value;
    Err(not_supported(i, "repr", None))
}

/// `str(value)`
pub fn str_of(i: &mut dyn Interp, value: &Value) -> PyResult<Flow> {
    let _ = value;
    Err(not_supported(i, "str", None))
}

/// `repr(value)`, Python code nested.
pub fn repr_text(i: &mut dyn Interp, value: &Value) -> PyResult<Rc<Str>> {
    let _ = value;
    Err(not_supported(i, "repr", None))
}

/// `str(value)`, Python code nested.
pub fn str_text(i: &mut dyn Interp, value: &Value) -> PyResult<Rc<Str>> {
    let _ = value;
    Err(not_supported(i, "str", None))
}

pub fn ascii(i: &mut dyn Interp, value: &Value) -> PyResult<Flow> {
    let _ = value;
    Err(not_supported(i, "ascii", None))
}

/// `format(value, spec)`
pub fn format(i: &mut dyn Interp, value: &Value, spec: &Rc<Str>) -> PyResult<Flow> {
    let _ = (value, spec);
    Err(not_supported(i, "format", None))
}
