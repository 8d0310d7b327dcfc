//! `_thread`: threads with their handles on the machine's scheduler.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::thread_locks as locks;
use super::thread_locks::{TIMEOUT_MAX, seconds};
pub use crate::machine::process::ident;
use crate::machine::process::{IDENT_STEP, MAIN_IDENT};
use crate::machine::{Ending, machine, to_ns};
use crate::objects::args::Args;
use crate::objects::class::Class;
use crate::objects::exception::{Exc, PyResult, overflow_error, runtime_error, type_error, value_error};
use crate::objects::function::{Builtin, Flow, FlowFn, SyncFn, is_callable};
use crate::objects::module::Module;
use crate::objects::native_class::{NativeClass, receiver};
use crate::objects::object::{Native, Object};
use crate::objects::{Interp, Symbol, Value, ops, types};
use crate::trace::{Followed, ObjectId, ThreadId};
use crate::vm::vm_of;

const NATIVE_IDS: i64 = 4999;

/// The payload of a `_ThreadHandle`: a thread's end, to be waited for.
#[derive(Default)]
struct Handle {
    thread: Cell<ThreadId>,
    ending: RefCell<Option<Rc<Ending>>>,
    name: RefCell<String>,
}

impl Native for Handle {}

/// The module's classes, of one interpreter.
struct Classes {
    lock: Rc<Class>,
    rlock: Rc<Class>,
    handle: Rc<Class>,
}

fn classes(i: &mut dyn Interp) -> Rc<Classes> {
    i.states()
        .get_or(|| Rc::new(Classes { lock: locks::lock_class(), rlock: locks::rlock_class(), handle: handle_class() }))
        .clone()
}

/// The main thread of the running process.
pub fn main_thread(i: &mut dyn Interp) -> ThreadId {
    machine(i).process().main.get()
}

/// The system's number of the current thread: that of a process's main thread is the process's own.
fn native_id(i: &mut dyn Interp) -> i64 {
    let (thread, main) = (current(i), main_thread(i));
    if thread == main { machine(i).process().pid.get().into() } else { NATIVE_IDS + thread.0 as i64 }
}

fn handle_of<'a>(value: &'a Value, method: &str) -> PyResult<&'a Handle> {
    receiver::<Handle>(value, "_thread._ThreadHandle", method)
}

fn join(i: &mut dyn Interp, args: Args) -> PyResult<Flow> {
    let [this, timeout] = args.bind::<2>("join", &["self", "timeout"], 1)?;
    let handle = handle_of(&this, "join")?;
    let Some(ending) = handle.ending.borrow().clone() else { return Err(runtime_error("thread not started")) };
    let machine = machine(i);
    if handle.thread.get() == machine.current() {
        return Err(runtime_error("Cannot join current thread"));
    }
    let deadline = match timeout {
        Value::Unset | Value::None => None,
        given => match seconds(i, &given)? {
            s if s > TIMEOUT_MAX => return Err(overflow_error("timeout value is too large")),
            s if s < 0.0 => None,
            s => Some(machine.now() + to_ns(s)),
        },
    };
    if ending.is_done() {
        return Ok(Flow::Done(Value::None));
    }
    let (cx, name) = (i.cx(), handle.name.borrow().clone());
    Ok(Flow::frame(async move { ending.join(&cx, deadline, &name).await.map(|_| Value::None) }))
}

fn handle_class() -> Rc<Class> {
    NativeClass::new("_ThreadHandle", "_thread", &[], |_, class, _| {
        Ok(Object::with_native(class.clone(), Handle::default()))
    })
    .method("join", join)
    .sync("is_done", |_, args| {
        let ending = handle_of(&args.values[0], "is_done")?.ending.borrow().clone();
        Ok(Value::Bool(ending.is_some_and(|ending| ending.is_done())))
    })
    .sync("_set_done", |i, args| {
        if let Some(ending) = &*handle_of(&args.values[0], "_set_done")?.ending.borrow() {
            ending.set_done(&machine(i), i.log());
        }
        Ok(Value::None)
    })
    .getter("ident", |i, this| Ok(Value::Int(handle_ident(i, this)?)))
    .sync("__repr__", |i, args| {
        Ok(format!("<_ThreadHandle object: ident={}>", handle_ident(i, &args.values[0])?).into())
    })
    .finish()
}

fn handle_ident(i: &mut dyn Interp, this: &Value) -> PyResult<i64> {
    let thread = handle_of(this, "ident")?.thread.get();
    Ok(if thread.is_some() { ident(thread, main_thread(i)) } else { 0 })
}

