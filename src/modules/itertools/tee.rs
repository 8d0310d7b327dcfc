//! `tee`: several iterators over what one gives.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use super::walk::{Told, Walk, Want};
use crate::objects::exception::{PyResult, runtime_error};
use crate::objects::gc_graph::{Edge, Visit};
use crate::objects::object::{Native, Object};
use crate::objects::{Interp, Value, finalizer, types};

/// What all of them share: the items that one of them has not had yet. It is an object, which the cycle collector sees.
struct Shared {
    iterator: RefCell<Value>,
    items: RefCell<VecDeque<Value>>,
    /// How many items have been dropped before these.
    dropped: Cell<usize>,
    /// Whether the iterator is being asked for an item.
    asking: Cell<bool>,
    /// Where each is.
    places: RefCell<Vec<Weak<Cell<usize>>>>,
}

impl Native for Shared {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.iterator.borrow());
        self.items.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        finalizer::release_all(self.items.take());
        finalizer::release(self.iterator.take());
    }

    fn changes(&self) -> bool {
        true
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        let (iterator, items) = (copy(&self.iterator.borrow()), self.items.borrow().iter().map(copy).collect());
        Some(Box::new(Shared {
            iterator: RefCell::new(iterator),
            items: RefCell::new(items),
            dropped: self.dropped.clone(),
            asking: self.asking.clone(),
            // The copies of those that share it take theirs.
            places: RefCell::default(),
        }))
    }
}

pub struct Tee {
    /// [`Shared`]
    shared: Value,
    place: Rc<Cell<usize>>,
}

impl Tee {
    pub fn new(iterator: Value) -> Tee {
        let place = Rc::new(Cell::new(0));
        let places = RefCell::new(vec![Rc::downgrade(&place)]);
        let iterator = RefCell::new(iterator);
        let shared =
            Shared { iterator, items: RefCell::default(), dropped: Cell::new(0), asking: Cell::new(false), places };
        Tee { shared: Object::with_native(types().object.clone(), shared), place }
    }

    fn shared(&self) -> &Shared {
        self.shared.native().expect("it was made of one")
    }

    /// Another one at the same place.
    fn copy(&self) -> Tee {
        let place = Rc::new((*self.place).clone());
        self.shared().places.borrow_mut().push(Rc::downgrade(&place));
        Tee { shared: self.shared.clone(), place }
    }

    /// Goes over an item, which is dropped if nobody else wants it.
    fn pass(&self, i: &mut dyn Interp) -> PyResult {
        let shared = self.shared();
        let (at, dropped) = (self.place.get(), shared.dropped.get());
        self.place.set(at + 1);
        let mut items = shared.items.borrow_mut();
        if at > dropped {
            return Ok(items.get(at - dropped).cloned().unwrap_or_default());
        }
        let mut places = shared.places.borrow_mut();
        places.retain(|place| place.strong_count() > 0);
        let least = places.iter().filter_map(Weak::upgrade).map(|place| place.get()).min().unwrap_or(at + 1);
        let item = if least > at { items.pop_front() } else { items.front().cloned() };
        let more = least.saturating_sub(at + 1).min(items.len());
        let gone: Vec<Value> = items.drain(..more).collect();
        shared.dropped.set(dropped + usize::from(least > at) + more);
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
        let shared = self.shared();
        match told {
            Told::Value(item) => {
                shared.asking.set(false);
                shared.items.borrow_mut().push_back(item);
            }
            Told::End => {
                shared.asking.set(false);
                return Ok(Want::Stop);
            }
            _ if self.place.get() - shared.dropped.get() < shared.items.borrow().len() => {}
            // It asks for itself, or another thread does.
            _ if shared.asking.replace(true) => return Err(runtime_error("cannot re-enter the tee iterator")),
            _ => return Ok(Want::Next(shared.iterator.borrow().clone())),
        }
        Ok(Want::Give(self.pass(i)?))
    }

    fn failed(&self) {
        self.shared().asking.set(false);
    }

    fn copied(&self) -> Option<Rc<RefCell<dyn Walk>>> {
        Some(Rc::new(RefCell::new(self.copy())))
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Rc<RefCell<dyn Walk>>> {
        let (shared, place) = (copy(&self.shared), Rc::new((*self.place).clone()));
        shared.native::<Shared>()?.places.borrow_mut().push(Rc::downgrade(&place));
        Some(Rc::new(RefCell::new(Tee { shared, place })))
    }

    fn edges(&self, visit: &mut Visit) {
        visit(Edge::Value(&self.shared));
    }
}
