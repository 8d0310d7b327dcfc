//! What puts callbacks into a loop's ready queue and among its timers (Lib/asyncio/base_events.py): `call_soon`,
//! `call_at`, `call_later`. Where the program's loop has such a method of its own, that is called.

use std::cmp::Reverse;
use std::rc::Rc;

use super::base_events::{EventLoop, Ready, Timer, event_loop};
use super::callbacks::{Callback, NativeCallback};
use super::contextvars::Context;
use super::events::timer_ns;
use super::handles::Handle;
use super::overrides::{self, own_method};
use super::state::Asyncio;
use super::{futures, own_selector, tasks};
use crate::objects::exception::{Exc, PyResult};
use crate::objects::{Args, Interp, Object, Value};
use crate::trace::{EventId, HandleId, HandleKind, TaskId, TextId};

/// Puts a task's step into the ready queue; `number` is the task's.
pub fn push_step(
    i: &mut dyn Interp,
    owner: &Rc<Object>,
    task: &Rc<Object>,
    number: TaskId,
    exc: Option<Exc>,
    cause: EventId,
) -> PyResult<()> {
    if let Some(method) = own_method(owner, "call_soon") {
        let context = tasks::task(task).context();
        let callback = Callback::Step { task: task.clone(), exc };
        return overrides::call_soon(i, owner, &method, callback, Args::none(), Some(context)).map(drop);
    }
    if let Some(class) = overrides::handle_class(i, false) {
        let callback = Callback::Step { task: task.clone(), exc };
        return put_own(i, owner, &class, callback, Args::none(), None).map(drop);
    }
    if let Some(context) = tasks::task(task).stand_in() {
        let callback = Callback::Step { task: task.clone(), exc };
        return put(i, owner, callback, Args::none(), Some(context), cause).map(drop);
    }
    put_step(i, event_loop(owner), task, number, exc, cause)
}

fn put_step(
    i: &mut dyn Interp,
    event_loop: &EventLoop,
    task: &Rc<Object>,
    number: TaskId,
    exc: Option<Exc>,
    cause: EventId,
) -> PyResult<()> {
    let id = new_step(i, event_loop, number, cause)?;
    event_loop.ready.borrow_mut().push_back(Ready::Step { id, task: task.clone(), exc });
    Ok(())
}

/// The number of a task's step that enters the ready queue.
fn new_step(i: &mut dyn Interp, event_loop: &EventLoop, number: TaskId, cause: EventId) -> PyResult<HandleId> {
    event_loop.check_closed()?;
    let log = i.log();
    let id = log.new_handle();
    log.handle_pushed(id, event_loop.id, HandleKind::TaskStep, number, TextId::NONE, cause);
    Ok(id)
}

/// `loop.call_soon(callback, future, context=context)` because the future is done.
pub fn call_soon_with_future(
    i: &mut dyn Interp,
    owner: &Rc<Object>,
    callback: Callback,
    future: &Rc<Object>,
    context: Option<Rc<Context>>,
    cause: EventId,
) -> PyResult<()> {
    if let Some(method) = own_method(owner, "call_soon") {
        let args = Args::one(Value::Object(future.clone()));
        let context = context.or_else(|| overrides::context_of(&callback));
        return overrides::call_soon(i, owner, &method, callback, args, context).map(drop);
    }
    if let Some(class) = overrides::handle_class(i, false) {
        return put_own(i, owner, &class, callback, Args::one(Value::Object(future.clone())), context).map(drop);
    }
    let (event_loop, future) = (event_loop(owner), Value::Object(future.clone()));
    match callback {
        Callback::Wakeup(task) => match tasks::task(&task).stand_in() {
            None => put_wakeup(i, event_loop, task, future, cause),
            context => put(i, owner, Callback::Wakeup(task), Args::one(future), context, cause).map(drop),
        },
        Callback::Native(callback) if !event_loop.debug.get() => put_done(i, event_loop, callback, future, cause),
        _ => put(i, owner, callback, Args::one(future), context, cause).map(drop),
    }
}

fn put_done(
    i: &mut dyn Interp,
    event_loop: &EventLoop,
    callback: Rc<NativeCallback>,
    future: Value,
    cause: EventId,
) -> PyResult<()> {
    event_loop.check_closed()?;
    let concerned = tasks::as_task(&future).map_or(TaskId::NONE, |task| futures::future(task).id.get().as_task());
    let log = i.log();
    let (id, label) = (log.new_handle(), log.intern(callback.label()));
    log.handle_pushed(id, event_loop.id, HandleKind::Internal, concerned, label, cause);
    event_loop.ready.borrow_mut().push_back(Ready::Done { id, callback, future });
    Ok(())
}

