//! How a `Counter` counts, at once (Modules/_collectionsmodule.c `_count_elements`); the text of `collections` knows the rest.

use super::Text;
use crate::objects::containers::Dict;
use crate::objects::{Interp, Symbol, Value, known, ops};

/// `_count_elements(mapping, iterable)` of strs and ints, into a dict in whose ways nobody else has a say.
fn count(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [mapping, iterable @ (Value::Str(_) | Value::List(_) | Value::Tuple(_))] = &*args else { return None };
    let Value::Dict(counts) = mapping.plain() else { return None };
    if let Value::Object(object) = mapping
        && object.with_class(|class| class.overrides(Symbol::new("get")) || class.overrides(known::SETITEM))
    {
        return None;
    }
    let elements = ops::at_once(i, iterable).ok()??;
    i.charge(elements.len() as u64 / 2);
    // What is there already may have to be asked, and need not be a number: until all is known nothing is set.
    let more = Dict::new();
    for element in elements {
        let before = match more.get_simple(&element)? {
            Some(count) => count,
            None => counts.get_simple(&element)?.unwrap_or(Value::Int(0)),
        };
        let Value::Int(count) = before else { return None };
        more.set(i, element, Value::Int(count.checked_add(1)?)).ok()?;
    }
    for (element, count) in more.entries() {
        counts.set(i, element, count).ok()?;
    }
    Some(Value::None)
}

/// Given: _count_elements.
pub const TEXT: Text = Text { names: &[], tables: &[(0, &[("_count_elements", count)])] };
