//! Making tasks: `Task.__init__`, `create_task`, `ensure_future` (Lib/asyncio/tasks.py).

use std::num::NonZero;
use std::rc::Rc;

use super::base_events::{self, event_loop};
use super::contextvars::Context;
use super::coroutines::is_coroutine;
use super::futures::{Future, Kind, future};
use super::labels;
use super::library_sites as sites;
use super::overrides::{self, overridden, own_method};
use super::py;
use super::source_traceback::Creating;
use super::state::Asyncio;
use super::task_names;
use super::tasks::{as_task, task};
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::generator::NativeCoroutine;
use crate::objects::library_site::{Site, at, at_holding};
use crate::objects::module::replaced;
use crate::objects::{Args, Cx, Exc, Flow, Interp, Object, Symbol, Value, ops, type_of, types};
use crate::trace::{EventId, TextId};

/// The options of a new task.
#[derive(Default)]
pub struct Options {
    /// `None` or `Unset`: `Task-N`.
    pub name: Value,
    pub context: Option<Rc<Context>>,
    pub eager_start: bool,
    /// Debug mode: the place in CPython's library that makes it; `None`: the program itself does.
    pub origin: Option<&'static Site>,
}

/// `Task(coro, loop=…, …)` of the class that the object has already. True: it is to be started eagerly, see
/// `eager_start`.
pub fn init(
    i: &mut dyn Interp,
    object: &Rc<Object>,
    coroutine: Value,
    owner: &Rc<Object>,
    options: Options,
) -> PyResult<bool> {
    let (own, this) = (future(object), task(object));
    own.event_loop.replace(Some(owner.clone()));
    if !is_coroutine(i, &coroutine)? {
        this.log_destroy_pending.set(false);
        return Err(type_error(format!("a coroutine was expected, got {}", py::repr(i, &coroutine)?)));
    }
    let event_loop = event_loop(owner);
    let state = event_loop.state.clone();
    let named = !options.name.is_none() && !options.name.is_unset();
    let name = match &options.name {
        Value::Str(name) => Some(name.clone()),
        name if named => Some(ops::str_text(i, name)?),
        _ => {
            state.task_names.set(state.task_names.get() + 1);
            None
        }
    };
    this.name_number.set(state.task_names.get());
    let (mut code, mut args, mut name_id) = (TextId::NONE, TextId::NONE, TextId::NONE);
    if i.log().records() {
        let of_code = match &coroutine {
            Value::Generator(g) => {
                args = labels::arguments(i, g);
                g.naming.qualname()
            }
            _ => labels::callable_name(&Value::Type(type_of(&coroutine))).into(),
        };
        let log = i.log();
        code = of_code.as_str().map_or(TextId::NONE, |s| log.intern(&s.text()));
        name_id = match &name {
            Some(name) => log.intern(&name.text()),
            None => TextId::task_name(state.task_names.get()),
        };
    }
    let log = i.log();
    own.id.set(log.task_created(event_loop.id, code, args, name_id, named).future());
    this.name.replace(name);
    this.coroutine.replace(coroutine);
    this.context.replace(Some(options.context.unwrap_or_else(|| state.copy_context())));
    this.number.set(state.next_number());
    own.note_origin(i, owner, options.origin);
    if options.eager_start && event_loop.is_running() {
        return Ok(true);
    }
    if event_loop.debug.get() {
        // The frame of `call_soon` has the task in a variable.
        event_loop.check_thread().map_err(at_holding(&sites::CALL_SOON_THREAD, &Value::Object(object.clone())))?;
    }
    if event_loop.closed.get() && own_method(owner, "call_soon").is_none() {
        let held = Value::Object(object.clone());
        event_loop.check_closed().map_err(at_holding(&sites::CALL_SOON_CLOSED, &held))?;
    }
    base_events::push_step(i, owner, object, own.id.get().as_task(), None, EventId::NONE)?;
    register(&state, object);
    Ok(false)
}

/// `_register_task`
pub(super) fn register(state: &Asyncio, object: &Rc<Object>) {
    let place = &task(object).place;
    if place.get().is_none() {
        place.set(NonZero::new(1 + state.tasks.borrow_mut().insert(Rc::downgrade(object)) as u32));
    }
}

