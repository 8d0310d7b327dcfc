//! Special methods: found on the class, bound to the instance.

use crate::objects::exception::PyResult;
use crate::objects::function::{Binding, Method};
use crate::objects::interp::Interp;
use crate::objects::symbol::Symbol;
use crate::objects::types::type_of;
use crate::objects::value::Value;

/// What `found`, an attribute of `receiver`'s class, gives when it is got through `receiver`.
pub fn bind_method(_i: &mut dyn Interp, found: &Value, receiver: &Value) -> PyResult<Value> {
    Ok(match found {
        Value::Function(_) => Method::new(found.clone(), receiver.clone()),
        Value::Builtin(b) if b.binding == Binding::Method => Method::new(found.clone(), receiver.clone()),
        Value::Builtin(b) if b.binding == Binding::ClassMethod => {
            Method::new(found.clone(), Value::Type(type_of(receiver)))
        }
        _ => found.clone(),
    })
}

/// The special method `name` of `value`'s class, bound; `None` if it has none.
pub fn special(i: &mut dyn Interp, value: &Value, name: Symbol) -> PyResult<Option<Value>> {
    match type_of(value).lookup(name) {
        Some(found) => bind_method(i, &found, value).map(Some),
        None => Ok(None),
    }
}
