//! Instances with the states of several native classes: `class Both(asyncio.Lock, asyncio.Event)`. In CPython these are
//! Python's own classes, which any class may be derived from at once.

use std::rc::Rc;

use super::args::Args;
use super::class::{Class, class_flag};
use super::exception::PyResult;
use super::interp::Interp;
use super::object::{Native, Object, Payload};
use super::value::Value;
use crate::trace::{Followed, Log};

/// One instance of each of these classes, whose states are the object's.
struct Several(Vec<Value>);

impl Native for Several {
    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.iter().for_each(visit);
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        Some(Box::new(Several(self.0.iter().map(copy).collect())))
    }

    /// Of its parts the first one's.
    fn followed(&self) -> Option<&Followed> {
        self.0.iter().filter_map(Value::as_object).find_map(|object| match &object.payload {
            Payload::Native(state) => state.followed(),
            _ => None,
        })
    }

    fn bound_to(&self, log: &mut Log, name: &str) {
        for object in self.0.iter().filter_map(Value::as_object) {
            if let Payload::Native(state) = &object.payload {
                state.bound_to(log, name);
            }
        }
    }
}

/// The state of type `T` among those that the object has.
#[cold]
pub fn state_among<T: 'static>(value: &Value) -> Option<&T> {
    value.native::<Several>()?.0.iter().find_map(Value::native)
}

/// Whether the bases have different states, all of classes that may stand beside each other.
pub(super) fn mix(bases: &[Rc<Class>]) -> bool {
    let layouts: Vec<Rc<Class>> = bases.iter().filter_map(Class::layout).collect();
    let apart = |a: &Rc<Class>| !layouts.iter().all(|b| a.is_subclass_of(b));
    layouts.len() > 1 && layouts.iter().all(|layout| layout.flag(class_flag::MIXES)) && layouts.iter().all(apart)
}

/// Makes an instance of a class that has such bases, or of one derived from it.
pub(super) fn make(i: &mut dyn Interp, class: &Rc<Class>, args: &Args) -> PyResult {
    let mut native: Vec<Rc<Class>> = vec![];
    for one in class.mro() {
        if one.flag(class_flag::LAYOUT) && !one.flag(class_flag::HEAP) && !native.iter().any(|n| n.is_subclass_of(&one))
        {
            native.push(one);
        }
    }
    let parts = native.iter().map(|class| (class.make.get())(i, class, args)).collect::<PyResult<_>>()?;
    Ok(Object::with_native(class.clone(), Several(parts)))
}
