//! What asyncio keeps for one interpreter: its classes, the running loop of each thread, counters, living tasks.

use crate::objects::library_site::Site;
use crate::trace::sorted::{SortedMap, sort_by_key};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use slab::Slab;

use super::classes::Classes;
use super::contextvars::Contexts;
use super::futures::future;
use crate::machine::{Machine, machine};
use crate::objects::exception::{PyResult, runtime_error};
use crate::objects::generator::Generator;
use crate::objects::look::look;
use crate::objects::{Interp, Object, Symbol, Value, class};
use crate::trace::sorted::SortedSet;
use crate::trace::{LoopId, TaskId, ThreadId};

/// The current loop of each thread; `None` after `set_event_loop(None)`.
pub type CurrentLoops = SortedMap<ThreadId, Option<Rc<Object>>>;

/// The state of asyncio in one interpreter.
pub struct Asyncio {
    pub machine: Rc<Machine>,
    pub classes: Classes,
    pub contexts: RefCell<Contexts>,
    /// The running loop of each thread (`events._set_running_loop`).
    pub running: RefCell<SortedMap<ThreadId, Rc<Object>>>,
    /// The threads' current loops by the policy in use.
    pub current: RefCell<CurrentLoops>,
    /// `set_event_loop_policy`'s; `Unset`: the default one.
    pub policy: RefCell<Value>,
    /// The default one, once the program has asked for it.
    pub default_policy: RefCell<Value>,
    pub task_names: Cell<u32>,
    /// Numbers of tasks and timers: their hashes, so that sets of tasks iterate in the order of creation.
    pub numbers: Cell<i64>,
    /// The task that asyncio.run drives in the main thread, its loop, and how often SIGINT has come meanwhile.
    pub interrupted: RefCell<Option<(Rc<Object>, Rc<Object>, u32)>>,
    /// Tasks that are not done, each where it knows (`Task::place`).
    pub tasks: RefCell<Slab<Weak<Object>>>,
    /// Tasks up to this number were there when CPython's collector ran, which then comes to them before their
    /// coroutines.
    pub collected: Cell<i64>,
    /// A loop is being closed: where what was ready, or what was scheduled, goes.
    pub closing: Cell<Option<&'static Site>>,
    /// Loops that have not been closed.
    pub open_loops: RefCell<Vec<LoopId>>,
    /// The coroutines that were given to run where a loop runs already, by number.
    refused: RefCell<SortedSet<u32>>,
    /// How often a source of the selectors has become ready.
    pub readiness: Cell<i64>,
    /// Whether the program has replaced `Handle._run`, as was seen in this epoch of all classes.
    patched: Cell<(u32, bool)>,
}

/// The state of asyncio, made at the first call.
#[inline]
pub fn asyncio(i: &mut dyn Interp) -> Rc<Asyncio> {
    if let Some(found) = i.states().find::<Rc<Asyncio>>() {
        return found.clone();
    }
    let machine = machine(i);
    let made = Rc::new(Asyncio {
        machine,
        classes: Classes::build(),
        contexts: RefCell::default(),
        running: RefCell::default(),
        current: RefCell::default(),
        policy: RefCell::default(),
        default_policy: RefCell::default(),
        task_names: Cell::new(0),
        numbers: Cell::new(0),
        interrupted: RefCell::default(),
        tasks: RefCell::default(),
        collected: Cell::new(0),
        closing: Cell::new(None),
        open_loops: RefCell::default(),
        refused: RefCell::default(),
        readiness: Cell::new(0),
        patched: Cell::default(),
    });
    i.states().set(made.clone());
    made
}

impl Asyncio {
    /// `events._get_running_loop()`
    #[inline]
    pub fn running_loop(&self) -> Option<Rc<Object>> {
        self.running.borrow().get(&self.machine.current()).cloned()
    }

    pub fn is_running_loop(&self, owner: &Rc<Object>) -> bool {
        look(&self.running).get(&self.machine.current()).is_some_and(|running| Rc::ptr_eq(running, owner))
    }

    /// `events._set_running_loop(loop)`
    pub fn set_running_loop(&self, event_loop: Option<Rc<Object>>) {
        let thread = self.machine.current();
        let _old = match event_loop {
            Some(event_loop) => self.running.borrow_mut().insert(thread, event_loop),
            None => self.running.borrow_mut().remove(&thread),
        };
    }

    /// A loop that runs was to run this.
    pub fn refuse(&self, awaitable: &Value) {
        if let Value::Generator(coroutine) = awaitable {
            self.refused.borrow_mut().insert(coroutine.number);
        }
    }

    /// Whether a coroutine has been refused.
    pub fn was_refused(&self, coroutine: &Generator) -> bool {
        look(&self.refused).contains(&coroutine.number)
    }

    /// Whether the program has replaced `Handle._run`.
    #[inline]
    pub fn runs_handles_otherwise(&self) -> bool {
        let (epoch, patched) = self.patched.get();
        if epoch == class::epoch() { patched } else { self.look_at_handles() }
    }

    #[cold]
    fn look_at_handles(&self) -> bool {
        let run = Symbol::new("_run");
        let patched = [&self.classes.handle, &self.classes.timer_handle]
            .iter()
            .any(|class| !matches!(class.lookup(run), Some(Value::Builtin(_))));
        self.patched.set((class::epoch(), patched));
        patched
    }

    /// `asyncio.get_running_loop()`
    pub fn get_running_loop(&self) -> PyResult<Rc<Object>> {
        self.running_loop().ok_or_else(|| runtime_error("no running event loop"))
    }

    pub fn next_number(&self) -> i64 {
        self.numbers.set(self.numbers.get() + 1);
        self.numbers.get()
    }

    /// The tasks that are not done and not lost, in order of creation.
    pub fn tasks(&self) -> Vec<Rc<Object>> {
        let mut living: Vec<Rc<Object>> = self.tasks.borrow().iter().filter_map(|(_, task)| task.upgrade()).collect();
        sort_by_key(&mut living, |task| super::tasks::task(task).number.get());
        living
    }

    /// A task that is not done, by the trace's number.
    pub fn task(&self, number: TaskId) -> Option<Rc<Object>> {
        let living = self.tasks.borrow();
        living.iter().filter_map(|(_, task)| task.upgrade()).find(|task| future(task).id.get() == number.future())
    }

    /// The coroutine of such a task.
    pub fn coroutine_of(&self, task: TaskId) -> Option<Value> {
        self.task(task).map(|task| super::tasks::task(&task).coroutine.borrow().clone())
    }
}
