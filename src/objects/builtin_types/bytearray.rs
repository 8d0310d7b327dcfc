//! `bytearray`'s data; its methods are in `bytes`.

use std::cell::RefCell;
use std::rc::Rc;

use crate::objects::class::Class;
use crate::objects::object::{Native, Object};
use crate::objects::types::types;
use crate::objects::value::Value;

#[derive(Default)]
pub struct ByteArray {
    pub data: RefCell<Vec<u8>>,
}

impl Native for ByteArray {
    fn forked(&self, _: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        Some(Box::new(ByteArray { data: self.data.clone() }))
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
    Object::with_native(class, ByteArray { data: RefCell::new(data) })
}
