//! Queue, PriorityQueue, LifoQueue (Lib/asyncio/queues.py).

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::awaiter::{Awaited, Next};
use super::base_events::event_loop;
use super::exceptions::exceptions;
use super::futures::{self, future};
use super::heap;
use super::labels;
use super::library_sites as sites;
use super::locks::Event;
use super::mixins::{LoopBound, LoopBoundMixin, Waiters};
use super::overrides::{overridden, own_version};
use super::py::{self, payload};
use super::queue_class::own_empty;
use super::queue_size::NO_NUMBER;
use crate::objects::exception::{Exc, PyResult, value_error};
use crate::objects::gc_graph::Edge;
use crate::objects::library_site::at;
use crate::objects::look::{change, look};
use crate::objects::module::replaced;
use crate::objects::{Args, Interp, Object, Value, ops};
use crate::trace::{FutureId, ObjectKind, Operation, Purpose, TextId};

/// The order in which a queue gives its items.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Order {
    Fifo,
    Priority,
    Lifo,
}

impl Order {
    pub fn class_name(self) -> &'static str {
        match self {
            Order::Fifo => "Queue",
            Order::Priority => "PriorityQueue",
            Order::Lifo => "LifoQueue",
        }
    }

    fn kind(self) -> ObjectKind {
        match self {
            Order::Fifo => ObjectKind::Queue,
            Order::Priority => ObjectKind::PriorityQueue,
            Order::Lifo => ObjectKind::LifoQueue,
        }
    }
}

/// Where the items are: with asyncio itself, or in `self._queue` because the program overrides `_init`, `_get` or `_put`,
/// or has asked for the container.
enum Items {
    Deque(VecDeque<Value>),
    List(Vec<Value>),
    Program,
}

/// The payload of a queue.
pub struct Queue {
    pub bound: LoopBound,
    pub order: Order,
    pub maxsize: RefCell<Value>,
    pub(super) limit: Cell<i64>,
    items: RefCell<Items>,
    pub getters: Waiters,
    pub putters: Waiters,
    pub unfinished: Cell<i64>,
    own_finished: Event,
    /// The event that the program has been given for `_finished`, or has put there: that one counts.
    shown_finished: RefCell<Value>,
    pub is_shutdown: Cell<bool>,
}

impl LoopBoundMixin for Queue {
    const NAME: &'static str = "Queue";
    const CHANGES: bool = true;

    fn bound(&self) -> &LoopBound {
        &self.bound
    }

    fn held(&self, visit: &mut dyn FnMut(Edge)) {
        let joiners = &self.own_finished.waiters;
        [&self.getters, &self.putters, joiners].into_iter().for_each(|waiters| waiters.edges(visit));
        visit(Edge::Value(&look(&self.shown_finished)));
        match &*look(&self.items) {
            Items::Deque(items) => items.iter().for_each(|item| visit(Edge::Value(item))),
            Items::List(items) => items.iter().for_each(|item| visit(Edge::Value(item))),
            Items::Program => {}
        }
    }
}

impl Queue {
    pub fn new(order: Order) -> Queue {
        let items = match order {
            Order::Fifo => Items::Deque(VecDeque::new()),
            _ => Items::List(Vec::new()),
        };
        Queue {
            bound: LoopBound::default(),
            order,
            maxsize: RefCell::new(Value::Int(0)),
            limit: Cell::new(0),
            items: RefCell::new(items),
            getters: Waiters::default(),
            putters: Waiters::default(),
            unfinished: Cell::new(0),
            own_finished: Event::default(),
            shown_finished: RefCell::default(),
            is_shutdown: Cell::new(false),
        }
    }

    /// Does something with the event for those that wait in `join()`.
    #[inline]
    fn with_finished<R>(&self, does: impl FnOnce(&Event) -> R) -> R {
        if look(&self.shown_finished).is_unset() {
            return does(&self.own_finished);
        }
        let shown = look(&self.shown_finished).clone();
        does(shown.native::<Event>().unwrap_or(&self.own_finished))
    }

