//! builtins and the standard library's bindings: one file a module, found through the registry in here.

pub mod abc;
pub mod absent;
mod arrays;
pub mod asyncio;
pub mod attached;
mod binary_text;
pub mod builtins;
pub mod calendar;
mod dates;
mod dates_quick;
mod dates_text;
mod decimals;
mod decimals_digits;
pub mod deflate;
mod deque;
mod deque_iterator;
mod deque_operators;
mod deque_quick;
mod digits;
mod elements;
pub mod fork;
mod fork_changes;
mod fork_generator;
pub mod fork_here;
pub mod fork_library;
mod formats;
pub mod frames;
pub mod functools;
pub mod gc;
pub mod hashes;
mod heap_order;
mod heaps;
mod imports;
mod inherited;
mod itertools;
mod json;
mod kept_attributes;
pub mod library;
pub mod local_zone;
pub mod math;
mod math_integers;
mod math_sums;
mod memory;
mod operator;
mod ordered_views;
mod outside;
mod parts;
mod pickle;
mod process_changes;
mod process_pipes;
mod process_semaphore;
mod process_streams;
pub mod processes;
mod profiler;
pub mod random;
mod random_by_text;
mod random_core;
pub mod random_mt;
mod random_state;
pub mod regex;
pub mod sections;
mod shortcuts;
mod streams;
mod struct_sequence;
mod structs;
pub mod sys;
mod tables;
mod texts;
pub mod thread;
mod thread_findings;
pub mod thread_locks;
pub mod thread_queue;
pub mod thread_semaphore;
pub mod thread_trace;
pub mod time;
mod unicode;
pub mod weakref;
pub mod zone_rules;

pub use imports::Beside;

use std::cell::RefCell;
use std::rc::Rc;

use crate::bytecode::Code;
use crate::compiler;
use crate::objects::attribute::no_attribute;
use crate::objects::exception::system_error;
use crate::objects::function::Builtin;
use crate::objects::interp::not_supported;
use crate::objects::module::Module;
use crate::objects::{Exc, Interp, PyResult, Symbol, Value, known};
use crate::vm::{Finder, Vm, native_words, traceback};

use library::Text;

/// Makes a native module.
type Maker = fn(&mut dyn Interp) -> PyResult<Rc<Module>>;

/// The native modules by name.
const NATIVE: &[(&str, Maker)] = &[
    ("_binascii", binary_text::module),
    ("_collections", deque::module),
    ("_formats", formats::module),
    ("_frames", frames::module),
    ("_local_zone", time::zone_module),
    ("_functools", functools::module),
    ("_processes", processes::module),
    ("_profiler", profiler::module),
    ("_selector", crate::asyncio::selector::module),
    ("_thread", thread::module),
    ("_hashes", hashes::module),
    ("_importing", imports::module),
    ("_order", heap_order::module),
    ("_json", json::module),
    ("_dates", dates::module),
    ("_digits", digits::module),
    ("_unicode", unicode::module),
    ("_zlib", deflate::module),
    ("_pickling", pickle::module),
    ("_sre", regex::module),
    ("_gc", gc::module),
    ("_memory", memory::module),
    ("_weak", weakref::module),
    ("abc", abc::module),
    ("asyncio", asyncio::module),
    ("builtins", builtins_module),
    ("contextvars", crate::asyncio::contextvars::module),
    ("itertools", itertools::module),
    ("_operator", operator::module),
    ("_struct", structs::module),
    ("_struct_sequence", struct_sequence::module),
    ("_tables", tables::module),
    ("math", math::module),
    ("_random", random_core::module),
    ("random", random::module),
    ("sys", sys::module),
    ("time", time::module),
];

/// A native module's `__getattr__`: the names that are seldom asked for are those of a text.
fn more(module: &'static str, text: &'static str) -> Value {
    Builtin::closure("__getattr__", move |i, args| {
        let [name] = args.exactly::<1>("__getattr__")?;
        let name = name.as_str().and_then(Symbol::of).unwrap_or(known::NAME);
        // Of names with underscores only those of hooks are not every module's own.
        if (!name.text().starts_with("__") || name.text().ends_with("hook__"))
            && let Value::Module(text) = i.import(text)?
            && let Some(found) = text.get(name)
        {
            return Ok(found.into());
        }
        let module = i.import(module)?;
        Err(no_attribute(&module, name))
    })
}

fn builtins_module(_: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let module = Module::new("builtins");
    builtins::install(&module);
    Ok(module)
}

/// The names of all modules here, native ones and texts; docs/python-support.md lists them.
#[cfg(not(target_arch = "wasm32"))]
pub fn names() -> Vec<&'static str> {
    let mut names: Vec<&str> = NATIVE.iter().map(|(name, _)| *name).chain(library::names()).collect();
    names.sort_unstable();
    names
}

