//! What passes on what iterators give, one after the other or side by side.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::states::{iterator_over, wrong_count};
use super::walk::{Told, Walk, Want, at_hand};
use crate::objects::args::Args;
use crate::objects::containers::TupleItems;
use crate::objects::exception::{PyResult, type_error, value_error};
use crate::objects::function::Flow;
use crate::objects::gc_graph::{Visit, visit_all};
use crate::objects::ops::{self, BinaryOp};
use crate::objects::{Interp, Value, known, type_of};

pub(super) type Copy<'a> = &'a mut dyn FnMut(&Value) -> Value;
pub(super) type Forked = Rc<RefCell<dyn Walk>>;

/// `chain`: the items of one iterable after the other.
pub struct Chain {
    /// Over the iterables.
    pub iterables: Value,
    pub active: Option<Value>,
    /// The iterable that has been asked for its iterator.
    pub asked: bool,
}

impl Walk for Chain {
    fn quick(&mut self) -> PyResult<Option<Value>> {
        self.active.as_ref().map_or(Ok(None), at_hand)
    }

    fn step(&mut self, i: &mut dyn Interp, told: Told) -> PyResult<Want> {
        match (told, &self.active) {
            (Told::Value(iterator), None) if self.asked => {
                self.asked = false;
                self.active = Some(iterator.clone());
                Ok(Want::Next(iterator))
            }
            (Told::Value(iterable), None) => {
                self.asked = true;
                Ok(Want::Flow(ops::iter(i, &iterable)?))
            }
            (Told::Value(item), Some(_)) => Ok(Want::Give(item)),
            (Told::End, None) => {
                self.iterables = Value::Unset;
                Ok(Want::Stop)
            }
            (Told::Go, Some(active)) => Ok(Want::Next(active.clone())),
            (_, _) => {
                self.active = None;
                self.asked = false;
                Ok(Want::Next(self.iterables.clone()))
            }
        }
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all([&self.iterables].into_iter().chain(&self.active), visit);
    }

    fn pieces(&self) -> Option<Vec<Value>> {
        Some(Vec::new())
    }

    fn state(&self) -> Option<Value> {
        let parts = || [&self.iterables].into_iter().chain(&self.active).cloned().collect::<Vec<_>>();
        (!self.iterables.is_unset()).then(|| Value::tuple(parts()))
    }

    fn set_state(&mut self, _: &mut dyn Interp, state: &Value) -> PyResult<()> {
        let is_iterator = |value: &Value| type_of(value).lookup(known::NEXT).is_some();
        match super::states::tuple(state)? {
            [iterables, active @ ..] if active.len() < 2 => {
                if ![iterables].into_iter().chain(active).all(is_iterator) {
                    return Err(type_error("Arguments must be iterators."));
                }
                (self.iterables, self.active, self.asked) = (iterables.clone(), active.first().cloned(), false);
                Ok(())
            }
            given => Err(wrong_count(given.len(), 1, 2)),
        }
    }

    fn forked(&self, copy: Copy) -> Option<Forked> {
        let (iterables, active) = (copy(&self.iterables), self.active.as_ref().map(copy));
        Some(Rc::new(RefCell::new(Chain { iterables, active, asked: self.asked })))
    }
}

/// `islice`: what stands at `next`, and then at each `step`th place before `stop`.
pub struct Islice {
    pub iterator: Option<Value>,
    pub count: usize,
    pub next: usize,
    pub stop: Option<usize>,
    pub step: usize,
}

impl Walk for Islice {
    fn quick(&mut self) -> PyResult<Option<Value>> {
        match &self.iterator {
            Some(iterator) if self.count == self.next && self.stop.is_none_or(|stop| self.count < stop) => {
                let item = at_hand(iterator)?;
                if item.is_some() {
                    self.count += 1;
                    let next = self.next.saturating_add(self.step);
                    self.next = self.stop.map_or(next, |stop| next.min(stop));
                }
                Ok(item)
            }
            _ => Ok(None),
        }
    }

    fn step(&mut self, _: &mut dyn Interp, told: Told) -> PyResult<Want> {
        let ends = |count: usize, stop: Option<usize>| stop.is_some_and(|stop| count >= stop);
        match told {
            Told::Value(item) => {
                self.count += 1;
                if self.count > self.next {
                    let next = self.next.saturating_add(self.step);
                    self.next = self.stop.map_or(next, |stop| next.min(stop));
                    return Ok(Want::Give(item));
                }
            }
            Told::End => self.iterator = None,
            _ => {}
        }
        match &self.iterator {
            Some(iterator) if self.count < self.next || !ends(self.count, self.stop) => {
                Ok(Want::Next(iterator.clone()))
            }
            _ => {
                self.iterator = None;
                Ok(Want::Stop)
            }
        }
    }

