//! `async for`: `__aiter__` and `__anext__`, with async generators resumed directly.

use super::core::{Vm, vm_of};
use super::delegation::awaitable;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::generator::GeneratorKind;
use crate::objects::generator_methods::{check_idle, first_iteration};
use crate::objects::{Args, Exc, Flow, Value, attribute, known, type_name, type_of, types};

/// `GetAIter`.
pub fn get_aiter(vm: &mut Vm, value: Value) -> PyResult<Flow> {
    if matches!(&value, Value::Generator(g) if g.kind == GeneratorKind::AsyncGenerator) {
        return Ok(Flow::Done(value));
    }
    let name = type_name(&value);
    let Some(flow) = attribute::call_special(vm, &value, known::AITER, Args::none())? else {
        return Err(type_error(format!("'async for' requires an object with __aiter__ method, got {name}")));
    };
    let checked = |iterator: Value| {
        if type_of(&iterator).lookup(known::ANEXT).is_some() {
            return Ok(iterator);
        }
        let got = type_name(&iterator);
        Err(type_error(format!(
            "'async for' received an object from __aiter__ that does not implement __anext__: {got}"
        )))
    };
    flow.then(vm, move |_, iterator| checked(iterator).map(Flow::Done))
}

/// `GetANext`. For an async generator the generator itself: `Send` resumes it for one item.
pub fn get_anext(vm: &mut Vm, value: Value) -> PyResult<Flow> {
    if let Value::Generator(generator) = &value
        && generator.kind == GeneratorKind::AsyncGenerator
    {
        if let Some(hook) = first_iteration(vm, generator) {
            let cx = vm.cx();
            return Ok(Flow::frame(async move {
                cx.call(&hook, Args::one(value.clone())).await?;
                Ok(value)
            }));
        }
        check_idle(generator, "anext")?;
        // One that ignored GeneratorExit goes on.
        if generator.is_closed() {
            return Err(Exc::new(&types().stop_async_iteration, vec![]));
        }
        return Ok(Flow::Done(value));
    }
    let Some(flow) = attribute::call_special(vm, &value, known::ANEXT, Args::none())? else {
        let name = type_name(&value);
        return Err(type_error(format!("'async for' requires an iterator with __anext__ method, got {name}")));
    };
    flow.then(vm, |i, awaited| {
        check_awaitable(&awaited)?;
        let name = type_name(&awaited);
        match awaitable(vm_of(i), awaited, 0) {
            Ok(Flow::Done(value)) => Ok(Flow::Done(value)),
            flow => {
                let cx = i.cx();
                Ok(Flow::frame(async move { cx.finish(flow).await.map_err(|e| invalid(&name, e)) }))
            }
        }
    })
}

/// What `__anext__` has given cannot be awaited, because of this.
#[cold]
fn invalid(name: &str, cause: Exc) -> Exc {
    let exc = type_error(format!("'async for' received an invalid object from __anext__: {name}"));
    exc.data().context.replace(Some(cause.clone()));
    exc.with_cause(Some(cause))
}

/// What `__anext__` gives must be awaitable.
fn check_awaitable(awaited: &Value) -> PyResult<()> {
    if matches!(awaited, Value::Generator(_)) || type_of(awaited).lookup(known::AWAIT).is_some() {
        return Ok(());
    }
    let name = type_name(awaited);
    Err(invalid(&name, type_error(format!("object {name} can't be used in 'await' expression"))))
}
