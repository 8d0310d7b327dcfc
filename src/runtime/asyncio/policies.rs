//! Policies of event loops: the one in use, and the default one (Lib/asyncio/events.py).

use std::cell::RefCell;
use std::rc::Rc;

use super::base_events::EventLoop;
use super::events::{loop_argument, new_event_loop};
use super::library_sites::{self as sites, NO_CURRENT_LOOP};
use super::py;
use super::state::{Asyncio, CurrentLoops, asyncio};
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, runtime_error, type_error};
use crate::objects::gc_graph::Edge;
use crate::objects::library_site::{at, at_holding};
use crate::objects::native_class::{self, NativeClass};
use crate::objects::object::Native;
use crate::objects::warnings::warn;
use crate::objects::{Args, Flow, Interp, Object, Value, type_name, type_of, types};

/// What a default policy has: the threads' current loops. Those of the policy in use stand in [`Asyncio::current`].
#[derive(Default)]
struct Policy(RefCell<CurrentLoops>);

impl Native for Policy {
    fn edges(&self, visit: &mut dyn FnMut(Edge)) {
        self.0.borrow().values().flatten().for_each(|event_loop| visit(Edge::Object(event_loop)));
    }

    fn clear(&self) {
        drop(self.0.take());
    }

    fn changes(&self) -> bool {
        true
    }
}

/// The policy in use. `Unset`: the default one, of which there is no object yet.
fn in_use(state: &Asyncio) -> Value {
    let given = state.policy.borrow().clone();
    if given.is_unset() { state.default_policy.borrow().clone() } else { given }
}

/// Does something with the current loops of a policy. `Unset`: of the one in use.
fn with_loops<R>(state: &Asyncio, policy: &Value, f: impl FnOnce(&RefCell<CurrentLoops>) -> R) -> R {
    match policy.native::<Policy>() {
        Some(own) if !in_use(state).is(policy) => f(&own.0),
        _ => f(&state.current),
    }
}

/// `asyncio.get_event_loop_policy()`
pub fn get_policy(i: &mut dyn Interp) -> PyResult {
    let state = asyncio(i);
    let known = in_use(&state);
    if !known.is_unset() {
        return Ok(known);
    }
    let made = i.call(&Value::Type(state.classes.policy.clone()), Args::none())?;
    state.default_policy.replace(made.clone());
    Ok(made)
}

/// `asyncio.set_event_loop_policy(policy)`: each has current loops of its own; None stands for a new default one.
pub fn set_policy(i: &mut dyn Interp, policy: Value) -> PyResult<()> {
    let state = asyncio(i);
    if !policy.is_none() && !type_of(&policy).is_subclass_of(&state.classes.abstract_policy) {
        let name = type_name(&policy);
        let text = format!("policy must be an instance of AbstractEventLoopPolicy or None, not '{name}'");
        return Err(at(&sites::SET_POLICY)(type_error(text)));
    }
    let old = in_use(&state);
    if !old.is(&policy) {
        let next = policy.native::<Policy>().map(|own| own.0.take()).unwrap_or_default();
        let left = state.current.replace(next);
        if let Some(own) = old.native::<Policy>() {
            own.0.replace(left);
        }
        state.default_policy.replace(Value::Unset);
    }
    state.policy.replace(if policy.is_none() { Value::Unset } else { policy });
    Ok(())
}

/// `BaseDefaultEventLoopPolicy.get_event_loop`: the main thread gets a loop made, with a warning.
pub fn get_event_loop(i: &mut dyn Interp, policy: &Value) -> PyResult<Rc<Object>> {
    let state = asyncio(i);
    let thread = state.machine.current();
    let known = || with_loops(&state, policy, |loops| loops.borrow().get(&thread).cloned());
    if known().is_none() && state.machine.in_main_thread() {
        warn(i, &types().deprecation_warning, "There is no current event loop", None)?;
        if policy.is_unset() {
            let made = new_event_loop(i)?;
            state.current.borrow_mut().insert(thread, Some(made));
        } else {
            let made = py::call(i, policy, "new_event_loop", Args::none()).map_err(at(&sites::POLICY_MAKES_LOOP))?;
            py::call(i, policy, "set_event_loop", Args::one(made)).map_err(at(&sites::POLICY_SETS_LOOP))?;
        }
    }
    known().flatten().ok_or_else(|| {
        // A process's first thread is known to the machine by what was started.
        let main = state.machine.in_main_thread();
        let name = if main { "MainThread".into() } else { state.machine.current_name() };
        let error = runtime_error(format!("There is no current event loop in thread '{name}'."));
        at(&NO_CURRENT_LOOP)(error)
    })
}