    /// `self._finished.set()` or `.clear()`, where a class of the program's stands in place of `Event`.
    fn tell_finished(&self, i: &mut dyn Interp, method: &str) -> PyResult<()> {
        let shown = look(&self.shown_finished).clone();
        if shown.is_unset() || shown.native::<Event>().is_some() {
            return Ok(());
        }
        py::call(i, &shown, method, Args::none()).map(drop)
    }

    /// `_finished`
    pub fn show_finished(&self, i: &mut dyn Interp) -> Value {
        let shown = look(&self.shown_finished).clone();
        if !shown.is_unset() {
            return shown;
        }
        let class = super::state::asyncio(i).classes.event.clone();
        let event = Event { value: self.own_finished.value.clone(), ..Event::default() };
        event.waiters.take_from(&self.own_finished.waiters);
        if let Some(bound) = self.own_finished.bound.seen() {
            event.bound.bind(&Value::Object(bound));
        }
        let made = Object::with_native(class, event);
        self.set_finished(made.clone());
        made
    }

    /// The program puts an event there.
    pub fn set_finished(&self, event: Value) {
        self.shown_finished.replace(event);
    }

    pub(super) fn is_program(&self) -> bool {
        matches!(*look(&self.items), Items::Program)
    }

    /// From now on the items are in `self._queue`.
    pub fn hand_over(&self) {
        self.items.replace(Items::Program);
    }

    /// `len(self._queue)`
    pub fn size(&self, i: &mut dyn Interp, owner: &Value) -> PyResult<usize> {
        match &*look(&self.items) {
            Items::Deque(items) => return Ok(items.len()),
            Items::List(items) => return Ok(items.len()),
            Items::Program => {}
        }
        let container = py::get(i, owner, "_queue")?;
        ops::length(i, &container)
    }

    pub fn empty(&self, i: &mut dyn Interp, owner: &Value) -> PyResult<bool> {
        if self.is_program() { own_empty(i, self, owner) } else { Ok(self.size(i, owner)? == 0) }
    }

    /// The items in the order of the container, for reprs.
    pub fn items(&self) -> Vec<Value> {
        match &*look(&self.items) {
            Items::Deque(items) => items.iter().cloned().collect(),
            Items::List(items) => items.clone(),
            Items::Program => Vec::new(),
        }
    }

    /// `_put(item)`; gives the place in the queue's order, -1 of a heap.
    pub(super) fn put_item(&self, i: &mut dyn Interp, owner: &Value, item: Value) -> PyResult<i64> {
        match &mut *change(&self.items) {
            Items::Deque(items) => {
                items.push_back(item);
                return Ok(items.len() as i64 - 1);
            }
            Items::List(items) if self.order == Order::Lifo => {
                items.push(item);
                return Ok(items.len() as i64 - 1);
            }
            _ => {}
        }
        if self.is_program() {
            py::call(i, owner, "_put", Args::one(item))?;
            return match self.order {
                Order::Priority => Ok(-1),
                _ => Ok(self.size(i, owner)? as i64 - 1),
            };
        }
        self.with_heap(|heap| heap::push(i, heap, item)).map_err(at(&sites::HEAP_PUT))?;
        Ok(-1)
    }

    /// `_get()`; gives the item and the place it had, -1 of a heap.
    pub(super) fn get_item(&self, i: &mut dyn Interp, owner: &Value) -> PyResult<(Value, i64)> {
        match &mut *change(&self.items) {
            Items::Deque(items) => return Ok((items.pop_front().unwrap_or(Value::None), 0)),
            Items::List(items) if self.order == Order::Lifo => {
                return Ok((items.pop().unwrap_or(Value::None), items.len() as i64));
            }
            _ => {}
        }
        if self.is_program() {
            let item = py::call(i, owner, "_get", Args::none())?;
            return Ok(match self.order {
                Order::Fifo => (item, 0),
                Order::Lifo => (item, self.size(i, owner)? as i64),
                Order::Priority => (item, -1),
            });
        }
        let item = self.with_heap(|heap| heap::pop(i, heap)).map_err(at(&sites::HEAP_GET))?;
        Ok((item.unwrap_or(Value::None), -1))
    }

