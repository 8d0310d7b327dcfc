//! What a `class` statement gives a class: asyncio's are such ones in CPython, and `dir()` shows it.

use std::rc::Rc;

use super::own_dict;
use crate::objects::class::Class;
use crate::objects::descriptor::own_attribute;
use crate::objects::symbol::known;
use crate::objects::{Symbol, Value, types};

/// Adds it to a class whose statement begins at this line of its file.
pub fn add(class: &Rc<Class>, line: i64) {
    class.set(known::FIRSTLINENO, Value::from(line));
    let set_by_methods = own_dict::names_of(class).into_iter().map(Symbol::value).collect::<Vec<_>>();
    class.set(Symbol::new("__static_attributes__"), Value::tuple(set_by_methods));
    if class.bases.borrow().iter().all(|base| Rc::ptr_eq(base, &types().object)) {
        class.set(known::WEAKREF, own_attribute(class, known::WEAKREF));
    }
}
