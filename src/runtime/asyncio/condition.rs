//! Condition (Lib/asyncio/locks.py).

use std::cell::RefCell;
use std::rc::Rc;

use super::awaiter::{Awaited, Awaiter};
use super::coroutines::method_of;
use super::exceptions::is_cancelled;
use super::library_sites as sites;
use super::locks::{Lock, make_lock};
use super::mixins::{LoopBound, LoopBoundMixin, Primitive, Waiters, loop_member, of, repr_of, waiters_member};
use super::overrides::{self, overridden};
use super::own_dict::{self, Member};
use super::py;
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, runtime_error};
use crate::objects::gc;
use crate::objects::gc_graph::Edge;
use crate::objects::library_site::{at, at_holding};
use crate::objects::look::change;
use crate::objects::module::replaced;
use crate::objects::native_class::NativeClass;
use crate::objects::ops::CompareOp;
use crate::objects::{Args, Cx, Flow, Interp, Object, Symbol, Value, ops};
use crate::trace::{ObjectId, ObjectKind, Operation, Purpose};

/// The payload of a Condition.
#[derive(Default)]
pub struct Condition {
    pub bound: LoopBound,
    pub lock: RefCell<Value>,
    waiters: Waiters,
}

impl LoopBoundMixin for Condition {
    const NAME: &'static str = "Condition";
    const CHANGES: bool = true;

    fn bound(&self) -> &LoopBound {
        &self.bound
    }

    fn held(&self, visit: &mut dyn FnMut(Edge)) {
        visit(Edge::Value(&self.lock.borrow()));
        self.waiters.edges(visit);
    }
}

impl Primitive for Condition {
    const LAZY: bool = false;

    fn waiters(&self) -> &Waiters {
        &self.waiters
    }
}

impl Condition {
    /// Its lock, if it is one of ours that the program has not overridden.
    fn own_lock(&self) -> Option<Value> {
        let lock = self.lock.borrow().clone();
        let object = lock.as_object()?;
        object.native::<Lock>()?;
        let overridden = ["acquire", "release", "locked"].iter().any(|n| overridden(object, n).is_some());
        if overridden { None } else { Some(lock) }
    }

    pub fn locked(&self, i: &mut dyn Interp) -> PyResult<bool> {
        match self.own_lock() {
            Some(lock) => Ok(of::<Lock>(&lock)?.locked.get()),
            None => {
                let lock = self.lock.borrow().clone();
                let locked = py::call(i, &lock, "locked", Args::none())?;
                ops::is_true(i, &locked)
            }
        }
    }

    pub async fn acquire(&self, cx: &Cx) -> PyResult {
        match self.own_lock() {
            Some(lock) => {
                let acquiring = |i: &mut dyn Interp, awaited: Awaited| of::<Lock>(&lock)?.acquire(i, &lock, awaited);
                Awaiter::new(cx.clone(), acquiring).await
            }
            None => {
                let lock = self.lock.borrow().clone();
                let acquiring = py::call_method(cx, &lock, "acquire", Args::none()).await?;
                cx.await_(&acquiring).await
            }
        }
    }

    pub async fn release(&self, cx: &Cx) -> PyResult<()> {
        match self.own_lock() {
            Some(lock) => cx.enter(|i| of::<Lock>(&lock)?.release(i)),
            None => {
                let lock = self.lock.borrow().clone();
                py::call_method(cx, &lock, "release", Args::none()).await.map(drop)
            }
        }
    }

