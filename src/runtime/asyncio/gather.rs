//! `gather` and its future, and `shield` (Lib/asyncio/tasks.py).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::callbacks::{self, Callback, NativeCallback};
use super::exceptions::cancelled_error;
use super::futures::{self, Future, Kind, future};
use super::library_sites as sites;
use super::named;
use super::py;
use super::source_traceback::Creating;
use super::state::asyncio;
use super::task_creation;
use super::tasks::{self, Cancels};
use crate::objects::bind::unexpected_keyword;
use crate::objects::exception::{Exc, PyResult};
use crate::objects::finalizer;
use crate::objects::gc_graph::address_of;
use crate::objects::hasher::FastMap;
use crate::objects::library_site::{at, at_holding};
use crate::objects::{Args, Cx, Interp, Object, Symbol, Value, ops};
use crate::trace::{FutureId, ObjectId, ObjectKind, Operation, Purpose, TextId};

/// What a `_GatheringFuture` has besides a future.
pub struct Gathering {
    pub children: RefCell<Rc<[Value]>>,
    pub cancel_requested: Cell<bool>,
    pub scope: ObjectId,
    /// Its children are all there: what a child does before that does not concern it.
    complete: Cell<bool>,
    finished: Cell<usize>,
    /// How many futures the children are: one may be given more than once.
    futures: Cell<usize>,
    return_exceptions: bool,
    /// Itself, as gather's frame has it: that stands in the traceback of a child that failed while gather made it.
    pub in_frame: RefCell<Value>,
}

impl Gathering {
    /// One that has no children yet.
    pub fn new(scope: ObjectId, return_exceptions: bool) -> Gathering {
        Gathering {
            children: RefCell::new(Rc::from([])),
            cancel_requested: Cell::new(false),
            scope,
            complete: Cell::new(false),
            finished: Cell::new(0),
            futures: Cell::new(0),
            return_exceptions,
            in_frame: RefCell::new(Value::None),
        }
    }
}

impl Drop for Gathering {
    fn drop(&mut self) {
        if let Some(children) = Rc::get_mut(self.children.get_mut()) {
            finalizer::release_all(children.iter_mut().rev().map(std::mem::take));
        }
    }
}

/// A `_GatheringFuture.cancel` that runs. Tasks and gathers may wait for each other in a circle, whose frames end at
/// CPython's limit: they stand here, since so many natives would not fit on the host's stack.
struct Cancelling {
    object: Rc<Object>,
    children: Rc<[Value]>,
    next: usize,
    any: bool,
    /// What waits for it and was asked to cancel itself.
    task: Option<Rc<Object>>,
}

/// `_GatheringFuture.cancel`: cancels the children, and so itself later.
pub fn cancel(i: &mut dyn Interp, object: &Rc<Object>, message: Value) -> PyResult<bool> {
    let (mut running, besides) = (Vec::new(), *i.besides());
    if !begin(i, object, None, &mut running)? {
        return Ok(false);
    }
    let mut result = run_cancel(i, &mut running, message);
    *i.besides() = besides;
    for _ in running {
        result = result.map_err(at(&sites::GATHER_CANCEL));
    }
    result
}

/// Whether there is anything to cancel. RecursionError: so many are running.
fn begin(
    i: &mut dyn Interp,
    object: &Rc<Object>,
    task: Option<Rc<Object>>,
    running: &mut Vec<Cancelling>,
) -> PyResult<bool> {
    let Kind::Gathering(gathering) = &future(object).kind else { return Ok(false) };
    if future(object).done() {
        return Ok(false);
    }
    i.log().cancel_requested(future(object).id.get(), TextId::NONE);
    i.check_recursion()?;
    // One that calls no other yet is the native that stands here.
    *i.besides() += usize::from(!running.is_empty());
    let children = gathering.children.borrow().clone();
    running.push(Cancelling { object: object.clone(), children, next: 0, any: false, task });
    Ok(true)
}

