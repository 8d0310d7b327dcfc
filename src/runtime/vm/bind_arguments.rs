//! Binding a call's arguments to a Python function's parameters, with CPython's TypeErrors (Python/ceval.c
//! `initialize_locals`).

use std::rc::Rc;

use super::call::fill_closure;
use super::core::Vm;
use super::native_words::wrong_number;
use crate::bytecode::CodeFlags;
use crate::objects::bind;
use crate::objects::code::CodeObject;
use crate::objects::containers::{Dict, TupleItems};
use crate::objects::exception::type_error;
use crate::objects::frame::Frame;
use crate::objects::function::Function;
use crate::objects::{Args, Exc, PyResult, Value, missing_arguments};

/// A frame of `function` with its parameters bound.
pub fn bind_arguments(vm: &mut Vm, function: &Rc<Function>, mut args: Args) -> PyResult<Box<Frame>> {
    let code: &Rc<CodeObject> = &function.code;
    let mut frame = vm.new_frame(code, &function.globals);
    if args.names.is_none() && code.takes_exactly(args.values.len()) {
        // Taken where they stand: moving them all out takes longer.
        for (slot, value) in frame.slots.iter_mut().zip(&mut args.values) {
            slot.set(value.take());
        }
    } else if let Err(exc) = bind(vm, function, &mut frame, args) {
        vm.recycle(frame);
        return Err(exc);
    }
    if let Some(closure) = &function.closure {
        fill_closure(&mut frame, closure);
    }
    Ok(frame)
}

/// What a function's shortcut answers to the arguments that are bound to its parameters.
pub fn answer_bound(vm: &mut Vm, function: &Function, frame: &mut Frame) -> Option<Value> {
    let shortcut = function.code.shortcut.get()?;
    if function.code.has(CodeFlags::VARARGS | CodeFlags::VARKEYWORDS) {
        return None;
    }
    let parameters = &function.code.code.params;
    shortcut(vm, &mut frame.slots[..(parameters.positional + parameters.keyword_only) as usize])
}

/// Whether a name is none of a keyword that the function takes, or that of a parameter that a position has filled.
#[cold]
#[inline(never)]
fn wrong_keyword(function: &Function, name: &crate::objects::Symbol) -> bool {
    let code = &function.code.code;
    let positional = code.params.positional as usize;
    let named = positional + code.params.keyword_only as usize;
    let first = code.params.positional_only as usize;
    match function.code.locals[first..named].iter().position(|n| n == name) {
        Some(at) => first + at < positional,
        None => !code.flags.has(CodeFlags::VARKEYWORDS),
    }
}

fn bind(vm: &mut Vm, function: &Function, frame: &mut Frame, args: Args) -> PyResult<()> {
    let code = &function.code.code;
    let positional = code.params.positional as usize;
    let keyword_only = code.params.keyword_only as usize;
    let named = positional + keyword_only;
    let given = args.positional_count();
    let names = args.names.clone();
    let mut values = args.values.into_iter();

    for slot in &mut frame.slots[..given.min(positional)] {
        *slot = values.next().unwrap_or_default();
    }
    if code.flags.has(CodeFlags::VARARGS) {
        let extra: TupleItems = values.by_ref().take(given.saturating_sub(positional)).collect();
        frame.slots[named] = Value::tuple(extra);
    }
    let extra_keywords = code.flags.has(CodeFlags::VARKEYWORDS).then(|| {
        let dict = Dict::new();
        let slot = named + code.flags.has(CodeFlags::VARARGS) as usize;
        frame.slots[slot] = Value::Dict(dict.clone());
        dict
    });
    if names.is_none()
        && keyword_only == 0
        && (given == positional || code.flags.has(CodeFlags::VARARGS) && given > positional)
    {
        return Ok(());
    }
    let too_many_given = given > positional && !code.flags.has(CodeFlags::VARARGS);
    if too_many_given && !names.iter().flat_map(|n| n.iter()).any(|name| wrong_keyword(function, name)) {
        let keywords = names
            .as_ref()
            .map_or(0, |n| n.iter().filter(|n| function.code.locals[positional..named].contains(n)).count());
        let in_c = wrong_number(function, frame.slots.first(), given, &names);
        return Err(in_c.unwrap_or_else(|| too_many(function, given, keywords)));
    }
    for (name, value) in names.iter().flat_map(|n| n.iter()).zip(values) {
        let first = code.params.positional_only as usize;
        match function.code.locals[first..named].iter().position(|n| n == name) {
            Some(at) => {
                let slot = &mut frame.slots[first + at];
                if !slot.is_unset() {
                    let text = format!("{}() got multiple values for argument '{}'", qualname(function), name.text());
                    let in_c = wrong_number(function, frame.slots.first(), given, &names);
                    return Err(in_c.unwrap_or_else(|| type_error(text)));
                }
                *slot = value;
            }
            None => match &extra_keywords {
                Some(dict) => dict.set(vm, name.value(), value)?,
                None => {
                    let words = || unexpected_keyword(function, names.as_deref().unwrap_or_default(), *name);
                    return Err(wrong_number(function, frame.slots.first(), given, &names).unwrap_or_else(words));
                }
            },
        }
    }
    fill_defaults(function, frame, positional, &|receiver| wrong_number(function, receiver, given, &names))?;
    if keyword_only > 0 {
        fill_keyword_defaults(vm, function, frame, positional, named)?;
    }
    Ok(())
}

