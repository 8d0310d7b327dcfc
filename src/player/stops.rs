//! Where a step stops: each line is a stop, and each act of the loop between lines. What an act brings about at once
//! belongs to its stop.

use super::facts::Facts;
use crate::trace::*;

/// What a stop is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopKind {
    /// Step 0: before anything has run.
    Start,
    /// A line of a task or a thread.
    Line,
    /// Lines that were counted, not listed.
    Counted,
    /// The clock advances; timers that fire then belong to it.
    Clock,
    /// Timers fire without an advance: they were overdue.
    Timers,
    /// The loop takes a task's step from the ready queue, and the task goes on where it stood.
    Taken,
    /// The loop takes a callback of the program's.
    Callback,
    /// The loop takes a callback of asyncio's own.
    Internal,
    /// A task ends; whoever waits for it is woken.
    TaskEnd,
    /// Another thread runs.
    Thread,
    ThreadEnd,
    Signal,
    Input,
    /// Something else that shows: output from a finalizer, say.
    Other,
    /// Step N: the run has ended.
    End,
}

/// One stop: the records up to its ends are folded into the world that it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Events before the end of the stop.
    pub events: u32,
    /// Lines before the end of the stop. Of `Line` and `Counted` the last of them is the stop's own.
    pub lines: u32,
    /// The event that makes the stop; of lines, the first event after the line.
    pub head: u32,
    /// Switches up to here, this one included.
    pub switches: u32,
    pub kind: StopKind,
    flags: u8,
}

const SWITCH: u8 = 1;
const TURN: u8 = 2;
const OUTPUT: u8 = 4;
const DIAGNOSTIC: u8 = 8;

impl Stop {
    /// Another task or thread begins to run here.
    pub fn is_switch(&self) -> bool {
        self.flags & SWITCH != 0
    }

    /// A turn of the loop begins here.
    pub fn is_turn(&self) -> bool {
        self.flags & TURN != 0
    }

    pub fn has_output(&self) -> bool {
        self.flags & OUTPUT != 0
    }

    pub fn has_diagnostic(&self) -> bool {
        self.flags & DIAGNOSTIC != 0
    }
}

/// What an event does to the stops.
enum Role {
    Begins(StopKind),
    /// Belongs to the stop before it.
    Follows,
    /// Belongs to the next stop: it only ends what was, or announces what comes.
    Precedes,
}

/// What becomes of the stops: they are kept, or counted.
pub(super) trait Stops {
    /// One more; `switch`: it counts among the switches.
    fn begin(&mut self, stop: Stop, switch: bool);
    /// The last one goes on to after so many events and lines.
    fn extend(&mut self, events: u32, lines: u32, flags: u8);
}

impl Stops for Vec<Stop> {
    fn begin(&mut self, stop: Stop, switch: bool) {
        let switches = self.last().map_or(0, |last| last.switches) + u32::from(switch);
        self.push(Stop { switches, ..stop });
    }

    fn extend(&mut self, events: u32, lines: u32, flags: u8) {
        let last = self.last_mut().expect("step 0 is always there");
        last.events = events;
        last.lines = lines;
        last.flags |= flags;
    }
}

/// How many there are.
impl Stops for u32 {
    #[inline(always)]
    fn begin(&mut self, _: Stop, _: bool) {
        *self += 1;
    }

    #[inline(always)]
    fn extend(&mut self, _: u32, _: u32, _: u8) {}
}

impl StopBuilder<u32> {
    /// So many lines, at least one, before the next event.
    #[inline(always)]
    pub fn lines(&mut self, many: u32) {
        self.begin(StopKind::Line, self.events, 0);
        self.lines += many;
        self.stops += many - 1;
    }
}

/// What stops depend on besides the record itself.
pub(super) trait Past {
    /// The stop that begins where the loop takes the handle. None: none does, since it is of a task by which asyncio
    /// closes its loop, or there because of one.
    fn taken(&self, handle: HandleId) -> Option<StopKind>;
    /// One of the tasks by which asyncio closes its loop.
    fn is_internal(&self, task: TaskId) -> bool;
}

impl Past for Facts {
    fn taken(&self, handle: HandleId) -> Option<StopKind> {
        match self.handle(handle) {
            Some(made) if self.is_internal(made.task) || self.is_internal(made.because) => None,
            Some(made) if made.kind == HandleKind::TaskStep => Some(StopKind::Taken),
            Some(made) if made.kind == HandleKind::Internal => Some(StopKind::Internal),
            _ => Some(StopKind::Callback),
        }
    }

