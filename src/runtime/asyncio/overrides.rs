//! Methods that a program's event loop or future has itself (a subclass's, or set on it): asyncio's own code calls them.

use std::rc::Rc;

use super::base_events::event_loop;
use super::callbacks::{self, Callback};
use super::contextvars::Context;
use super::handles::{Handle, handle_of};
use super::scheduling::schedule;
use super::waiting::seconds;
use super::{exposed, tasks};
use crate::objects::class::{Class, class_flag};
use crate::objects::exception::PyResult;
use crate::objects::function::Method;
use crate::objects::look::look;
use crate::objects::module::replaced;
use crate::objects::{Args, Cx, Flow, Interp, Object, Symbol, Value, ops};
use crate::trace::{HandleId, HandleKind};

/// The program's own version of a loop's method, bound.
#[inline]
pub fn own_method(owner: &Rc<Object>, name: &str) -> Option<Value> {
    if has_none(owner) {
        return None;
    }
    let own = overridden(owner, name);
    if own.is_none() && event_loop(owner).is_abstract.get() {
        return inherited(owner, name);
    }
    own
}

/// A method of a loop that the program has written from scratch: what it lacks is not implemented.
#[cold]
fn inherited(owner: &Rc<Object>, name: &str) -> Option<Value> {
    let method = owner.with_class(|class| class.lookup(Symbol::new(name)))?;
    Some(Method::new(method, Value::Object(owner.clone())))
}

/// Whether a loop, or another object of asyncio's, has no methods of the program's.
#[inline]
pub fn has_none(owner: &Rc<Object>) -> bool {
    !owner.with_class(|class| class.flag(class_flag::HEAP | class_flag::PATCHED)) && look(&owner.attrs).is_empty()
}

/// The program's own version of a native method, if its class (a subclass of ours) or the instance has one.
#[inline]
pub fn overridden(object: &Rc<Object>, name: &str) -> Option<Value> {
    if has_none(object) { None } else { find_overridden(object, Symbol::new(name)) }
}

/// As [`overridden`], of a method's receiver.
#[inline]
pub fn own_version(this: &Value, name: &str) -> Option<Value> {
    overridden(this.as_object()?, name)
}

/// What the program's own version of a method without arguments gives; `None`: there is none.
pub fn own_answer(i: &mut dyn Interp, this: &Value, name: &str) -> PyResult<Option<Value>> {
    match own_version(this, name) {
        Some(own) => i.call(&own, Args::none()).map(Some),
        None => Ok(None),
    }
}

/// What awaiting the program's own version of a coroutine method comes to; `None`: there is none.
pub async fn awaited(cx: &Cx, this: &Value, name: &str) -> Option<PyResult> {
    let method = own_version(this, name)?;
    Some(match cx.call(&method, Args::none()).await {
        Ok(coroutine) => cx.await_(&coroutine).await,
        failed => failed,
    })
}

/// Native methods, by class and name, that go on to `super()`'s: one of the program's behind them is asked by way of them.
const GOES_ON: [(&str, &str); 1] = [("BoundedSemaphore", "release")];

/// The program's own version of a method behind the class that has it, which `super()` reaches from there.
fn behind(object: &Rc<Object>, name: Symbol) -> Option<Value> {
    object.with_class(|class| match class.lookup_after(&class.owner_of(name)?, name)? {
        Value::Builtin(_) => None,
        own => Some(own),
    })
}

fn find_overridden(object: &Rc<Object>, name: Symbol) -> Option<Value> {
    let changed = |class: &Rc<Class>| class.flag(class_flag::HEAP | class_flag::PATCHED);
    let found = object.with_class(|class| if changed(class) { class.lookup(name) } else { None });
    let own = object.own(name);
    own.or_else(|| match found? {
        Value::Builtin(native) if GOES_ON.contains(&(&*native.owner, &*native.name)) => {
            behind(object, name).map(|_| Method::new(Value::Builtin(native), Value::Object(object.clone())))
        }
        Value::Builtin(_) => None,
        Value::Function(f) => Some(Method::new(Value::Function(f), Value::Object(object.clone()))),
        other => Some(other),
    })
}

