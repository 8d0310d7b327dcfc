//! What the text (`pickle`) has for the writer.

use crate::objects::Value;
use crate::objects::exception::{PyResult, type_error};

/// Functions, a class and a table of the text.
pub struct Helpers {
    /// `reduce(object, protocol, table)`
    pub reduce: Value,
    /// `find(object, name, protocol)`: module and name, how it is made again, or the number of an extension.
    pub find: Value,
    /// `without_keywords(*reduced)`
    pub without_keywords: Value,
    /// `buffer(object, protocol)`: what is written for a PickleBuffer, or whether it is read-only where its caller keeps it.
    pub buffer: Value,
    /// The class PickleBuffer.
    pub buffers: Value,
    /// The numbers of extensions by their names (`copyreg`).
    pub extensions: Value,
}

impl Helpers {
    /// Those of a tuple, in this order.
    pub fn of(helpers: &Value) -> PyResult<Helpers> {
        let Value::Tuple(helpers) = helpers else { return Err(type_error("helpers must be a tuple")) };
        let [reduce, find, without_keywords, buffer, buffers, extensions] = &helpers.items[..] else {
            return Err(type_error("helpers must be six"));
        };
        let [reduce, find, without_keywords] = [reduce, find, without_keywords].map(Value::clone);
        let [buffer, buffers, extensions] = [buffer, buffers, extensions].map(Value::clone);
        Ok(Helpers { reduce, find, without_keywords, buffer, buffers, extensions })
    }
}
