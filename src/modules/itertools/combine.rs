//! What arranges the items of pools: `product`, `permutations`, `combinations`, `combinations_with_replacement`.

use std::rc::Rc;

use super::states::number;
use crate::objects::containers::TupleItems;
use crate::objects::exception::{Exc, PyResult, type_error, value_error};
use crate::objects::gc_graph::{Visit, visit_all};
use crate::objects::iter::{Advance, Iter, NativeIter, Pieces};
use crate::objects::types::argument_type;
use crate::objects::{Interp, Value};

/// A rule by which indices into a pool follow each other.
pub trait Rule: Clone + 'static {
    /// The first indices; None: there are none at all.
    fn first(&mut self, n: usize) -> Option<Vec<usize>>;

    /// Makes the next ones of the last; false after the last ones.
    fn next(&mut self, n: usize, chosen: &mut [usize]) -> bool;

    /// How many are chosen.
    fn length(&self) -> usize;

    /// Where it stands.
    fn state(&self, chosen: &[usize]) -> Value {
        numbers(chosen)
    }

    /// The chosen ones of such a state.
    fn restored(&mut self, i: &mut dyn Interp, n: usize, state: &Value) -> PyResult<Vec<usize>> {
        let length = self.length();
        within(i, state, length, |place| self.highest(n, place))
    }

    /// The highest index that may stand at a place.
    fn highest(&self, n: usize, place: usize) -> usize;
}

fn numbers(all: &[usize]) -> Value {
    Value::tuple(all.iter().map(|&at| at.into()).collect::<Vec<_>>())
}

fn invalid() -> Exc {
    value_error("invalid arguments")
}

/// So many numbers of a tuple, each at most as high as it may be.
fn within(i: &mut dyn Interp, state: &Value, length: usize, highest: impl Fn(usize) -> usize) -> PyResult<Vec<usize>> {
    match state.plain() {
        Value::Tuple(items) if items.items.len() == length => {
            let index = |(place, item): (usize, &Value)| Ok(number(i, item)?.min(highest(place)));
            items.items.iter().enumerate().map(index).collect()
        }
        _ => Err(invalid()),
    }
}

pub struct Chosen<R> {
    pool: Vec<Value>,
    rule: R,
    chosen: Option<Vec<usize>>,
    over: bool,
}

impl<R: Rule> Chosen<R> {
    pub fn new(pool: Vec<Value>, rule: R) -> Chosen<R> {
        Chosen { pool, rule, chosen: None, over: false }
    }
}

impl<R: Rule> NativeIter for Chosen<R> {
    fn advance(&mut self, _: &mut dyn Interp, _: &Rc<Iter>) -> PyResult<Advance> {
        let n = self.pool.len();
        match &mut self.chosen {
            Some(chosen) => {
                if !self.rule.next(n, chosen) {
                    self.over = true;
                    return Ok(Advance::End);
                }
            }
            None => match self.rule.first(n) {
                Some(first) => self.chosen = Some(first),
                None => return Ok(Advance::End),
            },
        }
        let chosen = self.chosen.iter().flatten();
        let items: TupleItems = chosen.map(|&at| self.pool[at].clone()).collect();
        Ok(Advance::Item(Value::tuple(items)))
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all(&self.pool, visit);
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn NativeIter>> {
        let pool = self.pool.iter().map(copy).collect();
        Some(Box::new(Chosen { pool, rule: self.rule.clone(), chosen: self.chosen.clone(), over: self.over }))
    }

    fn pieces(&self) -> Option<Pieces> {
        let pool = if self.over { Vec::new() } else { self.pool.clone() };
        Some(Pieces::Of(vec![Value::tuple(pool), self.rule.length().into()]))
    }

    fn state(&self) -> Option<Value> {
        let chosen = self.chosen.as_ref().filter(|_| !self.over)?;
        Some(self.rule.state(chosen))
    }

    fn set_state(&mut self, i: &mut dyn Interp, state: &Value) -> PyResult<()> {
        let chosen = self.rule.restored(i, self.pool.len(), state)?;
        if chosen.iter().any(|at| *at >= self.pool.len()) {
            return Err(invalid());
        }
        self.chosen = Some(chosen);
        Ok(())
    }
}

/// `combinations`: indices that rise.
#[derive(Clone)]
pub struct Rising(pub usize);

impl Rule for Rising {
    fn first(&mut self, n: usize) -> Option<Vec<usize>> {
        (self.0 <= n).then(|| (0..self.0).collect())
    }

    fn next(&mut self, n: usize, chosen: &mut [usize]) -> bool {
        let r = chosen.len();
        let Some(place) = (0..r).rev().find(|&place| chosen[place] != place + n - r) else { return false };
        let first = chosen[place] + 1;
        chosen[place..].iter_mut().enumerate().for_each(|(more, at)| *at = first + more);
        true
    }

    fn length(&self) -> usize {
        self.0
    }

    fn highest(&self, n: usize, place: usize) -> usize {
        (place + n).saturating_sub(self.0)
    }
}

/// `combinations_with_replacement`: indices that do not fall.
#[derive(Clone)]
pub struct Level(pub usize);

impl Rule for Level {
    fn first(&mut self, n: usize) -> Option<Vec<usize>> {
        (n > 0 || self.0 == 0).then(|| vec![0; self.0])
    }

