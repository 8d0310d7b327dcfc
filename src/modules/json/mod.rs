//! `_json`: what of json is read and written character by character. `json` itself is own Python text.

mod encode;
mod scan;
mod scan_string;

use std::rc::Rc;

use crate::objects::function::Builtin;
use crate::objects::module::Module;
use crate::objects::{Interp, PyResult, Symbol};

/// How deep containers may stand in each other: what CPython's C stack is given.
const DEPTH: usize = 9998;

/// So many values are read or written before others have their turn.
const AT_ONCE: usize = 2000;

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_json");
    module.set(Symbol::new("scan"), Builtin::function("scan", "_json", scan::scan));
    module.set(Symbol::new("scanstring"), Builtin::sync("scanstring", "_json", scan_string::scanstring));
    module.set(Symbol::new("space"), Builtin::sync("space", "_json", scan::space));
    module.set(Symbol::new("encode"), Builtin::function("encode", "_json", encode::encode));
    for (name, code) in encode::QUOTING {
        module.set(Symbol::new(name), Builtin::sync(name, "_json", code));
    }
    Ok(module)
}
