//! How many items a queue has room for.

use super::library_sites as sites;
use super::queue_class::{own_full, own_size};
use super::queues::Queue;
use crate::objects::exception::PyResult;
use crate::objects::library_site::at;
use crate::objects::ops::{self, CompareOp};
use crate::objects::{Interp, Value};

/// The limit of a queue whose `maxsize` is no plain number: it is compared whenever it is wanted.
pub const NO_NUMBER: i64 = i64::MIN;

impl Queue {
    /// `_maxsize`: how many items there is room for.
    pub fn set_maxsize(&self, maxsize: Value) {
        self.limit.set(match &maxsize {
            Value::Float(x) => x.ceil() as i64,
            other => other.as_int().unwrap_or(NO_NUMBER),
        });
        let _old = self.maxsize.replace(maxsize);
    }

    pub fn full(&self, i: &mut dyn Interp, owner: &Value) -> PyResult<bool> {
        if self.is_program() { own_full(i, self, owner) } else { self.full_by_size(i, owner) }
    }

    /// `Queue.full`
    pub fn full_by_size(&self, i: &mut dyn Interp, owner: &Value) -> PyResult<bool> {
        if self.limit.get() == NO_NUMBER {
            let maxsize = self.maxsize.borrow().clone();
            if holds(i, CompareOp::Le, &maxsize, &Value::Int(0)).map_err(at(&sites::QUEUE_COMPARE))? {
                return Ok(false);
            }
            let size = Value::Int(own_size(i, self, owner)?);
            return holds(i, CompareOp::Ge, &size, &maxsize);
        }
        Ok(self.limit.get() > 0 && own_size(i, self, owner)? >= self.limit.get())
    }
}

fn holds(i: &mut dyn Interp, op: CompareOp, a: &Value, b: &Value) -> PyResult<bool> {
    let result = ops::compare(i, op, a, b).and_then(|flow| i.finish(flow))?;
    ops::is_true(i, &result)
}
