//! `_tables`: a line of a table taken apart, for `csv` (own Python text).

use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::exception::PyResult;
use crate::objects::function::Builtin;
use crate::objects::module::Module;
use crate::objects::str::PyStr;
use crate::objects::{Interp, Symbol, Value};

/// `fields(line, delimiter, quote)`: the values of a line that ends with its last one; None: it does not, or has line
/// breaks within. Quotes are doubled within quotes.
fn fields(i: &mut dyn Interp, args: Args) -> PyResult {
    let [line, delimiter, quote] = args.exactly("fields")?;
    let (Value::Str(line), Value::Str(delimiter), Value::Str(quote)) = (&line, &delimiter, &quote) else {
        return Ok(Value::None);
    };
    if delimiter.data.len() != 1 || quote.data.len() != 1 {
        return Ok(Value::None);
    }
    i.charge(line.data.len() as u64 / 16);
    Ok(taken_apart(&line.data, delimiter.data.at(0), quote.data.at(0)).map_or(Value::None, Value::list))
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
    if end == 0 || (0..end).any(is_break) {
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
    module.set(Symbol::new("fields"), Builtin::sync("fields", "_tables", fields));
    Ok(module)
}
