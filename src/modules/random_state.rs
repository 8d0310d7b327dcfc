//! The states of `random.Random`: given, and set again.

use super::random::{generator, own};
use crate::objects::exception::{PyResult, value_error};
use crate::objects::{Args, Interp, Value, ops};

/// (3, the generator's words, what `gauss` has left)
pub(super) fn getstate(_: &mut dyn Interp, args: Args) -> PyResult {
    let [this] = args.bind::<1>("Random.getstate", &["self"], 1)?;
    let random = generator(&this, "getstate")?.0.borrow();
    let words: Vec<Value> = random.state().map(|w| Value::Int(w as i64)).collect();
    let next = random.gauss_next.map_or(Value::None, Value::Float);
    Ok(Value::tuple(vec![Value::Int(3), Value::tuple(words), next]))
}

pub(super) fn setstate(i: &mut dyn Interp, args: Args) -> PyResult {
    let (this, [state]) = own::<1>(args, "setstate", 1)?;
    let version = ops::get_item(i, &state, &Value::Int(0))?;
    let version = i.finish(version)?;
    if !matches!(version, Value::Int(2 | 3)) {
        let version = ops::str_text(i, &version)?;
        let text = format!("state with version {} passed to Random.setstate() of version 3", version.text());
        return Err(value_error(text));
    }
    let parts = ops::to_vec(i, &state)?;
    let [_, words, gauss] = parts.as_slice() else {
        let n = parts.len();
        return Err(value_error(match n {
            4.. => "too many values to unpack (expected 3)".to_string(),
            _ => format!("not enough values to unpack (expected 3, got {n})"),
        }));
    };
    super::random_core::set_words(i, &this, words)?;
    generator(&this, "setstate")?.0.borrow_mut().gauss_next = match gauss {
        Value::Float(x) => Some(*x),
        _ => None,
    };
    Ok(Value::None)
}
