//! The class of event loops as the program sees it.

use std::rc::Rc;

use super::base_events::{self, event_loop};
use super::callbacks;
use super::contextvars::context_for_call;
use super::coroutines::is_coroutine_function;
use super::events::loop_argument;
use super::exception_handler;
use super::futures;
use super::library_sites as sites;
use super::loop_fields::internals;
use super::placed::place_named;
use super::py;
use super::run_loop;
use super::shutdown;
use super::waiting::seconds;
use super::{overrides, own_selector, scheduling, task_creation};
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, runtime_error, type_error};
use crate::objects::function::is_callable;
use crate::objects::library_site::{Site, at, at_holding};
use crate::objects::module::{from_library, replaced};
use crate::objects::native_class::NativeClass;
use crate::objects::warnings::warn_at;
use crate::objects::{Args, Flow, Interp, Object, Symbol, Value, ops, type_name};
use crate::trace::{ObjectId, Purpose, TextId};

fn this(args: &Args) -> PyResult<Rc<Object>> {
    loop_argument(args.values.first().unwrap_or(&Value::Unset))
}

/// The loop of a method that takes nothing else: callbacks that are given a future are refused as CPython refuses them.
fn alone(args: Args, method: &str) -> PyResult<Rc<Object>> {
    let [this] = args.bind::<1>(method, &["self"], 1)?;
    loop_argument(&this)
}

/// Receiver, callback and its arguments, and `context=`, of `call_soon` and its kin.
pub struct CallArguments {
    pub owner: Rc<Object>,
    leading: Vec<Value>,
    pub callback: Value,
    pub args: Args,
    context: Option<Rc<super::contextvars::Context>>,
}

/// The class in which CPython has a method that takes a callback, and what the parameter before that is called.
fn declared(method: &str) -> (&'static str, &'static str) {
    match method {
        "add_signal_handler" => ("_UnixSelectorEventLoop", "sig"),
        "call_at" => ("BaseEventLoop", "when"),
        _ => ("BaseEventLoop", "delay"),
    }
}

pub fn call_arguments(mut args: Args, method: &str, leading: usize) -> PyResult<CallArguments> {
    let (class, first) = declared(method);
    place_named(&mut args, (class, method), &[first, "callback"][1 - leading..], &["context"])?;
    let context = match args.keywords().next() {
        Some((_, value)) => context_for_call(value),
        None => None,
    };
    let positional = args.positional_count();
    args.values.truncate(positional);
    args.names = None;
    let owner = this(&args)?;
    args.values.remove(0);
    let leading: Vec<Value> = args.values.drain(..leading).collect();
    let callback = args.values.remove(0);
    Ok(CallArguments { owner, leading, callback, args, context })
}

/// Debug mode: the right thread, and something to call. A closed loop is refused later.
fn check_call(i: &mut dyn Interp, call: &CallArguments, method: &str) -> PyResult<()> {
    let event_loop = event_loop(&call.owner);
    if !event_loop.debug.get() || event_loop.closed.get() {
        return Ok(());
    }
    let (thread, checked) = match method {
        "call_soon" => (Some(&sites::CALL_SOON_THREAD), &sites::CALL_SOON_CHECK),
        "call_at" => (Some(&sites::CALL_AT_THREAD), &sites::CALL_AT_CHECK),
        _ => (None, &sites::THREADSAFE_CHECK),
    };
    if let Some(site) = thread {
        event_loop.check_thread().map_err(at(site))?;
    }
    check_callback(i, &call.callback, method).map_err(at(checked))
}

/// Debug mode: `_check_callback`
pub fn check_callback(i: &mut dyn Interp, callback: &Value, method: &str) -> PyResult<()> {
    if is_coroutine_function(i, callback)? || super::named::is_coroutine(i, callback)? {
        let refused = type_error(format!("coroutines cannot be used with {method}()"));
        return Err(at_holding(&sites::CHECK_COROUTINE, callback)(refused));
    }
    if !is_callable(callback) {
        let shown = py::repr(i, callback)?;
        let refused = type_error(format!("a callable object was expected by {method}(), got {shown}"));
        return Err(at(&sites::CHECK_CALLABLE)(refused));
    }
    Ok(())
}

