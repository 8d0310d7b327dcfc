//! `id()`: the identity of any value.

use std::rc::Rc;

use super::class::{Class, class_flag};
use super::header::Header;
use super::symbol::Symbol;
use super::value::Value;

/// Where values that are held inline seem to live; each of a kind has its place.
const INLINE: i64 = 0x7e00_0000_0000;

/// `id(value)`. Values of which `is` says that they are one have one.
pub fn id(value: &Value) -> i64 {
    match value {
        Value::Unset | Value::None => INLINE,
        Value::NotImplemented => INLINE + 16,
        Value::Ellipsis => INLINE + 32,
        Value::Bool(b) => INLINE + 48 + 32 * *b as i64,
        Value::Int(n) => inline(1, *n as u64),
        Value::Float(x) => inline(2, x.to_bits()),
        Value::BigInt(n) => inline(3, n.iter_u64_digits().fold(0, |all: u64, d| all.rotate_left(7) ^ d)),
        // An interned str is one object wherever it was made, and so is the empty one.
        Value::Str(s) => {
            match s.symbol().or_else(|| s.data.is_empty().then(|| s.symbol_or_intern())?).map(Symbol::value) {
                Some(Value::Str(interned)) => interned.header.address(),
                _ => s.header.address(),
            }
        }
        _ => header(value).map_or(INLINE, Header::address),
    }
}

/// `id(value)` for a value that the call holds: one that nobody else holds is gone with it.
pub fn id_of_argument(value: &Value) -> i64 {
    let kind = match value {
        Value::List(v) if Rc::strong_count(v) == 1 => 1,
        Value::Dict(v) if Rc::strong_count(v) == 1 && v.viewed().is_none() => 2,
        Value::Set(v) if Rc::strong_count(v) == 1 => 3,
        // The number itself takes the place of what has a `__dict__`.
        Value::Object(v) if Rc::strong_count(v) == 1 && !v.with_class(has_dict) => {
            v.with_class(|class| Rc::as_ptr(class) as usize)
        }
        _ => return id(value),
    };
    header(value).map_or(INLINE, |header| header.address_of_temporary(kind))
}

fn has_dict(class: &Rc<Class>) -> bool {
    class.flag(class_flag::HEAP) && !class.flag(class_flag::NO_DICT)
}

/// `copy` is in its process what `original` is in another one: it has its identity, so that hashes go on to hold, unless
/// it has been given one already.
pub fn adopt(copy: &Value, original: &Value) {
    if let (Some(copy), Some(original)) = (header(copy), header(original))
        && !copy.is_dealt()
    {
        copy.adopt(original);
    }
}

/// A place for a number: different for near numbers, below 2**47 as addresses are.
fn inline(kind: i64, bits: u64) -> i64 {
    let spread = bits ^ bits >> 40;
    (INLINE - (kind << 43)) + ((spread & 0xff_ffff_ffff) as i64) * 8
}

/// What a value has that is no number.
pub fn header(value: &Value) -> Option<&Header> {
    use Value::*;
    Some(match value {
        BigInt(_) | Unset | None | NotImplemented | Ellipsis | Bool(_) | Int(_) | Float(_) => return Option::None,
        Complex(v) => &v.header,
        Str(v) => &v.header,
        Bytes(v) => &v.header,
        Tuple(v) => &v.header,
        List(v) => &v.header,
        Dict(v) => &v.header,
        Set(v) => &v.header,
        Range(v) => &v.header,
        Slice(v) => &v.header,
        Function(v) => &v.header,
        Builtin(v) => &v.header,
        Method(v) => &v.header,
        Type(v) => &v.header,
        Module(v) => &v.header,
        Generator(v) => &v.header,
        Iter(v) => &v.header,
        Cell(v) => &v.header,
        Code(v) => &v.header,
        Namespace(_) => return Option::None,
        Object(v) => &v.header,
    })
}
