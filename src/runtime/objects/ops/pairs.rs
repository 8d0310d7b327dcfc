//! Steps of iterators whose items are pairs that a loop takes apart at once: `enumerate`, `zip` of two, a dict's items.

use std::rc::Rc;

use crate::objects::exception::PyResult;
use crate::objects::interp::Interp;
use crate::objects::iter::{DictPart, Iter, IterKind};
use crate::objects::value::Value;

/// What such a step comes to.
pub enum Pair {
    Of(Value, Value),
    End,
    /// Nothing has happened: it is no such iterator, or it must run Python.
    Unknown,
}

/// The next pair, of which no tuple is made.
pub fn next(i: &mut dyn Interp, iter: &Iter) -> PyResult<Pair> {
    match &iter.kind {
        IterKind::Dict { dict, what: DictPart::Items, index, size, left }
            if !iter.exhausted.get() && left.get() > 0 && dict.len() == size.get() =>
        {
            let Some((after, key, value)) = dict.next_entry(index.get()) else { return Ok(Pair::Unknown) };
            index.set(after);
            left.set(left.get() - 1);
            Ok(Pair::Of(key, value))
        }
        IterKind::Native(native) if !iter.exhausted.get() => match native.try_borrow_mut() {
            Ok(mut native) => native.pair(i),
            Err(_) => Ok(Pair::Unknown),
        },
        _ => Ok(Pair::Unknown),
    }
}

/// The iterator, if it never runs Python.
pub fn plain(iterator: &Value) -> Option<&Rc<Iter>> {
    match iterator {
        Value::Iter(iter) if !matches!(iter.kind, IterKind::Native(_)) => Some(iter),
        _ => None,
    }
}
