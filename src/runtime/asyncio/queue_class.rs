//! The classes Queue, PriorityQueue and LifoQueue as the program sees them.

use std::rc::Rc;

use super::awaiter::awaiting_of;
use super::heap;
use super::library_sites as sites;
use super::mixins::{loop_member, of};
use super::overrides::own_answer;
use super::own_dict::{self, Member};
use super::py;
use super::queues::{self, Order, Queue};
use crate::objects::class::Class;
use crate::objects::exception::PyResult;
use crate::objects::library_site::at;
use crate::objects::look::change;
use crate::objects::native_class::{self, NativeClass};
use crate::objects::{Args, Interp, Object, Symbol, Value, ops, type_name};

fn put_at_once(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    match args {
        [this, item] => this.native::<Queue>()?.put_at_once(i, this, item),
        _ => None,
    }
}

fn get_at_once(i: &mut dyn Interp, args: &mut [Value]) -> Option<Value> {
    match args {
        [this] => this.native::<Queue>()?.get_at_once(i, this),
        _ => None,
    }
}

pub fn queue_class(bases: &[&Rc<Class>]) -> Rc<Class> {
    let class = NativeClass::new("Queue", "asyncio.queues", bases, make)
        .mixes()
        .sync("__init__", queues::init)
        .sync("qsize", |i, args| {
            native_class::alone_in_python(&args, "Queue.qsize")?;
            let this = &args.values[0];
            Ok(Value::from(of::<Queue>(this)?.size(i, this)?))
        })
        .sync("empty", |i, args| {
            native_class::alone_in_python(&args, "Queue.empty")?;
            let this = &args.values[0];
            Ok(Value::Bool(of::<Queue>(this)?.size(i, this)? == 0))
        })
        .sync("full", |i, args| {
            native_class::alone_in_python(&args, "Queue.full")?;
            let this = &args.values[0];
            Ok(Value::Bool(of::<Queue>(this)?.full_by_size(i, this)?))
        })
        .getter("maxsize", |_, this| Ok(of::<Queue>(this)?.maxsize.borrow().clone()))
        .coroutine("put", put_at_once, |i, args| {
            let [this, item] = args.bind::<2>("Queue.put", &["self", "item"], 2)?;
            Ok(awaiting_of(i, "Queue.put", this, move |i, this, awaited| {
                of::<Queue>(this)?.put(i, this, &item, awaited)
            }))
        })
        .sync("put_nowait", |i, args| {
            let [this, item] = args.bind::<2>("Queue.put_nowait", &["self", "item"], 2)?;
            of::<Queue>(&this)?.put_nowait(i, &this, item)?;
            Ok(Value::None)
        })
        .coroutine("get", get_at_once, |i, args| {
            let [this] = args.bind::<1>("Queue.get", &["self"], 1)?;
            Ok(awaiting_of(i, "Queue.get", this, |i, this, awaited| of::<Queue>(this)?.get(i, this, awaited)))
        })
        .sync("get_nowait", |i, args| {
            let [this] = args.bind::<1>("Queue.get_nowait", &["self"], 1)?;
            of::<Queue>(&this)?.get_nowait(i, &this)
        })
        .sync("task_done", |i, args| {
            let [this] = args.bind::<1>("Queue.task_done", &["self"], 1)?;
            of::<Queue>(&this)?.task_done(i)?;
            Ok(Value::None)
        })
        .method("join", |i, args| {
            let [this] = args.bind::<1>("Queue.join", &["self"], 1)?;
            let joining =
                awaiting_of(i, "Queue.join", this, |i, this, awaited| of::<Queue>(this)?.join(i, this, awaited));
            Ok(joining.made(i).into())
        })
        .sync("shutdown", |i, args| {
            let [this, immediate] = args.bind::<2>("Queue.shutdown", &["self", "immediate"], 1)?;
            let immediate = !immediate.is_unset() && ops::is_true(i, &immediate)?;
            of::<Queue>(&this)?.shutdown(i, &this, immediate)?;
            Ok(Value::None)
        })
        .sync("_init", |i, args| base_init(i, &args.values[0]).map(|()| Value::None))
        .sync("_put", |i, args| {
            let [this, item] = args.bind::<2>("Queue._put", &["self", "item"], 2)?;
            base_put(i, &this, item).map(|()| Value::None)
        })
        .sync("_get", |i, args| base_get(i, &args.values[0]))
        .sync("_format", |i, args| Ok(format_queue(i, &args.values[0])?.into()))
        .sync("_wakeup_next", |i, args| {
            let [_, waiters] = args.bind::<2>("Queue._wakeup_next", &["self", "waiters"], 2)?;
            wakeup_next(i, &waiters)
        })
        .sync("__repr__", |i, args| {
            let this = &args.values[0];
            let address = this.as_object().map(py::address).unwrap_or_default();
            Ok(format!("<{} at {address} {}>", type_name(this), formatted(i, this)?).into())
        })
        .sync("__str__", |i, args| {
            let this = &args.values[0];
            Ok(format!("<{} {}>", type_name(this), formatted(i, this)?).into())
        })
        .class_method("__class_getitem__", py::generic_alias);
    own_dict::fields(class, MEMBERS).finish()
}

