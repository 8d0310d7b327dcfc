//! Attribute access: `object.__getattribute__`'s order for every kind of value, setting, deleting, method lookup.

use std::rc::Rc;

use super::args::Args;
use super::attribute_hooks::{call_hook, hooked, user_hook};
use super::class::{Class, class_flag, next_epoch};
use super::descriptor;
use super::exception::{Exc, PyResult};
use super::function::{Binding, Flow, Method};
use super::gc;
use super::getattr_hook::{completed, fallback, with_getattr};
use super::interp::Interp;
use super::module::Module;
use super::object::{Object, Payload};
use super::super_object;
use super::symbol::{Symbol, known};
use super::types::{type_of, types};
use super::value::Value;

/// `obj.name`.
pub fn get_attr(i: &mut dyn Interp, obj: &Value, name: Symbol) -> PyResult<Flow> {
    let class = match obj {
        Value::Object(o) => o.class(),
        Value::Module(m) => {
            if m.is_plain()
                && let Some(value) = m.get(name)
            {
                return Ok(Flow::Done(value));
            }
            m.class()
        }
        _ => type_of(obj),
    };
    if class.flag(class_flag::GETATTRIBUTE)
        && let Some(hook) = user_hook(obj, &class, known::GETATTRIBUTE)
    {
        return hooked(i, obj, name, &class, hook);
    }
    match generic_get(i, obj, name, &class) {
        Ok(Some(flow)) => with_getattr(i, obj, name, &class, flow),
        Ok(None) => missing(i, obj, name, &class),
        Err(e) if e.is_a(&types().attribute_error) => fallback(i, obj, name, &class).ok_or(e),
        Err(e) => Err(e),
    }
}

/// As [`get_attr`], brought to its end here and now: a property's function runs nested (see [`Interp::finish`]).
pub fn get_attr_now(i: &mut dyn Interp, obj: &Value, name: Symbol) -> PyResult {
    let flow = get_attr(i, obj, name)?;
    i.finish(flow)
}

/// An instance's attribute, if it is known at once, without Python and without a look at the stack; within: `None`, where
/// the instance lacks it.
pub fn known_at_once(i: &mut dyn Interp, object: &Value, name: Symbol) -> Option<Option<Value>> {
    let Value::Object(instance) = object else { return None };
    let class = instance.class();
    if class.flag(class_flag::GETATTRIBUTE) {
        return None;
    }
    match generic_get(i, object, name, &class).ok()? {
        Some(Flow::Done(value)) => Some(Some(value)),
        None if class.lookup(known::GETATTR).is_none() => Some(None),
        _ => None,
    }
}

/// `object.__getattribute__(obj, name)`: the built-in order without the program's hooks. `None`: there is none.
pub fn generic_get(i: &mut dyn Interp, obj: &Value, name: Symbol, class: &Rc<Class>) -> PyResult<Option<Flow>> {
    let found = class.lookup(name);
    if let Some(descriptor) = &found
        && descriptor::is_data(descriptor)
        && !descriptor::lacks_get(descriptor)
    {
        return bind(i, descriptor, obj, class).map(Some);
    }
    let own = match obj {
        Value::Object(o) => {
            if let Some(super_) = o.native::<super_object::Super>()
                && let Some(flow) = super_object::get(i, super_, name)?
            {
                return Ok(Some(flow));
            }
            o.own(name)
        }
        Value::Type(c) => match c.lookup(name) {
            Some(value) => return bind_shown(i, c, name, value, &Value::Unset).map(Some),
            None => None,
        },
        Value::Function(f) => f.attrs.borrow().get(name).cloned(),
        Value::Module(m) => m.get(name),
        // A bound method shows its function's attributes; what a built-in one lacks, it lacks itself.
        Value::Method(m) if found.is_none() => match &m.function {
            f @ Value::Builtin(b) if b.python.is_none() => return generic_get(i, f, name, &type_of(f)),
            f => return get_attr(i, f, name).map(Some),
        },
        _ => None,
    };
    if let Some(value) = own {
        return Ok(Some(Flow::Done(value)));
    }
    match found {
        Some(descriptor) => bind_shown(i, class, name, descriptor, obj).map(Some),
        None if name == known::DICT && !class.flag(class_flag::UNSEEN_DICT) => {
            let dict = descriptor::dict_of(obj);
            Ok(dict.map(|dict| completed(i, obj, dict)))
        }
        None => Ok(None),
    }
}

