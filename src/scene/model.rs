//! The view models: what each part of the page shows, as plain data for the components. Texts are in the page's
//! language already. Everything compares cheaply: long static parts (segments, console rows) are behind `Rc`.
//!
//! Static models depend on the recording and the language alone and are built once (`TimelinePlan`, `ConsoleRow`s,
//! `ScrubMark`s, `DiagnosticView`s); the others depend on the step too. What lies after the step is the component's to
//! pale: it compares steps (or x with `TimelineNow::playhead`).

use super::timeline_model::LaneState;
use crate::trace::{EndReason, HandleId, LoopId, ObjectId, Severity, Stream, TaskId, ThreadId};
use std::rc::Rc;

/// The page's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Lang {
    #[default]
    En,
    Zh,
}

/// Who a chip stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    Task(TaskId),
    Thread(ThreadId),
    /// A callback that belongs to no task.
    Callback(HandleId),
    /// A future or job without a task.
    Other(u32),
}

/// A task (thread, callback) wherever it appears: same label, same colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    pub who: Who,
    /// `brew("coffee")`, cut in the middle if long.
    pub label: Rc<str>,
    /// The same, whole: for focus and accessible names.
    pub full: Rc<str>,
    /// What tells it from its sisters, where there is room for no more: `coffee`, `3`.
    pub own: Rc<str>,
    /// 0..8: `--task-N`; None for what has no colour of its own (callbacks, threads beside tasks).
    pub colour: Option<u8>,
}

/// The first few of many, and how many more there are («+982»).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Few<T> {
    pub first: Vec<T>,
    pub more: u32,
}

impl<T> Few<T> {
    pub fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    pub fn total(&self) -> usize {
        self.first.len() + self.more as usize
    }
}

impl<T> Default for Few<T> {
    fn default() -> Few<T> {
        Few { first: Vec::new(), more: 0 }
    }
}

// ---- sentences ----

/// A sentence whose words from the program are set apart.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Sentence(pub Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Text(Rc<str>),
    /// A task, thread or callback: drawn in its colour.
    Who(Chip),
    /// Python code or a name of the program's: drawn in the code's font.
    Code(Rc<str>),
    /// What the program printed: drawn in quotation marks, which are part of the text parts.
    Quote(Rc<str>),
}

/// The two lines above the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Narration {
    /// Who acts: the sentence's edge has its colour.
    pub who: Option<Chip>,
    /// What just happened, and why.
    pub now: Sentence,
    /// What comes next, from the recording; hidden while predicting.
    pub next: Option<Sentence>,
}

// ---- event loop and threads ----