    /// The heap is taken out for as long as items are compared, since that may run the program's code.
    fn with_heap<R>(&self, f: impl FnOnce(&mut Vec<Value>) -> PyResult<R>) -> PyResult<R> {
        let mut heap = match &mut *change(&self.items) {
            Items::List(items) => std::mem::take(items),
            _ => Vec::new(),
        };
        let result = f(&mut heap);
        self.items.replace(Items::List(heap));
        result
    }

    fn wakeup_next(&self, i: &mut dyn Interp, waiters: &Waiters) -> PyResult<()> {
        loop {
            let Some(waiter) = waiters.pop_first(i)? else { return Ok(()) };
            if !future(&waiter).done() {
                return super::overrides::settle(i, &waiter, Value::None).map_err(at(&sites::QUEUE_WAKE));
            }
        }
    }

    /// `put_nowait(item)`
    pub fn put_nowait(&self, i: &mut dyn Interp, owner: &Value, item: Value) -> PyResult<()> {
        if self.is_shutdown.get() {
            return Err(at(&sites::QUEUE_NOWAIT_SHUT_DOWN)(Exc::new(&exceptions().queue_shut_down, vec![])));
        }
        if self.full(i, owner).map_err(at(&sites::QUEUE_NOWAIT_FULL))? {
            return Err(at(&sites::QUEUE_FULL)(Exc::new(&exceptions().queue_full, vec![])));
        }
        self.insert(i, owner, item)
    }

    /// What `put_nowait` does with an item for which there is room.
    fn insert(&self, i: &mut dyn Interp, owner: &Value, item: Value) -> PyResult<()> {
        let text = labels::short_id(i, &item);
        let place = self.put_item(i, owner, item).map_err(at(&sites::QUEUE_OWN_PUT))?;
        self.record(i, Operation::Put, place, text);
        self.unfinished.set(self.unfinished.get() + 1);
        self.with_finished(|finished| finished.value.set(false));
        self.tell_finished(i, "clear")?;
        self.wakeup_next(i, &self.getters).map_err(at(&sites::QUEUE_PUT_WAKE))
    }

    /// `get_nowait()`
    pub fn get_nowait(&self, i: &mut dyn Interp, owner: &Value) -> PyResult {
        if self.empty(i, owner)? {
            let e = exceptions();
            return Err(match self.is_shutdown.get() {
                true => at(&sites::QUEUE_EMPTY_SHUT_DOWN)(Exc::new(&e.queue_shut_down, vec![])),
                false => at(&sites::QUEUE_EMPTY)(Exc::new(&e.queue_empty, vec![])),
            });
        }
        self.remove(i, owner)
    }

    /// What `get_nowait` does where there is an item.
    fn remove(&self, i: &mut dyn Interp, owner: &Value) -> PyResult {
        let (item, place) = self.get_item(i, owner).map_err(at(&sites::QUEUE_OWN_GET))?;
        let text = labels::short_id(i, &item);
        self.record(i, Operation::Get, place, text);
        self.wakeup_next(i, &self.putters).map_err(at(&sites::QUEUE_GET_WAKE))?;
        Ok(item)
    }

    fn record(&self, i: &mut dyn Interp, operation: Operation, place: i64, text: TextId) {
        // The trace knows of no queue that was copied.
        if self.bound.id().is_some() {
            let place = place.min(i32::MAX as i64) as i32;
            i.log().object_used(self.bound.id(), operation, place, text, FutureId::NONE);
        }
    }

