//! Tasks: a coroutine wrapped in a future (Lib/asyncio/tasks.py, class Task; texts of Modules/_asynciomodule.c).
//!
//! While a task is not done it is in one of three states: it waits for a future that is not done (its wakeup is among
//! that future's callbacks); its next step stands in the ready queue; or it is being stepped.

use std::cell::{Cell, RefCell};
use std::num::NonZero;
use std::rc::Rc;

use super::base_events::{EventLoop, Ready, event_loop};
use super::callbacks::Callback;
use super::contextvars::Context;
use super::exceptions::{is_cancelled, is_exit};
use super::futures::{self, Future, future};
use super::handles::Handle;
use super::labels;
use super::library_sites as sites;
use super::overrides;
use super::py;
use super::state::{Asyncio, asyncio};
use super::task_waits::wait_for_yielded;
use crate::objects::exception::{Exc, PyResult, recursion_error, runtime_error};
use crate::objects::frame::FrameObject;
use crate::objects::gc;
use crate::objects::generator::{Resume, Step};
use crate::objects::library_site::code;
use crate::objects::look::{change, look};
use crate::objects::string::Str;
use crate::objects::{Args, Cx, Flow, Interp, Object, Value, types};
use crate::trace::{self, ChainId, FutureId, HandleId, Log, StepEnd, TextId};

/// What a task has besides a future.
pub struct Task {
    /// Empty after an eager task has ended.
    pub coroutine: RefCell<Value>,
    /// Empty before `__init__`, and while nobody has asked for a name that is only its number.
    pub name: RefCell<Option<Rc<Str>>>,
    /// The N of `Task-N`: it has this name if no other was given.
    pub name_number: Cell<u32>,
    /// Empty before `__init__`.
    pub context: RefCell<Option<Rc<Context>>>,
    /// `_fut_waiter`: the future that it waits for; `None` if it waits for none.
    pub waits_for: RefCell<Value>,
    pub must_cancel: Cell<bool>,
    pub cancels_requested: Cell<i64>,
    pub log_destroy_pending: Cell<bool>,
    /// Its hash: the order of creation.
    pub number: Cell<i64>,
    /// Where it stands among the tasks that are not done (`Asyncio::tasks`), counted from 1.
    pub place: Cell<Option<NonZero<u32>>>,
    started: Cell<bool>,
    pub(super) chain: Cell<labels::ChainCache>,
}

impl Task {
    pub fn new() -> Task {
        Task {
            coroutine: RefCell::new(Value::None),
            name: RefCell::default(),
            name_number: Cell::new(0),
            context: RefCell::default(),
            waits_for: RefCell::new(Value::None),
            must_cancel: Cell::new(false),
            cancels_requested: Cell::new(0),
            log_destroy_pending: Cell::new(true),
            number: Cell::new(0),
            place: Cell::new(None),
            started: Cell::new(false),
            chain: Cell::default(),
        }
    }

    /// The context in which its steps run.
    pub fn context(&self) -> Rc<Context> {
        look(&self.context).clone().unwrap_or_default()
    }

    /// That context, where something of the program's stands for it.
    pub fn stand_in(&self) -> Option<Rc<Context>> {
        look(&self.context).as_ref().filter(|context| context.has_stand_in()).cloned()
    }

    pub fn set_context(&self, context: Rc<Context>) {
        self.context.replace(Some(context));
    }
}

impl Default for Task {
    fn default() -> Task {
        Task::new()
    }
}

/// The task that an object is. Only for objects known to be one.
#[inline]
pub fn task(object: &Rc<Object>) -> &Task {
    future(object).task().expect("a task's object carries a Task")
}

/// The object of a value that is one of our tasks.
pub fn as_task(value: &Value) -> Option<&Rc<Object>> {
    value.as_object().filter(|o| o.native::<Future>().is_some_and(|f| f.task().is_some()))
}

/// So many tasks that wait for one another are cancelled at once, as in CPython, whose calls stand within each other.
const MOST_CANCELLED: usize = 9_995;

