//! What a loop does with async generators, and how it shuts them and its executor down (Lib/asyncio/base_events.py).

use std::collections::BTreeMap;
use std::rc::Rc;

use super::base_events::{EventLoop, Ready, event_loop};
use super::callbacks::{Callback, NativeCallback};
use super::coroutines::native_method;
use super::events::loop_argument;
use super::exception_handler;
use super::future_await;
use super::futures::{self, Kind};
use super::gather;
use super::handles::Handle;
use super::pending_order::PendingOrder;
use super::py;
use super::scheduling;
use super::source_traceback;
use super::state::{Asyncio, asyncio};
use super::timeouts;
use super::waiting;
use crate::objects::attrs::AttrMap;
use crate::objects::exception::{Exc, PyResult};
use crate::objects::function::{Builtin, Method};
use crate::objects::gc_garbage::Reached;
use crate::objects::gc_graph::Edge;
use crate::objects::generator::{AsyncGenHooks, Generator};
use crate::objects::module::from_library;
use crate::objects::native_class::NativeClass;
use crate::objects::symbol::Symbol;
use crate::objects::warnings::{warn, warn_at};
use crate::objects::{Args, Flow, Interp, Object, Value, types};
use crate::trace::sorted::sort_by_key;
use crate::trace::{ObjectId, Purpose, TextId, ThreadId};

/// `shutdown_asyncgens()`: the coroutine.
pub fn shutdown_asyncgens(i: &mut dyn Interp, owner: &Rc<Object>) -> Value {
    let owner = owner.clone();
    let made = native_method(i, "BaseEventLoop.shutdown_asyncgens", async move |cx| {
        let this = event_loop(&owner);
        this.asyncgens_shutdown_called.set(true);
        let closing: Vec<Rc<Generator>> = this.asyncgens.take().iter().filter_map(|g| g.upgrade()).collect();
        if closing.is_empty() {
            return Ok(Value::None);
        }
        let mut members = Vec::new();
        for generator in &closing {
            members.push(py::call_method(&cx, &Value::Generator(generator.clone()), "aclose", Args::none()).await?);
        }
        let all = gather::gather(cx.clone(), members, true).await?;
        let results = match futures::as_future(&all) {
            Some(all) => future_await::wait(&cx, all).await?,
            None => return Ok(Value::None),
        };
        let results = cx.enter(|i| crate::objects::ops::to_vec(i, &results))?;
        for (result, generator) in results.iter().zip(closing) {
            let Some(exc) = Exc::from_value(result).filter(|e| e.is_a(&types().exception)) else { continue };
            let generator = Value::Generator(generator);
            let context = cx.enter(|i| {
                let shown = py::repr(i, &generator)?;
                let message = format!("an error occurred during closing of asynchronous generator {shown}");
                let about = [("exception", exc.value()), ("asyncgen", generator.clone())];
                PyResult::Ok(exception_handler::context(message, &about))
            })?;
            exception_handler::call_exception_handler(&cx, &owner, context).await?;
        }
        Ok(Value::None)
    });
    done(made)
}

fn done(flow: Flow) -> Value {
    match flow {
        Flow::Done(value) => value,
        _ => Value::None,
    }
}

/// `shutdown_default_executor(timeout)`: the coroutine. A thread waits for the executor, so that the loop goes on.
pub fn shutdown_default_executor(i: &mut dyn Interp, owner: &Rc<Object>, timeout: Value) -> Value {
    let owner = owner.clone();
    let qualname = "BaseEventLoop.shutdown_default_executor";
    let made = native_method(i, qualname, async move |cx| {
        let this = event_loop(&owner);
        this.executor_shutdown_called.set(true);
        let executor = this.default_executor.borrow().clone();
        if executor.is_none() {
            return Ok(Value::None);
        }
        let (future, class, given) = cx.enter(|i| {
            let future = futures::create(i, &owner, Purpose::Plain, ObjectId::NONE, TextId::NONE);
            let body = do_shutdown(&owner, &executor, &future);
            let class = from_library(i, "threading", "Thread")?;
            PyResult::Ok((future, class, Args::with_keywords([], [(Symbol::new("target"), body)])))
        })?;
        let thread = cx.call(&class, given).await?;
        py::call_method(&cx, &thread, "start", Args::none()).await?;
        let waited = match cx.enter(timeouts::replaced_by) {
            Some(own) => waiting::wait_within(&cx, &own, Value::Object(future), timeout.clone()).await,
            None => {
                let timer = cx.enter(|i| timeouts::Timeout::after(i, &timeout, "asyncio.timeout"))?;
                timeouts::enter(&cx, &timer).await?;
                let waited = future_await::wait(&cx, &future).await;
                timeouts::exit(&cx, &timer, waited.as_ref().err()).await.and(waited)
            }
        };
        match waited {
            Ok(_) => py::call_method(&cx, &thread, "join", Args::none()).await?,
            Err(exc) if exc.is_a(&types().timeout_error) => {
                cx.enter(|i| {
                    let shown = py::text(i, &timeout)?;
                    let text = format!("The executor did not finishing joining its threads within {shown} seconds.");
                    // It says who awaits it: the program, or the loop.
                    let under = i.frames().last().map_or(0, |(depth, _)| depth + 1);
                    match source_traceback::step_place(i, under) {
                        Some(place) => warn_at(i, &types().runtime_warning, &text, Value::None, place),
                        None => warn(i, &types().runtime_warning, &text, None),
                    }
                })?;
                let wait = Args::with_keywords([], [(Symbol::new("wait"), Value::Bool(false))]);
                py::call_method(&cx, &executor, "shutdown", wait).await?
            }
            Err(exc) => return Err(exc),
        };
        Ok(Value::None)
    });
    done(made)
}

