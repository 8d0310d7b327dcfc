//! Small helpers: attributes and calls of any objects from native code, nested and awaited.

use std::rc::Rc;

use crate::objects::attribute;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::several::state_among;
use crate::objects::symbol::known;
use crate::objects::{Args, Cx, Exc, Flow, Interp, Object, Symbol, Value, ops, type_name, types};

/// `repr(value)` as text, Python code nested.
pub fn repr(i: &mut dyn Interp, value: &Value) -> PyResult<String> {
    Ok(ops::repr_text(i, value)?.text().into_owned())
}

/// `str(value)` as text, Python code nested.
pub fn text(i: &mut dyn Interp, value: &Value) -> PyResult<String> {
    Ok(ops::str_text(i, value)?.text().into_owned())
}

/// `value.name`, Python code nested.
pub fn get(i: &mut dyn Interp, value: &Value, name: &str) -> PyResult {
    attribute::get_attr_now(i, value, Symbol::new(name))
}

/// `getattr(value, name, None)`; `None` also stands for AttributeError.
pub fn find(i: &mut dyn Interp, value: &Value, name: &str) -> PyResult<Option<Value>> {
    match get(i, value, name) {
        Ok(found) => Ok(Some(found)),
        Err(exc) if exc.is_a(&types().attribute_error) => Ok(None),
        Err(exc) => Err(exc),
    }
}

/// `value.name = new`, Python code nested.
pub fn set(i: &mut dyn Interp, value: &Value, name: &str, new: Value) -> PyResult<()> {
    let flow = attribute::set_attr(i, value, Symbol::new(name), new)?;
    i.finish(flow).map(drop)
}

/// `value.name(*args)`, nested.
pub fn call(i: &mut dyn Interp, value: &Value, name: &str, args: Args) -> PyResult {
    let method = get(i, value, name)?;
    i.call(&method, args)
}

/// `value.name(*args)` in native async code.
pub async fn call_method(cx: &Cx, value: &Value, name: &str, args: Args) -> PyResult {
    let method = cx.run(|i| attribute::get_attr(i, value, Symbol::new(name))).await?;
    cx.call(&method, args).await
}

/// `cls[item]`: a GenericAlias.
pub fn generic_alias(_: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    Ok(Flow::call(Value::Type(types().generic_alias.clone()), args))
}

/// A native object's payload.
pub fn payload<'a, T: 'static>(value: &'a Value, class: &str) -> PyResult<&'a T> {
    value.native::<T>().or_else(|| state_among(value)).ok_or_else(|| {
        type_error(format!("descriptor requires a '{class}' object but received a '{}'", type_name(value)))
    })
}

/// `raise exc` with the context of the exception being handled, as a `raise` statement in that handler does.
pub fn in_context_of(exc: Exc, handled: &Exc) -> Exc {
    exc.set_context(handled);
    exc
}

/// Raises `exc` while `handled` is being handled, if any exception is.
pub fn while_handling(exc: Exc, handled: Option<&Exc>) -> Exc {
    match handled {
        Some(handled) => in_context_of(exc, handled),
        None => exc,
    }
}

/// Lets `value` live as long as the exception: as a local variable of the library's frame in its traceback does, so
/// that «never awaited» comes when the handler is left.
pub fn holding(exc: Exc, value: Value) -> Exc {
    let _old = exc.data().members.borrow_mut().set(Symbol::new("<locals>"), value);
    exc
}

/// `object.__repr__`'s text without the brackets: `asyncio.locks.Lock object at 0x…`.
pub fn default_repr(object: &Rc<Object>) -> String {
    let class = object.class();
    let module = class.lookup(known::MODULE).and_then(|m| m.as_str().map(|s| s.text().into_owned()));
    let name = class.qualname.borrow().clone();
    let prefix = match module.as_deref() {
        None | Some("builtins") => String::new(),
        Some(module) => format!("{module}."),
    };
    format!("{prefix}{name} object at {:#x}", object.header.address())
}

/// The address in reprs.
pub fn address(object: &Rc<Object>) -> String {
    format!("{:#x}", object.header.address())
}
