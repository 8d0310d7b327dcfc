//! `bytearray`'s data; its methods are in `bytes`.

use std::cell::{Cell, RefCell, RefMut};
use std::rc::Rc;

use crate::objects::class::Class;
use crate::objects::exception::{PyResult, buffer_error};
use crate::objects::object::{Native, Object};
use crate::objects::types::types;
use crate::objects::value::Value;

#[derive(Default)]
pub struct ByteArray {
    pub data: RefCell<Vec<u8>>,
    /// How many memoryviews show it: its size cannot change.
    pub exports: Cell<usize>,
}

impl ByteArray {
    /// The data, to change its size; BufferError if memoryviews show it.
    pub fn resizing(&self) -> PyResult<RefMut<'_, Vec<u8>>> {
        match self.exports.get() {
            0 => Ok(self.data.borrow_mut()),
            _ => Err(buffer_error("Existing exports of data: object cannot be re-sized")),
        }
    }
}

impl Native for ByteArray {
    fn forked(&self, _: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        Some(Box::new(ByteArray { data: self.data.clone(), ..ByteArray::default() }))
    }
}

/// The bytearray that a value is.
pub fn of(value: &Value) -> Option<&ByteArray> {
    value.native()
}

pub fn new(data: Vec<u8>) -> Value {
    of_class(types().bytearray.clone(), data)
}

pub fn of_class(class: Rc<Class>, data: Vec<u8>) -> Value {
    Object::with_native(class, ByteArray { data: RefCell::new(data), ..ByteArray::default() })
}
