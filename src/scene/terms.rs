//! Which of the texts tells a kind of object, the way in which a task has ended, or what the engine has recorded in English.

use super::say::Template;
use super::texts::*;
use crate::trace::{ObjectKind, StepEnd};

/// What `threading` records of a thread that waits for the one that it has started.
pub const THREAD_START: &str = "Thread.start";

/// What `_sockets` has recorded of a socket.
pub const SOCKET: &[Template] = &[SOCKET_AT_PORT, SOCKET_AT, SOCKET_CLOSED];
/// What a thread waits for that is outside its process.
pub const OUTSIDE: &[Template] = &[LOCK_HELD, SEMAPHORE_HELD, PROCESS_NAMED, PIPE];

/// What a kind of object is called when no variable holds it.
pub fn kind(kind: ObjectKind) -> Template {
    use ObjectKind::*;
    match kind {
        Queue | LifoQueue | PriorityQueue | ThreadQueue | ThreadLifoQueue | ThreadPriorityQueue | SimpleQueue => {
            KIND_QUEUE
        }
        Lock | ThreadLock => KIND_LOCK,
        Semaphore | ThreadSemaphore => KIND_SEMAPHORE,
        Event | ThreadEvent => KIND_EVENT,
        Condition | ThreadCondition => KIND_CONDITION,
        Barrier | ThreadBarrier => KIND_BARRIER,
        Gather => KIND_GATHER,
        Wait => KIND_WAIT,
        Timeout => KIND_TIMEOUT,
        TaskGroup => KIND_TASKGROUP,
        Executor => KIND_EXECUTOR,
        Socket => KIND_SOCKET,
        File => KIND_FILE,
        Process => KIND_PROCESS,
    }
}

/// How a task ended: without and with someone who waited for it.
pub fn ending(how: StepEnd, has_value: bool) -> (Template, Template) {
    match how {
        StepEnd::Raised => (FAILS, FAILS_WAKES),
        StepEnd::Cancelled => (IS_CANCELLED, IS_CANCELLED_WAKES),
        _ if has_value => (ENDS_RESULT, ENDS_RESULT_WAKES),
        _ => (ENDS, ENDS_WAKES),
    }
}
