//! What a loop does with exceptions that nobody else can get (Lib/asyncio/base_events.py,
//! `call_exception_handler` and `default_exception_handler`).

use std::rc::Rc;

use super::base_events::{EventLoop, event_loop};
use super::callbacks::{self, Callback};
use super::context_run::{check_entry, run_in};
use super::contextvars::{Context, context_for_call};
use super::exceptions::is_exit;
use super::futures::{self, Kind, State, future};
use super::handles::Handle;
use super::library_sites as sites;
use super::overrides::own_method;
use super::py;
use super::source_traceback::SourceTraceback;
use super::turn::finalize_at;
use crate::objects::containers::Dict;
use crate::objects::exception::{Exc, PyResult, type_error};
use crate::objects::gc;
use crate::objects::library_site::{Site, at};
use crate::objects::look::look;
use crate::objects::{Args, Cx, Flow, Interp, Object, Symbol, Value, finalizer, ops};
use crate::trace::{Diagnostic, FutureId, Severity};

/// A context for the handler: message first, then what it is about.
pub fn context(message: impl Into<Value>, rest: &[(&str, Value)]) -> Rc<Dict> {
    let dict = Dict::new();
    dict.set_str(Symbol::new("message"), message.into());
    for (name, value) in rest {
        dict.set_str(Symbol::new(name), value.clone());
    }
    dict
}

/// Debug mode: a context says where what it is about was made.
fn with_source(i: &mut dyn Interp, context: Rc<Dict>, source: &SourceTraceback) -> PyResult<Rc<Dict>> {
    if let Some(entries) = source.value(i)? {
        context.set_str(Symbol::new("source_traceback"), entries);
    }
    Ok(context)
}

/// `loop.call_exception_handler(context)`
pub async fn call_exception_handler(cx: &Cx, owner: &Rc<Object>, context: Rc<Dict>) -> PyResult<()> {
    match own_method(owner, "call_exception_handler") {
        Some(method) => cx.call(&method, Args::one(Value::Dict(context))).await.map(drop),
        None => handle(cx, owner, context).await,
    }
}

/// `BaseEventLoop.call_exception_handler`
pub async fn handle(cx: &Cx, owner: &Rc<Object>, context: Rc<Dict>) -> PyResult<()> {
    let handler = event_loop(owner).exception_handler.borrow().clone();
    if handler.is_none() {
        let handled = by_default(cx, owner, context, &sites::DEFAULT_HANDLER).await;
        return match handled {
            Err(exc) if !is_exit(&exc) => {
                let logged = cx.enter(|i| log_error(i, "Exception in default exception handler", Some(&exc)));
                logged.map_err(at(&sites::DEFAULT_HANDLER_FAILED))
            }
            other => other,
        };
    }
    let args = Args::from([Value::Object(owner.clone()), Value::Dict(context.clone())]);
    let state = event_loop(owner).state.clone();
    let (called, site) = match cx.enter(|i| context_of(i, &context)) {
        Err(exc) => (Err(exc), &sites::CALL_HANDLER_CONTEXT),
        Ok(None) => (cx.call(&handler, args).await, &sites::CALL_HANDLER),
        Ok(Some(own)) => {
            let mut site = &sites::CALL_HANDLER_IN_CONTEXT;
            let called = match cx.enter(|i| check_entry(i, &own)) {
                Ok(()) => run_in((cx, &state), own, &handler, args, &mut site).await,
                refused => refused.map(|()| Value::None),
            };
            (called, &sites::CALL_HANDLER_IN_CONTEXT)
        }
    };
    let result = called.map(drop).map_err(at(site));
    if finalizer::pending() {
        cx.enter(|i| finalize_at(i, event_loop(owner), Some(site)));
    }
    match result {
        Err(exc) if !is_exit(&exc) => {
            cx.enter(|i| {
                // A handler that cannot even be called fails here, while the callback's exception is handled.
                let alone = exc.data().context.borrow().is_none();
                if let Some(handled) = i.handled().filter(|_| alone) {
                    exc.set_context(&handled);
                }
            });
            let told = handler_failed(cx, owner, &exc, &context).await;
            drop(exc);
            if finalizer::pending() {
                cx.enter(|i| finalize_at(i, event_loop(owner), Some(&sites::DEFAULT_HANDLER_AFTER)));
            }
            told
        }
        other => other,
    }
}