/// `start_joinable_thread(function, handle, daemon, name)`
fn start_joinable_thread(i: &mut dyn Interp, args: Args) -> PyResult {
    let parameters = ["function", "handle", "daemon", "name"];
    let [function, handle, daemon, name] = args.bind::<4>("start_joinable_thread", &parameters, 1)?;
    if !is_callable(&function) {
        return Err(type_error("thread function must be callable"));
    }
    let daemon = daemon.is_unset() || ops::is_true(i, &daemon)?;
    let given = match handle {
        Value::Unset | Value::None => {
            let class = classes(i).handle.clone();
            Object::with_native(class, Handle::default())
        }
        given => given,
    };
    let handle = handle_of(&given, "start_joinable_thread")?;
    if handle.ending.borrow().is_some() {
        return Err(runtime_error("thread already started"));
    }
    let name = name.text_or_empty();
    let thread = vm_of(i).start_thread(function, Args::none(), &name, daemon)?;
    handle.thread.set(thread);
    handle.ending.replace(machine(i).ending(thread));
    handle.name.replace(name);
    Ok(given)
}

/// `start_new_thread(function, args[, kwargs])`: a thread that nobody can wait for.
fn start_new_thread(i: &mut dyn Interp, args: Args) -> PyResult {
    let [function, given, keywords] = args.between::<3>("_thread.start_new_thread", 2)?;
    if !is_callable(&function) {
        return Err(type_error("first arg must be callable"));
    }
    let Value::Tuple(positional) = given.plain() else { return Err(type_error("2nd arg must be a tuple")) };
    let keywords: Vec<(Symbol, Value)> = match keywords.plain() {
        Value::Unset => Vec::new(),
        Value::Dict(dict) => {
            let named = dict.entries().into_iter();
            named.filter_map(|(name, value)| Some((Symbol::of(name.as_str()?)?, value))).collect()
        }
        _ => return Err(type_error("optional 3rd arg must be a dictionary")),
    };
    let call = Args::with_keywords(positional.items.to_vec(), keywords);
    let body = Builtin::closure("start_new_thread", move |i, _| {
        let (cx, function, call) = (i.cx(), function.clone(), call.clone());
        Ok(Flow::frame(async move {
            match cx.call(&function, call).await {
                Err(exc) if !exc.is_a(&types().system_exit) => cx.enter(|i| report(i, &exc, &function)),
                _ => {}
            }
            cx.enter(left)?;
            Ok(Value::None)
        }))
    });
    let name = machine(i).living().to_string();
    let thread = vm_of(i).start_thread(body, Args::none(), &format!("thread {name}"), true)?;
    let main = main_thread(i);
    Ok(Value::Int(ident(thread, main)))
}

/// A thread of `start_new_thread` ends: `threading` forgets the object by which it was known there.
fn left(i: &mut dyn Interp) -> PyResult<()> {
    let Some(Value::Module(threading)) = vm_of(i).module(Symbol::new("threading")) else { return Ok(()) };
    let Some(left) = threading.get(Symbol::new("_left")) else { return Ok(()) };
    let ident = ident(current(i), main_thread(i));
    i.call(&left, Args::one(Value::Int(ident))).map(drop)
}

/// An exception that ended a thread of `start_new_thread`.
fn report(i: &mut dyn Interp, exc: &Exc, function: &Value) {
    let shown = ops::repr_text(i, function).map(|s| s.text().into_owned()).unwrap_or_default();
    let line = format!("Exception ignored in thread started by {shown}:");
    crate::vm::report::ignored(vm_of(i), exc, &line);
}

/// Waits for all threads but the daemons.
fn shutdown(i: &mut dyn Interp, _: Args) -> PyResult<Flow> {
    let cx = i.cx();
    Ok(Flow::frame(async move {
        while let Some((name, ending)) = cx.enter(|i| machine(i).awaited_at_exit()) {
            ending.join(&cx, None, &name).await?;
        }
        Ok(Value::None)
    }))
}

fn current(i: &mut dyn Interp) -> ThreadId {
    machine(i).current()
}

/// The object's number in the trace, of `_followed` and its kin.
fn object_id(value: &Value) -> ObjectId {
    match value {
        Value::Int(n) => ObjectId(*n as u32),
        _ => ObjectId::NONE,
    }
}

/// `_part_lock(of)`, `_part_rlock(of)`: the lock of a condition, a queue …, which the trace takes for the whole.
fn part(args: Args) -> PyResult<ObjectId> {
    let [of] = args.between::<1>("_part_lock", 0)?;
    Ok(object_id(&of))
}

/// In an interpreter's states: the bytes that the program has asked for each stack; 0: as many as the system likes.
#[derive(Default)]
struct StackSize(i64);

/// The fewest bytes of a stack (Include/internal/pycore_pythread.h `THREAD_STACK_MIN`).
const LEAST_STACK: i64 = 0x8000;