const MEMBERS: &[Member] = &[
    (
        "_maxsize",
        |_, this| Ok(of::<Queue>(this)?.maxsize.borrow().clone()),
        Some(|_, this, value| {
            of::<Queue>(this)?.set_maxsize(value);
            Ok(())
        }),
    ),
    (
        "_getters",
        |i, this| of::<Queue>(this)?.getters.show(i, this, false),
        Some(|_, this, value| {
            of::<Queue>(this)?.getters.set(this, value);
            Ok(())
        }),
    ),
    (
        "_putters",
        |i, this| of::<Queue>(this)?.putters.show(i, this, false),
        Some(|_, this, value| {
            of::<Queue>(this)?.putters.set(this, value);
            Ok(())
        }),
    ),
    (
        "_unfinished_tasks",
        |_, this| Ok(Value::Int(of::<Queue>(this)?.unfinished.get())),
        Some(|i, this, value| {
            of::<Queue>(this)?.unfinished.set(ops::index(i, &value)?);
            Ok(())
        }),
    ),
    (
        "_finished",
        |i, this| Ok(of::<Queue>(this)?.show_finished(i)),
        Some(|_, this, value| {
            of::<Queue>(this)?.set_finished(value);
            Ok(())
        }),
    ),
    ("_queue", own_container, Some(|_, this, value| set_container(this, value))),
    (
        "_is_shutdown",
        |_, this| Ok(Value::Bool(of::<Queue>(this)?.is_shutdown.get())),
        Some(|i, this, value| {
            of::<Queue>(this)?.is_shutdown.set(own_dict::flag(i, &value)?);
            Ok(())
        }),
    ),
    loop_member::<Queue>(),
];

fn own_container(i: &mut dyn Interp, this: &Value) -> PyResult {
    let own = this.as_object().and_then(|o| o.attrs.borrow().get(Symbol::new("_queue")).cloned());
    match own {
        Some(container) => Ok(container),
        None => {
            let queue = of::<Queue>(this)?;
            let mut items = Value::list(queue.items());
            if queue.order == Order::Fifo {
                let collections = i.import("collections")?;
                items = py::call(i, &collections, "deque", Args::one(items))?;
            }
            set_container(this, items.clone())?;
            Ok(items)
        }
    }
}

/// What the program does to the container, it does to the queue.
fn set_container(this: &Value, container: Value) -> PyResult<()> {
    if let Some(object) = this.as_object() {
        let _old = object.attrs.borrow_mut().set(Symbol::new("_queue"), container);
    }
    of::<Queue>(this)?.hand_over();
    Ok(())
}

/// `self.qsize()`
pub fn own_size(i: &mut dyn Interp, queue: &Queue, owner: &Value) -> PyResult<i64> {
    match own_answer(i, owner, "qsize")? {
        Some(answer) => ops::index(i, &answer),
        None => Ok(queue.size(i, owner)? as i64),
    }
}

/// `self.empty()` of a queue whose items the program keeps.
pub fn own_empty(i: &mut dyn Interp, queue: &Queue, owner: &Value) -> PyResult<bool> {
    match own_answer(i, owner, "empty")? {
        Some(answer) => ops::is_true(i, &answer),
        None => Ok(queue.size(i, owner)? == 0),
    }
}

/// `self.full()` of such a queue.
pub fn own_full(i: &mut dyn Interp, queue: &Queue, owner: &Value) -> PyResult<bool> {
    match own_answer(i, owner, "full")? {
        Some(answer) => ops::is_true(i, &answer),
        None => queue.full_by_size(i, owner),
    }
}

/// `Queue._wakeup_next`: takes futures from a deque until one is found that is not done, which becomes so.
fn wakeup_next(i: &mut dyn Interp, waiters: &Value) -> PyResult {
    while ops::is_true(i, waiters)? {
        let waiter = py::call(i, waiters, "popleft", Args::none())?;
        let done = py::call(i, &waiter, "done", Args::none())?;
        if !ops::is_true(i, &done)? {
            py::call(i, &waiter, "set_result", Args::one(Value::None))?;
            break;
        }
    }
    Ok(Value::None)
}

