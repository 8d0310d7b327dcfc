//! What a process was started with.

use std::rc::Rc;

use crate::machine::pipe::PipeEnd;
use crate::objects::{Interp, Value};

/// What a process was started with, besides what it runs, and its standard input: closing `sys.stdin` leaves that open.
#[derive(Default)]
pub struct Inherited(pub Value, #[expect(dead_code, reason = "held until the process ends")] pub Option<Rc<PipeEnd>>);

/// What the command line by which this process was started says of a flag of `sys.flags`: how often.
pub fn flag(i: &mut dyn Interp, name: &str) -> i64 {
    let mut found = i.states().get::<Inherited>().0.clone();
    if let Value::Tuple(parts) = &found {
        found = parts.items[1].clone();
    }
    for key in ["python", "flags", name] {
        let Value::Dict(dict) = &found else { return 0 };
        let next = dict.get(i, &key.into()).ok().flatten();
        found = next.unwrap_or_default();
    }
    found.as_int().unwrap_or(0)
}
