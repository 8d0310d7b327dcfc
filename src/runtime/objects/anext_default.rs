//! What `anext(iterator, default)` gives, driven by hand: each call goes to what it waits for (Objects/iterobject.c
//! `anextawaitable_proxy`).

use super::args::Args;
use super::attribute::{call_special, get_attr_now};
use super::cx::Cx;
use super::exception::{Exc, PyResult, runtime_error, stop_iteration, type_error};
use super::function::Flow;
use super::interp::Interp;
use super::symbol::{Symbol, known};
use super::types::{type_name, type_of, types};
use super::value::Value;

/// `send`, `throw` and `close`: the end of the iterator comes to the default.
pub fn through(i: &mut dyn Interp, mut args: Args, method: &'static str) -> PyResult<Flow> {
    let owner = match args.take_receiver() {
        Value::Generator(this) => this.given.get().map(|given| given.owner.clone()),
        _ => None,
    };
    let Some(Value::Tuple(pair)) = owner else { return Err(runtime_error("an anext_awaitable is required")) };
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let [awaitable, default] = &pair.items[..] else { return Ok(Value::None) };
        let iterator = iterator_of(&cx, awaitable).await?;
        let function = cx.enter(|i| get_attr_now(i, &iterator, Symbol::new(method)))?;
        match cx.call(&function, args).await {
            Err(exc) if exc.is_a(&types().stop_async_iteration) => Err(stop_iteration(default.clone())),
            result => result,
        }
    }))
}

/// The error for what `await` cannot take.
pub fn not_awaitable(value: &Value) -> Exc {
    type_error(format!("object {} can't be used in 'await' expression", type_name(value)))
}

/// The iterator that drives an awaitable.
async fn iterator_of(cx: &Cx, awaitable: &Value) -> PyResult {
    if let Value::Generator(given) = awaitable {
        return if given.is_awaitable() { Ok(awaitable.clone()) } else { Err(not_awaitable(awaitable)) };
    }
    let called = cx.enter(|i| call_special(i, awaitable, known::AWAIT, Args::none()))?;
    let flow = called.ok_or_else(|| not_awaitable(awaitable))?;
    let iterator = cx.finish(Ok(flow)).await?;
    if !matches!(iterator, Value::Generator(_)) && type_of(&iterator).lookup(known::NEXT).is_none() {
        let name = type_name(&iterator);
        return Err(type_error(format!("__await__() returned non-iterator of type '{name}'")));
    }
    Ok(iterator)
}
