//! Lock and Event (Lib/asyncio/locks.py).

use std::cell::Cell;
use std::rc::Rc;

use super::awaiter::{Awaited, Next, awaiting_of};
use super::coroutines::native_coroutine;
use super::exceptions::is_cancelled;
use super::futures::future;
use super::library_sites as sites;
use super::mixins::{
    LoopBound, LoopBoundMixin, Primitive, Waiters, loop_member, of, plain_class, repr_of, waiters_member,
};
use super::overrides::overridden;
use super::own_dict::{self, Member};
use super::semaphore::Semaphore;
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, runtime_error};
use crate::objects::gc_graph::Edge;
use crate::objects::generator::NativeCoroutine;
use crate::objects::library_site::at;
use crate::objects::native_class::{self, NativeClass};
use crate::objects::{Args, Interp, Object, Value};
use crate::trace::{ObjectId, ObjectKind, Operation, Purpose};

/// The payload of a Lock.
#[derive(Default)]
pub struct Lock {
    pub bound: LoopBound,
    pub locked: Cell<bool>,
    waiters: Waiters,
}

impl LoopBoundMixin for Lock {
    const NAME: &'static str = "Lock";

    fn bound(&self) -> &LoopBound {
        &self.bound
    }

    fn held(&self, visit: &mut dyn FnMut(Edge)) {
        self.waiters.edges(visit);
    }
}

impl Primitive for Lock {
    const LAZY: bool = true;

    fn waiters(&self) -> &Waiters {
        &self.waiters
    }
}

impl Lock {
    fn take(&self, i: &mut dyn Interp) -> Value {
        self.locked.set(true);
        self.bound.used(i, Operation::Acquire, 1);
        Value::Bool(true)
    }

    /// What `await acquire()` comes to if nobody else holds it or comes first.
    fn acquire_at_once(&self, i: &mut dyn Interp) -> Option<Value> {
        (!self.locked.get() && self.waiters.all_cancelled(i).ok()?).then(|| self.take(i))
    }

    /// `acquire()`: fair, each waits its turn; jumping the queue if all others are cancelled changes nothing.
    pub fn acquire(&self, i: &mut dyn Interp, owner: &Value, awaited: Awaited) -> PyResult<Next> {
        let Some((waiter, result)) = awaited else {
            return match self.acquire_at_once(i) {
                Some(taken) => Ok(Next::Return(taken)),
                None => self.waiters.enter(i, &self.bound, owner, Purpose::Lock, &sites::LOCK_FUTURE).map(Next::Await),
            };
        };
        self.waiters.remove(i, &waiter);
        if let Err(exc) = result {
            if is_cancelled(&exc) && !self.locked.get() {
                self.wake_up_first(i)?;
            }
            return Err(at(&sites::LOCK_ACQUIRE)(exc));
        }
        Ok(Next::Return(self.take(i)))
    }

    pub fn release(&self, i: &mut dyn Interp) -> PyResult<()> {
        if !self.locked.replace(false) {
            return Err(at(&sites::LOCK_RELEASE)(runtime_error("Lock is not acquired.")));
        }
        self.bound.used(i, Operation::Release, 0);
        self.wake_up_first(i).map_err(at(&sites::LOCK_RELEASE_WAKE))
    }

    fn wake_up_first(&self, i: &mut dyn Interp) -> PyResult<()> {
        match self.waiters.first(i)? {
            Some(first) if !future(&first).done() => {
                super::overrides::settle(i, &first, Value::Bool(true)).map_err(at(&sites::LOCK_WAKE))
            }
            _ => Ok(()),
        }
    }
}

/// A lock made by asyncio itself; `part_of`: the condition whose lock it is, for the trace.
pub fn make_lock(i: &mut dyn Interp, part_of: ObjectId) -> Value {
    let class = super::state::asyncio(i).classes.lock.clone();
    let lock = Lock::default();
    lock.bound.followed.set_part(part_of);
    Object::with_native(class, lock)
}

/// `_ContextManagerMixin`: `__aenter__` and `__aexit__` of Lock, Condition and Semaphore.
pub fn context_manager_class() -> Rc<Class> {
    let class = plain_class("_ContextManagerMixin", "asyncio.locks");
    class.coroutine("__aenter__", aenter_at_once, aenter).coroutine("__aexit__", aexit_at_once, aexit).finish()
}

fn aenter_at_once(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this] = &*args else { return None };
    match direct(this, "acquire")? {
        Direct::Lock => this.native::<Lock>()?.acquire_at_once(i)?,
        Direct::Semaphore => this.native::<Semaphore>()?.acquire_at_once(i, this)?,
    };
    Some(Value::None)
}

