//! Semaphore and BoundedSemaphore (Lib/asyncio/locks.py).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::awaiter::{Awaited, Next, awaiting_of};
use super::exceptions::is_cancelled;
use super::futures::future;
use super::library_sites as sites;
use super::mixins::{LoopBound, LoopBoundMixin, Primitive, Waiters, loop_member, of, repr_of, waiters_member};
use super::overrides::{has_none, own_answer, own_version};
use super::own_dict::{self, Member};
use super::state::asyncio;
use crate::objects::attribute::no_attribute;
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, value_error};
use crate::objects::function::Method;
use crate::objects::gc_graph::Edge;
use crate::objects::library_site::{at, at_holding};
use crate::objects::native_class::{self, NativeClass};
use crate::objects::ops::{BinaryOp, CompareOp};
use crate::objects::{Args, Interp, Object, Symbol, Value, ops};
use crate::trace::{ObjectKind, Operation, Purpose};

/// How often a semaphore can be acquired. A program may give a float (`Semaphore(limit / 2)`), or a flag.
#[derive(Clone, Copy)]
enum Count {
    Int(i64),
    Float(f64),
    Flag(bool),
    /// So far from [`Semaphore::large`], which 64 bits do not hold.
    Large(i64),
}

impl Default for Count {
    fn default() -> Count {
        Count::Int(0)
    }
}

impl Count {
    fn of(i: &mut dyn Interp, value: &Value) -> PyResult<Count> {
        Ok(match value {
            Value::Float(x) => Count::Float(*x),
            Value::Bool(flag) => Count::Flag(*flag),
            _ => match ops::to_int(i, value)? {
                Value::Int(n) => Count::Int(n),
                _ => Count::Large(0),
            },
        })
    }

    fn plus(self, by: i64) -> Count {
        match self {
            Count::Int(n) => Count::Int(n + by),
            Count::Float(x) => Count::Float(x + by as f64),
            Count::Flag(flag) => Count::Int(flag as i64 + by),
            Count::Large(n) => Count::Large(n + by),
        }
    }

    fn number(self) -> f64 {
        match self {
            Count::Int(n) => n as f64,
            Count::Float(x) => x,
            Count::Flag(flag) => flag as i64 as f64,
            Count::Large(_) => f64::INFINITY,
        }
    }

    fn is_zero(self) -> bool {
        self.number() == 0.0
    }

    fn reaches(self, limit: Count) -> bool {
        match (self, limit) {
            (Count::Int(n), Count::Int(limit)) | (Count::Large(n), Count::Large(limit)) => n >= limit,
            _ => self.number() >= limit.number(),
        }
    }

    /// For the trace, which counts in whole ones.
    fn whole(self) -> i64 {
        match self {
            Count::Int(n) => n,
            _ => self.number().floor() as i64,
        }
    }
}

/// The payload of a Semaphore.
#[derive(Default)]
pub struct Semaphore {
    bound: LoopBound,
    value: Cell<Count>,
    /// A BoundedSemaphore's initial value.
    limit: Cell<Option<Count>>,
    /// A number of which it counts up and down.
    large: RefCell<Value>,
    waiters: Waiters,
}

impl LoopBoundMixin for Semaphore {
    const NAME: &'static str = "Semaphore";

    fn bound(&self) -> &LoopBound {
        &self.bound
    }

    fn held(&self, visit: &mut dyn FnMut(Edge)) {
        self.waiters.edges(visit);
    }
}

impl Primitive for Semaphore {
    const LAZY: bool = true;

    fn waiters(&self) -> &Waiters {
        &self.waiters
    }
}

impl Semaphore {
    /// Cannot be acquired at once, by its state or because others must run first.
    fn locked(&self, i: &mut dyn Interp) -> PyResult<bool> {
        Ok(self.value.get().is_zero() || !self.waiters.all_cancelled(i)?)
    }

    fn change(&self, by: i64) {
        self.value.set(self.value.get().plus(by));
    }

    /// What the program gives as a count.
    fn count(&self, i: &mut dyn Interp, given: &Value) -> PyResult<Count> {
        let count = Count::of(i, given)?;
        if let Count::Large(_) = count {
            self.large.replace(given.clone());
        }
        Ok(count)
    }

    fn shown(&self, i: &mut dyn Interp, count: Count) -> PyResult {
        Ok(match count {
            Count::Int(n) => Value::Int(n),
            Count::Float(x) => Value::Float(x),
            Count::Flag(flag) => Value::Bool(flag),
            Count::Large(by) => {
                let large = self.large.borrow().clone();
                let flow = ops::binary(i, BinaryOp::Add, false, &large, &Value::Int(by))?;
                return i.finish(flow);
            }
        })
    }

