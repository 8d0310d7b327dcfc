//! Private names of asyncio's modules that published programs use: a text of the library, read when one is asked for.

use crate::objects::function::Builtin;
use crate::objects::module::all_names;
use crate::objects::object_methods::{distinct, names_list};
use crate::objects::{Symbol, Value};

/// The text's module.
pub const TEXT: &str = "asyncio._private";

/// Submodules and their names.
const NAMES: &[(&str, &[&str])] = &[
    (
        "base_events",
        &[
            "logger",
            "MAXIMUM_SELECT_TIMEOUT",
            "_MIN_SCHEDULED_TIMER_HANDLES",
            "_MIN_CANCELLED_TIMER_HANDLES_FRACTION",
            "_run_until_complete_cb",
            "_HAS_IPv6",
            "_format_handle",
            "_format_pipe",
            "_interleave_addrinfos",
            "_ipaddr_info",
            "_set_reuseport",
        ],
    ),
    (
        "constants",
        &[
            "LOG_THRESHOLD_FOR_CONNLOST_WRITES",
            "ACCEPT_RETRY_DELAY",
            "DEBUG_STACK_DEPTH",
            "SSL_HANDSHAKE_TIMEOUT",
            "SSL_SHUTDOWN_TIMEOUT",
            "SENDFILE_FALLBACK_READBUFFER_SIZE",
            "FLOW_CONTROL_HIGH_WATER_SSL_READ",
            "FLOW_CONTROL_HIGH_WATER_SSL_WRITE",
            "THREAD_JOIN_TIMEOUT",
            "_SendfileMode",
        ],
    ),
    ("coroutines", &["_is_coroutine", "_COROUTINE_TYPES", "_format_coroutine", "_is_debug_mode"]),
    (
        "futures",
        &[
            "STACK_DEBUG",
            "_CFuture",
            "_PyFuture",
            "_PENDING",
            "_CANCELLED",
            "_FINISHED",
            "_get_loop",
            "_set_result_unless_cancelled",
            "_convert_future_exc",
            "_set_concurrent_future_state",
            "_copy_future_state",
            "_chain_future",
        ],
    ),
    ("locks", &["_BarrierState"]),
    ("protocols", &["_feed_data_to_buffered_proto"]),
    ("runners", &["_State", "_cancel_all_tasks"]),
    ("streams", &["_DEFAULT_LIMIT", "logger"]),
    ("subprocess", &["logger"]),
    (
        "tasks",
        &[
            "_CTask",
            "_PyTask",
            "_cancel_and_wait",
            "_current_tasks",
            "_eager_tasks",
            "_py_current_task",
            "_py_enter_task",
            "_py_leave_task",
            "_py_register_task",
            "_py_register_eager_task",
            "_py_swap_current_task",
            "_py_unregister_task",
            "_py_unregister_eager_task",
            "_c_current_task",
            "_c_enter_task",
            "_c_leave_task",
            "_c_register_task",
            "_c_register_eager_task",
            "_c_swap_current_task",
            "_c_unregister_task",
            "_c_unregister_eager_task",
            "_register_eager_task",
            "_release_waiter",
            "_scheduled_tasks",
            "_swap_current_task",
            "_task_name_counter",
            "_unregister_eager_task",
            "_wait",
        ],
    ),
    ("timeouts", &["_State"]),
    ("transports", &["_FlowControlMixin"]),
    (
        "unix_events",
        &[
            "BaseChildWatcher",
            "_UnixDefaultEventLoopPolicy",
            "_UnixReadPipeTransport",
            "_UnixSubprocessTransport",
            "_UnixWritePipeTransport",
            "can_use_pidfd",
            "logger",
        ],
    ),
];

/// Submodules that are texts, which the package has as attributes all the same.
const SUBMODULES: &[&str] = &[
    "base_futures",
    "base_subprocess",
    "base_tasks",
    "format_helpers",
    "selector_events",
    "sslproto",
    "staggered",
    "trsock",
];

