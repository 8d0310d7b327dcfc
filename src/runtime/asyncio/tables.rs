//! The functions and classes of the module `asyncio` and its submodules, by name.

use super::coroutines::native_holding;
use super::library_sites as sites;
use super::named;
use super::source_traceback::Creating;
use super::state::asyncio;
use super::task_creation;
use super::{
    as_completed, events, exceptions, futures, gather, policies, registration, runners, tasks, timeouts, waiting,
};
use crate::objects::exception::{PyResult, type_error};
use crate::objects::function::{Binding, Builtin, BuiltinCode, FlowFn, SyncFn};
use crate::objects::generator::NativeCoroutine;
use crate::objects::library_site::{at, at_holding};
use crate::objects::module::{from_library, replaced};
use crate::objects::{Args, Flow, Interp, Symbol, Value, ops};
use crate::trace::TextId;

/// `asyncio.sleep`, where a coroutine is wanted.
fn sleep(i: &mut dyn Interp, args: Args) -> PyResult<NativeCoroutine> {
    let [delay, result] = args.bind::<2>("sleep", &["delay", "result"], 1)?;
    let result = if result.is_unset() { Value::None } else { result };
    Ok(waiting::sleep(i, delay, result))
}

/// The functions that are C in CPython.
const IN_C: [&str; 9] = [
    "current_task",
    "get_event_loop",
    "get_running_loop",
    "_get_running_loop",
    "_set_running_loop",
    "_enter_task",
    "_leave_task",
    "_register_task",
    "_unregister_task",
];

/// Coroutine functions and functions, by submodule.
const FLOWS: &[(&str, &str, FlowFn)] = &[
    ("tasks", "gather", |i, args| {
        let (awaitables, return_exceptions) = gather::gather_arguments(i, args)?;
        Ok(Flow::frame(gather::gather(i.cx(), awaitables, return_exceptions)))
    }),
    ("tasks", "wait", |i, args| {
        let [fs, timeout, return_when] = args.bind::<3>("wait", &["fs", "*", "timeout", "return_when"], 1)?;
        let timeout = if timeout.is_unset() { Value::None } else { timeout };
        let return_when = if return_when.is_unset() { "ALL_COMPLETED".into() } else { return_when };
        Ok(native_holding(i, "wait", |cx, held| waiting::wait(cx, held, fs, timeout, return_when)))
    }),
    ("tasks", "wait_for", |i, args| {
        let [fut, timeout] = args.bind::<2>("wait_for", &["fut", "timeout"], 2)?;
        Ok(native_holding(i, "wait_for", |cx, held| waiting::wait_for(cx, held, fut, timeout)))
    }),
    ("tasks", "as_completed", |i, args| {
        let [fs, timeout] = args.bind::<2>("as_completed", &["fs", "*", "timeout"], 1)?;
        if let Some(own) = replaced(i, "asyncio.tasks", "_AsCompletedIterator") {
            let timeout = if timeout.is_unset() { Value::None } else { timeout };
            return Ok(Flow::call(own, Args::from([fs, timeout])));
        }
        Ok(as_completed::as_completed_flow(i, fs, timeout))
    }),
    ("tasks", "shield", |i, args| {
        let [arg] = args.bind::<1>("shield", &["arg"], 1)?;
        Ok(Flow::frame(gather::shield(i.cx(), arg)))
    }),
    ("tasks", "ensure_future", |i, args| {
        let [awaitable, owner] = args.bind::<2>("ensure_future", &["coro_or_future", "*", "loop"], 1)?;
        let owner = match &owner {
            Value::None | Value::Unset => None,
            given => Some(events::loop_argument(given)?),
        };
        let cx = i.cx();
        Ok(Flow::frame(async move { task_creation::ensured(&cx, awaitable, owner).await }))
    }),
    ("tasks", "run_coroutine_threadsafe", super::concurrent::run_coroutine_threadsafe),
    ("tasks", "create_eager_task_factory", |_, args| {
        let [constructor] = args.bind::<1>("create_eager_task_factory", &["custom_task_constructor"], 1)?;
        Ok(eager_factory(Some(constructor)).into())
    }),
    ("threads", "to_thread", to_thread),
    ("runners", "run", runners::run),
];