    fn passes_on_values(&self) -> bool {
        true
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all(&self.iterator, visit);
    }

    fn pieces(&self) -> Option<Vec<Value>> {
        let Some(iterator) = &self.iterator else { return Some(vec![iterator_over(Vec::new()), Value::Int(0)]) };
        let stop = self.stop.map_or(Value::None, Value::from);
        Some(vec![iterator.clone(), self.next.into(), stop, self.step.into()])
    }

    fn state(&self) -> Option<Value> {
        Some(if self.iterator.is_some() { self.count.into() } else { Value::Int(0) })
    }

    fn set_state(&mut self, i: &mut dyn Interp, state: &Value) -> PyResult<()> {
        self.count = super::states::number(i, state)?;
        Ok(())
    }

    fn forked(&self, copy: Copy) -> Option<Forked> {
        let Islice { count, next, stop, step, .. } = *self;
        Some(Rc::new(RefCell::new(Islice { iterator: self.iterator.as_ref().map(copy), count, next, stop, step })))
    }
}

/// `pairwise`: each item with the one before it.
pub struct Pairwise {
    /// None: it has ended.
    pub iterator: Option<Value>,
    pub before: Option<Value>,
    /// What came before the item that is asked for; several, where the iterator asks this one for items.
    pub asking: RefCell<Vec<Option<Value>>>,
    /// Whether the iterator has failed: that ends it as well.
    pub failed: Cell<bool>,
}

impl Pairwise {
    pub fn new(iterator: Value) -> Pairwise {
        Pairwise { iterator: Some(iterator), before: None, asking: RefCell::default(), failed: Cell::new(false) }
    }
}

impl Walk for Pairwise {
    fn quick(&mut self) -> PyResult<Option<Value>> {
        let (Some(before), Some(iterator)) = (&mut self.before, &self.iterator) else { return Ok(None) };
        if self.failed.get() {
            return Ok(None);
        }
        let item = at_hand(iterator).inspect_err(|_| self.failed.set(true))?;
        Ok(item.map(|item| Value::pair(std::mem::replace(before, item.clone()), item)))
    }

    fn step(&mut self, _: &mut dyn Interp, told: Told) -> PyResult<Want> {
        if self.failed.take() {
            (self.iterator, self.before) = (None, None);
        }
        let asking = self.asking.get_mut();
        match told {
            Told::End => {
                asking.pop();
                (self.iterator, self.before) = (None, None);
                return Ok(Want::Stop);
            }
            Told::Value(item) => {
                self.before = Some(item.clone());
                if let Some(before) = asking.pop().flatten() {
                    return Ok(Want::Give(Value::pair(before, item)));
                }
                asking.push(Some(item));
            }
            _ => asking.push(self.before.clone()),
        }
        match &self.iterator {
            Some(iterator) => Ok(Want::Next(iterator.clone())),
            None => {
                asking.pop();
                self.before = None;
                Ok(Want::Stop)
            }
        }
    }

    fn failed(&self) {
        self.asking.borrow_mut().pop();
        self.failed.set(true);
    }

    fn passes_on_values(&self) -> bool {
        true
    }

    fn edges(&self, visit: &mut Visit) {
        let asking = self.asking.borrow();
        visit_all(self.iterator.iter().chain(&self.before).chain(asking.iter().flatten()), visit);
    }

    fn forked(&self, copy: Copy) -> Option<Forked> {
        let (iterator, before) = (self.iterator.as_ref().map(&mut *copy), self.before.as_ref().map(copy));
        Some(Rc::new(RefCell::new(Pairwise {
            iterator,
            before,
            asking: RefCell::default(),
            failed: self.failed.clone(),
        })))
    }
}

/// `batched`: tuples of `n` items, the last one shorter.
pub struct Batched {
    pub iterator: Value,
    pub n: usize,
    pub strict: bool,
    pub batch: Vec<Value>,
}

impl Walk for Batched {
    fn step(&mut self, _: &mut dyn Interp, told: Told) -> PyResult<Want> {
        let full = match told {
            Told::Value(item) => {
                self.batch.push(item);
                self.batch.len() == self.n
            }
            Told::End if self.batch.is_empty() => return Ok(Want::Stop),
            Told::End if self.strict => {
                self.batch.clear();
                return Err(value_error("batched(): incomplete batch"));
            }
            Told::End => true,
            _ => false,
        };
        if full {
            return Ok(Want::Give(Value::tuple(std::mem::take(&mut self.batch))));
        }
        Ok(Want::Next(self.iterator.clone()))
    }

