//! What the synchronisation primitives share (Lib/asyncio/mixins.py, and the deques of waiting futures of locks.py).

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::base_events::event_loop;
use super::futures::{self, future};
use super::library_sites as sites;
use super::named;
use super::own_dict::{self, Member};
use super::py::{self, payload};
use super::state::asyncio;
use crate::objects::attribute::no_attribute;
use crate::objects::class::Class;
use crate::objects::exception::{Exc, PyResult, runtime_error};
use crate::objects::gc;
use crate::objects::gc_graph::Edge;
use crate::objects::library_site::{Site, at};
use crate::objects::look::{change, look};
use crate::objects::module::replaced;
use crate::objects::native_class::{NativeClass, SetFn};
use crate::objects::object::{Native, Payload};
use crate::objects::{Args, Flow, Interp, Object, Symbol, Value, ops};
use crate::trace::{EventId, Followed, FutureId, ObjectId, ObjectKind, Operation, Purpose, TaskId, TextId};

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
    pub followed: Followed,
    /// The task that took it last.
    taken_by: Cell<TaskId>,
}

impl LoopBound {
    /// `number` and `label` are those of [`Log::object_labelled`].
    pub fn created(&self, i: &mut dyn Interp, kind: ObjectKind, number: i64, label: &str) {
        self.followed.set_id(i.log().object_labelled(kind, number, label));
    }

    pub fn id(&self) -> ObjectId {
        self.followed.id()
    }

    /// What asyncio made for its own use has no id: its operations are those of what it is part of.
    pub fn used(&self, i: &mut dyn Interp, operation: Operation, value: i64) -> EventId {
        self.used_with(i, operation, value, FutureId::NONE)
    }

    /// A waiter gives back what it was given, without having taken it.
    pub fn given_back(&self, i: &mut dyn Interp, value: i64, waiter: FutureId) -> EventId {
        self.used_with(i, Operation::Release, value, waiter)
    }

    fn used_with(&self, i: &mut dyn Interp, operation: Operation, value: i64, future: FutureId) -> EventId {
        if self.id().is_none() {
            return EventId::NONE;
        }
        if operation == Operation::Acquire {
            self.taken_by.set(i.log().acting_task());
        }
        let value = value.clamp(i32::MIN as i64, i32::MAX as i64) as i32;
        i.log().object_used(self.id(), operation, value, TextId::NONE, future)
    }

    /// The task that took it last; [`TaskId::NONE`] if none did, or what takes it is no task.
    pub fn taken_by(&self) -> TaskId {
        self.taken_by.get()
    }

    /// The loop that it is bound to.
    pub fn seen(&self) -> Option<Rc<Object>> {
        look(&self.event_loop).clone()
    }

    /// The program sets `_loop`.
    pub fn bind(&self, event_loop: &Value) {
        self.event_loop.replace(own_dict::loop_or_none(event_loop));
    }

    /// `_get_loop`: the running loop; the first one seen is the one for ever.
    pub fn get_loop(&self, i: &mut dyn Interp, owner: &Value) -> PyResult<Rc<Object>> {
        if let Some(bound) = &*look(&self.event_loop)
            && event_loop(bound).state.is_running_loop(bound)
            && replaced(i, "asyncio.events", "_get_running_loop").is_none()
        {
            return Ok(bound.clone());
        }
        let running = named::running_loop_or_none(i)?;
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
            Ok(event_loop) => Ok(futures::create(i, &event_loop, purpose, self.id(), label)),
            Err(exc) => Err(self.without_loop(i, exc, site)),
        }
    }

    /// What is raised where a future was to be made and there is no loop for it.
    #[cold]
    #[inline(never)]
    pub(super) fn without_loop(&self, i: &mut dyn Interp, exc: Exc, site: &'static Site) -> Exc {
        if asyncio(i).running_loop().is_some() || look(&self.event_loop).is_some() {
            return at(site)(at(&sites::GET_LOOP)(exc));
        }
        // `_get_loop` gives None then.
        let nothing = no_attribute(&Value::None, Symbol::new("create_future"));
        let asked = ASKED_OF_NOTHING.iter().find(|asked| asked.line == site.line && asked.file == site.file);
        at(asked.unwrap_or(site))(nothing)
    }
}

/// A deque of waiting futures. Once a program has asked for it, or put one in its place, that one counts.
#[derive(Default)]
pub struct Waiters {
    own: RefCell<VecDeque<Rc<Object>>>,
    shown: RefCell<Value>,
}

impl Waiters {
    #[inline]
    fn is_shown(&self) -> bool {
        !look(&self.shown).is_unset()
    }

    /// All that are in the program's deque.
    fn all_shown(&self, i: &mut dyn Interp) -> PyResult<Vec<Rc<Object>>> {
        let shown = look(&self.shown).clone();
        let waiters = ops::to_vec(i, &shown)?;
        waiters
            .iter()
            .map(|waiter| futures::as_future(waiter).cloned().ok_or_else(|| no_attribute(waiter, Symbol::new("done"))))
            .collect()
    }

