//! What `await future` does (`Future.__await__` of Lib/asyncio/futures.py), in the program and in native code.

use std::rc::Rc;

use super::futures::{as_future, future, result};
use crate::objects::class::class_flag;
use crate::objects::exception::{Exc, PyResult, runtime_error};
use crate::objects::symbol::known;
use crate::objects::{Cx, Interp, Object, Value};

/// `await future`, in native code.
pub async fn wait(cx: &Cx, object: &Rc<Object>) -> PyResult {
    // Once more if another task has the same coroutine and resumes it too early.
    while begin_native_wait(object)? {
        cx.yield_(Value::Object(object.clone())).await?;
    }
    result(cx, future(object))
}

/// What waits is resumed before the future is done: whether it waits once more, since a task has taken the future.
#[cold]
pub fn waits_again(value: &Value) -> bool {
    as_future(value).is_some_and(|object| !future(object).done() && future(object).begin_wait().is_ok())
}

/// Whether there is something to wait for.
pub(super) fn begin_native_wait(object: &Rc<Object>) -> PyResult<bool> {
    let future = future(object);
    if future.done() {
        return Ok(false);
    }
    future.begin_wait()?;
    future.waited_natively.set(true);
    Ok(true)
}

/// The end of `await future`.
pub fn awaited(object: &Rc<Object>) -> PyResult {
    let future = future(object);
    if !future.done() {
        return Err(unused_await());
    }
    future.get_result()
}

pub(super) fn unused_await() -> Exc {
    runtime_error("await wasn't used with future")
}

/// The future for which native code begins to wait with this value: [`wait`] holds it. Asked once.
pub fn waited_natively(yielded: &Value) -> Option<Rc<Object>> {
    as_future(yielded).filter(|object| future(object).waited_natively.replace(false)).cloned()
}

/// `await future` as a frame of its own.
pub async fn wait_owned(cx: Cx, object: Rc<Object>) -> PyResult {
    wait(&cx, &object).await
}

/// Whether `await value` is Future's own `__await__`, which needs no iterator object.
pub fn has_own_await(_: &mut dyn Interp, value: &Value) -> bool {
    match as_future(value) {
        Some(object) => object.with_class(|class| {
            !class.flag(class_flag::HEAP) || matches!(class.lookup(known::AWAIT), Some(Value::Builtin(_)))
        }),
        None => false,
    }
}
