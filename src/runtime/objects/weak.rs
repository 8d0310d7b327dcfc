//! What refers weakly to an object: kept in the object itself, or beside it, where an object is seldom referred to so.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::finalizer::{self, Finalizer};
use super::hasher::FastMap;
use super::header::Header;
use super::object::Object;
use super::value::Value;

/// The weak references to an object.
#[derive(Default)]
pub struct Watchers {
    /// The one that is given out again and again: without a callback.
    pub plain: RefCell<Weak<Object>>,
    /// The proxy without a callback.
    pub proxy: RefCell<Weak<Object>>,
    /// The others, in the order in which they were made.
    pub others: RefCell<Vec<Weak<Object>>>,
}

/// Where an object's weak references are kept, if there are any. They are told when it goes.
#[derive(Default)]
pub struct WeakSlot(RefCell<Option<Rc<Watchers>>>);

impl WeakSlot {
    /// The references; the object is watched from now on.
    pub fn watch(&self) -> Rc<Watchers> {
        self.0.borrow_mut().get_or_insert_default().clone()
    }

    /// The references, if there are any.
    pub fn watchers(&self) -> Option<Rc<Watchers>> {
        self.0.borrow().clone()
    }

    pub fn take(&self) -> Option<Rc<Watchers>> {
        self.0.take()
    }

    /// The object is going: the references are told before the next instruction.
    #[inline]
    pub fn tell(&self) {
        if let Some(watchers) = self.0.take() {
            finalizer::enqueue(Finalizer::Watchers(watchers));
        }
    }
}

impl Drop for WeakSlot {
    fn drop(&mut self) {
        self.tell();
    }
}

thread_local! {
    /// The references to objects without a slot, by where these objects' headers stand.
    static BESIDE: RefCell<FastMap<usize, Rc<Watchers>>> = RefCell::default();
}

impl Header {
    fn place(&self) -> usize {
        std::ptr::from_ref(self) as usize
    }

    fn take_watchers(&self) -> Option<Rc<Watchers>> {
        if !self.is_watched() {
            return None;
        }
        self.set_watched(false);
        BESIDE.try_with(|beside| beside.borrow_mut().remove(&self.place())).ok().flatten()
    }

    /// The object, which has no slot, is going.
    #[inline(always)]
    pub fn tell(&self) {
        if self.is_watched() {
            self.tell_watchers();
        }
    }

    #[cold]
    #[inline(never)]
    fn tell_watchers(&self) {
        if let Some(watchers) = self.take_watchers() {
            finalizer::enqueue(Finalizer::Watchers(watchers));
        }
    }
}

/// Where the references to a value are kept.
enum Place<'a> {
    Slot(&'a WeakSlot),
    Beside(&'a Header),
}

/// `None`: nothing can refer to such a value weakly.
fn place_of(value: &Value) -> Option<Place<'_>> {
    Some(match value {
        Value::Object(o) => Place::Slot(&o.weakrefs),
        Value::Function(f) => Place::Slot(&f.weakrefs),
        Value::Type(c) => Place::Slot(&c.weakrefs),
        Value::Generator(g) => Place::Slot(&g.weakrefs),
        Value::Set(s) => Place::Slot(&s.weakrefs),
        Value::Method(m) => Place::Beside(&m.header),
        Value::Builtin(b) => Place::Beside(&b.header),
        Value::Module(m) => Place::Beside(&m.header),
        Value::Code(c) => Place::Beside(&c.header),
        _ => return None,
    })
}

/// The references to a value, which is watched from now on.
pub fn watch(value: &Value) -> Option<Rc<Watchers>> {
    Some(match place_of(value)? {
        Place::Slot(slot) => slot.watch(),
        Place::Beside(header) => {
            header.set_watched(true);
            BESIDE.with_borrow_mut(|beside| beside.entry(header.place()).or_default().clone())
        }
    })
}

/// The references to a value, if there are any.
pub fn watchers(value: &Value) -> Option<Rc<Watchers>> {
    match place_of(value)? {
        Place::Slot(slot) => slot.watchers(),
        Place::Beside(header) => BESIDE.with_borrow(|beside| beside.get(&header.place()).cloned()),
    }
}

/// The references to a value, which are no more afterwards.
pub fn take_watchers(value: &Value) -> Option<Rc<Watchers>> {
    match place_of(value)? {
        Place::Slot(slot) => slot.take(),
        Place::Beside(header) => header.take_watchers(),
    }
}