/// Submodules and the others that they name.
const OTHERS: &[(&str, &[&str])] = &[
    (
        "base_events",
        &[
            "constants",
            "coroutines",
            "events",
            "futures",
            "protocols",
            "sslproto",
            "staggered",
            "tasks",
            "timeouts",
            "transports",
            "trsock",
        ],
    ),
    ("events", &["format_helpers"]),
    ("futures", &["base_futures", "events", "exceptions", "format_helpers"]),
    ("locks", &["exceptions", "mixins"]),
    ("mixins", &["events"]),
    ("queues", &["locks", "mixins"]),
    ("runners", &["constants", "coroutines", "events", "exceptions", "tasks"]),
    ("streams", &["coroutines", "events", "exceptions", "format_helpers", "protocols"]),
    ("subprocess", &["events", "protocols", "streams", "tasks"]),
    ("taskgroups", &["events", "exceptions", "tasks"]),
    ("tasks", &["base_tasks", "coroutines", "events", "exceptions", "queues", "timeouts"]),
    ("threads", &["events"]),
    ("timeouts", &["events", "exceptions", "tasks"]),
    (
        "unix_events",
        &[
            "base_events",
            "base_subprocess",
            "constants",
            "coroutines",
            "events",
            "exceptions",
            "futures",
            "selector_events",
            "tasks",
            "transports",
        ],
    ),
];

/// Submodules and the modules of the standard library that they import.
const IMPORTED: &[(&str, &str)] = &[
    ("", "sys"),
    (
        "base_events",
        "collections concurrent errno functools heapq itertools os socket ssl stat subprocess sys threading time \
         traceback warnings weakref",
    ),
    ("constants", "enum"),
    ("coroutines", "collections inspect os sys types"),
    ("events", "contextvars os signal socket subprocess sys threading"),
    ("futures", "concurrent contextvars logging sys"),
    ("locks", "collections enum"),
    ("log", "logging"),
    ("mixins", "threading"),
    ("queues", "collections heapq"),
    ("runners", "contextvars enum functools signal threading"),
    ("streams", "collections socket sys warnings weakref"),
    ("subprocess", "subprocess"),
    ("tasks", "concurrent contextvars functools inspect itertools math types weakref"),
    ("threads", "contextvars functools"),
    ("timeouts", "enum"),
    ("unix_events", "errno io itertools os selectors signal socket stat subprocess sys threading warnings"),
];

/// The package's `__dir__`, which tells also of the submodules and modules that it gives only when it is asked for them.
pub fn dir() -> Value {
    Builtin::closure("__dir__", |i, args| {
        args.exactly::<0>("__dir__")?;
        let Value::Module(package) = i.import("asyncio")? else { return Ok(names_list(Vec::new()).into()) };
        let mut names = all_names(i, &package);
        names.extend(SUBMODULES.iter().chain(&["sys"]).map(|name| Symbol::new(name)));
        Ok(names_list(distinct(names)).into())
    })
}

/// The full name of the module that a submodule, or the package (`""`), has under this name.
pub fn submodule(of: &str, name: &str) -> Option<String> {
    let imported = IMPORTED.iter().find(|(module, _)| *module == of).map_or("", |(_, names)| names);
    if imported.split(' ').any(|imported| imported == name) {
        return Some(name.to_string());
    }
    let names = match of {
        "" => SUBMODULES,
        _ => OTHERS.iter().find(|(module, _)| *module == of)?.1,
    };
    names.contains(&name).then(|| format!("asyncio.{name}"))
}

/// The name in the text of what the submodule has under a name, if it has it.
pub fn of(submodule: &str, name: &str) -> Option<&'static str> {
    let (_, names) = NAMES.iter().find(|(of, _)| *of == submodule)?;
    // Two modules have a class of this name.
    if (submodule, name) == ("timeouts", "_State") {
        return Some("_TimeoutState");
    }
    names.iter().find(|own| **own == name).copied()
}
