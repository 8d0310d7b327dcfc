//! The timeline's view models: rows, segments, axis, arrows.

use super::model::Chip;
use crate::trace::{TaskId, ThreadId};
use std::rc::Rc;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum AxisKind {
    #[default]
    Clock,
    Steps,
}

/// `data-state` of a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LaneState {
    Created,
    Ready,
    Running,
    Waiting,
    /// Runs, but its thread is blocked (`time.sleep` in a coroutine): drawn cross-hatched; `data-state` is `running`.
    Blocked,
    Done,
    Failed,
    Cancelled,
}

/// `data-state` of a thread's row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ThreadState {
    /// In the recording, but not yet started at this step.
    Created,
    Ready,
    Running,
    /// Waits in a way that is its own choice: the loop's selector, a lock, a queue, join.
    Waiting,
    /// Held by a blocking call: `time.sleep`, a request, input.
    Blocked,
    Done,
    Failed,
}

impl From<ThreadState> for LaneState {
    fn from(state: ThreadState) -> LaneState {
        match state {
            ThreadState::Created => LaneState::Created,
            ThreadState::Ready => LaneState::Ready,
            ThreadState::Running => LaneState::Running,
            ThreadState::Waiting => LaneState::Waiting,
            ThreadState::Blocked => LaneState::Blocked,
            ThreadState::Done => LaneState::Done,
            ThreadState::Failed => LaneState::Failed,
        }
    }
}

/// One stretch of a lane in one state. Segments of a lane are in order and do not overlap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// The step after which the state holds, and the one after which it no longer does.
    pub from: u32,
    pub to: u32,
    /// The same on the plan's axis, 0.0 to 1.0.
    pub x0: f32,
    pub x1: f32,
    pub state: LaneState,
    /// What it waits for or is blocked by: an index into `TimelinePlan::labels`; 0 is the empty text.
    pub label: u32,
}

/// A lane's fixed part.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    pub task: TaskId,
    pub chip: Chip,
    /// Python's name, `data-task`.
    pub name: Rc<str>,
    /// The small second line: the coroutine if the label does not say it, else Python's name.
    pub note: Rc<str>,
    /// Depth in the tree of parents.
    pub depth: u8,
    pub parent: Option<TaskId>,
    /// The step at which it is created: before it, it is `created` and pale.
    pub born: u32,
    pub segments: Rc<[Segment]>,
    pub totals: Totals,
}

/// What focus or hover says of a lane; ns of virtual time and a count of runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Totals {
    pub ready_ns: u64,
    pub waiting_ns: u64,
    pub blocked_ns: u64,
    pub running_ns: u64,
    /// How many times it was given the processor.
    pub runs: u32,
    /// Stops that it ran.
    pub steps: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ThreadRow {
    pub thread: ThreadId,
    pub name: Rc<str>,
    /// As a chip's.
    pub colour: Option<u8>,
    /// Only the main thread, and it has tasks: drawn as a slim strip.
    pub slim: bool,
    pub segments: Rc<[ThreadSegment]>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ThreadSegment {
    pub from: u32,
    pub to: u32,
    pub x0: f32,
    pub x1: f32,
    pub state: ThreadState,
    pub label: u32,
}

/// Sisters folded into one row.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneGroup {
    /// The coroutine's name.
    pub label: Rc<str>,
    pub depth: u8,
    /// The members' indexes into `TimelinePlan::folded`.
    pub members: Rc<[u32]>,
    /// Stacked counts over time.
    pub counts: Rc<[GroupCount]>,
}

/// From `x0` on, so many members are in each state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupCount {
    pub from: u32,
    pub x0: f32,
    pub running: u32,
    pub ready: u32,
    pub waiting: u32,
    pub ended: u32,
}

/// Above the threads of a process, where there are several.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcessRow {
    /// Its pid and what it runs.
    pub name: Rc<str>,
    /// The step at which it is started.
    pub born: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    Process(ProcessRow),
    Thread(ThreadRow),
    Lane(Rc<Lane>),
    Group(LaneGroup),
}

/// A mark of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub x: f32,
    /// Where the instant's band ends (= x if it has none).
    pub x1: f32,
    /// `1.25 s`; of the steps axis `+1.25 s` at a clock advance, the step's number if the clock never advances.
    pub label: Rc<str>,
    pub step: u32,
    pub kind: TickKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TickKind {
    /// An instant at which something happens: a band.
    Instant,
    /// Steps axis of a run whose clock stands still: a round number of steps.
    Scale,
    /// Steps axis: the clock advances here; a ruled column.
    Advance,
    /// A wait drawn shorter than it is.
    Break,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrowKind {
    Spawned,
    Woke,
    Cancelled,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arrow {
    pub kind: ArrowKind,
    pub from: TaskId,
    pub to: TaskId,
    /// The step that did it.
    pub step: u32,
    pub x0: f32,
    /// Where its effect shows in the other lane.
    pub x1: f32,
}

/// The whole timeline of a recording on one axis: independent of the step.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelinePlan {
    pub axis: AxisKind,
    pub rows: Vec<Row>,
    /// Lanes that stand in a folded group.
    pub folded: Vec<Rc<Lane>>,
    pub ticks: Vec<Tick>,
    /// In order of `step`.
    pub arrows: Vec<Arrow>,
    /// Texts of segments.
    pub labels: Vec<Rc<str>>,
    /// x of each step, as knots between which it is linear: (step, x), rising.
    pub knots: Rc<[(u32, f32)]>,
    pub steps: u32,
    /// False: nothing ever advances the clock, so `Steps` is the axis to begin with.
    pub clock_advances: bool,
    /// How many px wide the plan wants to be at least, so that nothing is squeezed.
    pub natural_width: f32,
}

/// The timeline's part that changes with the step.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineNow {
    /// x of the playhead, 0.0 to 1.0.
    pub playhead: f32,
    pub step: u32,
    /// State of each task, by the order of creation (`TaskId`s ascending).
    pub lanes: Vec<LaneNow>,
    pub threads: Vec<(ThreadId, ThreadState)>,
    /// Who runs now.
    pub running: Option<TaskId>,
    /// Who is ready and runs next.
    pub next: Option<TaskId>,
    /// Indexes into `TimelinePlan::arrows` of those this step draws.
    pub arrows: std::ops::Range<u32>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LaneNow {
    pub task: TaskId,
    pub state: LaneState,
}
