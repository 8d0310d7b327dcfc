//! Going through an element and what is below it.

use std::rc::Rc;

use super::{CHILDREN, TAG, known};
use crate::modules::shortcuts::Known;
use crate::objects::builtin_types::iterator_types::iterator_methods;
use crate::objects::builtin_types::iterators;
use crate::objects::containers::List;
use crate::objects::exception::PyResult;
use crate::objects::gc_graph::{Edge, Visit, visit_all};
use crate::objects::iter::{Advance, Iter, NativeIter};
use crate::objects::native_class::NativeClass;
use crate::objects::{Class, Interp, Value, ops, types};

/// An element and all below it, in the document's order.
struct Below {
    /// None: to be asked for, in the process that has it.
    known: Option<Rc<Known>>,
    tag: Option<Value>,
    /// The element that comes next, and lists of children with the place of the next one.
    next: Option<Value>,
    open: Vec<(Rc<List>, usize)>,
}

impl NativeIter for Below {
    fn advance(&mut self, i: &mut dyn Interp, _: &Rc<Iter>) -> PyResult<Advance> {
        let Some(known) = self.known.take().or_else(|| known(i)) else { return Ok(Advance::End) };
        let found = self.next_below(i, &known);
        self.known = Some(known);
        found
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn NativeIter>> {
        let mut open = Vec::new();
        for (list, at) in &self.open {
            let Value::List(list) = copy(&Value::List(list.clone())) else { return None };
            open.push((list, *at));
        }
        let (tag, next) = (self.tag.as_ref().map(&mut *copy), self.next.as_ref().map(copy));
        Some(Box::new(Below { known: None, tag, next, open }))
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all(self.next.iter().chain(&self.tag), visit);
        for (list, _) in &self.open {
            visit(Edge::Value(&Value::List(list.clone())));
        }
    }
}

impl Below {
    fn next_below(&mut self, i: &mut dyn Interp, known: &Known) -> PyResult<Advance> {
        loop {
            while self.next.is_none() {
                let Some((list, at)) = self.open.last_mut() else { return Ok(Advance::End) };
                self.next = list.items.borrow().get(*at).cloned();
                *at += 1;
                if self.next.is_none() {
                    self.open.pop();
                }
            }
            let Some(element) = self.next.take() else { continue };
            let own = |name: usize| known.own(element.as_object()?, name);
            if let Some(Value::List(children)) = own(CHILDREN) {
                self.open.push((children, 0));
            }
            let wanted = match (&self.tag, own(TAG)) {
                (None, _) => true,
                (Some(Value::Str(a)), Some(Value::Str(b))) => a.data == b.data,
                (Some(tag), Some(own)) => ops::equal(i, &own, tag)?,
                (Some(_), None) => false,
            };
            if wanted {
                return Ok(Advance::Item(element));
            }
        }
    }
}

struct IteratorClass(Rc<Class>);

/// `iter(tag)`
pub(super) fn iter(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let (this, tag) = match &*args {
        [this] => (this, None),
        [this, Value::None] => (this, None),
        [this, tag] => (this, Some(tag.clone()).filter(|tag| tag.text_or_empty() != "*")),
        _ => return None,
    };
    let known = known(i)?;
    let below = Below { known: Some(known), tag, next: Some(this.clone()), open: Vec::new() };
    let make = || {
        let like = types().list_iterator.make.get();
        let class = NativeClass::new("_element_iterator", "_elementtree", &[], like).finish();
        iterator_methods(&class);
        IteratorClass(class)
    };
    let class = i.states().get_or(make).0.clone();
    Some(iterators::native(&class, below))
}
