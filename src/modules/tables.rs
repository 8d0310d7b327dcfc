//! `_tables`: lines of a table taken apart and put together, for `csv` (own Python text).

use std::rc::Rc;

use super::shortcuts::{self, Text};
use crate::objects::args::Args;
use crate::objects::exception::PyResult;
use crate::objects::function::Builtin;
use crate::objects::iter::IterKind;
use crate::objects::module::Module;
use crate::objects::str::PyStr;
use crate::objects::{Interp, Symbol, Value, known, ops};

/// What a reader keeps; given: its class, and the longest line that is read at once.
pub const TEXT: Text =
    Text { names: &["_simple", "_pending", "_lines", "line_num"], tables: &[(0, &[("__next__", next_row)])] };

/// The next item of an iterator that gives one without running Python.
fn next_at_once(i: &mut dyn Interp, iterator: &Value) -> Option<Value> {
    match iterator {
        Value::Iter(iter) if !matches!(iter.kind, IterKind::Native(_)) => iter.step().ok()?,
        Value::Object(object) => match object.with_class(|class| class.lookup(known::NEXT))? {
            Value::Function(next) => next.answer(i, &mut [iterator.clone()]),
            _ => None,
        },
        _ => None,
    }
}

/// `__next__` of a reader whose lines end with their last value. A line that does not is left for the text.
fn next_row(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [Value::Object(reader)] = args else { return None };
    let known = shortcuts::known(i, shortcuts::TABLES)?;
    let limit = known.given.get(1)?.as_int()?;
    let Value::Tuple(simple) = known.own(reader, 0)? else { return None };
    let [Value::Str(delimiter), Value::Str(quote)] = &simple.items[..] else { return None };
    let Value::Int(count) = known.own(reader, 3)? else { return None };
    if known.own(reader, 1).is_some() {
        return None;
    }
    let line = next_at_once(i, &known.own(reader, 2)?)?;
    let row = match &line {
        Value::Str(text) if text.data.len() as i64 <= limit => {
            i.charge(text.data.len() as u64 / 16);
            taken_apart(&text.data, delimiter.data.at(0), quote.data.at(0))
        }
        _ => None,
    };
    match row {
        Some(row) => {
            reader.set_own(known.names[3], Value::Int(count + 1));
            Some(Value::list(row))
        }
        None => {
            reader.set_own(known.names[1], line);
            None
        }
    }
}

/// `line(row, delimiter, quote, end)`: a row of plain values, in which quotes are doubled; None: it is another one.
fn line(i: &mut dyn Interp, args: Args) -> PyResult {
    let [row, delimiter, quote, end] = args.exactly("line")?;
    let row = match &row {
        Value::List(list) => list.items.borrow().clone(),
        Value::Tuple(tuple) => tuple.items.to_vec(),
        _ => return Ok(Value::None),
    };
    let (Value::Str(delimiter), Value::Str(quote), Value::Str(end)) = (&delimiter, &quote, &end) else {
        return Ok(Value::None);
    };
    let (separator, mark) = (delimiter.data.at(0), quote.data.at(0));
    let is_special =
        |c: u32| c == separator || c == mark || c == 0x0A || c == 0x0D || end.data.points().any(|e| e == c);
    let mut out = PyStr::new();
    for (at, value) in row.iter().enumerate() {
        if at > 0 {
            out.push(separator);
        }
        let text = match value {
            Value::Str(text) => text.clone(),
            Value::None => continue,
            Value::Int(_) | Value::Float(_) | Value::Bool(_) => ops::str_text(i, value)?,
            _ => return Ok(Value::None),
        };
        if !text.data.points().any(is_special) {
            out.push_py(&text.data);
            continue;
        }
        out.push(mark);
        for c in text.data.points() {
            if c == mark {
                out.push(mark);
            }
            out.push(c);
        }
        out.push(mark);
    }
    if out.is_empty() && !row.is_empty() {
        return Ok(Value::None);
    }
    i.charge(out.len() as u64 / 16);
    out.push_py(&end.data);
    Ok(out.into())
}

fn taken_apart(line: &PyStr, delimiter: u32, quote: u32) -> Option<Vec<Value>> {
    let is_break = |at: usize| matches!(line.at(at), 0x0A | 0x0D);
    let mut end = line.len();
    if end > 0 && line.at(end - 1) == 0x0A {
        end -= 1;
    }
    if end > 0 && line.at(end - 1) == 0x0D {
        end -= 1;
    }
    if end == 0 {
        return Some(Vec::new());
    }
    if (0..end).any(is_break) {
        return None;
    }
    let (mut found, mut at) = (Vec::new(), 0);
    loop {
        let mut field = PyStr::new();
        if at < end && line.at(at) == quote {
            at += 1;
            loop {
                let close = (at..end).find(|&at| line.at(at) == quote)?;
                field.push_range(line, at, close);
                at = close + 1;
                if at >= end || line.at(at) != quote {
                    break;
                }
                field.push(quote);
                at += 1;
            }
        }
        let after = (at..end).find(|&at| line.at(at) == delimiter).unwrap_or(end);
        field.push_range(line, at, after);
        found.push(field.into());
        if after == end {
            return Some(found);
        }
        at = after + 1;
    }
}

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_tables");
    module.set(Symbol::new("line"), Builtin::sync("line", "_tables", line));
    Ok(module)
}