    pub fn len(&self, i: &mut dyn Interp) -> PyResult<usize> {
        if !self.is_shown() {
            return Ok(look(&self.own).len());
        }
        let shown = look(&self.shown).clone();
        ops::length(i, &shown)
    }

    /// Visits them, for the cycle collector.
    pub fn edges(&self, visit: &mut dyn FnMut(Edge)) {
        look(&self.own).iter().for_each(|waiter| visit(Edge::Object(waiter)));
        visit(Edge::Value(&look(&self.shown)));
    }

    /// Those of `other`, which has none then.
    pub fn take_from(&self, other: &Waiters) {
        self.own.swap(&other.own);
        self.shown.swap(&other.shown);
    }

    pub fn push(&self, i: &mut dyn Interp, waiter: Rc<Object>) -> PyResult<()> {
        if !self.is_shown() {
            change(&self.own).push_back(waiter);
            return Ok(());
        }
        self.ask(i, "append", Args::one(Value::Object(waiter))).map(drop)
    }

    /// What a method of the program's deque gives.
    #[cold]
    fn ask(&self, i: &mut dyn Interp, method: &str, args: Args) -> PyResult {
        let shown = look(&self.shown).clone();
        py::call(i, &shown, method, args)
    }

    pub fn remove(&self, i: &mut dyn Interp, waiter: &Rc<Object>) {
        if self.is_shown() {
            // The program may have taken it out.
            let _removed = self.ask(i, "remove", Args::one(Value::Object(waiter.clone())));
            return;
        }
        let mut waiters = change(&self.own);
        if let Some(at) = waiters.iter().position(|w| Rc::ptr_eq(w, waiter)) {
            waiters.remove(at);
        }
    }

    /// The deque as an attribute of `this`. `lazy`: None until somebody has waited for the first time.
    pub fn show(&self, i: &mut dyn Interp, this: &Value, lazy: bool) -> PyResult {
        if !self.is_shown() {
            if lazy && look(&self.own).capacity() == 0 {
                return Ok(Value::None);
            }
            let waiters = self.own.take().into_iter().map(Value::Object).collect();
            let collections = i.import("collections")?;
            let deque = py::call(i, &collections, "deque", Args::one(Value::list(waiters)))?;
            self.set(this, deque);
        }
        Ok(look(&self.shown).clone())
    }

    /// The program's own deque counts from now on; None: asyncio's.
    pub fn set(&self, this: &Value, deque: Value) {
        if let Some(object) = this.as_object() {
            gc::link(object, &deque);
        }
        self.own.take();
        self.shown.replace(if deque.is_none() { Value::Unset } else { deque });
    }

    /// The first ones that are not done yet, at most `most`.
    pub fn pending(&self, i: &mut dyn Interp, most: usize) -> PyResult<Vec<Rc<Object>>> {
        let pending = |waiter: &Rc<Object>| !future(waiter).done();
        Ok(match self.is_shown() {
            false => look(&self.own).iter().filter(|waiter| pending(waiter)).take(most).cloned().collect(),
            true => self.all_shown(i)?.into_iter().filter(pending).take(most).collect(),
        })
    }

    /// The first one that is not done yet.
    pub fn first_pending(&self, i: &mut dyn Interp) -> PyResult<Option<Rc<Object>>> {
        let pending = |waiter: &Rc<Object>| !future(waiter).done();
        match self.is_shown() {
            false => Ok(look(&self.own).iter().find(|waiter| pending(waiter)).cloned()),
            true => Ok(self.all_shown(i)?.into_iter().find(pending)),
        }
    }

    pub fn first(&self, i: &mut dyn Interp) -> PyResult<Option<Rc<Object>>> {
        match self.is_shown() {
            false => Ok(look(&self.own).front().cloned()),
            true => Ok(self.all_shown(i)?.into_iter().next()),
        }
    }

    /// Takes the first one out.
    #[inline]
    pub fn pop_first(&self, i: &mut dyn Interp) -> PyResult<Option<Rc<Object>>> {
        if self.is_shown() { self.pop_shown(i) } else { Ok(change(&self.own).pop_front()) }
    }

    #[cold]
    fn pop_shown(&self, i: &mut dyn Interp) -> PyResult<Option<Rc<Object>>> {
        let first = self.first(i)?;
        if first.is_some() {
            self.ask(i, "popleft", Args::none())?;
        }
        Ok(first)
    }

    /// Whether the first one that is not done can be woken without asking the program: only a closed loop refuses, and
    /// all are of one loop.
    pub fn wakes(&self) -> bool {
        let waiters = look(&self.own);
        let Some(last) = waiters.back() else { return !self.is_shown() };
        look(&future(last).event_loop).as_ref().is_some_and(|owner| !event_loop(owner).closed.get())
    }

