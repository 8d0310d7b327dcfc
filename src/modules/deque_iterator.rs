//! The iterators of a deque.

use std::rc::Rc;

use super::deque::deque;
use crate::objects::builtin_types::iterator_types::iterator_methods;
use crate::objects::exception::{PyResult, runtime_error};
use crate::objects::iter::{Advance, Iter, NativeIter};
use crate::objects::native_class::NativeClass;
use crate::objects::{Class, Interp, Value};

/// Forwards or backwards through a deque.
pub struct DequeIter {
    pub deque: Value,
    pub at: usize,
    pub changes: u64,
    pub backwards: bool,
}

impl NativeIter for DequeIter {
    fn advance(&mut self, _: &mut dyn Interp, _: &Rc<Iter>) -> PyResult<Advance> {
        let state = deque(&self.deque, "__iter__")?;
        if state.changes.get() != self.changes {
            return Err(runtime_error("deque mutated during iteration"));
        }
        let items = state.items.borrow();
        let at = self.at;
        self.at += 1;
        let item = if self.backwards { items.iter().nth_back(at) } else { items.get(at) };
        Ok(item.cloned().map_or(Advance::End, Advance::Item))
    }
}

/// A class of iterators, with the methods that all built-in iterators have.
pub fn iterator_class(name: &str) -> Rc<Class> {
    let like = &crate::objects::types().list_iterator;
    let class = NativeClass::new(name, "collections", &[], like.make.get()).finish();
    iterator_methods(&class);
    class
}
