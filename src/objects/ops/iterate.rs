//! `iter` and `next`.

use std::rc::Rc;

use crate::objects::cx::Cx;
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::{Interp, not_supported};
use crate::objects::iter::{Advance, Iter};
use crate::objects::value::Value;

/// What `next` comes to.
pub enum Next {
    Item(Value),
    End,
    /// The flow's value is the item; StopIteration ends.
    Flow(Flow),
}

/// `iter(value)`
pub fn iter(i: &mut dyn Interp, value: &Value) -> PyResult<Flow> {
    let _ = value;
    Err(not_supported(i, "iter", None))
}

/// `next(iterator)`
pub fn next(i: &mut dyn Interp, iterator: &Value) -> PyResult<Next> {
    let _ = iterator;
    Err(not_supported(i, "next", None))
}

impl Iter {
    /// One step.
    pub fn advance(self: &Rc<Iter>, i: &mut dyn Interp) -> PyResult<Advance> {
        Err(not_supported(i, "next", None))
    }
}

/// One step, in native async code; `None` at the end.
pub async fn next_item(cx: &Cx, iterator: &Value) -> PyResult<Option<Value>> {
    let _ = iterator;
    Err(cx.enter(|i| not_supported(i, "next", None)))
}

/// All items of an iterable, in native async code.
pub async fn collect(cx: &Cx, iterable: &Value) -> PyResult<Vec<Value>> {
    let _ = iterable;
    Err(cx.enter(|i| not_supported(i, "iter", None)))
}

/// All items of an iterable, Python code nested.
pub fn to_vec(i: &mut dyn Interp, iterable: &Value) -> PyResult<Vec<Value>> {
    let _ = iterable;
    Err(not_supported(i, "iter", None))
}
