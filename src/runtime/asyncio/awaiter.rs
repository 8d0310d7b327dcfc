//! Coroutines of asyncio's own that wait for one future after another and run nothing of the program's between: the
//! acquiring of a lock, a queue's `get`, `sleep`.
//!
//! A future written out and not an `async fn`: thousands of tasks may stand in one, and those hold room for every step
//! of theirs and of all that they call (an `acquire` within a `with` nine times as much as this), which a loop with
//! many tasks fetches into the cache at each step.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use super::coroutines::native_coroutine;
use super::future_await;
use super::futures;
use crate::objects::exception::PyResult;
use crate::objects::generator::NativeCoroutine;
use crate::objects::{Args, Cx, Interp, Object, Value};

/// What a coroutine does next.
pub enum Next {
    /// It returns.
    Return(Value),
    /// It awaits a future, which has been made for it.
    Await(Rc<Object>),
    /// It returns what this call of the program's gives.
    Call(Value, Args),
}

/// What it had awaited, and what came of it. None: it begins.
pub type Awaited = Option<(Rc<Object>, PyResult)>;

/// A coroutine that does what `next` says.
pub struct Awaiter<F> {
    cx: Cx,
    next: F,
    stage: Stage,
}

enum Stage {
    Begins,
    Awaits(Rc<Object>),
    Calls,
}

impl<F: FnMut(&mut dyn Interp, Awaited) -> PyResult<Next>> Awaiter<F> {
    pub fn new(cx: Cx, next: F) -> Awaiter<F> {
        Awaiter { cx, next, stage: Stage::Begins }
    }
}

impl<F: FnMut(&mut dyn Interp, Awaited) -> PyResult<Next> + Unpin> Future for Awaiter<F> {
    type Output = PyResult;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<PyResult> {
        let this = self.get_mut();
        let mut awaited = match std::mem::replace(&mut this.stage, Stage::Begins) {
            Stage::Begins => None,
            Stage::Calls => return Poll::Ready(this.cx.answer()),
            Stage::Awaits(future) => {
                let came = this.cx.answer();
                Some((future, came))
            }
        };
        loop {
            if let Some((future, came)) = &mut awaited
                && came.is_ok()
            {
                // Once more if another task has the same coroutine and resumes it too early.
                match future_await::begin_native_wait(future) {
                    Ok(true) => {
                        this.cx.yields(Value::Object(future.clone()));
                        this.stage = Stage::Awaits(future.clone());
                        return Poll::Pending;
                    }
                    Ok(false) => *came = futures::result(&this.cx, futures::future(future)),
                    Err(exc) => *came = Err(exc),
                }
            }
            match this.cx.enter(|i| (this.next)(i, awaited.take()))? {
                Next::Return(value) => return Poll::Ready(Ok(value)),
                Next::Await(future) => awaited = Some((future, Ok(Value::None))),
                Next::Call(callable, args) => {
                    this.cx.calls(&callable, args);
                    this.stage = Stage::Calls;
                    return Poll::Pending;
                }
            }
        }
    }
}

/// What calling such an `async def` gives; the name is CPython's.
pub fn awaiting(
    i: &mut dyn Interp,
    qualname: &'static str,
    next: impl FnMut(&mut dyn Interp, Awaited) -> PyResult<Next> + Unpin + 'static,
) -> NativeCoroutine {
    native_coroutine(i, qualname, |cx| Awaiter::new(cx, next))
}

/// The same for a method of `this`.
pub fn awaiting_of(
    i: &mut dyn Interp,
    qualname: &'static str,
    this: Value,
    mut next: impl FnMut(&mut dyn Interp, &Value, Awaited) -> PyResult<Next> + Unpin + 'static,
) -> NativeCoroutine {
    let owner = this.as_object().cloned();
    awaiting(i, qualname, move |i, awaited| next(i, &this, awaited)).of(owner)
}
