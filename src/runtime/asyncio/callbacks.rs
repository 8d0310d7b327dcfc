//! What a loop can be asked to call: the program's callables, and asyncio's own callbacks without a function object.

use std::borrow::Cow;
use std::rc::Rc;

use super::base_events;
use super::contextvars::Context;
use super::futures;
use super::library_sites as sites;
use super::overrides;
use super::py;
use super::scheduling;
use crate::objects::containers::Dict;
use crate::objects::exception::PyResult;
use crate::objects::gc_graph::Edge;
use crate::objects::identity::id;
use crate::objects::library_site::at;
use crate::objects::{Args, Exc, Interp, Object, Symbol, Value, ops, type_name};
use crate::trace::EventId;

/// A callback.
#[derive(Clone)]
pub enum Callback {
    /// `Task.__step`, which throws `exc` in if there is one.
    Step { task: Rc<Object>, exc: Option<Exc> },
    /// `Task.__wakeup`: the future that the task waited for is done.
    Wakeup(Rc<Object>),
    /// `futures._set_result_unless_cancelled(future, result)`
    SetResult { future: Rc<Object>, result: Value },
    /// `tasks._release_waiter(waiter)`
    ReleaseWaiter(Rc<Object>),
    /// Another callback of asyncio's own.
    Native(Rc<NativeCallback>),
    /// Anything callable.
    Python(Value),
}

/// A callback of asyncio's own. It gets the future that is done, or None from a timer or `call_soon`.
pub struct NativeCallback<F: ?Sized = dyn Fn(&mut dyn Interp, &Value) -> PyResult<()>> {
    /// As `__qualname__` shows it, with the place in CPython's library: `gather.<locals>._done_callback`.
    pub name: &'static str,
    /// `tasks.py:820`, if reprs show one.
    pub source: Option<&'static str>,
    /// The object for which it does something. The collector sees it, as it does not what `run` has captured.
    pub object: Option<Rc<Object>>,
    pub run: F,
}

impl NativeCallback {
    pub fn new(
        name: &'static str,
        source: Option<&'static str>,
        run: impl Fn(&mut dyn Interp, &Value) -> PyResult<()> + 'static,
    ) -> Callback {
        Callback::Native(Rc::new(NativeCallback { name, source, object: None, run }))
    }

    /// A callback that does something for `object`, which it holds. Each future that is to call it has one of its own:
    /// those of one name for one object are the same callback.
    pub fn of(
        object: &Rc<Object>,
        name: &'static str,
        source: Option<&'static str>,
        run: impl Fn(&mut dyn Interp, &Rc<Object>, &Value) -> PyResult<()> + 'static,
    ) -> Callback {
        let weak = Rc::downgrade(object);
        let run = move |i: &mut dyn Interp, done: &Value| match weak.upgrade() {
            Some(object) => run(i, &object, done),
            None => Ok(()),
        };
        Callback::Native(Rc::new(NativeCallback { name, source, object: Some(object.clone()), run }))
    }
}

impl<F: ?Sized> NativeCallback<F> {
    /// Its name, for the trace.
    pub fn label(&self) -> &'static str {
        let dot = self.name.bytes().rposition(|byte| byte == b'.');
        &self.name[dot.map_or(0, |dot| dot + 1)..]
    }
}

impl NativeCallback {
    fn is(self: &Rc<Self>, other: &Rc<Self>) -> bool {
        let same = |(a, b): (&Rc<Object>, &Rc<Object>)| Rc::ptr_eq(a, b) && self.name == other.name;
        Rc::ptr_eq(self, other) || self.object.as_ref().zip(other.object.as_ref()).is_some_and(same)
    }
}

