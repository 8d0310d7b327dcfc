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

/// Builds the stops record by record.
#[derive(Clone, Debug)]
pub(super) struct StopBuilder {
    pub stops: Vec<Stop>,
    /// Flags of events that precede the next stop; None: nothing is pending.
    pending: Option<u8>,
    events: u32,
    lines: u32,
}

impl StopBuilder {
    pub fn new() -> StopBuilder {
        let start = Stop { events: 0, lines: 0, head: 0, switches: 0, kind: StopKind::Start, flags: 0 };
        StopBuilder { stops: vec![start], pending: None, events: 0, lines: 0 }
    }

    /// The number of the stop to which the last record belongs.
    pub fn step(&self) -> u32 {
        self.stops.len() as u32 - 1 + u32::from(self.pending.is_some())
    }

    pub fn line(&mut self, line: &LineEvent) {
        self.lines += 1;
        let kind = if line.counted { StopKind::Counted } else { StopKind::Line };
        self.begin(kind, self.events, 0);
    }

    /// `thread` ran before the event.
    pub fn event(&mut self, facts: &Facts, thread: ThreadId, id: EventId, entry: &Entry) {
        self.events += 1;
        let flags = match entry.event {
            Event::TurnBegan { .. } => TURN,
            Event::Output { .. } => OUTPUT,
            Event::Diagnostic { .. } => DIAGNOSTIC,
            _ => 0,
        };
        match self.role(facts, thread, entry) {
            Role::Begins(kind) => self.begin(kind, id.0, flags),
            Role::Follows => match &mut self.pending {
                Some(pending) => *pending |= flags,
                None => self.extend(flags),
            },
            Role::Precedes => *self.pending.get_or_insert(0) |= flags,
        }
    }

    fn begin(&mut self, kind: StopKind, head: u32, flags: u8) {
        let switch = matches!(kind, StopKind::Taken | StopKind::Callback | StopKind::Thread);
        let flags = flags | self.pending.take().unwrap_or(0) | if switch { SWITCH } else { 0 };
        let switches = self.stops.last().map_or(0, |last| last.switches) + u32::from(switch);
        self.stops.push(Stop { events: self.events, lines: self.lines, head, switches, kind, flags });
    }

    fn extend(&mut self, flags: u8) {
        let last = self.stops.last_mut().expect("step 0 is always there");
        last.events = self.events;
        last.lines = self.lines;
        last.flags |= flags;
    }

    fn role(&mut self, facts: &Facts, running: ThreadId, entry: &Entry) -> Role {
        let last = self.stops.last().expect("step 0 is always there").kind;
        match entry.event {
            Event::ClockAdvanced { .. } => Role::Begins(StopKind::Clock),
            Event::TimerFired { .. } if matches!(last, StopKind::Clock | StopKind::Timers) => {
                // The turn may have been announced in between: it belongs to the instant.
                if let Some(flags) = self.pending.take() {
                    self.extend(flags);
                }
                Role::Follows
            }
            Event::TimerFired { .. } => Role::Begins(StopKind::Timers),
            Event::HandleTaken { handle } => match facts.handle(handle) {
                Some(made) if facts.is_internal(made.task) || facts.is_internal(made.because) => Role::Follows,
                Some(made) if made.kind == HandleKind::TaskStep => Role::Begins(StopKind::Taken),
                Some(made) if made.kind == HandleKind::Internal => Role::Begins(StopKind::Internal),
                _ => Role::Begins(StopKind::Callback),
            },
            Event::HandleDone { .. } | Event::TurnBegan { .. } => Role::Precedes,
            Event::StepEnded { task, how: StepEnd::Returned | StepEnd::Raised | StepEnd::Cancelled, .. } => {
                if facts.is_internal(task) { Role::Follows } else { Role::Begins(StopKind::TaskEnd) }
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
