//! What a loop's selector watches: sources that become readable or writable, in the order of Linux's epoll
//! (Lib/asyncio/selector_events.py). The simulated network says when they do.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::base_events::{self, EventLoop, event_loop};
use super::callbacks::Callback;
use super::contextvars::Context;
use super::events::{Handle, loop_argument};
use super::futures;
use super::py::{self, payload};
use crate::objects::class::Class;
use crate::objects::exception::PyResult;
use crate::objects::function::{Builtin, SyncFn};
use crate::objects::interp::not_supported;
use crate::objects::module::Module;
use crate::objects::native_class::NativeClass;
use crate::objects::object::Native;
use crate::objects::{Args, Interp, Object, Symbol, Value, ops};
use crate::trace::{EventId, ObjectId, Purpose};

/// A callback for one of the two directions.
struct Watcher {
    callback: Value,
    args: Args,
    context: Rc<Context>,
    /// The run of it that stands in the ready queue, or did.
    pushed: RefCell<Option<Rc<Handle>>>,
}

/// Something with a file number that a loop can watch.
pub struct Source {
    number: i64,
    readable: Cell<bool>,
    writable: Cell<bool>,
    event_loop: RefCell<Weak<Object>>,
    reader: RefCell<Option<Watcher>>,
    writer: RefCell<Option<Watcher>>,
    /// It stands in its loop's list.
    listed: Cell<bool>,
}

impl Native for Source {}

impl Source {
    fn side(&self, write: bool) -> &RefCell<Option<Watcher>> {
        if write { &self.writer } else { &self.reader }
    }

    fn is_due(&self, write: bool) -> bool {
        let state = if write { &self.writable } else { &self.readable };
        state.get() && self.side(write).borrow().is_some()
    }

    fn due(&self) -> bool {
        self.is_due(false) || self.is_due(true)
    }
}

fn source(object: &Rc<Object>) -> &Source {
    object.native().expect("only sources are listed")
}

/// If something is due, the source joins its loop's list, and a loop that waits is woken.
fn announce(i: &mut dyn Interp, object: &Rc<Object>) {
    let own = source(object);
    let Some(owner) = own.event_loop.borrow().upgrade().filter(|_| own.due()) else { return };
    if !own.listed.replace(true) {
        event_loop(&owner).sources.borrow_mut().push_back(object.clone());
    }
    let cause = i.log().acting();
    base_events::write_to_self(i, &owner, cause);
}

/// Whether `select` would give anything at once.
pub fn any_due(this: &EventLoop) -> bool {
    this.sources.borrow().iter().any(|object| source(object).due())
}