/// `Task.cancel(msg)`
pub fn cancel(i: &mut dyn Interp, object: &Rc<Object>, message: Value) -> PyResult<bool> {
    match begin_cancels(i, object, &message)? {
        Cancels::Over(cancelled) => Ok(cancelled),
        Cancels::Waits(task, waits_for) => end_cancels(i, &task, &waits_for, message),
    }
}

/// How far tasks that wait for one another have been cancelled.
pub(super) enum Cancels {
    /// Whether the first one was.
    Over(bool),
    /// The last of them has been asked to, and what it waits for is to be cancelled, which is no task of asyncio's own.
    Waits(Rc<Object>, Value),
}

/// Asks a task to cancel itself, and those that it waits for, which may come round to it.
pub(super) fn begin_cancels(i: &mut dyn Interp, object: &Rc<Object>, message: &Value) -> PyResult<Cancels> {
    let Some(mut waits_for) = begin_cancel(i, object, message) else { return Ok(Cancels::Over(false)) };
    let mut waiting = object.clone();
    for _ in 1..MOST_CANCELLED {
        let next = match as_task(&waits_for) {
            Some(next) if overrides::overridden(next, "cancel").is_none() => next.clone(),
            _ => return Ok(Cancels::Waits(waiting, waits_for)),
        };
        match begin_cancel(i, &next, message) {
            Some(further) => waits_for = further,
            None => {
                cancel_next(&waiting, message.clone());
                return Ok(Cancels::Over(true));
            }
        }
        waiting = next;
    }
    Err(recursion_error("maximum recursion depth exceeded while calling a Python object"))
}

/// Cancels what the last of them waits for, or else that one in its next step.
pub(super) fn end_cancels(i: &mut dyn Interp, task: &Rc<Object>, waits_for: &Value, message: Value) -> PyResult<bool> {
    if waits_for.is_none() || !futures::cancel_value(i, waits_for, Some(message.clone()))? {
        cancel_next(task, message);
    }
    // What was cancelled stays: it may be a task that catches the cancellation and must be cancelled again later.
    Ok(true)
}

/// The task is asked to cancel itself: what it waits for. `None`: it is done.
fn begin_cancel(i: &mut dyn Interp, object: &Rc<Object>, message: &Value) -> Option<Value> {
    let (own, this) = (future(object), task(object));
    own.log_traceback.set(false);
    if own.done() {
        return None;
    }
    let text = if message.is_none() { TextId::NONE } else { labels::short_id(i, message) };
    i.log().cancel_requested(own.id.get(), text);
    this.cancels_requested.set(this.cancels_requested.get() + 1);
    Some(look(&task(object).waits_for).clone())
}

/// Its next step raises the cancellation, since nothing that it waits for could be cancelled.
pub(super) fn cancel_next(object: &Rc<Object>, message: Value) {
    task(object).must_cancel.set(true);
    future(object).set_cancel_message(message);
}

/// `Task.uncancel()`
pub fn uncancel(object: &Rc<Object>) -> i64 {
    let this = task(object);
    if this.cancels_requested.get() > 0 {
        this.cancels_requested.set(this.cancels_requested.get() - 1);
        if this.cancels_requested.get() == 0 {
            this.must_cancel.set(false);
        }
    }
    this.cancels_requested.get()
}

/// What a step's exception, if there is one, comes from.
pub enum Ended {
    By(Option<Exc>),
    /// The future that the task waited for.
    Future(Value),
}

impl Ended {
    pub fn exception(&self, i: &mut dyn Interp) -> Option<Exc> {
        match self {
            Ended::By(exc) => exc.clone(),
            Ended::Future(value) => thrown_by(i, value),
        }
    }

    /// The handle that the step would have had, and what it runs.
    pub fn handle(self, owner: &Rc<Object>, id: HandleId, task: Rc<Object>) -> (Rc<Handle>, Callback) {
        let (ready, callback) = match self {
            Ended::By(exc) => (Ready::Step { id, task: task.clone(), exc: exc.clone() }, Callback::Step { task, exc }),
            Ended::Future(future) => (Ready::Wakeup { id, task: task.clone(), future }, Callback::Wakeup(task)),
        };
        let handle = ready.handle(owner);
        handle.taken.set(true);
        (handle, callback)
    }
}

