//! Which of a class's bases lays out its instances (Objects/typeobject.c `best_base`, `solid_base`).

use std::rc::{Rc, Weak};

use super::class::{Class, class_flag};
use super::descriptor::Slot;
use super::exception::{PyResult, type_error};
use super::symbol::known;

/// The base whose payload the instances carry.
pub(super) fn best_layout(bases: &[Rc<Class>]) -> PyResult<Option<Rc<Class>>> {
    if bases.len() > 1 {
        nearest_of_all(bases, solid)?;
    }
    nearest_of_all(bases, Class::layout)
}

/// `__base__`: of the bases the first whose instances have what those of all others have.
pub(super) fn best_base(bases: &[Rc<Class>]) -> Option<Rc<Class>> {
    let nearest = if bases.len() > 1 { nearest_of_all(bases, solid).ok().flatten() } else { None };
    nearest.and_then(|nearest| bases.iter().find(|b| b.is_subclass_of(&nearest))).or(bases.first()).cloned()
}

/// Of what each base has of a kind, the one that is derived from all others.
fn nearest_of_all(bases: &[Rc<Class>], of: impl Fn(&Rc<Class>) -> Option<Rc<Class>>) -> PyResult<Option<Rc<Class>>> {
    let mut best: Option<Rc<Class>> = None;
    for found in bases.iter().filter_map(of) {
        best = match best {
            None => Some(found),
            Some(b) if b.is_subclass_of(&found) => Some(b),
            Some(b) if found.is_subclass_of(&b) => Some(found),
            Some(_) => return Err(type_error("multiple bases have instance lay-out conflict")),
        };
    }
    Ok(best)
}

/// The nearest class that adds to what instances consist of; `None`: `object`.
fn solid(base: &Rc<Class>) -> Option<Rc<Class>> {
    base.mro().into_iter().find(|c| c.flag(class_flag::LAYOUT) || adds_slots(c))
}

/// Whether a class has members of `__slots__` of its own: not those of a base's under another name.
fn adds_slots(class: &Rc<Class>) -> bool {
    let attrs = class.attrs.borrow();
    let own = |slot: &Slot| Weak::as_ptr(&slot.class) == Rc::as_ptr(class);
    attrs.contains(known::SLOTS) && attrs.iter().any(|(_, v)| v.native::<Slot>().is_some_and(own))
}
