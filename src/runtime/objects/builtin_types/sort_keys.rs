//! The keys by which is sorted: each call of the function begins where the one before has returned.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::cx::Cx;
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::ops::{self, special::call_now};
use crate::objects::then::Then;
use crate::objects::value::Value;

/// So many keys are made before others have their turn.
const AT_ONCE: usize = 1000;

/// The items, and the keys of the first of them.
struct Keyed {
    function: Value,
    items: Vec<Value>,
    keys: RefCell<Vec<Value>>,
    /// The next key is what this comes to.
    left: Cell<Option<Flow>>,
}

/// Takes the keys that calls give.
struct Keying(Rc<Keyed>);

impl Keyed {
    fn add(&self, key: Value) {
        self.keys.borrow_mut().push(key);
    }

    /// Whether others are to have their turn, or all keys are known.
    fn rests(&self) -> bool {
        let known = self.keys.borrow().len();
        known.is_multiple_of(AT_ONCE) || known == self.items.len()
    }
}

impl Keying {
    /// Goes on until a Python function is called.
    fn go_on(self: Box<Keying>, i: &mut dyn Interp) -> PyResult<Flow> {
        loop {
            let item = self.0.items[self.0.keys.borrow().len()].clone();
            match call_now(i, &self.0.function, Args::one(item))? {
                Flow::Done(key) => self.0.add(key),
                flow => return flow.and_then(i, self),
            }
            if self.0.rests() {
                return Ok(Value::None.into());
            }
        }
    }
}

impl Then for Keying {
    fn value(self: Box<Keying>, i: &mut dyn Interp, key: Value) -> PyResult<Flow> {
        self.0.add(key);
        if self.0.rests() { Ok(Value::None.into()) } else { self.go_on(i) }
    }

    fn later(self: Box<Keying>, _: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        self.0.left.set(Some(flow));
        Ok(Value::None.into())
    }
}

/// What the function gives of each item.
pub(super) async fn keys_of(cx: &Cx, items: &[Value], function: &Value) -> PyResult<Vec<Value>> {
    let (function, items, keys) = (function.clone(), items.to_vec(), RefCell::new(Vec::with_capacity(items.len())));
    let keyed = Rc::new(Keyed { function, items, keys, left: Cell::default() });
    while keyed.keys.borrow().len() < keyed.items.len() {
        let keying = Box::new(Keying(keyed.clone()));
        cx.run(|i| keying.go_on(i)).await?;
        if let Some(flow) = keyed.left.take() {
            keyed.add(cx.finish(Ok(flow)).await?);
        }
        if keyed.keys.borrow().len().is_multiple_of(AT_ONCE) {
            ops::breathe(cx, AT_ONCE).await?;
        }
    }
    Ok(keyed.keys.take())
}