const SYNCS: &[(&str, &str, SyncFn)] = &[
    ("events", "get_running_loop", |i, args| {
        args.exactly::<0>("_asyncio.get_running_loop")?;
        asyncio(i).get_running_loop().map(Value::Object)
    }),
    ("events", "_get_running_loop", |i, args| {
        args.exactly::<0>("_asyncio._get_running_loop")?;
        Ok(asyncio(i).running_loop().map_or(Value::None, Value::Object))
    }),
    ("events", "_set_running_loop", |i, args| {
        let [owner] = args.exactly::<1>("_set_running_loop")?;
        let owner = if owner.is_none() { None } else { Some(events::loop_argument(&owner)?) };
        asyncio(i).set_running_loop(owner);
        Ok(Value::None)
    }),
    ("events", "get_event_loop", |i, args| {
        args.exactly::<0>("_asyncio.get_event_loop")?;
        events::get_event_loop(i).map(Value::Object)
    }),
    ("events", "set_event_loop", |i, args| {
        let [owner] = args.bind::<1>("set_event_loop", &["loop"], 1)?;
        events::set_event_loop(i, &owner)?;
        Ok(Value::None)
    }),
    ("events", "new_event_loop", |i, args| {
        args.bind::<0>("new_event_loop", &[], 0)?;
        events::new_event_loop(i).map(Value::Object)
    }),
    ("events", "get_event_loop_policy", |i, args| {
        let [] = args.bind("get_event_loop_policy", &[], 0)?;
        policies::get_policy(i)
    }),
    ("events", "set_event_loop_policy", |i, args| {
        let [policy] = args.bind::<1>("set_event_loop_policy", &["policy"], 1)?;
        policies::set_policy(i, policy)?;
        Ok(Value::None)
    }),
    ("tasks", "current_task", |i, args| {
        let [owner] = args.bind_in_c::<1>("current_task", &["loop"], 0)?;
        let owner = given_or_running(i, owner)?;
        ops::hash(i, &owner)?;
        Ok(registration::current(i, &owner))
    }),
    ("tasks", "all_tasks", |i, args| {
        let [owner] = args.bind::<1>("all_tasks", &["loop"], 0)?;
        let owner = match owner {
            Value::None | Value::Unset => Value::Object(named::running_loop(i)?),
            given => given,
        };
        let state = asyncio(i);
        let mut members: Vec<Value> = Vec::new();
        if let Ok(owner) = events::loop_argument(&owner) {
            members.extend(tasks::all_tasks(&state, &owner).into_iter().map(Value::Object));
        }
        members.extend(registration::others_of(i, &owner)?);
        waiting::task_set(i, members)
    }),
    ("tasks", "_enter_task", |i, args| {
        let [owner, task] = args.bind("_enter_task", &["loop", "task"], 2)?;
        registration::enter(i, &owner, &task)
    }),
    ("tasks", "_leave_task", |i, args| {
        let [owner, task] = args.bind("_leave_task", &["loop", "task"], 2)?;
        registration::leave(i, &owner, &task)
    }),
    ("tasks", "_register_task", |i, args| {
        let [task] = args.bind("_register_task", &["task"], 1)?;
        registration::register(i, &task)
    }),
    ("tasks", "_unregister_task", |i, args| {
        let [task] = args.bind("_unregister_task", &["task"], 1)?;
        registration::unregister(i, &task)
    }),
    ("tasks", "eager_task_factory", |_, _| Err(type_error("eager_task_factory() missing arguments"))),
    ("futures", "isfuture", |i, args| {
        let [obj] = args.bind::<1>("isfuture", &["obj"], 1)?;
        futures::is_future(i, &obj).map(Value::Bool)
    }),
    ("futures", "wrap_future", |i, args| {
        let [job, owner] = args.bind::<2>("wrap_future", &["future", "*", "loop"], 1)?;
        super::concurrent::wrap_future(i, &job, TextId::NONE, |i| match &owner {
            Value::None | Value::Unset => named::event_loop(i).map_err(at(&sites::WRAP_FUTURE_LOOP)),
            given => events::loop_argument(given),
        })
    }),
    ("coroutines", "iscoroutine", |i, args| {
        let [obj] = args.bind::<1>("iscoroutine", &["obj"], 1)?;
        super::coroutines::is_coroutine(i, &obj).map(Value::Bool)
    }),
    ("coroutines", "iscoroutinefunction", |i, args| {
        let [func] = args.bind::<1>("iscoroutinefunction", &["func"], 1)?;
        super::coroutines::any_coroutine_function(i, &func).map(Value::Bool)
    }),
    ("timeouts", "timeout", timeouts::timeout),
    ("timeouts", "timeout_at", timeouts::timeout_at),
];

/// The loop that a function was given, whatever it is, or the one that runs.
fn given_or_running(i: &mut dyn Interp, given: Value) -> PyResult {
    match given {
        Value::None | Value::Unset => Ok(Value::Object(asyncio(i).get_running_loop()?)),
        given => Ok(given),
    }
}