    /// `wait()`
    pub async fn wait(&self, cx: &Cx, owner: &Value) -> PyResult {
        if !cx.enter(|i| self.locked(i))? {
            return Err(at(&sites::CONDITION_UNLOCKED)(runtime_error("cannot wait on un-acquired lock")));
        }
        // CPython makes the future before it releases, so that an error of the loop's leaves the lock held.
        let waiter = cx.enter(|i| {
            self.bound.create_future(i, owner, Purpose::Condition, Default::default(), &sites::CONDITION_FUTURE)
        })?;
        self.release(cx).await?;
        cx.enter(|i| self.waiters.push(i, waiter.clone()))?;
        let waited = super::future_await::wait(cx, &waiter).await.map_err(at(&sites::CONDITION_WAIT));
        cx.enter(|i| self.waiters.remove(i, &waiter));
        // The lock must be held again even if the wait was cancelled.
        let mut cancelled = None;
        let taken = loop {
            match self.acquire(cx).await {
                Err(exc) if is_cancelled(&exc) => cancelled = Some(exc),
                other => break other,
            }
        };
        let result = match (taken, cancelled, waited) {
            (Err(exc), _, _) | (Ok(_), Some(exc), _) | (Ok(_), None, Err(exc)) => Err(exc),
            (Ok(_), None, Ok(_)) => Ok(Value::Bool(true)),
        };
        if result.is_err() {
            // It may have been notified already: somebody else is, instead.
            let notified = cx.enter(|i| self.notify(i, 1).map_err(at(&sites::NOTIFY_WAKE)));
            notified.map_err(at(&sites::CONDITION_NOTIFY_OTHER))?;
        }
        result
    }

    pub fn notify(&self, i: &mut dyn Interp, n: usize) -> PyResult<usize> {
        self.waiters.wake(i, n, Value::Bool(false))
    }

    /// How many `_notify(n)` wakes at most: it counts up to what is not less than `n`, if there is anybody to wake.
    fn at_most(&self, i: &mut dyn Interp, n: &Value) -> PyResult<usize> {
        if let Value::Int(n) = n {
            return Ok((*n).max(0) as usize);
        }
        let (mut idx, waiting) = (0, self.waiters.len(i)?);
        while idx < waiting {
            let enough = ops::compare(i, CompareOp::Ge, &Value::from(idx), n).and_then(|flow| i.finish(flow));
            let enough = enough.and_then(|enough| ops::is_true(i, &enough));
            if enough.map_err(at_holding(&sites::NOTIFY_COMPARE, n))? {
                break;
            }
            idx += 1;
        }
        Ok(idx)
    }

    pub fn notify_all(&self, i: &mut dyn Interp) -> PyResult<()> {
        let all = self.waiters.len(i)?;
        self.notify(i, all).map(drop)
    }
}

fn init(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, lock] = args.bind::<2>("Condition.__init__", &["self", "lock"], 1)?;
    let condition = of::<Condition>(&this)?;
    condition.bound.created(i, ObjectKind::Condition, 0, "asyncio.Condition");
    let own = lock.is_none() || lock.is_unset();
    if !own {
        // What is no lock is refused at once.
        for (name, site) in [("locked", &sites::CONDITION_LOCKED), ("acquire", &sites::CONDITION_ACQUIRE)] {
            py::get(i, &lock, name).map_err(at(site))?;
        }
    }
    let lock = match replaced(i, "asyncio.locks", "Lock").filter(|_| own) {
        Some(class) => i.call(&class, Args::none())?,
        None if own => make_lock(i, condition.bound.id()),
        None => lock,
    };
    condition.lock.replace(lock);
    Ok(Value::None)
}

/// A condition made by asyncio itself: who waits at it waits, for the trace, at the Barrier whose part it is.
pub fn make_condition(i: &mut dyn Interp, part_of: ObjectId) -> Value {
    let class = super::state::asyncio(i).classes.condition.clone();
    let condition = Condition::default();
    condition.lock.replace(make_lock(i, ObjectId::NONE));
    condition.bound.followed.set_part(part_of);
    Object::with_native(class, condition)
}

/// `wait_for(predicate)`
fn wait_for(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, predicate] = args.bind::<2>("Condition.wait_for", &["self", "predicate"], 2)?;
    let own = this.clone();
    Ok(method_of(i, "Condition.wait_for", &own, async move |cx| {
        let mut site = &sites::CONDITION_PREDICATE;
        loop {
            let result = cx.call(&predicate, Args::none()).await.map_err(at(site))?;
            if cx.enter(|i| ops::is_true(i, &result))? {
                return Ok(result);
            }
            let waited = match overrides::awaited(&cx, &this, "wait").await {
                Some(waited) => waited,
                None => of::<Condition>(&this)?.wait(&cx, &this).await,
            };
            waited.map_err(at(&sites::CONDITION_WAIT_FOR))?;
            site = &sites::CONDITION_PREDICATE_AGAIN;
        }
    }))
}