    /// Tells the trace what there is now.
    fn used(&self, i: &mut dyn Interp, operation: Operation) {
        self.bound.used(i, operation, self.value.get().whole());
    }

    /// Whether as many are free as a BoundedSemaphore may ever have.
    fn is_full(&self) -> bool {
        self.limit.get().is_some_and(|limit| self.value.get().reaches(limit))
    }

    /// What `await acquire()` comes to if it need not wait, nor ask a `locked` of the program's.
    pub fn acquire_at_once(&self, i: &mut dyn Interp, owner: &Value) -> Option<Value> {
        if own_version(owner, "locked").is_some() || self.locked(i).ok()? {
            return None;
        }
        Some(self.take(i))
    }

    fn take(&self, i: &mut dyn Interp) -> Value {
        self.change(-1);
        self.used(i, Operation::Acquire);
        Value::Bool(true)
    }

    /// Whether `release()` raises nothing.
    pub fn releases(&self) -> bool {
        !self.is_full() && self.waiters.wakes()
    }

    /// `acquire()`
    pub fn acquire(&self, i: &mut dyn Interp, owner: &Value, awaited: Awaited) -> PyResult<Next> {
        let Some((waiter, result)) = awaited else {
            if !is_locked(i, owner)? {
                return Ok(Next::Return(self.take(i)));
            }
            let waiter = self.waiters.enter(i, &self.bound, owner, Purpose::Semaphore, &sites::SEMAPHORE_FUTURE);
            return waiter.map(Next::Await);
        };
        self.waiters.remove(i, &waiter);
        if let Err(exc) = &result
            && is_cancelled(exc)
            && future(&waiter).done()
            && !future(&waiter).is_cancelled()
        {
            // It was woken but cannot take what it was given.
            self.change(1);
            self.bound.given_back(i, self.value.get().whole(), future(&waiter).id.get());
        }
        if result.is_ok() {
            self.used(i, Operation::Acquire);
        }
        // New waiters may have come that had to wait for their turn.
        while self.value.get().number() > 0.0 {
            if !self.wake_up_next(i)? {
                break;
            }
        }
        result.map(|_| Next::Return(Value::Bool(true))).map_err(at(&sites::SEMAPHORE_ACQUIRE))
    }

    /// `release()` of its class: a BoundedSemaphore's looks at its limit first.
    pub fn release(&self, i: &mut dyn Interp) -> PyResult<()> {
        if self.is_full() {
            return Err(at(&sites::SEMAPHORE_RELEASE)(value_error("BoundedSemaphore released too many times")));
        }
        let inherited = |exc| if self.limit.get().is_some() { at(&sites::BOUNDED_RELEASE_SUPER)(exc) } else { exc };
        self.release_one(i).map_err(inherited)
    }

    /// `Semaphore.release(self)`
    fn release_one(&self, i: &mut dyn Interp) -> PyResult<()> {
        self.change(1);
        self.used(i, Operation::Release);
        self.wake_up_next(i).map(drop).map_err(at(&sites::SEMAPHORE_RELEASE_WAKE))
    }

    /// Wakes the first waiter that is not done; whether there was one.
    fn wake_up_next(&self, i: &mut dyn Interp) -> PyResult<bool> {
        let Some(waiter) = self.waiters.first_pending(i)? else { return Ok(false) };
        self.change(-1);
        super::overrides::settle(i, &waiter, Value::Bool(true)).map_err(at(&sites::SEMAPHORE_WAKE))?;
        Ok(true)
    }
}

/// `self.locked()`
fn is_locked(i: &mut dyn Interp, this: &Value) -> PyResult<bool> {
    match own_answer(i, this, "locked")? {
        Some(locked) => ops::is_true(i, &locked),
        None => of::<Semaphore>(this)?.locked(i),
    }
}

fn at_once(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    match args {
        [this] => this.native::<Semaphore>()?.acquire_at_once(i, this),
        _ => None,
    }
}

fn init(i: &mut dyn Interp, args: Args, class: &str, bounded: bool) -> PyResult {
    let [this, value] = args.bind::<2>(&format!("{class}.__init__"), &["self", "value"], 1)?;
    let value = match value {
        Value::Unset => Count::Int(1),
        given => {
            let inherited = |exc| if bounded { at(&sites::BOUNDED_SUPER)(exc) } else { exc };
            let negative = ops::compare(i, CompareOp::Lt, &given, &Value::Int(0)).and_then(|flow| i.finish(flow));
            let negative = negative.map_err(at_holding(&sites::SEMAPHORE_COMPARE, &given)).map_err(inherited)?;
            if ops::is_true(i, &negative)? {
                let error = value_error("Semaphore initial value must be >= 0");
                return Err(inherited(at(&sites::SEMAPHORE_NEGATIVE)(error)));
            }
            of::<Semaphore>(&this)?.count(i, &given)?
        }
    };
    let semaphore = of::<Semaphore>(&this)?;
    semaphore.value.set(value);
    semaphore.limit.set(bounded.then_some(value));
    semaphore.bound.created(i, ObjectKind::Semaphore, value.whole(), &format!("asyncio.{class}"));
    Ok(Value::None)
}

