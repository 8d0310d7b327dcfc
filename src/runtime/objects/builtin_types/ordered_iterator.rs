//! `odict_iterator`: it looks one key ahead, and notices what changes the order (Objects/odictobject.c).

use std::rc::Rc;

use super::iterators::native;
use crate::objects::containers::Dict;
use crate::objects::exception::{PyResult, runtime_error};
use crate::objects::gc_graph::{Edge, Visit};
use crate::objects::interp::Interp;
use crate::objects::iter::{Advance, DictPart, Iter, NativeIter, Pieces};
use crate::objects::types::types;
use crate::objects::value::Value;

struct OrderedIter {
    dict: Rc<Dict>,
    what: DictPart,
    reversed: bool,
    /// Where the next item is looked for; none is left otherwise.
    at: Option<usize>,
    shape: (usize, usize, u32),
}

impl OrderedIter {
    fn item(&self, at: usize, what: DictPart) -> Option<(usize, Value)> {
        if self.reversed { self.dict.previous_part(at, what) } else { self.dict.next_part(at, what) }
    }

    fn there(&self, at: usize) -> Option<usize> {
        self.item(at, DictPart::Keys).map(|_| at)
    }
}

impl NativeIter for OrderedIter {
    fn advance(&mut self, _: &mut dyn Interp, _: &Rc<Iter>) -> PyResult<Advance> {
        let Some(at) = self.at.take() else { return Ok(Advance::End) };
        if self.dict.shape() != self.shape {
            return Err(runtime_error("OrderedDict mutated during iteration"));
        }
        let Some((after, item)) = self.item(at, self.what) else { return Ok(Advance::End) };
        self.at = self.there(after);
        Ok(Advance::Item(item))
    }

    fn pieces(&self) -> Option<Pieces> {
        let rest =
            std::iter::successors(self.at.and_then(|at| self.item(at, self.what)), |(at, _)| self.item(*at, self.what));
        Some(Pieces::Items(rest.map(|(_, item)| item).collect()))
    }

    fn edges(&self, visit: &mut Visit) {
        visit(Edge::Dict(&self.dict));
    }
}

/// Over the keys, values or items of an OrderedDict.
pub fn over(dict: &Rc<Dict>, what: DictPart, reversed: bool) -> Value {
    let start = if reversed { usize::MAX } else { 0 };
    let mut iter = OrderedIter { dict: dict.clone(), what, reversed, at: None, shape: dict.shape() };
    iter.at = iter.there(start);
    native(&types().odict_iterator, iter)
}
