//! What the library's threads, locks, queues and executors tell the trace; and `SimpleQueue`, of which executors' work
//! queues are.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use super::thread_findings::{self, is_told, job_ended, job_handed};
use super::thread_locks::seconds;
use crate::asyncio::{job_labels, labels};
use crate::machine::{machine, to_ns};
use crate::objects::class::{Class, linearize};
use crate::objects::cx::Block;
use crate::objects::exception::{Exc, PyResult, type_error, value_error};
use crate::objects::function::{Builtin, Flow, SyncFn};
use crate::objects::module::Module;
use crate::objects::native_class::{NativeClass, alone, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::{Interp, Symbol, Value, finalizer, known, ops, types};
use crate::trace::{EventId, Followed, FutureId, ObjectId, ObjectKind, Operation, Outcome, Purpose, TextId, ThreadId};

/// An operation without an item. What the library made for its own use has no number.
pub fn record(i: &mut dyn Interp, id: ObjectId, operation: Operation, value: i32) -> EventId {
    match id.is_some() {
        true => i.log().object_used(id, operation, value, TextId::NONE, FutureId::NONE),
        false => i.log().acting(),
    }
}

/// The base of the classes that the library has in Python and the trace follows.
#[derive(Default)]
struct Base(Followed);

impl Native for Base {
    fn copied_by_attributes(&self) -> bool {
        true
    }

    fn forked(&self, _: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        Some(Box::new(Base::default()))
    }

    fn followed(&self) -> Option<&Followed> {
        Some(&self.0)
    }
}

fn base_of(value: &Value) -> PyResult<&Followed> {
    receiver::<Base>(value, "_thread._Followed", "_used").map(|base| &base.0)
}

/// The number of an object whose class has that base, if the trace follows it.
pub fn followed(object: &Object) -> Option<ObjectId> {
    object.native::<Base>().map(|base| base.0.id()).filter(|id| id.is_some())
}

/// A purpose by its word in the trace.
pub fn purpose_of(value: &Value) -> Purpose {
    let word = value.text_or_empty();
    Purpose::ALL.iter().copied().find(|p| p.as_str() == word).unwrap_or(Purpose::Condition)
}

fn clamped(i: &mut dyn Interp, value: &Value) -> i32 {
    match value {
        Value::Unset => 0,
        given => ops::index(i, given).unwrap_or(0).clamp(i32::MIN as i64, i32::MAX as i64) as i32,
    }
}

/// What has been done with an object: operation, value, future, item.
pub fn used(i: &mut dyn Interp, id: ObjectId, [operation, value, future, item]: [&Value; 4]) {
    let name = operation.text_or_empty();
    if id.is_some()
        && let Some(operation) = Operation::ALL.iter().copied().find(|o| o.as_str() == name)
    {
        let text = match item {
            Value::Unset => TextId::NONE,
            // A state is given in words.
            Value::Str(words) if operation == Operation::State => i.log().intern(&words.text()),
            item => labels::short_id(i, item),
        };
        let value = clamped(i, value);
        i.log().object_used(id, operation, value, text, future_id(future));
    }
}

/// A new object's number; NONE for a word that is no kind.
pub fn created(i: &mut dyn Interp, kind: &Value, number: &Value, label: &Value) -> (ObjectId, Option<ObjectKind>) {
    let kind = kind.text_or_empty();
    let Some(kind) = ObjectKind::ALL.iter().copied().find(|k| k.as_str() == kind) else {
        return (ObjectId::NONE, None);
    };
    let number = clamped(i, number).into();
    (i.log().object_labelled(kind, number, &label.text_or_empty()), Some(kind))
}

/// The library's files that make what the program has them make: `threading.RLock`, `defaultdict(threading.Lock)`, a job.
const MAKES_FOR_OTHERS: [&str; 5] =
    ["threading.py", "collections/", "concurrent/futures/", "functools.py", "contextlib.py"];

/// What the trace knows of a new object: nothing of one that a library makes for its own use.
pub fn followed_if_own(i: &mut dyn Interp, kind: ObjectKind, number: i64, label: &str) -> Followed {
    if i.log().records() && i.stands_in_library(&MAKES_FOR_OTHERS) {
        return Followed::default();
    }
    Followed::new(i.log().object_labelled(kind, number, label))
}

fn base_class() -> Rc<Class> {
    NativeClass::new("_Followed", "_thread", &[], |_, class, _| Ok(Object::with_native(class.clone(), Base::default())))
        .sync("__init__", |_, _| Ok(Value::None))
        .sync("_created", |i, args| {
            // kind, number, label: gives the number in the trace, 0 if it has one already.
            let [this, kind, number, label] = args.exactly::<4>("_created")?;
            let followed = base_of(&this)?;
            if followed.id().is_none() {
                followed.set_id(created(i, &kind, &number, &label).0);
            }
            Ok(Value::Int(followed.id().0 as i64))
        })
        .sync("_stands_for", |_, args| {
            // What the program names this names that one, which has a number in the trace, or the one with that number.
            let [this, other] = args.exactly::<2>("_stands_for")?;
            let id = match &other {
                Value::Int(number) => ObjectId(*number as u32),
                other => base_of(other)?.id(),
            };
            base_of(&this)?.set_id(id);
            Ok(Value::None)
        })
        .sync("_used", |i, args| {
            // operation, value, future, item
            let [this, operation, value, future, item] = args.between::<5>("_used", 2)?;
            let id = base_of(&this)?.id();
            used(i, id, [&operation, &value, &future, &item]);
            Ok(Value::None)
        })
        .getter("_number", |_, this| Ok(Value::Int(base_of(this)?.id().0 as i64)))
        .unseen()
        .finish()
}

fn future_id(value: &Value) -> FutureId {
    match value {
        Value::Int(n) => FutureId(*n as u32),
        _ => FutureId::NONE,
    }
}

/// The payload of a SimpleQueue.
#[derive(Default)]
struct SimpleQueue {
    items: RefCell<VecDeque<Value>>,
    waiters: RefCell<VecDeque<ThreadId>>,
    followed: Followed,
}

impl Native for SimpleQueue {
    fn forked(&self, copy: &mut dyn FnMut(&Value) -> Value) -> Option<Box<dyn Native>> {
        let items: VecDeque<Value> = self.items.borrow().iter().map(copy).collect();
        Some(Box::new(SimpleQueue {
            items: RefCell::new(items),
            waiters: RefCell::default(),
            followed: Followed::default(),
        }))
    }

    fn followed(&self) -> Option<&Followed> {
        Some(&self.followed)
    }

    fn clear(&self) {
        finalizer::release_all(self.items.take());
    }

    fn changes(&self) -> bool {
        true
    }

    fn traverse(&self, visit: &mut dyn FnMut(&Value)) {
        self.items.borrow().iter().for_each(visit);
    }
}

impl Drop for SimpleQueue {
    fn drop(&mut self) {
        finalizer::release_all(self.items.take());
    }
}

impl SimpleQueue {
    fn record(&self, i: &mut dyn Interp, operation: Operation, place: usize, item: &Value) -> EventId {
        if self.followed.id().is_none() {
            return i.log().acting();
        }
        let text = labels::short_id(i, item);
        i.log().object_used(self.followed.id(), operation, place as i32, text, FutureId::NONE)
    }

    fn take(&self, i: &mut dyn Interp) -> Option<Value> {
        let item = self.items.borrow_mut().pop_front()?;
        self.record(i, Operation::Get, 0, &item);
        Some(item)
    }
}

fn queue_of<'a>(value: &'a Value, method: &str) -> PyResult<&'a SimpleQueue> {
    receiver::<SimpleQueue>(value, "_queue.SimpleQueue", method)
}

