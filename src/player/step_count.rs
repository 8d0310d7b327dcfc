//! How many steps a log has, without what else a recording knows of it: a pass over its records that keeps two bytes a
//! handle.

use super::facts;
use super::recording::{Record, may_grow, next_record};
use super::stops::{Made, Past, StopBuilder};
use crate::trace::*;

/// The last step of a log: what [`super::Recording::last_step`] says.
pub fn last_step(log: &Log) -> u32 {
    let (mut past, mut stops, mut thread) = (Kinds::default(), StopBuilder::<u32>::new(), ThreadId::NONE);
    let (mut events, mut lines) = (0, 0);
    loop {
        match next_record(log, events, lines) {
            Record::Line(line) if may_grow(log, line) => break,
            Record::Line(line) => {
                lines += 1;
                stops.line(line);
            }
            Record::Event(id, entry) => {
                events += 1;
                past.learn(log, entry);
                stops.event(&past, thread, id, entry);
                if let Event::ThreadRunning { thread: now } = entry.event {
                    thread = now;
                }
            }
            Record::None => break,
        }
    }
    stops.stops - 1
}

/// What stops depend on.
#[derive(Default)]
struct Kinds {
    /// By number of handle.
    handles: Vec<Option<Made>>,
    /// The tasks by which asyncio closes its loops.
    internal: Vec<TaskId>,
    /// The last task's code: many tasks have one code.
    code: TextId,
}

impl Kinds {
    fn learn(&mut self, log: &Log, entry: &Entry) {
        match entry.event {
            Event::TaskCreated { task, code, .. } if code != self.code => {
                if facts::is_internal(log.name(code)) {
                    self.internal.push(task);
                } else {
                    self.code = code;
                }
            }
            Event::HandlePushed { handle, kind, task, .. } => {
                let mut internal = false;
                if !self.internal.is_empty() {
                    internal = self.is_internal(task)
                        || matches!(log.get(entry.cause).map(|cause| cause.event),
                            Some(Event::FutureDone { future, .. }) if self.is_internal(future.as_task()));
                }
                facts::set_first(&mut self.handles, handle, Made { kind, internal });
            }
            Event::TimerSet { handle, kind, .. } => {
                let internal = self.is_internal(entry.task);
                facts::set_first(&mut self.handles, handle, Made { kind, internal });
            }
            _ => {}
        }
    }
}

impl Past for Kinds {
    fn made(&self, handle: HandleId) -> Option<Made> {
        self.handles.get(handle.0 as usize).copied().flatten()
    }

    fn is_internal(&self, task: TaskId) -> bool {
        self.internal.contains(&task)
    }
}