impl Callback {
    /// Visits what it holds; what a native closure has captured cannot be seen.
    pub fn edges(&self, visit: &mut dyn FnMut(Edge)) {
        match self {
            Callback::Step { task, exc } => {
                visit(Edge::Object(task));
                exc.iter().for_each(|Exc(exc)| visit(Edge::Object(exc)));
            }
            Callback::Wakeup(object) | Callback::ReleaseWaiter(object) => visit(Edge::Object(object)),
            Callback::SetResult { future, result } => {
                visit(Edge::Object(future));
                visit(Edge::Value(result));
            }
            // Of one that others hold as well nobody can say whose it is.
            Callback::Native(native) if Rc::strong_count(native) > 1 => {}
            Callback::Native(native) => native.object.iter().for_each(|object| visit(Edge::Object(object))),
            Callback::Python(callable) => visit(Edge::Value(callable)),
        }
    }

    /// Whether it is the same callback: what `remove_done_callback` asks of asyncio's own.
    pub fn is(&self, other: &Callback) -> bool {
        match (self, other) {
            (Callback::Native(a), Callback::Native(b)) => a.is(b),
            (Callback::Wakeup(a), Callback::Wakeup(b)) => Rc::ptr_eq(a, b),
            (Callback::Python(a), Callback::Python(b)) => a.is(b),
            _ => false,
        }
    }

    /// Equality as `remove_done_callback` judges it; the program's `__eq__` runs nested.
    pub fn equals(&self, i: &mut dyn Interp, other: &Value) -> PyResult<bool> {
        match self {
            Callback::Python(own) => ops::equal(i, own, other),
            Callback::Native(native) => Ok(matches!(other.as_object().and_then(|o| o.native::<CallbackObject>()),
                Some(CallbackObject(Callback::Native(n))) if n.is(native))),
            _ => Ok(false),
        }
    }

    /// `format_helpers._format_callback_source(callback, ())`
    pub fn source_text(&self, i: &mut dyn Interp) -> PyResult<String> {
        Ok(match self {
            Callback::Step { .. } => {
                let address = id(&as_callable(i, self.clone()));
                format!("<_asyncio.TaskStepMethWrapper object at {address:#x}>()")
            }
            Callback::Wakeup(task) => format!("{}()", wakeup_name(task)),
            Callback::SetResult { .. } => library("_set_result_unless_cancelled", Some("futures.py:312")),
            Callback::ReleaseWaiter(_) => library("_release_waiter", Some("tasks.py:454")),
            Callback::Native(native) => library(native.name, native.source),
            Callback::Python(callable) => callable_source(i, callable, "()", "", false)?,
        })
    }

    /// As [`Callback::source_text`], with the arguments: debug mode.
    pub fn source_text_with(&self, i: &mut dyn Interp, args: &Args) -> PyResult<String> {
        let Callback::Python(callable) = self else { return self.source_text(i) };
        let mut shown = Vec::new();
        for value in &args.values {
            shown.push(super::base_futures::limited(i, value, 6)?);
        }
        callable_source(i, callable, &format!("({})", shown.join(", ")), "", true)
    }

    /// The callback's name, for the trace.
    pub fn label(&self) -> Cow<'static, str> {
        match self {
            Callback::Step { .. } | Callback::Wakeup(_) => "".into(),
            Callback::SetResult { .. } => "_set_result_unless_cancelled".into(),
            Callback::ReleaseWaiter(_) => "_release_waiter".into(),
            Callback::Native(native) => native.label().into(),
            Callback::Python(callable) => super::labels::callable_name(callable).into(),
        }
    }
}

fn library(name: &str, source: Option<&str>) -> String {
    match source {
        Some(source) => format!("{name}() at <stdlib>/asyncio/{source}"),
        None => format!("{name}()"),
    }
}

/// The payload of an object that stands for one of asyncio's own callbacks where the program can see it.
pub struct CallbackObject(pub Callback);

impl crate::objects::object::Native for CallbackObject {
    fn edges(&self, visit: &mut dyn FnMut(Edge)) {
        self.0.edges(visit);
    }
}

/// How many decorators are looked through for the function below them.
const MOST_WRAPPERS: usize = 1000;