/// `_do_shutdown`: what the thread does.
fn do_shutdown(owner: &Rc<Object>, executor: &Value, future: &Rc<Object>) -> Value {
    let (owner, executor, future) = (owner.clone(), executor.clone(), future.clone());
    Builtin::closure("_do_shutdown", move |i, _| {
        let (cx, owner, executor, future) = (i.cx(), owner.clone(), executor.clone(), future.clone());
        Ok(Flow::frame(async move {
            let wait = Args::with_keywords([], [(Symbol::new("wait"), Value::Bool(true))]);
            let ended = py::call_method(&cx, &executor, "shutdown", wait).await;
            if event_loop(&owner).closed.get() {
                return ended.map(|_| Value::None);
            }
            let failed = match ended {
                Err(exc) if exc.is_a(&types().exception) => Some(exc),
                Err(exc) => return Err(exc),
                Ok(_) => None,
            };
            let set = NativeCallback::new("_set_result_unless_cancelled", None, {
                let future = future.clone();
                move |i, _| match &failed {
                    _ if futures::future(&future).done() => Ok(()),
                    Some(exc) => futures::set_exception(i, &future, &exc.value()),
                    None => super::overrides::settle(i, &future, Value::None),
                }
            });
            cx.enter(|i| {
                let cause = i.log().acting();
                scheduling::call_soon_threadsafe(i, &owner, set, Args::one(Value::Object(future.clone())), cause)?;
                Ok(Value::None)
            })
        }))
    })
}

/// What a running loop wants to know of async generators.
pub fn hooks(owner: &Rc<Object>) -> AsyncGenHooks {
    let method = |name: &str| {
        let function = owner.with_class(|class| class.lookup(Symbol::new(name))).unwrap_or_default();
        Method::new(function, Value::Object(owner.clone()))
    };
    AsyncGenHooks { first_iteration: method("_asyncgen_firstiter_hook"), finalizer: method("_asyncgen_finalizer_hook") }
}

/// Adds the loop's hooks of async generators.
pub fn hook_methods(class: NativeClass) -> NativeClass {
    class
        .sync("_asyncgen_firstiter_hook", |i, args| {
            let [this, generator] = args.exactly::<2>("_asyncgen_firstiter_hook")?;
            if let Value::Generator(generator) = &generator {
                begins(i, &loop_argument(&this)?, generator)?;
            }
            Ok(Value::None)
        })
        .sync("_asyncgen_finalizer_hook", |i, args| {
            let [this, generator] = args.exactly::<2>("_asyncgen_finalizer_hook")?;
            ends(i, &loop_argument(&this)?, &generator)?;
            Ok(Value::None)
        })
}

/// `_asyncgen_firstiter_hook`
fn begins(i: &mut dyn Interp, owner: &Rc<Object>, generator: &Rc<Generator>) -> PyResult<()> {
    let this = event_loop(owner);
    if this.asyncgens_shutdown_called.get() {
        let shown = py::repr(i, &Value::Generator(generator.clone()))?;
        let text = format!("asynchronous generator {shown} was scheduled after loop.shutdown_asyncgens() call");
        warn(i, &types().resource_warning, &text, None)?;
    }
    let mut living = this.asyncgens.borrow_mut();
    living.retain(|g| g.strong_count() > 0);
    living.push(Rc::downgrade(generator));
    Ok(())
}