/// `asyncio.to_thread(func, /, *args, **kwargs)`
fn to_thread(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let Some(function) = args.take_first() else {
        return Err(crate::objects::missing_arguments("to_thread", "positional", &["func"]));
    };
    Ok(native_holding(i, "to_thread", async move |cx, held| {
        let (owner, job) = cx.enter(|i| {
            let state = asyncio(i);
            let owner = match replaced(i, "asyncio.events", "get_running_loop") {
                Some(own) => i.call(&own, Args::none())?,
                None => asyncio(i).get_running_loop().map(Value::Object).map_err(at(&sites::TO_THREAD_NO_LOOP))?,
            };
            let context = state.copy_context();
            let run = super::py::get(i, &state.context_object(&context), "run")?;
            let partial = from_library(i, "functools", "partial")?;
            args.insert_first(function);
            args.insert_first(run);
            PyResult::Ok((owner, (partial, args)))
        })?;
        let call = cx.call(&job.0, job.1).await?;
        let submit = Args::from([Value::None, call.clone()]);
        let waiter = super::py::call_method(&cx, &owner, "run_in_executor", submit).await;
        let waiter = waiter.map_err(at_holding(&sites::TO_THREAD_CALL, &call))?;
        held.set(vec![call]);
        let result = cx.await_(&waiter).await;
        let call = held.take().pop();
        result.map_err(at_holding(&sites::TO_THREAD, &call))
    }))
}

/// What `create_eager_task_factory` gives; without a constructor it makes asyncio's own tasks.
fn eager_factory(constructor: Option<Value>) -> Value {
    let name = "create_eager_task_factory.<locals>.factory";
    let code = BuiltinCode::Closure(std::rc::Rc::new(move |i: &mut dyn Interp, args: Args| {
        let parameters = ["loop", "coro", "*", "name", "context"];
        let [owner, coroutine, name, context] = args.bind::<4>(name, &parameters, 2)?;
        let creating = events::loop_argument(&owner).ok();
        let creating = creating.and_then(|owner| Creating::begin(i, &owner, [&sites::EAGER_TASK]));
        let or_none = |v: Value| if v.is_unset() { Value::None } else { v };
        let class = constructor.clone().unwrap_or_else(|| Value::Type(asyncio(i).classes.task.clone()));
        let keywords = [
            (Symbol::new("loop"), owner),
            (Symbol::new("name"), or_none(name)),
            (Symbol::new("context"), or_none(context)),
            (Symbol::new("eager_start"), Value::Bool(true)),
        ];
        let args = Args::with_keywords([coroutine], keywords);
        let cx = i.cx();
        Ok(Flow::frame(async move {
            let made = cx.call(&class, args).await;
            drop(creating);
            made.map_err(at(&sites::EAGER_TASK))
        }))
    }));
    Builtin::new(name, "asyncio.tasks", Binding::Function, code)
}

/// `asyncio.create_task(coro, *, name=None, context=None)`
fn create_task(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [coroutine, name, context] = args.bind::<3>("create_task", &["coro", "*", "name", "context"], 1)?;
    if let Some(own) = replaced(i, "asyncio.events", "get_running_loop") {
        let owner = i.call(&own, Args::none())?;
        if events::loop_argument(&owner).is_err() {
            return created_by(i, &owner, coroutine, name, context);
        }
    }
    let owner = match asyncio(i).get_running_loop() {
        Ok(owner) => owner,
        Err(exc) => return Err(at_holding(&sites::CREATE_TASK_NO_LOOP, &coroutine)(exc)),
    };
    let name = if name.is_unset() { Value::None } else { name };
    task_creation::create_task(i, &owner, coroutine, name, context, Some(&sites::NEW_TASK))
}

/// `loop.create_task(…)` of something in place of a loop.
#[cold]
fn created_by(i: &mut dyn Interp, owner: &Value, coroutine: Value, name: Value, context: Value) -> PyResult<Flow> {
    let given = |value: &Value| !value.is_unset() && !value.is_none();
    let context = Some(context).filter(given).map(|context| (Symbol::new("context"), context));
    let name = (Symbol::new("name"), if given(&name) { name } else { Value::None });
    let create = super::py::get(i, owner, "create_task")?;
    Ok(Flow::call(create, Args::with_keywords([coroutine], std::iter::once(name).chain(context))))
}

/// The quick way of [`create_task`].
fn create_task_at_once(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [coroutine] = args else { return None };
    if replaced(i, "asyncio.events", "get_running_loop").is_some() {
        return None;
    }
    let owner = asyncio(i).get_running_loop().ok()?;
    task_creation::created_at_once(i, coroutine, &owner).map(Value::Object)
}