#[cold]
fn missing(i: &mut dyn Interp, obj: &Value, name: Symbol, class: &Rc<Class>) -> PyResult<Flow> {
    let fallback = fallback(i, obj, name, class);
    let Value::Module(module) = obj else { return fallback.ok_or_else(|| no_attribute(obj, name)) };
    let (cx, module) = (i.cx(), module.clone());
    let Some(fallback) = fallback else {
        if name == known::ANNOTATIONS {
            let made = Value::Dict(super::containers::Dict::new());
            module.set(name, made.clone());
            return Ok(Flow::Done(made));
        }
        let Some(text) = lacked(i, &module, name)? else {
            if let Some(found) = super::module::of_importlib(i, &module, name)? {
                return Ok(Flow::Done(found));
            }
            return Err(match super::module::without_attribute(i, &module, name)? {
                Some(words) => attribute_error(words, obj, name),
                None => no_attribute(obj, name),
            });
        };
        // In a frame: then the one that asks is on the stack, whose line is said.
        return Ok(Flow::frame(async move { Err(cx.enter(|i| super::interp::not_supported(i, &text, None))) }));
    };
    Ok(Flow::frame(async move {
        match cx.finish(Ok(fallback)).await {
            Err(e) if e.is_a(&types().attribute_error) => {
                if let Some(found) = cx.enter(|i| super::module::of_importlib(i, &module, name))? {
                    return Ok(found);
                }
                let lacked = cx.enter(|i| lacked(i, &module, name))?;
                let made = matches!(module.hook(known::GETATTR), Some(Value::Builtin(_)));
                if module.of_library() && (made || module.get(known::FILE).is_some()) {
                    let mut members = e.data().members.borrow_mut();
                    members.set(Symbol::new("name"), name.value());
                    members.set(Symbol::new("obj"), Value::Module(module));
                }
                Err(lacked.map_or(e, |text| cx.enter(|i| super::interp::not_supported(i, &text, None))))
            }
            result => result,
        }
    }))
}

/// The text that knows which of CPython's names the library's modules lack.
const LACKING: &str = "_missing_names";

/// What to say of a name of CPython's that a module of the library lacks.
fn lacked(i: &mut dyn Interp, module: &Rc<Module>, name: Symbol) -> PyResult<Option<String>> {
    let Some(module_name) = module.name().map(|name| name.text_or_empty()) else { return Ok(None) };
    let (file, name) = (module.get(known::FILE), name.text().to_string());
    let of_library = file.is_none_or(|file| file.as_str().is_some_and(|file| file.text().starts_with("<stdlib>/")));
    if name.is_empty() || name.starts_with("__") || !of_library || module_name == LACKING {
        return Ok(None);
    }
    let Value::Module(names) = i.import(LACKING)? else { return Ok(None) };
    let Some(Value::Dict(of_all)) = names.get(Symbol::new("NAMES")) else { return Ok(None) };
    let names = of_all.get_str(Symbol::new(&module_name)).map(|names| names.text_or_empty()).unwrap_or_default();
    Ok(names.split(' ').any(|known| known == name).then(|| format!("{module_name}.{name}")))
}

/// AttributeError: there is no such attribute.
#[cold]
pub fn no_attribute(obj: &Value, name: Symbol) -> Exc {
    let text = name.text();
    let message = match obj {
        Value::Type(c) => format!("type object '{}' has no attribute '{text}'", c.shown_name()),
        Value::Module(m) => match m.name() {
            Some(Value::Str(module)) => format!("module '{}' has no attribute '{text}'", module.text()),
            _ => format!("module has no attribute '{text}'"),
        },
        _ => format!("'{}' object has no attribute '{text}'", type_of(obj).shown_name()),
    };
    attribute_error(message, obj, name)
}