/// [`call_exception_handler`] where nothing can be awaited: the program's handler runs nested.
pub fn call_nested(i: &mut dyn Interp, owner: &Rc<Object>, context: Rc<Dict>) -> PyResult<()> {
    let (cx, owner) = (i.cx(), owner.clone());
    let flow = Flow::frame(async move {
        call_exception_handler(&cx, &owner, context).await?;
        Ok(Value::None)
    });
    i.finish(flow).map(drop)
}

/// The context in which the handler runs: that of the task, future or handle it is about.
fn context_of(i: &mut dyn Interp, context: &Dict) -> PyResult<Option<Rc<Context>>> {
    let thing = ["task", "future", "handle"].iter().find_map(|name| callbacks::item(context, name));
    let Some(thing) = thing else { return Ok(None) };
    match py::find(i, &thing, "get_context")? {
        Some(get_context) => {
            let found = i.call(&get_context, Args::none())?;
            Ok(if py::find(i, &found, "run")?.is_some() { context_for_call(&found) } else { None })
        }
        None => Ok(None),
    }
}

/// `self.default_exception_handler(context)`
async fn by_default(cx: &Cx, owner: &Rc<Object>, context: Rc<Dict>, site: &'static Site) -> PyResult<()> {
    match own_method(owner, "default_exception_handler") {
        Some(method) => cx.call(&method, Args::one(Value::Dict(context))).await.map(drop).map_err(at(site)),
        None => cx.enter(|i| default_exception_handler(i, owner, &context)),
    }
}

/// The program's handler has raised.
async fn handler_failed(cx: &Cx, owner: &Rc<Object>, exc: &Exc, about: &Rc<Dict>) -> PyResult<()> {
    let nested = context(
        "Unhandled error in exception handler",
        &[("exception", exc.value()), ("context", Value::Dict(about.clone()))],
    );
    match by_default(cx, owner, nested, &sites::DEFAULT_HANDLER_AFTER).await {
        Err(second) if !is_exit(&second) => {
            second.set_context(exc);
            let text = "Exception in default exception handler while handling an unexpected error \
                        in custom exception handler";
            cx.enter(|i| log_error(i, text, Some(&second)))
        }
        other => other,
    }
}

/// `default_exception_handler`
pub fn default_exception_handler(i: &mut dyn Interp, owner: &Rc<Object>, context: &Rc<Dict>) -> PyResult<()> {
    let handle = look(&event_loop(owner).current_handle).clone();
    if let Some(handle) = handle
        && callbacks::item(context, "source_traceback").is_none()
        && let Some(entries) = handle.source.value(i)?
    {
        context.set_str(Symbol::new("handle_traceback"), entries);
    }
    let message = match callbacks::item(context, "message") {
        Some(message) if ops::is_true(i, &message)? => py::text(i, &message)?,
        _ => "Unhandled exception in event loop".into(),
    };
    let exception = callbacks::item(context, "exception").and_then(|e| Exc::from_value(&e));
    let mut entries: Vec<(String, Value)> = Vec::new();
    for (key, value) in context.entries() {
        let key = py::text(i, &key)?;
        if key != "message" && key != "exception" {
            entries.push((key, value));
        }
    }
    crate::trace::sorted::sort_by(&mut entries, |a, b| a.0.cmp(&b.0));
    let mut lines = vec![message];
    for (key, value) in entries {
        let shown = match key.as_str() {
            "source_traceback" => format!("Object created at (most recent call last):\n{}", format_list(i, value)?),
            "handle_traceback" => format!("Handle created at (most recent call last):\n{}", format_list(i, value)?),
            _ => py::repr(i, &value)?,
        };
        lines.push(format!("{key}: {shown}"));
    }
    log_error(i, &lines.join("\n"), exception.as_ref())?;
    // What a program itself reports it has handled.
    let ended = ["task", "future", "handle"].iter().any(|what| callbacks::item(context, what).is_some());
    if let Some(exc) = exception.filter(|_| ended) {
        i.explain(&exc);
    }
    Ok(())
}

