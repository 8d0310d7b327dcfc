//! Futures of `concurrent.futures` seen from a loop (Lib/asyncio/futures.py: `wrap_future`, `_chain_future`), and
//! `run_coroutine_threadsafe`.

use std::rc::Rc;

use super::base_events::event_loop;
use super::callbacks::{self, Callback, NativeCallback};
use super::exceptions::exceptions;
use super::futures::{self, Future, future};
use super::gather::{Outcome, outcome};
use super::library_sites as sites;
use super::named;
use super::py;
use super::scheduling;
use super::state::asyncio;
use super::task_creation;
use crate::objects::attribute::no_attribute;
use crate::objects::class::Class;
use crate::objects::exception::{Exc, PyResult, type_error};
use crate::objects::function::{Builtin, Method};
use crate::objects::library_site::{at, at_holding};
use crate::objects::{Args, Cx, Flow, Interp, Object, Symbol, Value, ops};
use crate::trace::{ObjectId, Purpose, TextId};

/// `futures.wrap_future(future, loop=loop)`; `label`: the call that runs elsewhere, if it is known; `owner` finds the loop, and
/// is asked once it is needed.
pub fn wrap_future(
    i: &mut dyn Interp,
    job: &Value,
    label: TextId,
    owner: impl FnOnce(&mut dyn Interp) -> PyResult<Rc<Object>>,
) -> PyResult {
    if named::is_future(i, job)? {
        return Ok(job.clone());
    }
    check_job(i, job)?;
    let owner = owner(i)?;
    let wrapped = futures::create(i, &owner, Purpose::Wrapped, ObjectId::NONE, label);
    chain_job(i, job, &wrapped, &owner)?;
    Ok(Value::Object(wrapped))
}

/// AssertionError: it is no `concurrent.futures.Future`, nor like one.
fn check_job(i: &mut dyn Interp, job: &Value) -> PyResult<()> {
    if py::find(i, job, "add_done_callback")?.is_some() {
        return Ok(());
    }
    let shown = py::repr(i, job)?;
    let text = format!("concurrent.futures.Future is expected, got {shown}");
    Err(at(&sites::WRAP_REFUSED)(Exc::message(&crate::objects::types().assertion_error, text)))
}

/// The state of a `concurrent.futures.Future` is copied to ours when it is done, in our loop's thread; if ours is
/// cancelled, so is the job.
fn chain_job(i: &mut dyn Interp, job: &Value, wrapped: &Rc<Object>, owner: &Rc<Object>) -> PyResult<()> {
    if named::done_by(i, "_chain_future", job, &Value::Object(wrapped.clone()))? {
        return Ok(());
    }
    let check_cancel = NativeCallback::new("_chain_future.<locals>._call_check_cancel", Some("futures.py:386"), {
        let job = job.clone();
        move |i, wrapped| {
            if wrapped.native::<Future>().is_some_and(Future::is_cancelled) {
                py::call(i, &job, "cancel", Args::none())?;
            }
            Ok(())
        }
    });
    callbacks::add_done_callback(i, &Value::Object(wrapped.clone()), check_cancel)?;
    let set_state = Builtin::closure("_call_set_state", {
        let (wrapped, owner) = (wrapped.clone(), owner.clone());
        move |i, args| {
            let [job] = args.exactly::<1>("_call_set_state")?;
            if event_loop(&owner).closed.get() {
                return Ok(Value::None.into());
            }
            let copy = NativeCallback::new("_chain_future.<locals>._set_state", Some("futures.py:380"), {
                let (wrapped, job) = (wrapped.clone(), job.clone());
                move |i, _| copy_state(i, &job, &wrapped)
            });
            let cause = i.log().acting();
            scheduling::call_soon_threadsafe(i, &owner, copy, Args::none(), cause)?;
            Ok(Value::None.into())
        }
    });
    py::call(i, job, "add_done_callback", Args::one(set_state)).map(drop)
}

