//! What a step is to the ear: the most telling thing that happens in it.

use super::recording::Recording;
use super::stops::StopKind;
use crate::trace::{Diagnostic, Event, Log, Severity, StepEnd, Stream};

/// Later ones are more telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Beat {
    /// A line like others, a callback.
    Plain,
    /// A task is given the processor.
    Begins,
    /// It waits, or gives way.
    Waits,
    /// The clock moves to a timer, or one that was overdue fires.
    Timer,
    Output,
    /// A task fails, something is written to stderr, a finding that is no hint.
    Error,
}

impl Beat {
    /// As the event `step` says it (docs/embedding.md).
    pub fn word(self) -> &'static str {
        match self {
            Beat::Plain => "plain",
            Beat::Begins => "begins",
            Beat::Waits => "waits",
            Beat::Timer => "timer",
            Beat::Output => "output",
            Beat::Error => "error",
        }
    }
}

impl Recording {
    pub fn beat(&self, log: &Log, step: u32) -> Beat {
        let stands = match self.stop(step).kind {
            StopKind::Clock | StopKind::Timers => Beat::Timer,
            StopKind::Taken => Beat::Begins,
            _ => Beat::Plain,
        };
        let beats = |id: u32| match log.entry(id as usize).event {
            Event::StepEnded { how: StepEnd::Raised, .. } => Beat::Error,
            Event::StepEnded { how: StepEnd::Waits | StepEnd::Yields, .. } => Beat::Waits,
            Event::Output { stream: Stream::Stderr, .. } => Beat::Error,
            Event::Output { .. } => Beat::Output,
            Event::Diagnostic { number } if log.diagnostics().get(number as usize).is_some_and(is_grave) => Beat::Error,
            _ => Beat::Plain,
        };
        self.events_of(step).map(beats).max().unwrap_or(Beat::Plain).max(stands)
    }
}

fn is_grave(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity != Severity::Hint
}
