//! `super()`.

use std::rc::Rc;

use super::attribute::{bind, get_attr_now};
use super::class::Class;
use super::exception::{PyResult, type_error};
use super::function::Flow;
use super::interp::Interp;
use super::native_function::{shown, text_of};
use super::object::{Native, Object};
use super::symbol::{Symbol, known};
use super::types::{type_name, type_of, types};
use super::value::Value;

/// A super object: lookup begins after `after` in the order of `class`.
pub struct Super {
    pub after: Rc<Class>,
    /// The instance or class that methods are bound to; `Unset`: unbound (`super(C)`).
    pub receiver: Value,
    pub class: Rc<Class>,
}

impl Native for Super {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.receiver);
    }
}

/// `super(after, receiver)`.
pub fn make_super(i: &mut dyn Interp, after: &Value, receiver: &Value) -> PyResult {
    let Value::Type(after) = after else {
        return Err(type_error(format!("super() argument 1 must be a type, not {}", type_name(after))));
    };
    let receiver = if receiver.is_none() { &Value::Unset } else { receiver };
    let class = if receiver.is_unset() { after.clone() } else { super_check(i, after, receiver)? };
    let data = Super { after: after.clone(), receiver: receiver.clone(), class };
    Ok(Object::with_native(types().super_.clone(), data))
}

/// The class in whose order `super` looks (Objects/typeobject.c `supercheck`).
fn super_check(i: &mut dyn Interp, after: &Rc<Class>, receiver: &Value) -> PyResult<Rc<Class>> {
    if let Value::Type(class) = receiver
        && class.is_subclass_of(after)
    {
        return Ok(class.clone());
    }
    let class = type_of(receiver);
    if class.is_subclass_of(after) {
        return Ok(class);
    }
    // A proxy gives itself out as an instance of another class.
    match get_attr_now(i, receiver, known::CLASS) {
        Ok(Value::Type(shown)) if !Rc::ptr_eq(&shown, &class) && shown.is_subclass_of(after) => return Ok(shown),
        Err(exc) if !exc.is_a(&types().attribute_error) => return Err(exc),
        _ => {}
    }
    let (what, name) = match receiver {
        Value::Type(c) => ("type", c.shown_name()),
        _ => ("instance of", class.shown_name()),
    };
    Err(type_error(format!(
        "super(type, obj): obj ({what} {name}) is not an instance or subtype of type ({}).",
        after.shown_name()
    )))
}

impl Super {
    /// Whether methods are not bound: `super(C, cls)` in a class method.
    pub fn through_class(&self) -> bool {
        matches!(&self.receiver, Value::Type(c) if Rc::ptr_eq(c, &self.class))
    }
}

/// What a super object finds for a name, not bound; nothing if it is unbound itself.
pub fn find(this: &Super, name: Symbol) -> Option<Value> {
    if this.receiver.is_unset() || name == known::CLASS {
        return None;
    }
    this.class.lookup_after(&this.after, name)
}

/// The attribute that a super object finds, bound to its receiver.
pub fn get(i: &mut dyn Interp, this: &Super, name: Symbol) -> PyResult<Option<Flow>> {
    let Some(found) = find(this, name) else { return Ok(None) };
    let receiver = if this.through_class() { Value::Unset } else { this.receiver.clone() };
    let found = as_shown(i, this, name, found);
    bind(i, &found, &receiver, &this.class).map(Some)
}

/// What is C in CPython as the class shows it that has it.
fn as_shown(i: &mut dyn Interp, this: &Super, name: Symbol, found: Value) -> Value {
    if text_of(&found).is_none() {
        return found;
    }
    let mut behind = this.class.mro().into_iter().skip_while(|class| !Rc::ptr_eq(class, &this.after)).skip(1);
    match behind.find(|class| class.attrs.borrow().contains(name)) {
        Some(owner) => shown(i, &owner, name, found),
        None => found,
    }
}
