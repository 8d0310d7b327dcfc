//! Where asyncio's functions stand in CPython: they are native here, and most of them are Python there.

use super::function::Builtin;

/// The functions of asyncio that are C in CPython.
const IN_C: [&str; 9] = [
    "current_task",
    "get_event_loop",
    "get_running_loop",
    "_get_running_loop",
    "_set_running_loop",
    "_enter_task",
    "_leave_task",
    "_register_task",
    "_unregister_task",
];

/// The submodules of the others; those of none are `asyncio.events`'.
const HOMES: [(&str, &[&str]); 9] = [
    (
        "asyncio.tasks",
        &[
            "all_tasks",
            "as_completed",
            "create_eager_task_factory",
            "create_task",
            "eager_task_factory",
            "ensure_future",
            "gather",
            "run_coroutine_threadsafe",
            "shield",
            "sleep",
            "wait",
            "wait_for",
        ],
    ),
    ("asyncio.runners", &["run"]),
    ("asyncio.timeouts", &["timeout", "timeout_at"]),
    ("asyncio.threads", &["to_thread"]),
    ("asyncio.coroutines", &["iscoroutine", "iscoroutinefunction"]),
    ("asyncio.base_futures", &["isfuture"]),
    ("asyncio.futures", &["wrap_future"]),
    ("asyncio.streams", &["open_connection", "open_unix_connection", "start_server", "start_unix_server"]),
    ("asyncio.subprocess", &["create_subprocess_exec", "create_subprocess_shell"]),
];

/// Whether it is a function of asyncio that is Python in CPython.
pub fn is_python(function: &Builtin) -> bool {
    &*function.owner == "asyncio" && !IN_C.contains(&&*function.name)
}

/// A function's `__module__`.
pub fn module_of(function: &Builtin) -> &str {
    match &*function.owner {
        "asyncio" if !is_python(function) => "_asyncio",
        "asyncio" => {
            let home = HOMES.iter().find(|(_, names)| names.contains(&&*function.name));
            home.map_or("asyncio.events", |(module, _)| module)
        }
        other => other,
    }
}
