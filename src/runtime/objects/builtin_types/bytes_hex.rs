//! `hex` and `fromhex` of bytes and bytearrays.

use std::rc::Rc;

use super::bytes::receiver;
use super::bytes_like;
use super::iterator_types::class_of;
use crate::objects::args::Args;
use crate::objects::exception::{PyResult, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::ops;
use crate::objects::str::bytes as raw;
use crate::objects::types::{argument_type, types};
use crate::objects::value::Value;

/// `bytes.hex(sep, bytes_per_sep)`
pub(super) fn hex(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let this = receiver(&mut args, "hex")?;
    let [sep, group] = args.bind_in_c("hex", &["sep", "bytes_per_sep"], 0)?;
    let group = if group.is_unset() { 1 } else { ops::c_int(i, &group)? };
    let data = bytes_like::to_vec(&this).unwrap_or_default();
    let text = raw::hex(&data);
    if sep.is_unset() {
        return Ok(text.into());
    }
    if ops::length(i, &sep)? != 1 {
        return Err(value_error("sep must be length 1."));
    }
    let point = match sep.as_str() {
        Some(s) => s.data.at(0),
        None => bytes_like::required(i, &sep).map_err(|_| type_error("sep must be str or bytes."))?[0].into(),
    };
    let sep = char::from_u32(point).filter(char::is_ascii).ok_or_else(|| value_error("sep must be ASCII."))?;
    if group == 0 {
        return Ok(text.into());
    }
    let size = group.unsigned_abs() as usize;
    // A positive group counts from the right.
    let offset = if group > 0 { data.len() % size } else { 0 };
    let mut out = String::new();
    for (n, pair) in text.as_bytes().chunks(2).enumerate() {
        if n > 0 && (n + size - offset).is_multiple_of(size) {
            out.push(sep);
        }
        out.extend(pair.iter().map(|b| *b as char));
    }
    Ok(out.into())
}

/// `bytes.fromhex(text)`
pub(super) fn from_hex(_: &mut dyn Interp, mut args: Args) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let [text] =
        args.exactly(&format!("{}.fromhex", if class.is_subclass_of(&types().bytes) { "bytes" } else { "bytearray" }))?;
    let Some(text) = text.as_str() else {
        return Err(type_error(format!("fromhex() argument must be str, not {}", argument_type(&text))));
    };
    let data = raw::from_hex(text.text().as_bytes())
        .map_err(|at| value_error(format!("non-hexadecimal number found in fromhex() arg at position {at}")))?;
    let exact = Rc::ptr_eq(&class, &types().bytes);
    Ok(if exact {
        Flow::Done(Value::bytes(data))
    } else {
        Flow::call(Value::Type(class), Args::one(Value::bytes(data)))
    })
}
