//! Where CPython's own coroutines stand, for reprs of tasks that run one directly (`create_task(sleep(1))`).

use crate::objects::Value;

/// A coroutine of the library: its qualified name, its file in `Lib/asyncio`, the line of its `def`, and the line on
/// which it waits.
type Place = (&'static str, &'static str, u32, u32);

/// As in CPython 3.13.0.
const PLACES: &[Place] = &[
    ("sleep", "tasks.py", 703, 718),
    ("wait_for", "tasks.py", 459, 507),
    ("wait", "tasks.py", 424, 451),
    ("to_thread", "threads.py", 12, 25),
    ("Queue.get", "queues.py", 172, 186),
    ("Queue.put", "queues.py", 125, 139),
    ("Queue.join", "queues.py", 242, 251),
    ("Lock.acquire", "locks.py", 90, 110),
    ("Semaphore.acquire", "locks.py", 386, 407),
    ("Event.wait", "locks.py", 200, 213),
    ("Condition.wait", "locks.py", 248, 272),
    ("Condition.wait_for", "locks.py", 303, 313),
    ("Barrier.wait", "locks.py", 511, 527),
    ("Barrier.reset", "locks.py", 577, 577),
    ("Barrier.abort", "locks.py", 592, 592),
    ("TaskGroup.__aexit__", "taskgroups.py", 68, 106),
    ("BaseEventLoop.shutdown_asyncgens", "base_events.py", 572, 572),
    ("BaseEventLoop.shutdown_default_executor", "base_events.py", 597, 612),
];

/// Whether it is a function or method of the library that CPython has as a coroutine function.
pub fn is_coroutine_function(value: &Value) -> bool {
    let builtin = match value {
        Value::Builtin(builtin) => builtin,
        Value::Method(method) => return is_coroutine_function(&method.function),
        _ => return false,
    };
    let (name, owner) = (&*builtin.name, &*builtin.owner);
    PLACES.iter().any(|(qualname, ..)| match qualname.split_once('.') {
        Some((class, method)) => method == name && owner.ends_with(class),
        None => *qualname == name && owner.starts_with("asyncio"),
    })
}

/// `sleep(0)` waits for no future.
const SLEEP_ZERO: u32 = 706;

/// The rest of `_format_coroutine` for one of the library's coroutines, else nothing. `waiting`: the task waits for a
/// future.
pub fn library_place(coroutine: &Value, waiting: bool) -> String {
    let Value::Generator(generator) = coroutine else { return String::new() };
    if generator.code.is_some() {
        return String::new();
    }
    let qualname = generator.qualname.borrow().value();
    let name = qualname.text_or_empty();
    let Some(&(_, file, first, waits)) = PLACES.iter().find(|place| place.0 == name) else { return String::new() };
    if generator.is_closed() {
        return format!(" done, defined at <stdlib>/asyncio/{file}:{first}");
    }
    let line = match () {
        _ if generator.is_created() => first,
        _ if name == "sleep" && !waiting => SLEEP_ZERO,
        _ => waits,
    };
    format!(" running at <stdlib>/asyncio/{file}:{line}")
}