fn run_cancel(i: &mut dyn Interp, running: &mut Vec<Cancelling>, message: Value) -> PyResult<bool> {
    loop {
        let innermost = running.last_mut().expect("one that runs");
        let cancelled = match innermost.children.get(innermost.next).cloned() {
            Some(child) => {
                innermost.next += 1;
                match cancel_child(i, &child, &message, running)? {
                    Some(cancelled) => cancelled,
                    None => continue,
                }
            }
            None => {
                let Cancelling { object, any, task, .. } = running.pop().expect("the innermost");
                *i.besides() -= usize::from(!running.is_empty());
                if let Kind::Gathering(gathering) = &future(&object).kind
                    && any
                {
                    gathering.cancel_requested.set(true);
                }
                if let Some(task) = task.as_ref().filter(|_| !any) {
                    tasks::cancel_next(task, message.clone());
                }
                any || task.is_some()
            }
        };
        match running.last_mut() {
            Some(outer) => outer.any |= cancelled,
            None => return Ok(cancelled),
        }
    }
}

/// Whether a child was cancelled; `None`: that runs now.
fn cancel_child(
    i: &mut dyn Interp,
    child: &Value,
    message: &Value,
    running: &mut Vec<Cancelling>,
) -> PyResult<Option<bool>> {
    let gathers = |value: &Value| {
        let own = futures::plain(value)?;
        matches!(future(own).kind, Kind::Gathering(_)).then(|| own.clone())
    };
    if let Some(own) = gathers(child) {
        return Ok(if begin(i, &own, None, running)? { None } else { Some(false) });
    }
    let Some(task) = futures::plain(child).filter(|own| future(own).task().is_some()) else {
        return futures::cancel_value(i, child, Some(message.clone())).map(Some);
    };
    let (task, waits_for) = match tasks::begin_cancels(i, task, message)? {
        Cancels::Over(cancelled) => return Ok(Some(cancelled)),
        Cancels::Waits(task, waits_for) => (task, waits_for),
    };
    let Some(own) = gathers(&waits_for) else {
        return tasks::end_cancels(i, &task, &waits_for, message.clone()).map(Some);
    };
    if begin(i, &own, Some(task.clone()), running)? {
        return Ok(None);
    }
    tasks::cancel_next(&task, message.clone());
    Ok(Some(true))
}

/// A gather or wait of so many members in the trace. What a library's function gathers for itself is called by the name
/// under which the program called that function: `start_server` looks its addresses up by a gather.
pub fn scope_made(i: &mut dyn Interp, kind: ObjectKind, members: i64, call: &str) -> ObjectId {
    let within = if i.log().records() { i.library_call() } else { None };
    let within = within.filter(|name| name.rsplit('.').next().is_some_and(|name| !name.starts_with('_')));
    i.log().object_labelled(kind, members, within.as_deref().unwrap_or(call))
}

