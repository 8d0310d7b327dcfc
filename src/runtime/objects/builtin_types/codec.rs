//! Encoding and decoding as methods of str and bytes do it.

use std::rc::Rc;

use super::bytes_like;
use super::codec_places::{self, Asked};
use super::str::text_argument;
use crate::objects::args::Args;
use crate::objects::attribute::get_attr_now;
use crate::objects::exception::{Exc, PyResult, lookup_error, type_error};
use crate::objects::interp::Interp;
use crate::objects::str::codec::{self, CodecError, Encoding, Errors};
use crate::objects::str::unicode_codec;
use crate::objects::string::Str;
use crate::objects::symbol::Symbol;
use crate::objects::types::{type_name, types};
use crate::objects::value::Value;
use crate::objects::warnings;

/// None: one of them is not built in.
fn names(encoding: &Value, errors: &Value, function: &str) -> PyResult<Option<(Encoding, Errors)>> {
    let encoding = match encoding {
        Value::Unset => Some(Encoding::Utf8),
        name => Encoding::by_name(&text_argument(name, function, "'encoding'")?.text()),
    };
    let errors = match errors {
        Value::Unset => Some(Errors::Strict),
        name => Errors::by_name(&text_argument(name, function, "'errors'")?.text()),
    };
    Ok(encoding.zip(errors))
}

/// What is not built in a program may have registered with `codecs`: `function` there knows it. An unknown handler of
/// errors shows only where there is one.
#[cold]
#[inline(never)]
fn registered(
    i: &mut dyn Interp,
    function: &str,
    object: Value,
    names: [&Value; 2],
    asked: Asked,
    strict: impl FnOnce(Encoding) -> Option<Value>,
) -> PyResult {
    let [encoding, errors] = names;
    let name = encoding.as_str().map_or_else(|| "utf-8".to_string(), |s| s.text().to_string());
    let known = Encoding::by_name(&name);
    if let Some(done) = known.and_then(strict) {
        return Ok(done);
    }
    if known.is_none() && is_no_text_encoding(&name) {
        return Err(no_encoding(&name, function));
    }
    let handler = errors.as_str().map_or_else(|| "strict".to_string(), |s| s.text().to_string());
    // What `codecs` has itself: handlers, and encodings of all kinds.
    let there = known.is_none() || matches!(&*handler, "namereplace" | "surrogatepass");
    if i.imported("codecs").is_none() && !there {
        return Err(lookup_error(format!("unknown error handler name '{handler}'")));
    }
    let codecs = i.import("codecs")?;
    let word = if asked.encodes { "_encoded" } else { "_decoded" };
    let found = get_attr_now(i, &codecs, Symbol::new(word))?;
    let in_pieces = Value::Bool(asked.in_pieces);
    i.call(&found, Args::positional([object, name.as_str().into(), handler.as_str().into(), in_pieces]))
}

/// Whether the name is that of a codec from bytes to bytes or from text to text.
fn is_no_text_encoding(name: &str) -> bool {
    let plain = name.to_ascii_lowercase().replace(['-', '_'], "");
    matches!(plain.trim_end_matches("codec"), "rot13" | "hex" | "base64" | "bz2" | "zlib" | "uu" | "quopri")
}

fn no_encoding(name: &str, function: &str) -> Exc {
    if is_no_text_encoding(name) {
        let method = if function == "encode" { "encode" } else { "decode" };
        let text = format!("'{name}' is not a text encoding; use codecs.{method}() to handle arbitrary codecs");
        return lookup_error(text);
    }
    lookup_error(format!("unknown encoding: {name}"))
}

/// `text.encode(encoding, errors)`
pub fn encode(
    i: &mut dyn Interp,
    text: &Rc<Str>,
    encoding: &Value,
    errors: &Value,
    function: &str,
) -> PyResult<Vec<u8>> {
    encode_asked(i, text, [encoding, errors], function, Asked::ENCODED)
}