/// What one of our futures throws into the task that it wakes. A plain one's exception is taken as it is. What any other
/// came to, and a cancellation, is raised, while whoever runs the loop handles an exception perhaps
/// (Modules/_asynciomodule.c `task_wakeup`).
fn thrown_by(i: &mut dyn Interp, done: &Value) -> Option<Exc> {
    let exc = done.native::<Future>().and_then(Future::error)?;
    if let Some(handled) = i.handled()
        && (is_cancelled(&exc) || !is_exactly_future(i, done))
    {
        exc.set_context(&handled);
    }
    Some(exc)
}

fn is_exactly_future(i: &mut dyn Interp, value: &Value) -> bool {
    let Value::Object(object) = value else { return false };
    object.with_class(|class| Rc::ptr_eq(class, &asyncio(i).classes.future))
}

/// A task between the beginning and the end of a step.
pub struct Stepping {
    pub coroutine: Value,
    before: Rc<Context>,
}

/// `Task.__step(exc)`, run by handle `handle` of the task's loop, up to where the coroutine is resumed. `taken`: the trace
/// knows that the handle runs.
///
/// A turn of the loop calls this and [`Stepping::end`] itself instead of awaiting `step`, for which it would need a frame.
pub fn begin_step(
    i: &mut dyn Interp,
    object: &Rc<Object>,
    running: &EventLoop,
    handle: HandleId,
    exc: Option<Exc>,
    taken: bool,
) -> PyResult<(Stepping, Resume)> {
    let own = future(object);
    let this = own.task().expect("a task's object carries a Task");
    let begun = begin(i, object, own, this, running, exc);
    let log = i.log();
    if !taken {
        log.handle_taken(handle);
    }
    let resume = record_begin(log, own, this, handle, begun?);
    let coroutine = look(&this.coroutine).clone();
    let before = running.state.swap_context(this.context());
    Ok((Stepping { coroutine, before }, resume))
}

impl Stepping {
    /// `owner`: the task's loop.
    pub fn end(
        self,
        i: &mut dyn Interp,
        object: &Rc<Object>,
        owner: &Rc<Object>,
        running: &EventLoop,
        came: Step,
    ) -> PyResult<()> {
        running.state.swap_context(self.before);
        let result = finish(i, object, owner, running, &self.coroutine, came);
        running.current_task.replace(None);
        result
    }
}

/// `Task.__step(exc)`
pub async fn step(cx: &Cx, object: &Rc<Object>, handle: HandleId, exc: Option<Exc>) -> PyResult<()> {
    let owner = future(object).get_loop()?;
    let running = event_loop(&owner);
    let (stepping, resume) = cx.enter(|i| begin_step(i, object, running, handle, exc, true))?;
    let came = resume_coroutine(cx, &stepping.coroutine, resume).await;
    cx.enter(|i| stepping.end(i, object, &owner, running, came))
}

/// `Task.__wakeup(future)`
pub async fn wakeup(cx: &Cx, object: &Rc<Object>, handle: HandleId, done: Value) -> PyResult<()> {
    let thrown = match futures::plain(&done) {
        Some(_) => cx.enter(|i| thrown_by(i, &done)),
        None => py::call_method(cx, &done, "result", Args::none()).await.err(),
    };
    let stepped = step(cx, object, handle, thrown.clone()).await;
    // What woke it lives until its step ends, and what was thrown goes first.
    drop(thrown);
    drop(done);
    stepped
}

/// A wakeup called by hand: by a future-like of the program.
pub fn wakeup_flow(i: &mut dyn Interp, object: Rc<Object>, done: Value) -> PyResult<Flow> {
    let cx = i.cx();
    Ok(Flow::frame(async move {
        wakeup(&cx, &object, HandleId::NONE, done).await?;
        Ok(Value::None)
    }))
}

