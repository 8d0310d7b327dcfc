//! `asyncio.run` and Runner (Lib/asyncio/runners.py).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::base_events::event_loop;
use super::contextvars::{Context, context_argument};
use super::events;
use super::exceptions::exceptions;
use super::futures::{self, future};
use super::gather;
use super::library_sites as sites;
use super::named;
use super::no_loop;
use super::overrides;
use super::own_dict::{self, Member};
use super::py::{self, payload};
use super::run_loop;
pub use super::runner_interrupts::{forget_interrupt, interrupt, interruptible, remember_interrupt};
use super::runner_interrupts::{on_sigint, watch_for_interrupt};
use super::source_traceback::Entrance;
use super::state::asyncio;
use super::task_creation;
use crate::objects::class::{Class, class_flag};
use crate::objects::exception::{Exc, PyResult, runtime_error, value_error};
use crate::objects::library_site::{Site, at, at_holding};
use crate::objects::module::replaced;
use crate::objects::native_class::{self, NativeClass};
use crate::objects::object::Native;
use crate::objects::{Args, Cx, Flow, Interp, Object, Symbol, Value, ops, types};

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Created,
    Initialized,
    Closed,
}

impl State {
    fn text(self) -> &'static str {
        match self {
            State::Created => "created",
            State::Initialized => "initialized",
            State::Closed => "closed",
        }
    }
}

/// The payload of a Runner.
#[derive(Default)]
pub struct Runner {
    state: Cell<State>,
    debug: RefCell<Value>,
    loop_factory: RefCell<Value>,
    event_loop: RefCell<Option<Rc<Object>>>,
    /// What the factory has given in place of a loop.
    no_loop: RefCell<Option<Value>>,
    context: RefCell<Option<Rc<Context>>>,
    set_event_loop: Cell<bool>,
    /// It is that of `asyncio.run`.
    of_run: Cell<bool>,
}

impl Native for Runner {
    fn copied_by_attributes(&self) -> bool {
        true
    }
}

fn runner(object: &Rc<Object>) -> &Runner {
    object.native().expect("a runner's object carries a Runner")
}

fn object_of(value: &Value) -> PyResult<Rc<Object>> {
    payload::<Runner>(value, "Runner")?;
    Ok(value.as_object().cloned().expect("a payload is an object's"))
}

impl Runner {
    /// `_lazy_init`
    async fn lazy_init(&self, cx: &Cx) -> PyResult<Rc<Object>> {
        match self.state.get() {
            State::Closed => return Err(at(&sites::RUNNER_CLOSED)(runtime_error("Runner is closed"))),
            State::Initialized => {}
            State::Created => {
                let factory = self.loop_factory.borrow().clone();
                let made = if factory.is_none() || factory.is_unset() {
                    let made = match cx.enter(|i| replaced(i, "asyncio.events", "new_event_loop")) {
                        Some(own) => events::loop_argument(&cx.call(&own, Args::none()).await?)?,
                        None => cx.enter(events::new_event_loop).map_err(at(&sites::RUNNER_NEW_LOOP))?,
                    };
                    if !self.set_event_loop.get() {
                        let set = cx.enter(|i| named::set_event_loop(i, &Value::Object(made.clone())));
                        set.map_err(at(&sites::RUNNER_SETS_LOOP))?;
                        self.set_event_loop.set(true);
                    }
                    made
                } else {
                    let made = cx.call(&factory, Args::none()).await.map_err(at(&sites::RUNNER_LOOP_FACTORY))?;
                    match events::loop_argument(&made) {
                        Ok(made) => made,
                        Err(refused) => {
                            self.no_loop.replace(Some(made));
                            return Err(refused);
                        }
                    }
                };
                let debug = self.debug.borrow().clone();
                if !debug.is_none() && !debug.is_unset() {
                    event_loop(&made).debug.set(cx.enter(|i| ops::is_true(i, &debug))?);
                }
                self.context.replace(Some(cx.enter(|i| asyncio(i).copy_context())));
                self.event_loop.replace(Some(made));
                self.state.set(State::Initialized);
            }
        }
        Ok(self.event_loop.borrow().clone().expect("an initialized runner has its loop"))
    }

