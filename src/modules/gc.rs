//! `_gc`: what `gc` asks of the interpreter.

use std::rc::Rc;

use crate::objects::exception::PyResult;
use crate::objects::function::Builtin;
use crate::objects::gc;
use crate::objects::module::Module;
use crate::objects::{Interp, Symbol, Value};
use crate::vm::collect::collect_now;

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_gc");
    module.set(Symbol::new("collect"), Builtin::sync("collect", "gc", |i, _| collect_now(i)));
    let enable = |enabled| {
        gc::set_enabled(enabled);
        Ok(Value::None)
    };
    module.set(Symbol::new("enable"), Builtin::closure("enable", move |_, _| enable(true).map(Into::into)));
    module.set(Symbol::new("disable"), Builtin::closure("disable", move |_, _| enable(false).map(Into::into)));
    module.set(Symbol::new("isenabled"), Builtin::sync("isenabled", "gc", |_, _| Ok(Value::Bool(gc::is_enabled()))));
    Ok(module)
}
