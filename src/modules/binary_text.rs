//! `_binascii`: bytes as base64 and back, for `binascii` (own Python text).

use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::builtin_types::bytes_like;
use crate::objects::exception::{PyResult, value_error};
use crate::objects::function::{Builtin, SyncFn};
use crate::objects::module::Module;
use crate::objects::{Interp, Symbol, Value, ops};

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn digit(letter: u8) -> Option<u32> {
    match letter {
        b'A'..=b'Z' => Some(u32::from(letter - b'A')),
        b'a'..=b'z' => Some(u32::from(letter - b'a') + 26),
        b'0'..=b'9' => Some(u32::from(letter - b'0') + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

/// `encode(data, newline)`
fn encode(i: &mut dyn Interp, args: Args) -> PyResult {
    let [data, newline] = args.exactly("b2a_base64")?;
    let newline = ops::is_true(i, &newline)?;
    let data = bytes_like::required(i, &data)?;
    i.charge(data.len() as u64 / 16);
    let mut out = Vec::with_capacity(data.len() / 3 * 4 + 5);
    for group in data.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or(0));
        let number = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS[(number >> (18 - 6 * place) & 63) as usize];
            out.push(if place > group.len() { b'=' } else { letter });
        }
    }
    if newline {
        out.push(b'\n');
    }
    Ok(Value::bytes(out))
}

/// `decode(data, strict)`; a str is what is wrong with the data.
fn decode(i: &mut dyn Interp, args: Args) -> PyResult {
    let [data, strict] = args.exactly("a2b_base64")?;
    let strict = ops::is_true(i, &strict)?;
    let data = bytes_like::required(i, &data)?;
    i.charge(data.len() as u64 / 16);
    let wrong = |text: &str| Ok(Value::from(text));
    let mut out = Vec::with_capacity(data.len() / 4 * 3 + 3);
    let (mut number, mut count, mut pads, mut padded) = (0, 0, 0, false);
    for (at, &letter) in data.iter().enumerate() {
        if letter == b'=' {
            padded = true;
            if strict && count == 0 {
                return wrong(if at == 0 { "Leading padding not allowed" } else { "Excess padding not allowed" });
            }
            pads += usize::from(count >= 2);
            if count >= 2 && count + pads >= 4 {
                if strict && at + 1 < data.len() {
                    return wrong("Excess data after padding");
                }
                break;
            }
            continue;
        }
        let Some(digit) = digit(letter) else {
            if strict {
                return wrong("Only base64 data is allowed");
            }
            continue;
        };
        if padded && strict {
            return wrong("Discontinuous padding not allowed");
        }
        pads = 0;
        number = number << 6 | digit;
        count += 1;
        if count == 4 {
            out.extend_from_slice(&number.to_be_bytes()[1..]);
            (number, count) = (0, 0);
        }
    }
    if count == 1 {
        let data = out.len() / 3 * 4 + 1;
        return wrong(&format!(
            "Invalid base64-encoded string: number of data characters ({data}) cannot be 1 more than a multiple of 4"
        ));
    }
    if count > 1 {
        if count + pads < 4 {
            return wrong("Incorrect padding");
        }
        let bytes = (number << (6 * (4 - count))).to_be_bytes();
        out.extend_from_slice(&bytes[1..count]);
    }
    Ok(Value::bytes(out))
}

/// `ascii(data)`: bytes of a bytes-like object or of a str that is ASCII.
fn ascii(i: &mut dyn Interp, args: Args) -> PyResult {
    let [data] = args.exactly("ascii")?;
    match &data {
        Value::Bytes(_) => Ok(data),
        Value::Str(text) => match text.data.as_ascii() {
            Some(text) => Ok(Value::bytes(text.as_bytes())),
            None => Err(value_error("string argument should contain only ASCII characters")),
        },
        _ => Ok(Value::bytes(bytes_like::required(i, &data)?.to_vec())),
    }
}

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_binascii");
    const FUNCTIONS: [(&str, SyncFn); 3] = [("encode", encode), ("decode", decode), ("ascii", ascii)];
    for (name, code) in FUNCTIONS {
        module.set(Symbol::new(name), Builtin::sync(name, "_binascii", code));
    }
    Ok(module)
}
