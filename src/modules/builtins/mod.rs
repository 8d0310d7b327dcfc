//! The builtins module: one file a group of functions. What looks into frames (`globals`, `locals`, `eval`, `exec`,
//! `compile`, `__import__`, `__build_class__`) is added by the VM.

mod attributes;
mod iteration;
mod numbers;
mod order;
pub mod output;
mod ranked;
pub mod site;
mod sum;

use std::rc::Rc;

use crate::objects::function::{Builtin, FlowFn, QuickFn, SyncFn};
use crate::objects::module::Module;
use crate::objects::symbol::Symbol;
use crate::objects::types::types;
use crate::objects::value::Value;

/// Fills the module with the built-in functions, classes and constants.
pub fn install(module: &Rc<Module>) {
    let t = types();
    for class in t.all() {
        let name = class.name();
        let public = class.is_exception() && (!name.starts_with('_') || *name == *"_IncompleteInputError")
            || CLASSES.contains(&&*name);
        if public {
            module.set(Symbol::new(&name), Value::Type(class));
        }
    }
    for alias in ["EnvironmentError", "IOError"] {
        module.set(Symbol::new(alias), Value::Type(t.os_error.clone()));
    }
    for (name, value) in [
        ("None", Value::None),
        ("True", Value::Bool(true)),
        ("False", Value::Bool(false)),
        ("__debug__", Value::Bool(true)),
        ("Ellipsis", Value::Ellipsis),
        ("NotImplemented", Value::NotImplemented),
    ] {
        module.set(Symbol::new(name), value);
    }
    for table in [attributes::FUNCTIONS, iteration::FUNCTIONS, numbers::FUNCTIONS, order::FUNCTIONS, sum::FUNCTIONS] {
        add(module, table);
    }
    add(module, output::FUNCTIONS);
    add(module, site::FUNCTIONS);
    site::install(module);
}

/// The classes that have a name in this module, exceptions aside.
const CLASSES: &[&str] = &[
    "object",
    "type",
    "int",
    "bool",
    "float",
    "complex",
    "str",
    "bytes",
    "bytearray",
    "memoryview",
    "tuple",
    "list",
    "dict",
    "set",
    "frozenset",
    "range",
    "slice",
    "property",
    "classmethod",
    "staticmethod",
    "super",
    "enumerate",
    "zip",
    "map",
    "filter",
    "reversed",
];

/// The code of one function in a table.
#[derive(Clone, Copy)]
enum Code {
    Sync(SyncFn),
    Flow(FlowFn),
    /// With a quick way.
    Quick(QuickFn, FlowFn),
}

fn add(module: &Rc<Module>, functions: &[(&str, Code)]) {
    for (name, code) in functions {
        let function = match *code {
            Code::Sync(f) => Builtin::sync(name, "builtins", f),
            Code::Flow(f) => Builtin::function(name, "builtins", f),
            Code::Quick(quick, f) => Builtin::quick(name, "builtins", quick, f),
        };
        module.set(Symbol::new(name), function);
    }
}
