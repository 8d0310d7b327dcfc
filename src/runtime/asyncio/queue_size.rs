//! How many items a queue has room for.

use super::library_sites as sites;
use super::queue_class::{own_full, own_size};
use super::queues::Queue;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::library_site::at;
use crate::objects::{Interp, Value, type_name};

/// The limit of a queue whose `maxsize` cannot be compared with 0.
pub const NO_NUMBER: i64 = i64::MIN;

impl Queue {
    /// `_maxsize`: how many items there is room for.
    pub fn set_maxsize(&self, maxsize: Value) {
        self.limit.set(match &maxsize {
            Value::Float(x) => x.ceil() as i64,
            Value::None | Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Dict(_) => NO_NUMBER,
            other => other.as_int().unwrap_or(0),
        });
        let _old = self.maxsize.replace(maxsize);
    }

    pub fn full(&self, i: &mut dyn Interp, owner: &Value) -> PyResult<bool> {
        if self.is_program() { own_full(i, self, owner) } else { self.full_by_size(i, owner) }
    }

    /// `Queue.full`
    pub fn full_by_size(&self, i: &mut dyn Interp, owner: &Value) -> PyResult<bool> {
        if self.limit.get() == NO_NUMBER {
            let name = type_name(&self.maxsize.borrow());
            let error = type_error(format!("'<=' not supported between instances of '{name}' and 'int'"));
            return Err(at(&sites::QUEUE_COMPARE)(error));
        }
        Ok(self.limit.get() > 0 && own_size(i, self, owner)? >= self.limit.get())
    }
}
