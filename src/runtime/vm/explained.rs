//! The page's finding beside an exception that ended the program, where its words tell what it comes from: a name that
//! Python has no more, a module or file that is not there, and what beginners meet with asyncio and threads.

use super::core::Vm;
use super::outdated::{self, Outdated};
use super::told_by_lines::{has_class, is_called_by_loop, is_named, not_caught, of_callback, of_start, of_unbound};
use super::traceback::{Summary, summaries};
use super::unknown_names::of_name;
use super::wrong_calls;
use crate::asyncio::asyncio;
use crate::compiler::lines::numbered;
use crate::objects::exception::Exc;
use crate::objects::exception_group::exceptions_of;
use crate::objects::generator::Generator;
use crate::objects::{Symbol, Value, types};
use crate::trace::sorted::SortedMap;
use crate::trace::{Diagnostic, Severity};
use std::rc::Rc;

/// How a RuntimeError begins (or ends, if its words begin with a space): the finding's code.
const RUNTIME_ERRORS: [(&str, &str); 15] = [
    ("Event loop is closed", "closed-loop"),
    ("asyncio.run() cannot be called from a running event loop", "loop-in-loop"),
    ("This event loop is already running", "loop-in-loop"),
    ("Cannot run the event loop while another loop is running", "loop-in-loop"),
    ("no running event loop", "no-running-loop"),
    ("There is no current event loop in thread 'MainThread'", "no-running-loop"),
    ("There is no current event loop in thread", "no-loop-in-thread"),
    ("cannot reuse already awaited coroutine", "awaited-twice"),
    (" is bound to a different event loop", "other-loop"),
    ("threads can only be started once", "started-twice"),
    ("Lock is not acquired.", "not-acquired"),
    ("release unlocked lock", "not-acquired"),
    ("cannot release un-acquired lock", "not-acquired"),
    ("cannot wait on un-acquired lock", "not-acquired"),
    ("cannot notify on un-acquired lock", "not-acquired"),
];
/// What an exception that the library raises says: the finding's code.
const LIBRARY_ERRORS: [(&str, &str); 9] = [
    ("cannot join thread before it is started", "joined-unstarted"),
    ("cannot join current thread", "joined-itself"),
    ("cannot set daemon status of active thread", "daemon-too-late"),
    ("thread.__init__() not called", "no-init-of-thread"),
    ("Thread.__init__() not called", "no-init-of-thread"),
    ("task_done() called too many times", "done-too-often"),
    ("BoundedSemaphore released too many times", "released-too-often"),
    ("Semaphore released too many times", "released-too-often"),
    ("can only join a started process", "joined-unstarted"),
];
/// Classes whose objects `async with` enters and `with` does not, as CPython's words have them.
const ASYNCHRONOUS: [&str; 10] = [
    "Lock",
    "Semaphore",
    "BoundedSemaphore",
    "Condition",
    "Timeout",
    "TaskGroup",
    "AsyncExitStack",
    "_AsyncGeneratorContextManager",
    "ClientSession",
    "Server",
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

/// Classes of asyncio's whose objects are awaited, as CPython's words have them: what they give is not they.
const AWAITED: [&str; 3] = ["_asyncio.Task", "_asyncio.Future", "_GatheringFuture"];

/// Files of the library whose functions wait for so long at most.
const TIMED: [&str; 3] = ["asyncio/timeouts.py", "asyncio/tasks.py", "concurrent/futures/_base.py"];

const NOT_AWAITABLE: &str = " can't be used in 'await' expression";
/// So much of a repr is told.
const LONGEST: usize = 60;

/// The files that came in one text with the program, by name, whose lines are numbered as in that text; and what they hold.
#[derive(Default)]
pub struct WithProgram(pub Vec<(String, Rc<str>)>);

/// How a program has ended, as far as it is, and who looks then for what is found only at the end.
#[derive(Default)]
struct Ending {
    /// An exception that nothing caught has ended it.
    failed: bool,
    /// And it is known where that comes from.
    explained: bool,
    /// What has been looked at: the line and the words; and whether something was known.
    seen: SortedMap<(u32, String), bool>,
    last: Vec<fn(&mut Vm)>,
}

/// Has `look` called when all code of the process has run.
pub fn at_end(vm: &mut Vm, look: fn(&mut Vm)) {
    vm.states.get::<Ending>().last.push(look);
}

/// All code of the process has run.
pub(super) fn over(vm: &mut Vm) {
    for look in std::mem::take(&mut vm.states.get::<Ending>().last) {
        look(vm);
    }
}

/// An exception that nothing caught has ended the program.
pub(super) fn failed(vm: &mut Vm, exc: &Exc) {
    let explained = explain(vm, exc);
    let ending = vm.states.get::<Ending>();
    (ending.failed, ending.explained) = (true, explained);
}

/// Whether an exception that nothing caught has ended the program.
pub fn has_failed(vm: &mut Vm) -> bool {
    vm.states.get::<Ending>().failed
}

/// Where coroutine functions were handed to threads, processes and executors, by qualified name.
#[derive(Default)]
struct Targets(SortedMap<String, u32>);

/// A line hands a coroutine function over to be called elsewhere.
pub fn hands_over(vm: &mut Vm, name: String, line: u32) {
    vm.states.get::<Targets>().0.insert(name, line);
}

/// A coroutine was never awaited; the library, which was handed its function, makes it in no line. What an exception of which
/// it is known where it comes from has left behind says less than that.
pub(super) fn never_awaited(vm: &mut Vm, name: &str, coroutine: &Rc<Generator>) {
    let handed = vm.states.get::<Targets>().0.get(name).copied();
    let own = name.rsplit('.').next().unwrap_or(name);
    let (code, line) = match (coroutine.origin_line.get(), handed) {
        (0, None) => return,
        (0, Some(handed)) => ("async-target", handed),
        (line, _) if asyncio(vm).was_refused(coroutine) => {
            // Made elsewhere than where it was to run, it is no fault of its own.
            let text = numbered(&vm.source, line).unwrap_or_default();
            if !text.contains(".run(") && !text.contains("run_until_complete(") {
                return;
            }
            ("loop-in-loop", line)
        }
        (line, _) if name == "_AsCompletedIterator._wait_for_one" => ("completed-not-awaited", line),
        (line, _) if is_called_by_loop(&vm.source, line, own) => match of_callback(&vm.source, own) {
            Some(given) => ("async-callback", given),
            // Which line gave it is not known, and this one calls something else.
            None => return,
        },
        (line, _) => ("never-awaited", line),
    };
    let name = if code == "async-callback" { own } else { name };
    if !vm.states.get::<Ending>().explained {
        let found = Diagnostic { code, severity: Severity::Warning, line, args: vec![vm.log.intern(name)] };
        vm.log.diagnose(found);
    }
}

/// Whether a file's lines are those that the reader sees.
pub fn is_shown(vm: &mut Vm, file: &str) -> bool {
    *vm.main_file == *file || vm.states.get::<WithProgram>().0.iter().any(|(other, _)| other == file)
}

/// The texts that the reader sees: the program's, and those of the files that came with it.
pub(super) fn shown(vm: &mut Vm) -> Vec<Rc<str>> {
    let own = vm.source.clone();
    let others = vm.states.get::<WithProgram>().0.iter().map(|(_, text)| text.clone());
    std::iter::once(own).chain(others).collect()
}

/// The finding's code, and what it speaks of.
pub(super) type Known = (&'static str, Vec<String>);

/// Records the finding for an exception that nothing caught, at the innermost line that the reader sees, once for all
/// that are alike; whether there is one. Of a group, the first of its exceptions of which something is known.
#[inline(never)]
pub fn explain(vm: &mut Vm, exc: &Exc) -> bool {
    let frames = exc.data().traceback.borrow().as_ref().map(summaries).unwrap_or_default();
    let own = frames.iter().rev().find(|frame| is_shown(vm, &frame.file));
    let line = own.map_or(0, |frame| frame.line);
    let words = exc.data().args.borrow().items.first().map(Value::text_or_empty).unwrap_or_default();
    let key = (line, [&*exc.class().name(), " ", &words].concat());
    // Thousands of tasks may fail alike.
    if exceptions_of(exc).is_none()
        && let Some(known) = vm.states.get::<Ending>().seen.get(&key)
    {
        return *known;
    }
    let found = known(vm, exc, &frames, &words);
    vm.states.get::<Ending>().seen.insert(key, found.is_some());
    let Some((code, args)) = found else {
        if let Some(inner) = exceptions_of(exc)
            && let Some((line, name)) = not_caught(&vm.source, line, &inner)
        {
            let found = Diagnostic {
                code: "group-not-caught",
                severity: Severity::Error,
                line,
                args: vec![vm.log.intern(&name)],
            };
            vm.log.diagnose(found);
            return true;
        }
        return exceptions_of(exc).is_some_and(|inner| inner.iter().any(|exc| explain(vm, exc)));
    };
    let args = args.iter().map(|arg| vm.log.intern(arg)).collect();
    let found = Diagnostic { code, severity: Severity::Error, line, args };
    if !vm.log.diagnostics().contains(&found) {
        vm.log.diagnose(found);
    }
    true
}

fn known(vm: &mut Vm, exc: &Exc, frames: &[Summary], words: &str) -> Option<Known> {
    if let Some(Outdated { name, since, instead }) = outdated::of(vm, exc) {
        return Some(("outdated", vec![name, since.into(), instead]));
    }
    let member = |name: &str| {
        let text = exc.data().members.borrow().get(Symbol::new(name)).map(Value::text_or_empty)?;
        (!text.is_empty()).then(|| text.to_string())
    };
    if exc.is_a(&types().module_not_found_error) {
        let name = member("name")?;
        return Some(("missing-package", vec![name.split('.').next().unwrap_or_default().into()]));
    }
    if exc.is_a(&types().file_not_found_error) {
        return Some(("missing-file", vec![member("filename")?]));
    }
    let library = frames.last().filter(|frame| frame.file.starts_with("<stdlib>"));
    let raised_in = library.map_or("", |frame| &frame.name);
    // Names of a file that the reader does not see are nothing that its lines say.
    let seen = library.is_none() && frames.last().is_none_or(|frame| is_shown(vm, &frame.file));
    if library.is_none()
        && let Some(found) = of_awaited(vm, exc, words).or_else(|| if seen { of_name(vm, exc, frames) } else { None })
    {
        return Some(found);
    }
    if let Some((_, code)) = LIBRARY_ERRORS.iter().find(|(says, _)| library.is_some() && *says == words) {
        return Some((code, Vec::new()));
    }
    if exc.is_a(&types().timeout_error)
        && library.is_some_and(|frame| TIMED.iter().any(|file| frame.file.ends_with(file)))
    {
        return Some(("timeout-not-caught", Vec::new()));
    }
    if exc.is_a(&types().runtime_error) {
        return of_runtime(words, raised_in).map(|code| (code, Vec::new()));
    }
    if exc.is_a(&types().attribute_error) && frames.last().is_some_and(|frame| *frame.file == *vm.main_file) {
        return of_start(&vm.source, words, frames);
    }
    if exc.is_a(&types().type_error) || exc.is_a(&types().value_error) {
        let call = frames.last().filter(|frame| library.is_none() && *frame.file == *vm.main_file);
        let source = vm.source.clone();
        let call = call.and_then(|frame| numbered(&source, frame.line)).unwrap_or_default();
        let refuses = exc.is_a(&types().type_error) && library.is_none();
        let wrong_call = |vm: &mut Vm| if refuses { wrong_calls::of(&shown(vm), words, call) } else { None };
        if let Some(found) = of_gather(exc, raised_in).or_else(|| wrong_call(vm)) {
            return Some(found);
        }
        return match of_own_class(vm, words) {
            Some(found) => found.map(|code| (code, Vec::new())),
            None => match of_types(words, raised_in) {
                None => of_text_and_number(&vm.source, words, library.map(|frame| &*frame.name)),
                Some(("job-awaited", _)) if has_class(vm, "Future") => Some(("not-awaitable", vec!["Future".into()])),
                found => found,
            },
        };
    }
    if exc.is_a(&types().unbound_local_error) {
        return of_unbound(vm, words, exc);
    }
    if library.is_some_and(|frame| frame.file.ends_with("multiprocessing/reduction.py")) {
        of_pickling(words)
    } else {
        None
    }
}

/// A task or future is taken for its result, or is asked for one that it does not have yet.
fn of_awaited(vm: &mut Vm, exc: &Exc, words: &str) -> Option<Known> {
    let of_state = [("Result is not set.", "result-not-set"), ("invalid state", "set-twice")];
    if let Some((_, code)) = of_state.iter().find(|(says, _)| *says == words)
        && is_named(vm, exc, "InvalidStateError")
    {
        return Some((code, Vec::new()));
    }
    if words == "await wasn't used with future" {
        return Some(("not-its-result", vec!["Future".into()]));
    }
    let compared = words.contains("instances of '_asyncio.Task' and '_asyncio.Task'");
    let taken = exc.is_a(&types().type_error)
        && !compared
        && !words.contains("context manager")
        && !words.contains("not callable");
    let class = AWAITED.iter().find(|class| words.contains(*class)).filter(|_| taken)?;
    let name = class.rsplit('.').next().unwrap_or(class);
    Some(("not-its-result", vec![if name == "_GatheringFuture" { "gather" } else { name }.into()]))
}

/// `raised_in`: the function, if it is the library's.
fn of_runtime(words: &str, raised_in: &str) -> Option<&'static str> {
    if words == "cannot schedule new futures after shutdown" {
        return (raised_in == "submit").then_some("after-shutdown");
    }
    if words.starts_with("TaskGroup ") && words.ends_with(" is finished") {
        return (raised_in == "create_task").then_some("group-over");
    }
    let says = |known: &str| if known.starts_with(' ') { words.ends_with(known) } else { words.starts_with(known) };
    RUNTIME_ERRORS.iter().find(|(known, _)| says(known)).map(|(_, code)| *code)
}

fn of_types(words: &str, raised_in: &str) -> Option<Known> {
    let speaking = |code, of: &str| {
        let cut = of.char_indices().nth(LONGEST).map(|(at, _)| [&of[..at], "…"].concat());
        Some((code, vec![cut.unwrap_or_else(|| of.to_string())]))
    };
    let plain = |code| Some((code, Vec::new()));
    if words.starts_with("'<' not supported between instances of ") && raised_in == "_put" {
        return plain("items-compared");
    }
    if let Some(got) = words.strip_prefix("a coroutine was expected, got ") {
        let is_future = ["<Future ", "<Task ", "<_GatheringFuture "].iter().any(|kind| got.starts_with(kind));
        if is_future && !raised_in.is_empty() {
            // An executor's says where it lies.
            return plain(if got.starts_with("<Future at ") { "job-awaited" } else { "future-given" });
        }
        let function = ["<function ", "<bound method "].iter().any(|kind| got.starts_with(kind));
        // Tasks, futures and generators are no result of a function that lacks `async`.
        return match raised_in.is_empty() || got.starts_with('<') && !function {
            true => None,
            false if function => plain("not-called"),
            false => speaking("not-a-coroutine", got),
        };
    }
    if let Some(what) = words.strip_prefix("object ").and_then(|rest| rest.strip_suffix(NOT_AWAITABLE)) {
        return match what {
            "function" | "method" => plain("not-called"),
            "async_generator" => plain("async-for"),
            "list" | "tuple" | "set" => speaking("several-awaited", what),
            "NoneType" => speaking("not-awaitable", "None"),
            // One of asyncio's own can be awaited.
            "Future" => plain("job-awaited"),
            _ => speaking("not-awaitable", what),
        };
    }
    if let Some(got) = words.strip_prefix("expect a list of futures, not ") {
        return speaking("wait-for-one", got);
    }
    // What `Process` makes a tuple of its arguments.
    if let Some(got) = words.strip_suffix("' object is not iterable").filter(|_| raised_in == "__init__") {
        return ["'int", "'float", "'bool"].contains(&got).then(|| ("no-tuple", vec![got[1..].to_string()]));
    }
    // aiohttp's own words.
    if words == "Use async with instead" {
        return plain("async-with");
    }
    if words == "'async_generator' object is not iterable" {
        return plain("async-for");
    }
    if let Some(got) = words.strip_prefix("'async for' requires an object with __aiter__ method, got ") {
        return match got {
            "coroutine" => None,
            "function" | "method" => plain("not-called"),
            _ => plain("plain-for"),
        };
    }
    let (class, what) = words.strip_prefix('\'')?.split_once("' object does not support the ")?;
    match what {
        "context manager protocol" if ASYNCHRONOUS.contains(&class) => plain("async-with"),
        "asynchronous context manager protocol" if PLAIN.contains(&class) => plain("plain-with"),
        _ => None,
    }
}

/// A text is taken for a number, or put together with one. `raised_in`: the function, if it is the library's.
fn of_text_and_number(source: &str, words: &str, raised_in: Option<&str>) -> Option<Known> {
    if raised_in.is_some_and(|name| name != "sleep") {
        return None;
    }
    let taken = Some(("text-for-number", Vec::new()));
    if let Some((_, kinds)) = words.split_once(" not supported between instances of ") {
        let (a, b) = kinds.split_once(" and ")?;
        let is_number = |kind| ["'int'", "'float'"].contains(&kind);
        return if a == "'str'" && is_number(b) || is_number(a) && b == "'str'" { taken } else { None };
    }
    if words == "'str' object cannot be interpreted as an integer" {
        return taken;
    }
    let joined = Some(("number-in-text", Vec::new()));
    if ["can only concatenate str (not \"int\") to str", "can only concatenate str (not \"float\") to str"]
        .contains(&words)
    {
        return joined;
    }
    let (operator, kinds) = words.strip_prefix("unsupported operand type(s) for ")?.split_once(": ")?;
    match kinds {
        "'int' and 'str'" | "'float' and 'str'" if operator.starts_with('+') && !source.contains("input(") => joined,
        "'int' and 'str'" | "'float' and 'str'" | "'str' and 'int'" | "'str' and 'float'" => taken,
        _ => None,
    }
}

/// The collection that gather was given in place of what is in it: gather's frame has what it was given.
fn of_gather(exc: &Exc, raised_in: &str) -> Option<Known> {
    const HOLDING: &str = "list tuple set frozenset deque generator dict dict_values dict_keys map filter";
    if !["gather", "ensure_future"].contains(&raised_in) {
        return None;
    }
    let mut next = exc.data().traceback.borrow().clone();
    while let Some(entry) = next {
        let code = &entry.frame.code;
        if *code.code.name == *"gather"
            && code.filename.starts_with("<stdlib>")
            && let Some(Value::Tuple(given)) = entry.frame.slots.borrow().first()
        {
            let [all] = &*given.items else { return None };
            let class = types::type_name(all);
            let class = HOLDING.split(' ').find(|holding| **holding == *class)?;
            let is_awaited =
                |value: &Value| ["_asyncio.Task", "_asyncio.Future", "coroutine"].contains(&&*types::type_name(value));
            // Of a dict it is the values, but for one that says what each awaitable is for.
            let values = matches!(all, Value::Dict(dict) if !dict.entries().iter().any(|(key, _)| is_awaited(key)));
            let apart = if values { "asyncio.gather(*tasks.values())" } else { "asyncio.gather(*tasks)" };
            return Some(("gathered-whole", vec![class.to_string(), apart.into()]));
        }
        next = entry.next.borrow().clone();
    }
    None
}

/// What an object of the program's is not, though it is so to `async` statements, or to plain ones; None: its class is not
/// the program's, or the program names one of a module that is called so too.
fn of_own_class(vm: &mut Vm, words: &str) -> Option<Option<&'static str>> {
    let (name, what) = words.strip_prefix('\'')?.split_once("' object ")?;
    let Value::Module(main) = vm.module(Symbol::new("__main__"))? else { return None };
    let Value::Type(class) = main.get(Symbol::new(name))? else { return None };
    let has = |method| class.lookup(Symbol::new(method)).is_some();
    let found = match what {
        "does not support the context manager protocol" if has("__aenter__") => Some("async-with"),
        "does not support the asynchronous context manager protocol" if has("__enter__") => Some("plain-with"),
        "is not iterable" if has("__aiter__") => Some("async-for"),
        _ => None,
    };
    // A class of the library's may be called so too, under another name of the program's (`Lock as L`).
    let is_other =
        |value: &Value| matches!(value, Value::Type(other) if !Rc::ptr_eq(other, &class) && *other.name() == *name);
    let other = vm.source.contains(&format!(".{name}"))
        || main.namespace.names.borrow().iter().any(|(_, value)| is_other(value));
    (found.is_some() || !other).then_some(found)
}

/// What is handed to another process, and cannot be found there by its name.
fn of_pickling(words: &str) -> Option<Known> {
    let what = words.strip_prefix("Can't pickle ").or_else(|| words.strip_prefix("Can't get local object "))?;
    let what = what.split([':', '\'']).find(|part| part.contains("<lambda>") || part.contains("<locals>"))?;
    let name = what.strip_prefix("<function ").and_then(|rest| rest.split(" at 0x").next()).unwrap_or(what);
    Some(("not-picklable", vec![name.into()]))
}
