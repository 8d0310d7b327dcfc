//! What calls a function or looks at truth for each item.

use std::cell::RefCell;
use std::rc::Rc;

use super::linked::{Copy, Forked};
use super::walk::{Told, Walk, Want};
use crate::objects::args::Args;
use crate::objects::exception::PyResult;
use crate::objects::function::Flow;
use crate::objects::gc_graph::{Visit, visit_all};
use crate::objects::{Interp, Value};

/// `compress`: the items whose selectors are true.
pub struct Compress {
    pub data: Value,
    pub selectors: Value,
    pub item: Option<Value>,
}

impl Walk for Compress {
    fn step(&mut self, _: &mut dyn Interp, told: Told) -> PyResult<Want> {
        match told {
            Told::End => Ok(Want::Stop),
            Told::Value(selector) if self.item.is_some() => Ok(Want::Truth(selector)),
            Told::Value(item) => {
                self.item = Some(item);
                Ok(Want::Next(self.selectors.clone()))
            }
            Told::Truth(true) => Ok(Want::Give(self.item.take().unwrap_or_default())),
            _ => {
                self.item = None;
                Ok(Want::Next(self.data.clone()))
            }
        }
    }

    fn passes_on_values(&self) -> bool {
        true
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all([&self.data, &self.selectors].into_iter().chain(&self.item), visit);
    }

    fn pieces(&self) -> Option<Vec<Value>> {
        Some(vec![self.data.clone(), self.selectors.clone()])
    }

    fn forked(&self, copy: Copy) -> Option<Forked> {
        let (data, selectors) = (copy(&self.data), copy(&self.selectors));
        Some(Rc::new(RefCell::new(Compress { data, selectors, item: self.item.as_ref().map(copy) })))
    }
}

/// `starmap`: a function of each item's items.
pub struct Starmap {
    pub function: Value,
    pub iterator: Value,
    pub unpacking: bool,
}

impl Walk for Starmap {
    fn step(&mut self, _: &mut dyn Interp, told: Told) -> PyResult<Want> {
        match told {
            Told::End => Ok(Want::Stop),
            Told::Value(Value::Tuple(args)) => {
                self.unpacking = false;
                let args = Args::positional(args.items.iter().cloned());
                Ok(Want::GiveCall(Flow::call(self.function.clone(), args)))
            }
            Told::Value(args) if !self.unpacking => {
                self.unpacking = true;
                Ok(Want::Tuple(args))
            }
            _ => {
                self.unpacking = false;
                Ok(Want::Next(self.iterator.clone()))
            }
        }
    }

    fn passes_on_values(&self) -> bool {
        true
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all([&self.function, &self.iterator], visit);
    }

    fn pieces(&self) -> Option<Vec<Value>> {
        Some(vec![self.function.clone(), self.iterator.clone()])
    }

    fn forked(&self, copy: Copy) -> Option<Forked> {
        let (function, iterator) = (copy(&self.function), copy(&self.iterator));
        Some(Rc::new(RefCell::new(Starmap { function, iterator, unpacking: self.unpacking })))
    }
}