/// `asyncio.gather(*coros_or_futures, return_exceptions=…)`
pub async fn gather(cx: Cx, awaitables: Vec<Value>, return_exceptions: bool) -> PyResult {
    if awaitables.is_empty() {
        let owner = cx.enter(super::named::event_loop).map_err(at(&sites::GATHER_LOOP))?;
        return cx.enter(|i| {
            let outer = futures::create(i, &owner, Purpose::Plain, ObjectId::NONE, TextId::NONE);
            futures::set_result(i, &outer, Value::list(vec![]))?;
            Ok(Value::Object(outer))
        });
    }
    let members = awaitables.len() as i64;
    let scope = cx.enter(|i| scope_made(i, ObjectKind::Gather, members, "asyncio.gather"));
    let outer = cx.enter(|i| {
        let gathering = Gathering::new(scope, return_exceptions);
        let class = asyncio(i).classes.gathering_future.clone();
        Object::of_native(class, Future::new(Kind::Gathering(Box::new(gathering))))
    });
    let gathering = gathering(&outer);
    let mut owner: Option<Rc<Object>> = None;
    let mut known = Known::default();
    let mut children: Vec<Value> = Vec::with_capacity(awaitables.len());
    let mut done_already = Vec::new();
    let creating = cx.enter(|i| {
        let running = asyncio(i).running_loop();
        running.and_then(|running| Creating::begin(i, &running, [&sites::GATHER_ENSURE]))
    });
    for (done, awaitable) in awaitables.iter().cloned().enumerate() {
        ops::rest(&cx, done).await?;
        let found = cx.enter(|i| known.find(i, &awaitable));
        // The frame has all that was given.
        let found = found.map_err(|exc| at_holding(&sites::GATHER_FIND, &Value::tuple(awaitables.clone()))(exc))?;
        if let Some(child) = found {
            children.push(child);
            continue;
        }
        let made = match &owner {
            Some(owner) => cx.enter(|i| task_creation::task_at_once(i, &awaitable, owner))?,
            None => None,
        };
        let child = match made {
            Some(task) => Value::Object(task),
            None => {
                let made = task_creation::ensure_future(&cx, awaitable.clone(), owner.clone()).await;
                made.map_err(|exc| at_holding(&sites::GATHER_ENSURE, &Value::tuple(awaitables.clone()))(exc))?
            }
        };
        if owner.is_none() {
            let found = cx.enter(|i| named::loop_of(i, &child));
            let found = found.map_err(|exc| py::holding(exc, Value::tuple(awaitables.clone())))?;
            owner = Some(super::events::loop_argument(&found)?);
        }
        if !child.is(&awaitable)
            && let Some(task) = tasks::as_task(&child)
        {
            tasks::task(task).log_destroy_pending.set(false);
        }
        gathering.futures.set(gathering.futures.get() + 1);
        cx.enter(|i| {
            let member = child.native::<Future>().map_or(FutureId::NONE, |f| f.id.get());
            i.log().object_used(scope, Operation::AddMember, 0, TextId::NONE, member);
            if futures::is_done(i, &child)? {
                if !child.is(&awaitable) && raised_by(i, &child)?.is_some() {
                    gathering.in_frame.replace(Value::Object(outer.clone()));
                }
                done_already.push(child.clone());
                return Ok(());
            }
            let name = "gather.<locals>._done_callback";
            callbacks::add_done_callback(i, &child, NativeCallback::of(&outer, name, Some("tasks.py:820"), child_done))
        })?;
        known.add(awaitable, child.clone());
        children.push(child);
    }
    drop(creating);
    let Some(owner) = owner else { return Ok(Value::None) };
    cx.enter(|i| {
        gathering.children.replace(children.into());
        gathering.complete.set(true);
        let own = future(&outer);
        let creating = Creating::begin(i, &owner, [&sites::GATHER_OUTER]);
        own.note_origin(i, &owner, Some(&sites::NEW_GATHERING));
        drop(creating);
        own.event_loop.replace(Some(owner));
        i.log().object_used(scope, Operation::Enter, 0, TextId::NONE, FutureId::NONE);
        own.id.set(i.log().future_created(Purpose::Gather, scope, TextId::NONE));
        for child in done_already {
            child_done(i, &outer, &child)?;
        }
        Ok(Value::Object(outer.clone()))
    })
}

fn gathering(outer: &Rc<Object>) -> &Gathering {
    match &future(outer).kind {
        Kind::Gathering(gathering) => gathering,
        _ => unreachable!("what gather gives is a gathering future"),
    }
}

/// `arg_to_fut`: which arguments were seen already. Futures and coroutines are equal only to themselves.
#[derive(Default)]
struct Known {
    objects: FastMap<usize, Value>,
    others: Vec<(Value, Value)>,
}

/// What tells a future or coroutine from all others. `None`: the program may have its own mind of what is equal.
pub(super) fn identity(value: &Value) -> Option<usize> {
    match value {
        Value::Object(o) if o.native::<Future>().is_some() => address_of(value),
        Value::Generator(_) => address_of(value),
        _ => None,
    }
}

