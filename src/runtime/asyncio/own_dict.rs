//! The attributes of asyncio's objects that `__init__` sets in CPython, where the classes are Python's: `_waiters`, `_value` …
//!
//! The state behind them is native: they are fields, and `__dict__` shows them, written anew each time somebody asks for
//! it. What a program adds stands behind them.

use std::cell::RefCell;
use std::rc::Rc;

use super::base_events::EventLoop;
use super::futures;
use super::mixins::LoopBound;
use super::py;
use crate::objects::class::Class;
use crate::objects::descriptor;
use crate::objects::exception::{PyResult, runtime_error};
use crate::objects::function::{Binding, Builtin, BuiltinCode, Method};
use crate::objects::gc;
use crate::objects::instance_dict;
use crate::objects::look::{change, look};
use crate::objects::native_class::{GetFn, GetSet, NativeClass, SetFn};
use crate::objects::object_methods::SET_STATE;
use crate::objects::{Args, Interp, Object, Symbol, Value, types};

/// A name, how it is read (`Unset`: the object does not have it yet) and how it is set.
pub type Member = (&'static str, GetFn, Option<SetFn>);

/// A class's fields, in the order in which `__init__` sets them.
pub fn fields(class: NativeClass, members: &[Member]) -> NativeClass {
    let class = members.iter().fold(class, |class, (name, get, set)| class.field(name, *get, *set));
    class.property("__dict__", shown, instance_dict::set_dict).field(SET_STATE, set_state, None)
}

/// `this.__dict__`, with the fields first.
fn shown(i: &mut dyn Interp, this: &Value) -> PyResult {
    let Some(dict) = descriptor::dict_of(this) else { return Err(runtime_error("an object of asyncio's has a dict")) };
    let Some(object) = this.as_object() else { return Ok(dict) };
    if object.attrs.borrow().shared().is_some() {
        return Ok(dict);
    }
    let mut all: Vec<(Symbol, Value)> = Vec::new();
    for (name, get) in object.class().mro().iter().flat_map(fields_of) {
        if all.iter().all(|(shown, _)| *shown != name) {
            let value = get(i, this)?;
            gc::link(object, &value);
            all.push((name, value));
        }
    }
    let mut attrs = change(&object.attrs);
    let own = |(name, value): &(Symbol, Value)| !value.is_unset() && all.iter().all(|(shown, _)| shown != name);
    let others: Vec<_> = attrs.take().into_iter().filter(own).collect();
    let mut before = Vec::new();
    for (name, value) in all.into_iter().filter(|(_, value)| !value.is_unset()).chain(others) {
        before.extend(attrs.set(name, value));
    }
    drop(attrs);
    Ok(dict)
}

/// The names of the fields that a class itself adds.
pub fn names_of(class: &Rc<Class>) -> Vec<Symbol> {
    fields_of(class).into_iter().map(|(name, _)| name).collect()
}

/// The fields that a class itself adds.
fn fields_of(class: &Rc<Class>) -> Vec<(Symbol, GetFn)> {
    let attrs = class.attrs.borrow();
    let fields = attrs.iter().filter_map(|(name, value)| {
        value.native::<GetSet>().filter(|field| field.field).map(|field| (name, field.get))
    });
    fields.filter(|(name, _)| &*name.text() != SET_STATE).collect()
}

/// `this.__setstate__`: sets each attribute.
fn set_state(_: &mut dyn Interp, this: &Value) -> PyResult {
    let code = BuiltinCode::Sync(|i, args| {
        let [this, state] = args.exactly::<2>(SET_STATE)?;
        if let Value::Dict(state) = state.plain() {
            for (name, value) in state.entries() {
                py::set(i, &this, &name.text_or_empty(), value)?;
            }
        }
        Ok(Value::None)
    });
    Ok(Method::new(Builtin::new(SET_STATE, "object", Binding::Method, code), this.clone()))
}

/// A state as a member of its enum, which stands in a text under this name.
pub fn state(i: &mut dyn Interp, of: &str, value: &str) -> PyResult {
    let module = i.import("asyncio._states")?;
    py::call(i, &module, of, Args::one(value.into()))
}

/// The one of these states that such a member is, which a copied object is given.
pub fn state_of<S: Copy + Default>(
    i: &mut dyn Interp,
    member: &Value,
    states: &[S],
    text: fn(S) -> &'static str,
) -> PyResult<S> {
    let value = py::get(i, member, "value")?.text_or_empty();
    Ok(states.iter().copied().find(|state| text(*state) == value).unwrap_or_default())
}

/// A primitive's `_loop`, which it has once somebody has waited at it.
pub fn bound_loop(bound: &LoopBound) -> PyResult {
    Ok(bound.seen().map_or(Value::Unset, Value::Object))
}

/// As the value of a field.
pub fn object_or_none(object: &RefCell<Option<Rc<Object>>>) -> PyResult {
    Ok(look(object).clone().map_or(Value::None, Value::Object))
}

/// The task or the future that a program puts there, if any.
pub fn future_or_none(value: &Value) -> Option<Rc<Object>> {
    futures::as_future(value).cloned()
}

/// The loop that a program puts there, if any.
pub fn loop_or_none(value: &Value) -> Option<Rc<Object>> {
    value.native::<EventLoop>()?;
    value.as_object().cloned()
}

/// A flag that a program sets.
pub fn flag(i: &mut dyn Interp, value: &Value) -> PyResult<bool> {
    if value.is_unset() { Ok(false) } else { crate::objects::ops::is_true(i, value) }
}

/// A set of objects.
pub fn set_of(i: &mut dyn Interp, members: Vec<Value>) -> PyResult {
    i.call(&Value::Type(types().set.clone()), Args::one(Value::list(members)))
}
