//! The classes Future, `_GatheringFuture` and Task as the program sees them.

use std::rc::Rc;

use super::base_futures;
use super::base_tasks;
use super::callbacks::{self, Callback};
use super::contextvars::context_for_call;
use super::events::{get_event_loop, given_loop};
use super::exception_handler;
use super::exceptions::invalid_state;
use super::future_iter::FutureIter;
use super::futures::{self, Future, Kind, State, future};
use super::gather::Gathering;
use super::overrides;
use super::py;
use super::state::asyncio;
use super::task_creation;
use super::task_names;
use super::tasks::{self, Task};
use crate::objects::attribute::no_attribute;
use crate::objects::class::{Class, class_flag};
use crate::objects::exception::{PyResult, attribute_error, runtime_error, type_error, value_error};
use crate::objects::function::Builtin;
use crate::objects::native_class::{GetSet, NativeClass};
use crate::objects::{Args, Flow, Interp, Object, Symbol, Value, ops, type_name};
use crate::trace::{ObjectId, Purpose, TextId};

/// The receiver of a Future's method.
fn object_of(value: &Value) -> PyResult<Rc<Object>> {
    futures::as_future(value).cloned().ok_or_else(|| {
        type_error(format!("descriptor requires a '_asyncio.Future' object but received a '{}'", type_name(value)))
    })
}

/// The receiver, whose `__init__` has been called.
fn alive(value: &Value) -> PyResult<Rc<Object>> {
    let object = object_of(value)?;
    future(&object).get_loop()?;
    Ok(object)
}

/// A result can be asked of a future once `__init__` has been called.
fn initialized(object: Rc<Object>) -> PyResult<Rc<Object>> {
    future(&object).get_loop().map_err(|_| invalid_state("Future object is not initialized."))?;
    Ok(object)
}

fn this(args: &Args) -> PyResult<Rc<Object>> {
    object_of(args.values.first().unwrap_or(&Value::Unset))
}

/// The receiver of a method that takes nothing else.
fn alone(args: &Args, method: &str) -> PyResult<Rc<Object>> {
    let object = this(args)?;
    let given = args.values.len() - 1;
    if given == 0 {
        return Ok(object);
    }
    let class = if future(&object).task().is_some() { "Task" } else { "Future" };
    Err(type_error(match method {
        "exception" | "get_loop" => format!("{method}() takes no arguments"),
        _ if args.names.is_some() => format!("{class}.{method}() takes no keyword arguments"),
        _ => format!("{class}.{method}() takes no arguments ({given} given)"),
    }))
}

/// `fut.cancel(msg=None)` and the like: the receiver and the message.
fn cancel_arguments(args: Args) -> PyResult<(Rc<Object>, Value)> {
    let [this, message] = args.bind_in_c::<2>("cancel", &["self", "msg"], 1)?;
    Ok((object_of(&this)?, if message.is_unset() { Value::None } else { message }))
}

fn cancel(i: &mut dyn Interp, args: Args) -> PyResult {
    let (object, message) = cancel_arguments(args)?;
    future(&object).get_loop()?;
    futures::cancel_native(i, &object, message).map(Value::Bool)
}

/// What an attribute is set to; it cannot be deleted.
fn kept(value: Value) -> PyResult {
    if value.is_unset() { Err(attribute_error("cannot delete attribute")) } else { Ok(value) }
}

