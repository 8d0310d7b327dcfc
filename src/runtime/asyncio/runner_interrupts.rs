//! SIGINT while a Runner runs its coroutine (Lib/asyncio/runners.py `_on_sigint`).

use std::rc::Rc;

use super::callbacks;
use super::futures::{self, future};
use super::library_sites as sites;
use super::py;
use super::scheduling;
use super::state::asyncio;
use crate::objects::exception::{Exc, PyResult};
use crate::objects::library_site::at;
use crate::objects::{Args, Interp, Object, Value, types};
use crate::trace::EventId;

/// In the main thread SIGINT cancels the task that is run, once; false elsewhere.
pub fn watch_for_interrupt(i: &mut dyn Interp, owner: &Rc<Object>, task: &Value) -> bool {
    let state = asyncio(i);
    let (Some(task), true) = (task.as_object(), state.machine.in_main_thread()) else { return false };
    state.interrupted.replace(Some((task.clone(), owner.clone(), 0)));
    true
}

/// `Runner._on_sigint`: whether SIGINT has been taken care of.
pub fn interrupt(i: &mut dyn Interp) -> PyResult<bool> {
    let state = asyncio(i);
    let Some((task, owner, count)) = state.interrupted.take() else { return Ok(false) };
    state.interrupted.replace(Some((task.clone(), owner.clone(), count + 1)));
    let value = Value::Object(task.clone());
    if count > 0 || futures::is_done(i, &value)? {
        return Err(at(&sites::SIGINT_AGAIN)(Exc::new(&types().keyboard_interrupt, vec![])));
    }
    match futures::as_future(&value) {
        Some(_) => futures::cancel(i, &task, Value::None).map(drop)?,
        // What a task factory has made.
        None => py::call(i, &value, "cancel", Args::none()).map(drop)?,
    }
    let nothing = callbacks::NativeCallback::new("Runner._on_sigint.<locals>.<lambda>", None, |_, _| Ok(()));
    scheduling::call_soon_threadsafe(i, &owner, nothing, Args::none(), EventId::NONE)?;
    Ok(true)
}

/// The program has set a handler of its own for SIGINT.
pub fn forget_interrupt(i: &mut dyn Interp) {
    asyncio(i).interrupted.take();
}

/// The task that SIGINT would cancel, if it is as `asyncio.run` has it.
pub fn interruptible(i: &mut dyn Interp) -> Value {
    let state = asyncio(i);
    let task = state.interrupted.borrow().as_ref().map(|(task, ..)| Value::Object(task.clone()));
    task.into()
}

/// SIGINT cancels this task again: the program has put back the handler that it found.
pub fn remember_interrupt(i: &mut dyn Interp, task: &Value) {
    if let Some(task) = futures::as_future(task)
        && let Ok(owner) = future(task).get_loop()
    {
        asyncio(i).interrupted.replace(Some((task.clone(), owner, 0)));
    }
}

/// `Runner._on_sigint(signum, frame, main_task)`
pub fn on_sigint(i: &mut dyn Interp, args: Args) -> PyResult {
    let [_, _, _, task] = args.bind("Runner._on_sigint", &["self", "signum", "frame", "main_task"], 4)?;
    if !interruptible(i).is(&task) {
        remember_interrupt(i, &task);
    }
    if interrupt(i)? { Ok(Value::None) } else { Err(Exc::new(&types().keyboard_interrupt, vec![])) }
}
