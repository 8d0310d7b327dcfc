//! `isinstance` and `issubclass`.

use super::args::Args;
use super::class::class_flag;
use super::exception::{PyResult, type_error};
use super::function::Flow;
use super::interp::Interp;
use super::symbol::known;
use super::types::type_of;
use super::value::Value;

/// `isinstance(value, class)`: a bool, or the call of `__instancecheck__`.
pub fn isinstance(i: &mut dyn Interp, value: &Value, class: &Value) -> PyResult<Flow> {
    let _ = i;
    match class {
        Value::Type(c) => {
            let own = type_of(value);
            if own.is_subclass_of(c) {
                return Ok(Flow::Done(Value::Bool(true)));
            }
            let hook =
                c.metaclass.as_ref().filter(|m| m.flag(class_flag::HEAP)).and_then(|m| m.lookup(known::INSTANCECHECK));
            match hook {
                Some(hook) => Ok(Flow::call(hook, Args::from([class.clone(), value.clone()]))),
                None => Ok(Flow::Done(Value::Bool(false))),
            }
        }
        _ => Err(type_error("isinstance() arg 2 must be a type, a tuple of types, or a union")),
    }
}

/// `issubclass(value, class)`: a bool, or the call of `__subclasscheck__`.
pub fn issubclass(i: &mut dyn Interp, value: &Value, class: &Value) -> PyResult<Flow> {
    let _ = i;
    match (value, class) {
        (Value::Type(sub), Value::Type(c)) => Ok(Flow::Done(Value::Bool(sub.is_subclass_of(c)))),
        (Value::Type(_), _) => Err(type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union")),
        _ => Err(type_error("issubclass() arg 1 must be a class")),
    }
}
