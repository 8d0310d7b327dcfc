//! One turn of a loop: `_run_once` (Lib/asyncio/base_events.py).
//!
//! Steps of tasks and asyncio's own callbacks follow one another, also from turn to turn, without the loop's own frame
//! being polled between them (`Cx::steps`); it goes on for what else may stand in the ready queue, and to wait.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use super::base_events::{EventLoop, Ready, event_loop};
use super::callbacks::{self, Callback, Run};
use super::exceptions::is_exit;
use super::handles::Handle;
use super::library_sites as sites;
use super::tasks::{Ended, Stepping};
use super::{context_run, exception_handler, exposed, futures, overrides, own_selector, py, selector, tasks};
use crate::machine::to_ns;
use crate::objects::cx::{Block, Stepper, Steps};
use crate::objects::exception::{Exc, PyResult};
use crate::objects::generator::Step;
use crate::objects::interp::Stop;
use crate::objects::library_site::{Site, at};
use crate::objects::look::{change, look};
use crate::objects::{Args, Cx, Flow, Interp, Object, Value, finalizer};
use crate::trace::{Full, HandleId, Purpose};

/// What a turn still has to run.
struct Turn {
    owner: Rc<Object>,
    /// The next turn may begin where this one ends.
    goes_on: bool,
    /// So many of the ready queue are this turn's.
    left: Cell<usize>,
    /// The program has replaced `Handle._run`.
    patched: Cell<bool>,
    /// What the next turn waits for.
    wait: RefCell<Option<Wait>>,
    /// The step that is under way. What was thrown in, or the future that woke the task, lives as long as it, as the
    /// arguments of `task_wakeup` do.
    stepping: RefCell<Option<(HandleId, Rc<Object>, Stepping, (Option<Exc>, Ended))>>,
    /// What the loop's own frame has to do before the next of them.
    rest: RefCell<Option<Rest>>,
}

/// What has gone is finalized as if the loop stood at that place; `None`: at the handle's call.
pub fn finalize_at(i: &mut dyn Interp, this: &EventLoop, site: Option<&'static Site>) {
    this.releasing.set(site);
    i.finalize();
    this.releasing.set(None);
}

/// A ready queue with room for more handles gives it back once it has few.
const CROWD: usize = 1000;

/// What needs a frame.
enum Rest {
    /// A callable of the program, or a callback's failure.
    Handle(Rc<Handle>, Callback, PyResult<Run>, Option<f64>),
    /// A handle whose `_run` is the program's.
    Own(Rc<Handle>),
    /// A step in debug mode, of a coroutine that is none of ours, or after a future-like of the program.
    Step(HandleId, Rc<Object>, Ended),
}

impl Turn {
    fn new(owner: &Rc<Object>, goes_on: bool) -> Rc<Turn> {
        let (left, patched, wait, stepping, rest) = Default::default();
        Rc::new(Turn { owner: owner.clone(), goes_on, left, patched, wait, stepping, rest })
    }

    /// Begins the turn after this one, unless the loop's own frame has something to do before.
    fn begin_next(&self, i: &mut dyn Interp, this: &EventLoop) -> PyResult<bool> {
        let is_free = self.goes_on && !this.stopping.get() && this.entered.tracking.get().is_none();
        if !is_free || finalizer::pending() || !overrides::has_none(&self.owner) {
            return Ok(false);
        }
        let wait = before_select(i, &self.owner)?;
        if !matches!(wait, (None, None)) {
            self.wait.replace(Some(wait));
            return Ok(false);
        }
        self.select_ended(i)?;
        Ok(self.left.get() > 0)
    }

    /// What is this turn's is known.
    fn select_ended(&self, i: &mut dyn Interp) -> PyResult<()> {
        self.left.set(after_select(i, &self.owner)?);
        self.patched.set(event_loop(&self.owner).state.runs_handles_otherwise());
        Ok(())
    }

