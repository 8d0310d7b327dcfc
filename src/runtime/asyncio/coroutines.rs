//! Coroutines: what is one, and how asyncio's own are made (Lib/asyncio/coroutines.py).

use std::future::Future;
use std::rc::Rc;

use super::py;
use crate::objects::exception::PyResult;
use crate::objects::frame::Held;
use crate::objects::function::Function;
use crate::objects::generator::NativeCoroutine;
use crate::objects::symbol::known;
use crate::objects::{Args, Cx, Flow, Interp, Symbol, Value, ops, type_of};

/// What calling one of asyncio's own `async def`s gives: a coroutine that runs `body` when it is awaited. `qualname` is
/// CPython's.
pub fn native_coroutine<F>(i: &mut dyn Interp, qualname: &'static str, body: impl FnOnce(Cx) -> F) -> NativeCoroutine
where
    F: Future<Output = PyResult> + 'static,
{
    NativeCoroutine::new(qualname, Box::pin(body(i.cx())))
}

/// As [`native_coroutine`], the object.
pub fn native_method<F>(i: &mut dyn Interp, qualname: &'static str, body: impl FnOnce(Cx) -> F) -> Flow
where
    F: Future<Output = PyResult> + 'static,
{
    native_coroutine(i, qualname, body).made(i).into()
}

/// As [`native_method`], of a method of `this`, which `body` holds once.
pub fn method_of<F>(i: &mut dyn Interp, qualname: &'static str, this: &Value, body: impl FnOnce(Cx) -> F) -> Flow
where
    F: Future<Output = PyResult> + 'static,
{
    native_coroutine(i, qualname, body).of(this.as_object().cloned()).made(i).into()
}

/// As [`native_method`], of a body that keeps what the collector is to see in the second that it is given.
pub fn native_holding<F>(i: &mut dyn Interp, qualname: &'static str, body: impl FnOnce(Cx, Rc<Held>) -> F) -> Flow
where
    F: Future<Output = PyResult> + 'static,
{
    let held = Rc::<Held>::default();
    native_coroutine(i, qualname, |cx| body(cx, held.clone())).holding(held).made(i).into()
}

/// `coroutines.iscoroutine`: coroutines, and what implements `collections.abc.Coroutine`.
pub fn is_coroutine(_: &mut dyn Interp, value: &Value) -> PyResult<bool> {
    Ok(match value {
        Value::Generator(g) => g.is_coroutine(),
        Value::Object(o) => {
            let class = o.class();
            ["send", "throw", "close"].iter().all(|name| class.lookup(Symbol::new(name)).is_some())
                && class.lookup(known::AWAIT).is_some()
        }
        _ => false,
    })
}

/// `coroutines.iscoroutinefunction` of what a loop is to call. A function that is marked as one is none here.
pub fn is_coroutine_function(i: &mut dyn Interp, value: &Value) -> PyResult<bool> {
    match value {
        Value::Function(f) => Ok(is_async(f)),
        Value::Method(m) => is_coroutine_function(i, &m.function),
        Value::Builtin(builtin) if builtin.python.is_none() => Ok(false),
        Value::Type(_) => Ok(false),
        other => any_coroutine_function(i, other),
    }
}

/// `coroutines.iscoroutinefunction`
pub fn any_coroutine_function(i: &mut dyn Interp, func: &Value) -> PyResult<bool> {
    if matches!(func, Value::Function(f) if is_async(f)) {
        return Ok(true);
    }
    // Partial objects, marked functions, the library's own.
    let inspect = i.import("inspect")?;
    let answer = py::call(i, &inspect, "iscoroutinefunction", Args::one(func.clone()))?;
    let answer = ops::is_true(i, &answer)?;
    match py::find(i, func, "_is_coroutine")? {
        Some(mark) if matches!(mark, Value::Object(_)) && !answer => {
            let private = i.import("asyncio._private")?;
            Ok(py::get(i, &private, "_is_coroutine")?.is(&mark))
        }
        _ => Ok(answer),
    }
}

/// `async def`
fn is_async(function: &Function) -> bool {
    function.code.is_coroutine()
}

/// `inspect.isawaitable`
pub fn is_awaitable(value: &Value) -> bool {
    match value {
        Value::Generator(g) => g.is_awaitable(),
        other => type_of(other).lookup(known::AWAIT).is_some_and(|method| !method.is_none()),
    }
}

/// What a coroutine of a class of the program's own is called: as it says, or by its class.
fn name_of_object(i: &mut dyn Interp, coroutine: &Value) -> String {
    let said = ["__qualname__", "__name__"].into_iter().find_map(|name| {
        let found = py::get(i, coroutine, name).ok()?;
        ops::is_true(i, &found).ok()?.then(|| py::text(i, &found).ok())?
    });
    said.unwrap_or_else(|| format!("<{} without __name__>", type_of(coroutine).name()))
}

/// Whether such a coroutine says that it is running.
fn runs(i: &mut dyn Interp, coroutine: &Value) -> bool {
    let said = ["cr_running", "gi_running"].into_iter().find_map(|name| py::find(i, coroutine, name).ok()?);
    said.is_some_and(|said| ops::is_true(i, &said).unwrap_or(false))
}

/// `_format_coroutine`: `main() running at prog.py:7`.
pub fn format_coroutine(i: &mut dyn Interp, coroutine: &Value) -> String {
    let Value::Generator(generator) = coroutine else {
        let running = if runs(i, coroutine) { " running" } else { "" };
        return format!("{}(){running}", name_of_object(i, coroutine));
    };
    let name = format!("{}()", super::labels::callable_name(coroutine));
    if generator.kind.is_of_async_generator() {
        return format!("<{} without __name__>()", type_of(coroutine).name());
    }
    let Some(code) = &generator.code else { return name };
    let line = i.line_of(generator);
    match line {
        Some(line) => format!("{name} running at {}:{line}", code.filename),
        None => format!("{name} done, defined at {}:{}", code.filename, code.code.first_line),
    }
}