fn aexit_at_once(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, _, _, _] = &*args else { return None };
    let released = match direct(this, "release")? {
        Direct::Lock => {
            let lock = this.native::<Lock>().filter(|lock| lock.locked.get() && lock.waiters.wakes())?;
            lock.release(i)
        }
        Direct::Semaphore => this.native::<Semaphore>().filter(|semaphore| semaphore.releases())?.release(i),
    };
    released.ok().map(|()| Value::None)
}

fn aenter(i: &mut dyn Interp, args: Args) -> PyResult<NativeCoroutine> {
    const QUALNAME: &str = "_ContextManagerMixin.__aenter__";
    native_class::alone_in_python(&args, QUALNAME)?;
    let this = args.values[0].clone();
    let Some(direct) = direct(&this, "acquire") else {
        return Ok(native_coroutine(i, QUALNAME, async move |cx| {
            let acquiring = super::py::call_method(&cx, &this, "acquire", Args::none()).await;
            let acquired = cx.await_(&acquiring.map_err(at(&sites::LOCK_ENTER))?).await;
            acquired.map(|_| Value::None).map_err(at(&sites::LOCK_ENTER))
        }));
    };
    Ok(awaiting_of(i, QUALNAME, this, move |i, this, awaited| {
        let next = match direct {
            Direct::Lock => of::<Lock>(this)?.acquire(i, this, awaited),
            Direct::Semaphore => of::<Semaphore>(this)?.acquire(i, this, awaited),
        };
        match next.map_err(at(&sites::LOCK_ENTER))? {
            Next::Return(_) => Ok(Next::Return(Value::None)),
            next => Ok(next),
        }
    }))
}

fn aexit(i: &mut dyn Interp, args: Args) -> PyResult<NativeCoroutine> {
    const QUALNAME: &str = "_ContextManagerMixin.__aexit__";
    let [this, ..] = args.bind::<4>(QUALNAME, &["self", "exc_type", "exc", "tb"], 4)?;
    Ok(native_coroutine(i, QUALNAME, async move |cx| {
        match direct(&this, "release") {
            Some(Direct::Lock) => {
                cx.enter(|i| of::<Lock>(&this)?.release(i)).map_err(at(&sites::LOCK_EXIT))?;
            }
            Some(Direct::Semaphore) => {
                cx.enter(|i| of::<Semaphore>(&this)?.release(i)).map_err(at(&sites::LOCK_EXIT))?;
            }
            None => {
                super::py::call_method(&cx, &this, "release", Args::none()).await.map_err(at(&sites::LOCK_EXIT))?;
            }
        }
        Ok(Value::None)
    }))
}

/// Which of our own classes may be asked directly, because the program has not overridden the method.
enum Direct {
    Lock,
    Semaphore,
}

fn direct(this: &Value, method: &str) -> Option<Direct> {
    let object = this.as_object()?;
    if overridden(object, method).is_some() {
        return None;
    }
    if object.native::<Lock>().is_some() {
        return Some(Direct::Lock);
    }
    object.native::<Semaphore>().map(|_| Direct::Semaphore)
}

const LOCK_MEMBERS: &[Member] = &[
    waiters_member::<Lock>(),
    (
        "_locked",
        |_, this| Ok(Value::Bool(of::<Lock>(this)?.locked.get())),
        Some(|i, this, value| {
            of::<Lock>(this)?.locked.set(own_dict::flag(i, &value)?);
            Ok(())
        }),
    ),
    loop_member::<Lock>(),
];

fn lock_at_once(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    match args {
        [this] => this.native::<Lock>()?.acquire_at_once(i),
        _ => None,
    }
}

pub fn lock_class(bases: &[&Rc<Class>]) -> Rc<Class> {
    let make =
        |_: &mut dyn Interp, class: &Rc<Class>, _: &Args| Ok(Object::with_native(class.clone(), Lock::default()));
    let class = NativeClass::new("Lock", "asyncio.locks", bases, make)
        .mixes()
        .sync("__init__", |i, args| {
            let [this] = args.bind::<1>("Lock.__init__", &["self"], 1)?;
            of::<Lock>(&this)?.bound.created(i, ObjectKind::Lock, 0, "asyncio.Lock");
            Ok(Value::None)
        })
        .sync("locked", |_, args| {
            native_class::alone_in_python(&args, "Lock.locked")?;
            Ok(Value::Bool(of::<Lock>(&args.values[0])?.locked.get()))
        })
        .coroutine("acquire", lock_at_once, |i, args| {
            let [this] = args.bind::<1>("Lock.acquire", &["self"], 1)?;
            Ok(awaiting_of(i, "Lock.acquire", this, |i, this, awaited| of::<Lock>(this)?.acquire(i, this, awaited)))
        })
        .sync("release", |i, args| {
            let [this] = args.bind::<1>("Lock.release", &["self"], 1)?;
            of::<Lock>(&this)?.release(i)?;
            Ok(Value::None)
        })
        .sync("_wake_up_first", |i, args| {
            native_class::alone_in_python(&args, "Lock._wake_up_first")?;
            of::<Lock>(&args.values[0])?.wake_up_first(i).map(|()| Value::None)
        })
        .method("__repr__", |i, args| {
            let this = &args.values[0];
            repr_of::<Lock>(i, this, if of::<Lock>(this)?.locked.get() { "locked" } else { "unlocked" })
        });
    own_dict::fields(class, LOCK_MEMBERS).finish()
}