/// `traceback.format_list(entries)`, joined.
fn format_list(i: &mut dyn Interp, entries: Value) -> PyResult<String> {
    let traceback = i.import("traceback")?;
    let texts = py::call(i, &traceback, "format_list", Args::from([entries]))?;
    let texts = ops::to_vec(i, &texts)?;
    let mut all = String::new();
    for text in texts {
        all.push_str(&py::text(i, &text)?);
    }
    Ok(all.trim_end().to_string())
}

/// `logger.error(message, exc_info=exc)` of the logger `asyncio`.
pub fn log_error(i: &mut dyn Interp, message: &str, exc: Option<&Exc>) -> PyResult<()> {
    log(i, LogPlace("base_events.py", 1858, "default_exception_handler"), ERROR, message, exc)
}

/// A place in CPython's library: file, line, function.
struct LogPlace(&'static str, i64, &'static str);

const DEBUG: i64 = 10;
const WARNING: i64 = 30;
const ERROR: i64 = 40;

/// `logger.debug(…)` for whoever has imported `logging`; `shown` gives the message.
fn log_debug(i: &mut dyn Interp, place: LogPlace, shown: impl FnOnce(&mut dyn Interp) -> PyResult<String>) {
    let loaded = i.import("sys").and_then(|sys| py::get(i, &sys, "modules")).map(|modules| match &modules {
        Value::Dict(modules) => modules.get_str(Symbol::new("logging")).is_some(),
        _ => false,
    });
    if !matches!(loaded, Ok(true)) {
        return;
    }
    // What a handler raises is logging's to report.
    let _ = shown(i).and_then(|text| log(i, place, DEBUG, &text, None));
}

/// A loop has been made that waits by a selector of that class.
pub fn log_selector(i: &mut dyn Interp, class: &str) {
    log_debug(i, LogPlace("selector_events.py", 64, "__init__"), |_| Ok(format!("Using selector: {class}")));
}

/// A loop in debug mode is closed.
pub fn log_close(i: &mut dyn Interp, owner: &Rc<Object>) {
    let shown = |i: &mut dyn Interp| Ok(format!("Close {}", py::repr(i, &Value::Object(owner.clone()))?));
    log_debug(i, LogPlace("base_events.py", 744, "close"), shown);
}

/// Logs to the logger `asyncio`; where there is no `logging` yet, what its handler of last resort prints.
fn log(i: &mut dyn Interp, place: LogPlace, level: i64, message: &str, exc: Option<&Exc>) -> PyResult<()> {
    if let Ok(logging) = i.import("logging") {
        let LogPlace(file, line, function) = place;
        let exc = exc.map(Exc::value).into();
        let file = format!("<stdlib>/asyncio/{file}");
        let args = [Value::Int(level), message.into(), exc, file.into(), Value::Int(line), function.into()];
        return py::call(i, &logging, "_of_asyncio", Args::from(args)).map(drop);
    }
    let mut text = format!("{message}\n");
    if let Some(exc) = exc {
        text.push_str(&i.format_exception(exc));
    }
    i.to_stderr(&text);
    Ok(())
}

/// A callback of the ready queue has raised.
pub async fn callback_failed(
    cx: &Cx,
    this: &EventLoop,
    handle: &Rc<Handle>,
    callback: &Callback,
    exc: Exc,
) -> PyResult<()> {
    let handled = exc.clone();
    let context = cx.enter(|i| {
        let shown = match this.debug.get() {
            true => callback.source_text_with(i, &handle.args())?,
            false => callback.source_text(i)?,
        };
        let message = format!("Exception in callback {shown}");
        let about = [("exception", exc.value()), ("handle", handle.object(&this.state))];
        with_source(i, context(message, &about), &handle.source)
    })?;
    // The frame of `Handle._run`, which the exception's traceback has, keeps the context and with it the handle: a cycle.
    if let Some(own) = &*exc.data().traceback.borrow() {
        let kept = Value::Dict(context.clone());
        gc::link_all(&own.frame, std::slice::from_ref(&kept));
        own.frame.slots.borrow_mut().push(kept);
    }
    // `Handle._run` calls the handler in its `except` block.
    let before = cx.enter(|i| i.set_handled_by_native(Some(handled)));
    let result = call_exception_handler(cx, &handle.event_loop, context).await;
    cx.enter(|i| i.set_handled_by_native(before));
    result
}

