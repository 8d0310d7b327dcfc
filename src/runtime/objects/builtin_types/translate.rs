//! `str.translate` and `str.maketrans`.

use super::payload::str_receiver;
use crate::objects::args::Args;
use crate::objects::containers::Dict;
use crate::objects::exception::{PyResult, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::ops;
use crate::objects::str::PyStr;
use crate::objects::types::{argument_type, types};
use crate::objects::value::Value;

/// `text.translate(table)`: the table's `__getitem__` runs nested.
pub(super) fn translate(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let s = str_receiver(&mut args, "translate")?;
    let [table] = args.exactly("str.translate")?;
    i.charge(s.data.len() as u64);
    let mut out = PyStr::new();
    for point in s.data.points() {
        let found = match ops::get_item(i, &table, &Value::Int(point.into())) {
            Ok(flow) => i.finish(flow),
            Err(exc) => Err(exc),
        };
        match found {
            Err(exc) if exc.is_a(&types().lookup_error) => out.push(point),
            Err(exc) => return Err(exc),
            Ok(Value::None) => {}
            Ok(value) => match value.plain() {
                Value::Str(text) => out.push_py(&text.data),
                Value::Int(n @ 0..0x110000) => out.push(*n as u32),
                Value::Bool(flag) => out.push((*flag).into()),
                Value::Int(_) | Value::BigInt(_) => {
                    return Err(value_error("character mapping must be in range(0x110000)"));
                }
                _ => return Err(type_error("character mapping must return integer, None or str")),
            },
        }
    }
    Ok(out.into())
}

/// `str.maketrans(x, y=None, z=None)`
pub(super) fn make_table(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    args.no_keywords("str.maketrans")?;
    let [x, y, z] = args.between("maketrans", 1)?;
    let table = Dict::new();
    if y.is_unset() {
        let Value::Dict(source) = x.plain() else {
            return Err(type_error("if you give only one argument to maketrans it must be a dict"));
        };
        for (key, value) in source.entries() {
            let key = match key.plain() {
                Value::Str(s) if s.data.len() == 1 => Value::Int(s.data.at(0).into()),
                Value::Str(_) => return Err(value_error("string keys in translate table must be of length 1")),
                Value::Int(_) | Value::BigInt(_) | Value::Bool(_) => key,
                _ => return Err(type_error("keys in translate table must be strings or integers")),
            };
            table.set(i, key, value)?;
        }
        return Ok(Flow::Done(Value::Dict(table)));
    }
    let to = y.as_str().ok_or_else(|| wrong("2", &y))?;
    let third = match &z {
        Value::Unset => None,
        z => Some(z.as_str().ok_or_else(|| wrong("3", z))?),
    };
    let Some(from) = x.as_str() else {
        return Err(type_error("first maketrans argument must be a string if there is a second argument"));
    };
    if from.data.len() != to.data.len() {
        return Err(value_error("the first two maketrans arguments must have equal length"));
    }
    for (a, b) in from.data.points().zip(to.data.points()) {
        table.set(i, Value::Int(a.into()), Value::Int(b.into()))?;
    }
    for point in third.iter().flat_map(|text| text.data.points()) {
        table.set(i, Value::Int(point.into()), Value::None)?;
    }
    Ok(Flow::Done(Value::Dict(table)))
}

fn wrong(which: &str, value: &Value) -> crate::objects::Exc {
    type_error(format!("maketrans() argument {which} must be str, not {}", argument_type(value)))
}