fn call_soon(i: &mut dyn Interp, args: Args) -> PyResult {
    soon(i, args, "call_soon", &sites::CALL_SOON_CLOSED).map(|(_, handle)| handle)
}

fn soon(i: &mut dyn Interp, args: Args, method: &str, closed: &'static Site) -> PyResult<(Rc<Object>, Value)> {
    let call = call_arguments(args, method, 0)?;
    check_call(i, &call, method)?;
    if let Err(refused) = event_loop(&call.owner).check_closed() {
        return Err(at_holding(closed, &call.callback)(refused));
    }
    let callback = callbacks::from_value(call.callback);
    let handle = scheduling::put(i, &call.owner, callback, call.args, call.context, Default::default());
    let handle = handle.map_err(at(closed))?;
    handle.note_origin(i, 2);
    let object = handle.object(&event_loop(&call.owner).state);
    Ok((call.owner, object))
}

fn call_soon_threadsafe(i: &mut dyn Interp, args: Args) -> PyResult {
    let (owner, handle) = soon(i, args, "call_soon_threadsafe", &sites::THREADSAFE_CLOSED)?;
    base_events::write_to_self(i, &owner, Default::default());
    Ok(handle)
}

fn call_later(i: &mut dyn Interp, args: Args) -> PyResult {
    let call = call_arguments(args, "call_later", 1)?;
    let delay = &call.leading[0];
    if delay.is_none() {
        return Err(at(&sites::CALL_LATER_NONE)(type_error("delay must not be None")));
    }
    let number = seconds(i, delay).map_err(at_holding(&sites::CALL_LATER_ADD, delay))?;
    let when = overrides::later(i, &call.owner, delay, number)?;
    // It leaves that to `call_at`.
    check_call(i, &call, "call_at").map_err(at(&sites::CALL_LATER))?;
    let handle = base_events::call_at(
        i,
        &call.owner,
        when,
        callbacks::from_value(call.callback),
        call.args,
        call.context,
        TextId::NONE,
    )
    .map_err(at(&sites::CALL_AT_CLOSED))
    .map_err(at(&sites::CALL_LATER))?;
    handle.note_origin(i, 3);
    Ok(handle.object(&event_loop(&call.owner).state))
}

fn call_at(i: &mut dyn Interp, args: Args) -> PyResult {
    let call = call_arguments(args, "call_at", 1)?;
    let when = call.leading[0].clone();
    if when.is_none() {
        return Err(at(&sites::CALL_AT_NONE)(type_error("when cannot be None")));
    }
    check_call(i, &call, "call_at")?;
    let number = seconds(i, &when)?;
    let handle = scheduling::put_at(
        i,
        &call.owner,
        (when, number),
        callbacks::from_value(call.callback),
        call.args,
        call.context,
        TextId::NONE,
    )
    .map_err(at(&sites::CALL_AT_CLOSED))?;
    handle.note_origin(i, 2);
    Ok(handle.object(&event_loop(&call.owner).state))
}

