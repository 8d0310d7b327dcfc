//! `loop._ready` and `loop._scheduled`: the deque and the list that a program gets are what counts from then on, until
//! the loop's own turn takes what stands in them. So a program's `_run_once` may take handles out and put others in.

use std::cmp::Reverse;
use std::rc::Rc;

use super::base_events::{Ready, event_loop};
use super::handles::{Handle, handle_of};
use super::scheduling::schedule;
use super::{heap, py};
use crate::objects::exception::PyResult;
use crate::objects::look::{change, look};
use crate::objects::{Args, Interp, Object, Value, ops};

/// `loop._ready`
pub fn ready(i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult {
    let this = event_loop(owner);
    let known = look(&this.shown).0.clone();
    let deque = match known {
        Value::Unset => {
            let collections = i.import("collections")?;
            let made = py::call(i, &collections, "deque", Args::none())?;
            change(&this.shown).0 = made.clone();
            made
        }
        known => known,
    };
    let waiting = std::mem::take(&mut *change(&this.ready));
    this.exposed.set(true);
    for entry in waiting {
        let handle = entry.handle(owner).object(&this.state);
        py::call(i, &deque, "append", Args::one(handle))?;
    }
    Ok(deque)
}

/// `loop._ready = deque`: the program's own counts from then on; what is in it comes out by `popleft()`.
pub fn set_ready(owner: &Rc<Object>, deque: Value) {
    let this = event_loop(owner);
    let before = std::mem::take(&mut *change(&this.ready));
    let shown = std::mem::replace(&mut change(&this.shown).0, deque);
    this.own_ready.set(true);
    this.exposed.set(true);
    drop((before, shown));
}

/// `loop._scheduled`, a heap
pub fn scheduled(i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult {
    let this = event_loop(owner);
    if look(&this.shown).1.is_unset() {
        change(&this.shown).1 = Value::list(Vec::new());
    }
    let list = look(&this.shown).1.clone();
    let timers = std::mem::take(&mut *change(&this.scheduled)).into_sorted_vec();
    this.exposed.set(true);
    if let Value::List(items) = &list {
        let mut all = std::mem::take(&mut *items.items.borrow_mut());
        for Reverse(timer) in timers.into_iter().rev() {
            let timer = timer.0.object(&this.state);
            heap::push(i, &mut all, timer)?;
        }
        items.items.replace(all);
    }
    Ok(list)
}

/// The loop's own turn takes what the program has left in them.
#[cold]
pub fn take_back(i: &mut dyn Interp, owner: &Rc<Object>) {
    let this = event_loop(owner);
    let own = this.own_ready.get();
    if own {
        // What has become ready since goes through the program's deque as well.
        let _shown = ready(i, owner);
    }
    this.exposed.set(own);
    let (deque, list) = look(&this.shown).clone();
    let left = if own { popped(i, &deque) } else { emptied(i, &deque) };
    for handle in left.iter().rev() {
        if let Ok(handle) = handle_of(handle) {
            change(&this.ready).push_front(Ready::of(kept(handle)));
        }
    }
    for timer in emptied(i, &list) {
        if let Ok(timer) = handle_of(&timer) {
            schedule(this, kept(timer));
        }
    }
}

/// What a deque or a list has held, which is empty then.
fn emptied(i: &mut dyn Interp, from: &Value) -> Vec<Value> {
    if from.is_unset() {
        return Vec::new();
    }
    let all = ops::to_vec(i, from).unwrap_or_default();
    // A deque's and a list's own method, which cannot fail.
    let _cleared = py::call(i, from, "clear", Args::none());
    all
}

/// What a deque of the program's gives until it is empty.
fn popped(i: &mut dyn Interp, from: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    while let Ok(true) = ops::is_true(i, from)
        && let Ok(handle) = py::call(i, from, "popleft", Args::none())
    {
        all.push(handle);
    }
    all
}

/// The object that the program has made for it lives as long as it waits.
pub fn kept(handle: &Rc<Handle>) -> Rc<Handle> {
    handle.made.replace(handle.own_object());
    handle.clone()
}

/// `loop._add_callback(handle)`
pub fn add_callback(i: &mut dyn Interp, owner: &Rc<Object>, handle: &Value) -> PyResult<()> {
    let this = event_loop(owner);
    let handle = handle_of(handle)?;
    if handle.cancelled.get() {
        return Ok(());
    }
    if this.exposed.get() {
        take_back(i, owner);
    }
    change(&this.ready).push_back(Ready::of(kept(handle)));
    Ok(())
}
