//! What a loop's selector watches: sources that become readable or writable, in the order of Linux's epoll
//! (Lib/asyncio/selector_events.py). The simulated network says when they do.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::base_events::{self, EventLoop, event_loop};
use super::callbacks::Callback;
use super::contextvars::Context;
use super::events::loop_argument;
use super::futures;
use super::handles::Handle;
use super::labels;
use super::library_sites as sites;
use super::py::{self, payload};
use super::scheduling;
use super::unix_events;
use crate::machine::pipe::os_error;
use crate::machine::{machine, to_ns};
use crate::objects::class::Class;
use crate::objects::cx::Block;
use crate::objects::exception::{PyResult, value_error};
use crate::objects::function::{Builtin, Flow, SyncFn};
use crate::objects::library_site::at;
use crate::objects::module::Module;
use crate::objects::native_class::NativeClass;
use crate::objects::object::Native;
use crate::objects::{Args, Interp, Object, Symbol, Value, ops};
use crate::trace::{EventId, ObjectId, Purpose, ThreadId};

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
    number: Cell<i64>,
    /// When it became ready last: a number that grows.
    since: Cell<i64>,
    /// When something came last, as who watches by edge is told.
    stirred: Cell<i64>,
    readable: Cell<bool>,
    writable: Cell<bool>,
    event_loop: RefCell<Weak<Object>>,
    /// The transport of which it is the descriptor.
    transport: RefCell<Weak<Object>>,
    /// What was given when the loop began to watch it: it is found by that also once it is closed.
    file: RefCell<Weak<Object>>,
    /// The directions that were watched when it was closed: the loop's selector still has them, though nothing comes.
    left: Cell<Directions>,
    reader: RefCell<Option<Watcher>>,
    writer: RefCell<Option<Watcher>>,
    /// It stands in its loop's list, under this number of its.
    listed: Cell<bool>,
    listing: Cell<u32>,
    /// Threads blocked until it is readable, writable or either.
    pub(super) waiters: RefCell<Vec<(ThreadId, Directions)>>,
}

/// One or both: a bit each.
type Directions = i64;
const READ: Directions = 1;
const WRITE: Directions = 2;
/// In one of these: what is ready already does not count.
const EDGE: Directions = 4;

impl Native for Source {}

impl Source {
    fn side(&self, write: bool) -> &RefCell<Option<Watcher>> {
        if write { &self.writer } else { &self.reader }
    }

    fn is_due(&self, write: bool) -> bool {
        let state = if write { &self.writable } else { &self.readable };
        state.get() && self.side(write).borrow().is_some()
    }

    fn is(&self, wanted: Directions) -> bool {
        wanted & READ != 0 && self.readable.get() || wanted & WRITE != 0 && self.writable.get()
    }

    fn due(&self) -> bool {
        self.is_due(false) || self.is_due(true)
    }

    /// Nothing of it is watched any more: its place in the list is nobody's.
    fn unlist(&self) {
        if self.listed.replace(false) {
            self.listing.set(self.listing.get().wrapping_add(1));
        }
    }
}

pub(super) fn source(object: &Rc<Object>) -> &Source {
    object.native().expect("only sources are listed")
}

/// The next number of what becomes ready or begins to be watched.
fn tick(i: &mut dyn Interp) -> i64 {
    let state = super::state::asyncio(i);
    state.readiness.set(state.readiness.get() + 1);
    state.readiness.get()
}

/// Says whether the source can be read and written; its loop hears of it.
pub fn update(i: &mut dyn Interp, object: &Rc<Object>, readable: bool, writable: bool) {
    let own = source(object);
    if readable && !own.readable.replace(readable) || writable && !own.writable.replace(writable) {
        own.since.set(tick(i));
        own.stirred.set(own.since.get());
    }
    own.readable.set(readable);
    own.writable.set(writable);
    announce(i, object);
}

