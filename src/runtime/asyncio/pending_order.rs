//! In which order the last collection comes to what has not finished.

use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use super::futures;
use crate::objects::gc_garbage::Reached;
use crate::objects::gc_graph::{Edge, address_of};
use crate::objects::generator::Generator;
use crate::objects::{Object, Value};

/// The order in which names led to pending tasks and to their coroutines, before any loop was closed: that in which the
/// collector has put them.
#[derive(Default)]
pub struct PendingOrder {
    /// By address.
    places: BTreeMap<usize, u32>,
    /// Keeps the addresses theirs.
    _alive: Vec<(Weak<Object>, Option<Weak<Generator>>)>,
}

impl PendingOrder {
    pub(super) fn new(pending: &[Rc<Object>], places: &Reached) -> PendingOrder {
        let mut order = PendingOrder::default();
        let place = |value: &Value| Some((address_of(value)?, places.place(Edge::Value(value))?));
        for task in pending {
            order.places.extend(place(&Value::Object(task.clone())));
            let coroutine = futures::future(task).task().map(|task| task.coroutine.borrow().clone());
            order.places.extend(coroutine.as_ref().and_then(place));
            let coroutine = match &coroutine {
                Some(Value::Generator(coroutine)) => Some(Rc::downgrade(coroutine)),
                _ => None,
            };
            order._alive.push((Rc::downgrade(task), coroutine));
        }
        order
    }

    /// The place of a task or coroutine.
    pub fn place(&self, value: &Value) -> Option<u32> {
        self.places.get(&address_of(value)?).copied()
    }
}