/// What the queue says of itself in its reprs.
fn formatted(i: &mut dyn Interp, this: &Value) -> PyResult<String> {
    match own_answer(i, this, "_format")? {
        Some(text) => Ok(ops::str_text(i, &text)?.text().to_string()),
        None => format_queue(i, this),
    }
}

/// `Queue._format`
fn format_queue(i: &mut dyn Interp, this: &Value) -> PyResult<String> {
    let queue = of::<Queue>(this)?;
    let maxsize = queue.maxsize.borrow().clone();
    let mut text = format!("maxsize={}", py::repr(i, &maxsize)?);
    let items = match this.as_object().and_then(|o| o.attrs.borrow().get(Symbol::new("_queue")).cloned()) {
        Some(container) => ops::to_vec(i, &container)?,
        None => queue.items(),
    };
    if !items.is_empty() {
        text.push_str(&format!(" _queue={}", py::repr(i, &Value::list(items))?));
    }
    for (name, waiters) in [("_getters", &queue.getters), ("_putters", &queue.putters)] {
        let waiting = waiters.len(i)?;
        if waiting > 0 {
            text.push_str(&format!(" {name}[{waiting}]"));
        }
    }
    if queue.unfinished.get() != 0 {
        text.push_str(&format!(" tasks={}", queue.unfinished.get()));
    }
    if queue.is_shutdown.get() {
        text.push_str(" shutdown");
    }
    Ok(text)
}

/// A queue's order is that of the first of asyncio's classes that it is derived from.
fn order_of(i: &mut dyn Interp, class: &Rc<Class>) -> Order {
    let classes = &super::state::asyncio(i).classes;
    let orders = [(&classes.priority_queue, Order::Priority), (&classes.lifo_queue, Order::Lifo)];
    let order = |class: &Rc<Class>| orders.iter().find(|(of, _)| Rc::ptr_eq(of, class)).map(|(_, order)| *order);
    class.mro().iter().find_map(order).unwrap_or(Order::Fifo)
}

fn make(i: &mut dyn Interp, class: &Rc<Class>, _: &Args) -> PyResult {
    Ok(Object::with_native(class.clone(), Queue::new(order_of(i, class))))
}

/// A queue in another order, whose instances are laid out as any queue's.
pub fn derived_class(order: Order, queue: &Rc<Class>) -> Rc<Class> {
    NativeClass::new(order.class_name(), "asyncio.queues", &[queue], make).shared_layout().finish()
}

/// The base's `_init`: for queues whose items the program keeps.
fn base_init(i: &mut dyn Interp, this: &Value) -> PyResult<()> {
    let order = of::<Queue>(this)?.order;
    let container = match order {
        Order::Fifo => {
            let collections = i.import("collections")?;
            py::call(i, &collections, "deque", Args::none())?
        }
        _ => Value::list(vec![]),
    };
    if let Some(object) = this.as_object() {
        let _old = change(&object.attrs).set(Symbol::new("_queue"), container);
    }
    Ok(())
}

/// The base's `_put` on the program's container.
fn base_put(i: &mut dyn Interp, this: &Value, item: Value) -> PyResult<()> {
    let queue = of::<Queue>(this)?;
    if !queue.is_program() {
        return queue.put_item(i, this, item).map(drop);
    }
    let container = py::get(i, this, "_queue")?;
    match (queue.order, &container) {
        (Order::Priority, Value::List(list)) => {
            let mut heap = std::mem::take(&mut *change(&list.items));
            let result = heap::push(i, &mut heap, item);
            list.items.replace(heap);
            result.map_err(at(&sites::HEAP_PUT))
        }
        _ => py::call(i, &container, "append", Args::one(item)).map(drop),
    }
}

/// The base's `_get` on the program's container.
fn base_get(i: &mut dyn Interp, this: &Value) -> PyResult {
    let queue = of::<Queue>(this)?;
    if !queue.is_program() {
        return Ok(queue.get_item(i, this)?.0);
    }
    let container = py::get(i, this, "_queue")?;
    match (queue.order, &container) {
        (Order::Fifo, _) => py::call(i, &container, "popleft", Args::none()),
        (Order::Priority, Value::List(list)) => {
            let mut heap = std::mem::take(&mut *change(&list.items));
            let result = heap::pop(i, &mut heap);
            list.items.replace(heap);
            Ok(result.map_err(at(&sites::HEAP_GET))?.unwrap_or(Value::None))
        }
        _ => py::call(i, &container, "pop", Args::none()),
    }
}