/// If something is due, the source joins its loop's list, and a loop that waits is woken, as threads are.
fn announce(i: &mut dyn Interp, object: &Rc<Object>) {
    let own = source(object);
    wake_threads(i, own, false);
    let Some(owner) = own.event_loop.borrow().upgrade().filter(|_| own.due()) else { return };
    if !own.listed.replace(true) {
        event_loop(&owner).sources.borrow_mut().push_back((object.clone(), own.listing.get()));
    }
    scheduling::source_is_due(i, &owner);
}

fn wake_threads(i: &mut dyn Interp, own: &Source, all: bool) {
    let waiters = own.waiters.borrow();
    if waiters.is_empty() {
        return;
    }
    let (machine, cause) = (machine(i), i.log().acting());
    for (thread, wanted) in &*waiters {
        if all || own.is(*wanted) {
            machine.wake_when_idle(*thread, cause);
        }
    }
}

/// `wait(timeout, why, object, source, directions, …)`: blocks the thread until one of the sources is ready; whether
/// one is. It may come back too early, as when a source is closed.
fn wait(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [timeout, why, object] = [0, 1, 2].map(|at| args.values[at].clone());
    let mut watched: Vec<(Rc<Object>, Directions)> = Vec::new();
    for pair in args.values[3..].chunks_exact(2) {
        let Some(object) = pair[0].as_object() else { continue };
        watched.push((object.clone(), ops::index(i, &pair[1])?));
    }
    let any = |watched: &[(Rc<Object>, Directions)]| {
        watched.iter().any(|(object, wanted)| wanted & EDGE == 0 && source(object).is(*wanted))
    };
    if any(&watched) {
        return Ok(Flow::Done(Value::Bool(true)));
    }
    let machine = machine(i);
    let deadline = match timeout {
        Value::None => None,
        given => Some(machine.now() + to_ns(ops::to_float(i, &given)?)),
    };
    let (why, object) = (purpose(&why), ObjectId(ops::index(i, &object)? as u32));
    let (cx, me) = (i.cx(), machine.current());
    Ok(Flow::frame(async move {
        for (object, wanted) in &watched {
            source(object).waiters.borrow_mut().push((me, *wanted));
        }
        let ended = cx.block(Block { object, ..Block::new(deadline, why, "") }).await;
        for (object, _) in &watched {
            source(object).waiters.borrow_mut().retain(|(thread, _)| *thread != me);
        }
        ended?;
        Ok(Value::Bool(any(&watched)))
    }))
}

/// The file descriptors that the open loops have: three each, by the loops' numbers.
fn loops(i: &mut dyn Interp, _: Args) -> PyResult {
    let open = match i.states().find::<Rc<super::state::Asyncio>>() {
        Some(state) => state.open_loops.borrow().iter().map(|id| Value::Int(id.0 as i64)).collect(),
        None => Vec::new(),
    };
    Ok(Value::list(open))
}

/// Whether `select` would give anything at once.
pub fn any_due(this: &EventLoop) -> bool {
    this.sources.borrow().iter().any(|(object, _)| source(object).due())
}