fn put_wakeup(
    i: &mut dyn Interp,
    event_loop: &EventLoop,
    task: Rc<Object>,
    future: Value,
    cause: EventId,
) -> PyResult<()> {
    let id = new_step(i, event_loop, futures::future(&task).id.get().as_task(), cause)?;
    event_loop.ready.borrow_mut().push_back(Ready::Wakeup { id, task, future });
    Ok(())
}

/// `loop.call_soon(callback, *args, context=context)`
pub fn call_soon(
    i: &mut dyn Interp,
    owner: &Rc<Object>,
    callback: Callback,
    args: Args,
    context: Option<Rc<Context>>,
    cause: EventId,
) -> PyResult<Rc<Handle>> {
    match own_method(owner, "call_soon") {
        Some(method) => overrides::call_soon(i, owner, &method, callback, args, context),
        None => put(i, owner, callback, args, context, cause),
    }
}

/// `BaseEventLoop.call_soon`
pub fn put(
    i: &mut dyn Interp,
    owner: &Rc<Object>,
    callback: Callback,
    args: Args,
    context: Option<Rc<Context>>,
    cause: EventId,
) -> PyResult<Rc<Handle>> {
    if let Some(class) = overrides::handle_class(i, false) {
        return put_own(i, owner, &class, callback, args, context);
    }
    let callback = match callback {
        // What stands for the task's context has a `run`, which is called with the step.
        Callback::Step { .. } | Callback::Wakeup(_) if context.as_ref().is_some_and(|given| given.has_stand_in()) => {
            Callback::Python(super::callbacks::as_callable(i, callback))
        }
        other => other,
    };
    let event_loop = event_loop(owner);
    event_loop.check_closed()?;
    let (kind, mut concerned) = describe(&callback);
    match &callback {
        Callback::Step { task, exc } => put_step(i, event_loop, task, concerned, exc.clone(), cause)?,
        Callback::Wakeup(task) => {
            let future = args.values.first().cloned().unwrap_or(Value::None);
            put_wakeup(i, event_loop, task.clone(), future, cause)?;
        }
        _ => {}
    }
    if kind == HandleKind::TaskStep {
        return Ok(Handle::new(&event_loop.state, HandleId::NONE, kind, owner, callback, args, context, None));
    }
    if kind == HandleKind::Internal
        && let Some(done) = args.values.first().and_then(tasks::as_task)
    {
        concerned = futures::future(done).id.get().as_task();
    }
    let label = callback.label();
    let log = i.log();
    let (id, label) = (log.new_handle(), log.intern(&label));
    log.handle_pushed(id, event_loop.id, kind, concerned, label, cause);
    let context = needed_context(&event_loop.state, &callback, context);
    let handle = Handle::new(&event_loop.state, id, kind, owner, callback, args, context, None);
    event_loop.ready.borrow_mut().push_back(Ready::Handle(handle.clone()));
    Ok(handle)
}

/// The same with a handle of the program's class.
#[cold]
fn put_own(
    i: &mut dyn Interp,
    owner: &Rc<Object>,
    class: &Value,
    callback: Callback,
    args: Args,
    context: Option<Rc<Context>>,
) -> PyResult<Rc<Handle>> {
    event_loop(owner).check_closed()?;
    overrides::put_handle(i, owner, class, None, callback, args, context)
}

/// Only the program's callables see the context that they run in.
fn needed_context(state: &Asyncio, callback: &Callback, given: Option<Rc<Context>>) -> Option<Rc<Context>> {
    match callback {
        Callback::Python(_) => Some(given.unwrap_or_else(|| state.copy_context())),
        _ => given,
    }
}

/// The kind of a callback's handle, and the task whom it concerns.
fn describe(callback: &Callback) -> (HandleKind, TaskId) {
    match callback {
        Callback::Step { task, .. } | Callback::Wakeup(task) => {
            (HandleKind::TaskStep, futures::future(task).id.get().as_task())
        }
        Callback::Python(_) => (HandleKind::Callback, TaskId::NONE),
        _ => (HandleKind::Internal, TaskId::NONE),
    }
}

