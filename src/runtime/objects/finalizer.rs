//! The finalizer queue: `Drop` has no interpreter, so what must still happen when a last reference goes is queued here
//! and done by the VM before its next instruction. Dropping is iterative: a long chain never recurses deeply.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::args::Args;
use super::class::{Class, class_flag};
use super::generator::Suspended;
use super::object::Object;
use super::value::Value;
use super::weak::Watchers;

/// Something that must happen after a last reference has gone.
pub enum Finalizer {
    /// `__del__` is called; then weak references to the object are told.
    Object(Rc<Object>),
    /// A generator, coroutine or async generator that was dropped before it ended.
    Generator(Suspended),
    /// Weak references to something that is gone: they are told.
    Watchers(Rc<Watchers>),
    /// A function is called.
    Call(Value, Args),
}

impl Class {
    /// Whether something is still to be done when the class is collected: its metaclass has a `__del__`.
    pub fn needs_finalizer(&self) -> bool {
        !self.flag(class_flag::FINALIZED) && self.metaclass().is_some_and(|meta| meta.has_finalizer())
    }
}

thread_local! {
    static QUEUE: RefCell<Vec<Finalizer>> = const { RefCell::new(Vec::new()) };
    static PENDING: Cell<bool> = const { Cell::new(false) };
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static WORKLIST: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
    /// While a session is dropped as a whole nothing is finalized.
    static DISCARD: Cell<bool> = const { Cell::new(false) };
}

/// Queues a finalizer; the VM runs it before its next instruction.
pub fn enqueue(finalizer: Finalizer) {
    if DISCARD.get() {
        return drop(finalizer);
    }
    QUEUE.with(|q| q.borrow_mut().push(finalizer));
    PENDING.set(true);
}

/// Makes the VM look before its next instruction: a collection is due.
pub fn wake() {
    PENDING.set(true);
}

/// Whether finalizers are being discarded.
pub fn discards() -> bool {
    DISCARD.get()
}

/// Whether finalizers wait.
#[inline(always)]
pub fn pending() -> bool {
    PENDING.get()
}

/// The waiting finalizers, oldest first; the queue is empty afterwards.
pub fn take() -> Vec<Finalizer> {
    PENDING.set(false);
    QUEUE.with(|q| std::mem::take(&mut *q.borrow_mut()))
}

/// Runs `f` with finalizers discarded: for dropping what is left of a session.
pub fn discarding<R>(f: impl FnOnce() -> R) -> R {
    let before = DISCARD.replace(true);
    let result = f();
    DISCARD.set(before);
    result
}

/// How deep values may be dropped by plain recursion.
const MAX_DEPTH: u32 = 100;

/// Drops a child value: directly while shallow, through a worklist when deep.
pub fn release(value: Value) {
    if matches!(value, Value::Unset | Value::None | Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::Str(_)) {
        return;
    }
    release_any(value);
}

/// [`release`] for what holds values.
pub fn release_any<T: Any>(holder: T) {
    let depth = DEPTH.get();
    if depth >= MAX_DEPTH {
        return postpone(Box::new(holder));
    }
    DEPTH.set(depth + 1);
    drop(holder);
    if depth == 0 {
        drop_postponed();
    }
    DEPTH.set(depth);
}

#[cold]
#[inline(never)]
fn postpone(holder: Box<dyn Any>) {
    WORKLIST.with(|w| w.borrow_mut().push(holder));
}

#[inline(never)]
fn drop_postponed() {
    while let Some(next) = WORKLIST.with(|w| w.borrow_mut().pop()) {
        drop(next);
    }
}

/// [`release`] for all children of a container, in order.
pub fn release_all(values: impl IntoIterator<Item = Value>) {
    for value in values {
        release(value);
    }
}
