//! What the synchronisation primitives share (Lib/asyncio/mixins.py, and the deques of waiting futures of locks.py).

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::base_events::event_loop;
use super::futures::{self, future};
use super::library_sites as sites;
use super::py;
use super::state::asyncio;
use crate::objects::attribute::no_attribute;
use crate::objects::exception::{Exc, PyResult, runtime_error};
use crate::objects::gc_graph::Edge;
use crate::objects::library_site::{Site, at};
use crate::objects::look::{change, look};
use crate::objects::{Args, Interp, Object, Symbol, Value};
use crate::trace::{EventId, FutureId, Log, ObjectId, ObjectKind, Operation, Purpose, TextId};

/// Where `create_future` is looked up, of what is called there.
static ASKED_OF_NOTHING: [Site; 6] = [
    looked_up(&sites::LOCK_FUTURE),
    looked_up(&sites::EVENT_FUTURE),
    looked_up(&sites::CONDITION_FUTURE),
    looked_up(&sites::SEMAPHORE_FUTURE),
    looked_up(&sites::PUTTER),
    looked_up(&sites::GETTER),
];

const fn looked_up(site: &'static Site) -> Site {
    let Site { file, function, line, end_line, column, end_column, text } = *site;
    Site { file, function, line, end_line, column, end_column: end_column + ".create_future".len() as u16, text }
}

/// A primitive's number in the trace, and the loop that it is bound to at its first wait.
#[derive(Default)]
pub struct LoopBound {
    event_loop: RefCell<Option<Rc<Object>>>,
    pub id: Cell<ObjectId>,
    named: Cell<bool>,
}

impl LoopBound {
    /// `number` and `label` are those of [`Log::object_created`].
    pub fn created(&self, i: &mut dyn Interp, kind: ObjectKind, number: i64, label: &str) {
        let label = i.log().intern(label);
        let number = number.clamp(i32::MIN as i64, i32::MAX as i64) as i32;
        self.id.set(i.log().object_created(kind, number, label));
    }

    pub fn bound_to(&self, log: &mut Log, name: &str) {
        if self.id.get().is_some() && !self.named.replace(true) {
            let name = log.intern(name);
            log.object_named(self.id.get(), name);
        }
    }

    /// What asyncio made for its own use has no id: its operations are those of what it is part of.
    pub fn used(&self, i: &mut dyn Interp, operation: Operation, value: i64) -> EventId {
        if self.id.get().is_none() {
            return EventId::NONE;
        }
        let value = value.clamp(i32::MIN as i64, i32::MAX as i64) as i32;
        i.log().object_used(self.id.get(), operation, value, TextId::NONE, FutureId::NONE)
    }

    /// The loop that it is bound to.
    pub fn seen(&self) -> Option<Rc<Object>> {
        look(&self.event_loop).clone()
    }

    /// `_get_loop`: the running loop; the first one seen is the one for ever.
    pub fn get_loop(&self, i: &mut dyn Interp, owner: &Value) -> PyResult<Rc<Object>> {
        if let Some(bound) = &*look(&self.event_loop)
            && event_loop(bound).state.is_running_loop(bound)
        {
            return Ok(bound.clone());
        }
        let running = asyncio(i).running_loop();
        if look(&self.event_loop).is_none() {
            self.event_loop.replace(running.clone());
        }
        let bound = look(&self.event_loop).clone();
        match (running, bound) {
            (Some(running), Some(bound)) if Rc::ptr_eq(&running, &bound) => Ok(running),
            (None, None) => asyncio(i).get_running_loop(),
            _ => {
                let shown = py::repr(i, owner)?;
                Err(runtime_error(format!("{shown} is bound to a different event loop")))
            }
        }
    }

    /// A future for a waiter of this primitive, made at this place of the library.
    pub fn create_future(
        &self,
        i: &mut dyn Interp,
        owner: &Value,
        purpose: Purpose,
        label: TextId,
        site: &'static Site,
    ) -> PyResult<Rc<Object>> {
        match self.get_loop(i, owner) {
            Ok(event_loop) => Ok(futures::create(i, &event_loop, purpose, self.id.get(), label)),
            Err(exc) => Err(self.without_loop(i, exc, site)),
        }
    }

