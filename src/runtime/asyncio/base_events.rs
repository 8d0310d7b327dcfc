//! The event loop (Lib/asyncio/base_events.py): what is ready and what is scheduled.
//!
//! A turn (`turn`) is the only place that calls callbacks; everything else puts them into the ready queue.

use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use std::rc::{Rc, Weak};

use super::callbacks::{Callback, NativeCallback};
use super::handles::Handle;
use super::library_sites as sites;
use super::own_selector::OwnSelector;
pub use super::scheduling::{call_at, call_later, call_soon, call_soon_with_future, push_step, write_to_self};
use super::source_traceback::Entered;
use super::state::{Asyncio, asyncio};
use super::{overrides, selector};
use crate::objects::class::Class;
use crate::objects::exception::{Exc, PyResult, runtime_error};
use crate::objects::generator::{AsyncGenHooks, Generator};
use crate::objects::library_site::{Site, at};
use crate::objects::look::look;
use crate::objects::module::replaced;
use crate::objects::object::Native;
use crate::objects::{Args, Interp, Object, Symbol, Value, ops};
use crate::trace::{HandleId, HandleKind, LoopId, ThreadId};

/// `MAXIMUM_SELECT_TIMEOUT`, in seconds.
const MAXIMUM_SELECT_TIMEOUT: f64 = 24.0 * 3600.0;
/// `_MIN_SCHEDULED_TIMER_HANDLES`
const MIN_SCHEDULED_TIMER_HANDLES: usize = 100;
/// `time.get_clock_info('monotonic').resolution`
const CLOCK_RESOLUTION: f64 = 1e-9;

/// What stands in the ready queue. A task's step needs no handle of its own.
pub enum Ready {
    Step {
        id: HandleId,
        task: Rc<Object>,
        exc: Option<Exc>,
    },
    Wakeup {
        id: HandleId,
        task: Rc<Object>,
        future: Value,
    },
    /// A callback of asyncio's own because the future is done. It needs no handle either.
    Done {
        id: HandleId,
        callback: Rc<NativeCallback>,
        future: Value,
    },
    Handle(Rc<Handle>),
}

impl Ready {
    /// Whether it is a handle that has been cancelled.
    pub fn is_cancelled(&self) -> bool {
        matches!(self, Ready::Handle(handle) if handle.cancelled.get())
    }

    /// What enters the ready queue for a handle: a task's step needs none.
    pub fn of(handle: Rc<Handle>) -> Ready {
        if handle.cancelled.get() || handle.own_object().is_some() {
            return Ready::Handle(handle);
        }
        let callback = look(&handle.callback).clone();
        match callback {
            Some(Callback::Step { task, exc }) => Ready::Step { id: handle.id, task, exc },
            Some(Callback::Wakeup(task)) => {
                let future = handle.args().values.first().cloned().unwrap_or_default();
                Ready::Wakeup { id: handle.id, task, future }
            }
            _ => Ready::Handle(handle),
        }
    }

    /// The handle that CPython has in its place, as an object.
    pub fn handle(&self, owner: &Rc<Object>) -> Rc<Handle> {
        let (id, callback, args) = match self {
            Ready::Handle(handle) => return handle.clone(),
            Ready::Step { id, task, exc } => {
                (*id, Callback::Step { task: task.clone(), exc: exc.clone() }, Args::none())
            }
            Ready::Wakeup { id, task, future } => (*id, Callback::Wakeup(task.clone()), Args::one(future.clone())),
            Ready::Done { id, callback, future } => {
                (*id, Callback::Native(callback.clone()), Args::one(future.clone()))
            }
        };
        let kind = match callback {
            Callback::Native(_) => HandleKind::Internal,
            _ => HandleKind::TaskStep,
        };
        Handle::new(&event_loop(owner).state, id, kind, owner, callback, args, None, None)
    }
}

/// A scheduled timer: ordered by time in ns of the loop's clock, then by creation.
#[derive(Clone)]
pub struct Timer(pub Rc<Handle>, pub i64, pub u64);

impl Ord for Timer {
    fn cmp(&self, other: &Timer) -> std::cmp::Ordering {
        (self.1, self.2).cmp(&(other.1, other.2))
    }
}

