//! `types.FunctionType(code, globals, …)` and `types.CellType(contents)`.

use std::rc::Rc;

use super::class_body::new_function;
use super::core::vm_of;
use super::frame_builtins::namespace_of;
use crate::objects::class::Class;
use crate::objects::containers::{Cell, Tuple};
use crate::objects::exception::{PyResult, type_error, value_error};
use crate::objects::naming::Naming;
use crate::objects::{Args, Interp, Value, type_name, types};

/// Lets the classes of functions and cells be called.
pub fn install() {
    types().function.make.set(make);
    types().cell.make.set(|_, _, args| {
        let [contents] = args.clone().between("cell", 0)?;
        Ok(Value::Cell(Cell::new(contents)))
    });
}

fn make(i: &mut dyn Interp, _: &Rc<Class>, args: &Args) -> PyResult {
    let names = ["code", "globals", "name", "argdefs", "closure", "kwdefaults"];
    for (at, required) in names[..2].iter().enumerate() {
        if args.positional_count() <= at && !args.keywords().any(|(name, _)| &*name.text() == *required) {
            let text = format!("function() missing required argument '{required}' (pos {})", at + 1);
            return Err(type_error(text));
        }
    }
    let [code, globals, name, defaults, closure, kwdefaults] = args.clone().bind::<6>("function", &names, 2)?;
    let wrong = |what: &str, kind: &str, value: &Value| {
        Err(type_error(format!("function() argument '{what}' must be {kind}, not {}", type_name(value))))
    };
    let Value::Code(code) = &code else { return wrong("code", "code", &code) };
    let Value::Dict(globals) = globals.plain() else { return wrong("globals", "dict", &globals) };
    let absent = |value: &Value| matches!(value, Value::Unset | Value::None);
    let mut function = new_function(code, &namespace_of(vm_of(i), globals)?);
    if !absent(&name) {
        if name.as_str().is_none() {
            return Err(type_error("arg 3 (name) must be None or string"));
        }
        function.naming.set_name(name);
    }
    match defaults {
        Value::Tuple(defaults) => _ = function.defaults.replace(Some(defaults)),
        other if absent(&other) => {}
        _ => return Err(type_error("arg 4 (defaults) must be None or tuple")),
    }
    match kwdefaults {
        Value::Dict(defaults) => _ = function.kwdefaults.replace(Some(defaults)),
        other if absent(&other) => {}
        _ => return Err(type_error("arg 6 (kwdefaults) must be None or dict")),
    }
    function.closure = cells(&function.naming, code.code.free.len(), closure)?;
    Ok(Value::Function(Rc::new(function)))
}

/// As many cells as the code has free variables.
fn cells(name: &Naming, free: usize, closure: Value) -> PyResult<Option<Rc<Tuple>>> {
    let cells = match closure {
        Value::Unset | Value::None if free == 0 => return Ok(None),
        Value::Tuple(cells) => cells,
        Value::Unset | Value::None => return Err(type_error("arg 5 (closure) must be tuple")),
        _ => return Err(type_error("arg 5 (closure) must be None or tuple")),
    };
    if cells.items.len() != free {
        let name = name.name().text_or_empty();
        return Err(value_error(format!("{name} requires closure of length {free}, not {}", cells.items.len())));
    }
    match cells.items.iter().find(|cell| !matches!(cell, Value::Cell(_))) {
        Some(other) => Err(type_error(format!("arg 5 (closure) expected cell, found {}", type_name(other)))),
        None => Ok(Some(cells)),
    }
}
