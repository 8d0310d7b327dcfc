//! What makes an exception again: `__reduce__` and `__setstate__` (Objects/exceptions.c), which `pickle` and `copy` ask for.

use super::args::Args;
use super::attribute::set_attr;
use super::containers::Dict;
use super::exception::{Exc, PyResult, type_error};
use super::exception_members::member;
use super::exception_types::receiver_of;
use super::function::Flow;
use super::interp::Interp;
use super::native_class::NativeClass;
use super::symbol::Symbol;
use super::types::{Types, types};
use super::value::Value;

/// Fills the classes.
#[inline(never)]
pub fn install(t: &'static Types) {
    NativeClass::extend(&t.base_exception).sync("__reduce__", reduce).method("__setstate__", set_state);
}

/// The attributes that the program has given it.
fn attributes(exc: &Exc) -> Option<Value> {
    if exc.0.own_entries().is_empty() { None } else { super::descriptor::dict_of(&exc.value()) }
}

/// An OSError's arguments, with the names of files that its `args` leave out.
fn os_error_args(exc: &Exc, args: Value) -> Value {
    let Value::Tuple(given) = &args else { return args };
    let (first, second) = (member(exc, "filename"), member(exc, "filename2"));
    match &given.items[..] {
        [errno, text] if !first.is_none() => {
            let mut all = vec![errno.clone(), text.clone(), first];
            if !second.is_none() {
                all.extend([Value::None, second]);
            }
            Value::tuple(all)
        }
        _ => args,
    }
}

/// The attributes and these members, of those that are set.
fn with_members(i: &mut dyn Interp, exc: &Exc, names: &[&str]) -> PyResult<Option<Value>> {
    let own = attributes(exc);
    let state = Dict::new();
    if let Some(Value::Dict(own)) = &own {
        state.update(i, own)?;
    }
    for name in names {
        let value = member(exc, name);
        if !value.is_none() {
            state.set_str(Symbol::new(name), value);
        }
    }
    Ok((!state.is_empty()).then_some(Value::Dict(state)))
}

fn reduce(i: &mut dyn Interp, args: Args) -> PyResult {
    let (exc, _) = receiver_of(args, "__reduce__")?;
    let t = types();
    let mut args = Value::Tuple(exc.data().args.borrow().clone());
    let state = if exc.is_a(&t.import_error) {
        with_members(i, &exc, &["name", "path", "name_from"])?
    } else if exc.is_a(&t.attribute_error) {
        let state = with_members(i, &exc, &["name"])?;
        let state = if let Some(Value::Dict(state)) = state { state } else { Dict::new() };
        state.set_str(Symbol::new("args"), args.clone());
        Some(Value::Dict(state))
    } else {
        attributes(&exc)
    };
    if exc.is_a(&t.os_error) {
        args = os_error_args(&exc, args);
    }
    Ok(Value::tuple([Value::Type(exc.class()), args].into_iter().chain(state).collect::<Vec<_>>()))
}

/// `__setstate__`: a dict's entries become attributes.
fn set_state(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, state] = args.exactly("BaseException.__setstate__")?;
    let entries = match state.plain() {
        Value::None => Vec::new(),
        Value::Dict(state) => state.entries(),
        _ => return Err(type_error("state is not a dictionary")),
    };
    let cx = i.cx();
    Ok(Flow::frame(async move {
        for (name, value) in entries {
            let name = name.as_str().and_then(Symbol::of).ok_or_else(|| type_error("attribute name must be string"))?;
            cx.run(|i| set_attr(i, &this, name, value)).await?;
        }
        Ok(Value::None)
    }))
}
