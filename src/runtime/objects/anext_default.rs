//! What `anext(iterator, default)` gives, driven by hand: each call goes to what it waits for (Objects/iterobject.c
//! `anextawaitable_proxy`).

use super::args::Args;
use super::attribute::{call_special, get_attr_now};
use super::cx::Cx;
use super::exception::{PyResult, runtime_error, stop_iteration, type_error};
use super::function::Flow;
use super::generator::GeneratorKind;
use super::interp::Interp;
use super::symbol::{Symbol, known};
use super::types::{type_name, type_of, types};
use super::value::Value;
use crate::bytecode::CodeFlags;

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

/// The iterator that drives an awaitable.
async fn iterator_of(cx: &Cx, awaitable: &Value) -> PyResult {
    let cannot = || type_error(format!("object {} can't be used in 'await' expression", type_name(awaitable)));
    if let Value::Generator(given) = awaitable {
        let is_coroutine = given.code.as_ref().is_some_and(|code| code.has(CodeFlags::ITERABLE_COROUTINE));
        return if given.kind == GeneratorKind::Generator && !is_coroutine {
            Err(cannot())
        } else {
            Ok(awaitable.clone())
        };
    }
    let flow = cx.enter(|i| call_special(i, awaitable, known::AWAIT, Args::none()))?.ok_or_else(cannot)?;
    let iterator = cx.finish(Ok(flow)).await?;
    if !matches!(iterator, Value::Generator(_)) && type_of(&iterator).lookup(known::NEXT).is_none() {
        let name = type_name(&iterator);
        return Err(type_error(format!("__await__() returned non-iterator of type '{name}'")));
    }
    Ok(iterator)
}