/// `_copy_future_state`
fn copy_state(i: &mut dyn Interp, source: &Value, destination: &Rc<Object>) -> PyResult<()> {
    if named::done_by(i, "_copy_future_state", source, &Value::Object(destination.clone()))?
        || future(destination).done()
    {
        return Ok(());
    }
    let cancelled = py::call(i, source, "cancelled", Args::none())?;
    if ops::is_true(i, &cancelled)? {
        return futures::cancel_future(i, destination, Value::None).map(drop);
    }
    let exception = py::call(i, source, "exception", Args::none())?;
    match Exc::from_value(&exception) {
        Some(exc) => {
            let exc = converted(i, exc)?;
            futures::set_exception(i, destination, &exc.value())
        }
        None => {
            let result = py::call(i, source, "result", Args::none())?;
            super::overrides::settle(i, destination, result)
        }
    }
}

/// `_convert_future_exc`: what the library's own futures raise becomes asyncio's, with the same arguments.
#[cold]
#[inline(never)]
fn converted(i: &mut dyn Interp, exc: Exc) -> PyResult<Exc> {
    let is = |exc: &Exc, class: &Rc<Class>| Rc::ptr_eq(&exc.class(), class);
    let own = exceptions();
    let module = i.import("concurrent.futures._base")?;
    let names = [("CancelledError", &own.cancelled), ("InvalidStateError", &own.invalid_state)];
    let same = |i: &mut dyn Interp, name| {
        py::get(i, &module, name).is_ok_and(|found| matches!(found, Value::Type(class) if is(&exc, &class)))
    };
    let Some((_, class)) = names.into_iter().find(|(name, _)| same(i, name)) else { return Ok(exc) };
    let new = Exc::new(class, exc.data().args.borrow().items.to_vec());
    new.data().traceback.replace(exc.data().traceback.borrow().clone());
    Ok(new)
}

/// `asyncio.run_coroutine_threadsafe(coro, loop)`
pub fn run_coroutine_threadsafe(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [coroutine, event_loop] = args.bind::<2>("run_coroutine_threadsafe", &["coro", "loop"], 2)?;
    if !named::is_coroutine(i, &coroutine)? {
        let refused = type_error("A coroutine object is required");
        let both = Value::pair(coroutine, event_loop);
        return Err(at_holding(&sites::THREADSAFE_NO_COROUTINE, &both)(refused));
    }
    let Ok(owner) = super::events::loop_argument(&event_loop) else {
        let missing = no_attribute(&event_loop, Symbol::new("call_soon_threadsafe"));
        return Err(at_holding(&sites::THREADSAFE_CALL, &coroutine)(missing));
    };
    let module = i.import("concurrent.futures")?;
    let cx = i.cx();
    let given = coroutine.clone();
    Ok(Flow::frame(async move {
        let class = cx.enter(|i| py::get(i, &module, "Future"))?;
        let job = cx.call(&class, Args::none()).await?;
        // Who waits for it is told to wait for that coroutine.
        cx.enter(|i| {
            let (name, condition) = (py::get(i, &coroutine, "__qualname__"), py::get(i, &job, "_condition")?);
            name.map_or(Ok(()), |name| py::set(i, &condition, "_of", name))
        })?;
        let callback = Builtin::closure("callback", {
            // The task has the variables of who asks for it.
            let (job, owner, context) = (job.clone(), owner.clone(), cx.enter(|i| asyncio(i).copy_context()));
            move |i, _| {
                let (cx, job, owner, coroutine) = (i.cx(), job.clone(), owner.clone(), coroutine.clone());
                let (state, context) = (asyncio(i), context.clone());
                Ok(Flow::frame(async move {
                    let before = state.swap_context(context);
                    let made = task_creation::ensure_future(&cx, coroutine, Some(owner)).await;
                    state.swap_context(before);
                    match made {
                        Ok(task) => cx.enter(|i| chain_task(i, &task, &job))?,
                        Err(exc) => {
                            let exc = at(&sites::THREADSAFE_ENSURE)(exc);
                            return Err(not_begun(&cx, &job, exc).await);
                        }
                    }
                    Ok(Value::None)
                }))
            }
        });
        cx.enter(|i| {
            let cause = i.log().acting();
            let name = "run_coroutine_threadsafe.<locals>.callback";
            let begins =
                NativeCallback::new(name, Some("tasks.py:993"), move |i, _| i.call(&callback, Args::none()).map(drop));
            let put = scheduling::call_soon_threadsafe(i, &owner, begins, Args::none(), cause);
            let put = put.map_err(at(&sites::THREADSAFE_CLOSED)).map_err(at(&sites::RUN_THREADSAFE));
            put.map_err(|refused| py::holding(refused, given))?;
            Ok(job)
        })
    }))
}

