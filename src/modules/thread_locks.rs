//! The locks of `_thread`: Lock and RLock over the machine's.

use std::cell::Cell;
use std::rc::Rc;

use super::thread::{ident, main_thread};
use super::thread_trace::{followed_if_own, purpose_of};
use crate::machine::{Lock, machine, to_ns};
use crate::objects::args::Args;
use crate::objects::class::{Class, class_flag};
use crate::objects::exception::{PyResult, overflow_error, runtime_error, type_error, value_error};
use crate::objects::function::{Flow, SyncFn};
use crate::objects::native_class::{NativeClass, alone, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::{Interp, Value, ops, type_name};
use crate::trace::{Followed, ObjectId, ObjectKind, ThreadId};

/// `TIMEOUT_MAX`, in seconds.
pub const TIMEOUT_MAX: f64 = 9_223_372_036.0;

/// Who holds a lock that no thread holds.
const NOBODY: ThreadId = ThreadId(u16::MAX);

/// The payload of a lock.
struct ThreadLock {
    lock: Rc<Lock>,
    followed: Followed,
}

impl Native for ThreadLock {
    /// A lock that is held stays so, though who holds it may not be there.
    fn forked(&self, _: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        let lock = Lock::new();
        if self.lock.locked() {
            lock.try_acquire(NOBODY);
        }
        Some(Box::new(ThreadLock { lock, followed: Followed::default() }))
    }

    fn followed(&self) -> Option<&Followed> {
        Some(&self.followed)
    }
}

/// The payload of an RLock: a lock whose holder may take it again.
struct ReentrantLock {
    lock: Rc<Lock>,
    count: Cell<usize>,
    followed: Followed,
}

impl Native for ReentrantLock {
    /// It is free: who forks may hold it, and shall be able to take it again.
    fn forked(&self, _: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        let (lock, count) = (Lock::new(), Cell::new(0));
        Some(Box::new(ReentrantLock { lock, count, followed: Followed::default() }))
    }

    fn followed(&self) -> Option<&Followed> {
        Some(&self.followed)
    }
}

/// How long an `acquire` may wait.
enum Wait {
    No,
    For(u64),
    Ever,
}

/// The arguments `blocking` and `timeout` of `acquire`, judged as `lock_acquire_parse_args` does.
fn wait_arguments(i: &mut dyn Interp, args: Args, method: &str) -> PyResult<Wait> {
    if args.values.len() == 1 {
        return Ok(Wait::Ever);
    }
    let [_, blocking, timeout] = args.bind_in_c::<3>(method, &["self", "blocking", "timeout"], 1)?;
    let blocking = if blocking.is_unset() { true } else { ops::is_true(i, &blocking)? };
    let timeout = if timeout.is_unset() { -1.0 } else { seconds(i, &timeout)? };
    if !blocking && timeout != -1.0 {
        return Err(value_error("can't specify a timeout for a non-blocking call"));
    }
    if timeout < 0.0 && timeout != -1.0 {
        return Err(value_error("timeout value must be a non-negative number"));
    }
    Ok(match blocking {
        false => Wait::No,
        true if timeout == -1.0 => Wait::Ever,
        true => match to_ns(timeout) {
            0 => Wait::No,
            ns => Wait::For(ns),
        },
    })
}

/// A timeout or a delay in seconds, of a number that 64 bits hold in nanoseconds (`_PyTime_FromSecondsObject`).
pub fn seconds(i: &mut dyn Interp, given: &Value) -> PyResult<f64> {
    const MOST: i64 = i64::MAX / 1_000_000_000;
    let whole = match given.plain() {
        Value::Float(x) if x.is_nan() => return Err(value_error("Invalid value NaN (not a number)")),
        Value::Float(x) if (x * 1e9).abs() < i64::MAX as f64 => return Ok(*x),
        Value::Float(_) => return Err(overflow_error("timestamp out of range for platform time_t")),
        _ => ops::to_int(i, given).map_err(|_| {
            let name = type_name(given.plain());
            type_error(format!("'{name}' object cannot be interpreted as an integer"))
        })?,
    };
    match whole {
        Value::Int(n) if n.abs() <= MOST => Ok(n as f64),
        _ => Err(overflow_error("timestamp too large to convert to C PyTime_t")),
    }
}

/// Takes a lock, at once or by a frame that waits; `then` is done once it is held, and gives the result.
fn take(
    i: &mut dyn Interp,
    lock: &Rc<Lock>,
    wait: Wait,
    then: impl FnOnce(&mut dyn Interp) -> Value + 'static,
) -> PyResult<Flow> {
    let machine = machine(i);
    if lock.try_acquire(machine.current()) {
        return Ok(Flow::Done(then(i)));
    }
    let deadline = match wait {
        Wait::No => return Ok(Flow::Done(Value::Bool(false))),
        Wait::For(ns) => Some(machine.now() + ns),
        Wait::Ever => None,
    };
    let (cx, lock) = (i.cx(), lock.clone());
    Ok(Flow::frame(async move {
        let taken = lock.acquire(&cx, deadline).await?;
        Ok(if taken { cx.enter(then) } else { Value::Bool(false) })
    }))
}

fn lock_of<'a>(value: &'a Value, method: &str) -> PyResult<&'a ThreadLock> {
    receiver::<ThreadLock>(value, "_thread.lock", method)
}