/// What native modules say of themselves that set no docstring.
const DOCSTRINGS: &[(&str, &str)] = &[
    ("_thread", "Threads and locks at their barest; threading is built on them."),
    ("abc", "Abstract base classes."),
    ("builtins", "The names that every module knows without an import."),
    ("random", "Numbers drawn at random, by many distributions."),
    ("sys", "What the interpreter keeps, and functions that ask and tell it."),
];

const UNFETCHED: &str = "it stands beside the page's web_bg.wasm and could not be loaded: run again when it can be";

fn unfetched(vm: &mut Vm, name: &str, wanted: library::Unfetched) -> Exc {
    vm.states().set(library::Wanted(Some(wanted.section)));
    not_supported(vm, &format!("import {name} without library-{}.txt", wanted.section), Some(UNFETCHED))
}

/// How the VM comes by modules.
pub const FINDER: Finder = Finder {
    find,
    is_part: |name| library::whole_of(name).is_some(),
    lacking,
    is_programs: imports::is_programs,
    statement: imports::statement,
};

/// The module `name`; `None` if there is none.
fn find(vm: &mut Vm, name: &str) -> Option<PyResult<Rc<Module>>> {
    if let Some(whole) = library::whole_of(name) {
        return Some(parts::read(vm, name, whole));
    }
    if let Some((_, make)) = NATIVE.iter().find(|(n, _)| *n == name) {
        return Some(make(vm).inspect(|module| {
            // They are texts in CPython.
            match name {
                "abc" | "contextvars" | "random" => module.set(known::FILE, format!("<stdlib>/{name}.py").into()),
                "math" => module.set(known::FILE, extension("math").into()),
                _ => {}
            }
            if let Some((_, text)) = DOCSTRINGS.iter().find(|(n, _)| *n == name) {
                module.set(known::DOC, (*text).into());
            }
        }));
    }
    if let Some(module) = asyncio::submodule(vm, name) {
        return Some(Ok(module));
    }
    if let Some((_, whole)) = HALVES.iter().find(|(half, _)| *half == name) {
        let found = vm.import(whole);
        return Some(found.and_then(|found| match found {
            Value::Module(module) => Ok(module),
            _ => Err(system_error(format!("no module {whole}"))),
        }));
    }
    if let Some(text) = library::text(name) {
        return Some(match text {
            Ok(text) => run_python(vm, name, text),
            Err(wanted) => Err(unfetched(vm, name, wanted)),
        });
    }
    let lacking = match absent::all() {
        Ok(mut all) => all.find(|one| one.standard && one.name == name).and(library::text("_lacking"))?,
        Err(wanted) => Err(wanted),
    };
    Some(match lacking {
        Ok(text) => run_python(vm, name, text),
        Err(wanted) => Err(unfetched(vm, name, wanted)),
    })
}

/// Where a program does not reckon with it that `name` may be missing: what to say of a library of others that there is,
/// and that is not simulated (or not that part of it).
fn lacking(vm: &mut Vm, name: &str) -> Option<Exc> {
    let top = name.split('.').next().unwrap_or(name);
    Some(match absent::all() {
        Ok(mut all) => {
            let found = all.find(|one| !one.standard && (one.name == top || one.name == name))?;
            not_supported(vm, &format!("import {name}"), found.instead)
        }
        Err(wanted) => unfetched(vm, name, wanted),
    })
}

/// What CPython has in a module of its own, most of it in C: such functions say that they are of it, and are pickled so.
pub const HALVES: &[(&str, &str)] = &[
    ("_ast", "ast"),
    ("_bisect", "bisect"),
    ("_blake2", "hashlib"),
    ("_bz2", "bz2"),
    ("_codecs", "codecs"),
    ("_contextvars", "contextvars"),
    ("_csv", "csv"),
    ("_datetime", "datetime"),
    ("_decimal", "decimal"),
    ("_elementtree", "xml.etree.ElementTree"),
    ("_hashlib", "hashlib"),
    ("_heapq", "heapq"),
    ("_locale", "locale"),
    ("_md5", "hashlib"),
    ("_opcode", "opcode"),
    ("_pickle", "pickle"),
    ("_sha1", "hashlib"),
    ("_sha2", "hashlib"),
    ("_sha3", "hashlib"),
    ("_signal", "signal"),
    ("_socket", "socket"),
    ("_ssl", "ssl"),
    ("_stat", "stat"),
    ("_statistics", "statistics"),
    ("_threading_local", "threading"),
    ("_warnings", "warnings"),
    ("_weakref", "weakref"),
    ("_weakrefset", "weakref"),
    ("_zoneinfo", "zoneinfo"),
];