/// `run_in_executor(executor, func, *args)`
fn run_in_executor(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let owner = this(&args)?;
    place_named(&mut args, ("BaseEventLoop", "run_in_executor"), &["executor", "func"], &[])?;
    event_loop(&owner).check_closed().map_err(at(&sites::EXECUTOR_CLOSED))?;
    args.values.remove(0);
    let given = args.values.remove(0);
    if event_loop(&owner).debug.get() {
        check_callback(i, &args.values[0], "run_in_executor").map_err(at(&sites::EXECUTOR_REFUSED))?;
    }
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let executor = match given {
            Value::None => default_executor(&cx, &owner).await?,
            given => given,
        };
        let label = cx.enter(|i| super::job_labels::job(i, &args.values[0], &args.values[1..], Vec::new()));
        let submit = cx.enter(|i| py::get(i, &executor, "submit")).map_err(at(&sites::EXECUTOR_NO_SUBMIT))?;
        let job = cx.call(&submit, args).await.map_err(at(&sites::EXECUTOR_SUBMIT))?;
        match cx.enter(|i| replaced(i, "asyncio.futures", "wrap_future")) {
            Some(own) => {
                let keywords = [(Symbol::new("loop"), Value::Object(owner))];
                cx.call(&own, Args::with_keywords([job], keywords)).await
            }
            None => cx.enter(|i| super::concurrent::wrap_future(i, &job, label, |_| Ok(owner.clone()))),
        }
    }))
}

async fn default_executor(cx: &crate::objects::Cx, owner: &Rc<Object>) -> PyResult {
    let this = event_loop(owner);
    if this.executor_shutdown_called.get() {
        let error = runtime_error("Executor shutdown has been called");
        return Err(at(&sites::EXECUTOR_CHECK)(at(&sites::EXECUTOR_SHUT)(error)));
    }
    let known = this.default_executor.borrow().clone();
    if !known.is_none() {
        return Ok(known);
    }
    let futures = cx.enter(|i| i.import("concurrent.futures"))?;
    let class = cx.enter(|i| py::get(i, &futures, "ThreadPoolExecutor"))?;
    let args = Args::with_keywords([], [(Symbol::new("thread_name_prefix"), "asyncio".into())]);
    let made = cx.call(&class, args).await?;
    this.default_executor.replace(made.clone());
    Ok(made)
}

fn set_callable(
    i: &mut dyn Interp,
    args: Args,
    method: &str,
    site: &'static Site,
    text: impl FnOnce(&mut dyn Interp, &Value) -> PyResult<String>,
) -> PyResult<(Rc<Object>, Value)> {
    let name = if method == "set_task_factory" { "factory" } else { "handler" };
    let [this, value] = args.bind::<2>(&format!("BaseEventLoop.{method}"), &["self", name], 2)?;
    let owner = loop_argument(&this)?;
    if !value.is_none() && !is_callable(&value) {
        return Err(at(site)(type_error(text(i, &value)?)));
    }
    Ok((owner, value))
}

fn make(i: &mut dyn Interp, class: &Rc<Class>, _: &Args) -> PyResult {
    Ok(Value::Object(base_events::make(i, class)))
}

/// The class of the loops that are made if nothing else is asked for.
pub fn event_loop_class(base: &Rc<Class>) -> Rc<Class> {
    let selector = NativeClass::new("BaseSelectorEventLoop", "asyncio.selector_events", &[base], make)
        .sync("__init__", |i, args| {
            let [this, selector] = args.bind::<2>("BaseSelectorEventLoop.__init__", &["self", "selector"], 1)?;
            let owner = loop_argument(&this)?;
            if let Some(own) = overrides::overridden(&owner, "set_debug") {
                let debug = event_loop(&owner).debug.get();
                i.call(&own, Args::one(Value::Bool(debug)))?;
            }
            let given = !matches!(selector, Value::None | Value::Unset);
            let name = if given { type_name(&selector) } else { "EpollSelector".into() };
            exception_handler::log_selector(i, &name);
            if given {
                own_selector::register(i, event_loop(&owner), selector)?;
            }
            Ok(Value::None)
        })
        .finish();
    NativeClass::new("_UnixSelectorEventLoop", "asyncio.unix_events", &[&selector], make).finish()
}