/// Whether a value is a lock that is free and that nobody waits for.
pub fn is_idle(value: &Value) -> bool {
    value.native::<ThreadLock>().is_some_and(|own| own.lock.is_idle())
}

fn acquire(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let this = args.values[0].clone();
    let own = lock_of(&this, "acquire")?;
    let wait = wait_arguments(i, args, "acquire")?;
    let (id, lock) = (own.followed.id(), own.lock.clone());
    take(i, &own.lock, wait, move |i| {
        lock.tell_taken(i.log(), id);
        Value::Bool(true)
    })
}

fn release(i: &mut dyn Interp, args: Args) -> PyResult {
    let own = lock_of(&args.values[0], "release")?;
    if !own.lock.locked() {
        return Err(runtime_error("release unlocked lock"));
    }
    let cause = own.lock.tell_released(i.log(), own.followed.id());
    own.lock.release(&machine(i), cause);
    Ok(Value::None)
}

pub fn lock_class() -> Rc<Class> {
    let locked: SyncFn = |_, args| {
        alone(&args, "lock.locked")?;
        Ok(Value::Bool(lock_of(&args.values[0], "locked")?.lock.locked()))
    };
    let released: SyncFn = |i, args| {
        alone(&args, "lock.release")?;
        release(i, args)
    };
    let class = NativeClass::new("lock", "_thread", &[], |i, class, args| {
        args.clone().between::<0>("lock", 0)?;
        Ok(new_lock(class, followed_if_own(i, ObjectKind::ThreadLock, 1, "threading.Lock")))
    })
    .without_dict()
    .method("acquire", acquire)
    .method("acquire_lock", acquire)
    .method("__enter__", |i, args| acquire(i, Args::one(args.values[0].clone())))
    .sync("release", released)
    .sync("release_lock", released)
    .sync("__exit__", release)
    .sync("locked", locked)
    .sync("locked_lock", locked)
    .sync("_at_fork_reinit", |i, args| {
        let own = lock_of(&args.values[0], "_at_fork_reinit")?;
        if own.lock.locked() { release(i, args) } else { Ok(Value::None) }
    })
    .sync("__init__", |_, _| Ok(Value::None))
    .sync("__repr__", |_, args| {
        let own = lock_of(&args.values[0], "__repr__")?;
        let state = if own.lock.locked() { "locked" } else { "unlocked" };
        Ok(format!("<{state} _thread.lock object at {:#x}>", address(&args.values[0])).into())
    })
    .finish();
    class.set_flag(class_flag::FINAL);
    class
}

fn address(value: &Value) -> i64 {
    value.as_object().map_or(0, |object| object.header.address())
}

pub fn new_lock(class: &Rc<Class>, followed: Followed) -> Value {
    let lock = Lock::new();
    lock.object.set(followed.id());
    Object::with_native(class.clone(), ThreadLock { lock, followed })
}

fn rlock_of<'a>(value: &'a Value, method: &str) -> PyResult<&'a ReentrantLock> {
    receiver::<ReentrantLock>(value, "_thread.RLock", method)
}

fn rlock_acquire(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let this = args.values[0].clone();
    let own = rlock_of(&this, "acquire")?;
    let wait = wait_arguments(i, args, "acquire")?;
    if own.lock.locked() && own.lock.holder() == machine(i).current() {
        own.count.set(own.count.get() + 1);
        return Ok(Flow::Done(Value::Bool(true)));
    }
    let (lock, object) = (own.lock.clone(), this.clone());
    take(i, &lock, wait, move |i| {
        if let Ok(own) = rlock_of(&object, "acquire") {
            own.count.set(1);
            own.lock.tell_taken(i.log(), own.followed.id());
        }
        Value::Bool(true)
    })
}

