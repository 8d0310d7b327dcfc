//! The built-ins' iterators.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::containers::{Dict, List, Set, Tuple};
use super::exception::{PyResult, recursion_error};
use super::finalizer;
use super::function::{Flow, NativeFuture};
use super::gc_graph::Visit;
use super::header::Header;
use super::interp::Interp;
use super::ops::pairs::Pair;
use super::string::Str;
use super::value::Value;

thread_local! {
    static NESTED: Cell<u32> = const { Cell::new(0) };
}

/// A step of a native iterator within those of others that ask it (`zip(chain(islice(…)))`): each takes the host's stack,
/// of which a browser has 1 MB.
pub struct Nested(());

impl Nested {
    const MOST: u32 = 400;

    /// RecursionError, if it is one too many.
    #[inline]
    pub fn enter() -> PyResult<Nested> {
        let depth = NESTED.get();
        if depth >= Nested::MOST {
            return Err(recursion_error("maximum recursion depth exceeded while iterating"));
        }
        NESTED.set(depth + 1);
        Ok(Nested(()))
    }
}

impl Drop for Nested {
    fn drop(&mut self) {
        NESTED.set(NESTED.get() - 1);
    }
}

/// What a native iterator's step comes to.
pub enum Advance {
    Item(Value),
    End,
    /// Python code must run first (`map`, `zip` over a generator); the future's result is the item, and it raises
    /// StopIteration at the end.
    Frame(NativeFuture),
    /// The item is what this comes to, likewise.
    Flow(Flow),
}

/// What makes an iterator again (`__reduce__`).
pub enum Pieces {
    /// `iter(sequence)`, set to an index.
    At(Value, usize),
    /// `reversed(sequence)`, set to the index before this one.
    Backwards(Value, usize),
    /// `iter` of what is left of a range.
    Rest(Value),
    /// `iter` of the items that are left.
    Items(Vec<Value>),
    /// `iter(callable, sentinel)`
    Call(Value, Value),
    /// The class, called with these.
    Of(Vec<Value>),
    /// As above, and strict.
    Strict(Vec<Value>),
}

/// An iterator written in Rust: `zip`, `map`, `enumerate`, those of itertools.
pub trait NativeIter {
    /// The class's name, for repr and type: `zip`, `islice`.
    fn advance(&mut self, interp: &mut dyn Interp, this: &Rc<Iter>) -> PyResult<Advance>;

    /// A step that gives two items for a tuple of them.
    fn pair(&mut self, _: &mut dyn Interp) -> PyResult<Pair> {
        Ok(Pair::Unknown)
    }

    /// What it came to, once it has ended: the value of `await future`, of `yield from` it, of its StopIteration.
    fn returned(&mut self) -> Value {
        Value::None
    }

    /// Whether it stays ended: what only asks others asks them again.
    fn remembers_end(&self) -> bool {
        true
    }

    /// What makes it again, if it can be copied.
    fn pieces(&self) -> Option<Pieces> {
        None
    }

    /// Another one at the same place, of what can be copied so (`tee`).
    fn copied(&self) -> Option<Box<dyn NativeIter>> {
        None
    }

    /// Another one at the same place, of copies of what it refers to, if that is not what [`NativeIter::pieces`] are for:
    /// for a process that is forked off.
    fn forked(&self, _copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn NativeIter>> {
        None
    }

    /// `__setstate__`
    fn set_place(&mut self, _: i64) {}

    /// Where it stands, beyond what [`NativeIter::pieces`] make.
    fn state(&self) -> Option<Value> {
        None
    }

    /// As [`NativeIter::set_place`], of what [`NativeIter::state`] gives.
    fn set_state(&mut self, _: &mut dyn Interp, _: &Value) -> PyResult<()> {
        Ok(())
    }

    /// `__length_hint__`, if it is known.
    fn length_hint(&self) -> Option<usize> {
        None
    }

    /// What must still be as long as it has to go, so that its length hint is true.
    fn outlasts(&self) -> Option<&Value> {
        None
    }

    /// Visits what it refers to, for the cycle collector: each as often as it holds it, or less often.
    fn edges(&self, _visit: &mut Visit) {}
}

/// What an iterator goes over. The common ones stand here so that loops run without indirection.
pub enum IterKind {
    List {
        list: Rc<List>,
        index: Cell<usize>,
    },
    Tuple {
        tuple: Rc<Tuple>,
        index: Cell<usize>,
    },
    Range {
        next: Cell<i64>,
        step: i64,
        left: Cell<u64>,
    },
    Str {
        string: Rc<Str>,
        index: Cell<usize>,
    },
    /// `what`: keys, values or items. `size`: the number of entries at the start, to notice changes.
    Dict {
        dict: Rc<Dict>,
        what: DictPart,
        index: Cell<usize>,
        size: Cell<usize>,
        left: Cell<usize>,
    },
    Set {
        set: Rc<Set>,
        index: Cell<usize>,
        size: usize,
    },
    Native(RefCell<Box<dyn NativeIter>>),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DictPart {
    Keys,
    Values,
    Items,
}

/// An iterator of a built-in. Once exhausted it stays so.
pub struct Iter {
    pub header: Header,
    pub kind: IterKind,
    pub exhausted: Cell<bool>,
    /// The class: `list_iterator`, `zip`.
    pub class: Rc<super::class::Class>,
}

impl Drop for Iter {
    fn drop(&mut self) {
        if let IterKind::Native(_) = self.kind {
            let nothing = IterKind::Range { next: Cell::new(0), step: 0, left: Cell::new(0) };
            finalizer::release_any(std::mem::replace(&mut self.kind, nothing));
        }
    }
}

impl Iter {
    pub fn new(class: Rc<super::class::Class>, kind: IterKind) -> Value {
        Value::Iter(Rc::new(Iter { header: Header::default(), kind, exhausted: Cell::new(false), class }))
    }
}
