//! `from module import *` (CPython's `import_all_from`).

use super::core::Vm;
use crate::objects::exception::{PyResult, import_error, type_error};
use crate::objects::frame::Frame;
use crate::objects::module::all_names;
use crate::objects::types::{type_name, type_of};
use crate::objects::{Interp, Symbol, Value, attribute, known, ops, types};

/// Gives the frame's names what `__all__` lists, else what `__dict__` has without a leading underscore.
#[cold]
#[inline(never)]
pub fn run(vm: &mut Vm, frame: &mut Frame, module: &Value) -> PyResult<()> {
    let all = listed(vm, module)?;
    let (of, kind) = if all.is_some() { ("__all__", "Item") } else { ("__dict__", "Key") };
    let names = match all {
        Some(all) => {
            if type_of(&all).lookup(known::GETITEM).is_none() {
                return Err(type_error(format!("'{}' object does not support indexing", type_name(&all))));
            }
            ops::to_vec(vm, &all)?
        }
        None => keys(vm, module)?,
    };
    for name in names {
        let Some(text) = name.as_str() else {
            let owner = attribute::get_attr_now(vm, module, known::NAME)?.text_or_empty();
            return Err(type_error(format!("{kind} in {owner}.{of} must be str, not {}", type_name(&name))));
        };
        if of == "__dict__" && text.text().starts_with('_') {
            continue;
        }
        let value = attribute::get_attr_now(vm, module, Symbol::new(&text.text()))?;
        store(vm, frame, &name, value)?;
    }
    Ok(())
}

/// `__all__`; a module's `__getattr__` is asked if it is a function.
fn listed(vm: &mut Vm, module: &Value) -> PyResult<Option<Value>> {
    if let Value::Module(module) = module
        && module.is_plain()
    {
        let found = module.get(known::ALL);
        let asked = module.of_library() || matches!(module.hook(known::GETATTR), Some(Value::Function(_)));
        if found.is_some() || !asked {
            return Ok(found);
        }
    }
    match attribute::get_attr_now(vm, module, known::ALL) {
        Err(exc) if exc.is_a(&types().attribute_error) && vm.stop.is_none() => Ok(None),
        found => found.map(Some),
    }
}

/// Of a module of the library with those that it makes when they are asked for.
fn keys(vm: &mut Vm, module: &Value) -> PyResult<Vec<Value>> {
    if let Value::Module(module) = module {
        if module.of_library() {
            return Ok(all_names(vm, module).into_iter().map(|name| name.value()).collect());
        }
        return Ok(module.namespace.names.borrow().iter().map(|(name, _)| name.value()).collect());
    }
    match attribute::get_attr_now(vm, module, known::DICT) {
        Err(exc) if exc.is_a(&types().attribute_error) => {
            Err(import_error("from-import-* object has no __dict__ and no __all__"))
        }
        names => ops::to_vec(vm, &names?),
    }
}

/// Code that `exec` runs may have locals apart from its globals.
fn store(vm: &mut Vm, frame: &mut Frame, name: &Value, value: Value) -> PyResult<()> {
    let symbol = Symbol::new(&name.text_or_empty());
    let old = match frame.namespace.clone() {
        None => frame.globals.names.borrow_mut().set(symbol, value),
        Some(Value::Namespace(names)) => names.names.borrow_mut().set(symbol, value),
        Some(mapping) => {
            let flow = ops::set_item(vm, &mapping, name, value)?;
            return vm.finish(flow).map(drop);
        }
    };
    drop(old);
    Ok(())
}