/// `loop.time()`
pub fn time(i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult<f64> {
    match own_clock(i, owner) {
        None => Ok(event_loop(owner).time()),
        Some(method) => {
            let now = i.call(&method, Args::none())?;
            seconds(i, &now)
        }
    }
}

/// The loop's `time` or, in place of that, `time.monotonic`, if it is the program's own.
fn own_clock(i: &mut dyn Interp, owner: &Rc<Object>) -> Option<Value> {
    own_method(owner, "time").or_else(|| monotonic(i))
}

/// What `BaseEventLoop.time` is to call, if it is not as it was.
pub fn monotonic(i: &mut dyn Interp) -> Option<Value> {
    replaced(i, "time", "monotonic").or_else(|| {
        let time = replaced(i, "asyncio.base_events", "time")?;
        super::py::get(i, &time, "monotonic").ok()
    })
}

/// `loop.time() + delay`, a delay as given and in seconds; ints stay ints where the program's own clock counts in them.
pub fn later(i: &mut dyn Interp, owner: &Rc<Object>, delay: &Value, number: f64) -> PyResult<(Value, f64)> {
    if let Some(method) = own_clock(i, owner) {
        return own_later(i, &method, delay);
    }
    let when = event_loop(owner).time() + number;
    Ok((Value::Float(when), when))
}

#[cold]
#[inline(never)]
fn own_later(i: &mut dyn Interp, time: &Value, delay: &Value) -> PyResult<(Value, f64)> {
    let now = i.call(time, Args::none())?;
    let sum = ops::binary(i, ops::BinaryOp::Add, false, &now, delay).and_then(|flow| i.finish(flow))?;
    let when = seconds(i, &sum)?;
    Ok((sum, when))
}

/// The context in which a task's own callback runs.
pub fn context_of(callback: &Callback) -> Option<Rc<Context>> {
    match callback {
        Callback::Step { task, .. } | Callback::Wakeup(task) => Some(tasks::task(task).context()),
        _ => None,
    }
}

/// What asyncio asks a future: where a subclass has its own of these, it is asked as any future-like is.
const ASKED: [&str; 7] =
    ["done", "result", "exception", "cancelled", "add_done_callback", "remove_done_callback", "get_loop"];

/// Whether a future has methods of the program's that asyncio is to ask.
#[inline(never)]
pub fn answers(future: &Rc<Object>) -> bool {
    ASKED.iter().any(|name| overridden(future, name).is_some())
}

/// `task.cancelling()`
pub fn cancelling(i: &mut dyn Interp, task: &Rc<Object>) -> PyResult<i64> {
    match overridden(task, "cancelling") {
        Some(method) => count(i, &method),
        None => Ok(tasks::task(task).cancels_requested.get()),
    }
}

/// `task.uncancel()`
pub fn uncancel(i: &mut dyn Interp, task: &Rc<Object>) -> PyResult<i64> {
    match overridden(task, "uncancel") {
        Some(method) => count(i, &method),
        None => Ok(tasks::uncancel(task)),
    }
}

fn count(i: &mut dyn Interp, method: &Value) -> PyResult<i64> {
    let counted = i.call(method, Args::none())?;
    ops::index(i, &counted)
}

/// Calls the program's `call_soon`.
pub fn call_soon(
    i: &mut dyn Interp,
    owner: &Rc<Object>,
    method: &Value,
    callback: Callback,
    args: Args,
    context: Option<Rc<Context>>,
) -> PyResult<Rc<Handle>> {
    call(i, owner, method, vec![], callback, args, context)
}

/// Calls the program's `call_at` or `call_later`.
pub fn call_at(
    i: &mut dyn Interp,
    owner: &Rc<Object>,
    method: &Value,
    when: Value,
    callback: Callback,
    args: Args,
    context: Option<Rc<Context>>,
) -> PyResult<Rc<Handle>> {
    call(i, owner, method, vec![when], callback, args, context)
}

fn call(
    i: &mut dyn Interp,
    owner: &Rc<Object>,
    method: &Value,
    mut positional: Vec<Value>,
    callback: Callback,
    args: Args,
    context: Option<Rc<Context>>,
) -> PyResult<Rc<Handle>> {
    let shown = shown_arguments(&callback, &args);
    positional.push(callbacks::as_callable(i, callback.clone()));
    positional.extend(shown);
    let state = &event_loop(owner).state;
    let given = match context {
        Some(context) => {
            let context = state.context_object(&context);
            Args::with_keywords(positional, [(Symbol::new("context"), context)])
        }
        None => Args::positional(positional),
    };
    let made = i.call(method, given)?;
    Ok(match handle_of(&made) {
        Ok(handle) => handle.clone(),
        Err(_) => no_handle(owner, callback),
    })
}

/// What a callback is called with, as the program sees it.
fn shown_arguments(callback: &Callback, args: &Args) -> Vec<Value> {
    match callback {
        Callback::SetResult { future, result } => vec![Value::Object(future.clone()), result.clone()],
        Callback::ReleaseWaiter(waiter) => vec![Value::Object(waiter.clone())],
        _ => args.values.to_vec(),
    }
}

/// Nothing that could be cancelled.
fn no_handle(owner: &Rc<Object>, callback: Callback) -> Rc<Handle> {
    let (state, kind) = (&event_loop(owner).state, HandleKind::Callback);
    let handle = Handle::new(state, HandleId::NONE, kind, owner, callback, Args::none(), None, None);
    handle.taken.set(true);
    handle
}

/// What the program has put in the place of `events.Handle` or `events.TimerHandle`.
#[inline]
pub fn handle_class(i: &mut dyn Interp, timer: bool) -> Option<Value> {
    replaced(i, "asyncio.events", if timer { "TimerHandle" } else { "Handle" })
}

/// `events.Handle(callback, args, self, context)` or, with a time, `events.TimerHandle(…)` of a class of the program's,
/// which enters the ready queue or the timers. What is no handle cannot be run.
#[cold]
pub fn put_handle(
    i: &mut dyn Interp,
    owner: &Rc<Object>,
    class: &Value,
    when: Option<Value>,
    callback: Callback,
    args: Args,
    context: Option<Rc<Context>>,
) -> PyResult<Rc<Handle>> {
    let context = context.or_else(|| context_of(&callback));
    let context = context.map_or(Value::None, |context| event_loop(owner).state.context_object(&context));
    let (timer, shown) = (when.is_some(), shown_arguments(&callback, &args));
    let mut given: Vec<Value> = when.into_iter().collect();
    given.push(callbacks::as_callable(i, callback.clone()));
    given.extend([Value::tuple(shown), Value::Object(owner.clone()), context]);
    let made = i.call(class, Args::positional(given))?;
    let Ok(handle) = handle_of(&made) else { return Ok(no_handle(owner, callback)) };
    match timer {
        true => schedule(event_loop(owner), exposed::kept(handle)),
        false => exposed::add_callback(i, owner, &made)?,
    }
    Ok(handle.clone())
}

/// The future that the program's `create_future` makes, if the loop has one.
#[inline]
pub fn create_future(i: &mut dyn Interp, owner: &Rc<Object>) -> Option<Rc<Object>> {
    let own = replaced(i, "asyncio.futures", "Future");
    if own.is_none() && has_none(owner) { None } else { created(i, owner, own) }
}

/// `futures.Future(loop=self)`, of the class that a program has put there.
pub fn future_of(i: &mut dyn Interp, class: &Value, owner: &Rc<Object>) -> PyResult {
    i.call(class, Args::with_keywords([], [(Symbol::new("loop"), Value::Object(owner.clone()))]))
}

#[cold]
#[inline(never)]
fn created(i: &mut dyn Interp, owner: &Rc<Object>, class: Option<Value>) -> Option<Rc<Object>> {
    // Where it fails, and for a future of a kind that asyncio cannot wait for natively, there is one of asyncio's own.
    let made = match (overridden(owner, "create_future"), class) {
        (Some(method), _) => i.call(&method, Args::none()),
        (None, Some(class)) => future_of(i, &class, owner),
        (None, None) => return None,
    };
    let made = made.ok()?;
    super::futures::as_future(&made).cloned()
}

/// `future.set_result(result)` of a future of asyncio's own, which the program's loop may have made.
#[inline]
pub fn settle(i: &mut dyn Interp, object: &Rc<Object>, result: Value) -> PyResult<()> {
    if has_none(object) { super::futures::set_result(i, object, result) } else { settle_own(i, object, result) }
}

#[cold]
#[inline(never)]
fn settle_own(i: &mut dyn Interp, object: &Rc<Object>, result: Value) -> PyResult<()> {
    match overridden(object, "set_result") {
        Some(method) => i.call(&method, Args::one(result)).map(drop),
        None => super::futures::set_result(i, object, result),
    }
}

/// `loop.create_task(coro, name=…, context=…)` of the program's; `Unset`: not given.
pub fn create_task(method: Value, coroutine: Value, name: Value, context: Value) -> Flow {
    let keywords = [("name", name), ("context", context)].into_iter();
    let given = keywords.filter(|(_, value)| !value.is_unset()).map(|(name, value)| (Symbol::new(name), value));
    Flow::call(method, Args::with_keywords([coroutine], given.collect::<Vec<_>>()))
}

/// Calls the program's own method; `None`: the loop has none.
pub async fn asked(cx: &Cx, owner: &Rc<Object>, name: &str, args: impl FnOnce() -> Args) -> PyResult<Option<Value>> {
    match own_method(owner, name) {
        None => Ok(None),
        Some(method) => cx.call(&method, args()).await.map(Some),
    }
}
