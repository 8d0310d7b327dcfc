//! What walks over a memoryview of one dimension.

use std::rc::Rc;

use super::iterators::native;
use super::memory_shape::not_implemented;
use super::memoryview::{MemoryView, open};
use crate::objects::args::Args;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::gc_graph::{Visit, visit_all};
use crate::objects::interp::Interp;
use crate::objects::iter::{Advance, Iter, NativeIter};
use crate::objects::native_class::receiver;
use crate::objects::types::types;
use crate::objects::value::Value;

struct MemoryIter {
    /// `None` once the walk has come to its end.
    view: Value,
    at: usize,
    count: usize,
}

/// `memoryview.__iter__`
pub(super) fn iter(_: &mut dyn Interp, args: Args) -> PyResult {
    let [this] = args.exactly("memoryview.__iter__")?;
    receiver::<MemoryView>(&this, "memoryview", "__iter__")?;
    let view = open(&this)?;
    match view.shape.dimensions() {
        0 => Err(type_error("invalid indexing of 0-dim memory")),
        1 => {
            view.format.readable()?;
            let count = view.count;
            Ok(native(&types().memory_iterator, MemoryIter { view: this, at: 0, count }))
        }
        _ => Err(not_implemented("multi-dimensional sub-views are not implemented")),
    }
}

impl NativeIter for MemoryIter {
    fn advance(&mut self, _: &mut dyn Interp, _: &Rc<Iter>) -> PyResult<Advance> {
        if self.at == self.count {
            self.view = Value::None;
            return Ok(Advance::End);
        }
        self.at += 1;
        open(&self.view)?.number((self.at - 1, 0)).map(Advance::Item)
    }

    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn NativeIter>> {
        Some(Box::new(MemoryIter { view: copy(&self.view), at: self.at, count: self.count }))
    }

    fn edges(&self, visit: &mut Visit) {
        visit_all([&self.view], visit);
    }
}
