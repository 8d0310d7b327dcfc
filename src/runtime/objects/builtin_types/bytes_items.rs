//! What makes or fills bytes from an iterable: the items of the program's iterators come in frames.

use std::cell::RefCell;
use std::rc::Rc;

use crate::objects::cx::Taker;
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::ops;
use crate::objects::value::Value;

/// Takes what may be a byte.
#[derive(Default)]
struct Bytes(RefCell<Vec<Value>>);

impl Taker for Bytes {
    fn take(&self, item: Value) -> Option<Value> {
        if !matches!(item, Value::Int(0..=255) | Value::Bool(_) | Value::Object(_)) {
            return Some(item);
        }
        self.0.borrow_mut().push(item);
        None
    }

    fn held(&self) -> usize {
        self.0.borrow().len()
    }
}

/// What `then` makes of `source`. Of an iterator it gets a list of the items, up to the first that is no byte: none after
/// it is asked for.
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
    let bytes = Rc::new(Bytes::default());
    ops::take_all(i, source, bytes.clone(), move |i, wrong| {
        let mut items = bytes.0.take();
        items.extend(wrong);
        then(i, &Value::list(items)).map(Flow::Done)
    })
}
