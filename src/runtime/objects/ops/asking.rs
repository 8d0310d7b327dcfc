//! `hash(x)` and `x == y` where the methods are the program's: what asks them is a flow, so that their frames stand where
//! those of other calls do.

use std::rc::Rc;

use super::compare::{compare, compare_otherwise, first_comparison, simple};
use super::hashing::{hash, hash_of_instance, judge_hash};
use super::special::{call_found, has_methods};
use super::{CompareOp, truth_of};
use crate::objects::args::Args;
use crate::objects::containers::Tuple;
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::hash::TupleHasher;
use crate::objects::interp::Interp;
use crate::objects::then::{Then, in_frame};
use crate::objects::value::Value;

/// What is known at once, or what asks for it.
pub enum Asked<T> {
    Known(T),
    Flow(Flow),
}

/// `hash(value)`; the flow's value is for [`judge_hash`].
pub(in crate::objects) fn ask_hash(i: &mut dyn Interp, value: &Value) -> PyResult<Asked<i64>> {
    match value {
        Value::Object(_) => hash_of_instance(i, value),
        Value::Tuple(tuple) if tuple.items.iter().any(|item| matches!(item, Value::Object(_))) => {
            let mut hashing = Hashing { tuple: tuple.clone(), hasher: TupleHasher::new(), at: 0 };
            Ok(match hashing.seek(i)? {
                Some(flow) => Asked::Flow(flow.and_then(i, Box::new(hashing))?),
                None => Asked::Known(hashing.hasher.finish()),
            })
        }
        _ => hash(i, value).map(Asked::Known),
    }
}

/// `hash(value)`: comes to an int.
pub fn hash_flow(i: &mut dyn Interp, value: &Value) -> PyResult<Flow> {
    match ask_hash(i, value)? {
        Asked::Known(hash) => Ok(Value::Int(hash).into()),
        Asked::Flow(flow) => flow.then(i, |_, answer| judge_hash(&answer).map(|hash| Value::Int(hash).into())),
    }
}

/// Hashes a tuple, one item after the other.
struct Hashing {
    tuple: Rc<Tuple>,
    hasher: TupleHasher,
    /// The item that comes next.
    at: usize,
}

impl Hashing {
    /// Goes on up to an item that must be asked, or to the end.
    fn seek(&mut self, i: &mut dyn Interp) -> PyResult<Option<Flow>> {
        while let Some(item) = self.tuple.items.get(self.at) {
            self.at += 1;
            // Tuples within it are hashed nested, so that their depth does not count.
            let asked = match item {
                Value::Object(_) => hash_of_instance(i, item)?,
                _ => Asked::Known(hash(i, item)?),
            };
            match asked {
                Asked::Known(hash) => self.hasher.add(hash),
                Asked::Flow(flow) => return Ok(Some(flow)),
            }
        }
        Ok(None)
    }
}

impl Then for Hashing {
    fn value(mut self: Box<Hashing>, i: &mut dyn Interp, answer: Value) -> PyResult<Flow> {
        self.hasher.add(judge_hash(&answer)?);
        match self.seek(i)? {
            Some(flow) => flow.and_then(i, self),
            None => Ok(Value::Int(self.hasher.finish()).into()),
        }
    }

    fn later(self: Box<Hashing>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        Ok(in_frame(i, flow, self))
    }
}

/// Equality as containers judge it, identity first; the flow's value is for [`judge_equal`].
pub(in crate::objects) fn ask_equal(i: &mut dyn Interp, a: &Value, b: &Value) -> PyResult<Asked<bool>> {
    match a.is(b) {
        true => Ok(Asked::Known(true)),
        false => ask(i, CompareOp::Eq, a, b),
    }
}

/// `a op b`; the flow's value is for [`judge`].
pub fn ask(i: &mut dyn Interp, op: CompareOp, a: &Value, b: &Value) -> PyResult<Asked<bool>> {
    if let Some(answer) = simple(op, a, b) {
        return Ok(Asked::Known(answer));
    }
    let flow = match first_comparison(op, a, b) {
        Some(first) => call_found(i, &first, a, Args::one(b.clone()))?,
        None => compare(i, op, a, b)?,
    };
    match flow {
        Flow::Done(answer) => judge(i, op, answer, a, b),
        flow => Ok(Asked::Flow(flow)),
    }
}

/// What an answer to `a == b` says.
pub(in crate::objects) fn judge_equal(
    i: &mut dyn Interp,
    answer: Value,
    a: &Value,
    b: &Value,
) -> PyResult<Asked<bool>> {
    judge(i, CompareOp::Eq, answer, a, b)
}

/// What an answer to `a op b` says.
pub fn judge(i: &mut dyn Interp, op: CompareOp, answer: Value, a: &Value, b: &Value) -> PyResult<Asked<bool>> {
    let flow = match answer {
        Value::Bool(answer) => return Ok(Asked::Known(answer)),
        Value::NotImplemented => match compare_otherwise(i, op, a, b)? {
            Flow::Done(Value::NotImplemented) => return Ok(Asked::Known(false)),
            Flow::Done(answer) => truth_of(i, answer)?,
            flow => flow,
        },
        answer => truth_of(i, answer)?,
    };
    Ok(match flow {
        Flow::Done(answer) => Asked::Known(matches!(answer, Value::Bool(true))),
        flow => Asked::Flow(flow),
    })
}

/// Whether asking for the hash or the equality of a value may run Python.
#[inline]
pub(in crate::objects) fn may_ask(value: &Value) -> bool {
    match value {
        Value::Tuple(tuple) => tuple.items.iter().any(has_methods),
        value => has_methods(value),
    }
}