impl PartialOrd for Timer {
    fn partial_cmp(&self, other: &Timer) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Timer {
    fn eq(&self, other: &Timer) -> bool {
        (self.1, self.2) == (other.1, other.2)
    }
}

impl Eq for Timer {}

/// The payload of an event loop.
pub struct EventLoop {
    pub id: LoopId,
    pub state: Rc<Asyncio>,
    pub ready: RefCell<VecDeque<Ready>>,
    pub scheduled: RefCell<BinaryHeap<Reverse<Timer>>>,
    pub timers_made: Cell<u64>,
    pub timer_cancelled_count: Cell<usize>,
    pub closed: Cell<bool>,
    pub stopping: Cell<bool>,
    /// The thread that runs it.
    pub thread: Cell<ThreadId>,
    pub entered: Entered,
    /// The hooks for async generators that were there before it ran.
    pub hooks_before: RefCell<Option<AsyncGenHooks>>,
    turns: Cell<u32>,
    pub debug: Cell<bool>,
    /// The program has written it from scratch, from AbstractEventLoop.
    pub is_abstract: Cell<bool>,
    /// The loop was in debug mode when what it runs began.
    pub timed: Cell<bool>,
    /// A handle has run, and `_run_once` lets it go here.
    pub releasing: Cell<Option<&'static Site>>,
    pub slow_callback_duration: RefCell<Value>,
    /// In seconds: a timer due within it is due now.
    pub clock_resolution: Cell<f64>,
    pub exception_handler: RefCell<Value>,
    /// Debug mode: the handle whose callback runs.
    pub current_handle: RefCell<Option<Rc<Handle>>>,
    pub task_factory: RefCell<Value>,
    pub default_executor: RefCell<Value>,
    pub executor_shutdown_called: Cell<bool>,
    /// The task that is being stepped.
    pub current_task: RefCell<Option<Rc<Object>>>,
    /// What its selector will report: sources that are, or were, readable or writable.
    pub sources: RefCell<VecDeque<(Rc<Object>, u32)>>,
    /// What has ever been watched, as far as it lives: closed, the loop lets go of it.
    pub watched: RefCell<Vec<Weak<Object>>>,
    /// Its selector, once the program has asked for it or given one.
    pub selector: RefCell<Option<Box<OwnSelector>>>,
    /// The deque and the list that the program has been given for `_ready` and `_scheduled`, and whether it may have
    /// put something there.
    pub shown: RefCell<(Value, Value)>,
    pub exposed: Cell<bool>,
    /// The deque is one that the program has put there.
    pub own_ready: Cell<bool>,
    /// Async generators that are being iterated.
    pub asyncgens: RefCell<Vec<Weak<Generator>>>,
    pub asyncgens_shutdown_called: Cell<bool>,
    /// The signals for which it has handlers.
    pub signal_handlers: RefCell<Vec<(Value, Rc<Handle>)>>,
    /// The signals that the self-pipe holds: nobody has read of them yet.
    pub signals: RefCell<Vec<i64>>,
}

impl Native for EventLoop {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.exception_handler.borrow());
        visit(&self.task_factory.borrow());
        visit(&self.default_executor.borrow());
        let shown = self.shown.borrow();
        visit(&shown.0);
        visit(&shown.1);
        if let Some(own) = &*self.selector.borrow() {
            own.traverse(visit);
        }
    }

    fn changes(&self) -> bool {
        true
    }

    fn needs_finalizer(&self) -> bool {
        !self.closed.get()
    }
}

/// Whether the environment asks for debug mode (`coroutines._is_debug_mode`).
fn is_debug_mode(i: &mut dyn Interp) -> bool {
    if let Some(own) = replaced(i, "asyncio.coroutines", "_is_debug_mode") {
        return i.call(&own, Args::none()).and_then(|answer| ops::is_true(i, &answer)).unwrap_or(false);
    }
    let flags = i.imported("sys").and_then(|sys| super::py::get(i, &sys, "flags").ok());
    let mut flag = |name| {
        let told = flags.as_ref().and_then(|flags| super::py::get(i, flags, name).ok());
        told.is_some_and(|told| matches!(told, Value::Bool(true) | Value::Int(1..)))
    };
    if flag("dev_mode") || flag("ignore_environment") {
        return flag("dev_mode");
    }
    let Some(Value::Module(environment)) = i.imported("_environ") else { return false };
    let Some(Value::Dict(variables)) = environment.get(Symbol::new("variables")) else { return false };
    let said = variables.get(i, &Value::bytes(&b"PYTHONASYNCIODEBUG"[..]));
    matches!(said, Ok(Some(Value::Bytes(value))) if !value.data.is_empty())
}

