//! `in`, `index`, `count` and `remove` of lists and tuples: their items are compared with one, some by an `__eq__` of the
//! program's, which may change a list meanwhile.

use std::ops::Range;

use super::asking::{Asked, ask_equal, judge_equal};
use crate::objects::dict::same;
use crate::objects::dict_table::Same;
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::then::{Then, in_frame};
use crate::objects::value::Value;

/// What comes of where an item was found.
pub(in crate::objects) type Told = fn(&mut dyn Interp, &Scan, Option<usize>) -> PyResult<Flow>;

/// A list or tuple that is gone through.
pub(in crate::objects) struct Scan {
    pub sequence: Value,
    pub item: Value,
    /// What is still to be looked at, from the item that is asked now.
    range: Range<usize>,
    /// Equal ones so far, if all of them are counted.
    count: Option<usize>,
    told: Told,
    /// The item that is asked, whatever becomes of the list.
    asked: Value,
}

/// `item in sequence`
pub(super) fn contains(i: &mut dyn Interp, sequence: &Value, item: &Value) -> PyResult<Flow> {
    let told: Told = |_, _, found| Ok(Value::Bool(found.is_some()).into());
    // Most need not be asked.
    let answer = match sequence {
        Value::List(list) => first_known(&list.items.borrow(), item),
        Value::Tuple(tuple) => first_known(&tuple.items, item),
        _ => None,
    };
    match answer {
        Some(found) => Ok(Value::Bool(found).into()),
        None => find(i, sequence.clone(), item.clone(), 0..usize::MAX, told),
    }
}

/// Whether an item is among few others, if that can be said without asking any.
fn first_known(items: &[Value], item: &Value) -> Option<bool> {
    for other in items.get(..64).unwrap_or(items) {
        match same(other, item) {
            Same::Yes => return Some(true),
            Same::No => {}
            Same::Ask => return None,
        }
    }
    (items.len() <= 64).then_some(false)
}

/// Where the first one equal to `item` stands.
pub(in crate::objects) fn find(
    i: &mut dyn Interp,
    sequence: Value,
    item: Value,
    range: Range<usize>,
    told: Told,
) -> PyResult<Flow> {
    Scan { sequence, item, range, count: None, told, asked: Value::Unset }.begin(i)
}

/// How many are equal to `item`.
pub(in crate::objects) fn count(i: &mut dyn Interp, sequence: Value, item: Value) -> PyResult<Flow> {
    let told: Told = |_, scan, _| Ok(Value::from(scan.count.unwrap_or_default()).into());
    Scan { sequence, item, range: 0..usize::MAX, count: Some(0), told, asked: Value::Unset }.begin(i)
}

impl Scan {
    fn at(&self, at: usize) -> Option<Value> {
        match &self.sequence {
            Value::List(list) => list.items.borrow().get(at).cloned(),
            Value::Tuple(tuple) => tuple.items.get(at).cloned(),
            _ => None,
        }
    }

    fn begin(mut self, i: &mut dyn Interp) -> PyResult<Flow> {
        match self.seek(i)? {
            Some(flow) => flow.and_then(i, Box::new(self)),
            None => self.tell(i),
        }
    }

    /// Goes on to an item that must be asked, or to the end: the range then begins with what was found, or is empty.
    fn seek(&mut self, i: &mut dyn Interp) -> PyResult<Option<Flow>> {
        while !self.range.is_empty() {
            let at = self.range.start;
            let Some(other) = self.at(at) else {
                self.range.end = at;
                break;
            };
            let equal = match ask_equal(i, &other, &self.item)? {
                Asked::Known(equal) => equal,
                Asked::Flow(flow) => {
                    self.asked = other;
                    return Ok(Some(flow));
                }
            };
            if self.judged(i, equal) {
                break;
            }
        }
        Ok(None)
    }

    /// Takes an answer; whether nothing more is to be asked.
    fn judged(&mut self, i: &mut dyn Interp, equal: bool) -> bool {
        match &mut self.count {
            None if equal => return true,
            Some(count) => *count += equal as usize,
            None => {}
        }
        self.range.start += 1;
        if self.range.start.is_multiple_of(64) {
            i.charge(16);
        }
        false
    }

    fn tell(self, i: &mut dyn Interp) -> PyResult<Flow> {
        let found = (!self.range.is_empty()).then_some(self.range.start);
        (self.told)(i, &self, found)
    }
}

impl Then for Scan {
    fn value(mut self: Box<Scan>, i: &mut dyn Interp, answer: Value) -> PyResult<Flow> {
        let equal = match judge_equal(i, answer, &self.asked, &self.item)? {
            Asked::Known(equal) => equal,
            Asked::Flow(flow) => return flow.and_then(i, self),
        };
        if !self.judged(i, equal)
            && let Some(flow) = self.seek(i)?
        {
            return flow.and_then(i, self);
        }
        self.tell(i)
    }

    fn later(self: Box<Scan>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        Ok(in_frame(i, flow, self))
    }
}
