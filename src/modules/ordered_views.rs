//! `OrderedDict.keys`, `values` and `items`, whose views have classes of their own.

use std::rc::Rc;

use crate::objects::builtin_types::{dict_view, ordered_iterator};
use crate::objects::containers::Dict;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::function::{Binding, Builtin, BuiltinCode, Flow, FlowFn};
use crate::objects::iter::DictPart;
use crate::objects::module::Module;
use crate::objects::{Args, Symbol, Value, type_name};

/// Adds `ordered_keys`, `ordered_values` and `ordered_items` to `_collections`.
pub fn install(module: &Module) {
    const VIEWS: [(&str, FlowFn); 3] = [
        ("keys", |_, args| view(args, "keys", DictPart::Keys)),
        ("values", |_, args| view(args, "values", DictPart::Values)),
        ("items", |_, args| view(args, "items", DictPart::Items)),
    ];
    const ITERATORS: [(&str, FlowFn); 2] = [
        ("__iter__", |_, args| iterator(args, "__iter__", false)),
        ("__reversed__", |_, args| iterator(args, "__reversed__", true)),
    ];
    for (name, code) in ITERATORS {
        let method = Builtin::new(name, "OrderedDict", Binding::Method, BuiltinCode::Flow(code));
        module.set(Symbol::new(&format!("ordered{name}")), method);
    }
    for (name, code) in VIEWS {
        let method = Builtin::new(name, "OrderedDict", Binding::Method, BuiltinCode::Flow(code));
        module.set(Symbol::new(&format!("ordered_{name}")), method);
    }
}

fn ordered(args: &mut Args, name: &str) -> PyResult<Rc<Dict>> {
    let this = args.take_receiver();
    match this.plain() {
        Value::Dict(dict) if !matches!(this, Value::Dict(_)) => Ok(dict.clone()),
        _ => {
            let class = type_name(&this);
            let needs = "requires a 'collections.OrderedDict' object but received a";
            Err(type_error(format!("descriptor '{name}' {needs} '{class}'")))
        }
    }
}

fn view(mut args: Args, name: &str, what: DictPart) -> PyResult<Flow> {
    let dict = ordered(&mut args, name)?;
    args.exactly::<0>(&format!("OrderedDict.{name}"))?;
    Ok(Flow::Done(dict_view::ordered(&dict, what)))
}

fn iterator(mut args: Args, name: &str, reversed: bool) -> PyResult<Flow> {
    let dict = ordered(&mut args, name)?;
    Ok(Flow::Done(ordered_iterator::over(&dict, DictPart::Keys, reversed)))
}
