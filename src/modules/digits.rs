//! `_digits`: ints as decimal digits and back, however many there are, for `decimal` (own Python text), which
//! `sys.set_int_max_str_digits` does not concern.

use std::rc::Rc;

use crate::objects::args::Args;
use crate::objects::exception::PyResult;
use crate::objects::function::{Builtin, SyncFn};
use crate::objects::int::{cost, parse_str};
use crate::objects::module::Module;
use crate::objects::str::PyStr;
use crate::objects::{Interp, Symbol, Value, ops};

/// `digits(n)`: `str(n)`.
fn digits(i: &mut dyn Interp, args: Args) -> PyResult {
    let [n] = args.exactly("digits")?;
    let n = ops::to_int(i, &n)?;
    let Some(n) = ops::int_ref(&n) else { return Ok(Value::None) };
    ops::afford(i, cost::digits(n.bit_length()))?;
    Ok(n.to_decimal(0)?.into())
}

/// `number(text)`: `int(text)`.
fn number(i: &mut dyn Interp, args: Args) -> PyResult {
    let [text] = args.exactly("number")?;
    let text = text.as_str().map_or_else(PyStr::default, |s| s.data.clone());
    ops::afford(i, cost::digits(cost::bits_of(text.len())))?;
    Ok(parse_str(&text, 10, 0)?.into())
}

/// Makes the module.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_digits");
    const FUNCTIONS: [(&str, SyncFn); 2] = [("digits", digits), ("number", number)];
    for (name, code) in FUNCTIONS {
        module.set(Symbol::new(name), Builtin::sync(name, "_digits", code));
    }
    Ok(module)
}
