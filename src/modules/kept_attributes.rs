//! Attributes of the library's instances that a program reads and does not set.

use crate::objects::descriptor::{Place, slot};
use crate::objects::exception::PyResult;
use crate::objects::{Args, Interp, Symbol, Value, gc};

/// `set_once(class, *names)`: nobody sets them after an instance has been made; whether they are members in CPython's own
/// terms.
pub(super) fn set_once(mut args: Args, member: bool) -> PyResult {
    if let Some(Value::Type(class)) = args.take_first() {
        for name in args.values.iter().filter_map(Value::as_str).filter_map(Symbol::of) {
            class.define(name, slot(&class, class.name(), name, Place::Once { member }));
        }
    }
    Ok(Value::None)
}

/// `put(instance, **attributes)`: sets them all the same.
pub(super) fn put(_: &mut dyn Interp, args: Args) -> PyResult {
    let Some(Value::Object(object)) = args.positional_values().first() else { return Ok(Value::None) };
    let mut before = Vec::new();
    for (name, value) in args.keywords() {
        gc::link(object, value);
        before.extend(object.set_own(name, value.clone()));
    }
    Ok(Value::None)
}