    /// `put(item)`
    pub fn put(&self, i: &mut dyn Interp, owner: &Value, item: &Value, awaited: Awaited) -> PyResult<Next> {
        if let Some((putter, Err(exc))) = awaited {
            let exc = at(&sites::QUEUE_PUT)(exc);
            let room = !self.full(i, owner)?;
            self.give_up(i, &putter, &self.putters, room)?;
            return Err(exc);
        }
        if self.full(i, owner).map_err(at(&sites::QUEUE_PUT_FULL))? {
            if self.is_shutdown.get() {
                return Err(at(&sites::QUEUE_PUT_SHUT_DOWN)(Exc::new(&exceptions().queue_shut_down, vec![])));
            }
            let label = labels::short_id(i, item);
            let putter = self.bound.create_future(i, owner, Purpose::QueuePut, label, &sites::PUTTER)?;
            self.putters.push(i, putter.clone())?;
            return Ok(Next::Await(putter));
        }
        match self.overriding(owner, "put_nowait") {
            Some(own) => Ok(Next::Call(own, Args::one(item.clone()))),
            None => {
                self.put_nowait(i, owner, item.clone()).map_err(at(&sites::QUEUE_PUT_NOWAIT))?;
                Ok(Next::Return(Value::None))
            }
        }
    }

    /// What `await put(item)` comes to if there is room and nothing of the program's is called.
    pub fn put_at_once(&self, i: &mut dyn Interp, owner: &Value, item: &Value) -> Option<Value> {
        let (limit, size) = (self.limit.get(), self.plain_size()?);
        let full = limit > 0 && size as i64 >= limit;
        if full
            || limit == NO_NUMBER
            || self.is_shutdown.get()
            || !self.getters.wakes()
            || self.overriding(owner, "put_nowait").is_some()
        {
            return None;
        }
        self.insert(i, owner, item.clone()).ok().map(|()| Value::None)
    }

    /// What `await get()` comes to if there is an item and nothing of the program's is called.
    pub fn get_at_once(&self, i: &mut dyn Interp, owner: &Value) -> Option<Value> {
        if self.plain_size()? == 0 || !self.putters.wakes() || self.overriding(owner, "get_nowait").is_some() {
            return None;
        }
        self.remove(i, owner).ok()
    }

    /// How many items there are, unless they need be compared.
    fn plain_size(&self) -> Option<usize> {
        match &*look(&self.items) {
            Items::Deque(items) => Some(items.len()),
            Items::List(items) if self.order == Order::Lifo => Some(items.len()),
            _ => None,
        }
    }

    /// `get()`
    pub fn get(&self, i: &mut dyn Interp, owner: &Value, awaited: Awaited) -> PyResult<Next> {
        if let Some((getter, Err(exc))) = awaited {
            let exc = at(&sites::QUEUE_GET)(exc);
            let something = !self.empty(i, owner)?;
            self.give_up(i, &getter, &self.getters, something)?;
            return Err(exc);
        }
        if self.empty(i, owner)? {
            if self.is_shutdown.get() && self.empty(i, owner)? {
                return Err(at(&sites::QUEUE_GET_SHUT_DOWN)(Exc::new(&exceptions().queue_shut_down, vec![])));
            }
            let getter = self.getters.enter(i, &self.bound, owner, Purpose::QueueGet, &sites::GETTER)?;
            return Ok(Next::Await(getter));
        }
        match self.overriding(owner, "get_nowait") {
            Some(own) => Ok(Next::Call(own, Args::none())),
            None => self.get_nowait(i, owner).map(Next::Return).map_err(at(&sites::QUEUE_GET_NOWAIT)),
        }
    }

    fn overriding(&self, owner: &Value, method: &str) -> Option<Value> {
        own_version(owner, method)
    }

    /// A waiter that leaves with an exception, done or not, passes on what it was woken for.
    fn give_up(&self, i: &mut dyn Interp, waiter: &Rc<Object>, waiters: &Waiters, worthwhile: bool) -> PyResult<()> {
        let cancelled = futures::cancel_future(i, waiter, Value::None);
        let site = [&sites::QUEUE_GET_CANCEL, &sites::QUEUE_PUT_CANCEL][std::ptr::eq(waiters, &self.putters) as usize];
        cancelled.map_err(at(site))?;
        waiters.remove(i, waiter);
        if worthwhile && !future(waiter).is_cancelled() {
            self.wakeup_next(i, waiters)?;
        }
        Ok(())
    }