fn put(i: &mut dyn Interp, this: &Value, item: Value) -> PyResult {
    let queue = queue_of(this, "put")?;
    let place = queue.items.borrow().len();
    let cause = queue.record(i, Operation::Put, place, &item);
    queue.items.borrow_mut().push_back(item);
    let first = queue.waiters.borrow_mut().pop_front();
    if let Some(thread) = first {
        machine(i).wake(i.log(), thread, cause);
    }
    Ok(Value::None)
}

fn get(i: &mut dyn Interp, this: Value, block: bool, timeout: Value) -> PyResult<Flow> {
    let queue = queue_of(&this, "get")?;
    let machine = machine(i);
    let deadline = match timeout {
        Value::Unset | Value::None => None,
        given => {
            let seconds = seconds(i, &given)?;
            if block && seconds < 0.0 {
                return Err(value_error("'timeout' must be a non-negative number"));
            }
            Some(machine.now() + to_ns(seconds))
        }
    };
    if let Some(item) = queue.take(i) {
        return Ok(Flow::Done(item));
    }
    let empty = || Exc::new(&empty_class(), vec![]);
    if !block {
        return Err(empty());
    }
    let cx = i.cx();
    Ok(Flow::frame(async move {
        let queue = queue_of(&this, "get")?;
        loop {
            if let Some(item) = cx.enter(|i| queue.take(i)) {
                return Ok(item);
            }
            if deadline.is_some_and(|at| machine.now() >= at) {
                return Err(empty());
            }
            let me = machine.current();
            queue.waiters.borrow_mut().push_back(me);
            // An executor's worker waits for its next job.
            let object = queue.followed.id();
            let why = if object.is_some() { Purpose::QueueGet } else { Purpose::Job };
            let ended = cx.block(Block { object, ..Block::new(deadline, why, "") }).await;
            queue.waiters.borrow_mut().retain(|waiter| *waiter != me);
            ended?;
        }
    }))
}