    fn forked(&self, copy: Copy) -> Option<Forked> {
        let (iterator, batch) = (copy(&self.iterator), self.batch.iter().map(copy).collect());
        Some(Rc::new(RefCell::new(Batched { iterator, n: self.n, strict: self.strict, batch })))
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all([&self.iterator].into_iter().chain(&self.batch), visit);
    }
}

/// `zip_longest`: items side by side; what has ended gives `fill`.
pub struct ZipLongest {
    pub iterators: Vec<Option<Value>>,
    pub fill: Value,
    pub left: usize,
    pub row: TupleItems,
}

impl Drop for ZipLongest {
    /// The last one goes first, as the items of a tuple do.
    fn drop(&mut self) {
        while self.iterators.pop().is_some() {}
    }
}

impl Walk for ZipLongest {
    fn step(&mut self, _: &mut dyn Interp, told: Told) -> PyResult<Want> {
        match told {
            Told::Value(item) => self.row.push(item),
            Told::End => {
                self.left -= 1;
                if self.left > 0 {
                    self.iterators[self.row.len()] = None;
                }
                self.row.push(self.fill.clone());
            }
            _ => self.row.clear(),
        }
        if self.left == 0 {
            return Ok(Want::Stop);
        }
        while let Some(next) = self.iterators.get(self.row.len()) {
            match next {
                Some(iterator) => return Ok(Want::Next(iterator.clone())),
                None => self.row.push(self.fill.clone()),
            }
        }
        Ok(Want::Give(Value::tuple(std::mem::take(&mut self.row))))
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all(self.iterators.iter().flatten().chain([&self.fill]), visit);
    }

    fn pieces(&self) -> Option<Vec<Value>> {
        let ended = || Value::tuple([]);
        Some(self.iterators.iter().map(|iterator| iterator.clone().unwrap_or_else(ended)).collect())
    }

    fn state(&self) -> Option<Value> {
        Some(self.fill.clone())
    }

    fn set_state(&mut self, _: &mut dyn Interp, state: &Value) -> PyResult<()> {
        self.fill = state.clone();
        Ok(())
    }

    fn forked(&self, copy: Copy) -> Option<Forked> {
        let iterators = self.iterators.iter().map(|iterator| iterator.as_ref().map(&mut *copy)).collect();
        let row = self.row.iter().map(&mut *copy).collect();
        Some(Rc::new(RefCell::new(ZipLongest { iterators, fill: copy(&self.fill), left: self.left, row })))
    }
}

/// `accumulate`: each item added to what came before.
pub struct Accumulate {
    pub iterator: Value,
    /// None: by `+`.
    pub function: Option<Value>,
    pub total: Option<Value>,
    /// The first that it gives, before any item.
    pub initial: Option<Value>,
    /// The sum has been asked for.
    pub adding: bool,
}

impl Walk for Accumulate {
    fn step(&mut self, i: &mut dyn Interp, told: Told) -> PyResult<Want> {
        let item = match told {
            Told::End => return Ok(Want::Stop),
            Told::Value(item) => item,
            _ => {
                self.adding = false;
                if let Some(initial) = self.initial.take() {
                    self.total = Some(initial.clone());
                    return Ok(Want::Give(initial));
                }
                return Ok(Want::Next(self.iterator.clone()));
            }
        };
        match &self.total {
            Some(total) if !self.adding => {
                self.adding = true;
                match &self.function {
                    Some(function) => {
                        Ok(Want::Flow(Flow::call(function.clone(), Args::positional([total.clone(), item]))))
                    }
                    None => Ok(Want::Flow(ops::binary(i, BinaryOp::Add, false, total, &item)?)),
                }
            }
            _ => {
                self.adding = false;
                self.total = Some(item.clone());
                Ok(Want::Give(item))
            }
        }
    }

    fn passes_on_values(&self) -> bool {
        true
    }

    fn edges(&self, visit: &mut Visit) {
        let parts = self.function.iter().chain(&self.total).chain(&self.initial);
        visit_all(parts.chain([&self.iterator]), visit);
    }

    fn pieces(&self) -> Option<Vec<Value>> {
        let parts = [self.iterator.clone(), self.function.clone().unwrap_or(Value::None)];
        Some(parts.into_iter().chain(self.initial.clone()).collect())
    }

    fn state(&self) -> Option<Value> {
        self.total.clone()
    }

    fn set_state(&mut self, _: &mut dyn Interp, state: &Value) -> PyResult<()> {
        (self.total, self.adding) = (Some(state.clone()), false);
        Ok(())
    }

    fn forked(&self, copy: Copy) -> Option<Forked> {
        let iterator = copy(&self.iterator);
        let [function, total, initial] =
            [&self.function, &self.total, &self.initial].map(|part| part.as_ref().map(&mut *copy));
        Some(Rc::new(RefCell::new(Accumulate { iterator, function, total, initial, adding: self.adding })))
    }
}
