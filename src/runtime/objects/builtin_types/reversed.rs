//! `reversed` of the built-ins: lists and other sequences, ranges, dicts and their views.

use std::cell::Cell;
use std::rc::Rc;

use super::iterators::{item_or_end, native};
use crate::objects::containers::Dict;
use crate::objects::exception::PyResult;
use crate::objects::gc_graph::{Edge, Visit, visit_all};
use crate::objects::interp::Interp;
use crate::objects::iter::{Advance, DictPart, Iter, IterKind, NativeIter, Pieces};
use crate::objects::ops;
use crate::objects::types::types;
use crate::objects::value::Value;

/// Backwards through a list (`end` counts down), or any sequence with a length.
struct Reversed {
    sequence: Value,
    /// One behind the next index.
    end: usize,
}

impl NativeIter for Reversed {
    fn advance(&mut self, i: &mut dyn Interp, _: &Rc<Iter>) -> PyResult<Advance> {
        if self.end == 0 {
            return Ok(Advance::End);
        }
        self.end -= 1;
        match &self.sequence {
            Value::List(list) => {
                let item = list.items.borrow().get(self.end).cloned();
                if item.is_none() {
                    self.end = 0;
                }
                Ok(item.map_or(Advance::End, Advance::Item))
            }
            sequence => item_or_end(i, sequence, &self.end.into(), None),
        }
    }

    fn length_hint(&self) -> Option<usize> {
        match &self.sequence {
            Value::List(list) if list.items.borrow().len() < self.end => Some(0),
            _ => Some(self.end),
        }
    }

    fn outlasts(&self) -> Option<&Value> {
        Some(&self.sequence).filter(|sequence| !matches!(sequence, Value::List(_)))
    }

    fn pieces(&self) -> Option<Pieces> {
        Some(Pieces::Backwards(self.sequence.clone(), self.end))
    }

    fn set_place(&mut self, at: i64) {
        self.end = usize::try_from(at.saturating_add(1)).unwrap_or(0).min(self.end);
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all([&self.sequence], visit);
    }
}

/// Backwards through a dict.
struct ReversedDict {
    dict: Rc<Dict>,
    what: DictPart,
    before: usize,
    size: usize,
}

impl ReversedDict {
    /// What is left.
    fn rest(&self) -> impl Iterator<Item = Value> {
        let before = |at: usize| self.dict.previous_part(at, self.what);
        std::iter::successors(before(self.before), move |(at, _)| before(*at)).map(|(_, item)| item)
    }
}

impl NativeIter for ReversedDict {
    fn advance(&mut self, _: &mut dyn Interp, _: &Rc<Iter>) -> PyResult<Advance> {
        if self.dict.len() != self.size {
            self.size = usize::MAX;
            return Err(crate::objects::exception::runtime_error("dictionary changed size during iteration"));
        }
        Ok(match self.dict.previous_part(self.before, self.what) {
            Some((at, item)) => {
                self.before = at;
                Advance::Item(item)
            }
            None => Advance::End,
        })
    }

    fn length_hint(&self) -> Option<usize> {
        Some(if self.dict.len() == self.size { self.rest().count() } else { 0 })
    }

    fn pieces(&self) -> Option<Pieces> {
        Some(Pieces::Items(self.rest().collect()))
    }

    fn edges(&self, visit: &mut Visit) {
        visit(Edge::Dict(&self.dict));
    }
}

/// `reversed(dict)`, of its keys, values or items.
pub fn reversed_dict(dict: &Rc<Dict>, what: DictPart) -> Value {
    let t = types();
    let class = match what {
        DictPart::Keys => &t.dict_reverse_key_iterator,
        DictPart::Values => &t.dict_reverse_value_iterator,
        DictPart::Items => &t.dict_reverse_item_iterator,
    };
    native(class, ReversedDict { dict: dict.clone(), what, before: usize::MAX, size: dict.len() })
}

/// `reversed(value)` of an exact built-in.
pub(in crate::objects) fn reversed_exact(value: &Value) -> Option<Value> {
    let t = types();
    Some(match value {
        Value::List(list) => {
            let end = list.items.borrow().len();
            native(&t.list_reverse_iterator, Reversed { sequence: value.clone(), end })
        }
        Value::Range(r) => {
            let len = r.len();
            let last = if len == 0 {
                r.start
            } else {
                r.start.wrapping_add((len as i64).wrapping_sub(1).wrapping_mul(r.step))
            };
            let kind = IterKind::Range { next: Cell::new(last), step: r.step.wrapping_neg(), left: Cell::new(len) };
            Iter::new(t.range_iterator.clone(), kind)
        }
        Value::Dict(dict) => reversed_dict(dict, DictPart::Keys),
        Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) => {
            reversed_sequence(value, ops::item::exact_len(value).unwrap_or(0))
        }
        _ => return None,
    })
}

/// `reversed` of a sequence of known length.
pub(super) fn reversed_sequence(value: &Value, len: usize) -> Value {
    native(&types().reversed, Reversed { sequence: value.clone(), end: len })
}