    /// Ends the step that is under way with what it came to.
    fn end_step(&self, i: &mut dyn Interp, this: &EventLoop, came: Step) -> PyResult<()> {
        let under_way = change(&self.stepping).take();
        let (id, task, stepping, mut ended) = under_way.expect("a step ends that has begun");
        let result = match stepping.end(i, &task, &self.owner, this, came) {
            Err(exc) if !is_exit(&exc) => {
                self.step_failed(id, task, ended.1, exc);
                return Ok(());
            }
            result => result,
        };
        i.log().handle_done(id);
        // A wakeup has made of a future what it threw in; another step's handle was given that.
        drop(ended.0.take_if(|_| matches!(ended.1, Ended::Future(_))));
        if finalizer::pending() {
            // What the step let go is finalized before what its handle held.
            i.finalize();
        }
        drop((ended, task));
        self.finalize_handle(i, this);
        result.map_err(at(&sites::HANDLE_RUN))
    }

    /// What only a handle held goes where the next one takes its place, or where the turn ends.
    fn finalize_handle(&self, i: &mut dyn Interp, this: &EventLoop) {
        if finalizer::pending() {
            let site = if self.left.get() == 0 { &sites::RUN_ONCE_RELEASE } else { &sites::RUN_ONCE_POP };
            finalize_at(i, this, Some(site));
        }
    }

    /// A step could not begin, since another task runs, or could not end: cancelling what its task waits for now has
    /// failed. The task has ended nothing by that.
    #[cold]
    #[inline(never)]
    fn step_failed(&self, id: HandleId, task: Rc<Object>, ended: Ended, exc: Exc) {
        let (handle, callback) = ended.handle(&self.owner, id, task);
        self.rest.replace(Some(Rest::Handle(handle, callback, Err(exc), None)));
    }