/// `_format_callback_source` of a callable of the program. `debug`: what a partial holds is shown.
fn callable_source(i: &mut dyn Interp, callable: &Value, args: &str, suffix: &str, debug: bool) -> PyResult<String> {
    if let Some(inner) = partial_function(i, callable)? {
        let held = if debug { partial_arguments(i, callable)? } else { "()".into() };
        return callable_source(i, &inner, &held, &format!("{args}{suffix}"), debug);
    }
    let name = match py::find(i, callable, "__qualname__")? {
        Some(name) if ops::is_true(i, &name)? => py::text(i, &name)?,
        _ => match py::find(i, callable, "__name__")? {
            Some(name) if ops::is_true(i, &name)? => py::text(i, &name)?,
            _ => py::repr(i, callable)?,
        },
    };
    let source = match unwrapped(i, callable)? {
        // What is C in CPython has no place.
        Value::Function(function) if !function.code.is_hidden() => {
            format!(" at {}:{}", function.code.filename, function.code.code.first_line)
        }
        Value::Builtin(function) => super::coroutine_places::function_place(&function),
        _ => String::new(),
    };
    Ok(format!("{name}{args}{suffix}{source}"))
}

/// `inspect.unwrap(callable)`
fn unwrapped(i: &mut dyn Interp, callable: &Value) -> PyResult {
    let mut found = callable.clone();
    for _ in 0..MOST_WRAPPERS {
        match py::find(i, &found, "__wrapped__")? {
            Some(inner) => found = inner,
            None => break,
        }
    }
    Ok(found)
}

/// The function of a `functools.partial`.
fn partial_function(i: &mut dyn Interp, callable: &Value) -> PyResult<Option<Value>> {
    match callable.as_object() {
        Some(o) if o.with_class(|class| class.mro().iter().any(|c| &*c.name() == "partial")) => {
            py::find(i, callable, "func")
        }
        _ => Ok(None),
    }
}

/// The arguments that a `functools.partial` holds, as a call shows them.
fn partial_arguments(i: &mut dyn Interp, partial: &Value) -> PyResult<String> {
    let mut shown = Vec::new();
    if let Some(Value::Tuple(args)) = py::find(i, partial, "args")? {
        for value in &args.items {
            shown.push(super::base_futures::limited(i, value, 6)?);
        }
    }
    if let Some(Value::Dict(keywords)) = py::find(i, partial, "keywords")? {
        for (name, value) in keywords.entries() {
            shown.push(format!("{}={}", py::text(i, &name)?, super::base_futures::limited(i, &value, 6)?));
        }
    }
    Ok(format!("({})", shown.join(", ")))
}

/// What running a callback comes to.
pub enum Run {
    Done,
    /// The program's callable is to be called with these.
    Call(Value, Args),
}

/// Runs a callback that is not a task's step. `args`: those of `call_soon`, or the future that is done.
pub fn run(i: &mut dyn Interp, callback: &Callback, args: Option<&Args>) -> PyResult<Run> {
    match callback {
        Callback::Python(callable) => return Ok(Run::Call(callable.clone(), args.cloned().unwrap_or_default())),
        Callback::SetResult { future, result } => {
            if !futures::future(future).is_cancelled() {
                super::overrides::settle(i, future, result.clone())?;
            }
        }
        Callback::ReleaseWaiter(waiter) => {
            if !futures::future(waiter).done() {
                super::overrides::settle(i, waiter, Value::None)?;
            }
        }
        Callback::Native(native) => {
            let future = args.and_then(|args| args.values.first()).cloned().unwrap_or(Value::None);
            (native.run)(i, &future)?;
        }
        Callback::Step { .. } | Callback::Wakeup(_) => unreachable!("the loop steps tasks itself"),
    }
    Ok(Run::Done)
}

/// A callback given by the program: asyncio's own ones come back as such.
pub fn from_value(value: Value) -> Callback {
    match value.native::<CallbackObject>() {
        Some(CallbackObject(callback)) => callback.clone(),
        None => Callback::Python(value),
    }
}

