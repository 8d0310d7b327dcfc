//! Futures (Lib/asyncio/futures.py; texts and order of operations are those of its C twin, Modules/_asynciomodule.c).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use smallvec::SmallVec;

use super::base_events;
use super::callbacks::{self, Callback};
use super::contextvars::Context;
use super::exceptions::invalid_state;
use super::failure::Failure;
use super::gather::{self, Gathering};
use super::labels;
use super::library_sites as sites;
use super::overrides;
use super::py;
use super::source_traceback::SourceTraceback;
use super::tasks::{self, Task};
use crate::objects::class::class_flag;
use crate::objects::exception::{Exc, PyResult, runtime_error, type_error};
use crate::objects::gc_graph::Edge;
use crate::objects::isinstance::claimed_class;
use crate::objects::library_site::{Site, at};
use crate::objects::look::{change, look};
use crate::objects::object::Native;
use crate::objects::rarely::Rarely;
use crate::objects::symbol::known;
use crate::objects::{Args, Cx, Interp, Object, Symbol, Value, type_of, types};
use crate::trace::{EventId, FutureId, Log, ObjectId, Outcome, Purpose, TextId};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    Pending,
    Cancelled,
    Finished,
}

/// What a future is besides.
pub enum Kind {
    Plain,
    Task(Box<Task>),
    Gathering(Box<Gathering>),
}

/// The payload of a Future, a Task, a `_GatheringFuture`.
pub struct Future {
    pub id: Cell<FutureId>,
    /// `None` until `__init__` has run.
    pub event_loop: RefCell<Option<Rc<Object>>>,
    pub state: Cell<State>,
    pub result: RefCell<Value>,
    pub(super) failure: Rarely<Failure>,
    pub callbacks: RefCell<SmallVec<[(Callback, Option<Rc<Context>>); 1]>>,
    /// `_asyncio_future_blocking`
    pub blocking: Cell<bool>,
    /// Native code has just begun to wait for it.
    pub(super) waited_natively: Cell<bool>,
    /// Its exception was never looked at.
    pub log_traceback: Cell<bool>,
    /// What it is for. If not the program's, its result is not worth showing.
    pub(super) purpose: Cell<Purpose>,
    /// The primitive whose waiter it is, if it has a number.
    pub(super) object: Cell<ObjectId>,
    named: Cell<bool>,
    /// Debug mode: where it was made.
    pub source: SourceTraceback,
    pub kind: Kind,
}

impl Native for Future {
    fn edges(&self, visit: &mut dyn FnMut(Edge)) {
        visit(Edge::Value(&look(&self.result)));
        if let Some(failure) = self.failure.get() {
            failure.edges(visit);
        }
        look(&self.event_loop).iter().for_each(|event_loop| visit(Edge::Object(event_loop)));
        look(&self.callbacks).iter().for_each(|(callback, _)| callback.edges(visit));
        match &self.kind {
            Kind::Plain => {}
            Kind::Task(task) => {
                visit(Edge::Value(&look(&task.coroutine)));
                visit(Edge::Value(&look(&task.waits_for)));
            }
            Kind::Gathering(gathering) => {
                let mut children = change(&gathering.children);
                // Those that somebody else holds as well are not its own.
                for child in Rc::get_mut(&mut children).into_iter().flat_map(|list| list.iter_mut().rev()) {
                    visit(Edge::Value(child));
                }
                visit(Edge::Value(&look(&gathering.in_frame)));
            }
        }
    }

    fn clear(&self) {
        drop((self.result.replace(Value::None), self.failure.take(), self.callbacks.take()));
        match &self.kind {
            Kind::Plain => {}
            Kind::Task(task) => drop((task.coroutine.replace(Value::None), task.waits_for.replace(Value::None))),
            Kind::Gathering(gathering) => drop(gathering.in_frame.replace(Value::None)),
        }
    }

    fn changes(&self) -> bool {
        true
    }

    fn needs_finalizer(&self) -> bool {
        let pending = match &self.kind {
            Kind::Task(task) => self.state.get() == State::Pending && task.log_destroy_pending.get(),
            _ => false,
        };
        self.log_traceback.get() || pending
    }

