//! Module `asyncio`, its submodules by CPython's names, and `contextvars`. What is in them is asyncio/'s.

use std::rc::Rc;

use crate::asyncio::{missing, private_names, tables};
use crate::objects::module::Module;
use crate::objects::symbol::known;
use crate::objects::{Interp, PyResult, Symbol, Value};
use crate::vm::vm_of;

/// The submodules, in the order in which they are imported with the package.
const SUBMODULES: &[&str] = &[
    "constants",
    "coroutines",
    "exceptions",
    "events",
    "futures",
    "protocols",
    "transports",
    "log",
    "mixins",
    "locks",
    "queues",
    "timeouts",
    "tasks",
    "base_events",
    "runners",
    "streams",
    "subprocess",
    "taskgroups",
    "threads",
    "unix_events",
];

/// What submodules have in `__all__`, and the package so, too.
fn is_public(submodule: &str, name: &str) -> bool {
    const PRIVATE: [&str; 6] = [
        "_AsCompletedIterator",
        "_ContextManagerMixin",
        "_GatheringFuture",
        "_LoopBoundMixin",
        "_UnixSelectorEventLoop",
        "BaseDefaultEventLoopPolicy",
    ];
    !PRIVATE.contains(&name) && !matches!(submodule, "subprocess" | "selector_events")
}

/// The package and its submodules, made together at the first import of any of them.
#[derive(Clone)]
struct Package {
    package: Rc<Module>,
    submodules: Vec<(&'static str, Rc<Module>)>,
}

fn package(i: &mut dyn Interp) -> Package {
    if let Some(made) = i.states().find::<Package>() {
        return made.clone();
    }
    let package = Module::new("asyncio");
    package.set(known::PATH, Value::list(vec!["<stdlib>/asyncio".into()]));
    package.set(known::FILE, "<stdlib>/asyncio/__init__.py".into());
    package.set(known::DOC, "The asyncio package, tracking PEP 3156.".into());
    let submodules: Vec<(&'static str, Rc<Module>)> =
        SUBMODULES.iter().map(|name| (*name, Module::new(&format!("asyncio.{name}")))).collect();
    for (name, submodule) in &submodules {
        submodule.set(known::FILE, format!("<stdlib>/asyncio/{name}.py").into());
        package.set(Symbol::new(name), Value::Module(submodule.clone()));
    }
    let mut all = Vec::new();
    for (submodule, name, value) in tables::members(i) {
        let symbol = Symbol::new(name);
        if is_public(submodule, name) {
            all.push(symbol.value());
            package.set(symbol, value.clone());
        }
        if let Some((_, module)) = submodules.iter().find(|(n, _)| *n == submodule) {
            module.set(symbol, value);
        }
    }
    // Submodules name each other's classes as well (`asyncio.tasks.Future` aside): those that programs use.
    for (from, to, name) in [("futures", "tasks", "futures"), ("exceptions", "base_events", "exceptions")] {
        let find = |wanted: &str| submodules.iter().find(|(n, _)| *n == wanted).map(|(_, m)| m.clone());
        if let (Some(source), Some(target)) = (find(from), find(to)) {
            target.set(Symbol::new(name), Value::Module(source));
        }
    }
    for (_, name, _) in missing::TEXTS {
        if *name == "Server" || !missing::NOT_OF_THE_PACKAGE.contains(name) {
            all.push(Symbol::new(name).value());
        }
    }
    package.set_hook(known::GETATTR, missing::getattr("asyncio"));
    package.set_hook(known::DIR, private_names::dir());
    for (name, of) in [
        ("streams", "asyncio.streams"),
        ("base_events", "asyncio.base_events"),
        ("subprocess", "asyncio.subprocess"),
        ("log", "asyncio.log"),
        ("constants", "asyncio.constants"),
        ("coroutines", "asyncio.coroutines"),
        ("events", "asyncio.events"),
        ("futures", "asyncio.futures"),
        ("locks", "asyncio.locks"),
        ("mixins", "asyncio.mixins"),
        ("protocols", "asyncio.protocols"),
        ("queues", "asyncio.queues"),
        ("runners", "asyncio.runners"),
        ("taskgroups", "asyncio.taskgroups"),
        ("tasks", "asyncio.tasks"),
        ("threads", "asyncio.threads"),
        ("timeouts", "asyncio.timeouts"),
        ("transports", "asyncio.transports"),
        ("unix_events", "asyncio.unix_events"),
    ] {
        if let Some((_, submodule)) = submodules.iter().find(|(n, _)| *n == name) {
            submodule.set_hook(known::GETATTR, missing::getattr(of));
        }
    }
    package.set(known::ALL, Value::list(all));
    let made = Package { package, submodules };
    i.states().set(made.clone());
    made
}

/// Module `asyncio`. With it its submodules are imported.
pub fn module(i: &mut dyn Interp) -> PyResult<Rc<Module>> {
    let Package { package, submodules } = package(i);
    for (name, submodule) in submodules {
        vm_of(i).add_module(Symbol::new(&format!("asyncio.{name}")), Value::Module(submodule));
    }
    Ok(package)
}

/// Module `asyncio.NAME`, or the part of the package that is C in CPython; `None` if there is none.
pub fn submodule(i: &mut dyn Interp, name: &str) -> Option<Rc<Module>> {
    if name == "_asyncio" {
        let (package, module) = (package(i).package, Module::new(name));
        const NAMES: [&str; 11] = [
            "Future",
            "Task",
            "_enter_task",
            "_get_running_loop",
            "_leave_task",
            "_register_task",
            "_set_running_loop",
            "_unregister_task",
            "current_task",
            "get_event_loop",
            "get_running_loop",
        ];
        for name in NAMES.map(Symbol::new) {
            if let Some(value) = package.get(name) {
                module.set(name, value);
            }
        }
        return Some(module);
    }
    let name = name.strip_prefix("asyncio.")?;
    package(i).submodules.iter().find(|(n, _)| *n == name).map(|(_, module)| module.clone())
}
