//! `queue.Queue`'s put and get where nobody waits: what its text in Python does then, at once.

use std::rc::Rc;

use super::deque::Deque;
use super::thread_locks::is_idle;
use super::thread_trace::followed;
use crate::asyncio::labels;
use crate::objects::attrs::AttrMap;
use crate::objects::class::{Class, epoch};
use crate::objects::code::Shortcut;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::look::{change, look};
use crate::objects::object::Object;
use crate::objects::{Interp, Symbol, Value};
use crate::trace::{FutureId, Operation};

/// What the class calls; none of it may have been replaced.
const METHODS: [&str; 6] = ["put", "get", "_qsize", "_put", "_get", "_place_put"];

/// What the text's instructions cost.
const PUT_COST: u64 = 67;
const GET_COST: u64 = 43;

/// The class, as it was when it was made. In the interpreter's states.
struct Known {
    class: Rc<Class>,
    epoch: u32,
    methods: Vec<Option<Value>>,
    names: Names,
}

/// The attributes of a queue that these look at.
#[derive(Clone, Copy)]
struct Names {
    maxsize: Symbol,
    queue: Symbol,
    mutex: Symbol,
    not_empty: Symbol,
    not_full: Symbol,
    unfinished: Symbol,
    is_shutdown: Symbol,
    waiters: Symbol,
}

/// How many attributes `Queue.__init__` makes: if there are others they may be methods.
const ATTRIBUTES: usize = 8;

fn methods(class: &Rc<Class>) -> Vec<Option<Value>> {
    METHODS.iter().map(|name| class.lookup(Symbol::new(name))).collect()
}

/// `_thread._queue_shortcuts(Queue)`
pub fn install(i: &mut dyn Interp, class: &Value) -> PyResult {
    let Value::Type(class) = class else { return Err(type_error("a class is wanted")) };
    let set = |name: &str, shortcut: Shortcut| {
        if let Some(Value::Function(function)) = class.lookup(Symbol::new(name)) {
            function.code.set_shortcut(shortcut);
        }
    };
    set("put", put);
    set("get", get);
    let name = Symbol::new;
    let names = Names {
        maxsize: name("maxsize"),
        queue: name("queue"),
        mutex: name("mutex"),
        not_empty: name("not_empty"),
        not_full: name("not_full"),
        unfinished: name("unfinished_tasks"),
        is_shutdown: name("is_shutdown"),
        waiters: name("_waiters"),
    };
    i.states().set(Known { class: class.clone(), epoch: epoch(), methods: methods(class), names });
    Ok(Value::None)
}

/// The names, if the object is a Queue and nothing but that.
fn plain_queue(i: &mut dyn Interp, object: &Object) -> Option<Names> {
    let known = i.states().find::<Known>()?;
    if object.class_serial() != known.class.serial || look(&object.attrs).len() != ATTRIBUTES {
        return None;
    }
    if known.epoch != epoch() {
        let same = |(now, then): (Option<Value>, &Option<Value>)| match (now, then) {
            (Some(now), Some(then)) => now.is(then),
            _ => false,
        };
        if !methods(&known.class).into_iter().zip(&known.methods).all(same) {
            return None;
        }
        known.epoch = epoch();
    }
    Some(known.names)
}

/// Whether the mutex is free, and nobody waits for it or for the condition `notified`; and that the queue is open.
fn is_quiet(attrs: &AttrMap, names: &Names, notified: Symbol) -> bool {
    let Some(Value::Object(condition)) = attrs.get(notified) else { return false };
    let nobody = match look(&condition.attrs).get(names.waiters).and_then(Value::native::<Deque>) {
        Some(waiters) => waiters.items.borrow().is_empty(),
        None => false,
    };
    nobody
        && matches!(attrs.get(names.is_shutdown), Some(Value::Bool(false)))
        && attrs.get(names.mutex).is_some_and(is_idle)
}

/// `put(item)`
fn put(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [Value::Object(this), item] = args else { return None };
    let names = plain_queue(i, this)?;
    let place = {
        let mut attrs = change(&this.attrs);
        let queue = attrs.get(names.queue)?.native::<Deque>()?;
        let (Value::Int(maxsize), Value::Int(unfinished)) = (attrs.get(names.maxsize)?, attrs.get(names.unfinished)?)
        else {
            return None;
        };
        let (place, unfinished) = (queue.items.borrow().len(), *unfinished);
        let full = *maxsize > 0 && place as i64 >= *maxsize;
        if full || !is_quiet(&attrs, &names, names.not_empty) || !queue.append_at_once(item) {
            return None;
        }
        attrs.set(names.unfinished, Value::Int(unfinished + 1));
        place
    };
    i.charge(PUT_COST);
    record(i, this, Operation::Put, place, item);
    Some(Value::None)
}

/// `get()`
fn get(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let [Value::Object(this)] = args else { return None };
    let names = plain_queue(i, this)?;
    let item = {
        let attrs = look(&this.attrs);
        if !is_quiet(&attrs, &names, names.not_full) {
            return None;
        }
        attrs.get(names.queue)?.native::<Deque>()?.popleft_at_once()?
    };
    i.charge(GET_COST);
    record(i, this, Operation::Get, 0, &item);
    Some(item)
}

fn record(i: &mut dyn Interp, queue: &Object, operation: Operation, place: usize, item: &Value) {
    let Some(id) = followed(queue) else { return };
    let text = labels::short_id(i, item);
    i.log().object_used(id, operation, place as i32, text, FutureId::NONE);
}

impl Deque {
    /// `append` of a copy; false and nothing if more must be done for it.
    fn append_at_once(&self, item: &Value) -> bool {
        let mut items = self.items.borrow_mut();
        let len = items.len() + 1;
        if self.bound.get().is_some() || len >= 1024 && len.is_power_of_two() {
            return false;
        }
        items.push_back(item.clone());
        self.change();
        true
    }

    /// `popleft`, if there is an item.
    fn popleft_at_once(&self) -> Option<Value> {
        let item = self.items.borrow_mut().pop_front()?;
        self.change();
        Some(item)
    }
}