    /// Takes the turn's next of the ready queue and runs it, or begins to: a step to take, or a rest. `None`: it is
    /// done.
    fn run_next(&self, i: &mut dyn Interp, this: &EventLoop) -> Option<PyResult<Steps>> {
        if this.exposed.get() {
            exposed::take_back(i, &self.owner);
        }
        let ready = change(&this.ready).pop_front()?;
        if self.patched.get() {
            return self.run_patched(ready);
        }
        let (id, task, ended) = match ready {
            Ready::Step { id, task, exc } => (id, task, Ended::By(exc)),
            Ready::Wakeup { id, task, future } => (id, task, Ended::Future(future)),
            Ready::Done { id, callback, future } => {
                i.log().handle_taken(id);
                times(this, false);
                let exc = match (callback.run)(i, &future) {
                    Ok(()) => {
                        i.log().handle_done(id);
                        return None;
                    }
                    Err(exc) => exc,
                };
                let handle = Ready::Done { id, callback: callback.clone(), future }.handle(&self.owner);
                handle.taken.set(true);
                return self.leave(Rest::Handle(handle, Callback::Native(callback), Err(exc), None));
            }
            Ready::Handle(handle) if handle.cancelled.get() => return None,
            Ready::Handle(handle) if handle.is_own.get() => return self.leave(Rest::Own(handle)),
            Ready::Handle(handle) => {
                let started = this.debug.get().then(|| this.time());
                let callback = look(&handle.callback).clone()?;
                times(this, started.is_some());
                if started.is_some() {
                    *change(&this.current_handle) = Some(handle.clone());
                }
                let run = begin_handle(i, &handle, &callback, started.is_none())?;
                return self.leave(Rest::Handle(handle, callback, run, started));
            }
        };
        if !self.is_plain(this, &task, &ended) {
            return self.leave(Rest::Step(id, task, ended));
        }
        let thrown = ended.exception(i);
        match tasks::begin_step(i, &task, this, id, thrown.clone(), false) {
            Ok((stepping, resume)) => {
                let Value::Generator(generator) = &stepping.coroutine else { unreachable!("just seen") };
                let coroutine = generator.clone();
                *change(&self.stepping) = Some((id, task, stepping, (thrown, ended)));
                Some(Ok(Steps::Resume(coroutine, resume)))
            }
            Err(exc) => {
                self.step_failed(id, task, ended, exc);
                Some(Ok(Steps::Over))
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn run_patched(&self, ready: Ready) -> Option<PyResult<Steps>> {
        if ready.is_cancelled() {
            return None;
        }
        self.leave(Rest::Own(ready.handle(&self.owner)))
    }

    /// Whether a step needs no frame of its own.
    fn is_plain(&self, this: &EventLoop, task: &Rc<Object>, ended: &Ended) -> bool {
        let waited_for = match ended {
            Ended::By(_) => true,
            Ended::Future(value) => futures::plain(value).is_some(),
        };
        let own = futures::future(task);
        waited_for
            && !this.debug.get()
            && look(&own.event_loop).as_ref().is_some_and(|of| Rc::ptr_eq(of, &self.owner))
            && own.task().is_some_and(|task| matches!(&*look(&task.coroutine), Value::Generator(_)))
    }

    fn leave(&self, rest: Rest) -> Option<PyResult<Steps>> {
        self.rest.replace(Some(rest));
        Some(Ok(Steps::Over))
    }
}

impl Stepper for Turn {
    fn next(&self, i: &mut dyn Interp, came: Option<Step>) -> PyResult<Steps> {
        let this = event_loop(&self.owner);
        match came {
            Some(came) => {
                self.end_step(i, this, came)?;
                if look(&self.rest).is_some() {
                    return Ok(Steps::Over);
                }
            }
            // What a handle let go is finalized before the next one is taken.
            None => self.finalize_handle(i, this),
        }
        loop {
            while self.left.get() > 0 {
                self.left.set(self.left.get() - 1);
                if let Some(next) = self.run_next(i, this) {
                    return next;
                }
                self.finalize_handle(i, this);
            }
            if !self.begin_next(i, this)? {
                return Ok(Steps::Over);
            }
        }
    }
}

/// One turn: waits for something to do, then runs everything that is ready now. `goes_on`: and the turns after it, until
/// the loop is to stop or something else is to be done first.
pub async fn run_once(cx: &Cx, owner: &Rc<Object>, goes_on: bool) -> PyResult<()> {
    let this = event_loop(owner);
    if let Some(tracking) = this.entered.tracking.take() {
        cx.enter(|i| this.entered.track(i, tracking));
    }
    if finalizer::pending() {
        // What the last callback let go is finalized before the loop waits.
        this.releasing.set(Some(&sites::RUN_ONCE_RELEASE));
        let finalized = cx.finish(Ok(Flow::frame(async { Ok(Value::None) }))).await;
        this.releasing.set(None);
        finalized?;
    }
    let mut wait = cx.enter(|i| before_select(i, owner))?;
    let turn = Turn::new(owner, goes_on);
    loop {
        let (block, own) = wait;
        if let Some(block) = block {
            cx.block(block).await.map_err(interrupted)?;
        }
        if let Some((method, timeout)) = own {
            boxed_select(cx, owner, method, timeout).await?;
        }
        cx.enter(|i| turn.select_ended(i))?;
        loop {
            cx.steps(&turn).await.map_err(at(&sites::RUN_ONCE))?;
            let Some(rest) = turn.rest.take() else { break };
            boxed_rest(cx, owner, rest).await?;
        }
        match turn.wait.take() {
            Some(next) => wait = next,
            None => return Ok(()),
        }
    }
}

/// An interrupt comes while the selector waits.
#[cold]
fn interrupted(exc: Exc) -> Exc {
    at(&sites::RUN_ONCE_SELECT)(at(&sites::SELECTOR_POLL)(exc))
}

/// A selector's own `select` and its timeout.
type OwnSelect = Option<(Value, Value)>;

/// What is waited for before a turn, and in which way.
type Wait = (Option<Block>, OwnSelect);

/// What is waited for before the turn.
#[inline(never)]
fn before_select(i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult<Wait> {
    let this = event_loop(owner);
    if this.exposed.get() {
        exposed::take_back(i, owner);
    }
    match i.log().full() {
        Some(Full::Events) => return Err(i.stop(Stop::EventLimit)),
        Some(Full::Output) => return Err(i.stop(Stop::OutputLimit)),
        None => {}
    }
    this.drop_cancelled_timers();
    let timeout = this.timeout(i, owner)?;
    let own = match look(&this.selector).is_some() {
        true => own_selector::selecting(i, owner, timeout)?,
        false => None,
    };
    if timeout == Some(0.0) {
        let pending = !look(&this.scheduled).is_empty();
        let give_way = this.state.machine.loop_turned(i.log(), pending);
        let now = this.state.machine.now();
        return Ok((give_way.then(|| Block::new(Some(now), Purpose::Select, "")), own));
    }
    if own.is_some() {
        return Ok((None, own));
    }
    let deadline = timeout.map(|seconds| this.state.machine.now() + to_ns(seconds));
    Ok((Some(Block::new(deadline, Purpose::Select, "")), None))
}

/// Takes what has come and what is due; gives how many handles are this turn's.
#[inline(never)]
fn after_select(i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult<usize> {
    let this = event_loop(owner);
    selector::collect(i, owner)?;
    this.fire_timers(i, owner)?;
    let count = look(&this.ready).len();
    if count * 8 < change(&this.ready).capacity() {
        give_back(this, count);
    }
    if count > 0 {
        let turn = this.next_turn();
        i.log().turn_began(this.id, turn, count as u32);
    }
    Ok(count)
}

/// What a crowd of handles needed is not held for the few that came after it.
#[inline(never)]
fn give_back(this: &EventLoop, count: usize) {
    let mut ready = change(&this.ready);
    if ready.capacity() > CROWD {
        ready.shrink_to(count * 2);
    }
}

/// A selector's own `select`, apart from the turn's own code as well.
#[inline(never)]
fn boxed_select<'a>(
    cx: &'a Cx,
    owner: &'a Rc<Object>,
    method: Value,
    timeout: Value,
) -> Pin<Box<dyn Future<Output = PyResult<()>> + 'a>> {
    Box::pin(async move { own_selector::select(cx, owner, &method, timeout).await })
}

/// [`run_rest`], apart from the turn's own code, which is short without it: the browser optimises that first.
#[inline(never)]
fn boxed_rest<'a>(cx: &'a Cx, owner: &'a Rc<Object>, rest: Rest) -> Pin<Box<dyn Future<Output = PyResult<()>> + 'a>> {
    Box::pin(run_rest(cx, owner, rest))
}

/// Notes whether what runs now is timed, as in debug mode; where `_run_once` calls it then.
fn times(this: &EventLoop, timed: bool) -> &'static Site {
    this.timed.set(timed);
    if timed { &sites::RUN_ONCE_DEBUG } else { &sites::RUN_ONCE }
}

/// What could not be run without a frame.
async fn run_rest(cx: &Cx, owner: &Rc<Object>, rest: Rest) -> PyResult<()> {
    let this = event_loop(owner);
    let (id, task, ended) = match rest {
        Rest::Handle(handle, callback, run, started) => {
            let run_once = times(this, started.is_some());
            let ended = end_handle(cx, this, &handle, &callback, run, started).await;
            this.timed.set(false);
            return ended.map_err(at(run_once));
        }
        Rest::Own(handle) => return run_own(cx, this, &handle).await,
        Rest::Step(id, task, ended) => (id, task, ended),
    };
    cx.enter(|i| i.log().handle_taken(id));
    let started = this.debug.get().then(|| this.time());
    let run_once = times(this, started.is_some());
    let result = match &ended {
        Ended::By(exc) => tasks::step(cx, &task, id, exc.clone()).await,
        Ended::Future(value) => tasks::wakeup(cx, &task, id, value.clone()).await,
    };
    if let Some(started) = started {
        exception_handler::report_slow_step(cx, this, &task, started).await;
    }
    let result = match result {
        Err(exc) if !is_exit(&exc) => {
            let (handle, callback) = ended.handle(owner, id, task);
            end_handle(cx, this, &handle, &callback, Err(exc), None).await
        }
        result => {
            cx.enter(|i| i.log().handle_done(id));
            result.map_err(at(&sites::HANDLE_RUN))
        }
    };
    this.timed.set(false);
    result.map_err(at(run_once))
}

/// `handle._run()` where that is the program's.
async fn run_own(cx: &Cx, this: &EventLoop, handle: &Rc<Handle>) -> PyResult<()> {
    let started = this.debug.get().then(|| this.time());
    let run_once = times(this, started.is_some());
    let object = handle.object(&this.state);
    handle.made.take();
    handle.taken.set(true);
    cx.enter(|i| i.log().handle_taken(handle.id));
    let result = py::call_method(cx, &object, "_run", Args::none()).await.map(drop);
    cx.enter(|i| i.log().handle_done(handle.id));
    if let Some(started) = started {
        exception_handler::report_slow(cx, this, handle, started).await;
    }
    this.timed.set(false);
    result.map_err(at(run_once))
}

/// `Handle._run`, called by the program.
pub async fn run_handle(cx: &Cx, handle: &Rc<Handle>) -> PyResult<()> {
    let this = event_loop(&handle.event_loop);
    let Some(callback) = look(&handle.callback).clone() else { return Ok(()) };
    let run = match &callback {
        Callback::Step { task, exc } => tasks::step(cx, task, handle.id, exc.clone()).await.map(|()| Run::Done),
        Callback::Wakeup(task) => {
            let future = handle.args().values.first().cloned().unwrap_or_default();
            tasks::wakeup(cx, task, handle.id, future).await.map(|()| Run::Done)
        }
        callback => cx.enter(|i| callbacks::run(i, callback, handle.given_args().as_deref())),
    };
    end_handle(cx, this, handle, &callback, run, None).await
}

/// `Handle._run`, up to where a callable of the program is called. `None`: that was all; else [`end_handle`] does the
/// rest.
fn begin_handle(i: &mut dyn Interp, handle: &Rc<Handle>, callback: &Callback, may_end: bool) -> Option<PyResult<Run>> {
    handle.taken.set(true);
    i.log().handle_taken(handle.id);
    let args = handle.given_args();
    match callbacks::run(i, callback, args.as_deref()) {
        Ok(Run::Done) if may_end => {
            i.log().handle_done(handle.id);
            None
        }
        run => Some(run),
    }
}

async fn end_handle(
    cx: &Cx,
    this: &EventLoop,
    handle: &Rc<Handle>,
    callback: &Callback,
    run: PyResult<Run>,
    started: Option<f64>,
) -> PyResult<()> {
    let mut site = &sites::HANDLE_RUN;
    let result = match run {
        Ok(Run::Done) => Ok(()),
        Ok(Run::Call(callable, args)) => {
            let context = look(&handle.context).clone().unwrap_or_default();
            let result = context_run::run_in((cx, &this.state), context, &callable, args, &mut site).await.map(drop);
            if finalizer::pending() {
                // What the callback gave, a coroutine say, is for nobody.
                cx.enter(|i| finalize_at(i, this, None));
            }
            result
        }
        Err(exc) => Err(exc),
    };
    if let Err(exc) = &result
        && look(&exc.data().traceback).is_none()
        && look(&exc.data().context).is_none()
        && let Some(handled) = cx.enter(|i| i.handled())
    {
        // A native function has raised it, while whoever runs the loop handles an exception.
        exc.set_context(&handled);
    }
    let result = match result.map_err(at(site)) {
        Err(exc) if !is_exit(&exc) => exception_handler::callback_failed(cx, this, handle, callback, exc).await,
        other => other,
    };
    cx.enter(|i| i.log().handle_done(handle.id));
    if let Some(started) = started {
        exception_handler::report_slow(cx, this, handle, started).await;
        drop(change(&this.current_handle).take());
    }
    result
}