/// AttributeError with the members that suggestions need.
#[cold]
pub fn attribute_error(message: String, obj: &Value, name: Symbol) -> Exc {
    let exc = super::exception::attribute_error(message);
    let set = |name, value| exc.data().members.borrow_mut().set(Symbol::new(name), value);
    set("name", name.value());
    set("obj", obj.clone());
    exc
}

/// `descriptor.__get__(receiver, owner)`, or the value itself if it is no descriptor. `receiver` is `Unset` when the
/// attribute was reached through the class.
pub fn bind(i: &mut dyn Interp, descriptor: &Value, receiver: &Value, owner: &Rc<Class>) -> PyResult<Flow> {
    match descriptor {
        Value::Function(_) if receiver.is_unset() => Ok(Flow::Done(descriptor.clone())),
        Value::Function(_) => Ok(Flow::Done(Method::new(descriptor.clone(), receiver.clone()))),
        Value::Builtin(b) => Ok(Flow::Done(match b.binding {
            _ if b.binds() && !receiver.is_unset() => Method::new(descriptor.clone(), receiver.clone()),
            Binding::ClassMethod => {
                let class = Value::Type(owner.clone());
                super::native_function::check_class(b, &class)?;
                Method::new(descriptor.clone(), class)
            }
            _ => descriptor.clone(),
        })),
        Value::Object(o) => descriptor::get(i, o, receiver, owner),
        _ => Ok(Flow::Done(descriptor.clone())),
    }
}

/// An attribute found on a class, as the class gives it to an instance or, where that is Unset, itself.
fn bind_shown(i: &mut dyn Interp, class: &Rc<Class>, name: Symbol, found: Value, receiver: &Value) -> PyResult<Flow> {
    let found = super::native_function::shown(i, class, name, found);
    bind(i, &found, receiver, class)
}

/// What `obj.name(…)` calls.
pub enum MethodFound {
    /// Call `function` with `obj` as first argument. `cacheable`: holds for all instances of the class in this epoch.
    Unbound { function: Value, cacheable: bool },
    /// Call `function` with `receiver` as first argument (`super().f()`, a class method).
    With { function: Value, receiver: Value },
    /// Call this without `obj`.
    Bound(Value),
    /// The attribute is the flow's result; call that without `obj`.
    Flow(Flow),
}

/// Looks up `obj.name` to be called at once: a plain method is not bound.
pub fn get_method(i: &mut dyn Interp, obj: &Value, name: Symbol) -> PyResult<MethodFound> {
    let flow = match obj {
        Value::Object(o) => {
            let (found, flags) =
                o.with_class(|c| (c.lookup(name), (c.flag(class_flag::SHADOWED), c.flag(class_flag::GETATTRIBUTE))));
            if let (Some(function), (shadowed, false)) = (found, flags) {
                if is_plain_method(&function) {
                    return Ok(match o.own(name) {
                        Some(own) => MethodFound::Bound(own),
                        None => MethodFound::Unbound { function, cacheable: !shadowed },
                    });
                }
                if let Value::Object(descriptor) = &function
                    && o.own(name).is_none()
                    && let Some(found) = descriptor::static_or_class_method(descriptor, o)
                {
                    return Ok(found);
                }
            }
            if let Some(super_) = o.native::<super_object::Super>()
                && let Some(found) = super_object::find(super_, name)
                && is_plain_method(&found)
                && !super_.through_class()
            {
                return Ok(MethodFound::With { function: found, receiver: super_.receiver.clone() });
            }
            get_attr(i, obj, name)?
        }
        Value::Module(_) | Value::Function(_) | Value::Method(_) => get_attr(i, obj, name)?,
        Value::Type(class) => {
            let meta = type_of(obj);
            match class.lookup(name) {
                Some(found) if !meta.flag(class_flag::GETATTRIBUTE) && meta.lookup(name).is_none() => {
                    let function = match &found {
                        Value::Builtin(b) if b.binding == Binding::ClassMethod => Some(found.clone()),
                        Value::Object(o) => descriptor::class_method_function(o),
                        _ => None,
                    };
                    if let Some(function) = function {
                        return Ok(MethodFound::Unbound { function, cacheable: false });
                    }
                    bind_shown(i, class, name, found, &Value::Unset)?
                }
                _ => get_attr(i, obj, name)?,
            }
        }
        _ => match type_of(obj).lookup(name) {
            Some(function) if is_plain_method(&function) => {
                return Ok(MethodFound::Unbound { function, cacheable: true });
            }
            _ => get_attr(i, obj, name)?,
        },
    };
    Ok(match flow {
        Flow::Done(value) => MethodFound::Bound(value),
        flow => MethodFound::Flow(flow),
    })
}