/// A done-callback on any future: one of ours, or a future-like of the program.
pub fn add_done_callback(i: &mut dyn Interp, future: &Value, callback: Callback) -> PyResult<()> {
    match futures::plain(future) {
        Some(own) => {
            let context = given_context(i, own);
            futures::add_done_callback(i, own, callback, context)
        }
        None => {
            let callable = as_callable(i, callback);
            py::call(i, future, "add_done_callback", Args::one(callable)).map(drop)
        }
    }
}

/// The context of a callback of asyncio's own: a `call_soon` of the program's is given it.
fn given_context(i: &mut dyn Interp, own: &Rc<Object>) -> Option<Rc<Context>> {
    let owner = futures::future(own).event_loop.borrow().clone()?;
    overrides::own_method(&owner, "call_soon")?;
    Some(super::state::asyncio(i).copy_context())
}

/// Calls back whoever waits for it. `cause`: the event of its end.
pub fn schedule(i: &mut dyn Interp, object: &Rc<Object>, cause: EventId) -> PyResult<()> {
    let future = futures::future(object);
    if future.callbacks.borrow().is_empty() {
        return Ok(());
    }
    let event_loop = future.get_loop()?;
    if overrides::own_method(&event_loop, "call_soon").is_some() {
        return schedule_visibly(i, object, &event_loop, cause);
    }
    let callbacks = std::mem::take(&mut *future.callbacks.borrow_mut());
    if base_events::event_loop(&event_loop).debug.get() {
        return schedule_debugged(i, object, &event_loop, callbacks, cause);
    }
    for (callback, context) in callbacks {
        base_events::call_soon_with_future(i, &event_loop, callback, object, context, cause)
            .map_err(at(&sites::CALL_SOON_CLOSED))?;
    }
    Ok(())
}

/// The same in debug mode: not from another thread, and the program's callbacks remember the place.
#[inline(never)]
fn schedule_debugged(
    i: &mut dyn Interp,
    object: &Rc<Object>,
    owner: &Rc<Object>,
    callbacks: impl IntoIterator<Item = (Callback, Option<Rc<Context>>)>,
    cause: EventId,
) -> PyResult<()> {
    base_events::event_loop(owner).check_thread().map_err(at(&sites::CALL_SOON_THREAD))?;
    for (callback, context) in callbacks {
        if let Callback::Python(_) = callback {
            let args = Args::one(Value::Object(object.clone()));
            let handle = scheduling::put(i, owner, callback, args, context, cause)?;
            handle.note_origin(i, 2);
        } else {
            base_events::call_soon_with_future(i, owner, callback, object, context, cause)?;
        }
    }
    Ok(())
}

/// The same where the program's `call_soon` may look at the future meanwhile: its first callback goes once it is
/// scheduled, the others go together.
fn schedule_visibly(i: &mut dyn Interp, object: &Rc<Object>, event_loop: &Rc<Object>, cause: EventId) -> PyResult<()> {
    let callbacks: Vec<_> = futures::future(object).callbacks.borrow().iter().cloned().collect();
    for (number, (callback, context)) in callbacks.into_iter().enumerate() {
        base_events::call_soon_with_future(i, event_loop, callback, object, context, cause)?;
        if number == 0 && !futures::future(object).callbacks.borrow().is_empty() {
            futures::future(object).callbacks.borrow_mut().remove(0);
        }
    }
    futures::future(object).callbacks.borrow_mut().clear();
    Ok(())
}

/// Takes a callback off any future again.
pub fn remove_done_callback(i: &mut dyn Interp, future: &Value, callback: &Callback) -> PyResult<()> {
    match futures::plain_state(future) {
        Some(own) => {
            own.callbacks.borrow_mut().retain(|(c, _)| !c.is(callback));
            Ok(())
        }
        None => {
            let callable = as_callable(i, callback.clone());
            py::call(i, future, "remove_done_callback", Args::one(callable)).map(drop)
        }
    }
}

