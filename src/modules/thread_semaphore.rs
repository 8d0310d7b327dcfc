//! `threading.Semaphore`'s acquire and release where nobody waits: what its text in Python does then, at once.

use std::rc::Rc;

use super::deque::Deque;
use super::thread_locks::is_idle;
use super::thread_trace::{followed, record};
use crate::objects::class::{Class, epoch};
use crate::objects::code::Shortcut;
use crate::objects::exception::{PyResult, type_error};
use crate::objects::look::{change, look};
use crate::objects::object::Object;
use crate::objects::{Interp, Symbol, Value};
use crate::trace::Operation;

/// What the class calls; none of it may have been replaced.
const METHODS: [&str; 2] = ["acquire", "release"];

/// What the text's instructions cost.
const ACQUIRE_COST: u64 = 36;
const RELEASE_COST: u64 = 39;

/// A class, as it was when it was made.
struct Made {
    class: Rc<Class>,
    methods: Vec<Option<Value>>,
}

/// Semaphore and BoundedSemaphore. In the interpreter's states.
struct Known {
    classes: Vec<Made>,
    epoch: u32,
    names: Names,
}

/// The attributes of a semaphore and of its condition that these look at.
#[derive(Clone, Copy)]
struct Names {
    value: Symbol,
    bound: Symbol,
    condition: Symbol,
    lock: Symbol,
    waiters: Symbol,
}

fn methods(class: &Rc<Class>) -> Vec<Option<Value>> {
    METHODS.iter().map(|name| class.lookup(Symbol::new(name))).collect()
}

/// `_thread._semaphore_shortcuts(Semaphore, BoundedSemaphore)`
pub fn install(i: &mut dyn Interp, given: &[Value]) -> PyResult {
    let name = Symbol::new;
    let mut classes = Vec::new();
    for class in given {
        let Value::Type(class) = class else { return Err(type_error("a class is wanted")) };
        let release = if classes.is_empty() { release as Shortcut } else { release_bounded };
        for (of, shortcut) in [("acquire", acquire as Shortcut), ("release", release), ("__exit__", exit)] {
            if let Some(Value::Function(function)) = class.lookup(name(of)) {
                function.code.set_shortcut(shortcut);
            }
        }
        classes.push(Made { class: class.clone(), methods: methods(class) });
    }
    let names = Names {
        value: name("_value"),
        bound: name("_initial_value"),
        condition: name("_cond"),
        lock: name("_lock"),
        waiters: name("_waiters"),
    };
    i.states().set(Known { classes, epoch: epoch(), names });
    Ok(Value::None)
}

/// The names and the value, if the object is a semaphore and nothing but that, its lock is free and nobody waits.
fn quiet(i: &mut dyn Interp, object: &Object) -> Option<(Names, i64)> {
    let known = i.states().find::<Known>()?;
    let serial = object.class_serial();
    // A bounded one has its bound besides.
    let place = known.classes.iter().position(|made| made.class.serial == serial)?;
    let attrs = look(&object.attrs);
    if attrs.len() != 2 + place {
        return None;
    }
    if known.epoch != epoch() {
        let same = |(now, then): (Option<Value>, &Option<Value>)| match (now, then) {
            (Some(now), Some(then)) => now.is(then),
            _ => false,
        };
        let unchanged = |made: &Made| methods(&made.class).into_iter().zip(&made.methods).all(same);
        if !known.classes.iter().all(unchanged) {
            return None;
        }
        known.epoch = epoch();
    }
    let names = known.names;
    let Value::Object(condition) = attrs.get(names.condition)? else { return None };
    let condition = look(&condition.attrs);
    let waiters = condition.get(names.waiters).and_then(Value::native::<Deque>)?;
    if !waiters.items.borrow().is_empty() || !condition.get(names.lock).is_some_and(is_idle) {
        return None;
    }
    Some((names, attrs.get(names.value)?.as_int()?))
}

fn put(i: &mut dyn Interp, object: &Object, names: &Names, value: i64, operation: Operation) {
    change(&object.attrs).set(names.value, Value::Int(value));
    if let Some(id) = followed(object) {
        record(i, id, operation, value.clamp(i32::MIN as i64, i32::MAX as i64) as i32);
    }
}

/// `acquire()`, also as `__enter__`
fn acquire(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let ([Value::Object(this)] | [Value::Object(this), Value::Bool(true), Value::None]) = args else { return None };
    let (names, value) = quiet(i, this).filter(|(_, value)| *value > 0)?;
    i.charge(ACQUIRE_COST);
    put(i, this, &names, value - 1, Operation::Acquire);
    Some(Value::Bool(true))
}

/// The bound of a bounded one.
fn bound(this: &Object, names: &Names) -> Option<Value> {
    look(&this.attrs).get(names.bound).cloned()
}

/// `Semaphore.release(self)`, which knows no bound
fn release(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let ([Value::Object(this)] | [Value::Object(this), Value::Int(1)]) = args else { return None };
    let (names, value) = quiet(i, this)?;
    give_back(i, this, &names, value)
}

/// `BoundedSemaphore.release(self)`
fn release_bounded(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    let ([Value::Object(this)] | [Value::Object(this), Value::Int(1)]) = args else { return None };
    let (names, value) = quiet(i, this)?;
    let below = value < bound(this, &names)?.as_int()?;
    if below { give_back(i, this, &names, value) } else { None }
}

fn give_back(i: &mut dyn Interp, this: &Object, names: &Names, value: i64) -> Option<Value> {
    i.charge(RELEASE_COST);
    put(i, this, names, value + 1, Operation::Release);
    Some(Value::None)
}

/// `__exit__(type, value, traceback)`
fn exit(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    match args {
        [Value::Object(this), _, _, _] => {
            let (names, value) = quiet(i, this)?;
            let full = match bound(this, &names) {
                Some(bound) => value >= bound.as_int()?,
                None => false,
            };
            if full { None } else { give_back(i, this, &names, value) }
        }
        _ => None,
    }
}
