//! Comparing two lists or two tuples (`list_richcompare`) whose items have methods of the program's: each call of one is a
//! frame, and the comparison goes on where it returns.

use super::CompareOp;
use super::alike::alike;
use super::asking::{Asked, ask_equal, judge_equal};
use super::compare::{compare, guarded};
use super::special::has_methods;
use crate::objects::dict::same;
use crate::objects::dict_table::Same;
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::interp::Interp;
use crate::objects::then::{Then, in_frame};
use crate::objects::value::Value;

/// A comparison and where it stands.
struct Comparing {
    op: CompareOp,
    ours: Value,
    theirs: Value,
    at: usize,
    /// The items there, held while they are asked.
    asked: (Value, Value),
}

/// The flow of `a op b`, if it comes to items that must be asked; `None`: it is done without one.
pub(super) fn sequences(i: &mut dyn Interp, op: CompareOp, a: &Value, b: &Value) -> PyResult<Option<Flow>> {
    let asks = |x: &[Value], y: &[Value]| {
        let first = x.iter().zip(y).position(|(x, y)| same(x, y) != Same::Yes)?;
        (has_methods(&x[first]) || has_methods(&y[first])).then_some(first)
    };
    let first = match (a, b) {
        (Value::List(x), Value::List(y)) => {
            let (x, y) = (x.items.borrow(), y.items.borrow());
            if x.len() != y.len() && matches!(op, CompareOp::Eq | CompareOp::Ne) {
                return Ok(Some(Value::Bool(op == CompareOp::Ne).into()));
            }
            asks(&x, &y)
        }
        (Value::Tuple(x), Value::Tuple(y)) if op != CompareOp::Eq || x.items.len() == y.items.len() => {
            asks(&x.items, &y.items)
        }
        _ => None,
    };
    let Some(at) = first else { return Ok(None) };
    i.charge(at as u64 / 4);
    let comparing = Comparing { op, ours: a.clone(), theirs: b.clone(), at, asked: Default::default() };
    Box::new(comparing).go_on(i).map(Some)
}

impl Comparing {
    fn pair(&self) -> (Option<Value>, Option<Value>) {
        let item = |sequence: &Value| match sequence {
            Value::List(list) => list.items.borrow().get(self.at).cloned(),
            Value::Tuple(tuple) => tuple.items.get(self.at).cloned(),
            _ => None,
        };
        (item(&self.ours), item(&self.theirs))
    }

    fn go_on(mut self: Box<Comparing>, i: &mut dyn Interp) -> PyResult<Flow> {
        loop {
            let (x, y) = match self.pair() {
                (Some(x), Some(y)) => (x, y),
                (x, y) => return Ok(self.by_length(x, y)),
            };
            // Native methods compare what they hold within this, and containers what is within them nested.
            let equal = guarded(i, |i| match has_methods(&x) || has_methods(&y) {
                true => ask_equal(i, &x, &y),
                false => alike(i, &x, &y).map(Asked::Known),
            })?;
            self.asked = (x, y);
            match equal {
                Asked::Known(true) => self.step(i),
                Asked::Known(false) => return self.decide(i),
                Asked::Flow(flow) => return flow.and_then(i, self),
            }
        }
    }

    fn step(&mut self, i: &mut dyn Interp) {
        self.at += 1;
        if self.at.is_multiple_of(64) {
            i.charge(16);
        }
    }

    /// What comes of it where one of the two, or both, have no further item.
    fn by_length(&self, x: Option<Value>, y: Option<Value>) -> Flow {
        Value::Bool(self.op.judge(x.is_some().cmp(&y.is_some()))).into()
    }

    /// The first items that differ decide, unless they are gone meanwhile.
    fn decide(&self, i: &mut dyn Interp) -> PyResult<Flow> {
        match (self.op, self.pair()) {
            (_, (x, y)) if x.is_none() || y.is_none() => Ok(self.by_length(x, y)),
            (CompareOp::Eq, _) => Ok(Value::Bool(false).into()),
            (CompareOp::Ne, _) => Ok(Value::Bool(true).into()),
            (op, _) => guarded(i, |i| compare(i, op, &self.asked.0, &self.asked.1)),
        }
    }
}

impl Then for Comparing {
    fn value(mut self: Box<Comparing>, i: &mut dyn Interp, answer: Value) -> PyResult<Flow> {
        match judge_equal(i, answer, &self.asked.0, &self.asked.1)? {
            Asked::Known(true) => {
                self.step(i);
                self.go_on(i)
            }
            Asked::Known(false) => self.decide(i),
            Asked::Flow(flow) => flow.and_then(i, self),
        }
    }

    fn later(self: Box<Comparing>, i: &mut dyn Interp, flow: Flow) -> PyResult<Flow> {
        Ok(in_frame(i, flow, self))
    }
}
