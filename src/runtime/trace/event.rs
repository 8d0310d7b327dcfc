//! The table of events: what can happen in a run, with the fields of each. The enum, the names of the JSON Lines
//! export and the export's fields all come from this one table.

use super::export::Field;
use super::ids::*;
use super::log::Log;

/// A vocabulary of the export, with the lines of its documentation.
pub struct Vocabulary {
    pub name: &'static str,
    pub about: &'static [&'static str],
    pub words: &'static [(&'static str, &'static [&'static str])],
}

/// An event of the export: its word, the lines of its documentation, its fields.
pub struct EventSchema {
    pub word: &'static str,
    pub about: &'static [&'static str],
    pub fields: &'static [FieldSchema],
}

pub struct FieldSchema {
    pub name: &'static str,
    pub ty: &'static str,
    pub about: &'static [&'static str],
}

/// Declares enums whose members have a text for the export.
macro_rules! words {
    ($($(#[doc = $doc:literal])* $name:ident { $($(#[doc = $about:literal])* $member:ident = $word:literal,)* })*) => {
        /// Each of these enums: its name, what it is, and its words with what they mean. docs/trace-format.md is made of it.
        pub const WORDS: &[Vocabulary] = &[$(Vocabulary {
            name: stringify!($name),
            about: &[$($doc),*],
            words: &[$(($word, &[$($about),*])),*],
        }),*];
    $(
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name { $($(#[doc = $about])* $member,)* }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$member),*];

            pub fn as_str(self) -> &'static str {
                match self { $($name::$member => $word,)* }
            }
        }
    )*};
}

words! {
    /// What a future is for, or on what a thread blocks: the reason of a wait.
    Purpose {
        /// Made by the program (`loop.create_future()`), or no nearer reason known.
        Plain = "future",
        /// `asyncio.sleep`, `time.sleep`; the label is the delay as the program gave it.
        Sleep = "sleep",
        QueueGet = "queue.get",
        QueuePut = "queue.put",
        QueueJoin = "queue.join",
        Lock = "lock",
        Semaphore = "semaphore",
        Event = "event",
        Condition = "condition",
        Barrier = "barrier",
        Gather = "gather",
        /// `asyncio.wait`, also inside `as_completed` and `staggered`.
        Wait = "wait",
        WaitFor = "wait_for",
        AsCompleted = "as_completed",
        TaskGroup = "taskgroup",
        Shield = "shield",
        /// A call that runs in an executor's worker (`to_thread`, `run_in_executor`, `submit`); the label is that call with
        /// its arguments, `fetch('a', timeout=3)`.
        Job = "job",
        /// An asyncio future that stands for a `concurrent.futures.Future`; the label is that of its job.
        Wrapped = "wrapped",
        /// `thread.join()`.
        ThreadJoin = "thread.join",
        /// Waiting for the interpreter lock while another thread computes.
        Gil = "gil",
        Connect = "connect",
        Accept = "accept",
        /// Waiting for whoever sends something to the address that a program has bound for datagrams.
        Datagram = "datagram",
        Read = "read",
        Write = "write",
        /// A request to a simulated host or server (`requests`, `aiohttp`, `httpx`, `urllib`, `asyncpg`, `redis`); the
        /// label is the method and the address without its scheme, the statement, or the command.
        Request = "request",
        File = "file",
        Process = "process",
        /// `signal.pause()`, `signal.sigwait()`.
        Signal = "signal",
        /// `input()` and `sys.stdin`.
        Input = "input",
        /// The event loop waits in its selector.
        Select = "select",
        /// Computing for so long that it costs virtual time.
        Computing = "computing",
    }

    /// What a handle runs.
    HandleKind {
        /// One step of a task (`Task.__step` or `Task.__wakeup`).
        TaskStep = "task-step",
        /// A callback the program gave: `call_soon`, `call_later`, `call_at`, `add_done_callback`.
        Callback = "callback",
        /// A callback of asyncio's own: a sleep's `_set_result_unless_cancelled`, gather's `_done_callback`, …
        Internal = "internal",
    }

    /// How a task's step begins.
    Resume {
        Start = "start",
        Send = "send",
        ThrowCancelled = "throw-cancelled",
        Throw = "throw",
    }

    /// How a task's step ends.
    StepEnd {
        /// Waits for a future.
        Waits = "waits",
        /// A bare `yield`, as `sleep(0)` does: straight back into the ready queue.
        Yields = "yields",
        Returned = "returned",
        Raised = "raised",
        Cancelled = "cancelled",
    }

    /// How a future, a thread or a job ended.
    Outcome {
        Result = "result",
        Exception = "exception",
        Cancelled = "cancelled",
    }

    /// The kinds of objects a trace follows; the words are the page's `data-kind`.
    ObjectKind {
        Queue = "queue",
        LifoQueue = "lifo-queue",
        PriorityQueue = "priority-queue",
        Lock = "lock",
        Semaphore = "semaphore",
        Event = "event",
        Condition = "condition",
        Barrier = "barrier",
        Gather = "gather",
        /// `asyncio.wait`, `as_completed`: a scope that waits for members.
        Wait = "wait",
        /// `asyncio.wait_for` and `asyncio.timeout`.
        Timeout = "timeout",
        TaskGroup = "taskgroup",
        Executor = "executor",
        /// `threading.Lock`, `RLock`.
        ThreadLock = "thread-lock",
        ThreadSemaphore = "thread-semaphore",
        ThreadEvent = "thread-event",
        ThreadCondition = "thread-condition",
        ThreadBarrier = "thread-barrier",
        /// `queue.Queue` and its kin.
        ThreadQueue = "thread-queue",
        ThreadLifoQueue = "thread-lifo-queue",
        ThreadPriorityQueue = "thread-priority-queue",
        /// `queue.SimpleQueue`, `multiprocessing.Queue`: what counts no unfinished tasks.
        SimpleQueue = "simple-queue",
        Socket = "socket",
        File = "file",
        Process = "process",
    }

    /// Operations on objects. What `value`, `text` and `future` of [`Event::ObjectUsed`] hold is said at each.
    Operation {
        /// An item entered a queue. text: its short repr; value: its place in the queue's own order (a heap: -1).
        Put = "put",
        /// An item left a queue. text: its short repr; value: the place it had (a heap: -1).
        Get = "get",
        /// `task_done()`. value: unfinished tasks left.
        TaskDone = "task_done",
        /// `shutdown()` of a queue or an executor. value: 1 = immediate.
        Shutdown = "shutdown",
        /// The context's task or thread now holds it. value: locks 1, semaphores the value left.
        /// A lock of threads in a log with many events: told only where another thread comes to wait for it.
        Acquire = "acquire",
        /// value: locks 0, semaphores the resulting value. future: of a semaphore, the waiter that gives back the place
        /// that it was given and cannot take.
        Release = "release",
        Set = "set",
        Clear = "clear",
        /// `notify(n)`. value: how many were woken.
        Notify = "notify",
        /// A barrier: the context arrived. value: how many are there.
        Arrive = "arrive",
        /// A barrier: all are there and it lets them go. value: 0.
        Trip = "trip",
        /// `reset()` of a barrier.
        Reset = "reset",
        /// `abort()` of a barrier; a task group aborts: it cancels its children.
        Abort = "abort",
        /// A child joined a gather, wait or task group, a job an executor. future: which.
        AddMember = "add-member",
        /// The context entered the scope (`async with`, the call). text: the deadline's text, if any.
        Enter = "enter",
        /// The context left the scope. value: 1 if a timeout makes a TimeoutError of its cancellation.
        Leave = "leave",
        /// A timeout's deadline came: it cancels its task.
        Expire = "expire",
        /// A timeout's deadline moved. text: the new delay as given.
        Reschedule = "reschedule",
        /// An executor's worker (the context's thread) takes a job. future: which.
        StartJob = "start-job",
        /// Sockets, files, processes: the state in a few words. text: those words; value: bytes or exit status.
        State = "state",
    }

    Stream {
        Stdout = "stdout",
        Stderr = "stderr",
    }

    Severity {
        Error = "error",
        Warning = "warning",
        Hint = "hint",
    }

    /// Why a run ended.
    EndReason {
        Finished = "finished",
        /// By the person who runs it.
        Stopped = "stopped",
        Deadlock = "deadlock",
        TimeLimit = "time-limit",
        EventLimit = "event-limit",
        OutputLimit = "output-limit",
        MemoryLimit = "memory-limit",
        StepLimit = "step-limit",
        NotSupported = "not-supported",
        /// The program did not compile.
        SyntaxError = "syntax-error",
        Internal = "internal-error",
    }
}

/// Declares [`Event`] and what the export needs of it.
macro_rules! events {
    ($($(#[doc = $doc:literal])* $word:literal $name:ident { $($(#[doc = $fdoc:literal])* $field:ident: $type:ident,)* })*) => {
        /// One thing that happened. At most 20 bytes, so that an [`super::Entry`] is at most 32.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Event { $($(#[doc = $doc])* $name { $($(#[doc = $fdoc])* $field: $type,)* },)* }

        /// The schema of the export. docs/trace-format.md is made of it.
        pub const SCHEMA: &[EventSchema] = &[$(EventSchema {
            word: $word,
            about: &[$($doc),*],
            fields: &[$(FieldSchema { name: stringify!($field), ty: stringify!($type), about: &[$($fdoc),*] }),*],
        }),*];

        impl Event {
            /// The event's name in the export.
            pub fn name(&self) -> &'static str {
                match self { $(Event::$name { .. } => $word,)* }
            }

            /// Calls `write(name, json)` for each field, in the table's order.
            pub(super) fn fields(&self, log: &Log, write: &mut dyn FnMut(&str, &dyn Field, &Log)) {
                match self { $(Event::$name { $($field),* } => { $(write(stringify!($field), $field, log);)* })* }
                let _ = (log, write);
            }
        }
    };
}

events! {
    "process-started" ProcessStarted { process: ProcessId, parent: ProcessId, command: TextId, }
    "process-ended" ProcessEnded { process: ProcessId, exit_code: i32, }

    /// A thread exists and is runnable; the context is who started it.
    "thread-started" ThreadStarted { thread: ThreadId, process: ProcessId, name: TextId, daemon: bool, }
    /// The scheduler gives the processor to this thread.
    "thread-running" ThreadRunning { thread: ThreadId, }
    /// A blocked thread may run again; the cause is what woke it.
    "thread-ready" ThreadReady { thread: ThreadId, }
    "thread-blocked" ThreadBlocked {
        thread: ThreadId, why: Purpose, object: ObjectId, until: When, label: TextId,
    }
    "thread-ended" ThreadEnded { thread: ThreadId, outcome: Outcome, text: TextId, }

    "loop-created" LoopCreated { event_loop: LoopId, }
    /// `run_forever` begins in the context's thread.
    "loop-started" LoopStarted { event_loop: LoopId, }
    "loop-stopped" LoopStopped { event_loop: LoopId, }
    "loop-closed" LoopClosed { event_loop: LoopId, }
    /// One `_run_once`; `ready` handles stand in the queue.
    "turn-began" TurnBegan { event_loop: LoopId, turn: u32, ready: u32, }

    /// A handle enters the ready queue.
    "handle-pushed" HandlePushed {
        handle: HandleId, event_loop: LoopId, kind: HandleKind, task: TaskId, label: TextId,
    }
    /// A handle leaves the ready queue and runs; its effects up to `handle-done` are the context's.
    "handle-taken" HandleTaken { handle: HandleId, }
    "handle-done" HandleDone { handle: HandleId, }
    /// A handle in the ready queue or a timer was cancelled.
    "handle-cancelled" HandleCancelled { handle: HandleId, }
    /// A `TimerHandle` enters the heap. The context's task is whom it concerns: the sleeper, the one under a timeout.
    "timer-set" TimerSet { handle: HandleId, event_loop: LoopId, kind: HandleKind, when: When, label: TextId, }
    /// A timer came due: the handle moves to the ready queue.
    "timer-fired" TimerFired { handle: HandleId, }
    "clock-advanced" ClockAdvanced { to: When, }

    /// `code` is the coroutine's qualified name, `name` Python's name of the task, `args` the arguments' short text
    /// (`"coffee", 2`); the context is the parent, the entry's line where it was created.
    "task-created" TaskCreated {
        task: TaskId, event_loop: LoopId,
        /// The program gave the name.
        named: bool,
        code: TextId, name: TextId, args: TextId,
    }
    /// `set_name` later.
    "task-named" TaskNamed {
        task: TaskId,
        /// The program gave the name; false: it gave None, of which `name` is the text, as for what a task factory makes.
        named: bool,
        name: TextId,
    }
    "step-began" StepBegan { task: TaskId, handle: HandleId, resume: Resume, }
    /// `future` is what it waits for; `text` the short repr of the result or exception.
    "step-ended" StepEnded { task: TaskId, how: StepEnd, future: FutureId, chain: ChainId, text: TextId, }

    /// A future that is not a task. The context is who will wait for it; `object` the primitive it belongs to.
    "future-created" FutureCreated { future: FutureId, purpose: Purpose, object: ObjectId, label: TextId, }
    /// The first variable that held it.
    "future-named" FutureNamed { future: FutureId, name: TextId, }
    /// Also of tasks. `text` is the short repr of the result or exception.
    "future-done" FutureDone { future: FutureId, outcome: Outcome, text: TextId, }
    /// `cancel()` was called by the context.
    "cancel-requested" CancelRequested { future: FutureId, message: TextId, }

    /// `number` is maxsize, initial value or parties; `label` the constructor as Python names it.
    "object-created" ObjectCreated { object: ObjectId, kind: ObjectKind, number: i32, label: TextId, }
    /// The first variable (or attribute) that held it.
    "object-named" ObjectNamed { object: ObjectId, name: TextId, }
    "object-used" ObjectUsed { object: ObjectId, operation: Operation, value: i32, text: TextId, future: FutureId, }

    /// An exception left the instruction that raised it, in the user's code.
    "exception-raised" ExceptionRaised { text: TextId, }
    /// An `except` clause of the user's took it.
    "exception-caught" ExceptionCaught { text: TextId, }
    "signal" Signal { number: u16, name: TextId, }
    "input-asked" InputAsked { prompt: TextId, }
    "input-given" InputGiven { text: TextId, }
    "output" Output { stream: Stream, start: u32, length: u32, }
    /// The number in [`super::Log::diagnostics`].
    "diagnostic" Diagnostic { number: u32, }
    "run-ended" RunEnded { reason: EndReason, exit_code: i32, text: TextId, }
}
