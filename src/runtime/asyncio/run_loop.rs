//! Running a loop: `run_forever`, `run_until_complete`, `close` (Lib/asyncio/base_events.py).

use std::rc::Rc;

use super::base_events::{EventLoop, event_loop};
use super::callbacks::{self, Callback};
use super::exceptions::is_exit;
use super::futures;
use super::gather::raised_by;
use super::library_sites as sites;
use super::named;
use super::overrides::{overridden, own_method};
use super::source_traceback::{Entrance, run_once_site};
use super::state::asyncio;
use super::task_creation;
use super::turn::run_once;
use crate::objects::attrs::Namespace;
use crate::objects::exception::{PyResult, runtime_error};
use crate::objects::frame::FrameObject;
use crate::objects::gc;
use crate::objects::generator::AsyncGenHooks;
use crate::objects::library_site::{at, at_holding, code};
use crate::objects::{Args, Cx, Interp, Object, Value};
use crate::trace::ThreadId;

/// The last line of `Handle._run`.
const HANDLE_RUN_END: u32 = 105;

/// `_check_running`
pub fn check_running(i: &mut dyn Interp, this: &EventLoop) -> PyResult<()> {
    if this.is_running() {
        return Err(at(&sites::CHECK_RUNNING)(runtime_error("This event loop is already running")));
    }
    match named::running_loop_or_none(i)? {
        Some(_) => {
            let refused = runtime_error("Cannot run the event loop while another loop is running");
            Err(at(&sites::CHECK_OTHER_RUNNING)(refused))
        }
        None => Ok(()),
    }
}

