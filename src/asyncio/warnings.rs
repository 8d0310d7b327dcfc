//! Warnings that asyncio gives, through the program's `warnings` module.

use std::rc::Rc;

use super::py;
use crate::objects::class::Class;
use crate::objects::exception::PyResult;
use crate::objects::generator::Generator;
use crate::objects::{Args, Interp, Value, types};
use crate::trace::Stream;

/// `warnings.warn(text, category)` at the program's line.
pub fn warn(i: &mut dyn Interp, category: &Rc<Class>, text: &str) -> PyResult<()> {
    match i.import("warnings") {
        Ok(warnings) => {
            py::call(i, &warnings, "warn", Args::from([text.into(), Value::Type(category.clone())])).map(drop)
        }
        Err(_) => {
            let place = i.place();
            i.write(Stream::Stderr, &format!("{}:{}: {}: {text}\n", place.file, place.line, category.name()));
            Ok(())
        }
    }
}

/// «coroutine 'main' was never awaited»: what the VM calls when a coroutine that never ran goes away.
pub fn never_awaited(i: &mut dyn Interp, coroutine: &Rc<Generator>) -> PyResult<()> {
    let name = super::labels::callable_name(&Value::Generator(coroutine.clone()));
    warn(i, &types().runtime_warning, &format!("coroutine '{name}' was never awaited"))
}