/// `BaseEventLoop`, which has all methods here.
pub fn base_event_loop_class(base: &Rc<Class>) -> Rc<Class> {
    let class = NativeClass::new("BaseEventLoop", "asyncio.base_events", &[base], make)
        .sync("time", |i, args| {
            let machine = event_loop(&alone(args, "BaseEventLoop.time")?).state.machine.clone();
            if let Some(monotonic) = overrides::monotonic(i) {
                return i.call(&monotonic, Args::none());
            }
            Ok(Value::Float(machine.read_monotonic(i.log()) as f64 / 1e9))
        })
        .sync("call_soon", call_soon)
        .sync("add_signal_handler", super::unix_events::add_signal_handler)
        .sync("remove_signal_handler", super::unix_events::remove_signal_handler)
        .sync("call_soon_threadsafe", call_soon_threadsafe)
        .sync("call_later", call_later)
        .sync("call_at", call_at)
        .sync("create_future", |i, args| {
            let owner = alone(args, "BaseEventLoop.create_future")?;
            if let Some(class) = replaced(i, "asyncio.futures", "Future") {
                return overrides::future_of(i, &class, &owner);
            }
            Ok(Value::Object(futures::create_plain(i, &owner, Purpose::Plain, ObjectId::NONE, TextId::NONE)))
        })
        .method("create_task", |i, args| {
            let parameters = ["self", "coro", "*", "name", "context"];
            let [this, coroutine, name, context] = args.bind::<4>("BaseEventLoop.create_task", &parameters, 2)?;
            task_creation::make_task(i, &loop_argument(&this)?, coroutine, name, context, None)
        })
        .method("run_forever", |i, args| {
            let (owner, cx) = (alone(args, "BaseEventLoop.run_forever")?, i.cx());
            Ok(Flow::frame(async move { run_loop::forever(&cx, &owner).await }))
        })
        .method("run_until_complete", |i, args| {
            let [this, awaitable] = args.bind::<2>("BaseEventLoop.run_until_complete", &["self", "future"], 2)?;
            let (owner, cx) = (loop_argument(&this)?, i.cx());
            Ok(Flow::frame(async move { run_loop::until_complete(&cx, &owner, awaitable).await }))
        })
        .sync("stop", |_, args| {
            event_loop(&alone(args, "BaseEventLoop.stop")?).stopping.set(true);
            Ok(Value::None)
        })
        .sync("close", |i, args| {
            run_loop::close(i, &alone(args, "_UnixSelectorEventLoop.close")?)?;
            Ok(Value::None)
        })
        .sync("is_running", |_, args| {
            Ok(Value::Bool(event_loop(&alone(args, "BaseEventLoop.is_running")?).is_running()))
        })
        .sync("is_closed", |_, args| Ok(Value::Bool(event_loop(&alone(args, "BaseEventLoop.is_closed")?).closed.get())))
        .sync("get_debug", |_, args| Ok(Value::Bool(event_loop(&alone(args, "BaseEventLoop.get_debug")?).debug.get())))
        .sync("set_debug", |i, args| {
            let [this, flag] = args.bind::<2>("BaseEventLoop.set_debug", &["self", "enabled"], 2)?;
            let flag = ops::is_true(i, &flag)?;
            let owner = loop_argument(&this)?;
            let own = event_loop(&owner);
            own.debug.set(flag);
            if own.is_running() {
                own.entered.tracking.set(Some(flag));
            }
            Ok(Value::None)
        });
    super::selector::loop_methods(super::missing::loop_methods(super::shutdown::hook_methods(handlers(internals(
        class,
    )))))
    .finish()
}

