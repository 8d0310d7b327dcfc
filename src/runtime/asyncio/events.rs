//! Handles, the running loop, the current loop of a thread and its policy (Lib/asyncio/events.py).

use std::cell::{Cell, RefCell};
use std::cmp::Ordering;
use std::rc::{Rc, Weak};

use super::base_events::{self, EventLoop};
use super::callbacks::Callback;
use super::contextvars::Context;
use super::library_sites::NO_CURRENT_LOOP;
use super::py;
use super::source_traceback::{DEBUG_STACK_DEPTH, SourceTraceback};
use super::state::{Asyncio, asyncio};
use crate::machine::MONOTONIC_NS;
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, runtime_error, type_error};
use crate::objects::interp::not_supported;
use crate::objects::library_site::at;
use crate::objects::look::look;
use crate::objects::native_class::NativeClass;
use crate::objects::object::Native;
use crate::objects::warnings::warn;
use crate::objects::{Args, Interp, Object, Value, ops, type_name, type_of, types};
use crate::trace::{HandleId, HandleKind};

/// One callback for one run. Timers are handles with a time.
pub struct Handle {
    pub id: HandleId,
    pub kind: HandleKind,
    pub event_loop: Rc<Object>,
    /// Empty once cancelled.
    pub callback: RefCell<Option<Callback>>,
    /// `None`: no arguments. Most handles are asyncio's own, and have none.
    args: RefCell<Option<Rc<Args>>>,
    pub context: RefCell<Option<Rc<Context>>>,
    pub cancelled: Cell<bool>,
    /// A timer's time as given, and as a number.
    pub when: Option<(Value, f64)>,
    /// A timer stands in the heap.
    pub scheduled: Cell<bool>,
    /// It has run, or runs.
    pub taken: Cell<bool>,
    /// The order of creation: the hash of timers takes part in that of tasks.
    pub number: i64,
    object: RefCell<Weak<Object>>,
    /// Debug mode: what it was, once it is cancelled.
    shown: RefCell<Option<Box<str>>>,
    /// Debug mode: where the program made it.
    pub source: SourceTraceback,
}

impl Handle {
    pub fn new(
        state: &Asyncio,
        id: HandleId,
        kind: HandleKind,
        event_loop: &Rc<Object>,
        callback: Callback,
        args: Args,
        context: Option<Rc<Context>>,
        when: Option<(Value, f64)>,
    ) -> Rc<Handle> {
        let number = if when.is_some() { state.next_number() } else { 0 };
        Rc::new(Handle {
            id,
            kind,
            event_loop: event_loop.clone(),
            callback: RefCell::new(Some(callback)),
            args: RefCell::new((!args.values.is_empty() || args.names.is_some()).then(|| Rc::new(args))),
            context: RefCell::new(context),
            cancelled: Cell::new(false),
            when,
            scheduled: Cell::new(false),
            taken: Cell::new(false),
            number,
            object: RefCell::default(),
            shown: RefCell::default(),
            source: SourceTraceback::default(),
        })
    }

    /// What the callback is called with.
    pub fn args(&self) -> Rc<Args> {
        self.given_args().unwrap_or_default()
    }

    /// The same, `None` if that is nothing.
    pub fn given_args(&self) -> Option<Rc<Args>> {
        look(&self.args).clone()
    }

    /// `Handle.cancel`, also of timers.
    pub fn cancel(&self, i: &mut dyn Interp) {
        if self.cancelled.replace(true) {
            return;
        }
        if !self.taken.get() {
            i.log().handle_cancelled(self.id);
        }
        if self.when.is_some() && self.scheduled.get() {
            let owner = base_events::event_loop(&self.event_loop);
            owner.timer_cancelled_count.set(owner.timer_cancelled_count.get() + 1);
        }
        if base_events::event_loop(&self.event_loop).debug.get() {
            let class = if self.when.is_some() { "TimerHandle" } else { "Handle" };
            let shown = self.repr(i, class).ok();
            self.shown.replace(shown.map(Into::into));
        }
        let _old = (self.callback.take(), self.args.take());
    }

