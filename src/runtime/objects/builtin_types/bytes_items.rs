//! What makes or fills bytes from something else; the items of the program's iterators come in frames.

use std::cell::RefCell;
use std::rc::Rc;

use super::memory_lender::{FULL_READ_ONLY, lent_by};
use super::{bytes_like, codec};
use crate::objects::cx::Taker;
use crate::objects::exception::{PyResult, overflow_error, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::ops::{self, convert::as_index};
use crate::objects::types::{type_name, types};
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

/// What gathers bytes: its name and its word for what is no byte, in refusals, and whether it asks an iterable how many
/// it gives.
#[derive(Clone, Copy)]
pub(super) struct Gatherer {
    pub name: &'static str,
    pub no_byte: &'static str,
    pub asks_length: bool,
}

pub(super) const BYTES: Gatherer =
    Gatherer { name: "bytes", no_byte: "bytes must be in range(0, 256)", asks_length: true };
pub(super) const BYTEARRAY: Gatherer =
    Gatherer { name: "bytearray", no_byte: "byte must be in range(0, 256)", asks_length: false };

/// The bytes of `bytes(source, encoding, errors)`, or of `gatherer`.
pub(super) fn from_source(
    i: &mut dyn Interp,
    source: &Value,
    encoding: &Value,
    errors: &Value,
    gatherer: Gatherer,
) -> PyResult<Vec<u8>> {
    let text = source.as_str();
    if !encoding.is_unset() || !errors.is_unset() {
        return match text {
            Some(text) if !encoding.is_unset() => codec::encode(i, text, encoding, errors, "bytes"),
            Some(_) => Err(type_error("string argument without an encoding")),
            None if encoding.is_unset() => Err(type_error("errors without a string argument")),
            None => Err(type_error("encoding without a string argument")),
        };
    }
    if text.is_some() && !matches!(source, Value::Object(_)) {
        return Err(type_error("string argument without an encoding"));
    }
    if source.is_unset() {
        return Ok(Vec::new());
    }
    if let Some(data) = bytes_like::to_vec(source) {
        i.reserve(data.len())?;
        return Ok(data);
    }
    if text.is_some() {
        return Err(type_error("string argument without an encoding"));
    }
    // Where `__index__` is wrong, the object may still be iterable.
    let size = match as_index(i, source) {
        Err(exc) if exc.is_a(&types().type_error) => None,
        size => size?,
    };
    if let Some(n) = size {
        let Value::Int(n) = n else {
            return Err(overflow_error("cannot fit 'int' into an index-sized integer"));
        };
        let len = ops::natural(n).ok_or_else(|| value_error("negative count"))?;
        i.reserve(len)?;
        return Ok(vec![0; len]);
    }
    if let Value::Object(_) = source
        && let Some(view) = lent_by(i, source, FULL_READ_ONLY)?
    {
        return Ok(bytes_like::to_vec(&view).unwrap_or_default());
    }
    match ops::iterate::iter_or_none(i, source)? {
        None => return Err(type_error(format!("cannot convert '{}' object to {}", type_name(source), gatherer.name))),
        Some(_) if gatherer.asks_length => ops::ask_length_now(i, source)?,
        Some(_) => {}
    }
    let items = ops::to_vec(i, source)?;
    let mut data = Vec::with_capacity(items.len());
    for item in items {
        let n = ops::to_int(i, &item)?;
        data.push(bytes_like::byte(&n).map_err(|_| value_error(gatherer.no_byte))?);
    }
    Ok(data)
}