impl Known {
    fn find(&self, i: &mut dyn Interp, awaitable: &Value) -> PyResult<Option<Value>> {
        if let Some(identity) = identity(awaitable) {
            return Ok(self.objects.get(&identity).cloned());
        }
        ops::hash(i, awaitable)?;
        for (other, child) in &self.others {
            if ops::equal(i, other, awaitable)? {
                return Ok(Some(child.clone()));
            }
        }
        Ok(None)
    }

    fn add(&mut self, awaitable: Value, child: Value) {
        match identity(&awaitable) {
            Some(identity) => {
                self.objects.insert(identity, child);
            }
            None => self.others.push((awaitable, child)),
        }
    }
}

/// `_done_callback` of gather.
fn child_done(i: &mut dyn Interp, outer: &Rc<Object>, child: &Value) -> PyResult<()> {
    let gathering = gathering(outer);
    gathering.finished.set(gathering.finished.get() + 1);
    if !gathering.complete.get() || future(outer).done() {
        return retrieve(i, child);
    }
    if !gathering.return_exceptions
        && let Some(Outcome::Cancelled(exc) | Outcome::Failed(exc)) = failure(i, child)?
    {
        return futures::end_with(i, outer, exc);
    }
    if gathering.finished.get() != gathering.futures.get() {
        return Ok(());
    }
    let children = gathering.children.borrow().clone();
    let mut results = Vec::with_capacity(children.len());
    for child in children.iter() {
        results.push(match futures::plain_state(child) {
            Some(own) if own.is_cancelled() => {
                let message = own.cancel_message();
                let message = if message.is_none() { "".into() } else { message };
                cancelled_error(&message).value()
            }
            _ => match outcome(i, child)? {
                Outcome::Cancelled(exc) | Outcome::Failed(exc) => exc.value(),
                Outcome::Result(value) => value,
            },
        });
    }
    if gathering.cancel_requested.get() {
        let last = children.last().and_then(|c| c.native::<Future>());
        let exc = last.map_or_else(|| cancelled_error(&Value::None), Future::make_cancelled_error);
        return futures::end_with(i, outer, exc);
    }
    futures::set_result(i, outer, Value::list(results))
}

/// How a future-like ended.
pub enum Outcome {
    Result(Value),
    Failed(Exc),
    Cancelled(Exc),
}

/// Whether a future-like was cancelled.
fn is_cancelled(i: &mut dyn Interp, value: &Value) -> PyResult<bool> {
    match futures::plain_state(value) {
        Some(own) => Ok(own.is_cancelled()),
        None => {
            let cancelled = py::call(i, value, "cancelled", Args::none())?;
            ops::is_true(i, &cancelled)
        }
    }
}

/// The exception of a future-like that is done; none if it was cancelled, whose error stays where it is.
pub fn raised_by(i: &mut dyn Interp, value: &Value) -> PyResult<Option<Exc>> {
    if is_cancelled(i, value)? { Ok(None) } else { exception(i, value) }
}

/// `future.exception()` of one that is done and was not cancelled.
fn exception(i: &mut dyn Interp, value: &Value) -> PyResult<Option<Exc>> {
    match futures::plain_state(value) {
        Some(own) => own.get_exception(),
        None => Ok(Exc::from_value(&py::call(i, value, "exception", Args::none())?)),
    }
}

/// How a future-like that is done ended; its exception counts as retrieved.
pub fn outcome(i: &mut dyn Interp, value: &Value) -> PyResult<Outcome> {
    match (failure(i, value)?, futures::plain_state(value)) {
        (Some(failed), _) => Ok(failed),
        (None, Some(own)) => Ok(Outcome::Result(own.result.borrow().clone())),
        (None, None) => py::call(i, value, "result", Args::none()).map(Outcome::Result),
    }
}