/// `_process_events`: the callbacks of what is ready enter the ready queue. What stays ready stays in the list, as
/// sources do that are watched by level.
pub fn collect(i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult<()> {
    let listed = event_loop(owner).sources.take();
    for object in listed {
        let own = source(&object);
        own.listed.set(false);
        for write in [false, true] {
            if own.is_due(write) {
                push(i, owner, own, write)?;
            }
        }
        if own.due() && !own.listed.replace(true) {
            event_loop(owner).sources.borrow_mut().push_back(object.clone());
        }
    }
    Ok(())
}

fn push(i: &mut dyn Interp, owner: &Rc<Object>, own: &Source, write: bool) -> PyResult<()> {
    let side = own.side(write).borrow();
    let Some(watcher) = &*side else { return Ok(()) };
    let callback = Callback::Python(watcher.callback.clone());
    let context = Some(watcher.context.clone());
    let handle = base_events::call_soon(i, owner, callback, watcher.args.clone(), context, EventId::NONE)?;
    watcher.pushed.replace(Some(handle));
    Ok(())
}

/// Begins or ends watching. Whether it was watched before.
fn watch(i: &mut dyn Interp, owner: &Rc<Object>, object: &Rc<Object>, write: bool, new: Option<(Value, Args)>) -> bool {
    let own = source(object);
    own.event_loop.replace(Rc::downgrade(owner));
    let context = super::state::asyncio(i).copy_context();
    let new = new.map(|(callback, args)| Watcher { callback, args, context, pushed: RefCell::default() });
    let old = own.side(write).replace(new);
    if let Some(handle) = old.as_ref().and_then(|w| w.pushed.take()) {
        handle.cancel(i);
    }
    announce(i, object);
    old.is_some()
}

/// The source that an argument stands for: one itself, or a socket of the simulated network.
fn source_of(i: &mut dyn Interp, given: &Value) -> PyResult<Rc<Object>> {
    let found = match given.native::<Source>() {
        Some(_) => Some(given.clone()),
        None => py::find(i, given, "_source")?,
    };
    match found.as_ref().and_then(Value::as_object).filter(|o| o.native::<Source>().is_some()) {
        Some(object) => Ok(object.clone()),
        None => {
            Err(not_supported(i, "watching a file by its number", Some("sockets of asyncio's streams can be watched")))
        }
    }
}

fn add(i: &mut dyn Interp, mut args: Args, write: bool) -> PyResult {
    let name = if write { "add_writer" } else { "add_reader" };
    args.no_keywords(name)?;
    if args.values.len() < 3 {
        let text = format!("BaseSelectorEventLoop.{name}");
        return Err(crate::objects::missing_arguments(&text, "positional", &["fd", "callback"]));
    }
    let owner = loop_argument(&args.values.remove(0))?;
    event_loop(&owner).check_closed()?;
    let given = args.values.remove(0);
    let object = source_of(i, &given)?;
    let callback = args.values.remove(0);
    watch(i, &owner, &object, write, Some((callback, args)));
    Ok(Value::None)
}

fn remove(i: &mut dyn Interp, args: Args, write: bool) -> PyResult {
    let [owner, given] = args.exactly::<2>(if write { "remove_writer" } else { "remove_reader" })?;
    let owner = loop_argument(&owner)?;
    let object = source_of(i, &given)?;
    Ok(Value::Bool(watch(i, &owner, &object, write, None)))
}

/// `add_reader` and its kin.
pub fn loop_methods(class: NativeClass) -> NativeClass {
    class
        .sync("add_reader", |i, args| add(i, args, false))
        .sync("add_writer", |i, args| add(i, args, true))
        .sync("remove_reader", |i, args| remove(i, args, false))
        .sync("remove_writer", |i, args| remove(i, args, true))
}

fn source_class() -> Rc<Class> {
    NativeClass::new("Source", "_selector", &[], |i, class, args| {
        let [number] = args.clone().exactly::<1>("Source")?;
        let source = Source {
            number: ops::index(i, &number)?,
            readable: Cell::new(false),
            writable: Cell::new(false),
            event_loop: RefCell::default(),
            reader: RefCell::default(),
            writer: RefCell::default(),
            listed: Cell::new(false),
        };
        Ok(Object::with_native(class.clone(), source))
    })
    .sync("__init__", |_, _| Ok(Value::None))
    .sync("update", |i, args| {
        let [this, readable, writable] = args.exactly::<3>("update")?;
        let own = payload::<Source>(&this, "Source")?;
        own.readable.set(ops::is_true(i, &readable)?);
        own.writable.set(ops::is_true(i, &writable)?);
        if let Some(object) = this.as_object() {
            announce(i, object);
        }
        Ok(Value::None)
    })
    .sync("fileno", |_, args| Ok(Value::Int(payload::<Source>(&args.values[0], "Source")?.number)))
    .finish()
}

/// `future(loop, why, object)`: a future whose purpose the trace is told.
fn purposeful(i: &mut dyn Interp, args: Args) -> PyResult {
    let [owner, why, object] = args.exactly::<3>("future")?;
    let owner = loop_argument(&owner)?;
    let word = why.as_str().map(|s| s.text().into_owned()).unwrap_or_default();
    let purpose = Purpose::ALL.iter().copied().find(|p| p.as_str() == word).unwrap_or(Purpose::Plain);
    let object = ObjectId(ops::index(i, &object)? as u32);
    Ok(Value::Object(futures::create(i, &owner, purpose, object, Default::default())))
}

const FUNCTIONS: &[(&str, SyncFn)] = &[("future", purposeful)];

/// Module `_selector`, for the library's texts.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_selector");
    for (name, code) in FUNCTIONS {
        module.set(Symbol::new(name), Builtin::sync(name, "_selector", *code));
    }
    module.set(Symbol::new("Source"), Value::Type(source_class()));
    Ok(module)
}