pub fn future_class() -> Rc<Class> {
    let make = |_: &mut dyn Interp, class: &Rc<Class>, _: &Args| {
        Ok(Object::with_native(class.clone(), Future::new(Kind::Plain)))
    };
    let class = NativeClass::new("Future", "_asyncio", &[], make)
        .with_unseen_dict()
        .sync("__init__", |i, args| {
            let [this, event_loop] = args.bind_in_c::<2>("Future", &["self", "*", "loop"], 1)?;
            let object = object_of(&this)?;
            let owner = match &event_loop {
                Value::None | Value::Unset => get_event_loop(i)?,
                given => given_loop(i, given)?,
            };
            future(&object).event_loop.replace(Some(owner));
            let id = i.log().future_created(Purpose::Plain, ObjectId::NONE, TextId::NONE);
            future(&object).id.set(id);
            let owner = future(&object).get_loop()?;
            future(&object).note_origin(i, &owner, None);
            Ok(Value::None)
        })
        .sync("cancel", cancel)
        .sync("cancelled", |_, args| Ok(Value::Bool(future(&alone(&args, "cancelled")?).is_cancelled())))
        .sync("done", |_, args| Ok(Value::Bool(future(&alone(&args, "done")?).done())))
        .sync("result", |i, args| {
            let result = future(&initialized(alone(&args, "result")?)?).get_result();
            futures::raised(i, result)
        })
        .sync("exception", |_, args| {
            Ok(future(&initialized(alone(&args, "exception")?)?)
                .get_exception()?
                .map_or(Value::None, |exc| exc.value()))
        })
        .sync("set_result", |i, args| {
            let [this, result] = args.bind_in_c::<2>("set_result", &["self", "result", "/"], 2)?;
            futures::set_result(i, &object_of(&this)?, result)?;
            Ok(Value::None)
        })
        .sync("set_exception", |i, args| {
            let [this, exception] = args.bind_in_c::<2>("set_exception", &["self", "exception", "/"], 2)?;
            futures::set_exception(i, &object_of(&this)?, &exception)?;
            Ok(Value::None)
        })
        .sync("add_done_callback", |i, args| {
            let [this, callback, context] =
                args.bind_in_c::<3>("add_done_callback", &["self", "fn", "/", "*", "context"], 2)?;
            let object = object_of(&this)?;
            future(&object).get_loop().map_err(|_| runtime_error("uninitialized Future object"))?;
            let context = match context_for_call(&context) {
                Some(given) => given,
                None => asyncio(i).copy_context(),
            };
            futures::add_done_callback(i, &object, callbacks::from_value(callback), Some(context))?;
            Ok(Value::None)
        })
        .sync("remove_done_callback", remove_done_callback)
        .sync("get_loop", |_, args| future(&alone(&args, "get_loop")?).get_loop().map(Value::Object))
        .sync("_make_cancelled_error", |_, args| Ok(future(&this(&args)?).make_cancelled_error().value()))
        .method("__await__", |i, args| Ok(FutureIter::make(i, &this(&args)?)?.into()))
        .method("__iter__", |i, args| Ok(FutureIter::make(i, &this(&args)?)?.into()))
        .sync("__repr__", |i, args| Ok(base_futures::repr(i, &alive(&args.values[0])?)?.into()))
        .method("__del__", exception_handler::finalize)
        .class_method("__class_getitem__", py::generic_alias)
        .property(
            "_asyncio_future_blocking",
            |_, this| Ok(Value::Bool(future(&object_of(this)?).blocking.get())),
            |i, this, value| {
                let flag = ops::is_true(i, &kept(value)?)?;
                future(&object_of(this)?).blocking.set(flag);
                Ok(())
            },
        )
        .property(
            "_log_traceback",
            |_, this| Ok(Value::Bool(future(&alive(this)?).log_traceback.get())),
            |i, this, value| {
                if ops::is_true(i, &kept(value)?)? {
                    return Err(value_error("_log_traceback can only be set to False"));
                }
                future(&object_of(this)?).log_traceback.set(false);
                Ok(())
            },
        )
        .getter("_state", |_, this| {
            let text = match future(&alive(this)?).state.get() {
                State::Pending => "PENDING",
                State::Cancelled => "CANCELLED",
                State::Finished => "FINISHED",
            };
            Ok(text.into())
        })
        .getter("_loop", |_, this| {
            let owner = future(&object_of(this)?).event_loop.borrow().clone();
            Ok(owner.map_or(Value::None, Value::Object))
        })
        .getter("_result", |_, this| Ok(future(&alive(this)?).result.borrow().clone()))
        .getter("_exception", |_, this| {
            let exception = future(&alive(this)?).exception();
            Ok(exception.map_or(Value::None, |exc| exc.value()))
        })
        .getter("_callbacks", |i, this| {
            let callbacks: Vec<_> = future(&alive(this)?).callbacks.borrow().iter().cloned().collect();
            if callbacks.is_empty() {
                return Ok(Value::None);
            }
            let state = asyncio(i);
            let listed = callbacks.into_iter().map(|(callback, context)| {
                let context = context.or_else(|| overrides::context_of(&callback));
                let context = context.map_or(Value::None, |c| state.context_object(&c));
                Value::tuple(vec![callbacks::as_callable(i, callback), context])
            });
            Ok(Value::list(listed.collect()))
        })
        .property(
            "_cancel_message",
            |_, this| Ok(future(&object_of(this)?).cancel_message()),
            |_, this, message| {
                future(&object_of(this)?).set_cancel_message(kept(message)?);
                Ok(())
            },
        )
        .getter("_source_traceback", |i, this| Ok(future(&object_of(this)?).source.value(i)?.unwrap_or(Value::None)))
        .finish();
    without_finalizer_flag(&class);
    class
}