    pub fn all_cancelled(&self, i: &mut dyn Interp) -> PyResult<bool> {
        match self.is_shown() {
            false => Ok(look(&self.own).iter().all(|w| future(w).is_cancelled())),
            true => Ok(self.all_shown(i)?.iter().all(|w| future(w).is_cancelled())),
        }
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
        self.push(i, waiter.clone())?;
        Ok(waiter)
    }

    /// Sets the result of all that are not done, at most `most`; gives how many.
    pub fn wake(&self, i: &mut dyn Interp, most: usize, result: Value) -> PyResult<usize> {
        let waiters = self.pending(i, most)?;
        for waiter in &waiters {
            super::overrides::settle(i, waiter, result.clone())?;
        }
        Ok(waiters.len())
    }
}

/// `_LoopBoundMixin`, of whatever is derived from it.
pub fn loop_bound_class() -> Rc<Class> {
    plain_class("_LoopBoundMixin", "asyncio.mixins")
        .constant("_loop", Value::None)
        .sync("_get_loop", |i, args| {
            let [this] = args.bind::<1>("_LoopBoundMixin._get_loop", &["self"], 1)?;
            let running = asyncio(i).running_loop().map_or(Value::None, Value::Object);
            let mut bound = py::get(i, &this, "_loop")?;
            if bound.is_none() {
                py::set(i, &this, "_loop", running.clone())?;
                bound = running.clone();
            }
            if !running.is(&bound) {
                let shown = py::repr(i, &this)?;
                return Err(at(&sites::GET_LOOP)(runtime_error(format!("{shown} is bound to a different event loop"))));
            }
            Ok(running)
        })
        .finish()
}

/// A class whose instances carry nothing, so that it can be a base beside any other.
pub fn plain_class(name: &str, module: &str) -> NativeClass {
    let class =
        NativeClass::new(name, module, &[], |_, class, _| Ok(Value::Object(Object::new(class.clone(), Payload::None))));
    class.shared_layout()
}

/// What is bound to a loop (`_LoopBoundMixin`).
pub trait LoopBoundMixin: 'static {
    /// The class's name, for errors.
    const NAME: &'static str;
    /// It comes to hold other objects besides those that wait ([`Native::changes`]).
    const CHANGES: bool = false;

    fn bound(&self) -> &LoopBound;

    /// What it holds, for the cycle collector.
    fn held(&self, visit: &mut dyn FnMut(Edge));
}

/// To the VM they are alike: classes in Python, in CPython, whose attributes say all.
impl<P: LoopBoundMixin> Native for P {
    fn edges(&self, visit: &mut dyn FnMut(Edge)) {
        self.held(visit);
    }

    fn changes(&self) -> bool {
        P::CHANGES
    }

    fn copied_by_attributes(&self) -> bool {
        true
    }

    fn followed(&self) -> Option<&Followed> {
        Some(&self.bound().followed)
    }
}

/// A primitive of locks.py at which futures wait in a deque.
pub trait Primitive: LoopBoundMixin {
    /// Whether `_waiters` is None until somebody has waited for the first time.
    const LAZY: bool;

    fn waiters(&self) -> &Waiters;
}

/// What `this` is, or a TypeError.
pub fn of<P: LoopBoundMixin>(this: &Value) -> PyResult<&P> {
    payload(this, P::NAME)
}

/// The field `_loop`.
pub const fn loop_member<P: LoopBoundMixin>() -> Member {
    let set: SetFn = |_, this, event_loop| {
        of::<P>(this)?.bound().bind(&event_loop);
        Ok(())
    };
    ("_loop", |_, this| own_dict::bound_loop(of::<P>(this)?.bound()), Some(set))
}

/// The field `_waiters`.
pub const fn waiters_member<P: Primitive>() -> Member {
    let set: SetFn = |_, this, deque| {
        of::<P>(this)?.waiters().set(this, deque);
        Ok(())
    };
    ("_waiters", |i, this| of::<P>(this)?.waiters().show(i, this, P::LAZY), Some(set))
}

/// `repr(this)`: `<asyncio.locks.Lock object at 0x… [state, waiters:2]>`
pub fn repr_of<P: Primitive>(i: &mut dyn Interp, this: &Value, state: &str) -> PyResult<Flow> {
    let waiters = of::<P>(this)?.waiters().len(i)?;
    let waiting = if waiters > 0 { format!(", waiters:{waiters}") } else { String::new() };
    Ok(repr_with(this, &format!("{state}{waiting}")))
}

/// `<asyncio.locks.Barrier object at 0x… [state]>`
pub fn repr_with(this: &Value, state: &str) -> Flow {
    match this.as_object() {
        Some(object) => Value::from(format!("<{} [{state}]>", py::default_repr(object))).into(),
        None => Value::None.into(),
    }
}