#[inline]
pub fn is_plain_method(value: &Value) -> bool {
    match value {
        Value::Function(_) => true,
        Value::Builtin(b) => b.binds(),
        _ => false,
    }
}

/// Whether `obj.name`, found in the instance's own map, comes from there for every instance of the class that has it:
/// no data descriptor on the class, no hook. For inline caches, which hold for the class and this epoch.
pub fn instance_attr_cacheable(obj: &Value, name: Symbol) -> bool {
    let Value::Object(o) = obj else { return false };
    o.with_class(|c| {
        !c.flag(class_flag::GETATTRIBUTE)
            && match c.lookup(name) {
                None => true,
                Some(found) => descriptor::is_slot(&found, name) || !descriptor::is_data(&found),
            }
    })
}

/// As [`instance_attr_cacheable`], for replacing the attribute's value in place.
pub fn instance_attr_replaceable(obj: &Value, name: Symbol) -> bool {
    let Value::Object(o) = obj else { return false };
    o.with_class(|c| !c.flag(class_flag::SETATTR)) && instance_attr_cacheable(obj, name)
}

/// A dunder method: looked up on the type, bound to `obj`.
pub fn lookup_special(i: &mut dyn Interp, obj: &Value, name: Symbol) -> PyResult<Option<Value>> {
    let class = type_of(obj);
    let Some(found) = class.lookup(name) else { return Ok(None) };
    bind_special(i, &found, obj, &class).map(Some)
}

/// What was found on `class`, the type of `obj`, bound to `obj`.
pub fn bind_special(i: &mut dyn Interp, found: &Value, obj: &Value, class: &Rc<Class>) -> PyResult {
    let flow = bind(i, found, obj, class)?;
    i.finish(flow)
}

/// Calls a dunder method, looked up on the type, with `obj` in front of `args`, without making a bound method.
/// `None`: the type has none (or has set it to None, which the caller words).
pub fn call_special(i: &mut dyn Interp, obj: &Value, name: Symbol, mut args: Args) -> PyResult<Option<Flow>> {
    let class = type_of(obj);
    let Some(found) = class.lookup(name) else { return Ok(None) };
    if is_plain_method(&found) {
        args.insert_first(obj.clone());
        return Ok(Some(Flow::call(found, args)));
    }
    let flow = bind(i, &found, obj, &class)?;
    let bound = i.finish(flow)?;
    Ok(Some(Flow::call(bound, args)))
}

/// `obj.name = value`. The flow's result is to be ignored.
pub fn set_attr(i: &mut dyn Interp, obj: &Value, name: Symbol, value: Value) -> PyResult<Flow> {
    let class = type_of(obj);
    if class.flag(class_flag::SETATTR)
        && let Some(hook) = user_hook(obj, &class, known::SETATTR)
    {
        return call_hook(i, obj, &class, hook, [name.value(), value]);
    }
    generic_set(i, obj, name, value, &class)
}

/// `del obj.name`. The flow's result is to be ignored.
pub fn del_attr(i: &mut dyn Interp, obj: &Value, name: Symbol) -> PyResult<Flow> {
    super::getattr_hook::before_deletion(i, obj, name)?;
    let class = type_of(obj);
    if class.flag(class_flag::SETATTR)
        && let Some(hook) = user_hook(obj, &class, known::DELATTR)
    {
        return call_hook(i, obj, &class, hook, [name.value()]);
    }
    generic_set(i, obj, name, Value::Unset, &class)
}

