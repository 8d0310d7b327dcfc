//! The program's `__getattr__`: asked for what an object lacks, and where finding an attribute ends with AttributeError.

use std::rc::Rc;

use super::args::Args;
use super::attribute::no_attribute;
use super::class::Class;
use super::exception::PyResult;
use super::function::Flow;
use super::interp::Interp;
use super::object::Object;
use super::symbol::{Symbol, known};
use super::then::{self, Then};
use super::types::{type_of, types};
use super::value::Value;

/// If the class has a `__getattr__`, it is asked when the flow raises AttributeError.
pub(super) fn with_getattr(
    i: &mut dyn Interp,
    obj: &Value,
    name: Symbol,
    class: &Rc<Class>,
    flow: Flow,
) -> PyResult<Flow> {
    if matches!(flow, Flow::Done(_)) {
        return Ok(flow);
    }
    match fallback(i, obj, name, class) {
        Some(fallback) => flow.or_lacking(i, |_| Ok(fallback)),
        None => Ok(flow),
    }
}

/// Asks the class's `__getattr__` if the call of a property's function ends with AttributeError.
pub fn or_getattr(obj: Value, name: Symbol) -> Box<dyn Then> {
    then::or_lacking(move |i| fallback(i, &obj, name, &type_of(&obj)).ok_or_else(|| no_attribute(&obj, name)))
}

/// The call of the `__getattr__` that answers when nothing else does.
pub(super) fn fallback(i: &mut dyn Interp, obj: &Value, name: Symbol, class: &Rc<Class>) -> Option<Flow> {
    if let Value::Module(m) = obj
        && let Some(hook) = m.unlisted_hook(Symbol::new(ON_DEMAND)).or_else(|| m.hook(known::GETATTR))
    {
        return Some(Flow::call(hook, Args::one(name.value())));
    }
    let hook = class.lookup(known::GETATTR)?;
    if let Value::Object(descriptor) = &hook {
        return Some(bound_fallback(i, descriptor, obj, name, class));
    }
    Some(Flow::call(hook, Args::from([obj.clone(), name.value()])))
}

/// A `__getattr__` that is a descriptor, such as a property: what it gives for the object is called.
#[cold]
fn bound_fallback(i: &mut dyn Interp, hook: &Rc<Object>, obj: &Value, name: Symbol, class: &Rc<Class>) -> Flow {
    let (cx, hook, obj, class) = (i.cx(), hook.clone(), obj.clone(), class.clone());
    Flow::frame(async move {
        let bound = cx.run(|i| super::descriptor::get(i, &hook, &obj, &class)).await?;
        cx.call(&bound, Args::one(name.value())).await
    })
}

/// The hook of a module that reads what it is asked for, before its `__getattr__` is asked.
pub const ON_DEMAND: &str = "__on_demand__";

/// The hook of a module that reads all that its `__getattr__` reads when it is asked for.
pub const WHOLE: &str = "__whole__";

/// Reads all of a class's module, if the library has it in parts: classes in them may be derived from the class.
pub(super) fn complete_module_of(i: &mut dyn Interp, class: &Class) -> PyResult<()> {
    let name = class.attrs.borrow().get(known::MODULE).map(Value::text_or_empty);
    if let Some(Value::Module(module)) = name.and_then(|name| i.imported(&name))
        && let Some(read) = module.take_hook(Symbol::new(WHOLE))
    {
        i.call(&read, Args::none())?;
    }
    Ok(())
}

/// Has a module read a name that is about to be deleted, and give it no more.
pub(super) fn before_deletion(i: &mut dyn Interp, obj: &Value, name: Symbol) -> PyResult<()> {
    if let Value::Module(module) = obj
        && let Some(hook) = module.unlisted_hook(Symbol::new(ON_DEMAND))
    {
        match i.call(&hook, Args::from([name.value(), Value::Bool(true)])) {
            Err(exc) if !exc.is_a(&types().attribute_error) => return Err(exc),
            _ => {}
        }
    }
    Ok(())
}

/// An object's dict, for who looks at it: a module of the library has all its names then.
pub(super) fn completed(i: &mut dyn Interp, obj: &Value, dict: Value) -> Flow {
    let Value::Module(module) = obj else { return Flow::Done(dict) };
    let Some(read) = module.take_hook(Symbol::new(WHOLE)) else { return Flow::Done(dict) };
    let cx = i.cx();
    Flow::frame(async move {
        cx.finish(Ok(Flow::call(read, Args::none()))).await?;
        Ok(dict)
    })
}
