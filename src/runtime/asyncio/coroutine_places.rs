//! Where CPython's own coroutines stand, for reprs of tasks that run one directly (`create_task(sleep(1))`).

use std::rc::Rc;

use super::semaphore::Semaphore;
use crate::objects::Value;
use crate::objects::exception::Exc;
use crate::objects::frame::{AnyFrame, FrameObject};
use crate::objects::function::Builtin;
use crate::objects::generator::Generator;
use crate::objects::library_frame::{library_function, pass_through};
use crate::objects::object::{Native, Object};
use crate::objects::types::types;

/// A coroutine of the library: its qualified name, its file in `Lib/asyncio`, the line of its `def`, the line on which it
/// waits, and how the `def` begins.
type Place = (&'static str, &'static str, u32, u32, &'static str);

/// As in CPython 3.13.0.
const PLACES: &[Place] = &[
    ("sleep", "tasks.py", 703, 718, "async def sleep(delay, result=None):"),
    ("wait_for", "tasks.py", 459, 507, "async def wait_for(fut, timeout):"),
    ("wait", "tasks.py", 424, 451, "async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):"),
    ("ensure_future.<locals>._wrap_awaitable", "tasks.py", 736, 737, "async def _wrap_awaitable(awaitable):"),
    ("to_thread", "threads.py", 12, 25, "async def to_thread(func, /, *args, **kwargs):"),
    ("_wait", "tasks.py", 509, 537, "async def _wait(fs, timeout, return_when, loop):"),
    ("_AsCompletedIterator.__anext__", "tasks.py", 598, 603, "async def __anext__(self):"),
    ("_AsCompletedIterator._wait_for_one", "tasks.py", 626, 630, "async def _wait_for_one(self, resolve=False):"),
    ("_ContextManagerMixin.__aenter__", "locks.py", 13, 14, "async def __aenter__(self):"),
    ("_ContextManagerMixin.__aexit__", "locks.py", 19, 19, "async def __aexit__(self, exc_type, exc, tb):"),
    ("Barrier.__aenter__", "locks.py", 503, 506, "async def __aenter__(self):"),
    ("Barrier._wait", "locks.py", 558, 564, "async def _wait(self):"),
    ("Queue.get", "queues.py", 172, 186, "async def get(self):"),
    ("Queue.put", "queues.py", 125, 139, "async def put(self, item):"),
    ("Queue.join", "queues.py", 242, 251, "async def join(self):"),
    ("Lock.acquire", "locks.py", 90, 110, "async def acquire(self):"),
    ("Semaphore.acquire", "locks.py", 386, 407, "async def acquire(self):"),
    ("Event.wait", "locks.py", 200, 213, "async def wait(self):"),
    ("Condition.wait", "locks.py", 248, 272, "async def wait(self):"),
    ("Condition.wait_for", "locks.py", 303, 313, "async def wait_for(self, predicate):"),
    ("Barrier.wait", "locks.py", 511, 527, "async def wait(self):"),
    ("Barrier.reset", "locks.py", 577, 577, "async def reset(self):"),
    ("Barrier.abort", "locks.py", 592, 592, "async def abort(self):"),
    ("TaskGroup.__aenter__", "taskgroups.py", 54, 54, "async def __aenter__(self):"),
    ("Timeout.__aenter__", "timeouts.py", 85, 85, "async def __aenter__(self) -> \"Timeout\":"),
    ("Timeout.__aexit__", "timeouts.py", 97, 97, "async def __aexit__("),
    ("TaskGroup.__aexit__", "taskgroups.py", 68, 106, "async def __aexit__(self, et, exc, tb):"),
    ("BaseEventLoop.shutdown_asyncgens", "base_events.py", 572, 572, "async def shutdown_asyncgens(self):"),
    (
        "BaseEventLoop.shutdown_default_executor",
        "base_events.py",
        597,
        612,
        "async def shutdown_default_executor(self, timeout=None):",
    ),
];

/// Which other coroutine of the library one awaits, that is no frame of its own here.
const WITHIN: &[(&str, &str)] = &[
    ("Condition.wait_for", "Condition.wait"),
    ("wait", "_wait"),
    ("Barrier.__aenter__", "Barrier.wait"),
    ("Barrier.wait", "Barrier._wait"),
    ("Barrier._wait", "Condition.wait_for"),
    ("Queue.join", "Event.wait"),
    ("_AsCompletedIterator.__anext__", "_AsCompletedIterator._wait_for_one"),
    ("_AsCompletedIterator._wait_for_one", "Queue.get"),
];

/// The coroutine that one of this qualified name, a method of `owner`, awaits within itself.
pub fn awaits_within(qualname: &str, owner: Option<&Rc<Object>>) -> Option<&'static str> {
    if qualname == "_ContextManagerMixin.__aenter__" {
        let of_semaphore = owner.is_some_and(|owner| owner.native::<Semaphore>().is_some());
        return Some(if of_semaphore { "Semaphore.acquire" } else { "Lock.acquire" });
    }
    WITHIN.iter().find(|(outer, _)| *outer == qualname).map(|(_, inner)| *inner)
}