    fn bound_to(&self, log: &mut Log, name: &str) {
        if self.id.get().is_some() && !self.named.replace(true) {
            let name = log.intern(name);
            log.future_named(self.id.get(), name);
        }
    }
}

impl Future {
    pub fn new(kind: Kind) -> Future {
        Future {
            id: Cell::new(FutureId::NONE),
            event_loop: RefCell::new(None),
            state: Cell::new(State::Pending),
            result: RefCell::new(Value::None),
            failure: Rarely::default(),
            callbacks: RefCell::default(),
            blocking: Cell::new(false),
            waited_natively: Cell::new(false),
            log_traceback: Cell::new(false),
            purpose: Cell::new(Purpose::Plain),
            object: Cell::new(ObjectId::NONE),
            named: Cell::new(false),
            source: SourceTraceback::default(),
            kind,
        }
    }

    #[inline]
    pub fn done(&self) -> bool {
        self.state.get() != State::Pending
    }

    /// Says that whoever yields the future now waits for it. Err: another did so, and no task took it.
    pub fn begin_wait(&self) -> PyResult<()> {
        if self.blocking.replace(true) { Err(super::future_await::unused_await()) } else { Ok(()) }
    }

    pub fn is_cancelled(&self) -> bool {
        self.state.get() == State::Cancelled
    }

    pub fn task(&self) -> Option<&Task> {
        match &self.kind {
            Kind::Task(task) => Some(task),
            _ => None,
        }
    }

    /// Debug mode: remembers where it was made, in CPython's library or in the program.
    pub fn note_origin(&self, i: &mut dyn Interp, owner: &Rc<Object>, library: Option<&'static Site>) {
        if base_events::event_loop(owner).debug.get() {
            self.source.note(i, None, library);
        }
    }

    /// The loop it belongs to.
    pub fn get_loop(&self) -> PyResult<Rc<Object>> {
        let event_loop = look(&self.event_loop).clone();
        event_loop.ok_or_else(|| runtime_error("Future object is not initialized."))
    }

    /// `result()`
    pub fn get_result(&self) -> PyResult {
        match self.state.get() {
            State::Cancelled => Err(self.make_cancelled_error()),
            State::Pending => Err(invalid_state("Result is not set.")),
            State::Finished => {
                self.log_traceback.set(false);
                match self.exception() {
                    Some(exc) => {
                        exc.data().traceback.replace(self.failure.change(|failure| failure.traceback.take()));
                        Err(exc)
                    }
                    None => Ok(look(&self.result).clone()),
                }
            }
        }
    }

    /// What `result()` raises, if it does.
    pub fn error(&self) -> Option<Exc> {
        let fine = self.state.get() == State::Finished && self.exception().is_none();
        if fine { None } else { self.get_result().err() }
    }

    /// `exception()`
    pub fn get_exception(&self) -> PyResult<Option<Exc>> {
        match self.state.get() {
            State::Cancelled => Err(self.make_cancelled_error()),
            State::Pending => Err(invalid_state("Exception is not set.")),
            State::Finished => {
                self.log_traceback.set(false);
                Ok(self.exception())
            }
        }
    }
}

/// The future that an object is. Only for objects known to be one.
#[inline]
pub fn future(object: &Rc<Object>) -> &Future {
    object.native().expect("a future's object carries a Future")
}

/// The object of a value that is one of our futures.
#[inline]
pub fn as_future(value: &Value) -> Option<&Rc<Object>> {
    value.as_object().filter(|o| o.native::<Future>().is_some())
}

/// One of our futures, whose state says all.
#[inline]
pub fn plain(value: &Value) -> Option<&Rc<Object>> {
    as_future(value)
        .filter(|object| !object.with_class(|class| class.flag(class_flag::HEAP)) || !overrides::answers(object))
}

/// The state of one of our futures, if that says all.
#[inline]
pub fn plain_state(value: &Value) -> Option<&Future> {
    plain(value).map(future)
}

/// `futures.isfuture`
pub fn is_future(i: &mut dyn Interp, value: &Value) -> PyResult<bool> {
    if value.native::<Future>().is_some() {
        return Ok(true);
    }
    if type_of(value).lookup(known::ASYNCIO_FUTURE_BLOCKING).is_none() && !claims_to_be_one(i, value) {
        return Ok(false);
    }
    Ok(!py::get(i, value, "_asyncio_future_blocking")?.is_none())
}