const MEMBERS: &[Member] = &[
    waiters_member::<Semaphore>(),
    (
        "_value",
        |i, this| {
            let semaphore = of::<Semaphore>(this)?;
            semaphore.shown(i, semaphore.value.get())
        },
        Some(|i, this, value| {
            let semaphore = of::<Semaphore>(this)?;
            semaphore.value.set(semaphore.count(i, &value)?);
            Ok(())
        }),
    ),
    loop_member::<Semaphore>(),
];

const BOUNDED: &[Member] = &[(
    "_bound_value",
    |i, this| {
        let semaphore = of::<Semaphore>(this)?;
        semaphore.limit.get().map_or(Ok(Value::Unset), |limit| semaphore.shown(i, limit))
    },
    Some(|i, this, value| {
        let semaphore = of::<Semaphore>(this)?;
        semaphore.limit.set(Some(semaphore.count(i, &value)?));
        Ok(())
    }),
)];

pub fn semaphore_class(bases: &[&Rc<Class>]) -> Rc<Class> {
    let make =
        |_: &mut dyn Interp, class: &Rc<Class>, _: &Args| Ok(Object::with_native(class.clone(), Semaphore::default()));
    let class = NativeClass::new("Semaphore", "asyncio.locks", bases, make)
        .mixes()
        .sync("__init__", |i, args| init(i, args, "Semaphore", false))
        .sync("locked", |i, args| {
            native_class::alone_in_python(&args, "Semaphore.locked")?;
            of::<Semaphore>(&args.values[0])?.locked(i).map(Value::Bool)
        })
        .coroutine("acquire", at_once, |i, args| {
            let [this] = args.bind::<1>("Semaphore.acquire", &["self"], 1)?;
            Ok(awaiting_of(i, "Semaphore.acquire", this, |i, this, awaited| {
                of::<Semaphore>(this)?.acquire(i, this, awaited)
            }))
        })
        .sync("release", |i, args| {
            let [this] = args.bind::<1>("Semaphore.release", &["self"], 1)?;
            of::<Semaphore>(&this)?.release_one(i).map(|()| Value::None)
        })
        .sync("_wake_up_next", |i, args| {
            native_class::alone_in_python(&args, "Semaphore._wake_up_next")?;
            of::<Semaphore>(&args.values[0])?.wake_up_next(i).map(Value::Bool)
        })
        .method("__repr__", |i, args| {
            let this = &args.values[0];
            let state = match is_locked(i, this)? {
                true => "locked".to_string(),
                false => {
                    let semaphore = of::<Semaphore>(this)?;
                    let value = semaphore.shown(i, semaphore.value.get())?;
                    format!("unlocked, value:{}", ops::repr_text(i, &value)?.text())
                }
            };
            repr_of::<Semaphore>(i, this, &state)
        });
    own_dict::fields(class, MEMBERS).finish()
}

/// `super().release` in that of a BoundedSemaphore, where it is the program's own.
fn release_of_base(i: &mut dyn Interp, this: &Value) -> Option<Value> {
    let object = this.as_object().filter(|object| !has_none(object))?;
    let bounded = asyncio(i).classes.bounded_semaphore.clone();
    match object.class().lookup_after(&bounded, Symbol::new("release"))? {
        Value::Builtin(_) => None,
        own => Some(Method::new(own, this.clone())),
    }
}

pub fn bounded_semaphore_class(semaphore: &Rc<Class>) -> Rc<Class> {
    let class = NativeClass::new("BoundedSemaphore", "asyncio.locks", &[semaphore], semaphore.make.get())
        .mixes()
        .sync("__init__", |i, args| init(i, args, "BoundedSemaphore", true))
        .sync("release", |i, args| {
            let [this] = args.bind::<1>("BoundedSemaphore.release", &["self"], 1)?;
            let semaphore = of::<Semaphore>(&this)?;
            if semaphore.limit.get().is_none() {
                return Err(at(&sites::BOUNDED_RELEASE_BOUND)(no_attribute(&this, Symbol::new("_bound_value"))));
            }
            match release_of_base(i, &this) {
                Some(own) if !semaphore.is_full() => {
                    i.call(&own, Args::none()).map_err(at(&sites::BOUNDED_RELEASE_SUPER))
                }
                _ => semaphore.release(i).map(|()| Value::None),
            }
        });
    own_dict::fields(class, BOUNDED).finish()
}