/// No task could be made: who waits in another thread learns it as well.
#[cold]
#[inline(never)]
async fn not_begun(cx: &Cx, job: &Value, exc: Exc) -> Exc {
    let told = async {
        let begin = cx.enter(|i| py::get(i, job, "set_running_or_notify_cancel"))?;
        let begun = cx.call(&begin, Args::none()).await?;
        if cx.enter(|i| ops::is_true(i, &begun))? {
            let set = cx.enter(|i| py::get(i, job, "set_exception"))?;
            cx.call(&set, Args::one(exc.value())).await?;
        }
        Ok(())
    };
    told.await.err().unwrap_or(exc)
}

/// A task's end is copied to the `concurrent.futures.Future` that stands for it in other threads; if that is
/// cancelled, so is the task.
fn chain_task(i: &mut dyn Interp, task: &Value, job: &Value) -> PyResult<()> {
    if named::done_by(i, "_chain_future", task, job)? {
        return Ok(());
    }
    // Both hold the other where the collector sees it.
    let check_cancel = Builtin::closure("_call_check_cancel", |i, args| {
        let [task, job] = args.exactly::<2>("_call_check_cancel")?;
        let cancelled = py::call(i, &job, "cancelled", Args::none())?;
        if ops::is_true(i, &cancelled)?
            && let Some(own) = futures::as_future(&task)
        {
            let owner = future(own).get_loop()?;
            let cancel = Callback::Python(py::get(i, &task, "cancel")?);
            scheduling::call_soon_threadsafe(i, &owner, cancel, Args::none(), Default::default())?;
        }
        Ok(Value::None.into())
    });
    py::call(i, job, "add_done_callback", Args::one(Method::new(check_cancel, task.clone())))?;
    let Some(job) = job.as_object() else { return Ok(()) };
    let set_state =
        NativeCallback::of(job, "_chain_future.<locals>._call_set_state", Some("futures.py:393"), |i, job, task| {
            set_concurrent_state(i, &Value::Object(job.clone()), task)
        });
    callbacks::add_done_callback(i, task, set_state)
}

/// `_set_concurrent_future_state`
fn set_concurrent_state(i: &mut dyn Interp, job: &Value, source: &Value) -> PyResult<()> {
    if named::done_by(i, "_set_concurrent_future_state", job, source)? {
        return Ok(());
    }
    let end = outcome(i, source)?;
    if matches!(end, Outcome::Cancelled(_)) {
        py::call(i, job, "cancel", Args::none())?;
    }
    let going = py::call(i, job, "set_running_or_notify_cancel", Args::none())?;
    if !ops::is_true(i, &going)? {
        return Ok(());
    }
    match end {
        Outcome::Failed(exc) | Outcome::Cancelled(exc) => {
            let exc = converted(i, exc)?;
            py::call(i, job, "set_exception", Args::one(exc.value())).map(drop)
        }
        Outcome::Result(value) => py::call(i, job, "set_result", Args::one(value)).map(drop),
    }
}
