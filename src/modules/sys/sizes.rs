//! `sys.getsizeof`: what objects take in a 64-bit CPython.

use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::attribute::call_special;
use crate::objects::builtin_types::bytearray::ByteArray;
use crate::objects::class::{Class, class_flag};
use crate::objects::exception::{Exc, PyResult, overflow_error, type_error, value_error};
use crate::objects::types::{type_name, type_of};
use crate::objects::{Interp, Symbol, Value, known};

/// Bytes of an object as a 64-bit CPython has it, what it refers to aside.
pub fn size_of(i: &mut dyn Interp, value: &Value) -> PyResult {
    let digits = |bits: u64| 24 + 4 * bits.div_ceil(30).max(1) as i64;
    let size = match value {
        Value::None | Value::NotImplemented | Value::Ellipsis => 16,
        Value::Bool(_) => 28,
        Value::Int(n) => digits(u64::from(64 - n.unsigned_abs().leading_zeros())),
        Value::BigInt(n) => digits(n.bits()),
        Value::Float(_) => 24,
        Value::Complex(_) => 32,
        Value::Str(s) => {
            let len = s.data.len() as i64;
            match s.data.unit_size() {
                1 if s.data.is_ascii() => 41 + len,
                1 => 57 + len,
                2 => 58 + 2 * len,
                _ => 60 + 4 * len,
            }
        }
        Value::Bytes(b) => 33 + b.data.len() as i64,
        Value::Tuple(t) => 40 + 8 * t.items.len() as i64,
        Value::List(list) => 56 + 8 * places(&list.items.borrow()),
        // The attributes of the first instance of a class, whose table is shared with those to come.
        Value::Dict(d) if d.len() < 30 && d.viewed().is_some_and(|owner| owner.namespace().is_none()) => 296,
        Value::Dict(d) => match d.len() as i64 {
            0 => 64,
            n => {
                // Two thirds of the table's places can be used; an entry whose key is a text keeps no hash.
                let mut table: i64 = 8;
                while table * 2 / 3 < n {
                    table *= 2;
                }
                let width = if table < 256 {
                    1
                } else if table < 65536 {
                    2
                } else {
                    4
                };
                let entry = if d.keys().iter().all(|key| matches!(key, Value::Str(_))) { 16 } else { 24 };
                64 + 32 + table * width + table * 2 / 3 * entry
            }
        },
        Value::Set(s) => match s.slots() as i64 {
            8 => 216,
            slots => 216 + 16 * slots,
        },
        Value::Range(_) => 48,
        Value::Slice(_) => 56,
        Value::Function(_) => 160,
        Value::Builtin(_) | Value::Method(_) => match &*type_name(value) {
            "method" => 64,
            "method-wrapper" => 48,
            _ => 72,
        },
        Value::Type(class) => match told_by(i, value, &type_of(value))? {
            Some((told, _)) => return Ok(unsigned(told as u64 + HEAD as u64)),
            None => of_class(class),
        },
        Value::Module(_) => 72,
        Value::Generator(_) => 200,
        Value::Object(object) => return of_instance(i, value, &object.class()),
        other => of_native(&type_name(other)).unwrap_or(56),
    };
    Ok(Value::Int(size))
}

/// Places of CPython's list: one that has grown item by item has some to spare, one that was made of constants has an
/// even number, another one has as many as it has items.
fn places(items: &Vec<Value>) -> i64 {
    let len = items.len() as i64;
    let constant = |item: &Value| {
        matches!(item, Value::None | Value::Bool(_) | Value::Int(_) | Value::BigInt(_) | Value::Float(_))
            || matches!(item, Value::Complex(_) | Value::Str(_) | Value::Bytes(_) | Value::Tuple(_))
    };
    if items.capacity() as i64 == len {
        return if len >= 3 && items.iter().all(constant) { len + len % 2 } else { len };
    }
    let mut places = 0;
    while places < len {
        let next = places + 1;
        places = (next + (next >> 3) + 6) & !3;
    }
    places
}

/// What stands before an object that the cycle collector knows, and before one with a `__dict__` or weak references that
/// CPython manages.
const HEAD: i64 = 16;

/// What the classes of the program along an order add to an instance: places for its attributes, and whether there is a
/// `__dict__`, or weak references.
fn added(class: &Rc<Class>) -> (i64, bool, bool) {
    let (mut places, mut dict, mut weak) = (0, false, false);
    for class in class.mro().iter().filter(|class| class.flag(class_flag::HEAP)) {
        let slots = class.attrs.borrow().get(Symbol::new("__slots__")).cloned();
        let names = match slots.as_ref().map(Value::plain) {
            None => {
                (dict, weak) = (true, true);
                continue;
            }
            Some(Value::Tuple(names)) => names.items.to_vec(),
            Some(Value::List(names)) => names.items.borrow().to_vec(),
            Some(Value::Dict(names)) => names.keys(),
            Some(name) => vec![name.clone()],
        };
        for name in names {
            match &*name.text_or_empty() {
                "__dict__" => dict = true,
                "__weakref__" => weak = true,
                _ => places += 1,
            }
        }
    }
    (places, dict, weak)
}