/// `__del__` is there, but only objects that need it are finalized ([`Future::needs_finalizer`]).
fn without_finalizer_flag(class: &Class) {
    class.clear_flag(class_flag::FINALIZER);
}

fn remove_done_callback(i: &mut dyn Interp, args: Args) -> PyResult {
    let [this, callback] = args.bind_in_c::<2>("remove_done_callback", &["self", "fn", "/"], 2)?;
    let object = alive(&this)?;
    let before: Vec<_> = future(&object).callbacks.borrow().iter().cloned().collect();
    let mut kept = Vec::new();
    for (own, context) in &before {
        let same = match callbacks::from_value(callback.clone()) {
            Callback::Python(other) => own.equals(i, &other)?,
            native => own.is(&native),
        };
        if !same {
            kept.push((own.clone(), context.clone()));
        }
    }
    let removed = before.len() - kept.len();
    *future(&object).callbacks.borrow_mut() = kept.into();
    Ok(Value::from(removed))
}

pub fn gathering_future_class(base: &Rc<Class>) -> Rc<Class> {
    let make = |_: &mut dyn Interp, class: &Rc<Class>, _: &Args| {
        let payload = Future::new(Kind::Gathering(Box::new(Gathering::new(ObjectId::NONE, false))));
        Ok(Object::with_native(class.clone(), payload))
    };
    NativeClass::new("_GatheringFuture", "asyncio.tasks", &[base], make)
        .sync("cancel", cancel)
        .getter("_children", |_, this| {
            let object = object_of(this)?;
            let Kind::Gathering(gathering) = &future(&object).kind else { return Ok(Value::None) };
            Ok(Value::list(gathering.children.borrow().to_vec()))
        })
        .finish()
}

pub(super) fn task_of(value: &Value) -> PyResult<Rc<Object>> {
    tasks::as_task(value).cloned().ok_or_else(|| {
        type_error(format!("descriptor requires a '_asyncio.Task' object but received a '{}'", type_name(value)))
    })
}

/// The task that a method without arguments is called on.
fn task_alone(args: &Args, method: &str) -> PyResult<Rc<Object>> {
    task_of(&Value::Object(alone(args, method)?))
}

fn with_task<R>(value: &Value, f: impl FnOnce(&Task) -> R) -> PyResult<R> {
    let object = task_of(value)?;
    Ok(f(tasks::task(&object)))
}

/// `Task(coro, *, loop=None, name=None, context=None, eager_start=False)`
fn init_task(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let parameters = ["self", "coro", "*", "loop", "name", "context", "eager_start"];
    let [this, coroutine, event_loop, name, context, eager_start] = args.bind_in_c::<6>("Task", &parameters, 2)?;
    let object = task_of(&this)?;
    let owner = match &event_loop {
        Value::None | Value::Unset => get_event_loop(i).map_err(|exc| py::holding(exc, coroutine.clone()))?,
        given => given_loop(i, given)?,
    };
    let eager_start = !eager_start.is_unset() && ops::is_true(i, &eager_start)?;
    let options = task_creation::Options { name, context: context_for_call(&context), eager_start, origin: None };
    if !task_creation::init(i, &object, coroutine, &owner, options)? {
        return Ok(Value::None.into());
    }
    if eager_start && matches!(event_loop, Value::None | Value::Unset) {
        // CPython 3.13 asks the argument, not the loop that it stands for.
        return Err(no_attribute(&Value::None, Symbol::new("is_running")));
    }
    let cx = i.cx();
    Ok(Flow::frame(async move {
        tasks::eager_start(&cx, &object).await?;
        Ok(Value::None)
    }))
}

