//! `OrderedDict.keys`, `values` and `items`, whose views have classes of their own.

use crate::objects::builtin_types::dict_view;
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
    for (name, code) in VIEWS {
        let method = Builtin::new(name, "OrderedDict", Binding::Method, BuiltinCode::Flow(code));
        module.set(Symbol::new(&format!("ordered_{name}")), method);
    }
}

fn view(mut args: Args, name: &str, what: DictPart) -> PyResult<Flow> {
    let this = args.take_first().unwrap_or_default();
    let Value::Dict(dict) = this.plain() else {
        let class = type_name(&this);
        let text = format!("descriptor '{name}' requires a 'collections.OrderedDict' object but received a '{class}'");
        return Err(type_error(text));
    };
    args.exactly::<0>(&format!("OrderedDict.{name}"))?;
    Ok(Flow::Done(dict_view::ordered(dict, what)))
}
