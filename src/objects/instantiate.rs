//! Calling a class: `type.__call__`.

use std::rc::Rc;

use super::args::Args;
use super::class::{Class, class_flag};
use super::exception::PyResult;
use super::function::Flow;
use super::interp::Interp;
use super::symbol::known;
use super::value::Value;

/// For a class whose instantiation is «make a plain object, call `__init__`»: `Some` of the `__init__` (a Python
/// function), or of `None` if it has none of its own. `None`: call it by [`call_class`].
pub fn plain_init(class: &Rc<Class>) -> Option<Option<Value>> {
    if class.metaclass.is_some() || class.flag(class_flag::ABSTRACT) || class.layout().is_some() {
        return None;
    }
    if !matches!(class.lookup(known::NEW), None | Some(Value::Builtin(_))) {
        return None;
    }
    match class.lookup(known::INIT) {
        Some(init @ Value::Function(_)) => Some(Some(init)),
        None | Some(Value::Builtin(_)) => Some(None),
        Some(_) => None,
    }
}

/// `class(*args)`.
pub fn call_class(i: &mut dyn Interp, class: &Rc<Class>, args: Args) -> PyResult<Flow> {
    let made = (class.make.get())(i, class, &args)?;
    let Some(init) = class.lookup(known::INIT) else { return Ok(Flow::Done(made)) };
    let cx = i.cx();
    let mut args = args;
    args.insert_first(made.clone());
    Ok(Flow::frame(async move {
        cx.call(&init, args).await?;
        Ok(made)
    }))
}
