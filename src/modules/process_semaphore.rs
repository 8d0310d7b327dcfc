//! The semaphore that processes share, as `_processes` has it: of it multiprocessing's locks are made.

use std::rc::Rc;

use super::thread_locks::seconds;
use super::thread_trace::{created, purpose_of, record, used};
use crate::machine::pipe::Semaphore;
use crate::machine::{machine, to_ns};
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, value_error};
use crate::objects::function::Flow;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::Object;
use crate::objects::{Interp, Value, ops};
use crate::trace::{ObjectId, ObjectKind, Operation, Purpose};

fn semaphore_of(value: &Value) -> PyResult<Rc<Semaphore>> {
    receiver::<Rc<Semaphore>>(value, "Semaphore", "acquire").cloned()
}

/// When a wait of so many seconds ends; None: never.
pub fn deadline(i: &mut dyn Interp, timeout: &Value) -> PyResult<Option<u64>> {
    Ok(match timeout {
        Value::Unset | Value::None => None,
        given => Some(machine(i).now() + to_ns(seconds(i, given)?)),
    })
}

/// What it serves is held by who took it.
fn note_taken(i: &mut dyn Interp, semaphore: &Semaphore) {
    if semaphore.is_held.get() {
        let value = if semaphore.limit == 1 { 1 } else { semaphore.value.get() as i32 };
        record(i, semaphore.serves.object(), Operation::Acquire, value);
    }
}

/// The class.
pub fn semaphore_class() -> Rc<Class> {
    NativeClass::new("Semaphore", "_processes", &[], |i, class, args| {
        let [value, limit] = args.clone().exactly::<2>("Semaphore")?;
        let (value, limit) = (ops::index(i, &value)?, ops::index(i, &limit)?);
        let clamp = |n: i64| n.clamp(0, i64::from(u32::MAX)) as u32;
        Ok(Object::with_native(class.clone(), Semaphore::new(clamp(value), clamp(limit))))
    })
    .sync("__init__", |_, _| Ok(Value::None))
    .method("acquire", |i, args| {
        let [this, block, timeout] = args.between::<3>("acquire", 1)?;
        let semaphore = semaphore_of(&this)?;
        let me = machine(i).current();
        if semaphore.try_acquire(me) {
            note_taken(i, &semaphore);
            return Ok(Flow::Done(Value::Bool(true)));
        }
        if !block.is_unset() && !ops::is_true(i, &block)? {
            return Ok(Flow::Done(Value::Bool(false)));
        }
        let (deadline, cx) = (deadline(i, &timeout)?, i.cx());
        Ok(Flow::frame(async move {
            let taken = semaphore.acquire(&cx, deadline).await?;
            if taken {
                cx.enter(|i| note_taken(i, &semaphore));
            }
            Ok(Value::Bool(taken))
        }))
    })
    .sync("release", |i, args| {
        let semaphore = semaphore_of(&args.values[0])?;
        if semaphore.value.get() >= semaphore.limit {
            return Err(value_error("semaphore or lock released too many times"));
        }
        let (value, locks) = (semaphore.value.get() + 1, semaphore.limit == 1);
        let cause = match semaphore.is_held.get() {
            true => record(i, semaphore.serves.object(), Operation::Release, if locks { 0 } else { value as i32 }),
            false => i.log().acting(),
        };
        semaphore.release(i, cause);
        Ok(Value::None)
    })
    .sync("created", |i, args| {
        // kind, number, label: what it makes appears in the trace, by the number that this gives.
        let [this, kind, number, label] = args.exactly::<4>("created")?;
        let (object, kind) = created(i, &kind, &number, &label);
        let semaphore = semaphore_of(&this)?;
        let why = match kind {
            Some(ObjectKind::ThreadLock) => Purpose::Lock,
            Some(ObjectKind::ThreadSemaphore) => Purpose::Semaphore,
            _ => Purpose::Process,
        };
        semaphore.is_held.set(why != Purpose::Process);
        semaphore.serves.set(object, why);
        Ok(Value::Int(object.0.into()))
    })
    .sync("serves", |i, args| {
        // number, purpose, is_held: it is a part of that.
        let [this, number, purpose, is_held] = args.between::<4>("serves", 3)?;
        let semaphore = semaphore_of(&this)?;
        semaphore.serves.set(ObjectId(ops::index(i, &number)? as u32), purpose_of(&purpose));
        semaphore.is_held.set(!is_held.is_unset());
        Ok(Value::None)
    })
    .sync("used", |i, args| {
        // operation, value, item
        let [this, operation, value, item] = args.between::<4>("used", 2)?;
        let object = semaphore_of(&this)?.serves.object();
        used(i, object, [&operation, &value, &Value::Unset, &item]);
        Ok(Value::None)
    })
    .getter("object", |_, this| Ok(Value::Int(semaphore_of(this)?.serves.object().0.into())))
    .getter("value", |_, this| Ok(Value::Int(semaphore_of(this)?.value.get().into())))
    .sync("is_mine", |i, args| Ok(Value::Bool(semaphore_of(&args.values[0])?.holder.get() == machine(i).current())))
    .sync("is_ours", |i, args| {
        let holder = semaphore_of(&args.values[0])?.holder.get();
        let machine = machine(i);
        Ok(Value::Bool(holder.is_some() && machine.process_of(holder).id == machine.process().id))
    })
    .finish()
}
