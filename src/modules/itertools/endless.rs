//! What goes on without an end of its own: `cycle`, `count`, `repeat`.

use std::cell::RefCell;
use std::rc::Rc;

use super::linked::{Copy, Forked};
use super::states::{iterator_over, parts};
use super::walk::{Told, Walk, Want};
use crate::objects::containers::List;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::gc_graph::{Edge, Visit, visit_all};
use crate::objects::ops::{self, BinaryOp};
use crate::objects::types::argument_type;
use crate::objects::{Interp, Value};

/// `cycle`: the items of an iterator, again and again.
pub struct Cycle {
    iterator: Option<Value>,
    /// A state that is set has a list of the program's, which grows and may change.
    saved: Rc<List>,
    at: usize,
    /// The iterator's items are all saved already.
    complete: bool,
}

impl Cycle {
    pub fn new(iterator: Option<Value>, saved: Vec<Value>) -> Cycle {
        Cycle { iterator, saved: List::new(saved), at: 0, complete: false }
    }

    /// An item that is saved, once the iterator has ended.
    fn next(&mut self) -> Option<Value> {
        let saved = self.saved.items.borrow();
        let item = saved.get(self.at).or_else(|| saved.first()).cloned()?;
        self.at = if self.at + 1 < saved.len() { self.at + 1 } else { 0 };
        Some(item)
    }
}

impl Walk for Cycle {
    fn quick(&mut self) -> PyResult<Option<Value>> {
        Ok(if self.iterator.is_some() { None } else { self.next() })
    }

    fn step(&mut self, i: &mut dyn Interp, told: Told) -> PyResult<Want> {
        match (told, &self.iterator) {
            (Told::Go, Some(iterator)) => return Ok(Want::Next(iterator.clone())),
            (Told::Value(item), _) => {
                if !self.complete {
                    let mut saved = self.saved.items.borrow_mut();
                    let len = saved.len();
                    if len >= 1024 && len.is_power_of_two() {
                        i.reserve(len * 16)?;
                    }
                    saved.push(item.clone());
                }
                return Ok(Want::Give(item));
            }
            _ => self.iterator = None,
        }
        Ok(self.next().map_or(Want::Stop, Want::Give))
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all(&self.iterator, visit);
        visit(Edge::List(&self.saved));
    }

    fn pieces(&self) -> Option<Vec<Value>> {
        // Once it has ended, those behind what it has given last are left of this turn.
        let rest = || iterator_over(self.saved.items.borrow().get(self.at..).unwrap_or_default().to_vec());
        Some(vec![self.iterator.clone().unwrap_or_else(rest)])
    }

    fn state(&self) -> Option<Value> {
        let complete = self.complete || self.iterator.is_none();
        Some(Value::pair(Value::List(self.saved.clone()), Value::Bool(complete)))
    }

    fn set_state(&mut self, i: &mut dyn Interp, state: &Value) -> PyResult<()> {
        let [saved, complete] = parts(state)?;
        let Value::List(saved) = saved.plain() else {
            return Err(type_error(format!("argument 1 must be list, not {}", argument_type(&saved))));
        };
        self.complete = ops::ssize(i, &complete)? != 0;
        self.saved = saved.clone();
        self.at = 0;
        Ok(())
    }

    fn forked(&self, copy: Copy) -> Option<Forked> {
        let iterator = self.iterator.as_ref().map(&mut *copy);
        let saved = match copy(&Value::List(self.saved.clone())) {
            Value::List(saved) => saved,
            _ => self.saved.clone(),
        };
        Some(Rc::new(RefCell::new(Cycle { iterator, saved, at: self.at, complete: self.complete })))
    }
}

/// `count`: `next`, and `step` more each time.
pub struct Count {
    pub next: Value,
    pub step: Value,
}

impl Walk for Count {
    fn quick(&mut self) -> PyResult<Option<Value>> {
        let (Value::Int(next), Value::Int(step)) = (&mut self.next, &self.step) else { return Ok(None) };
        Ok(next.checked_add(*step).map(|sum| Value::Int(std::mem::replace(next, sum))))
    }

    fn step(&mut self, i: &mut dyn Interp, told: Told) -> PyResult<Want> {
        if let Told::Value(next) = told {
            return Ok(Want::Give(std::mem::replace(&mut self.next, next)));
        }
        Ok(Want::Flow(ops::binary(i, BinaryOp::Add, false, &self.next, &self.step)?))
    }

    fn pieces(&self) -> Option<Vec<Value>> {
        let one = matches!((&self.next, &self.step), (Value::Int(_), Value::Int(1)));
        Some(if one { vec![self.next.clone()] } else { vec![self.next.clone(), self.step.clone()] })
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all([&self.next, &self.step], visit);
    }
}

/// `repeat`: an object, so many times more.
pub struct Repeat {
    pub object: Value,
    pub left: Option<usize>,
}

impl Walk for Repeat {
    fn quick(&mut self) -> PyResult<Option<Value>> {
        match &mut self.left {
            Some(0) => return Ok(None),
            Some(left) => *left -= 1,
            None => {}
        }
        Ok(Some(self.object.clone()))
    }

    fn step(&mut self, _: &mut dyn Interp, _: Told) -> PyResult<Want> {
        Ok(Want::Stop)
    }

    fn pieces(&self) -> Option<Vec<Value>> {
        Some([self.object.clone()].into_iter().chain(self.left.map(Value::from)).collect())
    }

    fn length_hint(&self) -> Option<usize> {
        self.left
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all([&self.object], visit);
    }
}