/// Whether its `__class__` is that of a future: a mock's may be.
fn claims_to_be_one(i: &mut dyn Interp, value: &Value) -> bool {
    claimed_class(i, value).is_ok_and(|class| class.is_some_and(|c| c.lookup(known::ASYNCIO_FUTURE_BLOCKING).is_some()))
}

/// A new pending future of `event_loop`. `object`: the primitive whose waiter it is.
pub fn create(
    i: &mut dyn Interp,
    event_loop: &Rc<Object>,
    purpose: Purpose,
    object: ObjectId,
    label: TextId,
) -> Rc<Object> {
    if let Some(made) = overrides::create_future(i, event_loop) {
        future(&made).purpose.set(purpose);
        return made;
    }
    create_plain(i, event_loop, purpose, object, label)
}

/// `BaseEventLoop.create_future`
pub fn create_plain(
    i: &mut dyn Interp,
    event_loop: &Rc<Object>,
    purpose: Purpose,
    object: ObjectId,
    label: TextId,
) -> Rc<Object> {
    let future = Future::new(Kind::Plain);
    future.event_loop.replace(Some(event_loop.clone()));
    future.purpose.set(purpose);
    future.object.set(object);
    future.id.set(i.log().future_created(purpose, object, label));
    future.note_origin(i, event_loop, Some(&sites::NEW_FUTURE));
    let class = base_events::event_loop(event_loop).state.classes.future.clone();
    Object::of_native(class, future)
}

/// `Future.set_result`, also for a task's end.
pub fn set_result(i: &mut dyn Interp, object: &Rc<Object>, result: Value) -> PyResult<()> {
    let future = future(object);
    if look(&future.event_loop).is_none() {
        future.get_loop()?;
    }
    if future.done() {
        return Err(invalid_state("invalid state"));
    }
    let text = if future.purpose.get() != Purpose::Plain { TextId::NONE } else { labels::short_id(i, &result) };
    finish_with(i, object, result, text)
}

/// Ends a pending future with a result, whose text for the trace is known.
pub fn finish_with(i: &mut dyn Interp, object: &Rc<Object>, result: Value, text: TextId) -> PyResult<()> {
    let future = future(object);
    *change(&future.result) = result;
    future.state.set(State::Finished);
    let cause = i.log().future_done(future.id.get(), Outcome::Result, text);
    callbacks::schedule(i, object, cause)
}

/// `Future.set_exception`, also for a task's end. `exception`: an instance, or a class that is called.
pub fn set_exception(i: &mut dyn Interp, object: &Rc<Object>, exception: &Value) -> PyResult<()> {
    let future = future(object);
    future.get_loop()?;
    if future.done() {
        return Err(invalid_state("invalid state"));
    }
    let made = match exception {
        Value::Type(class) if class.is_exception() => i.call(exception, Args::none())?,
        other => other.clone(),
    };
    let Some(mut exc) = Exc::from_value(&made) else {
        return Err(type_error("invalid exception object"));
    };
    if exc.is_a(&types().stop_iteration) {
        let text = "StopIteration interacts badly with generators and cannot be raised into a Future";
        let wrapped = runtime_error(text);
        wrapped.data().cause.replace(Some(exc.clone()));
        wrapped.data().context.replace(Some(exc));
        exc = wrapped;
    }
    end_with(i, object, exc)
}

/// Ends a pending future with an exception.
pub fn end_with(i: &mut dyn Interp, object: &Rc<Object>, exc: Exc) -> PyResult<()> {
    let future = future(object);
    let text = labels::exception_id(i, &exc);
    future.failure.change(|failure| {
        failure.traceback.clone_from(&look(&exc.data().traceback));
        failure.exception = Some(exc);
    });
    future.state.set(State::Finished);
    let cause = i.log().future_done(future.id.get(), Outcome::Exception, text);
    let result = callbacks::schedule(i, object, cause);
    future.log_traceback.set(true);
    result
}