/// `_process_events`: the callbacks of what is ready enter the ready queue. What stays ready stays in the list, as
/// sources do that are watched by level.
pub fn collect(i: &mut dyn Interp, owner: &Rc<Object>) -> PyResult<()> {
    unix_events::read_signals(i, owner)?;
    let listed = event_loop(owner).sources.take();
    for (object, listing) in listed {
        let own = source(&object);
        if own.listing.get() != listing {
            continue;
        }
        own.listed.set(false);
        for write in [false, true] {
            if own.is_due(write) {
                push(i, owner, own, write)?;
            }
        }
        if own.due() && !own.listed.replace(true) {
            event_loop(owner).sources.borrow_mut().push_back((object.clone(), listing));
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
    let before = own.event_loop.replace(Rc::downgrade(owner));
    if !std::ptr::eq(before.as_ptr(), Rc::as_ptr(owner)) {
        let mut watched = event_loop(owner).watched.borrow_mut();
        if watched.len() == watched.capacity() {
            watched.retain(|one| one.strong_count() > 0);
        }
        watched.push(Rc::downgrade(object));
    }
    let context = super::state::asyncio(i).copy_context();
    let new = new.map(|(callback, args)| Watcher { callback, args, context, pushed: RefCell::default() });
    let old = own.side(write).replace(new);
    if let Some(handle) = old.as_ref().and_then(|w| w.pushed.take()) {
        handle.cancel(i);
    }
    if own.reader.borrow().is_none() && own.writer.borrow().is_none() {
        own.unlist();
    }
    announce(i, object);
    old.is_some()
}

/// A closed loop watches nothing any more: what only its callbacks held goes.
pub fn unwatch_all(owner: &EventLoop) {
    for object in owner.watched.take().iter().filter_map(Weak::upgrade) {
        let own = source(&object);
        drop((own.reader.take(), own.writer.take()));
        own.unlist();
    }
}

/// The source that an argument stands for: one itself, or a socket of the simulated network.
fn source_of(i: &mut dyn Interp, given: &Value) -> PyResult<Rc<Object>> {
    let found = match given.native::<Source>() {
        Some(_) => given.clone(),
        None => match py::find(i, given, "_source")? {
            Some(found) => found,
            None => {
                let descriptors = i.import("_descriptors")?;
                py::call(i, &descriptors, "source_of", Args::one(given.clone()))?
            }
        },
    };
    let object = found.as_object().filter(|o| o.native::<Source>().is_some()).cloned();
    object.ok_or_else(|| value_error("Invalid file object"))
}

/// What a loop watched that has been closed since: its selector finds it by its number or by itself
/// (`selectors._BaseSelectorImpl._fileobj_lookup`). Gives whether this direction was watched, which it is no longer; where
/// the other one still is, the system is asked and knows the number no more.
fn remove_closed(
    i: &mut dyn Interp,
    owner: &EventLoop,
    given: &Value,
    direction: Directions,
) -> Option<PyResult<bool>> {
    let watched = owner.watched.borrow();
    let mut objects = watched.iter().filter_map(Weak::upgrade);
    let found = objects.find(|object| {
        let own = source(object);
        let is_given = match given.plain() {
            Value::Int(number) => *number == own.number.get(),
            _ => given.as_object().is_some_and(|o| std::ptr::eq(own.file.borrow().as_ptr(), Rc::as_ptr(o))),
        };
        own.left.get() != 0 && is_given
    })?;
    let left = &source(&found).left;
    let (before, after) = (left.get(), left.get() & !direction);
    if before != after && after != 0 {
        left.set(0);
        return Some(Err(os_error(i, 9, "Bad file descriptor")));
    }
    left.set(after);
    Some(Ok(before != after))
}

/// What a transport watches is not for the program to watch.
fn ensure_no_transport(i: &mut dyn Interp, given: &Value) -> PyResult<()> {
    let Ok(object) = source_of(i, given) else { return Ok(()) };
    let transport = source(&object).transport.borrow().upgrade();
    match transport {
        Some(transport) => {
            py::call(i, &Value::Object(transport), "_keep_descriptor", Args::one(given.clone())).map(drop)
        }
        None => Ok(()),
    }
}

/// A method of the program's: it looks for transports first.
fn checked(i: &mut dyn Interp, args: Args, does: fn(&mut dyn Interp, Args, bool) -> PyResult, write: bool) -> PyResult {
    if let Some(given) = args.values.get(1).cloned() {
        ensure_no_transport(i, &given)?;
    }
    does(i, args, write)
}

/// A method that calls [`add`].
fn adds(i: &mut dyn Interp, args: Args, write: bool) -> PyResult {
    let closed =
        args.values.first().is_some_and(|given| loop_argument(given).is_ok_and(|o| event_loop(&o).closed.get()));
    let called = checked(i, args, add, write);
    let site = if write { &sites::ADD_WRITER } else { &sites::ADD_READER };
    if closed { called.map_err(at(site)) } else { called }
}

fn add(i: &mut dyn Interp, mut args: Args, write: bool) -> PyResult {
    let name = if write { "add_writer" } else { "add_reader" };
    super::placed::place_named(&mut args, ("BaseSelectorEventLoop", name), &["fd", "callback"], &[])?;
    let owner = loop_argument(&args.values.remove(0))?;
    let closed = if write { &sites::ADD_WRITER_CLOSED } else { &sites::ADD_READER_CLOSED };
    event_loop(&owner).check_closed().map_err(at(closed))?;
    let given = args.values.remove(0);
    let object = source_of(i, &given)?;
    let callback = args.values.remove(0);
    let own = source(&object);
    if own.reader.borrow().is_none() && own.writer.borrow().is_none() {
        own.file.replace(given.as_object().map(Rc::downgrade).unwrap_or_default());
    }
    watch(i, &owner, &object, write, Some((callback, args)));
    Ok(Value::None)
}

fn remove(i: &mut dyn Interp, args: Args, write: bool) -> PyResult {
    let method = if write { "BaseSelectorEventLoop.remove_writer" } else { "BaseSelectorEventLoop.remove_reader" };
    let [owner, given] = args.bind::<2>(method, &["self", "fd"], 2)?;
    let owner = loop_argument(&owner)?;
    if event_loop(&owner).closed.get() {
        return Ok(Value::Bool(false));
    }
    match source_of(i, &given) {
        Ok(object) => Ok(Value::Bool(watch(i, &owner, &object, write, None))),
        Err(exc) => match remove_closed(i, event_loop(&owner), &given, if write { WRITE } else { READ }) {
            Some(found) => found.map(Value::Bool),
            // A number that no descriptor has is not watched.
            None if matches!(given.plain(), Value::Int(n) if *n >= 0) && &*exc.class().name() == "OSError" => {
                Ok(Value::Bool(false))
            }
            None => Err(exc),
        },
    }
}

/// `add_reader` and its kin.
pub fn loop_methods(class: NativeClass) -> NativeClass {
    class
        .sync("add_reader", |i, args| adds(i, args, false))
        .sync("add_writer", |i, args| adds(i, args, true))
        .sync("remove_reader", |i, args| checked(i, args, remove, false))
        .sync("remove_writer", |i, args| checked(i, args, remove, true))
        .sync("_ensure_fd_no_transport", |i, args| {
            let [_, given] = args.exactly::<2>("_ensure_fd_no_transport")?;
            ensure_no_transport(i, &given).map(|()| Value::None)
        })
        .sync("_add_reader", |i, args| add(i, args, false))
        .sync("_add_writer", |i, args| add(i, args, true))
        .sync("_remove_reader", |i, args| remove(i, args, false))
        .sync("_remove_writer", |i, args| remove(i, args, true))
}

fn source_class() -> Rc<Class> {
    NativeClass::new("Source", "_selector", &[], |i, class, args| {
        let [number] = args.clone().exactly::<1>("Source")?;
        let source = Source {
            number: Cell::new(ops::index(i, &number)?),
            since: Cell::new(0),
            stirred: Cell::new(0),
            readable: Cell::new(false),
            writable: Cell::new(false),
            event_loop: RefCell::default(),
            transport: RefCell::default(),
            file: RefCell::default(),
            left: Cell::new(0),
            reader: RefCell::default(),
            writer: RefCell::default(),
            listed: Cell::new(false),
            listing: Cell::new(0),
            waiters: RefCell::default(),
        };
        Ok(Object::with_native(class.clone(), source))
    })
    .sync("__init__", |_, _| Ok(Value::None))
    .sync("update", |i, args| {
        let [this, readable, writable, fed] = args.between::<4>("update", 3)?;
        payload::<Source>(&this, "Source")?;
        let (readable, writable) = (ops::is_true(i, &readable)?, ops::is_true(i, &writable)?);
        if let Some(object) = this.as_object() {
            if !fed.is_unset() && ops::is_true(i, &fed)? {
                source(object).stirred.set(tick(i));
            }
            update(i, object, readable, writable);
        }
        Ok(Value::None)
    })
    .sync("is_ready", |i, args| {
        let [this, wanted] = args.exactly::<2>("is_ready")?;
        let wanted = ops::index(i, &wanted)?;
        Ok(Value::Bool(payload::<Source>(&this, "Source")?.is(wanted)))
    })
    .sync("is_watched", |i, args| {
        let [this, write] = args.exactly::<2>("is_watched")?;
        let write = ops::is_true(i, &write)?;
        Ok(Value::Bool(payload::<Source>(&this, "Source")?.side(write).borrow().is_some()))
    })
    .sync("used_by", |_, args| {
        let [this, transport] = args.exactly::<2>("used_by")?;
        let transport = transport.as_object().map(Rc::downgrade).unwrap_or_default();
        payload::<Source>(&this, "Source")?.transport.replace(transport);
        Ok(Value::None)
    })
    .sync("watched_by", |i, args| {
        // The first argument of the callback that watches this side: the future that waits for it.
        let [this, write] = args.exactly::<2>("watched_by")?;
        let write = ops::is_true(i, &write)?;
        let side = payload::<Source>(&this, "Source")?.side(write).borrow();
        Ok(side.as_ref().and_then(|watcher| watcher.args.values.first().cloned()).into())
    })
    .sync("renumber", |i, args| {
        let [this, number] = args.exactly::<2>("renumber")?;
        let number = ops::index(i, &number)?;
        payload::<Source>(&this, "Source")?.number.set(number);
        Ok(Value::None)
    })
    .sync("since", |_, args| Ok(Value::Int(payload::<Source>(&args.values[0], "Source")?.since.get())))
    .sync("stirred", |_, args| Ok(Value::Int(payload::<Source>(&args.values[0], "Source")?.stirred.get())))
    .sync("close", |i, args| {
        // Nothing is watched any more; threads that wait look again.
        let own = payload::<Source>(&args.values[0], "Source")?;
        own.readable.set(false);
        own.writable.set(false);
        let watchers = (own.reader.take(), own.writer.take());
        own.left.set((watchers.0.is_some() as i64 * READ) | (watchers.1.is_some() as i64 * WRITE));
        wake_threads(i, own, true);
        Ok(Value::None)
    })
    .sync("fileno", |_, args| Ok(Value::Int(payload::<Source>(&args.values[0], "Source")?.number.get())))
    .finish()
}

fn purpose(word: &Value) -> Purpose {
    Purpose::ALL.iter().copied().find(|p| p.as_str() == word.text_or_empty()).unwrap_or(Purpose::Plain)
}

/// `future(loop, why, object[, label])`: a future whose purpose the trace is told; the label is any value.
fn purposeful(i: &mut dyn Interp, mut args: Args) -> PyResult {
    let label = if args.values.len() > 3 { args.values.pop() } else { None };
    let label = label.map(|label| labels::short_id(i, &label)).unwrap_or_default();
    let [owner, why, object] = args.exactly::<3>("future")?;
    let (purpose, object) = (purpose(&why), ObjectId(ops::index(i, &object)? as u32));
    Ok(Value::Object(futures::create(i, &loop_argument(&owner)?, purpose, object, label)))
}

const FUNCTIONS: &[(&str, SyncFn)] =
    &[("future", purposeful), ("loops", loops), ("tick", |i, _| Ok(Value::Int(tick(i))))];

/// Module `_selector`, for the library's texts.
pub fn module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_selector");
    for (name, code) in FUNCTIONS {
        module.set(Symbol::new(name), Builtin::sync(name, "_selector", *code));
    }
    module.set(Symbol::new("wait"), Builtin::function("wait", "_selector", wait));
    module.set(Symbol::new("Source"), Value::Type(source_class()));
    Ok(module)
}