/// A step called by hand: by a callback of the program that wraps it.
pub fn step_flow(i: &mut dyn Interp, object: Rc<Object>, exc: Option<Exc>) -> Flow {
    let cx = i.cx();
    Flow::frame(async move {
        step(&cx, &object, HandleId::NONE, exc).await?;
        Ok(Value::None)
    })
}

/// What precedes a step; gives the exception that is to be thrown in.
fn begin(
    i: &mut dyn Interp,
    object: &Rc<Object>,
    own: &Future,
    this: &Task,
    event_loop: &EventLoop,
    mut exc: Option<Exc>,
) -> PyResult<Option<Exc>> {
    if own.done() {
        let shown = py::repr(i, &Value::Object(object.clone()))?;
        let exc = py::repr(i, &exc.map_or(Value::None, |e| e.value()))?;
        return Err(super::exceptions::invalid_state(format!("__step(): already done: {shown}, {exc}")));
    }
    if this.must_cancel.get() {
        if !exc.as_ref().is_some_and(is_cancelled) {
            exc = Some(own.make_cancelled_error());
        }
        this.must_cancel.set(false);
    }
    this.waits_for.replace(Value::None);
    if look(&event_loop.current_task).is_some() {
        return Err(another_runs(i, object, event_loop));
    }
    change(&event_loop.current_task).replace(object.clone());
    Ok(exc)
}

#[cold]
#[inline(never)]
fn another_runs(i: &mut dyn Interp, object: &Rc<Object>, event_loop: &EventLoop) -> Exc {
    let other = look(&event_loop.current_task).clone().map(Value::Object).into();
    let shown = py::repr(i, &Value::Object(object.clone())).and_then(|shown| Ok((shown, py::repr(i, &other)?)));
    match shown {
        Ok((shown, other)) => {
            runtime_error(format!("Cannot enter into task {shown} while another task {other} is being executed."))
        }
        Err(exc) => exc,
    }
}

fn record_begin(log: &mut Log, own: &Future, this: &Task, handle: HandleId, exc: Option<Exc>) -> Resume {
    let how = match &exc {
        Some(exc) if is_cancelled(exc) => trace::Resume::ThrowCancelled,
        Some(_) => trace::Resume::Throw,
        None if this.started.get() => trace::Resume::Send,
        None => trace::Resume::Start,
    };
    this.started.set(true);
    log.step_began(own.id.get().as_task(), handle, how);
    match exc {
        Some(exc) => Resume::Throw(exc),
        None => Resume::Send(Value::None),
    }
}

/// One step of any coroutine: ours, or an object with `send` and `throw`.
pub async fn resume_coroutine(cx: &Cx, coroutine: &Value, resume: Resume) -> Step {
    if let Value::Generator(_) = coroutine {
        return cx.resume(coroutine, resume).await;
    }
    let result = match resume {
        Resume::Send(value) => py::call_method(cx, coroutine, "send", Args::one(value)).await,
        Resume::Throw(exc) => py::call_method(cx, coroutine, "throw", Args::one(exc.value())).await,
    };
    match result {
        Ok(value) => Step::Yield(value),
        Err(exc) if exc.is_a(&types().stop_iteration) => Step::Return(exc.stop_value()),
        Err(exc) => Step::Raise(exc),
    }
}

