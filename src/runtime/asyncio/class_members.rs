//! What a `class` statement gives a class: asyncio's are such ones in CPython, and `dir()` shows it.

use std::rc::Rc;

use super::own_dict;
use crate::objects::class::Class;
use crate::objects::descriptor::own_attribute;
use crate::objects::symbol::known;
use crate::objects::{Symbol, Value, types};

/// The lines at which their statements begin.
const FIRST_LINES: [(&str, i64); 24] = [
    ("AbstractEventLoop", 221),
    ("AbstractEventLoopPolicy", 632),
    ("BaseDefaultEventLoopPolicy", 666),
    ("_UnixDefaultEventLoopPolicy", 1477),
    ("BaseEventLoop", 418),
    ("_UnixSelectorEventLoop", 58),
    ("Handle", 29),
    ("TimerHandle", 108),
    ("_ContextManagerMixin", 12),
    ("_LoopBoundMixin", 9),
    ("Lock", 23),
    ("Event", 158),
    ("Condition", 219),
    ("Semaphore", 352),
    ("BoundedSemaphore", 451),
    ("Barrier", 476),
    ("Queue", 33),
    ("PriorityQueue", 282),
    ("LifoQueue", 298),
    ("Timeout", 26),
    ("TaskGroup", 12),
    ("Runner", 20),
    ("_GatheringFuture", 755),
    ("_AsCompletedIterator", 570),
];

/// Adds it to a class of asyncio's, if it is a Python one.
pub fn add(class: &Rc<Class>) {
    let Some((_, line)) = FIRST_LINES.iter().find(|(name, _)| *name == &*class.name()) else { return };
    class.set(known::FIRSTLINENO, Value::from(*line));
    let set_by_methods = own_dict::names_of(class).into_iter().map(Symbol::value).collect::<Vec<_>>();
    class.set(Symbol::new("__static_attributes__"), Value::tuple(set_by_methods));
    if class.bases.borrow().iter().all(|base| Rc::ptr_eq(base, &types().object)) {
        class.set(known::WEAKREF, own_attribute(class, known::WEAKREF));
    }
}