/// Everything that the modules hold: submodule, name, value.
pub fn members(i: &mut dyn Interp) -> Vec<(&'static str, &'static str, Value)> {
    let state = asyncio(i);
    let c = &state.classes;
    let e = exceptions::exceptions();
    let class = |c: &std::rc::Rc<crate::objects::Class>| Value::Type(c.clone());
    let mut members: Vec<(&str, &str, Value)> = super::missing::members();
    let quick = BuiltinCode::Yielding(waiting::sleep_zero, sleep);
    members.push(("tasks", "sleep", Builtin::new("sleep", "asyncio.tasks", Binding::Function, quick)));
    let create_task = Builtin::quick("create_task", "asyncio.tasks", create_task_at_once, create_task);
    members.push(("tasks", "create_task", create_task));
    for (module, name, code) in FLOWS {
        members.push((module, name, Builtin::function(name, &format!("asyncio.{module}"), *code)));
    }
    for (module, name, code) in SYNCS {
        let value = match *name {
            "eager_task_factory" => eager_factory(None),
            _ if IN_C.contains(name) => Builtin::sync(name, "_asyncio", *code),
            "isfuture" => Builtin::sync(name, "asyncio.base_futures", *code),
            _ => Builtin::sync(name, &format!("asyncio.{module}"), *code),
        };
        members.push((module, name, value));
    }
    members.extend([
        ("tasks", "_GatheringFuture", class(&c.gathering_future)),
        ("tasks", "_AsCompletedIterator", class(&c.as_completed)),
        ("mixins", "_LoopBoundMixin", class(&c.loop_bound)),
        ("locks", "_ContextManagerMixin", class(&c.context_manager)),
        ("events", "BaseDefaultEventLoopPolicy", class(&c.base_policy)),
        ("base_events", "BaseEventLoop", class(&c.base_event_loop)),
        ("selector_events", "BaseSelectorEventLoop", class(&c.event_loop.bases.borrow()[0])),
        ("unix_events", "_UnixSelectorEventLoop", class(&c.event_loop)),
        ("futures", "Future", class(&c.future)),
        ("tasks", "Task", class(&c.task)),
        ("events", "Handle", class(&c.handle)),
        ("events", "TimerHandle", class(&c.timer_handle)),
        ("events", "AbstractEventLoop", class(&c.abstract_event_loop)),
        ("events", "AbstractEventLoopPolicy", class(&c.abstract_policy)),
        ("events", "AbstractServer", class(&super::missing::abstract_server_class())),
        ("unix_events", "SelectorEventLoop", class(&c.event_loop)),
        ("unix_events", "EventLoop", class(&c.event_loop)),
        ("unix_events", "DefaultEventLoopPolicy", class(&c.policy)),
        ("locks", "Lock", class(&c.lock)),
        ("locks", "Event", class(&c.event)),
        ("locks", "Condition", class(&c.condition)),
        ("locks", "Semaphore", class(&c.semaphore)),
        ("locks", "BoundedSemaphore", class(&c.bounded_semaphore)),
        ("locks", "Barrier", class(&c.barrier)),
        ("queues", "Queue", class(&c.queue)),
        ("queues", "PriorityQueue", class(&c.priority_queue)),
        ("queues", "LifoQueue", class(&c.lifo_queue)),
        ("queues", "QueueEmpty", class(&e.queue_empty)),
        ("queues", "QueueFull", class(&e.queue_full)),
        ("queues", "QueueShutDown", class(&e.queue_shut_down)),
        ("timeouts", "Timeout", class(&c.timeout)),
        ("taskgroups", "TaskGroup", class(&c.task_group)),
        ("runners", "Runner", class(&c.runner)),
        ("exceptions", "CancelledError", class(&e.cancelled)),
        ("exceptions", "InvalidStateError", class(&e.invalid_state)),
        ("exceptions", "TimeoutError", class(&crate::objects::types().timeout_error)),
        ("exceptions", "SendfileNotAvailableError", class(&e.send_file_not_available)),
        ("exceptions", "IncompleteReadError", class(&e.incomplete_read)),
        ("exceptions", "LimitOverrunError", class(&e.limit_overrun)),
        ("exceptions", "BrokenBarrierError", class(&e.broken_barrier)),
        ("tasks", "FIRST_COMPLETED", "FIRST_COMPLETED".into()),
        ("tasks", "FIRST_EXCEPTION", "FIRST_EXCEPTION".into()),
        ("tasks", "ALL_COMPLETED", "ALL_COMPLETED".into()),
    ]);
    members
}
