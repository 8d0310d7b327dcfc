//! Running in a context: `Context.run`, as programs and handles call it.

use std::rc::Rc;

use super::contextvars::{Context, context_of};
use super::library_sites as sites;
use super::py;
use super::state::{Asyncio, asyncio};
use crate::objects::cx::Cx;
use crate::objects::exception::{PyResult, runtime_error, type_error};
use crate::objects::library_site::Site;
use crate::objects::{Args, Flow, Interp, Value, ops};

/// `context.run(callable, *args)`, as a handle does. `site`: where it fails.
pub async fn run_in(
    (cx, state): (&Cx, &Asyncio),
    context: Rc<Context>,
    callable: &Value,
    mut args: Args,
    site: &mut &'static Site,
) -> PyResult {
    if let Some(given) = &context.stand_in {
        let whole = std::mem::replace(site, &sites::HANDLE_CONTEXT_RUN);
        let run = cx.enter(|i| py::get(i, given, "run"))?;
        *site = whole;
        args.insert_first(callable.clone());
        return cx.call(&run, args).await;
    }
    let before = state.swap_context(context);
    let result = cx.call(callable, args).await;
    state.swap_context(before);
    result
}

/// RuntimeError: the context is entered already, by its `run`, a task's step or a callback.
pub fn check_entry(i: &mut dyn Interp, context: &Rc<Context>) -> PyResult<()> {
    let state = asyncio(i);
    if !context.entered.get() && !Rc::ptr_eq(&state.context(), context) {
        return Ok(());
    }
    let shown = ops::repr_text(i, &state.context_object(context))?;
    Err(runtime_error(format!("cannot enter context: {} is already entered", shown.text())))
}

/// `context.run(callable, *args, **kwargs)`
pub(super) fn run(i: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let this = args.take_receiver();
    let context = context_of(&this)?;
    let Some(callable) = args.take_first() else {
        return Err(type_error("run() missing 1 required positional argument"));
    };
    check_entry(i, &context)?;
    context.entered.set(true);
    let (state, cx) = (asyncio(i), i.cx());
    Ok(Flow::frame(async move {
        let before = state.swap_context(context.clone());
        let result = cx.call(&callable, args).await;
        state.swap_context(before);
        context.entered.set(false);
        result
    }))
}