const OF_FUTURE: [&str; 21] = [
    "__await__",
    "__del__",
    "__iter__",
    "__repr__",
    "_asyncio_future_blocking",
    "_callbacks",
    "_cancel_message",
    "_exception",
    "_log_traceback",
    "_loop",
    "_make_cancelled_error",
    "_result",
    "_source_traceback",
    "_state",
    "add_done_callback",
    "cancel",
    "cancelled",
    "done",
    "exception",
    "remove_done_callback",
    "result",
];

/// A task's outcome is its coroutine's.
fn not_settable(mut args: Args, method: &str) -> PyResult {
    args.take_receiver();
    let [_] = args.exactly(&format!("Task.{method}"))?;
    Err(runtime_error(format!("Task does not support {method} operation")))
}

pub fn task_class(base: &Rc<Class>) -> Rc<Class> {
    let make = |_: &mut dyn Interp, class: &Rc<Class>, _: &Args| Ok(Value::Object(task_creation::allocate(class)));
    let class = NativeClass::new("Task", "_asyncio", &[base], make)
        .method("__init__", init_task)
        .sync("cancelling", |_, args| {
            Ok(Value::Int(tasks::task(&task_alone(&args, "cancelling")?).cancels_requested.get()))
        })
        .sync("uncancel", |_, args| Ok(Value::Int(tasks::uncancel(&task_alone(&args, "uncancel")?))))
        .sync("get_name", |_, args| Ok(tasks::task(&task_alone(&args, "get_name")?).name()))
        .sync("set_name", |i, mut args| {
            let this = args.take_receiver();
            let [name] = args.exactly("Task.set_name")?;
            task_names::set_name(i, &task_of(&this)?, &name)?;
            Ok(Value::None)
        })
        .sync("get_coro", |_, args| Ok(tasks::task(&task_alone(&args, "get_coro")?).coroutine.borrow().clone()))
        .sync("get_context", |i, args| {
            let context = tasks::task(&task_alone(&args, "get_context")?).context();
            Ok(asyncio(i).context_object(&context))
        })
        .sync("set_result", |_, args| not_settable(args, "set_result"))
        .sync("set_exception", |_, args| not_settable(args, "set_exception"))
        .sync("get_stack", base_tasks::get_stack)
        .method("print_stack", base_tasks::print_stack)
        .sync("__hash__", |_, args| with_task(&args.values[0], |t| Value::Int(t.number.get())))
        .getter("_coro", |_, this| with_task(this, |t| t.coroutine.borrow().clone()))
        .getter("_fut_waiter", |_, this| with_task(this, |t| t.waits_for.borrow().clone()))
        .getter("_must_cancel", |_, this| with_task(this, |t| Value::Bool(t.must_cancel.get())))
        .property(
            "_log_destroy_pending",
            |_, this| with_task(this, |t| Value::Bool(t.log_destroy_pending.get())),
            |i, this, value| {
                let flag = ops::is_true(i, &kept(value)?)?;
                with_task(this, |t| t.log_destroy_pending.set(flag))
            },
        )
        .class_method("__class_getitem__", py::generic_alias)
        .finish();
    // C's class has these once more, under its own name.
    for name in OF_FUTURE {
        let name = Symbol::new(name);
        let own = match base.lookup(name) {
            Some(Value::Builtin(method)) => {
                let (name_text, code) = (method.name.clone(), method.code.clone());
                Builtin::of(name_text, class.name(), method.binding, method.python, code)
            }
            Some(other) => other.native::<GetSet>().map_or(other.clone(), |shared| shared.of_class(class.name())),
            None => continue,
        };
        class.set(name, own);
    }
    without_finalizer_flag(&class);
    class
}
