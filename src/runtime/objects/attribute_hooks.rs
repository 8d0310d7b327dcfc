//! The program's `__getattribute__`, `__setattr__` and `__delattr__`, and those of native classes with a way of their own.

use std::rc::Rc;

use super::args::Args;
use super::class::Class;
use super::descriptor;
use super::exception::PyResult;
use super::function::{Binding, Flow};
use super::getattr_hook::{fallback, with_getattr};
use super::interp::Interp;
use super::symbol::{Symbol, known};
use super::types::types;
use super::value::Value;

/// The class's method of this name, unless it is the way that is built in for such a value.
#[inline]
pub(super) fn user_hook(obj: &Value, class: &Rc<Class>, name: Symbol) -> Option<Value> {
    class.lookup(name).filter(|found| match found {
        Value::Builtin(b) if b.binding == Binding::Method => match &*b.owner {
            "type" => !matches!(obj, Value::Type(_)),
            "object" => matches!(obj, Value::Type(_)) && jumps_over_type(class, name),
            _ => true,
        },
        _ => true,
    })
}

/// Whether a metaclass has only one of setting and deleting from `object`: with both, that is its classes' built-in way
/// (`update_one_slot` fills `tp_setattro`), otherwise what is called notices that `type`'s way is left out (`hackcheck`).
#[cold]
fn jumps_over_type(meta: &Class, name: Symbol) -> bool {
    let other = match name {
        known::SETATTR => known::DELATTR,
        known::DELATTR => known::SETATTR,
        _ => return false,
    };
    let found = meta.lookup(other);
    !matches!(found, Some(Value::Builtin(b)) if b.binding == Binding::Method && *b.owner == *"object")
}

/// Calls such a method. One that is a descriptor, such as a classmethod, is bound first.
pub(super) fn call_hook(
    i: &mut dyn Interp,
    obj: &Value,
    class: &Rc<Class>,
    hook: Value,
    args: impl IntoIterator<Item = Value>,
) -> PyResult<Flow> {
    let mut args = Args::positional(args);
    if let Value::Object(descriptor) = &hook {
        let bound = descriptor::get(i, descriptor, obj, class)?;
        return bound.then(i, move |_, bound| Ok(Flow::call(bound, args)));
    }
    args.insert_first(obj.clone());
    Ok(Flow::call(hook, args))
}

/// Calls the class's `__getattribute__`, then its `__getattr__` if that raised AttributeError.
pub(super) fn hooked(i: &mut dyn Interp, obj: &Value, name: Symbol, class: &Rc<Class>, hook: Value) -> PyResult<Flow> {
    let flow = match &hook {
        Value::Builtin(native) if native.binding == Binding::Method => {
            match native.invoke(i, Args::from([obj.clone(), name.value()])) {
                Err(exc) if exc.is_a(&types().attribute_error) => return fallback(i, obj, name, class).ok_or(exc),
                flow => flow?,
            }
        }
        _ => call_hook(i, obj, class, hook, [name.value()])?,
    };
    with_getattr(i, obj, name, class, flow)
}
