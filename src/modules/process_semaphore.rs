//! The semaphore that processes share, as `_processes` has it: of it multiprocessing's locks are made.

use std::rc::Rc;

use super::thread_locks::seconds;
use crate::machine::pipe::Semaphore;
use crate::machine::{machine, to_ns};
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, value_error};
use crate::objects::function::Flow;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::Object;
use crate::objects::{Interp, Value, ops};

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
            return Ok(Flow::Done(Value::Bool(true)));
        }
        if !block.is_unset() && !ops::is_true(i, &block)? {
            return Ok(Flow::Done(Value::Bool(false)));
        }
        let (deadline, cx) = (deadline(i, &timeout)?, i.cx());
        Ok(Flow::frame(async move { semaphore.acquire(&cx, deadline).await.map(Value::Bool) }))
    })
    .sync("release", |i, args| {
        let semaphore = semaphore_of(&args.values[0])?;
        if semaphore.value.get() >= semaphore.limit {
            return Err(value_error("semaphore or lock released too many times"));
        }
        semaphore.release(i);
        Ok(Value::None)
    })
    .getter("value", |_, this| Ok(Value::Int(semaphore_of(this)?.value.get().into())))
    .sync("is_mine", |i, args| Ok(Value::Bool(semaphore_of(&args.values[0])?.holder.get() == machine(i).current())))
    .sync("is_ours", |i, args| {
        let holder = semaphore_of(&args.values[0])?.holder.get();
        let machine = machine(i);
        Ok(Value::Bool(holder.is_some() && machine.process_of(holder).id == machine.process().id))
    })
    .finish()
}