fn qualname(function: &Function) -> String {
    function.naming.qualname().text_or_empty()
}

/// `in_c`: the error's words if the function is C in CPython.
fn fill_defaults(
    function: &Function,
    frame: &mut Frame,
    positional: usize,
    in_c: &dyn Fn(Option<&Value>) -> Option<Exc>,
) -> PyResult<()> {
    let defaults = function.defaults.borrow();
    let items = defaults.as_ref().map_or(&[][..], |d| &d.items);
    let first_default = positional.saturating_sub(items.len());
    if frame.slots[..first_default].iter().any(Value::is_unset) {
        let missing: Vec<Rc<str>> = (0..first_default)
            .filter(|&at| frame.slots[at].is_unset())
            .map(|at| function.code.locals[at].text())
            .collect();
        let names: Vec<&str> = missing.iter().map(|n| &**n).collect();
        return Err(
            in_c(frame.slots.first()).unwrap_or_else(|| missing_arguments(&qualname(function), "positional", &names))
        );
    }
    for (slot, default) in frame.slots[first_default..positional].iter_mut().zip(items) {
        if slot.is_unset() {
            *slot = default.clone();
        }
    }
    Ok(())
}

fn fill_keyword_defaults(
    vm: &mut Vm,
    function: &Function,
    frame: &mut Frame,
    first: usize,
    end: usize,
) -> PyResult<()> {
    let defaults = function.kwdefaults.borrow().clone();
    let mut missing: Vec<Rc<str>> = Vec::new();
    for at in first..end {
        if !frame.slots[at].is_unset() {
            continue;
        }
        let name = function.code.locals[at];
        let default = match &defaults {
            Some(dict) => dict.get(vm, &name.value())?,
            None => None,
        };
        match default {
            Some(value) => frame.slots[at] = value,
            None => missing.push(name.text()),
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|n| &**n).collect();
    Err(missing_arguments(&qualname(function), "keyword-only", &names))
}

#[cold]
#[inline(never)]
fn too_many(function: &Function, given: usize, keyword_only_given: usize) -> Exc {
    let positional = function.code.code.params.positional as usize;
    let defaults = function.defaults.borrow().as_ref().map_or(0, |d| d.items.len());
    let required = positional.saturating_sub(defaults);
    bind::too_many(&qualname(function), required, positional, given, keyword_only_given)
}

/// An unknown keyword: or a positional-only parameter passed by name.
#[cold]
#[inline(never)]
fn unexpected_keyword(function: &Function, names: &[crate::objects::Symbol], name: crate::objects::Symbol) -> Exc {
    let only = function.code.code.params.positional_only as usize;
    let passed: Vec<String> =
        function.code.locals[..only].iter().filter(|n| names.contains(n)).map(|n| n.text().to_string()).collect();
    if !passed.is_empty() {
        return type_error(format!(
            "{}() got some positional-only arguments passed as keyword arguments: '{}'",
            qualname(function),
            passed.join(", ")
        ));
    }
    let params = &function.code.code.params;
    let all = (params.positional + params.keyword_only) as usize;
    let known: Vec<_> = function.code.locals[only..all].iter().map(|n| n.text()).collect();
    let known: Vec<&str> = known.iter().map(|n| &**n).collect();
    crate::objects::bind::unexpected_keyword(&qualname(function), &name.text(), &known)
}