    /// The handle as the program's object; always the same one while somebody holds it.
    pub fn object(self: &Rc<Handle>, state: &Asyncio) -> Value {
        if let Some(object) = self.object.borrow().upgrade() {
            return Value::Object(object);
        }
        let class = if self.when.is_some() { &state.classes.timer_handle } else { &state.classes.handle };
        let made = Object::with_native(class.clone(), HandleObject(self.clone()));
        if let Value::Object(object) = &made {
            self.object.replace(Rc::downgrade(object));
        }
        made
    }

    /// Debug mode: remembers where the program made it. `library`: how many of the frames that CPython looks at are the
    /// library's, which it takes off again.
    pub fn note_origin(&self, i: &mut dyn Interp, library: usize) {
        if base_events::event_loop(&self.event_loop).debug.get() {
            self.source.note(i, Some(DEBUG_STACK_DEPTH - library), None);
        }
    }

    fn repr(&self, i: &mut dyn Interp, class: &str) -> PyResult<String> {
        if let Some(shown) = &*self.shown.borrow() {
            return Ok(shown.to_string());
        }
        let mut info = vec![class.to_string()];
        if self.cancelled.get() {
            info.push("cancelled".into());
        }
        if let Some((when, _)) = &self.when {
            info.push(format!("when={}", py::text(i, when)?));
        }
        if let Some(callback) = self.callback.borrow().clone() {
            let args = self.args();
            let debug = base_events::event_loop(&self.event_loop).debug.get();
            info.push(if debug { callback.source_text_with(i, &args)? } else { callback.source_text(i)? });
        }
        info.extend(self.source.created_at());
        Ok(format!("<{}>", info.join(" ")))
    }
}

/// The payload of a Handle or TimerHandle.
pub struct HandleObject(pub Rc<Handle>);

impl Native for HandleObject {}

fn handle_of(value: &Value) -> PyResult<&Rc<Handle>> {
    py::payload::<HandleObject>(value, "Handle").map(|h| &h.0)
}

pub fn handle_class() -> Rc<Class> {
    NativeClass::new("Handle", "asyncio.events", &[], no_instances)
        .sync("cancel", |i, args| {
            handle_of(&args.values[0])?.clone().cancel(i);
            Ok(Value::None)
        })
        .sync("cancelled", |_, args| Ok(Value::Bool(handle_of(&args.values[0])?.cancelled.get())))
        .sync("get_context", |i, args| {
            let state = asyncio(i);
            let context = handle_of(&args.values[0])?.context.borrow().clone().unwrap_or_default();
            Ok(state.context_object(&context))
        })
        .getter("_callback", |i, this| {
            let callback = handle_of(this)?.callback.borrow().clone();
            Ok(callback.map_or(Value::None, |c| super::callbacks::as_callable(i, c)))
        })
        .getter("_args", |_, this| Ok(Value::tuple(handle_of(this)?.args().values.to_vec())))
        .getter("_cancelled", |_, this| Ok(Value::Bool(handle_of(this)?.cancelled.get())))
        .getter("_source_traceback", |i, this| Ok(handle_of(this)?.clone().source.value(i)?.unwrap_or(Value::None)))
        .getter("_loop", |_, this| Ok(Value::Object(handle_of(this)?.event_loop.clone())))
        .method("__repr__", |i, args| {
            let name = type_name(&args.values[0]);
            Ok(Value::from(handle_of(&args.values[0])?.clone().repr(i, &name)?).into())
        })
        .finish()
}

pub fn timer_handle_class(handle: &Rc<Class>) -> Rc<Class> {
    NativeClass::new("TimerHandle", "asyncio.events", &[handle], no_instances)
        .sync("when", |_, args| Ok(handle_of(&args.values[0])?.when.clone().map_or(Value::None, |(when, _)| when)))
        .getter("_when", |_, this| Ok(handle_of(this)?.when.clone().map_or(Value::None, |(when, _)| when)))
        .getter("_scheduled", |_, this| Ok(Value::Bool(handle_of(this)?.scheduled.get())))
        .sync("__hash__", |i, args| {
            let (when, _) = handle_of(&args.values[0])?.when.clone().unwrap_or_default();
            Ok(Value::Int(ops::hash(i, &when)?))
        })
        .sync("__eq__", |i, args| compare(i, args, Ordering::is_eq))
        .sync("__lt__", |i, args| compare(i, args, Ordering::is_lt))
        .sync("__le__", |i, args| compare(i, args, Ordering::is_le))
        .sync("__gt__", |i, args| compare(i, args, Ordering::is_gt))
        .sync("__ge__", |i, args| compare(i, args, Ordering::is_ge))
        .finish()
}