fn of_instance(i: &mut dyn Interp, value: &Value, class: &Rc<Class>) -> PyResult {
    let (places, dict, weak) = added(class);
    let within = value.plain();
    let (own, collected) = match within {
        Value::Object(_) if class.flag(class_flag::EXCEPTION) => (exception(class), true),
        Value::Object(_) => match class.mro().iter().find_map(|class| of_native(&class.name.borrow())) {
            Some(size) => (size + within.native::<ByteArray>().map_or(0, of_bytes), true),
            None => (16, false),
        },
        // A text of a class of the program's keeps its characters apart.
        Value::Str(text) => (64 + (text.data.len() as i64 + 1) * text.data.unit_size() as i64, false),
        plain => {
            let collected = matches!(plain, Value::List(_) | Value::Dict(_) | Value::Tuple(_) | Value::Set(_));
            (size_of(i, plain)?.as_int().unwrap_or_default(), collected)
        }
    };
    let mut size = own + 8 * places;
    let collects = class.flag(class_flag::HEAP);
    let mut head = if collects && !collected { HEAD } else { 0 } + if dict || weak { HEAD } else { 0 };
    // `__sizeof__` of a class of the program's, or of the library, says it but for the head.
    match told_by(i, value, class)? {
        Some((told, true)) => (size, head) = (told, HEAD),
        Some((told, false)) => {
            size = told;
            head += if collected { HEAD } else { 0 };
        }
        None => {}
    }
    Ok(unsigned(size as u64 + head as u64))
}

/// A number of bytes, which C keeps without a sign.
fn unsigned(size: u64) -> Value {
    i64::try_from(size).map_or_else(|_| Value::BigInt(Rc::new(size.into())), Value::Int)
}

fn too_large() -> Exc {
    overflow_error("Python int too large to convert to C ssize_t")
}

/// What `__sizeof__` of a class says of an instance, and whether that is a text of the library's; none: it is native.
fn told_by(i: &mut dyn Interp, value: &Value, class: &Rc<Class>) -> PyResult<Option<(i64, bool)>> {
    let Some(method) = class.lookup(known::SIZEOF) else { return Ok(None) };
    if matches!(method, Value::Builtin(_)) {
        return Ok(None);
    }
    let librarys = matches!(&method, Value::Function(function) if function.code.is_hidden());
    let told = match call_special(i, value, known::SIZEOF, Args::none())? {
        Some(flow) => i.finish(flow)?,
        None => return Ok(None),
    };
    let told = match told.plain() {
        Value::Int(told) => *told,
        Value::Bool(told) => (*told).into(),
        Value::BigInt(_) => return Err(too_large()),
        _ => return Err(type_error("an integer is required")),
    };
    match told {
        0.. => Ok(Some((told, librarys))),
        _ => Err(value_error("__sizeof__() should return >= 0")),
    }
}

/// What a bytearray has for its bytes, of which one more ends it.
fn of_bytes(array: &ByteArray) -> i64 {
    match array.data.borrow().len() as i64 {
        0 => 0,
        len => len + 1,
    }
}

/// An instance of the exception that is built in.
fn exception(class: &Rc<Class>) -> i64 {
    let own = class.mro().iter().find_map(|class| {
        Some(match &**class.name.borrow() {
            "AttributeError" | "BaseExceptionGroup" => 88,
            "OSError" | "UnicodeDecodeError" | "UnicodeEncodeError" | "UnicodeTranslateError" => 112,
            "ImportError" => 104,
            "SyntaxError" => 136,
            "NameError" | "StopIteration" | "SystemExit" => 80,
            _ => return None,
        })
    });
    own.unwrap_or(72) + HEAD
}

/// A class: one of the program's has room for what its instances' dictionaries share.
fn of_class(class: &Rc<Class>) -> i64 {
    match class.flag(class_flag::HEAP) {
        true if added(class).1 && !class.flag(class_flag::EXCEPTION) => 1712,
        true => 944,
        false => 416,
    }
}

/// An instance of a type that is native, all but its contents.
fn of_native(name: &str) -> Option<i64> {
    Some(match name.rsplit('.').next()? {
        "lock" | "bytearray" | "super" => 56,
        "RLock" | "set_iterator" | "memory_iterator" | "cycle" | "_tee" => 64,
        "deque" => 760,
        "memoryview" => 184,
        "property" => 80,
        "zip" => 64,
        "enumerate"
        | "dict_keyiterator"
        | "dict_valueiterator"
        | "dict_itemiterator"
        | "dict_reversekeyiterator"
        | "dict_reversevalueiterator"
        | "dict_reverseitemiterator"
        | "_deque_iterator"
        | "_deque_reverse_iterator"
        | "islice"
        | "product"
        | "accumulate"
        | "zip_longest" => 72,
        "combinations" | "combinations_with_replacement" | "groupby" => 88,
        "odict_iterator" => 80,
        "permutations" => 128,
        "staticmethod"
        | "classmethod"
        | "map"
        | "filter"
        | "list_iterator"
        | "tuple_iterator"
        | "str_ascii_iterator"
        | "list_reverseiterator"
        | "str_iterator"
        | "bytes_iterator"
        | "bytearray_iterator"
        | "reversed"
        | "callable_iterator"
        | "chain"
        | "repeat"
        | "starmap"
        | "compress"
        | "filterfalse"
        | "_grouper"
        | "method-wrapper" => 48,
        "range_iterator" | "dict_keys" | "dict_values" | "dict_items" => 40,
        _ => return None,
    })
}