    /// `run(coro, context=context)`
    async fn run(&self, cx: &Cx, coroutine: Value, context: Option<Rc<Context>>) -> PyResult {
        if !cx.enter(|i| named::is_coroutine(i, &coroutine))? {
            let shown = cx.enter(|i| py::repr(i, &coroutine))?;
            let refused = value_error(format!("a coroutine was expected, got {shown}"));
            return Err(at_holding(&sites::RUNNER_RUN_NO_COROUTINE, &coroutine)(refused));
        }
        if cx.enter(named::running_loop_or_none)?.is_some() {
            cx.enter(|i| asyncio(i).refuse(&coroutine));
            let refused = runtime_error("Runner.run() cannot be called from a running event loop");
            return Err(at_holding(&sites::RUNNER_RUN_RUNNING, &coroutine)(refused));
        }
        let owner = match self.lazy_init(cx).await {
            Ok(owner) => owner,
            Err(refused) => {
                return Err(
                    match cx.enter(|i| self.no_loop(i).and_then(|given| no_loop::lacks(i, &given, "create_task"))) {
                        Some(lacks) => at_holding(&sites::RUNNER_NO_TASK, &coroutine)(lacks),
                        None => at_holding(&sites::RUNNER_RUN_INIT, &coroutine)(refused),
                    },
                );
            }
        };
        let context = context.or_else(|| self.context.borrow().clone());
        let context = cx.enter(|i| {
            let state = asyncio(i);
            context.map_or(Value::None, |c| state.context_object(&c))
        });
        let task = cx
            .run(|i| task_creation::create_task(i, &owner, coroutine, Value::Unset, context, Some(&sites::RUNNER_TASK)))
            .await?;
        let watching = cx.enter(|i| watch_for_interrupt(i, &owner, &task));
        event_loop(&owner).entered.by.set(if self.of_run.get() { Entrance::Run } else { Entrance::RunnerRun });
        let result = run_loop::run_until_complete(cx, &owner, task.clone()).await;
        if !watching {
            return result.map_err(at(&sites::RUNNER_RUN));
        }
        let count = cx.enter(|i| asyncio(i).interrupted.take()).map_or(0, |(_, _, count)| count);
        match result {
            Err(exc) if count > 0 && exc.is_a(&exceptions().cancelled) => {
                let uncancel = cx.enter(|i| py::find(i, &task, "uncancel"))?;
                let left = match uncancel {
                    Some(uncancel) => cx.call(&uncancel, Args::none()).await?,
                    None => Value::None,
                };
                if left.as_int() == Some(0) {
                    let interrupt = Exc::new(&types().keyboard_interrupt, vec![]);
                    let exc = at(&sites::RUNNER_RUN)(exc);
                    return Err(at(&sites::RUNNER_RUN_INTERRUPTED)(py::in_context_of(interrupt, &exc)));
                }
                Err(at(&sites::RUNNER_RUN)(exc))
            }
            result => result.map_err(at(&sites::RUNNER_RUN)),
        }
    }

    /// `close()`; CPython has so many frames from there to what is called, besides the one that is here.
    async fn close(&self, cx: &Cx, besides: usize) -> PyResult<()> {
        counting(cx, besides, self.close_loop(cx)).await
    }

    /// What the factory has given, if that is no loop and has nothing of one.
    fn no_loop(&self, i: &mut dyn Interp) -> Option<Value> {
        let debug = self.debug.borrow().clone();
        let given = self.no_loop.borrow().clone().filter(|_| debug.is_none() || debug.is_unset())?;
        no_loop::lacks(i, &given, "create_task").map(|_| given)
    }

    async fn close_loop(&self, cx: &Cx) -> PyResult<()> {
        if let Some(given) = cx.enter(|i| self.no_loop(i)) {
            return cx.enter(|i| no_loop::close(i, &given));
        }
        if self.state.get() != State::Initialized {
            return Ok(());
        }
        let owner = self.event_loop.borrow().clone().expect("an initialized runner has its loop");
        let result = shut_down(cx, &owner).await;
        if self.set_event_loop.get() {
            cx.enter(|i| named::set_event_loop(i, &Value::None))?;
        }
        if overrides::asked(cx, &owner, "close", Args::none).await.map_err(at(&sites::RUNNER_CLOSES))?.is_none() {
            cx.enter(|i| run_loop::close(i, &owner))?;
        }
        self.event_loop.take();
        self.state.set(State::Closed);
        result
    }
}