/// `_asyncgen_finalizer_hook`: closes a generator that went away before it ended, in a task.
fn ends(i: &mut dyn Interp, owner: &Rc<Object>, generator: &Value) -> PyResult<()> {
    let this = event_loop(owner);
    if let Value::Generator(g) = generator {
        this.asyncgens.borrow_mut().retain(|known| known.upgrade().is_some_and(|k| !Rc::ptr_eq(&k, g)));
    }
    if !this.closed.get() {
        let closing = py::call(i, generator, "aclose", Args::none())?;
        let create = py::get(i, &Value::Object(owner.clone()), "create_task")?;
        let callback = Callback::Python(create);
        scheduling::call_soon_threadsafe(i, owner, callback, Args::one(closing), Default::default())?;
    }
    Ok(())
}

/// Whether a loop that is never finalized is to run code of the program. It holds the code, which holds all names:
/// nothing of them goes.
pub fn holds_the_program(i: &mut dyn Interp) -> bool {
    lasting_loops(i).into_iter().any(|owner| {
        let this = event_loop(&owner);
        let mut waits = this.scheduled.borrow().iter().any(|timer| holds_code(&timer.0.0));
        waits |= this.ready.borrow().iter().any(|ready| match ready {
            Ready::Handle(handle) => holds_code(handle),
            _ => true,
        });
        waits || is_watched_for(i, &owner)
    })
}

/// Whether a task waits for what the loop watches: the watcher leads to the task, and to what a server calls.
fn is_watched_for(i: &mut dyn Interp, owner: &Rc<Object>) -> bool {
    pending_tasks(i).iter().any(|task| {
        let own = futures::future(task);
        let waited = own.task().and_then(|this| {
            futures::as_future(&this.waits_for.borrow()).map(|future| futures::future(future).purpose.get())
        });
        let watched = matches!(waited, Some(Purpose::Accept | Purpose::Read));
        watched && own.get_loop().is_ok_and(|of| Rc::ptr_eq(&of, owner))
    })
}

/// The main thread's current loop, which the policy holds until there is no interpreter left, and those that daemons
/// run.
fn lasting_loops(i: &mut dyn Interp) -> Vec<Rc<Object>> {
    let Some(state) = i.states().find::<Rc<Asyncio>>() else { return Vec::new() };
    let mut lasting: Vec<Rc<Object>> = state.running.borrow().values().cloned().collect();
    lasting.extend(state.current.borrow().get(&ThreadId(1)).cloned().flatten());
    lasting.retain(|owner| !event_loop(owner).closed.get());
    lasting
}

/// The main thread's current loop, which the policy holds, closed or not.
pub fn current_loop(i: &mut dyn Interp) -> Option<Rc<Object>> {
    let state = i.states().find::<Rc<Asyncio>>()?;
    state.current.borrow().get(&ThreadId(1)).cloned().flatten()
}

/// Whether what a handle calls leads to a coroutine or a function of the program.
fn holds_code(handle: &Handle) -> bool {
    match &*handle.callback.borrow() {
        None => false,
        Some(Callback::SetResult { future, .. } | Callback::ReleaseWaiter(future)) => {
            !futures::future(future).callbacks.borrow().is_empty()
        }
        Some(Callback::Python(Value::Builtin(_))) => false,
        Some(_) => true,
    }
}

/// The tasks that have not finished: the loss of those is to be reported, or their coroutine to be closed.
fn pending_tasks(i: &mut dyn Interp) -> Vec<Rc<Object>> {
    // Nothing is made for a program that has not used asyncio.
    let Some(state) = i.states().find::<Rc<Asyncio>>() else { return Vec::new() };
    state.tasks().into_iter().filter(|task| !futures::future(task).done()).collect()
}

fn report_destroyed(i: &mut dyn Interp, task: &Rc<Object>) {
    let own = super::futures::future(task);
    // One that was finalized has been told of; the wake-up that its end brought about may have kept it.
    if task.finalized.get() || !own.task().is_some_and(|this| this.log_destroy_pending.replace(false)) {
        return;
    }
    let Ok(owner) = own.get_loop() else { return };
    let told = exception_handler::destroyed_pending(i, task);
    let _nothing_more_can_be_done = told.and_then(|context| exception_handler::call_nested(i, &owner, context));
}