/// A callable object for one of asyncio's own callbacks.
pub fn as_callable(i: &mut dyn Interp, callback: Callback) -> Value {
    match callback {
        Callback::Python(callable) => callable,
        own => {
            let classes = &super::state::asyncio(i).classes;
            let class = match own {
                Callback::Step { .. } => &classes.step,
                _ => &classes.callback,
            };
            Object::with_native(class.clone(), CallbackObject(own))
        }
    }
}

/// `context[key]` of an exception handler's context, by name.
pub fn item(dict: &Dict, name: &str) -> Option<Value> {
    dict.get_str(Symbol::new(name))
}

/// Class of a task's step.
pub fn step_class(base: &Rc<crate::objects::Class>) -> Rc<crate::objects::Class> {
    use crate::objects::native_class::NativeClass;
    NativeClass::new("TaskStepMethWrapper", "_asyncio", &[base], |_, _, _| {
        Err(crate::objects::exception::type_error("cannot create 'TaskStepMethWrapper' instances"))
    })
    .finish()
}

/// `__qualname__` of a task's built-in method, which is named after the task's own class.
fn wakeup_name(task: &Rc<Object>) -> String {
    format!("{}.task_wakeup", task.with_class(|class| class.qualname.borrow().to_string()))
}

/// `__qualname__`; a step has none.
fn callback_name(value: &Value) -> PyResult<String> {
    match &py::payload::<CallbackObject>(value, "callback")?.0 {
        Callback::Step { .. } => {
            Err(crate::objects::attribute::no_attribute(value, crate::objects::symbol::known::QUALNAME))
        }
        Callback::Wakeup(task) => Ok(wakeup_name(task)),
        Callback::Native(native) => Ok(native.name.into()),
        other => Ok(other.label().into_owned()),
    }
}

/// Class of the callable objects that stand for asyncio's own callbacks.
pub fn callback_class() -> Rc<crate::objects::Class> {
    use crate::objects::native_class::NativeClass;
    NativeClass::new("builtin_function_or_method", "builtins", &[], |_, _, _| {
        Err(crate::objects::exception::type_error("cannot create 'builtin_function_or_method' instances"))
    })
    .method("__call__", |i, mut args| {
        let this = args.take_receiver();
        let callback = py::payload::<CallbackObject>(&this, "callback")?.0.clone();
        if let Callback::Step { task, exc } = &callback {
            return Ok(super::tasks::step_flow(i, task.clone(), exc.clone()));
        }
        if let Callback::Wakeup(task) = &callback {
            let future = args.values.first().cloned().unwrap_or(Value::None);
            return super::tasks::wakeup_flow(i, task.clone(), future);
        }
        match run(i, &callback, Some(&args))? {
            Run::Done => Ok(Value::None.into()),
            Run::Call(callable, args) => Ok(crate::objects::Flow::call(callable, args)),
        }
    })
    .getter("__qualname__", |_, this| Ok(callback_name(this)?.into()))
    .getter("__self__", |_, this| match &py::payload::<CallbackObject>(this, "callback")?.0 {
        Callback::Step { task, .. } | Callback::Wakeup(task) => Ok(Value::Object(task.clone())),
        _ => Err(crate::objects::attribute::no_attribute(this, Symbol::new("__self__"))),
    })
    .getter("__name__", |_, this| {
        let name = callback_name(this)?;
        Ok(name.rsplit('.').next().unwrap_or(&name).into())
    })
    .method("__repr__", |i, args| {
        let callback = py::payload::<CallbackObject>(&args.values[0], "callback")?.0.clone();
        let shown = match &callback {
            Callback::Wakeup(task) => {
                let task = Value::Object(task.clone());
                let (class, address) = (type_name(&task), id(&task));
                format!("<built-in method task_wakeup of {class} object at {address:#x}>")
            }
            Callback::Step { .. } => {
                format!("<_asyncio.TaskStepMethWrapper object at {:#x}>", id(&args.values[0]))
            }
            other => format!("<{}>", other.source_text(i)?),
        };
        Ok(Value::from(shown).into())
    })
    .finish()
}
