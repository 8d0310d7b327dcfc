//! Private names of asyncio's modules that published programs use: a text of the library, read when one is asked for.

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
        ],
    ),
    ("coroutines", &["_is_coroutine"]),
    (
        "futures",
        &[
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
    ("runners", &["_cancel_all_tasks"]),
    ("streams", &["_DEFAULT_LIMIT", "logger"]),
    ("subprocess", &["logger"]),
    ("unix_events", &["logger"]),
];

/// The name, if the submodule has it.
pub fn of(submodule: &str, name: &str) -> Option<&'static str> {
    let (_, names) = NAMES.iter().find(|(of, _)| *of == submodule)?;
    names.iter().find(|own| **own == name).copied()
}