/// A handle in the ready queue, the running slot or among the timers. Keyed by `handle`: it keeps its identity as it moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandleChip {
    pub handle: HandleId,
    /// The task that it runs or concerns, else the callback itself.
    pub chip: Chip,
    /// What it will do: `runs`, `sleep(1.5) ends`, `on_done(…)`.
    pub text: Rc<str>,
    /// Runs a step of the chip's task; false: a callback.
    pub is_step: bool,
    pub why: Rc<str>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimerChip {
    pub chip: HandleChip,
    /// `1.750 s`
    pub due: Rc<str>,
    /// `0.250 s`
    pub left: Rc<str>,
    /// `left` is how long it has been due: the loop could not run.
    pub overdue: bool,
    pub due_ns: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoopState {
    /// Created, not yet run.
    Idle,
    /// A handle runs.
    Running,
    /// Between handles.
    Choosing,
    /// Waits in its selector: nothing is ready.
    Waiting,
    Stopped,
    Closed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoopView {
    pub event_loop: LoopId,
    pub thread: ThreadId,
    /// Empty while there is one loop.
    pub thread_name: Rc<str>,
    pub state: LoopState,
    /// The state in words.
    pub says: Rc<str>,
    pub turn: u32,
    pub ready: Few<HandleChip>,
    pub running: Option<HandleChip>,
    pub timers: Few<TimerChip>,
    /// The handle, in the ready queue or among the timers, that the loop takes next.
    pub next: Option<HandleId>,
}

/// «Threads»: in place of the loop when a program has none.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ThreadsView {
    pub runnable: Few<Chip>,
    pub running: Option<Chip>,
    pub blocked: Few<BlockedThread>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockedThread {
    pub chip: Chip,
    /// `time.sleep(2)`, `lock`
    pub by: Rc<str>,
    /// `at 2.000 s`; None: no deadline
    pub until: Option<Rc<str>>,
}

// ---- objects ----

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectView {
    /// A stable key; futures have none of the objects' ids.
    pub key: u64,
    pub object: Option<ObjectId>,
    /// `data-kind`
    pub kind: &'static str,
    /// `data-name`: the first variable that held it, else a name made from its kind («queue 2»).
    pub name: Rc<str>,
    /// `asyncio.Queue`
    pub title: Rc<str>,
    /// `full (1 of 1) · 3 unfinished`
    pub note: Rc<str>,
    pub body: ObjectBody,
    /// How many scopes it stands in: a timeout or a task group within others, a gather within a timeout.
    pub depth: u8,
    /// This step used it.
    pub touched: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ObjectBody {
    Queue {
        items: Few<Rc<str>>,
        /// Free boxes to draw after the items; None: unbounded.
        free: Option<u32>,
        putters: Few<Waiter>,
        getters: Few<Waiter>,
        joiners: Few<Waiter>,
    },
    /// Lock, semaphore, condition, thread lock.
    Held {
        holders: Few<Chip>,
        /// Places left and places in all; None for a lock.
        places: Option<(u32, u32)>,
        waiters: Few<Waiter>,
    },
    Flag {
        set: bool,
        waiters: Few<Waiter>,
    },
    Barrier {
        there: u32,
        parties: u32,
        waiters: Few<Waiter>,
    },
    /// gather, wait, task group, timeout: who waits, for which members, until when.
    Scope {
        owner: Option<Chip>,
        members: Few<Member>,
        /// Members that have ended, and members in all.
        ended: u32,
        of: u32,
        deadline: Option<Rc<str>>,
    },
    Executor {
        /// Worker and what it does.
        workers: Few<(Chip, Rc<str>)>,
        waiting: Few<Rc<str>>,
        size: u32,
    },
    Future {
        state: LaneState,
        waiters: Few<Waiter>,
        value: Rc<str>,
    },
    /// Sockets, files, processes: a few words.
    State(Rc<str>),
}

/// Who waits, and with what in hand (`wants to put 3`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiter {
    pub chip: Chip,
    pub text: Rc<str>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub chip: Chip,
    pub state: LaneState,
}

// ---- console, editor, scrubber, inspector, diagnostics ----

/// One completed line of output. Static: `step` says when it appears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsoleRow {
    /// 1-based: the place `out:4`.
    pub number: u32,
    pub stream: Stream,
    pub text: Rc<str>,
    /// `1.500 s`
    pub time: Rc<str>,
    /// `data-time`: `1.5`
    pub seconds: Rc<str>,
    /// Who printed it: a task, or the thread outside tasks.
    pub chip: Chip,
    /// `data-step`
    pub step: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct EditorMarks {
    /// The line whose effect is shown.
    pub lit: Option<LineMark>,
    /// The line that ran last; 0: none has.
    pub latest: u32,
    /// Chips in the gutter, by line.
    pub chips: Vec<LineChips>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineMark {
    pub line: u32,
    /// Who runs it; its colour lights the line.
    pub chip: Chip,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineChips {
    pub line: u32,
    /// With each, whether it is the running one.
    pub chips: Few<(Chip, LaneState)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    Output,
    /// The clock advances.
    Advance,
    Failure,
    Diagnostic,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScrubMark {
    pub step: u32,
    pub kind: MarkKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspector {
    pub chip: Chip,
    /// Python's name of the task.
    pub name: Rc<str>,
    pub state: LaneState,
    /// The await chain, outermost first.
    pub frames: Vec<FrameLine>,
    /// «waits for `queue`, held by …, due at …»
    pub waiting: Option<Sentence>,
    pub created: Sentence,
    pub cancelled: Option<Sentence>,
    /// «2nd run · waited 1.500 s»
    pub totals: Sentence,
    /// Result or exception, once it has ended.
    pub result: Option<Rc<str>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameLine {
    pub name: Rc<str>,
    /// 0: not known.
    pub line: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiagnosticView {
    /// `data-code`
    pub code: &'static str,
    pub severity: Severity,
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
    pub title: Rc<str>,
    /// Why, and what to do.
    pub text: Sentence,
    /// The step at which it was found.
    pub step: u32,
    pub fix: Option<FixView>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixView {
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
    pub text: Rc<str>,
    /// The line as the edit makes it.
    pub line_after: Rc<str>,
}

/// One link of «Why here?»: what, and the step that did it. The first link is the thing asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because {
    pub step: u32,
    pub sentence: Sentence,
    pub who: Option<Chip>,
}

/// How the run ended, for the status beside the transport.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    pub reason: EndReason,
    pub exit_code: i32,
    pub says: Sentence,
}