/// Task factory, exception handler, executor, shutdown, repr.
fn handlers(class: NativeClass) -> NativeClass {
    class
        .sync("set_task_factory", |i, args| {
            let (owner, value) = set_callable(i, args, "set_task_factory", &sites::SET_TASK_FACTORY, |_, _| {
                Ok("task factory must be a callable or None".into())
            })?;
            event_loop(&owner).task_factory.replace(value);
            Ok(Value::None)
        })
        .sync("get_task_factory", |_, args| {
            Ok(event_loop(&alone(args, "BaseEventLoop.get_task_factory")?).task_factory.borrow().clone())
        })
        .sync("set_exception_handler", |i, args| {
            let (owner, value) =
                set_callable(i, args, "set_exception_handler", &sites::SET_EXCEPTION_HANDLER, |i, value| {
                    Ok(format!("A callable object or None is expected, got {}", py::repr(i, value)?))
                })?;
            event_loop(&owner).exception_handler.replace(value);
            Ok(Value::None)
        })
        .sync("get_exception_handler", |_, args| {
            Ok(event_loop(&alone(args, "BaseEventLoop.get_exception_handler")?).exception_handler.borrow().clone())
        })
        .sync("default_exception_handler", |i, args| {
            let [this, context] = args.bind::<2>("BaseEventLoop.default_exception_handler", &["self", "context"], 2)?;
            match context.plain() {
                Value::Dict(context) => {
                    exception_handler::default_exception_handler(i, &loop_argument(&this)?, context)?;
                }
                other => {
                    let text = format!("'{}' object has no attribute 'get'", type_name(other));
                    return Err(crate::objects::exception::attribute_error(text));
                }
            }
            Ok(Value::None)
        })
        .method("call_exception_handler", |i, args| {
            let [this, context] = args.bind::<2>("BaseEventLoop.call_exception_handler", &["self", "context"], 2)?;
            let (owner, cx) = (loop_argument(&this)?, i.cx());
            let Value::Dict(context) = context.plain().clone() else {
                return Err(type_error("the context must be a dict"));
            };
            Ok(Flow::frame(async move {
                exception_handler::handle(&cx, &owner, context).await?;
                Ok(Value::None)
            }))
        })
        .method("run_in_executor", run_in_executor)
        .sync("set_default_executor", |i, args| {
            let [this, executor] = args.bind::<2>("BaseEventLoop.set_default_executor", &["self", "executor"], 2)?;
            let class = from_library(i, "concurrent.futures.thread", "ThreadPoolExecutor")?;
            let right = crate::objects::isinstance::isinstance(i, &executor, &class).and_then(|flow| i.finish(flow))?;
            if !matches!(right, Value::Bool(true)) {
                return Err(at(&sites::DEFAULT_EXECUTOR)(type_error("executor must be ThreadPoolExecutor instance")));
            }
            event_loop(&loop_argument(&this)?).default_executor.replace(executor);
            Ok(Value::None)
        })
        .sync("shutdown_asyncgens", |i, args| {
            Ok(shutdown::shutdown_asyncgens(i, &alone(args, "BaseEventLoop.shutdown_asyncgens")?))
        })
        .sync("shutdown_default_executor", |i, args| {
            let [this, timeout] = args.bind::<2>("BaseEventLoop.shutdown_default_executor", &["self", "timeout"], 1)?;
            let timeout = if timeout.is_unset() { Value::None } else { timeout };
            Ok(shutdown::shutdown_default_executor(i, &loop_argument(&this)?, timeout))
        })
        .sync("__repr__", |_, args| {
            let owner = this(&args)?;
            let own = event_loop(&owner);
            let flag = |b: bool| if b { "True" } else { "False" };
            let name = type_name(&args.values[0]);
            Ok(format!(
                "<{name} running={} closed={} debug={}>",
                flag(own.is_running()),
                flag(own.closed.get()),
                flag(own.debug.get())
            )
            .into())
        })
        .sync("__del__", |i, args| {
            let owner = this(&args)?;
            if !event_loop(&owner).closed.get() {
                let shown = py::repr(i, &args.values[0])?;
                let category = crate::objects::types().resource_warning.clone();
                let source = Value::Object(owner.clone());
                let place = ("<stdlib>/asyncio/base_events.py", 760, "asyncio.base_events");
                warn_at(i, &category, &format!("unclosed event loop {shown}"), source, place)?;
                if !event_loop(&owner).is_running() {
                    run_loop::close(i, &owner)?;
                }
            }
            Ok(Value::None)
        })
}