/// `_unregister_task`
pub(super) fn unregister(state: &Asyncio, object: &Rc<Object>) {
    if let Some(place) = task(object).place.take() {
        state.tasks.borrow_mut().try_remove(place.get() as usize - 1);
    }
}

/// A task of asyncio's own class, not started eagerly.
pub fn make(i: &mut dyn Interp, coroutine: Value, owner: &Rc<Object>, options: Options) -> PyResult<Rc<Object>> {
    let class = event_loop(owner).state.classes.task.clone();
    let object = allocate(&class);
    init(i, &object, coroutine, owner, options)?;
    Ok(object)
}

/// A task of `class`, not initialised.
pub fn allocate(class: &Rc<Class>) -> Rc<Object> {
    let payload = Future::new(Kind::Task(Box::default()));
    Object::of_native(class.clone(), payload)
}

/// `loop.create_task(coro, name=name, context=context)`
pub fn create_task(
    i: &mut dyn Interp,
    owner: &Rc<Object>,
    coroutine: Value,
    name: Value,
    context: Value,
    origin: Option<&'static Site>,
) -> PyResult<Flow> {
    match own_method(owner, "create_task") {
        None => make_task(i, owner, coroutine, name, context, origin),
        Some(method) => {
            let context = if context.is_none() { Value::Unset } else { context };
            let made = overrides::create_task(method, coroutine, name, context);
            let Some(site) = origin else { return Ok(made) };
            let cx = i.cx();
            Ok(Flow::frame(async move { cx.finish(Ok(made)).await.map_err(at(site)) }))
        }
    }
}

/// `BaseEventLoop.create_task`
pub fn make_task(
    i: &mut dyn Interp,
    owner: &Rc<Object>,
    coroutine: Value,
    name: Value,
    context: Value,
    origin: Option<&'static Site>,
) -> PyResult<Flow> {
    let this = event_loop(owner);
    let through = move |exc: Exc| origin.into_iter().fold(exc, |exc, site| at(site)(exc));
    if let Err(exc) = this.check_closed().map_err(at(&sites::CREATE_TASK_CLOSED)) {
        return Err(through(py::holding(exc, coroutine)));
    }
    let factory = this.task_factory.borrow().clone();
    if factory.is_none() {
        if let Some(class) = replaced(i, "asyncio.tasks", "Task") {
            let or_none = |value: Value| if value.is_unset() { Value::None } else { value };
            let keywords =
                [("loop", Value::Object(owner.clone())), ("name", or_none(name)), ("context", or_none(context))];
            let keywords = keywords.map(|(name, value)| (Symbol::new(name), value));
            return Ok(Flow::call(class, Args::with_keywords([coroutine], keywords)));
        }
        let context = super::contextvars::context_for_call(&context);
        let options = Options { name, context, eager_start: false, origin };
        let made = make(i, coroutine.clone(), owner, options).map_err(at(&sites::LOOP_TASK));
        let made = made.map_err(|exc| py::holding(exc, coroutine));
        let made = made.map_err(through);
        return made.map(|task| Value::Object(task).into());
    }
    let positional = [Value::Object(owner.clone()), coroutine];
    let (args, site) = if context.is_none() || context.is_unset() {
        (Args::positional(positional), &sites::FACTORY_TASK)
    } else {
        (Args::with_keywords(positional, [(Symbol::new("context"), context)]), &sites::FACTORY_TASK_IN)
    };
    let creating = Creating::begin(i, owner, origin.into_iter().chain([site]));
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let made = cx.call(&factory, args).await;
        drop(creating);
        let made = made.map_err(|exc| through(at(site)(exc)))?;
        let name = if name.is_unset() { Value::None } else { name };
        if let Some(object) = as_task(&made).filter(|object| name.is_none() && overridden(object, "set_name").is_none())
        {
            // `set_name(None)` calls it 'None'.
            cx.enter(|i| task_names::set_name(i, object, &name))?;
            return Ok(made);
        }
        let set_name = cx.enter(|i| py::get(i, &made, "set_name"));
        let set_name = set_name.map_err(|exc| through(at(&sites::NAMELESS_TASK)(exc)))?;
        let named = cx.call(&set_name, Args::one(name)).await;
        named.map_err(|exc| through(at(&sites::NAMED_TASK)(exc)))?;
        Ok(made)
    }))
}