/// Closes a task's coroutine; one that has not begun just goes, and is said to have never been awaited.
fn close_coroutine(i: &mut dyn Interp, task: &Rc<Object>) {
    if !has_begun(task) {
        drop(super::futures::future(task).task().map(|t| t.coroutine.replace(Value::None)));
        return;
    }
    let Some(coroutine) = super::futures::future(task).task().map(|t| t.coroutine.borrow().clone()) else { return };
    if let Err(exc) = py::call(i, &coroutine, "close", Args::none()) {
        i.unraisable(&exc, &coroutine);
    }
}

/// The end of the program, before its names go: tasks of loops that are closed or forgotten, which no name holds, are
/// garbage already, also where a native function hides what it holds from the collector. Of such a circle CPython
/// finalizes the coroutine first, which is older than its task. Gives the order of what is left.
pub fn at_exit_garbage(i: &mut dyn Interp, mut names: Vec<Value>) -> PendingOrder {
    names.extend(lasting_loops(i).into_iter().map(Value::Object));
    let held = Reached::from(names.iter());
    let is_held = |wanted: &Rc<Object>| held.has(Edge::Object(wanted));
    let alive = reached_by_loops(i, names.iter());
    let mut forgotten = Vec::new();
    let pending = pending_tasks(i);
    if pending.is_empty() {
        return PendingOrder::default();
    }
    let places = Reached::through(names.iter(), |value| wakes(value, &pending));
    let order = PendingOrder::new(&pending, &places);
    for task in pending {
        let own = super::futures::future(&task);
        let Ok(owner) = own.get_loop() else { continue };
        let closed = event_loop(&owner).closed.get();
        let may_be_woken = || !waits_at_primitive(&task) || alive.has(Edge::Object(&task));
        if is_held(&task) || !closed && is_held(&owner) && may_be_woken() {
            continue;
        }
        let collected = own.task().is_some_and(|t| t.number.get() <= asyncio(i).collected.get());
        if !closed && !has_begun(&task) {
            forgotten.push(owner);
        } else if closed && collected {
            report_destroyed(i, &task);
            close_coroutine(i, &task);
        } else {
            close_coroutine(i, &task);
            report_destroyed(i, &task);
        }
    }
    close_forgotten(i, forgotten);
    order
}

/// What a loop's handles lead to: the futures that tasks wait for, and the tasks that are to go on. What is as far away
/// comes in the order of names: a tuple in a tuple in a tuple stands for a handle, its arguments, and a wake-up.
fn wakes(owner: &Value, pending: &[Rc<Object>]) -> Vec<Value> {
    if owner.native::<EventLoop>().is_none_or(|this| this.closed.get()) {
        return Vec::new();
    }
    let is_own = |task: &&Rc<Object>| {
        let of = futures::future(task).get_loop();
        of.is_ok_and(|of| owner.is(&Value::Object(of))) && !waits_at_primitive(task)
    };
    let awaited = |task: &Rc<Object>| {
        let awaited = futures::future(task).task()?.waits_for.borrow().clone();
        let wakes = if awaited.is_none() { Value::Object(task.clone()) } else { awaited };
        Some((0..3).fold(wakes, |inner, _| Value::tuple(vec![inner])))
    };
    pending.iter().filter(is_own).filter_map(awaited).collect()
}

/// Whether the task waits for a lock, an event, a queue, or a future of the program's: for what no loop knows of.
fn waits_at_primitive(task: &Rc<Object>) -> bool {
    use Purpose::{Barrier, Condition, Event, Lock, Plain, QueueGet, QueueJoin, QueuePut, Semaphore};
    let Some(own) = futures::future(task).task() else { return false };
    let waits_for = own.waits_for.borrow();
    let Some(awaited) = futures::as_future(&waits_for).map(futures::future) else { return false };
    match awaited.purpose.get() {
        Barrier | Condition | Event | Lock | QueueGet | QueueJoin | QueuePut | Semaphore => true,
        Plain => {
            let wakes = |callback: &Callback| matches!(callback, Callback::Wakeup(_));
            matches!(awaited.kind, Kind::Plain)
                && awaited.callbacks.borrow().iter().all(|(callback, _)| wakes(callback))
        }
        _ => false,
    }
}

/// What names lead to, and open loops: what they are to call, and the tasks that wait for anything else than a primitive.
fn reached_by_loops<'a>(i: &mut dyn Interp, names: impl Iterator<Item = &'a Value>) -> Reached {
    let mut roots: Vec<Value> = names.cloned().collect();
    let mut loops: BTreeMap<usize, bool> = BTreeMap::new();
    for task in pending_tasks(i) {
        let Ok(owner) = futures::future(&task).get_loop() else { continue };
        let all = *loops.entry(Rc::as_ptr(&owner) as usize).or_insert_with(|| add_callbacks(&owner, &mut roots));
        if all || !waits_at_primitive(&task) {
            roots.push(Value::Object(task));
        }
    }
    Reached::from(roots.iter())
}