/// The same; `None`: it has a result, which is not asked for.
pub fn failure(i: &mut dyn Interp, value: &Value) -> PyResult<Option<Outcome>> {
    if !is_cancelled(i, value)? {
        return Ok(exception(i, value)?.map(Outcome::Failed));
    }
    let exc = match futures::plain_state(value) {
        Some(own) => own.make_cancelled_error(),
        None => {
            let exc = py::call(i, value, "_make_cancelled_error", Args::none())?;
            Exc::from_value(&exc).unwrap_or_else(|| cancelled_error(&Value::None))
        }
    };
    Ok(Some(Outcome::Cancelled(exc)))
}

/// Marks a future's exception as retrieved.
fn retrieve(i: &mut dyn Interp, child: &Value) -> PyResult<()> {
    match futures::plain_state(child) {
        Some(own) => own.log_traceback.set(false),
        None => drop(raised_by(i, child)?),
    }
    Ok(())
}

/// `asyncio.shield(arg)`
pub async fn shield(cx: Cx, awaitable: Value) -> PyResult {
    let inner = task_creation::ensure_future(&cx, awaitable, None).await.map_err(at(&sites::SHIELD_ENSURE))?;
    if cx.enter(|i| futures::is_done(i, &inner))? {
        return Ok(inner);
    }
    cx.enter(|i| {
        let owner = named::loop_of(i, &inner)?;
        let owner = super::events::loop_argument(&owner)?;
        let outer = futures::create(i, &owner, Purpose::Shield, ObjectId::NONE, TextId::NONE);
        callbacks::add_done_callback(i, &inner, inner_done(&outer))?;
        let Value::Object(inner) = inner else { return Ok(Value::Object(outer)) };
        let name = "shield.<locals>._outer_done_callback";
        let outer_done = NativeCallback::of(&inner, name, Some("tasks.py:975"), |i, inner, outer| {
            let inner = Value::Object(inner.clone());
            match outer.as_object() {
                Some(outer) if !futures::is_done(i, &inner)? => {
                    callbacks::remove_done_callback(i, &inner, &inner_done(outer))
                }
                _ => Ok(()),
            }
        });
        let outer = Value::Object(outer);
        callbacks::add_done_callback(i, &outer, outer_done)?;
        Ok(outer)
    })
}

/// `_inner_done_callback` of the future that `shield` has given.
fn inner_done(outer: &Rc<Object>) -> Callback {
    NativeCallback::of(outer, "shield.<locals>._inner_done_callback", Some("tasks.py:958"), inner_is_done)
}

fn inner_is_done(i: &mut dyn Interp, outer: &Rc<Object>, inner: &Value) -> PyResult<()> {
    if future(outer).is_cancelled() {
        return match inner.native::<Future>() {
            Some(own) if own.is_cancelled() => Ok(()),
            _ => retrieve(i, inner),
        };
    }
    match outcome(i, inner)? {
        Outcome::Cancelled(exc) => {
            // Looking was not taking: the inner future keeps the error that ended it.
            if let Some(own) = inner.native::<Future>() {
                own.ended_by(exc);
            }
            futures::cancel_future(i, outer, Value::None).map(drop)
        }
        Outcome::Failed(exc) => futures::set_exception(i, outer, &exc.value()),
        Outcome::Result(value) => futures::set_result(i, outer, value),
    }
}

/// The keyword `return_exceptions`, the only one that gather takes.
pub fn gather_arguments(i: &mut dyn Interp, args: Args) -> PyResult<(Vec<Value>, bool)> {
    let option = Symbol::new("return_exceptions");
    let wrong = args.keywords().map(|(name, _)| name).find(|name| *name != option);
    if let Some(name) = wrong {
        // The awaitables go as the tuple of a Python function does: the last one first.
        let mut awaitables = args.positional_values().to_vec();
        drop(args);
        while awaitables.pop().is_some() {}
        return Err(unexpected_keyword("gather", &name.text(), &["return_exceptions"]));
    }
    let mut return_exceptions = false;
    for (_, value) in args.keywords() {
        return_exceptions = ops::is_true(i, value)?;
    }
    Ok((args.positional_values().to_vec(), return_exceptions))
}
