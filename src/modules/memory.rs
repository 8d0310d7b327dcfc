//! `_memory`: what `mmap` and `ctypes` need of memory besides bytearrays and memoryviews.

use std::rc::Rc;

use crate::objects::builtin_types::bytes_like;
use crate::objects::exception::PyResult;
use crate::objects::function::Builtin;
use crate::objects::module::Module;
use crate::objects::{Args, Interp, Symbol};

/// `share(bytearray)`: processes that are forked off have it, no copy of it.
fn share(_: &mut dyn Interp, args: Args) -> PyResult {
    let [memory] = args.exactly("share")?;
    bytes_like::share(&memory)?;
    Ok(memory)
}

/// `explicit(view)`: the memoryview with its format as ctypes writes it.
fn explicit(_: &mut dyn Interp, args: Args) -> PyResult {
    let [view] = args.exactly("explicit")?;
    bytes_like::with_explicit_format(&view)
}

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_memory");
    module.set(Symbol::new("share"), Builtin::sync("share", "_memory", share));
    module.set(Symbol::new("explicit"), Builtin::sync("explicit", "_memory", explicit));
    Ok(module)
}