const FUNCTIONS: &[(&str, SyncFn)] = &[
    ("allocate_lock", |i, args| {
        args.exactly::<0>("_thread.allocate_lock")?;
        Ok(locks::new_lock(&classes(i).lock, Followed::default()))
    }),
    ("_seconds", |i, args| {
        let [given] = args.exactly::<1>("_seconds")?;
        locks::seconds(i, &given).map(Value::Float)
    }),
    ("allocate", |i, _| Ok(locks::new_lock(&classes(i).lock, Followed::default()))),
    ("_part_lock", |i, args| Ok(locks::new_lock(&classes(i).lock, Followed::part(part(args)?)))),
    ("_part_rlock", |i, args| Ok(locks::new_rlock(&classes(i).rlock, Followed::part(part(args)?)))),
    ("_waiter", |i, args| {
        let [why, of] = args.exactly::<2>("_waiter")?;
        Ok(locks::waiter(&classes(i).lock, &why, &of))
    }),
    ("_says", |_, args| {
        let [lock, words] = args.exactly::<2>("_says")?;
        locks::say(&lock, &words).map(|()| Value::None)
    }),
    ("start_joinable_thread", start_joinable_thread),
    ("start_new_thread", start_new_thread),
    ("start_new", start_new_thread),
    ("get_ident", |i, args| {
        args.exactly::<0>("_thread.get_ident")?;
        Ok(Value::Int(ident(current(i), main_thread(i))))
    }),
    ("get_native_id", |i, _| Ok(Value::Int(native_id(i)))),
    ("_send", |i, args| {
        // What ctypes' PyThreadState_SetAsyncExc does: how many threads have that number.
        let [number, exc] = args.exactly("_send")?;
        let (number, main) = (crate::objects::ops::index(i, &number)?, main_thread(i));
        let exc = match exc {
            Value::Type(_) => i.call(&exc, Args::none())?,
            exc => exc,
        };
        let thread = ThreadId(((number - MAIN_IDENT) / IDENT_STEP + main.0 as i64) as _);
        let stack = if number == ident(thread, main) { vm_of(i).stack_to_change(thread) } else { None };
        let found = stack.map(|stack| stack.sent = Exc::from_value(&exc));
        Ok(Value::Int(found.is_some().into()))
    }),
    ("interrupt_main", |i, args| {
        let [signal] = args.between("interrupt_main", 0)?;
        let signal = if signal.is_unset() { 2 } else { ops::parsed_int(i, &signal)? };
        if !(1..65).contains(&signal) {
            return Err(value_error("signal number out of range"));
        }
        // One that Python does not handle does nothing.
        let handled = match i.imported("signal") {
            Some(module) => {
                let handler = crate::asyncio::py::call(i, &module, "getsignal", Args::one(Value::Int(signal)))?;
                is_callable(&handler)
            }
            None => signal == 2,
        };
        if handled {
            let flow = crate::vm::signals::raise(vm_of(i), signal as i32, true)?;
            i.finish(flow)?;
        }
        Ok(Value::None)
    }),
    ("_get_main_native_id", |i, _| Ok(Value::Int(machine(i).process().pid.get().into()))),
    ("_get_main_thread_ident", |_, _| Ok(Value::Int(MAIN_IDENT))),
    ("_count", |i, _| Ok(Value::Int(machine(i).living() as i64 - 1))),
    ("_make_thread_handle", |i, args| {
        let [wanted] = args.exactly::<1>("_make_thread_handle")?;
        let main = i64::from(main_thread(i).0);
        let thread = ThreadId(((ops::index(i, &wanted)? - MAIN_IDENT) / IDENT_STEP + main) as u16);
        let ending = machine(i).ending(thread);
        let handle = Handle { thread: Cell::new(thread), ending: RefCell::new(ending), ..Handle::default() };
        Ok(Object::with_native(classes(i).handle.clone(), handle))
    }),
    ("exit", |_, args| {
        args.exactly::<0>("_thread.exit")?;
        Err(Exc::new(&types().system_exit, vec![]))
    }),
    ("exit_thread", |_, _| Err(Exc::new(&types().system_exit, vec![]))),
    ("stack_size", |i, args| {
        let [size] = args.parsed("stack_size", 0)?;
        let before = i.states().get::<StackSize>().0;
        if !size.is_unset() {
            let size = ops::ssize(i, &size)?;
            if size < 0 {
                return Err(value_error("size must be 0 or a positive value"));
            }
            if size > 0 && size < LEAST_STACK {
                return Err(value_error(format!("size not valid: {size} bytes")));
            }
            i.states().set(StackSize(size));
        }
        Ok(Value::Int(before))
    }),
    ("daemon_threads_allowed", |_, _| Ok(Value::Bool(true))),
];

const FLOWS: &[(&str, FlowFn)] = &[("_shutdown", shutdown)];

/// Makes the module.
pub fn module(i: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("_thread");
    let set = |name: &str, value: Value| module.set(Symbol::new(name), value);
    for (name, code) in FUNCTIONS {
        set(name, Builtin::sync(name, "_thread", *code));
    }
    for (name, code) in FLOWS {
        set(name, Builtin::function(name, "_thread", *code));
    }
    let classes = classes(i);
    set("LockType", Value::Type(classes.lock.clone()));
    set("lock", Value::Type(classes.lock.clone()));
    set("RLock", Value::Type(classes.rlock.clone()));
    set("_ThreadHandle", Value::Type(classes.handle.clone()));
    set("error", Value::Type(types().runtime_error.clone()));
    set("TIMEOUT_MAX", Value::Float(TIMEOUT_MAX));
    super::thread_trace::install(i, &module);
    Ok(module)
}