/// Does something while so many more frames count towards the recursion limit.
async fn counting(cx: &Cx, frames: usize, does: impl Future<Output = PyResult<()>>) -> PyResult<()> {
    cx.enter(|i| *i.besides() += frames);
    let result = does.await;
    cx.enter(|i| *i.besides() -= frames);
    result
}

async fn shut_down(cx: &Cx, owner: &Rc<Object>) -> PyResult<()> {
    counting(cx, 1, cancel_all_tasks(cx, owner)).await.map_err(at(&sites::RUNNER_CANCEL))?;
    let asked = overrides::asked(cx, owner, "shutdown_asyncgens", Args::none).await;
    let asyncgens = match asked.map_err(at(&sites::RUNNER_ASYNCGENS_CALL))? {
        Some(own) => own,
        None => cx.enter(|i| super::shutdown::shutdown_asyncgens(i, owner)),
    };
    run_loop::run_until_complete(cx, owner, asyncgens).await.map_err(at(&sites::RUNNER_ASYNCGENS))?;
    let timeout = || Args::one(Value::Int(300));
    let asked = overrides::asked(cx, owner, "shutdown_default_executor", timeout).await;
    let executor = match asked.map_err(at(&sites::RUNNER_EXECUTOR_CALL))? {
        Some(own) => own,
        None => cx.enter(|i| super::shutdown::shutdown_default_executor(i, owner, Value::Int(300))),
    };
    run_loop::run_until_complete(cx, owner, executor).await.map_err(at(&sites::RUNNER_EXECUTOR))?;
    Ok(())
}

/// `_cancel_all_tasks`
async fn cancel_all_tasks(cx: &Cx, owner: &Rc<Object>) -> PyResult<()> {
    if let Some(own) = cx.enter(|i| replaced(i, "asyncio.runners", "_cancel_all_tasks")) {
        return cx.call(&own, Args::one(Value::Object(owner.clone()))).await.map(drop);
    }
    let to_cancel = cx.enter(|i| named::all_tasks(i, owner))?;
    if to_cancel.is_empty() {
        return Ok(());
    }
    for (done, task) in to_cancel.iter().enumerate() {
        ops::rest(cx, done).await?;
        // The frame has them in a variable.
        let cancelled = cx.enter(|i| {
            // What runs here is on no stack.
            *i.besides() += 1;
            let cancelled = futures::cancel_value(i, task, None);
            *i.besides() -= 1;
            cancelled.map_err(at(&sites::CANCEL_EACH))
        });
        cancelled.map_err(|exc| py::holding(exc, Value::list(to_cancel.clone())))?;
    }
    let all = gather::gather(cx.clone(), to_cancel.clone(), true).await?;
    run_loop::run_until_complete(cx, owner, all).await.map_err(at(&sites::CANCEL_ALL))?;
    for task in to_cancel {
        let Some(exc) = cx.enter(|i| failure_of(i, &task))? else { continue };
        let about = [("exception", exc), ("task", task)];
        let message = "unhandled exception during asyncio.run() shutdown";
        let context = super::exception_handler::context(message, &about);
        super::exception_handler::call_exception_handler(cx, owner, context).await?;
    }
    Ok(())
}

/// The exception of a task that was not cancelled.
fn failure_of(i: &mut dyn Interp, task: &Value) -> PyResult<Option<Value>> {
    if let Some(own) = futures::as_future(task).map(future) {
        return Ok(if own.is_cancelled() { None } else { own.get_exception()?.map(|exc| exc.value()) });
    }
    let cancelled = py::call(i, task, "cancelled", Args::none())?;
    if ops::is_true(i, &cancelled)? {
        return Ok(None);
    }
    py::call(i, task, "exception", Args::none()).map(|exc| Some(exc).filter(|exc| !exc.is_none()))
}

