//! Exception groups: `split`, `subgroup`, `derive`, and what `except*` needs.

use super::exception::{Exc, PyResult};
use super::interp::Interp;
use super::value::Value;

/// The part of `exc` that `except* pattern` catches and the rest; `None` for an empty part.
pub fn match_group(i: &mut dyn Interp, exc: &Exc, pattern: &Value) -> PyResult<(Value, Value)> {
    let _ = (i, pattern);
    Ok((Value::None, exc.value()))
}

/// What is raised after the `except*` clauses: `raised` holds what they raised and what they left over. None: nothing.
pub fn prep_reraise_star(i: &mut dyn Interp, original: &Exc, raised: &[Value]) -> PyResult {
    let _ = (i, original, raised);
    Ok(Value::None)
}
