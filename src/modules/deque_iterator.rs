//! The iterators of a deque.

use std::rc::Rc;

use super::deque::deque;
use crate::objects::args::Args;
use crate::objects::builtin_types::iterator_types::{class_of, iterator_methods, length_hint};
use crate::objects::builtin_types::{iterator_state, iterators};
use crate::objects::exception::{PyResult, runtime_error};
use crate::objects::function::Flow;
use crate::objects::gc_graph::{Visit, visit_all};
use crate::objects::iter::{Advance, Iter, NativeIter, Pieces};
use crate::objects::native_class::NativeClass;
use crate::objects::{Class, Interp, Value};

/// Forwards or backwards through a deque.
pub struct DequeIter {
    pub deque: Value,
    pub at: usize,
    pub changes: u64,
    pub backwards: bool,
    /// How many items are left, as far as it has looked.
    pub left: usize,
}

impl DequeIter {
    /// From the `at`th item on, from its side.
    pub fn new(of: Value, at: usize, backwards: bool) -> PyResult<DequeIter> {
        let state = deque(&of, "__iter__")?;
        let (changes, left) = (state.changes.get(), state.items.borrow().len().saturating_sub(at));
        Ok(DequeIter { deque: of, at, changes, backwards, left })
    }
}

impl NativeIter for DequeIter {
    fn advance(&mut self, _: &mut dyn Interp, _: &Rc<Iter>) -> PyResult<Advance> {
        let state = deque(&self.deque, "__iter__")?;
        if state.changes.get() != self.changes {
            self.left = 0;
            return Err(runtime_error("deque mutated during iteration"));
        }
        let items = state.items.borrow();
        let at = self.at;
        let item = if self.backwards { items.iter().nth_back(at) } else { items.get(at) };
        self.at += item.is_some() as usize;
        self.left = items.len().saturating_sub(self.at);
        Ok(item.cloned().map_or(Advance::End, Advance::Item))
    }

    fn length_hint(&self) -> Option<usize> {
        Some(self.left)
    }

    fn pieces(&self) -> Option<Pieces> {
        Some(Pieces::Of(vec![self.deque.clone(), self.at.into()]))
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all([&self.deque], visit);
    }
}

/// `type(iter(deque()))(deque, index)`
#[cold]
#[inline(never)]
fn new(_: &mut dyn Interp, mut args: Args, backwards: bool) -> PyResult<Flow> {
    let class = class_of(&mut args)?;
    let [of, at] = args.between(&class.name(), 1)?;
    let at = at.as_int().and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
    Ok(Flow::Done(iterators::native(&class, DequeIter::new(of, at, backwards)?)))
}

/// A class of iterators, with the methods that all built-in iterators have.
pub fn iterator_class(name: &str, backwards: bool) -> Rc<Class> {
    let like = &crate::objects::types().list_iterator;
    let class = NativeClass::new(name, "collections", &[], like.make.get())
        .sync("__reduce__", iterator_state::reduce)
        .sync("__length_hint__", length_hint)
        .static_method("__new__", if backwards { |i, args| new(i, args, true) } else { |i, args| new(i, args, false) })
        .finish();
    iterator_methods(&class);
    class
}