/// Functions of the library that are no coroutines and that programs have called back: name, file, line of the `def`.
const FUNCTIONS: &[(&str, &str, u32)] = &[
    ("create_task", "tasks.py", 402),
    ("ensure_future", "tasks.py", 723),
    ("gather", "tasks.py", 784),
    ("shield", "tasks.py", 918),
    ("run_coroutine_threadsafe", "tasks.py", 984),
    ("run", "runners.py", 160),
];

/// Where such a function stands, in the repr of a handle that calls it.
pub fn function_place(function: &Builtin) -> String {
    let found = function.owner.strip_prefix("asyncio.").and_then(|module| {
        FUNCTIONS.iter().find(|(name, file, _)| *name == &*function.name && file.strip_suffix(".py") == Some(module))
    });
    found.map_or_else(String::new, |(_, file, line)| format!(" at <stdlib>/asyncio/{file}:{line}"))
}

/// What a coroutine was given that has not begun, kept by the frame that its exception shows.
struct Given(#[expect(dead_code, reason = "it is there to be dropped")] AnyFrame);

impl Native for Given {}

/// An exception is thrown into a coroutine of the library that has not begun: it passes the line of its `def`, and its
/// traceback keeps the arguments.
pub fn pass_unbegun(coroutine: &Generator, exc: &Exc, frame: AnyFrame) {
    let qualname = coroutine.naming.qualname().text_or_empty();
    if let Some((_, file, first, ..)) = PLACES.iter().find(|place| place.0 == qualname) {
        let name = qualname.rsplit('.').next().unwrap_or(&qualname);
        let code = library_function(&format!("<stdlib>/asyncio/{file}"), name, *first);
        let given = Object::with_native(types().object.clone(), Given(frame));
        pass_through(exc, &code, *first, Some(given));
    }
}

/// The frame of one of the library's coroutines, as far as it can be seen: where it stands. `None`: it has ended, or is
/// none of these.
pub fn frame(coroutine: &Generator) -> Option<Rc<FrameObject>> {
    if coroutine.code.is_some() || coroutine.is_closed() {
        return None;
    }
    let qualname = coroutine.naming.qualname().text_or_empty();
    let (_, file, first, waits, _) = PLACES.iter().find(|place| place.0 == qualname)?;
    let name = qualname.rsplit('.').next().unwrap_or(&qualname);
    let code = library_function(&format!("<stdlib>/asyncio/{file}"), name, *first);
    let line = if coroutine.is_created() { *first } else { *waits };
    Some(FrameObject::new(&code, &Rc::default(), line, Vec::new()))
}

/// The line of a `def` of the library.
pub fn source_line(file: &str, line: u32) -> Option<String> {
    let file = file.strip_prefix("<stdlib>/asyncio/")?;
    PLACES.iter().find(|place| place.1 == file && place.2 == line).map(|place| place.4.to_string())
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
    let qualname = generator.naming.qualname();
    let name = qualname.text_or_empty();
    let Some(&(_, file, first, waits, _)) = PLACES.iter().find(|place| place.0 == name) else { return String::new() };
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