fn queue_class() -> Rc<Class> {
    NativeClass::new("SimpleQueue", "_queue", &[], |i, class, args| {
        if args.names.is_some() || !args.values.is_empty() {
            let kind = if args.positional_count() == 0 { "keyword" } else { "positional" };
            return Err(type_error(format!("SimpleQueue() takes no {kind} arguments")));
        }
        let followed = followed_if_own(i, ObjectKind::SimpleQueue, 0, "queue.SimpleQueue");
        Ok(Object::with_native(
            class.clone(),
            SimpleQueue { items: RefCell::default(), waiters: RefCell::default(), followed },
        ))
    })
    .without_dict()
    .sync("__init__", |_, _| Ok(Value::None))
    .sync("put", |i, mut args| {
        let this = args.values.remove(0);
        let [item, _, _] = args.bind_in_c("put", &["item", "block", "timeout"], 1)?;
        put(i, &this, item)
    })
    .sync("put_nowait", |i, mut args| {
        let this = args.values.remove(0);
        let [item] = args.bind_in_c("put_nowait", &["item"], 1)?;
        put(i, &this, item)
    })
    .method("get", |i, mut args| {
        let this = args.values.remove(0);
        let [block, timeout] = args.bind_in_c("get", &["block", "timeout"], 0)?;
        let block = block.is_unset() || ops::is_true(i, &block)?;
        get(i, this, block, timeout)
    })
    .method("get_nowait", |i, mut args| {
        let this = args.values.remove(0);
        let [] = args.bind_in_c("get_nowait", &[], 0)?;
        get(i, this, false, Value::Unset)
    })
    .sync("empty", |_, args| {
        alone(&args, "SimpleQueue.empty")?;
        Ok(Value::Bool(queue_of(&args.values[0], "empty")?.items.borrow().is_empty()))
    })
    .sync("qsize", |_, args| {
        alone(&args, "SimpleQueue.qsize")?;
        Ok(Value::Int(queue_of(&args.values[0], "qsize")?.items.borrow().len() as i64))
    })
    .class_method("__class_getitem__", crate::asyncio::py::generic_alias)
    .finish()
}

thread_local! {
    static EMPTY: RefCell<Option<Rc<Class>>> = const { RefCell::new(None) };
}

/// `_queue.Empty`, like the built-in exceptions shared by all sessions of a thread.
fn empty_class() -> Rc<Class> {
    let make = || {
        let bases = vec![types().exception.clone()];
        let ancestors = linearize(&bases).ok().expect("one base has an order");
        let class = Class::new("Empty", bases, ancestors, None, types().exception.make.get(), 0);
        class.set(known::MODULE, "_queue".into());
        class
    };
    EMPTY.with(|cell| cell.borrow_mut().get_or_insert_with(make).clone())
}

const FUNCTIONS: &[(&str, SyncFn)] = &[
    ("_work_queue", |i, _| {
        let class = classes(i).1.clone();
        Ok(Object::with_native(class, SimpleQueue::default()))
    }),
    ("_job", |i, args| {
        // A job handed to an executor: its number as a future, and what its call is called.
        let [function, values, keywords] = args.exactly::<3>("_job")?;
        let (Value::Tuple(values), Value::Dict(keywords)) = (&values, &keywords) else {
            return Err(type_error("_job() takes a tuple and a dict"));
        };
        let label = job_labels::job(i, &function, &values.items, labels::named(keywords));
        let future = i.log().future_created(Purpose::Job, ObjectId::NONE, label);
        job_handed(i, future.0 as i64, &function, label);
        let called = i.log().text(label).to_string();
        Ok(Value::tuple(vec![Value::Int(future.0 as i64), called.into()]))
    }),
    ("_job_done", |i, args| {
        let [job, how, value] = args.exactly::<3>("_job_done")?;
        let text = labels::short_id(i, &value);
        let how = how.text_or_empty();
        let outcome = Outcome::ALL.iter().copied().find(|o| o.as_str() == how).unwrap_or(Outcome::Result);
        let future = future_id(&job);
        if future.is_some() {
            i.log().future_done(future, outcome, text);
            job_ended(i, future.0 as i64, (outcome == Outcome::Exception && is_told(&value)).then_some(text));
        }
        Ok(Value::None)
    }),
    ("_queue_shortcuts", |i, args| {
        let [class] = args.exactly::<1>("_queue_shortcuts")?;
        super::thread_queue::install(i, &class)
    }),
    ("_semaphore_shortcuts", |i, args| super::thread_semaphore::install(i, args.positional_values())),
    ("_next_number", |i, _| Ok(Value::Int(crate::asyncio::asyncio(i).next_number()))),
];

/// The base class and SimpleQueue, of one interpreter.
struct Classes(Rc<Class>, Rc<Class>);

fn classes(i: &mut dyn Interp) -> &mut Classes {
    i.states().get_or(|| Classes(base_class(), queue_class()))
}

/// Adds these to `_thread`.
pub fn install(i: &mut dyn Interp, module: &Module) {
    for (name, code) in FUNCTIONS.iter().chain(thread_findings::FUNCTIONS) {
        module.set(Symbol::new(name), Builtin::sync(name, "_thread", *code));
    }
    let Classes(base, queue) = classes(i);
    module.set(Symbol::new("_Followed"), Value::Type(base.clone()));
    module.set(Symbol::new("_SimpleQueue"), Value::Type(queue.clone()));
    module.set(Symbol::new("_Empty"), Value::Type(empty_class()));
}