    /// What is raised where a future was to be made and there is no loop for it.
    #[cold]
    #[inline(never)]
    fn without_loop(&self, i: &mut dyn Interp, exc: Exc, site: &'static Site) -> Exc {
        if asyncio(i).running_loop().is_some() || look(&self.event_loop).is_some() {
            return at(site)(at(&sites::GET_LOOP)(exc));
        }
        // `_get_loop` gives None then.
        let nothing = no_attribute(&Value::None, Symbol::new("create_future"));
        let asked = ASKED_OF_NOTHING.iter().find(|asked| asked.line == site.line && asked.file == site.file);
        at(asked.unwrap_or(site))(nothing)
    }
}

/// A deque of waiting futures.
#[derive(Default)]
pub struct Waiters(pub RefCell<VecDeque<Rc<Object>>>);

impl Waiters {
    pub fn len(&self) -> usize {
        look(&self.0).len()
    }

    pub fn is_empty(&self) -> bool {
        look(&self.0).is_empty()
    }

    /// Visits them, for the cycle collector.
    pub fn edges(&self, visit: &mut dyn FnMut(Edge)) {
        look(&self.0).iter().for_each(|waiter| visit(Edge::Object(waiter)));
    }

    pub fn push(&self, waiter: Rc<Object>) {
        change(&self.0).push_back(waiter);
    }

    pub fn remove(&self, waiter: &Rc<Object>) {
        let mut waiters = change(&self.0);
        if let Some(at) = waiters.iter().position(|w| Rc::ptr_eq(w, waiter)) {
            waiters.remove(at);
        }
    }

    /// What the program sees of them: a deque of futures. `lazy`: None until somebody has waited for the first time.
    pub fn shown(&self, i: &mut dyn Interp, lazy: bool) -> PyResult {
        if lazy && look(&self.0).capacity() == 0 {
            return Ok(Value::None);
        }
        let waiters = look(&self.0).iter().cloned().map(Value::Object).collect();
        let collections = i.import("collections")?;
        py::call(i, &collections, "deque", Args::one(Value::list(waiters)))
    }

    /// The first one that is not done yet.
    pub fn first_pending(&self) -> Option<Rc<Object>> {
        look(&self.0).iter().find(|w| !future(w).done()).cloned()
    }

    pub fn first(&self) -> Option<Rc<Object>> {
        look(&self.0).front().cloned()
    }

    /// Whether the first one that is not done can be woken: only a closed loop refuses, and all are of one loop.
    pub fn wakes(&self) -> bool {
        let waiters = look(&self.0);
        let Some(last) = waiters.back() else { return true };
        look(&future(last).event_loop).as_ref().is_some_and(|owner| !event_loop(owner).closed.get())
    }

    pub fn all_cancelled(&self) -> bool {
        look(&self.0).iter().all(|w| future(w).is_cancelled())
    }

    /// A new future of `bound`, made at this place of the library, at the end of the deque. Who has awaited it takes it
    /// out ([`Waiters::remove`]).
    pub fn enter(
        &self,
        i: &mut dyn Interp,
        bound: &LoopBound,
        owner: &Value,
        purpose: Purpose,
        site: &'static Site,
    ) -> PyResult<Rc<Object>> {
        let waiter = bound.create_future(i, owner, purpose, TextId::NONE, site)?;
        self.push(waiter.clone());
        Ok(waiter)
    }

    /// Sets the result of all that are not done, at most `most`; gives how many.
    pub fn wake(&self, i: &mut dyn Interp, most: usize, result: Value) -> PyResult<usize> {
        let pending = |waiter: &&Rc<Object>| !future(waiter).done();
        let waiters: Vec<Rc<Object>> = look(&self.0).iter().filter(pending).take(most).cloned().collect();
        for waiter in &waiters {
            super::overrides::settle(i, waiter, result.clone())?;
        }
        Ok(waiters.len())
    }
}

/// `<asyncio.locks.Lock object at 0x… [extra]>`
pub fn repr_with(object: &Rc<Object>, extra: &str, waiters: usize) -> String {
    let waiting = if waiters > 0 { format!(", waiters:{waiters}") } else { String::new() };
    format!("<{} [{extra}{waiting}]>", py::default_repr(object))
}
