//! Which task runs in a loop, and which tasks there are, as a program tells it: `_enter_task`, `_register_task` and their
//! opposites (Modules/_asynciomodule.c), by which loops and tasks of a program's own make themselves known.

use std::rc::{Rc, Weak};

use super::base_events::event_loop;
use super::events::loop_argument;
use super::future_class::task_of;
use super::py;
use super::state::asyncio;
use super::task_creation;
use crate::objects::exception::{Exc, PyResult, runtime_error};
use crate::objects::{Args, Interp, Object, Value, ops};

/// What the loops and tasks of asyncio's own do not keep themselves.
#[derive(Default)]
struct Registry {
    /// Loops, and the task that runs in each.
    current: Vec<(Value, Value)>,
    tasks: Vec<Weak<Object>>,
}

/// The task that runs in a loop, else None.
pub fn current(i: &mut dyn Interp, owner: &Value) -> Value {
    if let Ok(owner) = loop_argument(owner)
        && let Some(task) = event_loop(&owner).current_task.borrow().clone()
    {
        return Value::Object(task);
    }
    let Some(registry) = i.states().find::<Registry>() else { return Value::None };
    registry.current.iter().find(|(of, _)| of.is(owner)).map(|(_, task)| task.clone()).into()
}

fn set_current(i: &mut dyn Interp, owner: &Value, task: Value) {
    if let Ok(owner) = loop_argument(owner) {
        let own = task_of(&task).ok();
        let is_own = own.is_some();
        let _before = event_loop(&owner).current_task.replace(own);
        if is_own {
            return;
        }
    }
    let registry = i.states().get::<Registry>();
    let _before = registry.current.iter().position(|(of, _)| of.is(owner)).map(|at| registry.current.swap_remove(at));
    if !task.is_none() {
        registry.current.push((owner.clone(), task));
    }
}

/// What is said of two tasks, their reprs filled in.
fn refusal(i: &mut dyn Interp, task: &Value, other: &Value, words: [&str; 3]) -> Exc {
    let shown = py::repr(i, task).and_then(|task| Ok((task, py::repr(i, other)?)));
    match shown {
        Ok((task, other)) => runtime_error(format!("{} {task} {} {other}{}", words[0], words[1], words[2])),
        Err(exc) => exc,
    }
}

/// `_enter_task(loop, task)`
pub fn enter(i: &mut dyn Interp, owner: &Value, task: &Value) -> PyResult {
    let other = current(i, owner);
    if !other.is_none() {
        let words = ["Cannot enter into task", "while another task", " is being executed."];
        return Err(refusal(i, task, &other, words));
    }
    set_current(i, owner, task.clone());
    Ok(Value::None)
}

/// `_leave_task(loop, task)`
pub fn leave(i: &mut dyn Interp, owner: &Value, task: &Value) -> PyResult {
    let other = current(i, owner);
    if !other.is(task) {
        return Err(refusal(i, task, &other, ["Leaving task", "does not match the current task", "."]));
    }
    set_current(i, owner, Value::None);
    Ok(Value::None)
}

/// `_register_task(task)`
pub fn register(i: &mut dyn Interp, task: &Value) -> PyResult {
    if let Ok(own) = task_of(task) {
        task_creation::register(&asyncio(i), &own);
    } else if let Some(object) = task.as_object() {
        let tasks = &mut i.states().get::<Registry>().tasks;
        if !tasks.iter().any(|known| known.as_ptr() == Rc::as_ptr(object)) {
            tasks.push(Rc::downgrade(object));
        }
    }
    Ok(Value::None)
}

/// `_unregister_task(task)`
pub fn unregister(i: &mut dyn Interp, task: &Value) -> PyResult {
    if let Ok(own) = task_of(task) {
        task_creation::unregister(&asyncio(i), &own);
    } else if let Some(object) = task.as_object() {
        i.states().get::<Registry>().tasks.retain(|known| known.as_ptr() != Rc::as_ptr(object));
    }
    Ok(Value::None)
}

/// The registered tasks of a loop that are no tasks of asyncio's own, and not done (`all_tasks`).
pub fn others_of(i: &mut dyn Interp, owner: &Value) -> PyResult<Vec<Value>> {
    let Some(registry) = i.states().find::<Registry>() else { return Ok(Vec::new()) };
    registry.tasks.retain(|task| task.strong_count() > 0);
    let known: Vec<Value> = registry.tasks.iter().filter_map(Weak::upgrade).map(Value::Object).collect();
    let mut found = Vec::new();
    for task in known {
        let its = match py::find(i, &task, "get_loop")? {
            Some(get_loop) => i.call(&get_loop, Args::none())?,
            None => py::get(i, &task, "_loop")?,
        };
        if its.is(owner) {
            let done = py::get(i, &task, "done")?;
            let done = i.call(&done, Args::none())?;
            if !ops::is_true(i, &done)? {
                found.push(task);
            }
        }
    }
    Ok(found)
}