/// `with class(debug=debug, loop_factory=loop_factory) as runner: return runner.run(main)`
async fn run_by(cx: &Cx, class: &Value, main: Value, debug: Value, loop_factory: Value) -> PyResult {
    let keywords = [("debug", debug), ("loop_factory", loop_factory)];
    let keywords =
        keywords.map(|(name, value)| (Symbol::new(name), if value.is_unset() { Value::None } else { value }));
    let manager = cx.call(class, Args::with_keywords([], keywords)).await?;
    let runner = py::call_method(cx, &manager, "__enter__", Args::none()).await?;
    let result = py::call_method(cx, &runner, "run", Args::one(main)).await;
    named::left(cx, &manager, "__exit__", result).await
}

/// `Runner`, if the program has put methods of its own in the place of those that [`run`] calls.
fn patched_class(i: &mut dyn Interp) -> Option<Value> {
    let class = asyncio(i).classes.runner.clone();
    let native = |name: &str| matches!(class.lookup(Symbol::new(name)), Some(Value::Builtin(_)));
    let patched = class.flag(class_flag::PATCHED) && !["__enter__", "run", "close", "__exit__"].into_iter().all(native);
    patched.then_some(Value::Type(class))
}

/// `asyncio.run(main, debug=…, loop_factory=…)`
pub fn run(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [main, debug, loop_factory] = args.bind::<3>("run", &["main", "*", "debug", "loop_factory"], 1)?;
    if named::running_loop_or_none(i)?.is_some() {
        asyncio(i).refuse(&main);
        let refused = runtime_error("asyncio.run() cannot be called from a running event loop");
        return Err(at_holding(&sites::RUN_RUNNING, &main)(refused));
    }
    let cx = i.cx();
    if let Some(class) = replaced(i, "asyncio.runners", "Runner").or_else(|| patched_class(i)) {
        return Ok(Flow::frame(async move { run_by(&cx, &class, main, debug, loop_factory).await }));
    }
    Ok(Flow::frame(async move {
        let this = Runner { debug: RefCell::new(debug), loop_factory: RefCell::new(loop_factory), ..Runner::default() };
        // `with Runner(…) as runner`
        if let Err(exc) = this.lazy_init(&cx).await
            && cx.enter(|i| this.no_loop(i)).is_none()
        {
            return Err(at_holding(&sites::RUN_WITH, &main)(at(&sites::RUNNER_ENTER)(exc)));
        }
        this.of_run.set(true);
        let result = this.run(&cx, main, None).await.map_err(at(&sites::RUN));
        // What the tasks raise that are cancelled now, they raise while it is handled.
        let before = cx.enter(|i| i.set_handled_by_native(result.as_ref().err().cloned()));
        // `__exit__` and `close`.
        let closed = this.close(&cx, 2).await;
        let closed = closed.map_err(|exc| at(&sites::RUN_WITH)(at(&sites::RUNNER_EXIT)(exc)));
        cx.enter(|i| i.set_handled_by_native(before));
        match (closed, result) {
            (Ok(()), result) => result,
            (Err(exc), Err(before)) if !exc.follows(&before) => Err(py::in_context_of(exc, &before)),
            (Err(exc), Err(_)) => Err(exc),
            (Err(exc), Ok(_)) => Err(exc),
        }
    }))
}

const MEMBERS: &[Member] = &[
    (
        "_state",
        |i, this| own_dict::state(i, "Runner", of(this)?.state.get().text()),
        Some(|i, this, value| {
            let states = [State::Created, State::Initialized, State::Closed];
            of(this)?.state.set(own_dict::state_of(i, &value, &states, State::text)?);
            Ok(())
        }),
    ),
    (
        "_debug",
        |_, this| Ok(or_none(&of(this)?.debug)),
        Some(|_, this, value| {
            of(this)?.debug.replace(value);
            Ok(())
        }),
    ),
    (
        "_loop_factory",
        |_, this| Ok(or_none(&of(this)?.loop_factory)),
        Some(|_, this, value| {
            of(this)?.loop_factory.replace(value);
            Ok(())
        }),
    ),
    (
        "_loop",
        |_, this| own_dict::object_or_none(&of(this)?.event_loop),
        Some(|_, this, value| {
            of(this)?.event_loop.replace(own_dict::loop_or_none(&value));
            Ok(())
        }),
    ),
    (
        "_context",
        |i, this| {
            let context = of(this)?.context.borrow().clone();
            Ok(context.map_or(Value::None, |context| asyncio(i).context_object(&context)))
        },
        Some(|_, this, value| {
            of(this)?.context.replace(context_argument(&value)?);
            Ok(())
        }),
    ),
    (
        "_interrupt_count",
        |i, _| Ok(Value::Int(asyncio(i).interrupted.borrow().as_ref().map_or(0, |(_, _, count)| *count as i64))),
        Some(|_, _, _| Ok(())),
    ),
    (
        "_set_event_loop",
        |_, this| Ok(Value::Bool(of(this)?.set_event_loop.get())),
        Some(|i, this, value| {
            of(this)?.set_event_loop.set(own_dict::flag(i, &value)?);
            Ok(())
        }),
    ),
];