/// Encodes as a method of str does, or as a text file.
pub fn encode_asked(
    i: &mut dyn Interp,
    text: &Rc<Str>,
    [name, errors]: [&Value; 2],
    function: &str,
    asked: Asked,
) -> PyResult<Vec<u8>> {
    let Some((encoding, errors)) = names(name, errors, function)? else {
        let strict = |known| codec::encode(&text.data, known, Errors::Strict).ok().map(Value::bytes);
        let made = registered(i, function, Value::Str(text.clone()), [name, errors], asked, strict)?;
        return bytes_like::required(i, &made);
    };
    encode_built_in(text, encoding, errors)
        .map_err(|e| codec_places::failed(i, e, encoding, name.as_str().map(|s| s.text()).as_deref(), asked))
}

/// The bytes of a text in an encoding that is built in.
pub fn encode_built_in(text: &Rc<Str>, encoding: Encoding, errors: Errors) -> PyResult<Vec<u8>> {
    codec::encode(&text.data, encoding, errors)
        .map_err(|e| error(&types().unicode_encode_error, e, Value::Str(text.clone())))
}

/// `data.decode(encoding, errors)`
pub fn decode(i: &mut dyn Interp, data: &[u8], encoding: &Value, errors: &Value, function: &str) -> PyResult {
    decode_asked(i, data, [encoding, errors], function, Asked::DECODED)
}

/// Decodes as a method of bytes does, or as a text file.
pub fn decode_asked(
    i: &mut dyn Interp,
    data: &[u8],
    [encoding, errors]: [&Value; 2],
    function: &str,
    asked: Asked,
) -> PyResult {
    // Where there is nothing to decode, CPython looks for no codec.
    let named = |value: &Value| value.is_unset() || value.as_str().is_some();
    if data.is_empty() && named(encoding) && named(errors) {
        return Ok(Value::from(""));
    }
    let name = encoding;
    let Some((encoding, errors)) = names(name, errors, function)? else {
        let strict = |known| codec::decode(data, known, Errors::Strict).ok().map(Value::from);
        return registered(i, function, Value::bytes(data.to_vec()), [name, errors], asked, strict);
    };
    // Errors count from behind the mark, as CPython's do.
    let data = if encoding == Encoding::Utf8Sig { data.strip_prefix(codec::MARK).unwrap_or(data) } else { data };
    match codec::decode(data, encoding, errors) {
        Ok(text) => {
            if encoding == (Encoding::Escapes { raw: false })
                && let Some(told) = unicode_codec::invalid_escape(data)
            {
                warnings::warn(i, &types().deprecation_warning, &told, None)?;
            }
            Ok(text.into())
        }
        Err(_) if errors == Errors::XmlCharRefReplace => {
            Err(type_error("don't know how to handle UnicodeDecodeError in error callback"))
        }
        Err(e) => {
            let exc = error(&types().unicode_decode_error, e, Value::bytes(data.to_vec()));
            Err(codec_places::failed(i, exc, encoding, name.as_str().map(|s| s.text()).as_deref(), asked))
        }
    }
}

/// `str(object, encoding, errors)`
pub(super) fn decode_object(i: &mut dyn Interp, object: &Value, encoding: &Value, errors: &Value) -> PyResult {
    for (name, value) in [("encoding", encoding), ("errors", errors)] {
        if !value.is_unset() && value.as_str().is_none() {
            let kind = type_name(value);
            return Err(type_error(format!("str() argument '{name}' must be str, not {kind}")));
        }
    }
    if object.as_str().is_some() {
        return Err(type_error("decoding str is not supported"));
    }
    match bytes_like::lent(i, object)? {
        Some(data) => decode(i, &data, encoding, errors, "str"),
        None => {
            let name = type_name(object);
            Err(type_error(format!("decoding to str: need a bytes-like object, {name} found")))
        }
    }
}

#[cold]
fn error(class: &Rc<crate::objects::Class>, e: CodecError, object: Value) -> Exc {
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
