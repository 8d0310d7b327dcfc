//! What calls a function or looks at truth for each item.

use super::walk::{Told, Walk, Want};
use crate::objects::args::Args;
use crate::objects::exception::PyResult;
use crate::objects::gc_graph::{Visit, visit_all};
use crate::objects::{Interp, Value};

/// Which items pass.
#[derive(Clone, Copy, PartialEq)]
pub enum Sieve {
    /// `takewhile`: until one is not accepted.
    While,
    /// `dropwhile`: from the first that is not accepted on.
    From,
    /// `filterfalse`: those that are not accepted.
    Not,
    /// Those behind the first of `dropwhile`.
    All,
}

/// An iterator's items as far as a predicate lets them pass.
pub struct Sifted {
    pub iterator: Value,
    /// None: by the item's own truth.
    pub predicate: Option<Value>,
    pub sieve: Sieve,
    /// The item that is being judged.
    pub item: Option<Value>,
    pub stopped: bool,
    /// The predicate has answered.
    pub answered: bool,
}

impl Walk for Sifted {
    fn step(&mut self, _: &mut dyn Interp, told: Told) -> PyResult<Want> {
        match told {
            Told::End => return Ok(Want::Stop),
            Told::Value(item) if self.sieve == Sieve::All => return Ok(Want::Give(item)),
            Told::Value(answer) if self.answered => return Ok(Want::Truth(answer)),
            Told::Value(item) => {
                self.answered = true;
                self.item = Some(item.clone());
                return Ok(match &self.predicate {
                    Some(predicate) => Want::Call(predicate.clone(), Args::one(item)),
                    None => Want::Truth(item),
                });
            }
            Told::Truth(accepted) => {
                self.answered = false;
                let item = self.item.take().unwrap_or_default();
                match (self.sieve, accepted) {
                    (Sieve::While, true) | (Sieve::Not, false) => return Ok(Want::Give(item)),
                    (Sieve::While, false) => {
                        self.stopped = true;
                        return Ok(Want::Stop);
                    }
                    (Sieve::From, false) => {
                        self.sieve = Sieve::All;
                        return Ok(Want::Give(item));
                    }
                    _ => {}
                }
            }
            Told::Go => self.answered = false,
        }
        if self.stopped {
            return Ok(Want::Stop);
        }
        Ok(Want::Next(self.iterator.clone()))
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all([&self.iterator].into_iter().chain(&self.predicate).chain(&self.item), visit);
    }
}

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

    fn edges(&self, visit: &mut Visit) {
        visit_all([&self.data, &self.selectors].into_iter().chain(&self.item), visit);
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
                Ok(Want::GiveCall(self.function.clone(), Args::positional(args.items.iter().cloned())))
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

    fn edges(&self, visit: &mut Visit) {
        visit_all([&self.function, &self.iterator], visit);
    }
}