/// `object.__setattr__` and, with `Unset` as value, `object.__delattr__`.
pub fn generic_set(i: &mut dyn Interp, obj: &Value, name: Symbol, value: Value, class: &Rc<Class>) -> PyResult<Flow> {
    if let Value::Type(class) = obj {
        super::type_methods::must_change(class, name)?;
    }
    let found = class.lookup(name);
    if let Some(Value::Object(descriptor)) = &found
        && let Some(flow) = descriptor::set(i, descriptor, obj, &value)?
    {
        return Ok(flow);
    }
    if name == known::DICT && found.is_none() && matches!(obj, Value::Object(_)) && descriptor::dict_of(obj).is_some() {
        super::instance_dict::set_dict(i, obj, value)?;
        return Ok(Flow::Done(Value::None));
    }
    let old = match obj {
        Value::Object(o) if !class.flag(class_flag::NO_DICT) => {
            set_own(o, name, value, found.as_ref().is_some_and(is_plain_method))
        }
        Value::Function(f) => {
            gc::link(f, &value);
            change(&f.attrs, name, value)
        }
        Value::Module(_) if name == known::DICT => {
            return Err(super::exception::attribute_error("readonly attribute"));
        }
        Value::Module(m) => super::module::set_attribute(m, name, value),
        Value::Type(c) => set_class_attr(c, name, value),
        _ => return Err(not_settable(obj, name, &found)),
    };
    match old {
        Some(_) => Ok(Flow::Done(Value::None)),
        // Deleting goes through the object's dict, whatever it is of.
        None if !matches!(obj, Value::Type(_)) => {
            let message = format!("'{}' object has no attribute '{}'", class.shown_name(), name.text());
            Err(match obj {
                // Such an instance has its attributes in place: CPython then says neither `name` nor `obj`.
                Value::Object(o) if matches!(o.payload, Payload::None) => super::exception::attribute_error(message),
                _ => attribute_error(message, obj, name),
            })
        }
        None => Err(no_attribute(obj, name)),
    }
}

/// Sets or, with `Unset`, removes. `None`: there was nothing to remove.
pub fn change(attrs: &std::cell::RefCell<super::attrs::AttrMap>, name: Symbol, value: Value) -> Option<Value> {
    if value.is_unset() {
        return attrs.borrow_mut().remove(name);
    }
    let old = attrs.borrow_mut().set(name, value);
    Some(old.unwrap_or_default())
}

fn set_own(o: &Rc<Object>, name: Symbol, value: Value, hides: bool) -> Option<Value> {
    if hides && !value.is_unset() {
        o.with_class(|c| {
            if !c.flag(class_flag::SHADOWED) {
                c.set_flag(class_flag::SHADOWED);
                next_epoch();
            }
        });
    }
    gc::link(o, &value);
    match value {
        Value::Unset => o.remove_own(name),
        value => Some(o.set_own(name, value).unwrap_or_default()),
    }
}

fn set_class_attr(class: &Rc<Class>, name: Symbol, value: Value) -> Option<Value> {
    if value.is_unset() {
        return class.remove(name);
    }
    // Instances may have an attribute of this name already, which now hides the class's.
    if is_plain_method(&value) && class.lookup(name).is_none() {
        class.mark(class_flag::SHADOWED);
    }
    class.set(name, value);
    if !class.flag(class_flag::HEAP | class_flag::PATCHED) {
        class.mark(class_flag::PATCHED);
    }
    Some(Value::Unset)
}

#[cold]
fn not_settable(obj: &Value, name: Symbol, found: &Option<Value>) -> Exc {
    let (class, text) = (type_of(obj).shown_name(), name.text());
    if found.is_some() {
        // It is there: nothing else is suggested (`_PyObject_GenericSetAttrWithDict` gives no name).
        return super::exception::attribute_error(format!("'{class}' object attribute '{text}' is read-only"));
    }
    // A class that has a say itself, in `__setattr__` or `__delattr__`, has no `PyObject_GenericSetAttr`.
    let class_of = type_of(obj);
    let more = match class_of.flag(class_flag::SETATTR) && !class_of.flag(class_flag::EXTENSION) {
        true => "",
        false => " and no __dict__ for setting new attributes",
    };
    attribute_error(format!("'{class}' object has no attribute '{text}'{more}"), obj, name)
}
