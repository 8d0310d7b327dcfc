//! Equality of lists, tuples and dicts within each other, as deep as they are: without the host's stack.

use super::compare::equal;
use crate::objects::exception::{PyResult, recursion_error};
use crate::objects::interp::Interp;
use crate::objects::value::Value;

/// So many may stand within the outermost ones, as in CPython.
const MOST: usize = 9998;

/// Two containers of one kind that are being compared.
struct Open {
    ours: Value,
    theirs: Value,
    /// Where the next items are looked for.
    at: usize,
}

enum Step {
    Pair(Value, Value),
    /// There are no more items.
    End,
    Differ,
}

impl Open {
    /// `None`: they are no such containers.
    fn new(ours: &Value, theirs: &Value) -> Option<Open> {
        use Value::{Dict, List, Tuple};
        let kind = matches!((ours, theirs), (List(_), List(_)) | (Tuple(_), Tuple(_)) | (Dict(_), Dict(_)));
        kind.then(|| Open { ours: ours.clone(), theirs: theirs.clone(), at: 0 })
    }

    fn same_size(&self) -> bool {
        match (&self.ours, &self.theirs) {
            (Value::List(x), Value::List(y)) => x.items.borrow().len() == y.items.borrow().len(),
            (Value::Tuple(x), Value::Tuple(y)) => x.items.len() == y.items.len(),
            (Value::Dict(x), Value::Dict(y)) => x.len() == y.len(),
            _ => false,
        }
    }

    /// The next items; they may change meanwhile.
    fn step(&mut self, i: &mut dyn Interp) -> PyResult<Step> {
        let at = self.at;
        self.at += 1;
        let pair = match (&self.ours, &self.theirs) {
            (Value::List(x), Value::List(y)) => (x.items.borrow().get(at).cloned(), y.items.borrow().get(at).cloned()),
            (Value::Tuple(x), Value::Tuple(y)) => (x.items.get(at).cloned(), y.items.get(at).cloned()),
            (Value::Dict(x), Value::Dict(y)) => match x.next_entry(at) {
                None => (None, None),
                Some((after, key, value)) => {
                    self.at = after;
                    (Some(value), x.get_of_entry(i, after, &key, y)?)
                }
            },
            _ => (None, None),
        };
        Ok(match pair {
            (Some(x), Some(y)) => Step::Pair(x, y),
            (None, None) => Step::End,
            _ => Step::Differ,
        })
    }
}

/// Whether items of containers are equal: identity first; Python code runs nested.
#[inline]
pub fn alike(i: &mut dyn Interp, a: &Value, b: &Value) -> PyResult<bool> {
    match a {
        Value::List(_) | Value::Tuple(_) | Value::Dict(_) => alike_within(i, a, b),
        _ => equal(i, a, b),
    }
}

fn alike_within(i: &mut dyn Interp, a: &Value, b: &Value) -> PyResult<bool> {
    let mut open: Vec<Open> = Vec::new();
    let mut next = (a.clone(), b.clone());
    loop {
        let (a, b) = next;
        let same = match Open::new(&a, &b) {
            _ if a.is(&b) => true,
            Some(_) if open.len() == MOST => {
                return Err(recursion_error("maximum recursion depth exceeded in comparison"));
            }
            Some(pair) => {
                let same = pair.same_size();
                open.push(pair);
                same
            }
            None => equal(i, &a, &b)?,
        };
        if !same {
            return Ok(false);
        }
        next = loop {
            let Some(innermost) = open.last_mut() else { return Ok(true) };
            match innermost.step(i)? {
                Step::Pair(a, b) => break (a, b),
                Step::End => _ = open.pop(),
                Step::Differ => return Ok(false),
            }
        };
        i.charge(1);
    }
}