/// `loop.call_at(when, callback, *args, context=context)`. `label`: what the trace calls it; `NONE`: as the callback.
pub fn call_at(
    i: &mut dyn Interp,
    owner: &Rc<Object>,
    when: (Value, f64),
    callback: Callback,
    args: Args,
    context: Option<Rc<Context>>,
    label: TextId,
) -> PyResult<Rc<Handle>> {
    match own_method(owner, "call_at") {
        Some(method) => overrides::call_at(i, owner, &method, when.0, callback, args, context),
        None => put_at(i, owner, when, callback, args, context, label),
    }
}

/// `BaseEventLoop.call_at`
pub fn put_at(
    i: &mut dyn Interp,
    owner: &Rc<Object>,
    when: (Value, f64),
    callback: Callback,
    args: Args,
    context: Option<Rc<Context>>,
    label: TextId,
) -> PyResult<Rc<Handle>> {
    let event_loop = event_loop(owner);
    event_loop.check_closed()?;
    if let Some(class) = overrides::handle_class(i, true) {
        return overrides::put_handle(i, owner, &class, Some(when.0), callback, args, context);
    }
    let (kind, _) = describe(&callback);
    let ns = match own_method(owner, "time") {
        None => timer_ns(when.1),
        Some(_) => crate::machine::to_ns(when.1),
    };
    let log = i.log();
    let label = if label.is_none() { log.intern(&callback.label()) } else { label };
    let id = log.new_handle();
    log.timer_set(id, event_loop.id, kind, ns, label);
    let context = needed_context(&event_loop.state, &callback, context);
    let handle = Handle::new(&event_loop.state, id, kind, owner, callback, args, context, Some(when));
    schedule(event_loop, handle.clone());
    Ok(handle)
}

/// Puts a timer into the heap; of two with one time the one that came first is the first.
pub fn schedule(event_loop: &EventLoop, timer: Rc<Handle>) {
    let when = timer.when.as_ref().map_or(0.0, |(_, when)| *when);
    let order = (when * 1e9).round_ties_even() as i64;
    timer.scheduled.set(true);
    event_loop.timers_made.set(event_loop.timers_made.get() + 1);
    let timer = Timer(timer, order, event_loop.timers_made.get());
    event_loop.scheduled.borrow_mut().push(Reverse(timer));
}

/// `loop.call_later(delay, …)`: a delay as given, and in seconds.
pub fn call_later(
    i: &mut dyn Interp,
    owner: &Rc<Object>,
    delay: (&Value, f64),
    callback: Callback,
    label: TextId,
) -> PyResult<Rc<Handle>> {
    if let Some(method) = own_method(owner, "call_later") {
        return overrides::call_at(i, owner, &method, delay.0.clone(), callback, Args::none(), None);
    }
    let when = overrides::later(i, owner, delay.0, delay.1)?;
    call_at(i, owner, when, callback, Args::none(), None, label)
}

/// Wakes the loop's thread if it waits in its selector (`_write_to_self`); what else it may wait for goes on.
pub fn write_to_self(i: &mut dyn Interp, owner: &Rc<Object>, cause: EventId) {
    let event_loop = event_loop(owner);
    let thread = event_loop.thread.get();
    if thread.is_none() {
        return;
    }
    let selects = event_loop.state.machine.is_selecting(thread) || own_selector::is_waited_for(event_loop, thread);
    own_selector::signal(i, event_loop, true);
    if selects {
        event_loop.state.machine.clone().wake(i.log(), thread, cause);
    }
}

/// The same for what has come at a socket: other threads that can run are before it.
pub fn source_is_due(i: &mut dyn Interp, owner: &Rc<Object>) {
    let event_loop = event_loop(owner);
    let (cause, thread, machine) = (i.log().acting(), event_loop.thread.get(), &event_loop.state.machine);
    if thread.is_none() {
        return;
    }
    own_selector::signal(i, event_loop, true);
    if machine.is_selecting(thread) {
        machine.wake_when_idle(thread, cause);
    }
}

/// `loop.call_soon_threadsafe(callback, *args)`
pub fn call_soon_threadsafe(
    i: &mut dyn Interp,
    owner: &Rc<Object>,
    callback: Callback,
    args: Args,
    cause: EventId,
) -> PyResult<()> {
    if let Some(method) = own_method(owner, "call_soon_threadsafe") {
        return overrides::call_soon(i, owner, &method, callback, args, None).map(drop);
    }
    put(i, owner, callback, args, None, cause)?;
    write_to_self(i, owner, cause);
    Ok(())
}
