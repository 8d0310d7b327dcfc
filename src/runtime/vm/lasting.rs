//! What CPython's interpreter keeps until there is nothing left that a finalizer could print with: the modules whose
//! functions it calls where a process forks, `sys`, the main thread's context and its current loop. If they lead to a
//! function of the program, that leads to the program's names, and nothing of them is finalized (Python/pylifecycle.c
//! `finalize_modules`).

use super::collect::is_function_of;
use super::core::Vm;
use crate::asyncio::{contextvars, shutdown};
use crate::objects::gc_graph::{Edge, Node};
use crate::objects::module::Module;
use crate::objects::{Symbol, Value};

/// What they are called; of `asyncio` all are among them.
const MODULES: [&str; 7] =
    ["codecs", "concurrent.futures.thread", "encodings", "logging", "random", "sys", "threading"];

/// Names of `sys` that go before anything else.
const GONE: [&str; 16] = [
    "__interactivehook__",
    "argv",
    "last_exc",
    "last_traceback",
    "last_type",
    "last_value",
    "meta_path",
    "modules",
    "path",
    "path_hooks",
    "path_importer_cache",
    "ps1",
    "ps2",
    "stderr",
    "stdin",
    "stdout",
];

/// Whether anything of that leads to a function of the module.
pub fn leads_to(vm: &mut Vm, module: &Module) -> bool {
    let mut values = contextvars::values_of_thread(vm);
    values.extend(shutdown::current_loop(vm).map(Value::Object));
    for (name, value) in vm.modules.names.borrow().iter() {
        let Value::Module(lasting) = value else { continue };
        let name = name.text();
        if name.split('.').next() == Some("asyncio") || MODULES.contains(&&*name) {
            let stays = |at: Symbol| &*name != "sys" || !GONE.contains(&&*at.text());
            let names = lasting.namespace.names.borrow();
            values.extend(names.iter().filter(|(at, _)| stays(*at)).map(|(_, value)| value.clone()));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    let mut left: Vec<Node> = values.iter().filter_map(|value| Edge::Value(value).node()).collect();
    while let Some(node) = left.pop() {
        if is_function_of(module, &node) {
            return true;
        }
        node.visit(&mut |edge| {
            if edge.address().is_some_and(|at| seen.insert(at)) {
                left.extend(edge.node());
            }
        });
    }
    false
}