/// Lets it go, however often it has been taken.
fn rlock_free(i: &mut dyn Interp, own: &ReentrantLock) {
    own.count.set(0);
    let cause = own.lock.tell_released(i.log(), own.followed.id());
    own.lock.release(&machine(i), cause);
}

fn owns(i: &mut dyn Interp, own: &ReentrantLock) -> bool {
    own.lock.locked() && own.lock.holder() == machine(i).current()
}

fn rlock_release(i: &mut dyn Interp, args: Args) -> PyResult {
    let own = rlock_of(&args.values[0], "release")?;
    if !owns(i, own) {
        return Err(runtime_error("cannot release un-acquired lock"));
    }
    match own.count.get() {
        0 | 1 => rlock_free(i, own),
        n => own.count.set(n - 1),
    }
    Ok(Value::None)
}

pub fn rlock_class() -> Rc<Class> {
    NativeClass::new("RLock", "_thread", &[], |i, class, _| {
        Ok(new_rlock(class, followed_if_own(i, ObjectKind::ThreadLock, 1, "threading.RLock")))
    })
    .without_dict()
    .method("acquire", rlock_acquire)
    .method("__enter__", |i, args| rlock_acquire(i, Args::one(args.values[0].clone())))
    .sync("release", |i, args| {
        alone(&args, "RLock.release")?;
        rlock_release(i, args)
    })
    .sync("__exit__", rlock_release)
    .sync("__init__", |_, _| Ok(Value::None))
    .sync("_is_owned", |i, args| {
        let own = rlock_of(&args.values[0], "_is_owned")?;
        Ok(Value::Bool(owns(i, own)))
    })
    .sync("_at_fork_reinit", |i, args| {
        let own = rlock_of(&args.values[0], "_at_fork_reinit")?;
        if own.lock.locked() {
            rlock_free(i, own);
        }
        Ok(Value::None)
    })
    .sync("_recursion_count", |i, args| {
        let own = rlock_of(&args.values[0], "_recursion_count")?;
        Ok(Value::Int(if owns(i, own) { own.count.get() as i64 } else { 0 }))
    })
    .sync("_release_save", |i, args| {
        let own = rlock_of(&args.values[0], "_release_save")?;
        if own.count.get() == 0 {
            return Err(runtime_error("cannot release un-acquired lock"));
        }
        let count = own.count.get() as i64;
        rlock_free(i, own);
        Ok(Value::Int(count))
    })
    .method("_acquire_restore", |i, args| {
        let [this, count] = args.bind::<2>("_acquire_restore", &["self", "state"], 2)?;
        let lock = rlock_of(&this, "_acquire_restore")?.lock.clone();
        take(i, &lock, Wait::Ever, move |i| {
            if let (Ok(own), Value::Int(count)) = (rlock_of(&this, "_acquire_restore"), count) {
                own.count.set(count as usize);
                own.lock.tell_taken(i.log(), own.followed.id());
            }
            Value::None
        })
    })
    .sync("__repr__", |i, args| {
        let own = rlock_of(&args.values[0], "__repr__")?;
        let (state, owner) = match own.lock.locked() {
            true => ("locked", ident(own.lock.holder(), main_thread(i))),
            false => ("unlocked", 0),
        };
        let (count, at) = (own.count.get(), address(&args.values[0]));
        Ok(format!("<{state} _thread.RLock object owner={owner} count={count} at {at:#x}>").into())
    })
    .finish()
}

pub fn new_rlock(class: &Rc<Class>, followed: Followed) -> Value {
    let lock = Lock::new();
    lock.object.set(followed.id());
    Object::with_native(class.clone(), ReentrantLock { lock, count: Cell::new(0), followed })
}

/// What who waits for the lock from now on waits for, in words.
pub fn say(lock: &Value, words: &Value) -> PyResult<()> {
    *lock_of(lock, "_says")?.lock.label.borrow_mut() = words.text_or_empty().to_string();
    Ok(())
}

/// A lock that nobody holds and that is taken: who waits for it waits for a notification.
/// `of`: the object that it belongs to, or what is waited for, in words.
pub fn waiter(class: &Rc<Class>, why: &Value, of: &Value) -> Value {
    let lock = Lock::new();
    lock.try_acquire(NOBODY);
    lock.why.set(purpose_of(why));
    match of {
        Value::Int(n) => lock.object.set(ObjectId(*n as u32)),
        words => *lock.label.borrow_mut() = words.text_or_empty().to_string(),
    }
    Object::with_native(class.clone(), ThreadLock { lock, followed: Followed::default() })
}
