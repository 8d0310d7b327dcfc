//! What a loop factory has given in place of a loop: a Runner misses its methods one after the other.

use super::library_sites as sites;
use super::py;
use crate::objects::exception::{Exc, PyResult, runtime_error};
use crate::objects::library_site::at;
use crate::objects::{Interp, Value};

/// The error that it has no such attribute.
pub fn lacks(i: &mut dyn Interp, given: &Value, name: &str) -> Option<Exc> {
    py::get(i, given, name).err()
}

/// `Runner.close()`
pub fn close(i: &mut dyn Interp, given: &Value) -> PyResult<()> {
    let first = match given {
        // It is taken for the running loop.
        Value::None => {
            let none = at(&sites::ALL_TASKS_NO_LOOP)(runtime_error("no running event loop"));
            Some(at(&sites::RUNNER_CANCEL)(at(&sites::ALL_OF_NO_LOOP)(none)))
        }
        _ => lacks(i, given, "run_until_complete").map(at(&sites::RUNNER_NO_RUN)),
    };
    if let (Some(first), Some(handled)) = (&first, i.handled()) {
        first.set_context(&handled);
    }
    match (first, lacks(i, given, "close").map(at(&sites::RUNNER_NO_CLOSE))) {
        (Some(first), Some(last)) => Err(py::in_context_of(last, &first)),
        (first, last) => first.or(last).map_or(Ok(()), Err),
    }
}
