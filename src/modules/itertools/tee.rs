//! `tee`: several iterators over what one gives.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use super::walk::{Told, Walk, Want};
use crate::objects::exception::PyResult;
use crate::objects::gc_graph::{Visit, visit_all};
use crate::objects::{Interp, Value, finalizer};

/// What all of them share: the items that one of them has not had yet.
struct Shared {
    iterator: Value,
    items: RefCell<VecDeque<Value>>,
    /// How many items have been dropped before these.
    dropped: Cell<usize>,
    /// Where each is.
    places: RefCell<Vec<Weak<Cell<usize>>>>,
}

pub struct Tee {
    shared: Rc<Shared>,
    place: Rc<Cell<usize>>,
}

impl Tee {
    pub fn new(iterator: Value) -> Tee {
        let place = Rc::new(Cell::new(0));
        let places = RefCell::new(vec![Rc::downgrade(&place)]);
        let shared = Shared { iterator, items: RefCell::default(), dropped: Cell::new(0), places };
        Tee { shared: Rc::new(shared), place }
    }

    /// Another one at the same place.
    fn copy(&self) -> Tee {
        let place = Rc::new((*self.place).clone());
        self.shared.places.borrow_mut().push(Rc::downgrade(&place));
        Tee { shared: self.shared.clone(), place }
    }

    /// Goes over an item, which is dropped if nobody else wants it.
    fn pass(&self, i: &mut dyn Interp) -> PyResult {
        let (at, dropped) = (self.place.get(), self.shared.dropped.get());
        self.place.set(at + 1);
        let mut items = self.shared.items.borrow_mut();
        if at > dropped {
            return Ok(items.get(at - dropped).cloned().unwrap_or_default());
        }
        let mut places = self.shared.places.borrow_mut();
        places.retain(|place| place.strong_count() > 0);
        let least = places.iter().filter_map(Weak::upgrade).map(|place| place.get()).min().unwrap_or(at + 1);
        let item = if least > at { items.pop_front() } else { items.front().cloned() };
        let more = least.saturating_sub(at + 1).min(items.len());
        let gone: Vec<Value> = items.drain(..more).collect();
        self.shared.dropped.set(dropped + usize::from(least > at) + more);
        let len = items.len();
        drop(items);
        finalizer::release_all(gone);
        if len >= 1024 && len.is_power_of_two() {
            i.reserve(len * 16)?;
        }
        Ok(item.unwrap_or_default())
    }
}

impl Walk for Tee {
    fn step(&mut self, i: &mut dyn Interp, told: Told) -> PyResult<Want> {
        match told {
            Told::Value(item) => self.shared.items.borrow_mut().push_back(item),
            Told::End => return Ok(Want::Stop),
            _ if self.place.get() - self.shared.dropped.get() < self.shared.items.borrow().len() => {}
            _ => return Ok(Want::Next(self.shared.iterator.clone())),
        }
        Ok(Want::Give(self.pass(i)?))
    }

    fn copied(&self) -> Option<Rc<RefCell<dyn Walk>>> {
        Some(Rc::new(RefCell::new(self.copy())))
    }

    fn edges(&self, visit: &mut Visit) {
        // What is shared is nobody's own.
        if Rc::strong_count(&self.shared) == 1 {
            visit_all(self.shared.items.borrow().iter().chain([&self.shared.iterator]), visit);
        }
    }
}
