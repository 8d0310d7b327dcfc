//! What a task waits for: what its coroutine yields (Lib/asyncio/tasks.py, the end of `Task.__step`).

use std::rc::Rc;

use super::base_events;
use super::callbacks::{self, Callback};
use super::futures::{self, Future, future};
use super::labels;
use super::py;
use super::state::asyncio;
use super::tasks::{Task, task};
use crate::objects::exception::{PyResult, runtime_error};
use crate::objects::generator::GeneratorKind;
use crate::objects::look::look;
use crate::objects::{Args, Interp, Object, Symbol, Value, ops};
use crate::trace::{ChainId, EventId, FutureId, StepEnd, TaskId, TextId};

/// Lets a task wait for what its coroutine has yielded (the end of `__step_run_and_handle_result`).
pub fn wait_for_yielded(
    i: &mut dyn Interp,
    object: &Rc<Object>,
    own: &Future,
    this: &Task,
    owner: &Rc<Object>,
    coroutine: &Value,
    value: Value,
) -> PyResult<()> {
    let id = own.id.get().as_task();
    let log = i.log();
    let chain = labels::chain(log, coroutine, &this.chain);
    if value.is_none() {
        // A bare yield gives up control for one turn of the loop.
        log.step_ended(id, StepEnd::Yields, FutureId::NONE, chain, TextId::NONE);
        return base_events::push_step(i, owner, object, id, None, EventId::NONE);
    }
    if let Some(waited) = futures::plain(&value)
        && let of = future(waited)
        && of.blocking.get()
        && look(&of.event_loop).as_ref().is_some_and(|other| Rc::ptr_eq(other, owner))
        && !Rc::ptr_eq(waited, object)
    {
        log.step_ended(id, StepEnd::Waits, of.id.get(), chain, TextId::NONE);
        return wait_on(i, object, this, value);
    }
    wait_for_other(i, object, owner, id, chain, value)
}

/// The same of what is no future of this loop's that was just begun to be awaited.
#[cold]
#[inline(never)]
fn wait_for_other(
    i: &mut dyn Interp,
    object: &Rc<Object>,
    owner: &Rc<Object>,
    id: TaskId,
    chain: ChainId,
    value: Value,
) -> PyResult<()> {
    let this = task(object);
    let shown = |i: &mut dyn Interp| py::repr(i, &Value::Object(object.clone()));
    let trouble = match &value {
        value if value.is(&Value::Object(object.clone())) => format!("Task cannot await on itself: {}", shown(i)?),
        Value::Generator(g) if g.kind == GeneratorKind::Generator => {
            let (task, value) = (shown(i)?, py::repr(i, &value)?);
            format!("yield was used instead of yield from for generator in task {task} with {value}")
        }
        _ => match yielded_future(i, &value)? {
            None => format!("Task got bad yield: {}", py::repr(i, &value)?),
            Some(blocking) => {
                let other = futures::loop_of(i, &value)?;
                if !other.is(&Value::Object(owner.clone())) {
                    let (task, value) = (shown(i)?, py::repr(i, &value)?);
                    format!("Task {task} got Future {value} attached to a different loop")
                } else if !blocking {
                    let (task, value) = (shown(i)?, py::repr(i, &value)?);
                    format!("yield was used instead of yield from in task {task} with {value}")
                } else {
                    let waited = value.native::<Future>().map_or(FutureId::NONE, |f| f.id.get());
                    i.log().step_ended(id, StepEnd::Waits, waited, chain, TextId::NONE);
                    return wait_on(i, object, this, value);
                }
            }
        },
    };
    i.log().step_ended(id, StepEnd::Yields, FutureId::NONE, chain, TextId::NONE);
    base_events::push_step(i, owner, object, id, Some(runtime_error(trouble)), EventId::NONE)
}

/// `_asyncio_future_blocking` of what was yielded; `None` if it is no future.
fn yielded_future(i: &mut dyn Interp, value: &Value) -> PyResult<Option<bool>> {
    if let Some(own) = value.native::<Future>() {
        return Ok(Some(own.blocking.get()));
    }
    match py::find(i, value, "_asyncio_future_blocking")? {
        None | Some(Value::None) => Ok(None),
        Some(flag) => ops::is_true(i, &flag).map(Some),
    }
}

/// As [`wait_on`], for what is asked by its methods.
#[cold]
#[inline(never)]
fn wait_on_other(i: &mut dyn Interp, this: &Task, value: &Value, wakeup: Callback) -> PyResult<()> {
    py::set(i, value, "_asyncio_future_blocking", Value::Bool(false))?;
    let wakeup = callbacks::as_callable(i, wakeup);
    let context = asyncio(i).context_object(&this.context());
    let args = Args::with_keywords([wakeup], [(Symbol::new("context"), context)]);
    py::call(i, value, "add_done_callback", args).map(drop)
}

/// The task waits for `value`, which came with its blocking flag set.
fn wait_on(i: &mut dyn Interp, object: &Rc<Object>, this: &Task, value: Value) -> PyResult<()> {
    let wakeup = Callback::Wakeup(object.clone());
    match futures::plain(&value) {
        Some(own) => {
            future(own).blocking.set(false);
            futures::add_done_callback(i, own, wakeup, None)?;
        }
        None => wait_on_other(i, this, &value, wakeup)?,
    }
    this.waits_for.replace(value.clone());
    if this.must_cancel.get() {
        let message = future(object).cancel_message();
        if futures::cancel_value(i, &value, Some(message))? {
            this.must_cancel.set(false);
        }
    }
    Ok(())
}
