//! The dict of an instance: a view of its attributes, or one that holds them in their place.

use std::rc::Rc;

use super::attribute::no_attribute;
use super::attrs::HasAttrs;
use super::class::{Class, class_flag};
use super::containers::Dict;
use super::descriptor::{dict_of, is_slot};
use super::exception::PyResult;
use super::gc;
use super::interp::Interp;
use super::object::Object;
use super::symbol::known;
use super::types::types;
use super::value::Value;

/// Whether instances of a class have members of `__slots__`.
pub(super) fn has_slots(class: &Rc<Class>) -> bool {
    let of = |class: &Class| match class.attrs.borrow().get(known::SLOTS) {
        Some(Value::Tuple(names)) => !names.items.is_empty(),
        found => found.is_some(),
    };
    class.lookup(known::SLOTS).is_some() && class.mro().iter().any(|class| of(class))
}

/// The dict of an object that has slots besides: it holds the other attributes from now on.
#[cold]
pub(super) fn apart_from_slots(o: &Rc<Object>) -> Value {
    let dict = Dict::new();
    for (name, value) in o.attrs.borrow().iter() {
        if !value.is_unset() && !o.with_class(|c| c.lookup(name).is_some_and(|found| is_slot(&found, name))) {
            dict.set_str(name, value.clone());
        }
    }
    let value = Value::Dict(dict.clone());
    share_dict(o, &dict, &value);
    value
}

/// What is set through a dict may hide methods.
pub(super) fn may_hide_methods(o: &Object) {
    o.with_class(|c| {
        if !c.flag(class_flag::SHADOWED) {
            c.set_flag(class_flag::SHADOWED);
            super::class::next_epoch();
        }
    });
}

/// From now on `value`, which is or extends `dict`, holds the instance's attributes. Whoever has its old dict keeps it.
fn share_dict(o: &Rc<Object>, dict: &Rc<Dict>, value: &Value) {
    let views = |owner: Rc<dyn HasAttrs>| std::ptr::addr_eq(Rc::as_ptr(&owner), Rc::as_ptr(o));
    if !dict.viewed().is_some_and(views) {
        hold_names(o, value);
    }
}

/// As [`share_dict`], also of a view of the instance's attributes, which then has entries of its own.
pub(super) fn hold_names(o: &Rc<Object>, value: &Value) {
    may_hide_methods(o);
    gc::link(o, value);
    let view = o.attrs.borrow().view();
    let old = o.attrs.borrow_mut().take();
    let is_slot_of = |name| o.with_class(|c| c.lookup(name).is_some_and(|found| is_slot(&found, name)));
    let (slots, old): (Vec<_>, Vec<_>) =
        old.into_iter().filter(|(_, v)| !v.is_unset()).partition(|(name, _)| is_slot_of(*name));
    if let Some(view) = view {
        view.settle(&old);
    }
    {
        let mut attrs = o.attrs.borrow_mut();
        attrs.share(value.clone());
        for (name, value) in slots {
            attrs.set(name, value);
        }
    }
    super::finalizer::release_all(old.into_iter().map(|(_, value)| value));
}

/// Whether the `__dict__` of a class's instances comes of a class that CPython has in C: nobody deletes that.
fn has_dict_of_c(class: &Rc<Class>) -> bool {
    let is_of_c = |c: &Rc<Class>| c.flag(class_flag::EXTENSION) && c.is_seen() && !c.flag(class_flag::NO_DICT);
    class.is_subclass_of(&types().base_exception) || class.mro().iter().any(is_of_c)
}

/// `obj.__dict__ = mapping`
pub fn set_dict(i: &mut dyn Interp, obj: &Value, value: Value) -> PyResult<()> {
    if let Value::Module(_) = obj {
        return Err(super::exception::attribute_error("readonly attribute"));
    }
    let value = match (obj, value) {
        (Value::Object(o), Value::Unset) if !o.with_class(has_dict_of_c) => Value::Dict(Dict::new()),
        (_, value) => value,
    };
    let Value::Dict(dict) = value.plain() else {
        let text = match value {
            Value::Unset => "cannot delete __dict__".to_string(),
            _ => format!("__dict__ must be set to a dictionary, not a '{}'", super::types::type_name(&value)),
        };
        return Err(super::exception::type_error(text));
    };
    if let Value::Object(o) = obj {
        share_dict(o, dict, &value);
        return Ok(());
    }
    let entries = dict.entries();
    let Some(Value::Dict(own)) = dict_of(obj) else { return Err(no_attribute(obj, known::DICT)) };
    own.clear();
    for (key, value) in entries {
        own.set(i, key, value)?;
    }
    Ok(())
}