/// The payload of an Event.
#[derive(Default)]
pub struct Event {
    pub bound: LoopBound,
    pub value: Cell<bool>,
    pub waiters: Waiters,
}

impl LoopBoundMixin for Event {
    const NAME: &'static str = "Event";

    fn bound(&self) -> &LoopBound {
        &self.bound
    }

    fn held(&self, visit: &mut dyn FnMut(Edge)) {
        self.waiters.edges(visit);
    }
}

impl Primitive for Event {
    const LAZY: bool = false;

    fn waiters(&self) -> &Waiters {
        &self.waiters
    }
}

impl Event {
    pub fn set(&self, i: &mut dyn Interp) -> PyResult<()> {
        if !self.value.replace(true) {
            self.bound.used(i, Operation::Set, 1);
            self.waiters.wake(i, usize::MAX, Value::Bool(true)).map_err(at(&sites::EVENT_SET_WAKE))?;
        }
        Ok(())
    }

    /// `wait()`; `purpose` and `object` say for what.
    fn wait(&self, i: &mut dyn Interp, owner: &Value, awaited: Awaited) -> PyResult<Next> {
        if let Some((waiter, result)) = awaited {
            self.waiters.remove(i, &waiter);
            return result.map(|_| Next::Return(Value::Bool(true))).map_err(at(&sites::EVENT_WAIT));
        }
        match self.value.get() {
            true => Ok(Next::Return(Value::Bool(true))),
            false => self.waiters.enter(i, &self.bound, owner, Purpose::Event, &sites::EVENT_FUTURE).map(Next::Await),
        }
    }
}

const EVENT_MEMBERS: &[Member] = &[
    waiters_member::<Event>(),
    (
        "_value",
        |_, this| Ok(Value::Bool(of::<Event>(this)?.value.get())),
        Some(|i, this, value| {
            of::<Event>(this)?.value.set(own_dict::flag(i, &value)?);
            Ok(())
        }),
    ),
    loop_member::<Event>(),
];

fn is_set_already(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    match args {
        [this] if this.native::<Event>()?.value.get() => Some(Value::Bool(true)),
        _ => None,
    }
}

pub fn event_class(bases: &[&Rc<Class>]) -> Rc<Class> {
    let make =
        |_: &mut dyn Interp, class: &Rc<Class>, _: &Args| Ok(Object::with_native(class.clone(), Event::default()));
    let class = NativeClass::new("Event", "asyncio.locks", bases, make)
        .mixes()
        .sync("__init__", |i, args| {
            let [this] = args.bind::<1>("Event.__init__", &["self"], 1)?;
            of::<Event>(&this)?.bound.created(i, ObjectKind::Event, 0, "asyncio.Event");
            Ok(Value::None)
        })
        .sync("is_set", |_, args| {
            native_class::alone_in_python(&args, "Event.is_set")?;
            Ok(Value::Bool(of::<Event>(&args.values[0])?.value.get()))
        })
        .sync("set", |i, args| {
            let [this] = args.bind::<1>("Event.set", &["self"], 1)?;
            of::<Event>(&this)?.set(i)?;
            Ok(Value::None)
        })
        .sync("clear", |i, args| {
            let [this] = args.bind::<1>("Event.clear", &["self"], 1)?;
            let event = of::<Event>(&this)?;
            event.value.set(false);
            event.bound.used(i, Operation::Clear, 0);
            Ok(Value::None)
        })
        .coroutine("wait", is_set_already, |i, args| {
            let [this] = args.bind::<1>("Event.wait", &["self"], 1)?;
            Ok(awaiting_of(i, "Event.wait", this, |i, this, awaited| of::<Event>(this)?.wait(i, this, awaited)))
        })
        .method("__repr__", |i, args| {
            let this = &args.values[0];
            repr_of::<Event>(i, this, if of::<Event>(this)?.value.get() { "set" } else { "unset" })
        });
    own_dict::fields(class, EVENT_MEMBERS).finish()
}
