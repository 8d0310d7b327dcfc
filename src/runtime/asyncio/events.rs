//! The running loop, the current loop of a thread and its policy (Lib/asyncio/events.py).

use std::rc::Rc;

use super::base_events::{self, EventLoop};
use super::library_sites::NO_CURRENT_LOOP;
use super::state::asyncio;
use super::{overrides, py};
use crate::machine::MONOTONIC_NS;
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, runtime_error, type_error};
use crate::objects::library_site::at;
use crate::objects::native_class::NativeClass;
use crate::objects::warnings::warn;
use crate::objects::{Args, Flow, Interp, Object, Value, ops, type_name, types};

/// The abstract base classes: what `isinstance(loop, asyncio.AbstractEventLoop)` asks for.
pub fn abstract_class(name: &str) -> NativeClass {
    NativeClass::new(name, "asyncio.events", &[], |_, class, _| {
        Ok(Value::Object(Object::new(class.clone(), crate::objects::object::Payload::None)))
    })
}

/// `AbstractEventLoop`: what a program derives from it is a loop that has all methods from the program.
pub fn abstract_event_loop_class() -> NativeClass {
    NativeClass::new("AbstractEventLoop", "asyncio.events", &[], |i, class, _| {
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
    let policy = state.policy.borrow().clone();
    if !policy.is_unset() {
        let found = py::call(i, &policy, "get_event_loop", Args::none())?;
        return loop_argument(&found);
    }
    policy_get_event_loop(i)
}

/// `BaseDefaultEventLoopPolicy.get_event_loop`: the main thread gets a loop made, with a warning.
pub fn policy_get_event_loop(i: &mut dyn Interp) -> PyResult<Rc<Object>> {
    let state = asyncio(i);
    let thread = state.machine.current();
    let known = state.current.borrow().get(&thread).cloned();
    match known {
        Some(Some(event_loop)) => Ok(event_loop),
        None if thread.0 <= 1 => {
            warn(i, &types().deprecation_warning, "There is no current event loop", None)?;
            let made = new_event_loop(i)?;
            state.current.borrow_mut().insert(thread, Some(made.clone()));
            Ok(made)
        }
        _ => {
            let name = state.machine.current_name();
            let error = runtime_error(format!("There is no current event loop in thread '{name}'."));
            Err(at(&NO_CURRENT_LOOP)(error))
        }
    }
}

/// `asyncio.new_event_loop()`
pub fn new_event_loop(i: &mut dyn Interp) -> PyResult<Rc<Object>> {
    let state = asyncio(i);
    let policy = state.policy.borrow().clone();
    if !policy.is_unset() {
        let made = py::call(i, &policy, "new_event_loop", Args::none())?;
        return loop_argument(&made);
    }
    let made = base_events::make(i, &state.classes.event_loop);
    super::exception_handler::log_selector(i);
    Ok(made)
}

/// `asyncio.set_event_loop(loop)`
pub fn set_event_loop(i: &mut dyn Interp, event_loop: &Value) -> PyResult<()> {
    let state = asyncio(i);
    let policy = state.policy.borrow().clone();
    if !policy.is_unset() {
        return py::call(i, &policy, "set_event_loop", Args::one(event_loop.clone())).map(drop);
    }
    policy_set_event_loop(i, event_loop)
}

/// `BaseDefaultEventLoopPolicy.set_event_loop`
pub fn policy_set_event_loop(i: &mut dyn Interp, event_loop: &Value) -> PyResult<()> {
    let state = asyncio(i);
    let given = match event_loop {
        Value::None => None,
        other => Some(other.as_object().filter(|o| o.native::<EventLoop>().is_some()).cloned().ok_or_else(|| {
            let name = type_name(other);
            type_error(format!("loop must be an instance of AbstractEventLoop or None, not '{name}'"))
        })?),
    };
    let _old = state.current.borrow_mut().insert(state.machine.current(), given);
    Ok(())
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

/// The policies' class: `DefaultEventLoopPolicy`, which programs may subclass.
pub fn policy_class(base: &Rc<Class>, event_loop: &Rc<Class>) -> Rc<Class> {
    let class = NativeClass::new("_UnixDefaultEventLoopPolicy", "asyncio.unix_events", &[base], |_, class, _| {
        Ok(Value::Object(Object::new(class.clone(), crate::objects::object::Payload::None)))
    });
    let class = super::missing::policy_methods(class).constant("_loop_factory", Value::Type(event_loop.clone()));
    class
        .sync("get_event_loop", |i, _| policy_get_event_loop(i).map(Value::Object))
        .sync("set_event_loop", |i, args| {
            let event_loop = args.values.get(1).cloned().unwrap_or(Value::None);
            policy_set_event_loop(i, &event_loop)?;
            Ok(Value::None)
        })
        .method("new_event_loop", |i, args| {
            // A class derived from it may have its own `_loop_factory`.
            let policy = args.values.into_iter().next().unwrap_or_default();
            Ok(Flow::call(py::get(i, &policy, "_loop_factory")?, Args::none()))
        })
        .finish()
}