/// Timers are ordered by their times; of two with one time none is less, and they are equal if they call the same.
fn compare(i: &mut dyn Interp, args: Args, fits: fn(Ordering) -> bool) -> PyResult {
    let [this, other] = args.exactly::<2>("compare")?;
    let a = handle_of(&this)?;
    let Ok(b) = handle_of(&other) else { return Ok(Value::NotImplemented) };
    let (Some((_, a_time)), Some((_, b_time))) = (&a.when, &b.when) else { return Ok(Value::NotImplemented) };
    Ok(Value::Bool(match a_time.partial_cmp(b_time) {
        Some(Ordering::Equal) => fits(Ordering::Equal) && calls_the_same(i, a, b)?,
        order => order.is_some_and(fits),
    }))
}

fn calls_the_same(i: &mut dyn Interp, a: &Handle, b: &Handle) -> PyResult<bool> {
    if a.cancelled.get() != b.cancelled.get() {
        return Ok(false);
    }
    let shown = |i: &mut dyn Interp, handle: &Handle| {
        let callback = handle.callback.borrow().clone();
        let callable = callback.map_or(Value::None, |c| super::callbacks::as_callable(i, c));
        Value::tuple(vec![callable, Value::tuple(handle.args().values.to_vec())])
    };
    let (a, b) = (shown(i, a), shown(i, b));
    ops::equal(i, &a, &b)
}

fn no_instances(_: &mut dyn Interp, class: &Rc<Class>, _: &Args) -> PyResult {
    Err(type_error(format!("cannot create '{}' instances", class.name())))
}

/// The abstract base classes: what `isinstance(loop, asyncio.AbstractEventLoop)` asks for.
pub fn abstract_class(name: &str) -> NativeClass {
    NativeClass::new(name, "asyncio.events", &[], |_, class, _| {
        Ok(Value::Object(Object::new(class.clone(), crate::objects::object::Payload::None)))
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

/// The loop that an argument is. One of the program's own, from scratch, cannot be had.
pub fn given_loop(i: &mut dyn Interp, value: &Value) -> PyResult<Rc<Object>> {
    let class = type_of(value);
    if value.native::<EventLoop>().is_none() && class.is_subclass_of(&asyncio(i).classes.abstract_event_loop) {
        let instead = Some("a class derived from asyncio.SelectorEventLoop");
        return Err(not_supported(i, "an event loop written from scratch", instead));
    }
    loop_argument(value)
}

/// A timer's time in ns since the start of the run.
pub fn timer_ns(when: f64) -> u64 {
    crate::machine::to_ns(when).saturating_sub(MONOTONIC_NS)
}

/// The policies' class: `DefaultEventLoopPolicy`, which programs may subclass.
pub fn policy_class(base: &Rc<Class>) -> Rc<Class> {
    let class = NativeClass::new("_UnixDefaultEventLoopPolicy", "asyncio.unix_events", &[base], |_, class, _| {
        Ok(Value::Object(Object::new(class.clone(), crate::objects::object::Payload::None)))
    });
    let class = super::missing::policy_methods(class);
    class
        .sync("get_event_loop", |i, _| policy_get_event_loop(i).map(Value::Object))
        .sync("set_event_loop", |i, args| {
            let event_loop = args.values.get(1).cloned().unwrap_or(Value::None);
            policy_set_event_loop(i, &event_loop)?;
            Ok(Value::None)
        })
        .sync("new_event_loop", |i, _| {
            let state = asyncio(i);
            Ok(Value::Object(base_events::make(i, &state.classes.event_loop)))
        })
        .finish()
}
