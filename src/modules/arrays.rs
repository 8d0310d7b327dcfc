//! `array` where a program's loops use it: arrays of ints and doubles whose memory nobody else sees. The text knows the
//! rest, and words the errors.

use std::rc::Rc;

use super::shortcuts::{self, Known, Text};
use crate::objects::code::Shortcut;
use crate::objects::containers::List;
use crate::objects::{Interp, Value};

/// What an array keeps.
const NAMES: &[&str] = &["typecode", "itemsize", "_list", "_shared", "_places"];

fn known(i: &mut dyn Interp) -> Option<Rc<Known>> {
    shortcuts::known(i, shortcuts::ARRAYS)
}

fn code_of(value: &Value) -> Option<u8> {
    match value {
        Value::Str(code) => code.data.as_ascii().filter(|code| code.len() == 1).map(|code| code.as_bytes()[0]),
        _ => None,
    }
}

/// The type code and the numbers of an array.
fn parts(i: &mut dyn Interp, value: &Value) -> Option<(u8, Rc<List>)> {
    let known = known(i)?;
    let array = known.instance(value, 0)?;
    match (known.own(array, 2)?, known.own(array, 3)?) {
        (Value::List(list), Value::None) => Some((code_of(&known.own(array, 0)?)?, list)),
        _ => None,
    }
}

/// How many bytes a number has; None: the text must look at it.
fn size_of(code: u8) -> Option<u32> {
    Some(match code {
        b'b' | b'B' => 1,
        b'h' | b'H' => 2,
        b'i' | b'I' => 4,
        b'l' | b'L' | b'q' | b'Q' | b'd' => 8,
        _ => return None,
    })
}

/// A number as the array keeps it; None: the text must look at it.
fn kept(code: u8, value: &Value) -> Option<Value> {
    let bits = size_of(code)? * 8;
    match value {
        Value::Float(x) if code == b'd' => Some(Value::Float(*x)),
        Value::Int(n) if code == b'd' => Some(Value::Float(*n as f64)),
        Value::Int(n) if code != b'd' => {
            let n128 = i128::from(*n);
            let (low, high) = match code.is_ascii_uppercase() {
                true => (0, (1 << bits) - 1),
                false => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
            };
            (low..=high).contains(&n128).then_some(Value::Int(*n))
        }
        _ => None,
    }
}

/// `__new__(class, typecode, numbers)`
fn new(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (class, code, given) = match &*args {
        [Value::Type(class), code] => (class, code, Vec::new()),
        [Value::Type(class), code, Value::List(list)] => (class, code, list.items.borrow().clone()),
        [Value::Type(class), code, Value::Tuple(tuple)] => (class, code, tuple.items.to_vec()),
        _ => return None,
    };
    let known = known(i)?;
    if !matches!(known.given.first(), Some(Value::Type(own)) if Rc::ptr_eq(own, class)) {
        return None;
    }
    let letter = code_of(code)?;
    let size = size_of(letter)?;
    let numbers = given.iter().map(|value| kept(letter, value)).collect::<Option<Vec<Value>>>()?;
    let places = Value::from(numbers.len());
    known.made(0, 0, &[code.clone(), Value::Int(size.into()), Value::list(numbers), Value::None, places])
}

fn index(list: &List, at: &Value) -> Option<usize> {
    let Value::Int(at) = at else { return None };
    let len = list.items.borrow().len() as i64;
    let at = if *at < 0 { at + len } else { *at };
    (0..len).contains(&at).then_some(at as usize)
}

fn get(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, at] = &*args else { return None };
    let (_, list) = parts(i, this)?;
    let at = index(&list, at)?;
    list.items.borrow().get(at).cloned()
}

fn set(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, at, value] = &*args else { return None };
    let (code, list) = parts(i, this)?;
    let (at, value) = (index(&list, at)?, kept(code, value)?);
    list.items.borrow_mut()[at] = value;
    Some(Value::None)
}

fn append(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [this, value] = &*args else { return None };
    let (code, list) = parts(i, this)?;
    let value = kept(code, value)?;
    list.items.borrow_mut().push(value);
    Some(Value::None)
}

fn pop(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let ([this] | [this, Value::Int(-1)]) = &*args else { return None };
    let (_, list) = parts(i, this)?;
    list.items.borrow_mut().pop()
}

fn len(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (_, list) = parts(i, args.first()?)?;
    let len = list.items.borrow().len();
    Some(len.into())
}

const METHODS: [(&str, Shortcut); 6] =
    [("__new__", new), ("__getitem__", get), ("__setitem__", set), ("__len__", len), ("append", append), ("pop", pop)];

pub const TEXT: Text = Text { names: NAMES, tables: &[(0, &METHODS)] };
