//! What caches do with an `OrderedDict`, at once; the text of `collections` knows the rest.

use std::rc::Rc;

use super::Text;
use crate::objects::containers::Dict;
use crate::objects::{Interp, Value};

/// The dict that an instance is.
fn dict(this: &Value) -> Option<&Rc<Dict>> {
    match this.plain() {
        Value::Dict(dict) => Some(dict),
        _ => None,
    }
}

/// `OrderedDict.popitem(last=True)` where there is one.
fn popitem(_: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (this, last) = match &*args {
        [this] => (this, true),
        [this, Value::Bool(last)] => (this, *last),
        _ => return None,
    };
    let dict = dict(this)?;
    let (key, value) = if last { dict.pop_last() } else { dict.remove_first() }?;
    Some(Value::pair(key, value))
}

/// `OrderedDict.move_to_end(key)` of a key that is there and asks nobody whether it is another.
fn move_to_end(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let ([this, key] | [this, key, Value::Bool(true)]) = &*args else { return None };
    let dict = dict(this)?;
    let value = dict.get_simple(key)??;
    dict.remove(i, key).ok()?;
    dict.set(i, key.clone(), value).ok()?;
    Some(Value::None)
}

/// Given: OrderedDict.
pub const TEXT: Text = Text { names: &[], tables: &[(0, &[("popitem", popitem), ("move_to_end", move_to_end)])] };
