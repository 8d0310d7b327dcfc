//! The items that `bytes` and `bytearray` are made of, where going through them runs Python for as long as it likes.

use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::ops;
use crate::objects::value::Value;

/// What `then` makes of `source`; an iterator's items are collected before, in a frame, and it gets a list of them.
pub(super) fn with_items(
    i: &mut dyn Interp,
    source: Value,
    then: impl FnOnce(&mut dyn Interp, &Value) -> PyResult + 'static,
) -> PyResult<Flow> {
    let runs = match &source {
        Value::Generator(generator) => generator.kind.is_iterator(),
        Value::Iter(_) => true,
        _ => false,
    };
    if !runs {
        return then(i, &source).map(Flow::Done);
    }
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let items = ops::collect_sized(&cx, &source).await?;
        cx.enter(|i| then(i, &Value::list(items)))
    }))
}
