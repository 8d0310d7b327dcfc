//! What a loop does with async generators, and how it shuts them and its executor down (Lib/asyncio/base_events.py).

use std::rc::{Rc, Weak};

use super::base_events::{self, event_loop};
use super::callbacks::Callback;
use super::coroutines::native_method;
use super::futures;
use super::gather;
use super::py;
use crate::objects::exception::{Exc, PyResult};
use crate::objects::function::Builtin;
use crate::objects::generator::{AsyncGenHooks, Generator};
use crate::objects::symbol::Symbol;
use crate::objects::{Args, Flow, Interp, Object, Value, types};

/// `shutdown_asyncgens()`: the coroutine.
pub fn shutdown_asyncgens(i: &mut dyn Interp, owner: &Rc<Object>) -> Value {
    let owner = owner.clone();
    let made = native_method(i, "shutdown_asyncgens", "BaseEventLoop.shutdown_asyncgens", async move |cx| {
        let this = event_loop(&owner);
        this.asyncgens_shutdown_called.set(true);
        let closing: Vec<Rc<Generator>> = this.asyncgens.take().iter().filter_map(|g| g.upgrade()).collect();
        if closing.is_empty() {
            return Ok(Value::None);
        }
        let mut members = Vec::new();
        for generator in &closing {
            members.push(py::call_method(&cx, &Value::Generator(generator.clone()), "aclose", Args::none()).await?);
        }
        let all = gather::gather(cx.clone(), members, true).await?;
        let results = match futures::as_future(&all) {
            Some(all) => futures::wait(&cx, all).await?,
            None => return Ok(Value::None),
        };
        let results = cx.enter(|i| crate::objects::ops::to_vec(i, &results))?;
        for (result, generator) in results.iter().zip(closing) {
            let Some(exc) = Exc::from_value(result).filter(|e| e.is_a(&types().exception)) else { continue };
            let generator = Value::Generator(generator);
            let context = cx.enter(|i| {
                let shown = py::repr(i, &generator)?;
                let message = format!("an error occurred during closing of asynchronous generator {shown}");
                let about = [("exception", exc.value()), ("asyncgen", generator.clone())];
                PyResult::Ok(super::exception_handler::context(message, &about))
            })?;
            super::exception_handler::call_exception_handler(&cx, &owner, context).await?;
        }
        Ok(Value::None)
    });
    done(made)
}

fn done(flow: Flow) -> Value {
    match flow {
        Flow::Done(value) => value,
        _ => Value::None,
    }
}

/// `shutdown_default_executor(timeout)`: the coroutine. The executor is waited for however long it takes.
pub fn shutdown_default_executor(i: &mut dyn Interp, owner: &Rc<Object>) -> Value {
    let owner = owner.clone();
    let qualname = "BaseEventLoop.shutdown_default_executor";
    let made = native_method(i, "shutdown_default_executor", qualname, async move |cx| {
        let this = event_loop(&owner);
        this.executor_shutdown_called.set(true);
        let executor = this.default_executor.borrow().clone();
        if !executor.is_none() {
            let wait = Args::with_keywords([], [(Symbol::new("wait"), Value::Bool(true))]);
            py::call_method(&cx, &executor, "shutdown", wait).await?;
        }
        Ok(Value::None)
    });
    done(made)
}

/// What a running loop wants to know of async generators.
pub fn hooks(owner: &Rc<Object>) -> AsyncGenHooks {
    let (first, weak) = (Rc::downgrade(owner), Rc::downgrade(owner));
    let first_iteration = Builtin::closure("_asyncgen_firstiter_hook", move |i, args| {
        let [generator] = args.exactly::<1>("_asyncgen_firstiter_hook")?;
        if let (Some(owner), Value::Generator(generator)) = (first.upgrade(), &generator) {
            begins(i, &owner, generator)?;
        }
        Ok(Value::None.into())
    });
    AsyncGenHooks { first_iteration, finalizer: finalizer_hook(weak) }
}

/// `_asyncgen_firstiter_hook`
fn begins(i: &mut dyn Interp, owner: &Rc<Object>, generator: &Rc<Generator>) -> PyResult<()> {
    let this = event_loop(owner);
    if this.asyncgens_shutdown_called.get() {
        let shown = py::repr(i, &Value::Generator(generator.clone()))?;
        let text = format!("asynchronous generator {shown} was scheduled after loop.shutdown_asyncgens() call");
        super::warnings::warn(i, &types().resource_warning, &text)?;
    }
    let mut living = this.asyncgens.borrow_mut();
    living.retain(|g| g.strong_count() > 0);
    living.push(Rc::downgrade(generator));
    Ok(())
}

/// `_asyncgen_finalizer_hook`: closes a generator that went away before it ended, in a task.
fn finalizer_hook(owner: Weak<Object>) -> Value {
    Builtin::closure("_asyncgen_finalizer_hook", move |i, args| {
        let generator = args.exactly::<1>("_asyncgen_finalizer_hook")?;
        let Some(owner) = owner.upgrade() else { return Ok(Value::None.into()) };
        let this = event_loop(&owner);
        if let Value::Generator(g) = &generator[0] {
            this.asyncgens.borrow_mut().retain(|known| known.upgrade().is_some_and(|k| !Rc::ptr_eq(&k, g)));
        }
        if !this.closed.get() {
            let closing = py::call(i, &generator[0], "aclose", Args::none())?;
            let create = py::get(i, &Value::Object(owner.clone()), "create_task")?;
            let callback = Callback::Python(create);
            base_events::call_soon(i, &owner, callback, Args::one(closing), None, Default::default())?;
            base_events::write_to_self(i, &owner, Default::default());
        }
        Ok(Value::None.into())
    })
}

/// The end of the program: tasks that never finished are closed and reported, as CPython's last collection does.
pub fn at_exit(i: &mut dyn Interp) {
    let state = super::state::asyncio(i);
    let left: Vec<Rc<Object>> = state.tasks.borrow().values().filter_map(|task| task.upgrade()).collect();
    for task in left {
        let own = super::futures::future(&task);
        let Some(this) = own.task().filter(|t| !own.done() && t.log_destroy_pending.get()) else { continue };
        let coroutine = this.coroutine.borrow().clone();
        let closed = py::call(i, &coroutine, "close", Args::none());
        this.log_destroy_pending.set(false);
        let Ok(owner) = own.get_loop() else { continue };
        let about = [("task", Value::Object(task.clone()))];
        let context = super::exception_handler::context("Task was destroyed but it is pending!", &about);
        let _nothing_more_can_be_done = closed.map(|_| super::exception_handler::call_nested(i, &owner, context));
    }
}