const SLOW: LogPlace = LogPlace("base_events.py", 2022, "_run_once");

/// Debug mode: `Executing <Handle …> took 0.200 seconds`.
pub async fn report_slow(cx: &Cx, this: &EventLoop, handle: &Rc<Handle>, started: f64) {
    let took = this.time() - started;
    let _unreportable = cx.enter(|i| {
        let limit = this.slow_callback_duration.borrow().clone();
        if took >= ops::to_float(i, &limit)? {
            let shown = py::repr(i, &handle.object(&this.state))?;
            log(i, SLOW, WARNING, &format!("Executing {shown} took {took:.3} seconds"), None)?;
        }
        PyResult::Ok(())
    });
}

/// Debug mode, for a task's step.
pub async fn report_slow_step(cx: &Cx, this: &EventLoop, task: &Rc<Object>, started: f64) {
    let took = this.time() - started;
    let _unreportable = cx.enter(|i| {
        let limit = this.slow_callback_duration.borrow().clone();
        if took >= ops::to_float(i, &limit)? {
            let shown = py::repr(i, &Value::Object(task.clone()))?;
            log(i, SLOW, WARNING, &format!("Executing {shown} took {took:.3} seconds"), None)?;
        }
        PyResult::Ok(())
    });
}

/// What the handler is told of a task that goes before it has finished.
pub fn destroyed_pending(i: &mut dyn Interp, task: &Rc<Object>) -> PyResult<Rc<Dict>> {
    let report = context("Task was destroyed but it is pending!", &[("task", Value::Object(task.clone()))]);
    with_source(i, report, &future(task).source)
}

/// `Future.__del__` and `Task.__del__`: what was never looked at, or never finished.
pub fn finalize(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let this = args.values.first().cloned().unwrap_or_default();
    let Some(object) = futures::as_future(&this).cloned() else { return Err(type_error("no future")) };
    let own = future(&object);
    let cx = i.cx();
    let name = object.class().name();
    let mut reports = Vec::new();
    if let Kind::Task(task) = &own.kind
        && own.state.get() == State::Pending
        && task.log_destroy_pending.get()
    {
        let runs = own.get_loop().is_ok_and(|owner| event_loop(&owner).is_running());
        diagnose(i, if runs { "destroyed-pending" } else { "loop-over" }, own.id.get(), None);
        // That it was never awaited has the same cause, and a task was made of it.
        if let Value::Generator(coroutine) = &*task.coroutine.borrow()
            && coroutine.is_created()
        {
            coroutine.origin_line.set(0);
        }
        reports.push(destroyed_pending(i, &object)?);
    }
    if own.log_traceback.replace(false)
        && let Some(exc) = own.exception()
    {
        // What ends the program has been seen.
        if !is_exit(&exc) {
            diagnose(i, "never-retrieved", own.id.get(), Some(&exc));
        }
        let message = format!("{name} exception was never retrieved");
        let report = context(message, &[("exception", exc.value()), ("future", this.clone())]);
        reports.push(with_source(i, report, &own.source)?);
    }
    let Ok(owner) = own.get_loop() else { return Ok(Value::None.into()) };
    if reports.is_empty() {
        return Ok(Value::None.into());
    }
    Ok(Flow::frame(async move {
        for report in reports {
            if let Err(exc) = call_exception_handler(&cx, &owner, report).await {
                cx.enter(|i| {
                    let handler = py::get(i, &Value::Object(owner.clone()), "call_exception_handler")?;
                    i.unraisable(&exc, &handler);
                    PyResult::Ok(())
                })?;
            }
        }
        Ok(Value::None)
    }))
}

/// The page's finding beside the handler's words: about a task or future, whose line of creation the scenes know.
fn diagnose(i: &mut dyn Interp, code: &'static str, of: FutureId, exc: Option<&Exc>) {
    let of = i.log().intern(&format!("task:{}", of.0));
    let mut args = vec![of];
    args.extend(exc.map(|exc| super::labels::exception_id(i, exc)));
    i.log().diagnose(Diagnostic { code, severity: Severity::Warning, line: 0, args });
}