/// Modules written in Python that are C in CPython, wholly or where exceptions pass through them. So are those whose
/// names begin with an underscore, and those that are C by their own name ([`native_words::EXTENSIONS`]).
const HIDDEN: &[&str] = &[
    "atexit",
    "bisect",
    "collections",
    "csv",
    "datetime",
    "decimal",
    "functools",
    "gc",
    "greenlet",
    "hashlib",
    "heapq",
    "io",
    "itertools",
    "operator",
    "pickle",
    "struct",
    "warnings",
];

/// The file of a module that is C in CPython, and no part of its program.
fn extension(name: &str) -> String {
    format!("<stdlib>/lib-dynload/{name}.cpython-313-x86_64-linux-gnu.so")
}

/// Runs a module written in Python. It is in `sys.modules` while it runs, as CPython has it.
fn run_python(vm: &mut Vm, name: &str, text: Text) -> PyResult<Rc<Module>> {
    let (code, file) = code_of(name, text)?;
    let module = Module::new(name);
    module.set(known::FILE, file.as_str().into());
    if let Some(folder) = file.strip_suffix("/__init__.py") {
        module.set(known::PATH, Value::list(vec![folder.into()]));
    }
    vm.run_module(&module, code, &file)?;
    match name {
        "os.path" => {
            module.set(known::NAME, "posixpath".into());
            module.set(known::FILE, "<stdlib>/posixpath.py".into());
        }
        name if native_words::EXTENSIONS.contains(&name) => module.set(known::FILE, extension(name).into()),
        "collections.abc" => module.set(known::FILE, "<stdlib>/_collections_abc.py".into()),
        _ => {}
    }
    Ok(module)
}

/// The code of a module written in Python, and its file.
fn code_of(name: &str, text: Text) -> PyResult<(Rc<Code>, String)> {
    let package = if text.package { "/__init__" } else { "" };
    let file = format!("<stdlib>/{}{package}.py", name.replace('.', "/"));
    Ok((compiled(name, text.source, &file)?, file))
}

thread_local! {
    /// The library's modules as far as runs have compiled them: a page runs a program again and again.
    static COMPILED: RefCell<Vec<(Box<str>, Rc<Code>)>> = const { RefCell::new(Vec::new()) };
}

fn compiled(name: &str, source: &'static str, file: &str) -> PyResult<Rc<Code>> {
    let known = COMPILED.with_borrow(|all| all.iter().find(|(n, _)| **n == *name).map(|(_, code)| code.clone()));
    if let Some(code) = known {
        return Ok(code);
    }
    let code = compiler::compile_outline(source, file)
        .map_err(|e| system_error(format!("{file}:{}: {}", e.line, e.message)))?;
    let in_c = HIDDEN.contains(&name) || native_words::EXTENSIONS.contains(&name);
    let hidden = name.starts_with('_') || name.starts_with("pydantic_core") || in_c;
    let code = Rc::new(traceback::relocated(code, file, source, hidden));
    COMPILED.with_borrow_mut(|all| all.push((name.into(), code.clone())));
    Ok(code)
}

/// What the library is told of the run.
#[derive(Clone, Debug, Default)]
pub struct RunOptions {
    /// `sys.argv[1:]`.
    pub args: Vec<String>,
    /// Of `random`, as by `random.seed(seed)`.
    pub seed: u64,
    /// The lines that `input()` reads.
    pub stdin: Vec<String>,
    /// The run ends where a line is wanted and none is left: it can run from its start again with one more.
    pub asks: bool,
    /// Seconds until an outside host answers; `None`: as `_network` has it.
    pub latency: Option<f64>,
    /// What stands beside the program, for its imports.
    pub beside: Option<Beside>,
    /// The files that came with the program: they are in its folder.
    pub attached: Rc<[attached::Attached]>,
}

/// In an interpreter's states: the run has ended for want of a line.
#[derive(Default)]
pub struct LineWanted(pub bool);

/// Gives the modules what the run's options say, before anything runs.
pub fn configure(vm: &mut Vm, options: RunOptions) {
    vm.states().set(options);
}

/// What a child has of the process that starts it: its options, and how far its input has been read.
pub fn inherited_options(i: &mut dyn Interp) -> (RunOptions, builtins::output::LinesRead) {
    (
        i.states().find::<RunOptions>().cloned().unwrap_or_default(),
        i.states().get::<builtins::output::LinesRead>().clone(),
    )
}

/// The options of a child.
pub fn configure_child(vm: &mut Vm, options: RunOptions, read: builtins::output::LinesRead) {
    configure(vm, options);
    vm.states().set(read);
}
