//! What `OrderedDict` has of its own natively: `keys`, `values` and `items`, whose views have classes of their own, and
//! `move_to_end`.

use std::rc::Rc;

use crate::objects::builtin_types::{dict_view, ordered_iterator};
use crate::objects::containers::Dict;
use crate::objects::exception::{Exc, PyResult, type_error};
use crate::objects::function::{Binding, Builtin, BuiltinCode, Flow, FlowFn};
use crate::objects::iter::DictPart;
use crate::objects::module::Module;
use crate::objects::ops::is_true;
use crate::objects::{Args, Interp, Symbol, Value, type_name, types};

/// Adds them to `_collections`, each as `ordered_NAME`.
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
    let move_to_end = Builtin::new("move_to_end", "OrderedDict", Binding::Method, BuiltinCode::Sync(move_to_end));
    module.set(Symbol::new("ordered_move_to_end"), move_to_end);
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
            Err(type_error(if name == "__iter__" {
                format!("descriptor '{name}' requires a 'collections.OrderedDict' object but received a '{class}'")
            } else {
                format!("descriptor '{name}' for 'collections.OrderedDict' objects doesn't apply to a '{class}' object")
            }))
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

fn move_to_end(i: &mut dyn Interp, mut args: Args) -> PyResult<Value> {
    let dict = ordered(&mut args, "move_to_end")?;
    let [key, last] = args.bind_in_c("move_to_end", &["key", "last"], 1)?;
    let last = matches!(last, Value::Unset) || is_true(i, &last)?;
    if dict.move_to_end(i, &key, last)? {
        return Ok(Value::None);
    }
    // The key itself goes to the exception, which takes None and tuples apart.
    Err(Exc::new(
        &types().key_error,
        match &key {
            Value::None => vec![],
            Value::Tuple(tuple) => tuple.items.to_vec(),
            _ => vec![key],
        },
    ))
}