/// What follows a step: ends the task, or lets it wait for what was yielded.
fn finish(
    i: &mut dyn Interp,
    object: &Rc<Object>,
    owner: &Rc<Object>,
    event_loop: &EventLoop,
    coroutine: &Value,
    came: Step,
) -> PyResult<()> {
    let own = future(object);
    let this = own.task().expect("a task's object carries a Task");
    let id = own.id.get().as_task();
    let ended = |i: &mut dyn Interp, how, text| {
        i.log().step_ended(id, how, FutureId::NONE, ChainId::NONE, text);
        if let Some(place) = this.place.take() {
            change(&event_loop.state.tasks).try_remove(place.get() as usize - 1);
        }
    };
    match came {
        Step::Yield(value) => wait_for_yielded(i, object, own, this, owner, coroutine, value),
        Step::Return(_) if this.must_cancel.get() => {
            // It is cancelled right before its coroutine stops.
            this.must_cancel.set(false);
            ended(i, StepEnd::Cancelled, TextId::NONE);
            let message = own.cancel_message();
            futures::cancel_future(i, object, message).map(drop)
        }
        // Somebody has ended it meanwhile, as a future.
        Step::Return(value) if own.done() => futures::set_result(i, object, value),
        Step::Return(value) => {
            let text = labels::short_id(i, &value);
            ended(i, StepEnd::Returned, text);
            futures::finish_with(i, object, value, text)
        }
        Step::Raise(exc) if is_cancelled(&exc) => {
            ended(i, StepEnd::Cancelled, TextId::NONE);
            own.ended_by(exc);
            futures::cancel_future(i, object, Value::None).map(drop)
        }
        Step::Raise(exc) => {
            let text = labels::exception_id(i, &exc);
            ended(i, StepEnd::Raised, text);
            let wrapped = if exc.is_a(&types().stop_iteration) { Some(exc.value()) } else { None };
            match wrapped {
                Some(stop) => futures::set_exception(i, object, &stop)?,
                None => futures::end_with(i, object, exc.clone())?,
            }
            if !is_exit(&exc) {
                return Ok(());
            }
            event_loop.entered.exits_by.replace(Some(Value::Object(object.clone())));
            Err(exc)
        }
    }
}

/// `Task.__eager_start`: the first step, at once, within the step of whoever creates the task.
pub async fn eager_start(cx: &Cx, object: &Rc<Object>) -> PyResult<()> {
    let (own, this) = (future(object), task(object));
    let owner = own.get_loop()?;
    let parent = event_loop(&owner).current_task.replace(Some(object.clone()));
    let resume = cx.enter(|i| {
        super::task_creation::register(&event_loop(&owner).state, object);
        record_begin(i.log(), own, this, HandleId::NONE, None)
    });
    let coroutine = look(&this.coroutine).clone();
    let before = event_loop(&owner).state.swap_context(this.context());
    let came = resume_coroutine(cx, &coroutine, resume).await;
    event_loop(&owner).state.swap_context(before);
    let result = cx.enter(|i| finish(i, object, &owner, event_loop(&owner), &coroutine, came));
    event_loop(&owner).current_task.replace(parent);
    if own.done() {
        this.coroutine.replace(Value::None);
    }
    if let Some(exc) = own.exception() {
        keep_creator(&exc, object);
    }
    result
}

/// The frame of `create_task`, in which a task began that failed at once, has the task in a variable: between the
/// coroutine's frame and that of who made the task.
fn keep_creator(exc: &Exc, object: &Rc<Object>) {
    let Some(frame) = look(&exc.data().traceback).as_ref().map(|entry| entry.frame.clone()) else { return };
    let held = vec![Value::Object(object.clone())];
    let creator = FrameObject::new(&code(&sites::NEW_TASK), &Rc::default(), sites::NEW_TASK.line, held);
    creator.back.replace(frame.back.take());
    gc::register(&creator);
    frame.back.replace(Some(creator));
}

/// Tasks of `owner` that are not done, in order of creation (`asyncio.all_tasks`).
pub fn all_tasks(state: &Asyncio, owner: &Rc<Object>) -> Vec<Rc<Object>> {
    change(&state.tasks).retain(|_, task| task.strong_count() > 0);
    state
        .tasks()
        .into_iter()
        // The collector has told of those that are finalized: to weak references they are gone.
        .filter(|t| !t.finalized.get() && !future(t).done())
        .filter(|t| future(t).event_loop.borrow().as_ref().is_some_and(|l| Rc::ptr_eq(l, owner)))
        .collect()
}

/// `asyncio.current_task()` of the running loop.
pub fn current_task(i: &mut dyn Interp) -> PyResult<Option<Rc<Object>>> {
    let running = asyncio(i).get_running_loop()?;
    Ok(event_loop(&running).current_task.borrow().clone())
}
