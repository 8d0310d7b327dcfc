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

/// Given: OrderedDict.
pub const TEXT: Text = Text { names: &[], tables: &[(0, &[("popitem", popitem)])] };
