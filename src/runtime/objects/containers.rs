//! The built-in containers' and small built-ins' data.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use smallvec::SmallVec;

use super::dict::DictData;
use super::finalizer;
use super::header::Header;
use super::set::SetData;
use super::value::Value;
use super::weak::WeakSlot;

pub struct Complex {
    pub header: Header,
    pub real: f64,
    pub imag: f64,
}

pub struct Bytes {
    pub header: Header,
    pub data: Box<[u8]>,
}

pub struct Tuple {
    pub header: Header,
    pub items: TupleItems,
}

/// Pairs, the commonest tuples, stand in the tuple itself.
pub type TupleItems = SmallVec<[Value; 2]>;

/// What a tuple can be made of.
pub trait IntoItems {
    fn into_items(self) -> TupleItems;
}

impl IntoItems for TupleItems {
    fn into_items(self) -> TupleItems {
        self
    }
}

impl IntoItems for Vec<Value> {
    fn into_items(self) -> TupleItems {
        SmallVec::from_vec(self)
    }
}

impl IntoItems for Box<[Value]> {
    fn into_items(self) -> TupleItems {
        SmallVec::from_vec(self.into_vec())
    }
}

impl<const N: usize> IntoItems for [Value; N] {
    #[inline]
    fn into_items(self) -> TupleItems {
        let mut items = TupleItems::with_capacity(N);
        for item in self {
            items.push(item);
        }
        items
    }
}

impl Tuple {
    pub fn new(items: impl IntoItems) -> Rc<Tuple> {
        Rc::new(Tuple { header: Header::default(), items: items.into_items() })
    }
}

impl Drop for Tuple {
    fn drop(&mut self) {
        // The last item first, as CPython's deallocators do.
        finalizer::release_all(std::mem::take(&mut self.items).into_iter().rev());
    }
}

pub struct List {
    pub header: Header,
    pub items: RefCell<Vec<Value>>,
}

impl List {
    pub fn new(items: Vec<Value>) -> Rc<List> {
        Rc::new(List { header: Header::default(), items: RefCell::new(items) })
    }

    /// The item at a place, if there is one.
    pub fn item(&self, at: usize) -> Option<Value> {
        self.items.borrow().get(at).cloned()
    }
}

impl Drop for List {
    fn drop(&mut self) {
        finalizer::release_all(self.items.take().into_iter().rev());
    }
}

pub struct Dict {
    pub header: Header,
    pub data: RefCell<DictData>,
}

/// A set or a frozenset.
pub struct Set {
    pub header: Header,
    pub frozen: bool,
    pub data: RefCell<SetData>,
    /// A frozenset's, once it has been asked for.
    pub hash: OnceCell<i64>,
    pub weakrefs: WeakSlot,
}

/// `range(start, stop, step)` within 64 bits; `len` is the number of values.
pub struct Range {
    pub header: Header,
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

impl Range {
    pub fn len(&self) -> u64 {
        range_len(self.start, self.stop, self.step)
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Number of values in a range.
pub fn range_len(start: i64, stop: i64, step: i64) -> u64 {
    if step > 0 && start < stop {
        (stop.wrapping_sub(start) as u64 - 1) / step as u64 + 1
    } else if step < 0 && start > stop {
        (start.wrapping_sub(stop) as u64 - 1) / step.unsigned_abs() + 1
    } else {
        0
    }
}

pub struct Slice {
    pub header: Header,
    pub start: Value,
    pub stop: Value,
    pub step: Value,
}

impl Drop for Slice {
    fn drop(&mut self) {
        for part in [&mut self.start, &mut self.stop, &mut self.step] {
            finalizer::release(part.take());
        }
    }
}

/// A variable shared between a function and the functions nested in it.
pub struct Cell {
    pub header: Header,
    pub contents: RefCell<Value>,
}

impl Cell {
    pub fn new(contents: Value) -> Rc<Cell> {
        Rc::new(Cell { header: Header::default(), contents: RefCell::new(contents) })
    }
}

impl Drop for Cell {
    fn drop(&mut self) {
        finalizer::release(self.contents.take());
    }
}
