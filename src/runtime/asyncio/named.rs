//! What asyncio's own code calls by its name in a module of asyncio's: what a program has put there, as mocks do, is
//! called in its place.

use std::rc::Rc;

use super::state::asyncio;
use super::{coroutines, events, futures, py, tasks};
use crate::objects::exception::PyResult;
use crate::objects::module::replaced;
use crate::objects::{Args, Cx, Interp, Object, Value, ops, type_of};

/// `events.get_running_loop()`
#[inline]
pub fn running_loop(i: &mut dyn Interp) -> PyResult<Rc<Object>> {
    match replaced(i, "asyncio.events", "get_running_loop") {
        Some(own) => loop_from(i, &own),
        None => asyncio(i).get_running_loop(),
    }
}

/// `events._get_running_loop()`
#[inline]
pub fn running_loop_or_none(i: &mut dyn Interp) -> PyResult<Option<Rc<Object>>> {
    match replaced(i, "asyncio.events", "_get_running_loop") {
        Some(own) => {
            let found = i.call(&own, Args::none())?;
            if found.is_none() { Ok(None) } else { events::loop_argument(&found).map(Some) }
        }
        None => Ok(asyncio(i).running_loop()),
    }
}

/// `events._set_running_loop(loop)`
pub fn set_running_loop(i: &mut dyn Interp, owner: Option<Rc<Object>>) -> PyResult<()> {
    match replaced(i, "asyncio.events", "_set_running_loop") {
        Some(own) => i.call(&own, Args::one(owner.map_or(Value::None, Value::Object))).map(drop),
        None => {
            asyncio(i).set_running_loop(owner);
            Ok(())
        }
    }
}

/// `events.get_event_loop()`
pub fn event_loop(i: &mut dyn Interp) -> PyResult<Rc<Object>> {
    match replaced(i, "asyncio.events", "get_event_loop") {
        Some(own) => loop_from(i, &own),
        None => events::get_event_loop(i),
    }
}

fn loop_from(i: &mut dyn Interp, own: &Value) -> PyResult<Rc<Object>> {
    let found = i.call(own, Args::none())?;
    events::loop_argument(&found)
}

/// `events.set_event_loop(loop)`
pub fn set_event_loop(i: &mut dyn Interp, event_loop: &Value) -> PyResult<()> {
    match replaced(i, "asyncio.events", "set_event_loop") {
        Some(own) => i.call(&own, Args::one(event_loop.clone())).map(drop),
        None => events::set_event_loop(i, event_loop),
    }
}

/// `tasks.current_task(…)`, asked by a function that gives the loop or does not.
pub fn current_task(i: &mut dyn Interp, of: Option<&Rc<Object>>) -> PyResult<Option<Rc<Object>>> {
    match replaced(i, "asyncio.tasks", "current_task") {
        Some(own) => {
            let args = of.map_or_else(Args::none, |owner| Args::one(Value::Object(owner.clone())));
            let task = i.call(&own, args)?;
            Ok(futures::as_future(&task).cloned())
        }
        None => match of {
            Some(owner) => Ok(super::base_events::event_loop(owner).current_task.borrow().clone()),
            None => tasks::current_task(i),
        },
    }
}

/// `tasks.all_tasks(loop)`
pub fn all_tasks(i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult<Vec<Value>> {
    let given = Value::Object(owner.clone());
    match replaced(i, "asyncio.tasks", "all_tasks") {
        Some(own) => {
            let found = i.call(&own, Args::one(given))?;
            ops::to_vec(i, &found)
        }
        None => {
            let others = super::registration::others_of(i, &given)?;
            Ok(tasks::all_tasks(&asyncio(i), owner).into_iter().map(Value::Object).chain(others).collect())
        }
    }
}

/// `coroutines.iscoroutine(obj)`
#[inline]
pub fn is_coroutine(i: &mut dyn Interp, value: &Value) -> PyResult<bool> {
    match replaced(i, "asyncio.coroutines", "iscoroutine") {
        Some(own) => {
            let answer = i.call(&own, Args::one(value.clone()))?;
            ops::is_true(i, &answer)
        }
        None => coroutines::is_coroutine(i, value),
    }
}

/// `futures.isfuture(obj)`
#[inline]
pub fn is_future(i: &mut dyn Interp, value: &Value) -> PyResult<bool> {
    match replaced(i, "asyncio.futures", "isfuture") {
        Some(own) => {
            let answer = i.call(&own, Args::one(value.clone()))?;
            ops::is_true(i, &answer)
        }
        None => futures::is_future(i, value),
    }
}

/// `futures._get_loop(fut)`
#[inline]
pub fn loop_of(i: &mut dyn Interp, value: &Value) -> PyResult {
    match replaced(i, "asyncio.futures", "_get_loop") {
        Some(own) => i.call(&own, Args::one(value.clone())),
        None => futures::loop_of(i, value),
    }
}

/// A function of `futures` that is called with two values for what it does, if the program has put one there.
pub fn done_by(i: &mut dyn Interp, function: &str, source: &Value, destination: &Value) -> PyResult<bool> {
    let Some(own) = replaced(i, "asyncio.futures", function) else { return Ok(false) };
    i.call(&own, Args::from([source.clone(), destination.clone()])).map(|_| true)
}

/// What leaves a `with` block, by `__exit__` or `__aexit__` of its manager, what it ends with before that being given.
pub async fn left(cx: &Cx, manager: &Value, exit: &str, result: PyResult) -> PyResult {
    let given = match &result {
        Ok(_) => [Value::None, Value::None, Value::None],
        Err(exc) => cx.enter(|i| {
            let value = exc.value();
            let traceback = py::get(i, &value, "__traceback__").unwrap_or(Value::None);
            [Value::Type(type_of(&value)), value, traceback]
        }),
    };
    let before = cx.enter(|i| i.set_handled_by_native(result.as_ref().err().cloned()));
    let mut exited = py::call_method(cx, manager, exit, Args::positional(given.to_vec())).await;
    if exit == "__aexit__"
        && let Ok(coroutine) = &exited
    {
        let coroutine = coroutine.clone();
        exited = cx.await_(&coroutine).await;
    }
    cx.enter(|i| i.set_handled_by_native(before));
    let swallows = exited?;
    match result {
        Err(_) if cx.enter(|i| ops::is_true(i, &swallows))? => Ok(Value::None),
        result => result,
    }
}