/// The task that [`create_task`] makes of a coroutine, if it looks at nothing but the loop: outside debug mode, where
/// nothing of the program's is called and nothing is refused.
pub fn created_at_once(i: &mut dyn Interp, coroutine: &Value, owner: &Rc<Object>) -> Option<Rc<Object>> {
    let own = own_method(owner, "call_soon").or_else(|| replaced(i, "asyncio.tasks", "Task"));
    if event_loop(owner).debug.get() || own.is_some() {
        return None;
    }
    task_at_once(i, coroutine, owner).ok().flatten()
}

/// The task that [`ensure_future`] makes of a coroutine, if nothing of the program's is called for that.
pub fn task_at_once(i: &mut dyn Interp, awaitable: &Value, owner: &Rc<Object>) -> PyResult<Option<Rc<Object>>> {
    let this = event_loop(owner);
    let is_plain = matches!(awaitable, Value::Generator(g) if g.is_coroutine());
    let own = own_method(owner, "create_task");
    let called = [("asyncio.tasks", "ensure_future"), ("asyncio.tasks", "Task"), ("asyncio.coroutines", "iscoroutine")];
    let own = own.or_else(|| called.iter().find_map(|(module, name)| replaced(i, module, name)));
    if !is_plain || this.closed.get() || !this.task_factory.borrow().is_none() || own.is_some() {
        return Ok(None);
    }
    let origin = Some(&sites::ENSURED_TASK);
    let options = Options { name: Value::Unset, context: None, eager_start: false, origin };
    make(i, awaitable.clone(), owner, options).map(Some)
}

/// `tasks.ensure_future(coro_or_future, loop=loop)`, as asyncio's own functions call it.
pub async fn ensure_future(cx: &Cx, awaitable: Value, owner: Option<Rc<Object>>) -> PyResult {
    match cx.enter(|i| replaced(i, "asyncio.tasks", "ensure_future")) {
        Some(own) => {
            let keywords = owner.map(|owner| (Symbol::new("loop"), Value::Object(owner)));
            cx.call(&own, Args::with_keywords([awaitable], keywords)).await
        }
        None => ensured(cx, awaitable, owner).await,
    }
}

/// `asyncio.ensure_future(coro_or_future, loop=loop)`
pub async fn ensured(cx: &Cx, awaitable: Value, owner: Option<Rc<Object>>) -> PyResult {
    if cx.enter(|i| super::named::is_future(i, &awaitable))? {
        if let Some(owner) = owner {
            let other = cx.enter(|i| super::named::loop_of(i, &awaitable))?;
            if !other.is(&Value::Object(owner)) {
                let text = "The future belongs to a different loop than the one specified as the loop argument";
                return Err(at(&sites::ENSURE_OTHER_LOOP)(crate::objects::exception::value_error(text)));
            }
        }
        return Ok(awaitable);
    }
    let mut should_close = true;
    let coroutine = match cx.enter(|i| super::named::is_coroutine(i, &awaitable))? {
        true => awaitable,
        false if super::coroutines::is_awaitable(&awaitable) => {
            should_close = false;
            wrap_awaitable(cx, awaitable)
        }
        false => {
            let refused = type_error("An asyncio.Future, a coroutine or an awaitable is required");
            return Err(at_holding(&sites::ENSURE_REFUSED, &awaitable)(refused));
        }
    };
    let owner = match owner {
        Some(owner) => owner,
        None => cx.enter(super::named::event_loop).map_err(|exc| {
            // The frame that the traceback keeps holds the coroutine.
            at_holding(&sites::ENSURE_LOOP, &coroutine)(exc)
        })?,
    };
    let created = cx
        .run(|i| create_task(i, &owner, coroutine.clone(), Value::Unset, Value::Unset, Some(&sites::ENSURED_TASK)))
        .await;
    if let Err(exc) = &created
        && should_close
        && exc.is_a(&types().runtime_error)
    {
        py::call_method(cx, &coroutine, "close", Args::none()).await?;
    }
    created
}

fn wrap_awaitable(cx: &Cx, awaitable: Value) -> Value {
    let cx = cx.clone();
    let body = async move { cx.await_(&awaitable).await.map_err(at(&sites::WRAP_AWAITABLE)) };
    let coroutine = NativeCoroutine::new("ensure_future.<locals>._wrap_awaitable", Box::pin(body));
    Value::Generator(coroutine.object())
}