    fn is_internal(&self, task: TaskId) -> bool {
        Facts::is_internal(self, task)
    }
}

/// Builds the stops record by record.
#[derive(Clone, Debug)]
pub(super) struct StopBuilder<S = Vec<Stop>> {
    pub stops: S,
    /// The kind of the last stop; `Other` where what is pending is more than announcements.
    last: StopKind,
    /// Flags of events that precede the next stop; None: nothing is pending.
    pending: Option<u8>,
    events: u32,
    lines: u32,
}

impl StopBuilder {
    /// The number of the stop to which the last record belongs.
    pub fn step(&self) -> u32 {
        self.stops.len() as u32 - 1 + u32::from(self.pending.is_some())
    }
}

impl<S: Stops + Default> StopBuilder<S> {
    pub fn new() -> StopBuilder<S> {
        let mut stops = S::default();
        stops.begin(Stop { events: 0, lines: 0, head: 0, switches: 0, kind: StopKind::Start, flags: 0 }, false);
        StopBuilder { stops, last: StopKind::Start, pending: None, events: 0, lines: 0 }
    }

    pub fn line(&mut self, line: &LineEvent) {
        self.lines += 1;
        let kind = if line.counted { StopKind::Counted } else { StopKind::Line };
        self.begin(kind, self.events, 0);
    }

    /// `thread` ran before the event.
    #[inline(always)]
    pub fn event(&mut self, past: &impl Past, thread: ThreadId, id: EventId, entry: &Entry) {
        self.events += 1;
        let flags = match entry.event {
            Event::TurnBegan { .. } => TURN,
            Event::Output { .. } => OUTPUT,
            Event::Diagnostic { .. } => DIAGNOSTIC,
            _ => 0,
        };
        match self.role(past, thread, entry) {
            Role::Begins(kind) => self.begin(kind, id.0, flags),
            Role::Follows => match &mut self.pending {
                Some(pending) => {
                    *pending |= flags;
                    self.last = StopKind::Other;
                }
                None => self.extend(flags),
            },
            Role::Precedes => *self.pending.get_or_insert(0) |= flags,
        }
    }

    #[inline(always)]
    fn begin(&mut self, kind: StopKind, head: u32, flags: u8) {
        let switch = matches!(kind, StopKind::Taken | StopKind::Callback | StopKind::Thread);
        let flags = flags | self.pending.take().unwrap_or(0) | if switch { SWITCH } else { 0 };
        self.last = kind;
        let stop = Stop { events: self.events, lines: self.lines, head, switches: 0, kind, flags };
        self.stops.begin(stop, switch);
    }

    fn extend(&mut self, flags: u8) {
        self.stops.extend(self.events, self.lines, flags);
    }

    #[inline(always)]
    fn role(&mut self, past: &impl Past, running: ThreadId, entry: &Entry) -> Role {
        match entry.event {
            Event::ClockAdvanced { .. } => Role::Begins(StopKind::Clock),
            Event::TimerFired { .. } if matches!(self.last, StopKind::Clock | StopKind::Timers) => {
                // The turn may have been announced in between: it belongs to the instant.
                if let Some(flags) = self.pending.take() {
                    self.extend(flags);
                }
                Role::Follows
            }
            Event::TimerFired { .. } => Role::Begins(StopKind::Timers),
            Event::HandleTaken { handle } => past.taken(handle).map_or(Role::Follows, Role::Begins),
            Event::HandleDone { .. } | Event::TurnBegan { .. } => Role::Precedes,
            Event::StepEnded { task, how: StepEnd::Returned | StepEnd::Raised | StepEnd::Cancelled, .. } => {
                if past.is_internal(task) { Role::Follows } else { Role::Begins(StopKind::TaskEnd) }
            }
            Event::ThreadRunning { thread } if running.is_some() && running != thread => Role::Begins(StopKind::Thread),
            Event::ThreadEnded { thread, .. } if thread != ThreadId(1) => Role::Begins(StopKind::ThreadEnd),
            Event::Signal { .. } => Role::Begins(StopKind::Signal),
            Event::InputGiven { .. } => Role::Begins(StopKind::Input),
            // After a loop has stopped asyncio.run cancels what is left.
            Event::CancelRequested { .. } if self.pending.is_some() && entry.task.is_none() => {
                Role::Begins(StopKind::Other)
            }
            Event::Output { .. } if self.pending.is_some() => Role::Begins(StopKind::Other),
            Event::RunEnded { .. } => Role::Begins(StopKind::End),
            _ => Role::Follows,
        }
    }
}