    /// `task_done()`
    pub fn task_done(&self, i: &mut dyn Interp) -> PyResult<()> {
        if self.unfinished.get() <= 0 {
            return Err(at(&sites::TASK_DONE)(value_error("task_done() called too many times")));
        }
        self.unfinished.set(self.unfinished.get() - 1);
        self.bound.used(i, Operation::TaskDone, self.unfinished.get());
        self.finish_if_done(i)
    }

    fn finish_if_done(&self, i: &mut dyn Interp) -> PyResult<()> {
        if self.unfinished.get() != 0 {
            return Ok(());
        }
        self.tell_finished(i, "set")?;
        self.with_finished(|finished| {
            if !finished.value.replace(true) {
                finished.waiters.wake(i, usize::MAX, Value::Bool(true))?;
            }
            Ok(())
        })
    }

    /// `join()`
    pub fn join(&self, i: &mut dyn Interp, owner: &Value, awaited: Awaited) -> PyResult<Next> {
        self.with_finished(|finished| {
            if let Some((waiter, result)) = awaited {
                finished.waiters.remove(i, &waiter);
                result.map_err(at(&sites::EVENT_WAIT)).map_err(at(&sites::JOIN))?;
            } else if self.unfinished.get() > 0 && !finished.value.get() {
                // It is the event that belongs to a loop.
                let bound = &finished.bound;
                let elsewhere = bound.seen().is_some_and(|own| !event_loop(&own).state.is_running_loop(&own));
                let named = if elsewhere { self.show_finished(i) } else { owner.clone() };
                let owner = bound.get_loop(i, &named);
                let owner = owner.map_err(|exc| at(&sites::JOIN)(bound.without_loop(i, exc, &sites::EVENT_FUTURE)))?;
                let waiter = futures::create(i, &owner, Purpose::QueueJoin, self.bound.id(), TextId::NONE);
                finished.waiters.push(i, waiter.clone())?;
                return Ok(Next::Await(waiter));
            }
            Ok(Next::Return(Value::None))
        })
    }

    /// `shutdown(immediate)`
    pub fn shutdown(&self, i: &mut dyn Interp, owner: &Value, immediate: bool) -> PyResult<()> {
        self.is_shutdown.set(true);
        self.bound.used(i, Operation::Shutdown, immediate as i64);
        if immediate {
            while !self.empty(i, owner)? {
                let (item, place) = self.get_item(i, owner).map_err(at(&sites::QUEUE_OWN_GET))?;
                let text = labels::short_id(i, &item);
                self.record(i, Operation::Get, place, text);
                if self.unfinished.get() > 0 {
                    self.unfinished.set(self.unfinished.get() - 1);
                }
            }
            self.finish_if_done(i)?;
        }
        for waiters in [&self.getters, &self.putters] {
            while let Some(waiter) = waiters.pop_first(i)? {
                if !future(&waiter).done() {
                    super::overrides::settle(i, &waiter, Value::None)?;
                }
            }
        }
        Ok(())
    }
}

/// `Queue.__init__(maxsize=0)`
pub fn init(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, maxsize] = args.bind::<2>("Queue.__init__", &["self", "maxsize"], 1)?;
    let queue = payload::<Queue>(&this, "Queue")?;
    let maxsize = if maxsize.is_unset() { Value::Int(0) } else { maxsize };
    queue.set_maxsize(maxsize.clone());
    if let Some(class) = replaced(i, "asyncio.locks", "Event") {
        queue.set_finished(i.call(&class, Args::none())?);
    }
    queue.with_finished(|finished| finished.value.set(true));
    queue.tell_finished(i, "set")?;
    let label = format!("asyncio.{}", queue.order.class_name());
    queue.bound.created(i, queue.order.kind(), queue.limit.get(), &label);
    let object = this.as_object().cloned();
    let overriding = |name: &str| object.as_ref().is_some_and(|o| overridden(o, name).is_some());
    if ["_init", "_get", "_put", "qsize", "empty", "full"].into_iter().any(overriding) {
        queue.items.replace(Items::Program);
        py::call(i, &this, "_init", Args::one(maxsize))?;
    }
    Ok(Value::None)
}
