//! Assigning `__bases__` (Objects/typeobject.c `type_set_bases`).

use std::rc::Rc;

use super::class::{Class, class_flag, linearize, next_epoch};
use super::class_creation::no_order;
use super::exception::{PyResult, type_error};
use super::types::type_name;
use super::value::Value;

/// `class.__bases__ = new`; `Unset`: `del class.__bases__`.
pub fn set_bases(class: &Rc<Class>, new: &Value) -> PyResult<()> {
    let name = class.name();
    if !class.flag(class_flag::HEAP) {
        return Err(type_error(format!("cannot set '__bases__' attribute of immutable type '{name}'")));
    }
    let items = match new {
        Value::Unset => {
            return Err(type_error(format!("cannot delete '__bases__' attribute of immutable type '{name}'")));
        }
        Value::Tuple(tuple) if tuple.items.is_empty() => {
            return Err(type_error(format!("can only assign non-empty tuple to {name}.__bases__, not ()")));
        }
        Value::Tuple(tuple) => tuple.items.iter(),
        other => {
            let kind = type_name(other);
            return Err(type_error(format!("can only assign tuple to {name}.__bases__, not {kind}")));
        }
    };
    let mut bases: Vec<Rc<Class>> = Vec::new();
    for item in items {
        let Value::Type(base) = item else {
            let kind = type_name(item);
            return Err(type_error(format!("{name}.__bases__ must be tuple of classes, not '{kind}'")));
        };
        if base.flag(class_flag::FINAL) {
            return Err(type_error(format!("type '{}' is not an acceptable base type", base.shown_name())));
        }
        if base.is_subclass_of(class) {
            return Err(type_error("a __bases__ item causes an inheritance cycle"));
        }
        bases.push(base.clone());
    }
    check_layout(class, &bases)?;
    let old = class.bases.replace(bases);
    if let Err(exc) = reorder(class) {
        class.bases.replace(old);
        let _as_before = reorder(class);
        return Err(exc);
    }
    class.moved_from(&old);
    next_epoch();
    Ok(())
}

/// Instances must go on fitting.
fn check_layout(class: &Rc<Class>, bases: &[Rc<Class>]) -> PyResult<()> {
    let before = class.bases.borrow();
    let (Some(old), Some(new)) = (best_base(&before), best_base(bases)) else { return Ok(()) };
    let what = match () {
        _ if old.flag(class_flag::HEAP) != new.flag(class_flag::HEAP) => "deallocator",
        _ if !same_layout(old, new) => "object layout",
        _ => return Ok(()),
    };
    Err(type_error(format!("__bases__ assignment: '{}' {what} differs from '{}'", new.name(), old.name())))
}

/// The base that says how instances are laid out: the first of a built-in class with a layout of its own.
fn best_base(bases: &[Rc<Class>]) -> Option<&Rc<Class>> {
    bases.iter().find(|base| base.layout().is_some()).or(bases.first())
}

fn same_layout(a: &Rc<Class>, b: &Rc<Class>) -> bool {
    let same = match (a.layout(), b.layout()) {
        (Some(a), Some(b)) => Rc::ptr_eq(&a, &b),
        (None, None) => true,
        _ => false,
    };
    same && a.flag(class_flag::NO_DICT) == b.flag(class_flag::NO_DICT)
}

/// The order of the class and of all that are derived from it, anew.
fn reorder(class: &Rc<Class>) -> PyResult<()> {
    let bases = class.bases.borrow().clone();
    if let Some(twice) = bases.iter().enumerate().find(|(n, b)| bases[..*n].iter().any(|c| Rc::ptr_eq(b, c))) {
        return Err(type_error(format!("duplicate base class {}", twice.1.name())));
    }
    let ancestors = linearize(&bases).map_err(|heads| no_order(&heads))?;
    class.inherit_flags(&ancestors);
    class.ancestors.replace(ancestors);
    class.subclasses().iter().try_for_each(reorder)
}