/// A new loop of the given class.
pub fn make(i: &mut dyn Interp, class: &Rc<Class>) -> Rc<Object> {
    let event_loop = EventLoop {
        id: i.log().loop_created(),
        state: asyncio(i),
        ready: RefCell::default(),
        scheduled: RefCell::default(),
        timers_made: Cell::new(0),
        timer_cancelled_count: Cell::new(0),
        closed: Cell::new(false),
        stopping: Cell::new(false),
        thread: Cell::new(ThreadId::NONE),
        entered: Entered::default(),
        hooks_before: RefCell::default(),
        turns: Cell::new(0),
        debug: Cell::new(is_debug_mode(i)),
        is_abstract: Cell::new(false),
        timed: Cell::new(false),
        releasing: Cell::new(None),
        slow_callback_duration: RefCell::new(Value::Float(0.1)),
        clock_resolution: Cell::new(CLOCK_RESOLUTION),
        exception_handler: RefCell::new(Value::None),
        current_handle: RefCell::default(),
        task_factory: RefCell::new(Value::None),
        default_executor: RefCell::new(Value::None),
        executor_shutdown_called: Cell::new(false),
        current_task: RefCell::new(None),
        sources: RefCell::default(),
        watched: RefCell::default(),
        selector: RefCell::default(),
        shown: RefCell::default(),
        exposed: Cell::new(false),
        own_ready: Cell::new(false),
        asyncgens: RefCell::default(),
        asyncgens_shutdown_called: Cell::new(false),
        signal_handlers: RefCell::default(),
        signals: RefCell::default(),
    };
    event_loop.state.open_loops.borrow_mut().push(event_loop.id);
    Object::of_native(class.clone(), event_loop)
}

/// The loop that an object is. Only for objects known to be one.
#[inline]
pub fn event_loop(object: &Rc<Object>) -> &EventLoop {
    object.native().expect("a loop's object carries an EventLoop")
}

impl EventLoop {
    /// Debug mode: `_check_thread`
    #[cold]
    pub fn check_thread(&self) -> PyResult<()> {
        let thread = self.thread.get();
        if thread.is_some() && thread != self.state.machine.current() {
            let text = "Non-thread-safe operation invoked on an event loop other than the current one";
            return Err(at(&sites::CHECK_THREAD)(runtime_error(text)));
        }
        Ok(())
    }

    pub fn check_closed(&self) -> PyResult<()> {
        if self.closed.get() {
            return Err(at(&sites::CHECK_CLOSED)(runtime_error("Event loop is closed")));
        }
        Ok(())
    }

    pub fn is_running(&self) -> bool {
        self.thread.get().is_some()
    }

    /// `time()`, when asyncio itself asks.
    pub fn time(&self) -> f64 {
        self.state.machine.monotonic()
    }
}

impl EventLoop {
    /// The number of the turn that begins.
    pub(super) fn next_turn(&self) -> u32 {
        self.turns.set(self.turns.get() + 1);
        self.turns.get()
    }

    /// Takes cancelled timers out, from the head or, when they are many, from everywhere.
    pub(super) fn drop_cancelled_timers(&self) {
        let mut scheduled = self.scheduled.borrow_mut();
        let count = scheduled.len();
        if count > MIN_SCHEDULED_TIMER_HANDLES && self.timer_cancelled_count.get() * 2 > count {
            scheduled.retain(|Reverse(timer)| {
                if timer.0.cancelled.get() {
                    timer.0.scheduled.set(false);
                }
                !timer.0.cancelled.get()
            });
            self.timer_cancelled_count.set(0);
            return;
        }
        while scheduled.peek().is_some_and(|Reverse(timer)| timer.0.cancelled.get()) {
            self.timer_cancelled_count.set(self.timer_cancelled_count.get().saturating_sub(1));
            if let Some(Reverse(timer)) = scheduled.pop() {
                timer.0.scheduled.set(false);
            }
        }
    }

    /// How long the selector may wait, in seconds; `None`: for ever.
    pub(super) fn timeout(&self, i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult<Option<f64>> {
        let is_due = self.stopping.get() || !look(&self.signals).is_empty() || selector::any_due(self);
        if !look(&self.ready).is_empty() || is_due {
            return Ok(Some(0.0));
        }
        let first = self.scheduled.borrow().peek().map(|Reverse(first)| first.0.clone());
        let Some(first) = first else { return Ok(None) };
        let when = first.when.as_ref().map_or(0.0, |(_, when)| *when);
        Ok(Some((when - overrides::time(i, owner)?).clamp(0.0, MAXIMUM_SELECT_TIMEOUT)))
    }

    /// Moves due timers into the ready queue.
    pub(super) fn fire_timers(&self, i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult<()> {
        if look(&self.scheduled).is_empty() && overrides::has_none(owner) {
            return Ok(());
        }
        let end_time = overrides::time(i, owner)? + self.clock_resolution.get();
        let mut scheduled = self.scheduled.borrow_mut();
        while let Some(Reverse(timer)) = scheduled.peek()
            && timer.0.when.as_ref().is_some_and(|(_, when)| *when < end_time)
        {
            let Some(Reverse(timer)) = scheduled.pop() else { break };
            timer.0.scheduled.set(false);
            if !timer.0.cancelled.get() {
                i.log().timer_fired(timer.0.id);
            }
            self.ready.borrow_mut().push_back(Ready::Handle(timer.0));
        }
        Ok(())
    }
}
