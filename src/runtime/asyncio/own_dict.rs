//! `__dict__` of asyncio's objects whose classes are Python's in CPython: it shows the names that `__init__` sets there.
//!
//! They are written anew each time somebody asks for the dict, as the state behind them is native. What a program adds
//! stands behind them.

use std::cell::RefCell;
use std::rc::Rc;

use super::mixins::LoopBound;
use super::py;
use crate::objects::descriptor;
use crate::objects::exception::{PyResult, runtime_error};
use crate::objects::gc;
use crate::objects::look::{change, look};
use crate::objects::{Args, Interp, Object, Symbol, Value};

/// Reads what an object has under a name; `None`: it does not have the name (yet).
pub type Read = fn(&mut dyn Interp, &Value) -> PyResult<Option<Value>>;

/// A name and how it is read; with `None`, as an attribute.
pub type Member = (&'static str, Option<Read>);

/// `this.__dict__`, with these names first.
pub fn shown(i: &mut dyn Interp, this: &Value, members: &[Member]) -> PyResult {
    let Some(dict) = descriptor::dict_of(this) else { return Err(runtime_error("an object of asyncio's has a dict")) };
    let Some(object) = this.as_object() else { return Ok(dict) };
    if object.attrs.borrow().shared().is_some() {
        return Ok(dict);
    }
    let mut all = Vec::new();
    for (name, read) in members {
        let value = match read {
            Some(read) => read(i, this)?,
            None => Some(py::get(i, this, name)?),
        };
        if let Some(value) = value {
            gc::link(object, &value);
            all.push((Symbol::new(name), value));
        }
    }
    let mut attrs = change(&object.attrs);
    let own = |(name, value): &(Symbol, Value)| !value.is_unset() && all.iter().all(|(shown, _)| shown != name);
    let others: Vec<_> = attrs.take().into_iter().filter(own).collect();
    let mut before = Vec::new();
    for (name, value) in all.into_iter().chain(others) {
        before.extend(attrs.set(name, value));
    }
    drop(attrs);
    Ok(dict)
}

/// A state as a member of its enum, which stands in a text under this name.
pub fn state(i: &mut dyn Interp, of: &str, value: &str) -> PyResult<Option<Value>> {
    let module = i.import("asyncio._states")?;
    py::call(i, &module, of, Args::one(value.into())).map(Some)
}

/// A primitive's `_loop`, which it has once somebody has waited at it.
pub fn bound_loop(bound: &LoopBound) -> PyResult<Option<Value>> {
    Ok(bound.seen().map(Value::Object))
}

/// As the value of a member.
pub fn object_or_none(object: &RefCell<Option<Rc<Object>>>) -> PyResult<Option<Value>> {
    Ok(Some(look(object).clone().map_or(Value::None, Value::Object)))
}
