//! `bytearray`'s data; its methods are in `bytes`.

use std::cell::{Cell, RefCell, RefMut};
use std::rc::Rc;

use super::byte_buffer::ByteBuffer;
use crate::objects::class::Class;
use crate::objects::exception::{PyResult, buffer_error};
use crate::objects::object::{Native, Object};
use crate::objects::types::types;
use crate::objects::value::Value;

#[derive(Default)]
pub struct ByteArray {
    pub data: RefCell<ByteBuffer>,
    /// How many memoryviews show it: its size cannot change.
    pub exports: Cell<usize>,
    /// Processes that are forked off have this one, no copy of it.
    pub shared: Cell<bool>,
}

impl ByteArray {
    /// The data, to change its size; BufferError if memoryviews show it.
    pub fn resizing(&self) -> PyResult<RefMut<'_, ByteBuffer>> {
        // What processes share, files may be: they change as they like.
        match self.exports.get() == 0 || self.shared.get() {
            true => Ok(self.data.borrow_mut()),
            false => Err(buffer_error("Existing exports of data: object cannot be re-sized")),
        }
    }
}

/// Keeps a bytearray's size as it is.
pub struct Export<'a>(&'a ByteArray);

impl<'a> Export<'a> {
    pub fn new(array: &'a ByteArray) -> Export<'a> {
        array.exports.set(array.exports.get() + 1);
        Export(array)
    }
}

impl Drop for Export<'_> {
    fn drop(&mut self) {
        self.0.exports.set(self.0.exports.get() - 1);
    }
}

impl Native for ByteArray {
    fn forked(&self, _: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        if self.shared.get() {
            return None;
        }
        Some(Box::new(ByteArray { data: self.data.clone(), ..ByteArray::default() }))
    }
}

/// The bytearray that a value is.
pub fn of(value: &Value) -> Option<&ByteArray> {
    value.native()
}

/// Does something with the byte at an index of what is just a bytearray; `None`: it is no such thing, has none
/// there, or is being looked at.
pub fn with_byte<R>(value: &Value, index: i64, f: impl FnOnce(&mut u8) -> R) -> Option<R> {
    let object = value.as_object().filter(|o| o.with_class(|class| Rc::ptr_eq(class, &types().bytearray)))?;
    let mut data = object.native::<ByteArray>()?.data.try_borrow_mut().ok()?;
    let at = if index < 0 { index + data.len() as i64 } else { index };
    data.get_mut(usize::try_from(at).ok()?).map(f)
}

pub fn new(data: Vec<u8>) -> Value {
    of_class(types().bytearray.clone(), data)
}

pub fn of_class(class: Rc<Class>, data: Vec<u8>) -> Value {
    Object::with_native(class, ByteArray { data: RefCell::new(data.into()), ..ByteArray::default() })
}