/// `self._check_running()`: a program that makes its loop run within itself has one of its own.
fn may_run(i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult<()> {
    match overridden(owner, "_check_running") {
        Some(method) => i.call(&method, Args::none()).map(drop),
        None => check_running(i, event_loop(owner)),
    }
}

/// `loop.run_forever()`, the program's own if it has one.
pub async fn run_forever(cx: &Cx, owner: &Rc<Object>) -> PyResult {
    match own_method(owner, "run_forever") {
        Some(method) => cx.call(&method, Args::none()).await,
        None => forever(cx, owner).await,
    }
}

/// `BaseEventLoop._run_forever_setup`: the loop runs in this thread.
pub fn set_up(i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult<()> {
    let this = event_loop(owner);
    this.check_closed().map_err(at(&sites::SETUP_CLOSED))?;
    may_run(i, owner).map_err(at(&sites::SETUP_RUNNING))?;
    this.thread.set(this.state.machine.current());
    this.entered.depth.set(i.depth());
    *i.besides() += this.entered.by.get().besides();
    this.entered.track(i, this.debug.get());
    let ours = super::shutdown::hooks(owner);
    let hooks = i.states().get::<AsyncGenHooks>();
    this.hooks_before.replace(Some(std::mem::replace(hooks, ours)));
    named::set_running_loop(i, Some(owner.clone()))?;
    i.log().loop_started(this.id);
    Ok(())
}

/// `BaseEventLoop._run_forever_cleanup`, which comes also after a setup that has refused: nothing runs then.
pub fn clean_up(i: &mut dyn Interp, owner: &Rc<Object>) {
    let this = event_loop(owner);
    this.stopping.set(false);
    this.thread.set(ThreadId::NONE);
    // The program's own may refuse, with nobody to tell.
    let _unset = named::set_running_loop(i, None);
    if let Some(before) = this.hooks_before.take() {
        *i.besides() -= this.entered.by.replace(Entrance::RunForever).besides();
        i.states().set(before);
        this.entered.track(i, false);
        i.log().loop_stopped(this.id);
    }
}

/// `BaseEventLoop.run_forever`
pub async fn forever(cx: &Cx, owner: &Rc<Object>) -> PyResult {
    let this = event_loop(owner);
    let set_up = match own_method(owner, "_run_forever_setup") {
        Some(method) => cx.call(&method, Args::none()).await.map(drop),
        None => cx.enter(|i| set_up(i, owner)),
    };
    let result = match set_up {
        Err(exc) => Err(at(&sites::FOREVER_SETUP)(exc)),
        Ok(()) => run_turns(cx, owner).await,
    };
    let future = this.entered.future.take();
    if let Some(frame) = this.entered.frame.take()
        && Rc::strong_count(&frame) > 1
    {
        // The frames of `run_forever` and `run_until_complete` have these in variables.
        let held = [Value::Object(owner.clone()), future];
        gc::link_all(&frame, &held);
        frame.slots.replace(held.into());
        frame.line.set(HANDLE_RUN_END);
    }
    match own_method(owner, "_run_forever_cleanup") {
        Some(method) => drop(cx.call(&method, Args::none()).await?),
        None => cx.enter(|i| clean_up(i, owner)),
    }
    result
}

/// Turn after turn, until one is the last.
async fn run_turns(cx: &Cx, owner: &Rc<Object>) -> PyResult {
    let this = event_loop(owner);
    loop {
        let turned = match own_method(owner, "_run_once") {
            Some(method) => cx.call(&method, Args::none()).await.map(drop),
            None => run_once(cx, owner, true).await,
        };
        match turned {
            Err(exc) => return Err(at_holding(&sites::FOREVER, this.entered.exits_by.take().as_ref())(exc)),
            Ok(()) if this.stopping.get() => return Ok(Value::None),
            Ok(()) => {}
        }
    }
}

/// The frame objects that stand for the library's frames between who runs a loop and what it runs: the innermost.
/// `globals` gives those of a module; `caller`, the frame of who runs the loop, is asked for when they are made.
pub fn entry_frame(
    this: &EventLoop,
    globals: impl Fn(&str) -> Rc<Namespace>,
    caller: impl FnOnce() -> Option<Rc<FrameObject>>,
) -> Option<Rc<FrameObject>> {
    let timed = this.timed.get();
    let known = this.entered.frame.borrow().clone();
    if let Some(frame) = known {
        if let Some(turn) = &*frame.back.borrow() {
            turn.line.set(run_once_site(timed).line);
        }
        return Some(frame);
    }
    let frame = this.entered.sites(timed).fold(caller(), |back, site| {
        let frame = FrameObject::new(&code(site), &globals(&site.module()), site.line, Vec::new());
        frame.back.replace(back);
        Some(frame)
    });
    this.entered.frame.replace(frame.clone());
    frame
}

/// `loop.run_until_complete(future)`, the program's own if it has one.
pub async fn run_until_complete(cx: &Cx, owner: &Rc<Object>, awaitable: Value) -> PyResult {
    match own_method(owner, "run_until_complete") {
        Some(method) => cx.call(&method, Args::one(awaitable)).await,
        None => until_complete(cx, owner, awaitable).await,
    }
}

/// `BaseEventLoop.run_until_complete`
pub async fn until_complete(cx: &Cx, owner: &Rc<Object>, awaitable: Value) -> PyResult {
    let this = event_loop(owner);
    this.check_closed().map_err(at_holding(&sites::UNTIL_CHECK_CLOSED, &awaitable))?;
    if let Err(refused) = cx.enter(|i| may_run(i, owner)) {
        cx.enter(|i| asyncio(i).refuse(&awaitable));
        return Err(at_holding(&sites::UNTIL_CHECK_RUNNING, &awaitable)(refused));
    }
    let new_task = !cx.enter(|i| named::is_future(i, &awaitable))?;
    let ensured = task_creation::ensure_future(cx, awaitable, Some(owner.clone())).await;
    let future = ensured.map_err(at(&sites::UNTIL_ENSURE))?;
    if new_task && let Some(task) = futures::as_future(&future).and_then(|t| futures::future(t).task()) {
        task.log_destroy_pending.set(false);
    }
    let stop = callbacks::NativeCallback::new("_run_until_complete_cb", Some("base_events.py:182"), {
        let owner = owner.clone();
        move |i, future| run_until_complete_cb(i, &owner, future)
    });
    cx.enter(|i| callbacks::add_done_callback(i, &future, stop.clone()))?;
    this.entered.by.set(this.entered.by.get().max(Entrance::RunUntilComplete));
    this.entered.future.replace(future.clone());
    let result = run_forever(cx, owner).await;
    cx.enter(|i| callbacks::remove_done_callback(i, &future, &stop))?;
    if let Err(exc) = result {
        // A KeyboardInterrupt of the coroutine's own: nobody else can look at the task's exception.
        let own = futures::as_future(&future).map(futures::future);
        if let Some(own) = own.filter(|f| new_task && f.done() && !f.is_cancelled()) {
            own.log_traceback.set(false);
        }
        return Err(at(&sites::UNTIL_FOREVER)(exc));
    }
    if !cx.enter(|i| futures::is_done(i, &future))? {
        let stopped = runtime_error("Event loop stopped before Future completed.");
        return Err(at_holding(&sites::UNTIL_STOPPED, &future)(stopped));
    }
    match futures::plain_state(&future) {
        // Its frame has the future, whose exception leads to the frame: both live until they are collected.
        Some(own) => futures::result(cx, own).map_err(at_holding(&sites::RESULT, &future)),
        None => super::py::call_method(cx, &future, "result", Args::none()).await,
    }
}

/// Stops the loop, unless an exit is on its way out anyway (asyncio's issue 336).
fn run_until_complete_cb(i: &mut dyn Interp, owner: &Rc<Object>, future: &Value) -> PyResult<()> {
    if let Some(exc) = raised_by(i, future)?
        && is_exit(&exc)
    {
        return Ok(());
    }
    match own_method(owner, "stop") {
        Some(method) => drop(i.call(&method, Args::none())?),
        None => event_loop(owner).stopping.set(true),
    }
    Ok(())
}

/// `loop.close()`
pub fn close(i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult<()> {
    let this = event_loop(owner);
    if this.is_running() {
        let refused = at(&sites::SELECTOR_CLOSE)(runtime_error("Cannot close a running event loop"));
        return Err(at(&sites::UNIX_CLOSE)(refused));
    }
    if this.closed.get() {
        return Ok(());
    }
    if this.debug.get() {
        super::exception_handler::log_close(i, owner);
    }
    this.closed.set(true);
    this.state.open_loops.borrow_mut().retain(|id| *id != this.id);
    super::own_selector::close(i, owner)?;
    super::selector::unwatch_all(this);
    i.log().loop_closed(this.id);
    let shown = this.shown.take();
    this.exposed.set(false);
    drop(shown);
    let state = &this.state;
    let outer = state.closing.replace(Some(&sites::CLOSE));
    drop(this.ready.take());
    i.finalize();
    state.closing.set(Some(&sites::CLOSE_TIMERS));
    let mut timers = this.scheduled.take().into_vec();
    for timer in timers.iter() {
        // A sleep that never ends still holds its timer, but no other future is its own.
        if matches!(&*timer.0.0.callback.borrow(), Some(Callback::SetResult { .. })) {
            timer.0.0.callback.take();
        }
    }
    // A list is cleared from its end.
    while timers.pop().is_some() {}
    i.finalize();
    state.closing.set(outer);
    this.executor_shutdown_called.set(true);
    let executor = this.default_executor.replace(Value::None);
    if !executor.is_none() {
        let wait = Args::with_keywords([], [(crate::objects::Symbol::new("wait"), Value::Bool(false))]);
        super::py::call(i, &executor, "shutdown", wait)?;
    }
    let outer = event_loop(owner).state.closing.replace(Some(&sites::SIGNAL_FORGOTTEN));
    let removed = super::unix_events::remove_all(i, owner);
    i.finalize();
    event_loop(owner).state.closing.set(outer);
    removed
}
