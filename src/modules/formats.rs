//! `_formats`: the pieces of a text that str.format takes, for `string.Formatter`.

use std::rc::Rc;

use crate::objects::builtin_types::str_format;
use crate::objects::exception::PyResult;
use crate::objects::function::Builtin;
use crate::objects::interp::Interp;
use crate::objects::module::Module;
use crate::objects::symbol::Symbol;

pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_formats");
    module.set(Symbol::new("pieces"), Builtin::sync("pieces", "_formats", str_format::pieces));
    Ok(module)
}
