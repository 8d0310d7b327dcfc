//! Encoding and decoding as methods of str and bytes do it.

use super::bytes_like;
use super::str::text_argument;
use crate::objects::exception::{Exc, PyResult, lookup_error, type_error};
use crate::objects::str::codec::{self, CodecError, Encoding, Errors};
use crate::objects::string::Str;
use crate::objects::symbol::Symbol;
use crate::objects::types::{type_name, types};
use crate::objects::value::Value;

fn names(encoding: &Value, errors: &Value, function: &str) -> PyResult<(Encoding, Errors)> {
    let encoding = match encoding {
        Value::Unset => Encoding::Utf8,
        name => {
            let name = text_argument(name, function, "'encoding'")?;
            Encoding::by_name(&name.text()).ok_or_else(|| no_encoding(&name.text(), function))?
        }
    };
    let errors = match errors {
        Value::Unset => Errors::Strict,
        name => {
            let name = text_argument(name, function, "'errors'")?;
            Errors::by_name(&name.text())
                .ok_or_else(|| lookup_error(format!("unknown error handler name '{}'", name.text())))?
        }
    };
    Ok((encoding, errors))
}

fn no_encoding(name: &str, function: &str) -> Exc {
    let plain = name.to_ascii_lowercase().replace(['-', '_'], "");
    if matches!(plain.trim_end_matches("codec"), "rot13" | "hex" | "base64" | "bz2" | "zlib" | "uu" | "quopri") {
        let method = if function == "encode" { "encode" } else { "decode" };
        let text = format!("'{name}' is not a text encoding; use codecs.{method}() to handle arbitrary codecs");
        return lookup_error(text);
    }
    lookup_error(format!("unknown encoding: {name}"))
}

/// `text.encode(encoding, errors)`
pub fn encode(text: &std::rc::Rc<Str>, encoding: &Value, errors: &Value, function: &str) -> PyResult<Vec<u8>> {
    let (encoding, errors) = names(encoding, errors, function)?;
    codec::encode(&text.data, encoding, errors)
        .map_err(|e| error(&types().unicode_encode_error, e, Value::Str(text.clone())))
}

/// `data.decode(encoding, errors)`
pub fn decode(data: &[u8], encoding: &Value, errors: &Value, function: &str) -> PyResult {
    let (encoding, errors) = names(encoding, errors, function)?;
    // Errors count from behind the mark, as CPython's do.
    let data = if encoding == Encoding::Utf8Sig { data.strip_prefix(codec::MARK).unwrap_or(data) } else { data };
    match codec::decode(data, encoding, errors) {
        Ok(text) => Ok(text.into()),
        Err(_) if errors == Errors::XmlCharRefReplace => {
            Err(type_error("don't know how to handle UnicodeDecodeError in error callback"))
        }
        Err(e) => Err(error(&types().unicode_decode_error, e, Value::bytes(data.to_vec()))),
    }
}

/// `str(object, encoding, errors)`
pub(super) fn decode_object(object: &Value, encoding: &Value, errors: &Value) -> PyResult {
    for (name, value) in [("encoding", encoding), ("errors", errors)] {
        if !value.is_unset() && value.as_str().is_none() {
            let kind = type_name(value);
            return Err(type_error(format!("str() argument '{name}' must be str, not {kind}")));
        }
    }
    if object.as_str().is_some() {
        return Err(type_error("decoding str is not supported"));
    }
    match bytes_like::to_vec(object) {
        Some(data) => decode(&data, encoding, errors, "str"),
        None => {
            let name = type_name(object);
            Err(type_error(format!("decoding to str: need a bytes-like object, {name} found")))
        }
    }
}

#[cold]
fn error(class: &std::rc::Rc<crate::objects::Class>, e: CodecError, object: Value) -> Exc {
    let values = [
        ("encoding", Value::from(e.encoding)),
        ("object", object),
        ("start", e.start.into()),
        ("end", e.end.into()),
        ("reason", e.reason.into()),
    ];
    let exc = Exc::new(class, values.iter().map(|(_, v)| v.clone()).collect());
    for (name, value) in values {
        exc.data().members.borrow_mut().set(Symbol::new(name), value);
    }
    exc
}
