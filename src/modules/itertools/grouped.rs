//! `groupby` and its groups, which share where they are.

use std::cell::RefCell;
use std::rc::Rc;

use super::linked::{Copy, Forked};
use super::walk::{Told, Walk, Want, walker};
use crate::objects::args::Args;
use crate::objects::class::Class;
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::gc_graph::{Visit, visit_all};
use crate::objects::{Interp, Value};

/// Where a groupby and its groups are.
pub struct Groups {
    pub iterator: Value,
    /// None: each item is its own key.
    pub function: Option<Value>,
    /// The key of the item that was read last.
    key: Option<Value>,
    /// That item, if nobody has had it.
    item: Option<Value>,
    /// Which group is the current one.
    number: usize,
}

impl Groups {
    pub fn new(iterator: Value, function: Option<Value>) -> Groups {
        Groups { iterator, function, key: None, item: None, number: 0 }
    }

    /// What an item that has been read, or its key, leads to: the key's call, or None once both are known. `keyed`: it is
    /// the key, for which was asked; then, whether it is asked for now.
    fn take_in(&mut self, value: Value, keyed: &mut bool) -> Option<Want> {
        if std::mem::take(keyed) {
            self.key = Some(value);
            return None;
        }
        self.item = Some(value.clone());
        let Some(function) = &self.function else {
            self.key = Some(value);
            return None;
        };
        *keyed = true;
        Some(Want::Flow(Flow::call(function.clone(), Args::one(value))))
    }
}

/// Whether two keys are equal, where nobody has to be asked.
fn alike(one: &Value, other: &Value) -> Option<bool> {
    match (one, other) {
        (Value::Int(one), Value::Int(other)) => Some(one == other),
        _ => one.is(other).then_some(true),
    }
}

/// What is shared is its own if nobody shares it.
fn edges(shared: &Rc<RefCell<Groups>>, visit: &mut Visit) {
    if let (1, Ok(groups)) = (Rc::strong_count(shared), shared.try_borrow()) {
        let parts = groups.function.iter().chain(&groups.key).chain(&groups.item);
        visit_all(parts.chain([&groups.iterator]), visit);
    }
}

pub struct Groupby {
    pub shared: Rc<RefCell<Groups>>,
    pub grouper: Rc<Class>,
    /// The key of the current group.
    pub target: Option<Value>,
    /// The item has been read, and its key is asked for.
    pub asked: bool,
}

impl Walk for Groupby {
    fn step(&mut self, _: &mut dyn Interp, told: Told) -> PyResult<Want> {
        let mut begins = false;
        match told {
            Told::End => return Ok(Want::Stop),
            Told::Value(value) => {
                if let Some(want) = self.shared.borrow_mut().take_in(value, &mut self.asked) {
                    return Ok(want);
                }
            }
            Told::Truth(same) if same => {
                let iterator = self.shared.borrow().iterator.clone();
                return Ok(Want::Next(iterator));
            }
            Told::Truth(_) => begins = true,
            Told::Go => {
                self.shared.borrow_mut().number += 1;
                self.asked = false;
            }
        }
        let key = self.shared.borrow().key.clone();
        let Some(key) = key else {
            let iterator = self.shared.borrow().iterator.clone();
            return Ok(Want::Next(iterator));
        };
        if let (Some(target), false) = (&self.target, begins) {
            match alike(target, &key) {
                None => return Ok(Want::Equal(target.clone(), key)),
                Some(true) => return Ok(Want::Next(self.shared.borrow().iterator.clone())),
                Some(false) => {}
            }
        }
        self.target = Some(key.clone());
        let number = self.shared.borrow().number;
        let group = Group { shared: self.shared.clone(), key: key.clone(), number, asked: false };
        Ok(Want::Give(Value::pair(key, walker(&self.grouper, group))))
    }

    fn pieces(&self) -> Option<Vec<Value>> {
        let shared = self.shared.borrow();
        Some(vec![shared.iterator.clone(), shared.function.clone().unwrap_or(Value::None)])
    }

    fn state(&self) -> Option<Value> {
        let shared = self.shared.borrow();
        let parts = [shared.key.clone()?, shared.item.clone()?, self.target.clone()?];
        Some(Value::tuple(parts))
    }

    fn set_state(&mut self, _: &mut dyn Interp, state: &Value) -> PyResult<()> {
        let [key, item, target] = super::states::parts(state)?;
        let mut shared = self.shared.borrow_mut();
        (shared.key, shared.item, self.target) = (Some(key), Some(item), Some(target));
        Ok(())
    }

    fn forked(&self, copy: Copy) -> Option<Forked> {
        let shared = self.shared.borrow();
        let mut groups = Groups::new(copy(&shared.iterator), shared.function.as_ref().map(&mut *copy));
        let mut target = None;
        if let (Some(item), Some(key), Some(current)) = (&shared.item, &shared.key, &self.target) {
            (groups.item, groups.key, target) = (Some(copy(item)), Some(copy(key)), Some(copy(current)));
        }
        let (shared, grouper) = (Rc::new(RefCell::new(groups)), self.grouper.clone());
        Some(Rc::new(RefCell::new(Groupby { shared, grouper, target, asked: false })))
    }

    fn edges(&self, visit: &mut Visit) {
        edges(&self.shared, visit);
        visit_all(&self.target, visit);
    }
}

/// One group of a groupby.
struct Group {
    shared: Rc<RefCell<Groups>>,
    key: Value,
    number: usize,
    asked: bool,
}

impl Walk for Group {
    fn step(&mut self, _: &mut dyn Interp, told: Told) -> PyResult<Want> {
        match told {
            Told::End => return Ok(Want::Stop),
            Told::Value(value) => {
                if let Some(want) = self.shared.borrow_mut().take_in(value, &mut self.asked) {
                    return Ok(want);
                }
            }
            Told::Truth(true) => {
                let item = self.shared.borrow_mut().item.take();
                return Ok(item.map_or(Want::Stop, Want::Give));
            }
            Told::Truth(false) => return Ok(Want::Stop),
            Told::Go => {
                self.asked = false;
                let shared = self.shared.borrow();
                if shared.number != self.number {
                    return Ok(Want::Stop);
                }
                if shared.item.is_none() {
                    return Ok(Want::Next(shared.iterator.clone()));
                }
            }
        }
        let mut shared = self.shared.borrow_mut();
        match alike(&self.key, shared.key.as_ref().unwrap_or(&Value::None)) {
            None => Ok(Want::Equal(self.key.clone(), shared.key.clone().unwrap_or_default())),
            Some(true) => Ok(shared.item.take().map_or(Want::Stop, Want::Give)),
            Some(false) => Ok(Want::Stop),
        }
    }

    fn edges(&self, visit: &mut Visit) {
        edges(&self.shared, visit);
        visit_all([&self.key], visit);
    }
}