/// `BaseDefaultEventLoopPolicy.set_event_loop`
pub fn set_event_loop(i: &mut dyn Interp, policy: &Value, event_loop: &Value) -> PyResult<()> {
    let state = asyncio(i);
    let thread = state.machine.current();
    let given = match event_loop {
        Value::None => None,
        other if other.native::<EventLoop>().is_some() => Some(loop_argument(other)?),
        other => {
            // A refused one counts as set, too: no loop is made any more.
            with_loops(&state, policy, |loops| loops.borrow_mut().or_default(thread).is_some());
            let name = type_name(other);
            let text = format!("loop must be an instance of AbstractEventLoop or None, not '{name}'");
            let error = at_holding(&sites::SET_EVENT_LOOP_BASE, other)(type_error(text));
            return Err(at(&sites::SET_EVENT_LOOP_UNIX)(error));
        }
    };
    let _old = with_loops(&state, policy, |loops| loops.borrow_mut().insert(thread, given));
    Ok(())
}

/// `BaseDefaultEventLoopPolicy`, which does all but say what a loop is.
pub fn base_policy_class(base: &Rc<Class>) -> Rc<Class> {
    NativeClass::new("BaseDefaultEventLoopPolicy", "asyncio.events", &[base], make)
        .constant("_loop_factory", Value::None)
        .getter("_local", local)
        .sync("get_event_loop", |i, args| {
            native_class::alone_in_python(&args, "BaseDefaultEventLoopPolicy.get_event_loop")?;
            get_event_loop(i, &args.values[0]).map(Value::Object)
        })
        .sync("set_event_loop", |i, args| {
            let event_loop = args.values.get(1).cloned().unwrap_or(Value::None);
            set_event_loop(i, &args.values[0], &event_loop)?;
            Ok(Value::None)
        })
        .method("new_event_loop", |i, args| {
            native_class::alone_in_python(&args, "BaseDefaultEventLoopPolicy.new_event_loop")?;
            // A class derived from it may have its own `_loop_factory`.
            let policy = args.values.into_iter().next().unwrap_or_default();
            Ok(Flow::call(py::get(i, &policy, "_loop_factory")?, Args::none()))
        })
        .finish()
}

/// What it keeps of the thread that asks: its current loop, and whether one has been set.
fn local(i: &mut dyn Interp, policy: &Value) -> PyResult {
    let state = asyncio(i);
    let thread = state.machine.current();
    let set = with_loops(&state, policy, |loops| loops.borrow().get(&thread).cloned());
    let (is_set, event_loop) = (set.is_some(), set.flatten().map(Value::Object).into());
    let text = i.import(super::private_names::TEXT)?;
    py::call(i, &text, "_Local", Args::positional(vec![policy.clone(), event_loop, Value::Bool(is_set)]))
}

fn make(_: &mut dyn Interp, class: &Rc<Class>, _: &Args) -> PyResult {
    Ok(Object::with_native(class.clone(), Policy::default()))
}

/// The policies' class: `DefaultEventLoopPolicy`, which programs may subclass.
pub fn policy_class(base: &Rc<Class>, event_loop: &Rc<Class>) -> Rc<Class> {
    let class = NativeClass::new("_UnixDefaultEventLoopPolicy", "asyncio.unix_events", &[base], make);
    super::missing::policy_methods(class).constant("_loop_factory", Value::Type(event_loop.clone())).finish()
}