fn notify(i: &mut dyn Interp, this: &Value, n: &Value) -> PyResult {
    let condition = of::<Condition>(this)?;
    if !condition.locked(i)? {
        return Err(at(&sites::CONDITION_NOTIFY)(runtime_error("cannot notify on un-acquired lock")));
    }
    let n = condition.at_most(i, n).map_err(at(&sites::NOTIFY_WAITERS))?;
    let woken = condition.waiters.pending(i, n)?.len();
    condition.bound.used(i, Operation::Notify, woken as i64);
    condition.notify(i, n).map_err(at(&sites::NOTIFY_WAKE)).map_err(at(&sites::NOTIFY_WAITERS))?;
    Ok(Value::None)
}

const MEMBERS: &[Member] = &[
    (
        "_lock",
        |_, this| Ok(of::<Condition>(this)?.lock.borrow().clone()),
        Some(|_, this, value| {
            of::<Condition>(this)?.lock.replace(value);
            Ok(())
        }),
    ),
    ("locked", |i, this| of_lock(i, this, "locked"), Some(|_, this, value| own_version(this, "locked", value))),
    ("acquire", |i, this| of_lock(i, this, "acquire"), Some(|_, this, value| own_version(this, "acquire", value))),
    ("release", |i, this| of_lock(i, this, "release"), Some(|_, this, value| own_version(this, "release", value))),
    waiters_member::<Condition>(),
    loop_member::<Condition>(),
];

/// A method of the lock, which a condition has as its own, unless the program has put another there.
fn of_lock(i: &mut dyn Interp, this: &Value, method: &str) -> PyResult {
    if let Some(own) = this.as_object().and_then(|object| object.own(Symbol::new(method))) {
        return Ok(own);
    }
    let lock = of::<Condition>(this)?.lock.borrow().clone();
    py::get(i, &lock, method)
}

fn own_version(this: &Value, method: &str, value: Value) -> PyResult<()> {
    let Some(object) = this.as_object() else { return Ok(()) };
    gc::link(object, &value);
    let _old = change(&object.attrs).set(Symbol::new(method), value);
    Ok(())
}

pub fn condition_class(bases: &[&Rc<Class>]) -> Rc<Class> {
    let make =
        |_: &mut dyn Interp, class: &Rc<Class>, _: &Args| Ok(Object::with_native(class.clone(), Condition::default()));
    let class = NativeClass::new("Condition", "asyncio.locks", bases, make)
        .mixes()
        .sync("__init__", init)
        .method("wait", |i, args| {
            let [this] = args.bind::<1>("Condition.wait", &["self"], 1)?;
            let own = this.clone();
            Ok(method_of(i, "Condition.wait", &own, async move |cx| of::<Condition>(&this)?.wait(&cx, &this).await))
        })
        .method("wait_for", wait_for)
        .sync("notify", |i, args| {
            let [this, n] = args.bind::<2>("Condition.notify", &["self", "n"], 1)?;
            notify(i, &this, if n.is_unset() { &Value::Int(1) } else { &n })
        })
        .sync("notify_all", |i, args| {
            let [this] = args.bind::<1>("Condition.notify_all", &["self"], 1)?;
            let n = of::<Condition>(&this)?.waiters.len(i)?;
            match overrides::own_version(&this, "notify") {
                Some(own) => i.call(&own, Args::one(n.into())).map(|_| Value::None),
                None => notify(i, &this, &n.into()).map_err(at(&sites::NOTIFY_ALL)),
            }
        })
        .sync("_notify", |i, args| {
            let [this, n] = args.bind::<2>("Condition._notify", &["self", "n"], 2)?;
            let condition = of::<Condition>(&this)?;
            let n = condition.at_most(i, &n)?;
            condition.notify(i, n).map(|_| Value::None)
        })
        .method("__repr__", |i, args| {
            let this = &args.values[0];
            let state = if of::<Condition>(this)?.locked(i)? { "locked" } else { "unlocked" };
            repr_of::<Condition>(i, this, state)
        });
    own_dict::fields(class, MEMBERS).finish()
}
