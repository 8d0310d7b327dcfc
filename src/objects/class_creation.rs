//! Making classes: `__build_class__` and `type(name, bases, namespace)`.

use super::args::Args;
use super::cx::Cx;
use super::exception::{PyResult, type_error};
use super::value::Value;

/// The VM's function that runs a class body: called with (function, namespace) it gives the `__class__` cell or None.
/// The namespace is a `Value::Namespace`, or the mapping that `__prepare__` gave. Stored in `States` by the VM.
#[derive(Clone)]
pub struct BodyRunner(pub Value);

/// `__build_class__(func, name, *bases, metaclass=None, **kwds)`.
pub async fn build_class(cx: Cx, args: Args) -> PyResult {
    let _ = (cx, args);
    Err(type_error("__build_class__: not enough arguments"))
}
