//! The running loop and the current loop of a thread (Lib/asyncio/events.py).

use std::rc::Rc;

use super::base_events::{self, EventLoop};
use super::library_sites as sites;
use super::state::{Asyncio, asyncio};
use super::{overrides, policies, py};
use crate::machine::MONOTONIC_NS;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::instantiate::make_object;
use crate::objects::library_site::at;
use crate::objects::module::replaced;
use crate::objects::native_class::NativeClass;
use crate::objects::{Args, Interp, Object, Value, ops, type_name};

/// The abstract base classes: what `isinstance(loop, asyncio.AbstractEventLoop)` asks for.
pub fn abstract_class(name: &str) -> NativeClass {
    NativeClass::new(name, "asyncio.events", &[], make_object).shared_layout()
}

/// `AbstractEventLoop`: what a program derives from it is a loop that has all methods from the program.
pub fn abstract_event_loop_class() -> NativeClass {
    NativeClass::new("AbstractEventLoop", "asyncio.events", &[], |i, class, args| {
        if !args.values.is_empty() {
            // What is wrong with them.
            make_object(i, class, args)?;
        }
        let made = base_events::make(i, class);
        base_events::event_loop(&made).is_abstract.set(true);
        Ok(Value::Object(made))
    })
}

/// `asyncio.get_event_loop()`
pub fn get_event_loop(i: &mut dyn Interp) -> PyResult<Rc<Object>> {
    let state = asyncio(i);
    if let Some(running) = state.running_loop() {
        return Ok(running);
    }
    let policy = given_policy(i, &state)?;
    if !policy.is_unset() {
        let found = py::call(i, &policy, "get_event_loop", Args::none())?;
        return loop_argument(&found);
    }
    policies::get_event_loop(i, &Value::Unset)
}

/// `asyncio.new_event_loop()`
pub fn new_event_loop(i: &mut dyn Interp) -> PyResult<Rc<Object>> {
    let state = asyncio(i);
    let policy = given_policy(i, &state)?;
    if !policy.is_unset() {
        let made = py::call(i, &policy, "new_event_loop", Args::none()).map_err(at(&sites::NEW_EVENT_LOOP))?;
        return loop_argument(&made);
    }
    let made = base_events::make(i, &state.classes.event_loop);
    super::exception_handler::log_selector(i, "EpollSelector");
    Ok(made)
}

/// `asyncio.set_event_loop(loop)`
pub fn set_event_loop(i: &mut dyn Interp, event_loop: &Value) -> PyResult<()> {
    let state = asyncio(i);
    let policy = given_policy(i, &state)?;
    if !policy.is_unset() {
        let set = py::call(i, &policy, "set_event_loop", Args::one(event_loop.clone()));
        return set.map(drop).map_err(at(&sites::SET_EVENT_LOOP));
    }
    policies::set_event_loop(i, &Value::Unset, event_loop).map_err(at(&sites::SET_EVENT_LOOP))
}

/// The policy that the program has set, or that what it has put in the place of `get_event_loop_policy` gives.
fn given_policy(i: &mut dyn Interp, state: &Asyncio) -> PyResult {
    match replaced(i, "asyncio.events", "get_event_loop_policy") {
        Some(own) => i.call(&own, Args::none()),
        None => Ok(state.policy.borrow().clone()),
    }
}

/// The loop that an argument is.
pub fn loop_argument(value: &Value) -> PyResult<Rc<Object>> {
    match value.as_object().filter(|o| o.native::<EventLoop>().is_some()) {
        Some(event_loop) => Ok(event_loop.clone()),
        None => Err(type_error(format!("an event loop was expected, got '{}'", type_name(value)))),
    }
}

/// The loop that an argument is, for a new future. One that the program has written from scratch is asked whether it is
/// in debug mode.
pub fn given_loop(i: &mut dyn Interp, value: &Value) -> PyResult<Rc<Object>> {
    let owner = match value.native::<EventLoop>() {
        Some(_) => loop_argument(value)?,
        None => {
            py::get(i, value, "get_debug")?;
            return loop_argument(value);
        }
    };
    if let Some(get_debug) = overrides::own_method(&owner, "get_debug") {
        let flag = i.call(&get_debug, Args::none())?;
        let flag = ops::is_true(i, &flag)?;
        base_events::event_loop(&owner).debug.set(flag);
    }
    Ok(owner)
}

/// A timer's time in ns since the start of the run.
pub fn timer_ns(when: f64) -> u64 {
    crate::machine::to_ns(when).saturating_sub(MONOTONIC_NS)
}