fn of(this: &Value) -> PyResult<&Runner> {
    payload(this, "Runner")
}

fn or_none(value: &RefCell<Value>) -> Value {
    let value = value.borrow().clone();
    if value.is_unset() { Value::None } else { value }
}

pub fn runner_class() -> Rc<Class> {
    let make =
        |_: &mut dyn Interp, class: &Rc<Class>, _: &Args| Ok(Object::with_native(class.clone(), Runner::default()));
    let class = NativeClass::new("Runner", "asyncio.runners", &[], make)
        .sync("__init__", |_, args| {
            let [this, debug, loop_factory] =
                args.bind::<3>("Runner.__init__", &["self", "*", "debug", "loop_factory"], 1)?;
            let object = object_of(&this)?;
            runner(&object).debug.replace(debug);
            runner(&object).loop_factory.replace(loop_factory);
            Ok(Value::None)
        })
        .method("__enter__", |i, args| {
            let (object, cx) = (object_of(&args.values[0])?, i.cx());
            Ok(Flow::frame(async move {
                runner(&object).lazy_init(&cx).await.map_err(at(&sites::RUNNER_ENTER))?;
                Ok(Value::Object(object))
            }))
        })
        .method("__exit__", |i, args| {
            let [this, _, _, _] = args.bind("Runner.__exit__", &["self", "exc_type", "exc_val", "exc_tb"], 4)?;
            match overrides::own_version(&this, "close") {
                Some(own) => Ok(Flow::call(own, Args::none())),
                None => close_flow(i, &this, Some(&sites::RUNNER_EXIT)),
            }
        })
        .method("close", |i, args| {
            native_class::alone_in_python(&args, "Runner.close")?;
            close_flow(i, &args.values[0], None)
        })
        .method("get_loop", |i, args| {
            native_class::alone_in_python(&args, "Runner.get_loop")?;
            let (object, cx) = (object_of(&args.values[0])?, i.cx());
            Ok(Flow::frame(async move {
                let made = runner(&object).lazy_init(&cx).await.map_err(at(&sites::RUNNER_GET_LOOP));
                made.map(Value::Object)
            }))
        })
        .method("_lazy_init", |i, args| {
            let [this] = args.bind::<1>("Runner._lazy_init", &["self"], 1)?;
            let (object, cx) = (object_of(&this)?, i.cx());
            Ok(Flow::frame(async move { runner(&object).lazy_init(&cx).await.map(|_| Value::None) }))
        })
        .sync("_on_sigint", on_sigint)
        .method("run", |i, args| {
            let [this, coroutine, context] = args.bind::<3>("Runner.run", &["self", "coro", "*", "context"], 2)?;
            let (object, cx) = (object_of(&this)?, i.cx());
            let context = context_argument(&context)?;
            Ok(Flow::frame(async move { runner(&object).run(&cx, coroutine, context).await }))
        });
    own_dict::fields(class, MEMBERS).finish()
}

/// `close()`, `within` another function of the library.
fn close_flow(i: &mut dyn Interp, this: &Value, within: Option<&'static Site>) -> PyResult<Flow> {
    let (object, cx) = (object_of(this)?, i.cx());
    Ok(Flow::frame(async move {
        match (runner(&object).close(&cx, usize::from(within.is_some())).await, within) {
            (Err(exc), Some(site)) => Err(at(site)(exc)),
            (result, _) => result.map(|()| Value::None),
        }
    }))
}
