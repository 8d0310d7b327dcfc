//! The page's finding beside an exception that ended the program, where its words tell what it comes from: a name that
//! Python has no more, a module or file that is not there, and what beginners meet with asyncio and threads.

use super::core::Vm;
use super::outdated::{self, Outdated};
use crate::objects::exception::Exc;
use crate::objects::exception_group::exceptions_of;
use crate::objects::{Symbol, Value, types};
use crate::trace::{Diagnostic, Severity};

/// How a RuntimeError begins (or ends, if its words begin with a space): the finding's code.
const RUNTIME_ERRORS: [(&str, &str); 14] = [
    ("Event loop is closed", "closed-loop"),
    ("asyncio.run() cannot be called from a running event loop", "loop-in-loop"),
    ("This event loop is already running", "loop-in-loop"),
    ("Cannot run the event loop while another loop is running", "loop-in-loop"),
    ("no running event loop", "no-running-loop"),
    ("There is no current event loop in thread", "no-running-loop"),
    ("cannot reuse already awaited coroutine", "awaited-twice"),
    (" is bound to a different event loop", "other-loop"),
    ("threads can only be started once", "started-twice"),
    ("Lock is not acquired.", "not-acquired"),
    ("release unlocked lock", "not-acquired"),
    ("cannot release un-acquired lock", "not-acquired"),
    ("cannot wait on un-acquired lock", "not-acquired"),
    ("cannot notify on un-acquired lock", "not-acquired"),
];
/// Classes whose objects `async with` enters and `with` does not, as CPython's words have them.
const ASYNCHRONOUS: [&str; 9] = [
    "Lock",
    "Semaphore",
    "BoundedSemaphore",
    "Condition",
    "Timeout",
    "TaskGroup",
    "AsyncExitStack",
    "_AsyncGeneratorContextManager",
    "ClientSession",
];
/// Classes whose objects `with` enters and `async with` does not.
const PLAIN: [&str; 8] = [
    "_io.TextIOWrapper",
    "_io.BufferedReader",
    "_io.BufferedWriter",
    "_thread.lock",
    "_thread.RLock",
    "ThreadPoolExecutor",
    "ProcessPoolExecutor",
    "_GeneratorContextManager",
];

/// The files that came in one text with the program, whose lines are numbered as in that text.
#[derive(Default)]
pub struct WithProgram(pub Vec<String>);

/// Whether a file's lines are those that the reader sees.
pub fn is_shown(vm: &mut Vm, file: &str) -> bool {
    *vm.main_file == *file || vm.states.get::<WithProgram>().0.iter().any(|other| other == file)
}

/// Records the finding for an exception that nothing caught, at the innermost line that the reader sees.
#[inline(never)]
pub fn explain(vm: &mut Vm, exc: &Exc) {
    if let Some(Outdated { name, since, instead }) = outdated::of(vm, exc) {
        return found(vm, exc, "outdated", &[&name, since, &instead]);
    }
    if let Some((code, exc)) = known(exc) {
        return found(vm, &exc, code, &[]);
    }
    let (code, member) = match exc {
        _ if exc.is_a(&types().module_not_found_error) => ("missing-package", "name"),
        _ if exc.is_a(&types().file_not_found_error) => ("missing-file", "filename"),
        _ => return,
    };
    let name = exc.data().members.borrow().get(Symbol::new(member)).map(Value::text_or_empty).unwrap_or_default();
    let name = if code == "missing-package" { name.split('.').next().unwrap_or_default() } else { &name };
    if name.is_empty() {
        return;
    }
    found(vm, exc, code, &[name]);
}

/// What an exception's words tell; of a group, the first of its exceptions of which something is known.
fn known(exc: &Exc) -> Option<(&'static str, Exc)> {
    if let Some(inner) = exceptions_of(exc) {
        return inner.iter().find_map(known);
    }
    let words = exc.data().args.borrow().items.first().map(Value::text_or_empty)?;
    let code = if exc.is_a(&types().runtime_error) { of_runtime(&words) } else { None };
    let of_type = exc.is_a(&types().type_error) || exc.is_a(&types().value_error);
    let code = code.or_else(|| if of_type { of_types(&words) } else { None })?;
    Some((code, exc.clone()))
}

fn of_runtime(words: &str) -> Option<&'static str> {
    let says = |known: &str| if known.starts_with(' ') { words.ends_with(known) } else { words.starts_with(known) };
    RUNTIME_ERRORS.iter().find(|(known, _)| says(known)).map(|(_, code)| *code)
}

fn of_types(words: &str) -> Option<&'static str> {
    let wanted = "a coroutine was expected, got <";
    if let Some(got) = words.strip_prefix(wanted) {
        return ["function ", "bound method "].iter().any(|kind| got.starts_with(kind)).then_some("not-called");
    }
    if words == "'async_generator' object is not iterable" {
        return Some("async-for");
    }
    if let Some(got) = words.strip_prefix("'async for' requires an object with __aiter__ method, got ") {
        return (got != "coroutine").then_some("plain-for");
    }
    let (class, what) = words.strip_prefix('\'')?.split_once("' object does not support the ")?;
    match what {
        "context manager protocol" => ASYNCHRONOUS.contains(&class).then_some("async-with"),
        "asynchronous context manager protocol" => PLAIN.contains(&class).then_some("plain-with"),
        _ => None,
    }
}

fn found(vm: &mut Vm, exc: &Exc, code: &'static str, args: &[&str]) {
    let frames = exc.data().traceback.borrow().as_ref().map(super::traceback::summaries).unwrap_or_default();
    let own = frames.iter().rev().find(|frame| is_shown(vm, &frame.file));
    let line = own.map_or(0, |frame| frame.line);
    let args = args.iter().map(|arg| vm.log.intern(arg)).collect();
    vm.log.diagnose(Diagnostic { code, severity: Severity::Error, line, args });
}