    fn next(&mut self, n: usize, chosen: &mut [usize]) -> bool {
        let Some(place) = chosen.iter().rposition(|&at| at + 1 != n) else { return false };
        let next = chosen[place] + 1;
        chosen[place..].fill(next);
        true
    }

    fn length(&self) -> usize {
        self.0
    }

    fn highest(&self, n: usize, _: usize) -> usize {
        n.saturating_sub(1)
    }
}

/// `permutations`: all orders.
#[derive(Clone)]
pub struct Orders {
    pub length: usize,
    indices: Vec<usize>,
    /// How many times each place still changes before the one before it does.
    cycles: Vec<usize>,
}

impl Orders {
    pub fn new(length: usize) -> Orders {
        Orders { length, indices: Vec::new(), cycles: Vec::new() }
    }
}

impl Rule for Orders {
    fn first(&mut self, n: usize) -> Option<Vec<usize>> {
        if self.length > n {
            return None;
        }
        self.indices = (0..n).collect();
        self.cycles = (0..self.length).map(|place| n - place).collect();
        Some((0..self.length).collect())
    }

    fn next(&mut self, n: usize, chosen: &mut [usize]) -> bool {
        for place in (0..self.length).rev() {
            self.cycles[place] -= 1;
            if self.cycles[place] > 0 {
                self.indices.swap(place, n - self.cycles[place]);
                chosen[place..].copy_from_slice(&self.indices[place..self.length]);
                return true;
            }
            self.indices[place..].rotate_left(1);
            self.cycles[place] = n - place;
        }
        false
    }

    fn length(&self) -> usize {
        self.length
    }

    fn highest(&self, n: usize, _: usize) -> usize {
        n.saturating_sub(1)
    }

    fn state(&self, _: &[usize]) -> Value {
        Value::pair(numbers(&self.indices), numbers(&self.cycles))
    }

    fn restored(&mut self, i: &mut dyn Interp, n: usize, state: &Value) -> PyResult<Vec<usize>> {
        let [indices, cycles] = super::states::parts(state)?;
        for (number, part) in [(1, &indices), (2, &cycles)] {
            if !matches!(part.plain(), Value::Tuple(_)) {
                return Err(type_error(format!("argument {number} must be tuple, not {}", argument_type(part))));
            }
        }
        let indices = within(i, &indices, n, |place| self.highest(n, place))?;
        let cycles = within(i, &cycles, self.length, |place| n.saturating_sub(place))?;
        // The last of a place's changes is its first.
        self.cycles = cycles.into_iter().map(|left| left.max(1)).collect();
        self.indices = indices;
        Ok(self.indices[..self.length.min(n)].to_vec())
    }
}

/// `product`: an index into each of several pools.
pub struct Product {
    pub pools: Vec<Rc<[Value]>>,
    pub at: Vec<usize>,
    pub begun: bool,
    pub over: bool,
}

impl NativeIter for Product {
    fn advance(&mut self, _: &mut dyn Interp, _: &Rc<Iter>) -> PyResult<Advance> {
        if !self.begun {
            self.begun = true;
            if self.pools.iter().any(|pool| pool.is_empty()) {
                self.over = true;
                return Ok(Advance::End);
            }
        } else {
            let mut place = self.pools.len();
            loop {
                if place == 0 {
                    self.over = true;
                    return Ok(Advance::End);
                }
                place -= 1;
                self.at[place] += 1;
                if self.at[place] < self.pools[place].len() {
                    break;
                }
                self.at[place] = 0;
            }
        }
        let items: TupleItems = self.pools.iter().zip(&self.at).map(|(pool, &at)| pool[at].clone()).collect();
        Ok(Advance::Item(Value::tuple(items)))
    }

    fn edges(&self, visit: &mut Visit) {
        // `repeat` shares them.
        let own = self.pools.iter().filter(|pool| Rc::strong_count(pool) == 1);
        visit_all(own.flat_map(|pool| pool.iter()), visit);
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn NativeIter>> {
        let pools = self.pools.iter().map(|pool| pool.iter().map(&mut *copy).collect()).collect();
        Some(Box::new(Product { pools, at: self.at.clone(), begun: self.begun, over: self.over }))
    }

    fn pieces(&self) -> Option<Pieces> {
        let pool = |pool: &Rc<[Value]>| Value::tuple(pool.to_vec());
        Some(Pieces::Of(if self.over { vec![Value::tuple([])] } else { self.pools.iter().map(pool).collect() }))
    }

    fn state(&self) -> Option<Value> {
        let inside = self.begun && !self.over && self.pools.iter().all(|pool| !pool.is_empty());
        inside.then(|| numbers(&self.at))
    }

    fn set_state(&mut self, i: &mut dyn Interp, state: &Value) -> PyResult<()> {
        let at = within(i, state, self.pools.len(), |place| self.pools[place].len().saturating_sub(1))?;
        (self.at, self.begun) = (at, true);
        if self.pools.iter().any(|pool| pool.is_empty()) {
            // There is nothing to be at: the next step is the end.
            (self.pools, self.at) = (Vec::new(), Vec::new());
        }
        Ok(())
    }
}