/// Adds what a loop is to call. Whether that may be any of its tasks: a timeout has the one that it is to cancel.
fn add_callbacks(owner: &Rc<Object>, roots: &mut Vec<Value>) -> bool {
    let this = event_loop(owner);
    let mut any_task = false;
    let mut add = |handle: &Handle| {
        match &*handle.callback.borrow() {
            Some(Callback::Python(callback)) => roots.push(callback.clone()),
            Some(Callback::Native(_)) => any_task = true,
            _ => {}
        }
        roots.extend(handle.given_args().iter().flat_map(|args| args.values.iter().cloned()));
    };
    this.scheduled.borrow().iter().for_each(|timer| add(&timer.0.0));
    let (mut has_done, mut steps) = (false, Vec::new());
    for ready in this.ready.borrow().iter() {
        match ready {
            Ready::Handle(handle) => add(handle),
            Ready::Done { .. } => has_done = true,
            Ready::Step { task, .. } | Ready::Wakeup { task, .. } => steps.push(Value::Object(task.clone())),
        }
    }
    roots.extend(steps);
    any_task || has_done
}

fn has_begun(task: &Rc<Object>) -> bool {
    let coroutine = super::futures::future(task).task().map(|t| t.coroutine.borrow().clone());
    !matches!(coroutine, Some(Value::Generator(g)) if g.is_created())
}

/// What the finalizers of open loops do.
fn close_forgotten(i: &mut dyn Interp, owners: Vec<Rc<Object>>) {
    for owner in owners {
        let _running = super::run_loop::close(i, &owner);
    }
}

/// The modules are going: the finalizers of open loops close them, and what only they held goes. Those that last are
/// never finalized.
pub fn at_exit_loops(i: &mut dyn Interp) {
    let lasting = lasting_loops(i);
    let mut owners: Vec<_> =
        pending_tasks(i).iter().filter_map(|task| super::futures::future(task).get_loop().ok()).collect();
    owners.retain(|owner| !lasting.iter().any(|kept| Rc::ptr_eq(kept, owner)));
    drop(lasting);
    close_forgotten(i, owners);
}

/// Tasks by their coroutines' addresses.
pub type TasksOfCoroutines = BTreeMap<usize, Rc<Object>>;

/// The program's names go, with all that they lead to. The collection before that has put a coroutine behind the task
/// that leads to it: such tasks are reported as they stand. A coroutine with a name of its own comes first.
pub fn tasks_before_coroutines(i: &mut dyn Interp, names: &AttrMap) -> TasksOfCoroutines {
    let coroutine = |task: &Rc<Object>| match super::futures::future(task).task().map(|t| t.coroutine.borrow().clone())
    {
        Some(Value::Generator(g)) if !g.is_created() => Some(Rc::as_ptr(&g) as usize),
        _ => None,
    };
    let mut found: TasksOfCoroutines =
        pending_tasks(i).into_iter().filter_map(|task| Some((coroutine(&task)?, task))).collect();
    for (_, value) in names.iter() {
        if let Value::Generator(named) = value {
            found.remove(&(Rc::as_ptr(named) as usize));
        }
    }
    found
}

/// The coroutine is about to be finalized: whether its task was reported before that.
pub fn report_task_of(i: &mut dyn Interp, tasks: &TasksOfCoroutines, coroutine: &Rc<Generator>) -> bool {
    let task = tasks.get(&(Rc::as_ptr(coroutine) as usize)).filter(|task| !task.finalized.get());
    task.inspect(|task| report_destroyed(i, task)).is_some()
}

fn report_and_close(i: &mut dyn Interp, tasks: &[Rc<Object>]) {
    for task in tasks {
        report_destroyed(i, task);
    }
    for task in tasks {
        close_coroutine(i, task);
    }
}

/// After the names have gone: some loops are never finalized; tasks that never finished are reported, then closed, in
/// the order in which CPython's last collection comes to them (`order`, by [`at_exit_garbage`]).
pub fn at_exit(i: &mut dyn Interp, order: &PendingOrder) {
    lasting_loops(i).iter().for_each(|owner| owner.finalized.set(true));
    let mut left = pending_tasks(i);
    sort_by_key(&mut left, |task| order.place(&Value::Object(task.clone())).unwrap_or(u32::MAX));
    report_and_close(i, &left);
}