/// `Future.cancel(msg)` itself; also how a task ends that was cancelled.
pub fn cancel_future(i: &mut dyn Interp, object: &Rc<Object>, message: Value) -> PyResult<bool> {
    let future = future(object);
    future.log_traceback.set(false);
    if future.done() {
        return Ok(false);
    }
    future.state.set(State::Cancelled);
    let text = if message.is_none() { TextId::NONE } else { labels::short_id(i, &message) };
    future.set_cancel_message(message);
    let cause = i.log().future_done(future.id.get(), Outcome::Cancelled, text);
    callbacks::schedule(i, object, cause)?;
    Ok(true)
}

/// `object.cancel(msg)` of one of our futures, whatever its kind; the program's own version runs nested.
pub fn cancel(i: &mut dyn Interp, object: &Rc<Object>, message: Value) -> PyResult<bool> {
    if let Some(own) = overrides::overridden(object, "cancel") {
        let args = match message {
            Value::None => Args::none(),
            message => Args::with_keywords([], [(Symbol::new("msg"), message)]),
        };
        let answer = i.call(&own, args)?;
        return crate::objects::ops::is_true(i, &answer);
    }
    cancel_native(i, object, message)
}

/// `cancel` without looking for the program's own version.
pub fn cancel_native(i: &mut dyn Interp, object: &Rc<Object>, message: Value) -> PyResult<bool> {
    match &future(object).kind {
        Kind::Task(_) => tasks::cancel(i, object, message),
        Kind::Gathering(_) => gather::cancel(i, object, message),
        Kind::Plain => {
            if future(object).state.get() == State::Pending && future(object).purpose.get() == Purpose::Plain {
                let text = if message.is_none() { TextId::NONE } else { labels::short_id(i, &message) };
                i.log().cancel_requested(future(object).id.get(), text);
            }
            cancel_future(i, object, message)
        }
    }
}

/// `value.cancel(msg=message)`, or `value.cancel()`, of any future-like.
pub fn cancel_value(i: &mut dyn Interp, value: &Value, message: Option<Value>) -> PyResult<bool> {
    match as_future(value) {
        Some(own) => cancel(i, &own.clone(), message.unwrap_or(Value::None)),
        None => {
            let keywords = message.map(|message| (Symbol::new("msg"), message));
            let answer = py::call(i, value, "cancel", Args::with_keywords([], keywords))?;
            crate::objects::ops::is_true(i, &answer)
        }
    }
}

/// `Future.add_done_callback`
pub fn add_done_callback(
    i: &mut dyn Interp,
    object: &Rc<Object>,
    callback: Callback,
    context: Option<Rc<Context>>,
) -> PyResult<()> {
    let future = future(object);
    if future.done() {
        let event_loop = future.get_loop()?;
        return base_events::call_soon_with_future(i, &event_loop, callback, object, context, EventId::NONE)
            .map_err(at(&sites::CALL_SOON_CLOSED));
    }
    change(&future.callbacks).push((callback, context));
    Ok(())
}

/// Whether a future-like is done.
pub fn is_done(i: &mut dyn Interp, value: &Value) -> PyResult<bool> {
    match plain_state(value) {
        Some(own) => Ok(own.done()),
        None => {
            let answer = py::call(i, value, "done", Args::none())?;
            crate::objects::ops::is_true(i, &answer)
        }
    }
}

/// `futures._get_loop(fut)`
pub fn loop_of(i: &mut dyn Interp, value: &Value) -> PyResult {
    match plain_state(value) {
        Some(own) => own.get_loop().map(Value::Object),
        None => match py::find(i, value, "get_loop")? {
            Some(get_loop) => i.call(&get_loop, Args::none()),
            None => py::get(i, value, "_loop"),
        },
    }
}

/// What a future came to, where it is asked for: its exception is raised anew, while another is handled perhaps.
pub fn raised(i: &mut dyn Interp, result: PyResult) -> PyResult {
    if let Err(exc) = &result
        && let Some(handled) = i.handled()
    {
        exc.set_context(&handled);
    }
    result
}

/// `future.result()` in native code.
pub fn result(cx: &Cx, own: &Future) -> PyResult {
    let result = own.get_result();
    if result.is_err() { cx.enter(|i| raised(i, result)) } else { result }
}
